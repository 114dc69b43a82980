// SPDX-License-Identifier: GPL-3.0-or-later
// Signed tree heads in the form of C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint): origin, size, root.
#pragma once

#include "core/audit/note.h"
#include "core/domain/proof.h"

namespace lw::audit {

/// Signs under the key name `origin` (as the specification recommends), whatever name the signer was made with; pin
/// signer.named(origin)->verifierKey(). Errc::InvalidInput: an origin that is no key name.
Result<QByteArray> signCheckpoint(const QString &origin, quint64 size, const Hash &root, const Signer &signer);

/// The tree head of a note that `key` signed. Besides openNote()'s errors: Errc::InvalidInput when the text is no
/// checkpoint, Errc::Tampered (field "other-log") when the origin is not the key's name.
Result<Checkpoint> openCheckpoint(QByteArrayView note, const VerifierKey &key);

/// The tree head as the text says it, no signature looked at: for showing evidence, never for deciding.
Result<Checkpoint> parseCheckpointText(QByteArrayView text);

}  // namespace lw::audit

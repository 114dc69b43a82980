// SPDX-License-Identifier: GPL-3.0-or-later
// The judge of a log: pure, offline, no I/O. The console asks it at each sync, linewardenctl verify at any time.
#pragma once

#include "core/audit/checkpoint.h"
#include "core/audit/merkle.h"

#include <optional>

namespace lw::audit {

/// In which way a log was tampered with.
enum class TamperKind {
    OtherKey,     ///< the note carries no signature by the pinned key
    Signature,    ///< the pinned key's signature does not fit the text: the note was altered
    OtherLog,     ///< the key is right but the note is another log's head
    Truncated,    ///< the log is shorter than one that was signed before
    Fork,         ///< two signed heads that cannot both be true: history was rewritten
    RemovedLeaf,  ///< fewer or more leaves than the head says
    ChangedLeaf   ///< the leaves do not hash to the signed root
};

/// Stable names, also found in Error::field: "other-key", "signature", "other-log", "truncated", "fork",
/// "removed-leaf", "changed-leaf".
QLatin1String tamperKindName(TamperKind kind);
/// The kind of an error of this module; nullopt when its code is not Errc::Tampered.
std::optional<TamperKind> tamperKind(const Error &error);

/// What the leaves at hand hash to.
struct LeafSum {
    quint64 count = 0;
    Hash root{};
};

struct Evidence {
    QByteArray note;                              ///< the head to judge, as the log sent it
    std::optional<Checkpoint> previous;           ///< the last head that was believed
    std::optional<ConsistencyProof> consistency;  ///< needed when previous is neither empty nor of the same size
    std::optional<LeafSum> leaves;                ///< of all leaves up to the new head, where they are at hand
};

/// The new head when everything given about it agrees. Errc::Tampered with a kind otherwise; Errc::InvalidInput or
/// Errc::TooLarge when the note is no checkpoint; Errc::Protocol when the needed consistency proof is missing or is for
/// other sizes.
Result<Checkpoint> judge(const VerifierKey &pinned, const Evidence &evidence);

}  // namespace lw::audit

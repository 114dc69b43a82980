// SPDX-License-Identifier: GPL-3.0-or-later
// GET /v1/audit/proof/inclusion and /v1/audit/proof/consistency; hashes are base64.
#pragma once

#include "core/domain/proof.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lw::protocol {

/// {"leafIndex":5,"path":["…"],"treeSize":9}
QByteArray toJson(const InclusionProof &proof);
/// {"newSize":9,"oldSize":5,"path":["…"]}
QByteArray toJson(const ConsistencyProof &proof);
/// Errc::Protocol names the field. Whether the proof proves anything is core/audit's to say.
Result<InclusionProof> inclusionProofFromJson(QByteArrayView body);
Result<ConsistencyProof> consistencyProofFromJson(QByteArrayView body);

}  // namespace lw::protocol

// SPDX-License-Identifier: GPL-3.0-or-later
// Hashes and proofs of the RFC 6962 tree that the audit log is.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <array>

namespace lw {

/// SHA-256.
using Hash = std::array<unsigned char, 32>;

struct InclusionProof {
    quint64 leafIndex = 0;
    quint64 treeSize = 0;
    QList<Hash> path;  ///< from the leaf upwards
};

struct ConsistencyProof {
    quint64 oldSize = 0;
    quint64 newSize = 0;
    QList<Hash> path;
};

/// A tree head as the signed note says it (C2SP tlog-checkpoint).
struct Checkpoint {
    QString origin;  ///< first line of the note: the log's name
    quint64 size = 0;
    Hash root{};
    QByteArray note;  ///< the whole signed note, byte for byte
    bool operator==(const Checkpoint &) const = default;
};

}  // namespace lw

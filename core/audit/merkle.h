// SPDX-License-Identifier: GPL-3.0-or-later
// The RFC 6962 Merkle tree (section 2.1): hashes, the frontier of a growing tree, and proofs both ways.
#pragma once

#include "core/domain/proof.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <vector>

namespace lw::audit {

Hash leafHash(QByteArrayView leaf);                  ///< SHA-256(0x00 || leaf)
Hash nodeHash(const Hash &left, const Hash &right);  ///< SHA-256(0x01 || left || right)
Hash emptyRoot();                                    ///< SHA-256 of nothing: the root of a tree of size 0

QByteArray hashBytes(const Hash &hash);            ///< the 32 bytes
Result<Hash> hashFromBytes(QByteArrayView bytes);  ///< Errc::InvalidInput unless exactly 32 bytes

/// The right edge of a tree: all that is needed to append and to know the root. At most 64 hashes, whatever the size.
class CompactRange {
  public:
    /// Told of every perfect subtree that an append completes, leaf (level 0) first: what a store of nodes keeps.
    using OnNode = std::function<void(unsigned level, quint64 index, const Hash &hash)>;

    void append(const Hash &leaf);
    void append(const Hash &leaf, const OnNode &onNode);
    quint64 size() const { return m_size; }
    Hash root() const;

    /// 8 bytes of size, big-endian, then one hash for each set bit of the size, the largest subtree first.
    QByteArray serialise() const;
    static Result<CompactRange> restore(QByteArrayView bytes);

    bool operator==(const CompactRange &) const = default;

  private:
    std::vector<Hash> m_nodes;  ///< perfect subtrees from left to right, sizes descending
    quint64 m_size = 0;
};

/// The hash of the perfect subtree over leaves [index << level, (index + 1) << level). Provers only ask for subtrees
/// that lie wholly inside the tree. May return a plain Hash, or an Error that the prover passes on.
using NodeAt = std::function<Result<Hash>(unsigned level, quint64 index)>;

/// The root of the tree's first `size` leaves.
Result<Hash> rootAt(quint64 size, const NodeAt &nodeAt);
/// Errc::InvalidInput (field "index") unless index < size.
Result<InclusionProof> proveInclusion(quint64 index, quint64 size, const NodeAt &nodeAt);
/// Errc::InvalidInput (field "from") unless oldSize <= newSize. Empty path when oldSize is 0 or newSize.
Result<ConsistencyProof> proveConsistency(quint64 oldSize, quint64 newSize, const NodeAt &nodeAt);

/// Errc::Tampered unless the proof leads from the leaf to the root, with not one hash too many or too few.
Result<void> verifyInclusion(const InclusionProof &proof, const Hash &leaf, const Hash &root);
/// Errc::Tampered unless the proof shows that the new tree only appended to the old one.
Result<void> verifyConsistency(const ConsistencyProof &proof, const Hash &oldRoot, const Hash &newRoot);

}  // namespace lw::audit

// SPDX-License-Identifier: GPL-3.0-or-later
// Provers and verifiers of RFC 6962 sections 2.1.1 and 2.1.2; the verifiers work as RFC 9162 sections 2.1.3.2
// and 2.1.4.2 describe, by walking up from the leaf (or the old edge) and counting which hashes must come from the
// left.
#include "core/audit/merkle.h"

#include <algorithm>
#include <bit>

namespace lw::audit {

namespace {

// Hash of leaves [begin, end), where begin is a multiple of the smallest power of two that is not less than the width:
// every subtree of RFC 6962 is of that kind. Falls apart into perfect subtrees, largest first.
Result<Hash> subtree(quint64 begin, quint64 end, const NodeAt &nodeAt)
{
    std::vector<Hash> nodes;
    while (begin < end) {
        const auto level = static_cast<unsigned>(std::bit_width(end - begin) - 1);
        Result<Hash> node = nodeAt(level, begin >> level);
        if (!node) return node.error();
        nodes.push_back(*node);
        begin += quint64(1) << level;
    }
    Hash root = nodes.back();
    for (size_t i = nodes.size() - 1; i > 0; --i)
        root = nodeHash(nodes[i - 1], root);
    return root;
}

// The k of RFC 6962: the largest power of two smaller than n (n > 1).
quint64 splitOf(quint64 n)
{
    return std::bit_floor(n - 1);
}

Error badProof(const char *what)
{
    return makeError(Errc::Tampered, QLatin1String(what));
}

constexpr auto wrongLength = "The proof has the wrong number of hashes for its tree.";

}  // namespace

Result<Hash> rootAt(quint64 size, const NodeAt &nodeAt)
{
    if (size == 0) return emptyRoot();
    return subtree(0, size, nodeAt);
}

Result<InclusionProof> proveInclusion(quint64 index, quint64 size, const NodeAt &nodeAt)
{
    if (index >= size)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("There is no entry %1 in a log of %2 entries.").arg(index).arg(size),
                         QStringLiteral("index"));
    InclusionProof proof{index, size, {}};
    quint64 begin = 0, end = size;
    while (end - begin > 1) {
        const quint64 middle = begin + splitOf(end - begin);
        const bool left = index < middle;
        Result<Hash> sibling = left ? subtree(middle, end, nodeAt) : subtree(begin, middle, nodeAt);
        if (!sibling) return sibling.error();
        proof.path.append(*sibling);
        (left ? end : begin) = middle;
    }
    std::reverse(proof.path.begin(), proof.path.end());
    return proof;
}

Result<ConsistencyProof> proveConsistency(quint64 oldSize, quint64 newSize, const NodeAt &nodeAt)
{
    if (oldSize > newSize)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("A log of %1 entries cannot have grown to %2.").arg(oldSize).arg(newSize),
                         QStringLiteral("from"));
    ConsistencyProof proof{oldSize, newSize, {}};
    if (oldSize == 0 || oldSize == newSize) return proof;
    quint64 begin = 0, end = newSize;
    while (end != oldSize) {
        const quint64 middle = begin + splitOf(end - begin);
        const bool left = oldSize <= middle;
        Result<Hash> sibling = left ? subtree(middle, end, nodeAt) : subtree(begin, middle, nodeAt);
        if (!sibling) return sibling.error();
        proof.path.append(*sibling);
        (left ? end : begin) = middle;
    }
    // The old tree itself is known to the verifier; an inner part of it is not.
    if (begin != 0) {
        Result<Hash> seed = subtree(begin, end, nodeAt);
        if (!seed) return seed.error();
        proof.path.append(*seed);
    }
    std::reverse(proof.path.begin(), proof.path.end());
    return proof;
}

Result<void> verifyInclusion(const InclusionProof &proof, const Hash &leaf, const Hash &root)
{
    if (proof.leafIndex >= proof.treeSize) return badProof("The proof is for an entry beyond the end of its tree.");
    quint64 index = proof.leafIndex;
    quint64 last = proof.treeSize - 1;
    Hash hash = leaf;
    for (const Hash &sibling : proof.path) {
        if (last == 0) return badProof(wrongLength);
        if ((index & 1) != 0 || index == last) {
            hash = nodeHash(sibling, hash);
            while ((index & 1) == 0 && index != 0) {
                index >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        index >>= 1;
        last >>= 1;
    }
    if (last != 0) return badProof(wrongLength);
    if (hash != root) return badProof("The entry is not part of the log that the signed root describes.");
    return {};
}

Result<void> verifyConsistency(const ConsistencyProof &proof, const Hash &oldRoot, const Hash &newRoot)
{
    constexpr auto rewritten = "The newer log does not contain the older one unchanged.";
    if (proof.oldSize > proof.newSize) return badProof("The newer log is shorter than the older one.");
    if (proof.oldSize == 0 || proof.oldSize == proof.newSize) {
        if (!proof.path.isEmpty()) return badProof(wrongLength);
        const Hash expected = proof.oldSize == 0 ? emptyRoot() : newRoot;
        if (oldRoot != expected || (proof.newSize == 0 && newRoot != expected)) return badProof(rewritten);
        return {};
    }
    quint64 index = proof.oldSize - 1;
    quint64 last = proof.newSize - 1;
    const int skip = std::countr_one(index);  // the seed is the largest perfect subtree at the old edge
    index >>= skip;
    last >>= skip;
    auto next = proof.path.begin();
    // The old tree is itself one perfect subtree: its root is the seed and the proof does not repeat it.
    Hash seed = oldRoot;
    if (index != 0) {
        if (next == proof.path.end()) return badProof(wrongLength);
        seed = *next++;
    }
    Hash oldHash = seed, newHash = seed;
    for (; next != proof.path.end(); ++next) {
        if (last == 0) return badProof(wrongLength);
        if ((index & 1) != 0 || index == last) {
            oldHash = nodeHash(*next, oldHash);
            newHash = nodeHash(*next, newHash);
            while ((index & 1) == 0 && index != 0) {
                index >>= 1;
                last >>= 1;
            }
        } else {
            newHash = nodeHash(newHash, *next);
        }
        index >>= 1;
        last >>= 1;
    }
    if (last != 0) return badProof(wrongLength);
    if (oldHash != oldRoot || newHash != newRoot) return badProof(rewritten);
    return {};
}

}  // namespace lw::audit

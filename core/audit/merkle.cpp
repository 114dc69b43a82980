// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/merkle.h"

#include <QtEndian>

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <bit>
#include <cstring>

namespace lw::audit {

namespace {

constexpr size_t hashSize = std::tuple_size_v<Hash>;
constexpr unsigned char leafPrefix = 0x00;
constexpr unsigned char nodePrefix = 0x01;

}  // namespace

// The one-shot and the low-level calls are used on purpose: EVP contexts allocate, and a sync hashes millions of
// leaves.
Hash leafHash(QByteArrayView leaf)
{
    Hash out;
    std::array<unsigned char, 2048> buffer;
    const auto size = static_cast<size_t>(leaf.size());
    if (size < buffer.size()) {
        buffer[0] = leafPrefix;
        if (size != 0) std::memcpy(buffer.data() + 1, leaf.data(), size);
        SHA256(buffer.data(), size + 1, out.data());
        return out;
    }
    QByteArray prefixed;
    prefixed.reserve(leaf.size() + 1);
    prefixed.append(static_cast<char>(leafPrefix));
    prefixed.append(leaf);
    SHA256(reinterpret_cast<const unsigned char *>(prefixed.constData()), size + 1, out.data());
    return out;
}

Hash nodeHash(const Hash &left, const Hash &right)
{
    std::array<unsigned char, 1 + 2 * hashSize> buffer;
    buffer[0] = nodePrefix;
    std::memcpy(buffer.data() + 1, left.data(), hashSize);
    std::memcpy(buffer.data() + 1 + hashSize, right.data(), hashSize);
    Hash out;
    SHA256(buffer.data(), buffer.size(), out.data());
    return out;
}

Hash emptyRoot()
{
    Hash out;
    SHA256(reinterpret_cast<const unsigned char *>(""), 0, out.data());
    return out;
}

QByteArray hashBytes(const Hash &hash)
{
    return QByteArray(reinterpret_cast<const char *>(hash.data()), static_cast<qsizetype>(hash.size()));
}

Result<Hash> hashFromBytes(QByteArrayView bytes)
{
    Hash out;
    if (static_cast<size_t>(bytes.size()) != out.size())
        return makeError(Errc::InvalidInput,
                         QStringLiteral("A SHA-256 hash has 32 bytes, here are %1.").arg(bytes.size()));
    std::memcpy(out.data(), bytes.data(), out.size());
    return out;
}

void CompactRange::append(const Hash &leaf)
{
    Hash node = leaf;
    for (quint64 bits = m_size; (bits & 1) != 0; bits >>= 1) {
        node = nodeHash(m_nodes.back(), node);
        m_nodes.pop_back();
    }
    m_nodes.push_back(node);
    ++m_size;
}

void CompactRange::append(const Hash &leaf, const OnNode &onNode)
{
    Hash node = leaf;
    unsigned level = 0;
    onNode(level, m_size, node);
    for (quint64 bits = m_size; (bits & 1) != 0; bits >>= 1) {
        node = nodeHash(m_nodes.back(), node);
        m_nodes.pop_back();
        ++level;
        onNode(level, m_size >> level, node);
    }
    m_nodes.push_back(node);
    ++m_size;
}

Hash CompactRange::root() const
{
    if (m_nodes.empty()) return emptyRoot();
    Hash root = m_nodes.back();
    for (size_t i = m_nodes.size() - 1; i > 0; --i)
        root = nodeHash(m_nodes[i - 1], root);
    return root;
}

QByteArray CompactRange::serialise() const
{
    QByteArray out(8, Qt::Uninitialized);
    qToBigEndian(m_size, out.data());
    for (const Hash &node : m_nodes)
        out += hashBytes(node);
    return out;
}

Result<CompactRange> CompactRange::restore(QByteArrayView bytes)
{
    const auto bad = [] {
        return makeError(Errc::Corrupt, QStringLiteral("The stored edge of the audit log's tree is damaged."));
    };
    if (bytes.size() < 8) return bad();
    CompactRange range;
    range.m_size = qFromBigEndian<quint64>(bytes.data());
    bytes = bytes.sliced(8);
    const auto count = static_cast<qsizetype>(std::popcount(range.m_size));
    if (bytes.size() != count * static_cast<qsizetype>(hashSize)) return bad();
    for (qsizetype i = 0; i < count; ++i) {
        Hash &node = range.m_nodes.emplace_back();
        std::memcpy(node.data(), bytes.data() + i * static_cast<qsizetype>(hashSize), hashSize);
    }
    return range;
}

}  // namespace lw::audit

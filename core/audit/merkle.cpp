// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/merkle.h"

#include <QtEndian>

#include <openssl/evp.h>

#include <bit>
#include <cstring>
#include <memory>

namespace lw::audit {

namespace {

constexpr size_t hashSize = std::tuple_size_v<Hash>;
constexpr unsigned char leafPrefix = 0x00;
constexpr unsigned char nodePrefix = 0x01;

/// One context a thread, used again and again: the one-shot call looks its algorithm up each time, which takes longer
/// than hashing a leaf, and a sync hashes millions.
class Sha256 {
  public:
    Sha256() : m_algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr)), m_context(EVP_MD_CTX_new())
    {
        if (!m_algorithm || !m_context) qFatal("OpenSSL has no SHA-256");
    }
    void begin() { EVP_DigestInit_ex2(m_context.get(), m_algorithm.get(), nullptr); }
    void add(const void *data, size_t size) { EVP_DigestUpdate(m_context.get(), data, size); }
    Hash end()
    {
        Hash out;
        EVP_DigestFinal_ex(m_context.get(), out.data(), nullptr);
        return out;
    }

  private:
    struct Free {
        void operator()(EVP_MD *algorithm) const { EVP_MD_free(algorithm); }
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD, Free> m_algorithm;
    std::unique_ptr<EVP_MD_CTX, Free> m_context;
};

Sha256 &sha256()
{
    thread_local Sha256 digest;
    digest.begin();
    return digest;
}

}  // namespace

Hash leafHash(QByteArrayView leaf)
{
    Sha256 &digest = sha256();
    digest.add(&leafPrefix, 1);
    digest.add(leaf.data(), static_cast<size_t>(leaf.size()));
    return digest.end();
}

Hash nodeHash(const Hash &left, const Hash &right)
{
    Sha256 &digest = sha256();
    digest.add(&nodePrefix, 1);
    digest.add(left.data(), left.size());
    digest.add(right.data(), right.size());
    return digest.end();
}

Hash emptyRoot()
{
    return sha256().end();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/purgedleaf.h"

#include "core/audit/merkle.h"

#include <algorithm>

namespace lw::audit {

namespace {

constexpr QByteArrayView head("{\"purged\":\"");
constexpr QByteArrayView tail("\"}");
constexpr qsizetype digits = 64;

bool isDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

}  // namespace

QByteArray purgedLeaf(const Hash &leafHash)
{
    QByteArray line = head.toByteArray();
    line += hashBytes(leafHash).toHex();
    line += tail;
    return line;
}

std::optional<Hash> purgedHash(QByteArrayView line)
{
    if (line.size() != head.size() + digits + tail.size() || !line.startsWith(head) || !line.endsWith(tail))
        return std::nullopt;
    const QByteArrayView hex = line.sliced(head.size(), digits);
    // QByteArray::fromHex() passes over what is no digit; one hash must have one form only.
    if (!std::all_of(hex.begin(), hex.end(), isDigit)) return std::nullopt;
    const Result<Hash> hash = hashFromBytes(QByteArray::fromHex(hex.toByteArray()));
    return hash ? std::optional<Hash>(*hash) : std::nullopt;
}

Hash lineHash(QByteArrayView line)
{
    if (const std::optional<Hash> purged = purgedHash(line)) return *purged;
    return leafHash(line);
}

}  // namespace lw::audit

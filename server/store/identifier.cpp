// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/identifier.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace lw::server {

namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int chanceBytes = 10;

QString encode(const char *prefix, const QDateTime &time, const std::array<unsigned char, chanceBytes> &chance)
{
    std::array<char, 26> text;
    // Instants before 1970 and after the year 10889 do not fit 48 bits; the low bits still tell identifiers apart.
    quint64 ms = static_cast<quint64>(std::max<qint64>(time.toMSecsSinceEpoch(), 0));
    for (int i = 9; i >= 0; --i, ms >>= 5)
        text[static_cast<size_t>(i)] = alphabet[ms & 31];
    quint32 bits = 0;
    int held = 0;
    size_t out = 10;
    for (unsigned char byte : chance) {
        bits = (bits << 8) | byte;
        for (held += 8; held >= 5; held -= 5)
            text[out++] = alphabet[(bits >> (held - 5)) & 31];
    }
    return QLatin1String(prefix) + QLatin1Char('_') + QLatin1String(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

QString makeIdentifier(const char *prefix, const QDateTime &now)
{
    std::array<unsigned char, chanceBytes> chance;
    randombytes_buf(chance.data(), chance.size());
    return encode(prefix, now, chance);
}

QString identifierFrom(const char *prefix, const QDateTime &time, QByteArrayView seed)
{
    std::array<unsigned char, chanceBytes> chance{};
    std::copy_n(seed.begin(), std::min<qsizetype>(seed.size(), chanceBytes), chance.begin());
    return encode(prefix, time, chance);
}

}  // namespace lw::server

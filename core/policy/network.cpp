// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/network.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cstring>

namespace lw::policy {

namespace {

using Bytes = std::array<quint8, 16>;
constexpr std::array<quint8, 12> mappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool isMapped(const Bytes &bytes)
{
    return std::equal(mappedPrefix.begin(), mappedPrefix.end(), bytes.begin());
}

/// Decimal without a sign or leading zeros, at most `limit`.
std::optional<int> number(QStringView text, int limit)
{
    if (text.isEmpty() || text.size() > 3 || (text.size() > 1 && text[0] == u'0')) return std::nullopt;
    int value = 0;
    for (QChar c : text) {
        if (c < u'0' || c > u'9') return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value <= limit ? std::optional(value) : std::nullopt;
}

bool parseV4(QStringView text, quint8 *out)
{
    for (int part = 0; part < 4; ++part) {
        const qsizetype dot = part < 3 ? text.indexOf(u'.') : text.size();
        if (dot < 0) return false;
        const auto value = number(text.first(dot), 255);
        if (!value) return false;
        out[part] = static_cast<quint8>(*value);
        text = part < 3 ? text.sliced(dot + 1) : QStringView();
    }
    return true;
}

std::optional<quint16> hexGroup(QStringView text)
{
    if (text.isEmpty() || text.size() > 4) return std::nullopt;
    unsigned value = 0;
    for (QChar c : text) {
        const char16_t u = c.unicode();
        unsigned digit = 0;
        if (u >= u'0' && u <= u'9')
            digit = static_cast<unsigned>(u - u'0');
        else if (u >= u'a' && u <= u'f')
            digit = static_cast<unsigned>(u - u'a' + 10);
        else if (u >= u'A' && u <= u'F')
            digit = static_cast<unsigned>(u - u'A' + 10);
        else
            return std::nullopt;
        value = value * 16 + digit;
    }
    return static_cast<quint16>(value);
}

/// Colon-separated groups, the last of which may be an IPv4 address; appended to `out`. Empty text is no group.
bool parseGroups(QStringView text, QVarLengthArray<quint8, 20> &out)
{
    if (text.isEmpty()) return true;
    while (true) {
        const qsizetype colon = text.indexOf(u':');
        const QStringView group = colon < 0 ? text : text.first(colon);
        if (colon < 0 && group.contains(u'.')) {
            std::array<quint8, 4> v4{};
            if (!parseV4(group, v4.data())) return false;
            for (quint8 byte : v4)
                out.append(byte);
            return out.size() <= 16;
        }
        const auto value = hexGroup(group);
        if (!value || out.size() > 14) return false;
        out.append(static_cast<quint8>(*value >> 8));
        out.append(static_cast<quint8>(*value & 0xff));
        if (colon < 0) return true;
        text = text.sliced(colon + 1);
    }
}

std::optional<Bytes> parseV6(QStringView text)
{
    const qsizetype gap = text.indexOf(u"::");
    QVarLengthArray<quint8, 20> head, tail;
    if (gap < 0) {
        if (!parseGroups(text, head) || head.size() != 16) return std::nullopt;
    } else {
        if (text.indexOf(u"::", gap + 1) >= 0) return std::nullopt;
        const QStringView before = text.first(gap);
        if (before.contains(u'.') || !parseGroups(before, head) || !parseGroups(text.sliced(gap + 2), tail) ||
            head.size() + tail.size() > 14)
            return std::nullopt;
    }
    Bytes bytes{};
    std::copy(head.begin(), head.end(), bytes.begin());
    std::copy(tail.begin(), tail.end(), bytes.end() - tail.size());
    return bytes;
}

std::optional<Bytes> parseAddress(QStringView text)
{
    if (text.size() > 45) return std::nullopt;
    if (text.contains(u':')) return parseV6(text);
    Bytes bytes{};
    std::copy(mappedPrefix.begin(), mappedPrefix.end(), bytes.begin());
    if (!parseV4(text, bytes.data() + 12)) return std::nullopt;
    return bytes;
}

/// RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups (the first of equals) as "::".
QString textOf(const Bytes &bytes)
{
    if (isMapped(bytes))
        return QStringLiteral("%1.%2.%3.%4").arg(bytes[12]).arg(bytes[13]).arg(bytes[14]).arg(bytes[15]);
    std::array<quint16, 8> groups{};
    for (size_t i = 0; i < 8; ++i)
        groups[i] = static_cast<quint16>(bytes[2 * i] << 8 | bytes[2 * i + 1]);
    size_t start = 8, length = 1;
    for (size_t i = 0; i < 8;) {
        size_t end = i;
        while (end < 8 && groups[end] == 0)
            ++end;
        if (end - i > length) {
            start = i;
            length = end - i;
        }
        i = end == i ? i + 1 : end;
    }
    QString text;
    for (size_t i = 0; i < 8; ++i) {
        if (i == start) {
            text += u"::";
            i += length - 1;
            continue;
        }
        if (!text.isEmpty() && !text.endsWith(u':')) text += u':';
        text += QString::number(groups[i], 16);
    }
    return text;
}

void clearHostBits(Bytes &bytes, int prefix)
{
    for (int i = 0; i < 16; ++i) {
        const int kept = std::clamp(prefix - i * 8, 0, 8);
        bytes[static_cast<size_t>(i)] &= static_cast<quint8>(0xff00u >> kept);
    }
}

}  // namespace

std::optional<Bytes> addressBytes(QStringView text)
{
    const qsizetype zone = text.indexOf(u'%');
    if (zone >= 0) {
        if (zone + 1 == text.size() || !text.first(zone).contains(u':')) return std::nullopt;
        text = text.first(zone);
    }
    return parseAddress(text);
}

std::optional<QString> canonicalAddress(QStringView text)
{
    const auto bytes = addressBytes(text);
    return bytes ? std::optional(textOf(*bytes)) : std::nullopt;
}

std::optional<Network> parseNetwork(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const QStringView address = slash < 0 ? text : text.first(slash);
    const auto bytes = parseAddress(address);
    if (!bytes) return std::nullopt;
    Network network{*bytes, 128};
    if (slash >= 0) {
        const bool shortForm = !address.contains(u':');
        const auto prefix = number(text.sliced(slash + 1), shortForm ? 32 : 128);
        if (!prefix) return std::nullopt;
        network.prefix = *prefix + (shortForm ? 96 : 0);
        clearHostBits(network.bytes, network.prefix);
    }
    return network;
}

bool Network::isIpv4() const
{
    return prefix >= 96 && isMapped(bytes);
}

bool Network::contains(const Network &other) const
{
    if (isIpv4() != other.isIpv4() || other.prefix < prefix) return false;
    Bytes masked = other.bytes;
    clearHostBits(masked, prefix);
    return masked == bytes;
}

bool Network::contains(QStringView address) const
{
    const auto canonical = canonicalAddress(address);
    const auto single = canonical ? parseNetwork(*canonical) : std::nullopt;
    return single && contains(*single);
}

QString Network::toString() const
{
    const QString address = textOf(bytes);
    if (prefix == 128) return address;
    return QStringLiteral("%1/%2").arg(address).arg(isIpv4() ? prefix - 96 : prefix);
}

}  // namespace lw::policy

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/packedaddress.h"

#include <QList>

namespace lw::cache {

namespace {

bool packIpv4(QStringView text, unsigned char *out)
{
    const QList<QStringView> parts = text.split(u'.');
    if (parts.size() != 4) return false;
    for (const QStringView part : parts) {
        if (part.isEmpty() || part.size() > 3 || (part.size() > 1 && part[0] == u'0')) return false;
        unsigned value = 0;
        for (const QChar c : part) {
            if (c < u'0' || c > u'9') return false;
            value = value * 10 + (c.unicode() - u'0');
        }
        if (value > 255) return false;
        *out++ = static_cast<unsigned char>(value);
    }
    return true;
}

int hexValue(QChar c)
{
    if (c >= u'0' && c <= u'9') return c.unicode() - u'0';
    if (c >= u'a' && c <= u'f') return c.unicode() - u'a' + 10;
    if (c >= u'A' && c <= u'F') return c.unicode() - u'A' + 10;
    return -1;
}

// Groups of one side of "::" (or of the whole address); returns how many bytes they fill, -1 when malformed.
int packGroups(QStringView text, bool mayEndDotted, unsigned char *out)
{
    if (text.isEmpty()) return 0;
    int filled = 0;
    const QList<QStringView> groups = text.split(u':');
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const QStringView group = groups[i];
        if (mayEndDotted && i + 1 == groups.size() && group.contains(u'.')) {
            if (filled > 12 || !packIpv4(group, out + filled)) return -1;
            return filled + 4;
        }
        if (group.isEmpty() || group.size() > 4 || filled > 14) return -1;
        int value = 0;
        for (const QChar c : group) {
            const int digit = hexValue(c);
            if (digit < 0) return -1;
            value = value * 16 + digit;
        }
        out[filled++] = static_cast<unsigned char>(value >> 8);
        out[filled++] = static_cast<unsigned char>(value & 255);
    }
    return filled;
}

}  // namespace

std::optional<PackedAddress> packAddress(QStringView text)
{
    PackedAddress packed{};
    if (!text.contains(u':')) {
        packed[10] = packed[11] = 0xff;
        if (!packIpv4(text, packed.data() + 12)) return std::nullopt;
        return packed;
    }
    const qsizetype gap = text.indexOf(u"::");
    if (gap < 0) {
        if (packGroups(text, true, packed.data()) != 16) return std::nullopt;
        return packed;
    }
    PackedAddress tail{};
    const int front = packGroups(text.left(gap), false, packed.data());
    const int back = packGroups(text.mid(gap + 2), true, tail.data());
    if (front < 0 || back < 0 || front + back > 14) return std::nullopt;
    std::copy(tail.begin(), tail.begin() + back, packed.end() - back);
    return packed;
}

std::optional<AddressRange> packRange(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto address = packAddress(slash < 0 ? text : text.left(slash));
    if (!address) return std::nullopt;
    AddressRange range{*address, *address};
    if (slash < 0) return range;
    const QStringView digits = text.mid(slash + 1);
    bool ok = !digits.isEmpty() && digits.size() <= 3;
    for (const QChar c : digits)
        ok = ok && c >= u'0' && c <= u'9';
    int prefix = ok ? digits.toInt() : -1;
    const bool ipv4 = !text.left(slash).contains(u':');
    if (prefix < 0 || prefix > (ipv4 ? 32 : 128)) return std::nullopt;
    if (ipv4) prefix += 96;
    for (int bit = prefix; bit < 128; ++bit) {
        const auto mask = static_cast<unsigned char>(0x80 >> (bit % 8));
        const auto at = static_cast<size_t>(bit / 8);
        range.first[at] = static_cast<unsigned char>(range.first[at] & ~mask);
        range.last[at] = static_cast<unsigned char>(range.last[at] | mask);
    }
    return range;
}

}  // namespace lw::cache

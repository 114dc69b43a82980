// SPDX-License-Identifier: GPL-3.0-or-later
// Internet addresses and networks in one canonical text, and matching. IPv4-mapped IPv6 (::ffff:192.0.2.1) is the IPv4
// address it maps. Source: RFC 5952 (text of IPv6), RFC 4632 (CIDR), RFC 6943 3.1.1 (why 010.0.0.1 is refused: some
// read octal, some decimal, and allowlists were bypassed by it).
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace lw::policy {

/// Canonical text of one address without a prefix or port: "192.0.2.1", "2001:db8::1". A zone id ("fe80::1%eth0") means
/// something only on the machine that wrote it and is dropped. Leading zeros in IPv4, short forms ("10.1"), white space
/// and anything else give nullopt. Brackets are not part of an address.
std::optional<QString> canonicalAddress(QStringView text);

/// The same as 16 bytes in network order, IPv4 as ::ffff:a.b.c.d: what is compared many times is read once.
std::optional<std::array<quint8, 16>> addressBytes(QStringView text);

struct Network {
    std::array<quint8, 16> bytes{};  ///< network order; IPv4 as ::ffff:a.b.c.d; bits beyond the prefix are zero
    int prefix = 128;                ///< 0 to 128, counted on the 16 bytes (an IPv4 /24 is 120)

    bool isIpv4() const;
    bool contains(QStringView address) const;  ///< false for text that is no address, and across families
    bool contains(const Network &other) const;
    QString toString() const;  ///< "192.0.2.0/24"; a single address without prefix
    bool operator==(const Network &) const = default;
};

/// "192.0.2.0/24", "2001:db8::/32", or a single address. Host bits are cleared ("192.0.2.7/24" is 192.0.2.0/24), mapped
/// networks of /96 and longer become IPv4. Zone ids, leading zeros and prefixes out of range give nullopt.
std::optional<Network> parseNetwork(QStringView text);

}  // namespace lw::policy

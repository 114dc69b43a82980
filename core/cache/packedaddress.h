// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses as 16 sortable bytes, IPv4 as ::ffff:a.b.c.d, so that a network is one range of them.
#pragma once

#include <QStringView>

#include <array>
#include <optional>

namespace lw::cache {

using PackedAddress = std::array<unsigned char, 16>;

/// Dotted IPv4 without leading zeros, or IPv6 (also compressed, also with a dotted tail); no zone, no brackets.
std::optional<PackedAddress> packAddress(QStringView text);

/// First and last address of "address" or "address/prefix".
struct AddressRange {
    PackedAddress first{}, last{};
};
std::optional<AddressRange> packRange(QStringView text);

}  // namespace lw::cache

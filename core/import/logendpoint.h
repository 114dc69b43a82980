// SPDX-License-Identifier: GPL-3.0-or-later
// Where a line says that somebody came from.
#pragma once

#include "core/domain/event.h"

#include <optional>
#include <string_view>

namespace lw::import {

struct Endpoint {
    QString address;    ///< canonical address, or a host name as given; empty: not known
    quint16 port = 0;   ///< 0: not known
    QString transport;  ///< "UDP", "TCP", "TLS", "WS", "WSS" where the line says so
    bool known() const { return !address.isEmpty(); }
};

/// "192.0.2.1", "192.0.2.1:5060", "[2001:db8::1]:5060", "2001:db8::1", "UDP:192.0.2.1:5060", "host.example".
/// IPv4-mapped addresses become IPv4. An ambiguous address with leading zeros ("192.030.0.6": octal to some) stays as
/// it stands, like a host name, so that it matches no network. sshd's "UNKNOWN" is an endpoint without an address.
std::optional<Endpoint> endpointFrom(std::string_view text);

/// An address or host name alone, without a port.
std::optional<QString> addressFrom(std::string_view text);

}  // namespace lw::import

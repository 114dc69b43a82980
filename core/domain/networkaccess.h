// SPDX-License-Identifier: GPL-3.0-or-later
// From where a customer's people may connect, and who was turned away for misbehaving.
// Source: domain.md (Addresses); seeds (allowlist-only access; automatic blocking).
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace lw {

/// One listed network.
struct AllowedNetwork {
    QString network;  ///< canonical text of policy::Network: "192.0.2.0/24", "2001:db8::/32", "192.0.2.1"
    QString label;    ///< "Head office London"; may be empty
    QString owner;    ///< who answers for it; may be empty
    QDateTime until;  ///< UTC, exclusive; invalid: always
    bool operator==(const AllowedNetwork &) const = default;
};

/// The customer's allowlist. Devices of kind Pbx are held to it whether or not it is enforced for people.
struct Allowlist {
    bool enforced = false;    ///< people connect only from listed networks
    QDateTime enforcedSince;  ///< UTC; invalid while not enforced
    QList<AllowedNetwork> networks;
    bool operator==(const Allowlist &) const = default;
};

/// A change that was applied and reverts by itself unless it is confirmed in time.
struct PendingAllowlist {
    QString id;           ///< "chg_" and 26 letters or digits
    QString author;       ///< login name
    QDateTime appliedAt;  ///< UTC
    QDateTime revertsAt;  ///< UTC, exclusive
    Allowlist before;     ///< what comes back
    bool operator==(const PendingAllowlist &) const = default;
};

/// When an address is blocked by itself.
struct BlockingPolicy {
    bool enabled = true;
    int failures = 20;            ///< failed or refused sign-ins of one address …
    int windowMinutes = 10;       ///< … within so many minutes
    int blockMinutes = 15;        ///< the first block; each further one of the same address lasts twice as long
    int mostMinutes = 24 * 60;    ///< and never longer
    bool exemptAllowlist = true;  ///< listed networks are never blocked by themselves
    bool operator==(const BlockingPolicy &) const = default;
};

struct BlockedAddress {
    QString address;  ///< canonical; IPv6 as its /64 network
    QDateTime since;  ///< UTC
    QDateTime until;  ///< UTC, exclusive; invalid: pinned, until somebody lifts it
    int nth = 1;      ///< how many times it was blocked, this one included
    int failures = 0;
    int accounts = 0;  ///< different login names that were tried
    bool pinned = false;
    QString reason;  ///< of a pin: what the person wrote
    bool operator==(const BlockedAddress &) const = default;
};

}  // namespace lw

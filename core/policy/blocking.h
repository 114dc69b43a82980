// SPDX-License-Identifier: GPL-3.0-or-later
// When an address that keeps failing is turned away by itself, for how long, and what counts as one address.
// Source: domain.md (blocking of offenders: threshold, window, duration, exemptions); RFC 6177 (a site holds at least a
// /64 of IPv6: whoever is blocked by single addresses just takes the next).
//
//   block of one address     1st            2nd            3rd …
//   lasts                    blockMinutes   twice          four times …   mostMinutes at most
#pragma once

#include "core/domain/networkaccess.h"

#include <QDateTime>

#include <optional>
#include <span>

namespace lw::policy {

/// A failed or refused sign-in.
struct Offence {
    QDateTime at;      ///< UTC
    QString loginKey;  ///< case-folded name that was tried
    bool operator==(const Offence &) const = default;
};

/// What is blocked for an address: IPv4 the address itself, IPv6 its /64 ("2001:db8:0:1::/64"). nullopt: no address.
std::optional<QString> blockingKey(QStringView address);
/// The same for what a person writes into a block by hand: also a whole /64. nullopt: another network or no address.
std::optional<QString> blockingKeyOfEntry(QStringView text);

enum class BlockState : quint8 {
    Open,    ///< too few offences, or blocking is off
    Exempt,  ///< enough offences, but the address is exempt
    Begin,   ///< this very offence begins a block
    Blocked  ///< a block is running
};

struct BlockVerdict {
    BlockState state = BlockState::Open;
    int failures = 0;    ///< offences that count
    int accounts = 0;    ///< different names among them
    int nth = 0;         ///< of the block that begins or runs
    QDateTime until;     ///< UTC, exclusive; invalid: pinned, or no block
    QDateTime since;     ///< UTC: when the block begins or began
    int retryAfter = 0;  ///< whole seconds until then, rounded up; 0: none or without an end
    bool operator==(const BlockVerdict &) const = default;
};

/// Whether a block that was stored holds at `nowUtc`. When the clock went back by more than the block's length to
/// before it began, it does not: nobody stays out for more than twice as long as was said.
bool holds(const BlockedAddress &block, const QDateTime &nowUtc);

/// How long the `nth` block lasts, in minutes.
int blockMinutes(int nth, const BlockingPolicy &policy);

/// `offences` of one key, in any order, the newest included; those at or before `now - window` do not count, nor those
/// before the end of an earlier block, nor those after `nowUtc`. `earlier`: the last block of this key, ended or not;
/// one that somebody lifted has that moment as its end and `nth` 0. It is forgotten mostMinutes after its end.
/// `listed`: the allowlist covers the address.
BlockVerdict blocking(std::span<const Offence> offences, const BlockingPolicy &policy,
                      const std::optional<BlockedAddress> &earlier, bool listed, const QDateTime &nowUtc);

}  // namespace lw::policy

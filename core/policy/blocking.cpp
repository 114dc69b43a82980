// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/blocking.h"

#include "core/policy/network.h"

#include <QSet>

#include <algorithm>

namespace lw::policy {

namespace {

constexpr int sitePrefix = 64;

Network siteOf(Network network)
{
    if (network.isIpv4()) return network;
    std::fill(network.bytes.begin() + sitePrefix / 8, network.bytes.end(), quint8(0));
    network.prefix = sitePrefix;
    return network;
}

int secondsUntil(const QDateTime &until, const QDateTime &now)
{
    return until.isValid() ? static_cast<int>((now.msecsTo(until) + 999) / 1000) : 0;
}

}  // namespace

std::optional<QString> blockingKey(QStringView address)
{
    const auto bytes = addressBytes(address);
    return bytes ? std::optional(siteOf(Network{*bytes, 128}).toString()) : std::nullopt;
}

std::optional<QString> blockingKeyOfEntry(QStringView text)
{
    const auto network = parseNetwork(text);
    if (!network) return std::nullopt;
    const bool single = network->prefix == 128;
    if (!single && (network->isIpv4() || network->prefix != sitePrefix)) return std::nullopt;
    return siteOf(*network).toString();
}

bool holds(const BlockedAddress &block, const QDateTime &nowUtc)
{
    if (block.pinned || !block.until.isValid()) return true;
    const qint64 length = block.since.msecsTo(block.until);
    return nowUtc < block.until && nowUtc.msecsTo(block.until) <= std::max<qint64>(length, 0) * 2;
}

int blockMinutes(int nth, const BlockingPolicy &policy)
{
    qint64 minutes = policy.blockMinutes;
    for (int i = 1; i < nth && minutes < policy.mostMinutes; ++i)
        minutes *= 2;
    return static_cast<int>(std::min<qint64>(minutes, policy.mostMinutes));
}

BlockVerdict blocking(std::span<const Offence> offences, const BlockingPolicy &policy,
                      const std::optional<BlockedAddress> &earlier, bool listed, const QDateTime &nowUtc)
{
    BlockVerdict verdict;
    if (earlier && holds(*earlier, nowUtc)) {
        verdict.state = BlockState::Blocked;
        verdict.failures = earlier->failures;
        verdict.accounts = earlier->accounts;
        verdict.nth = earlier->nth;
        verdict.since = earlier->since;
        verdict.until = earlier->pinned ? QDateTime() : earlier->until;
        verdict.retryAfter = secondsUntil(verdict.until, nowUtc);
        return verdict;
    }
    const QDateTime windowBegin = nowUtc.addSecs(-60LL * policy.windowMinutes);
    const QDateTime ended = earlier ? std::min(earlier->until, nowUtc) : QDateTime();
    QSet<QString> names;
    for (const Offence &offence : offences) {
        if (offence.at <= windowBegin || offence.at > nowUtc || (ended.isValid() && offence.at < ended)) continue;
        ++verdict.failures;
        names.insert(offence.loginKey);
    }
    verdict.accounts = static_cast<int>(names.size());
    if (!policy.enabled || verdict.failures < policy.failures) return verdict;
    if (listed && policy.exemptAllowlist) {
        verdict.state = BlockState::Exempt;
        return verdict;
    }
    const bool remembered = ended.isValid() && nowUtc < ended.addSecs(60LL * policy.mostMinutes);
    verdict.state = BlockState::Begin;
    verdict.nth = remembered ? earlier->nth + 1 : 1;
    verdict.since = nowUtc;
    verdict.until = nowUtc.addSecs(60LL * blockMinutes(verdict.nth, policy));
    verdict.retryAfter = secondsUntil(verdict.until, nowUtc);
    return verdict;
}

}  // namespace lw::policy

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/overview.h"

#include <algorithm>
#include <cmath>

namespace lw::loginlog {

namespace {

/// So many failures in 24 hours from one address or of one name are worth a look: the customer's lockout is at ten.
constexpr quint64 notableFailures = 10;
constexpr quint64 alarmingFailures = 50;
constexpr double failuresUpFactor = 3.0;
constexpr qint64 cacheOldHours = 24;
constexpr qsizetype mostGroups = 3;

void addGroups(QList<AttentionItem> &items, AttentionKind kind, QList<FailureGroup> groups)
{
    std::stable_sort(groups.begin(), groups.end(),
                     [](const FailureGroup &a, const FailureGroup &b) { return a.count > b.count; });
    qsizetype given = 0;
    for (const FailureGroup &group : groups) {
        if (group.count < notableFailures || given == mostGroups) break;
        items.append({kind, group.count >= alarmingFailures ? Urgency::Bad : Urgency::Warning,
                      static_cast<qint64>(group.count), 0, group.subject, group.latest});
        ++given;
    }
}

}  // namespace

QList<AttentionItem> attentionItems(const AttentionFacts &facts)
{
    QList<AttentionItem> items;
    const auto people = [&](AttentionKind kind, Urgency urgency, int count) {
        if (count > 0) items.append({kind, urgency, count, 0, {}, {}});
    };
    people(AttentionKind::PasswordsOverdue, Urgency::Bad, facts.people.overdue);
    people(AttentionKind::AccountsLocked, Urgency::Bad, facts.people.locked);
    people(AttentionKind::PasswordsDue, Urgency::Warning, facts.people.due);
    people(AttentionKind::PasswordsNeverSet, Urgency::Warning, facts.people.neverSet);
    people(AttentionKind::NoSecondFactor, Urgency::Info, facts.people.noSecondFactor);
    people(AttentionKind::IdleAccounts, Urgency::Info, facts.people.idle90Days);
    addGroups(items, AttentionKind::FailuresFromAddress, facts.byAddress);
    addGroups(items, AttentionKind::FailuresOfPerson, facts.byPerson);
    if (facts.failed24h >= notableFailures &&
        static_cast<double>(facts.failed24h) >= failuresUpFactor * facts.failedDailyMean)
        items.append({AttentionKind::FailuresUp,
                      Urgency::Warning,
                      static_cast<qint64>(facts.failed24h),
                      std::llround(facts.failedDailyMean),
                      {},
                      {}});
    if (facts.lastSync.isValid()) {
        const qint64 hours = facts.lastSync.secsTo(facts.now) / 3'600;
        if (hours >= cacheOldHours)
            items.append({AttentionKind::CacheOld, Urgency::Info, hours, 0, {}, facts.lastSync});
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const AttentionItem &a, const AttentionItem &b) { return a.urgency < b.urgency; });
    return items;
}

}  // namespace lw::loginlog

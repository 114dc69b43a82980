// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/networkwords.h"

#include "ui/common/timetext.h"

namespace lw::ui {

namespace {

constexpr int soonDays = 30;
const QString dot = QStringLiteral(" · ");

/// The last moment that still counts: the end of a day stands for that day.
QString endWords(const QDateTime &until, const QTimeZone &zone)
{
    const QDateTime local = until.toTimeZone(zone);
    const QDateTime last = until.addMSecs(-1).toTimeZone(zone);
    if (local.date() != last.date()) return dayText(last.date());
    return AllowlistWords::tr("%1, %2").arg(dayText(local.date()), local.toString(QStringLiteral("HH:mm")));
}

QString personName(const access::ReplayedPerson &person)
{
    const QString name = person.displayName.isEmpty() ? person.login : person.displayName;
    return person.administrator ? AllowlistWords::tr("%1 (administrator)").arg(name) : name;
}

}  // namespace

QString enforcedWords(bool enforced)
{
    return enforced ? AllowlistWords::tr("only listed networks") : AllowlistWords::tr("any network");
}

QString entryWords(const std::optional<AllowedNetwork> &entry, const QTimeZone &zone)
{
    if (!entry) return AllowlistWords::tr("not listed");
    QStringList parts;
    for (const QString &part : {entry->label, entry->owner})
        if (!part.isEmpty()) parts << part;
    parts << (entry->until.isValid() ? AllowlistWords::tr("until %1").arg(endWords(entry->until, zone))
                                     : AllowlistWords::tr("always"));
    return parts.join(dot);
}

QString untilWords(const QDateTime &until, const QTimeZone &zone, const QDateTime &now)
{
    if (!until.isValid()) return AllowlistWords::tr("always");
    const QString end = endWords(until, zone);
    return until <= now ? AllowlistWords::tr("ended %1").arg(end) : end;
}

Tone untilTone(const QDateTime &until, const QDateTime &now)
{
    if (!until.isValid()) return Tone::Neutral;
    if (until <= now) return Tone::Bad;
    return until <= now.addDays(soonDays) ? Tone::Warning : Tone::Neutral;
}

QString rowChangeWords(RowChange change)
{
    switch (change) {
        case RowChange::None: return {};
        case RowChange::Added: return AllowlistWords::tr("new");
        case RowChange::Changed: return AllowlistWords::tr("changed");
        case RowChange::Removed: return AllowlistWords::tr("removed");
    }
    return {};
}

Tone rowChangeTone(RowChange change)
{
    switch (change) {
        case RowChange::None: return Tone::Neutral;
        case RowChange::Added: return Tone::Good;
        case RowChange::Changed: return Tone::Accent;
        case RowChange::Removed: return Tone::Bad;
    }
    return Tone::Neutral;
}

QString entryName(const AllowedNetwork &network)
{
    return network.label.isEmpty() ? network.network : AllowlistWords::tr("“%1”").arg(network.label);
}

QString changesWords(const DraftCounts &counts, bool enforced)
{
    QStringList parts;
    if (counts.added) parts << AllowlistWords::tr("%n network(s) added", nullptr, counts.added);
    if (counts.changed) parts << AllowlistWords::tr("%n network(s) changed", nullptr, counts.changed);
    if (counts.removed) parts << AllowlistWords::tr("%n network(s) removed", nullptr, counts.removed);
    if (counts.switched)
        parts << (enforced ? AllowlistWords::tr("the list turned on") : AllowlistWords::tr("the list turned off"));
    return parts.isEmpty() ? AllowlistWords::tr("no difference") : parts.join(QStringLiteral(", "));
}

QString beforeTitle(const AllowlistDraft &draft)
{
    const DraftCounts counts = draft.counts();
    if (counts.total() != 1) return AllowlistWords::tr("Before you save %n change(s)", nullptr, counts.total());
    if (counts.switched)
        return draft.enforced() ? AllowlistWords::tr("Before only listed networks may connect")
                                : AllowlistWords::tr("Before any network may connect");
    for (const DraftRow &row : draft.rows()) {
        switch (row.change) {
            case RowChange::Added: return AllowlistWords::tr("Before you add %1").arg(entryName(row.network));
            case RowChange::Changed: return AllowlistWords::tr("Before you change %1").arg(entryName(row.network));
            case RowChange::Removed: return AllowlistWords::tr("Before you remove %1").arg(entryName(row.network));
            case RowChange::None: break;
        }
    }
    return {};
}

QString refusedWords(const access::ReplayResult &replay)
{
    if (replay.refusedLogins == 0) return AllowlistWords::tr("Nobody would have been refused");
    return AllowlistWords::tr("%1, %2 would have been refused")
        .arg(AllowlistWords::tr("%n people", nullptr, static_cast<int>(replay.people.size())),
             AllowlistWords::tr("%Ln login(s)", nullptr, static_cast<int>(replay.refusedLogins)));
}

QString refusedNames(const access::ReplayResult &replay, int most)
{
    QStringList names;
    for (const access::ReplayedPerson &person : replay.people) {
        if (names.size() == most) {
            names << AllowlistWords::tr("%n more", nullptr, static_cast<int>(replay.people.size()) - most);
            break;
        }
        names << AllowlistWords::tr("%1 %2").arg(personName(person), countText(static_cast<qint64>(person.refused)));
    }
    return names.join(dot);
}

QString ordinalWords(int nth)
{
    switch (nth) {
        case 1: return AllowlistWords::tr("first");
        case 2: return AllowlistWords::tr("second");
        case 3: return AllowlistWords::tr("third");
        case 4: return AllowlistWords::tr("fourth");
        case 5: return AllowlistWords::tr("fifth");
        case 6: return AllowlistWords::tr("sixth");
        case 7: return AllowlistWords::tr("seventh");
        case 8: return AllowlistWords::tr("eighth");
        case 9: return AllowlistWords::tr("ninth");
        case 10: return AllowlistWords::tr("tenth");
        default: return AllowlistWords::tr("number %1").arg(nth);
    }
}

QString blockWords(const BlockedAddress &block, const QDateTime &now)
{
    QStringList parts;
    if (block.failures > 0)
        parts << AllowlistWords::tr("%1 on %2")
                     .arg(AllowlistWords::tr("%n failure(s)", nullptr, block.failures),
                          AllowlistWords::tr("%n account(s)", nullptr, block.accounts));
    if (!block.reason.isEmpty()) parts << block.reason;
    if (!block.until.isValid()) {
        parts << AllowlistWords::tr("until somebody lifts it");
    } else {
        const bool today = block.until.toUTC().date() == now.toUTC().date();
        parts << AllowlistWords::tr("until %1")
                     .arg(today ? clockTime(block.until)
                                : shortDay(block.until.toUTC().date()) + QLatin1Char(' ') + clockTime(block.until));
    }
    if (block.nth > 1 && !block.pinned)
        parts << AllowlistWords::tr("%1 block, each lasts twice as long").arg(ordinalWords(block.nth));
    return parts.join(dot);
}

QString minutesWords(int minutes)
{
    if (minutes >= 2880 && minutes % 1440 == 0) return AllowlistWords::tr("%1 d").arg(minutes / 1440);
    if (minutes >= 60 && minutes % 60 == 0) return AllowlistWords::tr("%1 h").arg(minutes / 60);
    if (minutes > 60) return AllowlistWords::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    return AllowlistWords::tr("%1 min").arg(minutes);
}

QString blockingRules(const BlockingPolicy &policy)
{
    if (!policy.enabled)
        return AllowlistWords::tr("No address is blocked by itself. Addresses can be blocked by hand.");
    QString text =
        AllowlistWords::tr(
            "%1 within %2 block an address for %3. Each further block of it lasts twice as "
            "long, %4 at most.")
            .arg(AllowlistWords::tr("%n failure(s)", nullptr, policy.failures), minutesWords(policy.windowMinutes),
                 minutesWords(policy.blockMinutes), minutesWords(policy.mostMinutes));
    if (policy.exemptAllowlist) text += QLatin1Char(' ') + AllowlistWords::tr("Listed networks are exempt.");
    return text;
}

QString countdownWords(const QDateTime &until, const QDateTime &now)
{
    const qint64 seconds = qMax<qint64>(0, (now.msecsTo(until) + 999) / 1000);
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace lw::ui

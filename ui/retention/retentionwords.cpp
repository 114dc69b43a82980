// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retention/retentionwords.h"

#include "ui/common/timetext.h"

#include <QCoreApplication>

#include <numeric>

namespace lw::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::RetentionWords)
};

QString removedWords(const PurgeCount &count)
{
    const int removed = static_cast<int>(count.removed);
    if (count.dataClass == DataClass::CallRecords) return Words::tr("%n call(s)", nullptr, removed);
    return Words::tr("%n entr(y/ies)", nullptr, removed);
}

}  // namespace

QString dataClassWords(DataClass dataClass)
{
    switch (dataClass) {
        case DataClass::LoginLog: return Words::tr("Login log");
        case DataClass::AuditLog: return Words::tr("Audit log");
        case DataClass::CallRecords: return Words::tr("Call records");
        case DataClass::Reports: return Words::tr("Exports");
    }
    return {};
}

QString dataClassHint(DataClass dataClass)
{
    switch (dataClass) {
        case DataClass::LoginLog: return Words::tr("who signed in, when and from where");
        case DataClass::AuditLog: return Words::tr("what administrators and the back end changed");
        case DataClass::CallRecords: return Words::tr("finished calls; sums of spend stay");
        case DataClass::Reports: return Words::tr("who took reports and logs away");
    }
    return {};
}

QString keptWords(std::optional<int> days)
{
    return days ? Words::tr("%n day(s)", nullptr, *days) : Words::tr("permanently");
}

QString findingPill(const policy::RetentionFinding &finding)
{
    if (finding.standard == policy::RetentionStandard::PciDss)
        return finding.says == policy::RetentionSays::TooShort ? Words::tr("under PCI DSS") : Words::tr("PCI DSS");
    return finding.says == policy::RetentionSays::MustJustify ? Words::tr("GDPR: needs a reason") : Words::tr("GDPR");
}

QString findingSentence(const policy::RetentionFinding &finding)
{
    switch (finding.says) {
        case policy::RetentionSays::Meets:
            return Words::tr("PCI DSS %1 asks for twelve months of audit log: this is long enough.")
                .arg(finding.clause);
        case policy::RetentionSays::TooShort:
            return Words::tr("PCI DSS %1 asks for twelve months of audit log: this is too short.").arg(finding.clause);
        case policy::RetentionSays::MustJustify:
            return Words::tr(
                       "GDPR %1 lets personal data be kept only as long as it is needed: have the reason for so "
                       "long a time in writing.")
                .arg(finding.clause);
        case policy::RetentionSays::Limited:
            return Words::tr("GDPR %1 asks for an end: there is one.").arg(finding.clause);
    }
    return {};
}

Tone findingTone(const policy::RetentionFinding &finding)
{
    switch (finding.says) {
        case policy::RetentionSays::Meets:
        case policy::RetentionSays::Limited: return Tone::Good;
        case policy::RetentionSays::TooShort: return Tone::Bad;
        case policy::RetentionSays::MustJustify: return Tone::Warning;
    }
    return Tone::Neutral;
}

QString holdWhat(const LegalHold &hold, const PeopleNames &names)
{
    switch (hold.subject) {
        case HoldSubject::Person: return names.value(hold.value, hold.value);
        case HoldSubject::Number: return hold.value;
        case HoldSubject::Period: return Words::tr("Everything of a period");
    }
    return {};
}

QString holdSpan(const LegalHold &hold)
{
    if (hold.from.isValid() && hold.until.isValid())
        return Words::tr("%1 to %2").arg(fullTime(hold.from), fullTime(hold.until));
    if (hold.from.isValid()) return Words::tr("from %1").arg(fullTime(hold.from));
    if (hold.until.isValid()) return Words::tr("until %1").arg(fullTime(hold.until));
    return Words::tr("at all times");
}

QString causeWords(const PurgeRun &run, const PeopleNames &names)
{
    switch (run.cause) {
        case PurgeCause::Schedule: return Words::tr("On schedule");
        case PurgeCause::Asked: return Words::tr("Asked for by %1").arg(run.startedBy);
        case PurgeCause::Erasure: return Words::tr("Erasure of %1").arg(names.value(run.subjectId, run.subjectId));
    }
    return {};
}

QString countWords(const PurgeCount &count, bool wouldGo)
{
    QString words = count.removed == 0 ? Words::tr("nothing") : removedWords(count);
    if (count.removed > 0 && count.oldest.isValid()) {
        const QString from = dayText(count.oldest.date());
        const QString to = dayText(count.newest.date());
        words = from == to ? Words::tr("%1 of %2").arg(words, from) : Words::tr("%1, %2 to %3").arg(words, from, to);
    }
    if (count.held > 0)
        words = Words::tr("%1; %2").arg(words, wouldGo ? Words::tr("holds keep %n", nullptr, int(count.held))
                                                       : Words::tr("holds kept %n", nullptr, int(count.held)));
    return words;
}

QString previewWords(const QList<PurgeCount> &counts)
{
    if (counts.isEmpty()) return Words::tr("Everything is kept permanently: nothing would go.");
    QStringList lines;
    for (const PurgeCount &count : counts)
        lines << Words::tr("%1: %2").arg(dataClassWords(count.dataClass), countWords(count, true));
    return lines.join(u'\n');
}

qint64 removedIn(const QList<PurgeCount> &counts)
{
    return std::accumulate(counts.cbegin(), counts.cend(), qint64(0),
                           [](qint64 sum, const PurgeCount &count) { return sum + count.removed; });
}

}  // namespace lw::ui

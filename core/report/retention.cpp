// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/retention.h"

#include "core/policy/retention.h"
#include "core/report/controls.h"
#include "core/util/time.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace lw::report {

namespace {

using policy::RetentionFinding;
using policy::RetentionSays;
using policy::RetentionStandard;

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

struct Row {
    QString part, about, state, standard, result;
    QDateTime since;
    QString removed, held, details, by;
    QDateTime from, until, ended;
    QString endedBy, id;
};

QString classWords(DataClass dataClass)
{
    switch (dataClass) {
        case DataClass::LoginLog: return tr("Login log");
        case DataClass::AuditLog: return tr("Audit log");
        case DataClass::CallRecords: return tr("Call records");
        case DataClass::Reports: return tr("Log of exports");
    }
    return {};
}

QString keptWords(std::optional<int> days)
{
    if (!days) return tr("Permanently");
    return *days == 1 ? tr("1 day") : tr("%1 days").arg(countText(static_cast<quint64>(*days)));
}

QString causeWords(PurgeCause cause)
{
    switch (cause) {
        case PurgeCause::Schedule: return tr("By schedule");
        case PurgeCause::Asked: return tr("Asked for");
        case PurgeCause::Erasure: return tr("Erasure");
    }
    return {};
}

QString standardWords(const RetentionFinding &finding)
{
    return (finding.standard == RetentionStandard::PciDss ? QStringLiteral("PCI DSS ") : QStringLiteral("GDPR ")) +
           finding.clause;
}

QString saysWords(RetentionSays says)
{
    switch (says) {
        case RetentionSays::Meets: return tr("Meets");
        case RetentionSays::TooShort: return tr("Too short");
        case RetentionSays::MustJustify: return tr("Needs a purpose");
        case RetentionSays::Limited: return tr("Limited");
    }
    return {};
}

QString explained(const RetentionFinding &finding)
{
    switch (finding.says) {
        case RetentionSays::Meets:
        case RetentionSays::TooShort:
            return tr("Asks to keep logs for %1 days at least, the last 3 months at hand.").arg(finding.days);
        case RetentionSays::MustJustify:
            return tr("Asks to keep no longer than needed: the purpose of so long a time must be recorded.");
        case RetentionSays::Limited: return tr("Asks to keep no longer than needed: a time is set.");
    }
    return {};
}

QString subjectWords(HoldSubject subject)
{
    switch (subject) {
        case HoldSubject::Person: return tr("Person");
        case HoldSubject::Number: return tr("Number");
        case HoldSubject::Period: return tr("Period");
    }
    return {};
}

QString spanWords(const QDateTime &from, const QDateTime &until)
{
    if (!from.isValid() && !until.isValid()) return {};
    if (!from.isValid()) return tr("up to %1").arg(instantText(until));
    if (!until.isValid()) return tr("from %1").arg(instantText(from));
    return tr("from %1 to %2").arg(instantText(from), instantText(until));
}

QString timeText(const QDateTime &utc)
{
    return utc.isValid() ? toRfc3339(utc) : QString();
}

void addRules(QList<Row> &rows, const RetentionRules &rules)
{
    for (const DataClass dataClass : allDataClasses()) {
        const std::optional<int> days = rules.days(dataClass);
        for (const RetentionFinding &finding : policy::standardsOf(dataClass, days)) {
            Row row;
            row.part = tr("Rule");
            row.about = classWords(dataClass);
            row.state = keptWords(days);
            row.standard = standardWords(finding);
            row.result = saysWords(finding.says);
            row.details = explained(finding);
            rows << row;
        }
    }
}

void addHolds(QList<Row> &rows, const RetentionFacts &facts)
{
    QList<LegalHold> holds = facts.holds;
    std::stable_sort(holds.begin(), holds.end(), [](const LegalHold &a, const LegalHold &b) {
        if (a.inForce() != b.inForce()) return a.inForce();
        if (a.createdAt != b.createdAt) return a.createdAt > b.createdAt;
        return a.id < b.id;
    });
    for (const LegalHold &hold : std::as_const(holds)) {
        const QString span = spanWords(hold.from, hold.until);
        const QString whom =
            hold.subject == HoldSubject::Person ? facts.logins.value(hold.value, hold.value) : hold.value;
        Row row;
        row.part = tr("Legal hold");
        row.about = whom.isEmpty() ? span : whom;
        row.state = subjectWords(hold.subject);
        row.result = hold.inForce() ? tr("In force") : tr("Released");
        row.since = hold.createdAt;
        row.details = whom.isEmpty() || span.isEmpty() ? hold.reason : tr("%1 (%2)").arg(hold.reason, span);
        row.by = hold.createdBy;
        row.from = hold.from;
        row.until = hold.until;
        row.ended = hold.releasedAt;
        row.endedBy = hold.releasedBy;
        row.id = hold.id;
        rows << row;
    }
}

QList<PurgeRun> newestFirst(QList<PurgeRun> runs)
{
    std::stable_sort(runs.begin(), runs.end(), [](const PurgeRun &a, const PurgeRun &b) {
        if (a.startedAt != b.startedAt) return a.startedAt > b.startedAt;
        return a.id < b.id;
    });
    return runs;
}

void addRuns(QList<Row> &rows, const RetentionFacts &facts, const QList<PurgeRun> &runs)
{
    for (const PurgeRun &run : runs) {
        Row row;
        row.part = tr("Purge");
        row.state = causeWords(run.cause);
        row.result = run.finished() ? tr("Finished") : tr("Running");
        row.since = run.startedAt;
        row.by = run.startedBy;
        row.ended = run.finishedAt;
        row.id = run.id;
        if (!run.subjectId.isEmpty())
            row.details = tr("Everything about %1").arg(facts.logins.value(run.subjectId, run.subjectId));
        if (run.counts.isEmpty()) rows << row;
        for (const PurgeCount &count : run.counts) {
            Row one = row;
            one.about = classWords(count.dataClass);
            one.removed = QString::number(count.removed);
            one.held = QString::number(count.held);
            one.from = count.oldest;
            one.until = count.newest;
            if (count.before.isValid()) one.details = tr("What is older than %1").arg(instantText(count.before));
            rows << one;
        }
    }
}

/// The latest purges, the oldest of them first.
BarSeries purgeChart(const QList<PurgeRun> &runs)
{
    constexpr qsizetype most = 12;
    BarSeries series;
    series.lowerName = tr("removed");
    series.upperName = tr("kept by a hold");
    for (qsizetype i = std::min(runs.size(), most) - 1; i >= 0; --i)
        series.bars << BarSeries::Bar{QLocale::c().toString(runs[i].startedAt.toUTC(), QStringLiteral("d MMM")),
                                      static_cast<quint64>(std::max<qint64>(0, runs[i].removed())),
                                      static_cast<quint64>(std::max<qint64>(0, runs[i].held()))};
    return series;
}

QStringList notesOf(const RetentionFacts &facts)
{
    QStringList notes;
    notes << (facts.nextRunAt.isValid()
                  ? tr("The next purge by schedule is due at %1.").arg(instantText(facts.nextRunAt))
                  : tr("Nothing is purged by schedule: every class is kept permanently."));
    notes << tr(
        "\"Meets\", \"Too short\", \"Needs a purpose\" and \"Limited\" compare the time of a rule with the clause "
        "named "
        "beside it, and nothing else.");
    notes << tr("What a legal hold covers is neither purged nor erased while the hold is in force.");
    return notes;
}

QStringList cellsOf(const Row &row)
{
    return {row.part, row.about,   row.state, row.standard,       row.result,          timeText(row.since), row.removed,
            row.held, row.details, row.by,    timeText(row.from), timeText(row.until), timeText(row.ended), row.endedBy,
            row.id};
}

}  // namespace

ReportContent retention(const ReportScope &scope, const RetentionFacts &facts)
{
    const QList<PurgeRun> runs = newestFirst(facts.runs);
    QList<Row> rows;
    addRules(rows, facts.rules);
    const QString tooShort = saysWords(RetentionSays::TooShort);
    const auto count = [](auto number) { return countText(static_cast<quint64>(number)); };
    const auto shortRules =
        std::count_if(rows.begin(), rows.end(), [&](const Row &row) { return row.result == tooShort; });
    const auto permanent = std::count_if(allDataClasses().begin(), allDataClasses().end(),
                                         [&](DataClass dataClass) { return !facts.rules.days(dataClass); });
    const auto inForce =
        std::count_if(facts.holds.begin(), facts.holds.end(), [](const LegalHold &hold) { return hold.inForce(); });
    qint64 removed = 0;
    for (const PurgeRun &run : runs)
        removed += run.removed();
    addHolds(rows, facts);
    addRuns(rows, facts, runs);

    ReportContent content;
    content.title = tr("Retention");
    content.scope = scope;
    content.figures = {{tr("Kept permanently"), tr("%1 of %2").arg(permanent).arg(allDataClasses().size())},
                       {tr("Too short for PCI DSS"), count(shortRules), shortRules > 0},
                       {tr("Holds in force"), count(inForce)},
                       {tr("Purges"), count(runs.size())},
                       {tr("Entries removed"), count(removed)}};
    content.chartTitle = tr("The latest purges");
    content.chart = purgeChart(runs);
    content.controls = {citationFor(ControlSubject::Retention), citationFor(ControlSubject::Reports)};
    content.notes = notesOf(facts);
    content.columns = {{tr("Part"), 1.1},
                       {tr("About"), 2.0},
                       {tr("Kept, kind"), 1.5},
                       {tr("Standard"), 1.4},
                       {tr("Result"), 1.3, false, false, {tooShort}},
                       {tr("Since (UTC)"), 1.6},
                       {tr("Removed"), 1.2, false, true},
                       {tr("Held"), 0.7, false, true},
                       {tr("Details"), 2.6},
                       {tr("By"), 0},
                       {tr("From (UTC)"), 0},
                       {tr("Until (UTC)"), 0},
                       {tr("Ended (UTC)"), 0},
                       {tr("Released by"), 0},
                       {tr("ID"), 0}};
    content.rowCount = static_cast<quint64>(rows.size());
    content.rows = [rows, at = qsizetype(0)](QStringList &cells) mutable -> Result<bool> {
        if (at >= rows.size()) return false;
        cells = cellsOf(rows[at++]);
        return true;
    };
    return content;
}

}  // namespace lw::report

// SPDX-License-Identifier: GPL-3.0-or-later
// "retention": how long data is kept, legal holds and purges.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/subcommands.h"
#include "app/linewardenctl/table.h"
#include "core/policy/retention.h"
#include "core/retention/retentionservice.h"

#include <QJsonDocument>

namespace lw::ctl {

namespace {

using SeenState = access::Seen<protocol::RetentionState>;
using SeenHolds = access::Seen<QList<LegalHold>>;
using SeenRuns = access::Seen<QList<PurgeRun>>;
using Counts = QList<PurgeCount>;

struct ClassOption {
    DataClass dataClass;
    const char *option;
};
constexpr ClassOption classOptions[] = {{DataClass::LoginLog, "login-log"},
                                        {DataClass::AuditLog, "audit-log"},
                                        {DataClass::CallRecords, "call-records"},
                                        {DataClass::Reports, "reports"}};

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

void ruleOptions(Arguments &parsed)
{
    for (const ClassOption &one : classOptions)
        parsed.option(QLatin1String(one.option), QStringLiteral("Days it is kept, or \"permanent\"."),
                      QStringLiteral("days"));
}

/// What the options say over `rules`. Errc::InvalidInput names the option.
Result<RetentionRules> wished(const Arguments &parsed, RetentionRules rules)
{
    for (const ClassOption &one : classOptions) {
        const QLatin1String name(one.option);
        if (!parsed.has(name)) continue;
        const QString text = parsed.value(name);
        if (text == QLatin1String("permanent")) {
            rules.setDays(one.dataClass, std::nullopt);
            continue;
        }
        bool ok = false;
        const int days = text.toInt(&ok);
        if (!ok)
            return makeError(Errc::InvalidInput, QStringLiteral("--%1 takes whole days, or \"permanent\".").arg(name),
                             name);
        rules.setDays(one.dataClass, days);
    }
    if (Result<void> judged = policy::judgeRetention(rules); !judged) return judged.error();
    return rules;
}

QString saysText(const policy::RetentionFinding &finding)
{
    switch (finding.says) {
        case policy::RetentionSays::Meets: return QStringLiteral("PCI DSS %1: long enough").arg(finding.clause);
        case policy::RetentionSays::TooShort:
            return QStringLiteral("PCI DSS %1: under %2 days").arg(finding.clause).arg(finding.days);
        case policy::RetentionSays::MustJustify: return QStringLiteral("GDPR %1: needs a reason").arg(finding.clause);
        case policy::RetentionSays::Limited: return QStringLiteral("GDPR %1: has an end").arg(finding.clause);
    }
    return {};
}

QString rulesText(const RetentionRules &rules)
{
    Table table({QStringLiteral("CLASS"), QStringLiteral("KEPT"), QStringLiteral("STANDARDS")});
    for (const DataClass dataClass : allDataClasses()) {
        const std::optional<int> days = rules.days(dataClass);
        QStringList says;
        for (const policy::RetentionFinding &finding : policy::standardsOf(dataClass, days))
            says << saysText(finding);
        table.row({QString(dataClassName(dataClass)),
                   days ? QStringLiteral("%1 days").arg(*days) : QStringLiteral("permanently"),
                   says.join(QStringLiteral("; "))});
    }
    return table.text(QString());
}

QString countsText(const Counts &counts)
{
    Table table({QStringLiteral("CLASS"), QStringLiteral("REMOVED"), QStringLiteral("HELD"), QStringLiteral("OLDEST"),
                 QStringLiteral("NEWEST")});
    for (const PurgeCount &count : counts)
        table.row({QString(dataClassName(count.dataClass)), QString::number(count.removed), QString::number(count.held),
                   momentText(count.oldest), momentText(count.newest)});
    return table.text(QStringLiteral("Everything is kept permanently: nothing would go."));
}

qint64 removedIn(const Counts &counts)
{
    PurgeRun run;
    run.counts = counts;
    return run.removed();
}

Result<SeenState> stateOf(retention::RetentionService &service)
{
    return await<SeenState>(
        [&](QObject *context, Callback<SeenState> done) { service.state(context, std::move(done)); });
}

Result<Counts> previewOf(retention::RetentionService &service, const RetentionRules &rules)
{
    return await<Counts>(
        [&](QObject *context, Callback<Counts> done) { service.preview(rules, context, std::move(done)); });
}

void give(const protocol::RetentionState &state, const Output &output)
{
    QString text = rulesText(state.rules) + u'\n';
    text += state.nextRunAt.isValid() ? QStringLiteral("Next purge: %1.").arg(momentText(state.nextRunAt))
                                      : QStringLiteral("Nothing is purged by schedule.");
    if (state.lastRun)
        text += QStringLiteral(" The last one, %1, removed %2%3.")
                    .arg(momentText(state.lastRun->startedAt))
                    .arg(state.lastRun->removed())
                    .arg(state.lastRun->finished() ? QString() : QStringLiteral(" so far"));
    output.result(objectOf(protocol::toJson(state)), text);
}

int show(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("retention show [options]"),
                     QStringLiteral("Shows how long data is kept, and what standards say of it."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    retention::RetentionService service((*admin)->link());
    const Result<SeenState> seen = stateOf(service);
    if (!seen) return output.fail(seen.error());
    give(seen->value, output);
    return 0;
}

int preview(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("retention preview [--login-log DAYS] … [options]"),
                     QStringLiteral("Says what a purge would remove now, by the rules in force or by others."));
    AdminSession::options(parsed);
    ruleOptions(parsed);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    retention::RetentionService service((*admin)->link());
    const Result<SeenState> seen = stateOf(service);
    if (!seen) return output.fail(seen.error());
    const Result<RetentionRules> rules = wished(parsed, seen->value.rules);
    if (!rules) return output.fail(rules.error());
    const Result<Counts> counts = previewOf(service, *rules);
    if (!counts) return output.fail(counts.error());
    output.result(objectOf(protocol::toJson(*counts)), countsText(*counts));
    return 0;
}

int set(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("retention set [--login-log DAYS] … [options]"),
                     QStringLiteral("Changes how long data is kept; what would go is said first."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    ruleOptions(parsed);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    retention::RetentionService service((*admin)->link());
    const Result<SeenState> seen = stateOf(service);
    if (!seen) return output.fail(seen.error());
    const Result<RetentionRules> rules = wished(parsed, seen->value.rules);
    if (!rules) return output.fail(rules.error());
    const Result<Counts> counts = previewOf(service, *rules);
    if (!counts) return output.fail(counts.error());
    output.note(countsText(*counts));
    if (const qint64 gone = removedIn(*counts); gone > 0) {
        const Result<void> agreed = confirmed(
            parsed, QStringLiteral("The next purge, an hour from now at the earliest, removes %1 for good.").arg(gone));
        if (!agreed) return output.fail(agreed.error());
    }
    const Result<SeenState> changed = await<SeenState>([&](QObject *context, Callback<SeenState> done) {
        service.changeRules(*rules, seen->etag, context, std::move(done));
    });
    if (!changed) return output.fail(changed.error());
    give(changed->value, output);
    return 0;
}

int holds(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("retention holds [options]"),
                     QStringLiteral("Lists legal holds, the newest first, released ones included."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    retention::RetentionService service((*admin)->link());
    const Result<SeenHolds> seen =
        await<SeenHolds>([&](QObject *context, Callback<SeenHolds> done) { service.holds(context, std::move(done)); });
    if (!seen) return output.fail(seen.error());
    Table table({QStringLiteral("ID"), QStringLiteral("HELD"), QStringLiteral("FROM"), QStringLiteral("UNTIL"),
                 QStringLiteral("REASON"), QStringLiteral("PLACED"), QStringLiteral("RELEASED")});
    for (const LegalHold &hold : seen->value)
        table.row({hold.id, hold.value.isEmpty() ? QString(holdSubjectName(hold.subject)) : hold.value,
                   momentText(hold.from), momentText(hold.until), hold.reason, momentText(hold.createdAt),
                   momentText(hold.releasedAt)});
    output.result(objectOf(protocol::toJson(seen->value)), table.text(QStringLiteral("Nothing is held.")));
    return 0;
}

int hold(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("retention hold person LOGIN|number NUMBER|period --reason TEXT [options]"),
                     QStringLiteral("Keeps what concerns somebody or something from being purged or erased."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("reason"), QStringLiteral("Why; kept in the audit log."), QStringLiteral("text"));
    parsed.option(QStringLiteral("from"), QStringLiteral("Only what is not older."), QStringLiteral("instant"));
    parsed.option(QStringLiteral("until"), QStringLiteral("Only what is older."), QStringLiteral("instant"));
    if (const auto done = parsed.parse(arguments, 1, 2)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    LegalHold wish;
    const auto subject = holdSubjectFromName(parsed.positional().constFirst());
    if (!subject)
        return output.fail(makeError(Errc::InvalidInput,
                                     QStringLiteral("What is held must be \"person\", \"number\" or \"period\"."),
                                     QStringLiteral("subject")));
    wish.subject = *subject;
    wish.value = parsed.positional().value(1);
    wish.reason = parsed.value(QStringLiteral("reason"));
    for (const auto &[option, instant] : {std::pair{"from", &wish.from}, {"until", &wish.until}}) {
        const Result<QDateTime> given = instantOption(parsed, QLatin1String(option));
        if (!given) return output.fail(given.error());
        *instant = *given;
    }
    if (const Result<LegalHold> judged = policy::judgeHold(wish); !judged) return output.fail(judged.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    if (wish.subject == HoldSubject::Person) {
        const Result<protocol::UserEntry> person = (*admin)->person(wish.value);
        if (!person) return output.fail(person.error());
        wish.value = person->user.id;
    }
    retention::RetentionService service((*admin)->link());
    const Result<LegalHold> placed = await<LegalHold>(
        [&](QObject *context, Callback<LegalHold> done) { service.placeHold(wish, context, std::move(done)); });
    if (!placed) return output.fail(placed.error());
    output.result(protocol::toJsonObject(*placed), QStringLiteral("%1 is in force.").arg(placed->id));
    return 0;
}

int release(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("retention release HOLD [options]"),
                     QStringLiteral("Releases a hold: what it kept may be purged from the next run on."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const QString id = parsed.positional().constFirst();
    if (const Result<void> agreed =
            confirmed(parsed, QStringLiteral("1 hold is released; what it kept may be purged from the next run on."));
        !agreed)
        return output.fail(agreed.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    retention::RetentionService service((*admin)->link());
    const Result<void> released =
        await<void>([&](QObject *context, Callback<void> done) { service.releaseHold(id, context, std::move(done)); });
    if (!released) return output.fail(released.error());
    output.result({{QStringLiteral("released"), id}}, QStringLiteral("%1 is released.").arg(id));
    return 0;
}

int runs(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("retention runs [options]"),
                     QStringLiteral("Lists purges and erasures with what they removed, the newest first."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    retention::RetentionService service((*admin)->link());
    const Result<SeenRuns> seen =
        await<SeenRuns>([&](QObject *context, Callback<SeenRuns> done) { service.runs(context, std::move(done)); });
    if (!seen) return output.fail(seen.error());
    Table table({QStringLiteral("BEGAN"), QStringLiteral("ENDED"), QStringLiteral("WHY"), QStringLiteral("BY"),
                 QStringLiteral("REMOVED"), QStringLiteral("HELD")});
    for (const PurgeRun &run : seen->value)
        table.row({momentText(run.startedAt), momentText(run.finishedAt), QString(purgeCauseName(run.cause)),
                   run.startedBy, QString::number(run.removed()), QString::number(run.held())});
    output.result(objectOf(protocol::toJson(seen->value)), table.text(QStringLiteral("Nothing was purged yet.")));
    return 0;
}

int purge(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("retention purge [options]"),
                     QStringLiteral("Purges now by the rules in force, without waiting for the schedule."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    retention::RetentionService service((*admin)->link());
    const Result<SeenState> seen = stateOf(service);
    if (!seen) return output.fail(seen.error());
    const Result<Counts> counts = previewOf(service, seen->value.rules);
    if (!counts) return output.fail(counts.error());
    output.note(countsText(*counts));
    if (const Result<void> agreed =
            confirmed(parsed, QStringLiteral("%1 are removed for good.").arg(removedIn(*counts)));
        !agreed)
        return output.fail(agreed.error());
    const Result<PurgeRun> run =
        await<PurgeRun>([&](QObject *context, Callback<PurgeRun> done) { service.purgeNow(context, std::move(done)); });
    if (!run) return output.fail(run.error());
    output.result(protocol::toJsonObject(*run), QStringLiteral("%1 has begun.").arg(run->id));
    return 0;
}

}  // namespace

int retentionCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {
        {"show", "how long data is kept", show},      {"preview", "what a purge would remove now", preview},
        {"set", "change how long data is kept", set}, {"holds", "legal holds", holds},
        {"hold", "place a legal hold", hold},         {"release", "release a legal hold", release},
        {"runs", "purges and erasures", runs},        {"purge", "purge now", purge}};
    return runAction("retention", actions, arguments);
}

}  // namespace lw::ctl

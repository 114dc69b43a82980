// SPDX-License-Identifier: GPL-3.0-or-later
// "spend": limits, what was spent, raises and resets.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/subcommands.h"
#include "app/linewardenctl/table.h"
#include "core/policy/numberclass.h"
#include "core/policy/spendrules.h"
#include "core/spend/spendservice.h"
#include "core/util/time.h"

#include <QJsonDocument>

namespace lw::ctl {

namespace {

using SeenSettings = access::Seen<SpendSettings>;
using SeenOverview = access::Seen<protocol::SpendOverview>;
using SeenRaises = access::Seen<QList<TemporaryRaise>>;
using SeenDays = access::Seen<QList<protocol::SpendDay>>;

Result<SeenSettings> settingsOf(spend::SpendService &service)
{
    return await<SeenSettings>(
        [&](QObject *context, Callback<SeenSettings> done) { service.settings(context, std::move(done)); });
}

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Error wrong(const char *option, const QString &sentence)
{
    const QLatin1String name(option);
    return makeError(Errc::InvalidInput, QStringLiteral("--%1 %2.").arg(name, sentence), name);
}

QString limitText(const std::optional<Decimal> &limit)
{
    return limit ? toText(*limit, 2) : QString();
}

/// "none" takes a limit away; no option leaves it.
Result<void> takeLimit(const Arguments &parsed, const char *option, std::optional<Decimal> &limit)
{
    const QString text = parsed.value(QLatin1String(option));
    if (text.isEmpty()) return {};
    if (text == QLatin1String("none")) {
        limit.reset();
        return {};
    }
    const Result<Decimal> amount = decimalFromText(text);
    if (!amount) return wrong(option, amount.error().message);
    limit = *amount;
    return {};
}

Result<void> takeSwitch(const Arguments &parsed, const char *option, bool &value)
{
    const QString text = parsed.value(QLatin1String(option));
    if (text.isEmpty()) return {};
    if (text != QLatin1String("on") && text != QLatin1String("off"))
        return wrong(option, QStringLiteral("takes on or off"));
    value = text == QLatin1String("on");
    return {};
}

Result<void> takeMinutes(const Arguments &parsed, const char *option, int &value)
{
    const QString text = parsed.value(QLatin1String(option));
    if (text.isEmpty()) return {};
    bool ok = false;
    value = text.toInt(&ok);
    return ok ? Result<void>() : wrong(option, QStringLiteral("takes whole minutes"));
}

Result<void> takeLevels(const Arguments &parsed, QList<int> &levels)
{
    if (!parsed.has(QStringLiteral("levels"))) return {};
    levels.clear();
    const QStringList parts = parsed.value(QStringLiteral("levels")).split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        bool ok = false;
        levels.append(part.trimmed().toInt(&ok));
        if (!ok) return wrong("levels", QStringLiteral("takes percents with commas between them, such as 80,95,100"));
    }
    return {};
}

Result<SpendPeriod> periodOf(const Arguments &parsed)
{
    const QString text = parsed.value(QStringLiteral("period"));
    if (text.isEmpty()) return SpendPeriod::Day;
    const auto period = spendPeriodFromName(text);
    if (!period) return wrong("period", QStringLiteral("takes day or week"));
    return *period;
}

/// "company" or a number of any notation; empty: the company.
Result<QString> whoseOf(const QString &text)
{
    if (text == QLatin1String("company")) return QString();
    return policy::inventoryNumber(text);
}

void give(const SpendSettings &settings, const Output &output)
{
    Table table({QStringLiteral("WHOSE"), QStringLiteral("DAILY"), QStringLiteral("WEEKLY")});
    table.row({QStringLiteral("company"), limitText(settings.customer.daily), limitText(settings.customer.weekly)});
    table.row({QStringLiteral("any number"), limitText(settings.numberDefault.daily),
               limitText(settings.numberDefault.weekly)});
    for (auto it = settings.numbers.cbegin(); it != settings.numbers.cend(); ++it)
        table.row({it.key(), limitText(it->daily), limitText(it->weekly)});
    QStringList levels;
    for (const int level : settings.warningLevels)
        levels << QStringLiteral("%1 %").arg(level);
    const QString rest =
        QStringLiteral("Amounts in %1. Warnings at %2. At the limit calls are %3; running ones %4.")
            .arg(settings.currency, levels.isEmpty() ? QStringLiteral("no level") : levels.join(QStringLiteral(", ")),
                 settings.barAtLimit ? QStringLiteral("refused") : QStringLiteral("let through"),
                 settings.cutRunningCalls ? QStringLiteral("end there") : QStringLiteral("go on"));
    output.result(protocol::toJsonObject(settings), table.text(QString()) + u'\n' + rest);
}

int show(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("spend show [options]"), QStringLiteral("Shows limits and what happens at them."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    const Result<SeenSettings> settings = settingsOf(service);
    if (!settings) return output.fail(settings.error());
    give(settings->value, output);
    return 0;
}

int usage(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("spend usage [options]"),
                     QStringLiteral("Shows what was spent today and this week, and when a limit will be reached."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    const Result<SeenOverview> seen = await<SeenOverview>(
        [&](QObject *context, Callback<SeenOverview> done) { service.overview(context, std::move(done)); });
    if (!seen) return output.fail(seen.error());
    Table table({QStringLiteral("WHOSE"), QStringLiteral("PERIOD"), QStringLiteral("SPENT"), QStringLiteral("RUNNING"),
                 QStringLiteral("LIMIT"), QStringLiteral("USED"), QStringLiteral("REACHED AT THIS PACE")});
    for (const SpendUsage &usage : seen->value.usages)
        table.row({usage.number.isEmpty() ? QStringLiteral("company") : usage.number,
                   QString(spendPeriodName(usage.period)), toText(usage.spent - usage.forgiven, 2),
                   toText(usage.reserved, 2), limitText(usage.limit),
                   usage.limit ? QStringLiteral("%1 %").arg(policy::percentUsed(usage)) : QString(),
                   momentText(policy::forecast(usage, seen->value.asOf))});
    QString text = table.text(QString()) + QStringLiteral("\nAmounts in %1.").arg(seen->value.currency);
    if (seen->value.rates == 0) text += QStringLiteral(" No rate deck is loaded: calls cost nothing here.");
    if (seen->value.unpriced > 0)
        text += QStringLiteral(" Calls of this week without a rate: %1.").arg(seen->value.unpriced);
    output.result(objectOf(protocol::toJson(seen->value)), text);
    return 0;
}

int history(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("spend history [options]"),
                     QStringLiteral("Shows what calls cost on each of the last 90 days, by class."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    const Result<SeenDays> seen =
        await<SeenDays>([&](QObject *context, Callback<SeenDays> done) { service.history(context, std::move(done)); });
    if (!seen) return output.fail(seen.error());
    Table table({QStringLiteral("DAY"), QStringLiteral("CLASS"), QStringLiteral("CALLS"), QStringLiteral("MINUTES"),
                 QStringLiteral("COST")});
    constexpr qint64 minute = 60;
    for (const protocol::SpendDay &day : seen->value)
        table.row({day.day.toString(Qt::ISODate), QString(callClassName(day.callClass)), QString::number(day.calls),
                   QString::number((day.seconds + minute - 1) / minute), toText(day.cost, 2)});
    output.result(objectOf(protocol::toJson(seen->value)), table.text(QStringLiteral("No calls were reported yet.")));
    return 0;
}

Result<void> takeSettings(const Arguments &parsed, SpendSettings &wish)
{
    for (const auto &[option, limit] : {std::pair{"daily", &wish.customer.daily},
                                        {"weekly", &wish.customer.weekly},
                                        {"number-daily", &wish.numberDefault.daily},
                                        {"number-weekly", &wish.numberDefault.weekly}})
        if (Result<void> taken = takeLimit(parsed, option, *limit); !taken) return taken;
    if (Result<void> taken = takeSwitch(parsed, "bar", wish.barAtLimit); !taken) return taken;
    if (Result<void> taken = takeSwitch(parsed, "cut", wish.cutRunningCalls); !taken) return taken;
    for (const auto &[option, minutes] : {std::pair{"grant", &wish.grantMinutes},
                                          {"longest", &wish.longestCallMinutes},
                                          {"grace", &wish.recordGraceMinutes}})
        if (Result<void> taken = takeMinutes(parsed, option, *minutes); !taken) return taken;
    if (parsed.has(QStringLiteral("currency"))) wish.currency = parsed.value(QStringLiteral("currency"));
    return takeLevels(parsed, wish.warningLevels);
}

int changeSettings(const Arguments &parsed, const std::function<Result<void>(SpendSettings &)> &take)
{
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    const Result<SeenSettings> before = settingsOf(service);
    if (!before) return output.fail(before.error());
    SpendSettings wish = before->value;
    if (Result<void> taken = take(wish); !taken) return output.fail(taken.error());
    const Result<SeenSettings> changed = await<SeenSettings>([&](QObject *context, Callback<SeenSettings> done) {
        service.changeSettings(wish, before->etag, context, std::move(done));
    });
    if (!changed) return output.fail(changed.error());
    give(changed->value, output);
    return 0;
}

void settingOptions(Arguments &parsed)
{
    const auto amount = QStringLiteral("amount");
    parsed.option(QStringLiteral("daily"), QStringLiteral("The company's limit of a day; \"none\": no limit."), amount);
    parsed.option(QStringLiteral("weekly"), QStringLiteral("The company's limit of a week."), amount);
    parsed.option(QStringLiteral("number-daily"),
                  QStringLiteral("The daily limit of each number without one of its own."), amount);
    parsed.option(QStringLiteral("number-weekly"), QStringLiteral("Its weekly limit, likewise."), amount);
    parsed.option(QStringLiteral("levels"), QStringLiteral("Percents at which people are warned, such as 80,95,100."),
                  QStringLiteral("list"));
    const auto onOff = QStringLiteral("on|off");
    parsed.option(QStringLiteral("bar"), QStringLiteral("Whether calls are refused at the limit."), onOff);
    parsed.option(QStringLiteral("cut"), QStringLiteral("Whether running calls end at the limit."), onOff);
}

int set(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("spend set [--daily AMOUNT] [--weekly AMOUNT] [options]"),
                     QStringLiteral("Changes the company's limits and what happens at them."));
    AdminSession::options(parsed);
    settingOptions(parsed);
    const auto minutes = QStringLiteral("minutes");
    parsed.option(QStringLiteral("grant"), QStringLiteral("The longest that one authorisation reserves."), minutes);
    parsed.option(QStringLiteral("longest"), QStringLiteral("The longest that any call may last."), minutes);
    parsed.option(QStringLiteral("grace"), QStringLiteral("How long the record of an ended call is waited for."),
                  minutes);
    parsed.option(QStringLiteral("currency"), QStringLiteral("Of all amounts, such as GBP."), QStringLiteral("code"));
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    return changeSettings(parsed, [&parsed](SpendSettings &wish) { return takeSettings(parsed, wish); });
}

/// As the back end has them, with what the command line changes.
int replay(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("spend replay [--days N] [--daily AMOUNT] [options]"),
                     QStringLiteral("Says what would have become of past calls with other limits; changes nothing."));
    AdminSession::options(parsed);
    settingOptions(parsed);
    parsed.option(QStringLiteral("days"), QStringLiteral("So many days back (90)."), QStringLiteral("number"));
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    protocol::ReplayWish wish;
    if (Result<void> taken = takeMinutes(parsed, "days", wish.days); !taken)
        return output.fail(wrong("days", QStringLiteral("takes a whole number")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    const Result<SeenSettings> now = settingsOf(service);
    if (!now) return output.fail(now.error());
    wish.spend = now->value;
    if (Result<void> taken = takeSettings(parsed, *wish.spend); !taken) return output.fail(taken.error());
    using Answered = protocol::ReplayAnswer;
    const Result<Answered> answer = await<Answered>(
        [&](QObject *context, Callback<Answered> done) { service.replay(wish, context, std::move(done)); });
    if (!answer) return output.fail(answer.error());
    const CallReplayVerdict &verdict = answer->verdict;
    Table table({QStringLiteral("STARTED"), QStringLiteral("FROM"), QStringLiteral("TO"), QStringLiteral("COST"),
                 QStringLiteral("SAVED"), QStringLiteral("WHY")});
    for (const ReplayedCall &one : verdict.affected)
        table.row(
            {momentText(one.call.startedAt), one.call.caller, one.call.destination, toText(one.call.cost, 2),
             toText(one.saved, 2),
             QString(barringReasonName(one.reason)) + (one.secondsKept > 0 ? QStringLiteral(", cut") : QString())});
    QString text = QStringLiteral("Of %1 calls since %2, %3 would have been refused and %4 cut: %5 of %6 %7 saved.")
                       .arg(verdict.calls)
                       .arg(momentText(answer->from))
                       .arg(verdict.refused)
                       .arg(verdict.cut)
                       .arg(toText(verdict.saved, 2), toText(verdict.spent, 2), answer->currency);
    if (verdict.firstBreach.isValid())
        text +=
            QStringLiteral(" A limit is first reached on %1 (%2).")
                .arg(momentText(verdict.firstBreach),
                     verdict.firstBreachNumber.isEmpty() ? QStringLiteral("the company's") : verdict.firstBreachNumber);
    if (!verdict.affected.isEmpty()) text += QStringLiteral("\n\n") + table.text(QString());
    output.result(objectOf(protocol::toJson(*answer)), text);
    return 0;
}

int limit(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("spend limit NUMBER [--daily AMOUNT] [--weekly AMOUNT] [options]"),
                     QStringLiteral("Gives a number limits of its own; \"none\": it inherits."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("daily"), QStringLiteral("Its limit of a day."), QStringLiteral("amount"));
    parsed.option(QStringLiteral("weekly"), QStringLiteral("Its limit of a week."), QStringLiteral("amount"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Result<QString> number = policy::inventoryNumber(parsed.positional().constFirst());
    if (!number) return Output(parsed.has(QStringLiteral("json"))).fail(number.error());
    return changeSettings(parsed, [&](SpendSettings &wish) -> Result<void> {
        SpendLimits &limits = wish.numbers[*number];
        if (Result<void> taken = takeLimit(parsed, "daily", limits.daily); !taken) return taken;
        if (Result<void> taken = takeLimit(parsed, "weekly", limits.weekly); !taken) return taken;
        if (!limits.daily && !limits.weekly) wish.numbers.remove(*number);
        return {};
    });
}

int raise(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("spend raise company|NUMBER AMOUNT --until INSTANT --reason TEXT [options]"),
                     QStringLiteral("Puts another limit in place of the present one for a while."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("until"), QStringLiteral("When it ends, such as 2026-12-01T18:00:00Z."),
                  QStringLiteral("instant"));
    parsed.option(QStringLiteral("from"), QStringLiteral("When it begins (now)."), QStringLiteral("instant"));
    parsed.option(QStringLiteral("period"), QStringLiteral("Which limit: day (the default) or week."),
                  QStringLiteral("day|week"));
    parsed.option(QStringLiteral("reason"), QStringLiteral("Why; kept in the audit log."), QStringLiteral("text"));
    if (const auto done = parsed.parse(arguments, 2, 2)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    TemporaryRaise wish;
    const Result<QString> whose = whoseOf(parsed.positional()[0]);
    if (!whose) return output.fail(whose.error());
    wish.number = *whose;
    const Result<Decimal> amount = decimalFromText(parsed.positional()[1]);
    if (!amount)
        return output.fail(makeError(Errc::InvalidInput, QStringLiteral("The amount %1.").arg(amount.error().message),
                                     QStringLiteral("amount")));
    wish.amount = *amount;
    const Result<SpendPeriod> period = periodOf(parsed);
    if (!period) return output.fail(period.error());
    wish.period = *period;
    wish.from = fromRfc3339(parsed.value(QStringLiteral("from")));
    wish.until = fromRfc3339(parsed.value(QStringLiteral("until")));
    wish.reason = parsed.value(QStringLiteral("reason"));
    if (!wish.until.isValid())
        return output.fail(wrong("until", QStringLiteral("takes an instant such as 2026-12-01T18:00:00Z")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    const Result<TemporaryRaise> made = await<TemporaryRaise>(
        [&](QObject *context, Callback<TemporaryRaise> done) { service.raise(wish, context, std::move(done)); });
    if (!made) return output.fail(made.error());
    output.result(protocol::toJsonObject(*made),
                  QStringLiteral("%1: %2 until %3.").arg(made->id, toText(made->amount, 2), momentText(made->until)));
    return 0;
}

int raises(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("spend raises [--take-back ID] [options]"),
                     QStringLiteral("Lists raised limits that have not ended, or ends one."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("take-back"), QStringLiteral("End this one now."), QStringLiteral("id"));
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    if (const QString id = parsed.value(QStringLiteral("take-back")); !id.isEmpty()) {
        const Result<void> ended =
            await<void>([&](QObject *context, Callback<void> done) { service.endRaise(id, context, std::move(done)); });
        if (!ended) return output.fail(ended.error());
    }
    const Result<SeenRaises> seen = await<SeenRaises>(
        [&](QObject *context, Callback<SeenRaises> done) { service.raises(context, std::move(done)); });
    if (!seen) return output.fail(seen.error());
    Table table({QStringLiteral("ID"), QStringLiteral("WHOSE"), QStringLiteral("PERIOD"), QStringLiteral("LIMIT"),
                 QStringLiteral("FROM"), QStringLiteral("UNTIL"), QStringLiteral("REASON")});
    for (const TemporaryRaise &raise : seen->value)
        table.row({raise.id, raise.number.isEmpty() ? QStringLiteral("company") : raise.number,
                   QString(spendPeriodName(raise.period)), toText(raise.amount, 2), momentText(raise.from),
                   momentText(raise.until), raise.reason});
    output.result(objectOf(protocol::toJson(seen->value)), table.text(QStringLiteral("No limit is raised.")));
    return 0;
}

int reset(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("spend reset company|NUMBER --reason TEXT [--period day|week] [options]"),
                     QStringLiteral("After a breach: what was spent so far in the period counts no more."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("period"), QStringLiteral("Which limit: day (the default) or week."),
                  QStringLiteral("day|week"));
    parsed.option(QStringLiteral("reason"), QStringLiteral("Why; kept in the audit log."), QStringLiteral("text"));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<QString> whose = whoseOf(parsed.positional().constFirst());
    if (!whose) return output.fail(whose.error());
    const Result<SpendPeriod> period = periodOf(parsed);
    if (!period) return output.fail(period.error());
    const QString reason = parsed.value(QStringLiteral("reason"));
    if (reason.trimmed().isEmpty()) return output.fail(wrong("reason", QStringLiteral("must say why")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    const Result<SpendUsage> now = await<SpendUsage>([&](QObject *context, Callback<SpendUsage> done) {
        service.reset({*whose, *period, reason}, context, std::move(done));
    });
    if (!now) return output.fail(now.error());
    output.result(objectOf(protocol::toJson(*now)),
                  QStringLiteral("%1 no longer count in this %2.")
                      .arg(toText(now->forgiven, 2), QString(spendPeriodName(now->period))));
    return 0;
}

}  // namespace

int spendCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {{"show", "limits and what happens at them", show},
                                         {"usage", "what was spent today and this week", usage},
                                         {"history", "what calls cost, by day and class", history},
                                         {"set", "change the company's limits", set},
                                         {"limit", "give a number limits of its own", limit},
                                         {"replay", "what other limits would have done to past calls", replay},
                                         {"raise", "another limit for a while", raise},
                                         {"raises", "raised limits; --take-back ends one", raises},
                                         {"reset", "what was spent counts no more", reset}};
    return runAction("spend", actions, arguments);
}

}  // namespace lw::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
// "callguard": what numbers inherit, and what would become of a call.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/numberrules.h"
#include "app/linewardenctl/subcommands.h"
#include "app/linewardenctl/table.h"
#include "core/callguard/callguardservice.h"
#include "core/policy/barring.h"
#include "core/policy/numberclass.h"

#include <QJsonDocument>

namespace lw::ctl {

namespace {

using SeenSettings = access::Seen<GuardSettings>;
using SeenNumbers = access::Seen<QList<GuardedNumber>>;
using SeenCustomer = access::Seen<Customer>;

void give(const GuardSettings &settings, const Output &output)
{
    Table table({QStringLiteral("WHAT"), QStringLiteral("SETTING"), QStringLiteral("NOTE")});
    table.row({QStringLiteral("numbers without a setting of their own"),
               settings.guarded ? QStringLiteral("guarded") : QStringLiteral("not guarded"),
               {}});
    for (const CallClass callClass : barrableClasses())
        table.row({QString(callClassName(callClass)),
                   settings.barring.classes.value(callClass) ? QStringLiteral("barred") : QStringLiteral("passes"),
                   {}});
    for (const PrefixRule &rule : settings.barring.prefixes)
        table.row({rule.prefix, rule.barred ? QStringLiteral("barred") : QStringLiteral("passes"), rule.note});
    if (settings.barring.highestPricePerMinute)
        table.row({QStringLiteral("over %1 a minute").arg(toText(*settings.barring.highestPricePerMinute, 2)),
                   QStringLiteral("barred"),
                   {}});
    output.result(protocol::toJsonObject(settings), table.text(QString()));
}

Result<SeenSettings> settingsOf(callguard::CallGuardService &service)
{
    return await<SeenSettings>(
        [&](QObject *context, Callback<SeenSettings> done) { service.settings(context, std::move(done)); });
}

int show(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("callguard show [options]"),
                     QStringLiteral("Shows what numbers inherit that have no setting of their own."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    callguard::CallGuardService service((*admin)->link());
    const Result<SeenSettings> settings = settingsOf(service);
    if (!settings) return output.fail(settings.error());
    give(settings->value, output);
    return 0;
}

int set(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("callguard set [--bar LIST] [--pass LIST] [--guarded on|off] [options]"),
                     QStringLiteral("Changes what numbers inherit."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("bar"),
                  QStringLiteral("Bar these: classes (premium, international …) and prefixes, with commas."),
                  QStringLiteral("list"));
    parsed.option(QStringLiteral("pass"), QStringLiteral("Let these through, likewise."), QStringLiteral("list"));
    parsed.option(QStringLiteral("inherit"), QStringLiteral("Remove the rules for these prefixes."),
                  QStringLiteral("list"));
    parsed.option(QStringLiteral("highest-price"),
                  QStringLiteral("Bar what costs more a minute by the rate deck; \"any\": no price bars."),
                  QStringLiteral("amount"));
    parsed.option(QStringLiteral("guarded"), QStringLiteral("Whether numbers are guarded that say nothing."),
                  QStringLiteral("on|off"));
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const QString guarded = parsed.value(QStringLiteral("guarded"));
    if (!guarded.isEmpty() && guarded != QLatin1String("on") && guarded != QLatin1String("off"))
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("--guarded takes on or off."), QStringLiteral("guarded")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    callguard::CallGuardService service((*admin)->link());
    const Result<SeenSettings> before = settingsOf(service);
    if (!before) return output.fail(before.error());
    GuardSettings wish = before->value;
    if (!guarded.isEmpty()) wish.guarded = guarded == QLatin1String("on");
    applyRules(wish.barring, parsed);
    const QString price = parsed.value(QStringLiteral("highest-price"));
    if (price == QLatin1String("any")) {
        wish.barring.highestPricePerMinute.reset();
    } else if (!price.isEmpty()) {
        const Result<Decimal> amount = decimalFromText(price);
        if (!amount)
            return output.fail(makeError(Errc::InvalidInput,
                                         QStringLiteral("--highest-price %1.").arg(amount.error().message),
                                         QStringLiteral("highest-price")));
        wish.barring.highestPricePerMinute = *amount;
    }
    const Result<SeenSettings> changed = await<SeenSettings>([&](QObject *context, Callback<SeenSettings> done) {
        service.changeSettings(wish, before->etag, context, std::move(done));
    });
    if (!changed) return output.fail(changed.error());
    give(changed->value, output);
    return 0;
}

/// With the settings and numbers as they are, and the code that decides in the back end; nothing is logged.
int test(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("callguard test FROM TO [options]"),
                     QStringLiteral("Says whether a call from a number of the inventory would pass now, and why."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 2, 2)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<QString> from = policy::inventoryNumber(parsed.positional()[0]);
    if (!from) return output.fail(from.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    callguard::CallGuardService service((*admin)->link());
    const Result<SeenSettings> settings = settingsOf(service);
    if (!settings) return output.fail(settings.error());
    const Result<SeenNumbers> numbers = await<SeenNumbers>(
        [&](QObject *context, Callback<SeenNumbers> done) { service.numbers(context, std::move(done)); });
    if (!numbers) return output.fail(numbers.error());
    const auto own = std::find_if(numbers->value.cbegin(), numbers->value.cend(),
                                  [&](const GuardedNumber &number) { return number.number == *from; });
    if (own == numbers->value.cend())
        return output.fail(
            makeError(Errc::NotFound,
                      QStringLiteral("%1 is not in the inventory: every call from it but emergency calls "
                                     "is refused.")
                          .arg(*from),
                      QStringLiteral("number")));
    QTimeZone zone = QTimeZone::utc();
    if (const auto me = (*admin)->session().me()) zone = QTimeZone(me->customer.timeZone.toLatin1());
    const policy::Classification to = policy::classify(parsed.positional()[1]);
    const policy::BarringVerdict verdict =
        policy::judgeBarring(to.canonical, to.callClass, *own, policy::CompiledGuard(settings->value),
                             QDateTime::currentDateTimeUtc(), zone.isValid() ? zone : QTimeZone::utc());
    QString sentence = policy::barringSentence(verdict);
    if (verdict.reason == BarringReason::InvalidNumber) sentence += u' ' + to.problem;
    output.result({{QStringLiteral("decision"), verdict.barred ? QStringLiteral("refuse") : QStringLiteral("allow")},
                   {QStringLiteral("reason"), QString(barringReasonName(verdict.reason))},
                   {QStringLiteral("origin"), QString(ruleOriginName(verdict.origin))},
                   {QStringLiteral("rule"), verdict.rule},
                   {QStringLiteral("number"), to.canonical},
                   {QStringLiteral("class"), QString(callClassName(to.callClass))},
                   {QStringLiteral("detail"), sentence}},
                  QStringLiteral("%1 (%2): %3")
                      .arg(to.canonical.isEmpty() ? printable(parsed.positional()[1]) : to.canonical,
                           QString(callClassName(to.callClass)), sentence));
    return 0;
}

}  // namespace

int callGuardCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {{"show", "what numbers inherit", show},
                                         {"set", "bar or let through, by class and prefix, for all numbers", set},
                                         {"test", "whether a call would pass, and why", test}};
    return runAction("callguard", actions, arguments);
}

}  // namespace lw::ctl

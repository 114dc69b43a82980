// SPDX-License-Identifier: GPL-3.0-or-later
// "numbers": the customer's telephone numbers and whether Call Guard guards them.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/numberrules.h"
#include "app/linewardenctl/subcommands.h"
#include "app/linewardenctl/table.h"
#include "core/callguard/callguardservice.h"
#include "core/policy/barring.h"
#include "core/policy/numberclass.h"

#include <QJsonArray>

namespace lw::ctl {

namespace {

using Numbers = QList<GuardedNumber>;
using SeenNumbers = access::Seen<Numbers>;
using SeenNumber = access::Seen<GuardedNumber>;

QString ownRules(const BarringRules &rules)
{
    QStringList parts;
    for (const CallClass callClass : barrableClasses())
        if (rules.classes.contains(callClass))
            parts << (rules.classes.value(callClass) ? QStringLiteral("-") : QStringLiteral("+")) +
                         QString(callClassName(callClass));
    for (const PrefixRule &rule : rules.prefixes)
        parts << (rule.barred ? QStringLiteral("-") : QStringLiteral("+")) + rule.prefix;
    if (rules.hours) parts << QStringLiteral("hours");
    return parts.join(u' ');
}

int list(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("numbers list [options]"),
                     QStringLiteral("Lists the customer's numbers: whether each is opted in or out of Call Guard, and "
                                    "its own rules (- barred, + let through)."));
    AdminSession::options(parsed, AdminSession::Reads::Kept);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    callguard::CallGuardService service((*admin)->link());
    const Result<SeenNumbers> numbers = await<SeenNumbers>(
        [&](QObject *context, Callback<SeenNumbers> done) { service.numbers(context, std::move(done)); });
    if (!numbers) return output.fail(numbers.error());
    QJsonArray array;
    Table table({QStringLiteral("NUMBER"), QStringLiteral("LABEL"), QStringLiteral("DEPARTMENT"),
                 QStringLiteral("GUARD"), QStringLiteral("OWN RULES")});
    for (const GuardedNumber &number : numbers->value) {
        array.append(protocol::toJsonObject(number));
        table.row({number.number, number.label, number.department, QString(guardStateName(number.guard)),
                   ownRules(number.barring)});
    }
    output.result({{QStringLiteral("numbers"), array}}, table.text(QStringLiteral("No numbers.")));
    return 0;
}

void factOptions(Arguments &parsed)
{
    parsed.option(QStringLiteral("label"), QStringLiteral("What it is called."), QStringLiteral("text"));
    parsed.option(QStringLiteral("department"), QStringLiteral("Whose it is."), QStringLiteral("name"));
    parsed.option(QStringLiteral("owner"), QStringLiteral("The person who answers for it."), QStringLiteral("login"));
    parsed.option(QStringLiteral("bar"),
                  QStringLiteral("Bar these for it: classes (premium, international …) and prefixes, with commas."),
                  QStringLiteral("list"));
    parsed.option(QStringLiteral("pass"), QStringLiteral("Let these through for it, likewise."),
                  QStringLiteral("list"));
    parsed.option(QStringLiteral("inherit"), QStringLiteral("Forget its own rules for these."), QStringLiteral("list"));
}

void setRule(BarringRules &rules, const QString &what, std::optional<bool> barred)
{
    if (const auto callClass = callClassFromName(what)) {
        if (barred)
            rules.classes.insert(*callClass, *barred);
        else
            rules.classes.remove(*callClass);
        return;
    }
    const Result<QString> prefix = policy::canonicalPrefix(what);
    const QString canonical = prefix ? *prefix : what;  // refused by the back end, which names it
    rules.prefixes.removeIf([&](const PrefixRule &rule) { return rule.prefix == canonical; });
    if (barred) rules.prefixes.append({canonical, *barred, {}});
}

}  // namespace

void applyRules(BarringRules &rules, const Arguments &parsed)
{
    for (const QString &what : listOf(parsed.value(QStringLiteral("bar"))))
        setRule(rules, what, true);
    for (const QString &what : listOf(parsed.value(QStringLiteral("pass"))))
        setRule(rules, what, false);
    for (const QString &what : listOf(parsed.value(QStringLiteral("inherit"))))
        setRule(rules, what, std::nullopt);
}

namespace {

Result<void> takeFacts(AdminSession &admin, const Arguments &parsed, GuardedNumber &number)
{
    if (parsed.has(QStringLiteral("label"))) number.label = parsed.value(QStringLiteral("label"));
    if (parsed.has(QStringLiteral("department"))) number.department = parsed.value(QStringLiteral("department"));
    if (parsed.has(QStringLiteral("owner"))) {
        const Result<protocol::UserEntry> owner = admin.person(parsed.value(QStringLiteral("owner")));
        if (!owner) return owner.error();
        number.owner = owner->user.id;
    }
    applyRules(number.barring, parsed);
    return {};
}

int give(const GuardedNumber &number, const Output &output, const QString &sentence)
{
    output.result(protocol::toJsonObject(number), sentence.arg(number.number));
    return 0;
}

int add(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("numbers add NUMBER [options]"),
                     QStringLiteral("Adds a number to the inventory, in any notation."));
    AdminSession::options(parsed);
    factOptions(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    GuardedNumber number;
    number.number = parsed.positional().constFirst();
    if (const Result<void> taken = takeFacts(**admin, parsed, number); !taken) return output.fail(taken.error());
    callguard::CallGuardService service((*admin)->link());
    const Result<Numbers> added = await<Numbers>(
        [&](QObject *context, Callback<Numbers> done) { service.add({number}, context, std::move(done)); });
    if (!added) return output.fail(added.error());
    return give(added->constFirst(), output, QStringLiteral("Added: %1"));
}

Result<SeenNumber> seen(callguard::CallGuardService &service, const QString &typed)
{
    const Result<QString> number = policy::inventoryNumber(typed);
    if (!number) return number.error();
    return await<SeenNumber>(
        [&](QObject *context, Callback<SeenNumber> done) { service.number(*number, context, std::move(done)); });
}

int change(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("numbers change NUMBER [options]"),
                     QStringLiteral("Changes what is known of a number, or its own rules."));
    AdminSession::options(parsed);
    factOptions(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    callguard::CallGuardService service((*admin)->link());
    Result<SeenNumber> number = seen(service, parsed.positional().constFirst());
    if (!number) return output.fail(number.error());
    if (const Result<void> taken = takeFacts(**admin, parsed, number->value); !taken) return output.fail(taken.error());
    const Result<SeenNumber> changed = await<SeenNumber>([&](QObject *context, Callback<SeenNumber> done) {
        service.change(number->value, number->etag, context, std::move(done));
    });
    if (!changed) return output.fail(changed.error());
    return give(changed->value, output, QStringLiteral("Changed: %1"));
}

int remove(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("numbers remove NUMBER [options]"),
                     QStringLiteral("Removes a number from the inventory; its calls are then refused."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    callguard::CallGuardService service((*admin)->link());
    const Result<SeenNumber> number = seen(service, parsed.positional().constFirst());
    if (!number) return output.fail(number.error());
    const QString text = number->value.number;
    if (const Result<void> agreed =
            confirmed(parsed, QStringLiteral("%1 is to leave the inventory: every call from it but emergency calls is "
                                             "refused from then on.")
                                  .arg(text));
        !agreed)
        return output.fail(agreed.error());
    const Result<void> removed = await<void>(
        [&](QObject *context, Callback<void> done) { service.remove(text, number->etag, context, std::move(done)); });
    if (!removed) return output.fail(removed.error());
    output.result({{QStringLiteral("removed"), text}}, QStringLiteral("Removed: %1").arg(text));
    return 0;
}

int guard(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("numbers guard on|off|inherit (NUMBER... | --all) [options]"),
                     QStringLiteral("Opts numbers in or out of Call Guard, all of these or none."));
    AdminSession::options(parsed);
    AdminSession::yesOption(parsed);
    parsed.option(QStringLiteral("all"), QStringLiteral("Every number that there is."));
    if (const auto done = parsed.parse(arguments, 1, 1000)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    protocol::GuardSwitch wish;
    const auto state = guardStateFromName(parsed.positional().constFirst());
    if (!state)
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("Say on, off or inherit first."), QStringLiteral("guard")));
    wish.guard = *state;
    wish.all = parsed.has(QStringLiteral("all"));
    wish.numbers = parsed.positional().mid(1);
    if (wish.all != wish.numbers.isEmpty())
        return output.fail(
            makeError(Errc::InvalidInput, QStringLiteral("Name numbers, or use --all."), QStringLiteral("numbers")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    if (wish.all)
        if (const Result<void> agreed =
                confirmed(parsed, QStringLiteral("Call Guard is to be set to \"%1\" for every number.")
                                      .arg(QString(guardStateName(wish.guard))));
            !agreed)
            return output.fail(agreed.error());
    callguard::CallGuardService service((*admin)->link());
    using Switched = protocol::GuardSwitched;
    const Result<Switched> switched = await<Switched>(
        [&](QObject *context, Callback<Switched> done) { service.switchGuard(wish, context, std::move(done)); });
    if (!switched) return output.fail(switched.error());
    output.result({{QStringLiteral("changed"), switched->changed}},
                  QStringLiteral("%1 numbers were changed.").arg(switched->changed));
    return 0;
}

}  // namespace

int numbersCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {{"list", "all numbers, with what is set for each", list},
                                         {"add", "a new number", add},
                                         {"change", "label, department, owner and own rules of a number", change},
                                         {"remove", "take a number out of the inventory", remove},
                                         {"import", "add and change by a CSV file", importNumbers},
                                         {"export", "write all as a CSV file", exportNumbers},
                                         {"guard", "opt numbers in or out of Call Guard", guard}};
    return runAction("numbers", actions, arguments);
}

}  // namespace lw::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
// "rates": the rate deck, as CSV.
#include "app/linewardenctl/adminsession.h"
#include "app/linewardenctl/commands.h"
#include "app/linewardenctl/subcommands.h"
#include "app/linewardenctl/table.h"
#include "core/protocol/limits.h"
#include "core/spend/spendservice.h"

#include <QJsonDocument>

namespace lw::ctl {

namespace {

using SeenDeck = access::Seen<QByteArray>;

Result<SeenDeck> deckOf(spend::SpendService &service)
{
    return await<SeenDeck>([&](QObject *context, Callback<SeenDeck> done) { service.rates(context, std::move(done)); });
}

int show(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("rates show [options]"), QStringLiteral("Writes the rate deck as CSV."));
    AdminSession::options(parsed);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    const Result<SeenDeck> deck = deckOf(service);
    if (!deck) return output.fail(deck.error());
    const QString csv = QString::fromUtf8(deck->value);
    output.result({{QStringLiteral("csv"), csv}}, csv.trimmed());
    return 0;
}

void give(const protocol::DeckAnswer &answer, const Output &output)
{
    Table table({QStringLiteral("LINE"), QStringLiteral("FIELD"), QStringLiteral("WHAT IS WRONG")});
    for (const protocol::DeckAnswer::Refusal &refusal : answer.refusals)
        table.row({QString::number(refusal.line), refusal.field, refusal.reason});
    QString text = QStringLiteral("%1 rates in %2 are good, %3 rows are refused.")
                       .arg(answer.rows)
                       .arg(answer.currency)
                       .arg(answer.refused);
    if (answer.stored) text += QStringLiteral(" The deck is loaded.");
    if (!answer.refusals.isEmpty()) text += u'\n' + table.text(QString());
    output.result(QJsonDocument::fromJson(protocol::toJson(answer)).object(), text);
}

int load(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("rates load FILE [--dry-run] [options]"),
                     QStringLiteral("Puts a rate deck in place of the present one, whole or not at all."));
    AdminSession::options(parsed);
    parsed.option(QStringLiteral("dry-run"), QStringLiteral("Only say what is wrong with it."));
    if (const auto done = parsed.parse(arguments, 1, 1)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<QByteArray> csv = readFile(parsed.positional().constFirst(), protocol::limits::ratesBodyBytes);
    if (!csv) return output.fail(csv.error());
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    using Answered = protocol::DeckAnswer;
    const Result<Answered> judged = await<Answered>(
        [&](QObject *context, Callback<Answered> done) { service.judgeRates(*csv, context, std::move(done)); });
    if (!judged) return output.fail(judged.error());
    if (parsed.has(QStringLiteral("dry-run")) || judged->refused > 0) {
        give(*judged, output);
        return judged->refused > 0 ? static_cast<int>(ExitCode::Usage) : 0;
    }
    const Result<SeenDeck> before = deckOf(service);
    if (!before) return output.fail(before.error());
    const Result<Answered> stored = await<Answered>([&](QObject *context, Callback<Answered> done) {
        service.loadRates(*csv, before->etag, context, std::move(done));
    });
    if (!stored) return output.fail(stored.error());
    give(*stored, output);
    return 0;
}

int remove(const QStringList &arguments)
{
    Arguments parsed(QStringLiteral("rates remove [options]"),
                     QStringLiteral("Removes the rate deck: calls are priced no more, and no limit can hold."));
    AdminSession::options(parsed);
    if (const auto done = parsed.parse(arguments, 0, 0)) return *done;
    const Output output(parsed.has(QStringLiteral("json")));
    const Result<std::unique_ptr<AdminSession>> admin = AdminSession::open(parsed, output);
    if (!admin) return output.fail(admin.error());
    spend::SpendService service((*admin)->link());
    const Result<SeenDeck> before = deckOf(service);
    if (!before) return output.fail(before.error());
    const Result<void> removed = await<void>(
        [&](QObject *context, Callback<void> done) { service.removeRates(before->etag, context, std::move(done)); });
    if (!removed) return output.fail(removed.error());
    output.result({{QStringLiteral("removed"), true}}, QStringLiteral("There is no rate deck now."));
    return 0;
}

}  // namespace

int ratesCommand(const QStringList &arguments)
{
    static constexpr Action actions[] = {{"show", "write the deck as CSV", show},
                                         {"load", "put another in its place", load},
                                         {"remove", "price calls no more", remove}};
    return runAction("rates", actions, arguments);
}

}  // namespace lw::ctl

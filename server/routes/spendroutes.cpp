// SPDX-License-Identifier: GPL-3.0-or-later
// What may be spent, the rate deck, the decision on a call, and finished calls.
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/http/precondition.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/routes/parameters.h"
#include "server/routes/routeoffer.h"

#include <QBuffer>

namespace lw::server {

namespace {

QByteArray tagOf(const QByteArray &whole)
{
    return editTag(whole, whole);
}

Response tagged(QByteArray body, const QByteArray &tag, QLatin1String type = protocol::media::json)
{
    Response response;
    response.status = 200;
    response.headers.set("Content-Type", QByteArray(type.data(), type.size()));
    response.headers.set("ETag", tag);
    response.body = std::move(body);
    response.compress = true;
    return response;
}

Response showSettings(Services &services, const Request &request)
{
    const Result<SpendSettings> settings = services.spend.settings(request.principal->customerId);
    if (!settings) return problem(settings.error());
    const QByteArray body = protocol::toJson(*settings);
    return matchesIfNoneMatch(request, tagOf(body)) ? notModified(tagOf(body)) : tagged(body, tagOf(body));
}

Response changeSettings(Services &services, const Request &request)
{
    const Result<SpendSettings> wish = protocol::spendSettingsFromJson(request.body);
    if (!wish) return problem(wish.error());
    const Result<SpendSettings> changed = services.spend.setSettings(
        authorOf(request), *wish,
        [&request](const SpendSettings &present) { return requireMatch(request, tagOf(protocol::toJson(present))); });
    if (!changed) return problem(changed.error());
    const QByteArray body = protocol::toJson(*changed);
    return tagged(body, tagOf(body));
}

Response usage(Services &services, const Request &request)
{
    const Result<protocol::SpendOverview> overview = services.spend.overview(request.principal->customerId);
    if (!overview) return problem(overview.error());
    Response response = json(protocol::toJson(*overview));
    response.compress = true;
    return response;
}

Response history(Services &services, const Request &request)
{
    constexpr int usual = 90;
    if (Result<void> known = onlyParameters(request, {"days"}); !known) return problem(known.error());
    const Result<quint64> days = numberParameter(request, "days", protocol::limits::spendHistoryDays, usual);
    if (!days) return problem(days.error());
    if (*days == 0)
        return problem(
            makeError(Errc::InvalidInput, QStringLiteral("days must be at least 1."), QStringLiteral("days")));
    const Result<QList<protocol::SpendDay>> rows =
        services.spend.history(request.principal->customerId, static_cast<int>(*days));
    if (!rows) return problem(rows.error());
    Response response = json(protocol::toJson(*rows));
    response.compress = true;
    return response;
}

Response listRaises(Services &services, const Request &request)
{
    const Result<QList<TemporaryRaise>> raises = services.spend.raises(request.principal->customerId);
    return raises ? json(protocol::toJson(*raises)) : problem(raises.error());
}

Response raise(Services &services, const Request &request)
{
    const Result<TemporaryRaise> wish = protocol::raiseFromJson(request.body);
    if (!wish) return problem(wish.error());
    return answeredOnce<TemporaryRaise>(
        services, request, protocol::toJson(*wish), 201, &protocol::toJson,
        [&](const auto &keep) { return services.spend.raise(authorOf(request), *wish, keep); });
}

Response endRaise(Services &services, const Request &request)
{
    const Result<void> ended =
        services.spend.endRaise(authorOf(request), request.pathParams.value(QStringLiteral("raiseId")));
    return ended ? noContent() : problem(ended.error());
}

Response reset(Services &services, const Request &request)
{
    const Result<protocol::SpendReset> wish = protocol::spendResetFromJson(request.body);
    if (!wish) return problem(wish.error());
    return answeredOnce<SpendUsage>(
        services, request, protocol::toJson(*wish), 200, &protocol::toJson,
        [&](const auto &keep) { return services.spend.reset(authorOf(request), *wish, keep); });
}

/// Changes nothing: a repetition needs no key.
Response replay(Services &services, const Request &request)
{
    const Result<protocol::ReplayWish> wish = protocol::replayWishFromJson(request.body);
    if (!wish) return problem(wish.error());
    const QString &customerId = request.principal->customerId;
    const Result<std::shared_ptr<const GuardFacts>> guard = services.callGuard.facts(customerId);
    if (!guard) return problem(guard.error());
    const Result<protocol::ReplayAnswer> answer =
        services.spend.replay(customerId, *wish, **guard, [&services] { return services.stopping.load(); });
    return answer ? json(protocol::toJson(*answer)) : problem(answer.error());
}

/// Of a deck that is not there, too: the first one is put with its tag.
QByteArray tagOf(const policy::RateDeck &deck)
{
    return tagOf(import::deckCsv(deck));
}

Response showRates(Services &services, const Request &request)
{
    const Result<policy::RateDeck> deck = services.spend.deck(request.principal->customerId);
    if (!deck) return problem(deck.error());
    const QByteArray body = import::deckCsv(*deck);
    return matchesIfNoneMatch(request, tagOf(body)) ? notModified(tagOf(body))
                                                    : tagged(body, tagOf(body), protocol::media::csv);
}

Response putRates(Services &services, const Request &request)
{
    if (Result<void> fine = requireMediaType(request, protocol::media::csv); !fine)
        return problemWithStatus(fine.error(), 415);
    if (Result<void> known = onlyParameters(request, {"dryRun"}); !known) return problem(known.error());
    const Result<bool> dryRun = flagParameter(request, "dryRun");
    if (!dryRun) return problem(dryRun.error());
    QByteArray csv = request.body;
    QBuffer device(&csv);
    device.open(QIODevice::ReadOnly);
    const Result<import::DeckFile> file = import::readDeckFile(device);
    if (!file) return problem(file.error());
    protocol::DeckAnswer answer;
    answer.currency = file->currency;
    answer.rows = static_cast<int>(file->rates.size());
    answer.refused = file->refused;
    for (const import::DeckRefusal &refusal : file->refusals)
        answer.refusals.append({refusal.line, refusal.field, refusal.reason});
    if (*dryRun) return json(protocol::toJson(answer));
    if (!file->refusals.isEmpty()) {
        const import::DeckRefusal &first = file->refusals.constFirst();
        return problem(makeError(Errc::InvalidInput,
                                 QStringLiteral("Line %1: %2 Nothing of the deck is stored; ask with dryRun=true for "
                                                "all that is wrong with it.")
                                     .arg(first.line)
                                     .arg(first.reason),
                                 first.field));
    }
    const Result<void> stored = services.spend.setDeck(
        authorOf(request), policy::RateDeck(file->currency, file->rates),
        [&request](const policy::RateDeck &present) { return requireMatch(request, tagOf(present)); });
    if (!stored) return problem(stored.error());
    answer.stored = true;
    return json(protocol::toJson(answer));
}

Response removeRates(Services &services, const Request &request)
{
    const Result<void> removed = services.spend.setDeck(
        authorOf(request), {},
        [&request](const policy::RateDeck &present) { return requireMatch(request, tagOf(present)); });
    return removed ? noContent() : problem(removed.error());
}

/// The callId is the key of a repetition: the same call renews what is reserved for it.
Response authorize(Services &services, const Request &request)
{
    const Result<protocol::CallQuestion> question = protocol::callQuestionFromJson(request.body);
    if (!question) return problem(question.error());
    const Result<protocol::CallAnswer> answer = services.callDesk.decide(authorOf(request), *question);
    return answer ? json(protocol::toJson(*answer)) : problem(answer.error());
}

/// Each call is counted once, by its callId: a repetition needs no key.
Response records(Services &services, const Request &request)
{
    const Result<QList<protocol::FinishedCall>> calls = protocol::finishedCallsFromJson(request.body);
    if (!calls) return problem(calls.error());
    const Result<protocol::RecordsTaken> taken = services.callDesk.record(authorOf(request), *calls);
    return taken ? json(protocol::toJson(*taken)) : problem(taken.error());
}

}  // namespace

void addSpendRoutes(Router &router, Services &services)
{
    using namespace protocol::paths;
    const RouteOffer offer(router, services);
    offer("GET", spend, "getSpend", Permission::SpendRead, showSettings);
    offer("PUT", spend, "changeSpend", Permission::SpendWrite, changeSettings, protocol::limits::spendBodyBytes);
    offer("GET", spendUsage, "getSpendUsage", Permission::SpendRead, usage);
    offer("GET", spendHistory, "getSpendHistory", Permission::SpendRead, history);
    offer("GET", spendRaises, "listSpendRaises", Permission::SpendRead, listRaises);
    offer("POST", spendRaises, "raiseSpend", Permission::SpendWrite, raise);
    offer("DELETE", spendRaise, "endSpendRaise", Permission::SpendWrite, endRaise);
    offer("POST", spendReset, "resetSpend", Permission::SpendWrite, reset);
    offer("POST", spendReplay, "replayCalls", Permission::SpendWrite, replay, protocol::limits::replayBodyBytes);
    offer("GET", rates, "getRates", Permission::SpendRead, showRates);
    offer("PUT", rates, "changeRates", Permission::SpendWrite, putRates, protocol::limits::ratesBodyBytes);
    offer("DELETE", rates, "removeRates", Permission::SpendWrite, removeRates);
    offer("POST", callsAuthorize, "authorizeCall", Permission::CallsDecide, authorize);
    offer("POST", callsRecords, "recordCalls", Permission::CallsDecide, records);
}

}  // namespace lw::server

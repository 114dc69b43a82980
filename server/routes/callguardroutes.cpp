// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, and what Call Guard bars.
#include "core/protocol/callguard.h"
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

QByteArray tagOf(const GuardedNumber &number)
{
    const QByteArray whole = protocol::toJson(number);
    return editTag(whole, whole);
}

QByteArray tagOf(const GuardSettings &settings)
{
    const QByteArray whole = protocol::toJson(settings);
    return editTag(whole, whole);
}

template <typename Message>
Response tagged(const Message &message, const QByteArray &tag, int status = 200)
{
    Response response = json(protocol::toJson(message), status);
    response.headers.set("ETag", tag);
    response.compress = true;
    return response;
}

/// The path names it without "+".
QString numberOf(const Request &request)
{
    return u'+' + request.pathParams.value(QStringLiteral("number"));
}

Response list(Services &services, const Request &request)
{
    const Result<QList<GuardedNumber>> numbers = services.callGuard.numbers(request.principal->customerId);
    if (!numbers) return problem(numbers.error());
    const QByteArray tag = etagOf(protocol::toJson(*numbers));
    return matchesIfNoneMatch(request, tag) ? notModified(tag) : tagged(*numbers, tag);
}

Response add(Services &services, const Request &request)
{
    const Result<QList<GuardedNumber>> wish = protocol::guardedNumbersFromJson(request.body);
    if (!wish) return problem(wish.error());
    if (wish->isEmpty())
        return problem(makeError(Errc::InvalidInput, QStringLiteral("numbers must name at least one number."),
                                 QStringLiteral("numbers")));
    const Result<OnceOnly> once = OnceOnly::of(request, protocol::toJson(*wish));
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);
    const Result<QList<GuardedNumber>> added = services.callGuard.add(
        authorOf(request), *wish, [&](const Transaction &transaction, const QList<GuardedNumber> &done) {
            return once->keep(transaction, json(protocol::toJson(done), 201), services.clock.nowUtc());
        });
    return added ? json(protocol::toJson(*added), 201) : problem(added.error());
}

Response show(Services &services, const Request &request)
{
    const Result<GuardedNumber> number = services.callGuard.number(request.principal->customerId, numberOf(request));
    if (!number) return problem(number.error());
    const QByteArray tag = tagOf(*number);
    return matchesIfNoneMatch(request, tag) ? notModified(tag) : tagged(*number, tag);
}

Response change(Services &services, const Request &request)
{
    Result<GuardedNumber> wish = protocol::guardedNumberFromJson(request.body);
    if (!wish) return problem(wish.error());
    if (wish->number != numberOf(request))
        return problem(
            makeError(Errc::InvalidInput,
                      QStringLiteral("A number of the inventory stays what it is. Add another one and remove "
                                     "this."),
                      QStringLiteral("number")));
    const Result<GuardedNumber> changed = services.callGuard.change(
        authorOf(request), *wish,
        [&request](const GuardedNumber &present) { return requireMatch(request, tagOf(present)); });
    return changed ? tagged(*changed, tagOf(*changed)) : problem(changed.error());
}

Response remove(Services &services, const Request &request)
{
    const Result<void> removed = services.callGuard.remove(
        authorOf(request), numberOf(request),
        [&request](const GuardedNumber &present) { return requireMatch(request, tagOf(present)); });
    return removed ? noContent() : problem(removed.error());
}

Response switchGuard(Services &services, const Request &request)
{
    const Result<protocol::GuardSwitch> wish = protocol::guardSwitchFromJson(request.body);
    if (!wish) return problem(wish.error());
    const Result<OnceOnly> once = OnceOnly::of(request, protocol::toJson(*wish));
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);
    const Result<int> changed =
        services.callGuard.switchGuard(authorOf(request), *wish, [&](const Transaction &transaction, int done) {
            return once->keep(transaction, json(protocol::toJson(protocol::GuardSwitched{done})),
                              services.clock.nowUtc());
        });
    return changed ? json(protocol::toJson(protocol::GuardSwitched{*changed})) : problem(changed.error());
}

/// A repetition finds everything as the file says and changes nothing: it needs no key.
Response importNumbers(Services &services, const Request &request)
{
    if (Result<void> fine = requireMediaType(request, protocol::media::csv); !fine)
        return problemWithStatus(fine.error(), 415);
    if (Result<void> known = onlyParameters(request, {"dryRun"}); !known) return problem(known.error());
    const Result<bool> dryRun = flagParameter(request, "dryRun");
    if (!dryRun) return problem(dryRun.error());
    QByteArray csv = request.body;
    QBuffer device(&csv);
    device.open(QIODevice::ReadOnly);
    const Result<import::NumbersFile> file = import::readNumbersFile(device);
    if (!file) return problem(file.error());
    const Result<protocol::NumbersImport> report = services.callGuard.import(authorOf(request), *file, *dryRun);
    return report ? json(protocol::toJson(*report)) : problem(report.error());
}

Response exportNumbers(Services &services, const Request &request)
{
    const QString &customerId = request.principal->customerId;
    const Result<QList<GuardedNumber>> numbers = services.callGuard.numbers(customerId);
    if (!numbers) return problem(numbers.error());
    const Result<QHash<QString, QString>> logins = services.callGuard.ownerLogins(customerId);
    if (!logins) return problem(logins.error());
    Response response;
    response.status = 200;
    response.headers.set("Content-Type", QByteArray(protocol::media::csv.data(), protocol::media::csv.size()));
    response.body = import::numbersCsv(*numbers, *logins);
    response.compress = true;
    return response;
}

Response showSettings(Services &services, const Request &request)
{
    const Result<GuardSettings> settings = services.callGuard.settings(request.principal->customerId);
    if (!settings) return problem(settings.error());
    const QByteArray tag = tagOf(*settings);
    return matchesIfNoneMatch(request, tag) ? notModified(tag) : tagged(*settings, tag);
}

Response changeSettings(Services &services, const Request &request)
{
    const Result<GuardSettings> wish = protocol::guardSettingsFromJson(request.body);
    if (!wish) return problem(wish.error());
    const Result<GuardSettings> changed = services.callGuard.setSettings(
        authorOf(request), *wish,
        [&request](const GuardSettings &present) { return requireMatch(request, tagOf(present)); });
    return changed ? tagged(*changed, tagOf(*changed)) : problem(changed.error());
}

}  // namespace

void addCallGuardRoutes(Router &router, Services &services)
{
    using namespace protocol::paths;
    const RouteOffer offer(router, services);
    offer("GET", numbers, "listNumbers", Permission::NumbersRead, list);
    offer("POST", numbers, "addNumbers", Permission::NumbersWrite, add, protocol::limits::numbersBodyBytes);
    offer("POST", numbersGuard, "switchGuard", Permission::NumbersWrite, switchGuard);
    offer("POST", protocol::paths::numbersImport, "importNumbers", Permission::NumbersWrite, importNumbers,
          protocol::limits::numbersBodyBytes);
    offer("GET", protocol::paths::numbersExport, "exportNumbers", Permission::NumbersRead, exportNumbers);
    offer("GET", number, "getNumber", Permission::NumbersRead, show);
    offer("PUT", number, "changeNumber", Permission::NumbersWrite, change);
    offer("DELETE", number, "removeNumber", Permission::NumbersWrite, remove);
    offer("GET", callGuard, "getCallGuard", Permission::NumbersRead, showSettings);
    offer("PUT", callGuard, "changeCallGuard", Permission::NumbersWrite, changeSettings,
          protocol::limits::guardBodyBytes);
}

}  // namespace lw::server

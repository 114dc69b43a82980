// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/departure.h"
#include "core/protocol/endpoints.h"
#include "server/auth/authevents.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/routes/parameters.h"

namespace lw::server {

namespace {

QString idOf(const Request &request)
{
    return request.pathParams.value(QStringLiteral("departureId"));
}

Response withTag(const Request &request, Response response)
{
    const QByteArray etag = etagOf(response.body);
    if (matchesIfNoneMatch(request, etag)) return notModified(etag);
    response.headers.set("ETag", etag);
    return response;
}

Response list(Services &services, const Request &request)
{
    if (Result<void> known = onlyParameters(request, {}); !known) return problem(known.error());
    const Result<QList<Departure>> departures = services.revocation.list(request.principal->customerId);
    if (!departures) return problem(departures.error());
    Response response = json(protocol::toJson(*departures));
    response.compress = true;
    return withTag(request, std::move(response));
}

Response show(Services &services, const Request &request)
{
    const Result<Departure> departure = services.revocation.byId(request.principal->customerId, idOf(request));
    if (!departure) return problem(departure.error());
    return withTag(request, json(protocol::toJson(*departure)));
}

Response open(Services &services, const Request &request)
{
    const Result<QList<protocol::NewDeparture>> wishes = protocol::newDeparturesFromJson(request.body);
    if (!wishes) return problem(wishes.error());
    const Result<OnceOnly> once = OnceOnly::of(request, protocol::toJson(*wishes));
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);

    Response done;
    const Result<QList<Departure>> opened =
        services.revocation.open(*request.principal, originOf(request), *wishes,
                                 [&](const Transaction &transaction, const QList<Departure> &departures) {
                                     done = json(protocol::toJson(departures), 201);
                                     return once->keep(transaction, done, services.clock.nowUtc());
                                 });
    if (!opened) return problem(opened.error());
    return done;
}

Response withdraw(Services &services, const Request &request)
{
    const Result<Departure> withdrawn =
        services.revocation.withdraw(*request.principal, originOf(request), idOf(request));
    if (!withdrawn) return problem(withdrawn.error());
    return noContent();
}

Response probe(Services &services, const Request &request)
{
    const Result<OnceOnly> once = OnceOnly::of(request, request.path.toUtf8());
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);

    Response done;
    const Result<Departure> proved =
        services.revocation.prove(request.principal->customerId, idOf(request), actorOf(*request.principal),
                                  originOf(request), [&](const Transaction &transaction, const Departure &departure) {
                                      done = json(protocol::toJson(departure));
                                      return once->keep(transaction, done, services.clock.nowUtc());
                                  });
    if (!proved) return problem(proved.error());
    return done;
}

void add(Router &router, Services &services, const char *method, QLatin1String path, const char *operation,
         Permission permission, Response (*handle)(Services &, const Request &))
{
    Route route;
    route.method = method;
    route.pathTemplate = path;
    route.operationId = QLatin1String(operation);
    route.permission = permission;
    route.handle = [&services, handle](const Request &request) { return handle(services, request); };
    router.add(std::move(route));
}

}  // namespace

void addDepartureRoutes(Router &router, Services &services)
{
    using P = Permission;
    namespace paths = protocol::paths;
    add(router, services, "GET", paths::departures, "listDepartures", P::DeparturesRead, list);
    add(router, services, "POST", paths::departures, "openDepartures", P::DeparturesWrite, open);
    add(router, services, "GET", paths::departure, "getDeparture", P::DeparturesRead, show);
    add(router, services, "DELETE", paths::departure, "withdrawDeparture", P::DeparturesWrite, withdraw);
    add(router, services, "POST", paths::departureProbe, "probeDeparture", P::DeparturesWrite, probe);
}

}  // namespace lw::server

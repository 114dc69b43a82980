// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/accounts.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/routes/parameters.h"

namespace lw::server {

namespace {

using protocol::ImportPlan;

QString planIdOf(const Request &request)
{
    return request.pathParams.value(QStringLiteral("planId"));
}

Doer doerOf(const Request &request)
{
    return Doer{*request.principal, originOf(request)};
}

/// A plan can be long. One with passwords is not compressed: the caller's own input stands beside them.
Response answer(const ImportPlan &plan, int status, bool secrets)
{
    Response response = json(protocol::toJson(plan), status);
    response.compress = !secrets;
    return response;
}

Response plan(Services &services, const Request &request)
{
    if (Result<void> fine = requireMediaType(request, protocol::media::csv); !fine)
        return problemWithStatus(fine.error(), 415);
    const Result<ImportPlan> made = services.peopleImport.plan(
        doerOf(request), request.body, [](const Transaction &, const ImportPlan &) { return Result<void>(); });
    if (!made) return problem(made.error());
    return answer(*made, 201, false);
}

Response show(Services &services, const Request &request)
{
    const Result<ImportPlan> found = services.peopleImport.show(request.principal->customerId, planIdOf(request));
    if (!found) return problem(found.error());
    Response response = answer(*found, 200, false);
    const QByteArray etag = etagOf(response.body);
    if (matchesIfNoneMatch(request, etag)) return notModified(etag);
    response.headers.set("ETag", etag);
    return response;
}

using Change = Result<ImportPlan> (PeopleImport::*)(const Doer &, const QString &, const PeopleImport::AlsoStore &);

Response change(Services &services, const Request &request, Change run)
{
    const Result<OnceOnly> once = OnceOnly::of(request, planIdOf(request).toUtf8());
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);

    // Only the answer to apply holds passwords, and only when somebody was created.
    const auto secretIn = [](const ImportPlan &plan) {
        return plan.state == ImportPlan::State::Applied && plan.creates > 0;
    };
    const Result<ImportPlan> changed = (services.peopleImport.*run)(
        doerOf(request), planIdOf(request), [&](const Transaction &transaction, const ImportPlan &plan) {
            const QDateTime now = services.clock.nowUtc();
            return secretIn(plan) ? once->keepThatTold(transaction, now)
                                  : once->keep(transaction, answer(plan, 200, false), now);
        });
    if (!changed) return problem(changed.error());
    return answer(*changed, 200, secretIn(*changed));
}

Route routeOf(const char *method, QLatin1String path, const char *operation,
              std::function<Response(const Request &)> handle)
{
    Route route;
    route.method = method;
    route.pathTemplate = path;
    route.operationId = QLatin1String(operation);
    route.permission = Permission::UsersWrite;
    route.handle = std::move(handle);
    return route;
}

}  // namespace

void addImportRoutes(Router &router, Services &services)
{
    Route upload = routeOf("POST", protocol::paths::usersImport, "planPeopleImport",
                           [&services](const Request &request) { return plan(services, request); });
    upload.bodyBytes = protocol::limits::importBytes;
    router.add(std::move(upload));
    router.add(routeOf("GET", protocol::paths::usersImportPlan, "getPeopleImport",
                       [&services](const Request &request) { return show(services, request); }));
    router.add(
        routeOf("POST", protocol::paths::usersImportApply, "applyPeopleImport",
                [&services](const Request &request) { return change(services, request, &PeopleImport::apply); }));
    router.add(routeOf("POST", protocol::paths::usersImportUndo, "undoPeopleImport",
                       [&services](const Request &request) { return change(services, request, &PeopleImport::undo); }));
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/accounts.h"
#include "core/protocol/endpoints.h"
#include "server/auth/authevents.h"
#include "server/http/precondition.h"
#include "server/people/personview.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"

namespace lw::server {

namespace {

QString userIdOf(const Request &request)
{
    return request.pathParams.value(QStringLiteral("userId"));
}

Doer doerOf(const Request &request)
{
    return Doer{*request.principal, originOf(request)};
}

/// The first answer to this key, when there was one.
Result<std::optional<Response>> before(Services &services, const OnceOnly &once)
{
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return connection.error();
    return once.before(*connection);
}

Response told(const protocol::UserWithPassword &made, int status)
{
    QByteArray body = protocol::toJson(made);
    Response response = json(std::move(body), status);
    response.headers.set("ETag", tagOf(made.entry));
    return response;
}

/// A change whose answer holds a one-time password, which a repetition of the request does not get again.
template <typename Change>
Response withPassword(Services &services, const Request &request, QByteArrayView asked, int status,
                      const Change &change)
{
    const Result<OnceOnly> once = OnceOnly::of(request, asked);
    if (!once) return problem(once.error());
    Result<std::optional<Response>> answered = before(services, *once);
    if (!answered) return problem(answered.error());
    if (*answered) return std::move(**answered);
    const Result<protocol::UserWithPassword> made =
        change([&](const Transaction &transaction, const protocol::UserWithPassword &) {
            return once->keepThatTold(transaction, services.clock.nowUtc());
        });
    if (!made) return problem(made.error());
    return told(*made, status);
}

Response create(Services &services, const Request &request)
{
    const Result<protocol::NewUser> wish = protocol::newUserFromJson(request.body);
    if (!wish) return problem(wish.error());
    return withPassword(services, request, protocol::toJson(*wish), 201, [&](const auto &alsoStore) {
        return services.people.create(doerOf(request), *wish, alsoStore);
    });
}

Response resetPassword(Services &services, const Request &request)
{
    return withPassword(services, request, userIdOf(request).toUtf8(), 200, [&](const auto &alsoStore) {
        return services.people.resetPassword(doerOf(request), userIdOf(request), alsoStore);
    });
}

Response patch(Services &services, const Request &request)
{
    const Result<protocol::UserPatch> wish = protocol::userPatchFromJson(request.body);
    if (!wish) return problem(wish.error());
    const Result<protocol::UserEntry> changed = services.people.patch(
        doerOf(request), userIdOf(request), *wish,
        [&](const protocol::UserEntry &present) { return requireMatch(request, tagOf(present)); });
    if (!changed) return problem(changed.error());
    Response response = json(protocol::toJson(*changed));
    response.headers.set("ETag", tagOf(*changed));
    return response;
}

using Bulk = Result<void> (PeopleChange::*)(const Doer &, const protocol::UserSelection &,
                                            const PeopleChange::AlsoStore<int> &);

Response bulk(Services &services, const Request &request, Bulk change)
{
    const Result<protocol::UserSelection> who = protocol::userSelectionFromJson(request.body);
    if (!who) return problem(who.error());
    const Result<OnceOnly> once = OnceOnly::of(request, protocol::toJson(*who));
    if (!once) return problem(once.error());
    Result<std::optional<Response>> answered = before(services, *once);
    if (!answered) return problem(answered.error());
    if (*answered) return std::move(**answered);
    const Response done = noContent();
    const Result<void> changed = (services.people.*change)(
        doerOf(request), *who,
        [&](const Transaction &transaction, int) { return once->keep(transaction, done, services.clock.nowUtc()); });
    if (!changed) return problem(changed.error());
    return done;
}

void add(Router &router, const char *method, QLatin1String path, const char *operation,
         std::function<Response(const Request &)> handle)
{
    Route route;
    route.method = method;
    route.pathTemplate = path;
    route.operationId = QLatin1String(operation);
    route.permission = Permission::UsersWrite;
    route.handle = std::move(handle);
    router.add(std::move(route));
}

}  // namespace

void addPeopleRoutes(Router &router, Services &services)
{
    add(router, "POST", protocol::paths::users, "createUser",
        [&services](const Request &request) { return create(services, request); });
    add(router, "PATCH", protocol::paths::user, "changeUser",
        [&services](const Request &request) { return patch(services, request); });
    add(router, "POST", protocol::paths::userPassword, "resetUserPassword",
        [&services](const Request &request) { return resetPassword(services, request); });
    add(router, "POST", protocol::paths::usersExpiry, "expirePasswords",
        [&services](const Request &request) { return bulk(services, request, &PeopleChange::expire); });
    add(router, "POST", protocol::paths::usersDisable, "disableUsers",
        [&services](const Request &request) { return bulk(services, request, &PeopleChange::disable); });
}

}  // namespace lw::server

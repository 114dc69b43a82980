// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/role.h"
#include "server/auth/authevents.h"
#include "server/http/precondition.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/store/roletable.h"

#include <QUrl>

namespace lw::server {

namespace {

QString nameOf(const Request &request)
{
    return request.pathParams.value(QStringLiteral("roleName"));
}

RoleChange::Check seenBy(const Request &request)
{
    return [&request](QByteArrayView tag) { return requireMatch(request, tag); };
}

Response answer(Role role, int status, const QByteArray &tag)
{
    role.shipped = false;
    Response response = json(protocol::toJson(role), status);
    response.headers.set("ETag", tag);
    return response;
}

Response list(Services &services, const Request &request)
{
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    const Result<QList<Role>> custom = RoleTable(*connection).all(request.principal->customerId);
    if (!custom) return problem(custom.error());
    const QByteArray tag = RoleChange::tagOf(*custom);
    if (matchesIfNoneMatch(request, tag)) return notModified(tag);
    Response response = json(protocol::toJson(RoleChange::listed(*custom)));
    response.headers.set("ETag", tag);
    response.compress = true;
    return response;
}

Response create(Services &services, const Request &request)
{
    const Result<Role> role = protocol::roleFromJson(request.body);
    if (!role) return problem(role.error());
    const Result<OnceOnly> once = OnceOnly::of(request, protocol::toJson(*role));
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);
    const Result<QByteArray> tag =
        services.roles.create(*request.principal, *role, originOf(request), [&](const Transaction &transaction) {
            return once->keep(transaction, answer(*role, 201, {}), services.clock.nowUtc());
        });
    if (!tag) return problem(tag.error());
    Response response = answer(*role, 201, *tag);
    response.headers.set("Location", "/v1/roles/" + QUrl::toPercentEncoding(role->name));
    return response;
}

Response change(Services &services, const Request &request)
{
    const Result<Role> role = protocol::roleFromJson(request.body);
    if (!role) return problem(role.error());
    if (role->name != nameOf(request))
        return problem(
            makeError(Errc::InvalidInput,
                      QStringLiteral("A role keeps its name: events and people refer to it. Make another role "
                                     "for another name."),
                      QStringLiteral("name")));
    const Result<QByteArray> tag = services.roles.change(*request.principal, *role, originOf(request), seenBy(request));
    if (!tag) return problem(tag.error());
    return answer(*role, 200, *tag);
}

Response remove(Services &services, const Request &request)
{
    const Result<QByteArray> tag =
        services.roles.remove(*request.principal, nameOf(request), originOf(request), seenBy(request));
    if (!tag) return problem(tag.error());
    Response response = noContent();
    response.headers.set("ETag", *tag);
    return response;
}

}  // namespace

void addRoleRoutes(Router &router, Services &services)
{
    const auto add = [&](const char *method, QLatin1String path, const char *operation, Permission permission,
                         Response (*handle)(Services &, const Request &)) {
        Route route;
        route.method = method;
        route.pathTemplate = path;
        route.operationId = QString::fromLatin1(operation);
        route.permission = permission;
        route.handle = [&services, handle](const Request &request) { return handle(services, request); };
        router.add(std::move(route));
    };
    add("GET", protocol::paths::roles, "listRoles", Permission::RolesRead, list);
    add("POST", protocol::paths::roles, "createRole", Permission::RolesWrite, create);
    add("PUT", protocol::paths::role, "changeRole", Permission::RolesWrite, change);
    add("DELETE", protocol::paths::role, "removeRole", Permission::RolesWrite, remove);
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "core/protocol/networkaccess.h"
#include "server/auth/authevents.h"
#include "server/http/precondition.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"

namespace lw::server {

namespace {

NetworkAuthor authorOf(const Request &request)
{
    return {*request.principal, originOf(request)};
}

Response networkAnswer(Services &services, const Request &request, const protocol::NetworkAccess &access,
                       const QByteArray &tag = {})
{
    Response response = json(protocol::toJson(access));
    response.compress = true;
    if (!tag.isEmpty()) {
        response.headers.set("ETag", tag);
        return response;
    }
    const Result<QByteArray> present = services.network.tag(request.principal->customerId, request.peerAddress);
    if (present) response.headers.set("ETag", *present);
    return response;
}

Response show(Services &services, const Request &request)
{
    const QString &customerId = request.principal->customerId;
    const Result<QByteArray> tag = services.network.tag(customerId, request.peerAddress);
    if (!tag) return problem(tag.error());
    if (matchesIfNoneMatch(request, *tag)) return notModified(*tag);
    const Result<protocol::NetworkAccess> access = services.network.current(customerId, request.peerAddress);
    if (!access) return problem(access.error());
    return networkAnswer(services, request, *access, *tag);
}

Response change(Services &services, const Request &request)
{
    const Result<protocol::AllowlistChange> wish = protocol::allowlistChangeFromJson(request.body);
    if (!wish) return problem(wish.error());
    const Result<protocol::NetworkAccess> access = services.network.change(
        authorOf(request), *wish, [&request](const QByteArray &tag) { return requireMatch(request, tag); });
    if (!access) return problem(access.error());
    return networkAnswer(services, request, *access);
}

using Settle = Result<protocol::NetworkAccess> (NetworkAccessService::*)(const NetworkAuthor &,
                                                                         const NetworkAccessService::AlsoStore &);

/// Confirms the waiting change or takes it back.
Response settle(Services &services, const Request &request, Settle settle)
{
    const Result<OnceOnly> once = OnceOnly::of(request, QByteArrayView());
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);
    const Result<protocol::NetworkAccess> access = (services.network.*settle)(
        authorOf(request), [&](const Transaction &transaction, const protocol::NetworkAccess &done) {
            return once->keep(transaction, json(protocol::toJson(done)), services.clock.nowUtc());
        });
    if (!access) return problem(access.error());
    return networkAnswer(services, request, *access);
}

Response blocksAnswer(const protocol::BlockList &list, int status = 200)
{
    Response response = json(protocol::toJson(list), status);
    response.headers.set("ETag", editTag(protocol::toJson(list.policy), response.body));
    response.compress = true;
    return response;
}

Response showBlocks(Services &services, const Request &request)
{
    const Result<protocol::BlockList> list = services.blocking.list(request.principal->customerId);
    if (!list) return problem(list.error());
    Response response = blocksAnswer(*list);
    const QByteArray tag = response.headers.value("ETag");
    return matchesIfNoneMatch(request, tag) ? notModified(tag) : response;
}

Response setBlocking(Services &services, const Request &request)
{
    const Result<BlockingPolicy> policy = protocol::blockingPolicyFromJson(request.body);
    if (!policy) return problem(policy.error());
    const Result<protocol::BlockList> list =
        services.blocking.setPolicy(authorOf(request), *policy, [&request](const BlockingPolicy &present) {
            return requireMatch(request, editTag(protocol::toJson(present), QByteArrayView()));
        });
    return list ? blocksAnswer(*list) : problem(list.error());
}

Response block(Services &services, const Request &request)
{
    const Result<protocol::NewBlock> wish = protocol::newBlockFromJson(request.body);
    if (!wish) return problem(wish.error());
    const Result<OnceOnly> once = OnceOnly::of(request, protocol::toJson(*wish));
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);
    const Result<protocol::BlockList> list = services.blocking.block(
        authorOf(request), *wish, [&](const Transaction &transaction, const protocol::BlockList &done) {
            return once->keep(transaction, json(protocol::toJson(done), 201), services.clock.nowUtc());
        });
    return list ? blocksAnswer(*list, 201) : problem(list.error());
}

Response lift(Services &services, const Request &request)
{
    const Result<void> lifted =
        services.blocking.lift(authorOf(request), request.pathParams.value(QStringLiteral("address")));
    return lifted ? noContent() : problem(lifted.error());
}

Route routeOf(const char *method, QLatin1String path, const char *operation, Permission permission)
{
    Route route;
    route.method = method;
    route.pathTemplate = path;
    route.operationId = QLatin1String(operation);
    route.permission = permission;
    return route;
}

}  // namespace

void addNetworkRoutes(Router &router, Services &services)
{
    using namespace protocol::paths;
    const auto add = [&](Route route, auto handle) {
        route.handle = [&services, handle](const Request &request) { return handle(services, request); };
        router.add(std::move(route));
    };
    add(routeOf("GET", network, "getNetwork", Permission::NetworkRead), show);
    Route put = routeOf("PUT", network, "changeNetwork", Permission::NetworkWrite);
    put.bodyBytes = protocol::limits::networkBodyBytes;
    add(std::move(put), change);
    add(routeOf("POST", networkConfirm, "confirmNetwork", Permission::NetworkWrite),
        [](Services &all, const Request &request) { return settle(all, request, &NetworkAccessService::confirm); });
    add(routeOf("POST", networkRevert, "revertNetwork", Permission::NetworkWrite),
        [](Services &all, const Request &request) { return settle(all, request, &NetworkAccessService::revert); });
    add(routeOf("GET", networkBlocks, "listBlocks", Permission::NetworkRead), showBlocks);
    add(routeOf("POST", networkBlocks, "blockAddress", Permission::NetworkWrite), block);
    add(routeOf("DELETE", networkBlock, "liftBlock", Permission::NetworkWrite), lift);
    add(routeOf("PUT", networkBlocking, "changeBlocking", Permission::NetworkWrite), setBlocking);
}

}  // namespace lw::server

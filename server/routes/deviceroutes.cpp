// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/device.h"
#include "core/protocol/endpoints.h"
#include "server/auth/authevents.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/store/devicetable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {

Response listed(const Request &request, const Result<QList<Device>> &devices)
{
    if (!devices) return problem(devices.error());
    Response response = json(protocol::toJson(*devices));
    const QByteArray etag = etagOf(response.body);
    if (matchesIfNoneMatch(request, etag)) return notModified(etag);
    response.headers.set("ETag", etag);
    response.compress = true;
    return response;
}

Response listAll(Services &services, const Request &request)
{
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    return listed(request, DeviceTable(*connection)
                               .ofCustomer(request.principal->customerId, services.clock.nowUtc(),
                                           protocol::limits::devicesListed));
}

Response listOfUser(Services &services, const Request &request)
{
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    const QString userId = request.pathParams.value(QStringLiteral("userId"));
    const QString &customerId = request.principal->customerId;
    if (const Result<User> user = UserTable(*connection).byId(customerId, userId); !user) return problem(user.error());
    return listed(request, DeviceTable(*connection).ofUser(customerId, userId, services.clock.nowUtc()));
}

/// An answer with a secret, which a repetition of the request does not get again.
template <typename Change>
Response withSecret(Services &services, const Request &request, QByteArrayView asked, int status, const Change &change)
{
    const Result<OnceOnly> once = OnceOnly::of(request, asked);
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);
    const Result<protocol::DeviceWithSecret> made = change(
        [&](const Transaction &transaction) { return once->keepThatTold(transaction, services.clock.nowUtc()); });
    if (!made) return problem(made.error());
    return json(protocol::toJson(*made), status);
}

Response add(Services &services, const Request &request)
{
    const Result<protocol::NewDevice> wish = protocol::newDeviceFromJson(request.body);
    if (!wish) return problem(wish.error());
    const QString userId = request.pathParams.value(QStringLiteral("userId"));
    return withSecret(services, request, QByteArray(userId.toUtf8() + '\n' + protocol::toJson(*wish)), 201,
                      [&](const DeviceService::AlsoStore &alsoStore) {
                          return services.devices.add(*request.principal, userId, *wish, originOf(request), alsoStore);
                      });
}

Response renewSecret(Services &services, const Request &request)
{
    const QString deviceId = request.pathParams.value(QStringLiteral("deviceId"));
    return withSecret(services, request, deviceId.toUtf8(), 200, [&](const DeviceService::AlsoStore &alsoStore) {
        return services.devices.renewSecret(*request.principal, deviceId, originOf(request), alsoStore);
    });
}

Response revoke(Services &services, const Request &request)
{
    const Result<void> revoked = services.devices.revoke(
        *request.principal, request.pathParams.value(QStringLiteral("deviceId")), originOf(request));
    return revoked ? noContent() : problem(revoked.error());
}

}  // namespace

void addDeviceRoutes(Router &router, Services &services)
{
    Route all;
    all.method = "GET";
    all.pathTemplate = protocol::paths::devices;
    all.operationId = QStringLiteral("listDevices");
    all.permission = Permission::UsersRead;
    all.handle = [&services](const Request &request) { return listAll(services, request); };
    router.add(std::move(all));

    Route ofUser;
    ofUser.method = "GET";
    ofUser.pathTemplate = protocol::paths::userDevices;
    ofUser.operationId = QStringLiteral("listUserDevices");
    ofUser.permission = Permission::UsersRead;
    ofUser.handle = [&services](const Request &request) { return listOfUser(services, request); };
    router.add(std::move(ofUser));

    Route create;
    create.method = "POST";
    create.pathTemplate = protocol::paths::userDevices;
    create.operationId = QStringLiteral("createDevice");
    create.permission = Permission::UsersWrite;
    create.handle = [&services](const Request &request) { return add(services, request); };
    router.add(std::move(create));

    Route remove;
    remove.method = "DELETE";
    remove.pathTemplate = protocol::paths::device;
    remove.operationId = QStringLiteral("revokeDevice");
    remove.permission = Permission::UsersWrite;
    remove.handle = [&services](const Request &request) { return revoke(services, request); };
    router.add(std::move(remove));

    Route secret;
    secret.method = "POST";
    secret.pathTemplate = protocol::paths::deviceSecret;
    secret.operationId = QStringLiteral("renewDeviceSecret");
    secret.permission = Permission::UsersWrite;
    secret.handle = [&services](const Request &request) { return renewSecret(services, request); };
    router.add(std::move(secret));
}

}  // namespace lw::server

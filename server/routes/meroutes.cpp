// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/me.h"
#include "server/auth/authevents.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/store/customertable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {

Response show(Services &services, const Request &request)
{
    const Principal &principal = *request.principal;
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    const Result<User> user = UserTable(*connection).byId(principal.customerId, principal.userId);
    if (!user) return problem(user.error());
    const Result<Customer> customer = CustomerTable(*connection).byId(principal.customerId);
    if (!customer) return problem(customer.error());
    const Result<AuditLog::Head> head = services.audit.head(principal.customerId);
    if (!head) return problem(head.error());
    const Result<QString> key = services.audit.verifierKey(principal.customerId);
    if (!key) return problem(key.error());
    return json(
        protocol::toJson(protocol::Me{*user, *customer, principal.roles, principal.permissions,
                                      principal.mustChangePassword, principal.mustEnrolMfa, head->origin, *key}));
}

Response changePassword(Services &services, const Request &request)
{
    Result<protocol::PasswordChange> wish = protocol::passwordChangeFromJson(request.body);
    if (!wish) return problem(wish.error());
    // The passwords are no part of what is remembered of the request: even their hash would be worth stealing.
    const Result<OnceOnly> once = OnceOnly::of(request, QByteArrayView());
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);

    const Response done = noContent();
    const Result<void> changed = services.passwordChange.run(
        *request.principal, {wish->current, wish->next, originOf(request)},
        [&](const Transaction &transaction) { return once->keep(transaction, done, services.clock.nowUtc()); });
    if (!changed) return problem(changed.error());
    return done;
}

}  // namespace

void addMeRoutes(Router &router, Services &services)
{
    Route me;
    me.method = "GET";
    me.pathTemplate = protocol::paths::me;
    me.operationId = QStringLiteral("getMe");
    me.allowedWhilePasswordExpired = true;
    me.allowedWhileMfaMissing = true;
    me.handle = [&services](const Request &request) { return show(services, request); };
    router.add(std::move(me));

    Route password;
    password.method = "POST";
    password.pathTemplate = protocol::paths::myPassword;
    password.operationId = QStringLiteral("changeMyPassword");
    password.permission = Permission::OwnPassword;
    password.allowedWhilePasswordExpired = true;
    password.allowedWhileMfaMissing = true;
    password.handle = [&services](const Request &request) { return changePassword(services, request); };
    router.add(std::move(password));
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/mfa.h"
#include "server/auth/authevents.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/routes/routeoffer.h"

namespace lw::server {

namespace {

/// The answer holds a secret, which a repetition of the request does not get again.
template <typename Made, typename Change>
Response withSecret(Services &services, const Request &request, int status, const Change &change)
{
    const Result<OnceOnly> once = OnceOnly::of(request, QByteArrayView());
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);
    Result<Made> made = change(
        [&](const Transaction &transaction) { return once->keepThatTold(transaction, services.clock.nowUtc()); });
    if (!made) return problem(made.error());
    return json(protocol::toJson(*made), status);
}

Response begin(Services &services, const Request &request)
{
    return withSecret<protocol::MfaEnrolment>(
        services, request, 201, [&](const SecondFactor::AlsoStore &alsoStore) -> Result<protocol::MfaEnrolment> {
            const Result<SecondFactor::Begun> begun = services.secondFactor.begin(*request.principal, alsoStore);
            if (!begun) return begun.error();
            return protocol::MfaEnrolment{begun->secret, begun->uri};
        });
}

Response confirm(Services &services, const Request &request)
{
    const Result<protocol::MfaCode> code = protocol::mfaCodeFromJson(request.body);
    if (!code) return problem(code.error());
    return withSecret<protocol::RecoveryCodes>(
        services, request, 200, [&](const SecondFactor::AlsoStore &alsoStore) -> Result<protocol::RecoveryCodes> {
            Result<std::vector<Secret>> codes =
                services.secondFactor.confirm(*request.principal, code->code, originOf(request), alsoStore);
            if (!codes) return codes.error();
            return protocol::RecoveryCodes{std::move(codes).value()};
        });
}

Response removeOwn(Services &services, const Request &request)
{
    const Result<protocol::OwnPassword> wish = protocol::ownPasswordFromJson(request.body);
    if (!wish) return problem(wish.error());
    const Result<void> removed = services.secondFactor.removeOwn(*request.principal, wish->password, originOf(request));
    return removed ? noContent() : problem(removed.error());
}

Response reset(Services &services, const Request &request)
{
    const QString userId = request.pathParams.value(QStringLiteral("userId"));
    const Result<void> done = services.secondFactor.reset(*request.principal, userId, originOf(request));
    return done ? noContent() : problem(done.error());
}

}  // namespace

void addMfaRoutes(Router &router, Services &services)
{
    const RouteOffer offer(router, services);
    constexpr auto whileMissing = RouteOffer::WhileMfaMissing::Allowed;
    offer("POST", protocol::paths::myMfa, "beginMyMfa", Permission::OwnPassword, begin, 0, whileMissing);
    offer("POST", protocol::paths::myMfaConfirm, "confirmMyMfa", Permission::OwnPassword, confirm, 0, whileMissing);
    offer("DELETE", protocol::paths::myMfa, "removeMyMfa", Permission::OwnPassword, removeOwn, 0, whileMissing);
    offer("DELETE", protocol::paths::userMfa, "resetMfa", Permission::UsersWrite, reset);
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/session.h"
#include "server/auth/authevents.h"
#include "server/routes/allroutes.h"

namespace lw::server {

namespace {

Response create(Services &services, const Request &request)
{
    Result<protocol::LoginRequest> wish = protocol::loginRequestFromJson(request.body);
    if (!wish) return problem(wish.error());
    SignIn::Attempt attempt{wish->customer,        wish->login,       wish->password,
                            std::move(wish->totp), originOf(request), request.clientFingerprint};
    const SignIn::Outcome outcome = services.signIn.run(attempt);
    wipe(attempt.totp);  // it may have been a recovery code
    if (const auto *refused = std::get_if<SignIn::Refused>(&outcome))
        return problem(refused->error, refused->retryAfter);
    const auto &granted = std::get<SignIn::Granted>(outcome);
    const protocol::SessionGrant grant{granted.session.token, granted.session.expiresAt, granted.session.idleSeconds,
                                       granted.mustChangePassword, granted.mustEnrolMfa};
    Response response = json(protocol::toJson(grant), 201);
    response.headers.set("Location", "/v1/session");
    return response;
}

Response show(Services &services, const Request &request)
{
    const Result<Sessions::Facts> facts = services.sessions.facts(request.principal->sessionId);
    if (!facts) return problem(facts.error());
    return json(protocol::toJson(protocol::SessionStatus{facts->createdAt, facts->expiresAt, facts->idleSeconds,
                                                         request.principal->mustChangePassword}));
}

Response end(Services &services, const Request &request)
{
    if (Result<void> ended = services.sessions.end(*request.principal, originOf(request)); !ended)
        return problem(ended.error());
    return noContent();
}

}  // namespace

void addSessionRoutes(Router &router, Services &services)
{
    Route signIn;
    signIn.method = "POST";
    signIn.pathTemplate = protocol::paths::session;
    signIn.operationId = QStringLiteral("createSession");
    signIn.anonymous = true;
    signIn.handle = [&services](const Request &request) { return create(services, request); };
    router.add(std::move(signIn));

    Route status;
    status.method = "GET";
    status.pathTemplate = protocol::paths::session;
    status.operationId = QStringLiteral("getSession");
    status.allowedWhilePasswordExpired = true;
    status.allowedWhileMfaMissing = true;
    status.handle = [&services](const Request &request) { return show(services, request); };
    router.add(std::move(status));

    Route signOut;
    signOut.method = "DELETE";
    signOut.pathTemplate = protocol::paths::session;
    signOut.operationId = QStringLiteral("deleteSession");
    signOut.allowedWhilePasswordExpired = true;
    signOut.allowedWhileMfaMissing = true;
    signOut.handle = [&services](const Request &request) { return end(services, request); };
    router.add(std::move(signOut));
}

}  // namespace lw::server

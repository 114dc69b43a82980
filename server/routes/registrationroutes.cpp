// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/device.h"
#include "core/protocol/endpoints.h"
#include "server/auth/authevents.h"
#include "server/routes/allroutes.h"

namespace lw::server {

namespace {

Response ask(Services &services, const Request &request)
{
    Result<protocol::RegistrationRequest> wish = protocol::registrationRequestFromJson(request.body);
    if (!wish) return problem(wish.error());
    Origin origin = originOf(request);
    origin.service = QStringLiteral("SIP");
    const RegistrationService::Verdict verdict =
        services.registrations.run({wish->sipUser, wish->secret, wish->contact, wish->expires, origin});
    if (const auto *refused = std::get_if<RegistrationService::Refused>(&verdict))
        return problem(refused->error, refused->retryAfter);
    return json(
        protocol::toJson(protocol::RegistrationGrant{std::get<RegistrationService::Granted>(verdict).expiresAt}));
}

}  // namespace

void addRegistrationRoutes(Router &router, Services &services)
{
    Route registration;
    registration.method = "POST";
    registration.pathTemplate = protocol::paths::registrations;
    registration.operationId = QStringLiteral("registerDevice");
    registration.anonymous = true;
    registration.handle = [&services](const Request &request) { return ask(services, request); };
    router.add(std::move(registration));
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about a person: handed out, or erased.
#include "core/protocol/endpoints.h"
#include "core/protocol/retention.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/routes/routeoffer.h"

namespace lw::server {

namespace {

QString personIn(const Request &request)
{
    return request.pathParams.value(QStringLiteral("userId"));
}

Response hand(Services &services, const Request &request)
{
    // It must not flow on to somebody whose session has ended meanwhile.
    const Result<std::shared_ptr<Lifeline>> lifeline = services.sessions.lifeline(request.principal->sessionId);
    if (!lifeline) return problem(lifeline.error());
    Result<LeafSource> document = services.personData.hand(authorOf(request), personIn(request));
    if (!document) return problem(document.error());
    Response response;
    response.headers.set("Content-Type", QByteArray(protocol::media::json.data(), protocol::media::json.size()));
    response.stream = std::move(*document);
    response.lifeline = *lifeline;
    response.compress = true;
    return response;
}

Response erase(Services &services, const Request &request)
{
    const Result<protocol::ErasureWish> wish = protocol::erasureWishFromJson(request.body);
    if (!wish) return problem(wish.error());
    return answeredOnce<PurgeRun>(services, request, protocol::toJson(*wish) + personIn(request).toUtf8(), 202,
                                  &protocol::toJson, [&](const auto &keep) {
                                      return services.personData.erase(authorOf(request), personIn(request),
                                                                       wish->reason, keep);
                                  });
}

}  // namespace

void addPersonDataRoutes(Router &router, Services &services)
{
    const RouteOffer offer(router, services);
    offer("GET", protocol::paths::userData, "getPersonalData", Permission::PersonalData, hand);
    offer("POST", protocol::paths::userErasure, "erasePerson", Permission::PersonalData, erase);
}

}  // namespace lw::server

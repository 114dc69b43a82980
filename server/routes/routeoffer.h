// SPDX-License-Identifier: GPL-3.0-or-later
// Adding routes whose handlers are plain functions, and who changes something by one.
#pragma once

#include "server/auth/authevents.h"
#include "server/http/router.h"
#include "server/routes/services.h"

namespace lw::server {

inline GuardAuthor authorOf(const Request &request)
{
    return {*request.principal, originOf(request)};
}

class RouteOffer {
  public:
    using Handler = Response (*)(Services &, const Request &);
    RouteOffer(Router &router, Services &services) : m_router(router), m_services(services) {}

    enum class WhileMfaMissing { Refused, Allowed };
    /// `bodyBytes` 0: the contract's limit for a JSON body.
    void operator()(const char *method, QLatin1String path, const char *operation, Permission permission,
                    Handler handle, qint64 bodyBytes = 0, WhileMfaMissing whileMissing = WhileMfaMissing::Refused) const
    {
        Route route;
        route.method = method;
        route.pathTemplate = path;
        route.operationId = QString::fromLatin1(operation);
        route.permission = permission;
        route.bodyBytes = bodyBytes;
        route.allowedWhileMfaMissing = whileMissing == WhileMfaMissing::Allowed;
        route.handle = [services = &m_services, handle](const Request &request) { return handle(*services, request); };
        m_router.add(std::move(route));
    }

  private:
    Router &m_router;
    Services &m_services;
};

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/allroutes.h"

namespace lw::server {

void addAllRoutes(Router &router, Services &services)
{
    addSessionRoutes(router, services);
    addMeRoutes(router, services);
    addCustomerRoutes(router, services);
    addUserRoutes(router, services);
    addAuditRoutes(router, services);
    addExportRoutes(router, services);
    addSystemRoutes(router, services);
}

}  // namespace lw::server

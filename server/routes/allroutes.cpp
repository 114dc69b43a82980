// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/allroutes.h"

namespace lw::server {

void addAllRoutes(Router &router, Services &services)
{
    addSessionRoutes(router, services);
    addMeRoutes(router, services);
    addCustomerRoutes(router, services);
    addUserRoutes(router, services);
    addPeopleRoutes(router, services);
    addImportRoutes(router, services);
    addCallGuardRoutes(router, services);
    addSpendRoutes(router, services);
    addRetentionRoutes(router, services);
    addPersonDataRoutes(router, services);
    addCallRecordRoutes(router, services);
    addDeviceRoutes(router, services);
    addRegistrationRoutes(router, services);
    addDepartureRoutes(router, services);
    addLiveSessionRoutes(router, services);
    addChangeRoutes(router, services);
    addRoleRoutes(router, services);
    addMfaRoutes(router, services);
    addCertificateRoutes(router, services);
    addAuditRoutes(router, services);
    addExportRoutes(router, services);
    addNetworkRoutes(router, services);
    addSystemRoutes(router, services);
}

}  // namespace lw::server

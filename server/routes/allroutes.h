// SPDX-License-Identifier: GPL-3.0-or-later
// Every route of the contract, one file a resource. resources/openapi.json describes them; a test holds the two to each
// other.
#pragma once

#include "server/http/router.h"
#include "server/routes/services.h"

namespace lw::server {

/// The services must outlive the router.
void addAllRoutes(Router &router, Services &services);

void addSessionRoutes(Router &router, Services &services);
void addMeRoutes(Router &router, Services &services);
void addCustomerRoutes(Router &router, Services &services);
void addUserRoutes(Router &router, Services &services);
void addPeopleRoutes(Router &router, Services &services);
void addImportRoutes(Router &router, Services &services);
void addCallGuardRoutes(Router &router, Services &services);
void addSpendRoutes(Router &router, Services &services);
void addRetentionRoutes(Router &router, Services &services);
void addPersonDataRoutes(Router &router, Services &services);
void addCallRecordRoutes(Router &router, Services &services);
void addDeviceRoutes(Router &router, Services &services);
void addRegistrationRoutes(Router &router, Services &services);
void addDepartureRoutes(Router &router, Services &services);
void addLiveSessionRoutes(Router &router, Services &services);
void addChangeRoutes(Router &router, Services &services);
void addRoleRoutes(Router &router, Services &services);
void addMfaRoutes(Router &router, Services &services);
void addCertificateRoutes(Router &router, Services &services);
void addAuditRoutes(Router &router, Services &services);
void addExportRoutes(Router &router, Services &services);
void addNetworkRoutes(Router &router, Services &services);
void addSystemRoutes(Router &router, Services &services);

/// The OpenAPI document as it was compiled in.
QByteArray openApiDocument();

}  // namespace lw::server

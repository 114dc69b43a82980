// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/customer.h"
#include "core/protocol/endpoints.h"
#include "server/routes/allroutes.h"
#include "server/store/customertable.h"

namespace lw::server {

void addCustomerRoutes(Router &router, Services &services)
{
    Route show;
    show.method = "GET";
    show.pathTemplate = protocol::paths::customer;
    show.operationId = QStringLiteral("getCustomer");
    show.permission = Permission::CustomerRead;
    show.handle = [&services](const Request &request) {
        const Result<QSqlDatabase> connection = services.database->connection();
        if (!connection) return problem(connection.error());
        const Result<Customer> customer = CustomerTable(*connection).byId(request.principal->customerId);
        if (!customer) return problem(customer.error());
        Response response = json(protocol::toJson(*customer));
        const QByteArray etag = etagOf(response.body);
        if (matchesIfNoneMatch(request, etag)) return notModified(etag);
        response.headers.set("ETag", etag);
        return response;
    };
    router.add(std::move(show));
}

}  // namespace lw::server

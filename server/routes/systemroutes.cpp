// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/health.h"
#include "server/routes/allroutes.h"
#include "server/store/metatable.h"

#include <QFile>

// Q_INIT_RESOURCE declares a function of the resource's object file: it must stand outside every namespace.
static void loadDocument()
{
    Q_INIT_RESOURCE(openapi);
}

namespace lw::server {

namespace {

Response health(Services &services)
{
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    // A store that does not answer is no health.
    if (const Result<QString> version = MetaTable(*connection).value(QStringLiteral("schema_version")); !version)
        return problem(version.error());
    const protocol::Health health{services.stopping ? QStringLiteral("stopping") : QStringLiteral("ok"),
                                  services.config.version, services.clock.nowUtc()};
    return json(protocol::toJson(health));
}

}  // namespace

QByteArray openApiDocument()
{
    loadDocument();
    QFile file(QStringLiteral(":/linewarden/openapi.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void addSystemRoutes(Router &router, Services &services)
{
    Route ask;
    ask.method = "GET";
    ask.pathTemplate = protocol::paths::health;
    ask.operationId = QStringLiteral("getHealth");
    ask.anonymous = true;
    ask.handle = [&services](const Request &) { return health(services); };
    router.add(std::move(ask));

    Route document;
    document.method = "GET";
    document.pathTemplate = protocol::paths::openApi;
    document.operationId = QStringLiteral("getOpenApi");
    document.anonymous = true;
    document.handle = [body = openApiDocument()](const Request &request) {
        const QByteArray etag = etagOf(body);
        if (matchesIfNoneMatch(request, etag)) return notModified(etag);
        Response response = json(body);
        response.headers.set("ETag", etag);
        response.compress = true;
        return response;
    };
    router.add(std::move(document));
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "core/protocol/livesession.h"
#include "server/auth/authevents.h"
#include "server/routes/allroutes.h"
#include "server/routes/parameters.h"
#include "server/store/usertable.h"

#include <functional>

namespace lw::server {

namespace {

const auto byAdministrator = QStringLiteral("administrator");

Response list(Services &services, const Request &request)
{
    if (Result<void> known = onlyParameters(request, {}); !known) return problem(known.error());
    const Principal &principal = *request.principal;
    const Result<QList<Sessions::Live>> live =
        services.sessions.live(principal.customerId, protocol::limits::sessionsListed);
    if (!live) return problem(live.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    const Result<QList<User>> people = UserTable(*connection).all(principal.customerId);
    if (!people) return problem(people.error());
    QHash<QString, const User *> byId;
    for (const User &user : *people)
        byId.insert(user.id, &user);
    QList<protocol::LiveSession> sessions;
    for (const Sessions::Live &one : *live) {
        const User *user = byId.value(one.row.userId);
        if (!user) continue;
        sessions.append({one.row.id, user->id, user->login, user->displayName, one.row.createdAt, one.row.lastSeenAt,
                         one.expiresAt, one.row.address, one.row.agent, one.row.id == principal.sessionId});
    }
    Response response = json(protocol::toJson(sessions));
    response.compress = true;
    return response;
}

/// Ends them in one transaction and says how many. `pick` names them, of a person of the principal's customer.
using Pick = std::function<Result<QList<SessionRow>>(const SessionTable &table)>;
Response endThese(Services &services, const Request &request, const Pick &pick, const QString &ofUser)
{
    const Principal &principal = *request.principal;
    Result<Transaction> transaction = Transaction::begin(*services.database);
    if (!transaction) return problem(transaction.error());
    const Result<QList<SessionRow>> rows = pick(SessionTable(transaction->connection()));
    if (!rows) return problem(rows.error());
    const QString userId = rows->isEmpty() ? ofUser : rows->first().userId;
    const Result<User> user = UserTable(transaction->connection()).byId(principal.customerId, userId);
    if (!user) return problem(user.error());
    const Result<int> ended =
        services.sessions.revoke(*transaction, *user, *rows, actorOf(principal), originOf(request), byAdministrator);
    if (!ended) return problem(ended.error());
    if (Result<void> saved = transaction->commit(); !saved) return problem(saved.error());
    return json(protocol::toJson(protocol::SessionsEnded{*ended}));
}

Response endOne(Services &services, const Request &request)
{
    const Principal &principal = *request.principal;
    const QString id = request.pathParams.value(QStringLiteral("sessionId"));
    if (id == principal.sessionId) {
        if (Result<void> ended = services.sessions.end(principal, originOf(request)); !ended)
            return problem(ended.error());
        return json(protocol::toJson(protocol::SessionsEnded{1}));
    }
    const auto pick = [&](const SessionTable &table) -> Result<QList<SessionRow>> {
        Result<SessionRow> row = table.byId(id);
        if (!row) return row.error();
        if (row->customerId != principal.customerId)
            return makeError(Errc::NotFound, QStringLiteral("There is no such session."));
        return QList<SessionRow>{std::move(*row)};
    };
    return endThese(services, request, pick, {});
}

Response endAll(Services &services, const Request &request)
{
    const QString userId = request.pathParams.value(QStringLiteral("userId"));
    return endThese(
        services, request, [&](const SessionTable &table) { return table.ofUser(userId); }, userId);
}

}  // namespace

void addLiveSessionRoutes(Router &router, Services &services)
{
    Route all;
    all.method = "GET";
    all.pathTemplate = protocol::paths::sessions;
    all.operationId = QStringLiteral("listSessions");
    all.permission = Permission::SessionsRead;
    all.handle = [&services](const Request &request) { return list(services, request); };
    router.add(std::move(all));

    Route one;
    one.method = "DELETE";
    one.pathTemplate = protocol::paths::liveSession;
    one.operationId = QStringLiteral("endSession");
    one.permission = Permission::SessionsEnd;
    one.handle = [&services](const Request &request) { return endOne(services, request); };
    router.add(std::move(one));

    Route person;
    person.method = "DELETE";
    person.pathTemplate = protocol::paths::userSessions;
    person.operationId = QStringLiteral("endSessionsOfUser");
    person.permission = Permission::SessionsEnd;
    person.handle = [&services](const Request &request) { return endAll(services, request); };
    router.add(std::move(person));
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "server/routes/allroutes.h"
#include "server/routes/parameters.h"
#include "server/store/roletable.h"
#include "server/store/usertable.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::server {

namespace {

using Steady = std::chrono::steady_clock;
constexpr quint64 longestSeconds = 24 * 3600;

/// A feed lives longer than a request: what the person may do can change meanwhile.
Result<bool> mayStill(Services &services, const Principal &principal)
{
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return connection.error();
    const Result<User> user = UserTable(*connection).byId(principal.customerId, principal.userId);
    if (!user) return user.error();
    const Result<QList<Role>> custom = RoleTable(*connection).behind(principal.customerId, user->roles);
    if (!custom) return custom.error();
    return user->status != UserStatus::Disabled && permissionsOf(user->roles, *custom).contains(Permission::LogRead);
}

/// The body of one feed (HTML living standard, server-sent events). Pulled when the bell rings, and now and then.
class FeedBody {
  public:
    FeedBody(Services &services, Principal principal, std::shared_ptr<ChangeHub::Feed> feed,
             std::optional<std::chrono::seconds> life)
        : m_services(services),
          m_principal(std::move(principal)),
          m_feed(std::move(feed)),
          m_life(life),
          m_spokeAt(m_startedAt)
    {
    }

    Result<bool> next(QByteArray &chunk)
    {
        chunk = QByteArray();
        const Steady::time_point now = Steady::now();
        if (m_told && m_life && now - m_startedAt >= *m_life) return false;
        const Result<bool> may = mayStill(m_services, m_principal);
        if (!may || !*may) return may;
        // Taken before the size is read: a change in between rings once more, and is told twice rather than never.
        const QStringList kinds = m_feed->take();
        const Result<AuditLog::Head> head = m_services.audit.head(m_principal.customerId);
        if (!head) return head.error();
        if (!m_told || *m_told != head->size || !kinds.isEmpty()) {
            const QJsonObject data{{QStringLiteral("size"), static_cast<qint64>(head->size)},
                                   {QStringLiteral("kinds"), QJsonArray::fromStringList(kinds)}};
            chunk = "event: changed\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact) + "\n\n";
            m_told = head->size;
        } else if (now - m_spokeAt >= m_services.config.feedHeartbeat) {
            chunk = ": alive\n\n";
        }
        if (!chunk.isEmpty()) m_spokeAt = now;
        return true;
    }

  private:
    Services &m_services;
    const Principal m_principal;
    const std::shared_ptr<ChangeHub::Feed> m_feed;
    const std::optional<std::chrono::seconds> m_life;
    const Steady::time_point m_startedAt = Steady::now();
    Steady::time_point m_spokeAt;
    std::optional<quint64> m_told;
};

Response changes(Services &services, const Request &request)
{
    if (Result<void> known = onlyParameters(request, {"seconds"}); !known) return problem(known.error());
    std::optional<std::chrono::seconds> life;
    if (request.queryValue(QStringLiteral("seconds"))) {
        const Result<quint64> seconds = numberParameter(request, "seconds", longestSeconds);
        if (!seconds) return problem(seconds.error());
        life = std::chrono::seconds(*seconds);
    }
    Response response;
    const Result<std::shared_ptr<Lifeline>> lifeline = services.sessions.lifeline(request.principal->sessionId);
    if (!lifeline) return problem(lifeline.error());
    const Result<std::shared_ptr<ChangeHub::Feed>> feed = services.changes.join(*request.principal);
    if (!feed) return problem(feed.error(), 5);
    response.headers.set("Content-Type",
                         QByteArray(protocol::media::eventStream.data(), protocol::media::eventStream.size()));
    response.lifeline = *lifeline;
    response.close = true;  // it ends with the session, and then nothing more is to be asked on the connection
    response.doorbell = (*feed)->bell();
    response.waitAtMost = services.config.feedHeartbeat;
    if (life) response.waitAtMost = std::min<std::chrono::milliseconds>(response.waitAtMost, *life);
    response.stream = [body = std::make_shared<FeedBody>(services, *request.principal, *feed, life)](
                          QByteArray &chunk) { return body->next(chunk); };
    return response;
}

}  // namespace

void addChangeRoutes(Router &router, Services &services)
{
    Route feed;
    feed.method = "GET";
    feed.pathTemplate = protocol::paths::changes;
    feed.operationId = QStringLiteral("listenForChanges");
    feed.permission = Permission::LogRead;
    feed.handle = [&services](const Request &request) { return changes(services, request); };
    router.add(std::move(feed));
}

}  // namespace lw::server

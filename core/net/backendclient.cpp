// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backendclient.h"

#include "core/net/clientcore.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/health.h"
#include "core/protocol/limits.h"
#include "core/protocol/proof.h"

#include <QThread>
#include <QUrlQuery>
#include <QUuid>

namespace lw::net {

namespace paths = protocol::paths;
namespace limits = protocol::limits;

namespace {

using Call = ClientCore::Call;
using Reply = ClientCore::Reply;

QString withQuery(QLatin1String path, std::initializer_list<QPair<QString, QString>> items)
{
    QUrlQuery query;
    for (const auto &[key, value] : items)
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return path + QLatin1Char('?') + query.toString(QUrl::FullyEncoded);
}

QString number(quint64 value)
{
    return QString::number(value);
}

Error unexpected(int status)
{
    return makeError(
        Errc::Protocol,
        QStringLiteral("The back end answered with status %1, which the contract does not know here.").arg(status));
}

/// The usual shape: status 200 and a body that `read` understands.
template <typename T, typename Read>
void get(ClientCore *core, QString path, Answer<T> answer, Read read, qint64 most = 0)
{
    Call call;
    call.path = std::move(path);
    call.maxReplyBytes = most;
    core->call(std::move(call), [answer, read](Result<Reply> reply) {
        if (!reply) return answer.give(reply.error());
        if (reply->status != 200) return answer.give(unexpected(reply->status));
        answer.give(read(reply->body));
    });
}

Headers ifNoneMatchHeader(const QByteArray &etag)
{
    return etag.isEmpty() ? Headers() : Headers{{"If-None-Match", etag}};
}

/// Walks the pages of /v1/users.
struct UserWalk : std::enable_shared_from_this<UserWalk> {
    UserWalk(ClientCore *client, Answer<Tagged<QList<User>>> to) : core(client), answer(std::move(to)) {}

    void next(const QString &cursor, const QByteArray &ifNoneMatch)
    {
        Call call;
        call.path = cursor.isEmpty()
                        ? withQuery(paths::users, {{QStringLiteral("limit"), number(limits::usersPageMost)}})
                        : withQuery(paths::users, {{QStringLiteral("limit"), number(limits::usersPageMost)},
                                                   {QStringLiteral("cursor"), cursor}});
        call.headers = ifNoneMatchHeader(ifNoneMatch);
        core->call(std::move(call), [self = shared_from_this(), ifNoneMatch](Result<Reply> reply) {
            self->take(std::move(reply), ifNoneMatch);
        });
    }

    void take(Result<Reply> reply, const QByteArray &ifNoneMatch)
    {
        if (!reply) return answer.give(reply.error());
        if (reply->status == 304 && !ifNoneMatch.isEmpty())
            return answer.give(Tagged<QList<User>>{std::nullopt, ifNoneMatch});
        if (reply->status != 200) return answer.give(unexpected(reply->status));
        Result<protocol::UserPage> page = protocol::userPageFromJson(reply->body);
        if (!page) return answer.give(page.error());
        if (seen.isEmpty()) etag = headerValue(reply->headers, "ETag");
        for (protocol::UserEntry &entry : page->users)
            users.append(std::move(entry.user));
        if (page->nextCursor.isEmpty()) return answer.give(Tagged<QList<User>>{std::move(users), etag});
        if (page->users.isEmpty() || seen.contains(page->nextCursor))
            return answer.give(makeError(
                Errc::Protocol, QStringLiteral("The back end's list of people does not end: a page came twice.")));
        seen.insert(page->nextCursor);
        next(page->nextCursor, {});
    }

    ClientCore *core;
    Answer<Tagged<QList<User>>> answer;
    QSet<QString> seen;
    QList<User> users;
    QByteArray etag;
};

}  // namespace

BackendClient::BackendClient(Endpoint endpoint, TransportFactory transport)
    : m_endpoint(std::move(endpoint)), m_thread(std::make_unique<QThread>()), m_shared(std::make_shared<ClientShared>())
{
    m_core = new ClientCore(m_endpoint, std::move(transport), m_shared);
    m_core->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_core, &QObject::deleteLater);
    connect(m_core, &ClientCore::connectionInfoChanged, this, &BackendClient::connectionInfoChanged);
    connect(m_core, &ClientCore::sessionLost, this, &BackendClient::sessionLost);
    connect(m_core, &ClientCore::logChanged, this, &BackendClient::logChanged);
    m_thread->setObjectName(QStringLiteral("lw-net"));
    m_thread->start();
}

BackendClient::~BackendClient()
{
    m_thread->quit();
    m_thread->wait();
}

bool BackendClient::hasSession() const
{
    return m_shared->hasSession;
}

ConnectionInfo BackendClient::connectionInfo() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->info;
}

template <typename Work>
void BackendClient::hop(Work work)
{
    QMetaObject::invokeMethod(m_core, std::move(work), Qt::QueuedConnection);
}

void BackendClient::setIdentity(ClientIdentity identity)
{
    hop([core = m_core, identity = std::move(identity)] { core->setIdentity(identity); });
}

void BackendClient::signIn(SignInRequest request, QObject *context, Callback<SessionFacts> done)
{
    hop([core = m_core, request = std::move(request), answer = Answer<SessionFacts>(context, std::move(done))] {
        Call call;
        call.method = "POST";
        call.path = paths::session;
        call.withSession = false;
        call.body =
            protocol::toJson(protocol::LoginRequest{request.customer, request.login, request.password, request.totp});
        core->call(std::move(call), [core, answer](Result<Reply> reply) {
            if (!reply) return answer.give(reply.error());
            Result<protocol::SessionGrant> grant = reply->status == 201
                                                       ? protocol::sessionGrantFromJson(reply->body)
                                                       : Result<protocol::SessionGrant>(unexpected(reply->status));
            wipe(reply->body);
            if (!grant) return answer.give(grant.error());
            core->setToken(grant->token);
            answer.give(
                SessionFacts{grant->expiresAt, grant->idleSeconds, grant->mustChangePassword, grant->mustEnrolMfa});
        });
    });
}

void BackendClient::signOut(QObject *context, Callback<void> done)
{
    hop([core = m_core, answer = Answer<void>(context, std::move(done))] {
        Call call;
        call.method = "DELETE";
        call.path = paths::session;
        core->call(std::move(call), [answer](Result<Reply> reply) {
            if (!reply) return answer.give(reply.error());
            answer.give({});
        });
        core->forgetToken();
    });
}

void BackendClient::followChanges()
{
    hop([core = m_core] { core->followChanges(); });
}

void BackendClient::stopFollowing()
{
    hop([core = m_core] { core->stopFollowing(); });
}

void BackendClient::forgetSession()
{
    m_shared->hasSession = false;
    hop([core = m_core] {
        core->cancelAll();
        core->forgetToken();
        core->disconnectFromPeer();
    });
}

void BackendClient::me(QObject *context, Callback<protocol::Me> done)
{
    hop([core = m_core, answer = Answer<protocol::Me>(context, std::move(done))] {
        get(core, paths::me, answer, [](const QByteArray &body) { return protocol::meFromJson(body); });
    });
}

void BackendClient::changePassword(Secret current, Secret next, QObject *context, Callback<void> done)
{
    hop([core = m_core, current, next, answer = Answer<void>(context, std::move(done))] {
        Call call;
        call.method = "POST";
        call.path = paths::myPassword;
        call.headers.emplaceBack("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
        call.body = protocol::toJson(protocol::PasswordChange{current, next});
        core->call(std::move(call), [answer](Result<Reply> reply) {
            if (!reply) return answer.give(reply.error());
            if (reply->status != 204) return answer.give(unexpected(reply->status));
            answer.give({});
        });
    });
}

void BackendClient::customer(QByteArray ifNoneMatch, QObject *context, Callback<Tagged<Customer>> done)
{
    hop([core = m_core, ifNoneMatch, answer = Answer<Tagged<Customer>>(context, std::move(done))] {
        Call call;
        call.path = paths::customer;
        call.headers = ifNoneMatchHeader(ifNoneMatch);
        core->call(std::move(call), [answer, ifNoneMatch](Result<Reply> reply) {
            if (!reply) return answer.give(reply.error());
            if (reply->status == 304 && !ifNoneMatch.isEmpty())
                return answer.give(Tagged<Customer>{std::nullopt, ifNoneMatch});
            if (reply->status != 200) return answer.give(unexpected(reply->status));
            Result<Customer> customer = protocol::customerFromJson(reply->body);
            if (!customer) return answer.give(customer.error());
            answer.give(Tagged<Customer>{std::move(*customer), headerValue(reply->headers, "ETag")});
        });
    });
}

void BackendClient::users(QByteArray ifNoneMatch, QObject *context, Callback<Tagged<QList<User>>> done)
{
    hop([core = m_core, ifNoneMatch, answer = Answer<Tagged<QList<User>>>(context, std::move(done))] {
        std::make_shared<UserWalk>(core, answer)->next({}, ifNoneMatch);
    });
}

void BackendClient::checkpoint(QObject *context, Callback<QByteArray> done)
{
    hop([core = m_core, answer = Answer<QByteArray>(context, std::move(done))] {
        get(
            core, paths::auditCheckpoint, answer, [](const QByteArray &body) -> Result<QByteArray> { return body; },
            limits::noteBytes);
    });
}

void BackendClient::consistency(quint64 from, quint64 to, QObject *context, Callback<ConsistencyProof> done)
{
    hop([core = m_core, from, to, answer = Answer<ConsistencyProof>(context, std::move(done))] {
        const QString path = withQuery(paths::consistencyProof,
                                       {{QStringLiteral("from"), number(from)}, {QStringLiteral("to"), number(to)}});
        get(core, path, answer, [](const QByteArray &body) { return protocol::consistencyProofFromJson(body); });
    });
}

void BackendClient::inclusion(quint64 index, quint64 size, QObject *context, Callback<InclusionProof> done)
{
    hop([core = m_core, index, size, answer = Answer<InclusionProof>(context, std::move(done))] {
        const QString path = withQuery(
            paths::inclusionProof, {{QStringLiteral("index"), number(index)}, {QStringLiteral("size"), number(size)}});
        get(core, path, answer, [](const QByteArray &body) { return protocol::inclusionProofFromJson(body); });
    });
}

void BackendClient::streamEvents(quint64 from, quint64 to, LeafSink sink, QObject *context,
                                 Callback<StreamSummary> done)
{
    hop([core = m_core, from, to, sink = std::move(sink), answer = Answer<StreamSummary>(context, std::move(done))] {
        Call call;
        call.path =
            withQuery(paths::auditEvents, {{QStringLiteral("from"), number(from)}, {QStringLiteral("to"), number(to)}});
        core->stream(call, from, to, sink, answer);
    });
}

void BackendClient::resumeStream()
{
    hop([core = m_core] { core->resumeStream(); });
}

void BackendClient::cancelStream()
{
    hop([core = m_core] { core->cancelStream(); });
}

void BackendClient::reportExport(protocol::ExportNotice notice, QByteArray idempotencyKey, QObject *context,
                                 Callback<void> done)
{
    hop([core = m_core, notice = std::move(notice), idempotencyKey, answer = Answer<void>(context, std::move(done))] {
        Call call;
        call.method = "POST";
        call.path = paths::auditExports;
        call.headers.emplaceBack("Idempotency-Key", idempotencyKey);
        call.body = protocol::toJson(notice);
        core->call(std::move(call), [answer](Result<Reply> reply) {
            if (!reply) return answer.give(reply.error());
            if (reply->status != 201 && reply->status != 200) return answer.give(unexpected(reply->status));
            answer.give({});
        });
    });
}

void BackendClient::call(ApiCall call, QObject *context, Callback<ApiReply> done)
{
    hop([core = m_core, call = std::move(call), answer = Answer<ApiReply>(context, std::move(done))]() mutable {
        Call plain;
        plain.method = call.method;
        plain.path = call.path;
        plain.contentType = call.contentType;
        plain.withSession = call.withSession;
        plain.maxReplyBytes = call.maxReplyBytes;
        if (!call.ifMatch.isEmpty()) plain.headers.emplaceBack("If-Match", call.ifMatch);
        if (!call.ifNoneMatch.isEmpty()) plain.headers.emplaceBack("If-None-Match", call.ifNoneMatch);
        if (call.method == "POST")
            plain.headers.emplaceBack("Idempotency-Key", call.idempotencyKey.isEmpty()
                                                             ? QUuid::createUuid().toByteArray(QUuid::WithoutBraces)
                                                             : call.idempotencyKey);
        // Moved, so that the only copy is the one that is wiped after the last attempt.
        plain.body = std::move(call.body);
        core->call(std::move(plain), [answer, asked = !call.ifNoneMatch.isEmpty()](Result<Reply> reply) {
            if (!reply) return answer.give(reply.error());
            const int status = reply->status;
            if ((status < 200 || status > 299) && !(status == 304 && asked)) return answer.give(unexpected(status));
            answer.give(ApiReply{status, std::move(reply->body), headerValue(reply->headers, "ETag")});
        });
    });
}

void BackendClient::health(QObject *context, Callback<void> done)
{
    hop([core = m_core, answer = Answer<void>(context, std::move(done))] {
        Call call;
        call.path = paths::health;
        call.withSession = false;
        core->call(std::move(call), [answer](Result<Reply> reply) {
            if (!reply) return answer.give(reply.error());
            const Result<protocol::Health> health = protocol::healthFromJson(reply->body);
            if (!health) return answer.give(health.error());
            answer.give({});
        });
    });
}

void BackendClient::cancelAll()
{
    hop([core = m_core] { core->cancelAll(); });
}

}  // namespace lw::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/net/fakebackend.h"

#include "core/audit/checkpoint.h"
#include "core/audit/eventcodec.h"
#include "core/audit/merkle.h"
#include "core/audit/purgedleaf.h"
#include "core/protocol/customer.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/export.h"
#include "core/protocol/health.h"
#include "core/protocol/limits.h"
#include "core/protocol/me.h"
#include "core/protocol/problem.h"
#include "core/protocol/proof.h"
#include "core/protocol/retention.h"
#include "core/protocol/session.h"
#include "core/protocol/user.h"

#include <zstd.h>

namespace lw::test {

namespace {

using namespace lw::net;
namespace paths = protocol::paths;

/// Gives its reply piece by piece, as the event loop turns.
class FakeExchange final : public Exchange {
  public:
    FakeExchange(FakeReply reply, bool streamed)
        : m_reply(std::move(reply)), m_piece(streamed ? 32 * 1024 : m_reply.body.size() + 1)
    {
        if (!m_reply.hang) later([this] { begin(); });
    }

    int status() const override { return m_began ? m_reply.status : 0; }
    Headers headers() const override { return m_reply.headers; }
    qint64 available() const override { return m_offered - m_read; }

    QByteArray read(qint64 most) override
    {
        const QByteArray bytes = m_reply.body.mid(m_read, qMin<qint64>(most, available()));
        m_read += bytes.size();
        if (available() == 0) later([this] { offer(); });
        return bytes;
    }

    void cancel() override { end(makeError(Errc::Cancelled, QStringLiteral("Cancelled."))); }

  private:
    template <typename Work>
    void later(Work work)
    {
        QMetaObject::invokeMethod(this, std::move(work), Qt::QueuedConnection);
    }

    void begin()
    {
        if (m_ended) return;
        if (m_reply.broken) return end(makeError(*m_reply.broken, QStringLiteral("The connection broke.")));
        m_began = true;
        Q_EMIT headReceived();
        offer();
    }

    void offer()
    {
        if (m_ended || available() > 0) return;
        const qsizetype limit =
            m_reply.cutAfter >= 0 ? qMin(m_reply.cutAfter, m_reply.body.size()) : m_reply.body.size();
        if (m_offered == limit) {
            if (m_reply.cutAfter >= 0)
                end(makeError(Errc::Network, QStringLiteral("The connection broke.")));
            else
                end({});
            return;
        }
        m_offered = qMin(limit, m_offered + m_piece);
        Q_EMIT readable();
    }

    void end(const Result<void> &result)
    {
        if (m_ended) return;
        m_ended = true;
        later([this, result] { Q_EMIT finished(result); });
    }

    FakeReply m_reply;
    qsizetype m_piece;
    qsizetype m_offered = 0;
    qsizetype m_read = 0;
    bool m_began = false;
    bool m_ended = false;
};

class FakeTransport final : public Transport {
  public:
    explicit FakeTransport(FakeBackend &backend) : m_backend(backend) {}

    Exchange *start(TransportRequest request) override
    {
        m_info.protocol = QStringLiteral("TLS 1.3");
        m_info.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
        m_info.peerSubject = QStringLiteral("fake.example.com");
        m_info.fingerprint = QByteArray(32, '\x11');
        Q_EMIT connectionInfoChanged(m_info);
        FakeRequest seen;
        seen.method = request.method;
        const qsizetype query = request.path.indexOf(QLatin1Char('?'));
        seen.path = request.path.left(query);
        if (query >= 0) seen.query = QUrlQuery(request.path.mid(query + 1));
        seen.headers = request.headers;
        seen.body = request.body;
        return new FakeExchange(m_backend.answer(seen), request.streamed);
    }
    ConnectionInfo connectionInfo() const override { return m_info; }
    void disconnectFromPeer() override {}

  private:
    FakeBackend &m_backend;
    ConnectionInfo m_info;
};

FakeReply json(int status, const QByteArray &body)
{
    return {status, body, {{"Content-Type", "application/json"}}, -1, false, {}};
}

FakeReply problem(Errc code, const QString &sentence, const QString &field = {})
{
    const protocol::Problem problem = protocol::problemOf(makeError(code, sentence, field));
    return json(problem.status, protocol::toJson(problem));
}

}  // namespace

FakeBackend::FakeBackend() : m_signer(*audit::Signer::generate(QStringLiteral("fake.example.com/acme")))
{
    customer.id = QStringLiteral("cus_01ARZ3NDEKTSV4RRFFQ69G5FAV");
    customer.slug = QStringLiteral("acme");
    customer.name = QStringLiteral("Acme Telephony Ltd");
    customer.timeZone = QStringLiteral("Europe/London");
    const QDateTime base = QDateTime(QDate(2026, 9, 1), QTime(8, 0), Qt::UTC);
    const QStringList logins{QStringLiteral("ann.lee"), QStringLiteral("bruno.costa"), QStringLiteral("carla.novak")};
    for (qsizetype i = 0; i < logins.size(); ++i) {
        User user;
        user.id = QStringLiteral("usr_01ARZ3NDEKTSV4RRFFQ69G5FA%1").arg(i);
        user.login = logins[i];
        user.displayName = logins[i].toUpper();
        user.department = QStringLiteral("Sales");
        user.roles = {i == 0 ? QStringLiteral("owner") : QStringLiteral("auditor")};
        user.createdAt = base;
        user.passwordChangedAt = base.addDays(i);
        user.lastLoginAt = base.addDays(30);
        users.append(user);
    }
}

BackendClient::TransportFactory FakeBackend::transport()
{
    return [this](const Endpoint &) { return std::make_unique<FakeTransport>(*this); };
}

void FakeBackend::append(const AuditEvent &event)
{
    const std::lock_guard lock(m_mutex);
    m_leaves.append(audit::leafBytes(event));
}

void FakeBackend::appendLogins(int count)
{
    const std::lock_guard lock(m_mutex);
    const QDateTime base = QDateTime(QDate(2026, 10, 1), QTime(6, 0), Qt::UTC);
    for (int i = 0; i < count; ++i) {
        const qsizetype number = m_leaves.size();
        AuditEvent event;
        event.id = QStringLiteral("evt_%1").arg(number, 26, 10, QLatin1Char('0'));
        event.time = base.addSecs(60 * number);
        const bool failed = number % 5 == 4;
        event.kind = failed ? EventKind::LoginFailed : EventKind::LoginSucceeded;
        event.outcome = failed ? Outcome::Failure : Outcome::Success;
        const User &user = users[number % users.size()];
        event.actor = {ActorType::User, user.id, user.login};
        event.origin = {QStringLiteral("203.0.113.%1").arg(number % 250 + 1), 5061, QStringLiteral("SIP/TLS"),
                        QStringLiteral("Snom D785")};
        event.object = {QStringLiteral("account"), user.id, user.login};
        if (failed) event.reason = QStringLiteral("wrong_password");
        event.source = {QStringLiteral("asterisk"), QStringLiteral("pbx1")};
        m_leaves.append(audit::leafBytes(event));
    }
}

void FakeBackend::replaceLeaf(qsizetype index, const QByteArray &leaf)
{
    const std::lock_guard lock(m_mutex);
    m_leaves[index] = leaf;
}

void FakeBackend::purge(quint64 first, quint64 last)
{
    const std::lock_guard lock(m_mutex);
    for (quint64 i = first; i <= last; ++i) {
        QByteArray &leaf = m_leaves[static_cast<qsizetype>(i)];
        leaf = audit::purgedLeaf(audit::lineHash(leaf));
    }
    m_purged.append({m_purged.size() + 1, first, last});
}

void FakeBackend::truncate(qsizetype size)
{
    const std::lock_guard lock(m_mutex);
    m_leaves.resize(size);
}

void FakeBackend::rekey()
{
    const std::lock_guard lock(m_mutex);
    m_signer = *audit::Signer::generate(m_signer.name());
}

qsizetype FakeBackend::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_leaves.size();
}

QByteArray FakeBackend::leaf(qsizetype index) const
{
    const std::lock_guard lock(m_mutex);
    return m_leaves[index];
}

QByteArray FakeBackend::note() const
{
    const std::lock_guard lock(m_mutex);
    return signedHead();
}

QString FakeBackend::logKey() const
{
    const std::lock_guard lock(m_mutex);
    return m_signer.verifierKey().text();
}

void FakeBackend::intercept(Interceptor interceptor)
{
    const std::lock_guard lock(m_mutex);
    m_interceptor = std::move(interceptor);
}

QList<FakeRequest> FakeBackend::seen() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

int FakeBackend::count(const QByteArray &method, const QString &path) const
{
    const std::lock_guard lock(m_mutex);
    int found = 0;
    for (const FakeRequest &request : m_seen)
        found += request.method == method && request.path == path ? 1 : 0;
    return found;
}

QList<QByteArray> FakeBackend::exportKeys() const
{
    const std::lock_guard lock(m_mutex);
    return m_exportKeys;
}

void FakeBackend::setPassword(const QByteArray &password)
{
    const std::lock_guard lock(m_mutex);
    m_password = password;
}

void FakeBackend::revokeSessions()
{
    const std::lock_guard lock(m_mutex);
    m_token.clear();
}

void FakeBackend::setMustChangePassword(bool must)
{
    const std::lock_guard lock(m_mutex);
    m_mustChange = must;
}

void FakeBackend::setMustEnrolMfa(bool must)
{
    const std::lock_guard lock(m_mutex);
    m_mustEnrol = must;
}

FakeReply FakeBackend::answer(const FakeRequest &request)
{
    const std::lock_guard lock(m_mutex);
    m_seen.append(request);
    // A copy: the interceptor may replace itself.
    if (const Interceptor interceptor = m_interceptor)
        if (std::optional<FakeReply> reply = interceptor(request)) return *reply;
    return route(request);
}

FakeReply FakeBackend::honest(const FakeRequest &request)
{
    const std::lock_guard lock(m_mutex);
    return route(request);
}

FakeReply FakeBackend::route(const FakeRequest &request)
{
    if (request.path == paths::session && request.method == "POST") {
        const Result<protocol::LoginRequest> login = protocol::loginRequestFromJson(request.body);
        if (!login) return problem(login.error().code, login.error().message, login.error().field);
        if (login->customer != customer.slug || login->password.toByteArray() != m_password)
            return problem(Errc::Unauthorized, QStringLiteral("User name or password is wrong."));
        m_token = "token" + QByteArray::number(++m_sessions);
        return json(201, protocol::toJson(protocol::SessionGrant{toSecret(m_token),
                                                                 QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC),
                                                                 900, m_mustChange, m_mustEnrol}));
    }
    if (request.path == paths::health)
        return json(200, protocol::toJson(protocol::Health{QStringLiteral("ok"), QStringLiteral("0"),
                                                           QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC)}));
    if (m_token.isEmpty() || headerValue(request.headers, "Authorization") != "Bearer " + m_token)
        return problem(Errc::Unauthorized, QStringLiteral("The session has ended. Sign in again."));
    if (request.path == paths::session && request.method == "DELETE") {
        m_token.clear();
        return {204, {}, {}, -1, false, {}};
    }
    if (request.path == paths::me) {
        protocol::Me me;
        me.user = users.constFirst();
        me.customer = customer;
        me.roles = me.user.roles;
        me.permissions = permissionsOf(me.roles);
        me.mustChangePassword = m_mustChange;
        me.mustEnrolMfa = m_mustEnrol;
        me.logOrigin = m_signer.name();
        me.logKey = m_signer.verifierKey().text();
        return json(200, protocol::toJson(me));
    }
    if (request.path == paths::myPassword) {
        const Result<protocol::PasswordChange> change = protocol::passwordChangeFromJson(request.body);
        if (!change) return problem(change.error().code, change.error().message, change.error().field);
        if (change->current.toByteArray() != m_password)
            return problem(Errc::Unauthorized, QStringLiteral("The present password is wrong."),
                           QStringLiteral("current"));
        m_password = change->next.toByteArray();
        m_mustChange = false;
        return {204, {}, {}, -1, false, {}};
    }
    if (request.path == paths::customer) return json(200, protocol::toJson(customer));
    if (request.path == paths::users) return usersPage(request);
    if (request.path == paths::auditCheckpoint) return {200, signedHead(), {}, -1, false, {}};
    if (request.path == paths::auditEvents) return events(request);
    if (request.path == paths::auditPurges) {
        const qint64 after = request.query.queryItemValue(QStringLiteral("after")).toLongLong();
        QList<PurgedRange> ranges;
        for (const PurgedRange &range : m_purged)
            if (range.number > after && ranges.size() < protocol::limits::purgedRangesPage) ranges.append(range);
        return json(200, protocol::toJson(ranges));
    }
    const auto node = [this](unsigned level, quint64 index) { return nodeAt(level, index); };
    if (request.path == paths::consistencyProof) {
        const auto proof =
            audit::proveConsistency(request.query.queryItemValue(QStringLiteral("from")).toULongLong(),
                                    request.query.queryItemValue(QStringLiteral("to")).toULongLong(), node);
        return proof ? json(200, protocol::toJson(*proof)) : problem(proof.error().code, proof.error().message);
    }
    if (request.path == paths::inclusionProof) {
        const auto proof =
            audit::proveInclusion(request.query.queryItemValue(QStringLiteral("index")).toULongLong(),
                                  request.query.queryItemValue(QStringLiteral("size")).toULongLong(), node);
        return proof ? json(200, protocol::toJson(*proof)) : problem(proof.error().code, proof.error().message);
    }
    if (request.path == paths::auditExports) {
        const Result<protocol::ExportNotice> notice = protocol::exportNoticeFromJson(request.body);
        if (!notice) return problem(notice.error().code, notice.error().message, notice.error().field);
        const QByteArray key = headerValue(request.headers, "Idempotency-Key");
        if (!m_exportKeys.contains(key)) m_exportKeys.append(key);
        return json(201, protocol::toJson(protocol::ExportReceipt{QStringLiteral("evt_1")}));
    }
    return problem(Errc::NotFound, QStringLiteral("There is no such path."));
}

FakeReply FakeBackend::usersPage(const FakeRequest &request) const
{
    const QByteArray etag = "\"" + QByteArray::number(users.size()) + "\"";
    if (headerValue(request.headers, "If-None-Match") == etag) return {304, {}, {{"ETag", etag}}, -1, false, {}};
    // Two a page, so that walking them is really done.
    const qsizetype from = request.query.queryItemValue(QStringLiteral("cursor")).toLongLong();
    protocol::UserPage page;
    page.total = users.size();
    for (qsizetype i = from; i < qMin<qsizetype>(from + 2, users.size()); ++i)
        page.users.append({users[i], {QStringLiteral("fresh"), {}, 1}});
    if (from + 2 < users.size()) page.nextCursor = QString::number(from + 2);
    FakeReply reply = json(200, protocol::toJson(page));
    reply.headers.emplaceBack("ETag", etag);
    return reply;
}

FakeReply FakeBackend::events(const FakeRequest &request) const
{
    const qsizetype from = request.query.queryItemValue(QStringLiteral("from")).toLongLong();
    const qsizetype to =
        qMin<qsizetype>(request.query.queryItemValue(QStringLiteral("to")).toLongLong(), m_leaves.size());
    QByteArray plain;
    for (qsizetype i = from; i < to; ++i)
        plain += m_leaves[i] + '\n';
    QByteArray wire(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))), Qt::Uninitialized);
    wire.resize(static_cast<qsizetype>(ZSTD_compress(wire.data(), static_cast<size_t>(wire.size()), plain.constData(),
                                                     static_cast<size_t>(plain.size()), 1)));
    return {200, wire, {{"Content-Type", "application/x-ndjson"}, {"Content-Encoding", "zstd"}}, -1, false, {}};
}

Result<Hash> FakeBackend::nodeAt(unsigned level, quint64 index) const
{
    if (level == 0) return audit::lineHash(m_leaves[static_cast<qsizetype>(index)]);
    const Result<Hash> left = nodeAt(level - 1, 2 * index);
    const Result<Hash> right = nodeAt(level - 1, 2 * index + 1);
    return audit::nodeHash(*left, *right);
}

QByteArray FakeBackend::signedHead() const
{
    audit::CompactRange range;
    for (const QByteArray &leaf : m_leaves)
        range.append(audit::lineHash(leaf));
    return *audit::signCheckpoint(m_signer.name(), static_cast<quint64>(m_leaves.size()), range.root(), m_signer);
}

}  // namespace lw::test

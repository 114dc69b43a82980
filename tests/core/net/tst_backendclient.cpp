// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/backendclient.h"
#include "tests/core/net/fakebackend.h"

#include <QTest>

using namespace lw;
using namespace lw::net;
using namespace lw::test;

namespace {

/// Waits for the one answer of a call.
template <typename T>
struct Waiter {
    std::optional<Result<T>> result;
    Callback<T> callback()
    {
        return [this](Result<T> r) { result = std::move(r); };
    }
};

}  // namespace

class TestBackendClient : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase()
    {
        static const SecretMemory memory;
        m_endpoint.base = QUrl(QStringLiteral("https://fake.example.com"));
    }

    void init()
    {
        m_backend = std::make_unique<FakeBackend>();
        m_client = std::make_unique<BackendClient>(m_endpoint, m_backend->transport());
    }

    void cleanup()
    {
        m_client.reset();
        m_backend.reset();
    }

    void signInAndOut()
    {
        QVERIFY(!m_client->hasSession());
        signIn();
        QVERIFY(m_client->hasSession());
        QCOMPARE(m_client->connectionInfo().protocol, QStringLiteral("TLS 1.3"));
        Waiter<protocol::Me> me;
        m_client->me(this, me.callback());
        QTRY_VERIFY(me.result);
        QCOMPARE((*me.result)->user.login, QStringLiteral("ann.lee"));
        QCOMPARE(headerValue(m_backend->seen().constLast().headers, "Authorization"), QByteArray("Bearer token1"));
        Waiter<void> out;
        m_client->signOut(this, out.callback());
        QTRY_VERIFY(out.result);
        QVERIFY(!m_client->hasSession());
        QCOMPARE(m_backend->count("DELETE", QStringLiteral("/v1/session")), 1);
        Waiter<protocol::Me> again;
        m_client->me(this, again.callback());
        QTRY_VERIFY(again.result);
        QCOMPARE(again.result->error().code, Errc::Unauthorized);
        QCOMPARE(m_backend->count("GET", QStringLiteral("/v1/me")), 1);
    }

    void wrongPassword()
    {
        Waiter<SessionFacts> facts;
        m_client->signIn({QStringLiteral("acme"), QStringLiteral("ann.lee"), toSecret("wrong"), {}}, this,
                         facts.callback());
        QTRY_VERIFY(facts.result);
        QCOMPARE(facts.result->error().code, Errc::Unauthorized);
        QVERIFY(!m_client->hasSession());
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Errc>("code");
        const auto row = [](const char *name, int status, const char *type, Errc code) {
            QTest::newRow(name) << status
                                << QByteArray("{\"type\":\"urn:linewarden:problem:" + QByteArray(type) +
                                              "\",\"title\":\"t\",\"status\":" + QByteArray::number(status) +
                                              ",\"detail\":\"because\"}")
                                << code;
        };
        row("forbidden", 403, "forbidden", Errc::Forbidden);
        row("not found", 404, "not-found", Errc::NotFound);
        row("conflict", 409, "conflict", Errc::Conflict);
        row("locked", 423, "account-locked", Errc::AccountLocked);
        row("rate", 429, "rate-limited", Errc::RateLimited);
        row("too large", 413, "too-large", Errc::TooLarge);
        row("password first", 403, "password-change-required", Errc::Forbidden);
        QTest::newRow("proxy page") << 502 << QByteArray("<html>Bad gateway</html>") << Errc::Internal;
        QTest::newRow("not the status") << 204 << QByteArray() << Errc::Protocol;
        QTest::newRow("no JSON") << 200 << QByteArray("hello") << Errc::Protocol;
        QTest::newRow("wrong type") << 200 << QByteArray("{\"user\":3}") << Errc::Protocol;
        QTest::newRow("empty") << 200 << QByteArray() << Errc::Protocol;
    }

    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Errc, code);
        signIn();
        m_backend->intercept([&](const FakeRequest &) { return FakeReply{status, body, {}, -1, false, {}}; });
        Waiter<protocol::Me> me;
        m_client->me(this, me.callback());
        QTRY_VERIFY(me.result);
        QVERIFY(!me.result->ok());
        if (code != Errc::Internal) QCOMPARE(me.result->error().code, code);
        QVERIFY(!me.result->error().message.isEmpty());
        QVERIFY(!me.result->error().message.contains(QLatin1String("html")));
        QVERIFY(m_client->hasSession());
    }

    void lostSessionIsTold()
    {
        signIn();
        int lost = 0;
        connect(m_client.get(), &BackendClient::sessionLost, this, [&] { ++lost; });
        m_backend->revokeSessions();
        Waiter<protocol::Me> me;
        m_client->me(this, me.callback());
        QTRY_VERIFY(me.result);
        QCOMPARE(me.result->error().code, Errc::Unauthorized);
        QTRY_COMPARE(lost, 1);
        QVERIFY(!m_client->hasSession());
    }

    void wrongPresentPasswordKeepsTheSession()
    {
        signIn();
        Waiter<void> change;
        m_client->changePassword(toSecret("not it"), toSecret("a new long password"), this, change.callback());
        QTRY_VERIFY(change.result);
        QVERIFY(!change.result->ok());
        QVERIFY(m_client->hasSession());
        Waiter<void> right;
        m_client->changePassword(toSecret("correct horse"), toSecret("a new long password"), this, right.callback());
        QTRY_VERIFY(right.result);
        QVERIFY(right.result->ok());
        QVERIFY(!headerValue(m_backend->seen().constLast().headers, "Idempotency-Key").isEmpty());
    }

    void getsAreRepeated_data()
    {
        QTest::addColumn<int>("breaks");
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("once") << 1 << true;
        QTest::newRow("twice") << 2 << true;
        QTest::newRow("for good") << 99 << false;
    }

    void getsAreRepeated()
    {
        QFETCH(int, breaks);
        QFETCH(bool, succeeds);
        signIn();
        int left = breaks;
        m_backend->intercept([&](const FakeRequest &) -> std::optional<FakeReply> {
            if (left-- <= 0) return std::nullopt;
            FakeReply reply;
            reply.broken = Errc::Network;
            return reply;
        });
        Waiter<protocol::Me> me;
        m_client->me(this, me.callback());
        QTRY_VERIFY_WITH_TIMEOUT(me.result, 20'000);
        QCOMPARE(me.result->ok(), succeeds);
        QCOMPARE(m_backend->count("GET", QStringLiteral("/v1/me")), succeeds ? breaks + 1 : 3);
    }

    void postsAreNot()
    {
        m_backend->intercept([](const FakeRequest &) {
            FakeReply reply;
            reply.broken = Errc::Network;
            return reply;
        });
        Waiter<SessionFacts> facts;
        m_client->signIn({QStringLiteral("acme"), QStringLiteral("ann.lee"), toSecret("x"), {}}, this,
                         facts.callback());
        QTRY_VERIFY(facts.result);
        QCOMPARE(facts.result->error().code, Errc::Network);
        QCOMPARE(m_backend->count("POST", QStringLiteral("/v1/session")), 1);
    }

    void untrustedIsNotRepeated()
    {
        signIn();
        m_backend->intercept([](const FakeRequest &) {
            FakeReply reply;
            reply.broken = Errc::Tls;
            return reply;
        });
        Waiter<protocol::Me> me;
        m_client->me(this, me.callback());
        QTRY_VERIFY(me.result);
        QCOMPARE(me.result->error().code, Errc::Tls);
        QCOMPARE(m_backend->count("GET", QStringLiteral("/v1/me")), 1);
    }

    void staleAnswersAreDropped()
    {
        signIn();
        bool called = false;
        auto context = std::make_unique<QObject>();
        m_client->me(context.get(), [&](const Result<protocol::Me> &) { called = true; });
        context.reset();
        Waiter<void> health;
        m_client->health(this, health.callback());
        QTRY_VERIFY(health.result);
        QVERIFY(health.result->ok());
        QVERIFY(!called);
    }

    void clientMayEndWhileAsked()
    {
        signIn();
        m_backend->intercept([](const FakeRequest &) {
            FakeReply reply;
            reply.hang = true;
            return reply;
        });
        bool called = false;
        m_client->me(this, [&](const Result<protocol::Me> &) { called = true; });
        QTRY_COMPARE(m_backend->count("GET", QStringLiteral("/v1/me")), 1);
        m_client.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void cancelAllAnswers()
    {
        signIn();
        m_backend->intercept([](const FakeRequest &) {
            FakeReply reply;
            reply.hang = true;
            return reply;
        });
        Waiter<protocol::Me> me;
        m_client->me(this, me.callback());
        QTRY_COMPARE(m_backend->count("GET", QStringLiteral("/v1/me")), 1);
        m_client->cancelAll();
        QTRY_VERIFY(me.result);
        QCOMPARE(me.result->error().code, Errc::Cancelled);
    }

    void usersByPages()
    {
        signIn();
        Waiter<Tagged<QList<User>>> users;
        m_client->users({}, this, users.callback());
        QTRY_VERIFY(users.result);
        QCOMPARE((*users.result)->value->size(), 3);
        QCOMPARE(m_backend->count("GET", QStringLiteral("/v1/users")), 2);
        Waiter<Tagged<QList<User>>> unchanged;
        m_client->users((*users.result)->etag, this, unchanged.callback());
        QTRY_VERIFY(unchanged.result);
        QVERIFY(unchanged.result->ok());
        QVERIFY(!(*unchanged.result)->value);
    }

    void endlessPagesAreRefused()
    {
        signIn();
        m_backend->intercept([](const FakeRequest &request) -> std::optional<FakeReply> {
            if (request.path != QLatin1String("/v1/users")) return std::nullopt;
            protocol::UserPage page;
            User user;
            user.id = QStringLiteral("usr_01ARZ3NDEKTSV4RRFFQ69G5FA0");
            user.login = QStringLiteral("ann");
            user.createdAt = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
            page.users.append({user, {QStringLiteral("fresh"), {}, 1}});
            page.nextCursor = QStringLiteral("again");
            page.total = 1;
            return FakeReply{200, protocol::toJson(page), {}, -1, false, {}};
        });
        Waiter<Tagged<QList<User>>> users;
        m_client->users({}, this, users.callback());
        QTRY_VERIFY(users.result);
        QCOMPARE(users.result->error().code, Errc::Protocol);
    }

    void streamWhole()
    {
        signIn();
        m_backend->appendLogins(5000);
        QList<QByteArray> lines;
        std::mutex mutex;
        Waiter<StreamSummary> summary;
        m_client->streamEvents(
            10, 5000,
            [&](LeafBatch &&batch) {
                const std::lock_guard lock(mutex);
                for (const QByteArrayView line : batch.lines)
                    lines.append(line.toByteArray());
                return true;
            },
            this, summary.callback());
        QTRY_VERIFY(summary.result);
        QVERIFY2(summary.result->ok(), qPrintable(summary.result->ok() ? QString() : summary.result->error().message));
        QCOMPARE((*summary.result)->events, 4990);
        QVERIFY((*summary.result)->wireBytes < (*summary.result)->plainBytes);
        QCOMPARE(lines.size(), 4990);
        QCOMPARE(lines.constFirst(), m_backend->leaf(10));
        QCOMPARE(lines.constLast(), m_backend->leaf(4999));
        QCOMPARE(headerValue(m_backend->seen().constLast().headers, "Accept-Encoding"), QByteArray("zstd"));
    }

    void streamHeld()
    {
        signIn();
        m_backend->appendLogins(20'000);
        std::atomic<int> batches = 0;
        std::atomic<quint64> events = 0;
        Waiter<StreamSummary> summary;
        m_client->streamEvents(
            0, 20'000,
            [&](LeafBatch &&batch) {
                ++batches;
                events += batch.lines.size();
                return false;
            },
            this, summary.callback());
        QTRY_COMPARE(batches.load(), 1);
        Waiter<void> other;  // the network thread is free meanwhile
        m_client->health(this, other.callback());
        QTRY_VERIFY(other.result);
        QCOMPARE(batches.load(), 1);
        QVERIFY(!summary.result);
        for (int i = 0; i < 100 && !summary.result; ++i) {
            m_client->resumeStream();
            QTest::qWait(5);
        }
        QTRY_VERIFY(summary.result);
        QVERIFY(summary.result->ok());
        QCOMPARE(events.load(), 20'000);
        QVERIFY(batches > 2);
    }

    void streamBroken_data()
    {
        QTest::addColumn<int>("fault");
        QTest::addColumn<Errc>("code");
        QTest::newRow("connection cut") << 0 << Errc::Network;
        QTest::newRow("ends short") << 1 << Errc::Protocol;
        QTest::newRow("gzip, which nobody asked for") << 2 << Errc::Protocol;
        QTest::newRow("too many") << 3 << Errc::Protocol;
        QTest::newRow("refused") << 4 << Errc::Forbidden;
        QTest::newRow("no answer") << 5 << Errc::Network;
    }

    void streamBroken()
    {
        QFETCH(int, fault);
        QFETCH(Errc, code);
        signIn();
        m_backend->appendLogins(3000);
        m_backend->intercept([&, fault](const FakeRequest &request) -> std::optional<FakeReply> {
            if (request.path != QLatin1String("/v1/audit/events")) return std::nullopt;
            FakeRequest asked = request;
            if (fault == 1) asked.query = QUrlQuery(QStringLiteral("from=0&to=2000"));
            if (fault == 3) asked.query = QUrlQuery(QStringLiteral("from=0&to=3000"));
            m_backend->intercept({});
            FakeReply reply = m_backend->answer(asked);
            if (fault == 0) reply.cutAfter = reply.body.size() / 2;
            if (fault == 2) reply.headers = {{"Content-Encoding", "gzip"}};
            if (fault == 4)
                reply = {
                    403,
                    "{\"type\":\"urn:linewarden:problem:forbidden\",\"title\":\"t\",\"status\":403,\"detail\":\"no\"}",
                    {},
                    -1,
                    false,
                    {}};
            if (fault == 5) reply.broken = Errc::Network;
            return reply;
        });
        std::atomic<quint64> events = 0;
        Waiter<StreamSummary> summary;
        m_client->streamEvents(
            0, 2500,
            [&](LeafBatch &&batch) {
                events += batch.lines.size();
                return true;
            },
            this, summary.callback());
        QTRY_VERIFY(summary.result);
        QVERIFY(!summary.result->ok());
        QCOMPARE(summary.result->error().code, code);
        QVERIFY(events <= 2500);
        // A stream that ended leaves room for the next.
        Waiter<StreamSummary> next;
        m_client->streamEvents(
            0, 3000, [](LeafBatch &&) { return true; }, this, next.callback());
        QTRY_VERIFY(next.result);
        QVERIFY(next.result->ok());
    }

    void streamCancelled()
    {
        signIn();
        m_backend->appendLogins(20'000);
        std::atomic_bool began = false;
        Waiter<StreamSummary> summary;
        m_client->streamEvents(
            0, 20'000,
            [&](LeafBatch &&) {
                began = true;
                return false;
            },
            this, summary.callback());
        QTRY_VERIFY(began);
        m_client->cancelStream();
        QTRY_VERIFY(summary.result);
        QCOMPARE(summary.result->error().code, Errc::Cancelled);
    }

  private:
    void signIn()
    {
        Waiter<SessionFacts> facts;
        m_client->signIn({QStringLiteral("acme"), QStringLiteral("ann.lee"), toSecret("correct horse"), {}}, this,
                         facts.callback());
        QTRY_VERIFY(facts.result);
        QVERIFY2(facts.result->ok(), qPrintable(facts.result->ok() ? QString() : facts.result->error().message));
        QCOMPARE((*facts.result)->idleSeconds, 900);
    }

    Endpoint m_endpoint;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<BackendClient> m_client;
};

QTEST_GUILESS_MAIN(TestBackendClient)
#include "tst_backendclient.moc"

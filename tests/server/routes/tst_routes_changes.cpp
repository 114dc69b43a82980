// SPDX-License-Identifier: GPL-3.0-or-later
// The change feed and the log's stream: what they tell, how many there may be, that they hold no worker, and that they
// end with the session.
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

/// One open feed, read event by event.
class Listener {
  public:
    bool open(TestApi &api, const QByteArray &token, const QByteArray &target = "/v1/changes")
    {
        return m_client.connect(api.port()) &&
               m_client.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token +
                             "\r\n\r\n");
    }

    /// Up to and with the next empty line; what is framing in between is small and without one.
    QByteArray next()
    {
        while (!m_in.contains("\n\n")) {
            const QByteArray more = m_client.readRaw(16 * 1024);
            if (more.isEmpty()) return {};
            m_in += more;
        }
        const qsizetype end = m_in.indexOf("\n\n");
        const QByteArray text = m_in.left(end);
        m_in.remove(0, end + 2);
        return text;
    }

    QJsonObject nextData()
    {
        const QByteArray text = next();
        return QJsonDocument::fromJson(text.mid(text.indexOf("data: ") + 6)).object();
    }

    bool ends() { return m_client.waitForEnd(); }

  private:
    lw::test::TlsClient m_client;
    QByteArray m_in;
};

QStringList kindsOf(const QJsonObject &data)
{
    QStringList kinds;
    for (const QJsonValue &kind : data.value(QLatin1String("kinds")).toArray())
        kinds.append(kind.toString());
    return kinds;
}

}  // namespace

class TestChangeRoutes : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    User m_ann;
    QByteArray m_owner;

    void append(const Customer &customer)
    {
        must(m_api->services->audit.append(customer.id, loginEvent(QStringLiteral("scan"))));
    }
    quint64 size() { return must(m_api->services->audit.head(m_acme.id)).size; }
    quint64 sizeIn(const QJsonObject &data)
    {
        return static_cast<quint64>(data.value(QLatin1String("size")).toInteger());
    }
    QByteArray sessionOf(const QByteArray &token)
    {
        return must(m_api->services->sessions.authenticate(toSecret(token), m_api->request())).sessionId.toLatin1();
    }

  private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<TestApi>();
        m_acme = m_api->addCustomer(QStringLiteral("acme"));
        m_api->addUser(m_acme, QStringLiteral("owner"));
        m_ann = m_api->addUser(m_acme, QStringLiteral("ann"), QStringLiteral("auditor"));
        m_owner = m_api->token(QStringLiteral("acme"), QStringLiteral("owner"));
    }
    void cleanup() { m_api.reset(); }

    void aFeedTellsTheSizeAndThenEachChange()
    {
        Listener feed;
        QVERIFY(feed.open(*m_api, m_owner));
        const QByteArray head = feed.next();
        QVERIFY(head.startsWith("HTTP/1.1 200 "));
        QVERIFY(head.contains("Content-Type: text/event-stream"));
        QVERIFY(head.contains("event: changed\ndata: {\"kinds\":[],\"size\":" + QByteArray::number(size()) + "}"));
        append(m_acme);
        QJsonObject data = feed.nextData();
        QCOMPARE(sizeIn(data), size());
        QCOMPARE(kindsOf(data), QStringList{QStringLiteral("login.failed")});
        m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        data = feed.nextData();
        QCOMPARE(sizeIn(data), size());
        QCOMPARE(kindsOf(data), QStringList{QStringLiteral("login.succeeded")});
    }

    void anotherCustomersChangesAreNotTold()
    {
        const Customer other = m_api->addCustomer(QStringLiteral("other"));
        Listener feed;
        QVERIFY(feed.open(*m_api, m_owner));
        feed.next();
        for (int i = 0; i < 20; ++i)
            append(other);
        append(m_acme);
        const QJsonObject data = feed.nextData();
        QCOMPARE(sizeIn(data), size());
        QCOMPARE(kindsOf(data).size(), 1);
    }

    void whatWasRolledBackIsNotTold()
    {
        Listener feed;
        QVERIFY(feed.open(*m_api, m_owner));
        feed.next();
        {
            Transaction transaction = must(Transaction::begin(*m_api->services->database));
            AuditEvent event = loginEvent(QStringLiteral("scan"));
            event.kind = EventKind::PasswordChanged;
            must(m_api->services->audit.append(transaction, m_acme.id, event));
        }
        append(m_acme);
        QCOMPARE(kindsOf(feed.nextData()), QStringList{QStringLiteral("login.failed")});
    }

    void aFeedWithAnEnd()
    {
        const Answer answer = m_api->get("/v1/changes?seconds=0", m_owner);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "event: changed\ndata: {\"kinds\":[],\"size\":" + QByteArray::number(size()) + "}\n\n");
        QCOMPARE(m_api->get("/v1/changes?seconds=-1", m_owner).status, 400);
        QCOMPARE(m_api->get("/v1/changes?since=3", m_owner).status, 400);
        const QByteArray ann = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        QCOMPARE(m_api->get("/v1/changes?seconds=0", ann).status, 200);
    }

    void manyFeedsHoldNoWorker()
    {
        // The server has four workers; sixteen feeds of four sessions wait, and it answers as ever.
        std::vector<std::unique_ptr<Listener>> feeds;
        for (int session = 0; session < 4; ++session) {
            const QByteArray token = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
            for (int i = 0; i < 4; ++i) {
                feeds.push_back(std::make_unique<Listener>());
                QVERIFY(feeds.back()->open(*m_api, token));
                QVERIFY(!feeds.back()->next().isEmpty());
            }
            Listener fifth;
            QVERIFY(fifth.open(*m_api, token));
            const Answer beyond = m_api->get("/v1/changes", token);
            QCOMPARE(beyond.status, 429);
            QVERIFY(beyond.headers.value("retry-after").toInt() > 0);
        }
        QCOMPARE(m_api->get("/v1/me", m_owner).status, 200);
        append(m_acme);
        for (const auto &feed : feeds)
            while (sizeIn(feed->nextData()) != size()) {
            }
    }

    void aFeedThatWentMakesRoom()
    {
        for (int i = 0; i < 12; ++i) {
            Listener feed;
            QVERIFY(feed.open(*m_api, m_owner, "/v1/changes?seconds=0"));
            QVERIFY(feed.next().contains(" 200 "));
        }
    }

    void theFeedEndsWithTheSession_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("sign-out") << 0;
        QTest::newRow("ended by an administrator") << 1;
        QTest::newRow("departure") << 2;
        QTest::newRow("expiry") << 3;
    }
    void theFeedEndsWithTheSession()
    {
        QFETCH(int, way);
        const QByteArray ann = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        const QByteArray session = sessionOf(ann);
        Listener feed, others;
        QVERIFY(feed.open(*m_api, ann));
        QVERIFY(feed.next().contains(" 200 "));
        QVERIFY(others.open(*m_api, m_owner));
        QVERIFY(others.next().contains(" 200 "));
        if (way == 0) QCOMPARE(m_api->call({"DELETE", "/v1/session", ann, {}, {}}).status, 204);
        if (way == 1) QCOMPARE(m_api->call({"DELETE", "/v1/sessions/" + session, m_owner, {}, {}}).status, 200);
        if (way == 2) {
            Principal author = must(m_api->services->sessions.authenticate(toSecret(m_owner), m_api->request()));
            protocol::NewDeparture wish;
            wish.userId = m_ann.id;
            wish.departedAt = noon;
            must(m_api->services->revocation.open(author, Origin(), {wish}, {}));
        }
        if (way == 3) {
            m_api->clock.set(noon.addSecs(899));
            QCOMPARE(m_api->get("/v1/me", m_owner).status, 200);
            m_api->clock.set(noon.addSecs(900));
            QCOMPARE(must(m_api->services->sessions.sweep()), 1);
        }
        QVERIFY(feed.ends());
        append(m_acme);
        QVERIFY2(!others.next().isEmpty(), "the others go on");
    }

    void whoLosesThePermissionHearsNoMore()
    {
        const QByteArray ann = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        lw::test::TlsClient client;
        QVERIFY(client.connect(m_api->port()));
        QVERIFY(
            client.send("GET /v1/changes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ann + "\r\n\r\n"));
        QVERIFY(client.readRaw(16 * 1024).contains(" 200 "));
        User user = m_api->user(m_acme, QStringLiteral("ann"));
        user.roles = {QStringLiteral("user")};
        m_api->update(user);
        append(m_acme);
        const QByteArray last = client.readRaw(16 * 1024);
        QVERIFY2(!last.contains("login.failed"), last.constData());
    }

    void theStreamOfTheLogIsCutWithTheSession()
    {
        // More than all buffers between hold, so that the server is in the middle of it.
        AuditEvent event = loginEvent(QString(4000, QLatin1Char('n')));
        std::vector<AuditEvent> events(4000, event);
        for (AuditEvent &one : events) {
            one.id = makeIdentifier("evt", noon);
            one.source.format = QStringLiteral("linewardend");
        }
        Transaction transaction = must(Transaction::begin(*m_api->services->database));
        must(m_api->services->audit.append(transaction, m_acme.id, std::span<const AuditEvent>(events)));
        must(transaction.commit());

        const QByteArray ann = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        lw::test::TlsClient client;
        lw::test::TlsClient::Options options;
        options.receiveBuffer = 4096;
        QVERIFY(client.connect(m_api->port(), options));
        QVERIFY(client.send("GET /v1/audit/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ann +
                            "\r\n\r\n"));
        QVERIFY(client.readRaw(1024).startsWith("HTTP/1.1 200 "));
        const QByteArray target = "/v1/users/" + m_ann.id.toLatin1() + "/sessions";
        QCOMPARE(m_api->call({"DELETE", target, m_owner, {}, {}}).status, 200);
        qint64 received = 0;
        for (QByteArray more = client.readRaw(64 * 1024); !more.isEmpty(); more = client.readRaw(64 * 1024))
            received += more.size();
        const AuditLog::Head head = must(m_api->services->audit.head(m_acme.id));
        QVERIFY2(received < static_cast<qint64>(head.size) * 4000 / 2, "most of the log never came");
    }

    void aServerThatStopsEndsItsFeeds()
    {
        Listener feed;
        QVERIFY(feed.open(*m_api, m_owner));
        QVERIFY(feed.next().contains(" 200 "));
        m_api.reset();
        QVERIFY(feed.ends());
    }
};

QTEST_GUILESS_MAIN(TestChangeRoutes)
#include "tst_routes_changes.moc"

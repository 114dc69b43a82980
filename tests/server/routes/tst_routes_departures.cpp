// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/departure.h"
#include "core/util/time.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

QJsonObject wish(const User &user, const QDateTime &departedAt)
{
    return {{QStringLiteral("userId"), user.id},
            {QStringLiteral("kind"), QStringLiteral("departure")},
            {QStringLiteral("departedAt"), toRfc3339(departedAt)}};
}

QJsonObject cases(const QJsonArray &wishes)
{
    return {{QStringLiteral("departures"), wishes}};
}

QList<Departure> listed(const Answer &answer)
{
    return must(protocol::departuresFromJson(answer.body));
}

}  // namespace

class TestDepartureRoutes : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    User m_ann;
    QByteArray m_owner;

    Answer open(const QJsonArray &wishes, const QByteArray &key = "k1")
    {
        return m_api->post("/v1/departures", m_owner, cases(wishes), key);
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

    void anOwnerWhoIsLeavingProtectsNobody()
    {
        const User owner = m_api->user(m_acme, QStringLiteral("owner"));
        const User oscar = m_api->addUser(m_acme, QStringLiteral("oscar"), QStringLiteral("owner"));
        QCOMPARE(open({wish(oscar, m_api->clock.nowUtc().addDays(3))}).status, 201);
        // Until then oscar owns the data, but with the other owner gone nobody would when he leaves.
        const QByteArray token = m_api->token(QStringLiteral("acme"), QStringLiteral("oscar"));
        const QByteArray path = "/v1/users/" + owner.id.toLatin1();
        const Answer refused =
            m_api->change("PATCH", path, token, {{QStringLiteral("status"), QStringLiteral("disabled")}},
                          m_api->get(path, token).headers.value("etag"));
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.field(), QStringLiteral("status"));
    }

    void fromOpeningToProof()
    {
        const QByteArray token = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        QCOMPARE(listed(m_api->get("/v1/departures", m_owner)), QList<Departure>());
        const Answer opened = open({wish(m_ann, noon.addSecs(300))});
        QCOMPARE(opened.status, 201);
        const Departure scheduled = listed(opened).first();
        QCOMPARE(scheduled.state, DepartureState::Scheduled);
        const QByteArray path = "/v1/departures/" + scheduled.id.toLatin1();
        const Answer shown = m_api->get(path, m_owner);
        QCOMPARE(shown.status, 200);
        QVERIFY(must(protocol::departureFromJson(shown.body)) == scheduled);
        const QByteArray condition = "If-None-Match: " + shown.headers.value("etag") + "\r\n";
        QCOMPARE(m_api->get(path, m_owner, condition).status, 304);
        QCOMPARE(m_api->post(path + "/probe", m_owner, {}, "p0").status, 409);
        QCOMPARE(m_api->get("/v1/me", token).status, 200);

        m_api->clock.set(noon.addSecs(300));
        QCOMPARE(m_api->get("/v1/me", token).status, 401);
        const Answer refused = m_api->post("/v1/session", {},
                                           {{QStringLiteral("customer"), QStringLiteral("acme")},
                                            {QStringLiteral("login"), QStringLiteral("ann")},
                                            {QStringLiteral("password"), QString::fromLatin1(goodPassword)}});
        QCOMPARE(refused.status, 403);
        QCOMPARE(m_api->get(path, m_owner, condition).status, 200);
        QCOMPARE(m_api->call({"DELETE", path, m_owner, {}, {}}).status, 409);
        const Answer proved = m_api->post(path + "/probe", m_owner, {}, "p1");
        QCOMPARE(proved.status, 200);
        QCOMPARE(must(protocol::departureFromJson(proved.body)).state, DepartureState::Proved);
        // The same key tries nothing again.
        const quint64 size = must(m_api->services->audit.head(m_acme.id)).size;
        QCOMPARE(m_api->post(path + "/probe", m_owner, {}, "p1").body, proved.body);
        QCOMPARE(must(m_api->services->audit.head(m_acme.id)).size, size);
        QCOMPARE(m_api->post(path + "/probe", m_owner, {}, "p2").status, 200);
        QCOMPARE(listed(m_api->get("/v1/departures", m_owner)).first().state, DepartureState::Proved);
    }

    void theLatestDepartureComesFirst()
    {
        const User bob = m_api->addUser(m_acme, QStringLiteral("bob"), QStringLiteral("user"));
        const User carl = m_api->addUser(m_acme, QStringLiteral("carl"), QStringLiteral("user"));
        QCOMPARE(open({wish(m_ann, noon.addDays(2)), wish(bob, noon.addDays(3)), wish(carl, noon.addDays(1))}).status,
                 201);
        QStringList logins;
        for (const Departure &departure : listed(m_api->get("/v1/departures", m_owner)))
            logins.append(departure.login);
        QCOMPARE(logins, (QStringList{QStringLiteral("bob"), QStringLiteral("ann"), QStringLiteral("carl")}));
    }

    void aRepeatedRequestOpensNothingTwice()
    {
        const QJsonArray wishes{wish(m_ann, noon.addDays(2))};
        const Answer first = open(wishes);
        QCOMPARE(first.status, 201);
        const Answer again = open(wishes);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(listed(m_api->get("/v1/departures", m_owner)).size(), 1);
        QCOMPARE(open({wish(m_ann, noon.addDays(3))}).status, 409);
        QCOMPARE(m_api->post("/v1/departures", m_owner, cases(wishes)).status, 400);
    }

    void atOnceTheAnswerSaysThatItIsDone()
    {
        const QByteArray token = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        const Departure done = listed(open({wish(m_ann, noon.addSecs(-60))})).first();
        QCOMPARE(done.state, DepartureState::Executed);
        QCOMPARE(done.sessionsEnded, 1);
        QCOMPARE(m_api->get("/v1/me", token).status, 401);
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *body, int status, const char *field) {
            QTest::newRow(name) << QByteArray(body) << status << QString(QLatin1String(field));
        };
        row("no list", "{}", 400, "departures");
        row("empty list", R"({"departures":[]})", 400, "departures");
        row("no JSON", "ann", 400, "");
        row("30 February",
            R"({"departures":[{"userId":"$ann","kind":"departure","departedAt":"2027-02-30T12:00:00Z"}]})", 400,
            "departures[0].departedAt");
        row("after the deadline",
            R"({"departures":[{"userId":"$ann","kind":"departure","departedAt":"2026-11-20T12:00:00Z",)"
            R"("effectiveAt":"2026-11-21T12:00:00.001Z"}]})",
            400, "departures[0].effectiveAt");
        row("a year that slipped",
            R"({"departures":[{"userId":"$ann","kind":"departure","departedAt":"2206-11-20T12:00:00Z"}]})", 400,
            "departures[0].departedAt");
        row("nobody", R"({"departures":[{"userId":"usr_0","kind":"departure","departedAt":"2026-11-20T12:00:00Z"}]})",
            404, "departures[0].userId");
        row("the last owner",
            R"({"departures":[{"userId":"$owner","kind":"departure","departedAt":"2026-11-20T12:00:00Z"}]})", 409,
            "departures[0].userId");
        row("no roles",
            R"({"departures":[{"userId":"$ann","kind":"reassignment","departedAt":"2026-11-20T12:00:00Z"}]})", 400,
            "departures[0].newRoles");
    }
    void refusals()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, field);
        body.replace("$ann", m_ann.id.toLatin1());
        body.replace("$owner", m_api->user(m_acme, QStringLiteral("owner")).id.toLatin1());
        const Answer answer = m_api->call({"POST", "/v1/departures", m_owner, body, "Idempotency-Key: k\r\n"});
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.field(), field);
        QVERIFY(listed(m_api->get("/v1/departures", m_owner)).isEmpty());
    }

    void withdrawing()
    {
        const Departure opened = listed(open({wish(m_ann, noon.addDays(1))})).first();
        const QByteArray path = "/v1/departures/" + opened.id.toLatin1();
        QCOMPARE(m_api->call({"DELETE", path, m_owner, {}, {}}).status, 204);
        QCOMPARE(m_api->call({"DELETE", path, m_owner, {}, {}}).status, 204);
        QCOMPARE(must(protocol::departureFromJson(m_api->get(path, m_owner).body)).state, DepartureState::Cancelled);
        m_api->clock.set(noon.addDays(2));
        QCOMPARE(m_api->services->revocation.runDue().value(), RevocationService::Round());
    }

    void anotherCustomerFindsNothing()
    {
        const Departure opened = listed(open({wish(m_ann, noon.addDays(1))})).first();
        const QByteArray path = "/v1/departures/" + opened.id.toLatin1();
        m_api->addUser(m_api->addCustomer(QStringLiteral("other")), QStringLiteral("zed"));
        const QByteArray zed = m_api->token(QStringLiteral("other"), QStringLiteral("zed"));
        QVERIFY(listed(m_api->get("/v1/departures", zed)).isEmpty());
        QCOMPARE(m_api->get(path, zed).status, 404);
        QCOMPARE(m_api->call({"DELETE", path, zed, {}, {}}).status, 404);
        QCOMPARE(m_api->post(path + "/probe", zed, {}, "k").status, 404);
        QCOMPARE(m_api->post("/v1/departures", zed, cases({wish(m_ann, noon.addDays(1))}), "k").status, 404);
    }

    void aThousandCasesInOneRequest()
    {
        QJsonArray wishes;
        {
            Transaction transaction = must(Transaction::begin(*m_api->services->database));
            UserTable users(transaction.connection());
            for (int i = 0; i < 1000; ++i) {
                User user;
                user.id = makeIdentifier("usr", noon);
                user.login = QStringLiteral("leaver%1").arg(i);
                user.roles = {QStringLiteral("user")};
                user.createdAt = noon;
                must(users.insert(m_acme.id, user));
                wishes.append(wish(user, noon.addSecs(i % 2 ? 60 : -60)));
            }
            must(transaction.commit());
        }
        const Answer answer = open(wishes);
        QCOMPARE(answer.status, 201);
        QCOMPARE(listed(answer).size(), 1000);
        m_api->clock.set(noon.addSecs(60));
        int executed = 0, proved = 0;
        for (int i = 0; i < 20; ++i) {
            const RevocationService::Round round = must(m_api->services->revocation.runDue());
            executed += round.executed;
            proved += round.proved;
        }
        QCOMPARE(executed, 500);
        QCOMPARE(proved, 1000);
        wishes.append(wish(m_ann, noon));
        QCOMPARE(open(wishes, "k2").status, 400);
    }
};

QTEST_GUILESS_MAIN(TestDepartureRoutes)
#include "tst_routes_departures.moc"

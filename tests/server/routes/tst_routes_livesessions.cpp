// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/livesession.h"
#include "tests/server/routes/testapi.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestLiveSessionRoutes : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    User m_ann;
    QByteArray m_owner;

    QList<protocol::LiveSession> listed(const QByteArray &token)
    {
        return must(protocol::liveSessionsFromJson(m_api->get("/v1/sessions", token).body));
    }
    QByteArray idOf(const QString &login)
    {
        for (const protocol::LiveSession &session : listed(m_owner))
            if (session.login == login) return session.id.toLatin1();
        return {};
    }
    Answer remove(const QByteArray &target, const QByteArray &token)
    {
        return m_api->call({"DELETE", target, token, {}, {}});
    }
    int endedBy(const Answer &answer) { return must(protocol::sessionsEndedFromJson(answer.body)).ended; }

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

    void theListTellsWhoIsThere()
    {
        m_api->clock.set(noon.addSecs(10));
        const QByteArray ann = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        m_api->clock.set(noon.addSecs(20));
        const QList<protocol::LiveSession> all = listed(m_owner);
        QCOMPARE(all.size(), 2);
        // The latest seen first: the owner asks just now.
        QCOMPARE(all[0].login, QStringLiteral("owner"));
        QVERIFY(all[0].own);
        QCOMPARE(all[0].createdAt, noon);
        QCOMPARE(all[0].lastSeenAt, noon.addSecs(20));
        QCOMPARE(all[0].expiresAt, noon.addSecs(20 + 15 * 60));
        QCOMPARE(all[1].login, QStringLiteral("ann"));
        QCOMPARE(all[1].displayName, QStringLiteral("Name of ann"));
        QCOMPARE(all[1].userId, m_ann.id);
        QVERIFY(!all[1].own);
        QCOMPARE(all[1].address, QStringLiteral("192.0.2.10"));
        QCOMPARE(all[1].lastSeenAt, noon.addSecs(10));
        const Answer answer = m_api->get("/v1/sessions", m_owner);
        QVERIFY(!answer.body.contains(ann));
        QVERIFY(!answer.body.contains("token"));
        QCOMPARE(m_api->get("/v1/sessions?limit=3", m_owner).status, 400);
    }

    void whoseTimeIsOverIsNotListed()
    {
        m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        m_api->clock.set(noon.addSecs(14 * 60));
        QCOMPARE(listed(m_owner).size(), 2);
        m_api->clock.set(noon.addSecs(15 * 60));
        QCOMPARE(listed(m_owner).size(), 1);
    }

    void endingAnothersSession()
    {
        const QByteArray ann = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        const QByteArray id = idOf(QStringLiteral("ann"));
        QCOMPARE(endedBy(remove("/v1/sessions/" + id, m_owner)), 1);
        QCOMPARE(m_api->get("/v1/me", ann).status, 401);
        QCOMPARE(remove("/v1/sessions/" + id, m_owner).status, 404);
        const AuditEvent event = m_api->events(m_acme).back();
        QCOMPARE(event.kind, EventKind::SessionRevoked);
        QCOMPARE(event.actor.name, QStringLiteral("owner"));
        QCOMPARE(event.object.id.toLatin1(), id);
        QCOMPARE(event.object.name, QStringLiteral("ann"));
        QCOMPARE(event.origin.address, QStringLiteral("127.0.0.1"));
    }

    void endingOnesOwn()
    {
        QCOMPARE(endedBy(remove("/v1/sessions/" + idOf(QStringLiteral("owner")), m_owner)), 1);
        QCOMPARE(m_api->get("/v1/me", m_owner).status, 401);
        QCOMPARE(m_api->events(m_acme).back().kind, EventKind::Logout);
    }

    void endingAllOfAPerson()
    {
        QByteArrayList tokens;
        for (int i = 0; i < 3; ++i)
            tokens.append(m_api->token(QStringLiteral("acme"), QStringLiteral("ann")));
        const QByteArray target = "/v1/users/" + m_ann.id.toLatin1() + "/sessions";
        QCOMPARE(endedBy(remove(target, m_owner)), 3);
        for (const QByteArray &token : tokens)
            QCOMPARE(m_api->get("/v1/me", token).status, 401);
        QCOMPARE(endedBy(remove(target, m_owner)), 0);
        QCOMPARE(m_api->get("/v1/me", m_owner).status, 200);
        QCOMPARE(m_api->story(m_acme).count(QStringLiteral("session.revoked/success/administrator")), 3);
    }

    void endingAllOfOnesOwn()
    {
        const QByteArray second = m_api->token(QStringLiteral("acme"), QStringLiteral("owner"));
        const QByteArray id = m_api->user(m_acme, QStringLiteral("owner")).id.toLatin1();
        QCOMPARE(endedBy(remove("/v1/users/" + id + "/sessions", m_owner)), 2);
        QCOMPARE(m_api->get("/v1/me", m_owner).status, 401);
        QCOMPARE(m_api->get("/v1/me", second).status, 401);
    }

    void anotherCustomerFindsNothing()
    {
        m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        m_api->addUser(m_api->addCustomer(QStringLiteral("other")), QStringLiteral("zed"));
        const QByteArray zed = m_api->token(QStringLiteral("other"), QStringLiteral("zed"));
        QCOMPARE(listed(zed).size(), 1);
        QCOMPARE(remove("/v1/sessions/" + idOf(QStringLiteral("ann")), zed).status, 404);
        QCOMPARE(remove("/v1/users/" + m_ann.id.toLatin1() + "/sessions", zed).status, 404);
        QCOMPARE(remove("/v1/users/usr_0/sessions", zed).status, 404);
        QCOMPARE(listed(m_owner).size(), 2);
    }

    void anAuditorOnlyLooks()
    {
        const QByteArray ann = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        QCOMPARE(m_api->get("/v1/sessions", ann).status, 200);
        QCOMPARE(remove("/v1/sessions/" + idOf(QStringLiteral("owner")), ann).status, 403);
        QCOMPARE(remove("/v1/users/" + m_ann.id.toLatin1() + "/sessions", ann).status, 403);
    }
};

QTEST_GUILESS_MAIN(TestLiveSessionRoutes)
#include "tst_routes_livesessions.moc"

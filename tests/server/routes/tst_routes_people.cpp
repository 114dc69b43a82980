// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/customer.h"
#include "core/protocol/user.h"
#include "tests/server/routes/testapi.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestPeopleRoutes : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    Customer m_other;
    QByteArray m_token;
    QStringList m_logins;

    QByteArray ifNoneMatch(const Answer &answer) const
    {
        return "If-None-Match: " + answer.headers.value("etag") + "\r\n";
    }

  private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<TestApi>();
        m_acme = m_api->addCustomer(QStringLiteral("acme"));
        m_other = m_api->addCustomer(QStringLiteral("other"));
        m_logins.clear();
        for (int i = 0; i < 12; ++i) {
            m_logins.append(QStringLiteral("person-%1").arg(i, 2, 10, QLatin1Char('0')));
            m_api->addUser(m_acme, m_logins.last(), i ? QStringLiteral("user") : QStringLiteral("owner"));
            m_api->addUser(m_other, QStringLiteral("stranger-%1").arg(i));
        }
        m_token = m_api->token(QStringLiteral("acme"), m_logins.first());
    }
    void cleanup() { m_api.reset(); }

    void theListComesInPagesThatMeet_data()
    {
        QTest::addColumn<int>("limit");
        for (int limit : {1, 5, 11, 12, 13, 500})
            QTest::addRow("%d", limit) << limit;
    }
    void theListComesInPagesThatMeet()
    {
        QFETCH(int, limit);
        QStringList seen;
        QString cursor;
        do {
            const Answer answer = m_api->get("/v1/users?limit=" + QByteArray::number(limit) +
                                                 (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor.toLatin1()),
                                             m_token);
            QCOMPARE(answer.status, 200);
            const protocol::UserPage page = must(protocol::userPageFromJson(answer.body));
            QCOMPARE(page.total, 12);
            QVERIFY(page.users.size() <= limit);
            for (const protocol::UserEntry &entry : page.users)
                seen.append(entry.user.login);
            cursor = page.nextCursor;
        } while (!cursor.isEmpty());
        QCOMPARE(seen, m_logins);
    }

    void aNewcomerNeitherHidesNorRepeatsAnybody()
    {
        const protocol::UserPage first =
            must(protocol::userPageFromJson(m_api->get("/v1/users?limit=6", m_token).body));
        m_api->addUser(m_acme, QStringLiteral("aaa"));
        m_api->addUser(m_acme, QStringLiteral("zzz"));
        const protocol::UserPage second = must(protocol::userPageFromJson(
            m_api->get("/v1/users?limit=100&cursor=" + first.nextCursor.toLatin1(), m_token).body));
        QStringList rest;
        for (const protocol::UserEntry &entry : second.users)
            rest.append(entry.user.login);
        QCOMPARE(rest, m_logins.mid(6) + QStringList{QStringLiteral("zzz")});
    }

    void aPersonCarriesTheVerdictOnThePassword()
    {
        User user = m_api->user(m_acme, m_logins[3]);
        user.passwordChangedAt = noon.addDays(-80);
        m_api->update(user);
        const Answer answer = m_api->get("/v1/users/" + user.id.toLatin1(), m_token);
        const protocol::UserEntry entry = must(protocol::userEntryFromJson(answer.body));
        QCOMPARE(entry.user, user);
        QCOMPARE(entry.password.state, QStringLiteral("due_soon"));
        QCOMPARE(entry.password.ageDays, 80);
        QCOMPARE(entry.password.dueAt, noon.addDays(10));
    }

    void nobodyIsFoundOutsideTheCustomer()
    {
        const User stranger = m_api->user(m_other, QStringLiteral("stranger-1"));
        const Answer foreign = m_api->get("/v1/users/" + stranger.id.toLatin1(), m_token);
        const Answer missing = m_api->get("/v1/users/usr_0000000000000000000000000X", m_token);
        QCOMPARE(foreign.status, 404);
        QCOMPARE(foreign.body, missing.body);
        QVERIFY(!m_api->get("/v1/users?search=stranger", m_token).body.contains("stranger-1"));
    }

    void searchFinds()
    {
        const Answer answer = m_api->get("/v1/users?search=PERSON-07%20it", m_token);
        const protocol::UserPage page = must(protocol::userPageFromJson(answer.body));
        QCOMPARE(page.total, 1);
        QCOMPARE(page.users.first().user.login, m_logins[7]);
    }

    void aBadParameterIsNamed_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("field");
        QTest::newRow("limit 0") << QByteArray("limit=0") << QStringLiteral("limit");
        QTest::newRow("limit 501") << QByteArray("limit=501") << QStringLiteral("limit");
        QTest::newRow("limit negative") << QByteArray("limit=-1") << QStringLiteral("limit");
        QTest::newRow("limit words") << QByteArray("limit=ten") << QStringLiteral("limit");
        QTest::newRow("limit huge") << QByteArray("limit=99999999999999999999999") << QStringLiteral("limit");
        QTest::newRow("limit empty") << QByteArray("limit=") << QStringLiteral("limit");
        QTest::newRow("limit twice") << QByteArray("limit=1&limit=2") << QStringLiteral("limit");
        QTest::newRow("cursor") << QByteArray("cursor=***") << QStringLiteral("cursor");
        QTest::newRow("cursor of broken text") << QByteArray("cursor=_w") << QStringLiteral("cursor");
        QTest::newRow("search long") << "search=" + QByteArray(257, 'x') << QStringLiteral("search");
        QTest::newRow("search control") << QByteArray("search=a%C2%85b") << QStringLiteral("search");
        QTest::newRow("unknown") << QByteArray("serach=ann") << QStringLiteral("serach");
    }
    void aBadParameterIsNamed()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, field);
        const Answer answer = m_api->get("/v1/users?" + query, m_token);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.problem(), QStringLiteral("invalid-input"));
        QCOMPARE(answer.field(), field);
    }

    void unchangedIsSaidShortly_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("list") << QByteArray("/v1/users?limit=5");
        QTest::newRow("person") << QByteArray("/v1/users/{userId}");
        QTest::newRow("customer") << QByteArray("/v1/customer");
    }
    void unchangedIsSaidShortly()
    {
        QFETCH(QByteArray, target);
        User user = m_api->user(m_acme, m_logins[9]);
        target.replace("{userId}", user.id.toLatin1());
        const Answer first = m_api->get(target, m_token);
        QCOMPARE(first.status, 200);
        QVERIFY(first.headers.value("etag").startsWith('"'));
        const Answer again = m_api->get(target, m_token, ifNoneMatch(first));
        QCOMPARE(again.status, 304);
        QCOMPARE(again.body, QByteArray());
        QCOMPARE(again.headers.value("etag"), first.headers.value("etag"));
        // Person 09 is not on the first page of 5, yet the tag stands for the whole list.
        user.department = QStringLiteral("Elsewhere");
        m_api->update(user);
        {
            Transaction transaction = must(Transaction::begin(*m_api->services->database));
            PasswordPolicy policy;
            policy.minLength = 15;
            must(CustomerTable(transaction.connection()).setPasswordPolicy(m_acme.id, policy));
            must(transaction.commit());
        }
        QCOMPARE(m_api->get(target, m_token, ifNoneMatch(first)).status, 200);
    }

    void theCustomerShowsItsPolicy()
    {
        QCOMPARE(must(protocol::customerFromJson(m_api->get("/v1/customer", m_token).body)), m_acme);
    }

    void headAndWrongMethods()
    {
        const Answer head = m_api->call({"HEAD", "/v1/customer", m_token, {}, {}});
        QCOMPARE(head.status, 200);
        QCOMPARE(head.body, QByteArray());
        const Answer wrong = m_api->call({"DELETE", "/v1/users", m_token, {}, {}});
        QCOMPARE(wrong.status, 405);
        QVERIFY(wrong.headers.value("allow").contains("GET"));
        QCOMPARE(m_api->get("/v1/nothing", m_token).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestPeopleRoutes)
#include "tst_routes_people.moc"

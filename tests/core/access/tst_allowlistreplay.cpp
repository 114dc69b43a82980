// SPDX-License-Identifier: GPL-3.0-or-later
// Who would have been refused, counted from the cache, against a loop over the same logins.
#include "core/access/allowlistreplay.h"
#include "core/audit/eventcodec.h"
#include "core/cache/persontable.h"
#include "core/policy/network.h"
#include "core/protocol/role.h"
#include "tests/core/access/linkfixture.h"
#include "tests/core/cache/cachefixtures.h"

using namespace lw;
using namespace lw::access;

class TestAllowlistReplay : public QObject {
    Q_OBJECT

    SecretMemory m_memory;
    std::unique_ptr<fixture::TempVault> m_vault;
    std::unique_ptr<cache::Connection> m_connection;
    QList<QByteArray> m_leaves;

    const QDateTime m_now = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);

    void login(const QString &name, const QString &address, int daysAgo, EventKind kind = EventKind::LoginSucceeded)
    {
        AuditEvent event;
        event.id = QStringLiteral("evt_%1").arg(m_leaves.size(), 26, 10, QLatin1Char('0'));
        event.time = m_now.addDays(-daysAgo);
        event.kind = kind;
        event.outcome = kind == EventKind::LoginSucceeded ? Outcome::Success : Outcome::Failure;
        event.actor = {ActorType::User, QStringLiteral("usr_") + name.toLower(), name};
        event.origin.address = address;
        event.source.format = QStringLiteral("linewardend");
        m_leaves << audit::leafBytes(event);
    }
    void store()
    {
        const auto synced = fixture::sync(*m_connection, m_leaves, fixture::checkpoint(m_leaves, m_leaves.size()));
        LW_OK(synced);
    }
    static User person(const QString &login, const QString &role)
    {
        User user;
        user.id = QStringLiteral("usr_") + login;
        user.login = login;
        user.displayName = login.toUpper();
        user.roles = {role};
        user.createdAt = fixture::instant(fixture::firstMs);
        return user;
    }
    static Allowlist list(const QStringList &networks)
    {
        Allowlist list;
        for (const QString &network : networks)
            list.networks.append({network, {}, {}, {}});
        return list;
    }
    Result<ReplayResult> replay(const Allowlist &proposed, int days = 30)
    {
        return replayAllowlist(*m_connection, proposed, m_now, days, cache::CancelToken::none());
    }

  private Q_SLOTS:
    void init()
    {
        m_vault = std::make_unique<fixture::TempVault>();
        m_connection = m_vault->connect(cache::Purpose::Write);
        m_leaves.clear();
    }
    void cleanup()
    {
        m_connection.reset();
        m_vault.reset();
    }

    void theseThreePeopleAndTenLogins()
    {
        for (int i = 1; i <= 5; ++i)
            login(QStringLiteral("ann.lee"), QStringLiteral("203.0.113.9"), i);
        login(QStringLiteral("Ann.Lee"), QStringLiteral("203.0.113.10"), 3);
        for (int i = 1; i <= 3; ++i)
            login(QStringLiteral("bruno"), QStringLiteral("2001:db8:9::1"), i);
        login(QStringLiteral("carla"), QStringLiteral("198.51.100.1"), 2);
        login(QStringLiteral("gone"), QStringLiteral("198.51.100.2"), 2);      // no such person any more
        login(QStringLiteral("gone"), QStringLiteral("192.0.2.7"), 2);         // not counted for the network either
        login(QStringLiteral("disabled"), QStringLiteral("198.51.100.2"), 2);  // cannot sign in anyway
        login(QStringLiteral("2041"), QStringLiteral("198.51.100.3"), 2);      // an extension that registered
        for (int i = 1; i <= 7; ++i)
            login(QStringLiteral("carla"), QStringLiteral("192.0.2.7"), i);
        login(QStringLiteral("carla"), QStringLiteral("::ffff:192.0.2.8"), 1);
        login(QStringLiteral("dora"), QStringLiteral("desk-7.example"), 1);                       // no address to judge
        login(QStringLiteral("dora"), {}, 1);                                                     // none at all
        login(QStringLiteral("dora"), QStringLiteral("203.0.113.9"), 1, EventKind::LoginFailed);  // no login
        login(QStringLiteral("dora"), QStringLiteral("203.0.113.9"), 31);                         // too long ago
        login(QStringLiteral("ann.lee"), QStringLiteral("203.0.113.9"), 0);                       // now: exclusive
        store();
        User disabled = person(QStringLiteral("disabled"), QStringLiteral("user"));
        disabled.status = UserStatus::Disabled;
        LW_OK(cache::PersonTable(*m_connection)
                  .replaceAll({disabled, person(QStringLiteral("dora"), QStringLiteral("user")),
                               person(QStringLiteral("ann.lee"), QStringLiteral("owner")),
                               person(QStringLiteral("bruno"), QStringLiteral("netops")),
                               person(QStringLiteral("carla"), QStringLiteral("auditor"))},
                              {}, m_now));
        const QList<Role> roles{{QStringLiteral("netops"), {Permission::NetworkWrite}, false}};
        LW_OK(
            cache::SnapshotTable(*m_connection).keep(cache::snapshotname::roles, {protocol::toJson(roles), {}, m_now}));

        const auto result =
            replay(list({QStringLiteral("192.0.2.0/24"), QStringLiteral("192.0.2.7"), QStringLiteral("10.0.0.0/8")}));
        LW_OK(result);
        QCOMPARE(result->people.size(), 3);
        QCOMPARE(result->refusedLogins, 10);
        QCOMPARE(result->logins, 10 + 8);
        QCOMPARE(result->to, m_now);
        QCOMPARE(result->from, m_now.addDays(-30));

        const ReplayedPerson &ann = result->people.at(0);
        QCOMPARE(ann.login, QStringLiteral("ann.lee"));
        QCOMPARE(ann.displayName, QStringLiteral("ANN.LEE"));
        QCOMPARE(ann.refused, 6);
        QCOMPARE(ann.last, m_now.addDays(-1));
        QCOMPARE(ann.lastAddress, QStringLiteral("203.0.113.9"));
        QVERIFY(ann.administrator);
        QCOMPARE(result->people.at(1).login, QStringLiteral("bruno"));
        QCOMPARE(result->people.at(1).refused, 3);
        QVERIFY(result->people.at(1).administrator);  // by a role of the customer's own
        QCOMPARE(result->people.at(2).login, QStringLiteral("carla"));
        QCOMPARE(result->people.at(2).refused, 1);
        QVERIFY(!result->people.at(2).administrator);

        // Each login counts for the most specific network that holds it.
        QCOMPARE(result->networks.size(), 3);
        QCOMPARE(result->networks.at(0).logins, 1);
        QCOMPARE(result->networks.at(1).logins, 7);
        QCOMPARE(result->networks.at(1).people, 1);
        QCOMPARE(result->networks.at(1).last, m_now.addDays(-1));
        QCOMPARE(result->networks.at(2), (NetworkUse{QStringLiteral("10.0.0.0/8"), 0, 0, {}}));
    }

    void expiredEntriesRefuse()
    {
        login(QStringLiteral("ann.lee"), QStringLiteral("192.0.2.7"), 1);
        store();
        LW_OK(cache::PersonTable(*m_connection)
                  .replaceAll({person(QStringLiteral("ann.lee"), QStringLiteral("owner"))}, {}, m_now));
        Allowlist proposed = list({QStringLiteral("192.0.2.0/24")});
        proposed.networks[0].until = m_now;  // exclusive
        QCOMPARE(replay(proposed)->refusedLogins, 1);
        proposed.networks[0].until = m_now.addMSecs(1);
        QCOMPARE(replay(proposed)->refusedLogins, 0);
    }

    void nothingSyncedYet()
    {
        const auto result = replay(list({QStringLiteral("192.0.2.0/24")}));
        LW_OK(result);
        QCOMPARE(result->logins, 0);
        QVERIFY(result->people.isEmpty());
    }

    void whatIsNoNetworkIsRefused()
    {
        const auto result = replay(list({QStringLiteral("192.0.2.0/33")}));
        QCOMPARE(result.error().code, Errc::InvalidInput);
        QCOMPARE(result.error().field, QStringLiteral("network"));
    }

    void likeALoop()
    {
        m_leaves = fixture::leaves(77, 4'000);
        store();
        const QStringList networks{QStringLiteral("203.0.113.128/25"), QStringLiteral("2001:db8::/48"),
                                   QStringLiteral("198.51.100.1")};
        const QDateTime end = fixture::instant(fixture::firstMs + 3'000 * 60'000LL);
        // Every name of the log but the first has an account.
        QList<User> people;
        QSet<QString> seen;
        for (quint32 i = 0; i < 4'000; ++i) {
            const QString name = fixture::sampleEvent(77, i).actor.name;
            if (name.isEmpty() || seen.contains(name.toCaseFolded())) continue;
            seen.insert(name.toCaseFolded());
            if (seen.size() > 1) people << person(name, QStringLiteral("user"));
        }
        LW_OK(cache::PersonTable(*m_connection).replaceAll(people, {}, m_now));
        quint64 logins = 0;
        quint64 refused = 0;
        for (quint32 i = 0; i < 4'000; ++i) {
            const AuditEvent event = fixture::sampleEvent(77, i);
            if (event.kind != EventKind::LoginSucceeded || event.time >= end || event.time < end.addDays(-1)) continue;
            const auto address = policy::canonicalAddress(event.origin.address);
            const bool known = std::any_of(people.cbegin(), people.cend(), [&](const User &user) {
                return user.login.compare(event.actor.name, Qt::CaseInsensitive) == 0;
            });
            if (!address || !known) continue;
            ++logins;
            const bool allowed = std::any_of(networks.cbegin(), networks.cend(), [&](const QString &network) {
                return policy::parseNetwork(network)->contains(*address);
            });
            refused += allowed ? 0 : 1;
        }
        QVERIFY(people.size() > 1 && logins > 10 && refused > 0 && refused < logins);
        const auto result = replayAllowlist(*m_connection, list(networks), end, 1, cache::CancelToken::none());
        LW_OK(result);
        QCOMPARE(result->logins, logins);
        QCOMPARE(result->refusedLogins, refused);
    }

    void theNewestQuestionCounts()
    {
        m_leaves = fixture::leaves(78, 500);
        store();
        AllowlistReplay service(std::shared_ptr<cache::Vault>(std::move(m_vault->vault)));
        int answers = 0;
        std::optional<Result<ReplayResult>> last;
        for (int i = 0; i < 5; ++i)
            service.replay(list({QStringLiteral("10.0.0.0/8")}), m_now, 30 + i, this, [&](Result<ReplayResult> result) {
                ++answers;
                last = std::move(result);
            });
        QTRY_VERIFY(last);
        QTest::qWait(20);
        QCOMPARE(answers, 1);
        QVERIFY(last->ok());
        QCOMPARE((*last)->from, m_now.addDays(-34));
        service.replay(list({}), m_now, 30, this, [&](const Result<ReplayResult> &) { ++answers; });
        service.cancel();
        QTest::qWait(50);
        QCOMPARE(answers, 1);
        m_connection.reset();
    }
};

QTEST_GUILESS_MAIN(TestAllowlistReplay)
#include "tst_allowlistreplay.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/network.h"
#include "core/policy/passwordage.h"
#include "server/demo/demo.h"
#include "server/jobs/housekeeping.h"
#include "server/store/sessiontable.h"
#include "tests/server/auth/testbackend.h"

#include <QTimeZone>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

Result<DemoResult> fill(TestBackEnd &backEnd, const QDateTime &now = noon, quint64 seed = DemoWish().seed)
{
    backEnd.clock.set(now);
    DemoWish wish;
    wish.backEndName = backEnd.services->backEndName;
    wish.now = now;
    wish.seed = seed;
    return fillDemo(*backEnd.services->database, backEnd.services->audit, backEnd.services->hasher, wish);
}

}  // namespace

class TestDemo : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestBackEnd> m_backEnd;
    Customer m_customer;
    std::vector<AuditEvent> m_events;
    QHash<QString, User> m_users;

  private Q_SLOTS:
    void initTestCase()
    {
        m_backEnd = std::make_unique<TestBackEnd>();
        const DemoResult demo = must(fill(*m_backEnd));
        m_customer = demo.customer;
        m_events = m_backEnd->events(m_customer);
        QCOMPARE(demo.events, quint64(m_events.size()));
        for (const User &user : must(UserTable(must(m_backEnd->services->database->connection())).all(m_customer.id)))
            m_users.insert(user.id, user);
    }
    void cleanupTestCase() { m_backEnd.reset(); }

    void theSameSeedMakesTheSameLog_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<qint64>("laterMs");
        QTest::addColumn<bool>("same");
        QTest::newRow("same") << DemoWish().seed << qint64(0) << true;
        QTest::newRow("another seed") << DemoWish().seed + 1 << qint64(0) << false;
        QTest::newRow("another now") << DemoWish().seed << qint64(3600'000) << false;
    }
    void theSameSeedMakesTheSameLog()
    {
        QFETCH(quint64, seed);
        QFETCH(qint64, laterMs);
        QFETCH(bool, same);
        TestBackEnd other;
        const DemoResult demo = must(fill(other, noon.addMSecs(laterMs), seed));
        const Hash root = must(m_backEnd->services->audit.head(m_customer.id)).root;
        QCOMPARE(must(other.services->audit.head(demo.customer.id)).root == root, same);
    }

    void theNumbersAreThoseOfABelievableCustomer()
    {
        QCOMPARE(m_users.size(), 60);
        QSet<QString> departments;
        QSet<QString> roles;
        for (const User &user : m_users) {
            departments.insert(user.department);
            roles.unite(QSet<QString>(user.roles.begin(), user.roles.end()));
        }
        QCOMPARE(departments.size(), 7);
        // Every shipped one but that of telephone systems, and one of its own.
        QVERIFY(!roles.contains(QStringLiteral("switch")));
        QCOMPARE(roles.size(), shippedRoles().size());
        QVERIFY2(m_events.size() >= 12'000 && m_events.size() <= 20'000, qPrintable(QString::number(m_events.size())));
        QCOMPARE(m_customer.slug, QStringLiteral("acme"));
        QCOMPARE(m_customer.timeZone, QStringLiteral("Europe/London"));
    }

    void passwordsHaveEveryState_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::newRow("noon in winter") << noon;
        QTest::newRow("night") << QDateTime(QDate(2026, 11, 22), QTime(2, 49), Qt::UTC);
        QTest::newRow("just after midnight") << QDateTime(QDate(2026, 3, 2), QTime(0, 0, 1), Qt::UTC);
        QTest::newRow("clocks go forward") << QDateTime(QDate(2026, 3, 29), QTime(1, 30), Qt::UTC);
        QTest::newRow("summer evening") << QDateTime(QDate(2026, 7, 31), QTime(22, 59, 59), Qt::UTC);
    }
    void passwordsHaveEveryState()
    {
        QFETCH(QDateTime, now);
        TestBackEnd other;
        const DemoResult demo = must(fill(other, now));
        QMap<QString, int> states;
        for (const User &user : must(UserTable(must(other.services->database->connection())).all(demo.customer.id)))
            ++states[policy::passwordStateName(policy::passwordAge(user, PasswordPolicy(), now).state)];
        QCOMPARE(states.value(QStringLiteral("fresh")), 41);
        QCOMPARE(states.value(QStringLiteral("due_soon")), 9);
        QCOMPARE(states.value(QStringLiteral("due")), 1);
        QCOMPARE(states.value(QStringLiteral("overdue")), 5);
        QCOMPARE(states.value(QStringLiteral("exempt")), 3);
        QCOMPARE(states.value(QStringLiteral("never_set")), 1);
    }

    void theLogIsInOrderAndEndsNow()
    {
        for (size_t i = 1; i < m_events.size(); ++i)
            QVERIFY(m_events[i - 1].time <= m_events[i].time);
        QVERIFY(m_events.back().time <= noon);
        QVERIFY(m_events.back().time > noon.addSecs(-3600));
        QVERIFY(m_events.front().time <= noon.addDays(-90));
        QSet<QString> ids;
        for (const AuditEvent &event : m_events)
            ids.insert(event.id);
        QCOMPARE(ids.size(), qsizetype(m_events.size()));
    }

    void onlyDocumentationAddressesOccur()
    {
        std::vector<policy::Network> reserved;
        for (const char *network : {"192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32"})
            reserved.push_back(*policy::parseNetwork(QString(QLatin1String(network))));
        QSet<QString> seen;
        for (const AuditEvent &event : m_events) {
            const QString &address = event.origin.address;
            if (address.isEmpty() || seen.contains(address)) continue;
            seen.insert(address);
            QCOMPARE(policy::canonicalAddress(address).value_or(QString()), address);
            QVERIFY2(std::any_of(reserved.begin(), reserved.end(), [&](const auto &n) { return n.contains(address); }),
                     qPrintable(address));
        }
        QVERIFY(std::any_of(seen.begin(), seen.end(), [](const QString &a) { return a.contains(QLatin1Char(':')); }));
    }

    void accountsAgreeWithTheLog()
    {
        QHash<QString, QDateTime> lastLogin;
        QHash<QString, QDateTime> changed;
        for (const AuditEvent &event : m_events) {
            if (event.actor.type != ActorType::User) continue;
            QVERIFY2(m_users.contains(event.actor.id), qPrintable(event.actor.name));
            QVERIFY(m_users.value(event.actor.id).createdAt <= event.time);
            if (event.kind == EventKind::LoginSucceeded) lastLogin[event.actor.id] = event.time;
            if (event.kind == EventKind::PasswordChanged) changed[event.actor.id] = event.time;
        }
        for (const User &user : m_users) {
            if (user.lastLoginAt.isValid() && user.lastLoginAt >= m_events.front().time)
                QCOMPARE(user.lastLoginAt, lastLogin.value(user.id));
            else
                QVERIFY(!lastLogin.contains(user.id));
            if (user.passwordChangedAt.isValid() && user.passwordChangedAt >= m_events.front().time)
                QCOMPARE(changed.value(user.id), user.passwordChangedAt);
            else
                QVERIFY(!changed.contains(user.id));
        }
    }

    void everySessionEndsOnceOrIsStillOpen()
    {
        QHash<QString, int> balance;
        for (const AuditEvent &event : m_events) {
            if (event.object.type != QLatin1String("session")) continue;
            balance[event.object.id] += event.kind == EventKind::LoginSucceeded ? 1 : -1;
        }
        const QSqlDatabase connection = must(m_backEnd->services->database->connection());
        int open = 0;
        for (auto it = balance.cbegin(); it != balance.cend(); ++it) {
            QVERIFY(it.value() == 0 || it.value() == 1);
            if (it.value() == 0) continue;
            ++open;
            QVERIFY2(SessionTable(connection).byId(it.key()), qPrintable(it.key()));
        }
        QVERIFY(open > 0);
    }

    void thereIsSomethingToFind()
    {
        QMap<QString, int> kinds;
        int burst = 0;
        for (const AuditEvent &event : m_events) {
            ++kinds[kindName(event.kind)];
            burst += event.origin.address.startsWith(QLatin1String("203.0.113."));
        }
        QVERIFY(burst > 500);
        for (const char *kind : {"login.succeeded",  "login.failed",           "login.refused",
                                 "logout",           "session.expired",        "account.locked",
                                 "account.unlocked", "mfa.succeeded",          "mfa.failed",
                                 "password.changed", "password.change_failed", "access.revoked",
                                 "call.rejected",    "connection.probe",       "log.viewed",
                                 "report.exported",  "access.denied",          "customer.created",
                                 "user.created",     "session.revoked",        "role.created",
                                 "user.changed",     "policy.changed",         "device.created",
                                 "device.changed",   "device.revoked",         "device.registered",
                                 "device.refused",   "departure.opened",       "revocation.proved",
                                 "network.changed",  "network.confirmed",      "network.reverted",
                                 "address.blocked",  "address.unblocked",      "notice.sent"})
            QVERIFY2(kinds.value(QLatin1String(kind)) > 0, kind);
        QCOMPARE(kinds.value(QStringLiteral("account.locked")), kinds.value(QStringLiteral("account.unlocked")) + 1);
    }

    void peopleWorkByDay()
    {
        const QTimeZone zone("Europe/London");
        int inHours = 0;
        int weekdays = 0;
        int all = 0;
        for (const AuditEvent &event : m_events) {
            if (event.kind != EventKind::LoginSucceeded || event.actor.type != ActorType::User) continue;
            const QDateTime local = event.time.toTimeZone(zone);
            ++all;
            inHours += local.time().hour() >= 6 && local.time().hour() < 20;
            weekdays += local.date().dayOfWeek() <= 5;
        }
        QVERIFY(all > 5000);
        QVERIFY(inHours > all * 85 / 100);
        QVERIFY(weekdays > all * 90 / 100);
    }

    void theOwnerGetsInAndNobodyElseDoes()
    {
        TestBackEnd other;
        const DemoResult demo = must(fill(other));
        const SignIn::Outcome owner = other.signIn(demo.customer.slug, demo.login, demo.password.toByteArray());
        QVERIFY(std::holds_alternative<SignIn::Granted>(owner));
        QVERIFY(!std::get<SignIn::Granted>(owner).mustChangePassword);
        const Principal principal = must(
            other.services->sessions.authenticate(std::get<SignIn::Granted>(owner).session.token, other.request()));
        QCOMPARE(principal.permissions.size(), qsizetype(allPermissions().size()));
        const SignIn::Outcome second =
            other.signIn(demo.customer.slug, QStringLiteral("grace.adeyemi"), demo.password.toByteArray());
        QCOMPARE(other.refusal(second).code, Errc::Unauthorized);
    }

    void openSessionsExpireAsTheyShould()
    {
        TestBackEnd other;
        const DemoResult demo = must(fill(other));
        other.clock.set(noon.addDays(1));
        Log log(Log::Level::Error);
        Housekeeping job(*other.services->database, other.clock, other.services->audit, other.services->sessions, log);
        const Housekeeping::Done done = must(job.runOnce());
        QVERIFY(done.sessionsExpired > 0);
        QCOMPARE(done.locksEnded, 1);
        QCOMPARE(other.user(demo.customer, QStringLiteral("daniel.fairclough")).status, UserStatus::Active);
    }

    void aSecondFillIsRefused()
    {
        TestBackEnd other;
        must(fill(other));
        QCOMPARE(fill(other).error().code, Errc::Conflict);
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"

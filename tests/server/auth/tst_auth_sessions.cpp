// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/token.h"
#include "server/jobs/housekeeping.h"
#include "server/store/sessiontable.h"
#include "tests/server/auth/testbackend.h"

#include <QSet>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

struct SignedIn {
    TestBackEnd backEnd;
    Customer customer = backEnd.addCustomer(QStringLiteral("acme"));
    User user = backEnd.addUser(customer, QStringLiteral("ann"), QStringLiteral("billing"));
    Sessions &sessions = backEnd.services->sessions;
    Secret token = open();

    Secret open()
    {
        return std::get<SignIn::Granted>(backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"))).session.token;
    }
    Result<Principal> ask() { return sessions.authenticate(token, backEnd.request()); }
    QStringList storyAfterSignIn() { return backEnd.story(customer, 1); }
};

}  // namespace

class TestSessions : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tokensAreLongAndNeverRepeat()
    {
        const SecretMemory secrets;
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray token = newToken().toByteArray();
            QVERIFY(token.startsWith("lw_"));
            QCOMPARE(QByteArray::fromBase64(token.mid(3), QByteArray::Base64UrlEncoding).size(), 32);
            seen.insert(token);
        }
        QCOMPARE(seen.size(), 1000);
        QCOMPARE(tokenHash(toSecret("abc")).toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void aTokenSaysWhoIsCalling()
    {
        SignedIn in;
        const Principal principal = must(in.ask());
        QCOMPARE(principal.userId, in.user.id);
        QCOMPARE(principal.login, QStringLiteral("ann"));
        QCOMPARE(principal.customerId, in.customer.id);
        QCOMPARE(principal.customerSlug, QStringLiteral("acme"));
        QCOMPARE(principal.permissions, permissionsOf({QStringLiteral("billing")}));
        QVERIFY(!principal.mustChangePassword);
    }

    void aStrangeTokenIsNobody_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("random") << QByteArray("lw_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        QTest::newRow("the hash itself") << QByteArray("hash");
        QTest::newRow("nul bytes") << QByteArray(43, '\0');
    }
    void aStrangeTokenIsNobody()
    {
        QFETCH(QByteArray, token);
        SignedIn in;
        if (token == "hash") token = tokenHash(in.token);
        const Result<Principal> refused = in.sessions.authenticate(toSecret(token), in.backEnd.request());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::Unauthorized);
    }

    void anIdleSessionEndsToTheMillisecond_data()
    {
        QTest::addColumn<qint64>("afterMs");
        QTest::addColumn<bool>("open");
        QTest::newRow("just before") << qint64(15 * 60 * 1000 - 1) << true;
        QTest::newRow("at the instant") << qint64(15 * 60 * 1000) << false;
        QTest::newRow("after") << qint64(15 * 60 * 1000 + 1) << false;
    }
    void anIdleSessionEndsToTheMillisecond()
    {
        QFETCH(qint64, afterMs);
        QFETCH(bool, open);
        SignedIn in;
        // Use moves the end, also use too short ago to be stored yet.
        in.backEnd.clock.advanceMs(10'000);
        QVERIFY(in.ask());
        in.backEnd.clock.advanceMs(afterMs);
        QCOMPARE(in.ask().ok(), open);
        QCOMPARE(in.storyAfterSignIn(),
                 open ? QStringList() : QStringList{QStringLiteral("session.expired/success/idle")});
        QCOMPARE(in.ask().ok(), open);
        QCOMPARE(in.storyAfterSignIn().size(), open ? 0 : 1);
    }

    void aSessionInUseEndsAfterTwelveHours()
    {
        SignedIn in;
        const QDateTime end = noon.addSecs(12 * 3600);
        while (in.backEnd.clock.nowUtc() < end.addSecs(-600)) {
            in.backEnd.clock.advanceMs(600'000);
            QVERIFY(in.ask());
        }
        in.backEnd.clock.set(end.addMSecs(-1));
        QVERIFY(in.ask());
        in.backEnd.clock.set(end);
        QVERIFY(!in.ask());
        QCOMPARE(in.storyAfterSignIn(), QStringList{QStringLiteral("session.expired/success/absolute")});
    }

    void theSweepEndsWhatNobodyAsksFor()
    {
        SignedIn in;
        in.open();
        in.backEnd.clock.advanceMs(10'000);
        QVERIFY(in.ask());
        QCOMPARE(must(in.sessions.sweep()), 0);
        in.backEnd.clock.set(noon.addSecs(15 * 60));
        QCOMPARE(must(in.sessions.sweep()), 1);
        in.backEnd.clock.advanceMs(10'000);
        QCOMPARE(must(in.sessions.sweep()), 1);
        QCOMPARE(must(in.sessions.sweep()), 0);
        QVERIFY(!in.ask());
        const std::vector<AuditEvent> events = in.backEnd.events(in.customer);
        QCOMPARE(events.size(), size_t(4));
        QCOMPARE(events.back().actor.id, in.user.id);
        QCOMPARE(events.back().origin.address, QStringLiteral("192.0.2.10"));
    }

    void useIsStoredOnceInAWhile()
    {
        SignedIn in;
        const auto stored = [&] {
            const QSqlDatabase connection = must(in.backEnd.services->database->connection());
            return must(SessionTable(connection).byTokenHash(tokenHash(in.token))).lastSeenAt;
        };
        in.backEnd.clock.advanceMs(29'000);
        QVERIFY(in.ask());
        QCOMPARE(stored(), noon);
        in.backEnd.clock.advanceMs(1'000);
        QVERIFY(in.ask());
        QCOMPARE(stored(), noon.addSecs(30));
    }

    void loggingOutEndsOneSession()
    {
        SignedIn in;
        const Secret second = in.open();
        const Principal principal = must(in.ask());
        must(in.sessions.end(principal, Origin()));
        must(in.sessions.end(principal, Origin()));
        QVERIFY(!in.ask());
        QVERIFY(in.sessions.authenticate(second, in.backEnd.request()));
        QCOMPARE(in.backEnd.story(in.customer, 2), QStringList{QStringLiteral("logout/success")});
    }

    void aDisabledAccountHasNoSessionThatLivesOn()
    {
        SignedIn in;
        in.open();
        in.user.status = UserStatus::Disabled;
        in.backEnd.update(in.user);
        QVERIFY(!in.ask());
        QCOMPARE(in.backEnd.story(in.customer, 2), (QStringList{QStringLiteral("logout/success/account_disabled"),
                                                                QStringLiteral("logout/success/account_disabled")}));
        in.user.status = UserStatus::Active;
        in.backEnd.update(in.user);
        QVERIFY2(!in.ask(), "ended is ended");
    }

    void rolesCountAsTheyAreNow()
    {
        SignedIn in;
        in.user.roles = QStringList{QStringLiteral("user")};
        in.backEnd.update(in.user);
        QCOMPARE(must(in.ask()).permissions, permissionsOf({QStringLiteral("user")}));
    }

    void aRefusalIsAnEvent()
    {
        SignedIn in;
        in.sessions.denied(must(in.ask()), in.backEnd.request(), Permission::LogRead);
        const AuditEvent event = in.backEnd.events(in.customer).back();
        QCOMPARE(event.kind, EventKind::AccessDenied);
        QCOMPARE(event.reason, QStringLiteral("log.read"));
        QCOMPARE(event.object, (ObjectRef{QStringLiteral("operation"), {}, QStringLiteral("listUsers")}));
    }

    void oneSessionCannotAskWithoutEnd()
    {
        SignedIn in;
        Result<Principal> answer = in.ask();
        int asked = 1;
        for (; answer && asked < 2000; ++asked)
            answer = in.ask();
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Errc::RateLimited);
        QVERIFY(asked > 400);
        in.backEnd.clock.advanceMs(1000);
        QVERIFY(in.ask());
    }

    void housekeepingEndsLocksAndForgetsAnswers()
    {
        SignedIn in;
        User locked = in.backEnd.addUser(in.customer, QStringLiteral("bob"));
        locked.status = UserStatus::Locked;
        locked.lockedUntil = noon.addSecs(60);
        in.backEnd.update(locked);
        Services &services = *in.backEnd.services;
        Log log(Log::Level::Error);
        Housekeeping job(*services.database, in.backEnd.clock, services.audit, services.sessions, log);
        QCOMPARE(must(job.runOnce()), Housekeeping::Done());
        in.backEnd.clock.set(noon.addSecs(60));
        QCOMPARE(must(job.runOnce()), (Housekeeping::Done{0, 1, 0}));
        QCOMPARE(in.backEnd.user(in.customer, QStringLiteral("bob")).status, UserStatus::Active);
        in.backEnd.clock.set(noon.addDays(2));
        QCOMPARE(must(job.runOnce()), (Housekeeping::Done{1, 0, 0}));
        QCOMPARE(in.storyAfterSignIn(), (QStringList{QStringLiteral("account.unlocked/success/lock_ended"),
                                                     QStringLiteral("session.expired/success/idle")}));
    }

    void housekeepingRunsByItself()
    {
        SignedIn in;
        in.backEnd.clock.set(noon.addSecs(3600));
        Services &services = *in.backEnd.services;
        Log log(Log::Level::Error);
        Housekeeping job(*services.database, in.backEnd.clock, services.audit, services.sessions, log);
        job.start(std::chrono::hours(1));
        QTRY_COMPARE(in.storyAfterSignIn(), QStringList{QStringLiteral("session.expired/success/idle")});
        job.stop();
    }
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_auth_sessions.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The moment holds at access as well: whoever comes before the job ran is refused all the same. And what hangs on a
// session ends with it.
#include "tests/server/revocation/revocationtesting.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestAtDoor : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aTokenAtTheMoment()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, 60));
        in.backEnd.clock.advanceMs(59'999);
        QCOMPARE(in.liveTokens(), 3);
        in.backEnd.clock.advanceMs(1);
        const auto refused = in.services().sessions.authenticate(in.tokens.first(), in.backEnd.request());
        QCOMPARE(refused.error().code, Errc::Unauthorized);
        QCOMPARE(in.present(opened).state, DepartureState::Executed);
        QCOMPARE(in.sessionCount(), 0);
        QCOMPARE(in.registrations(), 0);
        QCOMPARE(in.round(), (RevocationService::Round{0, 1, 0}));
    }

    void aSignInAtTheMoment()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, 60));
        in.backEnd.clock.advanceMs(60'000);
        const auto wrong = in.backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"), "wrong-password-1");
        QCOMPARE(in.backEnd.refusal(wrong).code, Errc::Unauthorized);
        QCOMPARE(in.present(opened).state, DepartureState::Executed);
        const auto right = in.backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"));
        QCOMPARE(in.backEnd.refusal(right).code, Errc::Forbidden);
        QCOMPARE(in.liveTokens(), 0);
    }

    void aDeviceAtTheMoment()
    {
        LeavingPerson in;
        const QString sipUser = QStringLiteral("acme-device0");
        const auto registers = [&] {
            return in.services().registrations.run(
                {sipUser, toSecret("device-secret"), QStringLiteral("sip:device0"), 3600,
                 Origin{QStringLiteral("192.0.2.7"), 5060, QStringLiteral("SIP"), QString()}});
        };
        const Departure opened = in.open(in.leaves(in.ann, 60));
        in.backEnd.clock.advanceMs(59'999);
        QVERIFY(std::holds_alternative<RegistrationService::Granted>(registers()));
        QVERIFY(must(in.services().registrations.closed(sipUser)).isEmpty());
        in.backEnd.clock.advanceMs(1);
        const auto verdict = registers();
        const auto *refused = std::get_if<RegistrationService::Refused>(&verdict);
        QVERIFY(refused);
        QCOMPARE(refused->error.code, Errc::Forbidden);
        QCOMPARE(in.present(opened).state, DepartureState::Executed);
        QCOMPARE(in.registrations(), 0);
        QCOMPARE(must(in.services().registrations.closed(sipUser)), QStringLiteral("device_revoked"));
    }

    void aReassignedPersonHasTheNewRoles()
    {
        LeavingPerson in(QStringLiteral("administrator"));
        in.open(in.moves(in.ann, 60, {QStringLiteral("user")}));
        in.backEnd.clock.advanceMs(60'000);
        const Secret token = in.openSession(QStringLiteral("ann"));
        const Principal principal = must(in.services().sessions.authenticate(token, in.backEnd.request()));
        QCOMPARE(principal.roles, QStringList{QStringLiteral("user")});
        QVERIFY(!principal.permissions.contains(Permission::UsersRead));
        QCOMPARE(in.liveTokens(), 0);
    }

    void othersAreNotTouched()
    {
        LeavingPerson in;
        const Secret owner = in.openSession(QStringLiteral("owner"));
        in.open(in.leaves(in.ann, 60));
        in.backEnd.clock.advanceMs(60'000);
        QVERIFY(in.services().sessions.authenticate(owner, in.backEnd.request()).ok());
        in.round();
        QVERIFY(in.services().sessions.authenticate(owner, in.backEnd.request()).ok());
    }

    void whatAnAccountIsWorthWithoutAPassword()
    {
        LeavingPerson in;
        QCOMPARE(must(in.services().signIn.standing(in.acme.id, in.ann.id)), policy::SignIn::Allow);
        in.open(in.leaves(in.ann, 0));
        const size_t before = in.backEnd.events(in.acme).size();
        QCOMPARE(must(in.services().signIn.standing(in.acme.id, in.ann.id)), policy::SignIn::Disabled);
        QCOMPARE(in.backEnd.events(in.acme).size(), before);
        QVERIFY(!in.services().signIn.standing(QStringLiteral("cus_0"), in.ann.id).ok());
    }

    void aTokenHashIsTriedWithoutConsequences()
    {
        LeavingPerson in;
        const QByteArray hash = must(SessionTable(in.connection()).ofUser(in.ann.id)).first().tokenHash;
        QVERIFY(must(in.services().sessions.opens(hash)));
        in.backEnd.clock.advanceMs(15 * 60 * 1000);
        QVERIFY2(!must(in.services().sessions.opens(hash)), "expired");
        QCOMPARE(in.sessionCount(), 3);
        QVERIFY(!must(in.services().sessions.opens(QByteArray(32, 'x'))));
    }

    void aLifelineEndsOnceTheEndIsOnTheDisk()
    {
        LeavingPerson in;
        const QString id = must(SessionTable(in.connection()).ofUser(in.ann.id)).first().id;
        const auto line = must(in.services().sessions.lifeline(id));
        int cuts = 0;
        line->listen([&] { ++cuts; });
        {
            Transaction transaction = must(Transaction::begin(*in.services().database));
            must(in.services().sessions.endOthers(transaction, in.ann, QString(), Origin(), QStringLiteral("test")));
        }
        QVERIFY2(!line->ended(), "rolled back: the session lives");
        in.open(in.leaves(in.ann, 0));
        QVERIFY(line->ended());
        QCOMPARE(cuts, 1);
        line->listen([&] { ++cuts; });
        QCOMPARE(cuts, 2);
        QCOMPARE(in.services().sessions.lifeline(id).error().code, Errc::Unauthorized);
    }

    void everyEndOfASessionEndsItsLifeline_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("sign-out") << 0;
        QTest::newRow("expiry") << 1;
        QTest::newRow("swept") << 2;
        QTest::newRow("ended by somebody else") << 3;
    }
    void everyEndOfASessionEndsItsLifeline()
    {
        QFETCH(int, way);
        LeavingPerson in;
        Sessions &sessions = in.services().sessions;
        const Principal principal = must(sessions.authenticate(in.tokens.first(), in.backEnd.request()));
        const auto line = must(sessions.lifeline(principal.sessionId));
        switch (way) {
            case 0: must(sessions.end(principal, Origin())); break;
            case 1:
                in.backEnd.clock.advanceMs(15 * 60 * 1000);
                QVERIFY(!sessions.authenticate(in.tokens.first(), in.backEnd.request()).ok());
                break;
            case 2:
                in.backEnd.clock.advanceMs(15 * 60 * 1000);
                QCOMPARE(must(sessions.sweep()), 3);
                break;
            default: {
                Transaction transaction = must(Transaction::begin(*in.services().database));
                const QList<SessionRow> rows = must(SessionTable(transaction.connection()).ofUser(in.ann.id));
                QCOMPARE(must(sessions.revoke(transaction, in.ann, rows, backEndItself(), Origin(), QString())), 3);
                must(transaction.commit());
                break;
            }
        }
        QVERIFY(line->ended());
    }
};

QTEST_GUILESS_MAIN(TestAtDoor)
#include "tst_revocation_atdoor.moc"

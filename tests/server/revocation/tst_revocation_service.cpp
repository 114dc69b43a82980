// SPDX-License-Identifier: GPL-3.0-or-later
// Cases from opening to proof: what one transaction does, what refuses, and what a proof finds.
#include "tests/server/revocation/revocationtesting.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestRevocationService : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aFutureCaseChangesNothingYet()
    {
        LeavingPerson in;
        const size_t before = in.backEnd.events(in.acme).size();
        const Departure opened = in.open(in.leaves(in.ann, 600));
        QCOMPARE(opened.state, DepartureState::Scheduled);
        QCOMPARE(opened.effectiveAt, in.now().addSecs(600));
        QCOMPARE(opened.createdBy, QStringLiteral("owner"));
        QVERIFY(in.present(opened) == opened);
        QCOMPARE(in.round(), RevocationService::Round());
        QCOMPARE(in.liveTokens(), 3);
        QCOMPARE(in.user().status, UserStatus::Active);
        const std::vector<AuditEvent> events = in.backEnd.events(in.acme);
        QCOMPARE(events.size(), before + 1);
        QCOMPARE(events.back().kind, EventKind::DepartureOpened);
        QCOMPARE(events.back().object.name, QStringLiteral("ann"));
        QVERIFY(!events.back().before.has_value());
        QCOMPARE(events.back().after->value(QLatin1String("userId")).toString(), in.ann.id);
    }

    void atTheMomentNothingIsLeft()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, 600));
        in.backEnd.clock.advanceMs(600'000 - 1);
        QCOMPARE(in.round(), RevocationService::Round());
        QCOMPARE(in.liveTokens(), 3);
        const size_t before = in.backEnd.events(in.acme).size();
        in.backEnd.clock.advanceMs(1);
        QCOMPARE(in.round(), (RevocationService::Round{1, 1, 0}));

        QCOMPARE(in.user().status, UserStatus::Disabled);
        QCOMPARE(in.user().disabledAt, in.now());
        QCOMPARE(in.sessionCount(), 0);
        QCOMPARE(in.liveTokens(), 0);
        QCOMPARE(in.openDevices(), 0);
        QCOMPARE(in.registrations(), 0);
        QVERIFY(!must(MfaTable(in.connection()).pending(in.ann.id)).has_value());
        const Departure done = in.present(opened);
        QCOMPARE(done.state, DepartureState::Proved);
        QCOMPARE(done.executedAt, in.now());
        QCOMPARE(done.provedAt, in.now());
        QCOMPARE(done.sessionsEnded, 3);
        QCOMPARE(done.devicesRevoked, 2);
        QCOMPARE(in.outcomes(done), (QStringList{QStringLiteral("login ok"), QStringLiteral("sessions ok"),
                                                 QStringLiteral("tokens ok"), QStringLiteral("devices ok")}));
        for (const ProbeResult &probe : done.probes)
            QCOMPARE(probe.at, in.now());
        QVERIFY(in.row(opened).probeTokens.isEmpty());
        QCOMPARE(policy::revocationVerdict(done, in.now()).state, policy::RevocationState::InTime);

        const QStringList story = in.backEnd.story(in.acme, before);
        QCOMPARE(story.first(), QStringLiteral("access.revoked/success/departure"));
        QCOMPARE(story.count(QStringLiteral("session.revoked/success/departure")), 3);
        QCOMPARE(story.count(QStringLiteral("device.revoked/success/departure")), 2);
        QCOMPARE(story.last(), QStringLiteral("revocation.proved/success/departure"));
        QCOMPARE(story.size(), 7);
        const AuditEvent revoked = in.backEnd.events(in.acme)[before];
        QCOMPARE(revoked.actor.type, ActorType::System);
        QCOMPARE(revoked.before->value(QLatin1String("status")).toString(), QStringLiteral("active"));
        QCOMPARE(revoked.after->value(QLatin1String("status")).toString(), QStringLiteral("disabled"));
        // Nothing is carried out or proved twice.
        QCOMPARE(in.round(), RevocationService::Round());
    }

    void aRestartInBetweenLosesNothing()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, 600));
        in.restart();
        QCOMPARE(must(in.revocation().nextEffective()), opened.effectiveAt);
        in.backEnd.clock.advanceMs(3'600'000);  // it was down when the moment came
        in.restart();
        QCOMPARE(in.round(), (RevocationService::Round{1, 1, 0}));
        QCOMPARE(in.present(opened).state, DepartureState::Proved);
        QCOMPARE(in.liveTokens(), 0);
    }

    void aRestartBetweenExecutionAndProof()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, 60));
        in.backEnd.clock.advanceMs(60'000);
        QVERIFY(must(in.revocation().carryOutDue(in.acme.id, in.ann.id)));
        QCOMPARE(in.present(opened).state, DepartureState::Executed);
        QCOMPARE(in.row(opened).probeTokens.size(), 3);
        in.restart();
        QCOMPARE(in.round(), (RevocationService::Round{0, 1, 0}));
        QCOMPARE(in.present(opened).probes[2].detail, QStringLiteral("3 tokens were tried and refused."));
    }

    void atOnceIsOneTransactionWithTheOpening()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, -3600));
        QCOMPARE(opened.state, DepartureState::Executed);
        QCOMPARE(opened.executedAt, in.now());
        QCOMPARE(in.sessionCount(), 0);
        QCOMPARE(in.round(), (RevocationService::Round{0, 1, 0}));
        QCOMPARE(policy::revocationVerdict(in.present(opened), in.now()).secondsToRevoke, 3600);
    }

    void pastTheDeadlineItIsABreach()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, -25 * 3600));
        QCOMPARE(opened.state, DepartureState::Executed);
        QVERIFY(policy::revocationVerdict(opened, in.now()).breach);
    }

    void halfARevocationIsNone()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, 60));
        in.write([](const QSqlDatabase &connection) {
            must(Statement(connection, QStringLiteral("DROP TABLE pending_mfa"), QStringLiteral("break it")).run());
        });
        in.backEnd.clock.advanceMs(60'000);
        int told = 0;
        const auto complain = [&](const Departure &departure, const Error &error) {
            ++told;
            QCOMPARE(departure.id, opened.id);
            QVERIFY(!error.message.isEmpty());
        };
        for (int i = 0; i < 3; ++i)
            QCOMPARE(must(in.revocation().runDue(complain)), (RevocationService::Round{0, 0, 1}));
        QCOMPARE(told, 1);
        QCOMPARE(in.present(opened).state, DepartureState::Scheduled);
        QCOMPARE(in.user().status, UserStatus::Active);
        QCOMPARE(in.sessionCount(), 3);
        QCOMPARE(in.openDevices(), 2);
        // What cannot be ended is not let in either.
        QVERIFY(!in.services().sessions.authenticate(in.tokens.first(), in.backEnd.request()).ok());
        QVERIFY(
            std::holds_alternative<SignIn::Refused>(in.backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"))));
    }

    void oneThatFailsHoldsUpNoOther()
    {
        LeavingPerson in(QStringLiteral("owner"));
        const User bob = in.backEnd.addUser(in.acme, QStringLiteral("bob"), QStringLiteral("user"));
        const Departure ann = in.open(in.leaves(in.ann, 60));
        const Departure other = in.open(in.leaves(bob, 61));
        User owner = in.user(QStringLiteral("owner"));
        owner.status = UserStatus::Disabled;
        in.backEnd.update(owner);
        in.backEnd.clock.advanceMs(61'000);
        QCOMPARE(in.round(), (RevocationService::Round{1, 1, 1}));
        QCOMPARE(in.present(ann).state, DepartureState::Scheduled);
        QCOMPARE(in.present(other).state, DepartureState::Proved);
    }

    void whoBecameTheLastOwnerStaysAndItIsTold()
    {
        LeavingPerson in(QStringLiteral("owner"));
        const Departure opened = in.open(in.leaves(in.ann, 60));
        User owner = in.user(QStringLiteral("owner"));
        owner.status = UserStatus::Disabled;
        in.backEnd.update(owner);
        in.backEnd.clock.advanceMs(60'000);
        const size_t before = in.backEnd.events(in.acme).size();
        for (int i = 0; i < 3; ++i)
            QCOMPARE(in.round(), (RevocationService::Round{0, 0, 1}));
        QCOMPARE(in.backEnd.story(in.acme, before), QStringList{QStringLiteral("access.revoked/failure/last_owner")});
        QCOMPARE(in.liveTokens(), 3);
        in.backEnd.clock.advanceMs(25 * 3'600'000LL);
        QCOMPARE(policy::revocationVerdict(in.present(opened), in.now()).state, policy::RevocationState::Overdue);
        // Another owner is there again: it is carried out.
        owner.status = UserStatus::Active;
        in.backEnd.update(owner);
        QCOMPARE(in.round(), (RevocationService::Round{1, 1, 0}));
        QVERIFY(policy::revocationVerdict(in.present(opened), in.now()).breach);
    }

    void allOrNone_data()
    {
        QTest::addColumn<int>("bad");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("field");
        QTest::newRow("nobody") << 0 << int(Errc::NotFound) << QStringLiteral("departures[2].userId");
        QTest::newRow("of another customer") << 1 << int(Errc::NotFound) << QStringLiteral("departures[2].userId");
        QTest::newRow("twice the same person") << 2 << int(Errc::Conflict) << QStringLiteral("departures[2].userId");
        QTest::newRow("the last owner") << 3 << int(Errc::Conflict) << QStringLiteral("departures[2].userId");
        QTest::newRow("too late") << 4 << int(Errc::InvalidInput) << QStringLiteral("departures[2].effectiveAt");
        QTest::newRow("unknown role") << 5 << int(Errc::InvalidInput) << QStringLiteral("departures[2].newRoles");
    }
    void allOrNone()
    {
        QFETCH(int, bad);
        QFETCH(int, code);
        QFETCH(QString, field);
        LeavingPerson in;
        const User bob = in.backEnd.addUser(in.acme, QStringLiteral("bob"), QStringLiteral("user"));
        const User carl = in.backEnd.addUser(in.acme, QStringLiteral("carl"), QStringLiteral("user"));
        const User foreign = in.backEnd.addUser(in.backEnd.addCustomer(QStringLiteral("other")), QStringLiteral("zed"));
        protocol::NewDeparture last = in.leaves(carl, 60);
        switch (bad) {
            case 0: last.userId = QStringLiteral("usr_0"); break;
            case 1: last.userId = foreign.id; break;
            case 2: last.userId = in.ann.id; break;
            case 3: last.userId = in.owner.id; break;
            case 4: last.effectiveAt = last.departedAt.addSecs(86'401); break;
            default: last = in.moves(carl, 60, {QStringLiteral("king")}); break;
        }
        const size_t before = in.backEnd.events(in.acme).size();
        // The first two are fine, and the first is due at once.
        const auto opened = in.tryOpen({in.leaves(in.ann, -60), in.leaves(bob, 60), last});
        QVERIFY(!opened.ok());
        QCOMPARE(int(opened.error().code), code);
        QCOMPARE(opened.error().field, field);
        QVERIFY(must(in.revocation().list(in.acme.id)).isEmpty());
        QCOMPARE(in.backEnd.events(in.acme).size(), before);
        QCOMPARE(in.user().status, UserStatus::Active);
        QCOMPARE(in.liveTokens(), 3);
    }

    void theLastTwoOwnersCannotBothLeave()
    {
        LeavingPerson in(QStringLiteral("owner"));
        const auto both = in.tryOpen({in.leaves(in.ann, 60), in.leaves(in.owner, 120)});
        QCOMPARE(both.error().field, QStringLiteral("departures[1].userId"));
        // Nor one after the other, or one by losing the role.
        in.open(in.leaves(in.ann, 60));
        QCOMPARE(in.tryOpen({in.leaves(in.owner, 120)}).error().code, Errc::Conflict);
        QCOMPARE(in.tryOpen({in.moves(in.owner, 120, {QStringLiteral("user")})}).error().code, Errc::Conflict);
        QVERIFY(in.tryOpen({in.moves(in.owner, 120, {QStringLiteral("owner"), QStringLiteral("user")})}).ok());
        QCOMPARE(must(withoutLeavingOwners(in.connection(), in.acme.id)).size(), 1);
    }

    void oneOpenCaseAPerson()
    {
        LeavingPerson in;
        const Departure first = in.open(in.leaves(in.ann, 60));
        QCOMPARE(in.tryOpen({in.leaves(in.ann, 90)}).error().code, Errc::Conflict);
        must(in.revocation().withdraw(in.author(), Origin(), first.id));
        QVERIFY(in.tryOpen({in.leaves(in.ann, 90)}).ok());
    }

    void withdrawing()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, 60));
        const size_t before = in.backEnd.events(in.acme).size();
        QCOMPARE(must(in.revocation().withdraw(in.author(), Origin(), opened.id)).state, DepartureState::Cancelled);
        QCOMPARE(must(in.revocation().withdraw(in.author(), Origin(), opened.id)).state, DepartureState::Cancelled);
        const std::vector<AuditEvent> events = in.backEnd.events(in.acme);
        QCOMPARE(events.size(), before + 1);
        QCOMPARE(events.back().kind, EventKind::DepartureWithdrawn);
        QCOMPARE(events.back().before->value(QLatin1String("state")).toString(), QStringLiteral("scheduled"));
        QCOMPARE(events.back().after->value(QLatin1String("state")).toString(), QStringLiteral("cancelled"));
        in.backEnd.clock.advanceMs(600'000);
        QCOMPARE(in.round(), RevocationService::Round());
        QCOMPARE(in.liveTokens(), 3);

        const Departure done = in.open(in.leaves(in.ann, 0));
        QCOMPARE(in.revocation().withdraw(in.author(), Origin(), done.id).error().code, Errc::Conflict);
        Principal foreign = in.author();
        foreign.customerId = in.backEnd.addCustomer(QStringLiteral("other")).id;
        QCOMPARE(in.revocation().withdraw(foreign, Origin(), done.id).error().code, Errc::NotFound);
    }

    void aReassignmentKeepsTheAccount()
    {
        LeavingPerson in(QStringLiteral("administrator"));
        const Departure opened = in.open(in.moves(in.ann, 60, {QStringLiteral("billing"), QStringLiteral("user")}));
        in.backEnd.clock.advanceMs(60'000);
        QCOMPARE(in.round(), (RevocationService::Round{1, 1, 0}));
        QCOMPARE(in.user().status, UserStatus::Active);
        QCOMPARE(in.user().roles, (QStringList{QStringLiteral("billing"), QStringLiteral("user")}));
        QCOMPARE(in.liveTokens(), 0);
        QCOMPARE(in.openDevices(), 2);
        QCOMPARE(in.outcomes(in.present(opened)),
                 (QStringList{QStringLiteral("roles ok"), QStringLiteral("sessions ok"), QStringLiteral("tokens ok")}));
        // The person goes on with the new duties, and a later try does not mind.
        in.tokens = {in.openSession(QStringLiteral("ann"))};
        QCOMPARE(in.liveTokens(), 1);
        in.backEnd.clock.advanceMs(1000);
        const Departure again = must(in.revocation().prove(in.acme.id, opened.id, backEndItself(), Origin()));
        QCOMPARE(again.state, DepartureState::Proved);
        QVERIFY2(again.probes[2].at < again.probes[1].at, "the tokens were tried when their hashes were there");
    }

    void nobodyGivesByAReassignmentWhatHeLacks()
    {
        LeavingPerson in;
        const protocol::NewDeparture wish = in.moves(in.ann, 60, {QStringLiteral("auditor"), QStringLiteral("owner")});
        const auto refused = in.tryOpen({wish}, QStringLiteral("security_officer"));
        QCOMPARE(refused.error().code, Errc::Forbidden);
        QCOMPARE(refused.error().field, QStringLiteral("departures[0].newRoles"));
        QVERIFY(in.tryOpen({wish}, QStringLiteral("owner")).ok());
    }

    void aProofThatFindsSomethingSaysSo()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, 0));
        // As if a session had survived.
        const QByteArray survivor = in.row(opened).probeTokens.first();
        in.write([&](const QSqlDatabase &connection) {
            must(SessionTable(connection)
                     .insert({QStringLiteral("ses_x"), survivor, in.ann.id, in.acme.id, in.now(), in.now(), QString(),
                              QString()}));
        });
        QCOMPARE(in.round(), (RevocationService::Round{0, 0, 1}));
        const Departure failed = in.present(opened);
        QCOMPARE(failed.state, DepartureState::ProofFailed);
        QCOMPARE(in.outcomes(failed), (QStringList{QStringLiteral("login ok"), QStringLiteral("sessions FAILED"),
                                                   QStringLiteral("tokens FAILED"), QStringLiteral("devices ok")}));
        QCOMPARE(failed.probes[2].detail, QStringLiteral("3 tokens were tried, and 1 is still valid."));
        QCOMPARE(in.row(opened).probeTokens.size(), 3);
        QCOMPARE(in.backEnd.story(in.acme).last(), QStringLiteral("revocation.proved/failure/departure"));
        in.write(
            [](const QSqlDatabase &connection) { must(SessionTable(connection).remove(QStringLiteral("ses_x"))); });
        const Departure again = must(in.revocation().prove(in.acme.id, opened.id, actorOf(in.author()), Origin()));
        QCOMPARE(again.state, DepartureState::Proved);
        QVERIFY(in.row(opened).probeTokens.isEmpty());
        QCOMPARE(in.backEnd.events(in.acme).back().actor.name, QStringLiteral("owner"));
    }

    void aProofFindsAnAccountThatIsOpenAgain()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, 0));
        in.round();
        User ann = in.user();
        ann.status = UserStatus::Active;
        in.backEnd.update(ann);
        const Departure again = must(in.revocation().prove(in.acme.id, opened.id, backEndItself(), Origin()));
        QCOMPARE(in.outcomes(again).first(), QStringLiteral("login FAILED"));
        QCOMPARE(again.state, DepartureState::ProofFailed);
    }

    void thereIsNothingToProveBefore()
    {
        LeavingPerson in;
        const Departure opened = in.open(in.leaves(in.ann, 60));
        QCOMPARE(in.revocation().prove(in.acme.id, opened.id, backEndItself(), Origin()).error().code, Errc::Conflict);
        must(in.revocation().withdraw(in.author(), Origin(), opened.id));
        QCOMPARE(in.revocation().prove(in.acme.id, opened.id, backEndItself(), Origin()).error().code, Errc::Conflict);
    }

    void aClockThatJumps()
    {
        LeavingPerson in;
        const QDateTime start = in.now();
        const Departure opened = in.open(in.leaves(in.ann, 3600));
        in.backEnd.clock.set(start.addDays(-2));
        QCOMPARE(in.round(), RevocationService::Round());
        in.backEnd.clock.set(start.addSecs(3599));
        QCOMPARE(in.round(), RevocationService::Round());
        in.backEnd.clock.set(start.addDays(10));
        QCOMPARE(in.round(), (RevocationService::Round{1, 1, 0}));
        QCOMPARE(policy::revocationVerdict(in.present(opened), in.now()).state, policy::RevocationState::Late);
        // Back again: what was ended stays ended.
        in.backEnd.clock.set(start);
        QCOMPARE(in.round(), RevocationService::Round());
        QCOMPARE(in.user().status, UserStatus::Disabled);
        QCOMPARE(in.liveTokens(), 0);
    }

    void whoIsDisabledAlreadyStaysSoSinceThen()
    {
        LeavingPerson in;
        User ann = in.user();
        ann.status = UserStatus::Disabled;
        ann.disabledAt = in.now().addDays(-3);
        in.backEnd.update(ann);
        in.open(in.leaves(in.ann, 0));
        QCOMPARE(in.round(), (RevocationService::Round{0, 1, 0}));
        QCOMPARE(in.user().disabledAt, in.now().addDays(-3));
    }

    void theAnswerIsKeptWithTheChange()
    {
        LeavingPerson in;
        const auto refuse = [](const Transaction &, const QList<Departure> &) -> Result<void> {
            return makeError(Errc::Io, QStringLiteral("no room"));
        };
        QVERIFY(!in.revocation().open(in.author(), Origin(), {in.leaves(in.ann, 0)}, refuse).ok());
        QVERIFY(must(in.revocation().list(in.acme.id)).isEmpty());
        QCOMPARE(in.liveTokens(), 3);
    }
};

QTEST_GUILESS_MAIN(TestRevocationService)
#include "tst_revocation_service.moc"

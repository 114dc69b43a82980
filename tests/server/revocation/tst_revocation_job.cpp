// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/revocationjob.h"
#include "tests/server/revocation/revocationtesting.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestRevocationJob : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void howLongItMayWait()
    {
        LeavingPerson in;
        Log log(Log::Level::Error);
        RevocationJob job(in.revocation(), in.backEnd.clock, log);
        constexpr std::chrono::milliseconds second{1000};
        QCOMPARE(job.pause(), second);
        const Departure opened = in.open(in.leaves(in.ann, 60));
        QCOMPARE(job.pause(), second);
        in.backEnd.clock.advanceMs(59'700);
        QCOMPARE(job.pause(), std::chrono::milliseconds(300));
        in.backEnd.clock.advanceMs(300);
        QCOMPARE(job.pause(), second);
        in.backEnd.clock.set(opened.effectiveAt.addDays(-9));
        QCOMPARE(job.pause(), second);
        in.backEnd.clock.set(opened.effectiveAt);
        QCOMPARE(must(job.runOnce()), (RevocationService::Round{1, 1, 0}));
    }

    void whatCannotBeCarriedOutIsLogged()
    {
        LeavingPerson in(QStringLiteral("owner"));
        QList<QByteArray> lines;
        Log log(Log::Level::Error, [&](const QByteArray &line) { lines.append(line); });
        RevocationJob job(in.revocation(), in.backEnd.clock, log);
        const Departure opened = in.open(in.leaves(in.ann, 60));
        User owner = in.user(QStringLiteral("owner"));
        owner.status = UserStatus::Disabled;
        in.backEnd.update(owner);
        in.backEnd.clock.advanceMs(60'000);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(must(job.runOnce()).failed, 1);
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.first().contains(opened.id.toLatin1()));
    }

    void itRunsByItself()
    {
        LeavingPerson in;
        in.backEnd.services.reset();
        const SystemClock clock;
        const std::unique_ptr<Services> services =
            must(Services::open(in.backEnd.config({1'000'000, 60}), clock, in.backEnd.key));
        Log log(Log::Level::Error);
        RevocationJob job(services->revocation, clock, log);
        job.start();
        protocol::NewDeparture wish = in.leaves(in.ann, 0);
        wish.departedAt = clock.nowUtc().addMSecs(700);
        const Departure opened = must(services->revocation.open(in.author(), Origin(), {wish}, {})).first();
        QCOMPARE(opened.state, DepartureState::Scheduled);
        QTRY_COMPARE_WITH_TIMEOUT(must(services->revocation.byId(in.acme.id, opened.id)).state, DepartureState::Proved,
                                  30'000);
        job.stop();
        QVERIFY(must(services->revocation.byId(in.acme.id, opened.id)).executedAt >= opened.effectiveAt);
    }
};

QTEST_GUILESS_MAIN(TestRevocationJob)
#include "tst_revocation_job.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// A sync that is interrupted goes on; a log that was rewritten is refused, and what was believed stays as it was.
#include "core/audit/eventcodec.h"
#include "core/cache/cachepurge.h"
#include "core/cache/eventreader.h"
#include "core/cache/outboxtable.h"
#include "core/cache/persontable.h"
#include "core/cache/statetable.h"
#include "core/protocol/export.h"
#include "tests/core/loginlog/cachefixture.h"

#include <QRandomGenerator>

using namespace lw;
using namespace lw::loginlog;
using namespace lw::test;

class TestSyncJob : public QObject {
    Q_OBJECT

    /// Where the last stream of events began.
    QString lastFrom() const
    {
        QString from;
        const QList<FakeRequest> seen = m->backend.seen();
        for (const FakeRequest &request : seen)
            if (request.path == QLatin1String("/v1/audit/events"))
                from = request.query.queryItemValue(QStringLiteral("from"));
        return from;
    }

  private Q_SLOTS:
    void initTestCase() { static const SecretMemory memory; }
    void init()
    {
        m = std::make_unique<CacheFixture>();
        m->signIn();
    }
    void cleanup() { m.reset(); }

    void firstSync()
    {
        m->backend.appendLogins(3000);
        const Result<SyncReport> report = m->sync();
        QVERIFY2(report.ok(), qPrintable(report.ok() ? QString() : report.error().message));
        QCOMPARE(report->newEvents, 3000);
        QCOMPARE(report->totalEvents, 3000);
        QCOMPARE(report->people, 3);
        QCOMPARE(report->checkpoint.note, m->backend.note());
        QCOMPARE(m->stages.constLast(), SyncStage::Done);
        const auto connection = m->connect();
        cache::EventReader reader(*connection);
        QCOMPARE(reader.span()->events, 3000);
        QCOMPARE(*reader.leaf(2999), m->backend.leaf(2999));
        QCOMPARE(cache::PersonTable(*connection).all()->size(), 3);
        QCOMPARE(QString::fromUtf8(**cache::StateTable(*connection).value(cache::StateKey::PinnedLogKey)),
                 m->backend.logKey());
        QVERIFY(cache::StateTable(*connection).syncedAt()->isValid());
    }

    void emptyLog()
    {
        const Result<SyncReport> report = m->sync();
        QVERIFY2(report.ok(), qPrintable(report.ok() ? QString() : report.error().message));
        QCOMPARE(report->totalEvents, 0);
    }

    void onlyWhatIsNew()
    {
        m->backend.appendLogins(100);
        QVERIFY(m->sync().ok());
        const Result<SyncReport> nothing = m->sync();
        QVERIFY(nothing.ok());
        QCOMPARE(nothing->newEvents, 0);
        QCOMPARE(m->backend.count("GET", QStringLiteral("/v1/audit/events")), 1);
        m->backend.appendLogins(50);
        const Result<SyncReport> more = m->sync();
        QVERIFY(more.ok());
        QCOMPARE(more->newEvents, 50);
        QCOMPARE(lastFrom(), QStringLiteral("100"));
        QCOMPARE(m->backend.count("GET", QStringLiteral("/v1/audit/proof/consistency")), 1);
    }

    void whatTheBackEndPurgedGoesHereToo()
    {
        m->backend.appendLogins(2000);
        QVERIFY(m->sync().ok());
        // Nothing new in the log: the purge is heard of all the same.
        m->backend.purge(0, 999);
        m->backend.purge(1500, 1500);
        const Result<SyncReport> report = m->sync();
        QVERIFY2(report.ok(), qPrintable(report.ok() ? QString() : report.error().message));
        QCOMPARE(report->newEvents, 0);
        {
            const auto connection = m->connect();
            cache::EventReader reader(*connection);
            QCOMPARE(reader.event(5).error().code, Errc::NotFound);
            QCOMPARE(reader.event(1500).error().code, Errc::NotFound);
            QVERIFY(reader.event(1501).ok());
            QVERIFY(reader.reverify().ok());
            QCOMPARE(cache::CachePurge(*connection).seen().value(), 2);
        }
        // What was purged before it came, and what is purged of that: asked for from the last number on.
        m->backend.appendLogins(100);
        m->backend.purge(2050, 2060);
        QVERIFY(m->sync().ok());
        const auto connection = m->connect();
        cache::EventReader reader(*connection);
        QVERIFY(reader.reverify().ok());
        QCOMPARE(reader.event(2055).error().code, Errc::NotFound);
        EventFilter all;
        all.loginOnly = false;
        QCOMPARE(reader.count(all).value(), 2100 - 1000 - 1 - 11);
        QCOMPARE(m->backend.seen().constLast().query.queryItemValue(QStringLiteral("after")), QStringLiteral("2"));
    }

    void anOlderBackEndPurgesNothing()
    {
        m->backend.appendLogins(10);
        m->backend.intercept([](const FakeRequest &request) -> std::optional<FakeReply> {
            if (request.path != QLatin1String("/v1/audit/purges")) return std::nullopt;
            return FakeReply{404, "{}", {{"Content-Type", "application/problem+json"}}, -1, false, {}};
        });
        QVERIFY(m->sync().ok());
    }

    void aWrongAnswerAboutPurgesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no three numbers") << QByteArray("{\"ranges\":[1,2]}");
        QTest::newRow("ends before it begins") << QByteArray("{\"ranges\":[1,5,2]}");
        QTest::newRow("numbers do not grow") << QByteArray("{\"ranges\":[2,0,0,1,1,1]}");
        QTest::newRow("not asked for") << QByteArray("{\"ranges\":[0,0,0]}");
        QTest::newRow("below zero") << QByteArray("{\"ranges\":[1,-1,0]}");
        QTest::newRow("no ranges") << QByteArray("{}");
    }
    void aWrongAnswerAboutPurgesIsRefused()
    {
        QFETCH(QByteArray, body);
        m->backend.appendLogins(10);
        m->backend.intercept([&body](const FakeRequest &request) -> std::optional<FakeReply> {
            if (request.path != QLatin1String("/v1/audit/purges")) return std::nullopt;
            return FakeReply{200, body, {{"Content-Type", "application/json"}}, -1, false, {}};
        });
        QCOMPARE(m->sync().error().code, Errc::Protocol);
        const auto connection = m->connect();
        EventFilter all;
        all.loginOnly = false;
        QCOMPARE(cache::EventReader(*connection).count(all).value(), quint64(10));
    }

    void cancelledAtRandomPointsAndResumed()
    {
        m->backend.appendLogins(20'000);
        QRandomGenerator random(20261122);
        int cancelled = 0;
        for (int attempt = 0; attempt < 12; ++attempt) {
            const quint64 at = random.bounded(20'000);
            const Result<SyncReport> report = m->sync([&](SyncJob &job, const SyncProgress &progress) {
                if (progress.stage == SyncStage::Events && progress.done >= at) job.cancel();
            });
            if (report.ok()) break;
            QCOMPARE(report.error().code, Errc::Cancelled);
            ++cancelled;
            const auto connection = m->connect();
            QCOMPARE(cache::EventReader(*connection).span()->events, 0);  // nothing unverified is visible
            if (attempt % 3 == 2) m->reopen();
        }
        QVERIFY(cancelled > 0);
        const Result<SyncReport> report = m->sync();
        QVERIFY2(report.ok(), qPrintable(report.ok() ? QString() : report.error().message));
        QCOMPARE(report->totalEvents, 20'000);
        const auto connection = m->connect();
        QVERIFY(cache::EventReader(*connection).reverify().ok());
    }

    void brokenConnectionIsPickedUp()
    {
        m->backend.appendLogins(10'000);
        int cuts = 3;
        m->backend.intercept([&](const FakeRequest &request) -> std::optional<FakeReply> {
            if (request.path != QLatin1String("/v1/audit/events") || cuts-- <= 0) return std::nullopt;
            FakeReply reply = m->backend.honest(request);
            reply.cutAfter = reply.body.size() / 2;
            return reply;
        });
        const Result<SyncReport> report = m->sync();
        QVERIFY2(report.ok(), qPrintable(report.ok() ? QString() : report.error().message));
        QCOMPARE(report->totalEvents, 10'000);
        QCOMPARE(m->backend.count("GET", QStringLiteral("/v1/audit/events")), 4);
    }

    void goneForGoodAndResumed()
    {
        m->backend.appendLogins(10'000);
        bool gone = false;
        m->backend.intercept([&](const FakeRequest &request) -> std::optional<FakeReply> {
            if (request.path != QLatin1String("/v1/audit/events")) return std::nullopt;
            FakeReply reply = m->backend.honest(request);
            if (gone) reply.broken = Errc::Network;
            reply.cutAfter = reply.body.size() / 2;
            gone = true;
            return reply;
        });
        const Result<SyncReport> report = m->sync();
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code, Errc::Network);
        m->backend.intercept({});
        m->reopen();
        const Result<SyncReport> resumed = m->sync();
        QVERIFY(resumed.ok());
        QCOMPARE(resumed->totalEvents, 10'000);
        QVERIFY(lastFrom().toInt() > 1000);
    }

    void logGrowsWhileResumed()
    {
        m->backend.appendLogins(5000);
        const Result<SyncReport> cancelled = m->sync([](SyncJob &job, const SyncProgress &progress) {
            if (progress.stage == SyncStage::Events) job.cancel();
        });
        QVERIFY(!cancelled.ok());
        m->backend.appendLogins(5000);
        const Result<SyncReport> report = m->sync();
        QVERIFY(report.ok());
        QCOMPARE(report->totalEvents, 10'000);
    }

    void tampering_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("kind");
        QTest::newRow("a past leaf changed") << 0 << QStringLiteral("fork");
        QTest::newRow("a past leaf changed, same size") << 1 << QStringLiteral("fork");
        QTest::newRow("tail cut off") << 2 << QStringLiteral("truncated");
        QTest::newRow("tail replaced by more") << 3 << QStringLiteral("fork");
        QTest::newRow("signed by another key") << 4 << QStringLiteral("other-key");
        QTest::newRow("streamed leaf is not the signed one") << 5 << QStringLiteral("changed-leaf");
    }

    void tampering()
    {
        QFETCH(int, how);
        QFETCH(QString, kind);
        m->backend.appendLogins(1000);
        QVERIFY(m->sync().ok());
        const QByteArray believed = m->backend.note();
        const QByteArray before = m->backend.leaf(500);
        AuditEvent event = *audit::eventFromLeaf(before);
        event.actor.name = QStringLiteral("somebody.else");
        const QByteArray forged = audit::leafBytes(event);
        switch (how) {
            case 0:
                m->backend.replaceLeaf(500, forged);
                m->backend.appendLogins(10);
                break;
            case 1: m->backend.replaceLeaf(500, forged); break;
            case 2: m->backend.truncate(900); break;
            case 3:
                m->backend.truncate(900);
                m->backend.replaceLeaf(899, forged);
                m->backend.appendLogins(300);
                break;
            case 4:
                m->backend.appendLogins(10);
                m->backend.rekey();
                break;
            case 5:
                m->backend.appendLogins(10);
                m->backend.intercept([&](const FakeRequest &request) -> std::optional<FakeReply> {
                    if (request.path != QLatin1String("/v1/audit/events")) return std::nullopt;
                    const QByteArray right = m->backend.leaf(1005);
                    m->backend.intercept({});
                    m->backend.replaceLeaf(1005, forged);
                    FakeReply reply = m->backend.answer(request);
                    m->backend.replaceLeaf(1005, right);
                    return reply;
                });
                break;
            default: QFAIL("no such row");
        }
        const QByteArray offending = m->backend.note();
        for (int attempt = 0; attempt < (how == 5 ? 1 : 2); ++attempt) {
            const Result<SyncReport> report = m->sync();
            QVERIFY(!report.ok());
            QCOMPARE(report.error().code, Errc::Tampered);
            QCOMPARE(report.error().field, kind);
            QVERIFY(report.error().message.size() > 20);
        }
        // What was believed is still there, whole; both heads are kept.
        const auto connection = m->connect();
        cache::EventReader reader(*connection);
        QCOMPARE(reader.span()->events, 1000);
        QCOMPARE(reader.span()->checkpoint->note, believed);
        QCOMPARE(*reader.leaf(500), before);
        QVERIFY(reader.reverify().ok());
        const auto evidence = cache::StateTable(*connection).evidence();
        QVERIFY(evidence.ok());
        QVERIFY(!evidence->isEmpty());
        QCOMPARE(evidence->constFirst().kind, kind);
        QCOMPARE(evidence->constFirst().trustedNote, believed);
        QCOMPARE(evidence->constFirst().offendingNote, offending);
        QVERIFY(!(*cache::StateTable(*connection).value(cache::StateKey::LastSyncError))->isEmpty());
    }

    void keyPinnedWithTheCertificateDecides()
    {
        m->logKey = m->backend.logKey();
        m->backend.rekey();
        m->backend.appendLogins(10);
        const Result<SyncReport> report = m->sync();
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code, Errc::Tampered);
        const auto connection = m->connect();
        QCOMPARE(cache::EventReader(*connection).span()->events, 0);
    }

    void lyingProofIsRefused()
    {
        m->backend.appendLogins(100);
        QVERIFY(m->sync().ok());
        m->backend.appendLogins(10);
        m->backend.intercept([](const FakeRequest &request) -> std::optional<FakeReply> {
            if (request.path != QLatin1String("/v1/audit/proof/consistency")) return std::nullopt;
            return FakeReply{200, "{\"newSize\":110,\"oldSize\":100,\"path\":[]}", {}, -1, false, {}};
        });
        const Result<SyncReport> report = m->sync();
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code, Errc::Tampered);
    }

    void refusals_data()
    {
        QTest::addColumn<int>("how");
        QTest::addColumn<Errc>("code");
        QTest::newRow("session revoked") << 0 << Errc::Unauthorized;
        QTest::newRow("password must change") << 1 << Errc::Forbidden;
        QTest::newRow("role without the log") << 2 << Errc::Forbidden;
        QTest::newRow("nobody there") << 3 << Errc::Network;
        QTest::newRow("note is no note") << 4 << Errc::InvalidInput;
    }

    void refusals()
    {
        QFETCH(int, how);
        QFETCH(Errc, code);
        m->backend.appendLogins(10);
        if (how == 0) m->backend.revokeSessions();
        if (how == 1) m->backend.setMustChangePassword(true);
        if (how == 2) m->backend.users[0].roles = QStringList{QStringLiteral("user")};
        if (how == 3)
            m->backend.intercept([](const FakeRequest &) {
                FakeReply reply;
                reply.broken = Errc::Network;
                return reply;
            });
        if (how == 4)
            m->backend.intercept([](const FakeRequest &request) -> std::optional<FakeReply> {
                if (request.path != QLatin1String("/v1/audit/checkpoint")) return std::nullopt;
                return FakeReply{200, "hello", {}, -1, false, {}};
            });
        const Result<SyncReport> report = m->sync();
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code, code);
        const auto connection = m->connect();
        QCOMPARE(cache::EventReader(*connection).span()->events, 0);
    }

    void queuedExportsAreDelivered()
    {
        m->backend.appendLogins(10);
        protocol::ExportNotice notice;
        notice.report = QStringLiteral("login-activity");
        notice.format = QStringLiteral("csv");
        notice.rows = 5;
        notice.sha256 = QByteArray(32, '\x01');
        notice.exportedAt = QDateTime(QDate(2026, 11, 1), QTime(8, 0), Qt::UTC);
        {
            const auto connection = m->connect();
            cache::OutboxTable outbox(*connection);
            QVERIFY(outbox.add("key-1", protocol::toJson(notice), notice.exportedAt).ok());
            QVERIFY(outbox.add("key-2", protocol::toJson(notice), notice.exportedAt).ok());
        }
        // The first time the answer to the second gets lost.
        int answers = 0;
        m->backend.intercept([&](const FakeRequest &request) -> std::optional<FakeReply> {
            if (request.path != QLatin1String("/v1/audit/exports") || ++answers != 2) return std::nullopt;
            m->backend.intercept({});
            (void)m->backend.answer(request);
            FakeReply lost;
            lost.broken = Errc::Network;
            return lost;
        });
        Result<SyncReport> report = m->sync();
        QVERIFY(report.ok());
        QCOMPARE(report->exportsDelivered, 1);
        report = m->sync();
        QVERIFY(report.ok());
        QCOMPARE(report->exportsDelivered, 1);
        const QList<QByteArray> keys{"key-1", "key-2"};
        QCOMPARE(m->backend.exportKeys(), keys);
        const auto connection = m->connect();
        QCOMPARE(*cache::OutboxTable(*connection).count(), 0);
    }

    void jobMayEndAnytime()
    {
        m->backend.appendLogins(20'000);
        for (int i = 0; i < 10; ++i) {
            SyncJob job(*m->client, m->vault);
            job.start();
            QTest::qWait(i * 3);
        }
        QVERIFY(m->sync().ok());
    }

    void lockedVaultEndsTheSync()
    {
        m->backend.appendLogins(20'000);
        const Result<SyncReport> report = m->sync([&](SyncJob &, const SyncProgress &progress) {
            if (progress.stage == SyncStage::Events) m->vault->lock();
        });
        QVERIFY(!report.ok());
        QCOMPARE(report.error().code, Errc::Cancelled);
    }

  private:
    std::unique_ptr<CacheFixture> m;
};

QTEST_GUILESS_MAIN(TestSyncJob)
#include "tst_syncjob.moc"

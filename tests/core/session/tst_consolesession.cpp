// SPDX-License-Identifier: GPL-3.0-or-later
// The state that the whole console watches: locked, offline, connecting, online, and back.
#include "core/session/consolesession.h"
#include "tests/core/net/fakebackend.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::session;
using namespace lw::test;

class TestConsoleSession : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { static const SecretMemory memory; }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_backend = std::make_unique<FakeBackend>();
        m_backend->appendLogins(200);
        const ProfileStore store(m_folder->path());
        net::Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("https://fake.example.com"));
        m_profile = store.create(QStringLiteral("Acme"), endpoint, QStringLiteral("acme"), QStringLiteral("ann.lee"));
        QVERIFY(store.save(m_profile).ok());
        m_session = open();
    }

    void cleanup()
    {
        m_session.reset();
        m_backend.reset();
    }

    void firstRun()
    {
        QCOMPARE(m_session->state(), State::Locked);
        QVERIFY(!m_session->hasCache());
        QVERIFY(signIn().ok());  // before there is a cache
        QCOMPARE(m_session->state(), State::Locked);
        QCOMPARE(m_session->identity(), QStringLiteral("ann.lee@acme"));
        const QString key = create();
        QVERIFY(key.size() > 30);
        QCOMPARE(m_session->state(), State::Online);
        QVERIFY(m_session->hasCache());
        QVERIFY(!m_session->offlineSince().isValid());
        QCOMPARE(m_session->connectionInfo().protocol, QStringLiteral("TLS 1.3"));
        // The log key was pinned with the first sign-in.
        QCOMPARE(ProfileStore(m_folder->path()).find({})->logKey, m_backend->logKey());
        QVERIFY(sync().ok());
        QTRY_VERIFY(m_session->lastSync().isValid());
        QCOMPARE(events(), 200);
    }

    void offlineAfterwards()
    {
        firstRun();
        m_session = open();
        QCOMPARE(m_session->state(), State::Locked);
        QVERIFY(unlock("passphrase").ok());
        QCOMPARE(m_session->state(), State::Offline);
        QVERIFY(m_session->offlineSince().isValid());
        QVERIFY(m_session->identity().isEmpty());
        QTRY_VERIFY(m_session->lastSync().isValid());
        QCOMPARE(events(), 200);
        const Result<loginlog::SyncReport> refused = sync();
        QCOMPARE(refused.error().code, Errc::Unauthorized);
    }

    void wrongPassphrase()
    {
        create();
        m_session = open();
        QCOMPARE(unlock("passphrasE").error().code, Errc::WrongKey);
        QCOMPARE(m_session->state(), State::Locked);
        QVERIFY(!m_session->events());
    }

    void connectingIsSeen()
    {
        create();
        QList<State> states;
        connect(m_session.get(), &ConsoleSession::stateChanged, this, [&] {
            if (states.isEmpty() || states.constLast() != m_session->state()) states.append(m_session->state());
        });
        QVERIFY(signIn().ok());
        m_session->signOut();
        const QList<State> expected{State::Connecting, State::Online, State::Offline};
        QCOMPARE(states, expected);
        QTRY_COMPARE(m_backend->count("DELETE", QStringLiteral("/v1/session")), 1);
    }

    void refusedSignInLeavesItOffline()
    {
        create();
        QCOMPARE(signIn("wrong").error().code, Errc::Unauthorized);
        QCOMPARE(m_session->state(), State::Offline);
    }

    void lockWipesAndEnds()
    {
        create();
        QVERIFY(signIn().ok());
        QSignalSpy about(m_session.get(), &ConsoleSession::aboutToLock);
        QSignalSpy locked(m_session.get(), &ConsoleSession::locked);
        m_session->lock();
        QCOMPARE(about.count(), 1);
        QCOMPARE(locked.count(), 1);
        QCOMPARE(m_session->state(), State::Locked);
        QVERIFY(!m_session->events() && !m_session->people() && !m_session->exports());
        QVERIFY(!m_session->me());
        QVERIFY(!m_session->lastSync().isValid());
        QTRY_COMPARE(m_backend->count("DELETE", QStringLiteral("/v1/session")), 1);
        m_session->lock();
        QCOMPARE(locked.count(), 1);
        QVERIFY(unlock("passphrase").ok());
        QCOMPARE(m_session->state(), State::Offline);
    }

    void lockWhileSigningIn()
    {
        create();
        std::optional<Result<net::SessionFacts>> result;
        m_session->signIn(toSecret("correct horse"), {}, this,
                          [&](Result<net::SessionFacts> r) { result = std::move(r); });
        QCOMPARE(m_session->state(), State::Connecting);
        m_session->lock();
        QTRY_VERIFY(result);
        QVERIFY(!result->ok());
        QCOMPARE(m_session->state(), State::Locked);
        QVERIFY(m_session->identity().isEmpty());
    }

    void lockWhileSyncing()
    {
        create();
        m_backend->appendLogins(20'000);
        QVERIFY(signIn().ok());
        m_session->startSync();
        QVERIFY(m_session->isSyncing());
        m_session->lock();
        QVERIFY(!m_session->isSyncing());
        QVERIFY(unlock("passphrase").ok());
        QVERIFY(signIn().ok());
        QVERIFY(sync().ok());
        QCOMPARE(events(), 20'200);
    }

    void lostSessionIsSeen()
    {
        create();
        QVERIFY(signIn().ok());
        m_backend->revokeSessions();
        QCOMPARE(sync().error().code, Errc::Unauthorized);
        QTRY_COMPARE(m_session->state(), State::Offline);
    }

    void brokenNetworkGoesOfflineAndBack()
    {
        create();
        QVERIFY(signIn().ok());
        m_backend->intercept([](const FakeRequest &) {
            FakeReply reply;
            reply.broken = Errc::Network;
            return reply;
        });
        QCOMPARE(sync().error().code, Errc::Network);
        QCOMPARE(m_session->state(), State::Offline);
        m_backend->intercept({});
        QVERIFY(sync().ok());  // the session there is still good
        QCOMPARE(m_session->state(), State::Online);
    }

    void tamperingIsLoud()
    {
        create();
        QVERIFY(signIn().ok());
        QVERIFY(sync().ok());
        m_backend->truncate(100);
        QSignalSpy loud(m_session.get(), &ConsoleSession::tampered);
        QCOMPARE(sync().error().code, Errc::Tampered);
        QCOMPARE(loud.count(), 1);
        std::optional<Result<QList<cache::TamperEvidence>>> evidence;
        m_session->tamperEvidence(this, [&](Result<QList<cache::TamperEvidence>> r) { evidence = std::move(r); });
        QTRY_VERIFY(evidence);
        QVERIFY(evidence->ok());
        QVERIFY(!(*evidence)->isEmpty());
        QCOMPARE(events(), 200);
    }

    void passwordHasToChange()
    {
        create();
        m_backend->setMustChangePassword(true);
        QVERIFY(signIn().ok());
        QVERIFY(m_session->mustChangePassword());
        QCOMPARE(sync().error().code, Errc::Forbidden);
        std::optional<Result<void>> changed;
        m_session->changePassword(toSecret("correct horse"), toSecret("another long password"), this,
                                  [&](Result<void> r) { changed = r; });
        QTRY_VERIFY(changed);
        QVERIFY(changed->ok());
        QVERIFY(!m_session->mustChangePassword());
        QVERIFY(sync().ok());
    }

    void autoLockCountsFromTheLastActivity()
    {
        create();
        m_session->setAutoLockMinutes(1);
        auto *timer = m_session->findChild<QTimer *>(QStringLiteral("autoLock"));
        QVERIFY(timer && timer->isActive());
        QCOMPARE(timer->interval(), 60'000);
        m_session->setAutoLockMinutes(0);
        QVERIFY(!timer->isActive());
        m_session->setAutoLockMinutes(1);
        QSignalSpy locked(m_session.get(), &ConsoleSession::locked);
        timer->start(1);  // as if the minute were over
        QTRY_COMPARE(locked.count(), 1);
        QCOMPARE(m_session->state(), State::Locked);
    }

    void exportsAreToldOrQueued()
    {
        create();
        QVERIFY(signIn().ok());
        QVERIFY(sync().ok());
        loginlog::ReportRequest request;
        request.format = loginlog::ReportFormat::Csv;
        request.path = m_folder->filePath(QStringLiteral("a.csv"));
        request.exportedBy = QStringLiteral("ann.lee");
        Result<loginlog::ReportResult> result = exportReport(request);
        QVERIFY2(result.ok(), qPrintable(result.ok() ? QString() : result.error().message));
        QCOMPARE(result->notice, loginlog::NoticeState::Delivered);
        QCOMPARE(result->rows, 200);
        QCOMPARE(m_backend->exportKeys().size(), 1);
        m_session->signOut();
        result = exportReport(request);
        QVERIFY(result.ok());
        QCOMPARE(result->notice, loginlog::NoticeState::Queued);
        QVERIFY(signIn().ok());
        const Result<loginlog::SyncReport> report = sync();
        QVERIFY(report.ok());
        QCOMPARE(report->exportsDelivered, 1);
        QCOMPARE(m_backend->exportKeys().size(), 2);
    }

    void thePeopleAreExportedLikeAReport()
    {
        create();
        QVERIFY(signIn().ok());
        QVERIFY(sync().ok());
        people::PersonRow ann;
        ann.user.login = QStringLiteral("ann.lee");
        ann.user.status = UserStatus::Locked;
        loginlog::PeopleRequest request{
            {ann}, loginlog::PeopleColumns::Importable, m_folder->filePath(QStringLiteral("p.csv")), {}};
        const auto run = [&] {
            std::optional<Result<loginlog::ReportResult>> result;
            m_session->exports()->exportPeople(request, this,
                                               [&](Result<loginlog::ReportResult> r) { result = std::move(r); });
            if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000)) qFatal("no answer");
            return *result;
        };
        Result<loginlog::ReportResult> result = run();
        QVERIFY2(result.ok(), qPrintable(result.ok() ? QString() : result.error().message));
        QCOMPARE(result->notice, loginlog::NoticeState::Delivered);
        QCOMPARE(result->rows, 1);
        QCOMPARE(m_backend->exportKeys().size(), 1);
        QFile file(request.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        // A lock is no setting: it is imported as active.
        QCOMPARE(written, QByteArray("login,name,department,email,roles,status\r\nann.lee,,,,,active\r\n"));
        QCOMPARE(result->sha256, QCryptographicHash::hash(written, QCryptographicHash::Sha256));
        m_session->signOut();
        QCOMPARE(run()->notice, loginlog::NoticeState::Queued);
        request.path = m_folder->filePath(QStringLiteral("no/such/p.csv"));
        QVERIFY(!run().ok());
        QVERIFY(signIn().ok());
        QCOMPARE(sync()->exportsDelivered, 1);
        QCOMPARE(m_backend->exportKeys().size(), 2);
    }

    void exportThatCannotBeWrittenLeavesNothing()
    {
        create();
        QVERIFY(signIn().ok());
        QVERIFY(sync().ok());
        loginlog::ReportRequest request;
        request.format = loginlog::ReportFormat::Csv;
        request.path = m_folder->filePath(QStringLiteral("no/such/a.csv"));
        QVERIFY(!exportReport(request).ok());
        QVERIFY(m_backend->exportKeys().isEmpty());
        QVERIFY(!m_session->exports()->isRunning());
    }

    void damagedCacheIsSetAside()
    {
        create();
        m_session->lock();
        std::optional<Result<QString>> aside;
        m_session->setCacheAside(this, [&](Result<QString> r) { aside = std::move(r); });
        QTRY_VERIFY(aside);
        QVERIFY2(aside->ok(), qPrintable(aside->ok() ? QString() : aside->error().message));
        QVERIFY(!m_session->hasCache());
        create();
        QCOMPARE(m_session->state(), State::Offline);
    }

  private:
    std::unique_ptr<ConsoleSession> open() const
    {
        return std::make_unique<ConsoleSession>(*ProfileStore(m_folder->path()).find({}),
                                                ProfileStore(m_folder->path()), m_backend->transport());
    }

    QString create()
    {
        std::optional<Result<NewCache>> made;
        m_session->createCache(toSecret("passphrase"), this, [&](Result<NewCache> r) { made = std::move(r); });
        if (!QTest::qWaitFor([&] { return made.has_value(); }, 30'000) || !made->ok()) qFatal("no cache");
        return QString::fromUtf8((*made)->recoveryKey.toByteArray());
    }

    Result<void> unlock(const char *passphrase)
    {
        std::optional<Result<void>> result;
        m_session->unlockWithPassphrase(toSecret(passphrase), this, [&](Result<void> r) { result = r; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000)) qFatal("no answer");
        return *result;
    }

    Result<net::SessionFacts> signIn(const char *password = "correct horse")
    {
        std::optional<Result<net::SessionFacts>> result;
        m_session->signIn(toSecret(password), {}, this, [&](Result<net::SessionFacts> r) { result = std::move(r); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000)) qFatal("no answer");
        return *result;
    }

    Result<loginlog::SyncReport> sync()
    {
        std::optional<Result<loginlog::SyncReport>> result;
        QObject context;
        connect(m_session.get(), &ConsoleSession::syncFinished, &context,
                [&](const Result<loginlog::SyncReport> &r) { result = r; });
        m_session->startSync();
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000)) qFatal("no end");
        return *result;
    }

    Result<loginlog::ReportResult> exportReport(const loginlog::ReportRequest &request)
    {
        std::optional<Result<loginlog::ReportResult>> result;
        m_session->exports()->start(request, this, [&](Result<loginlog::ReportResult> r) { result = std::move(r); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000)) qFatal("no answer");
        return *result;
    }

    int events()
    {
        std::optional<Result<quint64>> count;
        m_session->events()->count({}, this, [&](Result<quint64> r) { count = r; });
        if (!QTest::qWaitFor([&] { return count.has_value(); }, 30'000)) qFatal("no answer");
        return static_cast<int>(**count);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeBackend> m_backend;
    Profile m_profile;
    std::unique_ptr<ConsoleSession> m_session;
};

QTEST_GUILESS_MAIN(TestConsoleSession)
#include "tst_consolesession.moc"

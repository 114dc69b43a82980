// SPDX-License-Identifier: GPL-3.0-or-later
// What administrators do through a session: when it is offered, what follows a change, what stays for offline.
#include "core/protocol/mfa.h"
#include "core/protocol/role.h"
#include "core/session/consolesession.h"
#include "tests/core/net/fakebackend.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace lw;
using namespace lw::session;
using namespace lw::test;

class TestSessionAdmin : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { static const SecretMemory memory; }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_backend = std::make_unique<FakeBackend>();
        m_backend->appendLogins(20);
        m_backend->intercept([this](const FakeRequest &request) { return answer(request); });
        const ProfileStore store(m_folder->path());
        net::Endpoint endpoint;
        endpoint.base = QUrl(QStringLiteral("https://fake.example.com"));
        const Profile profile =
            store.create(QStringLiteral("Acme"), endpoint, QStringLiteral("acme"), QStringLiteral("ann.lee"));
        m_session = std::make_unique<ConsoleSession>(profile, store, m_backend->transport());
    }

    void cleanup()
    {
        m_session.reset();
        m_backend.reset();
    }

    void servicesLiveWithTheOpenCache()
    {
        QVERIFY(!m_session->access() && !m_session->departures() && !m_session->peopleAdmin() &&
                !m_session->allowlistReplay());
        QVERIFY(m_session->self() && m_session->link());
        create();
        QVERIFY(m_session->access() && m_session->departures() && m_session->peopleAdmin() &&
                m_session->allowlistReplay());
        m_session->lock();
        QVERIFY(!m_session->access() && !m_session->departures() && !m_session->peopleAdmin() &&
                !m_session->allowlistReplay());
        QVERIFY(m_session->self() && m_session->link());
    }

    void onlyWhatMayBeDoneIsOffered()
    {
        create();
        QVERIFY(!m_session->mayDo(Permission::UsersWrite));
        QVERIFY(signIn().ok());
        QVERIFY(m_session->mayDo(Permission::UsersWrite));
        m_session->signOut();
        QVERIFY(!m_session->mayDo(Permission::UsersWrite));
        m_backend->users[0].roles = QStringList{QStringLiteral("auditor")};
        QVERIFY(signIn().ok());
        QVERIFY(!m_session->mayDo(Permission::UsersWrite));
        QVERIFY(m_session->mayDo(Permission::UsersRead));
        m_session->signOut();
        m_backend->setMustChangePassword(true);
        QVERIFY(signIn().ok());
        QVERIFY(!m_session->mayDo(Permission::UsersRead));
    }

    void aLostPermissionIsSeenWithTheNextSync()
    {
        create();
        QVERIFY(signIn().ok());
        m_backend->users[0].roles = QStringList{QStringLiteral("auditor")};
        QVERIFY(sync().ok());
        QVERIFY(!m_session->mayDo(Permission::UsersWrite));
    }

    void changesOfOneMomentAreSyncedOnce()
    {
        create();
        QVERIFY(signIn().ok());
        QVERIFY(sync().ok());
        QSignalSpy started(m_session.get(), &ConsoleSession::syncStarted);
        QSignalSpy changed(m_session.get(), &ConsoleSession::cacheChanged);
        int answers = 0;
        for (int i = 0; i < 3; ++i)
            m_session->access()->createRole(role(), this, [&](const Result<Role> &made) { answers += made ? 1 : 0; });
        QTRY_COMPARE(answers, 3);
        QCOMPARE(started.count(), 0);  // not yet: more may come
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(started.count(), 1);
        QTRY_VERIFY(!m_session->isSyncing());
    }

    void aChangeDuringASyncIsSyncedAfterIt()
    {
        create();
        m_backend->appendLogins(30'000);
        QVERIFY(signIn().ok());
        QSignalSpy finished(m_session.get(), &ConsoleSession::syncFinished);
        m_session->startSync();
        m_session->access()->createRole(role(), this, [](const Result<Role> &) {});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 60'000);
    }

    void aRefusedChangeIsFollowedByNothing()
    {
        create();
        QVERIFY(signIn().ok());
        m_refused = true;
        std::optional<Result<Role>> made;
        m_session->access()->createRole(role(), this, [&](Result<Role> r) { made = std::move(r); });
        QTRY_VERIFY(made);
        QCOMPARE(made->error().code, Errc::Conflict);
        QVERIFY(!m_session->findChild<QTimer *>(QStringLiteral("syncSoon"))->isActive());
    }

    void lockingEndsWhatWasGathered()
    {
        create();
        QVERIFY(signIn().ok());
        std::optional<Result<Role>> made;
        m_session->access()->createRole(role(), this, [&](Result<Role> r) {
            made = std::move(r);
            m_session->lock();
        });
        QTRY_VERIFY(made);
        QVERIFY(!m_session->findChild<QTimer *>(QStringLiteral("syncSoon"))->isActive());
    }

    void offlineShowsWhatWasSynced()
    {
        create();
        QCOMPARE(roles().error().code, Errc::NotFound);
        QVERIFY(signIn().ok());
        QVERIFY(sync().ok());
        m_session->signOut();
        const auto kept = roles();
        QVERIFY2(kept.ok(), qPrintable(kept.ok() ? QString() : kept.error().message));
        QVERIFY(!kept->live);
        QCOMPARE(kept->value, QList<Role>{role()});
        std::optional<Result<Role>> made;
        m_session->access()->createRole(role(), this, [&](Result<Role> r) { made = std::move(r); });
        QTRY_VERIFY(made);
        QCOMPARE(made->error().code, Errc::Network);
    }

    void theSecondFactorComesFirst()
    {
        create();
        m_backend->setMustEnrolMfa(true);
        const auto facts = signIn();
        QVERIFY(facts.ok());
        QVERIFY(facts->mustEnrolMfa);
        QVERIFY(m_session->mustEnrolMfa());
        QVERIFY(!m_session->mayDo(Permission::UsersRead));
        const auto refused = sync();
        QCOMPARE(refused.error().code, Errc::Forbidden);
        QCOMPARE(refused.error().field, QStringLiteral("mustEnrolMfa"));
        QSignalSpy changed(m_session.get(), &ConsoleSession::cacheChanged);
        std::optional<Result<protocol::RecoveryCodes>> codes;
        m_session->self()->confirmMfa(QStringLiteral("123456"), this,
                                      [&](Result<protocol::RecoveryCodes> r) { codes = std::move(r); });
        QTRY_VERIFY(codes);
        QVERIFY2(codes->ok(), qPrintable(codes->ok() ? QString() : codes->error().message));
        QTRY_VERIFY(!m_session->mustEnrolMfa());
        QVERIFY(m_session->mayDo(Permission::UsersRead));
        QTRY_COMPARE(changed.count(), 1);
        m_session->signOut();
        QVERIFY(!m_session->mustEnrolMfa());
    }

    void theSecondFactorWorksBeforeThereIsACache()
    {
        m_backend->setMustEnrolMfa(true);
        QVERIFY(signIn().ok());
        QVERIFY(m_session->mustEnrolMfa());
        m_session->self()->confirmMfa(QStringLiteral("123456"), this, [](const Result<protocol::RecoveryCodes> &) {});
        QTRY_VERIFY(!m_session->mustEnrolMfa());
    }

    void whoMayNotReadTheLogStillGetsThePeople()
    {
        create();
        m_backend->users[0].roles = QStringList{QStringLiteral("billing")};
        QVERIFY(signIn().ok());
        QSignalSpy changed(m_session.get(), &ConsoleSession::cacheChanged);
        QCOMPARE(sync().error().code, Errc::Forbidden);
        QCOMPARE(changed.count(), 1);
        std::optional<Result<people::PeopleList>> list;
        m_session->people()->list(QDateTime::currentDateTimeUtc(), this,
                                  [&](Result<people::PeopleList> r) { list = std::move(r); });
        QTRY_VERIFY(list);
        QVERIFY(list->ok());
        QCOMPARE((*list)->rows.size(), 3);
    }

  private:
    /// Called in the network thread.
    std::optional<FakeReply> answer(const FakeRequest &request)
    {
        if (request.path == QLatin1String("/v1/roles") && request.method == "POST")
            return m_refused ? FakeReply{409,
                                         "{\"type\":\"urn:linewarden:problem:conflict\",\"title\":\"t\","
                                         "\"status\":409,\"detail\":\"taken\",\"field\":\"name\"}",
                                         {},
                                         -1,
                                         false,
                                         {}}
                             : FakeReply{201, protocol::toJson(role()), {}, -1, false, {}};
        if (request.path == QLatin1String("/v1/roles"))
            return FakeReply{200, protocol::toJson(QList<Role>{role()}), {{"ETag", "\"1.1\""}}, -1, false, {}};
        if (request.path == QLatin1String("/v1/me/mfa/confirm")) {
            m_backend->setMustEnrolMfa(false);
            protocol::RecoveryCodes codes;
            for (int i = 0; i < 10; ++i)
                codes.codes.push_back(toSecret("ABCDE-1234" + QByteArray::number(i)));
            return FakeReply{200, protocol::toJson(codes), {}, -1, false, {}};
        }
        return std::nullopt;
    }

    static Role role() { return {QStringLiteral("helpdesk"), {Permission::UsersRead}, false}; }

    void create()
    {
        std::optional<Result<NewCache>> made;
        m_session->createCache(toSecret("passphrase"), this, [&](Result<NewCache> r) { made = std::move(r); });
        if (!QTest::qWaitFor([&] { return made.has_value(); }, 30'000) || !made->ok()) qFatal("no cache");
    }

    Result<net::SessionFacts> signIn()
    {
        std::optional<Result<net::SessionFacts>> result;
        m_session->signIn(toSecret("correct horse"), {}, this,
                          [&](Result<net::SessionFacts> r) { result = std::move(r); });
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

    Result<access::Seen<QList<Role>>> roles()
    {
        std::optional<Result<access::Seen<QList<Role>>>> result;
        m_session->access()->roles(this, [&](Result<access::Seen<QList<Role>>> r) { result = std::move(r); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000)) qFatal("no answer");
        return *result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<ConsoleSession> m_session;
    std::atomic_bool m_refused = false;
};

QTEST_GUILESS_MAIN(TestSessionAdmin)
#include "tst_sessionadmin.moc"

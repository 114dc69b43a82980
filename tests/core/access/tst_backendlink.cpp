// SPDX-License-Identifier: GPL-3.0-or-later
// What a page gets while online, while offline, and while the back end does not answer; and what is kept of it.
#include "tests/core/access/linkfixture.h"

using namespace lw;
using namespace lw::access;
using namespace lw::test;

using Kept = BackendLink::Kept;

class TestBackendLink : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { static const SecretMemory memory; }
    void init()
    {
        m = std::make_unique<LinkFixture>();
        m->signIn();
    }
    void cleanup() { m.reset(); }

    void onlineAsksAndKeeps()
    {
        m->reply("GET", m_path, 200, "{\"roles\":[]}", "\"1.1\"");
        const Result<Kept> seen = read();
        QVERIFY(seen.ok());
        QVERIFY(seen->live);
        QCOMPARE(seen->body, QByteArray("{\"roles\":[]}"));
        QCOMPARE(seen->etag, QByteArray("\"1.1\""));
        QVERIFY(seen->asOf.secsTo(QDateTime::currentDateTimeUtc()) < 60);
        QTRY_VERIFY(m->kept(m_name).has_value());
        QCOMPARE(m->kept(m_name)->body, seen->body);
        QVERIFY(m->header("If-None-Match").isEmpty());
    }

    void unchangedComesFromTheCacheWithItsNewAge()
    {
        m->keep(m_name, "old body", "\"1.1\"", m_past);
        m->reply("GET", m_path, 304);
        const Result<Kept> seen = read();
        QVERIFY(seen.ok());
        QVERIFY(seen->live);
        QCOMPARE(seen->body, QByteArray("old body"));
        QCOMPARE(seen->etag, QByteArray("\"1.1\""));
        QCOMPARE(m->header("If-None-Match"), QByteArray("\"1.1\""));
        QTRY_VERIFY(m->kept(m_name)->asOf > m_past);
    }

    void offlineGivesWhatIsKept()
    {
        m->keep(m_name, "old body", "\"1.1\"", m_past);
        m->online = false;
        QVERIFY(!m->link->isOnline());
        const Result<Kept> seen = read();
        QVERIFY(seen.ok());
        QVERIFY(!seen->live);
        QCOMPARE(seen->asOf, m_past);
        QCOMPARE(m->backend.count("GET", m_path), 0);
    }

    void offlineAndNeverSeen()
    {
        m->online = false;
        QCOMPARE(read().error().code, Errc::NotFound);
        m->locked = true;
        QCOMPARE(read().error().code, Errc::NotFound);
    }

    void lockedButOnlineAsks()
    {
        m->locked = true;
        m->reply("GET", m_path, 200, "fresh");
        const Result<Kept> seen = read();
        QVERIFY(seen.ok() && seen->live);
        m->locked = false;
        QVERIFY(!m->kept(m_name).has_value());
    }

    void silenceFallsBack_data()
    {
        QTest::addColumn<Errc>("broken");
        QTest::addColumn<bool>("isKept");
        QTest::addColumn<bool>("ok");
        QTest::newRow("no answer, something kept") << Errc::Timeout << true << true;
        QTest::newRow("no answer, nothing kept") << Errc::Timeout << false << false;
        QTest::newRow("no longer trusted") << Errc::Tls << true << false;
    }

    void silenceFallsBack()
    {
        QFETCH(Errc, broken);
        QFETCH(bool, isKept);
        QFETCH(bool, ok);
        if (isKept) m->keep(m_name, "old body", "\"1.1\"", m_past);
        m->breakOff("GET", m_path, broken);
        const Result<Kept> seen = read();
        QCOMPARE(seen.ok(), ok);
        if (ok)
            QVERIFY(!seen->live && seen->asOf == m_past);
        else
            QCOMPARE(seen.error().code, broken);
    }

    void aRefusalIsNoSilence()
    {
        m->keep(m_name, "old body", "\"1.1\"", m_past);
        m->refuse("GET", m_path, 403, "forbidden");
        QCOMPARE(read().error().code, Errc::Forbidden);
    }

    void changesNeedTheBackEnd()
    {
        m->online = false;
        const Result<net::ApiReply> refused = change("PUT");
        QCOMPARE(refused.error().code, Errc::Network);
        QCOMPARE(m->changes, 0);
    }

    void acceptedChangesAreTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("changes");
        QTest::newRow("done") << 200 << 1;
        QTest::newRow("done, no body") << 204 << 1;
        QTest::newRow("stale") << 412 << 0;
        QTest::newRow("refused") << 403 << 0;
    }

    void acceptedChangesAreTold()
    {
        QFETCH(int, status);
        QFETCH(int, changes);
        m->reply("PUT", m_path, status, status == 204 ? QByteArray() : QByteArray("{}"));
        QCOMPARE(change("PUT").ok(), changes == 1);
        QCOMPARE(m->changes, changes);
    }

    void aChangeIsToldThoughItsAskerIsGone()
    {
        m->reply("PUT", m_path, 200, "{}");
        auto asker = std::make_unique<QObject>();
        net::ApiCall call;
        call.method = "PUT";
        call.path = m_path;
        bool answered = false;
        m->link->change(std::move(call), asker.get(), [&](const Result<net::ApiReply> &) { answered = true; });
        asker.reset();
        QTRY_COMPARE(m->changes, 1);
        QVERIFY(!answered);
    }

    void theAnswerMayEndTheLink()
    {
        m->reply("PUT", m_path, 200, "{}");
        net::ApiCall call;
        call.method = "PUT";
        call.path = m_path;
        bool answered = false;
        m->link->change(std::move(call), this, [&](const Result<net::ApiReply> &) {
            answered = true;
            m->link.reset();
        });
        QTRY_VERIFY(answered);
        QTest::qWait(0);
        QCOMPARE(m->changes, 0);
    }

  private:
    Result<Kept> read()
    {
        return answerOf<Kept>([this](QObject *context, Callback<Kept> done) {
            m->link->read(m_name, m_path, 1024 * 1024, context, std::move(done));
        });
    }
    Result<net::ApiReply> change(const char *method)
    {
        return answerOf<net::ApiReply>([&](QObject *context, Callback<net::ApiReply> done) {
            net::ApiCall call;
            call.method = method;
            call.path = m_path;
            m->link->change(std::move(call), context, std::move(done));
        });
    }

    const QString m_name = cache::snapshotname::roles;
    const QString m_path = QStringLiteral("/v1/roles");
    const QDateTime m_past = QDateTime(QDate(2026, 10, 1), QTime(9, 0), Qt::UTC);
    std::unique_ptr<LinkFixture> m;
};

QTEST_GUILESS_MAIN(TestBackendLink)
#include "tst_backendlink.moc"

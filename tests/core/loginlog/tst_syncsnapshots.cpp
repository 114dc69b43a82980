// SPDX-License-Identifier: GPL-3.0-or-later
// What a sync keeps besides people and log, for whom, and that it asks for the rest only when something changed.
#include "core/cache/persontable.h"
#include "core/cache/snapshottable.h"
#include "tests/core/loginlog/cachefixture.h"

#include <atomic>

using namespace lw;
using namespace lw::loginlog;
using namespace lw::test;
namespace names = lw::cache::snapshotname;

class TestSyncSnapshots : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { static const SecretMemory memory; }
    void init()
    {
        m_status = 200;
        m_unchanged = 0;
        m = std::make_unique<CacheFixture>();
        m->backend.appendLogins(5);
        m->signIn();
        m->backend.intercept([this](const FakeRequest &request) { return answer(request); });
    }
    void cleanup() { m.reset(); }

    void allOfThemWithTheirTags()
    {
        QVERIFY(m->sync().ok());
        for (const QLatin1String name :
             {names::roles, names::departures, names::network, names::blocks, names::devices}) {
            const auto snapshot = kept(name);
            QVERIFY2(snapshot.has_value(), name.data());
            QVERIFY(snapshot->body.contains("answer of /v1/"));
            QCOMPARE(snapshot->etag, m_tag);
            QVERIFY(snapshot->asOf.isValid());
        }
        QCOMPARE(kept(names::blocks)->body, QByteArray("answer of /v1/network/blocks"));
    }

    void unchangedOnesStay()
    {
        QVERIFY(m->sync().ok());
        const auto before = kept(names::network);
        QVERIFY(m->sync().ok());
        QCOMPARE(m_unchanged, 5);
        const auto after = kept(names::network);
        QCOMPARE(after->body, before->body);
        QVERIFY(after->asOf >= before->asOf);
    }

    void withoutThePermissionNothingIsAskedOrKept()
    {
        QVERIFY(m->sync().ok());
        m->backend.users[0].roles = QStringList{QStringLiteral("billing")};  // sees people, and no more
        const int asked = m->backend.count("GET", QStringLiteral("/v1/network"));
        QCOMPARE(m->sync().error().code, Errc::Forbidden);
        QVERIFY(!kept(names::roles) && !kept(names::network) && !kept(names::blocks) && !kept(names::departures));
        QVERIFY(kept(names::devices).has_value());
        QCOMPARE(m->backend.count("GET", QStringLiteral("/v1/network")), asked);
        QCOMPARE(cache::PersonTable(*m->connect()).all()->size(), 3);
    }

    void anOlderBackEndIsSyncedAllTheSame_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("ok");
        QTest::newRow("does not know it") << 404 << true;
        QTest::newRow("cannot") << 501 << true;
        QTest::newRow("role changed meanwhile") << 403 << true;
        QTest::newRow("fails") << 500 << false;
    }

    void anOlderBackEndIsSyncedAllTheSame()
    {
        QFETCH(int, status);
        QFETCH(bool, ok);
        m_status = status;
        const auto report = m->sync();
        QCOMPARE(report.ok(), ok);
        QVERIFY(!kept(names::roles));
        if (ok) QCOMPARE(report->totalEvents, 5);
    }

    void whoseSyncItWasIsTold()
    {
        const auto report = m->sync();
        QVERIFY(report.ok() && report->me);
        QCOMPARE(report->me->user.login, QStringLiteral("ann.lee"));
        QVERIFY(report->me->permissions.contains(Permission::NetworkWrite));
    }

  private:
    /// Called in the network thread.
    std::optional<FakeReply> answer(const FakeRequest &request)
    {
        static const QStringList paths{QStringLiteral("/v1/roles"), QStringLiteral("/v1/departures"),
                                       QStringLiteral("/v1/network"), QStringLiteral("/v1/network/blocks"),
                                       QStringLiteral("/v1/devices")};
        if (!paths.contains(request.path)) return std::nullopt;
        if (m_status != 200) return FakeReply{m_status, {}, {}, -1, false, {}};
        if (net::headerValue(request.headers, "If-None-Match") == m_tag) {
            ++m_unchanged;
            return FakeReply{304, {}, {}, -1, false, {}};
        }
        return FakeReply{200, "answer of " + request.path.toUtf8(), {{"ETag", m_tag}}, -1, false, {}};
    }
    std::optional<cache::Snapshot> kept(const QString &name)
    {
        return cache::SnapshotTable(*m->connect()).find(name).value();
    }

    const QByteArray m_tag = "\"1.2\"";
    std::atomic_int m_status = 200;
    std::atomic_int m_unchanged = 0;
    std::unique_ptr<CacheFixture> m;
};

QTEST_GUILESS_MAIN(TestSyncSnapshots)
#include "tst_syncsnapshots.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/departures/departureservice.h"
#include "tests/core/access/linkfixture.h"

using namespace lw;
using namespace lw::departures;
using namespace lw::test;

class TestDepartureService : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { static const SecretMemory memory; }
    void init()
    {
        m = std::make_unique<LinkFixture>();
        m->signIn();
        m_service = std::make_unique<DepartureService>(*m->link);
    }
    void cleanup()
    {
        m_service.reset();
        m.reset();
    }

    void listOnlineAndOffline()
    {
        const QList<Departure> cases{proved()};
        m->reply("GET", QStringLiteral("/v1/departures"), 200, protocol::toJson(cases), "\"d\"");
        const Result<Seen> seen = list();
        QVERIFY2(seen.ok(), qPrintable(seen.ok() ? QString() : seen.error().message));
        QCOMPARE(seen->value, cases);
        QVERIFY(seen->live);
        QTRY_VERIFY(m->kept(cache::snapshotname::departures).has_value());
        m->online = false;
        const Result<Seen> kept = list();
        QVERIFY(kept.ok());
        QCOMPARE(kept->value, cases);
        QVERIFY(!kept->live);
    }

    void openingManyIsOneRequest()
    {
        const QList<Departure> cases{proved()};
        m->reply("POST", QStringLiteral("/v1/departures"), 201, protocol::toJson(cases));
        const QList<protocol::NewDeparture> wanted{
            {QStringLiteral("usr_1"), DepartureKind::Departure, m_at, {}, {}, QStringLiteral("left")},
            {QStringLiteral("usr_2"),
             DepartureKind::Reassignment,
             m_at,
             m_at.addSecs(60),
             {QStringLiteral("user")},
             QStringLiteral("moved to sales")}};
        const auto opened = answerOf<QList<Departure>>([&](QObject *context, Callback<QList<Departure>> done) {
            m_service->open(wanted, context, std::move(done));
        });
        QVERIFY2(opened.ok(), qPrintable(opened.ok() ? QString() : opened.error().message));
        QCOMPARE(*opened, cases);
        QCOMPARE(*protocol::newDeparturesFromJson(m->last.body), wanted);
        QVERIFY(!m->header("Idempotency-Key").isEmpty());
        QCOMPARE(m->changes, 1);
    }

    void theLastOwnerStays()
    {
        m->refuse("POST", QStringLiteral("/v1/departures"), 409, "conflict", "userId");
        const auto opened = answerOf<QList<Departure>>([&](QObject *context, Callback<QList<Departure>> done) {
            m_service->open({{QStringLiteral("usr_1"), DepartureKind::Departure, m_at, {}, {}, {}}}, context,
                            std::move(done));
        });
        QCOMPARE(opened.error().code, Errc::Conflict);
        QCOMPARE(opened.error().field, QStringLiteral("userId"));
        QCOMPARE(m->changes, 0);
    }

    void withdrawAndProbe()
    {
        m->reply("DELETE", QStringLiteral("/v1/departures/dep_1"), 204);
        QVERIFY(answerOf<void>([&](QObject *context, Callback<void> done) {
                    m_service->withdraw(QStringLiteral("dep_1"), context, std::move(done));
                }).ok());
        m->reply("POST", QStringLiteral("/v1/departures/dep_1/probe"), 200, protocol::toJson(proved()));
        const auto probed = answerOf<Departure>([&](QObject *context, Callback<Departure> done) {
            m_service->probe(QStringLiteral("dep_1"), context, std::move(done));
        });
        QVERIFY2(probed.ok(), qPrintable(probed.ok() ? QString() : probed.error().message));
        QCOMPARE(*probed, proved());
        QCOMPARE(m->changes, 2);
    }

    void anotherShapeBreaksTheContract()
    {
        m->reply("POST", QStringLiteral("/v1/departures/dep_1/probe"), 200, "{\"id\":\"dep_1\"}");
        const auto probed = answerOf<Departure>([&](QObject *context, Callback<Departure> done) {
            m_service->probe(QStringLiteral("dep_1"), context, std::move(done));
        });
        QCOMPARE(probed.error().code, Errc::Protocol);
    }

  private:
    using Seen = access::Seen<QList<Departure>>;

    Result<Seen> list()
    {
        return answerOf<Seen>(
            [this](QObject *context, Callback<Seen> done) { m_service->list(context, std::move(done)); });
    }
    Departure proved() const
    {
        Departure departure;
        departure.id = QStringLiteral("dep_1");
        departure.userId = QStringLiteral("usr_1");
        departure.login = QStringLiteral("bruno.costa");
        departure.displayName = QStringLiteral("Bruno Costa");
        departure.state = DepartureState::Proved;
        departure.departedAt = m_at;
        departure.effectiveAt = m_at;
        departure.reason = QStringLiteral("left");
        departure.createdAt = m_at;
        departure.createdBy = QStringLiteral("ann.lee");
        departure.executedAt = m_at.addSecs(2);
        departure.sessionsEnded = 3;
        departure.devicesRevoked = 2;
        departure.probes = {{QStringLiteral("login"), true, QStringLiteral("Sign-in was refused."), m_at.addSecs(3)}};
        departure.provedAt = m_at.addSecs(3);
        return departure;
    }

    const QDateTime m_at = QDateTime(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);
    std::unique_ptr<LinkFixture> m;
    std::unique_ptr<DepartureService> m_service;
};

QTEST_GUILESS_MAIN(TestDepartureService)
#include "tst_departureservice.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/routes/testapi.h"

#include <thread>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

QJsonObject notice()
{
    return {{QStringLiteral("report"), QStringLiteral("login-activity")},
            {QStringLiteral("format"), QStringLiteral("csv")},
            {QStringLiteral("filter"), QStringLiteral("since:7d outcome:failure")},
            {QStringLiteral("rows"), 1234},
            {QStringLiteral("sha256"), QString(64, QLatin1Char('b'))},
            {QStringLiteral("exportedAt"), QStringLiteral("2026-11-18T11:00:00.000Z")},
            {QStringLiteral("checkpointSize"), 1}};
}

}  // namespace

class TestExportRoutes : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    QByteArray m_token;

    Answer send(const QJsonObject &body, const QByteArray &key = "k1")
    {
        return m_api->post("/v1/audit/exports", m_token, body, key);
    }

  private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<TestApi>();
        m_acme = m_api->addCustomer(QStringLiteral("acme"));
        m_api->addUser(m_acme, QStringLiteral("ann"));
        m_token = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
    }
    void cleanup() { m_api.reset(); }

    void anExportBecomesAnEvent()
    {
        const Answer answer = send(notice());
        QCOMPARE(answer.status, 201);
        const AuditEvent event = m_api->events(m_acme).back();
        QCOMPARE(answer.json().value(QLatin1String("eventId")).toString(), event.id);
        QCOMPARE(event.kind, EventKind::ReportExported);
        QCOMPARE(event.time, noon);
        QCOMPARE(event.actor.name, QStringLiteral("ann"));
        QCOMPARE(event.object.name, QStringLiteral("login-activity"));
        for (const char *part : {"1234 rows", "csv", "2026-11-18T11:00:00.000Z", "since:7d outcome:failure", "bbbb"})
            QVERIFY2(event.detail.contains(QLatin1String(part)), part);
    }

    void aRepeatedNoticeCountsOnce()
    {
        const Answer first = send(notice());
        m_api->clock.advanceMs(3600 * 1000 / 5);
        const Answer again = send(notice());
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.headers.value("content-type"), first.headers.value("content-type"));
        QCOMPARE(m_api->story(m_acme).count(QStringLiteral("report.exported/success")), 1);
        QCOMPARE(send(notice(), "k2").status, 201);
        QCOMPARE(m_api->story(m_acme).count(QStringLiteral("report.exported/success")), 2);
    }

    void aKeyIsForOneRequest()
    {
        QCOMPARE(send(notice()).status, 201);
        QJsonObject other = notice();
        other.insert(QStringLiteral("rows"), 5);
        const Answer conflict = send(other);
        QCOMPARE(conflict.status, 409);
        QCOMPARE(conflict.problem(), QStringLiteral("conflict"));
        QCOMPARE(conflict.field(), QStringLiteral("Idempotency-Key"));
    }

    void keysBelongToAPerson()
    {
        QCOMPARE(send(notice()).status, 201);
        m_api->addUser(m_acme, QStringLiteral("bob"));
        m_token = m_api->token(QStringLiteral("acme"), QStringLiteral("bob"));
        QCOMPARE(send(notice()).status, 201);
        QCOMPARE(m_api->story(m_acme).count(QStringLiteral("report.exported/success")), 2);
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("report") << QStringLiteral("report") << QJsonValue(QStringLiteral("Login Activity"));
        QTest::newRow("format") << QStringLiteral("format") << QJsonValue(7);
        QTest::newRow("rows") << QStringLiteral("rows") << QJsonValue(-1);
        QTest::newRow("sha256") << QStringLiteral("sha256") << QJsonValue(QStringLiteral("abc"));
        QTest::newRow("time") << QStringLiteral("exportedAt") << QJsonValue(QStringLiteral("yesterday"));
        QTest::newRow("future") << QStringLiteral("exportedAt")
                                << QJsonValue(QStringLiteral("2026-11-18T12:05:01.000Z"));
        QTest::newRow("size") << QStringLiteral("checkpointSize") << QJsonValue(2);
        QTest::newRow("filter") << QStringLiteral("filter") << QJsonValue(QString(5000, QLatin1Char('x')));
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QJsonObject body = notice();
        body.insert(field, value);
        const Answer answer = send(body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), field);
        QCOMPARE(m_api->story(m_acme).size(), 1);
        QCOMPARE(send(notice()).status, 201);
    }

    void aClockALittleFastIsForgiven()
    {
        QJsonObject body = notice();
        body.insert(QStringLiteral("exportedAt"), QStringLiteral("2026-11-18T12:05:00.000Z"));
        QCOMPARE(send(body).status, 201);
    }

    void aBodyOverTheLimitIsRefused()
    {
        const Answer answer = m_api->call(
            {"POST", "/v1/audit/exports", m_token, QByteArray(1024 * 1024 + 1, ' '), "Idempotency-Key: k\r\n"});
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.problem(), QStringLiteral("too-large"));
    }
};

QTEST_GUILESS_MAIN(TestExportRoutes)
#include "tst_routes_exports.moc"

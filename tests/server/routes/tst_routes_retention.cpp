// SPDX-License-Identifier: GPL-3.0-or-later
// Retention, holds, purges and people's data, on the real server.
#include "core/protocol/retention.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

class RetentionApi : public TestApi {
  public:
    Customer acme = addCustomer(QStringLiteral("acme"));
    User olga = addUser(acme, QStringLiteral("olga"), QStringLiteral("owner"));
    QByteArray owner = token(acme.slug, QStringLiteral("olga"));

    Answer put(const QJsonObject &rules, const QByteArray &tag = "*")
    {
        return change("PUT", "/v1/retention", owner, rules, tag);
    }
    Answer keyed(const QByteArray &target, const QJsonObject &body)
    {
        return post(target, owner, body, "k" + QByteArray::number(++m_keys));
    }

  private:
    int m_keys = 0;
};

QJsonObject days(const char *name, const QJsonValue &value)
{
    return {{QLatin1String(name), value}};
}

}  // namespace

class TestRoutesRetention : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rulesAreChangedByTheirTag()
    {
        RetentionApi api;
        const Answer first = api.get("/v1/retention", api.owner);
        QCOMPARE(first.status, 200);
        QVERIFY(first.json().value(QLatin1String("rules")).toObject().isEmpty());
        QVERIFY(!first.json().contains(QLatin1String("nextRunAt")));
        const QByteArray tag = first.headers.value("etag");
        QCOMPARE(api.get("/v1/retention", api.owner, "If-None-Match: " + tag + "\r\n").status, 304);
        QCOMPARE(api.put(days("loginLogDays", 400), {}).status, 428);
        const Answer changed = api.put(days("loginLogDays", 400), tag);
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json().value(QLatin1String("rules")).toObject(), days("loginLogDays", 400));
        QCOMPARE(changed.json().value(QLatin1String("nextRunAt")).toString(),
                 QStringLiteral("2026-11-18T13:00:00.000Z"));
        QCOMPARE(api.put(days("loginLogDays", 300), tag).status, 412);
        // When it runs is no part of what is edited: a run in between spoils no edit.
        QCOMPARE(api.keyed("/v1/retention/runs", {}).status, 202);
        must(api.services->purger.round());
        QVERIFY(api.get("/v1/retention", api.owner).json().contains(QLatin1String("lastRun")));
        QCOMPARE(api.put(days("loginLogDays", 300), changed.headers.value("etag")).status, 200);
        const AuditEvent told = api.events(api.acme).back();
        QCOMPARE(told.kind, EventKind::RetentionChanged);
        QCOMPARE(*told.before, days("loginLogDays", 400));
        QCOMPARE(*told.after, days("loginLogDays", 300));
        // The same again is no change.
        const size_t events = api.events(api.acme).size();
        QCOMPARE(api.put(days("loginLogDays", 300)).status, 200);
        QCOMPARE(api.events(api.acme).size(), events);
    }

    void wrongRulesAreRefusedWhole_data()
    {
        QTest::addColumn<QJsonObject>("rules");
        QTest::addColumn<QString>("field");
        QTest::newRow("nothing is kept") << days("auditLogDays", 0) << QStringLiteral("auditLogDays");
        QTest::newRow("below zero") << days("reportsDays", -1) << QStringLiteral("reportsDays");
        QTest::newRow("a century and more") << days("loginLogDays", 36'501) << QStringLiteral("loginLogDays");
        QTest::newRow("a week of calls") << days("callRecordsDays", 7) << QStringLiteral("callRecordsDays");
        QTest::newRow("1e30") << days("loginLogDays", 1e30) << QStringLiteral("loginLogDays");
        QTest::newRow("half a day") << days("loginLogDays", 0.5) << QStringLiteral("loginLogDays");
        QTest::newRow("text") << days("loginLogDays", QStringLiteral("90")) << QStringLiteral("loginLogDays");
    }
    void wrongRulesAreRefusedWhole()
    {
        QFETCH(QJsonObject, rules);
        QFETCH(QString, field);
        RetentionApi api;
        QJsonObject both = rules;
        if (!both.contains(QLatin1String("auditLogDays"))) both.insert(QStringLiteral("auditLogDays"), 400);
        const Answer answer = api.put(both);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), field);
        QCOMPARE(api.keyed("/v1/retention/preview", both).status, 400);
        QVERIFY(api.get("/v1/retention", api.owner).json().value(QLatin1String("rules")).toObject().isEmpty());
    }

    void aHoldIsPlacedOnceAndReleasedOnce()
    {
        RetentionApi api;
        const QJsonObject wish{{QStringLiteral("subject"), QStringLiteral("number")},
                               {QStringLiteral("value"), QStringLiteral("020 7946 0001")},
                               {QStringLiteral("reason"), QStringLiteral(" A dispute ")}};
        QCOMPARE(api.post("/v1/retention/holds", api.owner, wish).status, 400);
        const Answer placed = api.post("/v1/retention/holds", api.owner, wish, "once");
        QCOMPARE(placed.status, 201);
        QCOMPARE(placed.json().value(QLatin1String("value")).toString(), QStringLiteral("+442079460001"));
        QCOMPARE(placed.json().value(QLatin1String("reason")).toString(), QStringLiteral("A dispute"));
        QCOMPARE(placed.json().value(QLatin1String("createdBy")).toString(), QStringLiteral("olga"));
        QCOMPARE(api.post("/v1/retention/holds", api.owner, wish, "once").body, placed.body);
        const auto holds = [&api] {
            return api.get("/v1/retention/holds", api.owner).json().value(QLatin1String("holds")).toArray();
        };
        QCOMPARE(holds().size(), 1);
        const QByteArray path = "/v1/retention/holds/" + placed.json().value(QLatin1String("id")).toString().toLatin1();
        QCOMPARE(api.change("DELETE", path, api.owner, {}).status, 204);
        QCOMPARE(api.change("DELETE", path, api.owner, {}).status, 404);
        QCOMPARE(holds().size(), 1);
        QCOMPARE(holds()[0].toObject().value(QLatin1String("releasedBy")).toString(), QStringLiteral("olga"));
        const std::vector<AuditEvent> events = api.events(api.acme);
        QCOMPARE(events[events.size() - 2].kind, EventKind::HoldPlaced);
        QCOMPARE(events[events.size() - 2].detail, QStringLiteral("A dispute"));
        QCOMPARE(events.back().kind, EventKind::HoldReleased);
    }

    void wrongHoldsNameTheirField_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::newRow("nobody of ours") << QByteArray("{\"subject\":\"person\",\"value\":\"usr_x\",\"reason\":\"r\"}")
                                        << QStringLiteral("value");
        QTest::newRow("no subject") << QByteArray("{\"value\":\"usr_x\",\"reason\":\"r\"}")
                                    << QStringLiteral("subject");
        QTest::newRow("another subject") << QByteArray("{\"subject\":\"team\",\"value\":\"x\",\"reason\":\"r\"}")
                                         << QStringLiteral("subject");
        QTest::newRow("no reason") << QByteArray("{\"subject\":\"number\",\"value\":\"+442079460001\"}")
                                   << QStringLiteral("reason");
        QTest::newRow("an instant that is none")
            << QByteArray("{\"subject\":\"period\",\"from\":\"yesterday\",\"reason\":\"r\"}") << QStringLiteral("from");
        QTest::newRow("the wrong way round") << QByteArray(
                                                    "{\"subject\":\"period\",\"from\":\"2026-01-02T00:00:00Z\","
                                                    "\"until\":\"2026-01-01T00:00:00Z\",\"reason\":\"r\"}")
                                             << QStringLiteral("until");
    }
    void wrongHoldsNameTheirField()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        RetentionApi api;
        const Answer answer = api.call({"POST", "/v1/retention/holds", api.owner, body, "Idempotency-Key: once\r\n"});
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), field);
        QVERIFY(api.get("/v1/retention/holds", api.owner).json().value(QLatin1String("holds")).toArray().isEmpty());
    }

    void whatAPreviewSaysThePurgeDoes()
    {
        RetentionApi api;
        for (int i = 0; i < 10; ++i)
            must(api.services->audit.append(api.acme.id,
                                            loginEvent(QStringLiteral("old"), noon.addDays(-400).addSecs(i))));
        const Answer preview = api.keyed("/v1/retention/preview", days("loginLogDays", 365));
        QCOMPARE(preview.status, 200);
        const QJsonObject count = preview.json().value(QLatin1String("counts")).toArray()[0].toObject();
        QCOMPARE(count.value(QLatin1String("removed")).toInt(), 10);
        QCOMPARE(count.value(QLatin1String("oldest")).toString(), QStringLiteral("2025-10-14T12:00:00.000Z"));
        QVERIFY(api.get("/v1/audit/purges", api.owner).json().value(QLatin1String("ranges")).toArray().isEmpty());
        QCOMPARE(api.keyed("/v1/retention/runs", {}).status, 409);
        QCOMPARE(api.put(days("loginLogDays", 365)).status, 200);
        const Answer begun = api.keyed("/v1/retention/runs", {});
        QCOMPARE(begun.status, 202);
        QVERIFY(!begun.json().contains(QLatin1String("finishedAt")));
        QCOMPARE(api.keyed("/v1/retention/runs", {}).status, 409);
        must(api.services->purger.round());
        const QJsonArray runs = api.get("/v1/retention/runs", api.owner).json().value(QLatin1String("runs")).toArray();
        QCOMPARE(runs.size(), 1);
        QCOMPARE(runs[0].toObject().value(QLatin1String("counts")).toArray()[0].toObject(), count);
        const QJsonArray ranges =
            api.get("/v1/audit/purges?after=0", api.owner).json().value(QLatin1String("ranges")).toArray();
        QCOMPARE(ranges.size(), 3);
        QCOMPARE(ranges[2].toInt() - ranges[1].toInt(), 9);
        QVERIFY(
            api.get("/v1/audit/purges?after=1", api.owner).json().value(QLatin1String("ranges")).toArray().isEmpty());
        QCOMPARE(api.get("/v1/audit/purges?after=-1", api.owner).status, 400);
        QCOMPARE(api.get("/v1/audit/purges?since=1", api.owner).status, 400);
        QVERIFY(api.get("/v1/audit/events", api.owner).body.contains("{\"purged\":\""));
    }

    void aPersonsDataIsOneDocumentAndErasureTakesItAway()
    {
        RetentionApi api;
        User ann = api.addUser(api.acme, QStringLiteral("ann.lee"), QStringLiteral("user"));
        must(api.services->audit.append(api.acme.id, loginEvent(QStringLiteral("ann.lee"), noon.addDays(-1))));
        const QByteArray base = "/v1/users/" + ann.id.toLatin1();
        const Answer data = api.get(base + "/data", api.owner);
        QCOMPARE(data.status, 200);
        QCOMPARE(data.json().value(QLatin1String("events")).toArray().size(), 2);
        const QJsonObject why = days("reason", QStringLiteral("By letter"));
        QCOMPARE(api.keyed(base + "/erasure", why).status, 409);
        ann.status = UserStatus::Disabled;
        api.update(ann);
        QCOMPARE(api.keyed(base + "/erasure", {}).field(), QStringLiteral("reason"));
        const Answer erased = api.post(base + "/erasure", api.owner, why, "erase");
        QCOMPARE(erased.status, 202);
        QCOMPARE(api.post(base + "/erasure", api.owner, why, "erase").body, erased.body);
        must(api.services->purger.round());
        QVERIFY(!api.get("/v1/audit/events", api.owner).body.contains("ann.lee"));
        QVERIFY(!api.get("/v1/users", api.owner).body.contains("ann.lee"));
        QCOMPARE(api.get("/v1/users/usr_x/data", api.owner).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestRoutesRetention)
#include "tst_routes_retention.moc"

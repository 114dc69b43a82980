// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/departure.h"
#include "core/protocol/limits.h"
#include "core/protocol/livesession.h"
#include "core/util/time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lw;
using namespace lw::protocol;

namespace {

const QDateTime at = fromRfc3339(u"2026-11-18T12:00:00.418Z");

Departure fullDeparture()
{
    Departure departure;
    departure.id = QStringLiteral("dep_1");
    departure.userId = QStringLiteral("usr_1");
    departure.login = QStringLiteral("ann");
    departure.displayName = QStringLiteral("Ann L\u00e9e");
    departure.kind = DepartureKind::Reassignment;
    departure.state = DepartureState::ProofFailed;
    departure.departedAt = at;
    departure.effectiveAt = at.addSecs(60);
    departure.newRoles = {QStringLiteral("auditor"), QStringLiteral("billing")};
    departure.reason = QStringLiteral("moves to accounts");
    departure.createdAt = at.addDays(-1);
    departure.createdBy = QStringLiteral("owner");
    departure.executedAt = at.addSecs(61);
    departure.sessionsEnded = 3;
    departure.devicesRevoked = 2;
    departure.probes = {{QStringLiteral("tokens"), false, QStringLiteral("1 is still valid."), at.addSecs(62)},
                        {QStringLiteral("roles"), true, QString(), at.addSecs(62)}};
    departure.provedAt = at.addSecs(63);
    return departure;
}

Departure smallestDeparture()
{
    Departure departure;
    departure.id = QStringLiteral("dep_2");
    departure.userId = QStringLiteral("usr_2");
    departure.login = QStringLiteral("bob");
    departure.departedAt = departure.effectiveAt = departure.createdAt = at;
    departure.createdBy = QStringLiteral("owner");
    return departure;
}

LiveSession session()
{
    return {QStringLiteral("ses_1"), QStringLiteral("usr_1"), QStringLiteral("ann"), QStringLiteral("Ann"),     at,
            at.addSecs(5),           at.addSecs(905),         QStringLiteral("::1"), QStringLiteral("console"), true};
}

QByteArray without(const QByteArray &json, const QString &member)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    object.remove(member);
    return QJsonDocument(object).toJson();
}

QByteArray with(const QByteArray &json, const QString &member, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    object.insert(member, value);
    return QJsonDocument(object).toJson();
}

}  // namespace

class TestDepartureMessages : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void departures();
    void requests();
    void refusedRequests_data();
    void refusedRequests();
    void missingMembers_data();
    void missingMembers();
    void sessions();
};

void TestDepartureMessages::departures()
{
    for (const Departure &one : {fullDeparture(), smallestDeparture()}) {
        const auto read = departureFromJson(toJson(one));
        QVERIFY2(read.ok(), qUtf8Printable(read.ok() ? QString() : read.error().message));
        QVERIFY(*read == one);
    }
    const QList<Departure> list{fullDeparture(), smallestDeparture()};
    QVERIFY(departuresFromJson(toJson(list)).value() == list);
    QVERIFY(departuresFromJson(toJson(QList<Departure>())).value().isEmpty());
    QVERIFY(!toJson(fullDeparture()).contains("token_hash"));
    const auto unknown =
        departureFromJson(with(toJson(fullDeparture()), QStringLiteral("state"), QStringLiteral("odd")));
    QCOMPARE(unknown.error().code, Errc::Protocol);
    QVERIFY(unknown.error().field.contains(QLatin1String("state")));
}

void TestDepartureMessages::requests()
{
    const QList<NewDeparture> list{{QStringLiteral("usr_1"), DepartureKind::Departure, at, {}, {}, {}},
                                   {QStringLiteral("usr_2"),
                                    DepartureKind::Reassignment,
                                    at,
                                    at.addSecs(7),
                                    {QStringLiteral("auditor")},
                                    QStringLiteral("promoted")}};
    QVERIFY(newDeparturesFromJson(toJson(list)).value() == list);
    QList<NewDeparture> most(limits::selectionMost, list.first());
    QVERIFY(newDeparturesFromJson(toJson(most)).ok());
    QVERIFY2(toJson(most).size() < limits::requestBodyBytes, "what the contract allows fits its limit");
    most.append(list.first());
    QCOMPARE(newDeparturesFromJson(toJson(most)).error().code, Errc::InvalidInput);
}

void TestDepartureMessages::refusedRequests_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("30 February") << QByteArray("departedAt") << QJsonValue(QStringLiteral("2026-02-30T12:00:00Z"));
    QTest::newRow("25 o'clock") << QByteArray("departedAt") << QJsonValue(QStringLiteral("2026-02-20T25:00:00Z"));
    QTest::newRow("no zone") << QByteArray("effectiveAt") << QJsonValue(QStringLiteral("2026-02-20T12:00:00"));
    QTest::newRow("a number") << QByteArray("departedAt") << QJsonValue(7);
    QTest::newRow("unknown kind") << QByteArray("kind") << QJsonValue(QStringLiteral("holiday"));
    QTest::newRow("empty person") << QByteArray("userId") << QJsonValue(QString());
    QTest::newRow("long reason") << QByteArray("reason") << QJsonValue(QString(2000, u'x'));
    QTest::newRow("a role in capitals is text") << QByteArray("newRoles") << QJsonValue(QJsonArray{7});
}

void TestDepartureMessages::refusedRequests()
{
    QFETCH(QByteArray, member);
    QFETCH(QJsonValue, value);
    QJsonObject one{{QStringLiteral("userId"), QStringLiteral("usr_1")},
                    {QStringLiteral("kind"), QStringLiteral("departure")},
                    {QStringLiteral("departedAt"), toRfc3339(at)}};
    const auto body = [&one] {
        return QJsonDocument(QJsonObject{{QStringLiteral("departures"), QJsonArray{one}}}).toJson();
    };
    QVERIFY(newDeparturesFromJson(body()).ok());
    one.insert(QString::fromLatin1(member), value);
    const auto read = newDeparturesFromJson(body());
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, Errc::InvalidInput);
    QVERIFY2(read.error().field.contains(QString::fromLatin1(member)), qUtf8Printable(read.error().field));
}

void TestDepartureMessages::missingMembers_data()
{
    QTest::addColumn<QString>("member");
    for (const char *member : {"id", "userId", "login", "kind", "state", "departedAt", "effectiveAt", "createdAt",
                               "createdBy", "sessionsEnded", "devicesRevoked", "probes"})
        QTest::newRow(member) << QString(QLatin1String(member));
}

void TestDepartureMessages::missingMembers()
{
    QFETCH(QString, member);
    const auto read = departureFromJson(without(toJson(fullDeparture()), member));
    QVERIFY(!read.ok());
    QVERIFY2(read.error().field.contains(member), qUtf8Printable(read.error().field));
}

void TestDepartureMessages::sessions()
{
    const QList<LiveSession> list{session()};
    QVERIFY(liveSessionsFromJson(toJson(list)).value() == list);
    QVERIFY(liveSessionsFromJson("{\"sessions\":[]}").value().isEmpty());
    QVERIFY(!liveSessionsFromJson("{\"sessions\":[{}]}").ok());
    QCOMPARE(sessionsEndedFromJson(toJson(SessionsEnded{3})).value(), SessionsEnded{3});
    QVERIFY(!sessionsEndedFromJson("{\"ended\":-1}").ok());
}

QTEST_GUILESS_MAIN(TestDepartureMessages)
#include "tst_departuremessages.moc"

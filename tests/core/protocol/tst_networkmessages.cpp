// SPDX-License-Identifier: GPL-3.0-or-later
// Round trips of what network access says, and refusals that name the field.
#include "core/protocol/limits.h"
#include "core/protocol/networkaccess.h"
#include "core/util/time.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lw;
using namespace lw::protocol;

namespace {

const QDateTime sampleTime = QDateTime::fromMSecsSinceEpoch(1'795'356'012'418, Qt::UTC);

Allowlist fullList()
{
    return {true,
            sampleTime.addDays(-3),
            {{QStringLiteral("192.0.2.0/24"), QStringLiteral("Head office \"London\""), QStringLiteral("Ann Lée"), {}},
             {QStringLiteral("2001:db8::/32"), {}, {}, sampleTime.addDays(30)}}};
}

NetworkAccess fullAccess()
{
    return {fullList(),
            PendingAllowlist{QStringLiteral("chg_1"), QStringLiteral("ann.lee"), sampleTime, sampleTime.addSecs(600),
                             Allowlist{}},
            QStringLiteral("192.0.2.7")};
}

AllowlistChange fullChange()
{
    return {true, fullList().networks, 15, QStringLiteral("ann.lee")};
}

BlockList fullBlocks()
{
    BlockingPolicy policy;
    policy.failures = 5;
    policy.exemptAllowlist = false;
    return {policy,
            {{QStringLiteral("198.51.100.7"), sampleTime, sampleTime.addSecs(900), 2, 21, 4, false, {}},
             {QStringLiteral("2001:db8::/64"), sampleTime, {}, 1, 0, 0, true, QStringLiteral("scanner")}}};
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QByteArray with(const QByteArray &json, const char *name, const QJsonValue &value)
{
    QJsonObject changed = object(json);
    changed.insert(QLatin1String(name), value);
    return QJsonDocument(changed).toJson(QJsonDocument::Compact);
}

}  // namespace

class TestNetworkMessages : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void roundTrips();
    void whatIsEmptyIsLeftOut();
    void changesAreJudged_data();
    void changesAreJudged();
    void policiesAreJudged_data();
    void policiesAreJudged();
    void blocksAreJudged();
    void errorsOfAnswersAreTheProtocols();
    void aFullListTravels();
    void pathParameters();
};

void TestNetworkMessages::roundTrips()
{
    QCOMPARE(*networkAccessFromJson(toJson(fullAccess())), fullAccess());
    QCOMPARE(*networkAccessFromJson(toJson(NetworkAccess{})), NetworkAccess{});
    QCOMPARE(*allowlistFromJson(toJson(fullList())), fullList());
    QCOMPARE(*allowlistChangeFromJson(toJson(fullChange())), fullChange());
    QCOMPARE(*allowlistChangeFromJson(toJson(AllowlistChange{})), AllowlistChange{});
    QCOMPARE(*blockListFromJson(toJson(fullBlocks())), fullBlocks());
    QCOMPARE(*blockListFromJson(toJson(BlockList{})), BlockList{});
    QCOMPARE(*blockingPolicyFromJson(toJson(fullBlocks().policy)), fullBlocks().policy);
    const NewBlock block{QStringLiteral("198.51.100.7"), sampleTime, QStringLiteral("scanner")};
    QCOMPARE(*newBlockFromJson(toJson(block)), block);
    QCOMPARE(*newBlockFromJson(R"({"address":"::1"})"), (NewBlock{QStringLiteral("::1"), {}, {}}));
}

void TestNetworkMessages::whatIsEmptyIsLeftOut()
{
    const QJsonObject access = object(toJson(NetworkAccess{}));
    QVERIFY(!access.contains(QLatin1String("pending")));
    QVERIFY(!access.value(QLatin1String("allowlist")).toObject().contains(QLatin1String("enforcedSince")));
    QVERIFY(!object(toJson(AllowlistChange{})).contains(QLatin1String("strandingConfirmed")));
    const QJsonObject pinned = object(toJson(fullBlocks())).value(QLatin1String("blocked")).toArray()[1].toObject();
    QVERIFY(!pinned.contains(QLatin1String("until")));
}

void TestNetworkMessages::changesAreJudged_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("field");
    const QByteArray good = toJson(fullChange());
    const auto networks = [&good](const QJsonArray &array) { return with(good, "networks", array); };
    const QJsonObject entry{{QStringLiteral("network"), QStringLiteral("192.0.2.1")}};
    const auto changed = [entry](const char *name, const QJsonValue &value) {
        QJsonObject other = entry;
        other.insert(QLatin1String(name), value);
        return other;
    };
    QTest::newRow("no minutes") << with(good, "confirmMinutes", QJsonValue()) << "confirmMinutes";
    QTest::newRow("zero minutes") << with(good, "confirmMinutes", 0) << "confirmMinutes";
    QTest::newRow("61 minutes") << with(good, "confirmMinutes", 61) << "confirmMinutes";
    QTest::newRow("half a minute") << with(good, "confirmMinutes", 0.5) << "confirmMinutes";
    QTest::newRow("enforced as text") << with(good, "enforced", QStringLiteral("yes")) << "enforced";
    QTest::newRow("no list") << with(good, "networks", QJsonValue()) << "networks";
    QTest::newRow("a text as an entry") << networks({entry, QStringLiteral("192.0.2.1")}) << "networks[1]";
    QTest::newRow("an empty network") << networks({entry, changed("network", QString())}) << "networks[1].network";
    QTest::newRow("a long network") << networks({changed("network", QString(129, u'1'))}) << "networks[0].network";
    QTest::newRow("a long label") << networks({changed("label", QString(257, u'x'))}) << "networks[0].label";
    QTest::newRow("a long owner") << networks({changed("owner", QString(257, u'x'))}) << "networks[0].owner";
    QTest::newRow("a date that does not exist")
        << networks({changed("until", QStringLiteral("2026-02-30T00:00:00Z"))}) << "networks[0].until";
    QTest::newRow("a date without a zone")
        << networks({changed("until", QStringLiteral("2026-02-28T00:00:00"))}) << "networks[0].until";
    QTest::newRow("a long confirmation") << with(good, "strandingConfirmed", QString(257, u'x'))
                                         << "strandingConfirmed";
}

void TestNetworkMessages::changesAreJudged()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, field);
    const Result<AllowlistChange> read = allowlistChangeFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::InvalidInput);
    QCOMPARE(read.error().field, field);
}

void TestNetworkMessages::policiesAreJudged_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("value");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *name, int value, bool accepted) {
        QTest::addRow("%s %d", name, value) << QByteArray(name) << value << accepted;
    };
    row("failures", 2, false);
    row("failures", 3, true);
    row("failures", 1000, true);
    row("failures", 1001, false);
    row("windowMinutes", 0, false);
    row("windowMinutes", 1440, true);
    row("windowMinutes", 1441, false);
    row("blockMinutes", 0, false);
    row("blockMinutes", 1440, true);
    row("blockMinutes", 1441, false);  // longer than mostMinutes
    row("mostMinutes", 14, false);     // shorter than blockMinutes
    row("mostMinutes", 43'200, true);
    row("mostMinutes", 43'201, false);
}

void TestNetworkMessages::policiesAreJudged()
{
    QFETCH(QByteArray, name);
    QFETCH(int, value);
    QFETCH(bool, accepted);
    const Result<BlockingPolicy> read = blockingPolicyFromJson(with(toJson(BlockingPolicy{}), name.constData(), value));
    QCOMPARE(read.ok(), accepted);
    if (!read) QCOMPARE(read.error().code, Errc::InvalidInput);
}

void TestNetworkMessages::blocksAreJudged()
{
    QCOMPARE(newBlockFromJson("{}").error().field, QStringLiteral("address"));
    QCOMPARE(newBlockFromJson(R"({"address":"::1","until":"tomorrow"})").error().field, QStringLiteral("until"));
    QCOMPARE(newBlockFromJson(with(R"({"address":"::1"})", "reason", QString(257, u'x'))).error().field,
             QStringLiteral("reason"));
}

void TestNetworkMessages::errorsOfAnswersAreTheProtocols()
{
    for (const QByteArray &broken : {QByteArray("{}"), QByteArray("[]"), QByteArray("{"), QByteArray()}) {
        QCOMPARE(networkAccessFromJson(broken).error().code, Errc::Protocol);
        QCOMPARE(blockListFromJson(broken).error().code, Errc::Protocol);
        QCOMPARE(allowlistFromJson(broken).error().code, Errc::Protocol);
        QCOMPARE(allowlistChangeFromJson(broken).error().code, Errc::InvalidInput);
    }
}

void TestNetworkMessages::aFullListTravels()
{
    AllowlistChange change;
    for (int i = 0; i < limits::networksPerCustomer; ++i)
        change.networks.append({QStringLiteral("10.%1.%2.%3").arg(i >> 15).arg(i >> 7 & 255).arg(i << 1 & 255),
                                QStringLiteral("Branch office %1").arg(i), QStringLiteral("Ann Lee"), sampleTime});
    const QByteArray json = toJson(change);
    QVERIFY(json.size() < limits::networkBodyBytes);
    const Result<AllowlistChange> read = allowlistChangeFromJson(json);
    QVERIFY(read.ok());
    QCOMPARE(read->networks.size(), limits::networksPerCustomer);
    const NetworkAccess access{
        {true, sampleTime, change.networks},
        PendingAllowlist{
            QStringLiteral("chg_1"), QStringLiteral("ann"), sampleTime, sampleTime, {false, {}, change.networks}},
        QStringLiteral("::1")};
    QVERIFY(networkAccessFromJson(toJson(access)).ok());
    change.networks.append(change.networks.first());
    QCOMPARE(allowlistChangeFromJson(toJson(change)).error().field, QStringLiteral("networks"));
}

void TestNetworkMessages::pathParameters()
{
    QCOMPARE(blockPathParameter(QStringLiteral("198.51.100.7")), QStringLiteral("198.51.100.7"));
    QCOMPARE(blockPathParameter(QStringLiteral("2001:db8::/64")), QStringLiteral("2001:db8::"));
}

QTEST_GUILESS_MAIN(TestNetworkMessages)
#include "tst_networkmessages.moc"

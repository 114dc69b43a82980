// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statetext.h"

#include <QLocale>
#include <QTest>

using namespace lw::ui;

class TestStateText final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void lines_data();
    void lines();
    void tones();
    void offlineBanner();
    void detailsSayEverythingKnown();
    void detailsLeaveOutWhatIsUnknown();

  private:
    static QDateTime now() { return QDateTime(QDate(2026, 11, 22), QTime(14, 2, 12), Qt::UTC); }
};

void TestStateText::lines_data()
{
    QTest::addColumn<ConnectionFacts>("facts");
    QTest::addColumn<QString>("line");
    ConnectionFacts online;
    online.link = Link::Online;
    online.host = QStringLiteral("pbx.acme.example");
    online.protocol = QStringLiteral("TLS 1.3");
    online.lastSync = now().addSecs(-12);
    QTest::newRow("synced") << online << QString::fromUtf8("pbx.acme.example · TLS 1.3 · synced 12 s ago");
    ConnectionFacts syncing = online;
    syncing.syncing = true;
    QTest::newRow("syncing") << syncing << QString::fromUtf8("pbx.acme.example · TLS 1.3 · syncing");
    ConnectionFacts fresh = online;
    fresh.lastSync = {};
    QTest::newRow("not synced") << fresh << QString::fromUtf8("pbx.acme.example · TLS 1.3 · not synced yet");
    ConnectionFacts connecting;
    connecting.link = Link::Connecting;
    connecting.host = QStringLiteral("pbx.acme.example");
    QTest::newRow("connecting") << connecting << QString::fromUtf8("Connecting to pbx.acme.example…");
    ConnectionFacts offline;
    offline.offlineSince = now().addSecs(-12);
    offline.lastSync = now().addSecs(-12 * 60);
    QTest::newRow("offline") << offline << QString::fromUtf8("Offline since 14:02 UTC · cache 12 min old");
    ConnectionFacts yesterday = offline;
    yesterday.offlineSince = now().addDays(-1);
    QTest::newRow("offline since yesterday")
        << yesterday << QString::fromUtf8("Offline since 21 Nov 14:02 UTC · cache 12 min old");
    ConnectionFacts empty;
    empty.offlineSince = now();
    QTest::newRow("nothing cached") << empty << QString::fromUtf8("Offline since 14:02 UTC · nothing cached yet");
    ConnectionFacts justNow = offline;
    justNow.lastSync = now();
    QTest::newRow("cache fresh") << justNow << QString::fromUtf8("Offline since 14:02 UTC · cache up to date");
}

void TestStateText::lines()
{
    QFETCH(ConnectionFacts, facts);
    QFETCH(QString, line);
    QCOMPARE(stateLine(facts, now()), line);
}

void TestStateText::tones()
{
    ConnectionFacts facts;
    QCOMPARE(stateTone(facts), Tone::Warning);
    facts.link = Link::Connecting;
    QCOMPARE(stateTone(facts), Tone::Accent);
    facts.link = Link::Online;
    QCOMPARE(stateTone(facts), Tone::Good);
}

void TestStateText::offlineBanner()
{
    ConnectionFacts facts;
    facts.lastSync = now().addSecs(-720);
    QVERIFY(offlineLine(facts, now()).contains(QLatin1String("12 min old")));
    QVERIFY(offlineLine(facts, now()).contains(QLatin1String("22 Nov 2026, 13:50:12 UTC")));
    facts.lastSync = {};
    QVERIFY(offlineLine(facts, now()).contains(QLatin1String("Sign in")));
}

void TestStateText::detailsSayEverythingKnown()
{
    ConnectionFacts facts;
    facts.link = Link::Online;
    facts.host = QStringLiteral("pbx");
    facts.protocol = QStringLiteral("TLS 1.3");
    facts.cipher = QStringLiteral("TLS_AES_256_GCM_SHA384");
    facts.identity = QStringLiteral("pbx.acme.example");
    facts.fingerprint = QStringLiteral("AB:CD");
    facts.lastSync = now();
    facts.checkpointSize = 1204331;
    facts.checkpointRoot = QStringLiteral("CsUYapGG=");
    QStringList values;
    for (const StateDetail &row : stateDetails(facts, now()))
        values.append(row.value);
    const QString all = values.join(QLatin1Char('\n'));
    for (const char *part : {"TLS 1.3", "TLS_AES_256_GCM_SHA384", "pbx.acme.example", "AB:CD", "22 Nov 2026",
                             "1,204,331 events", "CsUYapGG="})
        QVERIFY2(all.contains(QLatin1String(part)), part);
}

void TestStateText::detailsLeaveOutWhatIsUnknown()
{
    const auto rows = stateDetails(ConnectionFacts(), now());
    for (const StateDetail &row : rows)
        QVERIFY(!row.value.isEmpty());
    QCOMPARE(rows.size(), qsizetype(1));
    QCOMPARE(rows.first().value, QStringLiteral("never"));
}

QTEST_GUILESS_MAIN(TestStateText)
#include "tst_statetext.moc"

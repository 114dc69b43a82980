// SPDX-License-Identifier: GPL-3.0-or-later
// From a telephone system's file of call records to the spend and the list of calls, with the real programs while the
// back end serves.
#include "tests/e2e/apiclient.h"

#include <QDateTime>

using namespace lw::test;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray ago(int minutes)
{
    return QDateTime::currentDateTimeUtc().addSecs(-60 * minutes).toString(u"yyyy-MM-dd HH:mm:ss").toLatin1();
}

/// Asterisk's, in UTC.
QByteArray record(int id, const QByteArray &dst, int seconds, const QByteArray &at)
{
    const QByteArray length = QByteArray::number(seconds);
    return "\"\",\"+442079460001\",\"" + dst + "\",\"out\",\"\",\"PJSIP/201-1\",\"PJSIP/trunk-2\",\"Dial\",\"\",\"" +
           at + "\",\"" + at + "\",\"" + at + "\"," + length + ',' + length + ",\"ANSWERED\",\"DOCUMENTATION\",\"c." +
           QByteArray::number(id) + "\",\"\"\n";
}

}  // namespace

class TestCallRecords : public QObject {
    Q_OBJECT

    FreshBackEnd m_backEnd;

    Ran owner(const char *command)
    {
        return m_backEnd.programs.ctl(words(command) + words("--profile owner --password-fd 0"),
                                      FreshBackEnd::ownerPassword().toUtf8() + '\n');
    }
    QJsonObject ingest()
    {
        const Ran ran = m_backEnd.programs.run(
            QStringLiteral("linewardend"),
            QStringList{QStringLiteral("ingest"), QStringLiteral("--data"),
                        m_backEnd.programs.path(QStringLiteral("server")), QStringLiteral("--customer"),
                        QStringLiteral("acme"), QStringLiteral("--format"), QStringLiteral("asterisk-cdr"),
                        QStringLiteral("--json"), m_backEnd.programs.path(QStringLiteral("Master.csv"))});
        if (ran.exit != 0) qWarning("%s", ran.err.constData());
        return ran.json();
    }

  private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_backEnd.start());
        QVERIFY(!m_backEnd.ownerToken().isEmpty());
        const Ran connected = m_backEnd.programs.ctl(
            QStringList{QStringLiteral("connect"), m_backEnd.fact("url"), QStringLiteral("--accept-fingerprint"),
                        m_backEnd.fact("fingerprint")} +
                words("--customer acme --login owner --name owner --password-fd 0 --passphrase-fd 0"),
            FreshBackEnd::ownerPassword().toUtf8() + "\numbrella granite teapot seventeen\n");
        QVERIFY2(connected.exit == 0, connected.err.constData());
        QCOMPARE(owner("numbers add +442079460001").exit, 0);
        m_backEnd.programs.write(
            QStringLiteral("rates.csv"),
            "prefix,price_per_minute,first_increment,next_increment,currency\n+371,1.00,60,60,GBP\n");
        const QString deck = m_backEnd.programs.path(QStringLiteral("rates.csv"));
        const Ran loaded = owner(qPrintable(QStringLiteral("rates load %1").arg(deck)));
        QVERIFY2(loaded.exit == 0, loaded.err.constData());
    }

    void aFileIsCountedOnce()
    {
        QByteArray file;
        for (int i = 0; i < 120; ++i)
            file += record(i, i == 0 ? "02079460999" : "0037120000000", 61, ago(125 - i));
        m_backEnd.programs.write(QStringLiteral("Master.csv"), file);
        QCOMPARE(ingest().value(QLatin1String("added")).toInt(), 120);
        const QJsonObject again = ingest();
        QCOMPARE(again.value(QLatin1String("added")).toInt(), 0);
        QCOMPARE(again.value(QLatin1String("alreadyKnown")).toInt(), 120);
    }

    void theListShowsThem()
    {
        const Ran table = owner("calls list");
        QVERIFY2(table.exit == 0, table.err.constData());
        QCOMPARE(table.out.trimmed().count('\n'), 100);
        QVERIFY2(table.err.contains("--most"), table.err.constData());
        const QJsonObject all = owner("calls list --most all --json").json();
        const QJsonArray calls = all.value(QLatin1String("calls")).toArray();
        QCOMPARE(calls.size(), 120);
        QCOMPARE(all.value(QLatin1String("more")).toBool(), false);
        QCOMPARE(calls.first().toObject().value(QLatin1String("callId")).toString(), QStringLiteral("c.119"));
        QCOMPARE(calls.first().toObject().value(QLatin1String("cost")).toString(), QStringLiteral("2"));
        QCOMPARE(owner("calls list --class geographic --json").json().value(QLatin1String("calls")).toArray().size(),
                 1);
        QCOMPARE(owner("calls list --number 02079460999 --most 1 --json").json().value(QLatin1String("more")).toBool(),
                 false);
        const Ran csv = owner("calls list --csv --most 7");
        QVERIFY2(csv.exit == 0, csv.err.constData());
        const QList<QByteArray> lines = csv.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 8);
        QVERIFY(lines[0].startsWith("started_at_utc,caller,"));
        QVERIFY2(lines[1].contains(",+442079460001,+37120000000,international,61,2,GBP,+371,c.119"),
                 lines[1].constData());
    }

    void whatCannotBeMeantIsRefused()
    {
        QCOMPARE(owner("calls list --csv --json").exit, 2);
        QCOMPARE(owner("calls list --most 0").exit, 2);
        QCOMPARE(owner("calls list --class dear").exit, 2);
        QCOMPARE(owner("calls list --number letters").exit, 2);
        QCOMPARE(owner("calls list --from yesterday").exit, 2);
        QCOMPARE(owner("calls list --from 2026-01-02T00:00:00Z --until 2026-01-01T00:00:00Z").exit, 2);
        QCOMPARE(owner("calls").exit, 2);
    }
};

QTEST_GUILESS_MAIN(TestCallRecords)
#include "tst_callrecords.moc"

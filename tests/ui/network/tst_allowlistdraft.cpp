// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "ui/network/allowlistdraft.h"
#include "ui/network/networkimport.h"
#include "ui/network/networkwords.h"

#include <QBuffer>
#include <QTest>

using namespace lw;
using ui::AllowlistDraft;
using ui::RowChange;

namespace {

AllowedNetwork listed(const char *network, const char *label = "", const QDateTime &until = {})
{
    return {QString::fromLatin1(network), QString::fromLatin1(label), {}, until};
}

Allowlist sample()
{
    Allowlist list;
    list.enforced = true;
    list.networks = {listed("192.0.2.0/24", "London"), listed("198.51.100.0/24", "Bristol"),
                     listed("2001:db8::/48", "Leeds")};
    return list;
}

QStringList names(const Allowlist &list)
{
    QStringList names;
    for (const AllowedNetwork &network : list.networks)
        names << network.network + QLatin1Char('=') + network.label;
    return names;
}

}  // namespace

class TestAllowlistDraft : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::installEnglish(); }

    void changesAreCountedAndUndone()
    {
        AllowlistDraft draft(sample());
        QVERIFY(!draft.isDirty());
        draft.remove(1);
        draft.change(0, listed("192.0.2.0/24", "Head office"));
        draft.add(listed("203.0.113.0/24", "VPN"));
        QCOMPARE(draft.counts(), (ui::DraftCounts{1, 1, 1, false}));
        QCOMPARE(names(draft.proposed()),
                 (QStringList{QStringLiteral("192.0.2.0/24=Head office"), QStringLiteral("2001:db8::/48=Leeds"),
                              QStringLiteral("203.0.113.0/24=VPN")}));
        QCOMPARE(draft.proposedIndex(1), -1);
        QCOMPARE(draft.proposedIndex(2), 1);
        QCOMPARE(draft.rowOfProposed(1), 2);
        draft.restore(1);
        draft.restore(0);
        draft.restore(3);
        QVERIFY(!draft.isDirty());
        QCOMPARE(draft.rows().size(), 3);
    }

    void whatWasRemovedAndAddedAgainIsAChange()
    {
        AllowlistDraft draft(sample());
        draft.remove(1);
        draft.add(listed("198.51.100.0/24", "Bristol"));
        QVERIFY(!draft.isDirty());
        draft.remove(1);
        draft.add(listed("198.51.100.0/24", "Bristol VPN"));
        QCOMPARE(draft.rows()[1].change, RowChange::Changed);
    }

    void replacingKeepsWhatIsInBoth()
    {
        AllowlistDraft draft(sample());
        draft.setEnforced(false);
        draft.replaceAll({listed("198.51.100.0/24", "Bristol"), listed("203.0.113.0/24", "VPN")});
        QCOMPARE(draft.counts(), (ui::DraftCounts{1, 0, 2, true}));
    }

    void titlesSayWhatIsGoingToHappen()
    {
        AllowlistDraft draft(sample());
        draft.remove(1);
        QCOMPARE(ui::beforeTitle(draft), QStringLiteral("Before you remove “Bristol”"));
        draft.restore(1);
        draft.add(listed("203.0.113.0/24"));
        QCOMPARE(ui::beforeTitle(draft), QStringLiteral("Before you add 203.0.113.0/24"));
        draft.setEnforced(false);
        QCOMPARE(ui::beforeTitle(draft), QStringLiteral("Before you save 2 changes"));
        draft.restore(3);
        QCOMPARE(ui::beforeTitle(draft), QStringLiteral("Before any network may connect"));
    }

    void onlyWhatBothSidesSeeDifferentlyIsInConflict()
    {
        AllowlistDraft draft(sample());
        draft.remove(1);                                         // mine only
        draft.change(0, listed("192.0.2.0/24", "Head office"));  // both
        Allowlist theirs = sample();
        theirs.networks[0].label = QStringLiteral("London office");
        theirs.networks.append(listed("203.0.113.0/24", "VPN"));  // theirs only
        const QList<ui::ConflictField> fields = draft.conflict(theirs, QTimeZone::utc());
        QStringList keys;
        for (const ui::ConflictField &field : fields)
            keys << field.key;
        QCOMPARE(keys, (QStringList{QStringLiteral("192.0.2.0/24"), QStringLiteral("198.51.100.0/24"),
                                    QStringLiteral("203.0.113.0/24")}));
        QCOMPARE(fields[1].mine, QStringLiteral("not listed"));
        QCOMPARE(fields[1].theirs, fields[1].before);
        QCOMPARE(fields[2].mine, fields[2].before);

        const AllowlistDraft mine = draft.rebased(theirs, [](const QString &) { return true; });
        QCOMPARE(names(mine.proposed()),
                 (QStringList{QStringLiteral("192.0.2.0/24=Head office"), QStringLiteral("2001:db8::/48=Leeds")}));
        QCOMPARE(mine.saved(), theirs);
        const AllowlistDraft others = draft.rebased(theirs, [](const QString &) { return false; });
        QVERIFY(!others.isDirty());
        const AllowlistDraft mixed =
            draft.rebased(theirs, [](const QString &key) { return key == QStringLiteral("198.51.100.0/24"); });
        QCOMPARE(names(mixed.proposed()),
                 (QStringList{QStringLiteral("192.0.2.0/24=London office"), QStringLiteral("2001:db8::/48=Leeds"),
                              QStringLiteral("203.0.113.0/24=VPN")}));
    }

    void endsAreDaysOfTheCustomersClock_data()
    {
        QTest::addColumn<QDateTime>("until");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("tone");
        const QTimeZone london("Europe/London");
        const auto at = [](int y, int m, int d, int h = 0, int min = 0) {
            return QDateTime(QDate(y, m, d), QTime(h, min), Qt::UTC);
        };
        QTest::newRow("always") << QDateTime() << QStringLiteral("always") << int(ui::Tone::Neutral);
        QTest::newRow("end of a day") << at(2027, 1, 1) << QStringLiteral("31 Dec 2026") << int(ui::Tone::Neutral);
        QTest::newRow("summer") << QDate(2027, 7, 1).startOfDay(london).toUTC() << QStringLiteral("30 Jun 2027")
                                << int(ui::Tone::Neutral);
        QTest::newRow("within a day") << at(2026, 11, 25, 14) << QStringLiteral("25 Nov 2026, 14:00")
                                      << int(ui::Tone::Warning);
        QTest::newRow("over") << at(2026, 11, 4) << QStringLiteral("ended 3 Nov 2026") << int(ui::Tone::Bad);
        QTest::newRow("this very instant")
            << test::OpenProfile::now() << QStringLiteral("ended 22 Nov 2026, 14:02") << int(ui::Tone::Bad);
    }
    void endsAreDaysOfTheCustomersClock()
    {
        QFETCH(QDateTime, until);
        const QTimeZone london("Europe/London");
        QTEST(ui::untilWords(until, london, test::OpenProfile::now()), "words");
        QTEST(int(ui::untilTone(until, test::OpenProfile::now())), "tone");
    }

    void countsDown()
    {
        const QDateTime now = test::OpenProfile::now();
        QCOMPARE(ui::countdownWords(now.addSecs(581), now), QStringLiteral("9:41"));
        QCOMPARE(ui::countdownWords(now.addMSecs(1), now), QStringLiteral("0:01"));
        QCOMPARE(ui::countdownWords(now.addSecs(-5), now), QStringLiteral("0:00"));
    }

    void importIsJudgedLineByLine()
    {
        QByteArray csv(
            "network,label,owner,until\r\n"
            "192.0.2.7/24,London,,\r\n"            // host bits: 192.0.2.0/24, as listed
            "198.51.100.0/24,Bristol VPN,,\r\n"    // other label
            "203.0.113.0/24,New,,2026-12-31\r\n"   // new, until the end of the day
            "203.0.113.300,Bad,,\r\n"              // no network
            "192.0.2.99,Bad date,,2026-02-30\r\n"  // no such day
            "\"open quote,,,\r\n");
        QBuffer buffer(&csv);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto file = import::readNetworksFile(buffer, QTimeZone("Europe/London"));
        QVERIFY2(file.ok(), qPrintable(file ? QString() : file.error().message));
        const ui::NetworkImport import = ui::judgeImport(*file, AllowlistDraft(sample()), test::OpenProfile::now());
        QCOMPARE(import.networks.size(), 3);
        QCOMPARE(import.fresh, 1);
        QCOMPARE(import.changed, 1);
        QCOMPARE(import.same, 1);
        QCOMPARE(import.missing, 1);
        QCOMPARE(import.refused.size(), 3);
        QVERIFY2(import.refused.join(u' ').contains(QStringLiteral("line 5")), qPrintable(import.refused.join(u' ')));
        QVERIFY(import.notes.join(u' ').contains(QStringLiteral("line 2")));
        QCOMPARE(import.networks[2].until, QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC));
    }

    void aPlainListNeedsNoHeader()
    {
        QByteArray text("192.0.2.1\n2001:db8::/32,Leeds\n");
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto file = import::readNetworksFile(buffer, QTimeZone::utc());
        QVERIFY(file.ok());
        QCOMPARE(file->networks.size(), 2);
        QCOMPARE(file->networks[1].label, QStringLiteral("Leeds"));
    }

    void filesThatAreNoListAreExplained_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray("\n\n");
        QTest::newRow("other header") << QByteArray("name,mail\nx,y\n");
        QTest::newRow("column twice") << QByteArray("network,cidr\n192.0.2.1,192.0.2.1\n");
    }
    void filesThatAreNoListAreExplained()
    {
        QFETCH(QByteArray, text);
        QBuffer buffer(&text);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto file = import::readNetworksFile(buffer, QTimeZone::utc());
        QVERIFY(!file.ok());
        QCOMPARE(file.error().code, Errc::InvalidInput);
        QVERIFY(!file.error().message.isEmpty());
    }

    void whatIsExportedReadsBack()
    {
        const QDateTime end(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
        const QList<AllowedNetwork> networks{{QStringLiteral("192.0.2.0/24"), QStringLiteral("=SUM(A1), “London”"),
                                              QStringLiteral("Ann \"A\" Lee"), end},
                                             listed("2001:db8::/48", "Leeds")};
        QByteArray csv;
        QBuffer out(&csv);
        QVERIFY(out.open(QIODevice::WriteOnly));
        QVERIFY(ui::writeNetworks(networks, out).ok());
        QVERIFY2(!csv.contains("\n=SUM") && !csv.contains(",=SUM"), csv.constData());
        QBuffer in(&csv);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const auto file = import::readNetworksFile(in, QTimeZone::utc());
        QVERIFY(file.ok());
        QCOMPARE(file->networks, networks);
    }
};

QTEST_MAIN(TestAllowlistDraft)
#include "tst_allowlistdraft.moc"

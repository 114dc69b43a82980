// SPDX-License-Identifier: GPL-3.0-or-later
// The report on Call Guard and spend: whose setting what is, limits, raises, use and cost, and what to look at.
#include "core/report/callspend.h"
#include "core/report/csvwriter.h"
#include "core/report/pdfwriter.h"
#include "tests/core/report/reporttesting.h"
#include "tests/core/report/rowsof.h"

#include <QBuffer>
#include <QTest>

using namespace lw;
using namespace lw::report;
using testing::figuresOf;
using testing::rowsOf;

namespace {

const QDateTime now = testing::scope().exportedAt;

CallSpendFacts facts()
{
    CallSpendFacts facts;
    facts.timeZone = QStringLiteral("Europe/London");
    facts.guard.barring.hours = QList<CallHours>{{1, 480, 1080}, {2, 480, 1080}};
    facts.guard.barring.prefixes = {{QStringLiteral("+371"), true, QStringLiteral("=fraud()")}};
    GuardedNumber out;
    out.number = QStringLiteral("+442079460001");
    out.guard = GuardState::Off;
    out.barring.classes = {{CallClass::International, false}};
    GuardedNumber plain;
    plain.number = QStringLiteral("+442079460002");
    facts.numbers = {out, plain};
    facts.spend.numberDefault.weekly.reset();
    TemporaryRaise raise{QStringLiteral("rse_1"), {},
                         SpendPeriod::Day,        {300'000'000},
                         now.addDays(-1),         now.addDays(1),
                         QStringLiteral("Fair"),  QStringLiteral("ann.lee")};
    TemporaryRaise over = raise;
    over.until = now;
    facts.raises = {raise, over};
    facts.overview.asOf = now.addSecs(-60);
    facts.overview.currency = QStringLiteral("GBP");
    facts.overview.rates = 3;
    facts.overview.unpriced = 2;
    SpendUsage usage;
    usage.start = now.addSecs(-3600);
    usage.end = now.addSecs(3600);
    usage.spent = {300'000'001};
    usage.limit = Decimal{300'000'000};
    usage.calls = 12;
    facts.overview.usages = {usage};
    facts.history = {{QDate(2026, 11, 9), CallClass::Mobile, 3, 600, {12'300}},
                     {QDate(2026, 11, 16), CallClass::Mobile, 1, 60, {1'000'000}},
                     {QDate(2026, 11, 16), CallClass::Premium, 1, 60, {9'000'000}}};
    return facts;
}

QStringList found(const ReportContent &content, const QString &part, const QString &about, const QString &setting)
{
    for (const QStringList &row : rowsOf(content))
        if (row[0] == part && row[1] == about && row[4] == setting) return row;
    return {};
}

}  // namespace

class TestCallSpend : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void settingsSayWhoseTheyAre_data()
    {
        QTest::addColumn<QStringList>("key");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *part, const char *about, const char *setting, const char *told) {
            QTest::addRow("%s %s %s", part, about, setting)
                << QStringList{QString::fromUtf8(part), QString::fromUtf8(about), QString::fromUtf8(setting)}
                << QString::fromUtf8(told);
        };
        row("Rule", "Company", "Call Guard", "On|Company|||");
        row("Rule", "Company", "Premium numbers (09)", "Barred|Company|||");
        row("Rule", "Company", "Hours", "08:00–18:00: Mon, Tue|Company|||");
        row("Rule", "Company", "Highest price a minute", "Any|Company|||");
        row("Number", "+442079460001", "Call Guard", "Opted out|Number|||opted out");
        row("Number", "+442079460001", "International calls", "Let through|Number|||");
        row("Number", "+442079460002", "Call Guard", "On|Company|||");
        row("Limit", "Company", "Limit a day", "|Company||200.00|");
        row("Limit", "Each number", "Limit a week", "None|Company|||no limit set");
        row("Raise", "Company", "Limit a day", "In force until 23 Nov 2026, 14:02:05 UTC|Company||300.00|");
        row("Use", "Company", "Today", "12 calls, 100 % of the limit||300.000001|300.00|over the limit");
        row("Use", "Company", "This week", "2 calls without a price||||not priced");
        row("Cost", "Calls to mobiles", "Last 90 days", "4 calls in 11 min||1.0123||");
    }
    void settingsSayWhoseTheyAre()
    {
        QFETCH(QStringList, key);
        const QStringList row = found(callSpend(testing::scope(), facts()), key[0], key[1], key[2]);
        QVERIFY2(!row.isEmpty(), qPrintable(key.join(u' ')));
        QTEST((QStringList{row[5], row[6], row[7], row[8], row[16]}.join(u'|')), "told");
    }

    void figuresChartAndEndedRaises()
    {
        const ReportContent content = callSpend(testing::scope(), facts());
        QCOMPARE(figuresOf(content), (QStringList{QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("1"),
                                                  QStringLiteral("1"), QStringLiteral("2")}));
        QCOMPARE(content.chart.bars.size(), 2);
        QCOMPARE(content.chart.bars[1].lower, 1u);
        QCOMPARE(content.chart.bars[1].upper, 9u);
        qsizetype raises = 0;
        for (const QStringList &row : rowsOf(content)) {
            QCOMPARE(row.size(), content.columns.size());
            raises += row[0] == QStringLiteral("Raise") ? 1 : 0;
        }
        QCOMPARE(raises, 1);
    }

    void withoutNumbersAndCallsTheRulesAreTold()
    {
        const ReportContent content = callSpend(testing::scope(), {});
        QCOMPARE(content.figures[0].value, QStringLiteral("0"));
        QVERIFY(content.chart.bars.isEmpty());
        QVERIFY(content.rowCount > 0);
    }

    void sameFactsGiveTheSameBytesAndNoFormula()
    {
        QByteArrayList pdfs, csvs;
        for (int i = 0; i < 2; ++i) {
            QBuffer pdf, csv;
            QVERIFY(pdf.open(QIODevice::WriteOnly) && csv.open(QIODevice::WriteOnly));
            QVERIFY(writePdf(callSpend(testing::scope(), facts()), pdf));
            QVERIFY(writeCsv(callSpend(testing::scope(), facts()), csv));
            pdfs << pdf.data();
            csvs << csv.data();
        }
        QVERIFY(pdfs[0].startsWith("%PDF-1.") && pdfs[0] == pdfs[1]);
        QCOMPARE(csvs[0], csvs[1]);
        QVERIFY(csvs[0].contains(",'=fraud()"));
    }
};

QTEST_MAIN(TestCallSpend)
#include "tst_callspend.moc"

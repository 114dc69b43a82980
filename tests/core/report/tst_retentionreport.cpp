// SPDX-License-Identifier: GPL-3.0-or-later
// The report on retention: what standards say of each rule, holds, and what purges removed.
#include "core/report/pdfwriter.h"
#include "core/report/retention.h"
#include "tests/core/report/reporttesting.h"
#include "tests/core/report/rowsof.h"

#include <QBuffer>
#include <QTest>

using namespace lw;
using namespace lw::report;
using testing::figuresOf;
using testing::rowsOf;

namespace {

RetentionFacts facts()
{
    RetentionFacts facts;
    facts.rules.setDays(DataClass::LoginLog, 90);
    facts.rules.setDays(DataClass::CallRecords, 30);
    facts.nextRunAt = fromRfc3339(u"2026-11-23T02:00:00Z");
    facts.logins = {{QStringLiteral("usr_1"), QStringLiteral("ann.lee")}};
    LegalHold released;
    released.id = QStringLiteral("hld_1");
    released.subject = HoldSubject::Number;
    released.value = QStringLiteral("+442079460001");
    released.reason = QStringLiteral("Claim 17");
    released.createdAt = fromRfc3339(u"2026-10-01T00:00:00Z");
    released.releasedAt = fromRfc3339(u"2026-11-01T00:00:00Z");
    LegalHold inForce;
    inForce.id = QStringLiteral("hld_2");
    inForce.value = QStringLiteral("usr_1");
    inForce.reason = QStringLiteral("Inquiry");
    inForce.createdAt = fromRfc3339(u"2026-09-01T00:00:00Z");
    facts.holds = {released, inForce};
    PurgeRun run;
    run.id = QStringLiteral("prg_1");
    run.startedAt = fromRfc3339(u"2026-11-22T02:00:00Z");
    run.finishedAt = run.startedAt.addSecs(4);
    run.counts = {{DataClass::LoginLog, run.startedAt.addDays(-90), 1200, 3, {}, {}}};
    facts.runs = {run};
    return facts;
}

QByteArray pdfOf(const ReportContent &content)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    return writePdf(content, buffer) ? buffer.data() : QByteArray();
}

}  // namespace

class TestRetentionReport : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void rulesHoldsAndPurges()
    {
        const ReportContent content = retention(testing::scope(), facts());
        QStringList told;
        for (const QStringList &row : rowsOf(content)) {
            QCOMPARE(row.size(), content.columns.size());
            told << row.first(5).join(u'|') + u'|' + row[6] + u'|' + row[7];
        }
        QCOMPARE(told, (QStringList{QStringLiteral("Rule|Login log|90 days|PCI DSS 10.5.1|Too short||"),
                                    QStringLiteral("Rule|Login log|90 days|GDPR 5(1)(e)|Limited||"),
                                    QStringLiteral("Rule|Audit log|Permanently|PCI DSS 10.5.1|Meets||"),
                                    QStringLiteral("Rule|Audit log|Permanently|GDPR 5(1)(e)|Needs a purpose||"),
                                    QStringLiteral("Rule|Call records|30 days|GDPR 5(1)(e)|Limited||"),
                                    QStringLiteral("Rule|Log of exports|Permanently|PCI DSS 10.5.1|Meets||"),
                                    QStringLiteral("Rule|Log of exports|Permanently|GDPR 5(1)(e)|Needs a purpose||"),
                                    QStringLiteral("Legal hold|ann.lee|Person||In force||"),
                                    QStringLiteral("Legal hold|+442079460001|Number||Released||"),
                                    QStringLiteral("Purge|Login log|By schedule||Finished|1200|3")}));
        QCOMPARE(figuresOf(content), (QStringList{QStringLiteral("2 of 4"), QStringLiteral("1"), QStringLiteral("1"),
                                                  QStringLiteral("1"), QStringLiteral("1,200")}));
        QVERIFY(content.figures[1].alarm);
        QCOMPARE(content.chart.bars.size(), 1);
        QCOMPARE(content.controls.first().pciDss, QStringLiteral("10.5.1"));
    }

    void withoutHoldsAndPurgesTheRulesAreTold()
    {
        const ReportContent content = retention(testing::scope(), {});
        QCOMPARE(content.rowCount, 7u);
        QCOMPARE(content.figures[0].value, QStringLiteral("4 of 4"));
        QVERIFY(!content.figures[1].alarm);
        QVERIFY(content.chart.bars.isEmpty());
    }

    void sameFactsGiveTheSameBytes()
    {
        const QByteArray pdf = pdfOf(retention(testing::scope(), facts()));
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf == pdfOf(retention(testing::scope(), facts())));
    }
};

QTEST_MAIN(TestRetentionReport)
#include "tst_retentionreport.moc"

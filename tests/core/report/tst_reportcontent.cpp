// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/controls.h"
#include "core/report/passwordrotation.h"
#include "tests/core/report/reporttesting.h"

#include <QTest>

using namespace lw;
using namespace lw::report;

class TestReportContent : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void periods_data();
    void periods();
    void words();
    void activity();
    void activityPassesErrorsOn();
    void rotationRows();
    void rotationFigures();
    void rotationChartHoldsEverybody_data();
    void rotationChartHoldsEverybody();
    void controlsAreThoseOfTheDomain();
};

namespace {

QList<QStringList> allRows(const ReportContent &content)
{
    QList<QStringList> rows;
    QStringList row;
    for (auto more = content.rows(row); more && *more; more = content.rows(row))
        rows << row;
    return rows;
}

User person(const char *login, int ageDays)
{
    User user;
    user.login = QString::fromLatin1(login);
    user.createdAt = fromRfc3339(u"2020-01-01T00:00:00Z");
    if (ageDays >= 0) user.passwordChangedAt = testing::scope().exportedAt.addDays(-ageDays);
    return user;
}

QList<User> somePeople()
{
    QList<User> people{person("fresh", 3),  person("zoe", 200),  person("soon", 80),   person("never", -1),
                       person("adam", 200), person("today", 90), person("exempt", 300)};
    people.last().exemption = RotationExemption{QStringLiteral("crew at sea"), fromRfc3339(u"2027-01-01T00:00:00Z")};
    people[0].mfa = MfaKind::Totp;
    return people;
}

}  // namespace

void TestReportContent::periods_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("text");
    QTest::newRow("both") << "2026-09-01T00:00:00Z"
                          << "2026-10-01T00:00:00Z"
                          << "1 Sep 2026 00:00 to 1 Oct 2026 00:00 (UTC, end exclusive)";
    QTest::newRow("open end") << "2026-09-01T12:30:00Z"
                              << ""
                              << "From 1 Sep 2026 12:30 (UTC)";
    QTest::newRow("open beginning") << ""
                                    << "2026-10-01T00:00:00Z"
                                    << "Up to 1 Oct 2026 00:00 (UTC, exclusive)";
    QTest::newRow("everything") << ""
                                << ""
                                << "Everything the log holds";
    QTest::newRow("another zone is told in UTC") << "2026-09-01T00:00:00+02:00"
                                                 << "2026-10-01T00:00:00Z"
                                                 << "31 Aug 2026 22:00 to 1 Oct 2026 00:00 (UTC, end exclusive)";
}

void TestReportContent::periods()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    ReportScope scope;
    scope.from = fromRfc3339(from);
    scope.to = fromRfc3339(to);
    QTEST(periodText(scope), "text");
}

void TestReportContent::words()
{
    QCOMPARE(instantText(fromRfc3339(u"2026-11-02T04:02:05.999Z")), QStringLiteral("2 Nov 2026, 04:02:05 UTC"));
    QCOMPARE(instantText(QDateTime()), QString());
    QCOMPARE(countText(0), QStringLiteral("0"));
    QCOMPARE(countText(1204331), QStringLiteral("1,204,331"));
}

void TestReportContent::activity()
{
    const ReportContent content = testing::activity(4);
    QCOMPARE(content.columns.size(), loginActivityColumns().size());
    QCOMPARE(content.chart.bars.size(), 30);
    QCOMPARE(content.chart.bars[0].label, QStringLiteral("24 Oct"));
    const auto rows = allRows(content);
    QCOMPARE(rows.size(), 4);
    for (const QStringList &row : rows)
        QCOMPARE(row.size(), content.columns.size());
    QCOMPARE(rows[2],
             (QStringList{QStringLiteral("2026-10-24T00:06:34.418Z"), QStringLiteral("maria.gonzalez-fernandez"),
                          QStringLiteral("Login failed"), QStringLiteral("Failure"), QStringLiteral("198.51.100.2"),
                          QStringLiteral("console"), QStringLiteral("Softphone 2.1"), QStringLiteral("Wrong password"),
                          QStringLiteral("1100002")}));
}

void TestReportContent::activityPassesErrorsOn()
{
    const ReportContent content = loginActivity(
        {}, {}, {},
        [](LoginActivityRow &) -> Result<bool> { return makeError(Errc::WrongKey, QStringLiteral("locked")); }, {});
    QStringList row;
    const auto more = content.rows(row);
    QVERIFY(!more);
    QCOMPARE(more.error().code, Errc::WrongKey);
}

void TestReportContent::rotationRows()
{
    const ReportContent content = passwordRotation(testing::scope(), somePeople(), {});
    const auto rows = allRows(content);
    QStringList order;
    for (const QStringList &row : rows) {
        QCOMPARE(row.size(), content.columns.size());
        order << row[0] + u':' + row[4];
    }
    QCOMPARE(order, (QStringList{QStringLiteral("adam:Overdue"), QStringLiteral("zoe:Overdue"),
                                 QStringLiteral("today:Overdue"), QStringLiteral("never:Never set"),
                                 QStringLiteral("soon:Due soon"), QStringLiteral("fresh:Fresh"),
                                 QStringLiteral("exempt:Exempt")}));
    QCOMPARE(rows[0][5], QStringLiteral("200"));
    QCOMPARE(rows[0][6], QStringLiteral("2026-08-04T14:02:05.000Z"));
    QCOMPARE(rows[0][7], QStringLiteral("-110"));
    QCOMPARE(rows[2][7], QStringLiteral("0"));
    QCOMPARE(rows[3].mid(5, 3), (QStringList{QString(), QString(), QString()}));
    QCOMPARE(rows[5][8], QStringLiteral("TOTP"));
    QCOMPARE(rows[6][9], QStringLiteral("crew at sea"));
    QCOMPARE(rows[6][10], QStringLiteral("2027-01-01T00:00:00.000Z"));
}

void TestReportContent::rotationFigures()
{
    const ReportContent content = passwordRotation(testing::scope(), somePeople(), {});
    QStringList figures;
    for (const KeyFigure &figure : content.figures)
        figures << figure.label + u'=' + figure.value;
    QCOMPARE(figures,
             (QStringList{QStringLiteral("People=7"), QStringLiteral("Overdue=3"), QStringLiteral("Due soon=1"),
                          QStringLiteral("Never set=1"), QStringLiteral("Exempt=1")}));
    const ReportContent nobody = passwordRotation(testing::scope(), {}, {});
    QCOMPARE(nobody.rowCount, quint64(0));
    QVERIFY(allRows(nobody).isEmpty());
}

void TestReportContent::rotationChartHoldsEverybody_data()
{
    QTest::addColumn<int>("maxAge");
    for (int maxAge : {0, 1, 30, 90, 365, 3650})
        QTest::addRow("%d days", maxAge) << maxAge;
}

void TestReportContent::rotationChartHoldsEverybody()
{
    QFETCH(int, maxAge);
    PasswordPolicy policy;
    policy.maxAgeDays = maxAge;
    quint64 lower = 0, upper = 0;
    for (const BarSeries::Bar &bar : passwordRotation(testing::scope(), somePeople(), policy).chart.bars) {
        lower += bar.lower;
        upper += bar.upper;
    }
    QCOMPARE(lower + upper, quint64(6));  // all but the one who never set a password
    QCOMPARE(upper > 0, maxAge > 0 && maxAge < 300);
}

void TestReportContent::controlsAreThoseOfTheDomain()
{
    const ControlCitation logs = citationFor(ControlSubject::LoginLogs);
    QCOMPARE(logs.iso27001, QStringLiteral("A.8.15, A.8.17"));
    QCOMPARE(logs.soc2, QStringLiteral("CC7.2"));
    QCOMPARE(logs.pciDss, QStringLiteral("10.2.1, 10.2.2, 10.4.1, 10.6"));
    QCOMPARE(logs.nist, QStringLiteral("AU-2, AU-3, AU-6, AU-8, AU-12"));
    QCOMPARE(citationFor(ControlSubject::PasswordRotation).pciDss, QStringLiteral("8.3.6, 8.3.7, 8.3.9"));
    QCOMPARE(citationFor(ControlSubject::Reports).nist, QStringLiteral("AU-7"));
    for (auto subject : {ControlSubject::UniqueUsers, ControlSubject::VerifiableLog})
        QVERIFY(!citationFor(subject).subject.isEmpty());
    QVERIFY(citationDisclaimer().contains(u"does not claim certification"));
}

QTEST_GUILESS_MAIN(TestReportContent)
#include "tst_reportcontent.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Retention as tables: classes, bounds, holds, the schedule and what the standards say.
#include "core/policy/retention.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

const QDateTime noon(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC);

QStringList noNames(const QString &)
{
    return {};
}

LegalHold held(HoldSubject subject, const QString &value, const QDateTime &from = {}, const QDateTime &until = {})
{
    LegalHold hold;
    hold.id = QStringLiteral("hld_1");
    hold.subject = subject;
    hold.value = value;
    hold.from = from;
    hold.until = until;
    hold.reason = QStringLiteral("Why");
    return hold;
}

}  // namespace

class TestRetention : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyKindHasItsClass()
    {
        for (const EventKind kind : allEventKinds()) {
            const DataClass expected = kind == EventKind::ReportExported ? DataClass::Reports
                                       : isLoginKind(kind)               ? DataClass::LoginLog
                                                                         : DataClass::AuditLog;
            QCOMPARE(int(dataClassOf(kind)), int(expected));
        }
    }

    void namesGoBothWays()
    {
        for (const DataClass one : allDataClasses())
            QCOMPARE(int(dataClassFromName(QString(dataClassName(one))).value()), int(one));
        for (const HoldSubject one : {HoldSubject::Person, HoldSubject::Number, HoldSubject::Period})
            QCOMPARE(int(holdSubjectFromName(QString(holdSubjectName(one))).value()), int(one));
        for (const PurgeCause one : {PurgeCause::Schedule, PurgeCause::Asked, PurgeCause::Erasure})
            QCOMPARE(int(purgeCauseFromName(QString(purgeCauseName(one))).value()), int(one));
        QVERIFY(!dataClassFromName(u"") && !holdSubjectFromName(u"Person") && !purgeCauseFromName(u"x"));
    }

    void daysHaveBounds_data()
    {
        QTest::addColumn<int>("dataClass");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("field");
        const auto row = [](DataClass dataClass, int days, const char *field) {
            QTest::addRow("%s %d", dataClassName(dataClass).data(), days)
                << int(dataClass) << days << QString::fromLatin1(field);
        };
        row(DataClass::LoginLog, 1, "");
        row(DataClass::LoginLog, 0, "loginLogDays");
        row(DataClass::LoginLog, -5, "loginLogDays");
        row(DataClass::AuditLog, 36'500, "");
        row(DataClass::AuditLog, 36'501, "auditLogDays");
        row(DataClass::Reports, 2'000'000'000, "reportsDays");
        row(DataClass::CallRecords, 8, "");
        row(DataClass::CallRecords, 7, "callRecordsDays");
        row(DataClass::CallRecords, 36'501, "callRecordsDays");
    }
    void daysHaveBounds()
    {
        QFETCH(int, dataClass);
        QFETCH(int, days);
        QFETCH(QString, field);
        RetentionRules rules;
        rules.setDays(static_cast<DataClass>(dataClass), days);
        QCOMPARE(rules.days(static_cast<DataClass>(dataClass)), std::optional(days));
        const Result<void> judged = judgeRetention(rules);
        QCOMPARE(judged.ok(), field.isEmpty());
        if (!judged) QCOMPARE(judged.error().field, field);
    }

    void theEndIsDaysOf24HoursAgo()
    {
        RetentionRules rules;
        rules.loginLogDays = 90;
        QCOMPARE(purgeBefore(rules, DataClass::LoginLog, noon), QDateTime(QDate(2026, 8, 20), QTime(12, 0), Qt::UTC));
        QVERIFY(!purgeBefore(rules, DataClass::AuditLog, noon).isValid());
        QVERIFY(judgeRetention(RetentionRules()).ok());
    }

    void holdsAreJudged_data()
    {
        QTest::addColumn<int>("subject");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("fromDays");
        QTest::addColumn<int>("untilDays");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("field");
        const int none = 999;
        const auto why = QStringLiteral("Why");
        QTest::newRow("person") << 1 << QStringLiteral("usr_1") << none << none << why << QString();
        QTest::newRow("nobody") << 1 << QStringLiteral("  ") << none << none << why << QStringLiteral("value");
        QTest::newRow("number") << 2 << QStringLiteral("020 7946 0001") << none << none << why << QString();
        QTest::newRow("no number") << 2 << QStringLiteral("desk") << none << none << why << QStringLiteral("value");
        QTest::newRow("forty digits") << 2 << QString(40, u'1') << none << none << why << QStringLiteral("value");
        QTest::newRow("period") << 3 << QString() << -5 << 5 << why << QString();
        QTest::newRow("period with a value") << 3 << QStringLiteral("x") << -5 << 5 << why << QStringLiteral("value");
        QTest::newRow("period open at both ends") << 3 << QString() << none << none << why << QStringLiteral("from");
        QTest::newRow("period the wrong way round") << 3 << QString() << 5 << 5 << why << QStringLiteral("until");
        QTest::newRow("without a reason")
            << 1 << QStringLiteral("usr_1") << none << none << QStringLiteral(" ") << QStringLiteral("reason");
        QTest::newRow("a long reason") << 1 << QStringLiteral("usr_1") << none << none << QString(513, u'x')
                                       << QStringLiteral("reason");
    }
    void holdsAreJudged()
    {
        QFETCH(int, subject);
        QFETCH(QString, value);
        QFETCH(int, fromDays);
        QFETCH(int, untilDays);
        QFETCH(QString, reason);
        QFETCH(QString, field);
        LegalHold hold =
            held(static_cast<HoldSubject>(subject), value, fromDays == 999 ? QDateTime() : noon.addDays(fromDays),
                 untilDays == 999 ? QDateTime() : noon.addDays(untilDays));
        hold.reason = reason;
        const Result<LegalHold> judged = judgeHold(hold);
        QCOMPARE(judged.ok(), field.isEmpty());
        if (!judged) QCOMPARE(judged.error().field, field);
        if (judged && hold.subject == HoldSubject::Number) QCOMPARE(judged->value, QStringLiteral("+442079460001"));
    }

    void aTextIsHeldOnlyAsAWhole()
    {
        const LegalHold hold = held(HoldSubject::Person, QStringLiteral("usr_1"));
        const HoldMatcher matcher(std::array{hold}, [](const QString &) {
            return QStringList{QStringLiteral("an\"n\\"), QStringLiteral("zoë"), QString()};
        });
        QVERIFY(matcher.keeps("{\"actor\":{\"id\":\"usr_1\"}}", 0));
        QVERIFY(!matcher.keeps("{\"actor\":{\"id\":\"usr_12\"}}", 0));
        QVERIFY(!matcher.keeps("{\"detail\":\"about usr_1 here\"}", 0));
        QVERIFY(matcher.keeps("{\"name\":\"an\\\"n\\\\\"}", 0));
        QVERIFY(matcher.keeps("{\"name\":\"zo\xc3\xab\"}", 0));
        // An empty name holds nothing.
        QVERIFY(!matcher.keeps("{\"name\":\"\"}", 0));
        QVERIFY(matcher.keepsPerson(QStringLiteral("usr_1")));
        QVERIFY(!matcher.keepsPerson(QStringLiteral("usr_2")));
    }

    void theBoundsOfAHold()
    {
        const HoldMatcher matcher(std::array{held(HoldSubject::Period, {}, noon, noon.addSecs(1))}, &noNames);
        const qint64 at = noon.toMSecsSinceEpoch();
        QVERIFY(!matcher.keeps("{}", at - 1));
        QVERIFY(matcher.keeps("{}", at));
        QVERIFY(matcher.keeps("{}", at + 999));
        QVERIFY(!matcher.keeps("{}", at + 1'000));
        CallRecord call;
        call.startedAt = noon;
        QVERIFY(matcher.keeps(call));
        call.startedAt = noon.addSecs(1);
        QVERIFY(!matcher.keeps(call));
    }

    void aReleasedHoldHoldsNothing()
    {
        LegalHold hold = held(HoldSubject::Number, QStringLiteral("+442079460001"));
        CallRecord call;
        call.destination = hold.value;
        call.startedAt = noon;
        QVERIFY(HoldMatcher(std::array{hold}, &noNames).keeps(call));
        hold.releasedAt = noon;
        const HoldMatcher matcher(std::array{hold}, &noNames);
        QVERIFY(matcher.empty());
        QVERIFY(!matcher.keeps(call));
    }

    void theSchedule_data()
    {
        QTest::addColumn<QDateTime>("changed");
        QTest::addColumn<QDateTime>("last");
        QTest::addColumn<QDateTime>("next");
        QTest::newRow("never ran") << noon << QDateTime() << noon.addSecs(3'600);
        QTest::newRow("ran yesterday") << noon.addDays(-9) << noon.addDays(-1) << noon;
        QTest::newRow("changed just now") << noon << noon.addDays(-3) << noon.addSecs(3'600);
        QTest::newRow("changed after the run") << noon << noon.addSecs(-60) << noon.addSecs(86'340);
    }
    void theSchedule()
    {
        QFETCH(QDateTime, changed);
        QFETCH(QDateTime, last);
        QFETCH(QDateTime, next);
        RetentionRules rules;
        rules.reportsDays = 1;
        QCOMPARE(nextPurge(rules, changed, last), next);
        QVERIFY(!nextPurge(RetentionRules(), changed, last).isValid());
    }

    void theStandards_data()
    {
        using Says = RetentionSays;
        QTest::addColumn<int>("dataClass");
        QTest::addColumn<int>("days");  // 0: permanent
        QTest::addColumn<int>("pci");   // -1: says nothing
        QTest::addColumn<int>("gdpr");
        for (const DataClass log : {DataClass::LoginLog, DataClass::AuditLog, DataClass::Reports}) {
            const char *name = dataClassName(log).data();
            QTest::addRow("%s permanent", name) << int(log) << 0 << int(Says::Meets) << int(Says::MustJustify);
            QTest::addRow("%s 366", name) << int(log) << 366 << int(Says::Meets) << int(Says::MustJustify);
            QTest::addRow("%s 365", name) << int(log) << 365 << int(Says::Meets) << int(Says::Limited);
            QTest::addRow("%s 364", name) << int(log) << 364 << int(Says::TooShort) << int(Says::Limited);
        }
        QTest::newRow("calls permanent") << int(DataClass::CallRecords) << 0 << -1 << int(Says::MustJustify);
        QTest::newRow("calls 30") << int(DataClass::CallRecords) << 30 << -1 << int(Says::Limited);
    }
    void theStandards()
    {
        QFETCH(int, dataClass);
        QFETCH(int, days);
        QFETCH(int, pci);
        QFETCH(int, gdpr);
        const auto findings =
            standardsOf(static_cast<DataClass>(dataClass), days == 0 ? std::nullopt : std::optional(days));
        int foundPci = -1;
        int foundGdpr = -1;
        for (const RetentionFinding &finding : findings)
            (finding.standard == RetentionStandard::PciDss ? foundPci : foundGdpr) = int(finding.says);
        QCOMPARE(foundPci, pci);
        QCOMPARE(foundGdpr, gdpr);
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"

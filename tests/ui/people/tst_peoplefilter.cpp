// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/openprofile.h"
#include "ui/people/peoplefilter.h"

#include <QTest>

using namespace lw;
using ui::parsePeopleFilter;

class TestPeopleFilter : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void narrows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("logins");
        const QStringList everybody{QStringLiteral("ann.lee"),      QStringLiteral("bruno.moreau"),
                                    QStringLiteral("daniel.costa"), QStringLiteral("eva.varga"),
                                    QStringLiteral("jide.okafor"),  QStringLiteral("sami.haddad")};
        const auto row = [](const char *text, const QStringList &logins) {
            QTest::newRow(*text ? text : "nothing") << QString::fromLatin1(text) << logins;
        };
        row("", everybody);
        row("   ", everybody);
        row("password:overdue", {QStringLiteral("ann.lee")});
        row("PASSWORD:Overdue", {QStringLiteral("ann.lee")});
        row("password:due", {QStringLiteral("bruno.moreau")});
        row("password:exempt", {QStringLiteral("eva.varga")});
        row("password:never", {QStringLiteral("jide.okafor")});
        row("password:fresh", {QStringLiteral("daniel.costa"), QStringLiteral("sami.haddad")});
        row("status:locked", {QStringLiteral("sami.haddad")});
        row("mfa:totp", {QStringLiteral("daniel.costa"), QStringLiteral("sami.haddad")});
        row("mfa:none support", {QStringLiteral("eva.varga"), QStringLiteral("jide.okafor")});
        row("department:sal", {QStringLiteral("ann.lee"), QStringLiteral("bruno.moreau")});
        row("department:\"sales\"", {QStringLiteral("ann.lee"), QStringLiteral("bruno.moreau")});
        row("role:owner", {QStringLiteral("sami.haddad")});
        row("role:bil", {QStringLiteral("daniel.costa")});
        row("LEE", {QStringLiteral("ann.lee")});
        row("\"Ann Lee\"", {QStringLiteral("ann.lee")});
        row("ann sales", {QStringLiteral("ann.lee")});
        row("ann support", {});
        row("password:", everybody);
        row("idle:yes", {});
    }
    void narrows()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, logins);
        const auto parse = parsePeopleFilter(text);
        QCOMPARE(parse.problem, QString());
        const people::PeopleList list = people::judgePeople(test::OpenProfile::samplePeople(),
                                                            test::OpenProfile::customer(), test::OpenProfile::now());
        QStringList found;
        for (const people::PersonRow &row : list.rows)
            if (parse.filter.matches(row, list.asOf)) found << row.user.login;
        QCOMPARE(found, logins);
    }

    void problemsNameTheToken_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("named");
        QTest::newRow("value") << QStringLiteral("password:old") << QStringLiteral("overdue");
        QTest::newRow("status") << QStringLiteral("status:asleep") << QStringLiteral("locked");
        QTest::newRow("mfa") << QStringLiteral("mfa:sms") << QStringLiteral("totp");
        QTest::newRow("key") << QStringLiteral("team:sales") << QStringLiteral("team:");
        QTest::newRow("first of two") << QStringLiteral("mfa:sms status:asleep") << QStringLiteral("totp");
    }
    void problemsNameTheToken()
    {
        QFETCH(QString, text);
        QFETCH(QString, named);
        const QString problem = parsePeopleFilter(text).problem;
        QVERIFY2(problem.contains(named), qPrintable(problem));
    }

    void idleCountsFromTheLastLoginOrTheCreation()
    {
        people::PersonRow row;
        row.user.createdAt = test::OpenProfile::now().addDays(-100);
        const auto idle = parsePeopleFilter(QStringLiteral("idle:yes")).filter;
        QVERIFY(idle.matches(row, test::OpenProfile::now()));
        row.user.lastLoginAt = test::OpenProfile::now().addDays(-90).addSecs(1);
        QVERIFY(!idle.matches(row, test::OpenProfile::now()));
        row.user.lastLoginAt = test::OpenProfile::now().addDays(-90);
        QVERIFY(idle.matches(row, test::OpenProfile::now()));
        row.user.status = UserStatus::Disabled;
        QVERIFY(!idle.matches(row, test::OpenProfile::now()));
        QVERIFY(parsePeopleFilter(QStringLiteral("idle:maybe")).problem.contains(QStringLiteral("yes")));
    }

    void completes()
    {
        const QStringList departments{QStringLiteral("Sales"), QStringLiteral("Field service")};
        QCOMPARE(ui::completePeopleFilter(QStringLiteral("password:o"), departments),
                 QStringList{QStringLiteral("password:overdue")});
        QCOMPARE(ui::completePeopleFilter(QStringLiteral("department:f"), departments),
                 QStringList{QStringLiteral("department:\"Field service\"")});
        QVERIFY(ui::completePeopleFilter(QStringLiteral("zzz"), departments).isEmpty());
        for (const QString &candidate : ui::completePeopleFilter(QString(), departments))
            QCOMPARE(parsePeopleFilter(candidate).problem, QString());
    }
};

QTEST_APPLESS_MAIN(TestPeopleFilter)
#include "tst_peoplefilter.moc"

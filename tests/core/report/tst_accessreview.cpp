// SPDX-License-Identifier: GPL-3.0-or-later
// The access review says who may do what, and puts first what a reviewer should look at.
#include "core/report/accessreview.h"
#include "core/report/csvwriter.h"
#include "tests/core/report/reporttesting.h"

#include <QBuffer>
#include <QTest>

using namespace lw;
using namespace lw::report;

namespace {

const QDateTime now = testing::scope().exportedAt;

User person(const char *login, const QStringList &roles)
{
    User user;
    user.id = QStringLiteral("usr_") + QLatin1String(login);
    user.login = QString::fromLatin1(login);
    user.displayName = user.login.toUpper();
    user.roles = roles;
    user.mfa = MfaKind::Totp;
    user.createdAt = now.addDays(-400);
    user.lastLoginAt = now.addDays(-1);
    user.passwordChangedAt = now.addDays(-5);
    return user;
}

QStringList rowOf(const ReportContent &content, const QString &login)
{
    QStringList row;
    for (auto more = content.rows(row); more && *more; more = content.rows(row))
        if (row.value(0) == login) return row;
    return {};
}

QString figure(const ReportContent &content, int index)
{
    return content.figures.value(index).value;
}

}  // namespace

class TestAccessReview : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void findings_data()
    {
        QTest::addColumn<User>("user");
        QTest::addColumn<QString>("findings");
        const QStringList plain{QStringLiteral("user")}, owner{QStringLiteral("owner")};
        QTest::newRow("nothing to look at") << person("a", plain) << QString();
        User noFactor = person("a", plain);
        noFactor.mfa = MfaKind::None;
        QTest::newRow("a plain user needs no second factor") << noFactor << QString();
        noFactor.roles = {QStringLiteral("security_officer")};
        QTest::newRow("whoever changes things should have one") << noFactor << QStringLiteral("no second factor");
        noFactor.roles = owner;
        QTest::newRow("required") << noFactor << QStringLiteral("required second factor missing");
        User idle = person("a", plain);
        idle.lastLoginAt = now.addDays(-90).addSecs(1);
        QTest::newRow("a second before 90 days") << idle << QString();
        idle.lastLoginAt = now.addDays(-90);
        QTest::newRow("90 days") << idle << QStringLiteral("idle for 90 days");
        idle.lastLoginAt = {};
        QTest::newRow("never logged in, old account") << idle << QStringLiteral("idle for 400 days");
        idle.createdAt = now.addDays(-89);
        QTest::newRow("never logged in, new account") << idle << QString();
        User overdue = person("a", plain);
        overdue.passwordChangedAt = now.addDays(-90);
        QTest::newRow("overdue") << overdue << QStringLiteral("password overdue");
        overdue.exemption = RotationExemption{QStringLiteral("at sea"), now.addDays(1)};
        QTest::newRow("exempt") << overdue << QStringLiteral("exempt from rotation");
        User several = person("a", {});
        several.passwordChangedAt = {};
        several.lastLoginAt = now.addDays(-120);
        QTest::newRow("several") << several << QStringLiteral("idle for 120 days; password never set; no role");
        several.status = UserStatus::Disabled;
        QTest::newRow("disabled: nothing any more") << several << QString();
    }
    void findings()
    {
        QFETCH(User, user);
        Customer customer;
        customer.mfaRequiredRoles = {QStringLiteral("owner")};
        const QStringList row = rowOf(accessReview(testing::scope(), {user}, customer, {}), user.login);
        QTEST(row.value(12), "findings");
    }

    void mostToLookAtComesFirst()
    {
        User bad = person("zoe", {QStringLiteral("user")});
        bad.lastLoginAt = now.addDays(-100);
        const ReportContent content = accessReview(
            testing::scope(), {person("ann", {QStringLiteral("user")}), person("bea", {QStringLiteral("owner")}), bad},
            Customer(), {});
        QStringList order, row;
        for (auto more = content.rows(row); more && *more; more = content.rows(row))
            order << row[0];
        QCOMPARE(order, (QStringList{QStringLiteral("zoe"), QStringLiteral("bea"), QStringLiteral("ann")}));
        QCOMPARE(content.rowCount, 3u);
    }

    void customRolesGiveTheirPermissions()
    {
        const Role helpdesk{QStringLiteral("helpdesk"), {Permission::UsersRead, Permission::SessionsEnd}, false};
        const ReportContent content =
            accessReview(testing::scope(), {person("ann", {helpdesk.name})}, Customer(), {helpdesk});
        const QStringList row = rowOf(content, QStringLiteral("ann"));
        QCOMPARE(row.size(), content.columns.size());
        QCOMPARE(row[4], QStringLiteral("helpdesk"));
        QCOMPARE(row[5], QStringLiteral("users.read sessions.end"));
        QCOMPARE(figure(content, 2), QStringLiteral("1"));
        QCOMPARE(content.chart.bars.last().label, QStringLiteral("helpdesk"));
        QCOMPARE(content.chart.bars.last().lower, 1u);
    }

    void figuresLeaveDisabledPeopleOut()
    {
        User gone = person("gone", {QStringLiteral("owner")});
        gone.status = UserStatus::Disabled;
        gone.mfa = MfaKind::None;
        gone.lastLoginAt = now.addDays(-300);
        const ReportContent content =
            accessReview(testing::scope(), {person("ann", {QStringLiteral("owner")}), gone}, Customer(), {});
        QCOMPARE(figure(content, 0), QStringLiteral("1"));
        QCOMPARE(figure(content, 1), QStringLiteral("1"));
        QCOMPARE(figure(content, 3), QStringLiteral("0"));
        QVERIFY(!content.figures[3].alarm);
        QCOMPARE(figure(content, 4), QStringLiteral("0"));
    }

    void theCsvHoldsEveryColumn()
    {
        const ReportContent content =
            accessReview(testing::scope(), {person("ann", {QStringLiteral("owner")})}, Customer(), {});
        QBuffer buffer;
        QVERIFY(buffer.open(QIODevice::WriteOnly));
        const Result<quint64> rows = writeCsv(content, buffer);
        QVERIFY(rows);
        QCOMPARE(*rows, 1u);
        QVERIFY(buffer.data().startsWith("Login,Name,Department,Status,Roles,Permissions,"));
        QVERIFY(buffer.data().contains("usr_ann\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestAccessReview)
#include "tst_accessreview.moc"

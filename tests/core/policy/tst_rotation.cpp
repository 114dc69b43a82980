// SPDX-License-Identifier: GPL-3.0-or-later
// Due dates that an administrator set, that are spread, and those of devices; warnings; idle accounts. Each at the
// instants around its boundary.
#include "core/policy/idle.h"
#include "core/policy/passwordage.h"
#include "core/policy/rotation.h"
#include "core/util/time.h"

#include <QMap>
#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

const QDateTime changed = fromRfc3339(u"2026-01-01T00:00:00Z");  // due 2026-04-01T00:00Z by the default policy

User someone()
{
    User user;
    user.id = QStringLiteral("usr_01");
    user.createdAt = changed.addYears(-1);
    user.passwordChangedAt = changed;
    return user;
}

QDateTime at(const QString &text)
{
    return fromRfc3339(text);
}

}  // namespace

class TestRotation : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void forcedDue_data()
    {
        QTest::addColumn<int>("maxAge");
        QTest::addColumn<QString>("forced");
        QTest::addColumn<QString>("exemptUntil");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("due");
        QTest::addColumn<bool>("mustChange");
        const auto row = [](const char *name, int maxAge, const char *forced, const char *exempt, const char *now,
                            const char *state, const char *due, bool mustChange) {
            QTest::newRow(name) << maxAge << QString::fromLatin1(forced) << QString::fromLatin1(exempt)
                                << QString::fromLatin1(now) << QString::fromLatin1(state) << QString::fromLatin1(due)
                                << mustChange;
        };
        const char *none = "";
        const char *policy = "2026-04-01T00:00:00.000Z";
        const char *feb = "2026-02-10T12:00:00.000Z";
        const char *may = "2026-05-01T00:00:00.000Z";
        row("long before", 90, feb, none, "2026-01-20T00:00:00Z", "fresh", feb, false);
        row("1 ms before the first warning", 90, feb, none, "2026-01-27T11:59:59.999Z", "fresh", feb, false);
        row("at the first warning", 90, feb, none, "2026-01-27T12:00:00Z", "due_soon", feb, false);
        row("the last day begins", 90, feb, none, "2026-02-09T12:00:00Z", "due", feb, false);
        row("1 ms before", 90, feb, none, "2026-02-10T11:59:59.999Z", "due", feb, false);
        row("at the instant", 90, feb, none, "2026-02-10T12:00:00Z", "overdue", feb, true);
        row("1 ms after", 90, feb, none, "2026-02-10T12:00:00.001Z", "overdue", feb, true);
        row("the policy's is earlier", 90, may, none, "2026-03-31T12:00:00Z", "due", policy, false);
        row("the same as the policy's", 90, policy, none, policy, "overdue", policy, true);
        row("without rotation: before", 0, feb, none, "2026-02-10T11:59:59.999Z", "due", feb, false);
        row("without rotation: at the instant", 0, feb, none, feb, "overdue", feb, true);
        row("from before the last change", 90, "2025-12-31T23:59:59.999Z", none, "2026-01-02T00:00:00Z", "fresh",
            policy, false);
        row("from before the last change, without rotation", 0, "2025-12-31T23:59:59.999Z", none,
            "2026-01-02T00:00:00Z", "not_rotated", none, false);
        row("at the very change", 90, "2026-01-01T00:00:00Z", none, "2026-01-01T00:00:00Z", "overdue",
            "2026-01-01T00:00:00.000Z", true);
        row("an exemption does not lift it", 90, feb, may, feb, "overdue", feb, true);
        row("an exemption ends first", 90, may, feb, "2026-01-20T00:00:00Z", "exempt", policy, false);
        row("clock went back", 90, feb, none, "2025-06-01T00:00:00Z", "fresh", feb, false);
    }
    void forcedDue()
    {
        QFETCH(int, maxAge);
        QFETCH(QString, forced);
        QFETCH(QString, exemptUntil);
        QFETCH(QString, now);
        User user = someone();
        user.passwordDueAt = at(forced);
        if (!exemptUntil.isEmpty()) user.exemption = RotationExemption{QStringLiteral("desk"), at(exemptUntil)};
        PasswordPolicy policy;
        policy.maxAgeDays = maxAge;
        const PasswordAgeVerdict verdict = passwordAge(user, policy, at(now));
        QTEST(QString(passwordStateName(verdict.state)), "state");
        QTEST(toRfc3339(verdict.dueAt), "due");
        QTEST(verdict.mustChange, "mustChange");
    }

    void aSpreadIsNeverLaterAndNeverMoves()
    {
        PasswordPolicy policy;
        policy.spreadDays = 14;
        QMap<int, int> perDay;
        for (int i = 0; i < 1500; ++i) {
            User user = someone();
            user.id = QStringLiteral("usr_%1").arg(i, 26, 10, QLatin1Char('0'));
            const PasswordAgeVerdict verdict = passwordAge(user, policy, changed);
            QCOMPARE(passwordAge(user, policy, changed.addDays(40)).dueAt, verdict.dueAt);
            const qint64 early = verdict.dueAt.daysTo(changed.addDays(90));
            QVERIFY(early >= 0 && early <= 14);
            ++perDay[static_cast<int>(early)];
        }
        // 15 days, 100 people each on average.
        QCOMPARE(perDay.size(), 15);
        for (const int people : perDay)
            QVERIFY2(people > 60 && people < 140, qPrintable(QString::number(people)));
    }

    void shares_data()
    {
        QTest::addColumn<int>("spread");
        QTest::addColumn<int>("maxAge");
        QTest::addColumn<int>("most");
        QTest::newRow("none") << 0 << 90 << 0;
        QTest::newRow("negative") << -3 << 90 << 0;
        QTest::newRow("one") << 1 << 90 << 1;
        QTest::newRow("14") << 14 << 90 << 14;
        QTest::newRow("as long as the age") << 90 << 90 << 89;
        QTest::newRow("longer than the age") << 90 << 7 << 6;
        QTest::newRow("age of a day") << 14 << 1 << 0;
        QTest::newRow("no rotation") << 14 << 0 << 0;
    }
    void shares()
    {
        QFETCH(int, spread);
        QFETCH(int, maxAge);
        QFETCH(int, most);
        int seen = 0;
        for (int i = 0; i < 1000; ++i) {
            const int share = spreadShare(QString::number(i), spread, maxAge);
            QVERIFY(share >= 0 && share <= most);
            seen = std::max(seen, share);
        }
        QCOMPARE(seen, most);
    }

    void bulkIsSpreadEvenly_data()
    {
        QTest::addColumn<int>("people");
        QTest::addColumn<int>("days");
        QTest::addColumn<QList<int>>("perDay");  // from tomorrow on; empty: at once
        QTest::newRow("nobody") << 0 << 5 << QList<int>{};
        QTest::newRow("at once") << 3 << 0 << QList<int>{};
        QTest::newRow("one day") << 3 << 1 << QList<int>{3};
        QTest::newRow("even") << 6 << 3 << QList<int>{2, 2, 2};
        QTest::newRow("uneven") << 7 << 3 << QList<int>{3, 2, 2};
        QTest::newRow("fewer people than days") << 2 << 4 << QList<int>{1, 0, 1, 0};
        QTest::newRow("more days than allowed") << 90 << 1000 << QList<int>(90, 1);
    }
    void bulkIsSpreadEvenly()
    {
        QFETCH(int, people);
        QFETCH(int, days);
        QFETCH(QList<int>, perDay);
        QStringList ids;
        for (int i = 0; i < people; ++i)
            ids.append(QString::number(i));
        const QList<QDateTime> due = spreadOver(ids, days, changed);
        QCOMPARE(due.size(), people);
        QVERIFY(std::is_sorted(due.begin(), due.end()));
        QList<int> found(perDay.size(), 0);
        for (const QDateTime &moment : due) {
            const qint64 day = changed.daysTo(moment);
            QCOMPARE(moment, changed.addDays(day));
            if (perDay.isEmpty())
                QCOMPARE(day, 0);
            else
                ++found[day - 1];
        }
        QCOMPARE(found, perDay);
    }

    void notices_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("about");
        QTest::newRow("1 ms before the first") << "2026-03-17T23:59:59.999Z"
                                               << "";
        QTest::newRow("the first") << "2026-03-18T00:00:00.000Z"
                                   << "2026-04-01T00:00:00.000Z/14";
        QTest::newRow("still the first") << "2026-03-24T23:59:59.999Z"
                                         << "2026-04-01T00:00:00.000Z/14";
        QTest::newRow("the second") << "2026-03-25T00:00:00.000Z"
                                    << "2026-04-01T00:00:00.000Z/7";
        QTest::newRow("after a week of silence: only the last") << "2026-03-31T18:00:00Z"
                                                                << "2026-04-01T00:00:00.000Z/1";
        QTest::newRow("1 ms before it is due") << "2026-03-31T23:59:59.999Z"
                                               << "2026-04-01T00:00:00.000Z/1";
        QTest::newRow("due: no warning any more") << "2026-04-01T00:00:00.000Z"
                                                  << "";
    }
    void notices()
    {
        QFETCH(QString, now);
        QFETCH(QString, about);
        User user = someone();
        const QList<RotationNotice> due = noticesDue(user, {}, at(now));
        QCOMPARE(due.isEmpty() ? QString() : due.first().about, about);
        QVERIFY(due.size() <= 1);
        user.status = UserStatus::Disabled;
        QVERIFY(noticesDue(user, {}, at(now)).isEmpty());
        user = someone();
        user.exemption = RotationExemption{QStringLiteral("desk"), changed.addYears(1)};
        QVERIFY(noticesDue(user, {}, at(now)).isEmpty());
        user = someone();
        user.passwordChangedAt = {};
        QVERIFY(noticesDue(user, {}, at(now)).isEmpty());
        // A device's secret is warned of by the same table.
        Device device;
        device.id = QStringLiteral("dev_1");
        device.createdAt = device.secretChangedAt = changed;
        QVERIFY(noticesDue(device, {}, at(now)).isEmpty());
        PasswordPolicy policy;
        policy.deviceMaxAgeDays = 90;
        const QList<RotationNotice> ofDevice = noticesDue(device, policy, at(now));
        QCOMPARE(ofDevice.isEmpty() ? QString() : ofDevice.first().about, about);
        device.revokedAt = changed;
        QVERIFY(noticesDue(device, policy, at(now)).isEmpty());
    }

    void devices_data()
    {
        QTest::addColumn<int>("maxAge");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("age");
        QTest::newRow("no rotation") << 0 << "2030-01-01T00:00:00Z"
                                     << "not_rotated" << 1461;
        QTest::newRow("fresh") << 365 << "2026-06-01T00:00:00Z"
                               << "fresh" << 151;
        QTest::newRow("1 ms before due") << 365 << "2026-12-31T23:59:59.999Z"
                                         << "due" << 364;
        QTest::newRow("at the instant") << 365 << "2027-01-01T00:00:00Z"
                                        << "overdue" << 365;
        QTest::newRow("clock went back") << 365 << "2025-01-01T00:00:00Z"
                                         << "fresh" << 0;
    }
    void devices()
    {
        QFETCH(int, maxAge);
        QFETCH(QString, now);
        Device device;
        device.createdAt = changed.addDays(-10);
        device.secretChangedAt = changed;
        PasswordPolicy policy;
        policy.deviceMaxAgeDays = maxAge;
        PasswordAgeVerdict verdict = deviceSecretAge(device, policy, at(now));
        QTEST(QString(passwordStateName(verdict.state)), "state");
        QTEST(verdict.ageDays, "age");
        device.revokedAt = changed;
        QCOMPARE(deviceSecretAge(device, policy, at(now)).state, PasswordState::NotRotated);
    }

    void idle_data()
    {
        QTest::addColumn<QString>("created");
        QTest::addColumn<QString>("lastLogin");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("idle");
        const char *login = "2026-01-01T12:00:00Z";
        QTest::newRow("1 ms before") << "2020-01-01T00:00:00Z" << login << "2026-04-01T11:59:59.999Z" << false;
        QTest::newRow("at the instant") << "2020-01-01T00:00:00Z" << login << "2026-04-01T12:00:00Z" << true;
        QTest::newRow("never, 1 ms before") << login << ""
                                            << "2026-04-01T11:59:59.999Z" << false;
        QTest::newRow("never, at the instant") << login << ""
                                               << "2026-04-01T12:00:00Z" << true;
        QTest::newRow("clock went back") << "2020-01-01T00:00:00Z" << login << "2025-01-01T00:00:00Z" << false;
        QTest::newRow("nothing is known") << ""
                                          << ""
                                          << "2026-04-01T12:00:00Z" << false;
    }
    void idle()
    {
        QFETCH(QString, created);
        QFETCH(QString, lastLogin);
        QFETCH(QString, now);
        QFETCH(bool, idle);
        User user;
        user.createdAt = at(created);
        user.lastLoginAt = at(lastLogin);
        QCOMPARE(isIdle(user, at(now)), idle);
        user.status = UserStatus::Locked;
        QCOMPARE(isIdle(user, at(now)), idle);
        user.status = UserStatus::Disabled;
        QVERIFY(!isIdle(user, at(now)));
    }
};

QTEST_GUILESS_MAIN(TestRotation)
#include "tst_rotation.moc"

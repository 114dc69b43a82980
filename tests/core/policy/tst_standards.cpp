// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/standards.h"
#include "core/util/time.h"

#include <QTest>

#include <algorithm>

using namespace lw;
using namespace lw::policy;

class TestStandards : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void rotation_data();
    void rotation();
    void gaps_data();
    void gaps();
    void floor_data();
    void floor();
    void faults_data();
    void faults();
};

void TestStandards::rotation_data()
{
    QTest::addColumn<int>("maxAge");
    QTest::addColumn<bool>("mfa");
    QTest::addColumn<QString>("exemptUntil");
    QTest::addColumn<int>("pci");
    QTest::addColumn<int>("others");
    const auto met = int(Says::RotationRequiredAndMet), notMet = int(Says::RotationRequiredButNotMet),
               free = int(Says::RotationNotRequired), against = int(Says::AdvisesAgainstRotation),
               agrees = int(Says::AgreesNoRotation);
    // now is 2026-06-01T00:00:00Z
    QTest::newRow("90 days, password only") << 90 << false << "" << met << against;
    QTest::newRow("30 days, password only") << 30 << false << "" << met << against;
    QTest::newRow("91 days, password only") << 91 << false << "" << notMet << against;
    QTest::newRow("no rotation, password only") << 0 << false << "" << notMet << agrees;
    QTest::newRow("90 days, second factor") << 90 << true << "" << free << against;
    QTest::newRow("no rotation, second factor") << 0 << true << "" << free << agrees;
    QTest::newRow("exempt") << 90 << false << "2026-06-01T00:00:00.001Z" << notMet << agrees;
    QTest::newRow("exemption over at this instant") << 90 << false << "2026-06-01T00:00:00.000Z" << met << against;
    QTest::newRow("exempt with second factor") << 90 << true << "2026-12-01T00:00:00Z" << free << agrees;
}

void TestStandards::rotation()
{
    QFETCH(int, maxAge);
    QFETCH(bool, mfa);
    QFETCH(QString, exemptUntil);
    QFETCH(int, pci);
    QFETCH(int, others);
    User user;
    user.mfa = mfa ? MfaKind::Totp : MfaKind::None;
    if (!exemptUntil.isEmpty()) user.exemption = RotationExemption{QStringLiteral("why"), fromRfc3339(exemptUntil)};
    PasswordPolicy policy;
    policy.maxAgeDays = maxAge;
    const auto said = standardsSay(user, policy, fromRfc3339(u"2026-06-01T00:00:00Z"));
    QCOMPARE(said.size(), size_t(3));
    QCOMPARE(said[0].standard, Standard::PciDss);
    QCOMPARE(int(said[0].says), pci);
    QCOMPARE(said[0].clause, QLatin1String("8.3.9"));
    QCOMPARE(said[1].standard, Standard::Nist);
    QCOMPARE(int(said[1].says), others);
    QCOMPARE(said[2].standard, Standard::CyberEssentials);
    QCOMPARE(int(said[2].says), others);
}

void TestStandards::gaps_data()
{
    QTest::addColumn<PasswordPolicy>("policy");
    QTest::addColumn<QStringList>("expected");  // standard:gap:required
    const auto with = [](auto change) {
        PasswordPolicy policy;
        policy.minLength = 15;
        change(policy);
        return policy;
    };
    QTest::newRow("strict") << with([](auto &) {}) << QStringList{};
    QTest::newRow("shipped default: NIST wants 15") << PasswordPolicy{} << QStringList{QStringLiteral("1:0:15")};
    QTest::newRow("11 characters") << with([](auto &p) { p.minLength = 11; })
                                   << QStringList{QStringLiteral("0:0:12"), QStringLiteral("1:0:15")};
    QTest::newRow("8 characters without deny list") << with([](auto &p) {
        p.minLength = 8;
        p.minStrength = 1;
    })
                                                    << QStringList{QStringLiteral("0:0:12"), QStringLiteral("1:0:15"),
                                                                   QStringLiteral("1:3:2"), QStringLiteral("2:3:2")};
    QTest::newRow("7 characters") << with([](auto &p) {
        p.minLength = 7;
    }) << QStringList{QStringLiteral("0:0:12"), QStringLiteral("1:0:15"), QStringLiteral("2:0:8")};
    QTest::newRow("12 characters need no deny list for Cyber Essentials") << with([](auto &p) {
        p.minLength = 12;
        p.minStrength = 0;
    }) << QStringList{QStringLiteral("1:0:15"), QStringLiteral("1:3:2")};
    QTest::newRow("history 3") << with([](auto &p) { p.history = 3; }) << QStringList{QStringLiteral("0:1:4")};
    QTest::newRow("never locks") << with([](auto &p) {
        p.lockAfterFailures = 0;
    }) << QStringList{QStringLiteral("0:2:10"), QStringLiteral("1:2:100"), QStringLiteral("2:2:10")};
    QTest::newRow("locks at 11") << with([](auto &p) { p.lockAfterFailures = 11; })
                                 << QStringList{QStringLiteral("0:2:10"), QStringLiteral("2:2:10")};
    QTest::newRow("91 days") << with([](auto &p) { p.maxAgeDays = 91; }) << QStringList{QStringLiteral("0:4:90")};
    QTest::newRow("no rotation") << with([](auto &p) { p.maxAgeDays = 0; }) << QStringList{QStringLiteral("0:4:90")};
}

void TestStandards::gaps()
{
    QFETCH(PasswordPolicy, policy);
    QStringList found;
    for (const PolicyGap &gap : policyGaps(policy)) {
        found << QStringLiteral("%1:%2:%3").arg(int(gap.standard)).arg(int(gap.gap)).arg(gap.required);
        QVERIFY(!gap.clause.isEmpty());
    }
    QTEST(found, "expected");
}

void TestStandards::floor_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("legal");
    QTest::newRow("nothing") << 0 << 6;
    QTest::newRow("negative") << -1 << 6;
    QTest::newRow("one under the floor") << 5 << 6;
    QTest::newRow("the floor") << 6 << 6;
    QTest::newRow("one over") << 7 << 7;
    QTest::newRow("ceiling") << 128 << 128;
    QTest::newRow("over the ceiling") << 129 << 128;
}

void TestStandards::floor()
{
    QFETCH(int, length);
    PasswordPolicy policy;
    policy.minLength = length;
    policy.minStrength = 9;
    policy.history = -1;
    policy.maxAgeDays = -90;
    policy.lockAfterFailures = 1000;
    policy.warningDays = {1, 7, 7, -3, 0, 14};
    const PasswordPolicy legal = withinFloor(policy);
    QTEST(legal.minLength, "legal");
    QCOMPARE(legal.minStrength, 4);
    QCOMPARE(legal.history, 0);
    QCOMPARE(legal.maxAgeDays, 0);
    QCOMPARE(legal.lockAfterFailures, 100);
    QCOMPARE(legal.warningDays, (QList<int>{14, 7, 1}));
    QCOMPARE(withinFloor(legal), legal);
}

void TestStandards::faults_data()
{
    QTest::addColumn<PasswordPolicy>("policy");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, auto change, const char *field) {
        PasswordPolicy policy;
        change(policy);
        QTest::newRow(name) << policy << QString::fromLatin1(field);
    };
    row(
        "as shipped", [](auto &) {}, "");
    row(
        "5 characters", [](auto &p) { p.minLength = 5; }, "minLength");
    row(
        "6 characters", [](auto &p) { p.minLength = 6; }, "");
    row(
        "128 characters", [](auto &p) { p.minLength = 128; }, "");
    row(
        "129 characters", [](auto &p) { p.minLength = 129; }, "minLength");
    row(
        "strength 5", [](auto &p) { p.minStrength = 5; }, "minStrength");
    row(
        "history 24", [](auto &p) { p.history = 24; }, "");
    row(
        "history 25", [](auto &p) { p.history = 25; }, "history");
    row(
        "no rotation", [](auto &p) { p.maxAgeDays = 0; }, "");
    row(
        "ten years", [](auto &p) { p.maxAgeDays = 3650; }, "");
    row(
        "longer", [](auto &p) { p.maxAgeDays = 3651; }, "maxAgeDays");
    row(
        "devices of ten years", [](auto &p) { p.deviceMaxAgeDays = 3650; }, "");
    row(
        "devices longer", [](auto &p) { p.deviceMaxAgeDays = 3651; }, "deviceMaxAgeDays");
    row(
        "never locks", [](auto &p) { p.lockAfterFailures = 0; }, "lockAfterFailures");
    row(
        "locks at 100", [](auto &p) { p.lockAfterFailures = 100; }, "");
    row(
        "locks at 101", [](auto &p) { p.lockAfterFailures = 101; }, "lockAfterFailures");
    row(
        "spread of 89 days", [](auto &p) { p.spreadDays = 89; }, "");
    row(
        "spread of the whole age", [](auto &p) { p.spreadDays = 90; }, "spreadDays");
    row(
        "spread without rotation",
        [](auto &p) {
            p.spreadDays = 90;
            p.maxAgeDays = 0;
        },
        "");
    row(
        "spread over 90",
        [](auto &p) {
            p.spreadDays = 91;
            p.maxAgeDays = 365;
        },
        "spreadDays");
    row(
        "spread of the devices' whole age",
        [](auto &p) {
            p.spreadDays = 30;
            p.deviceMaxAgeDays = 30;
        },
        "spreadDays");
    row(
        "no warnings", [](auto &p) { p.warningDays = {}; }, "");
    row(
        "warnings ascending",
        [](auto &p) {
            p.warningDays = {1, 7};
        },
        "warningDays");
    row(
        "a warning twice",
        [](auto &p) {
            p.warningDays = {7, 7};
        },
        "warningDays");
    row(
        "a warning on the day",
        [](auto &p) {
            p.warningDays = {7, 0};
        },
        "warningDays");
    row(
        "33 warnings",
        [](auto &p) {
            p.warningDays.clear();
            for (int day = 33; day > 0; --day)
                p.warningDays.append(day);
        },
        "warningDays");
}

void TestStandards::faults()
{
    QFETCH(PasswordPolicy, policy);
    QFETCH(QString, field);
    const std::optional<PolicyFault> fault = policyFault(policy);
    QCOMPARE(fault ? QString(fault->field) : QString(), field);
    QCOMPARE(withinFloor(policy) == policy, field.isEmpty());
    QVERIFY(!policyFault(withinFloor(policy)));
    if (fault) QVERIFY(fault->message.endsWith(u'.'));
}

QTEST_GUILESS_MAIN(TestStandards)
#include "tst_standards.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/passwordstrength.h"

#include <QTest>

#include <algorithm>

using namespace lw;
using namespace lw::policy;

class TestPasswordStrength : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void rules_data();
    void rules();
    void length_data();
    void length();
    void scoresGrow();
    void standards_data();
    void standards();
    void personalWordsAreWeak();
    void longOnesAreJudgedQuickly();
};

namespace {

QStringList ruleNames(const StrengthVerdict &verdict)
{
    QStringList names;
    for (PasswordRule rule : verdict.failed)
        names << QString(passwordRuleName(rule));
    return names;
}

const QStringList person{QStringLiteral("ann.lee"), QStringLiteral("Ann Lee"), QStringLiteral("acme")};

}  // namespace

void TestPasswordStrength::rules_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<int>("minLength");
    QTest::addColumn<int>("minStrength");
    QTest::addColumn<QStringList>("failed");
    const auto rules = [](const char *names) { return QString::fromLatin1(names).split(u',', Qt::SkipEmptyParts); };
    QTest::newRow("good") << QByteArray("vexed-otter-Quilt-41") << 12 << 3 << rules("");
    QTest::newRow("empty") << QByteArray() << 12 << 3 << rules("too_short,too_weak");
    QTest::newRow("empty where strength is no matter") << QByteArray() << 6 << 0 << rules("too_short");
    QTest::newRow("one short") << QByteArray("xK9#qLp2!vZ") << 12 << 3 << rules("too_short");
    QTest::newRow("just long enough") << QByteArray("xK9#qLp2!vZw") << 12 << 3 << rules("");
    QTest::newRow("floor holds under a policy of 3: five") << QByteArray("xK9#q") << 3 << 0 << rules("too_short");
    QTest::newRow("floor holds under a policy of 3: six") << QByteArray("xK9#qL") << 3 << 0 << rules("");
    QTest::newRow("common") << QByteArray("password1234") << 12 << 3 << rules("too_weak");
    QTest::newRow("row of keys") << QByteArray("qwertyuiop123") << 12 << 3 << rules("too_weak");
    QTest::newRow("one letter") << QByteArray("aaaaaaaaaaaaaaaa") << 12 << 3 << rules("too_weak");
    QTest::newRow("login name") << QByteArray("ann.lee") << 6 << 0 << rules("personal_word");
    QTest::newRow("login name in capitals") << QByteArray("ANN.LEE") << 6 << 0 << rules("personal_word");
    QTest::newRow("login name backwards") << QByteArray("eel.nna") << 6 << 0 << rules("personal_word");
    QTest::newRow("NUL inside") << QByteArray("vexed-otter\0Quilt-41", 20) << 12 << 0 << rules("control_character");
    QTest::newRow("line feed") << QByteArray("vexed-otter\nQuilt-41") << 12 << 0 << rules("control_character");
    QTest::newRow("DEL") << QByteArray("vexed-otter\x7fQuilt-41") << 12 << 0 << rules("control_character");
    QTest::newRow("broken UTF-8") << QByteArray("vexed-otter\xff\xfeQuilt-41") << 12 << 0 << rules("broken_text");
    QTest::newRow("overlong UTF-8") << QByteArray("vexed-otter\xc0\xafQuilt-41") << 12 << 0 << rules("broken_text");
    QTest::newRow("256 characters") << QByteArray("xK9#qLp2").repeated(32) << 12 << 0 << rules("");
    QTest::newRow("257 characters") << QByteArray("xK9#qLp2").repeated(32) + "x" << 12 << 0 << rules("too_long");
}

void TestPasswordStrength::rules()
{
    QFETCH(QByteArray, password);
    QFETCH(int, minLength);
    QFETCH(int, minStrength);
    PasswordPolicy policy;
    policy.minLength = minLength;
    policy.minStrength = minStrength;
    const QByteArray before = password;
    const auto verdict = judgePassword(password, policy, person);
    QTEST(ruleNames(verdict), "failed");
    QCOMPARE(verdict.accepted(), verdict.failed.empty());
    QCOMPARE(password, before);
}

void TestPasswordStrength::length_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("length");
    QTest::newRow("ASCII") << "abcdef" << 6;
    QTest::newRow("umlauts") << QStringLiteral("äöüäöü") << 6;
    QTest::newRow("beyond the BMP counts once") << QStringLiteral("😀😀😀😀😀😀") << 6;
    QTest::newRow("CJK") << QStringLiteral("密码密码密码") << 6;
    QTest::newRow("combining marks count") << QStringLiteral("e\u0301e\u0301e\u0301") << 6;
    QTest::newRow("spaces count") << "a b c " << 6;
}

void TestPasswordStrength::length()
{
    QFETCH(QString, password);
    QTEST(judgePassword(password.toUtf8(), {}, {}).length, "length");
}

void TestPasswordStrength::scoresGrow()
{
    int last = -1;
    for (const char *text : {"password", "horse7", "tr0ub4dour&3x", "vexed-otter-Quilt-41"}) {
        const auto verdict = judgePassword(text, {}, {});
        QVERIFY2(verdict.score >= last, text);
        QVERIFY(verdict.score >= 0 && verdict.score <= 4);
        last = verdict.score;
    }
    QCOMPARE(last, 4);
    QCOMPARE(judgePassword("password", {}, {}).score, 0);
}

void TestPasswordStrength::standards_data()
{
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QList<int>>("failing");
    QTest::newRow("long and mixed") << QByteArray("vexed-otter-Quilt-41") << QList<int>{};
    QTest::newRow("long without a digit: PCI DSS") << QByteArray("vexed-otter-Quilt-ring") << QList<int>{0};
    QTest::newRow("twelve: NIST wants 15") << QByteArray("xK9#qLp2!vZw") << QList<int>{1};
    QTest::newRow("eight, hard to guess") << QByteArray("xK9#qLp2") << QList<int>{0, 1};
    QTest::newRow("eight, on every list") << QByteArray("password") << QList<int>{0, 1, 2};
    QTest::newRow("six") << QByteArray("xK9#qL") << QList<int>{0, 1, 2};
}

void TestPasswordStrength::standards()
{
    QFETCH(QByteArray, password);
    QList<int> failing;
    for (Standard standard : judgePassword(password, {}, {}).failedStandards)
        failing << int(standard);
    QTEST(failing, "failing");
}

void TestPasswordStrength::personalWordsAreWeak()
{
    const auto stranger = judgePassword("zorblaxia2019", {}, {});
    const auto own = judgePassword("zorblaxia2019", {}, {QStringLiteral("j.zorblaxia@example.org")});
    QVERIFY2(own.bits < stranger.bits - 10, qPrintable(QStringLiteral("%1 %2").arg(own.bits).arg(stranger.bits)));
}

void TestPasswordStrength::longOnesAreJudgedQuickly()
{
    const auto verdict = judgePassword(QByteArray("aB3$").repeated(1 << 18), {}, person);
    QVERIFY(std::find(verdict.failed.begin(), verdict.failed.end(), PasswordRule::TooLong) != verdict.failed.end());
    QCOMPARE(verdict.length, 1 << 20);
}

QTEST_GUILESS_MAIN(TestPasswordStrength)
#include "tst_passwordstrength.moc"

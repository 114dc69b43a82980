// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/words.h"

#include <QSet>
#include <QTest>

using namespace lw;
using namespace lw::ui;
using namespace lw::policy;

class TestWords final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void kinds_data();
    void kinds();
    void kindsDiffer();
    void outcomesAndActors();
    void reasons_data();
    void reasons();
    void everyReasonHasWords();
    void roles();
    void permissions();
    void statuses();
    void passwordStates_data();
    void passwordStates();
    void due_data();
    void due();
    void standards_data();
    void standards();
    void gaps();
    void rules();
    void strengths();
};

void TestWords::kinds_data()
{
    QTest::addColumn<int>("kind");
    for (const EventKind kind : allEventKinds())
        QTest::newRow(kindName(kind).data()) << int(kind);
}

void TestWords::kinds()
{
    QFETCH(int, kind);
    const auto k = static_cast<EventKind>(kind);
    QVERIFY(!kindWords(k).isEmpty());
    QVERIFY(kindWords(k) != QLatin1String("Unknown event"));
    // A failure never looks good.
    QVERIFY(kindTone(k, Outcome::Failure) != Tone::Good);
}

void TestWords::kindsDiffer()
{
    QSet<QString> words;
    for (const EventKind kind : allEventKinds())
        words.insert(kindWords(kind));
    QCOMPARE(words.size(), qsizetype(allEventKinds().size()));
    QCOMPARE(kindWords(static_cast<EventKind>(250)), QStringLiteral("Unknown event"));
}

void TestWords::outcomesAndActors()
{
    QCOMPARE(outcomeWords(Outcome::Success), QStringLiteral("succeeded"));
    QCOMPARE(outcomeWords(Outcome::Failure), QStringLiteral("failed"));
    QSet<QString> words;
    for (const ActorType type : {ActorType::User, ActorType::Device, ActorType::System, ActorType::Unknown})
        words.insert(actorTypeWords(type));
    QCOMPARE(words.size(), qsizetype(4));
}

void TestWords::reasons_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("known") << QStringLiteral("wrong_password") << QStringLiteral("wrong password");
    QTest::newRow("known with other words") << QStringLiteral("idle") << QStringLiteral("idle too long");
    QTest::newRow("unknown is not hidden") << QStringLiteral("moon_phase_bad") << QStringLiteral("moon phase bad");
    QTest::newRow("none") << QString() << QString();
}

void TestWords::reasons()
{
    QFETCH(QString, code);
    QFETCH(QString, words);
    QCOMPARE(reasonWords(code), words);
}

// Every code that server/ and core/import write as the reason of an event.
void TestWords::everyReasonHasWords()
{
    static constexpr const char *codes[] = {
        "wrong_password",
        "wrong_secret",
        "wrong_key",
        "wrong_code",
        "no_such_user",
        "no_such_device",
        "no_such_extension",
        "no_authentication",
        "authentication_failure",
        "name_mismatch",
        "account_disabled",
        "account_locked",
        "account_expired",
        "lock_ended",
        "too_many_failures",
        "too_many_registrations",
        "too_soon",
        "rate_limited",
        "too_weak",
        "reused",
        "idle",
        "absolute",
        "by_administrator",
        "by_hand",
        "password_changed",
        "password_reset",
        "mfa_enrolled",
        "mfa_removed",
        "certificate_missing",
        "certificate_added",
        "certificate_removed",
        "not_allowed",
        "address_not_allowed",
        "unexpected_address",
        "address_blocked",
        "not_confirmed",
        "block_ended",
        "stranding_confirmed",
        "beyond_own_permissions",
        "last_owner",
        "departure",
        "reassignment",
        "device_revoked",
        "new_secret",
        "secret_overdue",
        "unregistered",
        "password_warning",
        "password_overdue",
        "device_warning",
        "device_overdue",
        "given_up",
        "refused",
        "needless",
        "added",
        "removed",
        "not_local_domain",
        "bad_request",
        "bad_protocol",
        "ambiguous_line",
        "unknown_peer",
        "attack_detected",
        "not_supported",
        "closed_before_login",
        "no_identification",
        "no_common_algorithm",
        "timeout",
    };
    for (const char *code : codes) {
        QVERIFY2(hasReasonWords(QLatin1String(code)), code);
        QVERIFY2(!reasonWords(QLatin1String(code)).contains(QLatin1Char('_')), code);
    }
    QVERIFY(!hasReasonWords(QStringLiteral("moon_phase_bad")));
}

void TestWords::roles()
{
    for (const Role &role : shippedRoles()) {
        QVERIFY(roleWords(role.name) != role.name);
        QVERIFY(!roleWords(role.name).contains(QLatin1Char('_')));
    }
    QCOMPARE(roleWords(QStringLiteral("night_shift")), QStringLiteral("night_shift"));
    QCOMPARE(rolesWords({QStringLiteral("owner"), QStringLiteral("auditor")}), QStringLiteral("Owner, Auditor"));
}

void TestWords::permissions()
{
    QSet<QString> words;
    for (const Permission permission : allPermissions())
        words.insert(permissionWords(permission));
    QCOMPARE(words.size(), qsizetype(allPermissions().size()));
    QVERIFY(!words.contains(QStringLiteral("unknown permission")));
}

void TestWords::statuses()
{
    for (const UserStatus status : {UserStatus::Active, UserStatus::Disabled, UserStatus::Locked})
        QVERIFY(!userStatusWords(status).isEmpty());
    QCOMPARE(mfaWords(MfaKind::Totp), QStringLiteral("TOTP"));
    QCOMPARE(mfaTone(MfaKind::None), Tone::Warning);
    QCOMPARE(mfaTone(MfaKind::Totp), Tone::Good);
    QCOMPARE(userStatusTone(UserStatus::Locked), Tone::Warning);
}

void TestWords::passwordStates_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("tone");
    QTest::newRow("fresh") << int(PasswordState::Fresh) << int(Tone::Good);
    QTest::newRow("due soon") << int(PasswordState::DueSoon) << int(Tone::Warning);
    QTest::newRow("due") << int(PasswordState::Due) << int(Tone::Warning);
    QTest::newRow("overdue") << int(PasswordState::Overdue) << int(Tone::Bad);
    QTest::newRow("exempt") << int(PasswordState::Exempt) << int(Tone::Neutral);
    QTest::newRow("never set") << int(PasswordState::NeverSet) << int(Tone::Bad);
    QTest::newRow("not rotated") << int(PasswordState::NotRotated) << int(Tone::Neutral);
}

void TestWords::passwordStates()
{
    QFETCH(int, state);
    QFETCH(int, tone);
    QVERIFY(!passwordStateWords(static_cast<PasswordState>(state)).isEmpty());
    QCOMPARE(int(passwordStateTone(static_cast<PasswordState>(state))), tone);
}

void TestWords::due_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("daysLeft");
    QTest::addColumn<QString>("part");
    QTest::newRow("fresh") << int(PasswordState::Fresh) << 57 << QStringLiteral("in 57 day");
    QTest::newRow("soon") << int(PasswordState::DueSoon) << 9 << QStringLiteral("in 9 day");
    QTest::newRow("due") << int(PasswordState::Due) << 1 << QStringLiteral("24 h");
    QTest::newRow("overdue since today") << int(PasswordState::Overdue) << 0 << QStringLiteral("today");
    QTest::newRow("overdue") << int(PasswordState::Overdue) << -14 << QStringLiteral("14 day");
    QTest::newRow("exempt") << int(PasswordState::Exempt) << 3 << QStringLiteral("exempt");
    QTest::newRow("never") << int(PasswordState::NeverSet) << 0 << QStringLiteral("next sign-in");
    QTest::newRow("none") << int(PasswordState::NotRotated) << 0 << QStringLiteral("no rotation");
}

void TestWords::due()
{
    QFETCH(int, state);
    QFETCH(int, daysLeft);
    QFETCH(QString, part);
    PasswordAgeVerdict verdict;
    verdict.state = static_cast<PasswordState>(state);
    verdict.daysLeft = daysLeft;
    const QString words = passwordDueWords(verdict);
    QVERIFY2(words.contains(part), qPrintable(words));
    QVERIFY2(!words.contains(QLatin1Char('-')) || words.contains(QLatin1String("sign-in")), qPrintable(words));
}

void TestWords::standards_data()
{
    QTest::addColumn<int>("says");
    for (int says = 0; says <= int(Says::AgreesNoRotation); ++says)
        QTest::addRow("says %d", says) << says;
}

void TestWords::standards()
{
    QFETCH(int, says);
    for (const Standard standard : {Standard::PciDss, Standard::Nist, Standard::CyberEssentials}) {
        const QString words = standardWords({standard, static_cast<Says>(says), QLatin1String("8.3.9")});
        QVERIFY(words.startsWith(standardName(standard) + QStringLiteral(" 8.3.9")));
        QVERIFY(words.endsWith(QLatin1Char('.')));
    }
}

void TestWords::gaps()
{
    QCOMPARE(standardWords({Standard::CyberEssentials, Says::AdvisesAgainstRotation, QLatin1String("A heading")}),
             QStringLiteral("Cyber Essentials advises against periodic changes."));
    for (const Gap gap :
         {Gap::LengthTooShort, Gap::HistoryTooShort, Gap::LockoutTooLate, Gap::NoDenyList, Gap::RotationTooSlow}) {
        const QString words = gapWords({Standard::PciDss, gap, 12, QLatin1String("8.3.6")});
        QVERIFY(words.startsWith(QLatin1String("PCI DSS 8.3.6 asks")));
        if (gap != Gap::NoDenyList) QVERIFY(words.contains(QLatin1String("12")));
    }
}

void TestWords::rules()
{
    PasswordPolicy policy;
    policy.minLength = 3;
    QSet<QString> all;
    for (const PasswordRule rule :
         {PasswordRule::TooShort, PasswordRule::TooLong, PasswordRule::TooWeak, PasswordRule::PersonalWord,
          PasswordRule::ControlCharacter, PasswordRule::BrokenText})
        all.insert(passwordRuleWords(rule, policy));
    QCOMPARE(all.size(), qsizetype(6));
    // The floor stands above a laxer policy.
    QVERIFY(passwordRuleWords(PasswordRule::TooShort, policy).contains(QString::number(passwordLengthFloor)));
}

void TestWords::strengths()
{
    QSet<QString> words;
    for (int score = 0; score <= 4; ++score)
        words.insert(strengthWords(score));
    QCOMPARE(words.size(), qsizetype(5));
    QCOMPARE(strengthTone(1), Tone::Bad);
    QCOMPARE(strengthTone(2), Tone::Warning);
    QCOMPARE(strengthTone(3), Tone::Good);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Second factors from setting up to the last recovery code.
#include "core/policy/totp.h"
#include "core/protocol/problem.h"
#include "server/auth/recoverycodes.h"
#include "server/jobs/housekeeping.h"
#include "server/store/mfatable.h"
#include "tests/server/auth/testbackend.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <thread>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const auto nothing = [](const Transaction &) { return Result<void>(); };

/// What an authenticator app makes of the base32 text.
Secret fromBase32(const QByteArray &text)
{
    QByteArray bytes;
    quint32 buffer = 0;
    int bits = 0;
    for (const char c : text) {
        buffer = buffer << 5 | static_cast<quint32>(QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(c));
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(buffer >> bits & 0xff);
    }
    return toSecret(bytes);
}

class MfaBackEnd : public TestBackEnd {
  public:
    Customer customer = addCustomer(QStringLiteral("acme"));

    Principal principalOf(const SignIn::Outcome &outcome)
    {
        return must(services->sessions.authenticate(std::get<SignIn::Granted>(outcome).session.token, request()));
    }
    Principal signedIn(const QString &login) { return principalOf(signIn(QStringLiteral("acme"), login)); }
    QString code(const Secret &secret) { return QString::fromLatin1(policy::totpCode(secret, clock.nowUtc())); }

    struct Enrolled {
        Principal principal;
        Secret secret;
        QStringList codes;
    };
    Enrolled enrol(const QString &login)
    {
        Enrolled done{signedIn(login), {}, {}};
        const SecondFactor::Begun begun = must(services->secondFactor.begin(done.principal, nothing));
        done.secret = fromBase32(begun.secret.toByteArray());
        for (const Secret &one :
             must(services->secondFactor.confirm(done.principal, code(done.secret), Origin(), nothing)))
            done.codes.append(QString::fromLatin1(one.toByteArray()));
        return done;
    }
    SignIn::Outcome with(const QString &login, const QString &totp)
    {
        return signIn(QStringLiteral("acme"), login, goodPassword, totp);
    }
};

const auto ann = QStringLiteral("ann");

}  // namespace

class TestMfa : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_secrets;

  private Q_SLOTS:
    void codesAreReadAsPeopleTypeThem_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("read");
        QTest::newRow("as printed") << QByteArray("ABCDE-23456") << QByteArray("ABCDE23456");
        QTest::newRow("small letters") << QByteArray("abcde-23456") << QByteArray("ABCDE23456");
        QTest::newRow("without a dash") << QByteArray("ABCDE23456") << QByteArray("ABCDE23456");
        QTest::newRow("with spaces") << QByteArray(" ABCDE 23456 ") << QByteArray("ABCDE23456");
        QTest::newRow("too short") << QByteArray("ABCDE-2345") << QByteArray();
        QTest::newRow("too long") << QByteArray("ABCDE-234567") << QByteArray();
        QTest::newRow("a digit that no code has") << QByteArray("ABCDE-23450") << QByteArray();
        QTest::newRow("a letter that no code has") << QByteArray("ABCDI-23456") << QByteArray();
        QTest::newRow("zero byte") << QByteArray("ABCDE-2345\0", 11) << QByteArray();
        QTest::newRow("the app's") << QByteArray("123456") << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void codesAreReadAsPeopleTypeThem()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, read);
        const std::optional<Secret> code = readRecoveryCode(typed);
        QCOMPARE(code ? code->toByteArray() : QByteArray(), read);
    }

    void codesAreManyAndStoredAsNothingThatTellsThem()
    {
        static const QRegularExpression form(QStringLiteral("^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$"));
        const RecoveryCodeSet set = must(newRecoveryCodes());
        QCOMPARE(set.codes.size(), size_t(recoveryCodeCount));
        QCOMPARE(set.hashes.size(), qsizetype(recoveryCodeCount));
        QSet<QByteArray> different;
        for (size_t i = 0; i < set.codes.size(); ++i) {
            const QByteArray text = set.codes[i].toByteArray();
            QVERIFY2(form.match(QString::fromLatin1(text)).hasMatch(), text.constData());
            different.insert(text);
            const QByteArray stored = set.hashes[qsizetype(i)];
            QCOMPARE(stored.size(), 48);
            QCOMPARE(stored.first(16), set.hashes.first().first(16));
            const QByteArray bare = QByteArray(text).replace('-', "");
            QVERIFY(!stored.contains(QCryptographicHash::hash(bare, QCryptographicHash::Sha256)));
            QCOMPARE(must(matchRecoveryCode(*readRecoveryCode(text), set.hashes)), std::optional(qsizetype(i)));
        }
        QCOMPARE(different.size(), recoveryCodeCount);
        const RecoveryCodeSet other = must(newRecoveryCodes());
        QVERIFY(other.hashes.first().first(16) != set.hashes.first().first(16));
        QVERIFY(!must(matchRecoveryCode(*readRecoveryCode(other.codes[0].toByteArray()), set.hashes)));
        QVERIFY(!must(matchRecoveryCode(*readRecoveryCode("ABCDE-23456"), {QByteArray("short"), QByteArray()})));
    }

    void aSecretIsInForceOnlyAfterItsCodeCameBack()
    {
        MfaBackEnd backEnd;
        const User user = backEnd.addUser(backEnd.customer, ann);
        const Principal principal = backEnd.signedIn(ann);
        const SecondFactor::Begun begun = must(backEnd.services->secondFactor.begin(principal, nothing));
        QCOMPARE(begun.secret.size(), 32);
        const QByteArray uri = begun.uri.toByteArray();
        QVERIFY2(uri.startsWith("otpauth://totp/Linewarden:ann%40acme?secret=" + begun.secret.toByteArray() + '&'),
                 uri.constData());
        QVERIFY(uri.contains("&issuer=Linewarden&"));
        QVERIFY2(std::holds_alternative<SignIn::Granted>(backEnd.signIn(QStringLiteral("acme"), ann)),
                 "nothing is asked for before it is proved");

        const Secret secret = fromBase32(begun.secret.toByteArray());
        const Result<std::vector<Secret>> wrong =
            backEnd.services->secondFactor.confirm(principal, QStringLiteral("000000"), Origin(), nothing);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, Errc::InvalidInput);
        QCOMPARE(wrong.error().field, QStringLiteral("code"));
        QCOMPARE(backEnd.user(backEnd.customer, ann).mfa, MfaKind::None);

        const QString code = backEnd.code(secret);
        QCOMPARE(must(backEnd.services->secondFactor.confirm(principal, code, Origin(), nothing)).size(),
                 size_t(recoveryCodeCount));
        QCOMPARE(backEnd.user(backEnd.customer, ann).mfa, MfaKind::Totp);
        QCOMPARE(backEnd.story(backEnd.customer, 2),
                 (QStringList{QStringLiteral("mfa.failed/failure/wrong_code"), QStringLiteral("mfa.enrolled/success"),
                              QStringLiteral("logout/success/mfa_enrolled")}));
        const AuditEvent event = backEnd.events(backEnd.customer)[3];
        QCOMPARE(event.object.id, user.id);
        QCOMPARE(event.before->value(QLatin1String("mfa")).toString(), QStringLiteral("none"));
        QCOMPARE(event.after->value(QLatin1String("mfa")).toString(), QStringLiteral("totp"));
        QVERIFY2(backEnd.services->sessions.facts(principal.sessionId).ok(), "the session that did it stays");

        QCOMPARE(backEnd.refusal(backEnd.signIn(QStringLiteral("acme"), ann)).field, QString(protocol::fieldTotp));
        QVERIFY2(!std::holds_alternative<SignIn::Granted>(backEnd.with(ann, code)), "the code was used up");
        backEnd.clock.set(noon.addSecs(60));
        QVERIFY(std::holds_alternative<SignIn::Granted>(backEnd.with(ann, backEnd.code(secret))));
        QCOMPARE(backEnd.services->secondFactor.begin(principal, nothing).error().code, Errc::Conflict);
    }

    void whatWasBegunDoesNotWaitForEver_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("good");
        QTest::newRow("at once") << 0 << true;
        QTest::newRow("at the last moment") << SecondFactor::pendingSeconds << true;
        QTest::newRow("too late") << SecondFactor::pendingSeconds + 1 << false;
    }
    void whatWasBegunDoesNotWaitForEver()
    {
        QFETCH(int, seconds);
        QFETCH(bool, good);
        MfaBackEnd backEnd;
        backEnd.addUser(backEnd.customer, ann);
        const Principal principal = backEnd.signedIn(ann);
        QCOMPARE(
            backEnd.services->secondFactor.confirm(principal, QStringLiteral("123456"), Origin(), nothing).error().code,
            Errc::Conflict);
        const Secret secret =
            fromBase32(must(backEnd.services->secondFactor.begin(principal, nothing)).secret.toByteArray());
        backEnd.clock.set(noon.addSecs(seconds));
        const auto done = backEnd.services->secondFactor.confirm(principal, backEnd.code(secret), Origin(), nothing);
        QCOMPARE(done.ok(), good);
        if (!good) QCOMPARE(done.error().code, Errc::Conflict);
    }

    void whatNobodyConfirmedIsForgotten()
    {
        MfaBackEnd backEnd;
        const User user = backEnd.addUser(backEnd.customer, ann);
        (void)must(backEnd.services->secondFactor.begin(backEnd.signedIn(ann), nothing));
        const MfaTable table(must(backEnd.services->database->connection()));
        Log log(Log::Level::Error);
        Housekeeping job(*backEnd.services->database, backEnd.clock, backEnd.services->audit,
                         backEnd.services->sessions, log);
        backEnd.clock.set(noon.addSecs(SecondFactor::pendingSeconds));
        must(job.runOnce());
        QVERIFY(must(table.pending(user.id)).has_value());
        backEnd.clock.set(noon.addSecs(SecondFactor::pendingSeconds + 1));
        must(job.runOnce());
        QVERIFY(!must(table.pending(user.id)).has_value());
    }

    void beginningAnewForgetsTheFirst()
    {
        MfaBackEnd backEnd;
        backEnd.addUser(backEnd.customer, ann);
        const Principal principal = backEnd.signedIn(ann);
        const Secret first =
            fromBase32(must(backEnd.services->secondFactor.begin(principal, nothing)).secret.toByteArray());
        const Secret second =
            fromBase32(must(backEnd.services->secondFactor.begin(principal, nothing)).secret.toByteArray());
        QVERIFY(!sameSecret(first, second));
        QVERIFY(!backEnd.services->secondFactor.confirm(principal, backEnd.code(first), Origin(), nothing));
        QVERIFY(backEnd.services->secondFactor.confirm(principal, backEnd.code(second), Origin(), nothing).ok());
    }

    void eachRecoveryCodeIsGoodOnce()
    {
        MfaBackEnd backEnd;
        backEnd.addUser(backEnd.customer, ann);
        const MfaBackEnd::Enrolled enrolled = backEnd.enrol(ann);
        const size_t before = backEnd.events(backEnd.customer).size();
        for (int i = 0; i < enrolled.codes.size(); ++i) {
            const QString typed = i % 2 == 0 ? enrolled.codes[i] : enrolled.codes[i].toLower().remove(QLatin1Char('-'));
            QVERIFY2(std::holds_alternative<SignIn::Granted>(backEnd.with(ann, typed)), qPrintable(typed));
            const SignIn::Outcome again = backEnd.with(ann, enrolled.codes[i]);
            QCOMPARE(backEnd.refusal(again).code, Errc::Unauthorized);
            QCOMPARE(backEnd.refusal(again).field, QString(protocol::fieldTotp));
            backEnd.clock.set(backEnd.clock.nowUtc().addSecs(3600));
        }
        QCOMPARE(
            backEnd.story(backEnd.customer, before).first(3),
            (QStringList{QStringLiteral("mfa.recovery_code_used/success"), QStringLiteral("login.succeeded/success"),
                         QStringLiteral("mfa.failed/failure/wrong_code")}));
        QCOMPARE(backEnd.events(backEnd.customer)[before].detail, QStringLiteral("9 of 10 recovery codes are left."));
        QVERIFY2(std::holds_alternative<SignIn::Granted>(backEnd.with(ann, backEnd.code(enrolled.secret))),
                 "the app still works");
    }

    void ofTwoAtOnceOneGetsIn()
    {
        MfaBackEnd backEnd;
        backEnd.addUser(backEnd.customer, ann);
        const QString code = backEnd.enrol(ann).codes.first();
        std::atomic<int> granted = 0;
        const auto attempt = [&] { granted += std::holds_alternative<SignIn::Granted>(backEnd.with(ann, code)); };
        std::thread first(attempt);
        std::thread second(attempt);
        first.join();
        second.join();
        QCOMPARE(granted.load(), 1);
    }

    void aRecoveryCodeDoesNotReplaceThePassword()
    {
        MfaBackEnd backEnd;
        backEnd.addUser(backEnd.customer, ann);
        backEnd.addUser(backEnd.customer, QStringLiteral("bob"));
        const MfaBackEnd::Enrolled own = backEnd.enrol(ann);
        const MfaBackEnd::Enrolled other = backEnd.enrol(QStringLiteral("bob"));
        QVERIFY(!std::holds_alternative<SignIn::Granted>(
            backEnd.signIn(QStringLiteral("acme"), ann, "wrong", own.codes.first())));
        backEnd.clock.set(noon.addSecs(3600));
        QVERIFY2(!std::holds_alternative<SignIn::Granted>(backEnd.with(ann, other.codes.first())), "somebody else's");
        backEnd.clock.set(noon.addSecs(7200));
        QVERIFY2(std::holds_alternative<SignIn::Granted>(backEnd.with(ann, own.codes.first())),
                 "the wrong password did not use it up");
    }

    void guessingCodesLocksTheAccount()
    {
        MfaBackEnd backEnd;
        PasswordPolicy policy;
        policy.lockAfterFailures = 3;
        const Customer customer = backEnd.addCustomer(QStringLiteral("strict"), policy);
        backEnd.addUser(customer, ann, QStringLiteral("owner"), toSecret("12345678901234567890"));
        for (int i = 0; i < 3; ++i)
            (void)backEnd.signIn(QStringLiteral("strict"), ann, goodPassword,
                                 QStringLiteral("ABCDE-2345%1").arg(i + 2));
        QCOMPARE(backEnd.user(customer, ann).status, UserStatus::Locked);
    }

    void removingTheOwnTakesThePassword()
    {
        MfaBackEnd backEnd;
        const User user = backEnd.addUser(backEnd.customer, ann);
        const MfaBackEnd::Enrolled enrolled = backEnd.enrol(ann);
        const Principal other = backEnd.principalOf(backEnd.with(ann, enrolled.codes.first()));
        const size_t before = backEnd.events(backEnd.customer).size();
        const Result<void> wrong =
            backEnd.services->secondFactor.removeOwn(enrolled.principal, toSecret("wrong"), Origin());
        QCOMPARE(wrong.error().code, Errc::InvalidInput);
        QCOMPARE(wrong.error().field, QStringLiteral("password"));
        QCOMPARE(must(CredentialTable(must(backEnd.services->database->connection())).ofUser(user.id)).failures, 1);
        QCOMPARE(backEnd.user(backEnd.customer, ann).mfa, MfaKind::Totp);
        backEnd.clock.set(noon.addSecs(600));
        must(backEnd.services->secondFactor.removeOwn(enrolled.principal, toSecret(goodPassword), Origin()));
        QCOMPARE(backEnd.story(backEnd.customer, before),
                 (QStringList{QStringLiteral("mfa.failed/failure/wrong_password"),
                              QStringLiteral("mfa.removed/success"), QStringLiteral("logout/success/mfa_removed")}));
        QVERIFY(!backEnd.services->sessions.facts(other.sessionId));
        QVERIFY(backEnd.services->sessions.facts(enrolled.principal.sessionId).ok());
        const QSqlDatabase connection = must(backEnd.services->database->connection());
        const Credential credential = must(CredentialTable(connection).ofUser(user.id));
        QVERIFY(credential.totpSecret.isEmpty());
        QCOMPARE(credential.failures, 0);
        QVERIFY(must(MfaTable(connection).codes(user.id)).isEmpty());
        QVERIFY(std::holds_alternative<SignIn::Granted>(backEnd.signIn(QStringLiteral("acme"), ann)));
    }

    void aStolenSessionGuessesNoFasterThanASignIn()
    {
        MfaBackEnd backEnd;
        backEnd.addUser(backEnd.customer, ann);
        const MfaBackEnd::Enrolled enrolled = backEnd.enrol(ann);
        Result<void> answer;
        int tries = 0;
        do
            answer = backEnd.services->secondFactor.removeOwn(enrolled.principal, toSecret("wrong"), Origin());
        while (++tries < 50 && answer.error().code == Errc::InvalidInput);
        QCOMPARE(answer.error().code, Errc::AccountLocked);
        QVERIFY2(tries <= 11, qPrintable(QString::number(tries)));
        QCOMPARE(
            backEnd.services->secondFactor.removeOwn(enrolled.principal, toSecret(goodPassword), Origin()).error().code,
            Errc::AccountLocked);
    }

    void anotherAdministratorResets()
    {
        MfaBackEnd backEnd;
        const User lost = backEnd.addUser(backEnd.customer, ann, QStringLiteral("user"));
        backEnd.addUser(backEnd.customer, QStringLiteral("bob"), QStringLiteral("administrator"));
        const MfaBackEnd::Enrolled enrolled = backEnd.enrol(ann);
        const Principal bob = backEnd.signedIn(QStringLiteral("bob"));
        const size_t before = backEnd.events(backEnd.customer).size();
        must(backEnd.services->secondFactor.reset(bob, lost.id, Origin()));
        QCOMPARE(backEnd.story(backEnd.customer, before),
                 (QStringList{QStringLiteral("mfa.removed/success"),
                              QStringLiteral("session.revoked/success/mfa_removed")}));
        QCOMPARE(backEnd.events(backEnd.customer)[before].actor.name, QStringLiteral("bob"));
        QCOMPARE(backEnd.events(backEnd.customer)[before].object.id, lost.id);
        QVERIFY(!backEnd.services->sessions.facts(enrolled.principal.sessionId));
        QVERIFY(std::holds_alternative<SignIn::Granted>(backEnd.signIn(QStringLiteral("acme"), ann)));
        const size_t after = backEnd.events(backEnd.customer).size();
        must(backEnd.services->secondFactor.reset(bob, lost.id, Origin()));
        QCOMPARE(backEnd.events(backEnd.customer).size(), after);
    }

    void nobodyResetsWhomHeMayNot()
    {
        MfaBackEnd backEnd;
        const Customer other = backEnd.addCustomer(QStringLiteral("other"));
        const User owner = backEnd.addUser(backEnd.customer, ann);
        const User bob = backEnd.addUser(backEnd.customer, QStringLiteral("bob"), QStringLiteral("administrator"));
        const User stranger = backEnd.addUser(other, QStringLiteral("stranger"), QStringLiteral("user"));
        backEnd.enrol(ann);
        const Principal principal = backEnd.signedIn(QStringLiteral("bob"));
        SecondFactor &factor = backEnd.services->secondFactor;
        QCOMPARE(factor.reset(principal, bob.id, Origin()).error().code, Errc::Conflict);
        QCOMPARE(factor.reset(principal, owner.id, Origin()).error().code, Errc::Forbidden);
        QCOMPARE(backEnd.story(backEnd.customer).last(),
                 QStringLiteral("access.denied/failure/beyond_own_permissions"));
        QCOMPARE(factor.reset(principal, stranger.id, Origin()).error().code, Errc::NotFound);
        QCOMPARE(factor.reset(principal, QStringLiteral("usr_nobody"), Origin()).error().code, Errc::NotFound);
        QCOMPARE(backEnd.user(backEnd.customer, ann).mfa, MfaKind::Totp);
    }

    void noSecretReachesTheLog()
    {
        MfaBackEnd backEnd;
        backEnd.addUser(backEnd.customer, ann);
        const MfaBackEnd::Enrolled enrolled = backEnd.enrol(ann);
        (void)backEnd.with(ann, enrolled.codes.first());
        (void)backEnd.with(ann, enrolled.codes.first());
        const quint64 size = must(backEnd.services->audit.head(backEnd.customer.id)).size;
        for (quint64 i = 0; i < size; ++i) {
            const QByteArray leaf = must(backEnd.services->audit.leaf(backEnd.customer.id, i));
            for (const QString &code : enrolled.codes)
                QVERIFY(!leaf.contains(code.toLatin1()) && !leaf.contains(code.left(5).toLatin1()));
            QVERIFY(!leaf.contains(enrolled.secret.toByteArray()));
        }
        for (const char *suffix : {"", "-wal"}) {
            QFile file(backEnd.services->config.databaseFile + QLatin1String(suffix));
            if (!file.open(QIODevice::ReadOnly)) continue;
            const QByteArray stored = file.readAll();
            for (const QString &code : enrolled.codes)
                QVERIFY(!stored.contains(code.toLatin1()) &&
                        !stored.contains(QString(code).remove(QLatin1Char('-')).toLatin1()));
        }
    }
};

QTEST_GUILESS_MAIN(TestMfa)
#include "tst_auth_mfa.moc"

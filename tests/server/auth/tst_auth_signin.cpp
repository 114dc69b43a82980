// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/totp.h"
#include "core/protocol/problem.h"
#include "tests/server/auth/testbackend.h"

#include <QFile>

#include <thread>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestSignIn : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theRightPasswordOpensASession()
    {
        TestBackEnd backEnd;
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"));
        const User user = backEnd.addUser(customer, QStringLiteral("ann"));
        const SignIn::Outcome outcome = backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ANN"));
        QVERIFY2(std::holds_alternative<SignIn::Granted>(outcome), qUtf8Printable(backEnd.refusal(outcome).message));
        const auto &granted = std::get<SignIn::Granted>(outcome);
        QCOMPARE(granted.session.expiresAt, noon.addSecs(12 * 3600));
        QCOMPARE(granted.session.idleSeconds, 900);
        QVERIFY(!granted.mustChangePassword);
        QCOMPARE(backEnd.user(customer, QStringLiteral("ann")).lastLoginAt, noon);

        const std::vector<AuditEvent> events = backEnd.events(customer);
        QCOMPARE(events.size(), size_t(1));
        const AuditEvent &event = events.front();
        QCOMPARE(event.kind, EventKind::LoginSucceeded);
        QCOMPARE(event.outcome, Outcome::Success);
        QCOMPARE(event.time, noon);
        QCOMPARE(event.actor, (Actor{ActorType::User, user.id, QStringLiteral("ann")}));
        QCOMPARE(event.origin.address, QStringLiteral("192.0.2.10"));
        QCOMPARE(event.object, (ObjectRef{QStringLiteral("session"), granted.session.id, {}}));
    }

    void whateverIsWrongIsAnsweredAlikeAndCostsTheSame_data()
    {
        QTest::addColumn<QString>("customer");
        QTest::addColumn<QString>("login");
        QTest::addColumn<QString>("story");
        QTest::newRow("wrong password") << QStringLiteral("acme") << QStringLiteral("ann")
                                        << QStringLiteral("login.failed/failure/wrong_password");
        QTest::newRow("nobody") << QStringLiteral("acme") << QStringLiteral("nobody")
                                << QStringLiteral("login.failed/failure/no_such_user");
        QTest::newRow("no customer") << QStringLiteral("nowhere") << QStringLiteral("ann") << QString();
        QTest::newRow("without a password") << QStringLiteral("acme") << QStringLiteral("empty")
                                            << QStringLiteral("login.failed/failure/wrong_password");
        QTest::newRow("disabled") << QStringLiteral("acme") << QStringLiteral("gone")
                                  << QStringLiteral("login.refused/failure/account_disabled");
        QTest::newRow("another customer's") << QStringLiteral("acme") << QStringLiteral("foreigner")
                                            << QStringLiteral("login.failed/failure/no_such_user");
    }
    void whateverIsWrongIsAnsweredAlikeAndCostsTheSame()
    {
        QFETCH(QString, customer);
        QFETCH(QString, login);
        QFETCH(QString, story);
        TestBackEnd backEnd;
        const Customer acme = backEnd.addCustomer(QStringLiteral("acme"));
        const Customer other = backEnd.addCustomer(QStringLiteral("other"));
        backEnd.addUser(acme, QStringLiteral("ann"));
        backEnd.addUser(other, QStringLiteral("foreigner"));
        User gone = backEnd.addUser(acme, QStringLiteral("gone"));
        gone.status = UserStatus::Disabled;
        backEnd.update(gone);
        const User empty = backEnd.addUser(acme, QStringLiteral("empty"));
        {
            Transaction transaction = must(Transaction::begin(*backEnd.services->database));
            must(CredentialTable(transaction.connection()).setPasswordHash(empty.id, ""));
            must(transaction.commit());
        }
        const quint64 before = backEnd.services->hasher.computations();
        const SignIn::Outcome outcome = backEnd.signIn(customer, login, "not-the-password");
        QCOMPARE(backEnd.services->hasher.computations() - before, quint64(1));
        const Error error = backEnd.refusal(outcome);
        QCOMPARE(error.code, Errc::Unauthorized);
        QCOMPARE(error.message, QStringLiteral("The customer, login name or password is wrong."));
        QCOMPARE(error.field, QString());
        QCOMPARE(backEnd.story(acme).join(QLatin1Char(' ')), story);
    }

    void onlyWhoKnowsThePasswordLearnsThatTheAccountIsDisabled()
    {
        TestBackEnd backEnd;
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"));
        User gone = backEnd.addUser(customer, QStringLiteral("gone"));
        gone.status = UserStatus::Disabled;
        backEnd.update(gone);
        QCOMPARE(backEnd.refusal(backEnd.signIn(QStringLiteral("acme"), QStringLiteral("gone"))).code, Errc::Forbidden);
    }

    void failuresSlowDownThenLockThenEnd()
    {
        PasswordPolicy policy;
        policy.lockAfterFailures = 5;
        TestBackEnd backEnd;
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"), policy);
        backEnd.addUser(customer, QStringLiteral("ann"));
        const auto fail = [&] {
            return backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"), "not-the-password");
        };
        for (int i = 0; i < 2; ++i)
            QCOMPARE(backEnd.refusal(fail()).code, Errc::Unauthorized);
        QCOMPARE(backEnd.refusal(fail()).code, Errc::Unauthorized);
        // After the third the next try has to wait, the right password too.
        const SignIn::Outcome early = backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"));
        QCOMPARE(backEnd.refusal(early).code, Errc::RateLimited);
        QCOMPARE(std::get<SignIn::Refused>(early).retryAfter, 1);
        backEnd.clock.advanceMs(999);
        QCOMPARE(backEnd.refusal(fail()).code, Errc::RateLimited);
        backEnd.clock.advanceMs(1);
        QCOMPARE(backEnd.refusal(fail()).code, Errc::Unauthorized);
        backEnd.clock.advanceMs(2000);
        QCOMPARE(backEnd.refusal(fail()).code, Errc::Unauthorized);
        const User locked = backEnd.user(customer, QStringLiteral("ann"));
        QCOMPARE(locked.status, UserStatus::Locked);
        QCOMPARE(locked.lockedUntil, backEnd.clock.nowUtc().addSecs(30 * 60));
        const SignIn::Outcome whileLocked = backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"));
        QCOMPARE(backEnd.refusal(whileLocked).code, Errc::AccountLocked);
        QVERIFY(std::get<SignIn::Refused>(whileLocked).retryAfter >= 30 * 60);
        backEnd.clock.set(locked.lockedUntil.addMSecs(-1));
        QCOMPARE(backEnd.refusal(backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"))).code,
                 Errc::AccountLocked);
        backEnd.clock.set(locked.lockedUntil);
        QVERIFY(std::holds_alternative<SignIn::Granted>(backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"))));
        QCOMPARE(backEnd.user(customer, QStringLiteral("ann")).status, UserStatus::Active);
        QCOMPARE(
            backEnd.story(customer).mid(3),
            (QStringList{
                QStringLiteral("login.refused/failure/too_soon"), QStringLiteral("login.refused/failure/too_soon"),
                QStringLiteral("login.failed/failure/wrong_password"),
                QStringLiteral("login.failed/failure/wrong_password"),
                QStringLiteral("account.locked/success/too_many_failures"),
                QStringLiteral("login.refused/failure/account_locked"),
                QStringLiteral("login.refused/failure/account_locked"),
                QStringLiteral("account.unlocked/success/lock_ended"), QStringLiteral("login.succeeded/success")}));
        // A success forgets the failures.
        for (int i = 0; i < 3; ++i)
            QCOMPARE(backEnd.refusal(fail()).code, Errc::Unauthorized);
    }

    void namesThatMatchNobodyAreDelayedAndLockedAlike()
    {
        PasswordPolicy policy;
        policy.lockAfterFailures = 4;
        TestBackEnd backEnd;
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"), policy);
        backEnd.addUser(customer, QStringLiteral("ann"));
        std::vector<std::pair<Errc, int>> answers[2];
        for (int who = 0; who < 2; ++who) {
            backEnd.clock.set(noon);
            const QString login = who ? QStringLiteral("nobody") : QStringLiteral("ann");
            for (int step = 0; step < 8; ++step) {
                const SignIn::Outcome outcome = backEnd.signIn(QStringLiteral("acme"), login, "not-the-password");
                answers[who].emplace_back(backEnd.refusal(outcome).code, std::get<SignIn::Refused>(outcome).retryAfter);
                backEnd.clock.advanceMs(700);
            }
        }
        QCOMPARE(answers[0].size(), answers[1].size());
        for (size_t i = 0; i < answers[0].size(); ++i) {
            QCOMPARE(answers[1][i].first, answers[0][i].first);
            QCOMPARE(answers[1][i].second, answers[0][i].second);
        }
    }

    void theSecondFactorIsAskedForAndUsedUp()
    {
        TestBackEnd backEnd;
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"));
        const Secret seed = toSecret("12345678901234567890");
        backEnd.addUser(customer, QStringLiteral("ann"), QStringLiteral("owner"), seed);
        const auto sign = [&](const QByteArray &password, const QString &code) {
            return backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"), password, code);
        };
        const QString code = QString::fromLatin1(policy::totpCode(seed, noon));
        const Error asked = backEnd.refusal(sign(goodPassword, {}));
        QCOMPARE(asked.code, Errc::Unauthorized);
        QCOMPARE(asked.field, QString(protocol::fieldTotp));
        QVERIFY2(backEnd.events(customer).empty(), "being asked for the code changes no login status");
        QCOMPARE(backEnd.refusal(sign("not-the-password", code)).field, QString());
        QCOMPARE(backEnd.refusal(sign(goodPassword, QStringLiteral("000000"))).field, QString(protocol::fieldTotp));
        QVERIFY(std::holds_alternative<SignIn::Granted>(sign(goodPassword, code)));
        // The same code again, within its time.
        QCOMPARE(backEnd.refusal(sign(goodPassword, code)).code, Errc::Unauthorized);
        backEnd.clock.advanceMs(30'000);
        QVERIFY(std::holds_alternative<SignIn::Granted>(
            sign(goodPassword, QString::fromLatin1(policy::totpCode(seed, backEnd.clock.nowUtc())))));
        QCOMPARE(
            backEnd.story(customer),
            (QStringList{QStringLiteral("login.failed/failure/wrong_password"),
                         QStringLiteral("mfa.failed/failure/wrong_code"), QStringLiteral("mfa.succeeded/success"),
                         QStringLiteral("login.succeeded/success"), QStringLiteral("mfa.failed/failure/wrong_code"),
                         QStringLiteral("mfa.succeeded/success"), QStringLiteral("login.succeeded/success")}));
    }

    void guessingCodesLocksAsWell()
    {
        PasswordPolicy policy;
        policy.lockAfterFailures = 2;
        TestBackEnd backEnd;
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"), policy);
        backEnd.addUser(customer, QStringLiteral("ann"), QStringLiteral("owner"), toSecret("12345678901234567890"));
        for (int i = 0; i < 2; ++i)
            backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"), goodPassword, QStringLiteral("000000"));
        QCOMPARE(backEnd.user(customer, QStringLiteral("ann")).status, UserStatus::Locked);
    }

    void anAddressThatTriesTooOftenWaits()
    {
        TestBackEnd backEnd({3, 60});
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"));
        backEnd.addUser(customer, QStringLiteral("ann"));
        const auto from = [&](const char *address) {
            return backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"), goodPassword, {},
                                  QLatin1String(address));
        };
        for (int i = 0; i < 3; ++i)
            QVERIFY(std::holds_alternative<SignIn::Granted>(from("198.51.100.1")));
        const quint64 before = backEnd.services->hasher.computations();
        const SignIn::Outcome refused = from("198.51.100.1");
        QCOMPARE(backEnd.refusal(refused).code, Errc::RateLimited);
        QVERIFY(std::get<SignIn::Refused>(refused).retryAfter > 0);
        QCOMPARE(backEnd.services->hasher.computations(), before);
        QCOMPARE(backEnd.refusal(from("198.51.100.1")).code, Errc::RateLimited);
        QCOMPARE(backEnd.story(customer).mid(3), QStringList{QStringLiteral("login.refused/failure/rate_limited")});
        QVERIFY(std::holds_alternative<SignIn::Granted>(from("198.51.100.2")));
        backEnd.clock.advanceMs(60'000);
        QVERIFY(std::holds_alternative<SignIn::Granted>(from("198.51.100.1")));
    }

    void oneIpv6NetworkIsOneAttacker()
    {
        TestBackEnd backEnd({3, 60});
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"));
        for (int i = 1; i <= 4; ++i) {
            const SignIn::Outcome outcome =
                backEnd.signIn(QStringLiteral("acme"), QStringLiteral("x"), "not-the-password", {},
                               QStringLiteral("2001:db8:1:2::%1").arg(i));
            QCOMPARE(backEnd.refusal(outcome).code, i <= 3 ? Errc::Unauthorized : Errc::RateLimited);
        }
    }

    void aPasswordThatMustBeChangedIsSaid_data()
    {
        QTest::addColumn<int>("ageDays");
        QTest::addColumn<bool>("flag");
        QTest::addColumn<bool>("mustChange");
        QTest::newRow("fresh") << 1 << false << false;
        QTest::newRow("last day") << 89 << false << false;
        QTest::newRow("due now") << 90 << false << true;
        QTest::newRow("asked to") << 1 << true << true;
    }
    void aPasswordThatMustBeChangedIsSaid()
    {
        QFETCH(int, ageDays);
        QFETCH(bool, flag);
        QFETCH(bool, mustChange);
        TestBackEnd backEnd;
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"));
        User user = backEnd.addUser(customer, QStringLiteral("ann"));
        user.passwordChangedAt = noon.addDays(-ageDays);
        user.mustChangePassword = flag;
        backEnd.update(user);
        const SignIn::Outcome outcome = backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"));
        QCOMPARE(std::get<SignIn::Granted>(outcome).mustChangePassword, mustChange);
        const Principal principal = must(backEnd.services->sessions.authenticate(
            std::get<SignIn::Granted>(outcome).session.token, backEnd.request()));
        QCOMPARE(principal.mustChangePassword, mustChange);
    }

    void anOldHashIsRenewedAtTheNextSignIn()
    {
        TestBackEnd backEnd;
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"));
        const User user = backEnd.addUser(customer, QStringLiteral("ann"));
        PasswordHasher dearer({2, 16384});
        const QByteArray old = must(dearer.hash(toSecret(goodPassword)));
        {
            Transaction transaction = must(Transaction::begin(*backEnd.services->database));
            must(CredentialTable(transaction.connection()).setPasswordHash(user.id, old));
            must(transaction.commit());
        }
        QVERIFY(std::holds_alternative<SignIn::Granted>(backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"))));
        const Credential present =
            must(CredentialTable(must(backEnd.services->database->connection())).ofUser(user.id));
        QVERIFY(present.passwordHash != old);
        QVERIFY(!backEnd.services->hasher.outdated(present.passwordHash));
        QVERIFY(std::holds_alternative<SignIn::Granted>(backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"))));
    }

    void failuresAtOnceAreAllCounted()
    {
        TestBackEnd backEnd;
        PasswordPolicy policy;
        policy.lockAfterFailures = 0;
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"), policy);
        backEnd.addUser(customer, QStringLiteral("ann"));
        std::vector<std::thread> attackers;
        attackers.reserve(8);
        for (int i = 0; i < 8; ++i)
            attackers.emplace_back(
                [&] { backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"), "not-the-password"); });
        for (std::thread &attacker : attackers)
            attacker.join();
        int judged = 0;
        for (const AuditEvent &event : backEnd.events(customer))
            judged += event.kind == EventKind::LoginFailed;
        // Three are judged without a delay between them; everything beyond waits, however parallel it came.
        QCOMPARE(judged, 3);
        QCOMPARE(backEnd.events(customer).size(), size_t(8));
    }

    void neitherTokenNorPasswordIsInTheStore()
    {
        TestBackEnd backEnd;
        const Customer customer = backEnd.addCustomer(QStringLiteral("acme"));
        backEnd.addUser(customer, QStringLiteral("ann"));
        const SignIn::Outcome outcome = backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"));
        const QByteArray token = std::get<SignIn::Granted>(outcome).session.token.toByteArray();
        QVERIFY(token.size() > 40);
        bool looked = false;
        for (const char *suffix : {"", "-wal"}) {
            QFile file(backEnd.services->database->file() + QLatin1String(suffix));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            looked = looked || content.contains("login.succeeded");
            QVERIFY(!content.contains(token));
            QVERIFY(!content.contains(token.mid(3)));
            QVERIFY(!content.contains(QByteArray::fromBase64(token.mid(3), QByteArray::Base64UrlEncoding)));
            QVERIFY(!content.contains(goodPassword));
        }
        QVERIFY2(looked, "the search looked at files that hold what was written");
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_auth_signin.moc"

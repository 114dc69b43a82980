// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/auth/testbackend.h"

#include <atomic>
#include <thread>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const QByteArray nextPassword("copper-meadow-signal-4");

struct Changer {
    TestBackEnd backEnd;
    Customer customer = backEnd.addCustomer(QStringLiteral("acme"));
    User user = backEnd.addUser(customer, QStringLiteral("ann"));
    Principal principal = signIn(goodPassword);

    Principal signIn(const QByteArray &password)
    {
        const SignIn::Outcome outcome = backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"), password);
        return must(backEnd.services->sessions.authenticate(std::get<SignIn::Granted>(outcome).session.token,
                                                            backEnd.request()));
    }
    Result<void> change(const QByteArray &current, const QByteArray &next)
    {
        return backEnd.services->passwordChange.run(principal, {toSecret(current), toSecret(next), Origin()},
                                                    [](const Transaction &) { return Result<void>(); });
    }
};

}  // namespace

class TestPasswords : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_secrets;

  private Q_SLOTS:
    void hashesAreArgon2idAndVerify()
    {
        PasswordHasher hasher({1, 8192});
        QCOMPARE(hasher.computations(), quint64(0));
        const QByteArray hash = must(hasher.hash(toSecret("correct")));
        QVERIFY(hash.startsWith("$argon2id$v=19$m=8,t=1,p=1$"));
        QVERIFY(must(hasher.hash(toSecret("correct"))) != hash);
        QVERIFY(must(hasher.verify(hash, toSecret("correct"))));
        QVERIFY(!must(hasher.verify(hash, toSecret("Correct"))));
        QVERIFY(!hasher.outdated(hash));
        QVERIFY(PasswordHasher({2, 8192}).outdated(hash));
        QCOMPARE(hasher.computations(), quint64(4));
    }

    void oneTimePasswordsTakeNoSlowHashToMake()
    {
        PasswordHasher hasher({1, 8192});
        const PasswordHasher::OneTime made = PasswordHasher::makeOneTime();
        const PasswordHasher::OneTime other = PasswordHasher::makeOneTime();
        QCOMPARE(hasher.computations(), quint64(0));
        QVERIFY(!sameSecret(made.password, other.password));
        QVERIFY(made.hash != other.hash);
        QVERIFY(!made.hash.contains(made.password.toByteArray()));
        // Trying one takes as long as trying any other password.
        QVERIFY(must(hasher.verify(made.hash, made.password)));
        QVERIFY(!must(hasher.verify(made.hash, other.password)));
        QVERIFY(!must(hasher.verify(made.hash, Secret())));
        QCOMPARE(hasher.computations(), quint64(3));
        QVERIFY(hasher.outdated(made.hash));
        // A damaged one matches nothing.
        for (qsizetype size = 0; size < made.hash.size(); ++size)
            QVERIFY(!must(hasher.verify(made.hash.first(size), made.password)));
        QVERIFY(!must(hasher.verify(made.hash + "A", made.password)));
        QVERIFY(!must(hasher.verify("$hmac-sha256$$", made.password)));
    }

    void whatIsNoHashMatchesNothingAndCostsOneComputation_data()
    {
        QTest::addColumn<QByteArray>("hash");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hunter2");
        QTest::newRow("cut") << QByteArray("$argon2id$v=19$m=8,t=1,p=1$c2FsdA");
        QTest::newRow("another algorithm") << QByteArray("$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA");
    }
    void whatIsNoHashMatchesNothingAndCostsOneComputation()
    {
        QFETCH(QByteArray, hash);
        PasswordHasher hasher({1, 8192});
        QVERIFY(!must(hasher.verify(hash, toSecret("hunter2"))));
        QVERIFY(!must(hasher.verify(hash, Secret())));
        QCOMPARE(hasher.computations(), quint64(2));
    }

    void whoWaitsTooLongForAPlaceIsTurnedAway()
    {
        PasswordHasher hasher({6, 64 * 1024 * 1024}, 1, 0);
        std::atomic<int> busy{0};
        std::atomic<int> done{0};
        std::vector<std::thread> threads;
        threads.reserve(6);
        for (int i = 0; i < 6; ++i)
            threads.emplace_back([&] {
                const Result<QByteArray> hash = hasher.hash(toSecret("x"));
                if (hash)
                    ++done;
                else if (hash.error().code == Errc::RateLimited)
                    ++busy;
            });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(busy + done, 6);
        QVERIFY(done >= 1);
        QCOMPARE(hasher.computations(), quint64(done));
        QVERIFY(hasher.hash(toSecret("x")));
    }

    void aGoodPasswordTakesTheOldOnesPlace()
    {
        Changer changer;
        const Principal other = changer.signIn(goodPassword);
        changer.backEnd.clock.advanceMs(60'000);
        must(changer.change(goodPassword, nextPassword));
        const User user = changer.backEnd.user(changer.customer, QStringLiteral("ann"));
        QCOMPARE(user.passwordChangedAt, noon.addSecs(60));
        QVERIFY(!user.mustChangePassword);
        QVERIFY(changer.backEnd.services->sessions.facts(changer.principal.sessionId));
        QVERIFY(!changer.backEnd.services->sessions.facts(other.sessionId));
        QCOMPARE(changer.backEnd.refusal(changer.backEnd.signIn(QStringLiteral("acme"), QStringLiteral("ann"))).code,
                 Errc::Unauthorized);
        changer.signIn(nextPassword);
        QCOMPARE(changer.backEnd.story(changer.customer, 2).first(2),
                 (QStringList{QStringLiteral("password.changed/success"),
                              QStringLiteral("logout/success/password_changed")}));
    }

    void aBadPasswordIsRefusedWithItsReason_data()
    {
        QTest::addColumn<QByteArray>("current");
        QTest::addColumn<QByteArray>("next");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("reason");
        QTest::newRow("wrong current") << QByteArray("nonsense") << nextPassword << QStringLiteral("current")
                                       << QStringLiteral("wrong_password");
        QTest::newRow("short") << goodPassword << QByteArray("xK9#qq") << QStringLiteral("next")
                               << QStringLiteral("too_short");
        QTest::newRow("weak") << goodPassword << QByteArray("password1234") << QStringLiteral("next")
                              << QStringLiteral("too_weak");
        QTest::newRow("the same") << goodPassword << goodPassword << QStringLiteral("next") << QStringLiteral("reused");
        QTest::newRow("broken text") << goodPassword << QByteArray("violet-\xff\xfe-lantern-99")
                                     << QStringLiteral("next") << QStringLiteral("broken_text");
    }
    void aBadPasswordIsRefusedWithItsReason()
    {
        QFETCH(QByteArray, current);
        QFETCH(QByteArray, next);
        QFETCH(QString, field);
        QFETCH(QString, reason);
        Changer changer;
        const Result<void> refused = changer.change(current, next);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::InvalidInput);
        QCOMPARE(refused.error().field, field);
        QVERIFY(!refused.error().message.contains(QString::fromUtf8(next)));
        QCOMPARE(changer.backEnd.story(changer.customer, 1),
                 QStringList{QStringLiteral("password.change_failed/failure/") + reason});
        changer.signIn(goodPassword);
    }

    void theLastFourDoNotComeBack()
    {
        Changer changer;
        const auto password = [](int i) { return "thimble-orchard-quartz-" + QByteArray::number(i * 1111); };
        must(changer.change(goodPassword, password(1)));
        for (int i = 2; i <= 4; ++i)
            must(changer.change(password(i - 1), password(i)));
        const Result<void> reused = changer.change(password(4), goodPassword);
        QVERIFY2(!reused, "the fourth last is remembered");
        QCOMPARE(reused.error().field, QStringLiteral("next"));
        must(changer.change(password(4), password(5)));
        must(changer.change(password(5), goodPassword));
    }

    void guessingThePresentPasswordLocksTheAccount()
    {
        Changer changer;
        for (int i = 0; i < 9; ++i) {
            QCOMPARE(changer.change("nonsense", nextPassword).error().code, Errc::InvalidInput);
            QCOMPARE(changer.backEnd.user(changer.customer, QStringLiteral("ann")).status, UserStatus::Active);
            changer.backEnd.clock.advanceMs(60'000);
        }
        QCOMPARE(changer.change("nonsense", nextPassword).error().code, Errc::InvalidInput);
        QCOMPARE(changer.backEnd.user(changer.customer, QStringLiteral("ann")).status, UserStatus::Locked);
        QCOMPARE(changer.change(goodPassword, nextPassword).error().code, Errc::AccountLocked);
    }

    void whatMustBeStoredWithItIsStoredOrNothingIs()
    {
        Changer changer;
        const Result<void> refused = changer.backEnd.services->passwordChange.run(
            changer.principal, {toSecret(goodPassword), toSecret(nextPassword), Origin()},
            [](const Transaction &) -> Result<void> { return makeError(Errc::DiskFull, QStringLiteral("full")); });
        QCOMPARE(refused.error().code, Errc::DiskFull);
        QVERIFY(changer.backEnd.story(changer.customer, 1).isEmpty());
        changer.signIn(goodPassword);
    }
};

QTEST_GUILESS_MAIN(TestPasswords)
#include "tst_auth_passwords.moc"

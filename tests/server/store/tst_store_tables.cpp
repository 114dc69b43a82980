// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/credentialtable.h"
#include "server/store/fingerprinttable.h"
#include "server/store/idempotencytable.h"
#include "server/store/importplantable.h"
#include "server/store/sessiontable.h"
#include "server/store/usertable.h"
#include "tests/server/store/teststore.h"

#include <QRegularExpression>
#include <QSet>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

User person(const QString &login, const QString &name = {}, const QString &department = {})
{
    User user;
    user.id = makeIdentifier("usr", noon);
    user.login = login;
    user.displayName = name;
    user.department = department;
    user.roles = QStringList{QStringLiteral("auditor"), QStringLiteral("user")};
    user.createdAt = noon;
    return user;
}

}  // namespace

class TestTables : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_secrets;

    static User add(TestStore &store, const Customer &customer, User user)
    {
        Transaction transaction = must(Transaction::begin(*store.database));
        must(UserTable(transaction.connection()).insert(customer.id, user));
        must(transaction.commit());
        return user;
    }
    static UserTable users(TestStore &store) { return UserTable(must(store.database->connection())); }

  private Q_SLOTS:
    void identifiersSortByTimeAndNeverRepeat()
    {
        static const QRegularExpression form(QStringLiteral("^evt_[0-9A-HJKMNP-TV-Z]{26}$"));
        QSet<QString> seen;
        for (int i = 0; i < 2000; ++i) {
            const QString id = makeIdentifier("evt", noon);
            QVERIFY2(form.match(id).hasMatch(), qUtf8Printable(id));
            QVERIFY(!seen.contains(id));
            seen.insert(id);
        }
        QVERIFY(makeIdentifier("evt", noon) < makeIdentifier("evt", noon.addMSecs(1)));
        QCOMPARE(identifierFrom("evt", noon, QByteArray(32, 'a')), identifierFrom("evt", noon, QByteArray(32, 'a')));
        QVERIFY(identifierFrom("evt", noon, QByteArray(32, 'a')) != identifierFrom("evt", noon, QByteArray(32, 'b')));
    }

    void aUserComesBackAsItWent()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        User user = person(QStringLiteral("Élodie.M"), QStringLiteral("Élodie Marchand"), QStringLiteral("Finance"));
        user.status = UserStatus::Locked;
        user.lockedUntil = noon.addSecs(60);
        user.mfa = MfaKind::Totp;
        user.passwordChangedAt = noon.addDays(-12);
        user.mustChangePassword = true;
        user.exemption = RotationExemption{QStringLiteral("leave"), noon.addDays(3)};
        user.lastLoginAt = noon.addDays(-1);
        add(store, customer, user);
        QCOMPARE(must(users(store).byId(customer.id, user.id)), user);
        user.status = UserStatus::Active;
        user.lockedUntil = {};
        user.exemption.reset();
        user.lastLoginAt = {};
        user.department.clear();
        Transaction transaction = must(Transaction::begin(*store.database));
        must(UserTable(transaction.connection()).update(user));
        must(transaction.commit());
        User read = must(users(store).byId(customer.id, user.id));
        QVERIFY(read.department.isEmpty());
        read.department = user.department;
        QCOMPARE(read, user);
    }

    void loginNamesAreUniqueWhateverTheirCase_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("ascii") << QStringLiteral("ann.lee") << QStringLiteral("ANN.Lee");
        QTest::newRow("accent") << QStringLiteral("élodie") << QStringLiteral("ÉLODIE");
        QTest::newRow("composed") << QStringLiteral("\u00e9") << QStringLiteral("e\u0301");
        QTest::newRow("sharp s") << QStringLiteral("strasse") << QStringLiteral("STRASSE");
    }
    void loginNamesAreUniqueWhateverTheirCase()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        const Customer other = store.addCustomer(QStringLiteral("other"));
        const User user = add(store, customer, person(first));
        QCOMPARE(must(users(store).byLogin(customer.id, second)).id, user.id);
        {
            const Transaction transaction = must(Transaction::begin(*store.database));
            const Result<void> again = UserTable(transaction.connection()).insert(customer.id, person(second));
            QVERIFY(!again);
            QCOMPARE(again.error().code, Errc::Conflict);
        }
        add(store, other, person(second));
    }

    void anotherCustomersUserIsNotFound()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        const Customer other = store.addCustomer(QStringLiteral("other"));
        const User user = add(store, customer, person(QStringLiteral("ann")));
        const Result<User> found = users(store).byId(other.id, user.id);
        QVERIFY(!found);
        QCOMPARE(found.error().code, Errc::NotFound);
        QVERIFY(!users(store).byLogin(other.id, u"ann"));
        QCOMPARE(must(users(store).count(other.id, {})), 0);
        QVERIFY(must(users(store).page(other.id, {}, {}, 10)).users.isEmpty());
    }

    void searchTakesWordsLiterally_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("all") << QString()
                             << QStringList{QStringLiteral("a_b"), QStringLiteral("axb"), QStringLiteral("c%d")};
        QTest::newRow("underscore") << QStringLiteral("a_b") << QStringList{QStringLiteral("a_b")};
        QTest::newRow("percent") << QStringLiteral("%") << QStringList{QStringLiteral("c%d")};
        QTest::newRow("escape") << QStringLiteral("!") << QStringList{QStringLiteral("axb")};
        QTest::newRow("quote") << QStringLiteral("' OR 1=1 --") << QStringList{};
        QTest::newRow("case") << QStringLiteral("MÜLLER") << QStringList{QStringLiteral("a_b")};
        QTest::newRow("every word") << QStringLiteral("sales x") << QStringList{QStringLiteral("axb")};
        QTest::newRow("department") << QStringLiteral("sales")
                                    << QStringList{QStringLiteral("axb"), QStringLiteral("c%d")};
    }
    void searchTakesWordsLiterally()
    {
        QFETCH(QString, search);
        QFETCH(QStringList, found);
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        add(store, customer, person(QStringLiteral("a_b"), QStringLiteral("Jörg Müller"), QStringLiteral("IT")));
        add(store, customer, person(QStringLiteral("axb"), QStringLiteral("Hey!"), QStringLiteral("Sales")));
        add(store, customer, person(QStringLiteral("c%d"), QStringLiteral("Zed"), QStringLiteral("Sales")));
        QStringList logins;
        for (const User &user : must(users(store).page(customer.id, search, {}, 100)).users)
            logins.append(user.login);
        QCOMPARE(logins, found);
        QCOMPARE(must(users(store).count(customer.id, search)), found.size());
    }

    void pagesMeetWithoutGapOrOverlap()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        QStringList expected;
        for (int i = 0; i < 23; ++i) {
            expected.append(QStringLiteral("p%1").arg(i, 2, 10, QLatin1Char('0')));
            add(store, customer, person(expected.last()));
        }
        for (int limit : {1, 2, 7, 22, 23, 24}) {
            QStringList seen;
            QString after;
            for (bool more = true; more;) {
                const UserTable::Page page = must(users(store).page(customer.id, {}, after, limit));
                QVERIFY(!page.users.isEmpty());
                for (const User &user : page.users)
                    seen.append(user.login);
                after = seen.last();
                more = page.more;
            }
            QCOMPARE(seen, expected);
        }
    }

    void formerPasswordsAreKeptAsLongAsAsked()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        const User user = add(store, customer, person(QStringLiteral("ann")));
        Transaction transaction = must(Transaction::begin(*store.database));
        CredentialTable table(transaction.connection());
        Credential credential;
        credential.passwordHash = "hash-0";
        credential.totpSecret = toSecret("seed");
        must(table.insert(user.id, credential));
        for (int i = 1; i <= 6; ++i)
            must(table.replacePassword(user.id, "hash-" + QByteArray::number(i), noon.addDays(i), 4));
        QCOMPARE(must(table.history(user.id, 10)), (QList<QByteArray>{"hash-5", "hash-4", "hash-3", "hash-2"}));
        const Credential present = must(table.ofUser(user.id));
        QCOMPARE(present.passwordHash, QByteArray("hash-6"));
        QVERIFY(sameSecret(present.totpSecret, toSecret("seed")));
        must(table.replacePassword(user.id, "hash-7", noon, 0));
        QVERIFY(must(table.history(user.id, 10)).isEmpty());
    }

    void failuresAndStepsAreRemembered()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        const User user = add(store, customer, person(QStringLiteral("ann")));
        Transaction transaction = must(Transaction::begin(*store.database));
        CredentialTable table(transaction.connection());
        must(table.insert(user.id, Credential()));
        QVERIFY(!must(table.ofUser(user.id)).totpLastStep);
        QVERIFY(must(table.ofUser(user.id)).totpSecret.isEmpty());
        must(table.setFailures(user.id, 3, noon));
        must(table.setTotpStep(user.id, 59));
        const Credential read = must(table.ofUser(user.id));
        QCOMPARE(read.failures, 3);
        QCOMPARE(read.lastFailureAt, noon);
        QCOMPARE(read.totpLastStep.value_or(0), 59);
    }

    void endedSessionsAreGoneOnce()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        const User user = add(store, customer, person(QStringLiteral("ann")));
        Transaction transaction = must(Transaction::begin(*store.database));
        SessionTable table(transaction.connection());
        must(table.insert({QStringLiteral("ses_1"), QByteArray(32, 'h'), user.id, customer.id, noon, noon, {}, {}}));
        QCOMPARE(must(table.byTokenHash(QByteArray(32, 'h'))).id, QStringLiteral("ses_1"));
        QVERIFY(!table.byTokenHash(QByteArray(32, 'x')));
        must(table.touch(QStringLiteral("ses_1"), noon.addSecs(9)));
        QVERIFY(must(table.olderThan(noon.addSecs(8), noon.addSecs(-1), 10)).isEmpty());
        QCOMPARE(must(table.olderThan(noon.addSecs(9), noon.addSecs(-1), 10)).size(), 1);
        QCOMPARE(must(table.olderThan(noon, noon, 10)).size(), 1);
        QVERIFY(must(table.remove(QStringLiteral("ses_1"))));
        QVERIFY(!must(table.remove(QStringLiteral("ses_1"))));
    }

    void fingerprintsAreNewOnceInEachLog()
    {
        TestStore store;
        const Customer a = store.addCustomer(QStringLiteral("a"));
        const Customer b = store.addCustomer(QStringLiteral("b"));
        Transaction transaction = must(Transaction::begin(*store.database));
        const LogTable logs(transaction.connection());
        FingerprintTable table(transaction.connection());
        const qint64 first = must(logs.ofCustomer(a.id)).id;
        const qint64 second = must(logs.ofCustomer(b.id)).id;
        QVERIFY(must(table.remember(first, QByteArray(32, 'f'))));
        QVERIFY(!must(table.remember(first, QByteArray(32, 'f'))));
        QVERIFY(must(table.remember(second, QByteArray(32, 'f'))));
        QVERIFY(must(table.remember(first, QByteArray(32, 'g'))));
    }

    void answersAreRememberedByPersonAndForgottenByAge()
    {
        TestStore store;
        const Customer customer = store.addCustomer(QStringLiteral("acme"));
        const User ann = add(store, customer, person(QStringLiteral("ann")));
        const User bob = add(store, customer, person(QStringLiteral("bob")));
        Transaction transaction = must(Transaction::begin(*store.database));
        IdempotencyTable table(transaction.connection());
        must(table.insert(ann.id, QStringLiteral("k"), {QByteArray(32, 'r'), 204, {}, {}}, noon));
        const std::optional<StoredAnswer> kept = must(table.find(ann.id, QStringLiteral("k")));
        QVERIFY(kept);
        QCOMPARE(kept->status, 204);
        QVERIFY(!must(table.find(bob.id, QStringLiteral("k"))));
        QCOMPARE(must(table.removeBefore(noon)), 0);
        QCOMPARE(must(table.removeBefore(noon.addMSecs(1))), 1);
        QVERIFY(!must(table.find(ann.id, QStringLiteral("k"))));
    }

    void plansBelongToTheirCustomerAndUnappliedOnesAreForgotten()
    {
        TestStore store;
        const Customer acme = store.addCustomer(QStringLiteral("acme"));
        const Customer other = store.addCustomer(QStringLiteral("other"));
        Transaction transaction = must(Transaction::begin(*store.database));
        ImportPlanTable table(transaction.connection());
        const auto row = [](const QString &id, const Customer &customer, const char *state) {
            return ImportPlanRow{id,
                                 customer.id,
                                 QLatin1String(state),
                                 noon,
                                 QStringLiteral("ann"),
                                 QStringLiteral("{}"),
                                 QString(QLatin1String(""))};
        };
        must(table.insert(row(QStringLiteral("pln_1"), acme, "planned")));
        must(table.insert(row(QStringLiteral("pln_2"), acme, "refused")));
        must(table.insert(row(QStringLiteral("pln_3"), acme, "planned")));
        must(table.insert(row(QStringLiteral("pln_4"), other, "planned")));
        QCOMPARE(must(table.byId(acme.id, QStringLiteral("pln_1"))), row(QStringLiteral("pln_1"), acme, "planned"));
        QCOMPARE(table.byId(acme.id, QStringLiteral("pln_4")).error().code, Errc::NotFound);
        must(table.update(QStringLiteral("pln_3"), QStringLiteral("applied"), QStringLiteral("{1}"),
                          QStringLiteral("[]")));
        QCOMPARE(must(table.byId(acme.id, QStringLiteral("pln_3"))).before, QStringLiteral("[]"));
        QCOMPARE(must(table.byId(acme.id, QStringLiteral("pln_3"))).plan, QStringLiteral("{1}"));
        QCOMPARE(must(table.removeUnapplied(acme.id, noon)), 0);
        QCOMPARE(must(table.removeUnapplied(acme.id, noon.addMSecs(1))), 2);
        QCOMPARE(must(table.byId(acme.id, QStringLiteral("pln_3"))).state, QStringLiteral("applied"));
        QVERIFY(table.byId(other.id, QStringLiteral("pln_4")));
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_store_tables.moc"

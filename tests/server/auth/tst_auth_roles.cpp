// SPDX-License-Identifier: GPL-3.0-or-later
// What a session may do by its person's roles: the customer's own roles, second factors that are required, and client
// certificates.
#include "core/protocol/problem.h"
#include "server/auth/clientcertificates.h"
#include "server/store/roletable.h"
#include "tests/server/auth/testbackend.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const auto ann = QStringLiteral("ann");
const auto helpdesk = QStringLiteral("helpdesk");
const QByteArray own(32, 'o');
const QByteArray other(32, 'x');

class RolesBackEnd : public TestBackEnd {
  public:
    Customer customer = addCustomer(QStringLiteral("acme"));

    void store(const Role &role)
    {
        Transaction transaction = must(Transaction::begin(*services->database));
        RoleTable table(transaction.connection());
        if (!table.update(customer.id, role)) must(table.insert(customer.id, role));
        must(transaction.commit());
    }
    void require(const QStringList &mfa, const QStringList &certificates)
    {
        Transaction transaction = must(Transaction::begin(*services->database));
        must(CustomerTable(transaction.connection()).setRequirements(customer.id, mfa, certificates));
        must(transaction.commit());
    }
    void registerCertificate(const User &user, const QByteArray &fingerprint)
    {
        Transaction transaction = must(Transaction::begin(*services->database));
        must(CertificateTable(transaction.connection()).insert(user.id, {fingerprint, {}, noon}));
        must(transaction.commit());
    }
    SignIn::Outcome showing(const QByteArray &fingerprint, const QByteArray &password = goodPassword)
    {
        return services->signIn.run({QStringLiteral("acme"),
                                     ann,
                                     toSecret(password),
                                     {},
                                     Origin{QStringLiteral("192.0.2.10"), 5, QStringLiteral("console"), {}},
                                     fingerprint});
    }
    Result<Principal> ask(const SignIn::Outcome &outcome, const QByteArray &fingerprint = {})
    {
        Request asked = request();
        asked.clientFingerprint = fingerprint;
        return services->sessions.authenticate(std::get<SignIn::Granted>(outcome).session.token, asked);
    }
};

}  // namespace

class TestRoles : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aCustomersOwnRoleCounts()
    {
        RolesBackEnd backEnd;
        const Customer foreign = backEnd.addCustomer(QStringLiteral("foreign"));
        backEnd.store({helpdesk, {Permission::UsersRead}, false});
        backEnd.addUser(backEnd.customer, ann, helpdesk);
        backEnd.addUser(foreign, ann, helpdesk);
        const SignIn::Outcome session = backEnd.signIn(QStringLiteral("acme"), ann);
        QCOMPARE(must(backEnd.ask(session)).permissions, Permissions{Permission::UsersRead});
        backEnd.store({helpdesk, {Permission::LogRead, Permission::LogExport}, false});
        QCOMPARE(must(backEnd.ask(session)).permissions, (Permissions{Permission::LogRead, Permission::LogExport}));
        QVERIFY2(must(backEnd.ask(backEnd.signIn(QStringLiteral("foreign"), ann))).permissions.isEmpty(),
                 "a role of the same name of another customer");
    }

    void aShippedRoleCannotBeReplacedInTheTable()
    {
        RolesBackEnd backEnd;
        backEnd.store({QStringLiteral("user"), {Permission::UsersWrite}, false});
        backEnd.addUser(backEnd.customer, ann, QStringLiteral("user"));
        QCOMPARE(must(backEnd.ask(backEnd.signIn(QStringLiteral("acme"), ann))).permissions,
                 Permissions{Permission::OwnPassword});
    }

    void aRequiredSecondFactorIsADuty_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("required");
        QTest::addColumn<bool>("duty");
        QTest::newRow("required") << QStringLiteral("owner") << QStringLiteral("owner") << true;
        QTest::newRow("of another role") << QStringLiteral("auditor") << QStringLiteral("owner") << false;
        QTest::newRow("of a role of one's own") << helpdesk << helpdesk << true;
        QTest::newRow("of none") << QStringLiteral("owner") << QString() << false;
    }
    void aRequiredSecondFactorIsADuty()
    {
        QFETCH(QString, role);
        QFETCH(QString, required);
        QFETCH(bool, duty);
        RolesBackEnd backEnd;
        backEnd.store({helpdesk, {Permission::UsersRead}, false});
        backEnd.addUser(backEnd.customer, ann, role);
        backEnd.addUser(backEnd.customer, QStringLiteral("enrolled"), role, toSecret("12345678901234567890"));
        backEnd.require(required.isEmpty() ? QStringList() : QStringList{required}, {});
        const SignIn::Outcome session = backEnd.signIn(QStringLiteral("acme"), ann);
        QCOMPARE(std::get<SignIn::Granted>(session).mustEnrolMfa, duty);
        QCOMPARE(must(backEnd.ask(session)).mustEnrolMfa, duty);
    }

    void theDutyBeginsAndEndsWithTheRule()
    {
        RolesBackEnd backEnd;
        backEnd.addUser(backEnd.customer, ann);
        const SignIn::Outcome session = backEnd.signIn(QStringLiteral("acme"), ann);
        QVERIFY(!must(backEnd.ask(session)).mustEnrolMfa);
        backEnd.require({QStringLiteral("owner")}, {});
        QVERIFY2(must(backEnd.ask(session)).mustEnrolMfa, "an open session too");
        User user = backEnd.user(backEnd.customer, ann);
        user.mfa = MfaKind::Totp;
        backEnd.update(user);
        QVERIFY(!must(backEnd.ask(session)).mustEnrolMfa);
    }

    void aRequiredCertificateIsAskedForAtTheSignIn_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<bool>("in");
        QTest::newRow("own") << QStringLiteral("owner") << own << true;
        QTest::newRow("none") << QStringLiteral("owner") << QByteArray() << false;
        QTest::newRow("somebody else's") << QStringLiteral("owner") << other << false;
        QTest::newRow("cut") << QStringLiteral("owner") << own.first(16) << false;
        QTest::newRow("not required") << QStringLiteral("auditor") << QByteArray() << true;
        QTest::newRow("not required, any shown") << QStringLiteral("auditor") << other << true;
    }
    void aRequiredCertificateIsAskedForAtTheSignIn()
    {
        QFETCH(QString, role);
        QFETCH(QByteArray, shown);
        QFETCH(bool, in);
        RolesBackEnd backEnd;
        backEnd.registerCertificate(backEnd.addUser(backEnd.customer, ann, role), own);
        backEnd.registerCertificate(backEnd.addUser(backEnd.customer, QStringLiteral("bob")), other);
        backEnd.require({}, {QStringLiteral("owner")});
        const SignIn::Outcome outcome = backEnd.showing(shown);
        QCOMPARE(std::holds_alternative<SignIn::Granted>(outcome), in);
        if (in) return;
        QCOMPARE(backEnd.refusal(outcome).code, Errc::Forbidden);
        QCOMPARE(backEnd.refusal(outcome).field, QString(protocol::fieldClientCertificate));
        QCOMPARE(backEnd.story(backEnd.customer),
                 QStringList{QStringLiteral("login.refused/failure/certificate_missing")});
    }

    void onlyWhoKnowsThePasswordLearnsOfIt()
    {
        RolesBackEnd backEnd;
        backEnd.addUser(backEnd.customer, ann);
        backEnd.require({}, {QStringLiteral("owner")});
        QCOMPARE(backEnd.refusal(backEnd.showing({}, "wrong")).code, Errc::Unauthorized);
        QCOMPARE(backEnd.refusal(backEnd.showing({}, "wrong")).field, QString());
    }

    void everyRequestNeedsIt()
    {
        RolesBackEnd backEnd;
        backEnd.registerCertificate(backEnd.addUser(backEnd.customer, ann), own);
        const SignIn::Outcome before = backEnd.showing({});
        QVERIFY(backEnd.ask(before).ok());
        backEnd.require({}, {QStringLiteral("owner")});
        const size_t events = backEnd.events(backEnd.customer).size();
        for (const QByteArray &shown : {QByteArray(), other}) {
            const Result<Principal> refused = backEnd.ask(before, shown);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, Errc::Forbidden);
            QCOMPARE(refused.error().field, QString(protocol::fieldClientCertificate));
        }
        QVERIFY2(backEnd.ask(before, own).ok(), "the session itself goes on");
        QCOMPARE(backEnd.story(backEnd.customer, events),
                 QStringList{QStringLiteral("access.denied/failure/certificate_missing")});
        backEnd.clock.set(noon.addSecs(61));
        (void)backEnd.ask(before);
        QCOMPARE(backEnd.events(backEnd.customer).size(), events + 2);
    }

    void aCertificateThatIsRemovedOpensNothing()
    {
        RolesBackEnd backEnd;
        const User user = backEnd.addUser(backEnd.customer, ann);
        backEnd.registerCertificate(user, own);
        backEnd.require({}, {QStringLiteral("owner")});
        const SignIn::Outcome session = backEnd.showing(own);
        QVERIFY(backEnd.ask(session, own).ok());
        Transaction transaction = must(Transaction::begin(*backEnd.services->database));
        QVERIFY(must(CertificateTable(transaction.connection()).remove(user.id, own)));
        must(transaction.commit());
        QVERIFY(!backEnd.ask(session, own));
    }

    void nobodyLocksHimselfOut_data()
    {
        QTest::addColumn<QString>("required");
        QTest::addColumn<bool>("registered");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("shown and registered") << QStringLiteral("owner") << true << own << true;
        QTest::newRow("registered, not shown") << QStringLiteral("owner") << true << QByteArray() << false;
        QTest::newRow("shown, not registered") << QStringLiteral("owner") << false << own << false;
        QTest::newRow("another one is shown") << QStringLiteral("owner") << true << other << false;
        QTest::newRow("of a role that he has not") << QStringLiteral("auditor") << false << QByteArray() << true;
    }
    void nobodyLocksHimselfOut()
    {
        QFETCH(QString, required);
        QFETCH(bool, registered);
        QFETCH(QByteArray, shown);
        QFETCH(bool, allowed);
        RolesBackEnd backEnd;
        const User user = backEnd.addUser(backEnd.customer, ann);
        if (registered) backEnd.registerCertificate(user, own);
        const Result<void> may = mayRequireCertificates(must(backEnd.services->database->connection()), user.id,
                                                        user.roles, {required}, shown);
        QCOMPARE(may.ok(), allowed);
        if (allowed) return;
        QCOMPARE(may.error().code, Errc::Conflict);
        QCOMPARE(may.error().field, QStringLiteral("certificateRequiredRoles"));
    }
};

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_auth_roles.moc"

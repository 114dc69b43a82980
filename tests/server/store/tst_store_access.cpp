// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of roles, second factors and client certificates.
#include "server/store/certificatetable.h"
#include "server/store/mfatable.h"
#include "server/store/roletable.h"
#include "server/store/usertable.h"
#include "tests/server/store/teststore.h"

#include <QSqlQuery>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const Role helpdesk{QStringLiteral("helpdesk"), {Permission::UsersRead, Permission::SessionsEnd}, false};

/// A store with two customers, a person in each, and a transaction in which everything happens.
class Tables : public TestStore {
  public:
    Customer acme = addCustomer(QStringLiteral("acme"));
    Customer other = addCustomer(QStringLiteral("other"));
    Transaction transaction = must(Transaction::begin(*database));
    QSqlDatabase connection = transaction.connection();
    QString ann = addUser(acme, QStringLiteral("ann"));
    QString bob = addUser(acme, QStringLiteral("bob"));

  private:
    QString addUser(const Customer &customer, const QString &login)
    {
        User user;
        user.id = makeIdentifier("usr", noon);
        user.login = login;
        user.createdAt = noon;
        must(UserTable(connection).insert(customer.id, user));
        return user.id;
    }
};

}  // namespace

class TestAccessTables : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_secrets;

  private Q_SLOTS:
    void rolesBelongToTheirCustomer()
    {
        Tables store;
        RoleTable roles(store.connection);
        must(roles.insert(store.acme.id, {QStringLiteral("zeta"), {Permission::LogRead}, false}));
        must(roles.insert(store.acme.id, helpdesk));
        QCOMPARE(must(roles.all(store.acme.id)),
                 (QList<Role>{helpdesk, {QStringLiteral("zeta"), {Permission::LogRead}, false}}));
        QVERIFY(must(roles.all(store.other.id)).isEmpty());
        QCOMPARE(roles.insert(store.acme.id, helpdesk).error().code, Errc::Conflict);
        must(roles.insert(store.other.id, helpdesk));
        must(roles.update(store.acme.id, {helpdesk.name, {Permission::OwnPassword}, false}));
        QCOMPARE(must(roles.all(store.other.id)), QList<Role>{helpdesk});
        QCOMPARE(must(roles.all(store.acme.id)).first().permissions, Permissions{Permission::OwnPassword});
        must(roles.remove(store.acme.id, helpdesk.name));
        QCOMPARE(roles.remove(store.acme.id, helpdesk.name).error().code, Errc::NotFound);
        QCOMPARE(roles.update(store.acme.id, helpdesk).error().code, Errc::NotFound);
        QCOMPARE(must(roles.all(store.other.id)).size(), 1);
    }

    void everyPermissionSurvivesAndUnknownOnesGiveNothing()
    {
        Tables store;
        RoleTable roles(store.connection);
        const auto &all = allPermissions();
        const Role full{QStringLiteral("full"), Permissions(all.begin(), all.end()), false};
        must(roles.insert(store.acme.id, full));
        QCOMPARE(must(roles.all(store.acme.id)), QList<Role>{full});
        QSqlQuery query(store.connection);
        QVERIFY(query.exec(QStringLiteral("UPDATE roles SET permissions = 'log.read moon.land'")));
        QCOMPARE(must(roles.all(store.acme.id)).first().permissions, Permissions{Permission::LogRead});
    }

    void theTableIsOnlyAskedForRolesThatAreNotShipped()
    {
        Tables store;
        RoleTable roles(store.connection);
        must(roles.insert(store.acme.id, helpdesk));
        QVERIFY(must(roles.behind(store.acme.id, {QStringLiteral("owner"), QStringLiteral("user")})).isEmpty());
        QVERIFY(must(roles.behind(store.acme.id, {})).isEmpty());
        QCOMPARE(must(roles.behind(store.acme.id, {QStringLiteral("user"), helpdesk.name})), QList<Role>{helpdesk});
    }

    void anEnrolmentIsReplacedAndForgotten()
    {
        Tables store;
        MfaTable table(store.connection);
        QVERIFY(!must(table.pending(store.ann)));
        must(table.begin(store.ann, {toSecret("first"), noon}));
        must(table.begin(store.bob, {toSecret("bob's"), noon.addSecs(1)}));
        must(table.begin(store.ann, {toSecret(QByteArray("\0second", 7)), noon.addSecs(2)}));
        const std::optional<PendingMfa> pending = must(table.pending(store.ann));
        QCOMPARE(pending->totpSecret.toByteArray(), QByteArray("\0second", 7));
        QCOMPARE(pending->createdAt, noon.addSecs(2));
        QCOMPARE(must(table.removePendingBefore(noon.addSecs(1))), 1);
        QVERIFY(!must(table.pending(store.bob)));
        must(table.removePending(store.ann));
        must(table.removePending(store.ann));
        QVERIFY(!must(table.pending(store.ann)));
    }

    void codesAreUsedOnce()
    {
        Tables store;
        MfaTable table(store.connection);
        must(table.setCodes(store.ann, {"one", "two", "three"}));
        must(table.setCodes(store.bob, {"bob"}));
        QVERIFY(must(table.use(store.ann, 2, noon)));
        QVERIFY(!must(table.use(store.ann, 2, noon.addSecs(1))));
        QVERIFY(!must(table.use(store.ann, 4, noon)));
        const QList<RecoveryCodeRow> rows = must(table.codes(store.ann));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1].codeHash, QByteArray("two"));
        QCOMPARE(rows[1].usedAt, noon);
        QVERIFY(!rows[0].usedAt.isValid() && !rows[2].usedAt.isValid());
        must(table.setCodes(store.ann, {"new"}));
        QCOMPARE(must(table.codes(store.ann)).size(), 1);
        must(table.setCodes(store.ann, {}));
        QVERIFY(must(table.codes(store.ann)).isEmpty());
        QCOMPARE(must(table.codes(store.bob)).size(), 1);
    }

    void certificatesBelongToTheirPerson()
    {
        Tables store;
        CertificateTable table(store.connection);
        const ClientCertificate first{QByteArray(32, '\xa5'), QStringLiteral("CN=Ann L\u00e9e"), noon};
        const ClientCertificate second{QByteArray("\0", 1).leftJustified(32, '\x01'), QString(), noon.addSecs(1)};
        must(table.insert(store.ann, second));
        must(table.insert(store.ann, first));
        must(table.insert(store.bob, first));
        QCOMPARE(must(table.ofUser(store.ann)), (QList<ClientCertificate>{first, second}));
        QCOMPARE(table.insert(store.ann, first).error().code, Errc::Conflict);
        QVERIFY(must(table.has(store.ann, first.fingerprint)));
        QVERIFY(!must(table.has(store.bob, second.fingerprint)));
        QVERIFY2(!must(table.has(store.ann, QByteArray())), "nothing shown is no certificate");
        QVERIFY(must(table.remove(store.ann, first.fingerprint)));
        QVERIFY(!must(table.remove(store.ann, first.fingerprint)));
        QCOMPARE(must(table.ofUser(store.bob)), QList<ClientCertificate>{first});
    }
};

QTEST_GUILESS_MAIN(TestAccessTables)
#include "tst_store_access.moc"

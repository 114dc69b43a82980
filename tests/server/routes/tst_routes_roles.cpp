// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/role.h"
#include "server/store/departuretable.h"
#include "server/store/roletable.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

const auto acme = QStringLiteral("acme");

QJsonObject role(const QString &name, const QStringList &permissions)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("permissions"), QJsonArray::fromStringList(permissions)}};
}

class RolesApi : public TestApi {
  public:
    Customer customer = addCustomer(acme);
    User owner = addUser(customer, QStringLiteral("olga"));
    QByteArray ownersToken = token(acme, QStringLiteral("olga"));

    QByteArray tag() { return get("/v1/roles", ownersToken).headers.value("etag"); }
    Answer make(const QString &name, const QStringList &permissions, const QByteArray &once = {})
    {
        return post("/v1/roles", ownersToken, role(name, permissions), once.isEmpty() ? name.toUtf8() : once);
    }
    /// Somebody with a role of this name, as an owner granted it.
    QByteArray holder(const QString &login, const QString &roleName)
    {
        addUser(customer, login, roleName);
        return token(acme, login);
    }
};

const auto helpdesk = QStringLiteral("helpdesk");
const QStringList some{QStringLiteral("users.read"), QStringLiteral("sessions.read")};

}  // namespace

class TestRoleRoutes : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theListBeginsWithWhatEveryCustomerHas()
    {
        RolesApi api;
        QCOMPARE(api.make(QStringLiteral("zeta"), some).status, 201);
        QCOMPARE(api.make(QStringLiteral("alpha"), some).status, 201);
        const Answer answer = api.get("/v1/roles", api.ownersToken);
        QCOMPARE(answer.status, 200);
        const QList<Role> roles = must(protocol::rolesFromJson(answer.body));
        QCOMPARE(roles.size(), shippedRoles().size() + 2);
        QCOMPARE(roles.first(shippedRoles().size()), shippedRoles());
        QCOMPARE(roles[7].name, QStringLiteral("alpha"));
        QCOMPARE(roles[8].name, QStringLiteral("zeta"));
        QVERIFY(!roles[8].shipped);
        QCOMPARE(
            api.get("/v1/roles", api.ownersToken, "If-None-Match: " + answer.headers.value("etag") + "\r\n").status,
            304);
    }

    void aRoleIsMadeChangedAndRemoved()
    {
        RolesApi api;
        const size_t before = api.events(api.customer).size();
        const Answer made = api.make(helpdesk, some);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.headers.value("location"), QByteArray("/v1/roles/helpdesk"));
        QCOMPARE(made.headers.value("etag"), api.tag());
        QCOMPARE(must(protocol::roleFromJson(made.body)).permissions,
                 (Permissions{Permission::UsersRead, Permission::SessionsRead}));

        const QByteArray pat = api.holder(QStringLiteral("pat"), helpdesk);
        QCOMPARE(api.get("/v1/users", pat).status, 200);
        QCOMPARE(api.get("/v1/audit/checkpoint", pat).status, 403);
        const Answer changed = api.change("PUT", "/v1/roles/helpdesk", api.ownersToken,
                                          role(helpdesk, {QStringLiteral("log.read")}), made.headers.value("etag"));
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.headers.value("etag"), api.tag());
        QVERIFY2(api.get("/v1/users", pat).status == 403, "at once, for open sessions too");
        QCOMPARE(api.get("/v1/audit/checkpoint", pat).status, 200);

        const Answer held =
            api.change("DELETE", "/v1/roles/helpdesk", api.ownersToken, {}, changed.headers.value("etag"));
        QCOMPARE(held.status, 409);
        QVERIFY(held.json().value(QLatin1String("detail")).toString().startsWith(QLatin1String("One person")));
        User user = api.user(api.customer, QStringLiteral("pat"));
        user.roles = {QStringLiteral("user")};
        api.update(user);
        const Answer gone =
            api.change("DELETE", "/v1/roles/helpdesk", api.ownersToken, {}, changed.headers.value("etag"));
        QCOMPARE(gone.status, 204);
        QCOMPARE(gone.headers.value("etag"), api.tag());

        QStringList told = api.story(api.customer, before).filter(QStringLiteral("role."));
        QCOMPARE(told, (QStringList{QStringLiteral("role.created/success"), QStringLiteral("role.changed/success"),
                                    QStringLiteral("role.removed/success")}));
        for (const AuditEvent &event : api.events(api.customer)) {
            if (event.object.type != QLatin1String("role")) continue;
            QCOMPARE(event.actor.id, api.owner.id);
            QCOMPARE(event.object.name, helpdesk);
            QCOMPARE(event.before.has_value(), event.kind != EventKind::RoleCreated);
            QCOMPARE(event.after.has_value(), event.kind != EventKind::RoleRemoved);
            if (event.kind != EventKind::RoleChanged) continue;
            QCOMPARE(event.before->value(QLatin1String("permissions")).toArray(), QJsonArray::fromStringList(some));
            QCOMPARE(event.after->value(QLatin1String("permissions")).toArray(),
                     QJsonArray{QStringLiteral("log.read")});
            QCOMPARE(event.detail, QStringLiteral("People who gain permissions by it: 1; who lose some: 1."));
        }
    }

    void aRepeatedRequestMakesOneRole()
    {
        RolesApi api;
        const Answer first = api.make(helpdesk, some, "key");
        const Answer again = api.make(helpdesk, some, "key");
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(api.story(api.customer).filter(QStringLiteral("role.")).size(), 1);
        QCOMPARE(api.make(QStringLiteral("other"), some, "key").status, 409);
        QCOMPARE(api.make(helpdesk, some, "another").field(), QStringLiteral("name"));
        QCOMPARE(api.post("/v1/roles", api.ownersToken, role(QStringLiteral("x"), some)).field(),
                 QStringLiteral("Idempotency-Key"));
    }

    void whatIsNoRoleIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("permissions");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        const QString name = QStringLiteral("name");
        const QString permissions = QStringLiteral("permissions");
        QTest::newRow("nothing in it") << helpdesk << QStringList() << 400 << permissions;
        QTest::newRow("unknown permission")
            << helpdesk << QStringList{QStringLiteral("moon.land")} << 400 << permissions;
        QTest::newRow("a role in it") << helpdesk << QStringList{QStringLiteral("user")} << 400 << permissions;
        QTest::newRow("empty name") << QString() << some << 400 << name;
        QTest::newRow("capitals") << QStringLiteral("Helpdesk") << some << 400 << name;
        QTest::newRow("Cyrillic") << QStringLiteral("\u043ewner") << some << 400 << name;
        QTest::newRow("long") << QString(65, u'x') << some << 400 << name;
        QTest::newRow("shipped") << QStringLiteral("owner") << some << 409 << name;
        QTest::newRow("like a shipped one") << QStringLiteral("ovvner") << some << 409 << name;
        QTest::newRow("like a shipped one by a digit") << QStringLiteral("adm1nistrator") << some << 409 << name;
    }
    void whatIsNoRoleIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, permissions);
        QFETCH(int, status);
        QFETCH(QString, field);
        RolesApi api;
        const Answer answer = api.make(name, permissions, "key");
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.field(), field);
        QVERIFY(api.story(api.customer).filter(QStringLiteral("role.")).isEmpty());
    }

    void rolesWithinRolesAreRefused()
    {
        RolesApi api;
        QJsonObject body = role(helpdesk, some);
        body.insert(QStringLiteral("roles"), QJsonArray{helpdesk});
        const Answer answer = api.post("/v1/roles", api.ownersToken, body, "key");
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), QStringLiteral("roles"));
    }

    void twoAtTheSameTime()
    {
        RolesApi api;
        (void)api.make(helpdesk, some);
        const QByteArray seen = api.tag();
        QCOMPARE(
            api.change("PUT", "/v1/roles/helpdesk", api.ownersToken, role(helpdesk, {QStringLiteral("log.read")}), seen)
                .status,
            200);
        for (const QByteArray &method : {QByteArray("PUT"), QByteArray("DELETE")}) {
            const Answer late = api.change(method, "/v1/roles/helpdesk", api.ownersToken, role(helpdesk, some), seen);
            QCOMPARE(late.status, 412);
            QCOMPARE(late.problem(), QStringLiteral("stale"));
            const Answer blind = api.change(method, "/v1/roles/helpdesk", api.ownersToken, role(helpdesk, some));
            QCOMPARE(blind.status, 428);
            QCOMPARE(blind.problem(), QStringLiteral("precondition-required"));
        }
        QCOMPARE(must(protocol::rolesFromJson(api.get("/v1/roles", api.ownersToken).body)).last().permissions,
                 Permissions{Permission::LogRead});
    }

    void aChangeThatChangesNothingIsNoEvent()
    {
        RolesApi api;
        (void)api.make(helpdesk, some);
        const size_t before = api.events(api.customer).size();
        QCOMPARE(api.change("PUT", "/v1/roles/helpdesk", api.ownersToken, role(helpdesk, some), api.tag()).status, 200);
        QCOMPARE(api.events(api.customer).size(), before);
    }

    void shippedRolesStay_data()
    {
        QTest::addColumn<QString>("name");
        for (const Role &shipped : shippedRoles())
            QTest::newRow(qUtf8Printable(shipped.name)) << shipped.name;
    }
    void shippedRolesStay()
    {
        QFETCH(QString, name);
        RolesApi api;
        const QByteArray path = "/v1/roles/" + name.toUtf8();
        const Answer changed = api.change("PUT", path, api.ownersToken, role(name, some), "*");
        QCOMPARE(changed.status, 409);
        QCOMPARE(api.change("DELETE", path, api.ownersToken, {}, "*").status, 409);
        QCOMPARE(must(protocol::rolesFromJson(api.get("/v1/roles", api.ownersToken).body)), shippedRoles());
    }

    void aRoleKeepsItsName()
    {
        RolesApi api;
        (void)api.make(helpdesk, some);
        const Answer answer =
            api.change("PUT", "/v1/roles/helpdesk", api.ownersToken, role(QStringLiteral("desk"), some), "*");
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), QStringLiteral("name"));
        QCOMPARE(
            api.change("PUT", "/v1/roles/nobody", api.ownersToken, role(QStringLiteral("nobody"), some), "*").status,
            404);
        QCOMPARE(api.change("DELETE", "/v1/roles/nobody", api.ownersToken, {}, "*").status, 404);
    }

    void nobodyMakesARoleThatCouldMoreThanHimself()
    {
        RolesApi api;
        const QString maker = QStringLiteral("maker");
        const QStringList held{QStringLiteral("roles.read"), QStringLiteral("roles.write"), QStringLiteral("log.read")};
        QCOMPARE(api.make(maker, held).status, 201);
        (void)api.make(QStringLiteral("strong"), {QStringLiteral("network.write")});
        const QByteArray mia = api.holder(QStringLiteral("mia"), maker);
        const auto refused = [&](const Answer &answer) {
            QCOMPARE(answer.status, 403);
            QCOMPARE(answer.problem(), QStringLiteral("forbidden"));
            QCOMPARE(answer.field(), QStringLiteral("permissions"));
            QVERIFY(answer.json().value(QLatin1String("detail")).toString().contains(QLatin1String("network.write")));
            QCOMPARE(api.story(api.customer).last(), QStringLiteral("access.denied/failure/beyond_own_permissions"));
        };
        const QStringList more{QStringLiteral("log.read"), QStringLiteral("network.write")};
        refused(api.post("/v1/roles", mia, role(QStringLiteral("mine"), more), "k1"));
        refused(api.change("PUT", "/v1/roles/maker", mia, role(maker, held + more), "*"));
        refused(api.change("PUT", "/v1/roles/strong", mia, role(QStringLiteral("strong"), {QStringLiteral("log.read")}),
                           "*"));
        refused(api.change("DELETE", "/v1/roles/strong", mia, {}, "*"));
        QCOMPARE(api.post("/v1/roles", mia, role(QStringLiteral("mine"), {QStringLiteral("log.read")}), "k2").status,
                 201);
        QCOMPARE(must(RoleTable(must(api.services->database->connection())).all(api.customer.id)).size(), 3);
    }

    void whatStillNeedsARoleIsNamed()
    {
        RolesApi api;
        (void)api.make(helpdesk, some);
        for (const char *login : {"pat", "pia", "pol"})
            api.addUser(api.customer, QString::fromLatin1(login), helpdesk);
        User off = api.user(api.customer, QStringLiteral("pol"));
        off.status = UserStatus::Disabled;
        api.update(off);
        const auto detail = [&] {
            const Answer answer = api.change("DELETE", "/v1/roles/helpdesk", api.ownersToken, {}, "*");
            return answer.status == 409 ? answer.json().value(QLatin1String("detail")).toString()
                                        : QString::number(answer.status);
        };
        QVERIFY2(detail().startsWith(QLatin1String("3 people have this role")), "whoever is disabled as well");
        for (const char *login : {"pat", "pia", "pol"}) {
            User user = api.user(api.customer, QString::fromLatin1(login));
            user.roles = {QStringLiteral("user")};
            api.update(user);
        }
        {
            Transaction transaction = must(Transaction::begin(*api.services->database));
            must(CustomerTable(transaction.connection()).setRequirements(api.customer.id, {helpdesk}, {}));
            must(transaction.commit());
        }
        QVERIFY(detail().contains(QLatin1String("rules require")));
        {
            Transaction transaction = must(Transaction::begin(*api.services->database));
            must(CustomerTable(transaction.connection()).setRequirements(api.customer.id, {}, {}));
            Departure open;
            open.id = makeIdentifier("dep", noon);
            open.userId = off.id;
            open.login = off.login;
            open.kind = DepartureKind::Reassignment;
            open.departedAt = open.effectiveAt = noon.addDays(1);
            open.newRoles = {helpdesk};
            open.createdAt = noon;
            must(DepartureTable(transaction.connection()).insert({api.customer.id, open, {}}));
            must(transaction.commit());
        }
        QVERIFY2(detail().contains(QLatin1String("pol is going to have this role")), qPrintable(detail()));
    }

    void anotherCustomersRoleIsNowhere()
    {
        RolesApi api;
        (void)api.make(helpdesk, some);
        const Customer other = api.addCustomer(QStringLiteral("other"));
        api.addUser(other, QStringLiteral("otto"));
        const QByteArray foreign = api.token(QStringLiteral("other"), QStringLiteral("otto"));
        QCOMPARE(api.change("PUT", "/v1/roles/helpdesk", foreign, role(helpdesk, some), "*").status, 404);
        QCOMPARE(api.change("DELETE", "/v1/roles/helpdesk", foreign, {}, "*").status, 404);
        QCOMPARE(must(protocol::rolesFromJson(api.get("/v1/roles", foreign).body)), shippedRoles());
        QCOMPARE(api.post("/v1/roles", foreign, role(helpdesk, some), "k").status, 201);
        QCOMPARE(must(protocol::rolesFromJson(api.get("/v1/roles", api.ownersToken).body)).size(),
                 shippedRoles().size() + 1);
    }
};

QTEST_GUILESS_MAIN(TestRoleRoutes)
#include "tst_routes_roles.moc"

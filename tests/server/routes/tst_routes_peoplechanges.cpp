// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator does to accounts and to the customer's rules, on the real server over TLS.
#include "core/protocol/accounts.h"
#include "core/protocol/customer.h"
#include "server/store/certificatetable.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

QJsonObject newUser(const QString &login, const QStringList &roles = {QStringLiteral("user")})
{
    return {{QStringLiteral("login"), login},
            {QStringLiteral("displayName"), QStringLiteral("Somebody New")},
            {QStringLiteral("email"), QStringLiteral("new@example.com")},
            {QStringLiteral("roles"), QJsonArray::fromStringList(roles)}};
}

QJsonObject selection(const QStringList &ids, int spreadDays = 0)
{
    return {{QStringLiteral("userIds"), QJsonArray::fromStringList(ids)}, {QStringLiteral("spreadDays"), spreadDays}};
}

QJsonObject member(const char *name, const QJsonValue &value)
{
    return {{QLatin1String(name), value}};
}

}  // namespace

class TestPeopleChanges : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    Customer m_other;
    User m_ann;
    QByteArray m_owner;
    QByteArray m_admin;
    int m_keys = 0;

    QByteArray target(const User &user, const char *more = "") { return "/v1/users/" + user.id.toLatin1() + more; }
    QByteArray tag(const QByteArray &path) { return m_api->get(path, m_owner).headers.value("etag"); }
    Answer post(const QByteArray &path, const QByteArray &token, const QJsonObject &body)
    {
        return m_api->post(path, token, body, "key-" + QByteArray::number(++m_keys));
    }
    Answer patch(const User &user, const QJsonObject &body, const QByteArray &token = {})
    {
        return m_api->change("PATCH", target(user), token.isEmpty() ? m_owner : token, body, tag(target(user)));
    }
    QString passwordIn(const Answer &answer)
    {
        return answer.json().value(QLatin1String("oneTimePassword")).toString();
    }
    size_t logged() { return must(m_api->services->audit.head(m_acme.id)).size; }
    Error signInError(const QString &login, const QByteArray &password = goodPassword)
    {
        return m_api->refusal(m_api->signIn(QStringLiteral("acme"), login, password));
    }

  private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<TestApi>();
        m_acme = m_api->addCustomer(QStringLiteral("acme"));
        m_other = m_api->addCustomer(QStringLiteral("other"));
        m_api->addUser(m_acme, QStringLiteral("olga"), QStringLiteral("owner"));
        m_api->addUser(m_acme, QStringLiteral("adam"), QStringLiteral("administrator"));
        m_ann = m_api->addUser(m_acme, QStringLiteral("ann"), QStringLiteral("user"));
        m_owner = m_api->token(QStringLiteral("acme"), QStringLiteral("olga"));
        m_admin = m_api->token(QStringLiteral("acme"), QStringLiteral("adam"));
    }
    void cleanup() { m_api.reset(); }

    void somebodyNewSignsInOnceAndChooses()
    {
        const size_t before = logged();
        const Answer made = post("/v1/users", m_admin, newUser(QStringLiteral("bob")));
        QCOMPARE(made.status, 201);
        const protocol::UserWithPassword told = must(protocol::userWithPasswordFromJson(made.body));
        QCOMPARE(told.entry.user.login, QStringLiteral("bob"));
        QCOMPARE(told.entry.user.email, QStringLiteral("new@example.com"));
        QCOMPARE(told.entry.password.state, QStringLiteral("never_set"));
        QCOMPARE(made.headers.value("etag"), tag(target(told.entry.user)));
        const SignIn::Outcome first =
            m_api->signIn(QStringLiteral("acme"), QStringLiteral("bob"), told.oneTimePassword.toByteArray());
        QVERIFY(std::holds_alternative<SignIn::Granted>(first));
        QVERIFY(std::get<SignIn::Granted>(first).mustChangePassword);
        QCOMPARE(signInError(QStringLiteral("bob")).code, Errc::Unauthorized);

        const AuditEvent event = m_api->events(m_acme)[before];
        QCOMPARE(event.kind, EventKind::UserCreated);
        QCOMPARE(event.actor.name, QStringLiteral("adam"));
        QCOMPARE(event.after->value(QLatin1String("login")).toString(), QStringLiteral("bob"));
        const QByteArray leaf = must(m_api->services->audit.leaf(m_acme.id, before));
        QVERIFY(!leaf.contains(told.oneTimePassword.toByteArray()));
    }

    void aRepeatedCreationMakesNobodyAndTellsNothing()
    {
        const Answer first = m_api->post("/v1/users", m_owner, newUser(QStringLiteral("bob")), "same");
        QCOMPARE(first.status, 201);
        const size_t before = logged();
        const Answer again = m_api->post("/v1/users", m_owner, newUser(QStringLiteral("bob")), "same");
        QCOMPARE(again.status, 409);
        QVERIFY(!again.body.contains(passwordIn(first).toLatin1()));
        QCOMPARE(logged(), before);
        QCOMPARE(m_api->post("/v1/users", m_owner, newUser(QStringLiteral("carl")), "same").field(),
                 QStringLiteral("Idempotency-Key"));
    }

    void badPeopleAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const QJsonObject &body, int status, const char *field) {
            QTest::newRow(name) << body << status << QString::fromLatin1(field);
        };
        row("taken", newUser(QStringLiteral("ann")), 409, "login");
        row("taken in another case", newUser(QStringLiteral("ANN")), 409, "login");
        row("looks like one: Cyrillic", newUser(QString::fromUtf8("оlga").replace(u'l', u'l')), 400, "login");
        row("looks like one: digit", newUser(QStringLiteral("o1ga")), 409, "login");
        row("control character", newUser(QStringLiteral("bob\x07")), 400, "login");
        row("at sign", newUser(QStringLiteral("bob@acme")), 400, "login");
        row("no roles", newUser(QStringLiteral("bob"), {}), 400, "roles");
        row("unknown role", newUser(QStringLiteral("bob"), {QStringLiteral("king")}), 400, "roles");
        row("more than the caller holds", newUser(QStringLiteral("bob"), {QStringLiteral("owner")}), 403, "roles");
        QJsonObject mail = newUser(QStringLiteral("bob"));
        mail.insert(QLatin1String("email"), QStringLiteral("bob"));
        row("e-mail", mail, 400, "email");
        QJsonObject name = newUser(QStringLiteral("bob"));
        name.insert(QLatin1String("displayName"), QStringLiteral(" "));
        row("blank name", name, 400, "displayName");
    }
    void badPeopleAreRefused()
    {
        QFETCH(QJsonObject, body);
        QFETCH(int, status);
        QFETCH(QString, field);
        const size_t before = logged();
        const Answer answer = post("/v1/users", m_admin, body);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.field(), field);
        QCOMPARE(logged(), before);
    }

    void aDisabledLoginIsNotFreeAgain()
    {
        QCOMPARE(patch(m_ann, member("status", QStringLiteral("disabled"))).status, 200);
        QCOMPARE(post("/v1/users", m_owner, newUser(QStringLiteral("ann"))).status, 409);
    }

    void twoAdministratorsEditTheSamePerson()
    {
        const QByteArray seen = tag(target(m_ann));
        QCOMPARE(m_api->change("PATCH", target(m_ann), m_owner, member("department", QStringLiteral("Sales"))).status,
                 428);
        QCOMPARE(
            m_api->change("PATCH", target(m_ann), m_owner, member("department", QStringLiteral("Sales")), seen).status,
            200);
        const Answer late =
            m_api->change("PATCH", target(m_ann), m_admin, member("department", QStringLiteral("Support")), seen);
        QCOMPARE(late.status, 412);
        QCOMPARE(late.problem(), QStringLiteral("stale"));
        QCOMPARE(m_api->user(m_acme, QStringLiteral("ann")).department, QStringLiteral("Sales"));
        QCOMPARE(m_api
                     ->change("PATCH", target(m_ann), m_admin, member("department", QStringLiteral("Support")),
                              tag(target(m_ann)))
                     .status,
                 200);
    }

    void aLoginInBetweenSpoilsNoEdit()
    {
        const QByteArray seen = tag(target(m_ann));
        (void)m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        QVERIFY(tag(target(m_ann)) != seen);
        QCOMPARE(
            m_api->change("PATCH", target(m_ann), m_owner, member("displayName", QStringLiteral("Ann")), seen).status,
            200);
    }

    void aChangeIsAnEventWithBothSides()
    {
        const size_t before = logged();
        const Answer changed = patch(m_ann, {{QStringLiteral("department"), QStringLiteral("Sales")},
                                             {QStringLiteral("roles"), QJsonArray{QStringLiteral("auditor")}}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.headers.value("etag"), tag(target(m_ann)));
        const AuditEvent event = m_api->events(m_acme)[before];
        QCOMPARE(event.kind, EventKind::UserChanged);
        QCOMPARE(event.object.id, m_ann.id);
        QCOMPARE(event.before->value(QLatin1String("department")).toString(), QStringLiteral("IT"));
        QCOMPARE(event.after->value(QLatin1String("department")).toString(), QStringLiteral("Sales"));
        QCOMPARE(event.after->value(QLatin1String("roles")).toArray().first().toString(), QStringLiteral("auditor"));
        QCOMPARE(patch(m_ann, member("department", QStringLiteral("Sales"))).status, 200);
        QCOMPARE(logged(), before + 1);
    }

    void whoIsDisabledHasNothingLeft()
    {
        const QByteArray session = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        const Answer device = post(
            target(m_ann, "/devices"), m_owner,
            {{QStringLiteral("kind"), QStringLiteral("phone")}, {QStringLiteral("label"), QStringLiteral("Desk")}});
        QCOMPARE(device.status, 201);
        QCOMPARE(m_api->get("/v1/me", session).status, 200);
        const size_t before = logged();
        QCOMPARE(patch(m_ann, member("status", QStringLiteral("disabled"))).status, 200);
        QCOMPARE(m_api->get("/v1/me", session).status, 401);
        QCOMPARE(signInError(QStringLiteral("ann")).code, Errc::Forbidden);
        QVERIFY(m_api->get(target(m_ann, "/devices"), m_owner).body.contains("revokedAt"));
        QCOMPARE(m_api->user(m_acme, QStringLiteral("ann")).disabledAt, noon);
        const QStringList story = m_api->story(m_acme, before);
        for (const char *told : {"user.changed/success", "access.revoked/success/account_disabled",
                                 "session.revoked/success/account_disabled", "device.revoked/success/account_disabled"})
            QVERIFY2(story.contains(QLatin1String(told)), told);

        QCOMPARE(patch(m_ann, member("status", QStringLiteral("active"))).status, 200);
        QCOMPARE(m_api->get("/v1/me", session).status, 401);
        QVERIFY(!m_api->user(m_acme, QStringLiteral("ann")).disabledAt.isValid());
        QVERIFY(std::holds_alternative<SignIn::Granted>(m_api->signIn(QStringLiteral("acme"), QStringLiteral("ann"))));
    }

    void theLastOwnerStays()
    {
        const User olga = m_api->user(m_acme, QStringLiteral("olga"));
        const User second = m_api->addUser(m_acme, QStringLiteral("oscar"), QStringLiteral("owner"));
        const QByteArray token = m_api->token(QStringLiteral("acme"), QStringLiteral("oscar"));
        QCOMPARE(patch(olga, member("status", QStringLiteral("disabled")), token).status, 200);
        const Answer roles = patch(second, member("roles", QJsonArray{QStringLiteral("user")}), token);
        // The session of the one who was disabled is gone, so the other's tag is read with the other's token.
        QVERIFY(roles.status == 428 || roles.status == 409);
        const QByteArray seen = m_api->get(target(second), token).headers.value("etag");
        const Answer last =
            m_api->change("PATCH", target(second), token, member("roles", QJsonArray{QStringLiteral("user")}), seen);
        QCOMPARE(last.status, 409);
        QCOMPARE(last.field(), QStringLiteral("roles"));
    }

    void bulkNeverLeavesNobody()
    {
        const User oscar = m_api->addUser(m_acme, QStringLiteral("oscar"), QStringLiteral("owner"));
        const User oz = m_api->addUser(m_acme, QStringLiteral("oz"), QStringLiteral("owner"));
        m_owner = m_api->token(QStringLiteral("acme"), QStringLiteral("oz"));
        const User olga = m_api->user(m_acme, QStringLiteral("olga"));
        const size_t before = logged();
        const Answer own = post("/v1/users/disable", m_owner, selection({m_ann.id, oz.id}));
        QCOMPARE(own.status, 409);
        QVERIFY(own.json().value(QLatin1String("detail")).toString().contains(QLatin1String("oz")));
        QCOMPARE(logged(), before);
        QCOMPARE(m_api->user(m_acme, QStringLiteral("ann")).status, UserStatus::Active);
        QCOMPARE(post("/v1/users/disable", m_owner, selection({olga.id, oscar.id, m_ann.id})).status, 204);
        for (const char *login : {"olga", "oscar", "ann"})
            QCOMPARE(m_api->user(m_acme, QLatin1String(login)).status, UserStatus::Disabled);
        // Once more changes nothing, and a stranger among them stops it.
        const size_t after = logged();
        QCOMPARE(post("/v1/users/disable", m_owner, selection({olga.id})).status, 204);
        QCOMPARE(logged(), after);
        const User stranger = m_api->addUser(m_other, QStringLiteral("stranger"));
        const User bob = m_api->addUser(m_acme, QStringLiteral("bob"), QStringLiteral("user"));
        const Answer foreign = post("/v1/users/disable", m_owner, selection({bob.id, stranger.id}));
        QCOMPARE(foreign.status, 404);
        QCOMPARE(foreign.field(), QStringLiteral("userIds"));
        QCOMPARE(m_api->user(m_acme, QStringLiteral("bob")).status, UserStatus::Active);
    }

    void nobodyRisesByAnotherAccount()
    {
        const User olga = m_api->user(m_acme, QStringLiteral("olga"));
        QCOMPARE(post(target(olga, "/password"), m_admin, {}).status, 403);
        QCOMPARE(patch(olga, member("status", QStringLiteral("disabled")), m_admin).status, 403);
        QCOMPARE(patch(olga, member("roles", QJsonArray{QStringLiteral("user")}), m_admin).field(),
                 QStringLiteral("roles"));
        QCOMPARE(patch(m_ann, member("roles", QJsonArray{QStringLiteral("owner")}), m_admin).status, 403);
        QCOMPARE(post("/v1/users/disable", m_admin, selection({olga.id})).status, 403);
        // What gains nothing is allowed.
        QCOMPARE(patch(olga, member("department", QStringLiteral("Board")), m_admin).status, 200);
    }

    void aResetEndsWhatWas()
    {
        const QByteArray session = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        const size_t before = logged();
        const Answer reset = post(target(m_ann, "/password"), m_admin, {});
        QCOMPARE(reset.status, 200);
        const QByteArray oneTime = passwordIn(reset).toLatin1();
        QCOMPARE(oneTime.size(), 24);
        QCOMPARE(m_api->get("/v1/me", session).status, 401);
        QCOMPARE(signInError(QStringLiteral("ann")).code, Errc::Unauthorized);
        const auto granted = m_api->signIn(QStringLiteral("acme"), QStringLiteral("ann"), oneTime);
        QVERIFY(std::get<SignIn::Granted>(granted).mustChangePassword);
        QVERIFY(m_api->story(m_acme, before).contains(QLatin1String("password.reset/success")));
        // The former password is among those that may not come back.
        const QByteArray token = std::get<SignIn::Granted>(granted).session.token.toByteArray();
        const Answer old = post("/v1/me/password", token,
                                {{QStringLiteral("current"), QString::fromLatin1(oneTime)},
                                 {QStringLiteral("next"), QString::fromLatin1(goodPassword)}});
        QCOMPARE(old.field(), QStringLiteral("next"));
    }

    void aResetIsNotForOneselfNorForTheDisabled()
    {
        const User adam = m_api->user(m_acme, QStringLiteral("adam"));
        QCOMPARE(post(target(adam, "/password"), m_admin, {}).status, 409);
        QCOMPARE(patch(m_ann, member("status", QStringLiteral("disabled"))).status, 200);
        QCOMPARE(post(target(m_ann, "/password"), m_admin, {}).status, 409);
    }

    void aLockIsLiftedByResetAndByHand_data()
    {
        QTest::addColumn<bool>("byReset");
        QTest::newRow("reset") << true;
        QTest::newRow("status") << false;
    }
    void aLockIsLiftedByResetAndByHand()
    {
        QFETCH(bool, byReset);
        User locked = m_ann;
        locked.status = UserStatus::Locked;
        locked.lockedUntil = noon.addSecs(3600);
        m_api->update(locked);
        const size_t before = logged();
        const Answer lifted = byReset ? post(target(m_ann, "/password"), m_admin, {})
                                      : patch(m_ann, member("status", QStringLiteral("active")), m_admin);
        QCOMPARE(lifted.status, 200);
        QCOMPARE(m_api->user(m_acme, QStringLiteral("ann")).status, UserStatus::Active);
        QVERIFY(m_api->story(m_acme, before).contains(QLatin1String("account.unlocked/success/by_administrator")));
    }

    void expiredNowMeansNow()
    {
        const QByteArray session = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        const size_t before = logged();
        QCOMPARE(post("/v1/users/expiry", m_admin, selection({m_ann.id})).status, 204);
        QVERIFY(m_api->story(m_acme, before).contains(QLatin1String("password.expired/success")));
        // The open session may change the password and nothing else.
        QCOMPARE(m_api->get("/v1/session", session).json().value(QLatin1String("mustChangePassword")).toBool(), true);
        const Answer changed = post("/v1/me/password", session,
                                    {{QStringLiteral("current"), QString::fromLatin1(goodPassword)},
                                     {QStringLiteral("next"), QStringLiteral("copper-meadow-signal-4")}});
        QCOMPARE(changed.status, 204);
        const User ann = m_api->user(m_acme, QStringLiteral("ann"));
        QVERIFY(!ann.passwordDueAt.isValid());
        QCOMPARE(m_api->get("/v1/session", session).json().value(QLatin1String("mustChangePassword")).toBool(), false);
    }

    void expiryIsSpreadAndKeepsTheEarlierDate()
    {
        QStringList ids{m_ann.id};
        for (const char *login : {"bob", "carl", "dora"})
            ids.append(m_api->addUser(m_acme, QLatin1String(login), QStringLiteral("user")).id);
        QCOMPARE(post("/v1/users/expiry", m_owner, selection(ids, 2)).status, 204);
        QCOMPARE(m_api->user(m_acme, QStringLiteral("ann")).passwordDueAt, noon.addDays(1));
        QCOMPARE(m_api->user(m_acme, QStringLiteral("bob")).passwordDueAt, noon.addDays(1));
        QCOMPARE(m_api->user(m_acme, QStringLiteral("carl")).passwordDueAt, noon.addDays(2));
        QCOMPARE(m_api->user(m_acme, QStringLiteral("dora")).passwordDueAt, noon.addDays(2));
        QCOMPARE(post("/v1/users/expiry", m_owner, selection(ids, 90)).status, 204);
        QCOMPARE(m_api->user(m_acme, QStringLiteral("ann")).passwordDueAt, noon.addDays(1));
        QCOMPARE(post("/v1/users/expiry", m_owner, selection({ids[3]})).status, 204);
        QCOMPARE(m_api->user(m_acme, QStringLiteral("dora")).passwordDueAt, noon);
        // When the clock jumps back, what is due later is due later; nothing is lost.
        m_api->clock.set(noon.addDays(-3));
        const QByteArray token = m_api->token(QStringLiteral("acme"), QStringLiteral("olga"));
        const Answer ann = m_api->get(target(m_ann), token);
        QCOMPARE(ann.json().value(QLatin1String("passwordState")).toString(), QStringLiteral("due_soon"));
        m_api->clock.set(noon.addDays(400));
        const QByteArray later = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        QCOMPARE(m_api->get("/v1/session", later).json().value(QLatin1String("mustChangePassword")).toBool(), true);
    }

    void exemptionsHaveAReasonAndAnEnd_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QDateTime>("until");
        QTest::addColumn<QString>("field");
        const QString why = QStringLiteral("at sea");
        QTest::newRow("fine") << why << noon.addDays(30) << "";
        QTest::newRow("1 ms to come") << why << noon.addMSecs(1) << "";
        QTest::newRow("now") << why << noon << "exemption.until";
        QTest::newRow("past") << why << noon.addDays(-1) << "exemption.until";
        QTest::newRow("366 days") << why << noon.addDays(366) << "";
        QTest::newRow("longer") << why << noon.addDays(366).addMSecs(1) << "exemption.until";
        QTest::newRow("no reason") << " " << noon.addDays(30) << "exemption.reason";
    }
    void exemptionsHaveAReasonAndAnEnd()
    {
        QFETCH(QString, reason);
        QFETCH(QDateTime, until);
        QFETCH(QString, field);
        protocol::UserPatch wish;
        wish.exemption = RotationExemption{reason, until};
        const Answer answer = patch(m_ann, QJsonDocument::fromJson(toJson(wish)).object());
        QCOMPARE(answer.field(), field);
        QCOMPARE(answer.status, field.isEmpty() ? 200 : 400);
        if (!field.isEmpty()) return;
        QCOMPARE(m_api->user(m_acme, QStringLiteral("ann")).exemption->until, until);
        QCOMPARE(patch(m_ann, member("exemption", QJsonValue(QJsonValue::Null))).status, 200);
        QVERIFY(!m_api->user(m_acme, QStringLiteral("ann")).exemption);
    }

    void rulesAreReplacedAndLogged()
    {
        protocol::CustomerRules rules;
        rules.passwordPolicy.minLength = 14;
        rules.passwordPolicy.spreadDays = 20;
        rules.mfaRequiredRoles = {QStringLiteral("administrator")};
        const QJsonObject body = QJsonDocument::fromJson(toJson(rules)).object();
        const QByteArray seen = tag("/v1/customer");
        QCOMPARE(m_api->change("PUT", "/v1/customer/policy", m_owner, body).status, 428);
        const size_t before = logged();
        const Answer changed = m_api->change("PUT", "/v1/customer/policy", m_owner, body, seen);
        QCOMPARE(changed.status, 200);
        QCOMPARE(must(protocol::customerFromJson(changed.body)).passwordPolicy, rules.passwordPolicy);
        QCOMPARE(changed.headers.value("etag"), tag("/v1/customer"));
        QCOMPARE(must(protocol::customerFromJson(m_api->get("/v1/customer", m_owner).body)).mfaRequiredRoles,
                 rules.mfaRequiredRoles);
        const AuditEvent event = m_api->events(m_acme)[before];
        QCOMPARE(event.kind, EventKind::PolicyChanged);
        QVERIFY(event.before && event.after && *event.before != *event.after);
        QCOMPARE(m_api->change("PUT", "/v1/customer/policy", m_owner, body, seen).status, 412);
        QCOMPARE(m_api->change("PUT", "/v1/customer/policy", m_owner, body, tag("/v1/customer")).status, 200);
        QCOMPARE(logged(), before + 1);
        // Spreading makes due dates earlier, never later.
        const QDateTime due = must(protocol::userEntryFromJson(m_api->get(target(m_ann), m_owner).body)).password.dueAt;
        QVERIFY(due <= noon.addDays(89) && due >= noon.addDays(69));
    }

    void rulesUnderTheFloorAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("length 5") << "minLength" << QJsonValue(5);
        QTest::newRow("never locks") << "lockAfterFailures" << QJsonValue(0);
        QTest::newRow("locks too late") << "lockAfterFailures" << QJsonValue(101);
        QTest::newRow("spread over the whole age") << "spreadDays" << QJsonValue(90);
        QTest::newRow("history") << "history" << QJsonValue(25);
        QTest::newRow("warnings") << "warningDays" << QJsonValue(QJsonArray{7, 0});
    }
    void rulesUnderTheFloorAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QJsonObject body = QJsonDocument::fromJson(toJson(protocol::CustomerRules())).object();
        QJsonObject policy = body.value(QLatin1String("passwordPolicy")).toObject();
        policy.insert(name, value);
        body.insert(QLatin1String("passwordPolicy"), policy);
        const Answer answer = m_api->change("PUT", "/v1/customer/policy", m_owner, body, "*");
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.field(), QStringLiteral("passwordPolicy.") + name);
        QCOMPARE(must(protocol::customerFromJson(m_api->get("/v1/customer", m_owner).body)).passwordPolicy,
                 PasswordPolicy());
    }

    void nobodyLocksHimselfOutByRules()
    {
        protocol::CustomerRules rules;
        rules.certificateRequiredRoles = {QStringLiteral("owner")};
        QJsonObject body = QJsonDocument::fromJson(toJson(rules)).object();
        const Answer stranded = m_api->change("PUT", "/v1/customer/policy", m_owner, body, "*");
        QCOMPARE(stranded.status, 409);
        QCOMPARE(stranded.field(), QStringLiteral("certificateRequiredRoles"));
        rules.certificateRequiredRoles = {QStringLiteral("king")};
        body = QJsonDocument::fromJson(toJson(rules)).object();
        QCOMPARE(m_api->change("PUT", "/v1/customer/policy", m_owner, body, "*").field(),
                 QStringLiteral("certificateRequiredRoles"));
    }
};

QTEST_GUILESS_MAIN(TestPeopleChanges)
#include "tst_routes_peoplechanges.moc"

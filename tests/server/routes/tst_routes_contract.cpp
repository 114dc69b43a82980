// SPDX-License-Identifier: GPL-3.0-or-later
// The OpenAPI document and the back end hold each other: every route is described and every description has its route;
// who may call what is generated from the document and tried on the real server; what the server answers is judged by
// the document's schemas.
#include "server/store/certificatetable.h"
#include "server/store/mfatable.h"
#include "server/store/roletable.h"
#include "tests/server/routes/contractcalls.h"
#include "tests/server/routes/schemacheck.h"

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

class TestContract : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    Customer m_other;
    int m_count = 0;

    /// Judges an answer by what the document says of its operation and status.
    QString judged(const Operation &operation, const Answer &answer) const
    {
        const SchemaCheck check(document());
        const QJsonObject responses = operation.object.value(QLatin1String("responses")).toObject();
        const QString status = QString::number(answer.status);
        if (!responses.contains(status)) return QStringLiteral("status %1 is not in the document").arg(status);
        const QJsonObject content =
            check.resolved(responses.value(status).toObject()).value(QLatin1String("content")).toObject();
        if (content.isEmpty())
            return answer.body.isEmpty() ? QString() : QStringLiteral("a body that is not described");
        const QString type = QString::fromLatin1(answer.headers.value("content-type")).section(QLatin1Char(';'), 0, 0);
        if (!content.contains(type)) return QStringLiteral("content type %1 is not in the document").arg(type);
        const QJsonObject schema = content.value(type).toObject().value(QLatin1String("schema")).toObject();
        if (type.startsWith(QLatin1String("text/"))) return check.judge(QString::fromUtf8(answer.body), schema);
        if (type != QLatin1String("application/x-ndjson")) return check.judge(answer.json(), schema);
        if (!answer.body.endsWith('\n')) return QStringLiteral("the last line does not end");
        const QList<QByteArray> lines = answer.body.chopped(1).split('\n');
        for (const QByteArray &line : lines) {
            const QString wrong = check.judge(QJsonDocument::fromJson(line).object(), schema);
            if (!wrong.isEmpty()) return wrong;
        }
        return {};
    }

    /// A people file of acme in the state in which the operation takes it.
    QByteArray plan(const Operation &operation, const QByteArray &once)
    {
        const auto store = [](const Transaction &, const protocol::ImportPlan &) { return Result<void>(); };
        Principal planner;
        planner.login = QStringLiteral("planner");
        planner.customerId = m_acme.id;
        planner.permissions = permissionsOf({QStringLiteral("owner")});
        const Doer doer{planner, Origin()};
        PeopleImport &import = m_api->services->peopleImport;
        const QByteArray id =
            must(import.plan(doer, "login,name\nplanned." + once + ",Planned\n", store)).id.toLatin1();
        if (operation.id == QLatin1String("undoPeopleImport")) must(import.apply(doer, QString::fromLatin1(id), store));
        return id;
    }

    /// A case of acme about `person`, in the state in which the operation takes it.
    QByteArray departure(const Operation &operation, const User &person)
    {
        Principal author;
        author.login = QStringLiteral("author");
        author.customerId = m_acme.id;
        author.permissions = permissionsOf({QStringLiteral("owner")});
        protocol::NewDeparture wish;
        wish.userId = person.id;
        wish.departedAt = operation.id == QLatin1String("probeDeparture") ? noon : noon.addDays(9);
        return must(m_api->services->revocation.open(author, Origin(), {wish}, {})).first().id.toLatin1();
    }

    /// A device of a person of acme, and a request with which it may register.
    std::pair<QByteArray, QByteArray> device(const User &person)
    {
        Principal giver;
        giver.customerId = m_acme.id;
        giver.customerSlug = m_acme.slug;
        const protocol::DeviceWithSecret made =
            must(m_api->services->devices.add(giver, person.id, {DeviceKind::Phone, QStringLiteral("Desk")}, Origin(),
                                              [](const Transaction &) { return Result<void>(); }));
        return {made.device.id.toLatin1(),
                protocol::toJson(protocol::RegistrationRequest{made.device.sipUser, made.secret,
                                                               QStringLiteral("sip:1@192.0.2.7"), 3600})};
    }

    /// A number of acme, as a path names it.
    QByteArray numberOfAcme()
    {
        Principal keeper;
        keeper.login = QStringLiteral("keeper");
        keeper.customerId = m_acme.id;
        GuardedNumber wish;
        wish.number = freshNumber();
        const auto store = [](const Transaction &, const QList<GuardedNumber> &) { return Result<void>(); };
        const GuardAuthor author{keeper, Origin()};
        return protocol::numberPathParameter(must(m_api->services->callGuard.add(author, {wish}, store)).first().number)
            .toLatin1();
    }

    /// An open session of a person of acme.
    QByteArray session(const User &person)
    {
        return std::get<SignIn::Granted>(m_api->signIn(QStringLiteral("acme"), person.login)).session.id.toLatin1();
    }

    /// The allowlist of the caller's customer in the state in which the operation takes it, and an address of acme's
    /// that is blocked.
    void prepareNetwork(const Operation &operation, const Customer &home, const QByteArray &once)
    {
        NetworkAccessService &network = m_api->services->network;
        Principal keeper;
        keeper.login = QStringLiteral("keeper");
        keeper.customerId = home.id;
        const NetworkAuthor author{keeper, Origin()};
        if (operation.path.startsWith(QLatin1String("/v1/network")))
            (void)network.revert(author,
                                 [](const Transaction &, const protocol::NetworkAccess &) { return Result<void>(); });
        if (operation.id == QLatin1String("confirmNetwork") || operation.id == QLatin1String("revertNetwork")) {
            const QByteArray body = QJsonDocument(networkBody("waits" + once)).toJson();
            must(network.change(author, must(protocol::allowlistChangeFromJson(body)),
                                [](const QByteArray &) { return Result<void>(); }));
        }
        if (operation.id != QLatin1String("liftBlock")) return;
        keeper.customerId = m_acme.id;
        must(m_api->services->blocking.block(
            author, {QStringLiteral("203.0.113.5"), {}, {}},
            [](const Transaction &, const protocol::BlockList &) { return Result<void>(); }));
    }

    /// A call that has cost something, and whose limit was raised for a while: the raise's id.
    QByteArray prepareSpend(const Operation &operation, const Customer &home, const QByteArray &once)
    {
        if (operation.id != QLatin1String("resetSpend") && operation.id != QLatin1String("endSpendRaise")) return {};
        Principal keeper;
        keeper.login = QStringLiteral("keeper");
        keeper.customerId = home.id;
        const GuardAuthor author{keeper, Origin()};
        SpendService &spend = m_api->services->spend;
        if (operation.id == QLatin1String("endSpendRaise")) {
            TemporaryRaise wish;
            wish.amount = Decimal{500'000'000};
            wish.until = noon.addDays(2);
            wish.reason = QString::fromLatin1(once);
            keeper.customerId = m_acme.id;
            return must(spend.raise(author, wish,
                                    [](const Transaction &, const TemporaryRaise &) { return Result<void>(); }))
                .id.toLatin1();
        }
        const Rate rate{QStringLiteral("+371"), {}, Decimal{100'000}, {}, 1, 1, {}};
        must(spend.setDeck(author, policy::RateDeck(QStringLiteral("GBP"), {rate}),
                           [](const policy::RateDeck &) { return Result<void>(); }));
        must(m_api->services->callDesk.record(author, {{QString::fromLatin1(once), QStringLiteral("+442079460000"),
                                                        QStringLiteral("+37120000000"), noon.addSecs(-600), 60}}));
        return {};
    }

    /// Rules by which something can be purged and no run under way, a hold of acme's, or somebody who cannot sign in.
    QByteArray prepareRetention(const Operation &operation, const Customer &home, User target, const QByteArray &once)
    {
        Services &services = *m_api->services;
        Principal keeper;
        keeper.login = QStringLiteral("keeper");
        keeper.customerId = operation.id == QLatin1String("releaseHold") ? m_acme.id : home.id;
        const GuardAuthor author{keeper, Origin()};
        if (operation.id == QLatin1String("erasePerson")) {
            target.status = UserStatus::Disabled;
            target.disabledAt = noon;
            m_api->update(target);
        }
        if (operation.id == QLatin1String("startPurge")) {
            must(services.purger.round());
            RetentionRules rules;
            rules.auditLogDays = 3'650;
            must(services.retention.setRules(author, rules, [](const RetentionRules &) { return Result<void>(); }));
        }
        if (operation.id != QLatin1String("releaseHold")) return {};
        LegalHold hold;
        hold.subject = HoldSubject::Period;
        hold.from = noon;
        hold.reason = QString::fromLatin1(once);
        return must(services.retention.placeHold(author, hold,
                                                 [](const Transaction &, const LegalHold &) { return Result<void>(); }))
            .id.toLatin1();
    }

    /// A role that nobody has, a second factor of the caller that waits for its code, a certificate of the target.
    void prepareAccess(const Operation &operation, const User &caller, const User &target)
    {
        Transaction transaction = must(Transaction::begin(*m_api->services->database));
        const QSqlDatabase &connection = transaction.connection();
        // A call of another row may have changed the rules.
        for (const Customer &customer : {m_acme, m_other})
            must(CustomerTable(connection).setRequirements(customer.id, {guarded}, {}));
        RoleTable roles(connection);
        (void)roles.remove(m_acme.id, QStringLiteral("spare"));
        must(roles.insert(m_acme.id, {QStringLiteral("spare"), {Permission::OwnPassword}, false}));
        if (operation.id == QLatin1String("confirmMyMfa"))
            must(MfaTable(connection).begin(caller.id, {toSecret(factorSecret), noon}));
        if (operation.id == QLatin1String("removeCertificate"))
            must(CertificateTable(connection).insert(target.id, {QByteArray::fromHex(fingerprint), {}, noon}));
        must(transaction.commit());
    }

  private Q_SLOTS:
    void initTestCase()
    {
        m_api = std::make_unique<TestApi>();
        m_acme = m_api->addCustomer(QStringLiteral("acme"));
        m_other = m_api->addCustomer(QStringLiteral("other"));
        for (const Customer &customer : {m_acme, m_other}) {
            Transaction transaction = must(Transaction::begin(*m_api->services->database));
            must(RoleTable(transaction.connection())
                     .insert(customer.id, {guarded, permissionsOf({QStringLiteral("owner")}), false}));
            if (customer.id == m_acme.id) must(RoleTable(transaction.connection()).insert(customer.id, helpdesk()));
            must(transaction.commit());
        }
        // Something to read in both logs.
        for (const Customer &customer : {m_acme, m_other})
            for (int i = 0; i < 3; ++i)
                must(m_api->services->audit.append(customer.id, loginEvent(customer.slug + QStringLiteral("-scan"))));
    }
    void cleanupTestCase() { m_api.reset(); }

    void theDocumentIsWhatTheServerServes()
    {
        const Answer answer = m_api->get("/v1/openapi.json", {});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, openApiDocument());
        QFile file(QStringLiteral(LW_SOURCE_DIR "/resources/openapi.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(answer.body, file.readAll());
        QVERIFY(document().value(QLatin1String("openapi")).toString().startsWith(QLatin1String("3.1")));
        QCOMPARE(m_api->get("/v1/openapi.json", {}, "If-None-Match: " + answer.headers.value("etag") + "\r\n").status,
                 304);
    }

    void everyReferenceLeadsSomewhere()
    {
        const SchemaCheck check(document());
        QStringList broken;
        const std::function<void(const QJsonValue &)> walk = [&](const QJsonValue &value) {
            if (value.isArray())
                for (const QJsonValue &element : value.toArray())
                    walk(element);
            const QJsonObject object = value.toObject();
            if (object.contains(QLatin1String("$ref")) && check.resolved(object).isEmpty())
                broken.append(object.value(QLatin1String("$ref")).toString());
            for (const QJsonValue &member : object)
                walk(member);
        };
        walk(document());
        QCOMPARE(broken, QStringList());
    }

    void routesAndDocumentNameTheSameOperations()
    {
        QStringList described;
        for (const Operation &operation : operations()) {
            QVERIFY2(operation.object.contains(QLatin1String("x-permission")), qUtf8Printable(operation.id));
            described.append(
                QStringLiteral("%1 %2 %3 permission=%4 anonymous=%5 expired=%6 mfa=%7")
                    .arg(QString::fromLatin1(operation.method), operation.path, operation.id,
                         operation.permission() ? permissionName(*operation.permission()) : QLatin1String())
                    .arg(operation.anonymous())
                    .arg(operation.whileExpired())
                    .arg(operation.whileMfaMissing()));
        }
        QStringList routed;
        for (const Route &route : m_api->router.routes())
            routed.append(QStringLiteral("%1 %2 %3 permission=%4 anonymous=%5 expired=%6 mfa=%7")
                              .arg(QString::fromLatin1(route.method), route.pathTemplate, route.operationId,
                                   route.permission ? permissionName(*route.permission) : QLatin1String())
                              .arg(route.anonymous)
                              .arg(route.allowedWhilePasswordExpired)
                              .arg(route.allowedWhileMfaMissing));
        described.sort();
        routed.sort();
        QCOMPARE(routed, described);
    }

    void rolesAndPermissionsAreThoseOfTheDomain()
    {
        const QJsonObject schemas =
            document().value(QLatin1String("components")).toObject().value(QLatin1String("schemas")).toObject();
        const auto names = [&](const char *schema) {
            QStringList list;
            for (const QJsonValue &name :
                 schemas.value(QLatin1String(schema)).toObject().value(QLatin1String("enum")).toArray())
                list.append(name.toString());
            return list;
        };
        QStringList roles;
        for (const Role &role : shippedRoles())
            roles.append(role.name);
        QCOMPARE(names("ShippedRoleName"), roles);
        QStringList permissions;
        for (Permission permission : allPermissions())
            permissions.append(permissionName(permission));
        QCOMPARE(names("PermissionName"), permissions);
    }

    void whoMayCallWhat_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<int>("caller");
        QTest::addColumn<QString>("role");
        for (const Operation &operation : operations()) {
            const auto row = [&](const QString &who) -> QTestData & {
                return QTest::addRow("%s by %s", qUtf8Printable(operation.id), qUtf8Printable(who)) << operation;
            };
            row(QStringLiteral("nobody")) << int(Caller::Nobody) << QString();
            row(QStringLiteral("broken token")) << int(Caller::BrokenToken) << QString();
            for (const Role &role : shippedRoles())
                row(role.name) << int(Caller::Role) << role.name;
            row(QStringLiteral("custom role")) << int(Caller::Role) << helpdesk().name;
            row(QStringLiteral("owner who must enrol")) << int(Caller::MustEnrol) << guarded;
            row(QStringLiteral("foreign owner")) << int(Caller::Foreigner) << QStringLiteral("owner");
            row(QStringLiteral("owner who must change")) << int(Caller::MustChange) << QStringLiteral("owner");
            row(QStringLiteral("user who must change")) << int(Caller::MustChange) << QStringLiteral("user");
        }
    }
    void whoMayCallWhat()
    {
        QFETCH(Operation, operation);
        QFETCH(int, caller);
        QFETCH(QString, role);
        const auto who = static_cast<Caller>(caller);
        const bool foreign = who == Caller::Foreigner;
        const Customer &home = foreign ? m_other : m_acme;
        QByteArray token;
        // Everything that a call may change or end is made for it.
        const QByteArray once = "n" + QByteArray::number(++m_count);
        const User target =
            m_api->addUser(m_acme, QStringLiteral("target-%1.of.acme").arg(m_count), QStringLiteral("user"));
        User user = target;
        if (who != Caller::Nobody && who != Caller::BrokenToken) {
            user = m_api->addUser(home, QStringLiteral("caller-%1").arg(m_count), role);
            if (who == Caller::MustChange) {
                user.mustChangePassword = true;
                m_api->update(user);
            }
            token = m_api->token(home.slug, user.login);
        }
        if (who == Caller::BrokenToken) token = "lw_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        prepareNetwork(operation, home, once);
        prepareAccess(operation, user, target);
        const QByteArray raise = prepareSpend(operation, home, once);
        const QByteArray hold = prepareRetention(operation, home, target, once);
        TestApi::Call call = goodCall(operation, target, token, once);
        if (call.target.contains("{planId}")) call.target.replace("{planId}", plan(operation, once));
        if (call.target.contains("{departureId}")) call.target.replace("{departureId}", departure(operation, target));
        if (call.target.contains("{sessionId}")) call.target.replace("{sessionId}", session(target));
        if (call.target.contains("{deviceId}")) call.target.replace("{deviceId}", device(target).first);
        if (operation.id == QLatin1String("registerDevice")) call.body = device(target).second;
        call.target.replace("{address}", "203.0.113.5");
        call.target.replace("{raiseId}", raise);
        call.target.replace("{holdId}", hold);
        if (call.target.contains("{number}")) {
            const QByteArray number = numberOfAcme();
            call.target.replace("{number}", number);
            if (operation.id == QLatin1String("changeNumber")) call.body = "{\"number\":\"+" + number + "\"}";
        }
        const quint64 before = must(m_api->services->audit.head(home.id)).size;
        const Answer answer = m_api->call(call);

        int expected = operation.success();
        QString problem;
        const Permissions held =
            permissionsOf({role}, {helpdesk(), {guarded, permissionsOf({QStringLiteral("owner")}), false}});
        if (operation.anonymous()) {
            // Whoever calls, the answer is the same.
        } else if (who == Caller::Nobody || who == Caller::BrokenToken) {
            expected = 401;
            problem = QStringLiteral("unauthorised");
        } else if (who == Caller::MustChange && !operation.whileExpired()) {
            expected = 403;
            problem = QStringLiteral("password-change-required");
        } else if (who == Caller::MustEnrol && !operation.whileMfaMissing()) {
            expected = 403;
            problem = QStringLiteral("mfa-enrolment-required");
        } else if (operation.permission() && !held.contains(*operation.permission())) {
            expected = 403;
            problem = QStringLiteral("forbidden");
        } else if (foreign && operation.namesAnObject()) {
            expected = 404;
            problem = QStringLiteral("not-found");
        }
        QCOMPARE(answer.status, expected);
        QCOMPARE(answer.problem(), problem);
        QCOMPARE(judged(operation, answer), QString());
        if (problem == QLatin1String("forbidden")) {
            QCOMPARE(must(m_api->services->audit.head(home.id)).size, before + 1);
            const AuditEvent last = must(audit::eventFromLeaf(must(m_api->services->audit.leaf(home.id, before))));
            QCOMPARE(last.kind, EventKind::AccessDenied);
            QCOMPARE(last.actor.id, user.id);
            QCOMPARE(last.object.name, operation.id);
        }
        if (foreign && !operation.anonymous()) {
            QVERIFY2(!answer.body.contains("acme"), "nothing of another customer");
            QVERIFY(!answer.body.contains(m_acme.id.toLatin1()));
        }
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_routes_contract.moc"

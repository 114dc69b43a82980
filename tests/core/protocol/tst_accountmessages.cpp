// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/accounts.h"
#include "core/protocol/customer.h"
#include "core/protocol/limits.h"
#include "messagesamples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lw;
using namespace lw::protocol;
using namespace lw::tests;

namespace {

NewUser fullNewUser()
{
    return {QStringLiteral("ann.lee"),
            QStringLiteral("Ann \"A\" L\u00e9e"),
            QStringLiteral("Sales"),
            QStringLiteral("ann@example.com"),
            {QStringLiteral("user"), QStringLiteral("auditor")}};
}

UserPatch fullPatch()
{
    UserPatch patch;
    patch.displayName = QStringLiteral("Ann");
    patch.department = QString(QLatin1String(""));
    patch.email = QStringLiteral("a@example.com");
    patch.roles = QStringList{QStringLiteral("user")};
    patch.status = UserStatus::Disabled;
    patch.exemption = RotationExemption{QStringLiteral("at sea"), sampleTime};
    return patch;
}

ImportPlan fullPlan(bool secrets)
{
    ImportPlan plan;
    plan.id = QStringLiteral("pln_1");
    plan.state = secrets ? ImportPlan::State::Applied : ImportPlan::State::Refused;
    plan.createdAt = sampleTime;
    plan.createdBy = QStringLiteral("owner");
    plan.creates = 2;
    plan.changes = plan.unchanged = plan.refused = 1;
    using Action = ImportLine::Action;
    plan.lines = {
        {2, Action::Create, QStringLiteral("ann"), QStringLiteral("\"Ann\", user"), {}, {}},
        {3, Action::Change, QStringLiteral("bob"), QStringLiteral("\"oneTimePassword\":\"no\""), {}, {}},
        {5, Action::Unchanged, QStringLiteral("carl"), {}, {}, {}},
        {6, Action::Refused, QStringLiteral("d\u00e9d\u00e9"), QStringLiteral("No."), QStringLiteral("roles"), {}},
        {7, Action::Create, QStringLiteral("eve"), QStringLiteral("\"Eve\", user"), {}, {}}};
    if (secrets) {
        plan.lines[0].oneTimePassword = toSecret("ABCD-1");
        plan.lines[4].oneTimePassword = toSecret("WXYZ-\"2\\");
    }
    return plan;
}

}  // namespace

class TestAccountMessages : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_memory;

  private Q_SLOTS:
    void newUser()
    {
        QCOMPARE(*newUserFromJson(toJson(fullNewUser())), fullNewUser());
        const NewUser least = *newUserFromJson(R"({"login":"a","displayName":"A","roles":["user"],"more":1})");
        QCOMPARE(least, (NewUser{QStringLiteral("a"), QStringLiteral("A"), {}, {}, {QStringLiteral("user")}}));
    }

    void badNewUser_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *json, const char *field) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(field);
        };
        row("no login", R"({"displayName":"A","roles":["user"]})", "login");
        row("empty login", R"({"login":"","displayName":"A","roles":["user"]})", "login");
        row("no name", R"({"login":"a","roles":["user"]})", "displayName");
        row("no roles", R"({"login":"a","displayName":"A"})", "roles");
        row("role is a number", R"({"login":"a","displayName":"A","roles":[1]})", "roles[0]");
        row("login is a list", R"({"login":["a"],"displayName":"A","roles":["user"]})", "login");
        row("lone surrogate", R"({"login":"a","displayName":"\ud800","roles":["user"]})", "displayName");
    }
    void badNewUser()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const Result<NewUser> user = newUserFromJson(json);
        QVERIFY(!user);
        QCOMPARE(user.error().code, Errc::InvalidInput);
        QCOMPARE(user.error().field, field);
    }

    void userWithPassword()
    {
        const UserWithPassword made{fullEntry(), toSecret("ABCD-\"EF\"")};
        const Result<UserWithPassword> read = userWithPasswordFromJson(toJson(made));
        QVERIFY(read);
        QCOMPARE(read->entry, made.entry);
        QCOMPARE(read->oneTimePassword.toByteArray(), made.oneTimePassword.toByteArray());
        QCOMPARE(userWithPasswordFromJson(toJson(UserWithPassword{fullEntry(), {}})).error().field,
                 QStringLiteral("oneTimePassword"));
        QCOMPARE(userWithPasswordFromJson(R"({"oneTimePassword":"x"})").error().field, QStringLiteral("user"));
    }

    void patch()
    {
        QCOMPARE(*userPatchFromJson(toJson(fullPatch())), fullPatch());
        QCOMPARE(*userPatchFromJson("{}"), UserPatch());
        QCOMPARE(toJson(UserPatch()), QByteArray("{}"));
        // Absent stays, null ends.
        QVERIFY(!userPatchFromJson("{}")->exemption);
        const UserPatch ends = *userPatchFromJson(R"({"exemption":null})");
        QVERIFY(ends.exemption && !*ends.exemption);
        QCOMPARE(*userPatchFromJson(toJson(ends)), ends);
        // null where nothing can be ended is as absent.
        QVERIFY(!userPatchFromJson(R"({"displayName":null})")->displayName);
    }

    void badPatch_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::newRow("locked") << QByteArray(R"({"status":"locked"})") << QStringLiteral("status");
        QTest::newRow("unknown status") << QByteArray(R"({"status":"gone"})") << QStringLiteral("status");
        QTest::newRow("status is a number") << QByteArray(R"({"status":1})") << QStringLiteral("status");
        QTest::newRow("exemption without an end")
            << QByteArray(R"({"exemption":{"reason":"x"}})") << QStringLiteral("exemption.until");
        QTest::newRow("a date that does not exist")
            << QByteArray(R"({"exemption":{"reason":"x","until":"2026-02-29T00:00:00Z"}})")
            << QStringLiteral("exemption.until");
        QTest::newRow("exemption without a reason")
            << QByteArray(R"({"exemption":{"until":"2026-02-28T00:00:00Z"}})") << QStringLiteral("exemption.reason");
        QTest::newRow("roles are text") << QByteArray(R"({"roles":"user"})") << QStringLiteral("roles");
        QTest::newRow("a name too long") << QByteArray("{\"displayName\":\"" + QByteArray(257, 'x') + "\"}")
                                         << QStringLiteral("displayName");
    }
    void badPatch()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const Result<UserPatch> read = userPatchFromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Errc::InvalidInput);
        QCOMPARE(read.error().field, field);
    }

    void selection()
    {
        const UserSelection two{{QStringLiteral("usr_1"), QStringLiteral("usr_2")}, 7};
        QCOMPARE(*userSelectionFromJson(toJson(two)), two);
        QCOMPARE(userSelectionFromJson(R"({"userIds":["usr_1"]})")->spreadDays, 0);
        for (const char *bad :
             {R"({"userIds":[]})", R"({"userIds":["a","a"]})", R"({"userIds":"a"})", "{}", R"({"userIds":[""]})"})
            QVERIFY2(!userSelectionFromJson(bad), bad);
        for (const char *bad : {"-1", "91", "1.5", "\"7\""})
            QCOMPARE(userSelectionFromJson(QByteArray(R"({"userIds":["a"],"spreadDays":)") + bad + '}').error().field,
                     QStringLiteral("spreadDays"));
        UserSelection many;
        for (int i = 0; i < limits::selectionMost; ++i)
            many.userIds.append(QString::number(i));
        QCOMPARE(*userSelectionFromJson(toJson(many)), many);
        many.userIds.append(QStringLiteral("more"));
        QVERIFY(!userSelectionFromJson(toJson(many)));
    }

    void plan_data()
    {
        QTest::addColumn<bool>("secrets");
        QTest::newRow("without passwords") << false;
        QTest::newRow("with passwords") << true;
    }
    void plan()
    {
        QFETCH(bool, secrets);
        const ImportPlan plan = fullPlan(secrets);
        const QByteArray json = toJson(plan);
        QVERIFY(QJsonDocument::fromJson(json).isObject());
        const Result<ImportPlan> read = importPlanFromJson(json);
        QVERIFY2(read, qUtf8Printable(read ? QString() : read.error().message));
        QCOMPARE(read->id, plan.id);
        QCOMPARE(read->state, plan.state);
        QCOMPARE(read->createdAt, plan.createdAt);
        QCOMPARE(read->createdBy, plan.createdBy);
        QCOMPARE(read->creates, 2);
        QCOMPARE(read->refused, 1);
        QCOMPARE(read->lines.size(), plan.lines.size());
        for (qsizetype i = 0; i < plan.lines.size(); ++i) {
            QCOMPARE(read->lines[i].line, plan.lines[i].line);
            QCOMPARE(read->lines[i].action, plan.lines[i].action);
            QCOMPARE(read->lines[i].login, plan.lines[i].login);
            QCOMPARE(read->lines[i].detail, plan.lines[i].detail);
            QCOMPARE(read->lines[i].field, plan.lines[i].field);
            QCOMPARE(read->lines[i].oneTimePassword.toByteArray(), plan.lines[i].oneTimePassword.toByteArray());
        }
        QCOMPARE(toJson(*read), json);
        for (qsizetype size = 0; size < json.size(); ++size)
            QVERIFY(!importPlanFromJson(json.first(size)));
    }

    void nobodyGetsAnothersPassword()
    {
        QByteArray json = toJson(fullPlan(true));
        // A password outside the lines would shift all that follow.
        QVERIFY(!importPlanFromJson("{\"oneTimePassword\":\"x\"," + json.sliced(1)));
        json.replace(R"("oneTimePassword":"ABCD-1")", R"("oneTimePassword":17)");
        QVERIFY(!importPlanFromJson(json));
    }

    void tenThousandLinesFit()
    {
        ImportPlan plan = fullPlan(true);
        plan.lines = QList<ImportLine>(limits::importLines, plan.lines[0]);
        for (ImportLine &line : plan.lines) {
            line.login = QString(limits::loginLength, QChar(0x20ac));
            line.detail = QString(importDetailLength, QChar(0x20ac));
        }
        const QByteArray json = toJson(plan);
        QVERIFY(json.size() < limits::importPlanBytes);
        QCOMPARE(importPlanFromJson(json)->lines.size(), limits::importLines);
        plan.lines.append(plan.lines[0]);
        QVERIFY(!importPlanFromJson(toJson(plan)));
    }

    void names()
    {
        for (const auto action : {ImportLine::Action::Create, ImportLine::Action::Change, ImportLine::Action::Unchanged,
                                  ImportLine::Action::Refused})
            QCOMPARE(importActionFromName(QString(importActionName(action))), action);
        for (const auto state : {ImportPlan::State::Planned, ImportPlan::State::Refused, ImportPlan::State::Applied,
                                 ImportPlan::State::Undone})
            QCOMPARE(importStateFromName(QString(importStateName(state))), state);
        QVERIFY(!importStateFromName(u"gone"));
    }

    void rules()
    {
        CustomerRules rules{
            fullCustomer().passwordPolicy, {QStringLiteral("owner")}, {QStringLiteral("administrator")}};
        rules.passwordPolicy.spreadDays = 14;
        rules.passwordPolicy.deviceMaxAgeDays = 365;
        QCOMPARE(*customerRulesFromJson(toJson(rules)), rules);
        // The whole customer is read as well: a client may send back what it got.
        Customer customer = fullCustomer();
        customer.passwordPolicy = rules.passwordPolicy;
        customer.mfaRequiredRoles = rules.mfaRequiredRoles;
        customer.certificateRequiredRoles = rules.certificateRequiredRoles;
        QCOMPARE(*customerRulesFromJson(toJson(customer)), rules);
        QCOMPARE(*customerFromJson(toJson(customer)), customer);
        QCOMPARE(customerRulesFromJson("{}").error().field, QStringLiteral("passwordPolicy"));
        QCOMPARE(customerRulesFromJson("{}").error().code, Errc::InvalidInput);
        rules.passwordPolicy.minLength = 5;
        QCOMPARE(customerRulesFromJson(toJson(rules)).error().field, QStringLiteral("passwordPolicy.minLength"));
    }
};

QTEST_GUILESS_MAIN(TestAccountMessages)
#include "tst_accountmessages.moc"

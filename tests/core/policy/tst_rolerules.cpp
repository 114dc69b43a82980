// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/rolerules.h"

#include <QTest>

using namespace lw;
using namespace lw::policy;

namespace {

using P = Permission;

const Role helpdesk{QStringLiteral("helpdesk"), {P::UsersRead, P::SessionsRead, P::SessionsEnd}, false};
const Role night{QStringLiteral("night"), {P::LogRead, P::SessionsRead}, false};

QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

Permissions held(const QString &roles)
{
    return permissionsOf(words(roles), {helpdesk, night});
}

User person(const QString &login, const QString &roles, UserStatus status = UserStatus::Active)
{
    User user;
    user.id = QStringLiteral("usr_") + login;
    user.login = login;
    user.roles = words(roles);
    user.status = status;
    return user;
}

}  // namespace

class TestRoleRules : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *title, const QString &name, const char *fault) {
            QTest::newRow(title) << name << QString::fromLatin1(fault);
        };
        row("plain", QStringLiteral("supervisor"), "");
        row("digits and marks", QStringLiteral("shift-2_north"), "");
        row("one letter", QStringLiteral("x"), "");
        row("longest", QString(64, u'x'), "");
        row("too long", QString(65, u'x'), "name_too_long");
        row("empty", QString(), "name_empty");
        row("capitals", QStringLiteral("Helpdesk2"), "name_characters");
        row("a digit first", QStringLiteral("2nd-line"), "name_characters");
        row("a mark first", QStringLiteral("-x"), "name_characters");
        row("space", QStringLiteral("help desk"), "name_characters");
        row("slash", QStringLiteral("a/b"), "name_characters");
        row("line", QStringLiteral("a\nb"), "name_characters");
        row("umlaut", QStringLiteral("b\u00fcro"), "name_characters");
        row("Cyrillic o", QStringLiteral("\u043ewner"), "name_characters");
        row("Cyrillic o inside", QStringLiteral("audit\u043er"), "name_characters");
        row("full width", QStringLiteral("\uff4fwner"), "name_characters");
        row("zero width joiner", QStringLiteral("own\u200der"), "name_characters");
        row("right to left override", QStringLiteral("renw\u202eo"), "name_characters");
        row("shipped", QStringLiteral("owner"), "name_shipped");
        row("shipped with another mark", QStringLiteral("security-officer"), "name_shipped");
        row("shipped without a mark", QStringLiteral("securityofficer"), "name_shipped");
        row("shipped with a mark at the end", QStringLiteral("owner_"), "name_shipped");
        row("l for i", QStringLiteral("admlnlstrator"), "name_shipped");
        row("1 for i", QStringLiteral("aud1tor"), "name_shipped");
        row("0 for o", QStringLiteral("audit0r"), "name_shipped");
        row("5 for s", QStringLiteral("u5er"), "name_shipped");
        row("rn for m", QStringLiteral("adrninistrator"), "name_shipped");
        row("vv for w", QStringLiteral("ovvner"), "name_shipped");
        row("taken", QStringLiteral("helpdesk"), "name_taken");
        row("like another", QStringLiteral("help-desk"), "name_taken");
        row("like another by a letter", QStringLiteral("n1ght"), "name_taken");
        row("only begins like one", QStringLiteral("owners"), "");
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(QString, fault);
        const std::optional<RoleFault> found = judgeRole({name, {P::LogRead}, false}, {helpdesk, night});
        QCOMPARE(found ? QString(roleFaultName(*found)) : QString(), fault);
    }

    void aRoleAllowsSomething()
    {
        QCOMPARE(judgeRole({QStringLiteral("nothing"), {}, false}, {}), std::optional(RoleFault::NoPermission));
        QVERIFY(!judgeRole({QStringLiteral("little"), {P::OwnPassword}, false}, {}));
    }

    void thereIsAnEndToThem()
    {
        QList<Role> many;
        for (int i = 0; i < customRolesCeiling - 1; ++i)
            many.append({QStringLiteral("r%1x").arg(QString(i + 1, u'q')), {P::LogRead}, false});
        QVERIFY(!judgeRole(helpdesk, many));
        many.append(night);
        QCOMPARE(judgeRole(helpdesk, many), std::optional(RoleFault::TooMany));
    }

    void granting_data()
    {
        QTest::addColumn<QString>("granter");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("unknown");
        QTest::addColumn<QString>("beyond");
        const auto row = [](const char *title, const char *granter, const char *wanted, const char *unknown,
                            const char *beyond) {
            QTest::newRow(title) << QString::fromLatin1(granter) << QString::fromLatin1(wanted)
                                 << QString::fromLatin1(unknown) << QString::fromLatin1(beyond);
        };
        row("owner gives all", "owner", "owner administrator security_officer billing auditor user helpdesk", "", "");
        row("administrator gives what he holds", "administrator", "administrator security_officer user night", "", "");
        row("administrator makes no owner", "administrator", "user owner", "", "owner");
        row("officer makes no administrator", "security_officer", "administrator", "", "administrator");
        row("helpdesk gives itself", "helpdesk", "helpdesk", "", "");
        row("helpdesk gives no user", "helpdesk", "user", "", "user");
        row("several beyond", "helpdesk", "auditor night helpdesk", "", "auditor night");
        row("two roles add up", "helpdesk night", "night", "", "");
        row("unknown", "owner", "wizard user", "wizard", "");
        row("unknown and beyond", "auditor", "wizard owner", "wizard", "owner");
        row("in capitals", "owner", "Owner", "Owner", "");
        row("nothing", "user", "", "", "");
    }
    void granting()
    {
        QFETCH(QString, granter);
        QFETCH(QString, wanted);
        QFETCH(QString, unknown);
        QFETCH(QString, beyond);
        const GrantVerdict verdict = mayGrant(held(granter), words(wanted), {helpdesk, night});
        QCOMPARE(verdict.unknown, words(unknown));
        QCOMPARE(verdict.beyond, words(beyond));
        QCOMPARE(verdict.missing.isEmpty(), beyond.isEmpty());
        QVERIFY(!verdict.missing.intersects(held(granter)));
        QCOMPARE(verdict.allowed(), unknown.isEmpty() && beyond.isEmpty());
    }

    void whatAChangeTouches_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("touched");
        QTest::newRow("given") << "user"
                               << "user auditor"
                               << "auditor";
        QTest::newRow("taken") << "owner user"
                               << "user"
                               << "owner";
        QTest::newRow("both") << "billing user"
                              << "user night"
                              << "night billing";
        QTest::newRow("another order") << "user night"
                                       << "night user"
                                       << "";
        QTest::newRow("twice") << ""
                               << "night night"
                               << "night";
    }
    void whatAChangeTouches()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, touched);
        QCOMPARE(rolesTouched(words(before), words(after)), words(touched));
    }

    void managing_data()
    {
        QTest::addColumn<QString>("actor");
        QTest::addColumn<QString>("person");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("owner and owner") << "owner"
                                         << "owner" << true;
        QTest::newRow("administrator and owner") << "administrator"
                                                 << "owner" << false;
        QTest::newRow("administrator and administrator") << "administrator"
                                                         << "administrator" << true;
        QTest::newRow("administrator and officer") << "administrator"
                                                   << "security_officer user" << true;
        QTest::newRow("officer and administrator") << "security_officer"
                                                   << "administrator" << false;
        QTest::newRow("billing and auditor") << "billing"
                                             << "auditor" << false;
        QTest::newRow("helpdesk and user") << "helpdesk"
                                           << "user" << false;
        QTest::newRow("helpdesk and night") << "helpdesk"
                                            << "night" << false;
        QTest::newRow("both and night") << "helpdesk night"
                                        << "night" << true;
        QTest::newRow("anybody and nobody's role") << "user"
                                                   << "gone" << true;
    }
    void managing()
    {
        QFETCH(QString, actor);
        QFETCH(QString, person);
        QFETCH(bool, allowed);
        QCOMPARE(mayManage(held(actor), words(person), {helpdesk, night}), allowed);
    }

    void aRolesAuthorHoldsWhatHeChanges()
    {
        const Permissions mine{P::RolesWrite, P::LogRead, P::LogExport};
        const Role reader{QStringLiteral("reader"), {P::LogRead}, false};
        const Role keeper{QStringLiteral("reader"), {P::LogRead, P::NetworkWrite}, false};
        const Role other{QStringLiteral("reader"), {P::LogRead, P::LogExport, P::NetworkWrite}, false};
        QVERIFY(beyondRoleAuthor(mine, std::nullopt, reader).isEmpty());
        QCOMPARE(beyondRoleAuthor(mine, std::nullopt, keeper), Permissions{P::NetworkWrite});
        QCOMPARE(beyondRoleAuthor(mine, reader, keeper), Permissions{P::NetworkWrite});
        QCOMPARE(beyondRoleAuthor(mine, keeper, reader), Permissions{P::NetworkWrite});
        QVERIFY2(beyondRoleAuthor(mine, keeper, other).isEmpty(), "what stays as it is needs no right");
        QCOMPARE(beyondRoleAuthor(mine, keeper, std::nullopt), Permissions{P::NetworkWrite});
        QVERIFY(beyondRoleAuthor(mine, reader, std::nullopt).isEmpty());
    }

    void theLastOwner_data()
    {
        QTest::addColumn<int>("own");  // the status of the one who is asked about
        QTest::addColumn<QString>("roles");
        QTest::addColumn<QString>("others");  // status:role,role …
        QTest::addColumn<bool>("last");
        const int active = int(UserStatus::Active);
        const int locked = int(UserStatus::Locked);
        const int disabled = int(UserStatus::Disabled);
        QTest::newRow("alone") << active << "owner user"
                               << "" << true;
        QTest::newRow("another") << active << "owner"
                                 << "active:owner" << false;
        QTest::newRow("another is disabled") << active << "owner"
                                             << "disabled:owner" << true;
        QTest::newRow("another is locked") << active << "owner"
                                           << "locked:owner" << true;
        QTest::newRow("locked himself, alone") << locked << "owner"
                                               << "active:administrator" << true;
        QTest::newRow("locked himself, another") << locked << "owner"
                                                 << "active:owner" << false;
        QTest::newRow("disabled himself") << disabled << "owner"
                                          << "" << false;
        QTest::newRow("no owner") << active << "administrator"
                                  << "" << false;
        QTest::newRow("one of many") << active << "user owner"
                                     << "disabled:owner active:user,owner active:user" << false;
    }
    void theLastOwner()
    {
        QFETCH(int, own);
        QFETCH(QString, roles);
        QFETCH(QString, others);
        QFETCH(bool, last);
        const User user = person(QStringLiteral("ann"), roles, static_cast<UserStatus>(own));
        QList<User> all;
        for (const QString &other : words(others))
            all.append(person(QStringLiteral("other%1").arg(all.size()),
                              other.section(QLatin1Char(':'), 1).replace(QLatin1Char(','), QLatin1Char(' ')),
                              *userStatusFromName(other.section(QLatin1Char(':'), 0, 0))));
        QCOMPARE(isLastOwner(user, all), last);
        all.prepend(user);
        QCOMPARE(isLastOwner(user, all), last);
    }

    void whoGainsAndWhoLoses()
    {
        const Role wider{helpdesk.name, {P::UsersRead, P::SessionsRead, P::LogRead}, false};
        const QList<User> users{person(QStringLiteral("ann"), QStringLiteral("helpdesk user")),
                                person(QStringLiteral("bob"), QStringLiteral("helpdesk night")),
                                person(QStringLiteral("cat"), QStringLiteral("owner helpdesk")),
                                person(QStringLiteral("dan"), QStringLiteral("night user")),
                                person(QStringLiteral("eve"), QStringLiteral("helpdesk"), UserStatus::Disabled)};
        const QList<RoleEffect> changed = effectOfRoleChange({helpdesk, night}, {wider, night}, users);
        QCOMPARE(changed,
                 (QList<RoleEffect>{{users[0].id, users[0].login, {P::LogRead}, {P::SessionsEnd}},
                                    {users[1].id, users[1].login, {}, {P::SessionsEnd}},  // night reads the log anyway
                                    {users[4].id, users[4].login, {P::LogRead}, {P::SessionsEnd}}}));
        const QList<RoleEffect> gone = effectOfRoleChange({helpdesk, night}, {night}, users);
        QCOMPARE(gone.size(), 3);
        QCOMPARE(gone[1].lost, (Permissions{P::UsersRead, P::SessionsEnd}));
        QVERIFY(effectOfRoleChange({night}, {night}, users).isEmpty());
        QCOMPARE(effectOfRoleChange({night}, {helpdesk, night}, {users[0]}).first().gained, helpdesk.permissions);
    }

    void whatAGrantChanges()
    {
        const User user = person(QStringLiteral("ann"), QStringLiteral("night user"));
        const RoleEffect effect =
            effectOfGrant(user, {QStringLiteral("helpdesk"), QStringLiteral("user")}, {helpdesk, night});
        QCOMPARE(effect.gained, (Permissions{P::UsersRead, P::SessionsEnd}));
        QCOMPARE(effect.lost, Permissions{P::LogRead});
    }

    void whatRolesRequire_data()
    {
        QTest::addColumn<QString>("roles");
        QTest::addColumn<bool>("enrolled");
        QTest::addColumn<bool>("missing");
        QTest::addColumn<bool>("certificate");
        QTest::newRow("not required") << "user auditor" << false << false << false;
        QTest::newRow("required") << "user administrator" << false << true << false;
        QTest::newRow("required and there") << "administrator" << true << false << false;
        QTest::newRow("custom role") << "helpdesk" << false << true << true;
        QTest::newRow("custom role, there") << "helpdesk" << true << false << true;
        QTest::newRow("no role") << "" << false << false << false;
    }
    void whatRolesRequire()
    {
        QFETCH(QString, roles);
        QFETCH(bool, enrolled);
        QFETCH(bool, missing);
        QFETCH(bool, certificate);
        Customer customer;
        User user = person(QStringLiteral("ann"), roles);
        user.mfa = enrolled ? MfaKind::Totp : MfaKind::None;
        QVERIFY(!mfaMissing(user, customer));
        QVERIFY(!certificateRequired(user.roles, customer));
        customer.mfaRequiredRoles = {QStringLiteral("administrator"), QStringLiteral("helpdesk")};
        customer.certificateRequiredRoles = {QStringLiteral("owner"), QStringLiteral("helpdesk")};
        QCOMPARE(mfaMissing(user, customer), missing);
        QCOMPARE(certificateRequired(user.roles, customer), certificate);
    }
};

QTEST_GUILESS_MAIN(TestRoleRules)
#include "tst_rolerules.moc"

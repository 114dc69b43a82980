// SPDX-License-Identifier: GPL-3.0-or-later
// People files on the real server over TLS: judged without changing anyone, applied whole or not at all, undone.
#include "core/protocol/accounts.h"
#include "core/protocol/limits.h"
#include "tests/server/routes/testapi.h"

#include <QJsonArray>
#include <QSet>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;
using Action = lw::protocol::ImportLine::Action;
using State = lw::protocol::ImportPlan::State;

class TestImport : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<TestApi> m_api;
    Customer m_acme;
    Customer m_other;
    QByteArray m_owner;
    QByteArray m_admin;
    int m_keys = 0;

    Answer send(const QByteArray &csv, const QByteArray &token, const QByteArray &type = "text/csv")
    {
        return m_api->call(
            {"POST", "/v1/users/import", token, csv, "Content-Type: " + type + "\r\nIdempotency-Key: plan\r\n"});
    }
    protocol::ImportPlan plan(const QByteArray &csv, const QByteArray &token = {})
    {
        const Answer answer = send(csv, token.isEmpty() ? m_owner : token);
        if (answer.status != 201) qFatal("%d %s", answer.status, answer.body.constData());
        return must(protocol::importPlanFromJson(answer.body));
    }
    Answer step(const protocol::ImportPlan &plan, const char *what, const QByteArray &token = {},
                const QByteArray &key = {})
    {
        return m_api->post("/v1/users/import/" + plan.id.toLatin1() + what, token.isEmpty() ? m_owner : token, {},
                           key.isEmpty() ? "key-" + QByteArray::number(++m_keys) : key);
    }
    Answer apply(const protocol::ImportPlan &plan, const QByteArray &token = {}, const QByteArray &key = {})
    {
        return step(plan, "/apply", token, key);
    }
    Answer undo(const protocol::ImportPlan &plan, const QByteArray &token = {}) { return step(plan, "/undo", token); }
    size_t logged() { return must(m_api->services->audit.head(m_acme.id)).size; }
    QList<User> people() { return must(UserTable(must(m_api->services->database->connection())).all(m_acme.id)); }
    User user(const char *login) { return m_api->user(m_acme, QLatin1String(login)); }

    /// "create bob", "refused ann login" …
    static QStringList shown(const protocol::ImportPlan &plan)
    {
        QStringList text;
        for (const protocol::ImportLine &line : plan.lines)
            text.append(QStringLiteral("%1 %2 %3")
                            .arg(QString(importActionName(line.action)), line.login, line.field)
                            .trimmed());
        return text;
    }
    static QByteArray tenThousand()
    {
        QByteArray csv = "login,name,department,roles\n";
        for (int i = 0; i < protocol::limits::importLines; ++i) {
            const QByteArray number = QByteArray::number(i);
            csv += "person." + number + ",Person " + number + ",Department " + QByteArray::number(i % 40) + ",user\n";
        }
        return csv;
    }

  private Q_SLOTS:
    void init()
    {
        m_api = std::make_unique<TestApi>();
        m_acme = m_api->addCustomer(QStringLiteral("acme"));
        m_other = m_api->addCustomer(QStringLiteral("other"));
        m_api->addUser(m_acme, QStringLiteral("olga"), QStringLiteral("owner"));
        m_api->addUser(m_acme, QStringLiteral("adam"), QStringLiteral("administrator"));
        m_api->addUser(m_acme, QStringLiteral("ann"), QStringLiteral("user"));
        m_api->addUser(m_acme, QStringLiteral("bob"), QStringLiteral("user"));
        m_owner = m_api->token(QStringLiteral("acme"), QStringLiteral("olga"));
        m_admin = m_api->token(QStringLiteral("acme"), QStringLiteral("adam"));
    }
    void cleanup() { m_api.reset(); }

    void aPlanChangesNothing()
    {
        const QList<User> before = people();
        const size_t events = logged();
        const protocol::ImportPlan made = plan(
            "login,name,department,status\n"
            "carl,Carl,Sales,\n"
            "ann,Ann Lee,IT,\n"
            "bob,Name of bob,IT,\n"
            "adam,Name of adam,IT,disabled\n");
        QCOMPARE(made.state, State::Planned);
        QCOMPARE(shown(made), (QStringList{QStringLiteral("create carl"), QStringLiteral("change ann"),
                                           QStringLiteral("unchanged bob"), QStringLiteral("change adam")}));
        QCOMPARE(made.creates, 1);
        QCOMPARE(made.changes, 2);
        QCOMPARE(made.unchanged, 1);
        QCOMPARE(made.lines[1].line, 3);
        QVERIFY(made.lines[1].detail.contains(QLatin1String("name \"Ann Lee\" instead of \"Name of ann\"")));
        QCOMPARE(people(), before);
        QCOMPARE(logged(), events);
        const Answer shownAgain = m_api->get("/v1/users/import/" + made.id.toLatin1(), m_owner);
        QCOMPARE(shownAgain.body, protocol::toJson(made));
        QCOMPARE(m_api
                     ->get("/v1/users/import/" + made.id.toLatin1(), m_owner,
                           "If-None-Match: " + shownAgain.headers.value("etag") + "\r\n")
                     .status,
                 304);
    }

    void applyDoesAllOfItAndUndoPutsItBack()
    {
        const QByteArray annsSession = m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        const User annBefore = user("ann");
        const User bobBefore = user("bob");
        const protocol::ImportPlan made = plan(
            "login,name,department,email,roles,status\n"
            "carl,Carl,Sales,carl@example.com,auditor user,\n"
            "dora,Dora,Sales,,user,disabled\n"
            "ann,Ann,Field,ann@example.com,user,disabled\n"
            "bob,Bob,,,auditor,active\n");
        const size_t before = logged();
        const Answer applied = apply(made);
        QCOMPARE(applied.status, 200);
        const protocol::ImportPlan done = must(protocol::importPlanFromJson(applied.body));
        QCOMPARE(done.state, State::Applied);
        const Secret password = done.lines[0].oneTimePassword;
        QVERIFY(!password.isEmpty());
        QVERIFY(done.lines[2].oneTimePassword.isEmpty());
        QVERIFY(std::holds_alternative<SignIn::Granted>(
            m_api->signIn(QStringLiteral("acme"), QStringLiteral("carl"), password.toByteArray())));
        QCOMPARE(user("carl").roles, (QStringList{QStringLiteral("auditor"), QStringLiteral("user")}));
        QCOMPARE(user("dora").status, UserStatus::Disabled);
        QCOMPARE(user("ann").status, UserStatus::Disabled);
        QCOMPARE(m_api->get("/v1/me", annsSession).status, 401);
        QCOMPARE(user("bob").department, QString());
        const QStringList story = m_api->story(m_acme, before);
        QVERIFY(story.contains(QLatin1String("people.imported/success/applied")));
        QCOMPARE(story.count(QLatin1String("user.created/success")), 2);
        QCOMPARE(story.count(QLatin1String("user.changed/success")), 2);
        const auto size = must(m_api->services->audit.head(m_acme.id)).size;
        for (quint64 i = before; i < size; ++i)
            QVERIFY(!must(m_api->services->audit.leaf(m_acme.id, i)).contains(password.toByteArray()));
        QVERIFY(!m_api->get("/v1/users/import/" + made.id.toLatin1(), m_owner).body.contains(password.toByteArray()));
        QCOMPARE(apply(made).status, 409);

        const Answer undone = undo(made);
        QCOMPARE(undone.status, 200);
        QCOMPARE(must(protocol::importPlanFromJson(undone.body)).state, State::Undone);
        QCOMPARE(user("ann"), annBefore);
        QCOMPARE(user("bob"), bobBefore);
        QCOMPARE(user("carl").status, UserStatus::Disabled);
        QCOMPARE(undo(made).status, 409);
        QCOMPARE(apply(made).status, 409);
        // The name is never given to anybody else.
        QCOMPARE(shown(plan("login,name\ncarl,Another\n")), QStringList{QStringLiteral("change carl")});
    }

    void tenThousandLinesWithOneBadOneChangeNothing()
    {
        QByteArray csv = tenThousand();
        csv.replace("person.7777,Person 7777", "p\xd0\xb5rson.7777,Person 7777");  // a Cyrillic letter
        const QList<User> before = people();
        const size_t events = logged();
        const protocol::ImportPlan made = plan(csv);
        QCOMPARE(made.state, State::Refused);
        QCOMPARE(made.lines.size(), protocol::limits::importLines);
        QCOMPARE(made.refused, 1);
        QCOMPARE(made.lines[7777].action, Action::Refused);
        QCOMPARE(made.lines[7777].line, 7779);
        QCOMPARE(made.lines[7777].field, QStringLiteral("login"));
        const Answer answer = apply(made);
        QCOMPARE(answer.status, 409);
        QCOMPARE(people(), before);
        QCOMPARE(logged(), events);
    }

    void tenThousandPeopleInOneTransaction()
    {
        const protocol::ImportPlan made = plan(tenThousand());
        QCOMPARE(made.state, State::Planned);
        const size_t events = logged();
        const quint64 computations = m_api->services->hasher.computations();
        const Answer applied = apply(made);
        QCOMPARE(applied.status, 200);
        // No slow hash for what nobody can guess.
        QCOMPARE(m_api->services->hasher.computations(), computations);
        const protocol::ImportPlan done = must(protocol::importPlanFromJson(applied.body));
        QSet<QByteArray> passwords;
        for (const protocol::ImportLine &line : done.lines)
            passwords.insert(line.oneTimePassword.toByteArray());
        QCOMPARE(passwords.size(), protocol::limits::importLines);
        QVERIFY(!passwords.contains(QByteArray()));
        QCOMPARE(logged(), events + protocol::limits::importLines + 1);
        QSet<QString> ids;
        for (const User &person : people())
            ids.insert(person.id);
        QCOMPARE(ids.size(), protocol::limits::importLines + 4);
        QVERIFY(std::holds_alternative<SignIn::Granted>(m_api->signIn(
            QStringLiteral("acme"), QStringLiteral("person.9999"), done.lines[9999].oneTimePassword.toByteArray())));
        QCOMPARE(undo(made).status, 200);
        for (const User &person : people())
            QCOMPARE(person.status == UserStatus::Disabled, person.login.startsWith(QLatin1String("person.")));
    }

    void peopleWhoChangedSinceThePlan_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << "" << 200;
        QTest::newRow("the same person") << "ann" << 409;
        QTest::newRow("another person") << "adam" << 200;
        QTest::newRow("somebody made the new one") << "carl" << 409;
        QTest::newRow("somebody made one that looks like it") << "car1" << 409;
        QTest::newRow("a login in between") << "login" << 200;
    }
    void peopleWhoChangedSinceThePlan()
    {
        QFETCH(QString, change);
        QFETCH(int, status);
        const protocol::ImportPlan made = plan("login,name,department\ncarl,Carl,Sales\nann,Ann,Sales\n");
        if (change == QLatin1String("ann") || change == QLatin1String("adam")) {
            User changed = m_api->user(m_acme, change);
            changed.department = QStringLiteral("Elsewhere");
            m_api->update(changed);
        } else if (change.startsWith(QLatin1String("car"))) {
            m_api->addUser(m_acme, change, QStringLiteral("user"));
        } else if (!change.isEmpty()) {
            (void)m_api->token(QStringLiteral("acme"), QStringLiteral("ann"));
        }
        m_api->clock.advanceMs(3'600'000 / 5);
        const QList<User> before = people();
        const Answer answer = apply(made);
        QCOMPARE(answer.status, status);
        if (status == 200) return;
        QCOMPARE(answer.problem(), QStringLiteral("conflict"));
        QCOMPARE(people(), before);
    }

    void aClockThatJumpsBackSpoilsNoPlan()
    {
        const protocol::ImportPlan made = plan("login,name\ncarl,Carl\n");
        m_api->clock.set(noon.addDays(-40));
        m_owner = m_api->token(QStringLiteral("acme"), QStringLiteral("olga"));
        QCOMPARE(apply(made).status, 200);
        QCOMPARE(undo(made).status, 200);
    }

    void undoDoesNotOverwriteLaterEdits()
    {
        const protocol::ImportPlan made = plan("login,department\nann,Sales\nbob,Sales\n");
        QCOMPARE(apply(made).status, 200);
        User bob = user("bob");
        bob.department = QStringLiteral("Later");
        m_api->update(bob);
        const Answer answer = undo(made);
        QCOMPARE(answer.status, 409);
        QVERIFY(answer.json().value(QLatin1String("detail")).toString().contains(QLatin1String("bob")));
        QCOMPARE(user("ann").department, QStringLiteral("Sales"));
        bob.department = QStringLiteral("Sales");
        m_api->update(bob);
        QCOMPARE(undo(made).status, 200);
        QCOMPARE(user("ann").department, QStringLiteral("IT"));
    }

    void badLinesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("shows");
        const auto row = [](const char *name, const QByteArray &line, const char *shows) {
            QTest::newRow(name) << line << QString::fromUtf8(shows);
        };
        row("no name", "carl,,,user,", "refused carl name");
        row("one letter more is another name", "arnn,A,,user,", "create arnn");
        row("looks like olga", "o1ga,O,,user,", "refused o1ga login");
        row("space in the login", "carl x,C,,user,", "refused carl x login");
        row("unknown role", "carl,C,,king,", "refused carl roles");
        row("no role left", "ann,A,,,", "refused ann roles");
        row("e-mail", "carl,C,carl,user,", "refused carl email");
        row("status", "carl,C,,user,locked", "refused carl status");
        row("own account", "olga,Olga,,owner,disabled", "refused olga status");
        row("own role", "olga,Olga,,user,", "refused olga roles");
        row("a cell too many", "carl,C,,user,,", "refused carl");
    }
    void badLinesAreNamed()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, shows);
        const protocol::ImportPlan made = plan("login,name,email,roles,status\n" + line + "\n");
        QCOMPARE(shown(made), QStringList{shows});
        if (made.refused > 0) QVERIFY(made.lines[0].detail.endsWith(u'.'));
    }

    void namesOfOneFileMayNotLookAlike()
    {
        QCOMPARE(shown(plan("login,name\npaul,Paul\npau1,Paul\n")),
                 (QStringList{QStringLiteral("create paul"), QStringLiteral("refused pau1 login")}));
    }

    void anOwnerRemainsWhateverTheOrder()
    {
        m_api->addUser(m_acme, QStringLiteral("oscar"), QStringLiteral("owner"));
        const QByteArray oscar = m_api->token(QStringLiteral("acme"), QStringLiteral("oscar"));
        // Another owner leaves: fine. Both: the one who asks cannot disable himself, but can lose the role.
        QCOMPARE(plan("login,status\nolga,disabled\n", oscar).state, State::Planned);
        const protocol::ImportPlan both = plan("login,roles\nolga,user\noscar,user\n", oscar);
        QCOMPARE(both.state, State::Refused);
        // One goes, another comes, in either order.
        for (const char *csv :
             {"login,roles\nolga,user\noscar,user\nann,owner\n", "login,roles\nann,owner\nolga,user\noscar,user\n"})
            QCOMPARE(plan(csv, oscar).state, State::Planned);
    }

    void nobodyRisesByAFile()
    {
        QCOMPARE(
            shown(plan("login,name,roles,status\nann,A,owner,\nolga,O,owner,disabled\ncarl,C,owner,\nbob,B,user,\n",
                       m_admin)),
            (QStringList{QStringLiteral("refused ann roles"), QStringLiteral("refused olga"),
                         QStringLiteral("refused carl roles"), QStringLiteral("change bob")}));
        // A plan of an owner does not lend his powers to who applies it.
        const protocol::ImportPlan made = plan("login,roles\nann,owner\n");
        QCOMPARE(apply(made, m_admin).status, 409);
        QCOMPARE(user("ann").roles, QStringList{QStringLiteral("user")});
    }

    void aRepeatedApplyTellsNothingTwice()
    {
        const protocol::ImportPlan made = plan("login,name\ncarl,Carl\n");
        QCOMPARE(apply(made, m_owner, "same").status, 200);
        const size_t events = logged();
        const Answer again = apply(made, m_owner, "same");
        QCOMPARE(again.status, 409);
        QVERIFY(!again.body.contains("oneTimePassword"));
        QCOMPARE(logged(), events);
        // Without secrets the first answer is given again.
        const protocol::ImportPlan plain = plan("login,department\nann,Sales\n");
        const Answer first = apply(plain, m_owner, "plain");
        QCOMPARE(first.status, 200);
        QCOMPARE(apply(plain, m_owner, "plain").body, first.body);
    }

    void plansBelongToTheirCustomer()
    {
        const protocol::ImportPlan made = plan("login,name\ncarl,Carl\n");
        m_api->addUser(m_other, QStringLiteral("foreigner"), QStringLiteral("owner"));
        const QByteArray foreign = m_api->token(QStringLiteral("other"), QStringLiteral("foreigner"));
        QCOMPARE(m_api->get("/v1/users/import/" + made.id.toLatin1(), foreign).status, 404);
        QCOMPARE(apply(made, foreign).status, 404);
        QCOMPARE(undo(made, foreign).status, 404);
        QCOMPARE(apply(made).status, 200);
        QCOMPARE(undo(made, foreign).status, 404);
    }

    void theBodyIsAPeopleFile()
    {
        QCOMPARE(send("login\nann\n", m_owner, "application/json").status, 415);
        QCOMPARE(send("login\nann\n", m_owner, "text/csv; charset=iso-8859-1").status, 415);
        QCOMPARE(send("login\nann\n", m_owner, "Text/CSV; charset=\"UTF-8\"").status, 201);
        const Answer unknown = send("login,stauts\nann,active\n", m_owner);
        QCOMPARE(unknown.status, 400);
        QVERIFY(unknown.json().value(QLatin1String("detail")).toString().contains(QLatin1String("stauts")));
        QCOMPARE(send({}, m_owner).field(), QStringLiteral("file"));
        QCOMPARE(send(tenThousand() + "one.more,One,,user\n", m_owner).status, 413);
    }

    void largeFilesAreTakenFromThoseWhoMaySendThem_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<int>("status");
        const qint64 usual = protocol::limits::requestBodyBytes;
        const qint64 most = protocol::limits::importBytes;
        QTest::newRow("nobody, small") << QString() << usual << 401;
        QTest::newRow("nobody, large") << QString() << usual + 1 << 401;
        QTest::newRow("somebody without the permission") << "ann" << usual + 1 << 403;
        QTest::newRow("over the usual limit") << "olga" << usual + 1 << 201;
        QTest::newRow("at the limit") << "olga" << most << 201;
        QTest::newRow("over the limit") << "olga" << most + 1 << 413;
    }
    void largeFilesAreTakenFromThoseWhoMaySendThem()
    {
        QFETCH(QString, login);
        QFETCH(qint64, size);
        QFETCH(int, status);
        QByteArray csv = "login,name\ncarl,Carl\n";
        csv += QByteArray(size - csv.size(), '\n');
        const QByteArray token = login.isEmpty() ? QByteArray() : m_api->token(QStringLiteral("acme"), login);
        QCOMPARE(send(csv, token).status, status);
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_routes_import.moc"

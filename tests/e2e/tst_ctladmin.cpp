// SPDX-License-Identifier: GPL-3.0-or-later
// What administrators do, from scripts, with the real programs: people, roles, devices, imports, departures, networks.
// The functions run in order, each on what the last left.
#include "tests/e2e/programs.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

using namespace lw::test;

namespace {

const QByteArray ownerPassword = "quiet-harbour-lantern-58";
const QByteArray brunoPassword = "violet-cabbage-ferry-1907";
const QByteArray passphrase = "umbrella granite teapot seventeen";

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}  // namespace

class TestCtlAdmin : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase()
    {
        // Every command signs in: cheap passwords, more of them than a person would try, and a log that fits the pipe
        // that nobody reads.
        m_programs.write(QStringLiteral("server.json"), R"({"signIn":{"attemptsPerAddress":100000},
            "passwords":{"argon2Passes":1,"argon2MemoryKiB":8192},"logLevel":"warning"})");
        QVERIFY(
            m_backEnd.start(m_programs, {QStringLiteral("--config"), m_programs.path(QStringLiteral("server.json"))}));
        static const QRegularExpression password(QStringLiteral("([0-9A-Z]{4}(-[0-9A-Z]{4}){3,})"));
        QTRY_VERIFY(password.match(QString::fromUtf8(m_backEnd.output())).hasMatch());
        const QByteArray first = password.match(QString::fromUtf8(m_backEnd.output())).captured(1).toUtf8();
        const Ran ran = connectAs("owner", "owner", first, ownerPassword);
        QVERIFY2(ran.exit == 0, ran.err.constData());
    }

    void usage_data()
    {
        QTest::addColumn<int>("exit");
        const auto row = [](const char *line, int exit) { QTest::newRow(line) << exit; };
        row("people", 2);
        row("people --help", 0);
        row("people dance", 2);
        row("people list --help", 0);
        row("people list x", 2);
        row("people create", 2);
        row("people create dora --name Dora --roles user", 2);  // nowhere to show the password
        row("people create dora --name Dora --roles user --secret-out-fd 77", 2);
        row("people change dora", 2);  // nothing to change
        row("people change dora --status locked", 2);
        row("people change dora --exempt-until 2026-13-01T00:00:00Z --exempt-reason x", 2);
        row("people change dora --exempt-until 2030-01-01T00:00:00Z", 2);
        row("people expire dora --spread-days 91", 2);
        row("people export", 2);
        row("people import nowhere.csv", 2);
        row("people devices dora --add x --revoke y", 2);
        row("roles --help", 0);
        row("roles create x --permissions users.rule", 2);
        row("sessions end", 2);
        row("sessions end ses_1 --person dora", 2);
        row("departures open dora", 2);
        row("departures open dora --departed-at yesterday", 2);
        row("departures import nowhere.csv", 2);
        row("network --help", 0);
        row("network enforce maybe", 2);
        row("network add 192.0.2.0/24 --confirm-minutes 0", 2);
        row("network set nowhere.csv", 2);
        row("network replay --days 0", 2);
    }

    void usage()
    {
        QFETCH(int, exit);
        const Ran ran = m_programs.ctl(words(QTest::currentDataTag()));
        QCOMPARE(ran.exit, exit);
        QCOMPARE(ran.out.isEmpty(), exit != 0);
        QCOMPARE(ran.err.isEmpty(), exit == 0);
    }

    void aPersonIsMade()
    {
        const Ran ran = owner(words("people create bruno.costa --roles auditor --department Sales --secret-out-fd 2") +
                              QStringList{QStringLiteral("--name"), QStringLiteral("Bruno Costa")});
        QVERIFY2(ran.exit == 0, ran.err.constData());
        QCOMPARE(ran.json().value(QLatin1String("login")).toString(), QStringLiteral("bruno.costa"));
        m_bruno = ran.json().value(QLatin1String("id")).toString();
        QVERIFY(m_bruno.startsWith(QLatin1String("usr_")));
        const QByteArray secret = secretOf(ran, "bruno.costa");
        QVERIFY(secret.size() > 8);
        QVERIFY(!ran.out.contains(secret));
        // The one-time password lets in, and has to go at once.
        const Ran connected = connectAs("bruno", "bruno.costa", secret, brunoPassword);
        QVERIFY2(connected.exit == 0, connected.err.constData());
    }

    void whoMayNotIsRefused()
    {
        const Ran ran =
            as("bruno", brunoPassword, words("people create carla --name C --roles user --secret-out-fd 2"));
        QCOMPARE(ran.exit, 5);
        QCOMPARE(ran.error().value(QLatin1String("code")).toString(), QStringLiteral("forbidden"));
        QCOMPARE(as("bruno", brunoPassword, words("roles list")).exit, 0);
    }

    void peopleAreListed()
    {
        QCOMPARE(logins(words("people list")), (QStringList{QStringLiteral("bruno.costa"), QStringLiteral("owner")}));
        QCOMPARE(logins(words("people list --role auditor")), QStringList{QStringLiteral("bruno.costa")});
        QCOMPARE(logins(words("people list --department Sales --status active")),
                 QStringList{QStringLiteral("bruno.costa")});
        QVERIFY(logins(words("people list --status disabled")).isEmpty());
        QVERIFY(logins(words("people list --idle")).isEmpty());
        QCOMPARE(owner(words("people show BRUNO.COSTA")).json().value(QLatin1String("id")).toString(), m_bruno);
        const Ran nobody = owner(words("people show nobody"));
        QCOMPARE(nobody.exit, 1);
        QCOMPARE(nobody.error().value(QLatin1String("code")).toString(), QStringLiteral("not-found"));
    }

    void twoAdministratorsChangeTheSamePerson()
    {
        const Ran first = owner(words("people change bruno.costa --department Marketing"));
        QVERIFY2(first.exit == 0, first.err.constData());
        const QString tag = first.json().value(QLatin1String("etag")).toString();
        QVERIFY(!tag.isEmpty());
        const Ran second = owner(words("people change bruno.costa --department Support --if-match") << tag);
        QVERIFY2(second.exit == 0, second.err.constData());
        const Ran third = owner(words("people change bruno.costa --department Finance --if-match") << tag);
        QCOMPARE(third.exit, 11);
        QCOMPARE(third.error().value(QLatin1String("code")).toString(), QStringLiteral("stale"));
        QCOMPARE(owner(words("people show bruno.costa")).json().value(QLatin1String("department")).toString(),
                 QStringLiteral("Support"));
    }

    void rolesOfTheirOwn()
    {
        const Ran made = owner(words("roles create helpdesk --permissions users.read,password.own"));
        QVERIFY2(made.exit == 0, made.err.constData());
        QCOMPARE(owner(words("roles create 0wner --permissions users.read")).exit == 0, false);
        const Ran given = owner(words("people change bruno.costa --roles auditor,helpdesk"));
        QVERIFY2(given.exit == 0, given.err.constData());
        // What it does to whom is said before anything happens.
        const Ran asked = owner(words("roles change helpdesk --add users.write"));
        QCOMPARE(asked.exit, 2);
        QVERIFY2(asked.err.contains("gained by 1 people and lost by 0"), asked.err.constData());
        const Ran changed = owner(words("roles change helpdesk --add users.write --yes"));
        QVERIFY2(changed.exit == 0, changed.err.constData());
        QVERIFY(changed.out.contains("users.write"));
        QCOMPARE(owner(words("roles change owner --drop users.write --yes")).exit == 0, false);
        const Ran list = owner(words("roles list"));
        QVERIFY(list.out.contains("\"helpdesk\""));
        QVERIFY(owner(words("people change bruno.costa --roles auditor")).exit == 0);
        const Ran removed = owner(words("roles remove helpdesk --yes"));
        QVERIFY2(removed.exit == 0, removed.err.constData());
        QVERIFY(!owner(words("roles list")).out.contains("\"helpdesk\""));
    }

    void theLastOwnerStays()
    {
        for (const char *line : {"people disable owner --yes", "people change owner --roles user",
                                 "departures open owner --departed-at now --yes"}) {
            const Ran ran = owner(words(line));
            QVERIFY2(ran.exit == 1, line);
            QCOMPARE(ran.error().value(QLatin1String("code")).toString(), QStringLiteral("conflict"));
        }
    }

    void devices()
    {
        const Ran added = owner(words("people devices bruno.costa --add Trunk --kind pbx --secret-out-fd 2"));
        QVERIFY2(added.exit == 0, added.err.constData());
        const QString id = added.json().value(QLatin1String("id")).toString();
        const QByteArray sipUser = added.json().value(QLatin1String("sipUser")).toString().toUtf8();
        const QByteArray first = secretOf(added, sipUser);
        QVERIFY(!first.isEmpty());
        const Ran renewed = owner(words("people devices bruno.costa --secret-out-fd 2 --renew") << id);
        QVERIFY2(renewed.exit == 0, renewed.err.constData());
        QVERIFY(secretOf(renewed, sipUser) != first);
        QCOMPARE(owner(words("people devices bruno.costa --revoke") << id).exit, 2);  // nobody said yes
        QCOMPARE(owner(words("people devices bruno.costa --yes --revoke") << id).exit, 0);
        const QJsonArray list =
            owner(words("people devices bruno.costa")).json().value(QLatin1String("devices")).toArray();
        QCOMPARE(list.size(), 1);
        QVERIFY(list.at(0).toObject().contains(QLatin1String("revokedAt")));
    }

    void importAppliedAndUndone()
    {
        m_programs.write(QStringLiteral("people.csv"),
                         "login,name,department,email,roles,status\n"
                         "dora,Dora Diaz,Sales,dora@example.com,user,active\n"
                         "emil,Emil Ek,Support,emil@example.com,user,active\n"
                         "bruno.costa,Bruno Costa,Finance,,auditor,active\n");
        const QString file = m_programs.path(QStringLiteral("people.csv"));
        const Ran dry = owner(words("people import") << file);
        QVERIFY2(dry.exit == 0, dry.err.constData());
        QCOMPARE(dry.json().value(QLatin1String("creates")).toInt(), 2);
        QCOMPARE(dry.json().value(QLatin1String("changes")).toInt(), 1);
        QCOMPARE(logins(words("people list")).size(), 2);
        // New people get secrets: without a place for them nothing is done.
        QCOMPARE(owner(words("people import --apply --yes") << file).exit, 2);
        const Ran applied = owner(words("people import --apply --yes --secret-out-fd 2") << file);
        QVERIFY2(applied.exit == 0, applied.err.constData());
        const QString plan = applied.json().value(QLatin1String("id")).toString();
        QVERIFY(!secretOf(applied, "dora").isEmpty() && !secretOf(applied, "emil").isEmpty());
        QVERIFY(!applied.out.contains(secretOf(applied, "dora")));
        QCOMPARE(logins(words("people list --department Finance")), QStringList{QStringLiteral("bruno.costa")});
        const Ran undone = owner(words("people undo --yes") << plan);
        QVERIFY2(undone.exit == 0, undone.err.constData());
        QCOMPARE(logins(words("people list --department Support")),
                 (QStringList{QStringLiteral("bruno.costa"), QStringLiteral("emil")}));
        QCOMPARE(logins(words("people list --status disabled")),
                 (QStringList{QStringLiteral("dora"), QStringLiteral("emil")}));
    }

    void oneBadLineStopsAll()
    {
        m_programs.write(QStringLiteral("bad.csv"), "login,name,roles\nfay,Fay,user\ngil,Gil,emperor\n");
        const Ran ran =
            owner(words("people import --apply --yes --secret-out-fd 2") << m_programs.path(QStringLiteral("bad.csv")));
        QCOMPARE(ran.exit, 2);
        QCOMPARE(ran.json().value(QLatin1String("refused")).toInt(), 1);
        QVERIFY(!logins(words("people list")).contains(QStringLiteral("fay")));
    }

    void passwordsAreMadeDueAndReset()
    {
        QCOMPARE(owner(words("people expire bruno.costa")).exit, 2);
        QVERIFY(owner(words("people expire bruno.costa --yes")).exit == 0);
        QCOMPARE(logins(words("people list --password overdue")), QStringList{QStringLiteral("bruno.costa")});
        const Ran reset = owner(words("people reset-password bruno.costa --yes --secret-out-fd 2"));
        QVERIFY2(reset.exit == 0, reset.err.constData());
        QVERIFY(!secretOf(reset, "bruno.costa").isEmpty());
        QCOMPARE(as("bruno", brunoPassword, words("roles list")).exit, 5);
    }

    void sessions()
    {
        const Ran list = owner(words("sessions list"));
        QVERIFY2(list.exit == 0, list.err.constData());
        const QJsonArray sessions = list.json().value(QLatin1String("sessions")).toArray();
        QVERIFY(!sessions.isEmpty());
        QVERIFY(sessions.at(0).toObject().value(QLatin1String("own")).toBool());
        QCOMPARE(owner(words("sessions end --person bruno.costa")).exit, 2);
        const Ran ended = owner(words("sessions end --person bruno.costa --yes"));
        QVERIFY2(ended.exit == 0, ended.err.constData());
        QCOMPARE(owner(words("sessions end ses_00000000000000000000000000 --yes")).exit, 1);
    }

    void leaversAreNotGuessed()
    {
        m_programs.write(QStringLiteral("leavers.csv"),
                         "login,name,date\nbruno.costa,,2031-11-30\n,Bruno Kosta,2031-11-30\nnobody,,2031-02-30\n");
        const QString file = m_programs.path(QStringLiteral("leavers.csv"));
        const Ran dry = owner(words("departures import") << file);
        QVERIFY2(dry.exit == 0, dry.err.constData());
        QCOMPARE(dry.json().value(QLatin1String("sure")).toInt(), 1);
        QCOMPARE(owner(words("departures import --apply --yes") << file).exit, 2);
        QVERIFY(cases().isEmpty());
    }

    void departure()
    {
        const Ran opened = owner(words("departures open bruno.costa --departed-at 2030-01-01T00:00:00Z --yes"));
        QVERIFY2(opened.exit == 0, opened.err.constData());
        QString id = cases().at(0).toObject().value(QLatin1String("id")).toString();
        const Ran again = owner(words("departures open bruno.costa --departed-at now --yes"));
        QCOMPARE(again.exit, 1);
        QCOMPARE(owner(words("departures withdraw --yes") << id).exit, 0);
        QCOMPARE(owner(words("departures withdraw --yes") << id).exit, 0);  // it is withdrawn, said twice
        const Ran now = owner(words("departures open bruno.costa --departed-at now --yes --reason left"));
        QVERIFY2(now.exit == 0, now.err.constData());
        id = now.json()
                 .value(QLatin1String("departures"))
                 .toArray()
                 .at(0)
                 .toObject()
                 .value(QLatin1String("id"))
                 .toString();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), QStringLiteral("proved"), 60'000);
        const Ran probed = owner(words("departures probe") << id);
        QVERIFY2(probed.exit == 0, probed.err.constData());
        QCOMPARE(owner(words("departures withdraw --yes") << id).exit, 1);  // too late
        QVERIFY(!probed.json().value(QLatin1String("probes")).toArray().isEmpty());
        QCOMPARE(logins(words("people list --status disabled")).size(), 3);
    }

    void theAllowlistRevertsUnlessConfirmed()
    {
        const Ran shown = owner(words("network show"));
        QVERIFY2(shown.exit == 0, shown.err.constData());
        QCOMPARE(shown.json().value(QLatin1String("yourAddress")).toString(), QStringLiteral("127.0.0.1"));
        const Ran added = owner(words("network add 127.0.0.9/8 --label Loopback --yes"));
        QVERIFY2(added.exit == 0, added.err.constData());
        QVERIFY(added.out.contains("127.0.0.0/8"));
        QVERIFY(added.json().value(QLatin1String("pending")).isObject());
        QCOMPARE(owner(words("network revert")).exit, 0);
        QVERIFY(!owner(words("network show")).out.contains("127.0.0.0/8"));
        QCOMPARE(owner(words("network add 127.0.0.0/8 --yes")).exit, 0);
        QCOMPARE(owner(words("network confirm")).exit, 0);
        QCOMPARE(owner(words("network enforce on --yes")).exit, 0);
        QCOMPARE(owner(words("network confirm")).exit, 0);
        QVERIFY(owner(words("network show"))
                    .json()
                    .value(QLatin1String("allowlist"))
                    .toObject()
                    .value(QLatin1String("enforced"))
                    .toBool());
    }

    void nobodyLocksHimselfOut()
    {
        m_programs.write(QStringLiteral("networks.csv"), "network,label\n192.0.2.0/24,Head office\n");
        const QString file = m_programs.path(QStringLiteral("networks.csv"));
        QCOMPARE(owner(words("network set") << file).exit, 0);  // only checked
        const Ran ran = owner(words("network set --apply --yes") << file);
        QCOMPARE(ran.exit, 1);
        QCOMPARE(ran.error().value(QLatin1String("field")).toString(), QStringLiteral("stranding"));
        QCOMPARE(owner(words("network remove 127.0.0.0/8 --yes")).exit == 0, false);
        m_programs.write(QStringLiteral("wrong.csv"), "network\n0.0.0.0/0\n010.0.0.1\n");
        const Ran wrong = owner(words("network set") << m_programs.path(QStringLiteral("wrong.csv")));
        QCOMPARE(wrong.exit, 2);
        QVERIFY(!wrong.json().value(QLatin1String("accepted")).toBool());
    }

    void blockedAddresses()
    {
        const Ran blocked = owner(words("network block 203.0.113.5 --reason scanner --yes"));
        QVERIFY2(blocked.exit == 0, blocked.err.constData());
        QVERIFY(owner(words("network blocks")).out.contains("203.0.113.5"));
        QCOMPARE(owner(words("network lift 203.0.113.5")).exit, 0);
        QVERIFY(!owner(words("network blocks")).out.contains("203.0.113.5"));
        QCOMPARE(owner(words("network lift 203.0.113.5")).exit, 1);
    }

    void offlineAfterASync()
    {
        const Ran synced = m_programs.ctl(words("sync --json --profile owner --password-fd 0 --passphrase-fd 0"),
                                          passphrase + '\n' + ownerPassword + '\n');
        QVERIFY2(synced.exit == 0, synced.err.constData());
        QCOMPARE(m_backEnd.stop(), 0);
        QCOMPARE(owner(words("people list")).exit, 3);
        for (const char *line : {"people list", "roles list", "departures list", "network show", "network blocks"}) {
            const Ran ran = offline(words(line) << QStringLiteral("--offline"));
            QVERIFY2(ran.exit == 0, ran.err.constData());
        }
        QVERIFY(offline(words("departures list --offline")).out.contains("\"proved\""));
        const Ran replayed = offline(words("network replay") << m_programs.path(QStringLiteral("networks.csv")));
        QVERIFY2(replayed.exit == 0, replayed.err.constData());
        // Everybody came from 127.0.0.1.
        QVERIFY(replayed.json().value(QLatin1String("logins")).toInt() > 10);
        QCOMPARE(replayed.json().value(QLatin1String("refusedLogins")), replayed.json().value(QLatin1String("logins")));
        QCOMPARE(offline(words("network replay")).json().value(QLatin1String("refusedLogins")).toInt(), 0);
        QCOMPARE(offline(words("verify")).exit, 0);
        const QString file = m_programs.path(QStringLiteral("exported.csv"));
        const Ran exported = offline(words("people export --output") << file);
        QVERIFY2(exported.exit == 0, exported.err.constData());
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        QVERIFY2(text.startsWith("login,name,department,email,roles,status\r\n"), text.constData());
        QVERIFY(text.contains("\r\nbruno.costa,Bruno Costa,"));
        QCOMPARE(text.count("\r\n") - 1, exported.json().value(QLatin1String("people")).toInt());
        QCOMPARE(exported.json().value(QLatin1String("people")).toInt(),
                 offline(words("people list --offline")).json().value(QLatin1String("users")).toArray().size());
    }

  private:
    Ran connectAs(const char *profile, const char *login, const QByteArray &password, const QByteArray &next) const
    {
        return m_programs.ctl(
            words("connect --customer main --password-fd 0 --new-password-fd 0 --passphrase-fd 0 "
                  "--json") +
                QStringList{m_backEnd.value("url"), QStringLiteral("--name"), QString::fromLatin1(profile),
                            QStringLiteral("--login"), QString::fromLatin1(login),
                            QStringLiteral("--accept-fingerprint"), m_backEnd.value("fingerprint")},
            password + '\n' + next + '\n' + passphrase + '\n');
    }
    Ran as(const char *profile, const QByteArray &password, const QStringList &arguments) const
    {
        return m_programs.ctl(arguments + QStringList{QStringLiteral("--profile"), QString::fromLatin1(profile)} +
                                  words("--json --password-fd 0"),
                              password + '\n');
    }
    Ran owner(const QStringList &arguments) const { return as("owner", ownerPassword, arguments); }
    Ran offline(const QStringList &arguments) const
    {
        return m_programs.ctl(arguments + words("--json --profile owner --passphrase-fd 0"), passphrase + '\n');
    }
    QStringList logins(const QStringList &arguments) const
    {
        QStringList logins;
        const Ran ran = owner(arguments);
        for (const QJsonValue &user : ran.json().value(QLatin1String("users")).toArray())
            logins.append(user.toObject().value(QLatin1String("login")).toString());
        logins.sort();
        return logins;
    }
    QJsonArray cases() const
    {
        return owner(words("departures list")).json().value(QLatin1String("departures")).toArray();
    }
    QString stateOf(const QString &id) const
    {
        for (const QJsonValue &departure : cases())
            if (departure.toObject().value(QLatin1String("id")).toString() == id)
                return departure.toObject().value(QLatin1String("state")).toString();
        return {};
    }
    /// What was written to descriptor 2 for this name.
    static QByteArray secretOf(const Ran &ran, const QByteArray &name)
    {
        for (const QByteArray &line : ran.err.split('\n'))
            if (line.startsWith(name + '\t')) return line.mid(name.size() + 1);
        return {};
    }

    Programs m_programs;
    BackEnd m_backEnd;
    QString m_bruno;
};

QTEST_GUILESS_MAIN(TestCtlAdmin)
#include "tst_ctladmin.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and Call Guard from scripts, with the real programs, and a switch that asks before its calls.
#include "tests/e2e/apiclient.h"

using namespace lw::test;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

}  // namespace

class TestCtlCallGuard : public QObject {
    Q_OBJECT

    FreshBackEnd m_backEnd;
    QByteArray m_owner, m_exchange;

    Ran owner(const QStringList &command)
    {
        return m_backEnd.programs.ctl(command + words("--json --profile owner --password-fd 0"),
                                      FreshBackEnd::ownerPassword().toUtf8() + '\n');
    }
    QString decision(const char *caller, const char *destination)
    {
        const ApiAnswer answer = m_backEnd.api().call("POST", "/v1/calls/authorize", m_exchange,
                                                      {{QStringLiteral("callId"), QStringLiteral("c1")},
                                                       {QStringLiteral("caller"), QLatin1String(caller)},
                                                       {QStringLiteral("destination"), QLatin1String(destination)}});
        return answer.text("decision") + u' ' + answer.text("reason");
    }

  private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_backEnd.start());
        m_owner = m_backEnd.ownerToken();
        const ApiAnswer made =
            m_backEnd.api().call("POST", "/v1/users", m_owner,
                                 {{QStringLiteral("login"), QStringLiteral("exchange")},
                                  {QStringLiteral("displayName"), QStringLiteral("Telephone system")},
                                  {QStringLiteral("department"), QString()},
                                  {QStringLiteral("roles"), QJsonArray{QStringLiteral("switch")}}});
        QCOMPARE(made.status, 201);
        m_exchange = m_backEnd.api().firstSignIn(QStringLiteral("exchange"), made.text("oneTimePassword"),
                                                 QStringLiteral("copper-meadow-signal-4"));
        QVERIFY(!m_exchange.isEmpty());
        const Ran connected = m_backEnd.programs.ctl(
            QStringList{QStringLiteral("connect"), m_backEnd.fact("url"), QStringLiteral("--accept-fingerprint"),
                        m_backEnd.fact("fingerprint")} +
                words("--json --customer acme --login owner --name owner --password-fd 0 --passphrase-fd 0"),
            FreshBackEnd::ownerPassword().toUtf8() + "\numbrella granite teapot seventeen\n");
        QVERIFY2(connected.exit == 0, connected.err.constData());
    }

    void numbersAreAddedChangedAndListed()
    {
        const Ran added = owner({QStringLiteral("numbers"), QStringLiteral("add"), QStringLiteral("020 7946 0001"),
                                 QStringLiteral("--label"), QStringLiteral("Reception"), QStringLiteral("--pass"),
                                 QStringLiteral("0905")});
        QVERIFY2(added.exit == 0, added.err.constData());
        QCOMPARE(added.json().value(QLatin1String("number")).toString(), QStringLiteral("+442079460001"));
        QVERIFY(owner({QStringLiteral("numbers"), QStringLiteral("add"), QStringLiteral("+44 20 7946 0001")}).exit !=
                0);
        const Ran bad = owner({QStringLiteral("numbers"), QStringLiteral("add"), QStringLiteral("999")});
        QCOMPARE(bad.exit, 2);
        QVERIFY2(bad.err.contains("short number"), bad.err.constData());
        QCOMPARE(owner({QStringLiteral("numbers"), QStringLiteral("add"), QStringLiteral("020 7946 0002")}).exit, 0);
        const Ran changed = owner(words("numbers change +442079460001 --bar international --department Sales"));
        QVERIFY2(changed.exit == 0, changed.err.constData());
        const QJsonArray numbers = owner(words("numbers list")).json().value(QLatin1String("numbers")).toArray();
        QCOMPARE(numbers.size(), 2);
        const QJsonObject first = numbers.first().toObject();
        QCOMPARE(first.value(QLatin1String("label")).toString(), QStringLiteral("Reception"));
        QCOMPARE(first.value(QLatin1String("department")).toString(), QStringLiteral("Sales"));
    }

    void theInventoryGoesOutAndComesBack()
    {
        const Ran exported = owner(words("numbers export"));
        QVERIFY2(exported.exit == 0, exported.err.constData());
        const QByteArray csv = exported.json().value(QLatin1String("csv")).toString().toUtf8();
        QVERIFY2(csv.contains("Reception"), csv.constData());
        m_backEnd.programs.write(QStringLiteral("numbers.csv"), csv + "020 7946 0003,Fax,,,\r\n999,,,,\r\n");
        const QString path = m_backEnd.programs.path(QStringLiteral("numbers.csv"));
        const Ran judged =
            owner({QStringLiteral("numbers"), QStringLiteral("import"), path, QStringLiteral("--dry-run")});
        QCOMPARE(judged.exit, 2);
        QCOMPARE(judged.json().value(QLatin1String("refused")).toInt(), 1);
        QCOMPARE(owner({QStringLiteral("numbers"), QStringLiteral("import"), path}).exit, 2);
        m_backEnd.programs.write(QStringLiteral("numbers.csv"), csv);
        const Ran same = owner({QStringLiteral("numbers"), QStringLiteral("import"), path});
        QVERIFY2(same.exit == 0, same.err.constData());
        QCOMPARE(same.json().value(QLatin1String("unchanged")).toInt(), 2);
    }

    void theSwitchGetsWhatTheRulesSay()
    {
        QCOMPARE(decision("+442079460001", "0033 1 23 45 67 89"), QStringLiteral("refuse class_barred"));
        QCOMPARE(decision("+442079460001", "0905 123 4567"), QStringLiteral("allow prefix_allowed"));
        QCOMPARE(decision("+442079460002", "0905 123 4567"), QStringLiteral("refuse class_barred"));
        QCOMPARE(decision("+442079460002", "999"), QStringLiteral("allow emergency"));
        QCOMPARE(decision("+442079460009", "020 7123 4567"), QStringLiteral("refuse unknown_caller"));
        QCOMPARE(owner(words("callguard set --bar +44207123 --pass premium")).exit, 0);
        QCOMPARE(decision("+442079460002", "0900 123 4567"), QStringLiteral("allow passes"));
        QCOMPARE(decision("+442079460002", "020 7123 4567"), QStringLiteral("refuse prefix_barred"));
        // What the console's own code predicts is what the back end does.
        const Ran predicted = owner({QStringLiteral("callguard"), QStringLiteral("test"),
                                     QStringLiteral("020 7946 0002"), QStringLiteral("020 7123 4567")});
        QCOMPARE(predicted.json().value(QLatin1String("reason")).toString(), QStringLiteral("prefix_barred"));
        QCOMPARE(owner(words("numbers guard off --all --yes")).json().value(QLatin1String("changed")).toInt(), 2);
        QCOMPARE(decision("+442079460002", "020 7123 4567"), QStringLiteral("allow guard_off"));
        const Ran emergency = owner(words("callguard set --bar 999"));
        QCOMPARE(emergency.exit, 2);
        QVERIFY(emergency.err.contains("never barred"));
    }

    void itHoldsOverARestart()
    {
        m_backEnd.kill();
        QVERIFY(m_backEnd.start());
        QCOMPARE(decision("+442079460002", "020 7123 4567"), QStringLiteral("allow guard_off"));
        const QByteArray log = m_backEnd.api().call("GET", "/v1/audit/events", m_owner).body;
        QCOMPARE(log.count("\"kind\":\"call.refused\""), qsizetype(4));
        QVERIFY(log.count("\"kind\":\"numbers.changed\"") >= 4);
        QCOMPARE(log.count("\"kind\":\"guard.changed\""), qsizetype(1));
    }

    void whoMayNotExportIsToldBeforeThereIsAFile()
    {
        const ApiAnswer role =
            m_backEnd.api().call("POST", "/v1/roles", m_owner,
                                 {{QStringLiteral("name"), QStringLiteral("reader")},
                                  {QStringLiteral("permissions"),
                                   QJsonArray{QStringLiteral("log.read"), QStringLiteral("users.read"),
                                              QStringLiteral("customer.read"), QStringLiteral("password.own")}}});
        QCOMPARE(role.status, 201);
        const ApiAnswer made = m_backEnd.api().call("POST", "/v1/users", m_owner,
                                                    {{QStringLiteral("login"), QStringLiteral("rita")},
                                                     {QStringLiteral("displayName"), QStringLiteral("Rita Reader")},
                                                     {QStringLiteral("department"), QString()},
                                                     {QStringLiteral("roles"), QJsonArray{QStringLiteral("reader")}}});
        const QByteArray password = "copper-meadow-signal-4";
        QVERIFY(!m_backEnd.api()
                     .firstSignIn(QStringLiteral("rita"), made.text("oneTimePassword"), QString::fromLatin1(password))
                     .isEmpty());
        const QByteArray passphrase = "umbrella granite teapot seventeen";
        const Programs &programs = m_backEnd.programs;
        QCOMPARE(programs
                     .ctl(QStringList{QStringLiteral("connect"), m_backEnd.fact("url"),
                                      QStringLiteral("--accept-fingerprint"), m_backEnd.fact("fingerprint")} +
                              words("--customer acme --login rita --name rita --password-fd 0 --passphrase-fd 0"),
                          password + '\n' + passphrase + '\n')
                     .exit,
                 0);
        const QStringList offline = words("--json --profile rita --passphrase-fd 0");
        const auto ran = [&](const QStringList &command) { return programs.ctl(command + offline, passphrase + '\n'); };
        // Before the first sync nobody has said what rita may.
        QVERIFY(ran(words("people export --output people.csv")).exit != 0);
        QCOMPARE(programs
                     .ctl(words("sync --profile rita --passphrase-fd 0 --password-fd 0"),
                          passphrase + '\n' + password + '\n')
                     .exit,
                 0);
        for (const char *command : {"people export --output people.csv", "report login-activity --output log.csv",
                                    "log export --output taken"}) {
            const Ran refused = ran(words(command));
            QVERIFY2(refused.exit == 5, QByteArray(command) + ": " + refused.err);
            QVERIFY2(refused.err.contains("log.export"), refused.err.constData());
        }
        for (const char *file : {"people.csv", "log.csv", "taken/leaves.ndjson"})
            QVERIFY(!QFile::exists(programs.path(QLatin1String(file))));
    }

    void classifyNeedsNobody()
    {
        const auto classOf = [this](const char *number) {
            return m_backEnd.programs.ctl({QStringLiteral("classify"), QLatin1String(number), QStringLiteral("--json")})
                .json()
                .value(QLatin1String("class"))
                .toString();
        };
        QCOMPARE(classOf("+44 (0)900 123 4567"), QStringLiteral("premium"));
        QCOMPARE(classOf("118118"), QStringLiteral("directory_enquiries"));
        QCOMPARE(classOf("x"), QStringLiteral("invalid"));
        const Ran many = m_backEnd.programs.ctl(words("classify --file -"),
                                                "999\r\n0844 811 0000\n\n" + QByteArray(9000, '7') + "\n070 1234 5678");
        QCOMPARE(many.exit, 0);
        const QByteArrayList lines = many.out.split('\n');
        QCOMPARE(lines.size(), 6);  // five answers, and nothing behind the last
        QVERIFY(lines[0].startsWith("999\temergency"));
        QVERIFY(lines[1].contains("special_084"));
        QVERIFY(lines[2].contains("invalid"));
        QVERIFY(lines[3].contains("invalid"));
        QVERIFY(lines[4].contains("personal"));
        QCOMPARE(m_backEnd.programs.ctl(words("classify")).exit, 2);
        QCOMPARE(m_backEnd.programs.ctl(words("classify 1 --file x")).exit, 2);
    }
};

QTEST_GUILESS_MAIN(TestCtlCallGuard)
#include "tst_ctlcallguard.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The whole of a departure with the real program: a person with three live sessions and two devices departs at a moment
// in the future, the back end is killed and started again in between, and at the moment nothing of theirs works; the
// case proves it.
#include "tests/e2e/apiclient.h"

#include <QDateTime>

using namespace lw::test;

namespace {

const QString password = QStringLiteral("copper-meadow-signal-4");

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

QString instant(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ"));
}

}  // namespace

class TestDeparture : public QObject {
    Q_OBJECT

  private:
    struct Phone {
        QString sipUser, secret;
    };

    FreshBackEnd m_backEnd;
    QByteArray m_owner;
    QString m_annId;
    QByteArrayList m_tokens;
    QList<Phone> m_phones;

    ApiAnswer call(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                   const QJsonObject &body = {})
    {
        return m_backEnd.api().call(method, target, token, body);
    }

    int registers(const Phone &phone)
    {
        return call("POST", "/v1/registrations", {},
                    {{QStringLiteral("sipUser"), phone.sipUser},
                     {QStringLiteral("secret"), phone.secret},
                     {QStringLiteral("contact"), QStringLiteral("sip:1001@192.0.2.7:5060")},
                     {QStringLiteral("expires"), 3600}})
            .status;
    }

    int countOf(const QByteArray &log, const QByteArray &kind)
    {
        return static_cast<int>(log.count("\"kind\":\"" + kind + "\""));
    }

  private Q_SLOTS:
    void aPersonWithThreeSessionsAndTwoDevices()
    {
        QVERIFY(m_backEnd.start());
        m_owner = m_backEnd.ownerToken();
        QVERIFY(!m_owner.isEmpty());
        const ApiAnswer made = call("POST", "/v1/users", m_owner,
                                    {{QStringLiteral("login"), QStringLiteral("ann")},
                                     {QStringLiteral("displayName"), QStringLiteral("Ann Lee")},
                                     {QStringLiteral("department"), QStringLiteral("Sales")},
                                     {QStringLiteral("roles"), QJsonArray{QStringLiteral("auditor")}}});
        QCOMPARE(made.status, 201);
        m_annId = made.json().value(QLatin1String("user")).toObject().value(QLatin1String("id")).toString();
        if (m_annId.isEmpty()) m_annId = made.text("id");
        QVERIFY2(!m_annId.isEmpty(), made.body.constData());
        m_tokens.append(m_backEnd.api().firstSignIn(QStringLiteral("ann"), made.text("oneTimePassword"), password));
        for (int i = 0; i < 2; ++i)
            m_tokens.append(m_backEnd.api().signIn(QStringLiteral("ann"), password).text("token").toLatin1());
        for (const QByteArray &token : m_tokens)
            QCOMPARE(call("GET", "/v1/me", token).status, 200);
        for (int i = 0; i < 2; ++i) {
            const ApiAnswer device = call("POST", "/v1/users/" + m_annId.toLatin1() + "/devices", m_owner,
                                          {{QStringLiteral("kind"), QStringLiteral("phone")},
                                           {QStringLiteral("label"), QStringLiteral("Desk phone %1").arg(i)}});
            QCOMPARE(device.status, 201);
            const QJsonObject facts = device.json().value(QLatin1String("device")).toObject();
            m_phones.append({(facts.isEmpty() ? device.json() : facts).value(QLatin1String("sipUser")).toString(),
                             device.text("secret")});
            QCOMPARE(registers(m_phones.last()), 200);
        }
    }

    void departsWhileTheBackEndIsKilledInBetween()
    {
        QVERIFY2(!m_phones.isEmpty(), "the first test failed");
        const QDateTime moment = now().addSecs(8);
        const ApiAnswer opened =
            call("POST", "/v1/departures", m_owner,
                 {{QStringLiteral("departures"),
                   QJsonArray{QJsonObject{{QStringLiteral("userId"), m_annId},
                                          {QStringLiteral("kind"), QStringLiteral("departure")},
                                          {QStringLiteral("departedAt"), instant(moment)},
                                          {QStringLiteral("reason"), QStringLiteral("end of contract")}}}}});
        QCOMPARE(opened.status, 201);
        const QJsonObject opening = opened.json().value(QLatin1String("departures")).toArray().first().toObject();
        QCOMPARE(opening.value(QLatin1String("state")).toString(), QStringLiteral("scheduled"));
        const QByteArray path = "/v1/departures/" + opening.value(QLatin1String("id")).toString().toLatin1();
        m_backEnd.kill();
        QVERIFY(m_backEnd.start());
        if (now() >= moment.addSecs(-2)) QSKIP("this machine is too slow to be back before the moment");

        // Until then everything works, the restart notwithstanding.
        for (const QByteArray &token : m_tokens)
            QCOMPARE(call("GET", "/v1/me", token).status, 200);
        for (const Phone &phone : m_phones)
            QCOMPARE(registers(phone), 200);
        TlsClient feed;
        QVERIFY(feed.connect(m_backEnd.port()));
        QVERIFY(feed.send(ApiClient::requestText("GET", "/v1/changes", m_tokens[0])));
        QVERIFY(feed.readRaw(16 * 1024).startsWith("HTTP/1.1 200 "));
        QVERIFY(now() < moment);

        // Nobody asks the back end for anything: the feed ends by itself.
        QVERIFY(feed.waitForEnd(std::chrono::seconds(60)));
        QVERIFY(now() >= moment);
        for (const QByteArray &token : m_tokens)
            QCOMPARE(call("GET", "/v1/me", token).status, 401);
        QCOMPARE(m_backEnd.api().signIn(QStringLiteral("ann"), password).status, 403);
        for (const Phone &phone : m_phones)
            QCOMPARE(registers(phone), 403);
        const QJsonArray sessions =
            call("GET", "/v1/sessions", m_owner).json().value(QLatin1String("sessions")).toArray();
        QCOMPARE(sessions.size(), 1);

        QTRY_COMPARE_WITH_TIMEOUT(call("GET", path, m_owner).text("state"), QStringLiteral("proved"), 30'000);
        const QJsonObject proved = call("GET", path, m_owner).json();
        QCOMPARE(proved.value(QLatin1String("sessionsEnded")).toInt(), 3);
        QCOMPARE(proved.value(QLatin1String("devicesRevoked")).toInt(), 2);
        const auto time = [&proved](const char *member) {
            return QDateTime::fromString(proved.value(QLatin1String(member)).toString(), Qt::ISODateWithMs);
        };
        QVERIFY(time("executedAt") >= moment.addMSecs(-1));
        QVERIFY(time("provedAt") >= time("executedAt"));
        QStringList tried;
        for (const QJsonValue &value : proved.value(QLatin1String("probes")).toArray()) {
            const QJsonObject probe = value.toObject();
            QVERIFY2(probe.value(QLatin1String("passed")).toBool(),
                     qPrintable(probe.value(QLatin1String("detail")).toString()));
            QVERIFY(!probe.value(QLatin1String("at")).toString().isEmpty());
            tried.append(probe.value(QLatin1String("what")).toString());
        }
        QCOMPARE(tried, (QStringList{QStringLiteral("login"), QStringLiteral("sessions"), QStringLiteral("tokens"),
                                     QStringLiteral("devices")}));
    }

    void andTheLogTellsIt()
    {
        const QByteArray log = call("GET", "/v1/audit/events", m_owner).body;
        QCOMPARE(countOf(log, "departure.opened"), 1);
        QCOMPARE(countOf(log, "access.revoked"), 1);
        QCOMPARE(countOf(log, "session.revoked"), 3);
        QCOMPARE(countOf(log, "device.revoked"), 2);
        QCOMPARE(countOf(log, "revocation.proved"), 1);
        QVERIFY(countOf(log, "device.refused") >= 2);
    }

    void andTheReportProvesIt()
    {
        const QByteArray passphrase = "umbrella granite teapot seventeen";
        const Programs &programs = m_backEnd.programs;
        const Ran connected = programs.ctl(
            {QStringLiteral("connect"), m_backEnd.fact("url"), QStringLiteral("--customer"), QStringLiteral("acme"),
             QStringLiteral("--login"), QStringLiteral("owner"), QStringLiteral("--name"), QStringLiteral("owner"),
             QStringLiteral("--accept-fingerprint"), m_backEnd.fact("fingerprint"), QStringLiteral("--password-fd"),
             QStringLiteral("0"), QStringLiteral("--passphrase-fd"), QStringLiteral("0")},
            FreshBackEnd::ownerPassword().toUtf8() + '\n' + passphrase + '\n');
        QVERIFY2(connected.exit == 0, connected.err.constData());
        const Ran synced = programs.ctl({QStringLiteral("sync"), QStringLiteral("--profile"), QStringLiteral("owner"),
                                         QStringLiteral("--passphrase-fd"), QStringLiteral("0"),
                                         QStringLiteral("--password-fd"), QStringLiteral("0")},
                                        passphrase + '\n' + FreshBackEnd::ownerPassword().toUtf8() + '\n');
        QVERIFY2(synced.exit == 0, synced.err.constData());
        for (const char *file : {"revocation.csv", "revocation.pdf"}) {
            const Ran report =
                programs.ctl({QStringLiteral("report"), QStringLiteral("revocation"), QStringLiteral("--output"),
                              programs.path(QLatin1String(file)), QStringLiteral("--profile"), QStringLiteral("owner"),
                              QStringLiteral("--passphrase-fd"), QStringLiteral("0")},
                             passphrase + '\n');
            QVERIFY2(report.exit == 0, report.err.constData());
        }
        QVERIFY(programs.file(QStringLiteral("revocation.pdf")).startsWith("%PDF-"));
        const QByteArrayList lines = programs.file(QStringLiteral("revocation.csv")).split('\n');
        QCOMPARE(lines.size(), 3);  // the header, the case, nothing
        const QByteArray row = lines[1];
        QVERIFY2(row.startsWith("ann,Ann Lee,Departure,"), row.constData());
        // Result, sessions, devices, proof; before them the time that it took, which is none when the moment's timer
        // rings in its very millisecond.
        QVERIFY2(row.contains(",In time,3,2,Proved,"), row.constData());
        QVERIFY2(row.contains(" min,") && !row.contains("Breach"), row.constData());
        for (const char *probe : {"login:", "sessions:", "tokens:", "devices:"})
            QVERIFY2(row.contains(probe), row.constData());
    }

    void anotherTryFindsTheSame()
    {
        const QJsonArray all =
            call("GET", "/v1/departures", m_owner).json().value(QLatin1String("departures")).toArray();
        QCOMPARE(all.size(), 1);
        const QByteArray id = all.first().toObject().value(QLatin1String("id")).toString().toLatin1();
        const ApiAnswer again = call("POST", "/v1/departures/" + id + "/probe", m_owner);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.text("state"), QStringLiteral("proved"));
    }
};

QTEST_GUILESS_MAIN(TestDeparture)
#include "tst_departure.moc"

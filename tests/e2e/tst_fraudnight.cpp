// SPDX-License-Identifier: GPL-3.0-or-later
// A night of toll fraud against a real back end with the settings that a customer starts with: the limits stop it, and
// a mail server of the distribution gets one warning for each level.
#include "tests/e2e/apiclient.h"

#include <random>

using namespace lw::test;

namespace {

struct WantedCall {
    QString destination;
    int seconds;
};

/// What a stolen SIP password is used for. The same at every run.
QList<WantedCall> night()
{
    std::mt19937 engine(20'261'125);
    const auto below = [&engine](int n) { return static_cast<int>(engine() % static_cast<unsigned>(n)); };
    QList<WantedCall> calls;
    const char *countries[] = {"+37127%1", "+5352%1", "+25261%1"};
    for (int i = 0; i < 150; ++i)
        calls.append({QString::fromLatin1(countries[below(3)]).arg(100'000 + below(900'000)), 240 + below(1'500)});
    return calls;
}

const char deck[] =
    "prefix,name,price_per_minute,currency\n+371,Latvia,0.64,GBP\n+53,Cuba,0.89,GBP\n+252,Somalia,0.74,GBP\n"
    "+44,United Kingdom,0.02,GBP\n";

}  // namespace

class TestFraudNight : public QObject {
    Q_OBJECT

    FreshBackEnd m_backEnd;
    QProcess m_mail;
    QByteArray m_owner, m_exchange;
    double m_wanted = 0;

    Ran owner(const QStringList &command)
    {
        return m_backEnd.programs.ctl(
            command + QStringList{QStringLiteral("--json"), QStringLiteral("--profile"), QStringLiteral("owner"),
                                  QStringLiteral("--password-fd"), QStringLiteral("0")},
            FreshBackEnd::ownerPassword().toUtf8() + '\n');
    }
    QString mailFolder() const { return m_backEnd.programs.path(QStringLiteral("mail")); }
    QList<QByteArray> mails() const
    {
        QList<QByteArray> found;
        const QDir folder(mailFolder());
        for (const QString &name : folder.entryList({QStringLiteral("*.eml")}, QDir::Files, QDir::Name))
            found << m_backEnd.programs.file(QStringLiteral("mail/") + name);
        return found;
    }
    QJsonObject usage(const QString &number, const QString &period)
    {
        const QJsonArray usages =
            m_backEnd.api().call("GET", "/v1/spend/usage", m_owner).json().value(QLatin1String("usages")).toArray();
        for (const auto &entry : usages) {
            const QJsonObject object = entry.toObject();
            if (object.value(QLatin1String("number")).toString() == number &&
                object.value(QLatin1String("period")).toString() == period)
                return object;
        }
        return {};
    }
    QByteArray newcomer(const char *login, const char *role, const char *email)
    {
        QJsonObject body{{QStringLiteral("login"), QLatin1String(login)},
                         {QStringLiteral("displayName"), QLatin1String(login)},
                         {QStringLiteral("department"), QString()},
                         {QStringLiteral("roles"), QJsonArray{QLatin1String(role)}}};
        if (*email) body.insert(QStringLiteral("email"), QLatin1String(email));
        const ApiAnswer made = m_backEnd.api().call("POST", "/v1/users", m_owner, body);
        if (made.status != 201) return {};
        return m_backEnd.api().firstSignIn(QLatin1String(login), made.text("oneTimePassword"),
                                           QStringLiteral("copper-meadow-signal-4"));
    }

  private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(mailFolder()));
        m_mail.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_mail.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral(LW_E2E_SOURCES "/mailserver.py"), mailFolder()});
        QVERIFY(m_mail.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(!m_backEnd.programs.file(QStringLiteral("mail/port")).isEmpty(), 30'000);
        m_backEnd.sendMailTo(m_backEnd.programs.file(QStringLiteral("mail/port")).toUShort());
        QVERIFY(m_backEnd.start());
        m_owner = m_backEnd.ownerToken();
        QVERIFY(!m_owner.isEmpty());
        m_exchange = newcomer("exchange", "switch", "");
        QVERIFY(!m_exchange.isEmpty());
        // Who pays the bill is warned; who may not see what is spent is not.
        QVERIFY(!newcomer("bill", "billing", "bill@acme.example").isEmpty());
        QVERIFY(!newcomer("una", "user", "una@acme.example").isEmpty());
        const Ran connected = m_backEnd.programs.ctl(
            {QStringLiteral("connect"), m_backEnd.fact("url"), QStringLiteral("--accept-fingerprint"),
             m_backEnd.fact("fingerprint"), QStringLiteral("--json"), QStringLiteral("--customer"),
             QStringLiteral("acme"), QStringLiteral("--login"), QStringLiteral("owner"), QStringLiteral("--name"),
             QStringLiteral("owner"), QStringLiteral("--password-fd"), QStringLiteral("0"),
             QStringLiteral("--passphrase-fd"), QStringLiteral("0")},
            FreshBackEnd::ownerPassword().toUtf8() + "\numbrella granite teapot seventeen\n");
        QVERIFY2(connected.exit == 0, connected.err.constData());
        QCOMPARE(owner({QStringLiteral("numbers"), QStringLiteral("add"), QStringLiteral("0113 496 0201")}).exit, 0);
    }

    void cleanupTestCase()
    {
        m_mail.closeWriteChannel();
        if (!m_mail.waitForFinished(10'000)) m_mail.kill();
        m_mail.waitForFinished();
    }

    void aDeckIsLoadedFromTheCommandLine()
    {
        m_backEnd.programs.write(QStringLiteral("bad.csv"), QByteArray(deck) + "+53,again,1,GBP\n+1,dollars,1,USD\n");
        const Ran judged = owner(
            {QStringLiteral("rates"), QStringLiteral("load"), m_backEnd.programs.path(QStringLiteral("bad.csv"))});
        QCOMPARE(judged.exit, 2);
        QCOMPARE(judged.json().value(QLatin1String("refused")).toInt(), 2);
        m_backEnd.programs.write(QStringLiteral("deck.csv"), deck);
        const Ran loaded = owner(
            {QStringLiteral("rates"), QStringLiteral("load"), m_backEnd.programs.path(QStringLiteral("deck.csv"))});
        QVERIFY2(loaded.exit == 0, loaded.err.constData());
        QVERIFY(loaded.json().value(QLatin1String("stored")).toBool());
        QVERIFY(owner({QStringLiteral("rates"), QStringLiteral("show")}).out.contains("Somalia"));
    }

    void theNightIsStopped()
    {
        int refused = 0;
        int allowed = 0;
        int number = 0;
        for (const WantedCall &call : night()) {
            const QString callId = QStringLiteral("night-%1").arg(++number);
            m_wanted += call.seconds / 60.0 * 0.64;
            const ApiAnswer answer = m_backEnd.api().call("POST", "/v1/calls/authorize", m_exchange,
                                                          {{QStringLiteral("callId"), callId},
                                                           {QStringLiteral("caller"), QStringLiteral("+441134960201")},
                                                           {QStringLiteral("destination"), call.destination}});
            QCOMPARE(answer.status, 200);
            if (answer.text("decision") != QLatin1String("allow")) {
                ++refused;
                QCOMPARE(answer.text("reason"), QStringLiteral("limit_reached"));
                QCOMPARE(answer.text("origin"), QStringLiteral("number"));
                continue;
            }
            ++allowed;
            // The switch ends the call when it is told to.
            const int longest = answer.json().value(QLatin1String("longestSeconds")).toInt();
            const QJsonObject record{
                {QStringLiteral("callId"), callId},
                {QStringLiteral("caller"), QStringLiteral("+441134960201")},
                {QStringLiteral("destination"), call.destination},
                {QStringLiteral("startedAt"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                {QStringLiteral("seconds"), qMin(call.seconds, longest)}};
            const ApiAnswer taken = m_backEnd.api().call("POST", "/v1/calls/records", m_exchange,
                                                         {{QStringLiteral("records"), QJsonArray{record}}});
            QVERIFY2(taken.status == 200, taken.body.constData());
        }
        QVERIFY2(allowed > 0 && refused > 100, qPrintable(QStringLiteral("%1 %2").arg(allowed).arg(refused)));
        const double spent = usage(QStringLiteral("+441134960201"), QStringLiteral("day"))
                                 .value(QLatin1String("spent"))
                                 .toString()
                                 .toDouble();
        QVERIFY2(spent > 24 && spent <= 25, qPrintable(QString::number(spent)));
        QVERIFY2(m_wanted > 1'000, qPrintable(QString::number(m_wanted)));
        // Nobody is kept from help.
        QCOMPARE(m_backEnd.api()
                     .call("POST", "/v1/calls/authorize", m_exchange,
                           {{QStringLiteral("callId"), QStringLiteral("help")},
                            {QStringLiteral("caller"), QStringLiteral("+441134960201")},
                            {QStringLiteral("destination"), QStringLiteral("999")}})
                     .text("decision"),
                 QStringLiteral("allow"));
    }

    void oneMailForEachLevelArrives()
    {
        QTRY_COMPARE_WITH_TIMEOUT(mails().size(), 3, 150'000);
        QStringList subjects;
        for (const QByteArray &mail : mails()) {
            QVERIFY2(mail.startsWith("To: <bill@acme.example>"), mail.left(80).constData());
            const QByteArray text = QByteArray(mail).replace("=\r\n", "");
            for (const char *level : {"80 % of the daily", "95 % of the daily", "100 % of the daily"})
                if (text.contains(QByteArray("Subject: ") + level)) subjects << QLatin1String(level);
        }
        subjects.sort();
        QCOMPARE(subjects, QStringList({QStringLiteral("100 % of the daily"), QStringLiteral("80 % of the daily"),
                                        QStringLiteral("95 % of the daily")}));
    }

    void theCommandLineTellsAndResets()
    {
        const Ran told = owner({QStringLiteral("spend"), QStringLiteral("usage")});
        QVERIFY2(told.exit == 0, told.err.constData());
        QVERIFY(told.out.contains("+441134960201"));
        const Ran replayed = owner({QStringLiteral("spend"), QStringLiteral("replay"), QStringLiteral("--days"),
                                    QStringLiteral("2"), QStringLiteral("--number-daily"), QStringLiteral("10")});
        QVERIFY2(replayed.exit == 0, replayed.err.constData());
        QVERIFY(replayed.json().value(QLatin1String("saved")).toString().toDouble() >= 14);
        const Ran nothing = owner({QStringLiteral("spend"), QStringLiteral("reset"), QStringLiteral("0113 496 0201")});
        QCOMPARE(nothing.exit, 2);
        const Ran reset = owner({QStringLiteral("spend"), QStringLiteral("reset"), QStringLiteral("0113 496 0201"),
                                 QStringLiteral("--reason"), QStringLiteral("Fraud, the password is changed")});
        QVERIFY2(reset.exit == 0, reset.err.constData());
        const Ran limited = owner({QStringLiteral("spend"), QStringLiteral("limit"), QStringLiteral("0113 496 0201"),
                                   QStringLiteral("--daily"), QStringLiteral("1.50")});
        QVERIFY2(limited.exit == 0, limited.err.constData());
        const Ran set = owner({QStringLiteral("spend"), QStringLiteral("set"), QStringLiteral("--levels"),
                               QStringLiteral("50,100"), QStringLiteral("--cut"), QStringLiteral("off")});
        QVERIFY2(set.exit == 0, set.err.constData());
        QCOMPARE(set.json().value(QLatin1String("cutRunningCalls")).toBool(true), false);
        const Ran raised =
            owner({QStringLiteral("spend"), QStringLiteral("raise"), QStringLiteral("company"), QStringLiteral("500"),
                   QStringLiteral("--until"), QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODate),
                   QStringLiteral("--reason"), QStringLiteral("Trade fair")});
        QVERIFY2(raised.exit == 0, raised.err.constData());
        const Ran back = owner({QStringLiteral("spend"), QStringLiteral("raises"), QStringLiteral("--take-back"),
                                raised.json().value(QLatin1String("id")).toString()});
        QVERIFY2(back.exit == 0, back.err.constData());
        QCOMPARE(back.json().value(QLatin1String("raises")).toArray().size(), 0);
        QCOMPARE(owner({QStringLiteral("spend"), QStringLiteral("history")}).exit, 0);
        QCOMPARE(owner({QStringLiteral("rates"), QStringLiteral("remove")}).exit, 0);
    }
};

QTEST_GUILESS_MAIN(TestFraudNight)
#include "tst_fraudnight.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real SMTP server on loopback. Nothing here, and nothing the sender does here, leaves it.
#include "server/identity/certificates.h"
#include "server/notices/smtpsender.h"
#include "tests/server/notices/smtpserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace lw;
using namespace lw::server;
using namespace lw::server::test;

namespace {

using Outcome = SendResult::Outcome;
using Tls = SmtpSettings::Tls;
using Manners = SmtpServer::Manners;

const QByteArray from("lw@acme.example");
const QByteArray to("ann@acme.example");
const QByteArray message("Subject: x\r\n\r\nHello\r\n.\r\n..dots\r\n");

}  // namespace

class TestSmtpSender : public QObject {
    Q_OBJECT

  private:
    SecretMemory m_memory;
    QTemporaryDir m_folder;
    QString m_caFile;
    KeyAndCertificate m_good;       ///< for 127.0.0.1
    KeyAndCertificate m_otherName;  ///< for mail.example
    KeyAndCertificate m_untrusted;

    SmtpSettings settings(const SmtpServer &server, Tls tls) const
    {
        SmtpSettings settings;
        settings.host = QStringLiteral("127.0.0.1");
        settings.port = server.port();
        settings.tls = tls;
        settings.from = QString::fromLatin1(from);
        settings.caFile = m_caFile;
        settings.connectSeconds = 5;
        settings.totalSeconds = 20;
        return settings;
    }

    static Manners with(Manners manners, const KeyAndCertificate &identity)
    {
        manners.certificatePem = identity.certificatePem;
        manners.keyPem = identity.keyPem.toByteArray();
        return manners;
    }

  private Q_SLOTS:
    void initTestCase()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto made = [&](const KeyAndCertificate &authority, const QStringList &names,
                              const QStringList &addresses) {
            return *makeServerCertificate(authority, names, addresses, now);
        };
        const KeyAndCertificate authority = *makeAuthority(now);
        m_good = made(authority, {QStringLiteral("localhost")}, {QStringLiteral("127.0.0.1")});
        m_otherName = made(authority, {QStringLiteral("mail.example")}, {});
        m_untrusted = made(*makeAuthority(now), {QStringLiteral("localhost")}, {QStringLiteral("127.0.0.1")});
        m_caFile = m_folder.filePath(QStringLiteral("ca.pem"));
        QFile file(m_caFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(authority.certificatePem);
    }

    void aMessageArrivesAsItWas()
    {
        SmtpServer server({});
        SmtpSender sender(settings(server, Tls::None));
        const SendResult result = sender.send(from, to, message);
        QVERIFY2(result.outcome == Outcome::Sent, qPrintable(result.detail));
        QCOMPARE(server.mails().size(), 1);
        const SmtpServer::Mail mail = server.mails().first();
        QCOMPARE(mail.from, QByteArray("<lw@acme.example>"));
        QCOMPARE(mail.to, QByteArray("<ann@acme.example>"));
        QCOMPARE(mail.data, message);
        QVERIFY(!mail.encrypted);
        QVERIFY(sender.send(from, "bob@acme.example", message).outcome == Outcome::Sent);
        QCOMPARE(server.mails().last().to, QByteArray("<bob@acme.example>"));
    }

    void encryptedOrNotAtAll_data()
    {
        QTest::addColumn<int>("tls");
        QTest::addColumn<bool>("offered");
        QTest::addColumn<bool>("broken");
        QTest::addColumn<int>("certificate");  // 0 good, 1 of another name, 2 not trusted
        QTest::addColumn<bool>("sent");
        const auto row = [](const char *name, Tls tls, bool offered, bool broken, int certificate, bool sent) {
            QTest::newRow(name) << int(tls) << offered << broken << certificate << sent;
        };
        row("STARTTLS", Tls::StartTls, true, false, 0, true);
        row("STARTTLS is not offered", Tls::StartTls, false, false, 0, false);
        row("STARTTLS is refused", Tls::StartTls, true, true, 0, false);
        row("STARTTLS of another name", Tls::StartTls, true, false, 1, false);
        row("STARTTLS not trusted", Tls::StartTls, true, false, 2, false);
        row("TLS", Tls::Tls, true, false, 0, true);
        row("TLS of another name", Tls::Tls, true, false, 1, false);
        row("TLS not trusted", Tls::Tls, true, false, 2, false);
    }
    void encryptedOrNotAtAll()
    {
        QFETCH(int, tls);
        QFETCH(bool, offered);
        QFETCH(bool, broken);
        QFETCH(int, certificate);
        QFETCH(bool, sent);
        Manners manners = with({}, certificate == 0 ? m_good : certificate == 1 ? m_otherName : m_untrusted);
        manners.startTls = offered;
        manners.breakStartTls = broken;
        manners.tlsFromTheStart = Tls(tls) == Tls::Tls;
        manners.password = "s3cret";
        SmtpServer server(manners);
        SmtpSettings wanted = settings(server, Tls(tls));
        wanted.user = QStringLiteral("mailer");
        wanted.password = toSecret("s3cret");
        const SendResult result = SmtpSender(wanted).send(from, to, message);
        QCOMPARE(result.outcome == Outcome::Sent, sent);
        QCOMPARE(server.mails().size(), sent ? 1 : 0);
        if (sent) {
            QVERIFY(server.mails().first().encrypted);
            return;
        }
        QVERIFY(result.outcome == Outcome::Unavailable);
        QVERIFY2(!server.commands().contains(QStringLiteral("AUTH")), "the password went out in the clear");
        QVERIFY(!server.commands().contains(QStringLiteral("MAIL")));
    }

    void whatTheServerSays_data()
    {
        QTest::addColumn<std::function<void(Manners &)>>("make");
        QTest::addColumn<int>("outcome");
        const auto row = [](const char *name, const std::function<void(Manners &)> &make, Outcome outcome) {
            QTest::newRow(name) << make << int(outcome);
        };
        const auto recipient = [](const char *answer) {
            return [answer](Manners &manners) { manners.answerToRecipient.insert("<ann@acme.example>", answer); };
        };
        row("no such recipient", recipient("550 5.1.1 no such user"), Outcome::Refused);
        row("no such recipient, many lines", recipient("550-5.1.1 no\r\n550 5.1.1 such user"), Outcome::Refused);
        row("mailbox full for good", recipient("552 5.2.2 full"), Outcome::Refused);
        row("come again", recipient("450 4.2.0 greylisted"), Outcome::Later);
        row("mailbox busy", recipient("451 4.3.0 try later"), Outcome::Later);
        row("forwarded", recipient("251 2.1.5 forwarded"), Outcome::Sent);
        row(
            "sender not wanted", [](Manners &m) { m.answerToMail = "550 5.7.1 who are you"; }, Outcome::Unavailable);
        row(
            "sender later", [](Manners &m) { m.answerToMail = "451 4.3.0 later"; }, Outcome::Unavailable);
        row(
            "no data", [](Manners &m) { m.answerToData = "554 5.5.1 no"; }, Outcome::Refused);
        row(
            "no data now", [](Manners &m) { m.answerToData = "451 4.3.0 later"; }, Outcome::Later);
        row(
            "content refused", [](Manners &m) { m.answerToMessage = "554 5.7.1 spam"; }, Outcome::Refused);
        row(
            "content later", [](Manners &m) { m.answerToMessage = "452 4.3.1 disk full"; }, Outcome::Later);
        row(
            "no service", [](Manners &m) { m.greeting = "554 no SMTP here"; }, Outcome::Unavailable);
        row(
            "closing", [](Manners &m) { m.greeting = "421 4.3.2 going down"; }, Outcome::Unavailable);
        row(
            "no SMTP at all", [](Manners &m) { m.greeting = "HTTP/1.1 400 Bad Request"; }, Outcome::Unavailable);
        row(
            "hangs up before the answer", [](Manners &m) { m.hangUpAfterMessage = true; }, Outcome::Unavailable);
        row(
            "wants a password", [](Manners &m) { m.password = "s3cret"; }, Outcome::Unavailable);
    }
    void whatTheServerSays()
    {
        QFETCH(std::function<void(Manners &)>, make);
        QFETCH(int, outcome);
        Manners manners;
        make(manners);
        SmtpServer server(manners);
        const SendResult result = SmtpSender(settings(server, Tls::None)).send(from, to, message);
        QCOMPARE(int(result.outcome), outcome);
        QVERIFY(!result.detail.isEmpty() || result.outcome == Outcome::Sent);
        QVERIFY(!result.detail.contains(u'\n'));
    }

    void signIn_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<bool>("sent");
        QTest::newRow("right") << QByteArray("s3cret") << true;
        QTest::newRow("wrong") << QByteArray("other") << false;
    }
    void signIn()
    {
        QFETCH(QByteArray, password);
        QFETCH(bool, sent);
        Manners manners;
        manners.password = "s3cret";
        SmtpServer server(manners);
        SmtpSettings wanted = settings(server, Tls::None);
        wanted.user = QStringLiteral("mailer");
        wanted.password = toSecret(password);
        const SendResult result = SmtpSender(wanted).send(from, to, message);
        QVERIFY(result.outcome == (sent ? Outcome::Sent : Outcome::Unavailable));
        QVERIFY(!result.detail.contains(QString::fromLatin1(password)));
        QVERIFY(!result.detail.contains(QString::fromLatin1((QByteArray("\0mailer\0", 8) + password).toBase64())));
    }

    void nobodyThere()
    {
        quint16 port = 0;
        {
            const SmtpServer gone({});
            port = gone.port();
        }
        SmtpSettings wanted;
        wanted.host = QStringLiteral("127.0.0.1");
        wanted.port = port;
        wanted.tls = Tls::None;
        const SendResult result = SmtpSender(wanted).send(from, to, message);
        QVERIFY(result.outcome == Outcome::Unavailable);
        QVERIFY(!result.detail.isEmpty());
    }

    void aSilentServerIsLeft()
    {
        Manners manners;
        manners.silent = true;
        SmtpServer server(manners);
        SmtpSettings wanted = settings(server, Tls::None);
        wanted.totalSeconds = 1;
        QVERIFY(SmtpSender(wanted).send(from, to, message).outcome == Outcome::Unavailable);
    }

    void cancelEndsTheWaiting()
    {
        Manners manners;
        manners.silent = true;
        SmtpServer server(manners);
        SmtpSettings wanted = settings(server, Tls::None);
        wanted.totalSeconds = 600;
        SmtpSender sender(wanted);
        std::thread other([&] {
            while (server.conversations() == 0)
                std::this_thread::yield();
            sender.cancel();
        });
        QVERIFY(sender.send(from, to, message).outcome == Outcome::Unavailable);
        other.join();
        QVERIFY(sender.send(from, to, message).outcome == Outcome::Unavailable);
        QCOMPARE(server.conversations(), 1);
    }

    void settings_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("tls");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QString>("sender");
        QTest::addColumn<QString>("field");  // null: fine
        const QString ok = QStringLiteral("lw@acme.example");
        const auto row = [](const char *name, const QString &host, Tls tls, const QString &user,
                            const QByteArray &password, const QString &sender, const QString &field = {}) {
            QTest::newRow(name) << host << int(tls) << user << password << sender << field;
        };
        row("no mail", QString(), Tls::StartTls, QString(), {}, QString());
        row("usual", QStringLiteral("mail.acme.example"), Tls::StartTls, QStringLiteral("u"), "p", ok);
        row("address", QStringLiteral("2001:db8::1"), Tls::Tls, QString(), {}, ok);
        row("clear to localhost", QStringLiteral("localhost"), Tls::None, QString(), {}, ok);
        row("clear to 127/8", QStringLiteral("127.0.0.53"), Tls::None, QString(), {}, ok);
        row("clear to ::1", QStringLiteral("::1"), Tls::None, QString(), {}, ok);
        row("clear to elsewhere", QStringLiteral("mail.acme.example"), Tls::None, QString(), {}, ok,
            QStringLiteral("tls"));
        row("clear to a look-alike", QStringLiteral("127.acme.example"), Tls::None, QString(), {}, ok,
            QStringLiteral("tls"));
        row("clear to an address", QStringLiteral("192.0.2.1"), Tls::None, QString(), {}, ok, QStringLiteral("tls"));
        row("host with a path", QStringLiteral("a/b"), Tls::Tls, QString(), {}, ok, QStringLiteral("host"));
        row("host with a user", QStringLiteral("u@a"), Tls::Tls, QString(), {}, ok, QStringLiteral("host"));
        row("host with a line break", QStringLiteral("a\nb"), Tls::Tls, QString(), {}, ok, QStringLiteral("host"));
        row("no sender", QStringLiteral("a"), Tls::Tls, QString(), {}, QString(), QStringLiteral("from"));
        row("sender is none", QStringLiteral("a"), Tls::Tls, QString(), {}, QStringLiteral("lw"),
            QStringLiteral("from"));
        row("user without password", QStringLiteral("a"), Tls::Tls, QStringLiteral("u"), {}, ok,
            QStringLiteral("user"));
        row("password without user", QStringLiteral("a"), Tls::Tls, QString(), "p", ok, QStringLiteral("user"));
    }
    void settings()
    {
        QFETCH(QString, host);
        QFETCH(int, tls);
        QFETCH(QString, user);
        QFETCH(QByteArray, password);
        QFETCH(QString, sender);
        QFETCH(QString, field);
        SmtpSettings wanted;
        wanted.host = host;
        wanted.tls = Tls(tls);
        wanted.user = user;
        wanted.password = toSecret(password);
        wanted.from = sender;
        const Result<void> checked = checkSmtp(wanted);
        QCOMPARE(checked.ok(), field.isNull());
        if (!checked) QCOMPARE(checked.error().field, field);
    }

    void tlsHasNames()
    {
        QVERIFY(smtpTlsFromName(u"starttls") == Tls::StartTls);
        QVERIFY(smtpTlsFromName(u"tls") == Tls::Tls);
        QVERIFY(smtpTlsFromName(u"none") == Tls::None);
        QVERIFY(!smtpTlsFromName(u"ssl"));
    }
};

QTEST_GUILESS_MAIN(TestSmtpSender)
#include "tst_smtpsender.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/import/importtesting.h"

#include <QTest>

using namespace lw;
using namespace lw::import;
using namespace lw::import::testing;

class TestOpenSshLog : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void sequences_data();
    void sequences();
    void frames_data();
    void frames();
    void names_data();
    void names();
    void actorsAndObjects();
    void oldConnectionsAreForgotten();
    void wholeEvent();
};

void TestOpenSshLog::sequences_data()
{
    QTest::addColumn<QByteArrayList>("messages");  // "pid message"
    QTest::addColumn<QByteArrayList>("events");
    const auto row = [](const char *name, QByteArrayList messages, QByteArrayList events) {
        QTest::newRow(name) << messages << events;
    };
    const QByteArray ok("login.succeeded|ann|192.0.2.1:5000|");
    const QByteArray out("logout|ann|192.0.2.1:5000|");
    const QByteArray wrong("login.failed|ann|192.0.2.1:5000|wrong_password");
    row("one wrong password", {"1 Failed password for ann from 192.0.2.1 port 5000 ssh2"}, {wrong});
    row("PAM and sshd tell of one attempt",
        {"1 pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1  "
         "user=ann",
         "1 Failed password for ann from 192.0.2.1 port 5000 ssh2"},
        {"login.failed|ann|192.0.2.1|wrong_password"});
    row("two PAM modules and sshd tell of one attempt",
        {"1 pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1  "
         "user=ann",
         "1 pam_sss(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1 user=ann",
         "1 error: PAM: Authentication failure for ann from 192.0.2.1",
         "1 Failed keyboard-interactive/pam for ann from 192.0.2.1 port 5000 ssh2"},
        {"login.failed|ann|192.0.2.1|wrong_password"});
    row("three tries of an unknown name are three",
        {"1 Invalid user eve from 192.0.2.1 port 5000", "1 pam_unix(sshd:auth): check pass; user unknown",
         "1 pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1",
         "1 Failed password for invalid user eve from 192.0.2.1 port 5000 ssh2",
         "1 Failed password for invalid user eve from 192.0.2.1 port 5000 ssh2",
         "1 Failed password for invalid user eve from 192.0.2.1 port 5000 ssh2",
         "1 PAM 2 more authentication failures; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1",
         "1 Connection closed by invalid user eve 192.0.2.1 port 5000 [preauth]"},
        {"login.failed|eve|192.0.2.1:5000|no_such_user", "login.failed|eve|192.0.2.1:5000|no_such_user",
         "login.failed|eve|192.0.2.1:5000|no_such_user"});
    row("other processes have other attempts",
        {"1 pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1  "
         "user=ann",
         "2 Failed password for ann from 192.0.2.1 port 5000 ssh2"},
        {"login.failed|ann|192.0.2.1|wrong_password", wrong});
    row("another user is another attempt",
        {"1 pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost=192.0.2.1  "
         "user=bob",
         "1 Failed password for ann from 192.0.2.1 port 5000 ssh2"},
        {"login.failed|bob|192.0.2.1|wrong_password", wrong});
    row("rsyslog's repetition",
        {"1 Failed password for ann from 192.0.2.1 port 5000 ssh2",
         "1 message repeated 3 times: [ Failed password for ann from 192.0.2.1 port 5000 ssh2]"},
        {wrong, wrong, wrong, wrong});
    row("a repetition of what is counted already",
        {"1 Invalid user eve from 192.0.2.1 port 5000",
         "1 message repeated 2 times: [ Failed password for invalid user eve from 192.0.2.1 port 5000 ssh2]"},
        {"login.failed|eve|192.0.2.1:5000|no_such_user", "login.failed|eve|192.0.2.1:5000|no_such_user"});
    row("session: in and out once",
        {"1 Accepted publickey for ann from 192.0.2.1 port 5000 ssh2: ED25519 SHA256:abc",
         "1 pam_unix(sshd:session): session opened for user ann(uid=1000) by (uid=0)",
         "2 Received disconnect from 192.0.2.1 port 5000:11: disconnected by user",
         "2 Disconnected from user ann 192.0.2.1 port 5000", "1 pam_unix(sshd:session): session closed for user ann"},
        {ok, out});
    row("session that breaks off",
        {"1 Accepted password for ann from 192.0.2.1 port 5000 ssh2", "1 Connection closed by 192.0.2.1 port 5000"},
        {ok, out});
    row("two sessions of one process number",
        {"1 Accepted password for ann from 192.0.2.1 port 5000 ssh2",
         "1 pam_unix(sshd:session): session closed for user ann",
         "1 Accepted password for ann from 192.0.2.1 port 5000 ssh2",
         "1 pam_unix(sshd:session): session closed for user ann"},
        {ok, out, ok, out});
    row("end of a session that began before the file", {"1 pam_unix(sshd:session): session closed for user ann"},
        {"logout|ann||"});
    row("failure, then success",
        {"1 Failed password for ann from 192.0.2.1 port 5000 ssh2",
         "1 Accepted password for ann from 192.0.2.1 port 5000 ssh2"},
        {wrong, ok});
    row("address from an earlier line",
        {"1 Connection from 192.0.2.7 port 4000 on 192.0.2.254 port 22 rdomain \"\"",
         "1 User ann not allowed because account is locked"},
        {"login.refused|ann|192.0.2.7:4000|account_locked"});
    row("a new connection forgets the old one",
        {"1 Connection from 192.0.2.7 port 4000 on 192.0.2.254 port 22",
         "1 Connection from 192.0.2.8 port 4001 on 192.0.2.254 port 22",
         "1 fatal: Unable to negotiate a key exchange method [preauth]"},
        {"connection.probe||192.0.2.8:4001|no_common_algorithm"});
    row("refused account is one attempt",
        {"1 User root from 192.0.2.1 not allowed because not listed in AllowUsers",
         "1 Failed password for invalid user root from 192.0.2.1 port 5000 ssh2"},
        {"login.refused|root|192.0.2.1|not_allowed"});
    row("probe and silence",
        {"1 Connection closed by 192.0.2.1 port 5000 [preauth]",
         "1 Connection closed by 192.0.2.1 port 5000 [preauth]"},
        {"connection.probe||192.0.2.1:5000|closed_before_login"});
    row("too many failures is no further failure",
        {"1 Failed password for ann from 192.0.2.1 port 5000 ssh2",
         "1 error: maximum authentication attempts exceeded for ann from 192.0.2.1 port 5000 ssh2 [preauth]",
         "1 Disconnecting authenticating user ann 192.0.2.1 port 5000: Too many authentication failures [preauth]"},
        {wrong});
    row("IPv4-mapped", {"1 Failed password for ann from ::ffff:192.0.2.1 port 5000 ssh2"}, {wrong});
    row("host name", {"1 Failed password for ann from pc.example.org port 5000 ssh2"},
        {"login.failed|ann|pc.example.org:5000|wrong_password"});
    row("unknown address", {"1 Failed password for ann from UNKNOWN port 65535 ssh2"},
        {"login.failed|ann||wrong_password"});
    row("overloaded", {"1 drop connection #11 from [192.0.2.1]:5000 on [192.0.2.254]:22 past MaxStartups"},
        {"login.refused||192.0.2.1:5000|overload"});
    row("penalty", {"1 drop connection #0 from [2001:db8::9]:5000 on [2001:db8::1]:22 penalty: failed authentication"},
        {"login.refused||2001:db8::9:5000|overload"});
    row("timeout of today's sshd",
        {"1 Timeout before authentication for connection from 192.0.2.1 to 192.0.2.254, pid = 77"},
        {"connection.probe||192.0.2.1|timeout"});
    row("expired account",
        {"1 Connection from 192.0.2.1 port 5000 on 192.0.2.254 port 22",
         "1 pam_unix(sshd:account): account ann has expired (account expired)"},
        {"login.refused|ann|192.0.2.1:5000|account_expired"});
    row("of no interest",
        {"1 Server listening on 0.0.0.0 port 22.", "1 Received signal 15; terminating.",
         "1 Postponed publickey for ann from 192.0.2.1 port 5000 ssh2",
         "1 Failed none for ann from 192.0.2.1 port 5000 ssh2",
         "1 Starting session: shell on pts/0 for ann from 192.0.2.1 port 5000 id 0",
         "1 reverse mapping checking getaddrinfo for x [192.0.2.1] failed - POSSIBLE BREAK-IN ATTEMPT!", "1 "},
        {});
}

void TestOpenSshLog::sequences()
{
    QFETCH(QByteArrayList, messages);
    QByteArray log;
    for (const QByteArray &message : messages) {
        const qsizetype space = message.indexOf(' ');
        log += "May 30 10:00:00 gate sshd[" + message.first(space) + "]: " + message.sliced(space + 1) + '\n';
    }
    const Imported imported = importBytes(log, optionsFor(Format::OpenSsh));
    QVERIFY(imported.ok);
    QByteArrayList brief;
    for (const QString &line : imported.brief())
        brief << line.toUtf8();
    QTEST(brief, "events");
    QCOMPARE(imported.refusals(), QString());
    QCOMPARE(QSet<QByteArray>([&] {
                 QSet<QByteArray> all;
                 for (const Hash &hash : imported.fingerprints)
                     all << QByteArray(reinterpret_cast<const char *>(hash.data()), 32);
                 return all;
             }())
                 .size(),
             imported.events.size());
}

void TestOpenSshLog::frames_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("host");
    QTest::newRow("RFC 3164") << QByteArray("May 30 10:00:00 gate sshd[1]: ") << "2026-05-30T10:00:00.000Z"
                              << "gate";
    QTest::newRow("one digit day") << QByteArray("May  3 10:00:00 gate sshd[1]: ") << "2026-05-03T10:00:00.000Z"
                                   << "gate";
    QTest::newRow("one digit day, one space")
        << QByteArray("May 3 10:00:00 gate sshd[1]: ") << "2026-05-03T10:00:00.000Z"
        << "gate";
    QTest::newRow("with priority") << QByteArray("<38>May 30 10:00:00 gate sshd[1]: ") << "2026-05-30T10:00:00.000Z"
                                   << "gate";
    QTest::newRow("with a year") << QByteArray("May 30 2024 10:00:00 gate sshd[1]: ") << "2024-05-30T10:00:00.000Z"
                                 << "gate";
    QTest::newRow("next year's is last year's")
        << QByteArray("Dec 30 10:00:00 gate sshd[1]: ") << "2025-12-30T10:00:00.000Z"
        << "gate";
    QTest::newRow("ISO with offset") << QByteArray("2026-05-30T10:00:00.123456+02:00 gate sshd[1]: ")
                                     << "2026-05-30T08:00:00.123Z"
                                     << "gate";
    QTest::newRow("ISO with Z") << QByteArray("2026-05-30T10:00:00Z gate sshd[1]: ") << "2026-05-30T10:00:00.000Z"
                                << "gate";
    QTest::newRow("ISO local") << QByteArray("2026-05-30T10:00:00 gate sshd[1]: ") << "2026-05-30T10:00:00.000Z"
                               << "gate";
    QTest::newRow("RFC 5424") << QByteArray("<38>1 2026-05-30T10:00:00.5-04:00 gate sshd 1 - - ")
                              << "2026-05-30T14:00:00.500Z"
                              << "gate";
    QTest::newRow("RFC 5424 with data")
        << QByteArray("<38>1 2026-05-30T10:00:00Z gate sshd 1 ID47 [a@1 b=\"x\\\"] y\"][c@1] \xef\xbb\xbf")
        << "2026-05-30T10:00:00.000Z"
        << "gate";
    QTest::newRow("no host") << QByteArray("May 30 10:00:00 sshd[1]: ") << "2026-05-30T10:00:00.000Z"
                             << "";
    QTest::newRow("metalog") << QByteArray("May 30 10:00:00 [sshd] ") << "2026-05-30T10:00:00.000Z"
                             << "";
    QTest::newRow("path") << QByteArray("May 30 10:00:00 gate /usr/sbin/sshd[1]: ") << "2026-05-30T10:00:00.000Z"
                          << "gate";
    QTest::newRow("sshd-session") << QByteArray("May 30 10:00:00 gate sshd-session[1]: ") << "2026-05-30T10:00:00.000Z"
                                  << "gate";
    QTest::newRow("Solaris") << QByteArray("May 30 10:00:00 gate sshd[1]: [ID 800047 auth.info] ")
                             << "2026-05-30T10:00:00.000Z"
                             << "gate";
    QTest::newRow("error:") << QByteArray("May 30 10:00:00 gate sshd[1]: error: ") << "2026-05-30T10:00:00.000Z"
                            << "gate";
}

void TestOpenSshLog::frames()
{
    QFETCH(QByteArray, frame);
    const Imported imported =
        importBytes(frame + "Failed password for ann from 192.0.2.1 port 5000 ssh2\n", optionsFor(Format::OpenSsh));
    QCOMPARE(imported.brief(), QStringList{QStringLiteral("login.failed|ann|192.0.2.1:5000|wrong_password")});
    QTEST(toRfc3339(imported.events[0].time), "time");
    QTEST(imported.events[0].source.host, "host");
}

void TestOpenSshLog::names_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("address");
    QTest::newRow("spaces") << QByteArray("Failed password for invalid user a b  c from 192.0.2.1 port 1 ssh2")
                            << "a b  c"
                            << "192.0.2.1";
    QTest::newRow("empty") << QByteArray("Failed password for invalid user  from 192.0.2.1 port 1 ssh2") << ""
                           << "192.0.2.1";
    QTest::newRow("quotes") << QByteArray("Failed password for invalid user \"'`; from 192.0.2.1 port 1 ssh2")
                            << "\"'`;"
                            << "192.0.2.1";
    QTest::newRow("escape sequence") << QByteArray(
                                            "Failed password for invalid user \x1b[31mroot from 192.0.2.1 port 1 ssh2")
                                     << "\\x1b[31mroot"
                                     << "192.0.2.1";
    QTest::newRow("NUL") << QByteArray("Failed password for invalid user a\0b from 192.0.2.1 port 1 ssh2", 63)
                         << "a\\x00b"
                         << "192.0.2.1";
    QTest::newRow("broken UTF-8") << QByteArray("Failed password for invalid user a\xff\xfe from 192.0.2.1 port 1 ssh2")
                                  << QStringLiteral("a\uFFFD\uFFFD") << "192.0.2.1";
    QTest::newRow("UTF-8") << QByteArray("Failed password for invalid user M\xc3\xbcller from 192.0.2.1 port 1 ssh2")
                           << QStringLiteral("Müller") << "192.0.2.1";
    QTest::newRow("turns the line around")
        << QByteArray("Failed password for invalid user a\xe2\x80\xae from 192.0.2.1 port 1 ssh2") << "a\\u202e"
        << "192.0.2.1";
    QTest::newRow("name holds a whole line")
        << QByteArray("Failed password for invalid user x from 203.0.113.9 port 9 ssh2 from 192.0.2.1 port 1 ssh2")
        << "x from 203.0.113.9 port 9 ssh2"
        << "192.0.2.1";
    QTest::newRow("remote user after it")
        << QByteArray("Failed password for ann from 192.0.2.1 port 1 ssh1: ruser from 203.0.113.9") << "ann"
        << "192.0.2.1";
    QTest::newRow("hostbased names a forged client")
        << QByteArray(
               "Failed hostbased for ann from 192.0.2.1 port 1 ssh2: RSA aa:bb, client user \"x from 203.0.113.9 port "
               "9 ssh2\", client "
               "host \"h\"")
        << "ann"
        << "192.0.2.1";
    QTest::newRow("leading zeros stay as they are")
        << QByteArray("error: PAM: Authentication failure for ann from 192.030.0.6") << "ann"
        << "192.030.0.6";
    QTest::newRow("closing names a forged address")
        << QByteArray("Connection closed by authenticating user x 203.0.113.9 port 9 192.0.2.1 port 1 [preauth]")
        << "x 203.0.113.9 port 9"
        << "192.0.2.1";
    QTest::newRow("very long") << "Failed password for invalid user " + QByteArray(5000, 'a') +
                                      " from 192.0.2.1 port 1 ssh2"
                               << QString(256, u'a') + u'…' << "192.0.2.1";
}

void TestOpenSshLog::names()
{
    QFETCH(QByteArray, message);
    const Imported imported =
        importBytes("May 30 10:00:00 gate sshd[1]: " + message + '\n', optionsFor(Format::OpenSsh));
    QCOMPARE(imported.events.size(), 1);
    QTEST(imported.events[0].actor.name, "user");
    QTEST(imported.events[0].origin.address, "address");
}

void TestOpenSshLog::actorsAndObjects()
{
    const auto only = [](const char *message) {
        return importBytes("May 30 10:00:00 gate sshd[1]: " + QByteArray(message) + '\n', optionsFor(Format::OpenSsh))
            .events.value(0);
    };
    const AuditEvent in = only("Accepted publickey for ann from 192.0.2.1 port 5000 ssh2: ED25519 SHA256:abc");
    QCOMPARE(in.actor.type, ActorType::User);
    QCOMPARE(in.outcome, Outcome::Success);
    QCOMPARE(in.object.type, QStringLiteral("account"));
    QCOMPARE(in.object.name, QStringLiteral("ann"));
    QCOMPARE(in.detail, QStringLiteral("publickey"));
    QCOMPARE(only("Invalid user eve from 192.0.2.1").actor.type, ActorType::Unknown);
    QCOMPARE(only("Failed password for ann from 192.0.2.1 port 1 ssh2").actor.type, ActorType::User);
    QCOMPARE(only("Failed publickey for ann from 192.0.2.1 port 1 ssh2: RSA SHA256:x").reason,
             QStringLiteral("wrong_key"));
}

void TestOpenSshLog::oldConnectionsAreForgotten()
{
    // the process number comes round a day later: the address of then is not the address of now
    const Imported imported = importBytes(
        "May 28 10:00:00 gate sshd[1]: Connection from 192.0.2.7 port 4000 on 192.0.2.254 port 22\n"
        "May 30 10:00:00 gate sshd[1]: User ann not allowed because account is locked\n",
        optionsFor(Format::OpenSsh));
    QCOMPARE(imported.brief(), QStringList{QStringLiteral("login.refused|ann||account_locked")});
}

void TestOpenSshLog::wholeEvent()
{
    const Imported imported = importBytes(
        "2026-05-30T10:00:00.250+02:00 gate sshd[1]: Failed password for ann from 2001:DB8::1 port 5000 ssh2\n",
        optionsFor(Format::OpenSsh));
    AuditEvent event;
    event.time = fromRfc3339(u"2026-05-30T08:00:00.250Z");
    event.kind = EventKind::LoginFailed;
    event.outcome = Outcome::Failure;
    event.actor = {ActorType::User, {}, QStringLiteral("ann")};
    event.origin = {QStringLiteral("2001:db8::1"), 5000, QStringLiteral("SSH"), {}};
    event.object = {QStringLiteral("account"), {}, QStringLiteral("ann")};
    event.reason = QStringLiteral("wrong_password");
    event.detail = QStringLiteral("password");
    event.source = {QStringLiteral("openssh"), QStringLiteral("gate")};
    QCOMPARE(imported.events.size(), 1);
    QVERIFY(imported.events[0] == event);
}

QTEST_GUILESS_MAIN(TestOpenSshLog)
#include "tst_opensshlog.moc"

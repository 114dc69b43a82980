// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/import/importtesting.h"

#include <QTest>

using namespace lw;
using namespace lw::import;
using namespace lw::import::testing;

class TestAsteriskLog : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void messages_data();
    void messages();
    void security_data();
    void security();
    void securityTimes_data();
    void securityTimes();
    void timelessLines();
    void syslogAndOwnStamp();
    void notAsterisk();
};

void TestAsteriskLog::messages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("event");  // empty: none
    QTest::addColumn<QString>("service");
    QTest::addColumn<int>("actor");
    const int device = int(ActorType::Device), user = int(ActorType::User), unknown = int(ActorType::Unknown);
    const auto row = [](const char *name, const char *text, const char *event, const char *service, int actor) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(event) << QString::fromLatin1(service) << actor;
    };
    row("wrong password",
        "NOTICE[1] chan_sip.c: Registration from '<sip:301@example.com>' failed for '192.0.2.1:5060' - Wrong password",
        "login.failed|301|192.0.2.1:5060|wrong_password", "SIP", device);
    row("unknown peer",
        "NOTICE[1] chan_sip.c: Registration from '\"100\"sip:100@h' failed for '192.0.2.1' - No matching peer found",
        "login.failed|100|192.0.2.1|no_such_user", "SIP", unknown);
    row("address list",
        "NOTICE[1] chan_sip.c: Registration from '<sip:301@h>' failed for '192.0.2.1' - Device does not match ACL",
        "login.refused|301|192.0.2.1|acl", "SIP", device);
    row("a cause nobody knew",
        "NOTICE[1] chan_sip.c: Registration from '<sip:301@h>' failed for '192.0.2.1' - Moon in the wrong phase",
        "login.failed|301|192.0.2.1|failed", "SIP", device);
    row("IPv6",
        "NOTICE[1] chan_sip.c: Registration from '<sip:301@h>' failed for '[2001:DB8::1]:5060' - Wrong password",
        "login.failed|301|2001:db8::1:5060|wrong_password", "SIP", device);
    row("mapped IPv4",
        "NOTICE[1] chan_sip.c: Registration from '<sip:301@h>' failed for '[::ffff:192.0.2.1]:5060' - Wrong password",
        "login.failed|301|192.0.2.1:5060|wrong_password", "SIP", device);
    row("display name forges an address",
        "NOTICE[1] chan_sip.c: Registration from '\"x' failed for '203.0.113.9' - Wrong password\" <sip:301@h>' failed "
        "for '192.0.2.1' - Wrong password",
        "login.failed|301|192.0.2.1|wrong_password", "SIP", device);
    row("display name forges a user",
        "NOTICE[1] chan_sip.c: Registration from '\"<sip:owner@h>\" <sip:301@h>' failed for '192.0.2.1' - Wrong "
        "password",
        "login.failed|301|192.0.2.1|wrong_password", "SIP", device);
    row("call id forges an address",
        "NOTICE[1] res_pjsip/pjsip_distributor.c: Request 'INVITE' from '<sip:301@h>' failed for '192.0.2.1:5060' "
        "(callid: x'failed_for'203.0.113.9) - "
        "No matching endpoint found",
        "login.failed|301|192.0.2.1:5060|no_such_user", "SIP", unknown);
    row("injection in the user",
        "NOTICE[1] res_pjsip/pjsip_distributor.c: Request 'INVITE' from '<sip:'or''='@4.5.6.7>' failed for "
        "'192.0.2.1:5060' "
        "(callid: abc) - No matching endpoint found",
        "login.failed|'or''='|192.0.2.1:5060|no_such_user", "SIP", unknown);
    row("sips",
        "NOTICE[1] res_pjsip/pjsip_distributor.c: Request 'REGISTER' from '<sips:301@h>' failed for '192.0.2.1:5061' "
        "(callid: abc) - "
        "Failed to authenticate",
        "login.failed|301|192.0.2.1:5061|wrong_password", "SIP", device);
    row("IAX2 password", "NOTICE[1] chan_iax2.c: Host 192.0.2.1 failed MD5 authentication for 'trunk' (aa != bb)",
        "login.failed|trunk|192.0.2.1|wrong_password", "IAX2", device);
    row("IAX2 peer", "NOTICE[1] chan_iax2.c: No registration for peer 'trunk' (from 192.0.2.1)",
        "login.failed|trunk|192.0.2.1|no_such_user", "IAX2", unknown);
    row("IAX2 peer forges an address",
        "NOTICE[1] chan_iax2.c: No registration for peer 'x' (from 203.0.113.9)' (from 192.0.2.1)",
        "login.failed|x' (from 203.0.113.9)|192.0.2.1|no_such_user", "IAX2", unknown);
    row("manager password", "NOTICE[1] manager.c: 192.0.2.1 failed to authenticate as 'admin'",
        "login.failed|admin|192.0.2.1|wrong_password", "AMI", user);
    row("manager name", "NOTICE[1] manager.c: 192.0.2.1 tried to authenticate with nonexistent user 'admin'",
        "login.failed|admin|192.0.2.1|no_such_user", "AMI", unknown);
    row("manager address list", "NOTICE[1] manager.c: 192.0.2.1 failed to pass IP ACL as 'admin'",
        "login.refused|admin|192.0.2.1|acl", "AMI", user);
    row("manager in", "VERBOSE[1] manager.c:   == Manager 'admin' logged on from 127.0.0.1",
        "login.succeeded|admin|127.0.0.1|", "AMI", user);
    row("manager out", "VERBOSE[1] manager.c:   == Manager 'admin' logged off from 127.0.0.1",
        "logout|admin|127.0.0.1|", "AMI", user);
    row("registered", "VERBOSE[1] chan_sip.c:     -- Registered SIP '301' at 192.0.2.1:5060",
        "login.succeeded|301|192.0.2.1:5060|", "SIP", device);
    row("unregistered", "VERBOSE[1] chan_sip.c:     -- Unregistered SIP '301'", "logout|301||", "SIP", device);
    row("registered over IAX2",
        "VERBOSE[1] chan_iax2.c:     -- Registered IAX2 'trunk' (AUTHENTICATED) at 192.0.2.1:4569",
        "login.succeeded|trunk|192.0.2.1:4569|", "IAX2", device);
    row("rejected call",
        "NOTICE[1][C-00000001] chan_sip.c: Call from '' (192.0.2.1:5060) to extension '00441' rejected because "
        "extension not found in "
        "context 'default'.",
        "call.rejected||192.0.2.1:5060|no_such_extension", "SIP", unknown);
    row("rejected call over TCP and IPv6",
        "NOTICE[1]: res_pjsip_session.c:2337 new_invite: Call from 'anonymous' (TCP:[2001:db8::1]:61470) to extension "
        "'9' rejected because extension not found in context 'default'.",
        "call.rejected||2001:db8::1:61470|no_such_extension", "SIP/TCP", unknown);
    row("rejected call with two readings",
        "NOTICE[1] chan_sip.c: Call from 'x' (203.0.113.9:1) to extension 'y' (192.0.2.1:5060) to extension '1' "
        "rejected because extension not found in "
        "context 'default'.",
        "call.rejected|x||ambiguous_line", "SIP", unknown);
    row("unknown connection", "WARNING[1][C-1] Ext. s: \"Rejecting unknown SIP connection from [2001:db8::1]:5060\"",
        "call.rejected||2001:db8::1:5060|unknown_peer", "SIP", unknown);
    row("attack", "NOTICE[1] chan_sip.c: hacking attempt detected '192.0.2.1'",
        "connection.probe||192.0.2.1|attack_detected", "SIP", unknown);
    row("control characters",
        "NOTICE[1] chan_sip.c: Registration from '<sip:a\x1b[2J@h>' failed for '192.0.2.1' - Wrong password",
        "login.failed|a\\x1b[2J|192.0.2.1|wrong_password", "SIP", device);
    row("no address",
        "NOTICE[1] chan_sip.c: Registration from '<sip:301@h>' failed for 'not an address' - Wrong password", "", "",
        0);
    row("of no interest", "NOTICE[1] chan_sip.c: Peer '301' is now UNREACHABLE!  Last qualify: 20", "", "", 0);
    row("words of another module", "NOTICE[1] app_log.c: 192.0.2.1 failed to authenticate as 'admin'", "", "", 0);
    row("quoted in a dialplan message",
        "WARNING[1] Ext. s: \"x: Registration from '<sip:3@h>' failed for '192.0.2.1' - Wrong password\"", "", "", 0);
}

void TestAsteriskLog::messages()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, event);
    const Imported imported = importBytes("[2026-05-30 10:00:00] " + text + '\n', optionsFor(Format::Asterisk));
    QCOMPARE(imported.refusals(), QString());
    QCOMPARE(imported.brief(), event.isEmpty() ? QStringList() : QStringList{event});
    if (event.isEmpty()) return;
    QTEST(imported.events[0].origin.service, "service");
    QTEST(int(imported.events[0].actor.type), "actor");
    QCOMPARE(imported.events[0].source.format, QStringLiteral("asterisk"));
}

void TestAsteriskLog::security_data()
{
    QTest::addColumn<QByteArray>("fields");  // from AccountID on
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("origin");
    const QByteArray tail(",LocalAddress=\"IPV4/UDP/192.0.2.254/5060\",RemoteAddress=\"IPV4/TLS/192.0.2.1/5061\"");
    const auto row = [](const char *name, const QByteArray &event, const QByteArray &fields, const char *expected,
                        const char *service = "SIP/TLS") {
        QTest::newRow(name) << fields << event << QString::fromUtf8(expected) << QString::fromLatin1(service);
    };
    row("wrong password", "InvalidPassword",
        "AccountID=\"301\",SessionID=\"1\"" + tail + ",Challenge=\"a\",ReceivedHash=\"b\"",
        "login.failed|301|192.0.2.1:5061|wrong_password");
    row("no account", "InvalidAccountID", "AccountID=\"301\",SessionID=\"1\"" + tail,
        "login.failed|301|192.0.2.1:5061|no_such_user");
    row("success", "SuccessfulAuth", "AccountID=\"301\",SessionID=\"1\"" + tail + ",UsingPassword=\"1\"",
        "login.succeeded|301|192.0.2.1:5061|");
    row("address list", "FailedACL", "AccountID=\"\",SessionID=\"1\"" + tail + ",ACLName=\"x\"",
        "login.refused||192.0.2.1:5061|acl");
    row("challenge is no login", "ChallengeSent", "AccountID=\"301\",SessionID=\"1\"" + tail + ",Challenge=\"a\"", "");
    row("unknown event", "SomethingNew", "AccountID=\"301\",SessionID=\"1\"" + tail, "");
    row("quotes in the session", "InvalidPassword", "AccountID=\"301\",SessionID=\"!@#$%^&   *(}((')[ -+\"++\"" + tail,
        "login.failed|301|192.0.2.1:5061|wrong_password");
    row("session forges an address", "InvalidPassword",
        "AccountID=\"301\",SessionID=\"\",LocalAddress=\"IPV4/UDP/127.0.0.1/5060\",RemoteAddress=\"IPV4/UDP/"
        "203.0.113.9/1\"\"" +
            tail,
        "login.failed|301\",SessionID=\"|192.0.2.1:5061|wrong_password");
    row("account forges an address", "InvalidPassword",
        "AccountID=\"x\",SessionID=\"y\",LocalAddress=\"IPV4/UDP/127.0.0.1/5060\",RemoteAddress=\"IPV4/UDP/203.0.113.9/"
        "1\",SessionID=\"1\"" +
            tail,
        "login.failed|x\",SessionID=\"y\",LocalAddress=\"IPV4/UDP/127.0.0.1/5060\",RemoteAddress=\"IPV4/UDP/"
        "203.0.113.9/1|192.0.2.1:5061|wrong_password");
    row("cut off after the address", "InvalidPassword", "AccountID=\"301\",SessionID=\"1\"" + tail + ",Challenge=\"a",
        "");
    row("IPv6", "InvalidPassword",
        "AccountID=\"301\",SessionID=\"1\",LocalAddress=\"IPV6/UDP/2001:db8::254/5060\",RemoteAddress=\"IPV6/UDP/"
        "2001:db8::1/5060\"",
        "login.failed|301|2001:db8::1:5060|wrong_password", "SIP/UDP");
    row("no address", "InvalidPassword", "AccountID=\"301\",SessionID=\"1\"", "");
    row("port out of range", "InvalidPassword",
        "AccountID=\"301\",SessionID=\"1\",RemoteAddress=\"IPV4/UDP/192.0.2.1/65536\"", "");
}

void TestAsteriskLog::security()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, name);
    QFETCH(QString, event);
    const QByteArray line =
        "[2026-05-30 10:00:00] SECURITY[1] res_security_log.c: SecurityEvent=\"" + name +
        "\",EventTV=\"2026-05-30T10:00:00.250+0000\",Severity=\"Error\",Service=\"PJSIP\",EventVersion=\"1\"," +
        fields + '\n';
    const Imported imported = importBytes(line, optionsFor(Format::Asterisk));
    if (event.isEmpty()) {
        QCOMPARE(imported.brief(), QStringList());
        return;
    }
    QCOMPARE(imported.events.size(), 1);
    // of a session that holds a forged field the account keeps the forgery visible or not at all, the address never
    if (qstrcmp(QTest::currentDataTag(), "session forges an address") == 0) {
        QCOMPARE(imported.events[0].origin.address, QStringLiteral("192.0.2.1"));
    } else {
        QCOMPARE(imported.brief(), QStringList{event});
    }
    QTEST(imported.events[0].origin.service, "origin");
    QCOMPARE(toRfc3339(imported.events[0].time), QStringLiteral("2026-05-30T10:00:00.250Z"));
}

void TestAsteriskLog::securityTimes_data()
{
    QTest::addColumn<QByteArray>("eventTv");
    QTest::addColumn<QString>("time");
    // the header says 10:00:00 local, the zone is UTC
    QTest::newRow("ISO") << QByteArray("2026-05-30T12:00:00.125+0200") << "2026-05-30T10:00:00.125Z";
    QTest::newRow("seconds and microseconds") << QByteArray("1780135200-125999") << "2026-05-30T10:00:00.125Z";
    QTest::newRow("another zone than the header's")
        << QByteArray("2026-05-30T10:00:00.125+0300") << "2026-05-30T07:00:00.125Z";
    QTest::newRow("days away: the header counts")
        << QByteArray("2016-05-30T10:00:00.125+0000") << "2026-05-30T10:00:00.000Z";
    QTest::newRow("nonsense") << QByteArray("yesterday") << "2026-05-30T10:00:00.000Z";
    QTest::newRow("empty") << QByteArray() << "2026-05-30T10:00:00.000Z";
}

void TestAsteriskLog::securityTimes()
{
    QFETCH(QByteArray, eventTv);
    const Imported imported = importBytes(
        "[2026-05-30 10:00:00] SECURITY[1] res_security_log.c: SecurityEvent=\"InvalidPassword\",EventTV=\"" + eventTv +
            "\",Severity=\"Error\",Service=\"AMI\",EventVersion=\"1\",AccountID=\"admin\",SessionID=\"1\",LocalAddress="
            "\"IPV4/TCP/0.0.0.0/"
            "5038\",RemoteAddress=\"IPV4/TCP/192.0.2.1/1\"\n",
        optionsFor(Format::Asterisk));
    QCOMPARE(imported.brief(), QStringList{QStringLiteral("login.failed|admin|192.0.2.1:1|wrong_password")});
    QCOMPARE(imported.events[0].origin.service, QStringLiteral("AMI"));
    QTEST(toRfc3339(imported.events[0].time), "time");
}

void TestAsteriskLog::timelessLines()
{
    const QByteArray timeless("NOTICE[1]: manager.c: 192.0.2.1 failed to authenticate as 'admin'\n");
    const Imported alone = importBytes(timeless, optionsFor(Format::Asterisk));
    QCOMPARE(alone.refusals(), QStringLiteral("1 has no time, and no line before it has one"));
    const Imported after =
        importBytes("[2026-05-30 10:00:00] VERBOSE[1] pbx.c: x\n" + timeless, optionsFor(Format::Asterisk));
    QCOMPARE(after.events.size(), 1);
    QCOMPARE(toRfc3339(after.events[0].time), QStringLiteral("2026-05-30T10:00:00.000Z"));
    const Imported impossible =
        importBytes("[2026-02-30 10:00:00] NOTICE[1] manager.c: 192.0.2.1 failed to authenticate as 'admin'\n",
                    optionsFor(Format::Asterisk));
    QCOMPARE(impossible.refusals(), QStringLiteral("1 names a date or time that does not exist"));
}

void TestAsteriskLog::syslogAndOwnStamp()
{
    const Imported imported = importBytes(
        "May 30 12:00:00 pbx asterisk[9]: NOTICE[1]: manager.c: 192.0.2.1 failed to authenticate as 'admin'\n"
        "May 30 12:00:00 pbx asterisk[9]: [2026-05-30 11:59:59.750] NOTICE[1] manager.c: 192.0.2.1 failed to "
        "authenticate as 'admin'\n",
        optionsFor(Format::Asterisk));
    QCOMPARE(imported.events.size(), 2);
    QCOMPARE(toRfc3339(imported.events[0].time), QStringLiteral("2026-05-30T12:00:00.000Z"));
    QCOMPARE(toRfc3339(imported.events[1].time), QStringLiteral("2026-05-30T11:59:59.750Z"));
    QCOMPARE(imported.events[1].source.host, QStringLiteral("pbx"));
}

void TestAsteriskLog::notAsterisk()
{
    const Imported imported = importBytes(
        "May 30 12:00:00 pbx cron[9]: NOTICE[1]: manager.c: 192.0.2.1 failed to authenticate as 'admin'\n"
        "\n   a continuation\n[not a time] NOTICE[1] manager.c: 192.0.2.1 failed to authenticate as 'admin'\n[",
        optionsFor(Format::Asterisk));
    QVERIFY(imported.events.isEmpty());
    QCOMPARE(imported.summary.linesRead, quint64(5));
    QCOMPARE(imported.summary.notLoginEvents, quint64(4));
    QCOMPARE(imported.summary.refused, quint64(1));
}

QTEST_GUILESS_MAIN(TestAsteriskLog)
#include "tst_asterisklog.moc"

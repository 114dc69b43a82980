// SPDX-License-Identifier: GPL-3.0-or-later
// The config file: every member it knows, and that a mistake is told by name instead of being passed over.
#include "app/linewardend/configfile.h"
#include "core/util/secret.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using namespace lw::app;
using std::chrono::seconds;

class TestDaemonConfig : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everything();
    void defaultsAreTheContract();
    void partsLeaveTheRest();
    void refused_data();
    void refused();
    void refusedChangesNothing();
    void listen_data();
    void listen();
    void mailPassword_data();
    void mailPassword();
    void check_data();
    void check();
    void file();
    void manualPageNamesEveryMember();

  private:
    SecretMemory m_memory;
};

namespace {

const char complete[] = R"({"data": "/srv/lw", "listen": "[::1]:9443", "hostNames": ["a.example.org", "b"],
  "backEndName": "a.example.org", "customerName": "Acme", "customerSlug": "acme", "customerTimeZone": "Europe/London",
  "logLevel": "warning", "ioThreads": 3, "workers": 8,
  "trustedProxies": ["10.0.0.7", "fd00::1/64"],
  "limits": {"headBytes": 8192, "bodyBytes": 65536, "headerFields": 50, "handshakeSeconds": 1, "headSeconds": 2,
             "bodySeconds": 3, "idleSeconds": 4, "writeSeconds": 6, "connections": 77, "connectionsPerAddress": 7},
  "sessions": {"idleSeconds": 600, "absoluteSeconds": 7200},
  "passwords": {"argon2Passes": 3, "argon2MemoryKiB": 32768},
  "signIn": {"attemptsPerAddress": 5, "windowSeconds": 30},
  "smtp": {"host": "mail.example.org", "port": 2525, "tls": "tls", "from": "lw@example.org", "caFile": "/etc/ca.pem"}})";

}  // namespace

void TestDaemonConfig::everything()
{
    DaemonConfig config;
    const Result<void> applied = applyConfig(config, complete);
    QVERIFY2(applied.ok(), qPrintable(applied.ok() ? QString() : applied.error().message));
    QCOMPARE(config.dataDir, QStringLiteral("/srv/lw"));
    QCOMPARE(config.listenAddress, QStringLiteral("::1"));
    QCOMPARE(config.listenPort, quint16(9443));
    QCOMPARE(config.hostNames, (QStringList{QStringLiteral("a.example.org"), QStringLiteral("b")}));
    QCOMPARE(config.backEndName, QStringLiteral("a.example.org"));
    QCOMPARE(config.customerName, QStringLiteral("Acme"));
    QCOMPARE(config.customerSlug, QStringLiteral("acme"));
    QCOMPARE(config.customerTimeZone, QStringLiteral("Europe/London"));
    QVERIFY(config.logLevel == server::Log::Level::Warning);
    QCOMPARE(config.ioThreads, 3);
    QCOMPARE(config.workers, 8);
    QCOMPARE(config.trustedProxies,
             (QList<policy::Network>{*policy::parseNetwork(u"10.0.0.7"), *policy::parseNetwork(u"fd00::/64")}));
    QCOMPARE(config.limits.headBytes, 8192);
    QCOMPARE(config.limits.bodyBytes, 65536);
    QCOMPARE(config.limits.headerFields, 50);
    QVERIFY(config.limits.handshake == seconds(1));
    QVERIFY(config.limits.head == seconds(2));
    QVERIFY(config.limits.body == seconds(3));
    QVERIFY(config.limits.idle == seconds(4));
    QVERIFY(config.limits.write == seconds(6));
    QCOMPARE(config.limits.connections, 77);
    QCOMPARE(config.limits.connectionsPerAddress, 7);
    QCOMPARE(config.sessions.idleSeconds, 600);
    QCOMPARE(config.sessions.absoluteSeconds, 7200);
    QCOMPARE(config.passwordCost.passes, 3ULL);
    QCOMPARE(config.passwordCost.memoryBytes, size_t(32768) * 1024);
    QCOMPARE(config.signIn.perWindow, 5);
    QCOMPARE(config.signIn.windowSeconds, 30);
    QCOMPARE(config.smtp.host, QStringLiteral("mail.example.org"));
    QCOMPARE(config.smtp.port, quint16(2525));
    QVERIFY(config.smtp.tls == server::SmtpSettings::Tls::Tls);
    QCOMPARE(config.smtp.from, QStringLiteral("lw@example.org"));
    QCOMPARE(config.smtp.caFile, QStringLiteral("/etc/ca.pem"));
}

void TestDaemonConfig::defaultsAreTheContract()
{
    const server::HttpLimits limits;
    QCOMPARE(limits.headBytes, 16 * 1024);
    QCOMPARE(limits.bodyBytes, 1024 * 1024);
    QVERIFY(limits.handshake == seconds(5));
    QVERIFY(limits.head == seconds(10));
    QVERIFY(limits.idle == seconds(60));
    QCOMPARE(limits.connections, 1000);
}

void TestDaemonConfig::partsLeaveTheRest()
{
    DaemonConfig config;
    QVERIFY(applyConfig(config, R"({"limits": {"connections": 5}})").ok());
    QCOMPARE(config.limits.connections, 5);
    QCOMPARE(config.limits.headBytes, 16 * 1024);
    QVERIFY(config.limits.idle == seconds(60));
    QCOMPARE(config.listenPort, quint16(8443));
    QVERIFY(applyConfig(config, "{}").ok());
    QCOMPARE(config.limits.connections, 5);
}

void TestDaemonConfig::refused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &json, const char *named) {
        QTest::newRow(name) << json << QString::fromLatin1(named);
    };
    row("unknown member", R"({"date": "/srv"})", "date");
    row("unknown limit", R"({"limits": {"connection": 5}})", "limits.connection");
    row("unknown session member", R"({"sessions": {"idle": 5}})", "sessions.idle");
    row("unknown password member", R"({"passwords": {"cost": 5}})", "passwords.cost");
    row("unknown sign-in member", R"({"signIn": {"rate": 5}})", "signIn.rate");
    row("unknown mail member", R"({"smtp": {"server": "a"}})", "smtp.server");
    row("password in the file", R"({"smtp": {"password": "x"}})", "smtp.password");
    row("mail without a mode", R"({"smtp": {"tls": "ssl"}})", "smtp.tls");
    row("mail port", R"({"smtp": {"port": 0}})", "smtp.port");
    row("no password file", R"({"smtp": {"passwordFile": "/no/such/file"}})", "smtp.passwordFile");
    row("case matters", R"({"Data": "/srv"})", "Data");
    row("number as text", R"({"workers": "4"})", "workers");
    row("fraction", R"({"workers": 4.5})", "workers");
    row("too small", R"({"workers": 0})", "workers");
    row("too large", R"({"limits": {"connections": 1000000}})", "connections");
    row("negative", R"({"limits": {"headSeconds": -1}})", "headSeconds");
    row("text as number", R"({"data": 5})", "data");
    row("object as text", R"({"limits": "none"})", "limits");
    row("names as text", R"({"hostNames": "a"})", "hostNames");
    row("a proxy by name", R"({"trustedProxies": ["proxy.example.com"]})", "trustedProxies");
    row("every proxy", R"({"trustedProxies": ["10.0.0.1", "0.0.0.0/0"]})", "trustedProxies");
    row("every proxy of IPv6", R"({"trustedProxies": ["::/0"]})", "trustedProxies");
    row("proxies as text", R"({"trustedProxies": "10.0.0.1"})", "trustedProxies");
    row("log level", R"({"logLevel": "loud"})", "logLevel");
    row("listen", R"({"listen": "nowhere"})", "listen");
    row("not JSON", "data = /srv", "");
    row("an array", "[]", "");
    row("empty", "", "");
    row("cut off", R"({"data": "/srv")", "");
}

void TestDaemonConfig::refused()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    DaemonConfig config;
    const Result<void> applied = applyConfig(config, json);
    QVERIFY(!applied.ok());
    QCOMPARE(applied.error().code, Errc::InvalidInput);
    QVERIFY2(applied.error().field.contains(named), qPrintable(applied.error().field));
    QVERIFY(!applied.error().message.isEmpty());
}

void TestDaemonConfig::refusedChangesNothing()
{
    DaemonConfig config;
    QVERIFY(!applyConfig(config, R"({"workers": 9, "limits": {"connections": 0}})").ok());
    QCOMPARE(config.workers, 4);
    QVERIFY(!applyConfig(config, R"({"workers": 9, "listen": "nowhere"})").ok());
    QCOMPARE(config.workers, 4);
}

void TestDaemonConfig::listen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");  // null: refused
    QTest::addColumn<int>("port");
    QTest::newRow("IPv4") << QStringLiteral("192.0.2.1:443") << QStringLiteral("192.0.2.1") << 443;
    QTest::newRow("IPv6") << QStringLiteral("[2001:db8::1]:443") << QStringLiteral("2001:db8::1") << 443;
    QTest::newRow("any") << QStringLiteral(":8443") << QStringLiteral("0.0.0.0") << 8443;
    QTest::newRow("chosen port") << QStringLiteral("127.0.0.1:0") << QStringLiteral("127.0.0.1") << 0;
    QTest::newRow("no port") << QStringLiteral("127.0.0.1") << QString() << 0;
    QTest::newRow("empty port") << QStringLiteral("127.0.0.1:") << QString() << 0;
    QTest::newRow("port too large") << QStringLiteral("127.0.0.1:65536") << QString() << 0;
    QTest::newRow("negative port") << QStringLiteral("127.0.0.1:-1") << QString() << 0;
    QTest::newRow("name") << QStringLiteral("localhost:8443") << QString() << 0;
    QTest::newRow("nothing") << QString() << QString() << 0;
}

void TestDaemonConfig::listen()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(int, port);
    DaemonConfig config;
    const Result<void> applied = applyListen(config, text);
    QCOMPARE(applied.ok(), !address.isNull());
    if (applied) {
        QCOMPARE(config.listenAddress, address);
        QCOMPARE(int(config.listenPort), port);
    } else {
        QCOMPARE(applied.error().field, QStringLiteral("listen"));
    }
}

void TestDaemonConfig::check_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");  // null: fine
    QTest::newRow("complete") << QByteArray(complete) << QString();
    QTest::newRow("no data") << QByteArray("{}") << QStringLiteral("data");
    QTest::newRow("host name") << QByteArray(R"({"data": "/srv", "hostNames": ["a b"]})")
                               << QStringLiteral("hostNames");
    QTest::newRow("sessions") << QByteArray(
                                     R"({"data": "/srv", "sessions": {"idleSeconds": 900, "absoluteSeconds": 60}})")
                              << QStringLiteral("sessions.absoluteSeconds");
    QTest::newRow("mail in the clear")
        << QByteArray(R"({"data": "/srv", "smtp": {"host": "a.example", "tls": "none", "from": "lw@a.example"}})")
        << QStringLiteral("smtp.tls");
    QTest::newRow("mail on this machine")
        << QByteArray(R"({"data": "/srv", "smtp": {"host": "localhost", "tls": "none", "from": "lw@a.example"}})")
        << QString();
    QTest::newRow("mail from nobody") << QByteArray(R"({"data": "/srv", "smtp": {"host": "a.example"}})")
                                      << QStringLiteral("smtp.from");
    QTest::newRow("mail user without password")
        << QByteArray(R"({"data": "/srv", "smtp": {"host": "a.example", "user": "u", "from": "lw@a.example"}})")
        << QStringLiteral("smtp.user");
}

void TestDaemonConfig::mailPassword_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("open");
    QTest::addColumn<QByteArray>("password");  // empty: refused
    QTest::newRow("one line") << QByteArray("s3cret\n") << false << QByteArray("s3cret");
    QTest::newRow("no line end") << QByteArray("s3cret") << false << QByteArray("s3cret");
    QTest::newRow("Windows line end") << QByteArray("s3cret\r\n") << false << QByteArray("s3cret");
    QTest::newRow("more lines") << QByteArray("s3cret\nother\n") << false << QByteArray("s3cret");
    QTest::newRow("empty") << QByteArray() << false << QByteArray();
    QTest::newRow("empty line") << QByteArray("\ns3cret\n") << false << QByteArray();
    QTest::newRow("NUL") << QByteArray("s3\0cret", 7) << false << QByteArray();
    QTest::newRow("others may read it") << QByteArray("s3cret\n") << true << QByteArray();
}

void TestDaemonConfig::mailPassword()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, open);
    QFETCH(QByteArray, password);
#ifdef Q_OS_WIN
    if (open) QSKIP("access lists are inherited there");
#endif
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("smtp.password"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                (open ? QFileDevice::ReadOther : QFileDevice::Permissions())));
    DaemonConfig config;
    const Result<void> applied = applySmtpPassword(config, path);
    QCOMPARE(applied.ok(), !password.isEmpty());
    QCOMPARE(config.smtp.password.toByteArray(), password);
    if (applied) return;
    QCOMPARE(applied.error().field, QStringLiteral("smtp.passwordFile"));
    QVERIFY(!applied.error().message.contains(QStringLiteral("s3")));
}

void TestDaemonConfig::check()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    DaemonConfig config;
    QVERIFY(applyConfig(config, json).ok());
    const Result<void> checked = checkConfig(config);
    QCOMPARE(checked.ok(), named.isNull());
    if (!checked) QCOMPARE(checked.error().field, named);
}

void TestDaemonConfig::file()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("linewardend.json"));
    DaemonConfig config;
    QCOMPARE(applyConfigFile(config, path).error().code, Errc::Io);
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("{\"workers\": 2, \"what\": 1}");
    out.close();
    const Result<void> refused = applyConfigFile(config, path);
    QVERIFY(refused.error().message.startsWith(path));
    QVERIFY(refused.error().message.contains(QLatin1String("what")));
    QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
    out.write(QByteArray("{\"data\": \"") + QByteArray(70'000, 'x') + "\"}");
    out.close();
    QVERIFY(!applyConfigFile(config, path).ok());
}

void TestDaemonConfig::manualPageNamesEveryMember()
{
    QFile page(QStringLiteral(LW_SOURCE_DIR "/packaging/man/linewardend.1"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray text = page.readAll();
    for (const char *name : {"data",
                             "listen",
                             "hostNames",
                             "backEndName",
                             "customerName",
                             "customerSlug",
                             "customerTimeZone",
                             "logLevel",
                             "ioThreads",
                             "workers",
                             "trustedProxies",
                             "headBytes",
                             "bodyBytes",
                             "headerFields",
                             "handshakeSeconds",
                             "headSeconds",
                             "bodySeconds",
                             "idleSeconds",
                             "writeSeconds",
                             "connections",
                             "connectionsPerAddress",
                             "absoluteSeconds",
                             "argon2Passes",
                             "argon2MemoryKiB",
                             "attemptsPerAddress",
                             "windowSeconds",
                             "smtp",
                             "host",
                             "port",
                             "tls",
                             "from"})
        QVERIFY2(text.contains('"' + QByteArray(name) + '"'), name);
    // The example is itself a config file.
    const qsizetype begin = text.indexOf("\n{\n"), end = text.indexOf("\n}\n", begin);
    DaemonConfig config;
    const Result<void> applied = applyConfig(config, QByteArrayView(text).sliced(begin, end - begin + 3));
    QVERIFY2(applied.ok(), qPrintable(applied.ok() ? QString() : applied.error().message));
}

QTEST_GUILESS_MAIN(TestDaemonConfig)
#include "tst_daemonconfig.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, as somebody who starts it meets it: first start, ready line, clean ends, and refusals.
#include "tests/server/http/tlsclient.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lw::test;

class TestDaemon : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void versionAndHelp();
    void refusedOptions_data();
    void refusedOptions();
    void checkConfigMakesNothing();
    void firstStartAndSecond();
    void endsOnTerm();
    void endsWithStandardInput();
    void demo();
    void ingestWithoutBackEnd();
    void ingestTwice();
    void ingestCalls();
    void openKeyIsRefused();
    void portInUse();
    void manyConnections();

  private:
    struct Ended {
        int code = -1;
        QByteArray out, err;
    };
    Ended run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// Starts a serving back end and waits for its ready line.
    QJsonObject serve(const QStringList &extra = {});
    Ended stop();
    QString data() const { return m_dir->filePath(QStringLiteral("data")); }
    static QString program() { return QStringLiteral(LW_BIN_DIR "/linewardend"); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QProcess> m_process;
};

void TestDaemon::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QFile config(m_dir->filePath(QStringLiteral("config.json")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write(R"({"passwords": {"argon2Passes": 1, "argon2MemoryKiB": 64}, "customerSlug": "acme"})");
}

void TestDaemon::cleanup()
{
    if (m_process) stop();
}

TestDaemon::Ended TestDaemon::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject TestDaemon::serve(const QStringList &extra)
{
    const QString ready = m_dir->filePath(QStringLiteral("ready.json"));
    QFile::remove(ready);
    m_process = std::make_unique<QProcess>();
    m_process->start(program(),
                     QStringList{QStringLiteral("serve"), QStringLiteral("--data"), data(), QStringLiteral("--config"),
                                 m_dir->filePath(QStringLiteral("config.json")), QStringLiteral("--listen"),
                                 QStringLiteral("127.0.0.1:0"), QStringLiteral("--ready-file"), ready} +
                         extra);
    for (int i = 0; i < 600 && !QFile::exists(ready) && m_process->state() != QProcess::NotRunning; ++i)
        m_process->waitForFinished(100);
    QFile file(ready);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

TestDaemon::Ended TestDaemon::stop()
{
    m_process->terminate();
    if (!m_process->waitForFinished(30'000)) {
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
        return {};
    }
    const Ended ended{m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1,
                      m_process->readAllStandardOutput(), m_process->readAllStandardError()};
    m_process.reset();
    return ended;
}

void TestDaemon::versionAndHelp()
{
    const Ended version = run({QStringLiteral("--version")});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.out.trimmed(), QByteArray("linewardend " LW_VERSION));
    const Ended help = run({QStringLiteral("--help")});
    QCOMPARE(help.code, 0);
    // The manual page knows every option that the program knows.
    QFile page(QStringLiteral(LW_SOURCE_DIR "/packaging/man/linewardend.1"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QByteArray text = page.readAll().replace("\\-", "-");
    static const QRegularExpression option(QStringLiteral("--[a-z][a-z-]+"));
    for (auto it = option.globalMatch(QString::fromUtf8(help.out)); it.hasNext();) {
        const QByteArray name = it.next().captured().toUtf8();
        if (name == "--help-all") continue;  // Qt's own
        QVERIFY2(text.contains(name), name.constData());
    }
}

void TestDaemon::refusedOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const QString &line, const char *said) {
        QTest::newRow(name) << line.split(u' ', Qt::SkipEmptyParts) << QByteArray(said);
    };
    row("nothing", {}, "serve or ingest");
    row("unknown command", QStringLiteral("fly"), "serve or ingest");
    row("unknown option", QStringLiteral("serve --data d --fast"), "fast");
    row("no data", QStringLiteral("serve"), "--data");
    row("bad listen", QStringLiteral("serve --data d --listen nowhere"), "nowhere");
    row("bad host name", QStringLiteral("serve --data d --host-name a_b"), "a_b");
    row("bad descriptor", QStringLiteral("serve --data d --ready-fd x"), "--ready-fd");
    row("too many arguments", QStringLiteral("serve now --data d"), "now");
    row("ingest without customer", QStringLiteral("ingest --data d --format csv -"), "--customer");
    row("ingest without format", QStringLiteral("ingest --data d --customer a -"), "--format");
    row("ingest with bad zone", QStringLiteral("ingest --data d --customer a --format csv --zone Mars/Base -"), "Mars");
    row("ingest without file", QStringLiteral("ingest --data d --customer a --format csv"), "file");
    row("ingest with unknown format", QStringLiteral("ingest --data d --customer a --format cdr -"), "asterisk-cdr");
    row("column of a log", QStringLiteral("ingest --data d --customer a --format csv --column caller=A -"), "--column");
    row("column of asterisk", QStringLiteral("ingest --data d --customer a --format asterisk-cdr --column caller=A -"),
        "csv-cdr");
    row("unknown column", QStringLiteral("ingest --data d --customer a --format csv-cdr --column price=A -"),
        "call_id, caller");
    row("bad time format", QStringLiteral("ingest --data d --customer a --format csv-cdr --time-format HH:mm -"),
        "--time-format");
    row("year of call records", QStringLiteral("ingest --data d --customer a --format csv-cdr --now 2026-01-01 -"),
        "--now");
}

void TestDaemon::refusedOptions()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const Ended ended = run(arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.err.contains(said), ended.err.constData());
    QVERIFY(ended.out.isEmpty());
}

void TestDaemon::checkConfigMakesNothing()
{
    QCOMPARE(run({QStringLiteral("serve"), QStringLiteral("--data"), data(), QStringLiteral("--check-config")}).code,
             0);
    QVERIFY(!QFile::exists(data()));
}

void TestDaemon::firstStartAndSecond()
{
    const QJsonObject ready = serve();
    QVERIFY(!ready.isEmpty());
    QVERIFY(!ready.contains(QLatin1String("password")));
    QCOMPARE(QFileInfo(m_dir->filePath(QStringLiteral("ready.json"))).permissions() &
                 (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    TlsClient::Options options;
    options.caPem = ready.value(QLatin1String("ca")).toString().toLatin1();
    const auto port = static_cast<quint16>(ready.value(QLatin1String("port")).toInt());
    for (const char *name : {"localhost", "127.0.0.1"}) {
        TlsClient client;
        options.hostName = name;
        QVERIFY2(client.connect(port, options), name);
        const Reply health = client.get("/v1/health");
        QCOMPARE(health.status, 200);
        QVERIFY(health.body.contains("\"ok\""));
        QCOMPARE(client.get("/v1/me").status, 401);
    }
    const Ended first = stop();
    QCOMPARE(first.code, 0);
    QVERIFY(first.out.contains("owner"));
    static const QRegularExpression oneTime(QStringLiteral("\\n    (\\S+)\\n"));
    const QByteArray password = oneTime.match(QString::fromUtf8(first.out)).captured(1).toUtf8();
    QVERIFY(password.size() >= 12);
    QVERIFY(!first.err.contains(password));
    for (const QByteArray &line : first.err.split('\n'))
        if (!line.isEmpty()) QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());

    const QJsonObject again = serve();
    QCOMPARE(again.value(QLatin1String("fingerprint")), ready.value(QLatin1String("fingerprint")));
    const Ended second = stop();
    QVERIFY(!second.out.contains("password"));
}

void TestDaemon::endsOnTerm()
{
    QVERIFY(!serve().isEmpty());
    const Ended ended = stop();
    QCOMPARE(ended.code, 0);
    QVERIFY(ended.err.contains("\"stopped\""));
}

void TestDaemon::endsWithStandardInput()
{
    QVERIFY(!serve({QStringLiteral("--exit-with-stdin")}).isEmpty());
    QCOMPARE(m_process->state(), QProcess::Running);
    m_process->closeWriteChannel();
    QVERIFY(m_process->waitForFinished(30'000));
    QCOMPARE(m_process->exitCode(), 0);
    m_process.reset();
}

void TestDaemon::demo()
{
    const QJsonObject ready = serve({QStringLiteral("--demo")});
    QVERIFY(!ready.value(QLatin1String("password")).toString().isEmpty());
    TlsClient client;
    QVERIFY(client.connect(static_cast<quint16>(ready.value(QLatin1String("port")).toInt())));
    const QByteArray body =
        QJsonDocument(QJsonObject{{QStringLiteral("customer"), ready.value(QLatin1String("customer"))},
                                  {QStringLiteral("login"), ready.value(QLatin1String("login"))},
                                  {QStringLiteral("password"), ready.value(QLatin1String("password"))}})
            .toJson();
    const Reply granted = client.ask(
        "POST /v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        "Content-Length: " +
        QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QCOMPARE(granted.status, 201);
    const QByteArray token =
        QJsonDocument::fromJson(granted.body).object().value(QLatin1String("token")).toString().toLatin1();
    const Reply events = client.get("/v1/audit/events", "Authorization: Bearer " + token + "\r\n");
    QVERIFY(events.complete);
    QVERIFY(events.body.count('\n') > 1000);
    const Ended ended = stop();
    QVERIFY(!ended.err.contains(token));
    QVERIFY(!ended.err.contains(ready.value(QLatin1String("password")).toString().toUtf8()));
    // A used folder is not filled again, and says so.
    const Ended again = run({QStringLiteral("serve"), QStringLiteral("--demo"), QStringLiteral("--data"), data(),
                             QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QCOMPARE(again.code, 1);
    QVERIFY(again.err.contains("--demo"));
}

void TestDaemon::ingestWithoutBackEnd()
{
    const Ended ended =
        run({QStringLiteral("ingest"), QStringLiteral("--data"), data(), QStringLiteral("--customer"),
             QStringLiteral("acme"), QStringLiteral("--format"), QStringLiteral("csv"), QStringLiteral("-")});
    QCOMPARE(ended.code, 1);
    QVERIFY(ended.err.contains("linewardend serve"));
}

void TestDaemon::ingestTwice()
{
    QVERIFY(!serve().isEmpty());  // it goes on serving meanwhile
    const QByteArray log =
        "Nov 22 10:00:01 pbx sshd[811]: Failed password for invalid user admin from 203.0.113.7 port 40022 ssh2\n"
        "Nov 22 10:00:05 pbx sshd[812]: Accepted password for ann from 198.51.100.4 port 40023 ssh2\n"
        "Nov 22 10:00:09 pbx systemd[1]: Started something.\n";
    const QStringList arguments{
        QStringLiteral("ingest"),     QStringLiteral("--data"), data(),
        QStringLiteral("--customer"), QStringLiteral("acme"),   QStringLiteral("--format"),
        QStringLiteral("openssh"),    QStringLiteral("--now"),  QStringLiteral("2026-11-23T00:00:00Z"),
        QStringLiteral("-")};
    const Ended first = run(arguments, log);
    QCOMPARE(first.code, 0);
    QVERIFY2(first.out.contains("3 lines read, 2 events made, 2 of them new"), first.out.constData());
    const Ended second = run(arguments, log);
    QCOMPARE(second.code, 0);
    QVERIFY2(second.out.contains("0 of them new"), second.out.constData());
    QStringList nobody = arguments;
    nobody[4] = QStringLiteral("nobody");
    QCOMPARE(run(nobody, log).code, 1);
}

void TestDaemon::ingestCalls()
{
    QVERIFY(!serve().isEmpty());  // it goes on serving meanwhile
    const auto when = [](int minutes) {
        return QDateTime::currentDateTimeUtc().addSecs(-60 * minutes).toString(u"dd/MM/yyyy HH:mm:ss").toLatin1();
    };
    const QByteArray csv = "Ref,From,To,When,Secs\n1,+442079460001,0037120000000," + when(5) +
                           ",62\n2,+442079460001,202," + when(4) + ",62\n3,+442079460001,0037120000000," + when(3) +
                           ",-1\n";
    QStringList arguments{QStringLiteral("ingest"),
                          QStringLiteral("--data"),
                          data(),
                          QStringLiteral("--customer"),
                          QStringLiteral("acme"),
                          QStringLiteral("--format"),
                          QStringLiteral("csv-cdr"),
                          QStringLiteral("--json"),
                          QStringLiteral("--time-format"),
                          QStringLiteral("dd/MM/yyyy HH:mm:ss")};
    for (const char *column : {"call_id=Ref", "caller=From", "destination=To", "start=When", "seconds=Secs"})
        arguments << QStringLiteral("--column") << QString::fromLatin1(column);
    arguments << QStringLiteral("-");
    const Ended ended = run(arguments, csv);
    QVERIFY2(ended.code == 0, ended.err.constData());
    const QJsonObject told = QJsonDocument::fromJson(ended.out).object();
    QCOMPARE(told.value(QLatin1String("records")).toInt(), 3);
    QCOMPARE(told.value(QLatin1String("internal")).toInt(), 1);
    QCOMPARE(told.value(QLatin1String("refused")).toInt(), 1);
    // The company has no numbers yet.
    QCOMPARE(told.value(QLatin1String("ofOtherNumbers")).toInt(), 1);
    const Ended headerless = run(arguments, "1,+442079460001\n");
    QCOMPARE(headerless.code, 1);
    QVERIFY2(headerless.err.contains("--column"), headerless.err.constData());
}

void TestDaemon::openKeyIsRefused()
{
#ifdef Q_OS_WIN
    QSKIP("access lists are inherited there");
#endif
    QVERIFY(!serve().isEmpty());
    stop();
    const QString key = data() + QStringLiteral("/identity/log.key");
    QVERIFY(QFile::setPermissions(key, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
    const Ended ended = run({QStringLiteral("serve"), QStringLiteral("--data"), data(), QStringLiteral("--listen"),
                             QStringLiteral("127.0.0.1:0")});
    QVERIFY(ended.code == 1 || ended.code == 2);
    QVERIFY2(ended.err.contains("log.key") && ended.err.contains("chmod 600"), ended.err.constData());
}

void TestDaemon::portInUse()
{
    const QJsonObject ready = serve();
    const Ended ended = run({QStringLiteral("serve"), QStringLiteral("--data"),
                             m_dir->filePath(QStringLiteral("other")), QStringLiteral("--listen"),
                             QStringLiteral("127.0.0.1:%1").arg(ready.value(QLatin1String("port")).toInt())});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.err.contains("cannot listen"), ended.err.constData());
}

void TestDaemon::manyConnections()
{
    // As many as one address may hold; the client side needs descriptors too, which bounds what a test can open.
    const QJsonObject ready = serve();
    const auto port = static_cast<quint16>(ready.value(QLatin1String("port")).toInt());
    std::vector<std::unique_ptr<TlsClient>> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(std::make_unique<TlsClient>());
        QVERIFY(clients.back()->connect(port));
    }
    for (auto &client : clients)
        QCOMPARE(client->get("/v1/health").status, 200);
}

QTEST_GUILESS_MAIN(TestDaemon)
#include "tst_daemon.moc"

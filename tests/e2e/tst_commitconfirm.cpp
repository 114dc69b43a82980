// SPDX-License-Identifier: GPL-3.0-or-later
// Commit-confirm with the real back end: an administrator locks himself out with a list that he was warned of, his
// console is killed, and when the promised minute is over the former list is back and he gets in again; also when the
// back end was killed and started again in between, and when nobody knocked before.
//
// The console is a process of its own: this program, started once more.
#include "tests/e2e/apiclient.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstdio>

using namespace lw::test;

namespace {

const QString ownerPassword = QStringLiteral("violet-harbour-lantern-9");
constexpr int promisedMs = 60'000;
constexpr int housekeepingMs = 10'000;  // the job looks every five seconds

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

/// "PORT TOKEN": changes the list and then does nothing, as a console that somebody left open.
int beConsole()
{
    char port[16] = {};
    char token[256] = {};
    if (std::scanf("%15s %255s", port, token) != 2) return 1;
    ApiClient client(QByteArray(port).toUShort());
    const QJsonObject list{{QStringLiteral("enforced"), true},
                           {QStringLiteral("networks"),
                            QJsonArray{QJsonObject{{QStringLiteral("network"), QStringLiteral("192.0.2.0/24")}}}},
                           {QStringLiteral("confirmMinutes"), 1},
                           {QStringLiteral("strandingConfirmed"), QStringLiteral("owner")}};
    const ApiAnswer answer = client.call("PUT", "/v1/network", token, list);
    std::printf("%d %s\n", answer.status, answer.body.constData());
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    return 0;
}

/// Changes the list of a back end and is killed.
class DoomedConsole {
  public:
    /// When the change reverts; invalid when it was refused.
    QDateTime lockOut(quint16 port, const QByteArray &token)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--console")});
        m_process.write(QByteArray::number(port) + ' ' + token + '\n');
        QByteArray line;
        (void)QTest::qWaitFor(
            [&] {
                m_process.waitForReadyRead(50);
                line += m_process.readAllStandardOutput();
                return line.endsWith('\n') || m_process.state() == QProcess::NotRunning;
            },
            60'000);
        if (!line.startsWith("200 ")) qWarning("%s", line.constData());
        const QJsonObject answer = QJsonDocument::fromJson(line.mid(4)).object();
        const QJsonObject pending = answer.value(QLatin1String("pending")).toObject();
        return QDateTime::fromString(pending.value(QLatin1String("revertsAt")).toString(), Qt::ISODateWithMs);
    }

    bool kill()
    {
        m_process.kill();
        return m_process.waitForFinished() && m_process.exitStatus() == QProcess::CrashExit;
    }

  private:
    QProcess m_process;
};

}  // namespace

class TestCommitConfirm : public QObject {
    Q_OBJECT

  private:
    static QDateTime revertedAt(FreshBackEnd &backEnd, const QByteArray &token)
    {
        const QByteArray log = backEnd.api().call("GET", "/v1/audit/events?from=0", token).body;
        for (const QByteArray &line : log.split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            if (event.value(QLatin1String("kind")).toString() == QLatin1String("network.reverted") &&
                event.value(QLatin1String("reason")).toString() == QLatin1String("not_confirmed"))
                return QDateTime::fromString(event.value(QLatin1String("time")).toString(), Qt::ISODateWithMs);
        }
        return {};
    }

  private Q_SLOTS:
    void whoLockedHimselfOutGetsInAgain()
    {
        // Three back ends at once, so that the minute is waited for once: one that somebody asks at the very end, one
        // that is killed and started again in between, one that nobody asks before its own job has looked.
        FreshBackEnd asked, restarted, quiet;
        const QList<FreshBackEnd *> all{&asked, &restarted, &quiet};
        QList<QDateTime> reverts;
        for (FreshBackEnd *backEnd : all) {
            QVERIFY(backEnd->start());
            const QByteArray token = backEnd->ownerToken();
            QVERIFY(!token.isEmpty());
            DoomedConsole console;
            reverts.append(console.lockOut(backEnd->port(), token));
            QVERIFY(reverts.last().isValid());
            QVERIFY(console.kill());
            // Neither his session nor his password opens anything.
            QCOMPARE(backEnd->api().call("GET", "/v1/network", token).status, 401);
            QCOMPARE(backEnd->api().signIn(QStringLiteral("owner"), ownerPassword).status, 403);
        }
        restarted.kill();
        QVERIFY(restarted.start());
        QCOMPARE(restarted.api().signIn(QStringLiteral("owner"), ownerPassword).status, 403);

        for (int i : {0, 1}) {
            QVERIFY(QTest::qWaitFor([&] { return now() >= reverts[i]; }, promisedMs + housekeepingMs));
            const ApiAnswer in = all[i]->api().signIn(QStringLiteral("owner"), ownerPassword);
            QVERIFY2(in.status == 201, in.body.constData());
        }
        QVERIFY(QTest::qWaitFor([&] { return now() >= reverts[2].addMSecs(housekeepingMs); }, promisedMs));
        const QDateTime before = now();
        for (FreshBackEnd *backEnd : all) {
            const ApiAnswer in = backEnd->api().signIn(QStringLiteral("owner"), ownerPassword);
            QCOMPARE(in.status, 201);
            const QByteArray token = in.text("token").toLatin1();
            const QJsonObject network = backEnd->api().call("GET", "/v1/network", token).json();
            QVERIFY(!network.contains(QLatin1String("pending")));
            const QJsonObject list = network.value(QLatin1String("allowlist")).toObject();
            QCOMPARE(list.value(QLatin1String("enforced")).toBool(), false);
            QVERIFY(list.value(QLatin1String("networks")).toArray().isEmpty());
            const QDateTime at = revertedAt(*backEnd, token);
            QVERIFY(at.isValid());
            QVERIFY(at >= reverts[all.indexOf(backEnd)]);
            QVERIFY2(at < before, "the back end did it by itself");
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 2 && qstrcmp(argv[1], "--console") == 0) return beConsole();
    TestCommitConfirm test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_commitconfirm.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Half of a log is purged, with the real programs: the log still verifies, and neither the store nor the cache that was
// synced before holds a trace of what went.
#include "tests/core/cache/decryptedpages.h"
#include "tests/e2e/apiclient.h"

#include <QDirIterator>

using namespace lw::test;

namespace {

const QByteArray passphrase = "umbrella granite teapot seventeen";
constexpr int entries = 600;

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Half of it two years old, half of it of yesterday.
QByteArray sshLog()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QByteArray log;
    for (int i = 0; i < entries; ++i) {
        const bool old = i < entries / 2;
        const QDateTime at = now.addDays(old ? -730 : -1).addSecs(i);
        log += at.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz000+00:00")).toLatin1() + " bastion sshd[" +
               QByteArray::number(1'000 + i) + "]: Failed password for " + (old ? "gonename" : "keptname") +
               QByteArray::number(i % 40) + " from 203.0.113." + (old ? "9" : "77") + " port " +
               QByteArray::number(40'000 + i) + " ssh2\n";
    }
    return log;
}

}  // namespace

class TestPurge : public QObject {
    Q_OBJECT

    FreshBackEnd m_backEnd;
    QByteArray m_owner;

    Ran offline(const QStringList &command)
    {
        return m_backEnd.programs.ctl(command + words("--json --passphrase-fd 0"), passphrase + '\n');
    }
    Ran sync()
    {
        return m_backEnd.programs.ctl(words("sync --json --password-fd 0 --passphrase-fd 0"),
                                      passphrase + '\n' + FreshBackEnd::ownerPassword().toUtf8() + '\n');
    }
    /// Every page of the cache.
    QByteArray pages()
    {
        QDirIterator walk(m_backEnd.programs.home(), {QStringLiteral("keyslots.json")}, QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        if (!walk.hasNext()) return {};
        const QString folder = QFileInfo(walk.next()).absolutePath();
        const lw::Result<lw::cache::KeySlots> keys = lw::cache::KeySlots::load(folder);
        return fixture::decryptedPages(folder, QDir(folder).filePath(keys->databaseName()), lw::toSecret(passphrase));
    }
    bool storeHolds(const QByteArray &text)
    {
        QDirIterator walk(m_backEnd.programs.path(QStringLiteral("server")), QDir::Files | QDir::Hidden,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) return true;
        }
        return false;
    }

  private Q_SLOTS:
    void initTestCase()
    {
        static const lw::SecretMemory memory;
        QVERIFY(m_backEnd.start());
        m_owner = m_backEnd.ownerToken();
        m_backEnd.programs.write(QStringLiteral("auth.log"), sshLog());
        const Ran ingested = m_backEnd.programs.run(
            QStringLiteral("linewardend"), QStringList{QStringLiteral("ingest"), QStringLiteral("--data"),
                                                       m_backEnd.programs.path(QStringLiteral("server"))} +
                                               words("--customer acme --format openssh --json") +
                                               QStringList{m_backEnd.programs.path(QStringLiteral("auth.log"))});
        QVERIFY2(ingested.exit == 0, ingested.err.constData());
        const Ran connected =
            m_backEnd.programs.ctl(QStringList{QStringLiteral("connect"), m_backEnd.fact("url"),
                                               QStringLiteral("--accept-fingerprint"), m_backEnd.fact("fingerprint")} +
                                       words("--json --customer acme --login owner --password-fd 0 --passphrase-fd 0"),
                                   FreshBackEnd::ownerPassword().toUtf8() + '\n' + passphrase + '\n');
        QVERIFY2(connected.exit == 0, connected.err.constData());
    }

    void beforeThePurgeItIsThere()
    {
        const Ran synced = sync();
        QVERIFY2(synced.exit == 0, synced.err.constData());
        const QByteArray plain = pages();
        QVERIFY(plain.contains("CREATE TABLE event_person"));
        QVERIFY(plain.contains("gonename7"));
        QVERIFY(plain.contains("keptname7"));
        QVERIFY(storeHolds("gonename7"));
        const Ran found = offline(words("log query gonename7 --count"));
        QVERIFY2(found.exit == 0, found.err.constData());
    }

    void halfOfTheLogIsPurged()
    {
        ApiClient &api = m_backEnd.api();
        const QJsonObject rules{{QStringLiteral("loginLogDays"), 365}};
        const QJsonArray preview =
            api.call("POST", "/v1/retention/preview", m_owner, rules).json().value(QLatin1String("counts")).toArray();
        QCOMPARE(preview.size(), 1);
        QCOMPARE(preview[0].toObject().value(QLatin1String("removed")).toInt(), entries / 2);
        QCOMPARE(api.call("PUT", "/v1/retention", m_owner, rules).status, 200);
        QCOMPARE(api.call("POST", "/v1/retention/runs", m_owner, {}).status, 202);
        const auto lastRun = [&] {
            return api.call("GET", "/v1/retention", m_owner).json().value(QLatin1String("lastRun")).toObject();
        };
        QVERIFY(QTest::qWaitFor([&] { return lastRun().contains(QLatin1String("finishedAt")); }, 60'000));
        const QJsonObject count = lastRun().value(QLatin1String("counts")).toArray()[0].toObject();
        QCOMPARE(count.value(QLatin1String("removed")).toInt(), entries / 2);
        QVERIFY(!storeHolds("gonename"));
        QVERIFY(storeHolds("keptname7"));
    }

    void theCacheHoldsNoTraceAfterItsNextSync()
    {
        const Ran synced = sync();
        QVERIFY2(synced.exit == 0, synced.err.constData());
        const QByteArray plain = pages();
        QVERIFY(plain.contains("CREATE TABLE event_person"));
        QVERIFY(plain.contains("keptname7"));
        QVERIFY(!plain.contains("gonename"));
        QVERIFY(!plain.contains("203.0.113.9"));
        const Ran verified = offline(words("verify"));
        QVERIFY2(verified.exit == 0, verified.err.constData());
        QCOMPARE(verified.json().value(QLatin1String("purged")).toInteger(-1), entries / 2);
    }

    void theExportedLogVerifies()
    {
        const Ran exported =
            m_backEnd.programs.ctl(words("log export --output out --passphrase-fd 0"), passphrase + '\n');
        QVERIFY2(exported.exit == 0, exported.err.constData());
        QCOMPARE(m_backEnd.programs.file(QStringLiteral("out/leaves.ndjson")).count("{\"purged\":\""), entries / 2);
        const Ran verified = m_backEnd.programs.ctl(
            words("verify --json --leaves out/leaves.ndjson --checkpoint out/checkpoint.txt --key out/key.txt"));
        QVERIFY2(verified.exit == 0, verified.err.constData());
        QCOMPARE(verified.json().value(QLatin1String("purged")).toInteger(-1), entries / 2);
    }
};

QTEST_GUILESS_MAIN(TestPurge)
#include "tst_purge.moc"

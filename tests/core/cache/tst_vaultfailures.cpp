// SPDX-License-Identifier: GPL-3.0-or-later
// What can be wrong with a stored cache: each time a clear message, no crash, and a way out.
#include "core/cache/databasefile.h"
#include "core/cache/eventreader.h"
#include "core/cache/keyslots.h"
#include "core/cache/schema.h"
#include "core/cache/sqlite.h"
#include "core/cache/statetable.h"
#include "tests/core/cache/cachefixtures.h"

#include <QProcess>

using namespace fixture;

namespace {

void flip(const QString &path, qint64 at)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(at));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 0x10)));
}

/// A file system of its own of a few hundred KiB, where the machine lets us mount one.
class SmallDisk {
  public:
    explicit SmallDisk(const QString &options)
    {
        m_mounted = QProcess::execute(QStringLiteral("mount"),
                                      {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"), options,
                                       QStringLiteral("tmpfs"), m_dir.path()}) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted) QProcess::execute(QStringLiteral("umount"), {QStringLiteral("-l"), m_dir.path()});
    }
    bool remountReadOnly()
    {
        return QProcess::execute(QStringLiteral("mount"),
                                 {QStringLiteral("-o"), QStringLiteral("remount,ro"), m_dir.path()}) == 0;
    }
    bool mounted() const { return m_mounted; }
    QString path() const { return m_dir.filePath(QStringLiteral("cache")); }

  private:
    QTemporaryDir m_dir;
    bool m_mounted = false;
};

}  // namespace

class TestVaultFailures : public QObject {
    Q_OBJECT

    SecretMemory m_memory;

    static QString filledVault(TempVault &temp)
    {
        const auto log = leaves(1, 3000);
        {
            auto connection = temp.connect(Purpose::Write);
            const auto done = sync(*connection, log, checkpoint(log, 3000));
            if (!done) qFatal("%s", qPrintable(done.error().message));
        }
        const QString path = temp.vault->databasePath();
        temp.vault.reset();
        return path;
    }

  private Q_SLOTS:
    void aDamagedFirstPageIsCorruptNotWrongKey_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::newRow("salt") << qint64(3);
        QTest::newRow("header") << qint64(40);
        QTest::newRow("schema") << qint64(4000);
        QTest::newRow("seal") << qint64(8190);
    }
    void aDamagedFirstPageIsCorruptNotWrongKey()
    {
        QFETCH(qint64, at);
        TempVault temp;
        flip(filledVault(temp), at);
        const auto vault = Vault::unlockWithPassphrase(temp.path(), secret(passphrase));
        QVERIFY(!vault.ok());
        QCOMPARE(vault.error().code, Errc::Corrupt);
        QVERIFY(vault.error().message.contains(QLatin1String("sync anew")));
    }

    void everyDamagedPageIsFound()
    {
        TempVault temp;
        const QString path = filledVault(temp);
        const qint64 pages = QFileInfo(path).size() / 8192;
        QVERIFY(pages > 20);
        for (qint64 page = 1; page < pages; page += 5) {
            flip(path, page * 8192 + 100);
            auto vault = Vault::unlockWithPassphrase(temp.path(), secret(passphrase));
            const Error error = vault ? [&] {
                const auto checked = (*vault)->checkIntegrity();
                return checked ? Error{} : checked.error();
            }()
                                      : vault.error();
            QVERIFY2(error.code == Errc::Corrupt,
                     qPrintable(QStringLiteral("page %1: %2").arg(page).arg(error.message)));
            if (vault) (*vault)->lock();
            flip(path, page * 8192 + 100);
        }
        auto vault = Vault::unlockWithPassphrase(temp.path(), secret(passphrase));
        LW_OK(vault);
        LW_OK((*vault)->checkIntegrity());
    }

    void readingADamagedPageIsCorrupt()
    {
        TempVault temp;
        const QString path = filledVault(temp);
        for (qint64 page = 2; page < QFileInfo(path).size() / 8192; ++page)
            flip(path, page * 8192 + 500);
        auto vault = Vault::unlockWithPassphrase(temp.path(), secret(passphrase));
        const Error error = [&] {
            if (!vault) return vault.error();
            auto connection = (*vault)->connect();
            if (!connection) return connection.error();
            const auto list = EventReader(**connection).indices({});
            return list ? Error{} : list.error();
        }();
        QCOMPARE(error.code, Errc::Corrupt);
        QVERIFY(error.message.contains(QLatin1String("sync anew")));
    }

    void aDamagedCacheIsPutAsideAndANewOneMade()
    {
        TempVault temp;
        const QString path = filledVault(temp);
        flip(path, 40);
        QCOMPARE(Vault::unlockWithPassphrase(temp.path(), secret(passphrase)).error().code, Errc::Corrupt);
        const QDateTime now(QDate(2026, 11, 22), QTime(14, 0, 12), Qt::UTC);
        const auto kept = Vault::setAside(temp.path(), now);
        LW_OK(kept);
        QCOMPARE(*kept, QStringLiteral("cache.damaged-20261122T140012Z.db"));
        QVERIFY(QFile::exists(QDir(temp.path()).filePath(*kept)));
        QVERIFY(QFile::exists(QDir(temp.path()).filePath(QStringLiteral("keyslots.damaged-20261122T140012Z.json"))));
        QVERIFY(!Vault::exists(temp.path()));
        QCOMPARE(Vault::setAside(temp.path(), now).error().code, Errc::NotFound);
        auto fresh = Vault::create(temp.path(), secret("other"), cheap);
        LW_OK(fresh);
        fresh->vault->lock();
        const auto again = Vault::setAside(temp.path(), now);
        LW_OK(again);
        QVERIFY(*again != *kept);
        LW_OK(Vault::create(temp.path(), secret("third"), cheap));
        LW_OK(Vault::unlockWithPassphrase(temp.path(), secret("third")));
        QVERIFY(QFile::exists(QDir(temp.path()).filePath(*kept)));
    }

    void aMissingDatabaseIsCorrupt()
    {
        TempVault temp;
        QVERIFY(QFile::remove(filledVault(temp)));
        QCOMPARE(Vault::unlockWithPassphrase(temp.path(), secret(passphrase)).error().code, Errc::Corrupt);
        QVERIFY(!QFile::exists(QDir(temp.path()).filePath(QStringLiteral("cache.db"))));
        LW_OK(Vault::setAside(temp.path(), instant(firstMs)));
    }

    void damagedSlotsAreCorrupt()
    {
        TempVault temp;
        filledVault(temp);
        QFile slots(QDir(temp.path()).filePath(KeySlots::fileName()));
        QVERIFY(slots.open(QIODevice::WriteOnly));
        slots.write("{");
        slots.close();
        QVERIFY(Vault::exists(temp.path()));
        QCOMPARE(Vault::unlockWithPassphrase(temp.path(), secret(passphrase)).error().code, Errc::Corrupt);
        LW_OK(Vault::setAside(temp.path(), instant(firstMs)));
    }

    void aNewerSchemaIsRefusedUntouched()
    {
        TempVault temp;
        const QString path = temp.vault->databasePath();
        temp.vault.reset();
        const auto slots = KeySlots::load(temp.path());
        LW_OK(slots);
        const auto key = slots->openPassphrase(secret(passphrase));
        LW_OK(key);
        {
            auto file = DatabaseFile::open(path, *key, OpenMode::ReadWrite);
            LW_OK(file);
            LW_OK(execute(file->handle(), "CREATE TABLE later(v); PRAGMA user_version = 999", QString()));
        }
        const auto vault = Vault::unlockWithPassphrase(temp.path(), secret(passphrase));
        QVERIFY(!vault.ok());
        QCOMPARE(vault.error().code, Errc::NewerSchema);
        QVERIFY(vault.error().message.contains(QLatin1String("999")));
        auto file = DatabaseFile::open(path, *key, OpenMode::ReadWrite);
        LW_OK(file);
        LW_OK(execute(file->handle(), "SELECT v FROM later", QString()));
    }

    void aFullDiskLosesNothing()
    {
        // The same answer of the system as a disk without room, wherever the test runs.
        TempVault temp;
        const auto log = leaves(1, 4000);
        auto connection = temp.connect(Purpose::Write);
        LW_OK(sync(*connection, log, checkpoint(log, 500)));
        {
            const auto use = connection->use();
            LW_OK(execute(connection->handle(), "PRAGMA max_page_count = 40", QString()));
        }
        const auto full = sync(*connection, log, checkpoint(log, 4000));
        QVERIFY(!full.ok());
        QCOMPARE(full.error().code, Errc::DiskFull);
        QVERIFY(full.error().message.contains(QLatin1String("Free some space")));
        QCOMPARE(*EventReader(*connection).reverify(), checkpoint(log, 500));
        {
            const auto use = connection->use();
            LW_OK(execute(connection->handle(), "PRAGMA max_page_count = 1000000", QString()));
        }
        LW_OK(sync(*connection, log, checkpoint(log, 4000)));
        QCOMPARE(*EventReader(*connection).reverify(), checkpoint(log, 4000));
    }

    void aRealFullDiskLosesNothing()
    {
        SmallDisk disk(QStringLiteral("size=1m"));
        if (!disk.mounted()) QSKIP("this machine does not let the test mount a small file system");
        auto made = Vault::create(disk.path(), secret(passphrase), cheap);
        LW_OK(made);
        const auto log = leaves(1, 20'000);
        auto connection = made->vault->connect(Purpose::Write);
        LW_OK(connection);
        LW_OK(sync(**connection, log, checkpoint(log, 500)));
        const auto full = sync(**connection, log, checkpoint(log, 20'000));
        QVERIFY(!full.ok());
        QVERIFY2(full.error().code == Errc::DiskFull, qPrintable(full.error().message));
        connection->reset();
        made->vault.reset();
        auto vault = Vault::unlockWithPassphrase(disk.path(), secret(passphrase));
        LW_OK(vault);
        auto reader = (*vault)->connect();
        LW_OK(reader);
        QCOMPARE(*EventReader(**reader).reverify(), checkpoint(log, 500));
    }

    void aReadOnlyFolderIsSaid()
    {
        SmallDisk disk(QStringLiteral("size=4m"));
        if (!disk.mounted()) QSKIP("this machine does not let the test mount a file system");
        {
            auto made = Vault::create(disk.path(), secret(passphrase), cheap);
            LW_OK(made);
        }
        QVERIFY(disk.remountReadOnly());
        const auto vault = Vault::unlockWithPassphrase(disk.path(), secret(passphrase));
        QVERIFY(!vault.ok());
        QVERIFY2(vault.error().code == Errc::ReadOnly, qPrintable(vault.error().message));
        QVERIFY(vault.error().message.contains(QLatin1String("permissions")));
        const auto made = Vault::create(disk.path() + QStringLiteral("2"), secret(passphrase), cheap);
        QVERIFY(!made.ok());
        QVERIFY2(made.error().code == Errc::ReadOnly, qPrintable(made.error().message));
    }

    void aFileInTheFoldersPlaceIsSaid()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("cache"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto made = Vault::create(path, secret(passphrase), cheap);
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, Errc::Io);
        QVERIFY(made.error().message.contains(QLatin1String("in the way")));
    }

    void whatAKilledCreationLeftIsReplaced()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("cache.db")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        LW_OK(Vault::create(dir.path(), secret(passphrase), cheap));
        LW_OK(Vault::unlockWithPassphrase(dir.path(), secret(passphrase)));
    }
};

QTEST_GUILESS_MAIN(TestVaultFailures)
#include "tst_vaultfailures.moc"

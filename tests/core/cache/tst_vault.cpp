// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/eventreader.h"
#include "core/cache/keyslots.h"
#include "core/cache/statetable.h"
#include "tests/core/cache/cachefixtures.h"

#include <QMap>
#include <QSqlQuery>

#include <atomic>
#include <thread>

using namespace fixture;

namespace {

class MemoryKeyStore final : public KeyStore {
  public:
    Result<Secret> read(const QString &entry) override
    {
        if (broken) return makeError(Errc::Unsupported, QStringLiteral("No key store is running."));
        if (!entries.contains(entry)) return makeError(Errc::NotFound, QStringLiteral("No entry."));
        return entries.value(entry);
    }
    Result<void> write(const QString &entry, const Secret &secret) override
    {
        if (broken) return makeError(Errc::Unsupported, QStringLiteral("No key store is running."));
        entries.insert(entry, secret);
        return {};
    }
    Result<void> remove(const QString &entry) override
    {
        entries.remove(entry);
        return {};
    }
    QMap<QString, Secret> entries;
    bool broken = false;
};

}  // namespace

class TestVault : public QObject {
    Q_OBJECT

    SecretMemory m_memory;

    static void put(Vault &vault, const QByteArray &value)
    {
        auto connection = vault.connect(Purpose::Write);
        LW_OK(connection);
        LW_OK(StateTable(**connection).setValue(StateKey::Me, value));
    }
    static QByteArray got(Vault &vault)
    {
        auto connection = vault.connect();
        if (!connection) return connection.error().message.toUtf8();
        const auto value = StateTable(**connection).value(StateKey::Me);
        return value ? value->value_or("none") : value.error().message.toUtf8();
    }

  private Q_SLOTS:
    void eachWayOpensTheSameCache()
    {
        TempVault temp;
        MemoryKeyStore store;
        put(*temp.vault, "kept");
        QCOMPARE(*Vault::hasKeyStoreSlot(temp.path()), false);
        LW_OK(temp.vault->addKeyStoreSlot(store));
        QCOMPARE(*Vault::hasKeyStoreSlot(temp.path()), true);
        temp.vault.reset();
        QVERIFY(Vault::exists(temp.path()));
        const auto byPassphrase = Vault::unlockWithPassphrase(temp.path(), secret(passphrase));
        LW_OK(byPassphrase);
        QCOMPARE(got(**byPassphrase), QByteArray("kept"));
        const auto byRecovery = Vault::unlockWithRecoveryKey(temp.path(), temp.recoveryKey);
        LW_OK(byRecovery);
        QCOMPARE(got(**byRecovery), QByteArray("kept"));
        const auto byStore = Vault::unlockWithKeyStore(temp.path(), store);
        LW_OK(byStore);
        QCOMPARE(got(**byStore), QByteArray("kept"));
    }

    void wrongSecretsDoNotOpen()
    {
        TempVault temp;
        MemoryKeyStore store;
        temp.vault.reset();
        QCOMPARE(Vault::unlockWithPassphrase(temp.path(), secret("no")).error().code, Errc::WrongKey);
        QCOMPARE(Vault::unlockWithRecoveryKey(temp.path(), secret("no")).error().code, Errc::InvalidInput);
        TempVault other;
        QCOMPARE(Vault::unlockWithRecoveryKey(temp.path(), other.recoveryKey).error().code, Errc::WrongKey);
        QCOMPARE(Vault::unlockWithKeyStore(temp.path(), store).error().code, Errc::NotFound);
        QCOMPARE(Vault::unlockWithPassphrase(temp.path() + QStringLiteral("x"), secret("no")).error().code,
                 Errc::NotFound);
    }

    void aMissingKeyStoreIsSaid()
    {
        TempVault temp;
        MemoryKeyStore store;
        store.broken = true;
        QCOMPARE(temp.vault->addKeyStoreSlot(store).error().code, Errc::Unsupported);
        QCOMPARE(*Vault::hasKeyStoreSlot(temp.path()), false);
        store.broken = false;
        LW_OK(temp.vault->addKeyStoreSlot(store));
        store.broken = true;
        QCOMPARE(Vault::unlockWithKeyStore(temp.path(), store).error().code, Errc::Unsupported);
        store.broken = false;
        LW_OK(temp.vault->removeKeyStoreSlot(store));
        QVERIFY(store.entries.isEmpty());
        QCOMPARE(*Vault::hasKeyStoreSlot(temp.path()), false);
    }

    void theSystemsKeyStoreAnswersOrSaysWhyNot()
    {
        // Headless machines have none: the point is a sentence instead of a crash or a hang.
        const auto read = systemKeyStore()->read(QStringLiteral("linewarden-test-no-such-entry"));
        QVERIFY(!read.ok());
        QVERIFY(read.error().code == Errc::NotFound || read.error().code == Errc::Unsupported);
        QVERIFY(read.error().message.contains(QLatin1String("passphrase")));
    }

    void aChangedPassphraseRewrapsOnly()
    {
        TempVault temp;
        put(*temp.vault, "kept");
        const QString database = temp.vault->databasePath();
        QFile file(database);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray salt = file.read(16);
        QCOMPARE(temp.vault->changePassphrase(secret("wrong"), secret("next")).error().code, Errc::WrongKey);
        LW_OK(temp.vault->changePassphrase(secret(passphrase), secret("next")));
        QVERIFY(file.seek(0));
        QCOMPARE(file.read(16), salt);
        QCOMPARE(temp.vault->databasePath(), database);
        temp.vault.reset();
        QCOMPARE(Vault::unlockWithPassphrase(temp.path(), secret(passphrase)).error().code, Errc::WrongKey);
        LW_OK(Vault::unlockWithPassphrase(temp.path(), secret("next")));
        const auto recovered = Vault::unlockWithRecoveryKey(temp.path(), temp.recoveryKey);
        LW_OK(recovered);
        LW_OK((*recovered)->resetPassphrase(secret("third")));
        LW_OK(Vault::unlockWithPassphrase(temp.path(), secret("third")));
    }

    void aRenewedRecoveryKeyReplacesTheOld()
    {
        TempVault temp;
        const auto renewed = temp.vault->renewRecoveryKey();
        LW_OK(renewed);
        temp.vault.reset();
        QCOMPARE(Vault::unlockWithRecoveryKey(temp.path(), temp.recoveryKey).error().code, Errc::WrongKey);
        LW_OK(Vault::unlockWithRecoveryKey(temp.path(), *renewed));
    }

    void aRotatedKeyReencrypts()
    {
        TempVault temp;
        MemoryKeyStore store;
        const auto log = leaves(3, 700);
        const Checkpoint target = checkpoint(log, 700);
        {
            auto connection = temp.connect(Purpose::Write);
            LW_OK(sync(*connection, log, target));
        }
        LW_OK(temp.vault->addKeyStoreSlot(store));
        const QString before = temp.vault->databasePath();
        QFile file(before);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray oldBytes = file.readAll();
        auto old = temp.connect();
        QCOMPARE(temp.vault->rotateKey(secret("wrong")).error().code, Errc::WrongKey);
        const auto recovery = temp.vault->rotateKey(secret(passphrase));
        LW_OK(recovery);
        QVERIFY(!old->isOpen());
        QCOMPARE(EventReader(*old).count({}).error().code, Errc::Cancelled);
        QVERIFY(temp.vault->databasePath() != before);
        QVERIFY(!QFile::exists(before));
        QFile fresh(temp.vault->databasePath());
        QVERIFY(fresh.open(QIODevice::ReadOnly));
        QVERIFY(fresh.read(16) != oldBytes.left(16));
        auto connection = temp.connect();
        QCOMPARE(*EventReader(*connection).reverify(), target);
        LW_OK(temp.vault->checkIntegrity());
        connection.reset();
        temp.vault.reset();
        LW_OK(Vault::unlockWithPassphrase(temp.path(), secret(passphrase)));
        LW_OK(Vault::unlockWithRecoveryKey(temp.path(), *recovery));
        QCOMPARE(Vault::unlockWithRecoveryKey(temp.path(), temp.recoveryKey).error().code, Errc::WrongKey);
        QCOMPARE(Vault::unlockWithKeyStore(temp.path(), store).error().code, Errc::NotFound);
    }

    void aKeyIsRotatedAgainAndAgain()
    {
        TempVault temp;
        put(*temp.vault, "kept");
        for (int i = 0; i < 3; ++i)
            LW_OK(temp.vault->rotateKey(secret(passphrase)));
        QCOMPARE(got(*temp.vault), QByteArray("kept"));
        QCOMPARE(QDir(temp.path()).entryList({QStringLiteral("*.db")}, QDir::Files).size(), 1);
    }

    void aCacheInUseElsewhereIsNotRotated()
    {
        TempVault temp;
        const auto other = Vault::unlockWithPassphrase(temp.path(), secret(passphrase));
        LW_OK(other);
        QCOMPARE(temp.vault->rotateKey(secret(passphrase)).error().code, Errc::Conflict);
        put(*temp.vault, "kept");
        QCOMPARE(got(**other), QByteArray("kept"));
        (*other)->lock();
        LW_OK(temp.vault->rotateKey(secret(passphrase)));
        QCOMPARE(got(*temp.vault), QByteArray("kept"));
    }

    void lockingClosesEverything()
    {
        TempVault temp;
        auto connection = temp.connect();
        QVERIFY(!temp.vault->isLocked());
        temp.vault->lock();
        QVERIFY(temp.vault->isLocked());
        QVERIFY(!connection->isOpen());
        QCOMPARE(StateTable(*connection).value(StateKey::Me).error().code, Errc::Cancelled);
        QCOMPARE(temp.vault->connect().error().code, Errc::Cancelled);
        QCOMPARE(temp.vault->changePassphrase(secret(passphrase), secret("x")).error().code, Errc::Cancelled);
        QCOMPARE(temp.vault->rotateKey(secret(passphrase)).error().code, Errc::Cancelled);
        temp.vault->lock();
        connection.reset();
        LW_OK(Vault::unlockWithPassphrase(temp.path(), secret(passphrase)));
    }

    void lockingEndsARunningQuery()
    {
        TempVault temp;
        std::atomic<bool> running = false;
        std::optional<Errc> outcome;
        std::thread reader([&] {
            auto connection = temp.connect();
            const auto use = connection->use();
            running = true;
            QSqlQuery query(connection->database());
            const bool ok = query.exec(
                QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT max(i) FROM n"));
            outcome = ok ? Errc::Internal : Errc::Cancelled;
        });
        while (!running)
            std::this_thread::yield();
        temp.vault->lock();
        reader.join();
        QCOMPARE(outcome, std::optional(Errc::Cancelled));
    }

    void idlenessIsMeasured()
    {
        TempVault temp;
        QTRY_VERIFY(temp.vault->idleMs() >= 20);
        const qint64 before = temp.vault->idleMs();
        temp.vault->touch();
        QVERIFY(temp.vault->idleMs() < before);
    }

    void aSecondOneIsNotMadeOverTheFirst()
    {
        TempVault temp;
        QCOMPARE(Vault::create(temp.path(), secret("x"), cheap).error().code, Errc::Conflict);
        QCOMPARE(Vault::create(temp.path(), Secret(), cheap).error().code, Errc::InvalidInput);
    }

    void theFilesArePrivate()
    {
        TempVault temp;
        put(*temp.vault, "kept");
        const auto connection = temp.connect();
        const QFileInfoList files = QDir(temp.path()).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 3);
        for (const QFileInfo &file : files) {
            if (file.suffix() == QLatin1String("lock")) continue;
            QVERIFY2(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), qPrintable(file.fileName()));
        }
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The encrypted cache of one profile: a SQLCipher file and its key slots in a folder of their own. Unlocking a vault
// puts the key in locked memory; locking it closes every connection and wipes the key.
#pragma once

#include "core/cache/connection.h"
#include "core/cache/keystore.h"
#include "core/util/result.h"
#include "core/util/secret.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <memory>

namespace lw::cache {

class KeySlots;
struct KdfCost;
struct NewVault;

class Vault {
  public:
    ~Vault();
    Vault(const Vault &) = delete;
    Vault &operator=(const Vault &) = delete;

    /// True when the folder holds key slots, readable or not.
    static bool exists(const QString &directory);

    /// Makes folder, file and slots. Errc::Conflict: there is one already. Errc::ReadOnly, DiskFull, Io.
    static Result<NewVault> create(const QString &directory, const Secret &passphrase);
    static Result<NewVault> create(const QString &directory, const Secret &passphrase, const KdfCost &cost);

    /// Errc::NotFound: no vault there. Errc::WrongKey: the secret opens no slot. Errc::Corrupt: slots or file damaged
    /// (offer setAside()). Errc::NewerSchema: written by a newer version. Errc::ReadOnly, DiskFull, Io, Conflict
    /// (busy).
    static Result<std::unique_ptr<Vault>> unlockWithPassphrase(const QString &directory, const Secret &passphrase);
    /// `typed` as the person types it; Errc::InvalidInput names the group with the typing mistake.
    static Result<std::unique_ptr<Vault>> unlockWithRecoveryKey(const QString &directory, const Secret &typed);
    /// Besides the above what KeyStore::read() gives; Errc::NotFound when no key store slot was added here.
    static Result<std::unique_ptr<Vault>> unlockWithKeyStore(const QString &directory, KeyStore &store);

    /// Whether a key store slot was added (says nothing about the store itself).
    static Result<bool> hasKeyStoreSlot(const QString &directory);

    /// Moves cache and slots of a damaged vault aside under a dated name in the same folder and returns the name of the
    /// database put aside; create() may follow. The old secrets still open what was put aside.
    static Result<QString> setAside(const QString &directory, const QDateTime &nowUtc);

    /// One a thread. Errc::Cancelled when the vault is locked.
    Result<std::unique_ptr<Connection>> connect(Purpose purpose = Purpose::Read);

    /// Reads every page: Errc::Corrupt with a sentence when one does not verify. Slow on large caches.
    Result<void> checkIntegrity(const CancelToken &cancel = CancelToken::none());

    /// Rewraps the key; the file stays as it is. Errc::WrongKey unless `current` opens the passphrase slot.
    Result<void> changePassphrase(const Secret &current, const Secret &next);
    /// The same for somebody who came in by recovery key or key store.
    Result<void> resetPassphrase(const Secret &next);
    /// A new printed key; the former no longer opens the vault.
    Result<Secret> renewRecoveryKey();
    Result<void> addKeyStoreSlot(KeyStore &store);
    Result<void> removeKeyStoreSlot(KeyStore &store);

    /// Re-encrypts the file under a new key and returns the new printed recovery key. The passphrase stays; a key store
    /// slot is dropped and has to be added again. Closes all connections of this vault; Errc::Conflict when another
    /// program has the cache open. Killed at any point, either the old or the new state opens.
    Result<Secret> rotateKey(const Secret &passphrase);

    /// Interrupts and closes every connection and wipes the key. Every call afterwards gives Errc::Cancelled.
    void lock();
    bool isLocked() const;

    /// For auto-lock: the person did something now.
    void touch();
    /// Monotonic milliseconds since unlock or the last touch().
    qint64 idleMs() const;

    QString directory() const;
    /// The database file at present (it changes its name when the key is rotated).
    QString databasePath() const;

  private:
    struct State;
    explicit Vault(std::unique_ptr<State> state);
    static Result<std::unique_ptr<Vault>> open(const QString &directory, KeySlots slots, Secret key);
    Result<void> rewrap(const std::function<Result<void>(KeySlots &, const Secret &)> &change);
    std::unique_ptr<State> m_state;
};

struct NewVault {
    std::unique_ptr<Vault> vault;
    Secret recoveryKey;  ///< printable groups, to be shown once
};

}  // namespace lw::cache

// SPDX-License-Identifier: GPL-3.0-or-later
// What an unlocked Vault is made of. Internal to Vault and key rotation.
#pragma once

#include "core/cache/connectiongroup.h"
#include "core/cache/databasefile.h"
#include "core/cache/keyslots.h"
#include "core/cache/vault.h"

#include <QElapsedTimer>
#include <QLockFile>

namespace lw::cache {

struct Vault::State {
    State(const QString &directory, KeySlots keySlots, const Secret &key)
        : group(directory, keySlots.databaseName(), key), slots(std::move(keySlots))
    {
        clock.start();
    }

    ConnectionGroup group;
    /// Stays open as long as the vault: the file then counts as in use, so that no other program rotates its key.
    DatabaseFile anchor;
    KeySlots slots;
    QElapsedTimer clock;
    std::atomic<qint64> lastUseMs = 0;  ///< by `clock`
    mutable std::mutex mutex;           ///< guards anchor and slots
};

/// A lock against other threads and other programs; Errc::Conflict names the holder. A sync takes Events, a change of
/// the slots Slots, and what replaces the database takes both.
class WriterLock {
  public:
    enum class What { Events, Slots };
    static Result<std::unique_ptr<WriterLock>> take(const QString &directory, What what, int waitMs = 0);

  private:
    explicit WriterLock(const QString &path) : m_file(path) {}
    QLockFile m_file;
};

/// Writes the database of `from` anew under `newKey` into the file `to`, verified and durable. Errc::Conflict when
/// another program has it open.
Result<void> reencrypt(const QString &from, const Secret &oldKey, const QString &to, const Secret &newKey);

/// Deletes a database with its journal files.
void removeDatabase(const QString &path);

/// Removes what an interrupted rotation left beside the database that counts.
void removeLeftovers(const QString &directory, const QString &databaseName);

}  // namespace lw::cache

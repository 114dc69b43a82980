// SPDX-License-Identifier: GPL-3.0-or-later
// The ways into a cache, as LUKS has them: the one key of the database, wrapped once for each secret that may open it.
// They lie in keyslots.json beside the database; docs/schema-cache.md describes the file.
#pragma once

#include "core/cache/keywrap.h"

#include <QString>

#include <map>
#include <optional>

namespace lw::cache {

enum class SlotType { Passphrase, Recovery, KeyStore };

class KeySlots {
  public:
    static constexpr qint64 maxFileBytes = 64 * 1024;
    static QString fileName() { return QStringLiteral("keyslots.json"); }

    /// No slots yet; a random vault id.
    static KeySlots fresh(const QString &databaseName);

    /// Errc::NotFound, Corrupt (no slots file, a field missing or out of bounds), NewerSchema, Io.
    static Result<KeySlots> load(const QString &directory);
    static Result<KeySlots> fromJson(const QByteArray &json);
    QByteArray toJson() const;
    /// Atomically, readable by the owner only. Errc::ReadOnly, DiskFull, Io.
    Result<void> save(const QString &directory) const;

    QString vaultId() const { return m_vaultId; }
    /// Name (never a path) of the database file that these slots open.
    QString databaseName() const { return m_databaseName; }
    bool has(SlotType type) const { return m_slots.contains(type); }
    /// Under which name the key store keeps its secret for this vault.
    QString keyStoreEntry() const { return QStringLiteral("linewarden-cache-") + m_vaultId; }

    /// Each replaces the slot of its type. `key` has 32 bytes, as have the recovery and key store secrets.
    Result<void> setPassphrase(const Secret &key, const Secret &passphrase, const KdfCost &cost);
    Result<void> setRecovery(const Secret &key, const Secret &recoveryKey);
    Result<void> setKeyStore(const Secret &key, const Secret &storeSecret);
    void remove(SlotType type) { m_slots.erase(type); }

    /// Errc::WrongKey when the secret does not open its slot, or the slot was altered; Errc::NotFound: no such slot.
    Result<Secret> openPassphrase(const Secret &passphrase) const;
    Result<Secret> openRecovery(const Secret &recoveryKey) const;
    Result<Secret> openKeyStore(const Secret &storeSecret) const;

    /// Of the passphrase slot.
    KdfCost cost() const;

    /// Errc::InvalidInput (field "passphrase") when empty or over 1,024 bytes.
    static Result<void> checkPassphrase(const Secret &passphrase);

  private:
    struct Slot {
        QByteArray id;
        QByteArray salt;
        std::optional<KdfCost> cost;  ///< passphrase slots only
        WrappedKey wrapped;
    };
    QByteArray context(SlotType type, const Slot &slot) const;
    Result<Secret> open(SlotType type, const Secret &secret) const;
    Result<void> set(SlotType type, const Secret &key, const Secret &secret, const std::optional<KdfCost> &cost);
    static Result<Slot> slotFromJson(const QJsonObject &object, SlotType type);

    QString m_vaultId;
    QString m_databaseName;
    std::map<SlotType, Slot> m_slots;
};

}  // namespace lw::cache

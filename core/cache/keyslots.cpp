// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/keyslots.h"

#include "core/cache/durablefile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <sodium.h>

namespace lw::cache {

namespace {

constexpr int currentVersion = 1;
constexpr int maxSlots = 8;
constexpr int idBytes = 8;

QByteArray randomBytes(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(size));
    return bytes;
}

QString slotTypeName(SlotType type)
{
    switch (type) {
        case SlotType::Passphrase: return QStringLiteral("passphrase");
        case SlotType::Recovery: return QStringLiteral("recovery");
        case SlotType::KeyStore: return QStringLiteral("keystore");
    }
    return {};
}

std::optional<SlotType> slotTypeFromName(const QString &name)
{
    for (SlotType type : {SlotType::Passphrase, SlotType::Recovery, SlotType::KeyStore})
        if (name == slotTypeName(type)) return type;
    return std::nullopt;
}

Error damaged(const QString &field)
{
    return makeError(
        Errc::Corrupt,
        QStringLiteral("The key file of the cache is damaged (%1). Put the cache aside and sync anew; the back "
                       "end still has every event.")
            .arg(field),
        field);
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

// Exactly `size` bytes in lower-case hexadecimal, and no other spelling of them.
Result<QByteArray> bytesFrom(const QJsonObject &object, QLatin1String field, int size)
{
    const QByteArray text = object.value(field).toString().toLatin1();
    const QByteArray bytes = QByteArray::fromHex(text);
    if (bytes.size() != size || bytes.toHex() != text) return damaged(field);
    return bytes;
}

}  // namespace

KeySlots KeySlots::fresh(const QString &databaseName)
{
    KeySlots slots;
    slots.m_vaultId = hex(randomBytes(16));
    slots.m_databaseName = databaseName;
    return slots;
}

Result<void> KeySlots::checkPassphrase(const Secret &passphrase)
{
    if (passphrase.isEmpty())
        return makeError(Errc::InvalidInput, QStringLiteral("The passphrase is empty. Choose one."),
                         QStringLiteral("passphrase"));
    if (passphrase.size() > 1024)
        return makeError(Errc::InvalidInput, QStringLiteral("The passphrase is longer than 1,024 bytes. Shorten it."),
                         QStringLiteral("passphrase"));
    return {};
}

QByteArray KeySlots::context(SlotType type, const Slot &slot) const
{
    QStringList parts{QStringLiteral("linewarden key slot"),
                      QString::number(currentVersion),
                      m_vaultId,
                      m_databaseName,
                      slotTypeName(type),
                      hex(slot.id)};
    if (slot.cost)
        parts << QStringLiteral("argon2id") << QString::number(slot.cost->operations)
              << QString::number(slot.cost->memoryBytes);
    return parts.join(u'\n').toUtf8();
}

Result<void> KeySlots::set(SlotType type, const Secret &key, const Secret &secret, const std::optional<KdfCost> &cost)
{
    Slot slot;
    slot.id = randomBytes(idBytes);
    slot.salt = randomBytes(saltBytes);
    slot.cost = cost;
    Secret under = secret;
    if (cost) {
        auto stretched = stretchPassphrase(secret, slot.salt, *cost);
        if (!stretched) return stretched.error();
        under = *stretched;
    }
    auto wrapped = wrapKey(key, under, slot.salt, context(type, slot));
    if (!wrapped) return wrapped.error();
    slot.wrapped = *wrapped;
    m_slots[type] = slot;
    return {};
}

Result<void> KeySlots::setPassphrase(const Secret &key, const Secret &passphrase, const KdfCost &cost)
{
    if (auto fit = checkPassphrase(passphrase); !fit) return fit;
    return set(SlotType::Passphrase, key, passphrase, cost);
}

Result<void> KeySlots::setRecovery(const Secret &key, const Secret &recoveryKey)
{
    return set(SlotType::Recovery, key, recoveryKey, std::nullopt);
}

Result<void> KeySlots::setKeyStore(const Secret &key, const Secret &storeSecret)
{
    return set(SlotType::KeyStore, key, storeSecret, std::nullopt);
}

Result<Secret> KeySlots::open(SlotType type, const Secret &secret) const
{
    const auto found = m_slots.find(type);
    if (found == m_slots.end())
        return makeError(Errc::NotFound, QStringLiteral("This cache has no slot of type %1.").arg(slotTypeName(type)));
    const Slot &slot = found->second;
    Secret under = secret;
    if (slot.cost) {
        auto stretched = stretchPassphrase(secret, slot.salt, *slot.cost);
        if (!stretched) return stretched.error();
        under = *stretched;
    }
    return unwrapKey(slot.wrapped, under, slot.salt, context(type, slot));
}

Result<Secret> KeySlots::openPassphrase(const Secret &passphrase) const
{
    auto key = open(SlotType::Passphrase, passphrase);
    if (!key && key.error().code == Errc::WrongKey)
        return makeError(Errc::WrongKey,
                         QStringLiteral("This is not the passphrase of the cache. Try again, or use the "
                                        "printed recovery key."),
                         QStringLiteral("passphrase"));
    return key;
}

Result<Secret> KeySlots::openRecovery(const Secret &recoveryKey) const
{
    auto key = open(SlotType::Recovery, recoveryKey);
    if (!key && key.error().code == Errc::WrongKey)
        return makeError(Errc::WrongKey,
                         QStringLiteral("This recovery key belongs to another cache, or was replaced by a "
                                        "newer one."),
                         QStringLiteral("recoveryKey"));
    return key;
}

Result<Secret> KeySlots::openKeyStore(const Secret &storeSecret) const
{
    if (storeSecret.size() != keyBytes)
        return makeError(Errc::WrongKey, QStringLiteral("The key store's entry is no key of a cache. Unlock with the "
                                                        "passphrase and add it again."));
    auto key = open(SlotType::KeyStore, storeSecret);
    if (!key && key.error().code == Errc::WrongKey)
        return makeError(Errc::WrongKey,
                         QStringLiteral("The key store's entry does not open this cache. Unlock with the "
                                        "passphrase and add it again."));
    return key;
}

KdfCost KeySlots::cost() const
{
    const auto found = m_slots.find(SlotType::Passphrase);
    return found != m_slots.end() && found->second.cost ? *found->second.cost : KdfCost{};
}

QByteArray KeySlots::toJson() const
{
    QJsonArray list;
    for (const auto &[type, slot] : m_slots) {
        QJsonObject object{{QStringLiteral("type"), slotTypeName(type)},
                           {QStringLiteral("id"), hex(slot.id)},
                           {QStringLiteral("salt"), hex(slot.salt)},
                           {QStringLiteral("nonce"), hex(slot.wrapped.nonce)},
                           {QStringLiteral("wrapped"), hex(slot.wrapped.bytes)},
                           {QStringLiteral("tag"), hex(slot.wrapped.tag)}};
        if (slot.cost)
            object.insert(QStringLiteral("kdf"),
                          QJsonObject{{QStringLiteral("name"), QStringLiteral("argon2id")},
                                      {QStringLiteral("operations"), static_cast<qint64>(slot.cost->operations)},
                                      {QStringLiteral("memoryBytes"), static_cast<qint64>(slot.cost->memoryBytes)}});
        list.append(object);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), QStringLiteral("linewarden-keyslots")},
                                     {QStringLiteral("version"), currentVersion},
                                     {QStringLiteral("vaultId"), m_vaultId},
                                     {QStringLiteral("database"), m_databaseName},
                                     {QStringLiteral("slots"), list}})
        .toJson();
}

Result<KeySlots::Slot> KeySlots::slotFromJson(const QJsonObject &object, SlotType type)
{
    Slot slot;
    const struct {
        QLatin1String field;
        int size;
        QByteArray *into;
    } fields[] = {{QLatin1String("id"), idBytes, &slot.id},
                  {QLatin1String("salt"), saltBytes, &slot.salt},
                  {QLatin1String("nonce"), nonceBytes, &slot.wrapped.nonce},
                  {QLatin1String("wrapped"), keyBytes, &slot.wrapped.bytes},
                  {QLatin1String("tag"), tagBytes, &slot.wrapped.tag}};
    for (const auto &field : fields) {
        auto bytes = bytesFrom(object, field.field, field.size);
        if (!bytes) return bytes.error();
        *field.into = *bytes;
    }
    if (type != SlotType::Passphrase) return slot;
    const QJsonObject kdf = object.value(QLatin1String("kdf")).toObject();
    if (kdf.value(QLatin1String("name")).toString() != QLatin1String("argon2id"))
        return damaged(QStringLiteral("kdf.name"));
    const qint64 operations = kdf.value(QLatin1String("operations")).toInteger(-1);
    const qint64 memory = kdf.value(QLatin1String("memoryBytes")).toInteger(-1);
    if (operations < 1 || operations > KdfCost::maxOperations) return damaged(QStringLiteral("kdf.operations"));
    if (memory < static_cast<qint64>(KdfCost::minMemoryBytes) || memory > static_cast<qint64>(KdfCost::maxMemoryBytes))
        return damaged(QStringLiteral("kdf.memoryBytes"));
    slot.cost = KdfCost{static_cast<quint32>(operations), static_cast<quint64>(memory)};
    return slot;
}

Result<KeySlots> KeySlots::fromJson(const QByteArray &json)
{
    if (json.size() > maxFileBytes) return damaged(QStringLiteral("size"));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject()) return damaged(QStringLiteral("json"));
    const QJsonObject root = document.object();
    if (root.value(QLatin1String("format")).toString() != QLatin1String("linewarden-keyslots"))
        return damaged(QStringLiteral("format"));
    const qint64 version = root.value(QLatin1String("version")).toInteger(-1);
    if (version > currentVersion)
        return makeError(Errc::NewerSchema,
                         QStringLiteral("The key file of the cache was written by a newer Linewarden. "
                                        "Update this one."));
    if (version != currentVersion) return damaged(QStringLiteral("version"));

    KeySlots slots;
    const auto vaultId = bytesFrom(root, QLatin1String("vaultId"), 16);
    if (!vaultId) return vaultId.error();
    slots.m_vaultId = hex(*vaultId);
    slots.m_databaseName = root.value(QLatin1String("database")).toString();
    // A name made by this program and nothing that leads out of the folder.
    static const QRegularExpression name(QStringLiteral("\\Acache(-[0-9]{1,9})?\\.db\\z"));
    if (!name.match(slots.m_databaseName).hasMatch()) return damaged(QStringLiteral("database"));

    const QJsonArray list = root.value(QLatin1String("slots")).toArray();
    if (list.isEmpty() || list.size() > maxSlots) return damaged(QStringLiteral("slots"));
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        const auto type = slotTypeFromName(object.value(QLatin1String("type")).toString());
        if (!type || slots.has(*type)) return damaged(QStringLiteral("slots.type"));
        auto slot = slotFromJson(object, *type);
        if (!slot) return slot.error();
        slots.m_slots[*type] = *slot;
    }
    return slots;
}

Result<KeySlots> KeySlots::load(const QString &directory)
{
    const QString path = QDir(directory).filePath(fileName());
    auto json = readSmallFile(path, maxFileBytes);
    if (!json) {
        if (json.error().code == Errc::NotFound)
            return makeError(Errc::NotFound,
                             QStringLiteral("There is no cache in %1.").arg(QDir::toNativeSeparators(directory)));
        if (json.error().code == Errc::TooLarge) return damaged(QStringLiteral("size"));
        return json.error();
    }
    return fromJson(*json);
}

Result<void> KeySlots::save(const QString &directory) const
{
    return writeDurably(QDir(directory).filePath(fileName()), toJson());
}

}  // namespace lw::cache

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/vault.h"

#include "core/cache/durablefile.h"
#include "core/cache/recoverykey.h"
#include "core/cache/schema.h"
#include "core/cache/vaultstate.h"

#include <QDir>
#include <QFileInfo>

namespace lw::cache {

namespace {

const QString firstDatabaseName = QStringLiteral("cache.db");

Error lockedError()
{
    return makeError(Errc::Cancelled, QStringLiteral("The cache was locked. Unlock it and try again."));
}

Error damagedFile()
{
    return makeError(Errc::Corrupt,
                     QStringLiteral("The cache is damaged: its key is right, but the file does not open. Put "
                                    "the file aside and sync anew; the back end still has every event."));
}

}  // namespace

Vault::Vault(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Vault::~Vault()
{
    lock();
}

bool Vault::exists(const QString &directory)
{
    return QFileInfo::exists(QDir(directory).filePath(KeySlots::fileName()));
}

Result<NewVault> Vault::create(const QString &directory, const Secret &passphrase)
{
    return create(directory, passphrase, KdfCost{});
}

Result<NewVault> Vault::create(const QString &directory, const Secret &passphrase, const KdfCost &cost)
{
    if (auto fit = KeySlots::checkPassphrase(passphrase); !fit) return fit.error();
    if (auto made = makePrivateFolder(directory); !made) return made.error();
    const auto writer = WriterLock::take(directory, WriterLock::What::Events);
    if (!writer) return writer.error();
    const auto slotLock = WriterLock::take(directory, WriterLock::What::Slots, 2000);
    if (!slotLock) return slotLock.error();
    if (exists(directory))
        return makeError(Errc::Conflict,
                         QStringLiteral("There is a cache in this folder already. Unlock it, or put it aside "
                                        "first."));
    // A database without slots can never be opened: what a killed create() left.
    const QString path = QDir(directory).filePath(firstDatabaseName);
    removeDatabase(path);
    // SQLite gives its journal files the permissions of the database: make it private before it has content.
    if (auto made = writeDurably(path, QByteArray()); !made) return made.error();

    const Secret key = randomSecret(keyBytes);
    const Secret recovery = randomSecret(keyBytes);
    KeySlots slots = KeySlots::fresh(firstDatabaseName);
    if (auto set = slots.setPassphrase(key, passphrase, cost); !set) return set.error();
    if (auto set = slots.setRecovery(key, recovery); !set) return set.error();
    {
        auto file = DatabaseFile::open(path, key, OpenMode::Create);
        if (!file) return file.error();
        if (auto wal = execute(file->handle(), "PRAGMA journal_mode = WAL", QStringLiteral("Making the cache")); !wal)
            return wal.error();
        if (auto migrated = migrate(file->handle()); !migrated) return migrated.error();
    }
    syncFolder(directory);
    if (auto saved = slots.save(directory); !saved) return saved.error();
    auto vault = open(directory, std::move(slots), key);
    if (!vault) return vault.error();
    return NewVault{std::move(*vault), printRecoveryKey(recovery)};
}

Result<std::unique_ptr<Vault>> Vault::open(const QString &directory, KeySlots slots, Secret key)
{
    const QString path = QDir(directory).filePath(slots.databaseName());
    auto file = DatabaseFile::open(path, key, OpenMode::ReadWrite);
    if (!file) {
        const Errc code = file.error().code;
        if (code == Errc::WrongKey || code == Errc::NotFound) return damagedFile();
        return file.error();
    }
    if (sqlite3_db_readonly(file->handle(), "main") == 1)
        return sqliteError(nullptr, SQLITE_READONLY, QStringLiteral("Opening the cache"));
    if (auto migrated = migrate(file->handle()); !migrated) return migrated.error();
    removeLeftovers(directory, slots.databaseName());
    auto state = std::make_unique<State>(directory, std::move(slots), key);
    state->anchor = std::move(*file);
    return std::unique_ptr<Vault>(new Vault(std::move(state)));
}

namespace {

// Another program may rotate the key between reading the slots and opening the file: then the slots are read again.
template <typename OpenSlot, typename OpenVault>
auto unlockSlots(const QString &directory, OpenSlot openSlot, OpenVault openVault)
    -> decltype(openVault(KeySlots(), Secret()))
{
    for (int attempt = 0;; ++attempt) {
        auto slots = KeySlots::load(directory);
        if (!slots) return slots.error();
        const QString name = slots->databaseName();
        auto key = openSlot(*slots);
        if (!key) return key.error();
        auto vault = openVault(std::move(*slots), *key);
        if (vault || vault.error().code != Errc::Corrupt || attempt > 0) return vault;
        const auto again = KeySlots::load(directory);
        if (!again || again->databaseName() == name) return vault;
    }
}

}  // namespace

Result<std::unique_ptr<Vault>> Vault::unlockWithPassphrase(const QString &directory, const Secret &passphrase)
{
    return unlockSlots(
        directory, [&](const KeySlots &slots) { return slots.openPassphrase(passphrase); },
        [&](KeySlots slots, const Secret &key) { return open(directory, std::move(slots), key); });
}

Result<std::unique_ptr<Vault>> Vault::unlockWithRecoveryKey(const QString &directory, const Secret &typed)
{
    const auto recovery = readRecoveryKey(typed);
    if (!recovery) return recovery.error();
    return unlockSlots(
        directory, [&](const KeySlots &slots) { return slots.openRecovery(*recovery); },
        [&](KeySlots slots, const Secret &key) { return open(directory, std::move(slots), key); });
}

Result<std::unique_ptr<Vault>> Vault::unlockWithKeyStore(const QString &directory, KeyStore &store)
{
    return unlockSlots(
        directory,
        [&](const KeySlots &slots) -> Result<Secret> {
            if (!slots.has(SlotType::KeyStore))
                return makeError(Errc::NotFound,
                                 QStringLiteral("This cache was not added to the key store of this computer. "
                                                "Unlock with the passphrase."));
            auto secret = store.read(slots.keyStoreEntry());
            if (!secret) return secret.error();
            return slots.openKeyStore(*secret);
        },
        [&](KeySlots slots, const Secret &key) { return open(directory, std::move(slots), key); });
}

Result<bool> Vault::hasKeyStoreSlot(const QString &directory)
{
    const auto slots = KeySlots::load(directory);
    if (!slots) return slots.error();
    return slots->has(SlotType::KeyStore);
}

Result<QString> Vault::setAside(const QString &directory, const QDateTime &nowUtc)
{
    if (!exists(directory))
        return makeError(Errc::NotFound, QStringLiteral("There is no cache in this folder to put aside."));
    const auto writer = WriterLock::take(directory, WriterLock::What::Events);
    if (!writer) return writer.error();
    const auto slotLock = WriterLock::take(directory, WriterLock::What::Slots, 2000);
    if (!slotLock) return slotLock.error();
    QDir folder(directory);
    const QString stamp = nowUtc.toUTC().toString(QStringLiteral("yyyyMMdd'T'hhmmss'Z'"));
    QString suffix = QStringLiteral(".damaged-") + stamp;
    for (int n = 2; folder.exists(QStringLiteral("keyslots%1.json").arg(suffix)); ++n)
        suffix = QStringLiteral(".damaged-%1-%2").arg(stamp).arg(n);

    QString kept;
    // The slots go last: as long as they are there, a kill in between leaves a vault that can be put aside again.
    QStringList names = folder.entryList({QStringLiteral("cache.db*"), QStringLiteral("cache-*.db*")}, QDir::Files);
    names << KeySlots::fileName();
    for (const QString &name : std::as_const(names)) {
        const qsizetype dot = name.indexOf(u'.');
        const QString to = name.left(dot) + suffix + name.mid(dot);
        if (!folder.rename(name, to))
            return makeError(Errc::Io,
                             QStringLiteral("%1 could not be renamed. Close other programs that use the cache, check "
                                            "the folder's permissions and try again.")
                                 .arg(QDir::toNativeSeparators(folder.filePath(name))));
        if (name.endsWith(QLatin1String(".db"))) kept = to;
    }
    syncFolder(directory);
    return kept;
}

Result<std::unique_ptr<Connection>> Vault::connect(Purpose purpose)
{
    return m_state->group.connect(purpose);
}

Result<void> Vault::checkIntegrity(const CancelToken &cancel)
{
    auto connection = connect(Purpose::Read);
    if (!connection) return connection.error();
    const auto use = (*connection)->use(cancel);
    if (!use) return use.error();
    const QString what = QStringLiteral("Checking the cache");
    // The first reads each page's seal, the second what the pages say; the latter gives one row "ok".
    for (const char *sql : {"PRAGMA cipher_integrity_check", "PRAGMA integrity_check(1)"}) {
        auto check = Statement::prepare((*connection)->handle(), sql, what);
        if (!check) return check.error();
        int code = check->step();
        for (; code == SQLITE_ROW; code = check->step())
            if (check->bytes(0) != QByteArrayView("ok")) return damagedFile();
        if (code != SQLITE_DONE) return sqliteError((*connection)->handle(), code, what);
    }
    return {};
}

Result<void> Vault::rewrap(const std::function<Result<void>(KeySlots &, const Secret &)> &change)
{
    const std::lock_guard guard(m_state->mutex);
    if (m_state->group.isShut()) return lockedError();
    const auto writer = WriterLock::take(directory(), WriterLock::What::Slots, 2000);
    if (!writer) return writer.error();
    // Another program may have changed a slot meanwhile; the database cannot have changed, the anchor sees to that.
    auto slots = KeySlots::load(directory());
    if (!slots) return slots.error();
    if (auto changed = change(*slots, m_state->group.key()); !changed) return changed;
    if (auto saved = slots->save(directory()); !saved) return saved;
    m_state->slots = std::move(*slots);
    return {};
}

Result<void> Vault::changePassphrase(const Secret &current, const Secret &next)
{
    return rewrap([&](KeySlots &slots, const Secret &key) -> Result<void> {
        if (auto opened = slots.openPassphrase(current); !opened) return opened.error();
        return slots.setPassphrase(key, next, slots.cost());
    });
}

Result<void> Vault::resetPassphrase(const Secret &next)
{
    return rewrap([&](KeySlots &slots, const Secret &key) { return slots.setPassphrase(key, next, slots.cost()); });
}

Result<Secret> Vault::renewRecoveryKey()
{
    const Secret recovery = randomSecret(keyBytes);
    const auto done = rewrap([&](KeySlots &slots, const Secret &key) { return slots.setRecovery(key, recovery); });
    if (!done) return done.error();
    return printRecoveryKey(recovery);
}

Result<void> Vault::addKeyStoreSlot(KeyStore &store)
{
    const Secret secret = randomSecret(keyBytes);
    return rewrap([&](KeySlots &slots, const Secret &key) -> Result<void> {
        if (auto written = store.write(slots.keyStoreEntry(), secret); !written) return written;
        return slots.setKeyStore(key, secret);
    });
}

Result<void> Vault::removeKeyStoreSlot(KeyStore &store)
{
    return rewrap([&](KeySlots &slots, const Secret &) -> Result<void> {
        slots.remove(SlotType::KeyStore);
        // Without its slot the entry opens nothing: that the store is away is no reason to keep the slot.
        (void)store.remove(slots.keyStoreEntry());
        return {};
    });
}

Result<Secret> Vault::rotateKey(const Secret &passphrase)
{
    const std::lock_guard guard(m_state->mutex);
    State &state = *m_state;
    if (state.group.isShut()) return lockedError();
    const auto writer = WriterLock::take(directory(), WriterLock::What::Events);
    if (!writer) return writer.error();
    const auto slotLock = WriterLock::take(directory(), WriterLock::What::Slots, 2000);
    if (!slotLock) return slotLock.error();
    auto slots = KeySlots::load(directory());
    if (!slots) return slots.error();
    if (auto opened = slots->openPassphrase(passphrase); !opened) return opened.error();

    const QString oldPath = databasePath();
    const int number = slots->databaseName().section(u'-', 1).section(u'.', 0, 0).toInt() + 1;
    const QString newName = QStringLiteral("cache-%1.db").arg(number);
    const QString newPath = QDir(directory()).filePath(newName);
    const Secret oldKey = state.group.key();
    const Secret newKey = randomSecret(keyBytes);
    const Secret recovery = randomSecret(keyBytes);

    state.group.closeAll();
    state.anchor.close();
    const auto rotate = [&]() -> Result<KeySlots> {
        if (auto written = reencrypt(oldPath, oldKey, newPath, newKey); !written) return written.error();
        KeySlots next = KeySlots::fresh(newName);
        if (auto set = next.setPassphrase(newKey, passphrase, slots->cost()); !set) return set.error();
        if (auto set = next.setRecovery(newKey, recovery); !set) return set.error();
        // The one moment that counts: before it the old slots name the old file, after it the new ones the new file.
        if (auto saved = next.save(directory()); !saved) return saved.error();
        return next;
    };
    auto next = rotate();
    if (next) {
        state.group.replace(newName, newKey);
        state.slots = *next;
        removeDatabase(oldPath);
    } else {
        removeDatabase(newPath);
    }
    auto anchor = DatabaseFile::open(databasePath(), state.group.key(), OpenMode::ReadWrite);
    if (anchor) state.anchor = std::move(*anchor);
    if (!next) return next.error();
    if (!anchor) return anchor.error();
    return printRecoveryKey(recovery);
}

void Vault::lock()
{
    m_state->group.shut();
    const std::lock_guard guard(m_state->mutex);
    m_state->anchor.close();
}

bool Vault::isLocked() const
{
    return m_state->group.isShut();
}

void Vault::touch()
{
    m_state->lastUseMs = m_state->clock.elapsed();
}

qint64 Vault::idleMs() const
{
    return m_state->clock.elapsed() - m_state->lastUseMs;
}

QString Vault::directory() const
{
    return m_state->group.directory();
}

QString Vault::databasePath() const
{
    return m_state->group.databasePath();
}

}  // namespace lw::cache

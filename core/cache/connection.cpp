// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/connection.h"

#include "core/cache/connectiongroup.h"

#include <QDir>

namespace lw::cache {

namespace {

Error lockedError()
{
    return makeError(Errc::Cancelled, QStringLiteral("The cache was locked. Unlock it and try again."));
}

QString nextName()
{
    static std::atomic<quint64> counter = 0;
    return QStringLiteral("linewarden-cache-%1").arg(++counter);
}

}  // namespace

ConnectionCore::ConnectionCore(QString folder, SqlCipherDriver *driver)
    : directory(std::move(folder)), m_driver(driver), m_name(nextName())
{
    database = QSqlDatabase::addDatabase(driver, m_name);
    sqlite3_progress_handler(handle(), 4000, &ConnectionCore::progress, this);
}

ConnectionCore::~ConnectionCore()
{
    close();
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

int ConnectionCore::progress(void *self)
{
    const auto *core = static_cast<const ConnectionCore *>(self);
    return core->closing.load(std::memory_order_relaxed) || core->interrupted.load(std::memory_order_relaxed) ||
           core->cancel.cancelled();
}

void ConnectionCore::close()
{
    closing = true;
    const std::lock_guard guard(mutex);
    statements.clear();
    texts.clear();
    m_driver->close();
}

Connection::Connection(std::shared_ptr<ConnectionCore> core) : m_core(std::move(core)) {}
Connection::~Connection() = default;

Connection::Use::Use(ConnectionCore *core, std::unique_lock<std::recursive_mutex> lock, CancelToken outer)
    : m_core(core), m_lock(std::move(lock)), m_outer(std::move(outer))
{
}

Connection::Use::Use(Use &&other) noexcept
    : m_core(std::exchange(other.m_core, nullptr)), m_lock(std::move(other.m_lock)), m_outer(std::move(other.m_outer))
{
}

Connection::Use::~Use()
{
    if (!m_core) return;
    m_core->cancel = m_outer;
    --m_core->depth;
}

Result<Connection::Use> Connection::use(const CancelToken &cancel)
{
    if (m_core->closing) return lockedError();
    std::unique_lock lock(m_core->mutex);
    if (m_core->closing || !m_core->handle()) return lockedError();
    if (cancel.cancelled()) return makeError(Errc::Cancelled, QStringLiteral("The call was cancelled."));
    if (m_core->depth++ == 0) m_core->interrupted = false;
    const CancelToken outer = m_core->cancel;
    if (!cancel.isNone()) m_core->cancel = cancel;
    return Use(m_core.get(), std::move(lock), outer);
}

void Connection::interrupt()
{
    m_core->interrupted = true;
}

bool Connection::isOpen() const
{
    return !m_core->closing;
}

QSqlDatabase Connection::database() const
{
    return m_core->database;
}

sqlite3 *Connection::handle() const
{
    return m_core->handle();
}

Result<Statement *> Connection::statement(std::string_view sql, const QString &what)
{
    const std::string key(sql);
    auto found = m_core->statements.find(key);
    if (found == m_core->statements.end()) {
        auto prepared = Statement::prepare(m_core->handle(), sql, what);
        if (!prepared) return prepared.error();
        found = m_core->statements.emplace(key, std::move(*prepared)).first;
    }
    found->second.reset();
    return &found->second;
}

QString Connection::directory() const
{
    return m_core->directory;
}

TextCache &Connection::texts()
{
    return m_core->texts;
}

ConnectionGroup::ConnectionGroup(QString directory, QString databaseName, Secret key)
    : m_directory(std::move(directory)), m_databaseName(std::move(databaseName)), m_key(std::move(key))
{
}

Result<std::unique_ptr<Connection>> ConnectionGroup::connect(Purpose purpose)
{
    const std::lock_guard guard(m_mutex);
    if (m_shut) return lockedError();
    auto driver = std::make_unique<SqlCipherDriver>();
    driver->setKey(m_key);
    if (!driver->open(QDir(m_directory).filePath(m_databaseName), {}, {}, {}, -1, {})) {
        Error error = driver->openError();
        if (error.code == Errc::WrongKey)
            error =
                makeError(Errc::Corrupt, QStringLiteral("The cache is damaged. Put the file aside and sync anew; the "
                                                        "back end still has every event."));
        return error;
    }
    // A writer keeps the pages of a batch in memory until it commits; readers stay small, there may be several.
    const char *tuning = purpose == Purpose::Write ? "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4096; "
                                                     "PRAGMA journal_size_limit = 33554432"
                                                   : "PRAGMA cache_size = -8192";
    if (auto tuned = execute(driver->database(), tuning, QStringLiteral("Opening the cache")); !tuned)
        return tuned.error();
    auto core = std::make_shared<ConnectionCore>(m_directory, driver.release());
    std::erase_if(m_cores, [](const auto &weak) { return weak.expired(); });
    m_cores.push_back(core);
    return std::unique_ptr<Connection>(new Connection(std::move(core)));
}

void ConnectionGroup::closeAll()
{
    std::vector<std::weak_ptr<ConnectionCore>> cores;
    {
        const std::lock_guard guard(m_mutex);
        cores.swap(m_cores);
    }
    for (const auto &weak : cores)
        if (const auto core = weak.lock()) core->closing = true;
    for (const auto &weak : cores)
        if (const auto core = weak.lock()) core->close();
}

void ConnectionGroup::shut()
{
    {
        const std::lock_guard guard(m_mutex);
        m_shut = true;
        m_key = Secret();
    }
    closeAll();
}

bool ConnectionGroup::isShut() const
{
    const std::lock_guard guard(m_mutex);
    return m_shut;
}

Secret ConnectionGroup::key() const
{
    const std::lock_guard guard(m_mutex);
    return m_key;
}

QString ConnectionGroup::databasePath() const
{
    const std::lock_guard guard(m_mutex);
    return QDir(m_directory).filePath(m_databaseName);
}

void ConnectionGroup::replace(const QString &databaseName, const Secret &key)
{
    const std::lock_guard guard(m_mutex);
    m_databaseName = databaseName;
    m_key = key;
}

}  // namespace lw::cache

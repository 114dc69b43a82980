// SPDX-License-Identifier: GPL-3.0-or-later
// Qt SQL on SQLCipher 4. Qt's own SQLite plugin cannot open encrypted files; this driver stands on Qt's public API
// only.
//
// Types: NULL, INTEGER <-> qlonglong (bool, int, uint in), FLOAT <-> double, TEXT <-> QString, BLOB <-> QByteArray;
// QDateTime, QDate and QTime go in as ISO 8601 text with milliseconds. Placeholders: ":name" and "?".
// Connection options, separated by ';': "CREATE" (make the file when it is missing), "READONLY", "BUSY_TIMEOUT=ms".
#pragma once

#include "core/cache/databasefile.h"
#include "core/util/secret.h"

#include <QSet>
#include <QSqlDriver>

struct sqlite3;

namespace lw::cache {

class SqlCipherResult;

class SqlCipherDriver final : public QSqlDriver {
    Q_OBJECT
  public:
    explicit SqlCipherDriver(QObject *parent = nullptr);
    ~SqlCipherDriver() override;

    /// 32 raw bytes; must be set before open(), which wipes the driver's copy. Never goes through user name, password,
    /// options or connection name: open() refuses a password.
    void setKey(const Secret &key) { m_key = key; }

    bool hasFeature(DriverFeature feature) const override;
    bool open(const QString &file, const QString &user, const QString &password, const QString &host, int port,
              const QString &options) override;
    void close() override;
    QSqlResult *createResult() const override;

    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;

    QStringList tables(QSql::TableType type) const override;
    QSqlRecord record(const QString &table) const override;
    QSqlIndex primaryIndex(const QString &table) const override;
    QVariant handle() const override;
    QString escapeIdentifier(const QString &identifier, IdentifierType type) const override;
    bool isIdentifierEscaped(const QString &identifier, IdentifierType type) const override;

    /// From any thread: the running statement ends with an error whose native code is SQLITE_INTERRUPT (9).
    bool cancelQuery() override;

    /// Null when closed.
    sqlite3 *database() const { return m_file.handle(); }
    /// Why open() failed, in the cache's own words.
    Error openError() const { return m_openError; }

  private:
    friend class SqlCipherResult;
    bool simple(const char *sql, const QString &what);

    Secret m_key;
    DatabaseFile m_file;
    Error m_openError;
    mutable QSet<SqlCipherResult *> m_results;
};

}  // namespace lw::cache

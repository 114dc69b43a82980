// SPDX-License-Identifier: GPL-3.0-or-later
// SQLCipher's C API for the bulk paths of this folder: owned statements, and its errors in our words. Internal.
#pragma once

#include "core/util/result.h"

#include <QByteArrayView>

#define SQLITE_HAS_CODEC
#include <sqlcipher/sqlite3.h>
#undef SQLITE_HAS_CODEC

#include <memory>
#include <string_view>

namespace lw::cache {

/// What a result code means to the person at the desk. `what` is what was being done: "reading the login log".
Error sqliteError(sqlite3 *db, int code, const QString &what);

/// A prepared statement; finalised with its owner.
class Statement {
  public:
    Statement() = default;
    static Result<Statement> prepare(sqlite3 *db, std::string_view sql, const QString &what);

    sqlite3_stmt *get() const { return m_statement.get(); }
    void bind(int index, qint64 value) { sqlite3_bind_int64(get(), index, value); }
    /// The bytes must live until the next reset.
    void bindBlob(int index, QByteArrayView bytes);
    void bindText(int index, QByteArrayView utf8);
    int step() { return sqlite3_step(get()); }
    void reset() { sqlite3_reset(get()); }
    /// Steps a statement that returns no row, and resets it.
    Result<void> run(const QString &what);

    qint64 integer(int column) const { return sqlite3_column_int64(get(), column); }
    bool isNull(int column) const { return sqlite3_column_type(get(), column) == SQLITE_NULL; }
    /// Valid until the next step or reset.
    QByteArrayView bytes(int column) const;

  private:
    struct Finalise {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalise> m_statement;
};

/// Statements without values or rows; never with a secret in the text.
Result<void> execute(sqlite3 *db, const char *sql, const QString &what);

/// Rolls back unless committed. Kind "" is a read transaction, "IMMEDIATE" one that will write.
class Transaction {
  public:
    static Result<Transaction> read(sqlite3 *db, const QString &what) { return begin(db, "BEGIN", what); }
    static Result<Transaction> write(sqlite3 *db, const QString &what) { return begin(db, "BEGIN IMMEDIATE", what); }
    ~Transaction();
    Transaction(Transaction &&other) noexcept : m_db(std::exchange(other.m_db, nullptr)), m_what(other.m_what) {}
    Transaction &operator=(Transaction &&) = delete;
    Result<void> commit();

  private:
    Transaction(sqlite3 *db, QString what) : m_db(db), m_what(std::move(what)) {}
    static Result<Transaction> begin(sqlite3 *db, const char *sql, const QString &what);
    sqlite3 *m_db;
    QString m_what;
};

}  // namespace lw::cache

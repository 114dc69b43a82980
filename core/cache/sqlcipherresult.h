// SPDX-License-Identifier: GPL-3.0-or-later
// A statement of SqlCipherDriver. Forward-only results hold one row; others keep the rows that were read, so that
// previous(), seek() and last() work. Internal to the driver.
#pragma once

#include "core/cache/sqlite.h"

#include <QPointer>
#include <QSqlResult>

#include <vector>

namespace lw::cache {

class SqlCipherDriver;

class SqlCipherResult final : public QSqlResult {
  public:
    explicit SqlCipherResult(const SqlCipherDriver *driver);
    ~SqlCipherResult() override;

    QVariant handle() const override;
    /// The driver closes: the statement goes, what was read stays readable no more.
    void connectionClosed();

  protected:
    bool reset(const QString &query) override;
    bool prepare(const QString &query) override;
    bool exec() override;
    QVariant data(int column) override;
    bool isNull(int column) override;
    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchPrevious() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    int size() override { return -1; }
    int numRowsAffected() override { return m_affected; }
    QVariant lastInsertId() const override;
    QSqlRecord record() const override;
    void detachFromResultSet() override;
    bool nextResult() override { return false; }

  private:
    using Row = std::vector<QVariant>;
    sqlite3 *database() const;
    void cleanup();
    bool fail(const char *what, int code, int type);
    bool bindAll();
    int bindOne(int index, const QVariant &value);
    /// Reads the statement's next row to the end of m_rows (or over the only one).
    bool readRow();
    QVariant column(int index) const;
    QVariant nullOf(int index) const;
    const Row *current() const;

    QPointer<const SqlCipherDriver> m_driver;
    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> m_statement{nullptr, &sqlite3_finalize};
    std::vector<Row> m_rows;
    QVariant m_lastInsertId;
    int m_affected = -1;
    bool m_pending = false;  ///< the statement stands on a row that was stepped to but not read
    bool m_done = true;      ///< no further row will come
};

}  // namespace lw::cache

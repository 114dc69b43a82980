// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/sqlcipherresult.h"

#include "core/cache/sqlcipherdriver.h"

#include <QDateTime>
#include <QSqlError>
#include <QSqlField>
#include <QSqlRecord>
#include <QUuid>

namespace lw::cache {

SqlCipherResult::SqlCipherResult(const SqlCipherDriver *driver) : QSqlResult(driver), m_driver(driver) {}

SqlCipherResult::~SqlCipherResult()
{
    if (m_driver) m_driver->m_results.remove(this);
}

QVariant SqlCipherResult::handle() const
{
    return QVariant::fromValue(static_cast<void *>(m_statement.get()));
}

sqlite3 *SqlCipherResult::database() const
{
    return m_driver && m_driver->isOpen() ? m_driver->database() : nullptr;
}

void SqlCipherResult::cleanup()
{
    m_statement.reset();
    m_rows.clear();
    m_lastInsertId = {};
    m_affected = -1;
    m_pending = false;
    m_done = true;
    setAt(QSql::BeforeFirstRow);
    setActive(false);
    setSelect(false);
}

void SqlCipherResult::connectionClosed()
{
    cleanup();
    setLastError(QSqlError(QStringLiteral("The connection was closed"), QString(), QSqlError::ConnectionError));
}

bool SqlCipherResult::fail(const char *what, int code, int type)
{
    sqlite3 *db = database();
    const QString detail = db ? QString::fromUtf8(sqlite3_errmsg(db)) : QString::fromUtf8(sqlite3_errstr(code));
    setLastError(
        QSqlError(QLatin1String(what), detail, static_cast<QSqlError::ErrorType>(type), QString::number(code)));
    return false;
}

bool SqlCipherResult::reset(const QString &query)
{
    return prepare(query) && exec();
}

bool SqlCipherResult::prepare(const QString &query)
{
    cleanup();
    sqlite3 *db = database();
    if (!db) {
        setLastError(QSqlError(QStringLiteral("The connection is not open"), QString(), QSqlError::ConnectionError));
        return false;
    }
    sqlite3_stmt *statement = nullptr;
    const void *tail = nullptr;
    const int code =
        sqlite3_prepare16_v2(db, query.constData(), static_cast<int>((query.size() + 1) * 2), &statement, &tail);
    m_statement.reset(statement);
    if (code != SQLITE_OK) {
        m_statement.reset();
        return fail("Unable to prepare the statement", code, QSqlError::StatementError);
    }
    const auto *rest = static_cast<const QChar *>(tail);
    if (!QStringView(rest, query.constData() + query.size()).trimmed().isEmpty() || !m_statement) {
        m_statement.reset();
        setLastError(QSqlError(QStringLiteral("Unable to prepare the statement"),
                               QStringLiteral("Exactly one statement is needed"), QSqlError::StatementError,
                               QString::number(SQLITE_MISUSE)));
        return false;
    }
    return true;
}

int SqlCipherResult::bindOne(int index, const QVariant &value)
{
    sqlite3_stmt *statement = m_statement.get();
    if (!value.isValid() || value.isNull()) return sqlite3_bind_null(statement, index);
    const auto text = [&](const QString &string) {
        return sqlite3_bind_text16(statement, index, string.isEmpty() ? static_cast<const void *>(u"") : string.utf16(),
                                   static_cast<int>(string.size() * 2), SQLITE_TRANSIENT);
    };
    switch (value.metaType().id()) {
        case QMetaType::QByteArray: {
            const QByteArray bytes = value.toByteArray();
            return sqlite3_bind_blob64(statement, index, bytes.isEmpty() ? "" : bytes.constData(),
                                       static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
        }
        case QMetaType::Bool:
        case QMetaType::Char:
        case QMetaType::SChar:
        case QMetaType::UChar:
        case QMetaType::Short:
        case QMetaType::UShort:
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::Long:
        case QMetaType::ULong:
        case QMetaType::LongLong:
        case QMetaType::ULongLong: return sqlite3_bind_int64(statement, index, value.toLongLong());
        case QMetaType::Float:
        case QMetaType::Double: return sqlite3_bind_double(statement, index, value.toDouble());
        case QMetaType::QDateTime: return text(value.toDateTime().toString(Qt::ISODateWithMs));
        case QMetaType::QDate: return text(value.toDate().toString(Qt::ISODate));
        case QMetaType::QTime: return text(value.toTime().toString(Qt::ISODateWithMs));
        case QMetaType::QUuid: return text(value.toUuid().toString(QUuid::WithoutBraces));
        default: return text(value.toString());
    }
}

bool SqlCipherResult::bindAll()
{
    sqlite3_stmt *statement = m_statement.get();
    const int parameters = sqlite3_bind_parameter_count(statement);
    const QList<QVariant> &values = boundValues();
    std::vector<bool> given(static_cast<size_t>(parameters) + 1, false);
    bool tooMany = false;
    for (int i = 0; i < static_cast<int>(values.size()); ++i) {
        // A name may occur several times: Qt has one value for each occurrence, SQLite one parameter for all.
        const QString name = boundValueName(i);
        int index = name.isEmpty() ? 0 : sqlite3_bind_parameter_index(statement, name.toUtf8().constData());
        if (index == 0 && bindingSyntax() == PositionalBinding) index = i + 1;
        if (index < 1 || index > parameters) {
            tooMany = true;
            break;
        }
        if (const int code = bindOne(index, values[i]); code != SQLITE_OK)
            return fail("Unable to bind a value", code, QSqlError::StatementError);
        given[static_cast<size_t>(index)] = true;
    }
    const bool tooFew = std::find(given.begin() + 1, given.end(), false) != given.end();
    if (!tooMany && !tooFew) return true;
    setLastError(QSqlError(QStringLiteral("Parameter count mismatch"), QString(), QSqlError::StatementError));
    return false;
}

bool SqlCipherResult::exec()
{
    if (!m_statement || !database()) {
        if (!lastError().isValid())
            setLastError(
                QSqlError(QStringLiteral("The connection is not open"), QString(), QSqlError::ConnectionError));
        return false;
    }
    sqlite3_stmt *statement = m_statement.get();
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_rows.clear();
    m_affected = -1;
    m_lastInsertId = {};
    m_pending = false;
    m_done = true;
    setLastError(QSqlError());
    setAt(QSql::BeforeFirstRow);
    setActive(false);
    if (!bindAll()) return false;
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        fail("Unable to execute the statement", code, QSqlError::StatementError);
        sqlite3_reset(statement);
        return false;
    }
    m_pending = code == SQLITE_ROW;
    m_done = code == SQLITE_DONE;
    setSelect(sqlite3_column_count(statement) > 0);
    if (!sqlite3_stmt_readonly(statement)) {
        m_affected = sqlite3_changes(database());
        m_lastInsertId = static_cast<qlonglong>(sqlite3_last_insert_rowid(database()));
    }
    if (m_done) sqlite3_reset(statement);
    setActive(true);
    return true;
}

QVariant SqlCipherResult::nullOf(int index) const
{
    const QString declared = QString::fromUtf8(sqlite3_column_decltype(m_statement.get(), index)).toUpper();
    if (declared.contains(QLatin1String("INT"))) return QVariant(QMetaType(QMetaType::LongLong));
    if (declared.contains(QLatin1String("BLOB"))) return QVariant(QMetaType(QMetaType::QByteArray));
    if (declared == QLatin1String("REAL")) return QVariant(QMetaType(QMetaType::Double));
    return QVariant(QMetaType(QMetaType::QString));
}

QVariant SqlCipherResult::column(int index) const
{
    sqlite3_stmt *statement = m_statement.get();
    switch (sqlite3_column_type(statement, index)) {
        case SQLITE_INTEGER: return static_cast<qlonglong>(sqlite3_column_int64(statement, index));
        case SQLITE_FLOAT:
            switch (numericalPrecisionPolicy()) {
                case QSql::LowPrecisionInt32: return sqlite3_column_int(statement, index);
                case QSql::LowPrecisionInt64: return static_cast<qlonglong>(sqlite3_column_int64(statement, index));
                case QSql::LowPrecisionDouble:
                case QSql::HighPrecision: break;
            }
            return sqlite3_column_double(statement, index);
        case SQLITE_BLOB: {
            const auto *data = static_cast<const char *>(sqlite3_column_blob(statement, index));
            return data ? QByteArray(data, sqlite3_column_bytes(statement, index)) : QByteArray("");
        }
        case SQLITE_NULL: return nullOf(index);
        default: {
            const auto *text = static_cast<const QChar *>(sqlite3_column_text16(statement, index));
            return QString(text, sqlite3_column_bytes16(statement, index) / 2);
        }
    }
}

bool SqlCipherResult::readRow()
{
    if (!m_pending) {
        if (m_done || !m_statement) return false;
        const int code = sqlite3_step(m_statement.get());
        if (code != SQLITE_ROW) {
            m_done = true;
            if (code != SQLITE_DONE) fail("Unable to fetch a row", code, QSqlError::StatementError);
            sqlite3_reset(m_statement.get());
            return false;
        }
    }
    m_pending = false;
    const int columns = sqlite3_data_count(m_statement.get());
    if (isForwardOnly()) m_rows.clear();
    Row &row = m_rows.emplace_back();
    row.reserve(static_cast<size_t>(columns));
    for (int i = 0; i < columns; ++i)
        row.push_back(column(i));
    return true;
}

bool SqlCipherResult::fetchNext()
{
    if (!isActive() || at() == QSql::AfterLastRow) return false;
    const int next = at() + 1 < 0 ? 0 : at() + 1;
    if (isForwardOnly() || next >= static_cast<int>(m_rows.size())) {
        if (!readRow()) {
            setAt(QSql::AfterLastRow);
            return false;
        }
    }
    setAt(next);
    return true;
}

bool SqlCipherResult::fetch(int row)
{
    if (row < 0 || !isActive()) return false;
    if (row == at()) return true;
    if (isForwardOnly()) {
        if (at() == QSql::AfterLastRow || (at() >= 0 && row < at())) return false;
        while (at() < row)
            if (!fetchNext()) return false;
        return true;
    }
    while (static_cast<int>(m_rows.size()) <= row) {
        if (!readRow()) {
            setAt(QSql::AfterLastRow);
            return false;
        }
    }
    setAt(row);
    return true;
}

bool SqlCipherResult::fetchPrevious()
{
    if (isForwardOnly()) return false;
    return fetch(at() == QSql::AfterLastRow ? static_cast<int>(m_rows.size()) - 1 : at() - 1);
}

bool SqlCipherResult::fetchFirst()
{
    return isForwardOnly() ? (at() == QSql::BeforeFirstRow && fetchNext()) : fetch(0);
}

bool SqlCipherResult::fetchLast()
{
    if (!isActive()) return false;
    if (isForwardOnly()) {
        // The last row is known only after the step behind it; it is still the row that was read.
        int last = at();
        while (readRow())
            last = last < 0 ? 0 : last + 1;
        if (last < 0 || m_rows.empty()) return false;
        setAt(last);
        return true;
    }
    while (readRow()) {
    }
    if (m_rows.empty()) return false;
    setAt(static_cast<int>(m_rows.size()) - 1);
    return true;
}

const SqlCipherResult::Row *SqlCipherResult::current() const
{
    if (at() < 0 || m_rows.empty()) return nullptr;
    const size_t row = isForwardOnly() ? 0 : static_cast<size_t>(at());
    return row < m_rows.size() ? &m_rows[row] : nullptr;
}

QVariant SqlCipherResult::data(int column)
{
    const Row *row = current();
    return row && column >= 0 && column < static_cast<int>(row->size()) ? (*row)[static_cast<size_t>(column)]
                                                                        : QVariant();
}

bool SqlCipherResult::isNull(int column)
{
    return data(column).isNull();
}

QVariant SqlCipherResult::lastInsertId() const
{
    return isActive() ? m_lastInsertId : QVariant();
}

QSqlRecord SqlCipherResult::record() const
{
    QSqlRecord record;
    sqlite3_stmt *statement = m_statement.get();
    if (!statement || !isActive() || !isSelect()) return record;
    for (int i = 0; i < sqlite3_column_count(statement); ++i)
        record.append(QSqlField(QString::fromUtf8(sqlite3_column_name(statement, i)), nullOf(i).metaType()));
    return record;
}

void SqlCipherResult::detachFromResultSet()
{
    if (m_statement) sqlite3_reset(m_statement.get());
    m_pending = false;
    m_done = true;
}

}  // namespace lw::cache

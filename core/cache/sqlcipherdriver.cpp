// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/sqlcipherdriver.h"

#include "core/cache/sqlcipherresult.h"
#include "core/cache/sqlite.h"

#include <QSqlError>
#include <QSqlField>
#include <QSqlIndex>
#include <QSqlQuery>

namespace lw::cache {

namespace {

struct OpenOptions {
    OpenMode mode = OpenMode::ReadWrite;
    int busyTimeoutMs = 5000;
};

Result<OpenOptions> parseOptions(const QString &text)
{
    OpenOptions options;
    for (const QString &option : text.split(u';', Qt::SkipEmptyParts)) {
        const QString name = option.section(u'=', 0, 0).trimmed();
        const QString value = option.section(u'=', 1).trimmed();
        bool ok = true;
        if (name == QLatin1String("CREATE")) {
            options.mode = OpenMode::Create;
        } else if (name == QLatin1String("READONLY")) {
            options.mode = OpenMode::ReadOnly;
        } else if (name == QLatin1String("BUSY_TIMEOUT")) {
            options.busyTimeoutMs = value.toInt(&ok);
        } else {
            ok = false;
        }
        if (!ok)
            return makeError(Errc::InvalidInput, QStringLiteral("The connection option %1 is not known.").arg(name),
                             QStringLiteral("options"));
    }
    return options;
}

// Affinity rules of SQLite (https://www.sqlite.org/datatype3.html, section 3.1).
QMetaType typeOfDeclaration(const QString &declared)
{
    const auto has = [&](const char *part) { return declared.contains(QLatin1String(part), Qt::CaseInsensitive); };
    if (has("INT")) return QMetaType(QMetaType::LongLong);
    if (has("CHAR") || has("CLOB") || has("TEXT")) return QMetaType(QMetaType::QString);
    if (has("BLOB") || declared.isEmpty()) return QMetaType(QMetaType::QByteArray);
    if (has("REAL") || has("FLOA") || has("DOUB")) return QMetaType(QMetaType::Double);
    return QMetaType(QMetaType::QString);
}

}  // namespace

SqlCipherDriver::SqlCipherDriver(QObject *parent) : QSqlDriver(parent) {}

SqlCipherDriver::~SqlCipherDriver()
{
    SqlCipherDriver::close();
}

bool SqlCipherDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
        case Transactions:
        case BLOB:
        case Unicode:
        case PreparedQueries:
        case NamedPlaceholders:
        case PositionalPlaceholders:
        case LastInsertId:
        case LowPrecisionNumbers:
        case SimpleLocking:
        case FinishQuery:
        case CancelQuery: return true;
        case QuerySize:
        case BatchOperations:
        case EventNotifications:
        case MultipleResultSets: return false;
    }
    return false;
}

bool SqlCipherDriver::open(const QString &file, const QString &, const QString &password, const QString &, int,
                           const QString &options)
{
    if (isOpen()) close();
    const auto fail = [this](const Error &error) {
        m_openError = error;
        setLastError(QSqlError(error.message, QString(), QSqlError::ConnectionError));
        setOpenError(true);
        return false;
    };
    if (!password.isEmpty())
        return fail(makeError(Errc::InvalidInput, QStringLiteral("The key is set by setKey(), never as a password."),
                              QStringLiteral("password")));
    const auto parsed = parseOptions(options);
    if (!parsed) return fail(parsed.error());
    auto opened = DatabaseFile::open(file, m_key, parsed->mode, parsed->busyTimeoutMs);
    m_key = Secret();
    if (!opened) return fail(opened.error());
    m_file = std::move(*opened);
    m_openError = {};
    setOpen(true);
    setOpenError(false);
    return true;
}

void SqlCipherDriver::close()
{
    // Queries may outlive their connection; without their statements the file closes for good and the key is wiped.
    for (SqlCipherResult *result : std::as_const(m_results))
        result->connectionClosed();
    m_file.close();
    if (isOpen()) {
        setOpen(false);
        setOpenError(false);
    }
}

QSqlResult *SqlCipherDriver::createResult() const
{
    auto *result = new SqlCipherResult(this);
    m_results.insert(result);
    return result;
}

bool SqlCipherDriver::simple(const char *sql, const QString &what)
{
    if (!isOpen()) return false;
    const int code = sqlite3_exec(m_file.handle(), sql, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return true;
    setLastError(QSqlError(what, QString::fromUtf8(sqlite3_errmsg(m_file.handle())), QSqlError::TransactionError,
                           QString::number(code)));
    return false;
}

bool SqlCipherDriver::beginTransaction()
{
    return !isOpenError() && simple("BEGIN", QStringLiteral("Unable to begin transaction"));
}

bool SqlCipherDriver::commitTransaction()
{
    return !isOpenError() && simple("COMMIT", QStringLiteral("Unable to commit transaction"));
}

bool SqlCipherDriver::rollbackTransaction()
{
    return !isOpenError() && simple("ROLLBACK", QStringLiteral("Unable to rollback transaction"));
}

QStringList SqlCipherDriver::tables(QSql::TableType type) const
{
    QStringList names;
    if (!isOpen()) return names;
    QStringList wanted;
    if (type & QSql::Tables) wanted << QStringLiteral("'table'");
    if (type & QSql::Views) wanted << QStringLiteral("'view'");
    if (!wanted.isEmpty()) {
        QSqlQuery query(createResult());
        query.setForwardOnly(true);
        if (query.exec(
                QStringLiteral("SELECT name FROM sqlite_master WHERE type IN (%1) AND name NOT LIKE 'sqlite\\_%' "
                               "ESCAPE '\\' ORDER BY name")
                    .arg(wanted.join(u','))))
            while (query.next())
                names << query.value(0).toString();
    }
    if (type & QSql::SystemTables) names << QStringLiteral("sqlite_master");
    return names;
}

QSqlRecord SqlCipherDriver::record(const QString &table) const
{
    QSqlRecord record;
    if (!isOpen()) return record;
    QSqlQuery query(createResult());
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT name, type, \"notnull\", dflt_value FROM pragma_table_info(?) ORDER BY cid"));
    query.addBindValue(stripDelimiters(table, TableName));
    if (!query.exec()) return record;
    while (query.next()) {
        QSqlField field(query.value(0).toString(), typeOfDeclaration(query.value(1).toString()), table);
        field.setRequired(query.value(2).toInt() != 0);
        if (!query.isNull(3)) field.setDefaultValue(query.value(3));
        record.append(field);
    }
    return record;
}

QSqlIndex SqlCipherDriver::primaryIndex(const QString &table) const
{
    QSqlIndex index(table);
    if (!isOpen()) return index;
    QSqlQuery query(createResult());
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT name, type FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"));
    query.addBindValue(stripDelimiters(table, TableName));
    if (!query.exec()) return index;
    while (query.next())
        index.append(QSqlField(query.value(0).toString(), typeOfDeclaration(query.value(1).toString()), table));
    return index;
}

QVariant SqlCipherDriver::handle() const
{
    return QVariant::fromValue(static_cast<void *>(m_file.handle()));
}

QString SqlCipherDriver::escapeIdentifier(const QString &identifier, IdentifierType type) const
{
    if (identifier.isEmpty() || isIdentifierEscaped(identifier, type)) return identifier;
    QString escaped = identifier;
    escaped.replace(u'"', QLatin1String("\"\""));
    if (type == TableName) escaped.replace(u'.', QLatin1String("\".\""));
    return u'"' + escaped + u'"';
}

bool SqlCipherDriver::isIdentifierEscaped(const QString &identifier, IdentifierType) const
{
    return identifier.size() > 2 && identifier.startsWith(u'"') && identifier.endsWith(u'"');
}

bool SqlCipherDriver::cancelQuery()
{
    if (!m_file.handle()) return false;
    sqlite3_interrupt(m_file.handle());
    return true;
}

}  // namespace lw::cache

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/leaversfile.h"

#include "core/import/csvcell.h"

#include <QHash>

#include <optional>

namespace lw::import {

namespace {

constexpr qint64 recordBytes = 16 * 1024;

enum class Column : quint8 { Other, Login, Email, Name, Date };

Column columnOf(const QString &header)
{
    static const QHash<QString, Column> known{
        {QStringLiteral("login"), Column::Login},        {QStringLiteral("loginname"), Column::Login},
        {QStringLiteral("user"), Column::Login},         {QStringLiteral("username"), Column::Login},
        {QStringLiteral("account"), Column::Login},      {QStringLiteral("email"), Column::Email},
        {QStringLiteral("mail"), Column::Email},         {QStringLiteral("emailaddress"), Column::Email},
        {QStringLiteral("name"), Column::Name},          {QStringLiteral("fullname"), Column::Name},
        {QStringLiteral("displayname"), Column::Name},   {QStringLiteral("date"), Column::Date},
        {QStringLiteral("lastday"), Column::Date},       {QStringLiteral("leavingdate"), Column::Date},
        {QStringLiteral("enddate"), Column::Date},       {QStringLiteral("departure"), Column::Date},
        {QStringLiteral("departedat"), Column::Date},    {QStringLiteral("departuredate"), Column::Date},
        {QStringLiteral("lastworkingday"), Column::Date}};
    QString key = header.toCaseFolded();
    for (const QChar c : {u' ', u'-', u'_', u'.'})
        key.remove(c);
    return known.value(key.trimmed(), Column::Other);
}

Result<QList<Column>> columnsOf(const CsvRecord &header)
{
    QList<Column> columns;
    if (header.state == CsvRecord::State::Ok)
        for (const QByteArray &field : header.fields) {
            const Column column = columnOf(cellText(field).value_or(QString()));
            if (column != Column::Other && columns.contains(column))
                return makeError(
                    Errc::InvalidInput,
                    QStringLiteral("Two columns of the list mean the same: %1.").arg(QString::fromUtf8(field).left(64)),
                    QStringLiteral("header"));
            columns.append(column);
        }
    if (!columns.contains(Column::Login) && !columns.contains(Column::Email) && !columns.contains(Column::Name))
        return makeError(
            Errc::InvalidInput,
            QStringLiteral("The first line must be a header with a column login, email or name, and perhaps "
                           "date; the columns are separated by commas."),
            QStringLiteral("header"));
    return columns;
}

QString put(policy::LeaverLine &line, const CsvRecord &record, const QList<Column> &columns)
{
    if (record.state == CsvRecord::State::TooLong) return QStringLiteral("The line is too long.");
    if (record.state == CsvRecord::State::Malformed)
        return QStringLiteral("A quote does not end, or text stands beside quotes.");
    if (record.fields.size() != columns.size())
        return QStringLiteral("The line has %1 fields where the header has %2.")
            .arg(record.fields.size())
            .arg(columns.size());
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i] == Column::Other) continue;
        const std::optional<QString> text = cellText(record.fields[i]);
        if (!text) return QStringLiteral("The line is not UTF-8 text. Save the list as CSV in UTF-8.");
        switch (columns[i]) {
            case Column::Login: line.login = *text; break;
            case Column::Email: line.email = *text; break;
            case Column::Name: line.name = *text; break;
            case Column::Date: line.date = *text; break;
            case Column::Other: break;
        }
    }
    return {};
}

}  // namespace

Result<LeaversFile> readLeaversFile(QIODevice &device)
{
    const auto failed = [&device] {
        return makeError(Errc::Io, QStringLiteral("The list could not be read: %1").arg(device.errorString()));
    };
    CsvReader reader(device, recordBytes);
    CsvRecord record;
    if (!reader.next(record)) {
        if (reader.failed()) return failed();
        return makeError(Errc::InvalidInput, QStringLiteral("The list is empty."), QStringLiteral("header"));
    }
    const Result<QList<Column>> columns = columnsOf(record);
    if (!columns) return columns.error();
    LeaversFile file;
    while (reader.next(record)) {
        if (record.blank() && record.state == CsvRecord::State::Ok) continue;
        if (file.lines.size() + file.refusals.size() >= leaverLinesMost)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("The list has more than %1 lines. Split it.").arg(leaverLinesMost),
                             QStringLiteral("lines"));
        policy::LeaverLine line;
        line.line = record.line;
        if (const QString wrong = put(line, record, *columns); wrong.isEmpty())
            file.lines.append(std::move(line));
        else
            file.refusals.append({record.line, wrong});
    }
    if (reader.failed()) return failed();
    return file;
}

}  // namespace lw::import

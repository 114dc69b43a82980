// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/numbersfile.h"

#include "core/import/csvcell.h"
#include "core/policy/numberclass.h"

#include <QHash>

#include <array>

namespace lw::import {

namespace {

constexpr qint64 recordBytes = 16 * 1024;
/// As limits::numbersPerCustomer and nameLength of the contract, which this module does not see.
constexpr qsizetype numbersMost = 20'000;
constexpr qsizetype textMost = 256;

enum class Column : quint8 { Other, Number, Label, Owner, Department, Guard };

Column columnOf(const QString &header)
{
    static const QHash<QString, Column> known{
        {QStringLiteral("number"), Column::Number},         {QStringLiteral("phone"), Column::Number},
        {QStringLiteral("e164"), Column::Number},           {QStringLiteral("did"), Column::Number},
        {QStringLiteral("label"), Column::Label},           {QStringLiteral("name"), Column::Label},
        {QStringLiteral("owner"), Column::Owner},           {QStringLiteral("login"), Column::Owner},
        {QStringLiteral("department"), Column::Department}, {QStringLiteral("guard"), Column::Guard}};
    return known.value(header.trimmed().toCaseFolded(), Column::Other);
}

Result<QList<Column>> headerOf(const CsvRecord &record)
{
    const auto field = QStringLiteral("header");
    QList<Column> columns;
    for (const QByteArray &bytes : record.fields) {
        const Column column = columnOf(unshieldedCellText(bytes).value_or(QString()));
        if (column != Column::Other && columns.contains(column))
            return makeError(Errc::InvalidInput,
                             QStringLiteral("Two columns mean the same: %1.").arg(QString::fromUtf8(bytes).left(64)),
                             field);
        columns.append(column);
    }
    if (columns.contains(Column::Number)) return columns;
    return makeError(Errc::InvalidInput,
                     QStringLiteral("The first line must name the columns: number and perhaps label, owner, department "
                                    "and guard, separated by commas."),
                     field);
}

/// What is wrong with the line; empty: nothing.
QString put(NumberLine &line, const CsvRecord &record, const QList<Column> &columns)
{
    if (QString wrong = recordProblem(record, columns.size()); !wrong.isEmpty()) return wrong;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i] == Column::Other) continue;
        const std::optional<QString> text = unshieldedCellText(record.fields[i]);
        if (!text) return QStringLiteral("The line is not UTF-8 text. Save the list as CSV in UTF-8.");
        if (text->size() > textMost) return QStringLiteral("A text of the line has more than 256 characters.");
        switch (columns[i]) {
            case Column::Number: {
                const Result<QString> number = policy::inventoryNumber(*text);
                if (!number) return number.error().message;
                line.number = *number;
                break;
            }
            case Column::Label: line.label = *text; break;
            case Column::Owner: line.owner = *text; break;
            case Column::Department: line.department = *text; break;
            case Column::Guard:
                line.guard = text->isEmpty() ? GuardState::Inherit : guardStateFromName(text->toLower());
                if (!line.guard) return QStringLiteral("guard must be inherit, on or off.");
                break;
            case Column::Other: break;
        }
    }
    return {};
}

QByteArray field(QString text)
{
    if (!text.isEmpty() && QStringView(u"=+-@").contains(text.front())) text.prepend(u'\'');
    return '"' + text.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

}  // namespace

Result<NumbersFile> readNumbersFile(QIODevice &device)
{
    CsvReader reader(device, recordBytes);
    CsvRecord record;
    QList<Column> columns;
    QHash<QString, quint64> seen;
    NumbersFile file;
    while (reader.next(record)) {
        if (record.blank() && record.state == CsvRecord::State::Ok) continue;
        if (columns.isEmpty()) {
            const Result<QList<Column>> named = headerOf(record);
            if (!named) return named.error();
            columns = *named;
            continue;
        }
        if (file.lines.size() + file.refusals.size() >= numbersMost)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("The list has more than %1 numbers. Split it.").arg(numbersMost),
                             QStringLiteral("lines"));
        NumberLine line;
        line.line = record.line;
        QString wrong = put(line, record, columns);
        if (const quint64 before = wrong.isEmpty() ? seen.value(line.number, 0) : 0; before != 0)
            wrong = QStringLiteral("Line %1 has the same number.").arg(before);
        if (!wrong.isEmpty()) {
            file.refusals.append({record.line, wrong});
            continue;
        }
        seen.insert(line.number, line.line);
        file.lines.append(std::move(line));
    }
    if (reader.failed())
        return makeError(Errc::Io, QStringLiteral("The list could not be read: %1").arg(device.errorString()));
    if (file.lines.isEmpty() && file.refusals.isEmpty())
        return makeError(Errc::InvalidInput, QStringLiteral("The list is empty."), QStringLiteral("header"));
    return file;
}

QByteArray numbersCsv(const QList<GuardedNumber> &numbers, const QHash<QString, QString> &logins)
{
    QByteArray csv("number,label,owner,department,guard\r\n");
    for (const GuardedNumber &number : numbers)
        csv += field(number.number) + ',' + field(number.label) + ',' + field(logins.value(number.owner)) + ',' +
               field(number.department) + ',' + QByteArray(guardStateName(number.guard).data()) + "\r\n";
    return csv;
}

}  // namespace lw::import

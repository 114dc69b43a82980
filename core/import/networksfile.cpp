// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/networksfile.h"

#include "core/import/csvcell.h"
#include "core/policy/network.h"
#include "core/util/time.h"

#include <QHash>

#include <optional>

namespace lw::import {

namespace {

constexpr qint64 recordBytes = 16 * 1024;
/// As limits::networksPerCustomer of the contract, which this module does not see.
constexpr qsizetype networksMost = 100'000;

enum class Column : quint8 { Other, Network, Label, Owner, Until };

Column columnOf(const QString &header)
{
    static const QHash<QString, Column> known{
        {QStringLiteral("network"), Column::Network}, {QStringLiteral("cidr"), Column::Network},
        {QStringLiteral("address"), Column::Network}, {QStringLiteral("ip"), Column::Network},
        {QStringLiteral("range"), Column::Network},   {QStringLiteral("label"), Column::Label},
        {QStringLiteral("name"), Column::Label},      {QStringLiteral("description"), Column::Label},
        {QStringLiteral("comment"), Column::Label},   {QStringLiteral("owner"), Column::Owner},
        {QStringLiteral("contact"), Column::Owner},   {QStringLiteral("until"), Column::Until},
        {QStringLiteral("expires"), Column::Until},   {QStringLiteral("expiry"), Column::Until},
        {QStringLiteral("end"), Column::Until}};
    return known.value(header.trimmed().toCaseFolded(), Column::Other);
}

Result<QList<Column>> headerOf(const CsvRecord &record)
{
    QList<Column> columns;
    for (const QByteArray &field : record.fields) {
        const Column column = columnOf(unshieldedCellText(field).value_or(QString()));
        if (column != Column::Other && columns.contains(column))
            return makeError(
                Errc::InvalidInput,
                QStringLiteral("Two columns of the list mean the same: %1.").arg(QString::fromUtf8(field).left(64)),
                QStringLiteral("header"));
        columns.append(column);
    }
    if (columns.contains(Column::Network)) return columns;
    return makeError(Errc::InvalidInput,
                     QStringLiteral("The first line must be a network, or a header with a column network and perhaps "
                                    "label, owner and until; the columns are separated by commas."),
                     QStringLiteral("header"));
}

bool beginsWithNetwork(const CsvRecord &record)
{
    return record.state == CsvRecord::State::Ok && !record.fields.isEmpty() &&
           policy::parseNetwork(unshieldedCellText(record.fields.constFirst()).value_or(QString())).has_value();
}

std::optional<QDateTime> untilOf(const QString &text, const QTimeZone &zone)
{
    if (text.isEmpty()) return QDateTime();
    if (text.size() == 10) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        // The first moment of the next day: midnight may be skipped where the clock goes forward then.
        return day.isValid() ? std::optional(day.addDays(1).startOfDay(zone).toUTC()) : std::nullopt;
    }
    const QDateTime instant = fromRfc3339(text);
    return instant.isValid() ? std::optional(instant) : std::nullopt;
}

QString put(AllowedNetwork &network, const CsvRecord &record, const QList<Column> &columns, bool header,
            const QTimeZone &zone)
{
    if (record.state == CsvRecord::State::TooLong) return QStringLiteral("The line is too long.");
    if (record.state == CsvRecord::State::Malformed)
        return QStringLiteral("A quote does not end, or text stands beside quotes.");
    if (record.fields.size() > columns.size() || (header && record.fields.size() < columns.size()))
        return QStringLiteral("The line has %1 fields where %2 are expected.")
            .arg(record.fields.size())
            .arg(columns.size());
    for (qsizetype i = 0; i < record.fields.size(); ++i) {
        if (columns[i] == Column::Other) continue;
        const std::optional<QString> text = unshieldedCellText(record.fields[i]);
        if (!text) return QStringLiteral("The line is not UTF-8 text. Save the list as CSV in UTF-8.");
        switch (columns[i]) {
            case Column::Network: network.network = *text; break;
            case Column::Label: network.label = *text; break;
            case Column::Owner: network.owner = *text; break;
            case Column::Until: {
                const std::optional<QDateTime> until = untilOf(*text, zone);
                if (!until)
                    return QStringLiteral("The end is no date. Write it as 2026-12-31, or leave it empty for always.");
                network.until = *until;
                break;
            }
            case Column::Other: break;
        }
    }
    return network.network.isEmpty() ? QStringLiteral("The line names no network.") : QString();
}

}  // namespace

Result<NetworksFile> readNetworksFile(QIODevice &device, const QTimeZone &zone)
{
    CsvReader reader(device, recordBytes);
    CsvRecord record;
    QList<Column> columns;
    bool header = false;
    NetworksFile file;
    while (reader.next(record)) {
        if (record.blank() && record.state == CsvRecord::State::Ok) continue;
        if (columns.isEmpty()) {
            header = !beginsWithNetwork(record);
            if (header) {
                const Result<QList<Column>> named = headerOf(record);
                if (!named) return named.error();
                columns = *named;
                continue;
            }
            columns = {Column::Network, Column::Label, Column::Owner, Column::Until};
        }
        if (file.networks.size() + file.refusals.size() >= networksMost)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("The list has more than %1 networks. Split it.").arg(networksMost),
                             QStringLiteral("lines"));
        AllowedNetwork network;
        if (const QString wrong = put(network, record, columns, header, zone); wrong.isEmpty()) {
            file.networks.append(std::move(network));
            file.lines.append(record.line);
        } else {
            file.refusals.append({record.line, wrong});
        }
    }
    if (reader.failed())
        return makeError(Errc::Io, QStringLiteral("The list could not be read: %1").arg(device.errorString()));
    if (columns.isEmpty())
        return makeError(Errc::InvalidInput, QStringLiteral("The list is empty."), QStringLiteral("header"));
    return file;
}

}  // namespace lw::import

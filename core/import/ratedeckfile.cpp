// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/ratedeckfile.h"

#include "core/import/csvcell.h"
#include "core/policy/numbertable.h"
#include "core/util/time.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <optional>

namespace lw::import {

namespace {

constexpr qint64 recordBytes = 16 * 1024;
constexpr qsizetype nameMost = 128;

enum Column { Prefix, Name, Price, Fee, First, Next, Currency, ValidFrom, ColumnCount };
constexpr std::array<const char *, ColumnCount> names{
    "prefix",          "name",           "price_per_minute", "connection_fee",
    "first_increment", "next_increment", "currency",         "valid_from"};

Result<QList<int>> headerOf(const CsvRecord &record)
{
    const auto field = QStringLiteral("header");
    QList<int> columns;
    for (const QByteArray &bytes : record.fields) {
        const QString header = cellText(bytes).value_or(QString()).toLower().replace(u' ', u'_');
        int column = -1;
        for (int i = 0; i < ColumnCount; ++i)
            if (header == QLatin1String(names.at(static_cast<size_t>(i)))) column = i;
        if (column >= 0 && columns.contains(column))
            return makeError(Errc::InvalidInput, QStringLiteral("The column %1 is there twice.").arg(header), field);
        columns.append(column);
    }
    for (const Column needed : {Prefix, Price, Currency})
        if (!columns.contains(needed))
            return makeError(Errc::InvalidInput,
                             QStringLiteral("The first line must name the columns; %1 is missing. A deck has prefix, "
                                            "name, price_per_minute, connection_fee, first_increment, "
                                            "next_increment, currency and valid_from, separated by commas.")
                                 .arg(QLatin1String(names.at(needed))),
                             field);
    return columns;
}

/// What is wrong with a row: its field and a sentence; no sentence: nothing.
struct Wrong {
    QString field;
    QString reason;
};

Wrong wrong(Column column, const QString &reason)
{
    return {QLatin1String(names.at(column)), reason};
}

/// Bare digits are E.164, as carriers write them, but for short numbers of the network: "371" and "118".
std::optional<QString> prefixOf(QString text)
{
    constexpr qsizetype digitsMost = 15;
    text.remove(u' ');
    const bool plus = text.startsWith(u'+');
    QString digits = plus ? text.mid(1) : text;
    const bool all = std::all_of(digits.cbegin(), digits.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!all || digits.isEmpty()) return std::nullopt;
    const policy::NumberTable &table = policy::NumberTable::shipped();
    if (!plus && digits.startsWith(QLatin1String("00")))
        digits.remove(0, 2);
    else if (!plus && digits.startsWith(u'0'))
        digits.replace(0, 1, table.country());
    else if (!plus && table.find(digits))
        return digits.size() <= digitsMost ? std::optional(digits) : std::nullopt;
    if (digits.isEmpty() || digits.startsWith(u'0') || digits.size() > digitsMost) return std::nullopt;
    return u'+' + digits;
}

Wrong readAmount(const QString &text, Column column, Decimal &amount)
{
    if (text.isEmpty() && column == Fee) return {};
    const Result<Decimal> read = decimalFromText(text);
    if (!read) return wrong(column, QStringLiteral("The amount %1.").arg(read.error().message));
    if (*read < Decimal{} || *read > policy::rateMost)
        return wrong(column, QStringLiteral("The amount must be between 0 and 1000000."));
    amount = *read;
    return {};
}

Wrong readIncrement(const QString &text, Column column, int &seconds)
{
    if (text.isEmpty()) return {};
    bool ok = false;
    seconds = text.toInt(&ok);
    if (ok && seconds >= 1 && seconds <= policy::incrementMost) return {};
    return wrong(column, QStringLiteral("The increment must be 1 to %1 whole seconds.").arg(policy::incrementMost));
}

Wrong readValidFrom(const QString &text, QDateTime &from)
{
    if (text.isEmpty()) return {};
    const QDate day = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
    from = day.isValid() ? day.startOfDay(Qt::UTC) : fromRfc3339(text);
    if (from.isValid()) return {};
    return wrong(ValidFrom, QStringLiteral("There is no such date. Write it as 2026-12-31."));
}

Wrong readRow(const CsvRecord &record, const QList<int> &columns, Rate &rate, QString &currency)
{
    if (const QString bad = recordProblem(record, columns.size()); !bad.isEmpty()) return {{}, bad};
    std::array<QString, ColumnCount> text;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i] < 0) continue;
        const std::optional<QString> read = unshieldedCellText(record.fields[i]);
        if (!read)
            return wrong(static_cast<Column>(columns[i]),
                         QStringLiteral("It is not UTF-8 text. Save the deck as CSV in UTF-8."));
        text.at(static_cast<size_t>(columns[i])) = *read;
    }
    const std::optional<QString> prefix = prefixOf(text[Prefix]);
    if (!prefix) return wrong(Prefix, QStringLiteral("A prefix is up to 15 digits: +371, 00371, 371, 09 or 118."));
    rate.prefix = *prefix;
    rate.name = text[Name].left(nameMost);
    currency = text[Currency];
    if (!isCurrency(currency)) return wrong(Currency, QStringLiteral("A currency is three capital letters, like GBP."));
    if (Wrong bad = readAmount(text[Price], Price, rate.pricePerMinute); !bad.reason.isEmpty()) return bad;
    if (Wrong bad = readAmount(text[Fee], Fee, rate.connectionFee); !bad.reason.isEmpty()) return bad;
    if (Wrong bad = readIncrement(text[First], First, rate.firstIncrement); !bad.reason.isEmpty()) return bad;
    if (Wrong bad = readIncrement(text[Next], Next, rate.nextIncrement); !bad.reason.isEmpty()) return bad;
    return readValidFrom(text[ValidFrom], rate.validFrom);
}

QByteArray quoted(QString text)
{
    return '"' + text.replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

}  // namespace

Result<DeckFile> readDeckFile(QIODevice &device)
{
    CsvReader reader(device, recordBytes);
    CsvRecord record;
    QList<int> columns;
    QHash<QString, quint64> seen;
    DeckFile file;
    const auto refuse = [&file](quint64 line, const Wrong &bad) {
        if (++file.refused <= DeckFile::refusalsMost) file.refusals.append({line, bad.field, bad.reason});
    };
    while (reader.next(record)) {
        if (record.blank() && record.state == CsvRecord::State::Ok) continue;
        if (columns.isEmpty()) {
            const Result<QList<int>> named = headerOf(record);
            if (!named) return named.error();
            columns = *named;
            continue;
        }
        if (static_cast<qsizetype>(file.rates.size()) >= policy::ratesMost)
            return makeError(Errc::InvalidInput,
                             QStringLiteral("The deck has more than %1 rows.").arg(policy::ratesMost),
                             QStringLiteral("lines"));
        Rate rate;
        QString currency;
        if (const Wrong bad = readRow(record, columns, rate, currency); !bad.reason.isEmpty()) {
            refuse(record.line, bad);
            continue;
        }
        if (file.currency.isEmpty()) file.currency = currency;
        if (file.currency != currency) {
            refuse(record.line,
                   wrong(Currency, QStringLiteral("The deck is in %1; it has one currency only.").arg(file.currency)));
            continue;
        }
        const QString key = rate.prefix + u' ' + (rate.validFrom.isValid() ? toRfc3339(rate.validFrom) : QString());
        if (const quint64 before = seen.value(key, 0); before != 0) {
            refuse(record.line, wrong(Prefix, QStringLiteral("Line %1 has the same prefix and date.").arg(before)));
            continue;
        }
        seen.insert(key, record.line);
        file.rates.push_back(std::move(rate));
    }
    if (reader.failed())
        return makeError(Errc::Io, QStringLiteral("The deck could not be read: %1").arg(device.errorString()));
    if (file.rates.empty() && file.refused == 0)
        return makeError(Errc::InvalidInput, QStringLiteral("The deck is empty."), QStringLiteral("header"));
    return file;
}

QByteArray deckCsv(const policy::RateDeck &deck)
{
    QByteArray csv;
    for (const char *name : names)
        csv += (csv.isEmpty() ? "" : ",") + QByteArray(name);
    csv += "\r\n";
    for (const Rate &rate : deck.rates()) {
        csv += rate.prefix.toLatin1() + ',' + quoted(shieldedCellText(rate.name)) + ',' +
               toText(rate.pricePerMinute).toLatin1() + ',' + toText(rate.connectionFee).toLatin1() + ',' +
               QByteArray::number(rate.firstIncrement) + ',' + QByteArray::number(rate.nextIncrement) + ',' +
               deck.currency().toLatin1() + ',' +
               (rate.validFrom.isValid() ? toRfc3339(rate.validFrom).toLatin1() : QByteArray()) + "\r\n";
    }
    return csv;
}

}  // namespace lw::import

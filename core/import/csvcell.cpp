// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/csvcell.h"

#include "core/util/spreadsheet.h"

#include <QStringDecoder>

namespace lw::import {

namespace {

/// Whether an apostrophe before it shields it: people type one before a telephone number, too.
bool mayBeShielded(QStringView text)
{
    return text.startsWith(u'+') || text.startsWith(u'-') || runsAsFormula(text.toUtf8().toStdString());
}

}  // namespace

std::optional<QString> cellText(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar(u'\0'))) return std::nullopt;
    return text.trimmed();
}

std::optional<QString> unshieldedCellText(const QByteArray &bytes)
{
    std::optional<QString> text = cellText(bytes);
    if (text && text->startsWith(u'\'') && mayBeShielded(QStringView(*text).sliced(1))) text->remove(0, 1);
    return text;
}

QString shieldedCellText(const QString &text)
{
    return runsAsFormula(text.toUtf8().toStdString()) ? u'\'' + text : text;
}

QString recordProblem(const CsvRecord &record, qsizetype columns)
{
    if (record.state == CsvRecord::State::TooLong) return QStringLiteral("The line is too long.");
    if (record.state == CsvRecord::State::Malformed)
        return QStringLiteral("A quote does not end, or text stands beside quotes.");
    if (record.fields.size() == columns) return {};
    return QStringLiteral("The line has %1 fields where the header has %2.").arg(record.fields.size()).arg(columns);
}

}  // namespace lw::import

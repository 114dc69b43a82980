// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/callformat.h"

namespace lw::import {

namespace {

constexpr std::array<QLatin1String, 3> formats{QLatin1String("asterisk-cdr"), QLatin1String("freeswitch-cdr"),
                                               QLatin1String("csv-cdr")};
constexpr std::array<QLatin1String, 5> fields{QLatin1String("call_id"), QLatin1String("caller"),
                                              QLatin1String("destination"), QLatin1String("start"),
                                              QLatin1String("seconds")};

Error wrongColumn(const QString &sentence)
{
    return makeError(Errc::InvalidInput, sentence, QStringLiteral("column"));
}

}  // namespace

QLatin1String callFormatName(CallFormat format)
{
    return formats[static_cast<size_t>(format)];
}

std::optional<CallFormat> callFormatFromName(QStringView name)
{
    for (size_t i = 0; i < formats.size(); ++i)
        if (name == formats[i]) return static_cast<CallFormat>(i);
    return std::nullopt;
}

QLatin1String callFieldName(CallField field)
{
    return fields[static_cast<size_t>(field)];
}

CallColumns usualCallColumns()
{
    CallColumns columns;
    for (size_t i = 0; i < fields.size(); ++i)
        columns[i] = fields[i];
    return columns;
}

Result<CallColumns> callColumnsFrom(const QStringList &assignments)
{
    CallColumns columns = usualCallColumns();
    std::array<bool, fields.size()> named{};
    for (const QString &assignment : assignments) {
        const QString name = assignment.section(u'=', 0, 0).trimmed();
        const QString header = assignment.section(u'=', 1).trimmed();
        size_t i = 0;
        while (i < fields.size() && name.compare(fields[i], Qt::CaseInsensitive) != 0)
            ++i;
        if (i == fields.size() || header.isEmpty())
            return wrongColumn(
                QStringLiteral("--column takes call_id, caller, destination, start or seconds and the "
                               "header's name for it, as \"caller=Calling number\"."));
        if (named[i]) return wrongColumn(QStringLiteral("--column names %1 twice. Name it once.").arg(fields[i]));
        named[i] = true;
        columns[i] = header;
    }
    for (size_t i = 0; i < columns.size(); ++i)
        for (size_t j = 0; j < i; ++j)
            if (columns[i].compare(columns[j], Qt::CaseInsensitive) == 0)
                return wrongColumn(QStringLiteral("%1 and %2 cannot be the same column. Name another with --column.")
                                       .arg(fields[j], fields[i]));
    return columns;
}

}  // namespace lw::import

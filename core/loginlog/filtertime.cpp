// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/filtertime.h"

#include "core/util/time.h"

#include <QRegularExpression>

namespace lw::loginlog {

namespace {

TimeSpan day(const QDate &date, const QTimeZone &zone)
{
    return {date.startOfDay(zone).toUTC(), date.addDays(1).startOfDay(zone).toUTC(), true};
}

std::optional<TimeSpan> relative(const QString &text, const QDateTime &now)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,6})([mhdw])$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) return std::nullopt;
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    const qint64 seconds = unit == QLatin1String("m")   ? 60
                           : unit == QLatin1String("h") ? 3'600
                           : unit == QLatin1String("d") ? 86'400
                                                        : 7 * 86'400;
    if (count == 0) return std::nullopt;
    const QDateTime at = now.toUTC().addSecs(-count * seconds);
    return TimeSpan{at, at, false};
}

}  // namespace

std::optional<TimeSpan> timeSpan(const QString &text, const FilterContext &context)
{
    const QString lower = text.toLower();
    const QDate today = context.now.toTimeZone(context.zone).date();
    if (lower == QLatin1String("today")) return day(today, context.zone);
    if (lower == QLatin1String("yesterday")) return day(today.addDays(-1), context.zone);
    if (const auto span = relative(lower, context.now)) return span;

    static const QRegularExpression form(
        QStringLiteral("^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[tT]([0-9]{2}:[0-9]{2})(:[0-9]{2}(?:\\.[0-9]{1,9})?)?([zZ]|[+-]"
                       "[0-9]{2}:[0-9]{2})?)?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) return std::nullopt;
    const QDate date = QDate::fromString(match.captured(1), QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid()) return std::nullopt;
    if (match.captured(2).isEmpty()) return day(date, context.zone);
    const QString seconds = match.captured(3).isEmpty() ? QStringLiteral(":00") : match.captured(3);
    const QString clock = match.captured(2) + seconds;
    const bool fixed = !match.captured(4).isEmpty();
    const QDateTime utc =
        fromRfc3339(match.captured(1) + QLatin1Char('T') + clock + (fixed ? match.captured(4) : QStringLiteral("Z")));
    if (!utc.isValid()) return std::nullopt;
    if (fixed) return TimeSpan{utc, utc, false};
    const QDateTime local(date, utc.time(), context.zone);
    if (!local.isValid() || local.time() != utc.time())
        return std::nullopt;  // inside the hour that daylight saving leaves out
    return TimeSpan{local.toUTC(), local.toUTC(), false};
}

}  // namespace lw::loginlog

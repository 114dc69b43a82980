// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/leaverdate.h"

#include "core/util/time.h"

#include <QRegularExpression>

#include <array>

namespace lw::policy {

namespace {

using State = LeaverDate::State;

/// English month names are the contract's language; three letters or the whole word.
int monthOf(const QString &word)
{
    static const std::array<QString, 12> names{
        QStringLiteral("january"), QStringLiteral("february"), QStringLiteral("march"),
        QStringLiteral("april"),   QStringLiteral("may"),      QStringLiteral("june"),
        QStringLiteral("july"),    QStringLiteral("august"),   QStringLiteral("september"),
        QStringLiteral("october"), QStringLiteral("november"), QStringLiteral("december")};
    const QString lower = word.toLower();
    for (size_t i = 0; i < names.size(); ++i)
        if (lower == names[i] || lower == names[i].left(3)) return static_cast<int>(i) + 1;
    return 0;
}

/// The midnight that ends the day there; where the clock skips it, the first instant of the next day.
LeaverDate endOf(const QDate &day, const QTimeZone &zone)
{
    if (!day.isValid()) return {State::NoSuch, {}};
    return {State::Ok, day.addDays(1).startOfDay(zone).toUTC()};
}

LeaverDate moment(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    if (!day.isValid() || !time.isValid()) return {State::NoSuch, {}};
    const qint64 local = QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch();
    constexpr qint64 dayMs = 24 * 3600 * 1000LL;
    const auto offsetAt = [&zone](qint64 ms) {
        return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC)) * 1000LL;
    };
    // A wall clock's reading is an instant for each offset under which it comes back as itself.
    const qint64 before = offsetAt(local - dayMs), after = offsetAt(local + dayMs);
    const bool first = offsetAt(local - before) == before, second = offsetAt(local - after) == after;
    if (!first && !second) return {State::NoSuch, {}};
    if (first && second && before != after) return {State::Ambiguous, {}};
    return {State::Ok, QDateTime::fromMSecsSinceEpoch(local - (first ? before : after), Qt::UTC)};
}

QDate slashed(int a, int b, int year, bool &ambiguous)
{
    ambiguous = a != b && a >= 1 && a <= 12 && b >= 1 && b <= 12;
    return b > 12 ? QDate(year, a, b) : QDate(year, b, a);
}

}  // namespace

LeaverDate readLeaverDate(QStringView given, const QTimeZone &zone)
{
    const QString text = given.toString().simplified();
    if (text.isEmpty()) return {};
    static const QRegularExpression iso(
        QStringLiteral("\\A(\\d{4})-(\\d{2})-(\\d{2})(?:[ Tt](\\d{2}):(\\d{2})(?::(\\d{2}))?)?\\z"));
    if (const auto match = iso.match(text); match.hasMatch()) {
        const QDate day(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        if (match.capturedLength(4) <= 0) return endOf(day, zone);
        return moment(day, QTime(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt()),
                      zone);
    }
    static const QRegularExpression stamp(QStringLiteral("\\A\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}"));
    if (stamp.match(text).hasMatch()) {
        const QDateTime at = fromRfc3339(text);
        return at.isValid() ? LeaverDate{State::Ok, at} : LeaverDate{State::NoSuch, {}};
    }
    static const QRegularExpression dotted(QStringLiteral("\\A(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})\\z"));
    if (const auto match = dotted.match(text); match.hasMatch())
        return endOf(QDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt()), zone);
    static const QRegularExpression slash(QStringLiteral("\\A(\\d{1,2})/(\\d{1,2})/(\\d{4})\\z"));
    if (const auto match = slash.match(text); match.hasMatch()) {
        bool ambiguous = false;
        const QDate day =
            slashed(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(), ambiguous);
        return ambiguous ? LeaverDate{State::Ambiguous, {}} : endOf(day, zone);
    }
    static const QRegularExpression dayFirst(QStringLiteral("\\A(\\d{1,2}) ([A-Za-z]+)\\.?,? (\\d{4})\\z"));
    static const QRegularExpression monthFirst(QStringLiteral("\\A([A-Za-z]+)\\.? (\\d{1,2}),? (\\d{4})\\z"));
    if (const auto match = dayFirst.match(text); match.hasMatch() && monthOf(match.captured(2)) > 0)
        return endOf(QDate(match.captured(3).toInt(), monthOf(match.captured(2)), match.captured(1).toInt()), zone);
    if (const auto match = monthFirst.match(text); match.hasMatch() && monthOf(match.captured(1)) > 0)
        return endOf(QDate(match.captured(3).toInt(), monthOf(match.captured(1)), match.captured(2).toInt()), zone);
    return {State::Unreadable, {}};
}

}  // namespace lw::policy

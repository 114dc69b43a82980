// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/logtime.h"

#include "core/import/textview.h"

#include <array>
#include <limits>

namespace lw::import {

namespace {

constexpr qint64 hourMs = 3600 * 1000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr int yearsBack = 8;  // 29 February: two leap years can lie eight years apart (1896 and 1904, 2096 and 2104)

std::optional<int> twoDigits(std::string_view &text)
{
    if (text.size() < 2 || !isDigit(text[0]) || !isDigit(text[1])) return std::nullopt;
    const int value = (text[0] - '0') * 10 + (text[1] - '0');
    text.remove_prefix(2);
    return value;
}

struct ClockTime {
    int hour = 0, minute = 0, second = 0, ms = 0;
    bool exists() const { return hour < 24 && minute < 60 && second <= 60; }
    /// A leap second counts as the one before it.
    qint64 msOfDay() const { return ((hour * 60 + minute) * 60 + std::min(second, 59)) * 1000LL + ms; }
};

std::optional<ClockTime> takeClock(std::string_view &text)
{
    ClockTime clock;
    const auto hour = twoDigits(text);
    if (!hour || !eat(text, ":")) return std::nullopt;
    const auto minute = twoDigits(text);
    if (!minute || !eat(text, ":")) return std::nullopt;
    const auto second = twoDigits(text);
    if (!second) return std::nullopt;
    clock.hour = *hour, clock.minute = *minute, clock.second = *second;
    if (text.size() > 1 && (text[0] == '.' || text[0] == ',') && isDigit(text[1])) {
        text.remove_prefix(1);
        for (int scale = 100; !text.empty() && isDigit(text.front()); scale /= 10, text.remove_prefix(1))
            clock.ms += (text.front() - '0') * scale;
    }
    return clock;
}

/// "Z", "+02:00" or "+0200" in minutes; nullopt when none stands here.
std::optional<int> takeOffset(std::string_view &text)
{
    if (eat(text, "Z")) return 0;
    if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
    std::string_view rest = text.substr(1);
    const auto hours = twoDigits(rest);
    if (!hours) return std::nullopt;
    eat(rest, ":");
    const auto minutes = twoDigits(rest);
    if (!minutes || *hours > 23 || *minutes > 59) return std::nullopt;
    const int sign = text.front() == '-' ? -1 : 1;
    text = rest;
    return sign * (*hours * 60 + *minutes);
}

int takeMonth(std::string_view &text)
{
    constexpr std::array<std::string_view, 12> names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    for (size_t i = 0; i < names.size(); ++i)
        if (eat(text, names[i])) return static_cast<int>(i) + 1;
    return 0;
}

qint64 dayStart(const QDate &date)
{
    return QDateTime(date, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

}  // namespace

LogTime::LogTime(const QTimeZone &zone, const QDateTime &now)
    : m_zone(zone.isValid() ? zone : QTimeZone::utc()),
      m_limitMs(now.toMSecsSinceEpoch() + dayMs),
      m_lastYear(QDateTime::fromMSecsSinceEpoch(m_limitMs, m_zone).date().year()),
      m_previousMs(std::numeric_limits<qint64>::min())
{
}

LogTime::Stamp LogTime::finish(Stamp stamp, qint64 ms)
{
    stamp.state = Stamp::State::Ok;
    stamp.ms = ms;
    m_previousMs = ms;
    return stamp;
}

qint64 LogTime::utcOf(qint64 localMs)
{
    const qint64 hour = localMs / hourMs;
    if (hour == m_plainHour) return localMs - m_plainOffset;
    const auto offsetAt = [this](qint64 utcMs) {
        return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC)) * 1000LL;
    };
    const qint64 before = offsetAt(localMs - dayMs), after = offsetAt(localMs + dayMs);
    if (before == after) {
        m_plainHour = hour;
        m_plainOffset = before;
        return localMs - before;
    }
    const bool firstHolds = offsetAt(localMs - before) == before, secondHolds = offsetAt(localMs - after) == after;
    if (firstHolds && secondHolds) {
        const qint64 first = localMs - before, second = localMs - after;
        return first < m_previousMs && second >= m_previousMs ? second : first;
    }
    return secondHolds ? localMs - after : localMs - before;
}

LogTime::Stamp LogTime::readNamedMonth(std::string_view text)
{
    const size_t whole = text.size();
    const int month = takeMonth(text);
    if (month == 0 || !eat(text, " ")) return {};
    eat(text, " ");
    const auto day = takeNumber(text, 99);
    if (!day || !eat(text, " ")) return {};
    int year = 0;
    if (text.size() > 5 && text[4] == ' ' && isDigit(text[0]) && isDigit(text[3])) {
        year = static_cast<int>(takeNumber(text, 9999).value_or(0));
        if (!eat(text, " ")) return {};
    }
    const auto clock = takeClock(text);
    if (!clock) return {};
    Stamp stamp;
    stamp.length = whole - text.size();
    stamp.state = Stamp::State::NoSuch;
    if (!clock->exists()) return stamp;
    const int dayOfMonth = static_cast<int>(*day);
    if (year != 0) {
        const QDate date(year, month, dayOfMonth);
        return date.isValid() ? finish(stamp, utcOf(dayStart(date) + clock->msOfDay())) : stamp;
    }
    for (year = m_lastYear; year >= m_lastYear - yearsBack; --year) {
        const QDate date(year, month, dayOfMonth);
        if (!date.isValid()) continue;
        const qint64 ms = utcOf(dayStart(date) + clock->msOfDay());
        if (ms <= m_limitMs) return finish(stamp, ms);
    }
    return stamp;
}

LogTime::Stamp LogTime::readIso(std::string_view text)
{
    const size_t whole = text.size();
    if (whole < 19 || text[4] != '-' || text[7] != '-') return {};
    const auto century = twoDigits(text), years = twoDigits(text);
    if (!century || !years) return {};
    text.remove_prefix(1);
    const auto month = twoDigits(text);
    if (!month) return {};
    text.remove_prefix(1);
    const auto day = twoDigits(text);
    if (!day || (!eat(text, "T") && !eat(text, " "))) return {};
    const auto clock = takeClock(text);
    if (!clock) return {};
    const auto offset = takeOffset(text);
    Stamp stamp;
    stamp.length = whole - text.size();
    stamp.state = Stamp::State::NoSuch;
    stamp.ownOffset = offset.has_value();
    const QDate date(*century * 100 + *years, *month, *day);
    if (!date.isValid() || date.year() < 1970 || !clock->exists()) return stamp;
    const qint64 local = dayStart(date) + clock->msOfDay();
    return finish(stamp, offset ? local - *offset * 60000LL : utcOf(local));
}

LogTime::Stamp LogTime::read(std::string_view text)
{
    if (text.empty()) return {};
    return isDigit(text.front()) ? readIso(text) : readNamedMonth(text);
}

LogTime::Stamp LogTime::readEventTv(std::string_view text)
{
    const Stamp iso = readIso(text);
    if (iso.state != Stamp::State::None) return iso.ownOffset && iso.length == text.size() ? iso : Stamp{};
    const size_t whole = text.size();
    const auto seconds = takeNumber(text, 253402300799ULL);  // the end of the year 9999
    if (!seconds || !eat(text, "-")) return {};
    const auto micro = takeNumber(text, 999999);
    if (!micro || !text.empty()) return {};
    Stamp stamp;
    stamp.length = whole;
    stamp.ownOffset = true;
    return finish(stamp, static_cast<qint64>(*seconds) * 1000 + static_cast<qint64>(*micro) / 1000);
}

}  // namespace lw::import

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/calltime.h"

#include "core/import/logtime.h"
#include "core/import/textview.h"

#include <QLocale>

#include <algorithm>
#include <cstdlib>

namespace lw::import {

namespace {

using State = CallInstant::State;

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr qsizetype longestTime = 64;
constexpr quint64 lastSecond = 253'402'300'799ULL;  // the end of the year 9999
const auto unixSeconds = QLatin1String("unix");
const auto unixMilliseconds = QLatin1String("unix-ms");

CallInstant once(qint64 ms)
{
    return {State::Once, ms, ms};
}

/// The letters of a pattern that stand for something; those in quotes stand for themselves.
QString lettersOf(const QString &form)
{
    QString letters;
    bool quoted = false;
    for (const QChar c : form) {
        if (c == u'\'')
            quoted = !quoted;
        else if (!quoted && c.isLetter())
            letters += c;
    }
    return letters;
}

bool fits(const CallInstant &known, qint64 expected, qint64 tolerance)
{
    if (!known.ok()) return true;
    return std::min(std::abs(known.first - expected), std::abs(known.second - expected)) <= tolerance;
}

}  // namespace

CallTime::CallTime(const QTimeZone &zone, const QString &form)
    : m_zone(zone.isValid() ? zone : QTimeZone::utc()), m_form(form)
{
}

Result<void> CallTime::judgeForm(const QString &form)
{
    const auto refuse = [](const QString &sentence) {
        return makeError(Errc::InvalidInput, sentence, QStringLiteral("time-format"));
    };
    if (form.isEmpty() || form == unixSeconds || form == unixMilliseconds) return {};
    if (form.size() > longestTime)
        return refuse(QStringLiteral("--time-format has more than %1 characters. Shorten it.").arg(longestTime));
    if (form.count(u'\'') % 2 != 0)
        return refuse(QStringLiteral("--time-format has a quote that does not end. Close it."));
    const QString letters = lettersOf(form);
    for (const QChar c : letters)
        if (!QStringView(u"dMyHhmszAPap").contains(c))
            return refuse(QStringLiteral("--time-format may not have the letter “%1”. Write it as dd/MM/yyyy HH:mm:ss, "
                                         "with other texts in single quotes, or say unix or unix-ms.")
                              .arg(c));
    const bool halfDays = letters.contains(u'a', Qt::CaseInsensitive);
    const bool hours = letters.contains(u'H') || (letters.contains(u'h') && halfDays);
    if (!letters.contains(u'd') || !letters.contains(u'M') || letters.count(u'y') != 4 || !hours ||
        !letters.contains(u'm'))
        return refuse(
            QStringLiteral("--time-format must say day, month, year in four digits, hour and minute, as "
                           "dd/MM/yyyy HH:mm:ss or M/d/yyyy h:mm:ss AP do."));
    return {};
}

CallInstant CallTime::ofLocal(qint64 localMs) const
{
    const auto offsetAt = [this](qint64 utcMs) {
        return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC)) * 1000LL;
    };
    const qint64 before = offsetAt(localMs - dayMs);
    const qint64 after = offsetAt(localMs + dayMs);
    if (before == after) return once(localMs - before);
    const bool firstHolds = offsetAt(localMs - before) == before;
    const bool secondHolds = offsetAt(localMs - after) == after;
    if (firstHolds && secondHolds) return {State::Twice, localMs - before, localMs - after};
    if (!firstHolds && !secondHolds) return {State::Skipped, 0, 0};
    return once(firstHolds ? localMs - before : localMs - after);
}

CallInstant CallTime::readIso(QByteArrayView text) const
{
    const std::string_view view(text.data(), static_cast<size_t>(text.size()));
    if (view.empty() || !isDigit(view.front())) return {};
    LogTime time(QTimeZone::utc(), QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
    const LogTime::Stamp stamp = time.read(view);
    if (stamp.state == LogTime::Stamp::State::None || stamp.length != view.size()) return {};
    if (!stamp.ok()) return {State::NoSuch, 0, 0};
    return stamp.ownOffset ? once(stamp.ms) : ofLocal(stamp.ms);
}

CallInstant CallTime::readUnix(QByteArrayView text) const
{
    std::string_view view(text.data(), static_cast<size_t>(text.size()));
    const bool whole = m_form == unixMilliseconds;
    const auto number = takeNumber(view, whole ? lastSecond * 1000 : lastSecond);
    if (!number) return {};
    if (whole) return view.empty() ? once(static_cast<qint64>(*number)) : CallInstant();
    qint64 ms = static_cast<qint64>(*number) * 1000;
    if (eat(view, ".")) {
        if (view.empty()) return {};
        for (int scale = 100; !view.empty() && isDigit(view.front()); scale /= 10, view.remove_prefix(1))
            ms += (view.front() - '0') * scale;
    }
    return view.empty() ? once(ms) : CallInstant();
}

CallInstant CallTime::readPattern(QByteArrayView text) const
{
    // As UTC, where every time exists once: what the log's zone makes of it is asked below, and never this machine's.
    const QDateTime read =
        QLocale::c().toDateTime(QString::fromLatin1(text) + QLatin1String(" Z"), m_form + QLatin1String(" t"));
    if (!read.date().isValid() || !read.time().isValid() || read.date().year() < 1970) return {};
    return ofLocal(QDateTime(read.date(), read.time(), Qt::UTC).toMSecsSinceEpoch());
}

CallInstant CallTime::read(QByteArrayView text) const
{
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    if (!plain || text.size() > longestTime) return {};
    if (m_form.isEmpty()) return readIso(text);
    return m_form == unixSeconds || m_form == unixMilliseconds ? readUnix(text) : readPattern(text);
}

qint64 CallTime::decide(const CallInstant &instant, std::span<const CallClue> clues, bool &guessed)
{
    guessed = false;
    if (instant.state != State::Twice) return instant.first;
    const auto fitsAll = [clues](qint64 ms) {
        return std::all_of(clues.begin(), clues.end(), [ms](const CallClue &clue) {
            return fits(clue.instant, ms + clue.offsetMs, clue.toleranceMs);
        });
    };
    const bool first = fitsAll(instant.first);
    const bool second = fitsAll(instant.second);
    guessed = first == second;
    return second && !first ? instant.second : instant.first;
}

}  // namespace lw::import

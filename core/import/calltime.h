// SPDX-License-Identifier: GPL-3.0-or-later
// Times of call records as instants. Unlike lines of a log, records come in the order in which calls ended, so that the
// record before says nothing about an hour that occurs twice; the record's own end and length do.
#pragma once

#include "core/util/result.h"

#include <QByteArrayView>
#include <QString>
#include <QTimeZone>

#include <span>

namespace lw::import {

/// What a time may mean.
struct CallInstant {
    enum class State : quint8 {
        None,     ///< no time of the expected form
        NoSuch,   ///< one that does not exist (30 February, 25:00)
        Skipped,  ///< one that the zone's clocks leave out in spring
        Once,
        Twice  ///< one that the zone's clocks repeat in autumn
    };
    State state = State::None;
    qint64 first = 0;   ///< ms since 1970 UTC
    qint64 second = 0;  ///< Twice: the later one; otherwise the same
    bool ok() const { return state == State::Once || state == State::Twice; }
};

/// What else a record knows of its call: a time that must be `expected` ms behind the one in question.
struct CallClue {
    CallInstant instant;
    qint64 offsetMs = 0;
    qint64 toleranceMs = 2'000;  ///< switches round to seconds
};

class CallTime {
  public:
    /// `form`: empty for "2026-11-26 14:03:05[.123]" or RFC 3339 (with an offset the zone counts no more), "unix" for
    /// seconds since 1970, "unix-ms" for milliseconds, or a pattern such as "dd/MM/yyyy HH:mm:ss".
    explicit CallTime(const QTimeZone &zone, const QString &form = {});

    /// Errc::InvalidInput, field "time-format": a pattern that does not say day and minute, or has other letters than
    /// d M y H h m s z A P a p outside of quotes.
    static Result<void> judgeForm(const QString &form);

    CallInstant read(QByteArrayView text) const;

    /// Of a time that occurs twice the one that fits every clue, where only one does; otherwise the first, and
    /// `guessed` says so.
    static qint64 decide(const CallInstant &instant, std::span<const CallClue> clues, bool &guessed);

  private:
    CallInstant readIso(QByteArrayView text) const;
    CallInstant readUnix(QByteArrayView text) const;
    CallInstant readPattern(QByteArrayView text) const;
    CallInstant ofLocal(qint64 localMs) const;

    QTimeZone m_zone;
    QString m_form;
};

}  // namespace lw::import

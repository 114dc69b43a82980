// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a leavers' list meet the people of a customer. An exact login name or e-mail address is sure; a name, or
// something that only looks alike, is a doubt with candidates that a person decides. Nobody is guessed.
// Source: domain.md (Revocation); issue "Import of a leavers' list with matching, doubts shown and nobody guessed".
#pragma once

#include "core/domain/user.h"

#include <QList>
#include <QTimeZone>

namespace lw::policy {

/// A line as it was written; core/import/leaversfile.h reads it.
struct LeaverLine {
    quint64 line = 0;  ///< in the file, from 1
    QString login;
    QString email;
    QString name;
    QString date;  ///< of departure; may be empty
    bool operator==(const LeaverLine &) const = default;
};

enum class LeaverMatch : quint8 {
    Sure,    ///< userId is the person
    Doubt,   ///< candidates, or a contradiction: somebody must choose
    Nobody,  ///< no person of the customer is like it
    Refused  ///< the line itself cannot be used: `problem` says why and the remedy
};

struct LeaverCandidate {
    QString userId;
    QString why;  ///< stable word: "login", "email", "name", "looks_alike"
    bool operator==(const LeaverCandidate &) const = default;
};

struct LeaverVerdict {
    quint64 line = 0;
    LeaverMatch match = LeaverMatch::Nobody;
    QString userId;                     ///< of Sure
    QList<LeaverCandidate> candidates;  ///< of Doubt, in the order of login names; at most 10
    QDateTime departedAt;               ///< UTC; invalid: the line names no date
    /// Of Refused and Doubt: stable word. "nothing_named", "no_such_date", "ambiguous_date", "unreadable_date",
    /// "contradiction" (login, e-mail and name belong to different people), "named_before", "several", "only_name",
    /// "only_alike".
    QString problem;
    bool operator==(const LeaverVerdict &) const = default;
};

/// One verdict a line, in the order of the lines. `zone`: of the customer; a date without a time is the person's last
/// day, and the departure is the midnight that ends it there.
QList<LeaverVerdict> matchLeavers(const QList<LeaverLine> &lines, const QList<User> &people, const QTimeZone &zone);

/// What two texts have in common when a person reads them: case, marks, spaces and punctuation taken off, and the
/// skeleton of UTS #39 of the rest ("раul" in Cyrillic, "pau1").
QString readingKey(QStringView text);

}  // namespace lw::policy

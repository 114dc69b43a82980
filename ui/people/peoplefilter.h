// SPDX-License-Identifier: GPL-3.0-or-later
// The one line that narrows the list of people: "password:overdue department:sales mfa:none ann". Pure.
#pragma once

#include "core/people/peoplelist.h"

#include <QStringList>

namespace lw::ui {

struct PeopleFilter {
    QList<policy::PasswordState> password;  ///< any of them; empty: whatever the state
    std::optional<UserStatus> status;
    std::optional<MfaKind> mfa;
    bool idle = false;   ///< not signed in for 90 days
    QString department;  ///< contained, case-insensitive
    QString role;        ///< role name or its words begin with it
    QStringList words;   ///< each occurs in name, login, department or role

    /// now: for what is idle.
    bool matches(const people::PersonRow &row, const QDateTime &now = {}) const;
    bool operator==(const PeopleFilter &) const = default;
};

struct PeopleFilterParse {
    PeopleFilter filter;
    QString problem;  ///< a sentence that names the first token not understood and the remedy; empty: none
};

PeopleFilterParse parsePeopleFilter(const QString &text);

/// What the word before the cursor may become.
QStringList completePeopleFilter(const QString &word, const QStringList &departments);

}  // namespace lw::ui

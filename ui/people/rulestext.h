// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer's rules fail, where the standards contradict each other, and what other rules would do to people.
// Pure.
#pragma once

#include "core/policy/standards.h"
#include "ui/people/peoplefacts.h"

namespace lw::ui {

/// One line a standard that this policy fails by one of the gaps; empty: none.
QString gapsText(const PasswordPolicy &policy, const QList<policy::Gap> &gaps);

/// The conflict of PCI DSS, NIST and Cyber Essentials about periodic changes under this policy, and whether a second
/// factor lifts it. withoutFactor of active people have none.
QString rotationConflictText(const PasswordPolicy &policy, int withoutFactor, int active);

/// "14, 7, 3" as descending days; nullopt: not that.
std::optional<QList<int>> warningDaysFrom(const QString &text);
QString warningDaysText(const QList<int> &days);

/// Whom the change would meet, in numbers, one sentence each; empty: nobody notices.
QStringList rulesEffect(const Customer &before, const Customer &after, const PeopleFacts &facts, const QDateTime &now);

}  // namespace lw::ui

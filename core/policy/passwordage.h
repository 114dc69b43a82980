// SPDX-License-Identifier: GPL-3.0-or-later
// How old a person's password is and when it is due. All arithmetic is on UTC instants in days of exactly 24 hours, so
// that daylight saving never moves a due date. The server enforces with it, the console explains with it.
// Source: seed "passwords are rotated on a 90-day basis"; warnings at 14, 7, 3 and 1 days; exemptions with an end;
// device secrets rotated too; due dates spread, so that not everyone expires on one day.
//
// The due date is the first of: the change plus maxAgeDays, less this person's share of spreadDays; and the date that
// an administrator set (User::passwordDueAt). An exemption moves the policy's date only: who was told to change the
// password, perhaps because it leaked, must change it.
#pragma once

#include "core/domain/customer.h"
#include "core/domain/device.h"
#include "core/domain/user.h"
#include "core/policy/standards.h"

#include <optional>

namespace lw::policy {

enum class PasswordState : quint8 {
    Fresh,      ///< nothing to do
    DueSoon,    ///< within the longest warning of the policy
    Due,        ///< due within 24 hours
    Overdue,    ///< the due instant has come or is past
    Exempt,     ///< an exemption is running (its end is exclusive), and no administrator set an earlier date
    NeverSet,   ///< the person never chose one: due at the next sign-in, whatever the policy and the exemption
    NotRotated  ///< the policy has maxAgeDays 0, and no administrator set a date
};

struct PasswordAgeVerdict {
    PasswordState state = PasswordState::Fresh;
    int ageDays = -1;         ///< whole days since the change; -1 when never set; 0 when the change lies in the future
    QDateTime dueAt;          ///< UTC; with a running exemption the later of due date and its end; invalid: NotRotated
    int daysLeft = 0;         ///< begun days until dueAt (90 right after a change); overdue: minus the whole days since
    int warningLevel = 0;     ///< the smallest of the policy's warning days that is reached (14, 7, 3, 1); 0: none
    bool mustChange = false;  ///< the next sign-in leads to a change: flag on the person, never set, or overdue
    bool operator==(const PasswordAgeVerdict &) const = default;
};

PasswordAgeVerdict passwordAge(const User &user, const PasswordPolicy &policy, const QDateTime &nowUtc);

/// By how many of the policy's spreadDays this person's (or device's) due date lies before the policy's: 0 to
/// spreadDays, always the same for the same id, and never so many that nothing is left of maxAgeDays.
int spreadShare(QStringView id, int spreadDays, int maxAgeDays);

/// The same for a device's secret under deviceMaxAgeDays: Fresh to Overdue, or NotRotated (revoked devices as well).
/// `mustChange` is true when it is overdue; registrations go on, because a telephone cannot choose a secret.
PasswordAgeVerdict deviceSecretAge(const Device &device, const PasswordPolicy &policy, const QDateTime &nowUtc);

/// Stable names of the contract: "fresh", "due_soon", "due", "overdue", "exempt", "never_set", "not_rotated".
QLatin1String passwordStateName(PasswordState state);
std::optional<PasswordState> passwordStateFromName(QStringView name);

}  // namespace lw::policy

// SPDX-License-Identifier: GPL-3.0-or-later
// Guessing is slowed, then stopped: a delay that doubles with each failure in a row, then a lock.
// Source: PCI DSS 4.0.1 8.3.4 (lock after at most 10 failures, for at least 30 minutes); OWASP (growing delay).
//
//   failures in a row   1 2 | 3  4  5  6  7 … | lockAfterFailures | one more after the lock | and so on
//   next try after      0 0 | 1s 2s 4s 8s 16s | 30 min            | 1 h                     | doubling, 24 h at most
//
// Delays are at most 60 s. lockAfterFailures 0 never locks; delays then go on growing up to 15 minutes.
#pragma once

#include "core/domain/customer.h"

#include <QDateTime>

namespace lw::policy {

enum class LockoutState : quint8 {
    Allow,       ///< a try may be judged now
    DelayUntil,  ///< too soon after the last failure
    LockedUntil  ///< locked
};

struct LockoutVerdict {
    LockoutState state = LockoutState::Allow;
    QDateTime until;     ///< UTC, exclusive: a try at this very instant is allowed; invalid when allowed
    int retryAfter = 0;  ///< whole seconds until then, rounded up; 0 when allowed
    bool operator==(const LockoutVerdict &) const = default;
};

/// `failuresInARow` since the last success, `lastFailure` in UTC. When the clock went backwards (lastFailure lies after
/// nowUtc) the wait counts from now: it stays closed, and never longer at a time than the table says.
LockoutVerdict lockout(int failuresInARow, const QDateTime &lastFailure, const PasswordPolicy &policy,
                       const QDateTime &nowUtc);

/// True when this very number of failures starts (or renews) a lock: the caller writes account.locked then.
bool locksAt(int failuresInARow, const PasswordPolicy &policy);

}  // namespace lw::policy

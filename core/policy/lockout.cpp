// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/lockout.h"

#include <algorithm>

namespace lw::policy {

namespace {

constexpr int freeFailures = 2;
constexpr qint64 longestDelay = 60;
constexpr qint64 longestDelayUnlocked = 15 * 60;
constexpr qint64 firstLock = 30 * 60;
constexpr qint64 longestLock = 24 * 60 * 60;

/// base * 2^times, at most `ceiling`, without overflow.
qint64 doubled(qint64 base, int times, qint64 ceiling)
{
    qint64 value = base;
    for (int i = 0; i < times && value < ceiling; ++i)
        value *= 2;
    return std::min(value, ceiling);
}

}  // namespace

bool locksAt(int failuresInARow, const PasswordPolicy &policy)
{
    return policy.lockAfterFailures > 0 && failuresInARow >= policy.lockAfterFailures;
}

LockoutVerdict lockout(int failuresInARow, const QDateTime &lastFailure, const PasswordPolicy &policy,
                       const QDateTime &nowUtc)
{
    const bool locked = locksAt(failuresInARow, policy);
    qint64 seconds = 0;
    if (locked)
        seconds = doubled(firstLock, failuresInARow - policy.lockAfterFailures, longestLock);
    else if (failuresInARow > freeFailures)
        seconds = doubled(1, failuresInARow - freeFailures - 1,
                          policy.lockAfterFailures > 0 ? longestDelay : longestDelayUnlocked);
    if (seconds == 0 || !lastFailure.isValid()) return {};

    const QDateTime until = std::min(lastFailure, nowUtc).toUTC().addSecs(seconds);
    if (nowUtc >= until) return {};
    const qint64 waitMs = nowUtc.msecsTo(until);
    return {locked ? LockoutState::LockedUntil : LockoutState::DelayUntil, until,
            static_cast<int>((waitMs + 999) / 1000)};
}

}  // namespace lw::policy

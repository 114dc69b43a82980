// SPDX-License-Identifier: GPL-3.0-or-later
// A departure's clock: from the moment somebody leaves or changes duties, access has 24 hours to end. The back end
// judges new cases and carries them out by these functions; the console explains the clock with them. Source: seed
// ("access is revoked within 24 hours of departure or reassignment"); PCI DSS 4.0.1 8.2.5; domain.md (Revocation: the
// clock runs from the moment of departure, not from when someone noticed; the last owner stays).
#pragma once

#include "core/domain/departure.h"
#include "core/domain/user.h"
#include "core/util/result.h"

#include <optional>

namespace lw::policy {

inline constexpr int revocationHours = 24;
/// A moment of departure farther away than this is a slip of the pen, in either direction.
inline constexpr int departureYearsMost = 5;

/// The last instant at which ending access is still in time (inclusive). Days of exactly 24 hours, in UTC.
QDateTime revocationDeadline(const QDateTime &departedAt);

/// A case that somebody wants to open.
struct DepartureWish {
    DepartureKind kind = DepartureKind::Departure;
    QDateTime departedAt;   ///< UTC
    QDateTime effectiveAt;  ///< UTC; invalid: at departedAt, or at once when that is past
    QStringList newRoles;   ///< of a reassignment
};

/// What is known of the person when the case is opened.
struct DepartureFacts {
    User user;
    QStringList knownRoles;  ///< every role of the customer, shipped or made
    /// isLastOwner() among the people whom no open case takes the owner's role from.
    bool lastOwner = false;
    bool openCase = false;  ///< one is scheduled already
};

struct NewDepartureVerdict {
    QDateTime effectiveAt;  ///< UTC, never before now: when it is carried out
    bool breach = false;    ///< the deadline is past already
    bool operator==(const NewDepartureVerdict &) const = default;
};

/// Errc::InvalidInput with field "departedAt" (missing, or years away), "effectiveAt" (after a deadline that can still
/// be kept) or "newRoles" (of a departure; missing, unknown or the present ones of a reassignment); Errc::Conflict with
/// field "userId": the last owner, or a case is open. Past the deadline whatever was wished happens at once.
Result<NewDepartureVerdict> judgeNewDeparture(const DepartureWish &wish, const DepartureFacts &facts,
                                              const QDateTime &nowUtc);

/// Whether carrying the case out takes the owner's role from this person.
bool takesOwnership(const User &user, DepartureKind kind, const QStringList &newRoles);

enum class RevocationState : quint8 {
    Waiting,   ///< the moment of departure has not come
    Running,   ///< the 24 hours run
    Overdue,   ///< the deadline is past and access was not ended
    InTime,    ///< ended by the deadline
    Late,      ///< ended after it
    Withdrawn  ///< nothing to do any more
};

struct RevocationVerdict {
    RevocationState state = RevocationState::Waiting;
    QDateTime deadline;      ///< UTC, inclusive
    qint64 secondsLeft = 0;  ///< begun seconds until the deadline while it is open; negative: whole seconds beyond it
    qint64 secondsToRevoke =
        0;                ///< from departure to execution, in begun seconds; 0 when it was ended beforehand or not yet
    bool breach = false;  ///< Overdue or Late
    bool operator==(const RevocationVerdict &) const = default;
};

RevocationVerdict revocationVerdict(const Departure &departure, const QDateTime &nowUtc);

/// "waiting", "running", "overdue", "in_time", "late", "withdrawn".
QLatin1String revocationStateName(RevocationState state);

/// Figures of a report: cases that were not withdrawn; median and worst over those carried out.
struct RevocationSummary {
    int cases = 0;
    int open = 0;  ///< not carried out yet
    int proved = 0;
    int breaches = 0;  ///< Overdue or Late
    std::optional<qint64>
        medianSeconds;  ///< to revoke; of an even number the mean of the two in the middle, rounded down
    std::optional<qint64> worstSeconds;
    bool operator==(const RevocationSummary &) const = default;
};

RevocationSummary revocationSummary(const QList<Departure> &departures, const QDateTime &nowUtc);

}  // namespace lw::policy

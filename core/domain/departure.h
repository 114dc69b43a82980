// SPDX-License-Identifier: GPL-3.0-or-later
// A person leaves or changes duties: from that moment access has 24 hours to end. The proof is part of the case: after
// it was carried out the back end tries everything once more and keeps what happened.
// Source: seed ("access is revoked within 24 hours of departure or reassignment"); PCI DSS 4.0.1 8.2.5.
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace lw {

enum class DepartureKind : quint8 {
    Departure = 1,    ///< the account ends
    Reassignment = 2  ///< the roles change, the account stays
};

enum class DepartureState : quint8 {
    Scheduled = 1,    ///< not carried out yet
    Executed = 2,     ///< carried out, the proof is due
    Proved = 3,       ///< every probe found nothing left
    ProofFailed = 4,  ///< a probe found something that still works
    Cancelled = 5     ///< withdrawn before it was carried out
};

/// One try of the back end, after the revocation.
struct ProbeResult {
    QString what;  ///< "login", "sessions", "tokens", "devices", "roles"
    bool passed = false;
    QString detail;  ///< a sentence: "3 tokens were tried, all were refused."
    QDateTime at;    ///< UTC
    bool operator==(const ProbeResult &) const = default;
};

struct Departure {
    QString id;  ///< "dep_" and 26 letters or digits
    QString userId;
    QString login;        ///< as it was when the case was opened
    QString displayName;  ///< likewise
    DepartureKind kind = DepartureKind::Departure;
    DepartureState state = DepartureState::Scheduled;
    QDateTime departedAt;   ///< UTC: the moment of departure, where the clock starts, past or future
    QDateTime effectiveAt;  ///< UTC: when access is to end; not later than policy::revocationDeadline()
    QStringList newRoles;   ///< of a reassignment: the roles from then on
    QString reason;
    QDateTime createdAt;   ///< UTC
    QString createdBy;     ///< login name
    QDateTime executedAt;  ///< UTC; invalid: not yet
    int sessionsEnded = 0;
    int devicesRevoked = 0;
    QList<ProbeResult> probes;
    QDateTime provedAt;  ///< UTC: of the last probe
    bool operator==(const Departure &) const = default;
};

/// "departure", "reassignment".
QLatin1String departureKindName(DepartureKind kind);
std::optional<DepartureKind> departureKindFromName(QStringView name);
/// "scheduled", "executed", "proved", "proof_failed", "cancelled".
QLatin1String departureStateName(DepartureState state);
std::optional<DepartureState> departureStateFromName(QStringView name);

}  // namespace lw

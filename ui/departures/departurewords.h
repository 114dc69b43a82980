// SPDX-License-Identifier: GPL-3.0-or-later
// The words of departures: kinds, states, the clock of 24 hours, probes, and what a case will do. Pure.
#pragma once

#include "core/domain/departure.h"
#include "core/policy/leavers.h"
#include "core/policy/revocation.h"
#include "ui/common/tokens.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <optional>

namespace lw::ui {

struct DepartureWords {
    Q_DECLARE_TR_FUNCTIONS(lw::ui::DepartureWords)
};

QString departureKindWords(DepartureKind kind);     ///< "leaves", "changes duties"
QString departureStateWords(DepartureState state);  ///< "scheduled", "proof due", "proved", "proof failed", "withdrawn"
Tone departureStateTone(DepartureState state);
QString probeWords(const QString &what);  ///< "login" -> "Sign-in"; an unknown one as it is
QString departureName(const Departure &departure);

/// "14 min", "3 h 12 min", "2 d 4 h"; below a minute "under a minute".
QString durationWords(qint64 seconds);
/// "leaves in 3 d 4 h", "3 h 12 min left", "revoked in 14 min", "breach: 26 h", "withdrawn".
QString clockWords(const Departure &departure, const QDateTime &now);
Tone clockTone(const Departure &departure, const QDateTime &now);
/// The clock in one sentence.
QString clockSentence(const Departure &departure, const QDateTime &now);
/// Somebody should look at it now: access was not ended in time, or a probe found something.
bool needsAction(const Departure &departure, const QDateTime &now);
/// What is most urgent has the smallest number: breaches, what runs out next, what is to come, what is done.
qint64 urgency(const Departure &departure, const QDateTime &now);

/// What a case will do, in numbers.
struct DepartureEffect {
    DepartureKind kind = DepartureKind::Departure;
    QString name;
    QDateTime effectiveAt;        ///< UTC; at or before now: at once
    bool breach = false;          ///< the deadline is past already
    std::optional<int> sessions;  ///< live ones; nullopt: not known
    std::optional<int> devices;   ///< that may register; nullopt: not known
    QStringList roles;            ///< present ones
    QStringList newRoles;
};
QString effectWords(const DepartureEffect &effect, const QTimeZone &zone, const QDateTime &now);
/// How it can be undone.
QString wayBackWords(const DepartureEffect &effect, const QDateTime &now);

QString leaverProblemWords(const QString &problem);  ///< "only_name" -> a sentence
QString candidateWords(const QString &why);          ///< "looks_alike" -> "the name looks alike"

}  // namespace lw::ui

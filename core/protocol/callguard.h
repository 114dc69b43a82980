// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and Call Guard: /v1/numbers, /v1/numbers/{number}, /v1/numbers/guard, /v1/callguard and
// /v1/calls/authorize.
#pragma once

#include "core/domain/callguard.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

namespace lw::protocol {

class JsonReader;

QJsonObject toJsonObject(const BarringRules &rules);
BarringRules readBarring(JsonReader reader, bool ofCustomer);
/// For the store: what it holds was judged before.
QByteArray toJson(const BarringRules &rules);
Result<BarringRules> barringFromJson(QByteArrayView body);

/// GET and PUT /v1/callguard; PUT with If-Match.
QJsonObject toJsonObject(const GuardSettings &settings);
QByteArray toJson(const GuardSettings &settings);
Result<GuardSettings> guardSettingsFromJson(QByteArrayView body);

/// One number: GET and PUT /v1/numbers/{number}; PUT with If-Match, and the number itself does not change.
QJsonObject toJsonObject(const GuardedNumber &number);
QByteArray toJson(const GuardedNumber &number);
Result<GuardedNumber> guardedNumberFromJson(QByteArrayView body);

/// {"numbers": […]}: GET /v1/numbers gives all of them in their order; POST adds all of these or none.
QByteArray toJson(const QList<GuardedNumber> &numbers);
Result<QList<GuardedNumber>> guardedNumbersFromJson(QByteArrayView body);

/// POST /v1/numbers/guard: opts numbers in or out, all or none.
struct GuardSwitch {
    GuardState guard = GuardState::Inherit;
    bool all = false;     ///< every number that there is
    QStringList numbers;  ///< otherwise these
    bool operator==(const GuardSwitch &) const = default;
};
QByteArray toJson(const GuardSwitch &wish);
Result<GuardSwitch> guardSwitchFromJson(QByteArrayView body);
/// 200 of it.
struct GuardSwitched {
    int changed = 0;
    bool operator==(const GuardSwitched &) const = default;
};
QByteArray toJson(const GuardSwitched &switched);
Result<GuardSwitched> guardSwitchedFromJson(QByteArrayView body);

/// POST /v1/numbers/import?dryRun=true|false, text/csv: what becomes of each line; all of them or none.
struct NumbersImport {
    int added = 0;
    int changed = 0;
    int unchanged = 0;
    int refused = 0;
    struct Line {
        quint64 line = 0;
        QString number;   ///< canonical; empty where it cannot be read
        QString outcome;  ///< "add", "change", "refuse"
        QString reason;   ///< of a refusal; of a change: what changes
        bool operator==(const Line &) const = default;
    };
    QList<Line> lines;  ///< those that do something or are refused, the first importListed
    bool stored = false;
    bool operator==(const NumbersImport &) const = default;
};
QByteArray toJson(const NumbersImport &import);
Result<NumbersImport> numbersImportFromJson(QByteArrayView body);

/// POST /v1/calls/authorize: a switch asks before it makes a call.
struct CallQuestion {
    QString callId;       ///< the switch's own; the same one renews the reservation
    QString caller;       ///< as the switch has it
    QString destination;  ///< as it was dialled
    bool operator==(const CallQuestion &) const = default;
};
QByteArray toJson(const CallQuestion &question);
Result<CallQuestion> callQuestionFromJson(QByteArrayView body);

struct CallAnswer {
    bool allowed = false;
    BarringReason reason = BarringReason::Passes;
    RuleOrigin origin = RuleOrigin::None;
    QString rule;
    QString number;  ///< the destination, canonical
    CallClass callClass = CallClass::Invalid;
    QString detail;  ///< a sentence for people
    /// Of an allowed call, in seconds: what its reservation pays for, after which it may ask again under its callId,
    /// and when the switch is to end it.
    int grantedSeconds = 0;
    int longestSeconds = 0;
    QString ratePrefix;                     ///< of the rate that prices it; empty: none does
    QString currency;                       ///< of the amounts; empty where there are none
    std::optional<Decimal> pricePerMinute;  ///< absent: not priced
    std::optional<Decimal> remaining;       ///< of the tightest limit, before this call; absent: unlimited
    Decimal reserved;
    Decimal overspendBound;  ///< by which this call may go beyond a limit
    bool operator==(const CallAnswer &) const = default;
};
QByteArray toJson(const CallAnswer &answer);
Result<CallAnswer> callAnswerFromJson(QByteArrayView body);

/// What stands for {number} in a path: without "+".
QString numberPathParameter(const QString &number);

}  // namespace lw::protocol

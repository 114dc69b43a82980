// SPDX-License-Identifier: GPL-3.0-or-later
// What calls cost, and how much may be spent. Source: domain.md (Spend); seeds (daily and weekly spend limits).
#pragma once

#include "core/domain/callguard.h"
#include "core/domain/money.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

namespace lw {

enum class SpendPeriod : quint8 { Day = 1, Week = 2 };  ///< of the customer's time zone; weeks begin on Monday
QLatin1String spendPeriodName(SpendPeriod period);      ///< "day", "week"
std::optional<SpendPeriod> spendPeriodFromName(QStringView name);

/// A limit that is absent is inherited (customer: none). A limit of 0 lets nothing pass that costs.
struct SpendLimits {
    std::optional<Decimal> daily;
    std::optional<Decimal> weekly;
    bool operator==(const SpendLimits &) const = default;
};

QList<int> usualWarningLevels();  ///< 80, 95, 100

/// The customer's settings. As they are made, a new customer starts with them.
struct SpendSettings {
    QString currency = QStringLiteral("GBP");
    SpendLimits customer{Decimal{200'000'000}, Decimal{800'000'000}};
    SpendLimits numberDefault{Decimal{25'000'000}, Decimal{100'000'000}};
    QMap<QString, SpendLimits> numbers;               ///< by E.164: those with limits of their own
    QList<int> warningLevels = usualWarningLevels();  ///< percent of a limit, ascending, each one notice a period
    bool barAtLimit = true;
    /// A call ends when what was granted to it is used up; false: it may go on to longestCallMinutes.
    bool cutRunningCalls = true;
    int grantMinutes = 30;  ///< the longest that one authorisation grants and reserves; a call may ask again
    int longestCallMinutes = 240;
    int recordGraceMinutes = 10;  ///< a reservation without a record expires so long after its grant ends
    bool operator==(const SpendSettings &) const = default;
};

/// Another limit for a while.
struct TemporaryRaise {
    QString id;      ///< "rse_" and 26 letters or digits
    QString number;  ///< empty: the customer's limit
    SpendPeriod period = SpendPeriod::Day;
    Decimal amount;   ///< the limit meanwhile
    QDateTime from;   ///< UTC
    QDateTime until;  ///< UTC, exclusive
    QString reason;
    QString createdBy;  ///< login name
    bool operator==(const TemporaryRaise &) const = default;
};

/// One row of a rate deck.
struct Rate {
    QString prefix;  ///< of canonical numbers: "+371", "118"
    QString name;    ///< "Latvia mobile"
    Decimal pricePerMinute;
    Decimal connectionFee;
    int firstIncrement = 1;  ///< seconds that are billed at least
    int nextIncrement = 1;   ///< seconds in which the rest is billed
    QDateTime validFrom;     ///< UTC; invalid: always
    bool operator==(const Rate &) const = default;
};

/// A finished call.
struct CallRecord {
    QString callId;       ///< the switch's; unique in the customer
    QString caller;       ///< E.164 of one of the customer's numbers
    QString destination;  ///< canonical
    CallClass callClass = CallClass::Invalid;
    QDateTime startedAt;  ///< UTC, of the answer where there was one
    int seconds = 0;      ///< 0: not answered
    Decimal cost;         ///< exact to a millionth, rounded half up once a call
    QString ratePrefix;   ///< of the rate that priced it; empty: none did, cost is 0
    bool operator==(const CallRecord &) const = default;
};

/// Which calls; what is not set does not restrict.
struct CallFilter {
    QString number;                      ///< canonical, of caller or destination
    QDateTime from;                      ///< UTC, inclusive, of the start
    QDateTime until;                     ///< UTC, exclusive
    std::optional<CallClass> callClass;  ///< of the destination
    bool operator==(const CallFilter &) const = default;
};

/// How much of a limit is used.
struct SpendUsage {
    QString number;  ///< empty: the customer
    SpendPeriod period = SpendPeriod::Day;
    QDateTime start;  ///< UTC
    QDateTime end;    ///< UTC, exclusive
    Decimal spent;
    Decimal reserved;              ///< by calls that run
    Decimal forgiven;              ///< taken off `spent` by resets after a breach
    std::optional<Decimal> limit;  ///< in force now, raises included
    int calls = 0;
    bool operator==(const SpendUsage &) const = default;
};

}  // namespace lw

// SPDX-License-Identifier: GPL-3.0-or-later
// What calls cost and may cost: /v1/spend, /v1/spend/usage, /v1/spend/history, /v1/spend/raises, /v1/spend/reset,
// /v1/rates and /v1/calls/records. Amounts are texts ("12.50"), never JSON numbers.
#pragma once

#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDate>
#include <QJsonObject>
#include <QList>

namespace lw::protocol {

/// GET and PUT /v1/spend; PUT with If-Match.
QJsonObject toJsonObject(const SpendSettings &settings);
QByteArray toJson(const SpendSettings &settings);
Result<SpendSettings> spendSettingsFromJson(QByteArrayView body);

/// POST /v1/spend/raises takes one (its id, createdBy and an absent `from`, which is now, are the back end's), GET
/// gives
/// {"raises": […]}: those that have not ended.
QJsonObject toJsonObject(const TemporaryRaise &raise);
QByteArray toJson(const TemporaryRaise &raise);
Result<TemporaryRaise> raiseFromJson(QByteArrayView body);
QByteArray toJson(const QList<TemporaryRaise> &raises);
Result<QList<TemporaryRaise>> raisesFromJson(QByteArrayView body);

/// GET /v1/spend/usage: today and this week of the customer and of each number that has calls or limits of its own.
struct SpendOverview {
    QDateTime asOf;  ///< UTC
    QString currency;
    QList<SpendUsage> usages;
    int rates = 0;        ///< rows of the deck; 0: none is loaded, and calls cost nothing here
    qint64 unpriced = 0;  ///< calls of this week that no rate priced
    bool operator==(const SpendOverview &) const = default;
};
QByteArray toJson(const SpendOverview &overview);
Result<SpendOverview> spendOverviewFromJson(QByteArrayView body);

/// GET /v1/spend/history?days=90: a row for each local day and class that has calls, the oldest first.
struct SpendDay {
    QDate day;  ///< of the customer's time zone
    CallClass callClass = CallClass::Invalid;
    int calls = 0;
    qint64 seconds = 0;
    Decimal cost;
    bool operator==(const SpendDay &) const = default;
};
QByteArray toJson(const QList<SpendDay> &days);
Result<QList<SpendDay>> spendDaysFromJson(QByteArrayView body);

/// POST /v1/spend/reset: what was spent so far in the period counts no more.
struct SpendReset {
    QString number;  ///< empty: the customer's
    SpendPeriod period = SpendPeriod::Day;
    QString reason;
    bool operator==(const SpendReset &) const = default;
};
QByteArray toJson(const SpendReset &reset);
Result<SpendReset> spendResetFromJson(QByteArrayView body);
/// 200 of it: the usage as it is now.
QByteArray toJson(const SpendUsage &usage);
Result<SpendUsage> spendUsageFromJson(QByteArrayView body);

/// PUT /v1/rates?dryRun=true|false, text/csv; the answer of both.
struct DeckAnswer {
    QString currency;
    int rows = 0;
    int refused = 0;
    struct Refusal {
        quint64 line = 0;
        QString field;
        QString reason;
        bool operator==(const Refusal &) const = default;
    };
    QList<Refusal> refusals;  ///< the first hundred
    bool stored = false;
    bool operator==(const DeckAnswer &) const = default;
};
QByteArray toJson(const DeckAnswer &answer);
Result<DeckAnswer> deckAnswerFromJson(QByteArrayView body);

/// POST /v1/calls/records: finished calls as the switch knows them. Priced and classed by the back end; a call that it
/// knows already is counted once.
struct FinishedCall {
    QString callId;
    QString caller;
    QString destination;
    QDateTime startedAt;  ///< UTC
    int seconds = 0;
    bool operator==(const FinishedCall &) const = default;
};
QByteArray toJson(const QList<FinishedCall> &calls);
Result<QList<FinishedCall>> finishedCallsFromJson(QByteArrayView body);
struct RecordsTaken {
    int accepted = 0;
    int known = 0;  ///< reported before
    bool operator==(const RecordsTaken &) const = default;
};
QByteArray toJson(const RecordsTaken &taken);
Result<RecordsTaken> recordsTakenFromJson(QByteArrayView body);

}  // namespace lw::protocol

// SPDX-License-Identifier: GPL-3.0-or-later
// Departures and reassignments: GET and POST /v1/departures, GET and DELETE /v1/departures/{departureId} (DELETE
// withdraws one that was not carried out), POST /v1/departures/{departureId}/probe (tries everything once more).
#pragma once

#include "core/domain/departure.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

namespace lw::protocol {

class JsonReader;

QJsonObject toJsonObject(const Departure &departure);
QByteArray toJson(const Departure &departure);
Result<Departure> departureFromJson(QByteArrayView body);
Departure readDeparture(JsonReader reader);
QByteArray toJson(const QList<Departure> &departures);  ///< {"departures": […]}, the latest departedAt first
Result<QList<Departure>> departuresFromJson(QByteArrayView body);

/// One case of POST /v1/departures.
struct NewDeparture {
    QString userId;
    DepartureKind kind = DepartureKind::Departure;
    QDateTime departedAt;   ///< UTC
    QDateTime effectiveAt;  ///< UTC; invalid: at departedAt, or at once when that is past
    QStringList newRoles;   ///< of a reassignment
    QString reason;
    bool operator==(const NewDeparture &) const = default;
};
/// POST /v1/departures takes a list {"departures": […]} of 1 to 1000, all or nothing, and answers 201 with the cases.
QByteArray toJson(const QList<NewDeparture> &departures);
Result<QList<NewDeparture>> newDeparturesFromJson(QByteArrayView body);

}  // namespace lw::protocol

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/departures/departureservice.h"

#include "core/access/answers.h"
#include "core/cache/snapshottable.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"

namespace lw::departures {

namespace paths = protocol::paths;
using access::callOf;
using net::pathWith;

void DepartureService::list(QObject *context, Callback<access::Seen<QList<Departure>>> done)
{
    using List = QList<Departure>;
    m_link.read(cache::snapshotname::departures, paths::departures, protocol::limits::departuresBodyBytes, context,
                access::keptSeen<List>(m_link, Answer<access::Seen<List>>(context, std::move(done)),
                                       &protocol::departuresFromJson));
}

void DepartureService::open(const QList<protocol::NewDeparture> &cases, QObject *context,
                            Callback<QList<Departure>> done)
{
    net::ApiCall call = callOf("POST", paths::departures, protocol::toJson(cases));
    call.maxReplyBytes = protocol::limits::departuresBodyBytes;
    access::change<QList<Departure>>(m_link, std::move(call), context, std::move(done), &protocol::departuresFromJson);
}

void DepartureService::withdraw(const QString &id, QObject *context, Callback<void> done)
{
    access::change(m_link, callOf("DELETE", pathWith(paths::departure, id)), context, std::move(done));
}

void DepartureService::probe(const QString &id, QObject *context, Callback<Departure> done)
{
    access::change<Departure>(m_link, callOf("POST", pathWith(paths::departureProbe, id)), context, std::move(done),
                              &protocol::departureFromJson);
}

}  // namespace lw::departures

// SPDX-License-Identifier: GPL-3.0-or-later
// Departures and reassignments of the customer's people. Reads and changes as access::AccessService.
#pragma once

#include "core/access/backendlink.h"
#include "core/access/seen.h"
#include "core/protocol/departure.h"

namespace lw::departures {

class DepartureService {
  public:
    explicit DepartureService(access::BackendLink &link) : m_link(link) {}

    /// The latest moment of departure first.
    void list(QObject *context, Callback<access::Seen<QList<Departure>>> done);
    /// All or nothing. Conflict with field "userId": the last owner, or somebody with an open case.
    void open(const QList<protocol::NewDeparture> &cases, QObject *context, Callback<QList<Departure>> done);
    /// Conflict: it was carried out already.
    void withdraw(const QString &id, QObject *context, Callback<void> done);
    /// The back end tries everything once more.
    void probe(const QString &id, QObject *context, Callback<Departure> done);

  private:
    access::BackendLink &m_link;
};

}  // namespace lw::departures

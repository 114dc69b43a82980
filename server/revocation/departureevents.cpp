// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/revocation/departureevents.h"

#include "core/protocol/departure.h"

namespace lw::server {

QJsonObject departureView(const Departure &departure)
{
    QJsonObject view = protocol::toJsonObject(departure);
    // A proof has an event of its own, and its sentences would fill this one.
    view.remove(QStringLiteral("probes"));
    return view;
}

}  // namespace lw::server

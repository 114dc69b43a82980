// SPDX-License-Identifier: GPL-3.0-or-later
// How a case appears in the audit log.
#pragma once

#include "core/domain/departure.h"
#include "core/domain/event.h"

#include <QJsonObject>

namespace lw::server {

/// The object of the case's events: type "departure", by the person's login name.
inline ObjectRef departureRef(const Departure &departure)
{
    return ObjectRef{QStringLiteral("departure"), departure.id, departure.login};
}

/// What an administrator sees of it: for before and after.
QJsonObject departureView(const Departure &departure);

}  // namespace lw::server

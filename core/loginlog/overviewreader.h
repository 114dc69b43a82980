// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the overview's figures from an open cache; for callers that are in a worker already.
#pragma once

#include "core/cache/connection.h"
#include "core/loginlog/overview.h"

namespace lw::loginlog {

Result<Overview> readOverview(cache::Connection &connection, const QDateTime &now, const QTimeZone &zone,
                              const cache::CancelToken &cancel = cache::CancelToken::none());

}  // namespace lw::loginlog

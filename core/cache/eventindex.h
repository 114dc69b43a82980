// SPDX-License-Identifier: GPL-3.0-or-later
// The index tables over the events: by time, by person, by address. Internal to the sync; all calls under a Use.
#pragma once

#include "core/cache/connection.h"
#include "core/util/result.h"

namespace lw::cache {

/// Indexes the stored events below `size` that are not yet indexed, in slices of bounded memory, each in a transaction
/// of its own: a kill costs one slice. What is not yet visible may be indexed; readers bound every query by
/// visible_size.
Result<void> indexEvents(Connection &connection, quint64 size);

/// Removes the events from `from` on with their index entries. Inside the caller's transaction.
Result<void> removeEvents(Connection &connection, quint64 from);

}  // namespace lw::cache

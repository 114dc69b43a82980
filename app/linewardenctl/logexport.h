// SPDX-License-Identifier: GPL-3.0-or-later
// The whole log as files that need neither Linewarden nor its cache to be verified.
#pragma once

#include "app/linewardenctl/output.h"
#include "core/session/consolesession.h"

namespace lw::ctl {

/// leaves.ndjson, checkpoint.txt and key.txt in `folder`; the export is queued as an audit event.
int exportLog(session::ConsoleSession &session, cache::Connection &connection, const QString &folder,
              const Output &output);

}  // namespace lw::ctl

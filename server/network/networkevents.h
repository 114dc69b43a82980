// SPDX-License-Identifier: GPL-3.0-or-later
// What events say of allowlists and blocks. A leaf holds 64 KiB and a list 100,000 entries: an event names the entries
// that differ, as many as fit, and the number and digest of all.
#pragma once

#include "core/domain/event.h"
#include "core/domain/networkaccess.h"
#include "server/http/principal.h"
#include "server/store/blocktable.h"

namespace lw::server {

/// Who changes something about network access, and from where.
struct NetworkAuthor {
    const Principal &principal;
    Origin origin;
};

/// With before {"enforced", "entries", "sha256", "removed"} and after {"enforced", "entries", "sha256", "added"}: an
/// entry that changed is in both; "more" counts what did not fit.
AuditEvent allowlistEvent(EventKind kind, const Actor &actor, const Origin &origin, const QString &changeId,
                          const Allowlist &before, const Allowlist &after, const QString &reason = {});

QJsonObject blockJson(const BlockedAddress &block);
/// "too_many_failures", with the evidence: when and with which names.
AuditEvent blockBegan(const BlockedAddress &block, const Origin &origin, const BlockingPolicy &policy,
                      const QList<OffenceRow> &evidence);
AuditEvent blockEvent(EventKind kind, const Actor &actor, const Origin &origin, const QString &key,
                      const QString &reason);

}  // namespace lw::server

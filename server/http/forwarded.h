// SPDX-License-Identifier: GPL-3.0-or-later
// Whose request it is behind a reverse proxy. X-Forwarded-For is believed only when the connection comes from a proxy
// that the operator named, and then only as far as such proxies wrote it: the rightmost address that is none of theirs.
// What stands further left was written by the client, and means nothing. Source: domain.md (Addresses); RFC 7239 8.1.
#pragma once

#include "core/policy/network.h"
#include "core/util/result.h"
#include "server/http/headers.h"

#include <QList>

namespace lw::server {

/// `peer`: the canonical address of the connection; also the answer when it is no trusted proxy, or one that forwards
/// for nobody. Errc::InvalidInput (field "X-Forwarded-For"): a trusted proxy sent something that is no list of
/// addresses.
Result<QString> clientAddress(const QString &peer, const Headers &headers, const QList<policy::Network> &trusted);

}  // namespace lw::server

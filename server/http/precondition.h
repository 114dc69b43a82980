// SPDX-License-Identifier: GPL-3.0-or-later
// If-Match (RFC 9110 13.1.1) for resources that administrators edit. Their ETag has two halves, "<edit>.<all>": the
// first names only what can be edited, the second the whole representation. A change compares the first, so that a
// login in between spoils no edit; a cached read compares both.
#pragma once

#include "server/http/message.h"

namespace lw::server {

QByteArray editTag(QByteArrayView editable, QByteArrayView whole);

/// Errc::Precondition: the request has no If-Match. Errc::Stale: it names another version than `tag`. "*" always fits.
Result<void> requireMatch(const Request &request, QByteArrayView tag);

}  // namespace lw::server

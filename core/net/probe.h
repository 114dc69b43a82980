// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at a back end's certificate before anything is trusted or sent (first connection, changed certificate).
#pragma once

#include "core/net/endpoint.h"
#include "core/net/tlsfacts.h"
#include "core/util/async.h"

namespace lw::net {

/// TLS handshake only, with TLS 1.2 at least; then the connection is closed. Errors: Network, Timeout, Tls (no
/// handshake). A certificate that does not verify is not an error: CertificateReport::problems says what is wrong with
/// it.
void probeCertificate(const Endpoint &endpoint, QObject *context, Callback<CertificateReport> done,
                      int timeoutMs = 10'000);

/// What is trusted from now on when the administrator accepts the report's leaf by its fingerprint.
Endpoint accept(Endpoint endpoint, const CertificateReport &report);

}  // namespace lw::net

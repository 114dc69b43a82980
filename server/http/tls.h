// SPDX-License-Identifier: GPL-3.0-or-later
// The TLS side of the listener: 1.2 with ECDHE and AEAD only, 1.3 with OpenSSL's suites, no renegotiation, no
// compression, ALPN "http/1.1". Clients may show a certificate (peercertificate.h). Source: RFC 9325 (recommendations
// for TLS), RFC 7301 (ALPN).
#pragma once

#include "core/util/result.h"
#include "server/http/config.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace lw::server {

/// Errc::Tls when certificate and key cannot be read or do not belong together.
Result<std::shared_ptr<boost::asio::ssl::context>> makeTlsContext(const TlsMaterial &material);

}  // namespace lw::server

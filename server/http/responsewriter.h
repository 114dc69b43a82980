// SPDX-License-Identifier: GPL-3.0-or-later
// The head of an answer as bytes, with what every answer carries: date, request id, security headers and framing.
#pragma once

#include "server/http/message.h"

#include <QByteArray>
#include <QString>

namespace lw::server {

struct Framing {
    bool chunked = false;   ///< Transfer-Encoding: chunked
    bool streamed = false;  ///< the length is not known beforehand
    bool keepAlive = false;
};

/// Chooses the content coding and sets its headers; a body to be compressed becomes a stream.
void prepareBody(Response &response, const QByteArray &acceptEncoding, bool headOnly);

QByteArray headOf(const Response &response, const QString &requestId, const Framing &framing);

/// The problem for a request that never reached a route: 400, 408, 413, 417, 431, 503.
Response refusalResponse(int status, const QString &detail, int retryAfterSeconds);

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
// What routes get and give. The transport (connection.h) fills a Request whose size is already within the limits, and
// writes a Response with the security headers, the request id and, where asked for, a content coding.
#pragma once

#include "core/util/result.h"
#include "server/http/headers.h"
#include "server/http/lifeline.h"
#include "server/http/principal.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace lw::server {

struct Request {
    QByteArray method;             ///< upper case; a route for GET also sees "HEAD"
    QString path;                  ///< decoded; no empty, "." or ".." segments
    QUrlQuery query;               ///< read values with QUrl::FullyDecoded, or through queryValue()
    Headers headers;               ///< without Authorization: tokens go to the Authenticator only
    QByteArray body;               ///< wiped by the transport after the handler returned
    QString peerAddress;           ///< canonical address of the client (core/policy/network.h, forwarded.h)
    quint16 peerPort = 0;          ///< 0: it came through a proxy
    QByteArray clientFingerprint;  ///< SHA-256 of the certificate that the connection shows; empty: none that is valid
    QString requestId;
    QString operationId;                 ///< of the route that matched
    QHash<QString, QString> pathParams;  ///< "{userId}" of the template: pathParams["userId"], decoded
    std::optional<Principal> principal;  ///< always set unless the route is anonymous

    /// The decoded value of a query parameter; nullopt when it is absent.
    std::optional<QString> queryValue(const QString &name) const;
};

/// Gives the next piece of a long body: fills `chunk` and returns true, or returns false at the end. Pieces of 64 to
/// 256 KiB travel best. Calls never overlap, but each may come on another worker thread: a source must not keep
/// anything bound to a thread (such as an open query) between calls; it keeps its position and reads on from there.
/// After the headers are out an error can only cut the connection, which the client sees as an incomplete body.
using ChunkSource = std::function<Result<bool>(QByteArray &chunk)>;

struct Response {
    int status = 200;
    Headers headers;
    QByteArray body;
    /// When set, the body: pulled at the pace at which the client reads.
    ChunkSource stream;
    /// Cuts the connection while `stream` is being written when it ends.
    std::shared_ptr<Lifeline> lifeline;
    /// With it `stream` may give an empty piece: nothing to tell now. It is asked again when the bell rings or
    /// `waitAtMost` is over; no worker is held meanwhile. Such a body is never compressed.
    std::shared_ptr<Doorbell> doorbell;
    std::chrono::milliseconds waitAtMost{0};
    /// The transport may apply zstd or gzip as Accept-Encoding allows. Off where a secret and a caller's input share
    /// the body (BREACH).
    bool compress = false;
    /// The connection ends after this answer.
    bool close = false;
};

/// A JSON body with Content-Type application/json.
Response json(QByteArray body, int status = 200);
Response json(const QJsonObject &object, int status = 200);
Response text(QByteArray body, QByteArray contentType = "text/plain; charset=utf-8", int status = 200);
/// 204 without a body.
Response noContent();
/// RFC 9457 problem details for an error (core/protocol/problem.h says how they map); `retryAfterSeconds` beyond 0 also
/// becomes the Retry-After header.
Response problem(const Error &error, int retryAfterSeconds = 0);
/// With another status than the error's usual one: 405, 412, 415, 431.
Response problemWithStatus(const Error &error, int status);

/// A strong ETag over the bytes: a quoted SHA-256 prefix.
QByteArray etagOf(QByteArrayView body);
/// True when If-None-Match names that tag (weak comparison, "*" included): answer notModified(tag).
bool matchesIfNoneMatch(const Request &request, QByteArrayView etag);
Response notModified(const QByteArray &etag);

}  // namespace lw::server

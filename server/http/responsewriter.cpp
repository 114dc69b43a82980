// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/responsewriter.h"

#include "core/protocol/problem.h"
#include "server/http/compress.h"

#include <QDateTime>
#include <QLocale>

#include <boost/beast/http/status.hpp>

namespace lw::server {

namespace {

constexpr qsizetype worthCompressing = 1024;

QByteArray httpDate()
{
    return QLocale::c()
               .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss"))
               .toLatin1() +
           " GMT";
}

/// A value that a handler took from input must not be able to end its line and begin another.
QByteArray oneLine(const QByteArray &value)
{
    QByteArray clean = value;
    for (char &c : clean)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return clean;
}

Response unavailable(const QString &detail, int retryAfterSeconds)
{
    const protocol::Problem problem{QStringLiteral("urn:linewarden:problem:unavailable"),
                                    QStringLiteral("Service unavailable"),
                                    503,
                                    detail,
                                    {},
                                    retryAfterSeconds};
    Response response = text(protocol::toJson(problem), "application/problem+json", 503);
    response.headers.set("Retry-After", QByteArray::number(retryAfterSeconds));
    return response;
}

bool hasNoBody(int status)
{
    return status == 204 || status == 304 || status / 100 == 1;
}

}  // namespace

void prepareBody(Response &response, const QByteArray &acceptEncoding, bool headOnly)
{
    if (hasNoBody(response.status)) {
        response.body.clear();
        response.stream = {};
        return;
    }
    if (!response.compress || response.doorbell || response.headers.contains("Content-Encoding")) return;
    response.headers.add("Vary", "Accept-Encoding");
    const Coding coding = chooseCoding(acceptEncoding);
    const bool small = !response.stream && response.body.size() < worthCompressing;
    if (headOnly || small || (coding == Coding::Identity && !response.stream)) return;
    if (coding != Coding::Identity) response.headers.set("Content-Encoding", codingName(coding));
    ChunkSource source = response.stream ? std::move(response.stream) : sourceOf(std::move(response.body));
    response.stream = encode(std::move(source), coding);
}

QByteArray headOf(const Response &response, const QString &requestId, const Framing &framing)
{
    const auto reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(response.status));
    QByteArray head;
    head.reserve(512);
    head += "HTTP/1.1 " + QByteArray::number(response.status) + ' ';
    head.append(reason.data(), static_cast<qsizetype>(reason.size()));
    head += "\r\n";
    const auto field = [&head](const QByteArray &name, const QByteArray &value) {
        head += name + ": " + value + "\r\n";
    };
    for (const Headers::Field &header : response.headers.fields())
        field(oneLine(header.first), oneLine(header.second));
    field("Date", httpDate());
    field("X-Request-Id", requestId.toLatin1());
    field("Strict-Transport-Security", "max-age=31536000");
    field("X-Content-Type-Options", "nosniff");
    if (!response.headers.contains("Cache-Control")) field("Cache-Control", "no-store");
    if (framing.chunked)
        field("Transfer-Encoding", "chunked");
    else if (!framing.streamed && !hasNoBody(response.status))
        field("Content-Length", QByteArray::number(response.body.size()));
    if (!framing.keepAlive) field("Connection", "close");
    head += "\r\n";
    return head;
}

Response refusalResponse(int status, const QString &detail, int retryAfterSeconds)
{
    Response response;
    switch (status) {
        case 408: response = problem(makeError(Errc::Timeout, detail), retryAfterSeconds); break;
        case 413: response = problem(makeError(Errc::TooLarge, detail)); break;
        case 431: response = problemWithStatus(makeError(Errc::TooLarge, detail), status); break;
        case 417: response = problemWithStatus(makeError(Errc::Unsupported, detail), status); break;
        case 503: response = unavailable(detail, retryAfterSeconds); break;
        default: response = problem(makeError(Errc::InvalidInput, detail)); break;
    }
    response.close = true;
    return response;
}

}  // namespace lw::server

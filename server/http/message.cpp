// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/message.h"

#include "core/protocol/endpoints.h"
#include "core/protocol/problem.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace lw::server {

namespace {

QByteArray latin1(QLatin1String text)
{
    return QByteArray(text.data(), text.size());
}

Response responseOf(const protocol::Problem &problem)
{
    Response response = text(protocol::toJson(problem), latin1(protocol::media::problem), problem.status);
    if (problem.retryAfterSeconds) response.headers.set("Retry-After", QByteArray::number(*problem.retryAfterSeconds));
    return response;
}

QByteArrayView withoutWeakness(QByteArrayView tag)
{
    return tag.startsWith("W/") ? tag.sliced(2) : tag;
}

}  // namespace

std::optional<QString> Request::queryValue(const QString &name) const
{
    if (!query.hasQueryItem(name)) return std::nullopt;
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

Response json(QByteArray body, int status)
{
    return text(std::move(body), latin1(protocol::media::json), status);
}

Response json(const QJsonObject &object, int status)
{
    return json(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

Response text(QByteArray body, QByteArray contentType, int status)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.headers.set("Content-Type", std::move(contentType));
    return response;
}

Response noContent()
{
    Response response;
    response.status = 204;
    return response;
}

Response problem(const Error &error, int retryAfterSeconds)
{
    return responseOf(
        protocol::problemOf(error, retryAfterSeconds > 0 ? std::optional(retryAfterSeconds) : std::nullopt));
}

Response problemWithStatus(const Error &error, int status)
{
    return responseOf(protocol::problemWithStatus(error, status));
}

QByteArray etagOf(QByteArrayView body)
{
    constexpr qsizetype prefix = 32;  // 128 bits
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(body);
    return '"' + hash.result().toHex().first(prefix) + '"';
}

bool matchesIfNoneMatch(const Request &request, QByteArrayView etag)
{
    for (const QByteArray &member : request.headers.joined("If-None-Match").split(',')) {
        const QByteArray tag = member.trimmed();
        if (tag == "*" || (!tag.isEmpty() && withoutWeakness(tag) == withoutWeakness(etag))) return true;
    }
    return false;
}

Response notModified(const QByteArray &etag)
{
    Response response;
    response.status = 304;
    response.headers.set("ETag", etag);
    return response;
}

}  // namespace lw::server

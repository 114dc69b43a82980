// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/idempotency.h"

#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "server/store/idempotencytable.h"

#include <QCryptographicHash>

namespace lw::server {

Result<OnceOnly> OnceOnly::of(const Request &request, QByteArrayView asked)
{
    const QLatin1String name = protocol::headers::idempotencyKey;
    const QByteArray key = request.headers.value(QByteArrayView(name.data(), name.size()));
    const bool printable = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7f; });
    if (key.isEmpty() || key.size() > protocol::limits::idempotencyKeyLength || !printable)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("Send an Idempotency-Key of 1 to %1 printable characters, new for each change.")
                             .arg(protocol::limits::idempotencyKeyLength),
                         name);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.operationId.toUtf8());
    hash.addData(QByteArrayView("\n"));
    hash.addData(asked);
    return OnceOnly(request.principal->userId, QString::fromLatin1(key), hash.result());
}

OnceOnly::OnceOnly(QString userId, QString key, QByteArray hash)
    : m_userId(std::move(userId)), m_key(std::move(key)), m_hash(std::move(hash))
{
}

Result<std::optional<Response>> OnceOnly::before(const QSqlDatabase &connection) const
{
    const Result<std::optional<StoredAnswer>> found = IdempotencyTable(connection).find(m_userId, m_key);
    if (!found) return found.error();
    if (!*found) return std::optional<Response>();
    const StoredAnswer &answer = **found;
    if (answer.requestHash != m_hash)
        return makeError(Errc::Conflict,
                         QStringLiteral("This Idempotency-Key was used for another request. Use a new "
                                        "one."),
                         protocol::headers::idempotencyKey);
    Response response;
    response.status = answer.status;
    response.body = answer.body;
    if (!answer.contentType.isEmpty()) response.headers.set("Content-Type", answer.contentType.toLatin1());
    return std::optional<Response>(std::move(response));
}

Result<void> OnceOnly::keep(const Transaction &transaction, const Response &response, const QDateTime &now) const
{
    const StoredAnswer answer{m_hash, response.status, QString::fromLatin1(response.headers.value("Content-Type")),
                              response.body};
    return IdempotencyTable(transaction.connection()).insert(m_userId, m_key, answer, now);
}

Result<void> OnceOnly::keepThatTold(const Transaction &transaction, const QDateTime &now) const
{
    return keep(transaction,
                problem(makeError(Errc::Conflict, QStringLiteral("This was done already, and its secret is told only "
                                                                 "once. If it was lost, make a new one."))),
                now);
}

}  // namespace lw::server

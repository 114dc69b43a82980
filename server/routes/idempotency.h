// SPDX-License-Identifier: GPL-3.0-or-later
// Idempotency-Key on a POST: the first request with a key changes something and its answer is kept, in the same
// transaction; a repeated one gets that answer and changes nothing. Keys belong to a person and live a day.
#pragma once

#include "server/routes/services.h"

namespace lw::server {

/// One POST that may be a repetition.
class OnceOnly {
  public:
    /// `asked`: what makes two requests the same, besides the operation. Never put a secret into it: its hash is
    /// stored. Errc::InvalidInput (field "Idempotency-Key") when the header is missing or malformed.
    static Result<OnceOnly> of(const Request &request, QByteArrayView asked);

    /// The kept answer, or nothing when this is the first. Errc::Conflict: the key was used for something else.
    Result<std::optional<Response>> before(const QSqlDatabase &connection) const;
    /// Keeps the answer, in the caller's transaction.
    Result<void> keep(const Transaction &transaction, const Response &response, const QDateTime &now) const;
    /// For an answer that holds a secret: keeps that it was given and nothing of what it said. A repetition is told so
    /// (Errc::Conflict), and changes nothing either.
    Result<void> keepThatTold(const Transaction &transaction, const QDateTime &now) const;

  private:
    OnceOnly(QString userId, QString key, QByteArray hash);
    QString m_userId;
    QString m_key;
    QByteArray m_hash;
};

/// A change that answers with a message: carried out once, however often it is asked for with its key. `make` gets what
/// keeps the answer, to be called in the change's own transaction.
template <typename T>
Response answeredOnce(
    Services &services, const Request &request, QByteArrayView asked, int status, QByteArray (*encode)(const T &),
    const std::function<Result<T>(const std::function<Result<void>(const Transaction &, const T &)> &keep)> &make)
{
    const Result<OnceOnly> once = OnceOnly::of(request, asked);
    if (!once) return problem(once.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    Result<std::optional<Response>> before = once->before(*connection);
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);
    const Result<T> made = make([&](const Transaction &transaction, const T &done) {
        return once->keep(transaction, json(encode(done), status), services.clock.nowUtc());
    });
    return made ? json(encode(*made), status) : problem(made.error());
}

}  // namespace lw::server

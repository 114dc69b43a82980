// SPDX-License-Identifier: GPL-3.0-or-later
// From the plain replies of a BackendLink to the contract's messages. Internal to the services of access, departures
// and people.
#pragma once

#include "core/access/backendlink.h"
#include "core/access/seen.h"

namespace lw::access {

template <typename T>
using Decode = Result<T> (*)(QByteArrayView);

/// Requests and answers share their readers; what is InvalidInput there breaks the contract here.
template <typename T>
Result<T> asAnswer(Result<T> decoded)
{
    if (decoded || decoded.error().code != Errc::InvalidInput) return decoded;
    return makeError(Errc::Protocol, decoded.error().message, decoded.error().field);
}

/// The reply's body is wiped: it may hold a secret, and nobody needs it any more.
template <typename T>
Callback<net::ApiReply> decoded(BackendLink &link, Answer<T> answer, Decode<T> decode)
{
    return [&link, answer, decode](Result<net::ApiReply> reply) {
        if (!reply) return answer.give(reply.error());
        link.onMessages([answer, decode, body = std::move(reply->body)]() mutable {
            Result<T> value = asAnswer(decode(body));
            wipe(body);
            answer.give(std::move(value));
        });
    };
}

template <typename T>
Callback<net::ApiReply> decodedSeen(BackendLink &link, Answer<Seen<T>> answer, Decode<T> decode)
{
    return [&link, answer, decode](const Result<net::ApiReply> &reply) {
        if (!reply) return answer.give(reply.error());
        link.onMessages([answer, decode, reply = *reply, now = QDateTime::currentDateTimeUtc()] {
            Result<T> value = asAnswer(decode(reply.body));
            if (!value) return answer.give(value.error());
            answer.give(Seen<T>{std::move(*value), reply.etag, now, true});
        });
    };
}

/// What was kept decodes to the same; one that does not read any more was kept by another version: as if never seen.
template <typename T>
Callback<BackendLink::Kept> keptSeen(BackendLink &link, Answer<Seen<T>> answer, Decode<T> decode)
{
    return [&link, answer, decode](const Result<BackendLink::Kept> &kept) {
        if (!kept) return answer.give(kept.error());
        link.onMessages([answer, decode, kept = *kept] {
            Result<T> value = asAnswer(decode(kept.body));
            if (value) return answer.give(Seen<T>{std::move(*value), kept.etag, kept.asOf, kept.live});
            if (kept.live) return answer.give(value.error());
            answer.give(
                makeError(Errc::NotFound,
                          QStringLiteral("What was kept of this cannot be read any more. Connect and sync first.")));
        });
    };
}

/// A change whose answer is a message, or, with Seen, a message with its tag.
template <typename T>
void change(BackendLink &link, net::ApiCall call, QObject *context, Callback<T> done, Decode<T> decode)
{
    link.change(std::move(call), context, decoded(link, Answer<T>(context, std::move(done)), decode));
}

template <typename T>
void changeSeen(BackendLink &link, net::ApiCall call, QObject *context, Callback<Seen<T>> done, Decode<T> decode)
{
    link.change(std::move(call), context, decodedSeen(link, Answer<Seen<T>>(context, std::move(done)), decode));
}

/// A change whose answer says nothing more.
inline void change(BackendLink &link, net::ApiCall call, QObject *context, Callback<void> done)
{
    link.change(std::move(call), context,
                [answer = Answer<void>(context, std::move(done))](const Result<net::ApiReply> &reply) {
                    answer.give(reply ? Result<void>() : Result<void>(reply.error()));
                });
}

inline net::ApiCall callOf(const QByteArray &method, const QString &path, QByteArray body = {},
                           const QByteArray &ifMatch = {})
{
    net::ApiCall call;
    call.method = method;
    call.path = path;
    call.body = std::move(body);
    call.ifMatch = ifMatch;
    return call;
}

}  // namespace lw::access

// SPDX-License-Identifier: GPL-3.0-or-later
// One call of the contract in its plain form, for the features that encode and decode their own messages.
#pragma once

#include <QByteArray>
#include <QString>

namespace lw::net {

struct ApiCall {
    QByteArray method = "GET";
    QString path;     ///< percent-encoded, with its query: "/v1/users/usr_1"
    QByteArray body;  ///< wiped once it was sent
    QByteArray contentType = "application/json";
    QByteArray ifMatch;         ///< the version that is changed; empty: none
    QByteArray ifNoneMatch;     ///< empty: none
    QByteArray idempotencyKey;  ///< a POST without one gets one of its own
    qint64 maxReplyBytes = 0;   ///< 0: the contract's limit for JSON
    bool withSession = true;
};

/// Statuses of 400 and more come as errors, never as replies; 304 comes as a reply without a body.
struct ApiReply {
    int status = 0;
    QByteArray body;  ///< the asker wipes it where it holds a secret
    QByteArray etag;
};

/// The template of protocol::paths with its parameter filled in, percent-encoded.
QString pathWith(QLatin1String pathTemplate, const QString &parameter);

}  // namespace lw::net

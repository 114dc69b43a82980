// SPDX-License-Identifier: GPL-3.0-or-later
// One e-mail in the form in which it travels: RFC 5322 with MIME, so that any text arrives as it was written and none
// of it can become a header or another recipient.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace lw::server {

struct Mail {
    QString fromName;      ///< shown beside the address; may be empty
    QByteArray from;       ///< of wireAddress()
    QByteArray to;         ///< of wireAddress()
    QString subject;       ///< one line
    QString text;          ///< lines end with \n
    QDateTime date;        ///< UTC
    QByteArray messageId;  ///< without angle brackets: "8c3f…@acme.example"
};

/// The address as SMTP wants it: ASCII, the domain in its ACE form. Errc::InvalidInput for everything that would need
/// quoting or SMTPUTF8 (RFC 6531), which many servers do not take, and for what is no address.
Result<QByteArray> wireAddress(const QString &address);

/// The whole message with CRLF line ends, quoted-printable. Errc::InvalidInput names the field that holds a control
/// character or is no address.
Result<QByteArray> compose(const Mail &mail);

}  // namespace lw::server

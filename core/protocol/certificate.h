// SPDX-License-Identifier: GPL-3.0-or-later
// Client certificates of a person: GET and POST /v1/users/{userId}/certificates, DELETE …/{fingerprint}. Trust is by
// fingerprint: a certificate counts because an administrator registered it, whoever signed it.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QList>
#include <QString>

namespace lw::protocol {

struct RegisteredCertificate {
    QString fingerprint;  ///< SHA-256 of the DER, 64 digits of lower-case hexadecimal
    QString subject;      ///< "CN=Ann Lee,O=Acme"; empty when only the fingerprint was registered
    QDateTime addedAt;    ///< UTC
    bool shown = false;   ///< the connection of this request shows it
    bool operator==(const RegisteredCertificate &) const = default;
};
QByteArray toJson(const RegisteredCertificate &certificate);
Result<RegisteredCertificate> registeredCertificateFromJson(QByteArrayView body);
QByteArray toJson(const QList<RegisteredCertificate> &certificates);  ///< {"certificates": […]}, the first added first
Result<QList<RegisteredCertificate>> registeredCertificatesFromJson(QByteArrayView body);

/// POST: one of the two. The fingerprint may be written with colons and in capitals, as browsers and OpenSSL show it.
struct NewCertificate {
    QByteArray certificatePem;
    QString fingerprint;
    bool operator==(const NewCertificate &) const = default;
};
QByteArray toJson(const NewCertificate &certificate);
Result<NewCertificate> newCertificateFromJson(QByteArrayView body);

/// 64 digits of lower-case hexadecimal; empty for anything else.
QString canonicalFingerprint(const QString &text);

}  // namespace lw::protocol

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/certificate.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldFingerprint("fingerprint");
constexpr QLatin1String fieldSubject("subject");
constexpr QLatin1String fieldAddedAt("addedAt");
constexpr QLatin1String fieldShown("shown");
constexpr QLatin1String fieldCertificates("certificates");
constexpr QLatin1String fieldPem("certificatePem");
constexpr int fingerprintLength = 64;
constexpr int pemLength = 32 * 1024;

QJsonObject toJsonObject(const RegisteredCertificate &certificate)
{
    return {{fieldFingerprint, certificate.fingerprint},
            {fieldSubject, certificate.subject},
            {fieldAddedAt, toRfc3339(certificate.addedAt)},
            {fieldShown, certificate.shown}};
}

RegisteredCertificate readCertificate(JsonReader reader)
{
    RegisteredCertificate certificate;
    certificate.fingerprint = reader.text(fieldFingerprint, fingerprintLength);
    if (reader.ok() && canonicalFingerprint(certificate.fingerprint) != certificate.fingerprint)
        reader.refuse(fieldFingerprint, QStringLiteral("must be a SHA-256 in lower-case hexadecimal"));
    certificate.subject = reader.text(fieldSubject, limits::sentenceLength, Need::Optional, Empty::Allowed);
    certificate.addedAt = reader.instant(fieldAddedAt);
    certificate.shown = reader.boolean(fieldShown, Need::Optional);
    return certificate;
}

}  // namespace

QString canonicalFingerprint(const QString &text)
{
    QString digits = text.toLower();
    digits.remove(QLatin1Char(':')).remove(QLatin1Char(' '));
    const bool hexadecimal = std::all_of(digits.begin(), digits.end(),
                                         [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    return hexadecimal && digits.size() == fingerprintLength ? digits : QString();
}

QByteArray toJson(const RegisteredCertificate &certificate)
{
    return QJsonDocument(toJsonObject(certificate)).toJson(QJsonDocument::Compact);
}

Result<RegisteredCertificate> registeredCertificateFromJson(QByteArrayView body)
{
    const JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    return reader.finish(readCertificate(reader));
}

QByteArray toJson(const QList<RegisteredCertificate> &certificates)
{
    QJsonArray list;
    for (const RegisteredCertificate &certificate : certificates)
        list.append(toJsonObject(certificate));
    return QJsonDocument(QJsonObject{{fieldCertificates, list}}).toJson(QJsonDocument::Compact);
}

Result<QList<RegisteredCertificate>> registeredCertificatesFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    QList<RegisteredCertificate> certificates;
    for (const JsonReader &element : reader.objects(fieldCertificates, limits::certificatesPerUser))
        certificates.append(readCertificate(element));
    return reader.finish(std::move(certificates));
}

QByteArray toJson(const NewCertificate &certificate)
{
    QJsonObject object;
    if (!certificate.certificatePem.isEmpty()) object.insert(fieldPem, QString::fromLatin1(certificate.certificatePem));
    if (!certificate.fingerprint.isEmpty()) object.insert(fieldFingerprint, certificate.fingerprint);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<NewCertificate> newCertificateFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    NewCertificate certificate;
    const QString pem = reader.text(fieldPem, pemLength, Need::Optional, Empty::Allowed);
    const QString fingerprint = reader.text(fieldFingerprint, 128, Need::Optional, Empty::Allowed);
    certificate.certificatePem = pem.toLatin1();
    certificate.fingerprint = canonicalFingerprint(fingerprint);
    if (pem.contains(QLatin1String("PRIVATE KEY")))
        reader.refuse(fieldPem, QStringLiteral("must not hold a private key: send the certificate alone, and treat "
                                               "that key as known to others"));
    if (QString::fromLatin1(certificate.certificatePem) != pem)
        reader.refuse(fieldPem, QStringLiteral("must be a certificate in PEM"));
    if (!fingerprint.isEmpty() && certificate.fingerprint.isEmpty())
        reader.refuse(fieldFingerprint, QStringLiteral("must be a SHA-256 in hexadecimal, 64 digits"));
    if (pem.isEmpty() == fingerprint.isEmpty())
        reader.refuse(fieldPem, QStringLiteral("or \"fingerprint\" must be there, and not both"));
    return reader.finish(std::move(certificate));
}

}  // namespace lw::protocol

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/mfa.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"
#include "core/protocol/secretjson.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lw::protocol {

namespace {

constexpr QLatin1String fieldSecret("secret");
constexpr QLatin1String fieldUri("uri");
constexpr QLatin1String fieldCode("code");
constexpr QLatin1String fieldCodes("codes");
constexpr QLatin1String fieldPassword("password");
constexpr int secretLength = 256;
constexpr int uriLength = 2048;
constexpr int codesMost = 64;
constexpr int codeLength = 64;

QByteArrayView view(const Secret &secret)
{
    return QByteArrayView(secret.constData(), secret.size());
}

// Escaping at most makes six bytes of one.
qsizetype roomFor(const Secret &secret)
{
    return 6 * static_cast<qsizetype>(secret.size()) + 3;
}

// The reader sees an empty text where the secret was cut out; it still tells a missing member from one that is no text.
void checkSecret(JsonReader &reader, QLatin1String field, const Secret &secret, int most)
{
    (void)reader.text(field, most, JsonReader::Need::Required, JsonReader::Empty::Allowed);
    if (secret.isEmpty()) reader.refuse(field, QStringLiteral("must not be empty"));
    if (secret.size() > most) reader.refuse(field, QStringLiteral("must have at most %1 bytes").arg(most));
}

}  // namespace

QByteArray toJson(const MfaEnrolment &enrolment)
{
    QByteArray out;
    out.reserve(64 + roomFor(enrolment.secret) + roomFor(enrolment.uri));
    out += "{\"secret\":";
    appendJsonText(out, view(enrolment.secret));
    out += ",\"uri\":";
    appendJsonText(out, view(enrolment.uri));
    out += '}';
    return out;
}

Result<MfaEnrolment> mfaEnrolmentFromJson(QByteArrayView body)
{
    SecretBody secrets(body);
    MfaEnrolment enrolment{secrets.take(fieldSecret), secrets.take(fieldUri)};
    JsonReader reader = JsonReader::parse(secrets.rest(), limits::requestBodyBytes, Errc::Protocol);
    checkSecret(reader, fieldSecret, enrolment.secret, secretLength);
    checkSecret(reader, fieldUri, enrolment.uri, uriLength);
    return reader.finish(std::move(enrolment));
}

QByteArray toJson(const MfaCode &code)
{
    return QJsonDocument(QJsonObject{{fieldCode, code.code}}).toJson(QJsonDocument::Compact);
}

Result<MfaCode> mfaCodeFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    MfaCode code{reader.text(fieldCode, 16)};
    const bool digits = std::all_of(code.code.begin(), code.code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (reader.ok() && (code.code.size() != 6 || !digits)) reader.refuse(fieldCode, QStringLiteral("must be 6 digits"));
    return reader.finish(std::move(code));
}

QByteArray toJson(const RecoveryCodes &codes)
{
    qsizetype room = 32;
    for (const Secret &code : codes.codes)
        room += roomFor(code);
    QByteArray out;
    out.reserve(room);
    out += "{\"codes\":[";
    for (size_t i = 0; i < codes.codes.size(); ++i) {
        if (i > 0) out += ',';
        appendJsonText(out, view(codes.codes[i]));
    }
    out += "]}";
    return out;
}

Result<RecoveryCodes> recoveryCodesFromJson(QByteArrayView body)
{
    SecretBody secrets(body);
    RecoveryCodes codes{secrets.takeList(fieldCodes)};
    JsonReader reader = JsonReader::parse(secrets.rest(), limits::requestBodyBytes, Errc::Protocol);
    const bool sound = std::all_of(codes.codes.begin(), codes.codes.end(),
                                   [](const Secret &code) { return !code.isEmpty() && code.size() <= codeLength; });
    if (!sound || codes.codes.empty() || codes.codes.size() > codesMost)
        reader.refuse(fieldCodes, QStringLiteral("must be a list of 1 to %1 short texts").arg(codesMost));
    return reader.finish(std::move(codes));
}

QByteArray toJson(const OwnPassword &password)
{
    QByteArray out;
    out.reserve(32 + roomFor(password.password));
    out += "{\"password\":";
    appendJsonText(out, view(password.password));
    out += '}';
    return out;
}

Result<OwnPassword> ownPasswordFromJson(QByteArrayView body)
{
    SecretBody secrets(body);
    OwnPassword password{secrets.take(fieldPassword)};
    JsonReader reader = JsonReader::parse(secrets.rest(), limits::requestBodyBytes, Errc::InvalidInput);
    checkSecret(reader, fieldPassword, password.password, limits::passwordBytes);
    return reader.finish(std::move(password));
}

}  // namespace lw::protocol

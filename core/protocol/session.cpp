// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/session.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"
#include "core/protocol/secretjson.h"
#include "core/util/time.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace lw::protocol {

namespace {

constexpr QLatin1String fieldCustomer("customer");
constexpr QLatin1String fieldLogin("login");
constexpr QLatin1String fieldPassword("password");
constexpr QLatin1String fieldCode("totp");
constexpr QLatin1String fieldToken("token");
constexpr QLatin1String fieldCreatedAt("createdAt");
constexpr QLatin1String fieldExpiresAt("expiresAt");
constexpr QLatin1String fieldIdleSeconds("idleSeconds");
constexpr QLatin1String fieldMustChange("mustChangePassword");
constexpr QLatin1String fieldMustEnrol("mustEnrolMfa");
constexpr int tokenLength = 512;
constexpr int idleMost = std::numeric_limits<int>::max();

QByteArrayView view(const Secret &secret)
{
    return QByteArrayView(secret.constData(), secret.size());
}

// Escaping at most makes six bytes of one.
qsizetype roomFor(const Secret &secret)
{
    return 6 * static_cast<qsizetype>(secret.size()) + 2;
}

// The app's code, or a recovery code "XXXXX-XXXXX" as people type it.
bool isCode(const QString &text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (digits && text.size() >= 6 && text.size() <= 8) return true;
    QString bare = text;
    if (bare.size() == 11 && (bare[5] == u'-' || bare[5] == u' ')) bare.remove(5, 1);
    return bare.size() == 10 && std::all_of(bare.begin(), bare.end(), [](QChar c) {
               return (c >= u'2' && c <= u'9') || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
           });
}

}  // namespace

QByteArray toJson(const LoginRequest &request)
{
    const QByteArray customer = request.customer.toUtf8();
    const QByteArray login = request.login.toUtf8();
    const QByteArray totp = request.totp.toUtf8();
    QByteArray out;
    out.reserve(64 + 6 * (customer.size() + login.size() + totp.size()) + roomFor(request.password));
    out += "{\"customer\":";
    appendJsonText(out, customer);
    out += ",\"login\":";
    appendJsonText(out, login);
    out += ",\"password\":";
    appendJsonText(out, view(request.password));
    if (!totp.isEmpty()) {
        out += ",\"totp\":";
        appendJsonText(out, totp);
    }
    out += '}';
    return out;
}

Result<LoginRequest> loginRequestFromJson(QByteArrayView body)
{
    using Need = JsonReader::Need;
    SecretBody secrets(body);
    LoginRequest request;
    request.password = secrets.take(fieldPassword);
    const Secret code = secrets.take(fieldCode);  // may be a recovery code
    request.totp = QString::fromUtf8(code.constData(), code.size());
    JsonReader reader = JsonReader::parse(secrets.rest(), limits::requestBodyBytes, Errc::InvalidInput);
    request.login = reader.text(fieldLogin, limits::loginLength + 1 + limits::slugLength);
    request.customer = reader.text(fieldCustomer, limits::slugLength, Need::Optional);
    (void)reader.text(fieldPassword, limits::passwordBytes, Need::Required, JsonReader::Empty::Allowed);
    (void)reader.text(fieldCode, 16, Need::Optional, JsonReader::Empty::Allowed);
    if (request.customer.isEmpty()) {
        const qsizetype at = request.login.lastIndexOf(u'@');
        request.customer = at < 0 ? QString() : request.login.sliced(at + 1);
        request.login = request.login.first(std::max<qsizetype>(at, 0));
        if (request.customer.isEmpty())
            reader.refuse(fieldCustomer,
                          QStringLiteral("is missing: name it here or after the login name, as ann@acme"));
        else if (request.customer.size() > limits::slugLength)
            reader.refuse(fieldCustomer, QStringLiteral("must have at most %1 characters").arg(limits::slugLength));
    }
    if (request.login.isEmpty()) reader.refuse(fieldLogin, QStringLiteral("must not be empty"));
    if (request.login.size() > limits::loginLength)
        reader.refuse(fieldLogin, QStringLiteral("must have at most %1 characters").arg(limits::loginLength));
    if (request.password.isEmpty()) reader.refuse(fieldPassword, QStringLiteral("must not be empty"));
    if (request.password.size() > limits::passwordBytes)
        reader.refuse(fieldPassword, QStringLiteral("must have at most %1 bytes").arg(limits::passwordBytes));
    if (!request.totp.isEmpty() && !isCode(request.totp))
        reader.refuse(fieldCode, QStringLiteral("must be 6 to 8 digits, or a recovery code like ABCDE-23456"));
    return reader.finish(std::move(request));
}

QByteArray toJson(const SessionGrant &grant)
{
    QByteArray out;
    out.reserve(160 + roomFor(grant.token));
    out += "{\"expiresAt\":\"" + toRfc3339(grant.expiresAt).toUtf8() + "\",\"idleSeconds\":";
    out += QByteArray::number(grant.idleSeconds) + ",\"mustChangePassword\":";
    out += grant.mustChangePassword ? "true" : "false";
    out += ",\"mustEnrolMfa\":";
    out += grant.mustEnrolMfa ? "true" : "false";
    out += ",\"token\":";
    appendJsonText(out, view(grant.token));
    out += '}';
    return out;
}

Result<SessionGrant> sessionGrantFromJson(QByteArrayView body)
{
    SecretBody secrets(body);
    SessionGrant grant;
    grant.token = secrets.take(fieldToken);
    JsonReader reader = JsonReader::parse(secrets.rest(), limits::requestBodyBytes, Errc::Protocol);
    (void)reader.text(fieldToken, tokenLength, JsonReader::Need::Required, JsonReader::Empty::Allowed);
    if (grant.token.isEmpty()) reader.refuse(fieldToken, QStringLiteral("must not be empty"));
    // It goes into a header line.
    const bool visible = std::all_of(grant.token.constData(), grant.token.constData() + grant.token.size(),
                                     [](char c) { return c > 0x20 && c < 0x7F; });
    if (!visible || grant.token.size() > tokenLength)
        reader.refuse(fieldToken, QStringLiteral("must be at most %1 visible ASCII characters").arg(tokenLength));
    grant.expiresAt = reader.instant(fieldExpiresAt);
    grant.idleSeconds = static_cast<int>(reader.integer(fieldIdleSeconds, 1, idleMost));
    grant.mustChangePassword = reader.boolean(fieldMustChange);
    grant.mustEnrolMfa = reader.boolean(fieldMustEnrol, JsonReader::Need::Optional);
    return reader.finish(std::move(grant));
}

QByteArray toJson(const SessionStatus &status)
{
    return QJsonDocument(QJsonObject{{fieldCreatedAt, toRfc3339(status.createdAt)},
                                     {fieldExpiresAt, toRfc3339(status.expiresAt)},
                                     {fieldIdleSeconds, status.idleSeconds},
                                     {fieldMustChange, status.mustChangePassword}})
        .toJson(QJsonDocument::Compact);
}

Result<SessionStatus> sessionStatusFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    SessionStatus status;
    status.createdAt = reader.instant(fieldCreatedAt);
    status.expiresAt = reader.instant(fieldExpiresAt);
    status.idleSeconds = static_cast<int>(reader.integer(fieldIdleSeconds, 1, idleMost));
    status.mustChangePassword = reader.boolean(fieldMustChange);
    return reader.finish(status);
}

}  // namespace lw::protocol

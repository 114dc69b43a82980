// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/device.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/jsonwriter.h"
#include "core/protocol/limits.h"
#include "core/protocol/secretjson.h"
#include "core/util/time.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace lw::protocol {

namespace {

using Need = JsonReader::Need;
using Empty = JsonReader::Empty;

constexpr QLatin1String fieldId("id");
constexpr QLatin1String fieldUserId("userId");
constexpr QLatin1String fieldKind("kind");
constexpr QLatin1String fieldLabel("label");
constexpr QLatin1String fieldSipUser("sipUser");
constexpr QLatin1String fieldCreatedAt("createdAt");
constexpr QLatin1String fieldSecretChangedAt("secretChangedAt");
constexpr QLatin1String fieldRevokedAt("revokedAt");
constexpr QLatin1String fieldRegistrations("registrations");
constexpr QLatin1String fieldLastRegisteredAt("lastRegisteredAt");
constexpr QLatin1String fieldDevices("devices");
constexpr QLatin1String fieldDevice("device");
constexpr QLatin1String fieldSecret("secret");
constexpr QLatin1String fieldContact("contact");
constexpr QLatin1String fieldExpires("expires");
constexpr QLatin1String fieldExpiresAt("expiresAt");
constexpr int idLength = 64;
constexpr int kindLength = 64;

QByteArrayView view(const Secret &secret)
{
    return QByteArrayView(secret.constData(), secret.size());
}

// Escaping at most makes six bytes of one.
qsizetype roomFor(qsizetype bytes)
{
    return 6 * bytes + 2;
}

DeviceKind readKind(JsonReader &reader)
{
    const std::optional<DeviceKind> kind = deviceKindFromName(reader.text(fieldKind, kindLength));
    if (!kind && reader.ok()) reader.refuse(fieldKind, QStringLiteral("must be \"phone\" or \"pbx\""));
    return kind.value_or(DeviceKind::Phone);
}

bool isPrintable(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
               c.category() == QChar::Separator_Paragraph;
    });
}

/// Visible ASCII: what a SIP user name and a SIP URI are made of (RFC 3261 25.1).
bool isVisible(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7F'; });
}

}  // namespace

QJsonObject toJsonObject(const Device &device)
{
    QJsonObject object{
        {fieldId, device.id},       {fieldUserId, device.userId},   {fieldKind, QString(deviceKindName(device.kind))},
        {fieldLabel, device.label}, {fieldSipUser, device.sipUser}, {fieldRegistrations, device.registrations}};
    insertInstant(object, fieldCreatedAt, device.createdAt);
    insertInstant(object, fieldSecretChangedAt, device.secretChangedAt);
    insertInstant(object, fieldRevokedAt, device.revokedAt);
    insertInstant(object, fieldLastRegisteredAt, device.lastRegisteredAt);
    return object;
}

QByteArray toJson(const Device &device)
{
    return compact(toJsonObject(device));
}

Device readDevice(JsonReader reader)
{
    Device device;
    device.id = reader.text(fieldId, idLength);
    device.userId = reader.text(fieldUserId, idLength);
    device.kind = readKind(reader);
    device.label = reader.text(fieldLabel, limits::nameLength);
    device.sipUser = reader.text(fieldSipUser, limits::sipUserLength);
    device.createdAt = reader.instant(fieldCreatedAt);
    device.secretChangedAt = reader.instant(fieldSecretChangedAt);
    device.revokedAt = reader.instant(fieldRevokedAt, Need::Optional);
    device.registrations = static_cast<int>(reader.integer(fieldRegistrations, 0, limits::registrationsPerDevice));
    device.lastRegisteredAt = reader.instant(fieldLastRegisteredAt, Need::Optional);
    return device;
}

Result<Device> deviceFromJson(QByteArrayView body)
{
    const JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    return reader.finish(readDevice(reader));
}

QByteArray toJson(const QList<Device> &devices)
{
    QJsonArray list;
    for (const Device &device : devices)
        list.append(toJsonObject(device));
    return compact({{fieldDevices, list}});
}

Result<QList<Device>> devicesFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::devicesBodyBytes, Errc::Protocol);
    QList<Device> devices;
    for (const JsonReader &element : reader.objects(fieldDevices, limits::devicesListed))
        devices.append(readDevice(element));
    return reader.finish(std::move(devices));
}

QByteArray toJson(const NewDevice &device)
{
    return compact({{fieldKind, QString(deviceKindName(device.kind))}, {fieldLabel, device.label}});
}

Result<NewDevice> newDeviceFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    NewDevice device;
    device.kind = readKind(reader);
    device.label = reader.text(fieldLabel, limits::nameLength).trimmed();
    if (reader.ok() && device.label.isEmpty()) reader.refuse(fieldLabel, QStringLiteral("must not be empty"));
    if (!isPrintable(device.label)) reader.refuse(fieldLabel, QStringLiteral("must be one line of printable text"));
    return reader.finish(std::move(device));
}

QByteArray toJson(const DeviceWithSecret &answer)
{
    const QByteArray device = toJson(answer.device);
    QByteArray out;
    out.reserve(64 + device.size() + roomFor(answer.secret.size()));
    out += "{\"device\":" + device + ",\"secret\":";
    appendJsonText(out, view(answer.secret));
    out += '}';
    return out;
}

Result<DeviceWithSecret> deviceWithSecretFromJson(QByteArrayView body)
{
    SecretBody secrets(body);
    DeviceWithSecret answer;
    answer.secret = secrets.take(fieldSecret);
    JsonReader reader = JsonReader::parse(secrets.rest(), limits::replyBodyBytes, Errc::Protocol);
    answer.device = readDevice(reader.object(fieldDevice));
    (void)reader.text(fieldSecret, limits::passwordBytes, Need::Required, Empty::Allowed);
    if (answer.secret.isEmpty()) reader.refuse(fieldSecret, QStringLiteral("must not be empty"));
    if (answer.secret.size() > limits::passwordBytes)
        reader.refuse(fieldSecret, QStringLiteral("must have at most %1 bytes").arg(limits::passwordBytes));
    return reader.finish(std::move(answer));
}

QByteArray toJson(const RegistrationRequest &request)
{
    const QByteArray sipUser = request.sipUser.toUtf8();
    const QByteArray contact = request.contact.toUtf8();
    QByteArray out;
    out.reserve(80 + roomFor(sipUser.size()) + roomFor(contact.size()) + roomFor(request.secret.size()));
    out += "{\"contact\":";
    appendJsonText(out, contact);
    out += ",\"expires\":" + QByteArray::number(request.expires) + ",\"secret\":";
    appendJsonText(out, view(request.secret));
    out += ",\"sipUser\":";
    appendJsonText(out, sipUser);
    out += '}';
    return out;
}

Result<RegistrationRequest> registrationRequestFromJson(QByteArrayView body)
{
    SecretBody secrets(body);
    RegistrationRequest request;
    request.secret = secrets.take(fieldSecret);
    JsonReader reader = JsonReader::parse(secrets.rest(), limits::requestBodyBytes, Errc::InvalidInput);
    request.sipUser = reader.text(fieldSipUser, limits::sipUserLength);
    (void)reader.text(fieldSecret, limits::passwordBytes, Need::Required, Empty::Allowed);
    request.contact = reader.text(fieldContact, limits::contactLength);
    if (reader.has(fieldExpires))
        request.expires = static_cast<int>(reader.integer(fieldExpires, 0, limits::registrationSecondsMost));
    if (!isVisible(request.sipUser)) reader.refuse(fieldSipUser, QStringLiteral("must be ASCII text without spaces"));
    const bool sip = request.contact.startsWith(QLatin1String("sip:"), Qt::CaseInsensitive) ||
                     request.contact.startsWith(QLatin1String("sips:"), Qt::CaseInsensitive);
    if (!sip || !isVisible(request.contact))
        reader.refuse(fieldContact, QStringLiteral("must be a SIP URI like sip:1001@192.0.2.7:5060"));
    if (request.expires != 0 && request.expires < limits::registrationSecondsLeast)
        reader.refuse(fieldExpires, QStringLiteral("must be 0, or %1 to %2 seconds")
                                        .arg(limits::registrationSecondsLeast)
                                        .arg(limits::registrationSecondsMost));
    if (request.secret.isEmpty()) reader.refuse(fieldSecret, QStringLiteral("must not be empty"));
    if (request.secret.size() > limits::passwordBytes)
        reader.refuse(fieldSecret, QStringLiteral("must have at most %1 bytes").arg(limits::passwordBytes));
    return reader.finish(std::move(request));
}

QByteArray toJson(const RegistrationGrant &grant)
{
    return compact({{fieldExpiresAt, toRfc3339(grant.expiresAt)}});
}

Result<RegistrationGrant> registrationGrantFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    RegistrationGrant grant{reader.instant(fieldExpiresAt)};
    return reader.finish(grant);
}

}  // namespace lw::protocol

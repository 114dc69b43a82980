// SPDX-License-Identifier: GPL-3.0-or-later
// Devices of a person: GET and POST /v1/users/{userId}/devices, DELETE /v1/devices/{deviceId},
// POST /v1/devices/{deviceId}/secret; and POST /v1/registrations, by which a SIP edge asks whether a device may
// register.
#pragma once

#include "core/domain/device.h"
#include "core/util/result.h"
#include "core/util/secret.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

namespace lw::protocol {

class JsonReader;

QJsonObject toJsonObject(const Device &device);
QByteArray toJson(const Device &device);
Result<Device> deviceFromJson(QByteArrayView body);
Device readDevice(JsonReader reader);
QByteArray toJson(const QList<Device> &devices);  ///< {"devices": […]}
Result<QList<Device>> devicesFromJson(QByteArrayView body);

struct NewDevice {
    DeviceKind kind = DeviceKind::Phone;
    QString label;
    bool operator==(const NewDevice &) const = default;
};
QByteArray toJson(const NewDevice &device);
Result<NewDevice> newDeviceFromJson(QByteArrayView body);

/// 201 of a new device, 200 of a new secret: shown once, stored as a hash only.
struct DeviceWithSecret {
    Device device;
    Secret secret;
};
QByteArray toJson(const DeviceWithSecret &answer);
Result<DeviceWithSecret> deviceWithSecretFromJson(QByteArrayView body);

/// POST /v1/registrations, anonymous as a sign-in is: judged by the device's own secret and the address of the phone.
struct RegistrationRequest {
    QString sipUser;
    Secret secret;
    QString contact;     ///< "sip:1001@192.0.2.7:5060"
    int expires = 3600;  ///< seconds, 60 to 7200; 0 ends the registration
};
QByteArray toJson(const RegistrationRequest &request);
Result<RegistrationRequest> registrationRequestFromJson(QByteArrayView body);

struct RegistrationGrant {
    QDateTime expiresAt;  ///< UTC
    bool operator==(const RegistrationGrant &) const = default;
};
QByteArray toJson(const RegistrationGrant &grant);
Result<RegistrationGrant> registrationGrantFromJson(QByteArrayView body);

}  // namespace lw::protocol

// SPDX-License-Identifier: GPL-3.0-or-later
// A phone or trunk with SIP credentials of its own, held by one person. Its secret is rotated and revoked like a
// password. Source: domain.md (Who logs in; "device secrets rotated too"; "device registrations gone").
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace lw {

enum class DeviceKind : quint8 {
    Phone = 1,
    Pbx = 2  ///< a trunk or PBX server: always allowlisted, there is no switch for it
};

struct Device {
    QString id;  ///< "dev_" and 26 letters or digits
    QString userId;
    DeviceKind kind = DeviceKind::Phone;
    QString label;               ///< "Desk phone, room 12"
    QString sipUser;             ///< user name in SIP, unique in the back end, never reused
    QDateTime createdAt;         ///< UTC
    QDateTime secretChangedAt;   ///< UTC
    QDateTime revokedAt;         ///< UTC; invalid: may register
    int registrations = 0;       ///< live ones
    QDateTime lastRegisteredAt;  ///< UTC; invalid: never
    bool operator==(const Device &) const = default;
};

/// "phone", "pbx".
QLatin1String deviceKindName(DeviceKind kind);
std::optional<DeviceKind> deviceKindFromName(QStringView name);

}  // namespace lw

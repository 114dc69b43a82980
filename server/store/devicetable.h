// SPDX-License-Identifier: GPL-3.0-or-later
// The tables devices and registrations: phones and trunks with SIP credentials of their own, and where they are
// registered now. A device is never deleted and its SIP user name never given again; revoking it ends its
// registrations.
//
// Of a device's secret only the SHA-256 is stored. Argon2 makes guessing slow where people choose the secret; this one
// is 128 bits of chance and more (server/devices/devicesecret.h), which no one guesses at any speed, while every phone
// of a customer asks every few minutes.
#pragma once

#include "core/domain/device.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QList>
#include <QSqlDatabase>

namespace lw::server {

/// A registration that began; the device is reached under `contact` until `expiresAt`.
struct RegistrationRow {
    QString deviceId;
    QString contact;  ///< "sip:1001@192.0.2.7:5060"
    QString address;  ///< canonical; from which it was asked for
    QDateTime registeredAt;
    QDateTime expiresAt;  ///< exclusive
    bool operator==(const RegistrationRow &) const = default;
};

/// Reads say how many registrations are live at `now`, whether or not the ended ones are swept up already.
class DeviceTable {
  public:
    explicit DeviceTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// Errc::Conflict: the SIP user name is taken, now or formerly, by whatever customer.
    Result<void> insert(const QString &customerId, const Device &device, const QByteArray &secretHash);

    /// Errc::NotFound for a device of another customer just as for none.
    Result<Device> byId(const QString &customerId, const QString &id, const QDateTime &now) const;
    /// Revoked ones too; in the order in which they were made.
    Result<QList<Device>> ofUser(const QString &customerId, const QString &userId, const QDateTime &now) const;
    /// Revoked ones too, after the others; each in the order in which they were made, at most `limit` in all.
    Result<QList<Device>> ofCustomer(const QString &customerId, const QDateTime &now, int limit = 20'000) const;

    /// What judges a registration: whose the device is and the hash of its secret.
    struct Known {
        QString customerId;
        Device device;
        QByteArray secretHash;
    };
    /// Errc::NotFound: nobody has this SIP user name.
    Result<Known> bySipUser(const QString &sipUser, const QDateTime &now) const;

    /// A new secret. The registrations that were made with the former one are the caller's to end (unregisterAll()).
    Result<void> setSecret(const QString &id, const QByteArray &secretHash, const QDateTime &now);

    /// False: it was revoked already. Ends its registrations.
    Result<bool> revoke(const QString &id, const QDateTime &now);
    /// Revokes every device of a person and ends all their registrations; how many devices were not revoked before.
    Result<int> revokeAllOf(const QString &userId, const QDateTime &now);

    Result<QList<RegistrationRow>> registrations(const QString &deviceId, const QDateTime &now) const;
    /// Begins or prolongs. True: it began, because none was live under this contact.
    Result<bool> registerContact(const RegistrationRow &registration);
    /// False: there was none.
    Result<bool> unregister(const QString &deviceId, const QString &contact);
    Result<int> unregisterAll(const QString &deviceId);
    /// Registrations that ended at or before `now`, at most `limit`, for whoever writes that down.
    struct Ended {
        QString customerId;
        QString sipUser;
        RegistrationRow registration;
    };
    Result<QList<Ended>> endedBy(const QDateTime &now, int limit) const;
    /// Removes registrations that ended at or before `now`; how many.
    Result<int> dropExpired(const QDateTime &now);

  private:
    Result<QList<Known>> select(const QString &where, const QDateTime &now, const QVariantList &values) const;
    Result<QList<Device>> devices(const QString &where, const QDateTime &now, const QVariantList &values) const;
    QSqlDatabase m_connection;
};

}  // namespace lw::server

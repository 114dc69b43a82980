// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/devicetable.h"

#include "server/store/statement.h"

namespace lw::server {

namespace {

Error noDevice()
{
    return makeError(Errc::NotFound, QStringLiteral("There is no such device."));
}

}  // namespace

Result<void> DeviceTable::insert(const QString &customerId, const Device &device, const QByteArray &secretHash)
{
    Statement insert(m_connection,
                     QStringLiteral("INSERT INTO devices (id, customer_id, user_id, kind, label, sip_user, secret_hash,"
                                    " created_at, secret_changed_at, revoked_at, last_registered_at)"
                                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                     QStringLiteral("make the device"));
    return insert.run(device.id, customerId, device.userId, QString(deviceKindName(device.kind)), device.label,
                      device.sipUser, secretHash, toColumn(device.createdAt), toColumn(device.secretChangedAt),
                      toColumn(device.revokedAt), toColumn(device.lastRegisteredAt));
}

Result<QList<DeviceTable::Known>> DeviceTable::select(const QString &where, const QDateTime &now,
                                                      const QVariantList &values) const
{
    Statement query(m_connection,
                    QStringLiteral("SELECT d.id, d.user_id, d.kind, d.label, d.sip_user, d.created_at,"
                                   " d.secret_changed_at, d.revoked_at, d.last_registered_at,"
                                   " (SELECT count(*) FROM registrations r WHERE r.device_id = d.id"
                                   " AND r.expires_at > ?), d.customer_id, d.secret_hash FROM devices d ") +
                        where,
                    QStringLiteral("read the devices"));
    if (Result<void> ran = query.runList(QVariantList{toColumn(now)} + values); !ran) return ran.error();
    QList<Known> found;
    for (;;) {
        const Result<bool> row = query.next();
        if (!row) return row.error();
        if (!*row) return found;
        Device device;
        device.id = query.value(0).toString();
        device.userId = query.value(1).toString();
        device.kind = deviceKindFromName(query.value(2).toString()).value_or(DeviceKind::Pbx);
        device.label = query.value(3).toString();
        device.sipUser = query.value(4).toString();
        device.createdAt = instantOf(query.value(5));
        device.secretChangedAt = instantOf(query.value(6));
        device.revokedAt = instantOf(query.value(7));
        device.lastRegisteredAt = instantOf(query.value(8));
        device.registrations = query.value(9).toInt();
        found.append({query.value(10).toString(), std::move(device), query.value(11).toByteArray()});
    }
}

Result<QList<Device>> DeviceTable::devices(const QString &where, const QDateTime &now, const QVariantList &values) const
{
    Result<QList<Known>> found = select(where, now, values);
    if (!found) return found.error();
    QList<Device> list;
    list.reserve(found->size());
    for (Known &known : *found)
        list.append(std::move(known.device));
    return list;
}

Result<Device> DeviceTable::byId(const QString &customerId, const QString &id, const QDateTime &now) const
{
    Result<QList<Device>> found =
        devices(QStringLiteral("WHERE d.customer_id = ? AND d.id = ?"), now, {customerId, id});
    if (!found) return found.error();
    if (found->isEmpty()) return noDevice();
    return found->first();
}

Result<QList<Device>> DeviceTable::ofUser(const QString &customerId, const QString &userId, const QDateTime &now) const
{
    return devices(QStringLiteral("WHERE d.customer_id = ? AND d.user_id = ? ORDER BY d.created_at, d.id"), now,
                   {customerId, userId});
}

Result<QList<Device>> DeviceTable::ofCustomer(const QString &customerId, const QDateTime &now, int limit) const
{
    return devices(QStringLiteral("WHERE d.customer_id = ? ORDER BY d.revoked_at IS NOT NULL, d.created_at, d.id"
                                  " LIMIT ?"),
                   now, {customerId, limit});
}

Result<DeviceTable::Known> DeviceTable::bySipUser(const QString &sipUser, const QDateTime &now) const
{
    Result<QList<Known>> found = select(QStringLiteral("WHERE d.sip_user = ?"), now, {sipUser});
    if (!found) return found.error();
    if (found->isEmpty()) return noDevice();
    return found->first();
}

Result<void> DeviceTable::setSecret(const QString &id, const QByteArray &secretHash, const QDateTime &now)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE devices SET secret_hash = ?, secret_changed_at = ? WHERE id = ?"),
                     QStringLiteral("change the device's secret"));
    return update.run(secretHash, toColumn(now), id);
}

Result<bool> DeviceTable::revoke(const QString &id, const QDateTime &now)
{
    if (const Result<int> ended = unregisterAll(id); !ended) return ended.error();
    Statement update(m_connection,
                     QStringLiteral("UPDATE devices SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"),
                     QStringLiteral("revoke the device"));
    if (Result<void> ran = update.run(toColumn(now), id); !ran) return ran.error();
    return update.rowsChanged() > 0;
}

Result<int> DeviceTable::revokeAllOf(const QString &userId, const QDateTime &now)
{
    Statement erase(
        m_connection,
        QStringLiteral("DELETE FROM registrations WHERE device_id IN (SELECT id FROM devices WHERE user_id = ?)"),
        QStringLiteral("end the registrations"));
    if (Result<void> ran = erase.run(userId); !ran) return ran.error();
    Statement update(m_connection,
                     QStringLiteral("UPDATE devices SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL"),
                     QStringLiteral("revoke the devices"));
    if (Result<void> ran = update.run(toColumn(now), userId); !ran) return ran.error();
    return update.rowsChanged();
}

Result<QList<RegistrationRow>> DeviceTable::registrations(const QString &deviceId, const QDateTime &now) const
{
    Statement query(m_connection,
                    QStringLiteral("SELECT contact, address, registered_at, expires_at FROM registrations"
                                   " WHERE device_id = ? AND expires_at > ? ORDER BY registered_at, contact"),
                    QStringLiteral("read the registrations"));
    if (Result<void> ran = query.run(deviceId, toColumn(now)); !ran) return ran.error();
    QList<RegistrationRow> found;
    for (;;) {
        const Result<bool> row = query.next();
        if (!row) return row.error();
        if (!*row) return found;
        found.append({deviceId, query.value(0).toString(), query.value(1).toString(), instantOf(query.value(2)),
                      instantOf(query.value(3))});
    }
}

Result<bool> DeviceTable::registerContact(const RegistrationRow &registration)
{
    Statement prolong(m_connection,
                      QStringLiteral("UPDATE registrations SET address = ?, expires_at = ?"
                                     " WHERE device_id = ? AND contact = ? AND expires_at > ?"),
                      QStringLiteral("prolong the registration"));
    if (Result<void> ran = prolong.run(registration.address, toColumn(registration.expiresAt), registration.deviceId,
                                       registration.contact, toColumn(registration.registeredAt));
        !ran)
        return ran.error();
    const bool live = prolong.rowsChanged() > 0;
    if (!live) {
        // One that ended may still lie there under the same contact.
        if (const Result<bool> removed = unregister(registration.deviceId, registration.contact); !removed)
            return removed.error();
        Statement insert(m_connection,
                         QStringLiteral("INSERT INTO registrations (device_id, contact, address, registered_at,"
                                        " expires_at) VALUES (?, ?, ?, ?, ?)"),
                         QStringLiteral("begin the registration"));
        if (Result<void> ran = insert.run(registration.deviceId, registration.contact, registration.address,
                                          toColumn(registration.registeredAt), toColumn(registration.expiresAt));
            !ran)
            return ran.error();
    }
    Statement seen(m_connection, QStringLiteral("UPDATE devices SET last_registered_at = ? WHERE id = ?"),
                   QStringLiteral("note the registration"));
    if (Result<void> ran = seen.run(toColumn(registration.registeredAt), registration.deviceId); !ran)
        return ran.error();
    return !live;
}

Result<bool> DeviceTable::unregister(const QString &deviceId, const QString &contact)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM registrations WHERE device_id = ? AND contact = ?"),
                    QStringLiteral("end the registration"));
    if (Result<void> ran = erase.run(deviceId, contact); !ran) return ran.error();
    return erase.rowsChanged() > 0;
}

Result<int> DeviceTable::unregisterAll(const QString &deviceId)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM registrations WHERE device_id = ?"),
                    QStringLiteral("end the registrations"));
    if (Result<void> ran = erase.run(deviceId); !ran) return ran.error();
    return erase.rowsChanged();
}

Result<QList<DeviceTable::Ended>> DeviceTable::endedBy(const QDateTime &now, int limit) const
{
    Statement query(m_connection,
                    QStringLiteral("SELECT d.customer_id, d.sip_user, r.device_id, r.contact, r.address,"
                                   " r.registered_at, r.expires_at FROM registrations r"
                                   " JOIN devices d ON d.id = r.device_id WHERE r.expires_at <= ?"
                                   " ORDER BY r.expires_at, r.device_id, r.contact LIMIT ?"),
                    QStringLiteral("read the registrations"));
    if (Result<void> ran = query.run(toColumn(now), limit); !ran) return ran.error();
    QList<Ended> found;
    for (;;) {
        const Result<bool> row = query.next();
        if (!row) return row.error();
        if (!*row) return found;
        found.append({query.value(0).toString(), query.value(1).toString(),
                      RegistrationRow{query.value(2).toString(), query.value(3).toString(), query.value(4).toString(),
                                      instantOf(query.value(5)), instantOf(query.value(6))}});
    }
}

Result<int> DeviceTable::dropExpired(const QDateTime &now)
{
    Statement erase(m_connection, QStringLiteral("DELETE FROM registrations WHERE expires_at <= ?"),
                    QStringLiteral("end the registrations"));
    if (Result<void> ran = erase.run(toColumn(now)); !ran) return ran.error();
    return erase.rowsChanged();
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/devices/deviceservice.h"

#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/devices/devicesecret.h"
#include "server/store/devicetable.h"
#include "server/store/identifier.h"
#include "server/store/usertable.h"

#include <QSqlDatabase>

namespace lw::server {

namespace {

AuditEvent deviceEvent(EventKind kind, const Actor &actor, const Origin &origin, const Device &device,
                       const QString &login, const QString &reason = {})
{
    AuditEvent event = authEvent(kind, Outcome::Success, actor, origin, deviceRef(device), reason);
    event.detail = QStringLiteral("“%1” of %2").arg(device.label, login);
    return event;
}

/// How many registrations end with it is what an administrator wants to know afterwards.
void sayEnded(AuditEvent &event, int registrations)
{
    if (registrations == 1) event.detail += QStringLiteral(", 1 registration ended");
    if (registrations > 1) event.detail += QStringLiteral(", %1 registrations ended").arg(registrations);
}

Result<void> checkRoom(const DeviceTable &table, const QString &customerId, const QString &userId, const QDateTime &now)
{
    const Result<QList<Device>> present = table.ofUser(customerId, userId, now);
    if (!present) return present.error();
    const auto live = std::count_if(present->begin(), present->end(),
                                    [](const Device &device) { return !device.revokedAt.isValid(); });
    if (live < protocol::limits::devicesPerUser) return {};
    return makeError(Errc::Conflict,
                     QStringLiteral("This person has %1 devices already, which is the most. Revoke one that is no "
                                    "longer used.")
                         .arg(live));
}

}  // namespace

ObjectRef deviceRef(const Device &device)
{
    return ObjectRef{QStringLiteral("device"), device.id, device.sipUser};
}

DeviceService::DeviceService(Database &database, const Clock &clock, AuditLog &audit)
    : m_database(database), m_clock(clock), m_audit(audit)
{
}

Result<void> DeviceService::append(const Transaction &transaction, const QString &customerId, AuditEvent event)
{
    const Result<quint64> written = m_audit.append(transaction, customerId, std::move(event));
    return written ? Result<void>() : written.error();
}

Result<protocol::DeviceWithSecret> DeviceService::add(const Principal &principal, const QString &userId,
                                                      const protocol::NewDevice &wish, const Origin &origin,
                                                      const AlsoStore &alsoStore)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    const Result<User> user = UserTable(transaction->connection()).byId(principal.customerId, userId);
    if (!user) return user.error();
    if (user->status == UserStatus::Disabled)
        return makeError(Errc::Conflict, QStringLiteral("The account is disabled: nothing that belongs to it may "
                                                        "register. Enable the person first."));
    DeviceTable table(transaction->connection());
    if (Result<void> room = checkRoom(table, principal.customerId, userId, now); !room) return room.error();

    protocol::DeviceWithSecret made{Device{makeIdentifier("dev", now), userId, wish.kind, wish.label,
                                           newSipUser(principal.customerSlug), now, now, QDateTime(), 0, QDateTime()},
                                    newDeviceSecret()};
    if (Result<void> stored = table.insert(principal.customerId, made.device, deviceSecretHash(made.secret)); !stored)
        return stored.error();
    AuditEvent event = deviceEvent(EventKind::DeviceCreated, actorOf(principal), origin, made.device, user->login);
    event.after = protocol::toJsonObject(made.device);
    if (Result<void> written = append(*transaction, principal.customerId, std::move(event)); !written)
        return written.error();
    if (Result<void> stored = alsoStore(*transaction); !stored) return stored.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return made;
}

Result<protocol::DeviceWithSecret> DeviceService::renewSecret(const Principal &principal, const QString &deviceId,
                                                              const Origin &origin, const AlsoStore &alsoStore)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    DeviceTable table(transaction->connection());
    const Result<Device> before = table.byId(principal.customerId, deviceId, now);
    if (!before) return before.error();
    if (before->revokedAt.isValid())
        return makeError(Errc::Conflict, QStringLiteral("The device is revoked for good. Add a new one instead."));
    const Result<User> user = UserTable(transaction->connection()).byId(principal.customerId, before->userId);
    if (!user) return user.error();

    protocol::DeviceWithSecret renewed{*before, newDeviceSecret()};
    renewed.device.secretChangedAt = now;
    renewed.device.registrations = 0;
    if (Result<void> stored = table.setSecret(deviceId, deviceSecretHash(renewed.secret), now); !stored)
        return stored.error();
    const Result<int> ended = table.unregisterAll(deviceId);
    if (!ended) return ended.error();
    AuditEvent event = deviceEvent(EventKind::DeviceChanged, actorOf(principal), origin, *before, user->login,
                                   QStringLiteral("new_secret"));
    sayEnded(event, before->registrations);
    event.before = protocol::toJsonObject(*before);
    event.after = protocol::toJsonObject(renewed.device);
    if (Result<void> written = append(*transaction, principal.customerId, std::move(event)); !written)
        return written.error();
    if (Result<void> stored = alsoStore(*transaction); !stored) return stored.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return renewed;
}

Result<void> DeviceService::revoke(const Principal &principal, const QString &deviceId, const Origin &origin)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    DeviceTable table(transaction->connection());
    const Result<Device> before = table.byId(principal.customerId, deviceId, now);
    if (!before) return before.error();
    const Result<bool> revoked = table.revoke(deviceId, now);
    if (!revoked) return revoked.error();
    if (!*revoked) return {};
    const Result<User> user = UserTable(transaction->connection()).byId(principal.customerId, before->userId);
    if (!user) return user.error();
    Device after = *before;
    after.revokedAt = now;
    after.registrations = 0;
    AuditEvent event = deviceEvent(EventKind::DeviceRevoked, actorOf(principal), origin, *before, user->login);
    sayEnded(event, before->registrations);
    event.before = protocol::toJsonObject(*before);
    event.after = protocol::toJsonObject(after);
    if (Result<void> written = append(*transaction, principal.customerId, std::move(event)); !written) return written;
    return transaction->commit();
}

Result<int> DeviceService::revokeAllOf(const Transaction &transaction, const QString &customerId, const User &user,
                                       const Actor &actor, const Origin &origin, const QString &reason)
{
    const QDateTime now = m_clock.nowUtc();
    DeviceTable table(transaction.connection());
    const Result<QList<Device>> present = table.ofUser(customerId, user.id, now);
    if (!present) return present.error();
    std::vector<AuditEvent> events;
    for (const Device &before : *present) {
        if (before.revokedAt.isValid()) continue;
        Device after = before;
        after.revokedAt = now;
        after.registrations = 0;
        AuditEvent event = deviceEvent(EventKind::DeviceRevoked, actor, origin, before, user.login, reason);
        sayEnded(event, before.registrations);
        event.before = protocol::toJsonObject(before);
        event.after = protocol::toJsonObject(after);
        events.push_back(std::move(event));
    }
    const Result<int> revoked = table.revokeAllOf(user.id, now);
    if (!revoked || events.empty()) return revoked;
    const Result<quint64> written = m_audit.append(transaction, customerId, std::span<const AuditEvent>(events));
    if (!written) return written.error();
    return revoked;
}

}  // namespace lw::server

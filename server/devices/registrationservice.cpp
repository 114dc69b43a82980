// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/devices/registrationservice.h"

#include "core/policy/blocking.h"
#include "core/policy/passwordage.h"
#include "core/util/time.h"
#include "server/auth/authevents.h"
#include "server/devices/devicesecret.h"
#include "server/devices/deviceservice.h"
#include "server/store/customertable.h"
#include "server/store/usertable.h"

#include <QSqlDatabase>

namespace lw::server {

namespace {

constexpr int sweepBatch = 200;

/// IPv6 networks hand out whole /64s: one attacker, one bucket.
QString bucketOf(const QString &address)
{
    return policy::blockingKey(address).value_or(address);
}

/// One sentence for an unknown name and a wrong secret.
Error wrong()
{
    return makeError(Errc::Unauthorized, QStringLiteral("The SIP user name or the secret is wrong."));
}

RegistrationService::Refused failed(Error error)
{
    return {std::move(error), 0};
}

Actor deviceActor(const Device &device)
{
    return Actor{ActorType::Device, device.id, device.sipUser};
}

ObjectRef deviceNamed(const QString &sipUser)
{
    return ObjectRef{QStringLiteral("device"), {}, sipUser};
}

/// What no secret helps against.
QString closedBecause(const Device &device, const User &user)
{
    if (device.revokedAt.isValid()) return QStringLiteral("device_revoked");
    return user.status == UserStatus::Disabled ? QStringLiteral("account_disabled") : QString();
}

}  // namespace

/// What is known before the transaction that records the verdict.
struct RegistrationService::Facts {
    QString customerId;  ///< empty: neither the device nor the claimed customer exists
    bool known = false;
    bool matches = false;
    bool allowed = true;  ///< the address
};

RegistrationService::RegistrationService(Database &database, const Clock &clock, AuditLog &audit, Limits limits)
    : m_database(database),
      m_clock(clock),
      m_audit(audit),
      m_limits(limits),
      m_byAddress(double(limits.perWindow) / limits.windowSeconds, limits.perWindow),
      m_refusals(double(limits.refusedPerWindow) / limits.windowSeconds, limits.refusedPerWindow),
      m_paceEvents(1.0 / limits.windowSeconds, 1)
{
}

Result<RegistrationService::Facts> RegistrationService::factsOf(const Attempt &attempt)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    // Both questions are asked for every name, the known and the unknown.
    const Result<DeviceTable::Known> known = DeviceTable(*connection).bySipUser(attempt.sipUser, m_clock.nowUtc());
    if (!known && known.error().code != Errc::NotFound) return known.error();
    const Result<Customer> claimed = CustomerTable(*connection).bySlug(slugOfSipUser(attempt.sipUser));
    if (!claimed && claimed.error().code != Errc::NotFound) return claimed.error();

    if (known && m_due)
        if (const Result<bool> gone = m_due->carryOutDue(known->customerId, known->device.userId); !gone)
            return gone.error();

    Facts facts;
    facts.known = known.ok();
    facts.customerId = known ? known->customerId : claimed ? claimed->id : QString();
    if (m_mayRegister && !facts.customerId.isEmpty()) {
        const Result<bool> allowed =
            m_mayRegister(facts.customerId, known ? known->device.kind : DeviceKind::Phone, attempt.origin.address);
        if (!allowed) return allowed.error();
        facts.allowed = *allowed;
    }
    facts.matches = deviceSecretMatches(attempt.secret, known ? known->secretHash : QByteArray()) && facts.known;
    return facts;
}

RegistrationService::Verdict RegistrationService::run(const Attempt &attempt)
{
    const QString bucket = bucketOf(attempt.origin.address);
    const RateLimiter::Verdict pace = m_byAddress.take(bucket, m_clock.nowUtc());
    if (!pace.allowed)
        return Refused{makeError(Errc::RateLimited, QStringLiteral("There were too many registrations from this "
                                                                   "address. Wait and try again.")),
                       pace.retryAfterSeconds};
    const Result<Facts> facts = factsOf(attempt);
    // An address that is blocked: the caller is told to wait, as with every other limit.
    if (!facts && facts.error().code == Errc::RateLimited) return Refused{facts.error(), m_limits.windowSeconds};
    if (!facts) return failed(facts.error());
    // Nobody's log has a place for a name without a customer.
    if (facts->customerId.isEmpty()) return failed(wrong());
    return judge(attempt, *facts);
}

RegistrationService::Verdict RegistrationService::judge(const Attempt &attempt, const Facts &facts)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return failed(transaction.error());
    const QDateTime now = m_clock.nowUtc();
    if (!facts.known)
        return refuse(attempt, facts, *transaction, facts.allowed ? "no_such_device" : "address_not_allowed", wrong());
    // Read again: the device may have been revoked, or have got a new secret, since the facts were gathered.
    const Result<DeviceTable::Known> known = DeviceTable(transaction->connection()).bySipUser(attempt.sipUser, now);
    if (!known) return failed(known.error());
    const Result<User> user = UserTable(transaction->connection()).byId(known->customerId, known->device.userId);
    if (!user) return failed(user.error());
    const bool matches = facts.matches && deviceSecretMatches(attempt.secret, known->secretHash);

    // The address comes before the secret; only who knows the secret learns more than that something is wrong.
    const auto no = [&](const char *reason, const QString &sentence) {
        return refuse(attempt, facts, *transaction, reason, matches ? makeError(Errc::Forbidden, sentence) : wrong());
    };
    if (!facts.allowed)
        return no("address_not_allowed",
                  QStringLiteral("The device may not register from %1: the network is not on the allowlist.")
                      .arg(attempt.origin.address));
    if (!matches) return no("wrong_secret", QString());
    const QString closed = closedBecause(known->device, *user);
    if (closed == QLatin1String("device_revoked"))
        return no("device_revoked", QStringLiteral("The device is revoked. Ask an administrator for a new one."));
    if (!closed.isEmpty())
        return no("account_disabled",
                  QStringLiteral("The account that the device belongs to is disabled. Ask an administrator."));
    const Verdict verdict = grant(attempt, *transaction, *known, now);
    if (const auto *refused = std::get_if<Refused>(&verdict); refused && refused->error.code == Errc::Conflict)
        return refuse(attempt, facts, *transaction, "too_many_registrations", refused->error);
    if (std::holds_alternative<Refused>(verdict)) return verdict;
    if (Result<void> saved = transaction->commit(); !saved) return failed(saved.error());
    return verdict;
}

Result<QString> RegistrationService::closed(const QString &sipUser)
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const Result<DeviceTable::Known> known = DeviceTable(*connection).bySipUser(sipUser, m_clock.nowUtc());
    if (!known) return known.error();
    const Result<User> user = UserTable(*connection).byId(known->customerId, known->device.userId);
    if (!user) return user.error();
    return closedBecause(known->device, *user);
}

RegistrationService::Verdict RegistrationService::grant(const Attempt &attempt, const Transaction &transaction,
                                                        const DeviceTable::Known &known, const QDateTime &now)
{
    DeviceTable table(transaction.connection());
    const Device &device = known.device;
    const auto write = [&](EventKind kind, const QString &reason, const QString &detail) -> Result<void> {
        AuditEvent event =
            authEvent(kind, Outcome::Success, deviceActor(device), attempt.origin, deviceRef(device), reason);
        event.detail = detail;
        const Result<quint64> written = m_audit.append(transaction, known.customerId, std::move(event));
        return written ? Result<void>() : written.error();
    };
    const QString where = QStringLiteral("“%1” at %2").arg(device.label, attempt.contact);
    if (attempt.expires == 0) {
        const Result<bool> ended = table.unregister(device.id, attempt.contact);
        if (!ended) return failed(ended.error());
        if (*ended)
            if (Result<void> written = write(EventKind::Logout, QStringLiteral("unregistered"), where); !written)
                return failed(written.error());
        return Granted{now};
    }
    const Result<QList<RegistrationRow>> live = table.registrations(device.id, now);
    if (!live) return failed(live.error());
    const bool isLive = std::any_of(live->begin(), live->end(),
                                    [&](const RegistrationRow &row) { return row.contact == attempt.contact; });
    if (!isLive && live->size() >= protocol::limits::registrationsPerDevice)
        return failed(makeError(Errc::Conflict, QStringLiteral("The device is registered at %1 places already, which "
                                                               "is the most.")
                                                    .arg(live->size())));
    const Granted granted{now.addSecs(attempt.expires)};
    const Result<bool> began =
        table.registerContact({device.id, attempt.contact, attempt.origin.address, now, granted.expiresAt});
    if (!began) return failed(began.error());
    if (!*began) return granted;
    const Result<Customer> customer = CustomerTable(transaction.connection()).byId(known.customerId);
    if (!customer) return failed(customer.error());
    const bool overdue = policy::deviceSecretAge(device, customer->passwordPolicy, now).mustChange;
    const Result<void> written =
        write(EventKind::DeviceRegistered, overdue ? QStringLiteral("secret_overdue") : QString(),
              overdue ? where + QStringLiteral("; its secret of %1 is overdue").arg(toRfc3339(device.secretChangedAt))
                      : where);
    if (!written) return failed(written.error());
    return granted;
}

RegistrationService::Verdict RegistrationService::refuse(const Attempt &attempt, const Facts &facts,
                                                         Transaction &transaction, const char *reason, Error error)
{
    const QString bucket = bucketOf(attempt.origin.address);
    const QDateTime now = m_clock.nowUtc();
    const RateLimiter::Verdict pace = m_refusals.take(bucket, now);
    if (!pace.allowed && !m_paceEvents.take(bucket, now).allowed)
        return Refused{makeError(Errc::RateLimited, QStringLiteral("There were too many refused registrations from "
                                                                   "this address. Wait and try again.")),
                       pace.retryAfterSeconds};
    const Result<DeviceTable::Known> known = DeviceTable(transaction.connection()).bySipUser(attempt.sipUser, now);
    AuditEvent event = authEvent(EventKind::DeviceRefused, Outcome::Failure,
                                 known ? deviceActor(known->device) : claimedBy(attempt.sipUser), attempt.origin,
                                 known ? deviceRef(known->device) : deviceNamed(attempt.sipUser),
                                 pace.allowed ? QLatin1String(reason) : QLatin1String("rate_limited"));
    event.detail = attempt.contact;
    const Result<quint64> written = m_audit.append(transaction, facts.customerId, std::move(event));
    if (!written) return failed(written.error());
    if (m_onRefusal)
        if (Result<void> told = m_onRefusal(transaction, facts.customerId, attempt.sipUser, attempt.origin.address);
            !told)
            return failed(told.error());
    if (Result<void> saved = transaction.commit(); !saved) return failed(saved.error());
    return Refused{std::move(error), 0};
}

Result<int> RegistrationService::sweep()
{
    const Result<QSqlDatabase> connection = m_database.connection();
    if (!connection) return connection.error();
    const QDateTime now = m_clock.nowUtc();
    // Asked without the writers' turn first: most rounds find nothing.
    const Result<QList<DeviceTable::Ended>> candidates = DeviceTable(*connection).endedBy(now, sweepBatch);
    if (!candidates) return candidates.error();
    if (candidates->isEmpty()) return 0;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    DeviceTable table(transaction->connection());
    const Result<QList<DeviceTable::Ended>> ended = table.endedBy(now, sweepBatch);
    if (!ended) return ended.error();
    for (const DeviceTable::Ended &entry : *ended) {
        const RegistrationRow &row = entry.registration;
        if (const Result<bool> removed = table.unregister(row.deviceId, row.contact); !removed) return removed.error();
        AuditEvent event = authEvent(
            EventKind::SessionExpired, Outcome::Success, Actor{ActorType::Device, row.deviceId, entry.sipUser},
            Origin{row.address, 0, QStringLiteral("SIP"), {}},
            ObjectRef{QStringLiteral("device"), row.deviceId, entry.sipUser}, QStringLiteral("registration"));
        event.detail = row.contact;
        if (const Result<quint64> written = m_audit.append(*transaction, entry.customerId, std::move(event)); !written)
            return written.error();
    }
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return static_cast<int>(ended->size());
}

}  // namespace lw::server

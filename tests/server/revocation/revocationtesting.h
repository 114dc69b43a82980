// SPDX-License-Identifier: GPL-3.0-or-later
// A customer with an owner and a person who is going to leave: three open sessions, two devices with a registration
// each, and a second factor half set up.
#pragma once

#include "core/policy/revocation.h"
#include "server/devices/devicesecret.h"
#include "server/store/departuretable.h"
#include "server/store/devicetable.h"
#include "server/store/mfatable.h"
#include "server/store/sessiontable.h"
#include "server/store/statement.h"
#include "tests/server/auth/testbackend.h"

namespace lw::server::test {

class LeavingPerson {
  public:
    explicit LeavingPerson(const QString &role = QStringLiteral("auditor"))
        : acme(backEnd.addCustomer(QStringLiteral("acme"))),
          owner(backEnd.addUser(acme, QStringLiteral("owner"))),
          ann(backEnd.addUser(acme, QStringLiteral("ann"), role))
    {
        for (int i = 0; i < 3; ++i)
            tokens.append(openSession(QStringLiteral("ann")));
        for (int i = 0; i < 2; ++i)
            addDevice(QStringLiteral("acme-device%1").arg(i));
        write([&](const QSqlDatabase &connection) {
            must(MfaTable(connection).begin(ann.id, {toSecret("12345678901234567890"), now()}));
        });
    }

    QDateTime now() const { return backEnd.clock.nowUtc(); }
    Services &services() { return *backEnd.services; }
    RevocationService &revocation() { return backEnd.services->revocation; }
    QSqlDatabase connection() { return must(services().database->connection()); }

    template <typename Change>
    void write(const Change &change)
    {
        Transaction transaction = must(Transaction::begin(*services().database));
        change(transaction.connection());
        must(transaction.commit());
    }

    Secret openSession(const QString &login)
    {
        return std::get<SignIn::Granted>(backEnd.signIn(QStringLiteral("acme"), login)).session.token;
    }

    void addDevice(const QString &sipUser)
    {
        const Device device{
            makeIdentifier("dev", now()), ann.id, DeviceKind::Phone, sipUser, sipUser, now(), now(), {}, 0, {}};
        write([&](const QSqlDatabase &connection) {
            DeviceTable table(connection);
            must(table.insert(acme.id, device, deviceSecretHash(toSecret("device-secret"))));
            must(table.registerContact({device.id, QStringLiteral("sip:") + sipUser, QStringLiteral("192.0.2.7"), now(),
                                        now().addSecs(3600)}));
        });
    }

    Principal author(const QString &role = QStringLiteral("owner")) const
    {
        Principal principal;
        principal.userId = owner.id;
        principal.login = owner.login;
        principal.customerId = acme.id;
        principal.customerSlug = acme.slug;
        principal.roles = QStringList{role};
        principal.permissions = permissionsOf(principal.roles);
        return principal;
    }

    protocol::NewDeparture leaves(const User &user, qint64 afterSeconds) const
    {
        protocol::NewDeparture wish;
        wish.userId = user.id;
        wish.departedAt = now().addSecs(afterSeconds);
        wish.reason = QStringLiteral("end of contract");
        return wish;
    }

    protocol::NewDeparture moves(const User &user, qint64 afterSeconds, const QStringList &roles) const
    {
        protocol::NewDeparture wish = leaves(user, afterSeconds);
        wish.kind = DepartureKind::Reassignment;
        wish.newRoles = roles;
        return wish;
    }

    Result<QList<Departure>> tryOpen(const QList<protocol::NewDeparture> &wishes,
                                     const QString &role = QStringLiteral("owner"))
    {
        return revocation().open(author(role), Origin(), wishes, {});
    }
    Departure open(const protocol::NewDeparture &wish) { return must(tryOpen({wish})).first(); }

    DepartureRow row(const Departure &departure)
    {
        return must(DepartureTable(connection()).byId(acme.id, departure.id));
    }
    Departure present(const Departure &departure) { return row(departure).departure; }

    RevocationService::Round round() { return must(revocation().runDue()); }

    User user(const QString &login = QStringLiteral("ann")) { return backEnd.user(acme, login); }
    qsizetype sessionCount() { return must(SessionTable(connection()).ofUser(ann.id)).size(); }
    int liveTokens()
    {
        int live = 0;
        for (const Secret &token : tokens)
            live += services().sessions.authenticate(token, backEnd.request()).ok();
        return live;
    }
    int registrations()
    {
        int count = 0;
        for (const Device &device : must(DeviceTable(connection()).ofUser(acme.id, ann.id, now())))
            count += device.registrations;
        return count;
    }
    int openDevices()
    {
        int count = 0;
        for (const Device &device : must(DeviceTable(connection()).ofUser(acme.id, ann.id, now())))
            count += !device.revokedAt.isValid();
        return count;
    }

    /// The back end ends and starts again on the same store.
    void restart()
    {
        backEnd.services.reset();
        backEnd.services = must(Services::open(backEnd.config({1'000'000, 60}), backEnd.clock, backEnd.key));
    }

    QStringList outcomes(const Departure &departure) const
    {
        QStringList list;
        for (const ProbeResult &probe : departure.probes)
            list.append(probe.what + (probe.passed ? QStringLiteral(" ok") : QStringLiteral(" FAILED")));
        return list;
    }

    TestBackEnd backEnd;
    Customer acme;
    User owner;
    User ann;
    QList<Secret> tokens;
};

}  // namespace lw::server::test

// SPDX-License-Identifier: GPL-3.0-or-later
// A customer with two administrators and a person who may not change the list, all signed in from the office.
#pragma once

#include "tests/server/auth/testbackend.h"

namespace lw::server::test {

inline const QString office = QStringLiteral("192.0.2.10");
inline const QString elsewhere = QStringLiteral("198.51.100.7");

class NetworkCompany {
  public:
    NetworkCompany()
    {
        customer = backEnd.addCustomer(QStringLiteral("acme"));
        anna = signedIn(QStringLiteral("anna"), QStringLiteral("owner"), office);
        ben = signedIn(QStringLiteral("ben"), QStringLiteral("administrator"), QStringLiteral("203.0.113.5"));
    }

    struct Person {
        User user;
        Principal principal;
        QByteArray token;
    };

    Person signedIn(const QString &login, const QString &role, const QString &address)
    {
        Person person;
        person.user = backEnd.addUser(customer, login, role);
        const SignIn::Outcome outcome = backEnd.signIn(customer.slug, login, goodPassword, {}, address);
        const auto *granted = std::get_if<SignIn::Granted>(&outcome);
        if (!granted) qFatal("%s", qUtf8Printable(std::get<SignIn::Refused>(outcome).error.message));
        person.token = granted->session.token.toByteArray();
        person.principal.sessionId = granted->session.id;
        person.principal.userId = person.user.id;
        person.principal.login = login;
        person.principal.customerId = customer.id;
        return person;
    }

    static Origin from(const QString &address)
    {
        return Origin{address, 0, QStringLiteral("console"), QStringLiteral("test")};
    }

    static protocol::AllowlistChange listOf(const QStringList &networks, bool enforced = true)
    {
        protocol::AllowlistChange change;
        change.enforced = enforced;
        for (const QString &network : networks)
            change.networks.append({network, QStringLiteral("label"), {}, {}});
        return change;
    }

    Result<protocol::NetworkAccess> change(const protocol::AllowlistChange &wish, const QString &address = office)
    {
        return backEnd.services->network.change({anna.principal, from(address)}, wish,
                                                [](const QByteArray &) { return Result<void>(); });
    }
    Result<protocol::NetworkAccess> confirm(const Person &person, const QString &address = office)
    {
        return backEnd.services->network.confirm({person.principal, from(address)}, store());
    }
    Result<protocol::NetworkAccess> revert(const Person &person)
    {
        return backEnd.services->network.revert({person.principal, from(office)}, store());
    }
    Allowlist list() { return must(backEnd.services->network.current(customer.id, office)).allowlist; }
    bool allows(const QString &address) { return must(backEnd.services->network.allowsPeople(customer.id, address)); }

    /// Whether the token opens something from there.
    bool opens(const Person &person, const QString &address)
    {
        Request request = backEnd.request();
        request.peerAddress = address;
        return backEnd.services->sessions.authenticate(toSecret(person.token), request).ok();
    }

    /// The back end ends and starts again on the same store.
    void restart()
    {
        backEnd.services.reset();
        backEnd.services = must(Services::open(backEnd.config({1'000'000, 60}), backEnd.clock, backEnd.key));
    }

    /// The kinds and reasons told since `first`.
    QStringList story(size_t first) { return backEnd.story(customer, first); }
    size_t told() { return backEnd.events(customer).size(); }

    TestBackEnd backEnd;
    Customer customer;
    Person anna;
    Person ben;

  private:
    static NetworkAccessService::AlsoStore store()
    {
        return [](const Transaction &, const protocol::NetworkAccess &) { return Result<void>(); };
    }
};

}  // namespace lw::server::test

// SPDX-License-Identifier: GPL-3.0-or-later
// All services of a back end over a store of its own, with cheap password hashes and a clock that stands still.
#pragma once

#include "core/audit/eventcodec.h"
#include "core/audit/purgedleaf.h"
#include "server/auth/authevents.h"
#include "server/routes/services.h"
#include "server/store/credentialtable.h"
#include "server/store/customertable.h"
#include "server/store/identifier.h"
#include "server/store/usertable.h"
#include "tests/server/store/teststore.h"

namespace lw::server::test {

inline const QByteArray goodPassword("violet-harbour-lantern-9");

class TestBackEnd {
  public:
    explicit TestBackEnd(SignIn::Limits signIn = {1'000'000, 60})
        : clock(noon), services(must(Services::open(config(signIn), clock, key)))
    {
    }

    ServicesConfig config(SignIn::Limits signIn) const
    {
        ServicesConfig config;
        config.databaseFile = folder.filePath(QStringLiteral("store.sqlite"));
        config.backEndName = QStringLiteral("backend.test");
        config.passwordCost = {1, 8192};
        config.signIn = signIn;
        return config;
    }

    Customer addCustomer(const QString &slug, const PasswordPolicy &policy = {})
    {
        const Customer customer{makeIdentifier("cus", clock.nowUtc()), slug, slug.toUpper() + QStringLiteral(" Ltd"),
                                QStringLiteral("Europe/London"), policy};
        Transaction transaction = must(Transaction::begin(*services->database));
        must(CustomerTable(transaction.connection()).insert(customer));
        must(services->audit.create(transaction, customer.id, services->backEndName, slug));
        must(transaction.commit());
        return customer;
    }

    /// With goodPassword, changed a day ago.
    User addUser(const Customer &customer, const QString &login, const QString &role = QStringLiteral("owner"),
                 const Secret &totp = {})
    {
        User user;
        user.id = makeIdentifier("usr", clock.nowUtc());
        user.login = login;
        user.displayName = QStringLiteral("Name of ") + login;
        user.department = QStringLiteral("IT");
        user.roles = QStringList{role};
        user.createdAt = clock.nowUtc().addDays(-100);
        user.passwordChangedAt = clock.nowUtc().addDays(-1);
        user.mfa = totp.isEmpty() ? MfaKind::None : MfaKind::Totp;
        Credential credential;
        credential.passwordHash = must(services->hasher.hash(toSecret(goodPassword)));
        credential.totpSecret = totp;
        Transaction transaction = must(Transaction::begin(*services->database));
        must(UserTable(transaction.connection()).insert(customer.id, user));
        must(CredentialTable(transaction.connection()).insert(user.id, credential));
        must(transaction.commit());
        return user;
    }

    void update(const User &user)
    {
        Transaction transaction = must(Transaction::begin(*services->database));
        must(UserTable(transaction.connection()).update(user));
        must(transaction.commit());
    }

    User user(const Customer &customer, const QString &login)
    {
        return must(UserTable(must(services->database->connection())).byLogin(customer.id, login));
    }

    SignIn::Outcome signIn(const QString &customer, const QString &login, const QByteArray &password = goodPassword,
                           const QString &totp = {}, const QString &address = QStringLiteral("192.0.2.10"))
    {
        return services->signIn.run({customer, login, toSecret(password), totp,
                                     Origin{address, 50'000, QStringLiteral("console"), QStringLiteral("test")},
                                     QByteArray()});
    }

    /// The error of a refused sign-in; Errc::Internal with "granted" when it was not.
    Error refusal(const SignIn::Outcome &outcome)
    {
        if (const auto *refused = std::get_if<SignIn::Refused>(&outcome)) return refused->error;
        return makeError(Errc::Internal, QStringLiteral("granted"));
    }

    /// Those whose content was not purged.
    std::vector<AuditEvent> events(const Customer &customer)
    {
        std::vector<AuditEvent> all;
        const quint64 size = must(services->audit.head(customer.id)).size;
        for (quint64 i = 0; i < size; ++i)
            if (const QByteArray leaf = must(services->audit.leaf(customer.id, i)); !audit::purgedHash(leaf))
                all.push_back(must(audit::eventFromLeaf(leaf)));
        return all;
    }

    /// "kind/outcome/reason" of every event from `first` on.
    QStringList story(const Customer &customer, size_t first = 0)
    {
        QStringList told;
        const std::vector<AuditEvent> all = events(customer);
        for (size_t i = first; i < all.size(); ++i)
            told.append(kindName(all[i].kind) + QLatin1Char('/') + outcomeName(all[i].outcome) +
                        (all[i].reason.isEmpty() ? QString() : QLatin1Char('/') + all[i].reason));
        return told;
    }

    Request request() const
    {
        Request request;
        request.method = "GET";
        request.peerAddress = QStringLiteral("192.0.2.10");
        request.operationId = QStringLiteral("listUsers");
        return request;
    }

    SecretMemory secrets;
    QTemporaryDir folder;
    FixedClock clock;
    audit::Signer key = must(audit::Signer::generate(QStringLiteral("test")));
    std::unique_ptr<Services> services;
};

}  // namespace lw::server::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/demo.h"

#include "server/auth/authevents.h"
#include "server/auth/firststart.h"
#include "server/auth/token.h"
#include "server/demo/demoaccess.h"
#include "server/demo/demoincidents.h"
#include "server/demo/demoofficedays.h"
#include "server/demo/demopasswords.h"
#include "server/store/credentialtable.h"
#include "server/store/customertable.h"
#include "server/store/identifier.h"
#include "server/store/sessiontable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {

constexpr int totpSecretBytes = 20;

Result<void> storePerson(const Transaction &transaction, const QString &customerId, const DemoPerson &person,
                         const QByteArray &hash)
{
    if (Result<void> stored = UserTable(transaction.connection()).insert(customerId, person.user); !stored)
        return stored;
    Credential credential;
    credential.passwordHash = hash;  // only the owner has one: nobody else of the demo signs in
    if (person.user.mfa == MfaKind::Totp) credential.totpSecret = randomSecret(totpSecretBytes);
    if (person.user.status == UserStatus::Locked) {
        credential.failures = PasswordPolicy().lockAfterFailures;
        credential.lastFailureAt = person.user.lockedUntil.addSecs(-30 * 60);
    }
    return CredentialTable(transaction.connection()).insert(person.user.id, credential);
}

Result<void> storeSessions(const Transaction &transaction, const QString &customerId, const DemoHistory &history)
{
    SessionTable table(transaction.connection());
    for (const DemoSession &session : history.openSessions()) {
        // Nobody knows these tokens: the sessions are there to expire, as the log promises.
        const SessionRow row{session.id,        tokenHash(newToken()), session.userId,         customerId,
                             session.createdAt, session.lastSeenAt,    session.origin.address, session.origin.agent};
        if (Result<void> stored = table.insert(row); !stored) return stored;
    }
    return {};
}

AuditEvent customerCreated(const Customer &customer, const QDateTime &start, DemoRandom &random)
{
    AuditEvent event = authEvent(EventKind::CustomerCreated, Outcome::Success, backEndItself(), Origin(),
                                 ObjectRef{QStringLiteral("customer"), customer.id, customer.slug});
    event.id = identifierFrom("evt", start, random.seedBytes());
    event.time = start;
    event.detail = QStringLiteral("Moved here from the former system, with 59 people");
    event.after = summaryOf(customer);
    return event;
}

}  // namespace

Result<DemoResult> fillDemo(Database &database, AuditLog &audit, PasswordHasher &hasher, const DemoWish &wish)
{
    DemoRandom random(wish.seed);
    DemoHistory history(random, QTimeZone("Europe/London"), wish.now, wish.days);
    DemoResult result;
    result.customer = demoCustomer(random, history.start());
    std::vector<DemoPerson> people = demoPeople(random, history.start(), history.now());
    chooseLeavers(history, people);
    addPasswordChanges(history, people);
    addOfficeDays(history, people);
    addPhones(history, people);
    addIncidents(history, people);
    addLateSessions(history, people);
    const AuditEvent created = customerCreated(result.customer, history.start(), random);
    result.customer = addRules(history, people, result.customer);
    DemoAccess access;
    addDevices(history, people, access);
    addNetwork(history, people, access);
    addNumbers(history, people, access);
    addCalls(history, people, access);
    addRetention(history, people, access);
    addRoles(history, people, access);
    addNotices(history, people, access);
    addDepartures(history, people, access);
    const std::vector<AuditEvent> events = history.takeEvents();

    result.login = people.front().user.login;
    result.password = newOneTimePassword();
    const Result<QByteArray> hash = hasher.hash(result.password);
    if (!hash) return hash.error();

    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    if (Result<void> stored = storeCustomer(*transaction, audit, wish.backEndName, result.customer, created); !stored)
        return stored.error();
    for (DemoPerson &person : people) {
        if (!person.idle) person.user.lastLoginAt = history.lastLogin(person.user.id);
        const bool isOwner = person.user.login == result.login;
        if (Result<void> stored = storePerson(*transaction, result.customer.id, person, isOwner ? *hash : QByteArray());
            !stored)
            return stored.error();
    }
    if (Result<void> stored = storeSessions(*transaction, result.customer.id, history); !stored) return stored.error();
    if (Result<void> stored = storeAccess(*transaction, result.customer.id, access); !stored) return stored.error();
    if (Result<void> stored = storeCalls(*transaction, result.customer.id, access); !stored) return stored.error();
    if (Result<void> stored = storeRetention(*transaction, result.customer.id, access); !stored) return stored.error();
    const Result<quint64> first = audit.append(*transaction, result.customer.id, std::span<const AuditEvent>(events));
    if (!first) return first.error();
    result.events = *first + events.size();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return result;
}

}  // namespace lw::server

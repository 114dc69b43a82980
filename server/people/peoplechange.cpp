// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/people/peoplechange.h"

#include "core/policy/rotation.h"
#include "core/util/time.h"
#include "server/auth/authevents.h"
#include "server/auth/passwordhasher.h"
#include "server/people/personview.h"
#include "server/people/roster.h"
#include "server/store/credentialtable.h"
#include "server/store/identifier.h"
#include "server/store/noticetable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {

AuditEvent accountEvent(EventKind kind, const Doer &doer, const User &user, const QString &reason = {})
{
    return authEvent(kind, Outcome::Success, actorOf(doer.principal), doer.origin, accountOf(user), reason);
}

AuditEvent changeEvent(EventKind kind, const Doer &doer, const User &before, const User &after)
{
    AuditEvent event = accountEvent(kind, doer, after);
    event.before = recordOf(before);
    event.after = recordOf(after);
    return event;
}

/// The error of one of many says whom it is about.
Error ofPerson(Error error, const User &user)
{
    if (!error.message.contains(user.login)) error.message = user.login + QStringLiteral(": ") + error.message;
    error.field = QStringLiteral("userIds");
    return error;
}

Error notAmongThem(Error error)
{
    if (error.code == Errc::NotFound) error.field = QStringLiteral("userIds");
    return error;
}

}  // namespace

PeopleChange::PeopleChange(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions,
                           DeviceService &devices)
    : m_database(database), m_clock(clock), m_audit(audit), m_sessions(sessions), m_devices(devices)
{
}

Result<void> PeopleChange::endSessions(const Transaction &transaction, const Doer &doer, const User &user,
                                       const QString &reason)
{
    const Result<QList<SessionRow>> open = SessionTable(transaction.connection()).ofUser(user.id);
    if (!open) return open.error();
    const Result<int> ended = m_sessions.revoke(transaction, user, *open, actorOf(doer.principal), doer.origin, reason);
    if (!ended) return ended.error();
    return {};
}

Result<void> PeopleChange::endAccess(const Transaction &transaction, const Doer &doer, const User &user)
{
    const auto reason = QStringLiteral("account_disabled");
    if (Result<void> ended = endSessions(transaction, doer, user, reason); !ended) return ended;
    const Result<int> revoked = m_devices.revokeAllOf(transaction, doer.principal.customerId, user,
                                                      actorOf(doer.principal), doer.origin, reason);
    if (!revoked) return revoked.error();
    return {};
}

Result<std::vector<AuditEvent>> PeopleChange::store(const Transaction &transaction, const Doer &doer,
                                                    const User &before, const User &after)
{
    if (Result<void> stored = UserTable(transaction.connection()).update(after); !stored) return stored.error();
    std::vector<AuditEvent> events{changeEvent(EventKind::UserChanged, doer, before, after)};
    if (before.status == after.status) return events;
    if (after.status == UserStatus::Disabled) {
        events.push_back(accountEvent(EventKind::AccessRevoked, doer, after, QStringLiteral("account_disabled")));
        if (Result<void> ended = endAccess(transaction, doer, after); !ended) return ended.error();
        return events;
    }
    if (before.status == UserStatus::Locked)
        events.push_back(accountEvent(EventKind::AccountUnlocked, doer, after, QStringLiteral("by_administrator")));
    // Old failures must not lock the account again at the first slip.
    if (Result<void> stored = CredentialTable(transaction.connection()).setFailures(after.id, 0, {}); !stored)
        return stored.error();
    return events;
}

Result<Secret> PeopleChange::storeNew(const Transaction &transaction, const Doer &doer, const User &user,
                                      std::vector<AuditEvent> &events)
{
    const PasswordHasher::OneTime oneTime = PasswordHasher::makeOneTime();
    if (Result<void> stored = UserTable(transaction.connection()).insert(doer.principal.customerId, user); !stored)
        return stored.error();
    Credential credential;
    credential.passwordHash = oneTime.hash;
    if (Result<void> stored = CredentialTable(transaction.connection()).insert(user.id, credential); !stored)
        return stored.error();
    events.push_back(accountEvent(EventKind::UserCreated, doer, user));
    events.back().after = recordOf(user);
    return oneTime.password;
}

Result<void> PeopleChange::finish(Transaction &transaction, const Doer &doer, const std::vector<AuditEvent> &events)
{
    if (!events.empty()) {
        const Result<quint64> written =
            m_audit.append(transaction, doer.principal.customerId, std::span<const AuditEvent>(events));
        if (!written) return written.error();
    }
    return transaction.commit();
}

Result<protocol::UserWithPassword> PeopleChange::create(const Doer &doer, const protocol::NewUser &wish,
                                                        const AlsoStore<protocol::UserWithPassword> &alsoStore)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    const Result<Roster> roster = Roster::read(transaction->connection(), doer.principal);
    if (!roster) return roster.error();
    Result<User> user = roster->created(wish, now);
    if (!user) return user.error();
    user->id = makeIdentifier("usr", now);
    std::vector<AuditEvent> events;
    const Result<Secret> password = storeNew(*transaction, doer, *user, events);
    if (!password) return password.error();
    const protocol::UserWithPassword made{entryOf(*user, roster->customer().passwordPolicy, now), *password};
    if (Result<void> kept = alsoStore(*transaction, made); !kept) return kept.error();
    if (Result<void> saved = finish(*transaction, doer, events); !saved) return saved.error();
    return made;
}

Result<protocol::UserEntry> PeopleChange::patch(const Doer &doer, const QString &userId,
                                                const protocol::UserPatch &patch, const Check &check)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    const Result<Roster> roster = Roster::read(transaction->connection(), doer.principal);
    if (!roster) return roster.error();
    const Result<User> present = roster->byId(userId);
    if (!present) return present.error();
    const PasswordPolicy &policy = roster->customer().passwordPolicy;
    if (Result<void> seen = check(entryOf(*present, policy, now)); !seen) return seen.error();
    const Result<User> after = roster->changed(*present, patch, now);
    if (!after) return after.error();
    if (Result<void> owned = roster->keepsAnOwner(*present, *after); !owned) return owned.error();
    if (*after == *present) return entryOf(*present, policy, now);
    const Result<std::vector<AuditEvent>> events = store(*transaction, doer, *present, *after);
    if (!events) return events.error();
    if (Result<void> saved = finish(*transaction, doer, *events); !saved) return saved.error();
    return entryOf(*after, policy, now);
}

Result<protocol::UserWithPassword> PeopleChange::resetPassword(const Doer &doer, const QString &userId,
                                                               const AlsoStore<protocol::UserWithPassword> &alsoStore)
{
    const PasswordHasher::OneTime oneTime = PasswordHasher::makeOneTime();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    const Result<Roster> roster = Roster::read(transaction->connection(), doer.principal);
    if (!roster) return roster.error();
    const Result<User> present = roster->byId(userId);
    if (!present) return present.error();
    if (present->id == doer.principal.userId)
        return makeError(Errc::Conflict,
                         QStringLiteral("Change your own password instead: that asks for the present one."));
    if (Result<void> may = roster->mayManage(*present); !may) return may.error();
    if (present->status == UserStatus::Disabled)
        return makeError(Errc::Conflict, QStringLiteral("The account is disabled. Enable it first."));

    const PasswordPolicy &policy = roster->customer().passwordPolicy;
    CredentialTable credentials(transaction->connection());
    if (Result<void> stored = credentials.replacePassword(userId, oneTime.hash, now, policy.history); !stored)
        return stored.error();
    if (Result<void> stored = credentials.setFailures(userId, 0, {}); !stored) return stored.error();
    User after = *present;
    after.mustChangePassword = true;
    after.status = UserStatus::Active;
    after.lockedUntil = {};
    if (Result<void> stored = UserTable(transaction->connection()).update(after); !stored) return stored.error();
    if (Result<void> ended = endSessions(*transaction, doer, after, QStringLiteral("password_reset")); !ended)
        return ended.error();
    const Result<bool> queued =
        NoticeTable(transaction->connection())
            .queue(doer.principal.customerId, userId, NoticeKind::PasswordReset, toRfc3339(now), now);
    if (!queued) return queued.error();
    std::vector<AuditEvent> events{accountEvent(EventKind::PasswordReset, doer, after)};
    if (present->status == UserStatus::Locked)
        events.push_back(accountEvent(EventKind::AccountUnlocked, doer, after, QStringLiteral("by_administrator")));
    const protocol::UserWithPassword made{entryOf(after, policy, now), oneTime.password};
    if (Result<void> kept = alsoStore(*transaction, made); !kept) return kept.error();
    if (Result<void> saved = finish(*transaction, doer, events); !saved) return saved.error();
    return made;
}

Result<void> PeopleChange::expire(const Doer &doer, const protocol::UserSelection &who, const AlsoStore<int> &alsoStore)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    const Result<Roster> roster = Roster::read(transaction->connection(), doer.principal);
    if (!roster) return roster.error();
    const QList<QDateTime> due = policy::spreadOver(who.userIds, who.spreadDays, now);
    UserTable table(transaction->connection());
    std::vector<AuditEvent> events;
    for (qsizetype i = 0; i < who.userIds.size(); ++i) {
        const Result<User> present = roster->byId(who.userIds[i]);
        if (!present) return notAmongThem(present.error());
        // Whoever was told an earlier date keeps it.
        const bool earlier = present->passwordDueAt.isValid() && present->passwordDueAt <= due[i] &&
                             !(present->passwordDueAt < present->passwordChangedAt);
        if (earlier) continue;
        User after = *present;
        after.passwordDueAt = due[i];
        if (Result<void> stored = table.update(after); !stored) return stored;
        events.push_back(changeEvent(EventKind::PasswordExpired, doer, *present, after));
    }
    if (Result<void> kept = alsoStore(*transaction, static_cast<int>(events.size())); !kept) return kept;
    return finish(*transaction, doer, events);
}

Result<void> PeopleChange::disable(const Doer &doer, const protocol::UserSelection &who,
                                   const AlsoStore<int> &alsoStore)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction) return transaction.error();
    const QDateTime now = m_clock.nowUtc();
    Result<Roster> roster = Roster::read(transaction->connection(), doer.principal);
    if (!roster) return roster.error();
    protocol::UserPatch patch;
    patch.status = UserStatus::Disabled;
    std::vector<AuditEvent> events;
    int count = 0;
    for (const QString &id : who.userIds) {
        const Result<User> present = roster->byId(id);
        if (!present) return notAmongThem(present.error());
        const Result<User> after = roster->changed(*present, patch, now);
        if (!after) return ofPerson(after.error(), *present);
        if (*after == *present) continue;
        if (Result<void> owned = roster->keepsAnOwner(*present, *after); !owned)
            return ofPerson(owned.error(), *present);
        roster->put(*after);
        const Result<std::vector<AuditEvent>> told = store(*transaction, doer, *present, *after);
        if (!told) return told.error();
        events.insert(events.end(), told->begin(), told->end());
        ++count;
    }
    if (Result<void> kept = alsoStore(*transaction, count); !kept) return kept;
    return finish(*transaction, doer, events);
}

}  // namespace lw::server

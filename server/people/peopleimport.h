// SPDX-License-Identifier: GPL-3.0-or-later
// People files: judged line by line without changing anything, then applied whole or not at all, and undone.
//
// Applying judges the file again, in the transaction that changes people: when any line would now do something else
// than the plan that was shown, nothing is done (Errc::Conflict). Undo puts back what was before, unless somebody
// changed one of these people since (Errc::Conflict); those who were created are disabled, because an ID is never used
// again.
//
// 10,000 new people get their one-time passwords in that one transaction. Argon2id exists to slow down guessing at what
// people choose; a one-time password has nearly 100 bits of chance and cannot be guessed, so it is stored as a salted
// HMAC (PasswordHasher::makeOneTime()), and becomes Argon2id with the password that the person chooses.
#pragma once

#include "core/protocol/accounts.h"
#include "server/people/peoplechange.h"

namespace lw::server {

class PeopleImport {
  public:
    PeopleImport(Database &database, const Clock &clock, AuditLog &audit, PeopleChange &people);

    using AlsoStore = PeopleChange::AlsoStore<protocol::ImportPlan>;

    /// Errc::InvalidInput, TooLarge: no people file (see core/import/peoplefile.h). Bad lines make a plan in the state
    /// Refused, which names them.
    Result<protocol::ImportPlan> plan(const Doer &doer, QByteArrayView csv, const AlsoStore &alsoStore);
    /// Errc::NotFound for a plan of another customer just as for none.
    Result<protocol::ImportPlan> show(const QString &customerId, const QString &planId);
    /// The answer holds the one-time passwords of those who were created; they are stored nowhere.
    Result<protocol::ImportPlan> apply(const Doer &doer, const QString &planId, const AlsoStore &alsoStore);
    Result<protocol::ImportPlan> undo(const Doer &doer, const QString &planId, const AlsoStore &alsoStore);

  private:
    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    PeopleChange &m_people;
};

}  // namespace lw::server

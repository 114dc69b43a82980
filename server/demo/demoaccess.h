// SPDX-License-Identifier: GPL-3.0-or-later
// What the demo customer has besides people and their logins: devices, departures, an allowlist, blocked addresses, a
// role of its own. Everything in the tables has its events in the history, in the shape that the services give them.
#pragma once

#include "core/domain/callguard.h"
#include "core/domain/departure.h"
#include "core/domain/retention.h"
#include "core/domain/role.h"
#include "core/domain/spend.h"
#include "core/policy/ratedeck.h"
#include "server/demo/demohistory.h"
#include "server/store/blocktable.h"
#include "server/store/departuretable.h"
#include "server/store/devicetable.h"
#include "server/store/noticetable.h"
#include "server/store/transaction.h"

namespace lw::server {

struct DemoAccess {
    QList<Device> devices;
    QList<RegistrationRow> registrations;
    QList<Departure> departures;
    Allowlist allowlist;
    QList<BlockRow> blocks;
    QList<std::pair<QString, OffenceRow>> offences;  ///< by the key of the block
    QList<Role> roles;
    QList<Notice> notices;  ///< sent, all of them
    QList<GuardedNumber> numbers;
    GuardSettings guard;
    policy::RateDeck deck;
    QDateTime deckLoadedAt;
    SpendSettings spend;
    QList<CallRecord> calls;
    RetentionRules retention;
    QDateTime retentionSince;
    QList<LegalHold> holds;
};

/// Requirements and rules that the customer has got in the course of its history; the customer as it is now.
Customer addRules(DemoHistory &history, const std::vector<DemoPerson> &people, const Customer &before);

/// Gives people devices, and the events of those who lost them; after everybody's leaving was decided.
void addDevices(DemoHistory &history, const std::vector<DemoPerson> &people, DemoAccess &access);
/// Cases with their proofs; changes people to what they are afterwards. After all sessions and devices.
void addDepartures(DemoHistory &history, std::vector<DemoPerson> &people, DemoAccess &access);
void addNetwork(DemoHistory &history, const std::vector<DemoPerson> &people, DemoAccess &access);
/// A role that the owner made, and who got it.
void addRoles(DemoHistory &history, std::vector<DemoPerson> &people, DemoAccess &access);
/// Telephone numbers, and what is barred for them.
void addNumbers(DemoHistory &history, std::vector<DemoPerson> &people, DemoAccess &access);
/// A rate deck, limits, and calls from these numbers; after the numbers.
void addCalls(DemoHistory &history, std::vector<DemoPerson> &people, DemoAccess &access);
/// How long data is kept, and legal holds; after everybody's leaving was decided.
void addRetention(DemoHistory &history, std::vector<DemoPerson> &people, DemoAccess &access);
/// Mails about passwords that fall due.
void addNotices(DemoHistory &history, const std::vector<DemoPerson> &people, DemoAccess &access);

Result<void> storeCalls(const Transaction &transaction, const QString &customerId, const DemoAccess &access);
Result<void> storeRetention(const Transaction &transaction, const QString &customerId, const DemoAccess &access);
Result<void> storeAccess(const Transaction &transaction, const QString &customerId, const DemoAccess &access);

}  // namespace lw::server

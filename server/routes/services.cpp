// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/services.h"

#include "server/store/metatable.h"

namespace lw::server {

namespace {

const auto nameKey = QStringLiteral("back_end_name");

Result<QString> storedName(Database &database, const QString &wanted)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    MetaTable meta(transaction->connection());
    Result<QString> name = meta.value(nameKey);
    if (!name || !name->isEmpty()) return name;
    if (Result<void> stored = meta.setValue(nameKey, wanted); !stored) return stored.error();
    if (Result<void> saved = transaction->commit(); !saved) return saved.error();
    return wanted;
}

}  // namespace

Result<std::unique_ptr<Services>> Services::open(const ServicesConfig &config, const Clock &clock,
                                                 const audit::Signer &logKey)
{
    Result<std::unique_ptr<Database>> database = Database::open(config.databaseFile);
    if (!database) return database.error();
    Result<QString> name = storedName(**database, config.backEndName);
    if (!name) return name.error();
    return std::unique_ptr<Services>(new Services(config, *name, clock, std::move(*database), logKey));
}

Services::Services(const ServicesConfig &settings, QString name, const Clock &time, std::unique_ptr<Database> store,
                   const audit::Signer &logKey)
    : config(settings),
      backEndName(std::move(name)),
      clock(time),
      database(std::move(store)),
      audit(*database, clock, logKey),
      hasher(config.passwordCost, config.parallelHashes),
      sessions(*database, clock, audit, config.sessions),
      signIn(*database, clock, audit, sessions, hasher, config.signIn),
      passwordChange(*database, clock, audit, sessions, hasher),
      secondFactor(*database, clock, audit, sessions, hasher),
      roles(*database, audit),
      allowlists(*database),
      network(*database, clock, audit, sessions, allowlists),
      blocking(*database, clock, audit, allowlists),
      gate(network, blocking),
      devices(*database, clock, audit),
      registrations(*database, clock, audit, config.registrations),
      people(*database, clock, audit, sessions, devices),
      peopleImport(*database, clock, audit, people),
      revocation(*database, clock, audit, sessions, signIn, devices, registrations),
      callGuard(*database, clock, audit),
      spendFacts(*database, clock),
      spend(*database, clock, audit, spendFacts),
      callDesk(*database, clock, audit, callGuard, spendFacts),
      retention(*database, clock, audit),
      personData(*database, clock, audit),
      purger(*database, clock, audit),
      changes(*database),
      views(clock, audit, config.viewIntervalSeconds)
{
    sessions.enforce(&revocation);
    signIn.enforce(&revocation);
    registrations.enforce(&revocation);
    sessions.guard(&gate);
    signIn.guard(&gate);
    registrations.setMayRegister(
        [this](const QString &customerId, DeviceKind kind, const QString &address) -> Result<bool> {
            const Result<AddressGate::Verdict> verdict = blocking.verdict(customerId, address);
            if (!verdict) return verdict.error();
            if (verdict->state == AddressGate::State::Blocked)
                return makeError(Errc::RateLimited, QStringLiteral("This address is blocked after too many failures."));
            return network.mayRegister(customerId, kind, address);
        });
    registrations.setOnRefusal([this](const Transaction &transaction, const QString &customerId, const QString &sipUser,
                                      const QString &address) {
        const Origin origin{address, 0, QStringLiteral("SIP"), {}};
        return blocking.offended(transaction, customerId, origin, sipUser);
    });
}

}  // namespace lw::server

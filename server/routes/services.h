// SPDX-License-Identifier: GPL-3.0-or-later
// Everything behind the routes, made in the right order and owned in one place.
#pragma once

#include "server/auth/passwordchange.h"
#include "server/auth/rolechange.h"
#include "server/auth/secondfactor.h"
#include "server/callguard/callguardservice.h"
#include "server/devices/deviceservice.h"
#include "server/devices/registrationservice.h"
#include "server/network/networkgate.h"
#include "server/people/peopleimport.h"
#include "server/retention/persondata.h"
#include "server/retention/purger.h"
#include "server/retention/retentionservice.h"
#include "server/revocation/revocationservice.h"
#include "server/routes/changehub.h"
#include "server/routes/viewrecorder.h"
#include "server/spend/calldesk.h"

#include <atomic>

namespace lw::server {

struct ServicesConfig {
    QString databaseFile;
    /// Becomes part of every log's origin when the store is new; afterwards the stored name stays.
    QString backEndName = QStringLiteral("linewardend");
    PasswordHasher::Cost passwordCost;
    int parallelHashes = 2;
    policy::SessionLimits sessions;
    SignIn::Limits signIn;
    RegistrationService::Limits registrations;
    int viewIntervalSeconds = 15 * 60;  ///< see ViewRecorder
    std::chrono::milliseconds feedHeartbeat = protocol::limits::feedHeartbeat;
    QString version = QStringLiteral(LW_VERSION);
};

/// Needs a QCoreApplication and a SecretMemory; the clock must outlive it.
class Services {
  public:
    /// Opens the store (see Database::open()). `logKey`: the back end's Ed25519 key for signing log heads.
    static Result<std::unique_ptr<Services>> open(const ServicesConfig &config, const Clock &clock,
                                                  const audit::Signer &logKey);

    const ServicesConfig config;
    const QString backEndName;  ///< the stored one
    const Clock &clock;
    const std::unique_ptr<Database> database;
    AuditLog audit;
    PasswordHasher hasher;
    Sessions sessions;  ///< the transport's Authenticator
    SignIn signIn;
    PasswordChange passwordChange;
    SecondFactor secondFactor;
    RoleChange roles;
    AllowlistCache allowlists;
    NetworkAccessService network;
    BlockingService blocking;
    NetworkGate gate;
    DeviceService devices;
    RegistrationService registrations;
    PeopleChange people;
    PeopleImport peopleImport;
    RevocationService revocation;
    CallGuardService callGuard;
    SpendFactsCache spendFacts;
    SpendService spend;
    CallDesk callDesk;
    RetentionService retention;
    PersonData personData;
    Purger purger;
    ChangeHub changes;
    ViewRecorder views;
    std::atomic<bool> stopping{false};  ///< set by the composition root: health then says so

  private:
    Services(const ServicesConfig &config, QString backEndName, const Clock &clock, std::unique_ptr<Database> database,
             const audit::Signer &logKey);
};

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
// What a proposed allowlist would have done to the logins that the cache knows: "these 4 people and 11 logins of the
// last 30 days would have been refused". Only sign-ins of people who have an account that is not disabled count; the
// log also tells of extensions and other hosts' accounts, to which the list is not applied. Runs off the asking thread
// over the verified events, offline as well; the verdicts are policy::Allowlist's, with which the back end decides too.
#pragma once

#include "core/cache/canceltoken.h"
#include "core/cache/connection.h"
#include "core/cache/vault.h"
#include "core/domain/networkaccess.h"
#include "core/util/async.h"

#include <QList>

#include <memory>

namespace lw::access {

/// Somebody of whom logins would have been refused.
struct ReplayedPerson {
    QString login;
    QString displayName;
    quint64 refused = 0;
    quint64 logins = 0;  ///< all of the period, the refused ones included
    QDateTime last;      ///< UTC: the latest login that would have been refused
    QString lastAddress;
    bool administrator = false;  ///< holds network.write today, and could undo the change
    bool operator==(const ReplayedPerson &) const = default;
};

/// Logins from a listed network: of the most specific one that contains the address.
struct NetworkUse {
    QString network;  ///< as in the proposed list
    quint64 logins = 0;
    int people = 0;
    QDateTime last;  ///< UTC; invalid: none
    bool operator==(const NetworkUse &) const = default;
};

struct ReplayResult {
    QDateTime from;                ///< UTC, inclusive
    QDateTime to;                  ///< UTC, exclusive
    quint64 logins = 0;            ///< successful sign-ins of enabled people, with an address
    quint64 refusedLogins = 0;     ///< those the list would have refused, were it enforced
    QList<ReplayedPerson> people;  ///< most refusals first
    QList<NetworkUse> networks;    ///< one for each network of the list, in its order
    bool operator==(const ReplayResult &) const = default;
};

class AllowlistReplay {
  public:
    explicit AllowlistReplay(std::shared_ptr<cache::Vault> vault);
    /// Stops what runs; askers are not answered.
    ~AllowlistReplay();

    /// The list is taken as enforced, whatever its switch says, and entries count as they stand at `now`. A new
    /// question of anybody stops the one before, whose answer is dropped. InvalidInput with field "network": an entry
    /// is no network. Logins of the last `days` before `now`.
    void replay(Allowlist proposed, QDateTime now, int days, QObject *context, Callback<ReplayResult> done);
    void cancel();

  private:
    std::shared_ptr<cache::Vault> m_vault;
    cache::CancelToken m_running;
    std::unique_ptr<Worker> m_worker;
};

/// For callers that are in a worker already.
Result<ReplayResult> replayAllowlist(cache::Connection &connection, const Allowlist &proposed, const QDateTime &now,
                                     int days, const cache::CancelToken &cancel);

}  // namespace lw::access

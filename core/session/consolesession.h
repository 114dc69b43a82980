// SPDX-License-Identifier: GPL-3.0-or-later
// What one open profile is doing: cache locked or open, back end online or offline since when, sync running or not.
// Pages and the shell watch this one object; every slow thing happens in its threads, never in the caller's.
#pragma once

#include "core/access/accessservice.h"
#include "core/access/allowlistreplay.h"
#include "core/access/selfservice.h"
#include "core/cache/statetable.h"
#include "core/cache/vault.h"
#include "core/callguard/callguardservice.h"
#include "core/departures/departureservice.h"
#include "core/loginlog/eventqueries.h"
#include "core/loginlog/exportservice.h"
#include "core/loginlog/syncjob.h"
#include "core/net/backendclient.h"
#include "core/people/peopleadmin.h"
#include "core/people/peopleservice.h"
#include "core/retention/retentionservice.h"
#include "core/session/profile.h"
#include "core/spend/spendservice.h"

#include <QDateTime>
#include <QTimer>

namespace lw::session {

enum class State : quint8 {
    Locked,      ///< the cache is closed and its key wiped (or there is no cache yet)
    Offline,     ///< the cache is open, nobody is signed in
    Connecting,  ///< a sign-in is under way
    Online       ///< signed in over a verified connection
};

struct NewCache {
    Secret recoveryKey;  ///< printable groups; shown once
};

class ConsoleSession : public QObject {
    Q_OBJECT
  public:
    explicit ConsoleSession(Profile profile, QObject *parent = nullptr);
    /// For tests and for profiles kept elsewhere.
    ConsoleSession(Profile profile, ProfileStore store, net::BackendClient::TransportFactory transport,
                   QObject *parent = nullptr);
    ~ConsoleSession() override;

    const Profile &profile() const { return m_profile; }
    State state() const;
    QDateTime offlineSince() const;  ///< UTC; invalid while online
    net::ConnectionInfo connectionInfo() const;
    QString identity() const;  ///< "ann.lee@acme" once signed in, else empty
    std::optional<protocol::Me> me() const;
    bool mustChangePassword() const;
    /// A role asks for a second factor and there is none: until it is set up (self()) only that and signOut() work.
    bool mustEnrolMfa() const;
    /// Whether a change is worth offering: online, nothing to be done first, and the permission is there.
    bool mayDo(Permission permission) const;
    QDateTime lastSync() const;  ///< UTC, of the verified cache; invalid: never, or locked

    // The cache. Argon2id takes a while: answers come later.
    bool hasCache() const;
    bool isUnlocked() const;
    void createCache(Secret passphrase, QObject *context, Callback<NewCache> done);
    void unlockWithPassphrase(Secret passphrase, QObject *context, Callback<void> done);
    void unlockWithRecoveryKey(Secret recoveryKey, QObject *context, Callback<void> done);
    void unlockWithKeyStore(QObject *context, Callback<void> done);
    void rememberInKeyStore(QObject *context, Callback<void> done);
    void forgetKeyStore(QObject *context, Callback<void> done);
    void changePassphrase(Secret current, Secret next, QObject *context, Callback<void> done);
    /// The answer is the new printable key, to be shown once; the former no longer opens the cache.
    void renewRecoveryKey(QObject *context, Callback<Secret> done);
    /// For Errc::Corrupt: keeps the damaged cache aside under another name; the answer is where. createCache() may
    /// follow.
    void setCacheAside(QObject *context, Callback<QString> done);
    /// Ends everything, closes the cache, wipes its key and the session's token.
    void lock();
    /// 0: never. Runs from the last noteActivity().
    void setAutoLockMinutes(int minutes);
    int autoLockMinutes() const { return m_autoLockMinutes; }
    void noteActivity();

    // The back end. Works with a locked cache too (first run signs in before the cache exists).
    /// What a back end is shown that asks for a certificate; nullopt: none.
    std::optional<net::CertificateFacts> clientCertificate() const;
    /// From the next connection on; kept in the cache, once there is one.
    void useClientIdentity(const net::ClientIdentity &identity, QObject *context, Callback<void> done);
    void removeClientIdentity(QObject *context, Callback<void> done);
    /// Forbidden with field "clientCertificate": the back end wants a registered certificate of this person.
    void signIn(Secret password, QString totp, QObject *context, Callback<net::SessionFacts> done);
    void changePassword(Secret current, Secret next, QObject *context, Callback<void> done);
    void signOut();
    /// The same, answered when the back end has ended the session there (or could not be reached).
    void signOut(QObject *context, Callback<void> done);
    /// After the administrator accepted another certificate; ends the present connection.
    Result<void> setEndpoint(const net::Endpoint &endpoint);

    // Sync: needs an open cache and a session.
    bool isSyncing() const;
    void startSync();
    void cancelSync();

    /// What was kept of rewritten, truncated or forked logs, newest first; Cancelled while locked.
    void tamperEvidence(QObject *context, Callback<QList<cache::TamperEvidence>> done);
    /// Because a person has dealt with it; nothing else removes evidence. Cancelled while locked.
    void removeTamperEvidence(qint64 id, QObject *context, Callback<void> done);

    /// A connection of the caller's own, for its thread only; Cancelled while locked.
    Result<std::unique_ptr<cache::Connection>> connectForReading() const;
    Result<std::unique_ptr<cache::Connection>> connectForWriting() const;

    // Reading the open cache; null while locked. They end with lock().
    loginlog::EventQueries *events() const { return m_events.get(); }
    people::PeopleService *people() const { return m_people.get(); }
    loginlog::ExportService *exports() const { return m_exports.get(); }

    // What administrators do; null while locked. Reads fall back to the cache while offline, changes need the back end
    // (Errc::Network). An accepted change is followed by a sync, soon, so that cacheChanged() tells the pages.
    access::AccessService *access() const { return m_access.get(); }
    departures::DepartureService *departures() const { return m_departures.get(); }
    callguard::CallGuardService *callGuard() const { return m_callGuard.get(); }
    spend::SpendService *spend() const { return m_spend.get(); }
    retention::RetentionService *retention() const { return m_retention.get(); }
    people::PeopleAdmin *peopleAdmin() const { return m_peopleAdmin.get(); }
    access::AllowlistReplay *allowlistReplay() const { return m_replay.get(); }
    /// Never null: as the sign-in, these work before there is a cache. Services made over link() ask and change, and
    /// find nothing kept.
    access::SelfService *self() const { return m_self.get(); }
    access::BackendLink *link() const { return m_link.get(); }

  Q_SIGNALS:
    void stateChanged();
    void unlocked();
    void aboutToLock();
    void locked();
    void syncStarted();
    void syncProgress(const lw::loginlog::SyncProgress &progress);
    /// Tampered comes with tampered() before.
    void syncFinished(const lw::Result<lw::loginlog::SyncReport> &result);
    /// New verified content is visible in the cache.
    void cacheChanged();
    void tampered(const lw::Error &error);

  private:
    void unlock(std::function<Result<std::unique_ptr<cache::Vault>>()> open, QObject *context, Callback<void> done);
    void onVault(std::function<Result<void>(cache::Vault &)> work, QObject *context, Callback<void> done);
    void opened(std::shared_ptr<cache::Vault> vault);
    static Result<void> keepIdentity(cache::Vault &vault, const net::ClientIdentity &identity);
    static net::ClientIdentity keptIdentity(cache::Vault &vault);
    void adoptIdentity(net::ClientIdentity identity);
    void closeCache();
    void readLastSync();
    net::BackendClient &client();
    void adopt(const protocol::Me &me);
    void endSession(QObject *context = nullptr, Callback<void> done = {});
    void setOnline(bool online);
    void onSyncFinished(const Result<loginlog::SyncReport> &result);
    void onChanged();
    void syncSoon();
    void followChanges();
    void onLogChanged(const net::LogChange &change);

    Profile m_profile;
    ProfileStore m_store;
    net::BackendClient::TransportFactory m_transport;
    std::unique_ptr<Worker> m_keys;  ///< slow key derivation
    std::shared_ptr<cache::Vault> m_vault;
    net::ClientIdentity m_identity;
    std::unique_ptr<net::BackendClient> m_client;
    std::unique_ptr<loginlog::EventQueries> m_events;
    std::unique_ptr<people::PeopleService> m_people;
    std::unique_ptr<loginlog::ExportService> m_exports;
    std::unique_ptr<access::BackendLink> m_link;
    std::unique_ptr<access::AccessService> m_access;
    std::unique_ptr<departures::DepartureService> m_departures;
    std::unique_ptr<callguard::CallGuardService> m_callGuard;
    std::unique_ptr<spend::SpendService> m_spend;
    std::unique_ptr<retention::RetentionService> m_retention;
    std::unique_ptr<people::PeopleAdmin> m_peopleAdmin;
    std::unique_ptr<access::AllowlistReplay> m_replay;
    std::unique_ptr<access::SelfService> m_self;
    std::unique_ptr<loginlog::SyncJob> m_sync;
    std::optional<protocol::Me> m_me;
    QDateTime m_offlineSince;
    QDateTime m_lastSync;
    QTimer m_autoLock;
    QTimer m_soon;           ///< gathers changes before a sync
    QTimer m_others;         ///< the same for those that others make, at a calmer pace
    quint64 m_toldSize = 0;  ///< of the log, as the feed last told
    int m_autoLockMinutes = 15;
    int m_signIns = 0;
    int m_generation = 0;  ///< raised when a session ends, so that a late sign-in does not count
    bool m_online = false;
    bool m_mustChange = false;
    bool m_mustEnrol = false;
    bool m_syncAgain = false;  ///< something changed while a sync ran
};

}  // namespace lw::session

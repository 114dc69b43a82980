// SPDX-License-Identifier: GPL-3.0-or-later
// One sync: who am I, the customer, the people, what else the permissions let see (roles, departures, network access,
// devices), then the log. The order for the log is: signed head by the pinned key,
// consistency with the last believed head, only then leaves, and rows become visible when the leaves hash to the head.
// Network and decompression run in the client's thread, parsing and writing in the job's own.
#pragma once

#include "core/cache/vault.h"
#include "core/net/backendclient.h"

#include <memory>
#include <optional>
#include <thread>

namespace lw::loginlog {

enum class SyncStage : quint8 { SigningFacts, People, Checkpoint, Events, Verifying, Exports, Done };

struct SyncProgress {
    SyncStage stage = SyncStage::SigningFacts;
    quint64 done = 0;   ///< events of this log that are in the cache
    quint64 total = 0;  ///< events the signed head names; 0: not known yet
    double eventsPerSecond = 0;
};

struct SyncReport {
    quint64 newEvents = 0;
    quint64 totalEvents = 0;
    qsizetype people = 0;
    qsizetype exportsDelivered = 0;  ///< queued export notices that the back end took
    Checkpoint checkpoint;
    std::optional<protocol::Me> me;  ///< whose sync it was, with today's permissions
    qint64 elapsedMs = 0;
};

class SyncRun;

/// One run; make a new one for the next. Lives in the caller's thread and signals there.
class SyncJob : public QObject {
    Q_OBJECT
  public:
    /// The client must be signed in and outlive the job; the vault must stay open until `finished`.
    /// `logKey` is the key that was pinned with the certificate; the cache's own pin decides once there is one, and
    /// without either the key that the back end names is pinned now.
    SyncJob(net::BackendClient &client, std::shared_ptr<cache::Vault> vault, const QString &logKey = {},
            QObject *parent = nullptr);
    /// Cancels and waits.
    ~SyncJob() override;

    void start();
    /// Stops soon; what was stored so far is kept, unseen, and the next run goes on there.
    void cancel();
    bool isRunning() const { return m_running; }

  Q_SIGNALS:
    /// At most some ten a second.
    void progress(const lw::loginlog::SyncProgress &progress);
    /// Tampered: the cache still shows the last believed log, and keeps both heads as evidence.
    void finished(const lw::Result<lw::loginlog::SyncReport> &result);

  private:
    void conclude(const Result<SyncReport> &result);
    net::BackendClient &m_client;
    std::shared_ptr<cache::Vault> m_vault;
    QString m_logKey;
    std::shared_ptr<SyncRun> m_run;
    std::thread m_thread;
    bool m_running = false;
};

}  // namespace lw::loginlog

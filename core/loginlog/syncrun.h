// SPDX-License-Identifier: GPL-3.0-or-later
// The sequence of one sync, in a thread of its own that may block.
#pragma once

#include "core/audit/verifier.h"
#include "core/cache/syncwriter.h"
#include "core/loginlog/batchqueue.h"
#include "core/loginlog/syncjob.h"

#include <QElapsedTimer>

#include <future>

namespace lw::loginlog {

class SyncRun {
  public:
    using Report = std::function<void(const SyncProgress &)>;

    SyncRun(net::BackendClient &client, std::shared_ptr<cache::Vault> vault, QString logKey, Report report);

    Result<SyncReport> run();
    /// From any thread.
    void cancel() { m_cancel.cancel(); }

  private:
    Result<protocol::Me> identify(cache::Connection &connection);
    Result<void> syncPeople(cache::Connection &connection, const protocol::Me &me);
    Result<void> syncSnapshots(cache::Connection &connection, const protocol::Me &me);
    Result<Checkpoint> judgeHead(cache::Connection &connection, const protocol::Me &me);
    Result<Checkpoint> syncEvents(cache::Connection &connection, const Checkpoint &target);
    Result<void> syncPurges(cache::Connection &connection);
    Result<void> fetch(cache::SyncWriter &writer, quint64 from, quint64 to);
    Result<void> deliverExports(cache::Connection &connection);
    /// The error itself, or why the evidence could not be kept.
    Error keepEvidence(cache::Connection &connection, const Error &error, const QByteArray &note,
                       const std::optional<Checkpoint> &previous);
    Result<SyncReport> steps(cache::Connection &connection);

    void stage(SyncStage stage);
    void progressed(quint64 done, bool always = false);

    /// Blocks until the client answers or the sync is cancelled; an answer that comes later is dropped.
    template <typename T>
    Result<T> wait(const std::function<void(Callback<T>)> &ask);

    net::BackendClient &m_client;
    std::shared_ptr<cache::Vault> m_vault;
    const QString m_logKey;
    Report m_report;
    cache::CancelToken m_cancel;
    SyncProgress m_progress;
    SyncReport m_result;
    QElapsedTimer m_sinceReport;
    QElapsedTimer m_sinceStream;
    quint64 m_streamStart = 0;
};

}  // namespace lw::loginlog

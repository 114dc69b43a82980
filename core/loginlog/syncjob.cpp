// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/syncjob.h"

#include "core/loginlog/syncrun.h"

namespace lw::loginlog {

SyncJob::SyncJob(net::BackendClient &client, std::shared_ptr<cache::Vault> vault, const QString &logKey,
                 QObject *parent)
    : QObject(parent), m_client(client), m_vault(std::move(vault)), m_logKey(logKey)
{
}

SyncJob::~SyncJob()
{
    cancel();
    if (m_thread.joinable()) m_thread.join();
}

void SyncJob::start()
{
    if (m_run) return;
    m_running = true;
    // Both come queued into this object's thread, and not at all once it is gone.
    m_run = std::make_shared<SyncRun>(m_client, m_vault, m_logKey, [this](const SyncProgress &progressed) {
        QMetaObject::invokeMethod(
            this, [this, progressed] { Q_EMIT progress(progressed); }, Qt::QueuedConnection);
    });
    m_thread = std::thread([this, run = m_run] {
        const Result<SyncReport> result = run->run();
        QMetaObject::invokeMethod(
            this, [this, result] { conclude(result); }, Qt::QueuedConnection);
    });
}

void SyncJob::cancel()
{
    if (m_run) m_run->cancel();
}

void SyncJob::conclude(const Result<SyncReport> &result)
{
    m_thread.join();
    m_running = false;
    Q_EMIT finished(result);
}

}  // namespace lw::loginlog

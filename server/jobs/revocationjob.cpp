// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jobs/revocationjob.h"

#include <algorithm>

namespace lw::server {

namespace {
constexpr std::chrono::milliseconds longestPause{1000};
}

RevocationJob::RevocationJob(RevocationService &revocation, const Clock &clock, Log &log)
    : m_revocation(revocation), m_clock(clock), m_log(log)
{
}

RevocationJob::~RevocationJob()
{
    stop();
}

void RevocationJob::start()
{
    m_stop = false;
    m_thread = std::thread([this] {
        std::unique_lock lock(m_mutex);
        while (!m_stop) {
            lock.unlock();
            if (const auto done = runOnce(); !done)
                m_log.error(QStringLiteral("revocations could not be looked at"),
                            {{QStringLiteral("error"), done.error().message}});
            const std::chrono::milliseconds wait = pause();
            lock.lock();
            m_wake.wait_for(lock, wait, [this] { return m_stop; });
        }
    });
}

void RevocationJob::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable()) m_thread.join();
}

Result<RevocationService::Round> RevocationJob::runOnce()
{
    const auto complain = [this](const Departure &departure, const Error &error) {
        m_log.error(QStringLiteral("revocation not carried out"),
                    {{QStringLiteral("departure"), departure.id}, {QStringLiteral("error"), error.message}});
    };
    return m_revocation.runDue(complain);
}

std::chrono::milliseconds RevocationJob::pause()
{
    const Result<QDateTime> next = m_revocation.nextEffective();
    if (!next || !next->isValid()) return longestPause;
    const std::chrono::milliseconds left{m_clock.nowUtc().msecsTo(*next)};
    // One that is due and could not be carried out must not turn the thread in a circle.
    return left.count() > 0 ? std::min(left, longestPause) : longestPause;
}

}  // namespace lw::server

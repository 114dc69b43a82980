// SPDX-License-Identifier: GPL-3.0-or-later
// Carries departures out when their time comes, and proves them: whether or not a console runs, and after a restart as
// soon as the back end is up. One thread of its own.
//
// It goes by the back end's wall clock and looks at it at least once a second. A clock that jumps forward finds what
// has fallen due meanwhile within that second; one that jumps back leaves what was carried out as it is, and lets the
// rest wait until its instant comes again.
#pragma once

#include "server/http/log.h"
#include "server/revocation/revocationservice.h"

#include <chrono>
#include <condition_variable>
#include <thread>

namespace lw::server {

class RevocationJob {
  public:
    /// All must outlive it.
    RevocationJob(RevocationService &revocation, const Clock &clock, Log &log);
    /// Stops.
    ~RevocationJob();
    RevocationJob(const RevocationJob &) = delete;
    RevocationJob &operator=(const RevocationJob &) = delete;

    void start();
    /// Returns when the thread has ended.
    void stop();

    /// One round, in the calling thread.
    Result<RevocationService::Round> runOnce();
    /// How long the next round may wait: until the next case falls due, at most a second.
    std::chrono::milliseconds pause();

  private:
    RevocationService &m_revocation;
    const Clock &m_clock;
    Log &m_log;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread;
};

}  // namespace lw::server

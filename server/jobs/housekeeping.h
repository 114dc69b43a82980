// SPDX-License-Identifier: GPL-3.0-or-later
// What falls due without anybody asking: sessions expire, locks end, remembered answers are forgotten. One thread of
// its own; each deadline also holds at access, so a late run delays an event, never a refusal.
#pragma once

#include "server/auth/sessions.h"
#include "server/http/log.h"

#include <chrono>
#include <condition_variable>
#include <thread>

namespace lw::server {

class Housekeeping {
  public:
    /// All must outlive it.
    Housekeeping(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions, Log &log);
    /// Stops.
    ~Housekeeping();

    void start(std::chrono::milliseconds every = std::chrono::seconds(5));
    /// Returns when the thread has ended.
    void stop();

    struct Done {
        int sessionsExpired = 0;
        int locksEnded = 0;
        int answersForgotten = 0;
        bool operator==(const Done &) const = default;
    };
    /// One round, in the calling thread.
    Result<Done> runOnce();

  private:
    Result<int> endLocks();
    Result<int> forgetAnswers();

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    Sessions &m_sessions;
    Log &m_log;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread;
};

}  // namespace lw::server

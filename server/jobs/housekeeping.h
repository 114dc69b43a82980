// SPDX-License-Identifier: GPL-3.0-or-later
// What falls due without anybody asking: sessions expire, locks end, remembered answers are forgotten. One thread of
// its own; each deadline also holds at access, so a late run delays an event, never a refusal.
#pragma once

#include "server/auth/sessions.h"
#include "server/http/log.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <thread>
#include <vector>

namespace lw::server {

class Housekeeping {
  public:
    /// All must outlive it.
    Housekeeping(Database &database, const Clock &clock, AuditLog &audit, Sessions &sessions, Log &log);
    /// Stops.
    ~Housekeeping();

    /// Something else that falls due, run in each round after the rest; one that fails is told in the log and hinders
    /// none of the others. Added before start().
    void also(std::function<Result<void>()> round) { m_rounds.push_back(std::move(round)); }

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
    void runAlso();
    Result<int> endLocks();
    Result<int> forgetAnswers();

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    Sessions &m_sessions;
    Log &m_log;
    std::vector<std::function<Result<void>()>> m_rounds;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread;
};

}  // namespace lw::server

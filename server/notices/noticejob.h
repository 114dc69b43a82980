// SPDX-License-Identifier: GPL-3.0-or-later
// Writes to people about their passwords and devices, and about spend limits: warnings at the customer's warning days,
// one when something becomes overdue, and one to whoever was given a one-time password. The queue is in the store
// (server/store/noticetable.h), so that it survives a restart and no notice is sent twice; a try is counted before it
// is made, so that a crash in the middle of one costs a pause and never a flood. Each notice that went out, and each
// that never will, is an event. Source: domain.md (warnings at 14, 7, 3 and 1 days, once each).
#pragma once

#include "core/domain/customer.h"
#include "core/domain/user.h"
#include "core/util/clock.h"
#include "server/http/log.h"
#include "server/notices/mailsender.h"
#include "server/notices/noticetext.h"
#include "server/store/auditlog.h"

#include <chrono>
#include <condition_variable>
#include <thread>

namespace lw::server {

class NoticeJob {
  public:
    /// `from`: the sender's address, of wireAddress(). All must outlive it.
    NoticeJob(Database &database, const Clock &clock, AuditLog &audit, MailSender &sender, Log &log, QByteArray from);
    /// Stops.
    ~NoticeJob();

    void start(std::chrono::milliseconds every = std::chrono::minutes(1));
    /// Returns when the thread has ended; a message in the middle of its journey is given up.
    void stop();

    struct Done {
        int queued = 0;
        int sent = 0;
        int refused = 0;   ///< for good
        int givenUp = 0;   ///< after too many tries
        int later = 0;     ///< to be tried again
        int needless = 0;  ///< settled meanwhile
        bool operator==(const Done &) const = default;
    };
    /// One round, in the calling thread.
    Result<Done> runOnce();

    /// The pause after so many tries: 1, 2, 4 … minutes, 4 hours at most.
    static std::chrono::seconds pauseAfter(int attempts);
    /// So many tries, nearly three days.
    static constexpr int attemptsMost = 24;

  private:
    struct Wanted;
    Result<int> queueDue();
    Result<void> collect(const QSqlDatabase &connection, const Customer &customer, const QDateTime &now,
                         std::vector<Wanted> &wanted) const;
    Result<void> deliver(Done &done);
    Result<std::optional<NoticeFacts>> factsOf(const Notice &notice, const QDateTime &now) const;
    Result<SendResult> attempt(const Notice &notice, const NoticeFacts &facts, const QDateTime &now);
    Result<void> settle(const Notice &notice, const NoticeFacts &facts, NoticeOutcome outcome, const QString &detail);
    Result<void> drop(const Notice &notice);

    Database &m_database;
    const Clock &m_clock;
    AuditLog &m_audit;
    MailSender &m_sender;
    Log &m_log;
    const QByteArray m_from;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stop = false;
    std::thread m_thread;
};

}  // namespace lw::server

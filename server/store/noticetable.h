// SPDX-License-Identifier: GPL-3.0-or-later
// The table notices: e-mails to people that wait to be sent, and those that went out. A notice is named by its person,
// its kind and what it is about, so that none is ever queued twice, whatever the clock does. Its text is made when it
// is sent, and its address read then.
//
// Whoever changes something that a person must be told queues the notice in the transaction of that change:
//     NoticeTable(transaction.connection()).queue(customerId, user.id, NoticeKind::PasswordReset, toRfc3339(now), now)
#pragma once

#include "core/util/result.h"

#include <QDateTime>
#include <QList>
#include <QSqlDatabase>

#include <optional>

namespace lw::server {

enum class NoticeKind : quint8 {
    PasswordWarning = 1,  ///< about: policy::RotationNotice::about
    PasswordOverdue = 2,  ///< about: the due date
    PasswordReset = 3,    ///< about: the instant at which an administrator gave a one-time password
    DeviceWarning = 4,    ///< about: the device's id and RotationNotice::about
    DeviceOverdue = 5,    ///< about: the device's id and the due date
    SpendLevel = 6        ///< about: aboutOf() of leveltable.h
};

/// "password_warning", "password_overdue", "password_reset", "device_warning", "device_overdue", "spend_level".
QLatin1String noticeKindName(NoticeKind kind);
std::optional<NoticeKind> noticeKindFromName(QStringView name);

enum class NoticeOutcome : quint8 {
    Sent = 1,
    Refused = 2,  ///< the address, for good
    GivenUp = 3,  ///< no mail server took it for too long
    Needless = 4  ///< what it warns of is settled, or the person has no address
};

struct Notice {
    QString customerId;
    QString userId;
    NoticeKind kind = NoticeKind::PasswordWarning;
    QString about;
    QDateTime queuedAt;  ///< UTC
    int attempts = 0;    ///< begun so far
    QDateTime nextAt;    ///< UTC; not to be tried before
    bool operator==(const Notice &) const = default;
};

class NoticeTable {
  public:
    explicit NoticeTable(const QSqlDatabase &connection) : m_connection(connection) {}

    /// False: it was queued before, whatever became of it.
    Result<bool> queue(const QString &customerId, const QString &userId, NoticeKind kind, const QString &about,
                       const QDateTime &now);
    Result<bool> isKnown(const QString &userId, NoticeKind kind, const QString &about) const;

    /// Those to be tried now, the longest waiting first. `horizon`: the longest pause between two tries; one that is
    /// put off beyond it was put off by a clock that stood wrong, and is due.
    Result<QList<Notice>> due(const QDateTime &now, const QDateTime &horizon, int limit) const;
    /// Counts a try before it is made, and puts the next one off.
    Result<void> begin(const Notice &notice, const QDateTime &nextAt);
    Result<void> end(const Notice &notice, NoticeOutcome outcome, const QDateTime &now);
    /// What became of it; nullopt: it waits, or was never queued.
    Result<std::optional<NoticeOutcome>> outcomeOf(const QString &userId, NoticeKind kind, const QString &about) const;

    /// Forgets those that ended before `instant`; how many.
    Result<int> removeEndedBefore(const QDateTime &instant);

  private:
    QSqlDatabase m_connection;
};

}  // namespace lw::server

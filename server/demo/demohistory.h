// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's events while they are being made up: out of order, then sorted into the order a log has.
#pragma once

#include "core/domain/event.h"
#include "server/demo/demopeople.h"

#include <QHash>
#include <QTimeZone>

#include <vector>

namespace lw::server {

/// A session that still runs when the history ends.
struct DemoSession {
    QString id;
    QString userId;
    QDateTime createdAt;
    QDateTime lastSeenAt;
    Origin origin;
};

class DemoHistory {
  public:
    DemoHistory(DemoRandom &random, const QTimeZone &zone, const QDateTime &now, int days);

    QDateTime start() const { return m_start; }  ///< local midnight of the first day
    QDateTime now() const { return m_now; }
    int days() const { return m_days; }  ///< the last, unfinished one included
    bool isWeekend(int day) const;
    bool isMonday(int day) const;
    /// The instant of a local time of day; minutes before and after the day are pulled into it.
    QDateTime at(int day, int minute, int second = 0) const;

    /// Dropped when it lies outside the history.
    void add(const QDateTime &time, AuditEvent event);
    /// The same at this very millisecond: for what an account remembers as well.
    void addExactly(const QDateTime &time, AuditEvent event);

    /// A sign-in with all that comes before and after it: second factor, use for so many minutes, logout, expiry, or
    /// the revocation of the person's access.
    void addSession(const DemoPerson &person, const QDateTime &time, int minutes, const QString &address);
    /// One failure at the console.
    void addFailure(const DemoPerson &person, const QDateTime &time, const QString &address);

    std::vector<AuditEvent> takeEvents();
    const std::vector<DemoSession> &openSessions() const { return m_open; }
    /// How many of the person's sessions a revocation ended.
    int revokedSessions(const QString &userId) const { return m_revoked.value(userId); }
    QDateTime lastLogin(const QString &userId) const { return m_lastLogin.value(userId); }
    DemoRandom &random() { return m_random; }

    static AuditEvent event(EventKind kind, Outcome outcome, const Actor &actor, const Origin &origin,
                            const ObjectRef &object, const char *reason = "");
    static Actor actorOf(const DemoPerson &person);
    static ObjectRef accountOf(const DemoPerson &person);
    static Origin console(const DemoPerson &person, const QString &address, DemoRandom &random);

  private:
    struct Entry {
        QDateTime time;
        AuditEvent event;
    };
    DemoRandom &m_random;
    const QTimeZone m_zone;
    const QDateTime m_now;
    const int m_days;
    QDate m_firstDay;
    QDateTime m_start;
    std::vector<Entry> m_entries;
    std::vector<DemoSession> m_open;
    QHash<QString, QDateTime> m_lastLogin;
    QHash<QString, int> m_revoked;
};

}  // namespace lw::server

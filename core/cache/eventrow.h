// SPDX-License-Identifier: GPL-3.0-or-later
// What readers of the cache get: rows for tables, views for exports, counts for charts. All times are UTC.
#pragma once

#include "core/domain/event.h"
#include "core/domain/proof.h"

#include <QByteArrayView>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace lw::cache {

/// One line of the login log. `index` is the leaf's index in the customer's audit log.
struct EventRow {
    quint32 index = 0;
    qint64 timeMs = 0;  ///< since 1970-01-01T00:00:00Z
    EventKind kind = EventKind::LoginFailed;
    Outcome outcome = Outcome::Failure;
    ActorType actorType = ActorType::Unknown;
    quint16 port = 0;  ///< 0: unknown
    QString person;    ///< login name as given
    QString personId;  ///< unique ID; empty when the name matches nobody
    QString address, service, agent, reason, detail, host;
    QString objectType, objectName;
    bool operator==(const EventRow &) const = default;
};

/// The same as views of UTF-8, valid only during the callback they are given to.
struct EventView {
    quint32 index = 0;
    qint64 timeMs = 0;
    EventKind kind = EventKind::LoginFailed;
    Outcome outcome = Outcome::Failure;
    ActorType actorType = ActorType::Unknown;
    quint16 port = 0;
    QByteArrayView person, personId, address, service, agent, reason, detail, host;
    QByteArrayView objectType, objectName;
};

/// What a list of events is sorted by; equal keys by time, then by index, in the same direction.
enum class SortKey { Time, Person, Kind, Address };

struct EventOrder {
    SortKey key = SortKey::Time;
    Qt::SortOrder order = Qt::AscendingOrder;
};

struct OutcomeCount {
    quint32 ok = 0;
    quint32 failed = 0;
    bool operator==(const OutcomeCount &) const = default;
};

/// Counts in equal steps of time; bucket i covers [startMs + i*stepMs, startMs + (i+1)*stepMs).
struct Histogram {
    qint64 startMs = 0;
    qint64 stepMs = 0;
    QList<OutcomeCount> buckets;
};

/// Changes of login status on one UTC day.
struct DailyCount {
    QDate day;
    quint32 logins = 0;    ///< login.succeeded
    quint32 failures = 0;  ///< login kinds with outcome failure
    bool operator==(const DailyCount &) const = default;
};

/// What the cache holds and how old it is.
struct CacheSpan {
    quint64 events = 0;             ///< leaves up to the checkpoint, those whose content was purged included
    QDateTime firstTime, lastTime;  ///< of the events that can be read; invalid when there are none
    std::optional<Checkpoint> checkpoint;
    QDateTime syncedAt;  ///< invalid: never
};

/// A stretch of time without any event that is longer than asked for.
struct Gap {
    QDateTime from, to;
};

struct NamedCount {
    QString name;
    quint32 count = 0;
    QDateTime last;  ///< of the newest one counted
    bool operator==(const NamedCount &) const = default;
};

/// For the overview page; "failed" are login kinds with outcome failure.
struct Activity {
    quint32 logins = 0;  ///< login.succeeded
    quint32 failed = 0;
    quint32 addresses = 0;                                     ///< distinct addresses of all login kinds
    quint32 failingAddresses = 0;                              ///< distinct addresses of the failures
    quint32 failingPersons = 0;                                ///< distinct names of the failures
    QList<NamedCount> topFailingAddresses, topFailingPersons;  ///< at most ten each, the most first
};

/// A person's own traces, by login name.
struct PersonActivity {
    QString person;
    QDateTime lastLogin;    ///< last login.succeeded; invalid: none in the cache
    QString lastAddress;    ///< its address
    QDateTime lastFailure;  ///< last login.failed or login.refused; invalid: none
    quint32 events = 0;     ///< login kinds
};

/// The successful logins of one name from one address.
struct LoginTally {
    QString person;  ///< login name as given
    QString address;
    quint32 logins = 0;
    qint64 lastMs = 0;  ///< of the latest, since 1970-01-01T00:00:00Z
    bool operator==(const LoginTally &) const = default;
};

/// Which field suggest() looks in.
enum class SuggestField { Person, Address, Service, Agent, Reason, Host };

}  // namespace lw::cache

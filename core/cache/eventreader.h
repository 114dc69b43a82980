// SPDX-License-Identifier: GPL-3.0-or-later
// Questions about the verified events of the cache. Events above the last verified checkpoint do not exist for any of
// these calls. Every call sees one state of the cache, even while a sync writes.
#pragma once

#include "core/cache/canceltoken.h"
#include "core/cache/connection.h"
#include "core/cache/eventrow.h"
#include "core/domain/eventfilter.h"
#include "core/util/result.h"

#include <functional>
#include <span>
#include <vector>

namespace lw::cache {

/// Errors of every call: Errc::Cancelled (token, interrupt, vault locked), Corrupt, Io, InvalidInput (field "address":
/// neither address, network nor host name).
class EventReader {
  public:
    explicit EventReader(Connection &connection) : m_connection(connection) {}

    /// The indices of the matching events in order: what a virtual table needs to know (4 bytes an event).
    Result<std::vector<quint32>> indices(const EventFilter &filter, SortKey key = SortKey::Time,
                                         Qt::SortOrder order = Qt::DescendingOrder,
                                         const CancelToken &cancel = CancelToken::none());
    Result<quint64> count(const EventFilter &filter, const CancelToken &cancel = CancelToken::none());

    /// In the order asked for. Errc::NotFound when an index is not visible.
    Result<QList<EventRow>> rows(std::span<const quint32> indices);

    /// Matching events over [from, to) in `buckets` equal steps (1 to 10,000); the filter's own bounds apply as well.
    Result<Histogram> histogram(const EventFilter &filter, const QDateTime &from, const QDateTime &to, int buckets,
                                const CancelToken &cancel = CancelToken::none());

    /// One entry for every UTC day of [from, to], empty days included (at most 3,660 days).
    Result<QList<DailyCount>> daily(const QDate &from, const QDate &to);

    /// The whole event, decoded from its leaf. Errc::NotFound when not visible.
    Result<AuditEvent> event(quint32 index);
    /// The leaf's canonical bytes.
    Result<QByteArray> leaf(quint32 index);
    /// A proof for the leaf in the tree of the stored checkpoint, computed from the cache alone.
    Result<InclusionProof> inclusion(quint32 index);

    Result<CacheSpan> span();
    /// Stretches between consecutive events (any kind) of at least `minimum` milliseconds, oldest first, at most 100.
    Result<QList<Gap>> gaps(qint64 minimumMs, const CancelToken &cancel = CancelToken::none());

    /// Up to `limit` distinct values that begin with or contain the text (case-insensitive), those beginning with it
    /// first; only values of visible events.
    Result<QStringList> suggest(const QString &text, SuggestField field, int limit = 20);

    /// Login kinds of [from, to).
    Result<Activity> activity(const QDateTime &from, const QDateTime &to,
                              const CancelToken &cancel = CancelToken::none());
    /// One answer for each login name, in the order asked for.
    Result<QList<PersonActivity>> personActivity(const QStringList &logins);

    /// login.succeeded of [from, to) with an address, counted for each name and address, in no particular order. Reads
    /// integers only, and each distinct text once.
    Result<QList<LoginTally>> logins(const QDateTime &from, const QDateTime &to,
                                     const CancelToken &cancel = CancelToken::none());

    /// Streams in constant memory; returns how many events were given. The callback's false ends it early, without an
    /// error.
    Result<quint64> forEachUtf8(const EventFilter &filter, const EventOrder &order,
                                const std::function<bool(const EventView &)> &callback,
                                const CancelToken &cancel = CancelToken::none());
    Result<quint64> forEach(const EventFilter &filter, const EventOrder &order,
                            const std::function<bool(const EventRow &)> &callback,
                            const CancelToken &cancel = CancelToken::none());

    /// The leaves of [from, to) in order, for a full re-verification.
    Result<void> forEachLeaf(quint64 from, quint64 to, const std::function<bool(quint64, QByteArrayView)> &callback,
                             const CancelToken &cancel = CancelToken::none());
    /// Hashes every leaf anew and compares with the stored checkpoint: Errc::Tampered when they differ.
    Result<Checkpoint> reverify(const CancelToken &cancel = CancelToken::none());

  private:
    Connection &m_connection;
};

}  // namespace lw::cache

// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the cached log, answered off the asking thread. Each kind of question has a generation: asking again
// makes the running one stop and its answer be dropped, so that only the newest filter is ever answered.
#pragma once

#include "core/cache/eventreader.h"
#include "core/cache/vault.h"
#include "core/domain/eventfilter.h"
#include "core/loginlog/overview.h"
#include "core/people/readerlane.h"
#include "core/util/async.h"

#include <memory>
#include <vector>

namespace lw::loginlog {

/// The log as a filter and an order show it: positions into it are what a virtual table asks rows by.
struct EventListing {
    EventFilter filter;
    std::shared_ptr<const std::vector<quint32>> indices;  ///< leaf indices in display order
};

enum class ProofStatus : quint8 {
    Proven,   ///< the leaf's hash leads to the root of the signed head
    Unproven  ///< it does not, or there is no head
};

struct EventDetail {
    AuditEvent event;
    QByteArray leaf;  ///< the canonical bytes
    Hash leafHash{};
    InclusionProof proof;
    Checkpoint checkpoint;  ///< the signed head that the proof leads to
    ProofStatus status = ProofStatus::Unproven;
    QString problem;  ///< why unproven
};

class EventQueries {
  public:
    /// At its end what runs is stopped; askers are not answered.
    explicit EventQueries(const std::shared_ptr<cache::Vault> &vault);

    void list(EventFilter filter, cache::SortKey key, Qt::SortOrder order, QObject *context,
              Callback<EventListing> done);
    /// Rows of these leaf indices, in their order. Every call is answered: a table asks for several pages.
    void rows(std::vector<quint32> indices, QObject *context, Callback<QList<cache::EventRow>> done);
    void count(EventFilter filter, QObject *context, Callback<quint64> done);
    void histogram(EventFilter filter, QDateTime from, QDateTime to, int buckets, QObject *context,
                   Callback<cache::Histogram> done);
    void detail(quint32 index, QObject *context, Callback<EventDetail> done);
    /// The newest `most` events of a filter, newest first. Every call is answered.
    void latest(EventFilter filter, int most, QObject *context, Callback<QList<cache::EventRow>> done);
    void suggest(QString prefix, cache::SuggestField field, QObject *context, Callback<QStringList> done);
    void span(QObject *context, Callback<cache::CacheSpan> done);
    /// Figures of the overview page, as of `now`.
    void overview(QDateTime now, QTimeZone zone, QObject *context, Callback<Overview> done);

    /// Forgets what is running and drops what waits.
    void cancelAll();

  private:
    people::ReaderLane m_table;   ///< listings, rows, details: what the person looks at
    people::ReaderLane m_charts;  ///< counts, histograms, overview: may take longer
};

}  // namespace lw::loginlog

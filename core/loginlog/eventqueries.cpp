// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/eventqueries.h"

#include "core/audit/merkle.h"
#include "core/loginlog/overviewreader.h"

namespace lw::loginlog {

namespace {

enum Question {
    ListQuestion,
    CountQuestion,
    HistogramQuestion,
    DetailQuestion,
    SuggestQuestion,
    SpanQuestion,
    OverviewQuestion
};

using cache::CancelToken;
using cache::Connection;
using cache::EventReader;

Result<EventDetail> readDetail(EventReader &reader, quint32 index)
{
    EventDetail detail;
    Result<QByteArray> leaf = reader.leaf(index);
    if (!leaf) return leaf.error();
    Result<AuditEvent> event = reader.event(index);
    if (!event) return event.error();
    detail.leaf = std::move(*leaf);
    detail.event = std::move(*event);
    detail.leafHash = audit::leafHash(detail.leaf);
    const Result<cache::CacheSpan> span = reader.span();
    if (!span) return span.error();
    if (!span->checkpoint) {
        detail.problem = QStringLiteral("There is no signed head to prove it against. Sync first.");
        return detail;
    }
    detail.checkpoint = *span->checkpoint;
    Result<InclusionProof> proof = reader.inclusion(index);
    if (!proof) {
        detail.problem = proof.error().message;
        return detail;
    }
    detail.proof = std::move(*proof);
    const Result<void> verified = audit::verifyInclusion(detail.proof, detail.leafHash, detail.checkpoint.root);
    if (verified)
        detail.status = ProofStatus::Proven;
    else
        detail.problem = verified.error().message;
    return detail;
}

}  // namespace

EventQueries::EventQueries(const std::shared_ptr<cache::Vault> &vault) : m_table(vault), m_charts(vault) {}

void EventQueries::list(EventFilter filter, cache::SortKey key, Qt::SortOrder order, QObject *context,
                        Callback<EventListing> done)
{
    m_table.askNewest<EventListing>(
        ListQuestion, context, std::move(done),
        [filter = std::move(filter), key, order](Connection &connection,
                                                 const CancelToken &cancel) -> Result<EventListing> {
            Result<std::vector<quint32>> indices = EventReader(connection).indices(filter, key, order, cancel);
            if (!indices) return indices.error();
            return EventListing{filter, std::make_shared<const std::vector<quint32>>(std::move(*indices))};
        });
}

void EventQueries::rows(std::vector<quint32> indices, QObject *context, Callback<QList<cache::EventRow>> done)
{
    m_table.ask<QList<cache::EventRow>>(context, std::move(done),
                                        [indices = std::move(indices)](Connection &connection, const CancelToken &) {
                                            return EventReader(connection).rows(indices);
                                        });
}

void EventQueries::count(EventFilter filter, QObject *context, Callback<quint64> done)
{
    m_charts.askNewest<quint64>(CountQuestion, context, std::move(done),
                                [filter = std::move(filter)](Connection &connection, const CancelToken &cancel) {
                                    return EventReader(connection).count(filter, cancel);
                                });
}

void EventQueries::histogram(EventFilter filter, QDateTime from, QDateTime to, int buckets, QObject *context,
                             Callback<cache::Histogram> done)
{
    m_charts.askNewest<cache::Histogram>(
        HistogramQuestion, context, std::move(done),
        [filter = std::move(filter), from, to, buckets](Connection &connection, const CancelToken &cancel) {
            return EventReader(connection).histogram(filter, from, to, buckets, cancel);
        });
}

void EventQueries::detail(quint32 index, QObject *context, Callback<EventDetail> done)
{
    m_table.askNewest<EventDetail>(DetailQuestion, context, std::move(done),
                                   [index](Connection &connection, const CancelToken &) {
                                       EventReader reader(connection);
                                       return readDetail(reader, index);
                                   });
}

void EventQueries::latest(EventFilter filter, int most, QObject *context, Callback<QList<cache::EventRow>> done)
{
    m_charts.ask<QList<cache::EventRow>>(
        context, std::move(done),
        [filter = std::move(filter), most](Connection &connection,
                                           const CancelToken &cancel) -> Result<QList<cache::EventRow>> {
            QList<cache::EventRow> rows;
            const cache::EventOrder order{cache::SortKey::Time, Qt::DescendingOrder};
            const Result<quint64> read = EventReader(connection)
                                             .forEach(
                                                 filter, order,
                                                 [&](const cache::EventRow &row) {
                                                     rows.append(row);
                                                     return rows.size() < most;
                                                 },
                                                 cancel);
            if (!read) return read.error();
            return rows;
        });
}

void EventQueries::suggest(QString prefix, cache::SuggestField field, QObject *context, Callback<QStringList> done)
{
    m_table.askNewest<QStringList>(SuggestQuestion + 100 * static_cast<int>(field), context, std::move(done),
                                   [prefix = std::move(prefix), field](Connection &connection, const CancelToken &) {
                                       return EventReader(connection).suggest(prefix, field);
                                   });
}

void EventQueries::span(QObject *context, Callback<cache::CacheSpan> done)
{
    m_charts.askNewest<cache::CacheSpan>(
        SpanQuestion, context, std::move(done),
        [](Connection &connection, const CancelToken &) { return EventReader(connection).span(); });
}

void EventQueries::overview(QDateTime now, QTimeZone zone, QObject *context, Callback<Overview> done)
{
    m_charts.askNewest<Overview>(OverviewQuestion, context, std::move(done),
                                 [now, zone](Connection &connection, const CancelToken &cancel) {
                                     return readOverview(connection, now, zone, cancel);
                                 });
}

void EventQueries::cancelAll()
{
    m_table.cancelAll();
    m_charts.cancelAll();
}

}  // namespace lw::loginlog

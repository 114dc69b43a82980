// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/reportcontents.h"

#include "core/cache/eventreader.h"
#include "core/cache/persontable.h"
#include "core/cache/statetable.h"
#include "core/loginlog/filterlanguage.h"
#include "core/loginlog/snapshotreports.h"
#include "core/protocol/customer.h"
#include "core/protocol/departure.h"
#include "core/protocol/role.h"
#include "core/report/accessreview.h"
#include "core/report/csvwriter.h"
#include "core/report/loginactivity.h"
#include "core/report/passwordrotation.h"
#include "core/report/pdfwriter.h"
#include "core/report/revocation.h"

#include <QSet>

#include <map>
#include <string>
#include <unordered_set>

namespace lw::loginlog {

namespace {

using cache::CancelToken;
using cache::Connection;
using cache::EventReader;
using cache::EventView;

constexpr quint64 progressEvery = 4096;
constexpr cache::EventOrder oldestFirst{cache::SortKey::Time, Qt::AscendingOrder};

Error cancelled()
{
    return makeError(Errc::Cancelled, QStringLiteral("The export was cancelled. No file was written."));
}

struct Basis {
    Customer customer;
    report::ReportScope scope;
    quint64 size = 0;  ///< events below the signed head
};

Result<Basis> readBasis(Connection &connection, const ReportRequest &request)
{
    const Result<cache::CacheSpan> span = EventReader(connection).span();
    if (!span) return span.error();
    const Result<std::optional<QByteArray>> stored = cache::StateTable(connection).value(cache::StateKey::Customer);
    if (!stored) return stored.error();
    if (!*stored || !span->checkpoint)
        return makeError(Errc::NotFound,
                         QStringLiteral("Nothing was synced yet, so there is nothing to report. Sync first."));
    Result<Customer> customer = protocol::customerFromJson(**stored);
    if (!customer)
        return makeError(Errc::Corrupt, QStringLiteral("The customer kept in the cache cannot be read. Sync again."));
    Basis basis;
    basis.size = span->checkpoint->size;
    basis.scope.customer = customer->name;
    basis.scope.from = request.filter.from;
    basis.scope.to = request.filter.to;
    EventFilter withoutPeriod = request.filter;
    withoutPeriod.from = withoutPeriod.to = QDateTime();
    basis.scope.filter = filterText(withoutPeriod);
    basis.scope.exportedBy = request.exportedBy;
    basis.scope.exportedAt = request.exportedAt;
    basis.scope.backEnd = request.backEnd;
    basis.scope.syncedAt = span->syncedAt;
    basis.scope.checkpoint = span->checkpoint;
    basis.customer = std::move(*customer);
    return basis;
}

std::string_view bytes(QByteArrayView view)
{
    return {view.data(), static_cast<size_t>(view.size())};
}

/// "wrong_password; attempt 3 of 10": the stable reason, then the free text.
QString detailText(const cache::EventRow &row)
{
    if (row.reason.isEmpty() || row.detail.isEmpty()) return row.reason + row.detail;
    return row.reason + QStringLiteral("; ") + row.detail;
}

/// The bulk path: from the database's UTF-8 to the file without an allocation a row.
Result<quint64> writeActivityCsv(Connection &connection, const ReportRequest &request, const Basis &basis,
                                 QIODevice &device, const report::Progress &progress, const CancelToken &cancel)
{
    report::CsvWriter csv(device);
    csv.row(report::loginActivityColumns());
    std::array<std::string, 256> kinds;  // one for each value of the stored byte
    for (const EventKind kind : allEventKinds())
        kinds[static_cast<size_t>(kind)] = eventWords(kind).toStdString();
    const std::string success = outcomeWords(Outcome::Success).toStdString();
    const std::string failure = outcomeWords(Outcome::Failure).toStdString();
    std::string detail;
    quint64 rows = 0;
    bool stopped = false;
    const Result<quint64> read =
        EventReader(connection)
            .forEachUtf8(
                request.filter, oldestFirst,
                [&](const EventView &view) {
                    if (view.index >= basis.size) return true;
                    csv.time(view.timeMs);
                    csv.text(bytes(view.person));
                    csv.text(kinds[static_cast<size_t>(view.kind)]);
                    csv.text(view.outcome == Outcome::Success ? success : failure);
                    csv.text(bytes(view.address));
                    csv.text(bytes(view.service));
                    csv.text(bytes(view.agent));
                    if (view.reason.isEmpty() || view.detail.isEmpty()) {
                        csv.text(bytes(view.reason.isEmpty() ? view.detail : view.reason));
                    } else {
                        detail.assign(bytes(view.reason)).append("; ").append(bytes(view.detail));
                        csv.text(detail);
                    }
                    csv.number(view.index);
                    csv.endRow();
                    if (++rows % progressEvery == 0) stopped = progress && !progress(rows, basis.size);
                    return csv.good() && !stopped;
                },
                cancel);
    if (!read) return read.error();
    if (stopped) return cancelled();
    if (const Result<void> end = csv.finish(); !end) return end.error();
    return rows;
}

/// Figures and days in one pass over the events.
struct Totals {
    report::LoginActivityTotals figures;
    QList<report::LoginActivityDay> days;
};

struct ViewHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

Result<Totals> readTotals(Connection &connection, const EventFilter &filter, quint64 size, const CancelToken &cancel)
{
    constexpr qint64 dayMs = 86'400'000;
    std::unordered_set<std::string, ViewHash, std::equal_to<>> people, addresses;
    std::map<qint64, report::LoginActivityDay> days;
    Totals totals;
    const auto add = [](auto &set, QByteArrayView value) {
        const std::string_view text = bytes(value);
        if (!text.empty() && set.find(text) == set.end()) set.emplace(text);
    };
    const Result<quint64> read = EventReader(connection)
                                     .forEachUtf8(
                                         filter, oldestFirst,
                                         [&](const EventView &view) {
                                             if (view.index >= size) return true;
                                             ++totals.figures.events;
                                             report::LoginActivityDay &day = days[view.timeMs / dayMs];
                                             if (view.outcome == Outcome::Success) {
                                                 ++totals.figures.succeeded;
                                                 ++day.succeeded;
                                             } else {
                                                 ++totals.figures.failed;
                                                 ++day.failed;
                                             }
                                             add(people, view.person);
                                             add(addresses, view.address);
                                             return true;
                                         },
                                         cancel);
    if (!read) return read.error();
    totals.figures.people = people.size();
    totals.figures.addresses = addresses.size();
    if (days.empty()) return totals;
    // Days without events belong to the picture.
    for (qint64 number = days.begin()->first; number <= days.rbegin()->first; ++number) {
        const auto found = days.find(number);
        report::LoginActivityDay day = found == days.end() ? report::LoginActivityDay() : found->second;
        day.day = QDateTime::fromMSecsSinceEpoch(number * dayMs, Qt::UTC).date();
        totals.days.append(day);
    }
    return totals;
}

/// Rows pulled page by page, by the indices that were listed once.
class ActivityRows {
  public:
    ActivityRows(Connection &connection, std::vector<quint32> indices)
        : m_reader(connection), m_indices(std::move(indices))
    {
    }

    Result<bool> next(report::LoginActivityRow &out)
    {
        if (m_at == m_page.size()) {
            if (m_next == m_indices.size()) return false;
            const size_t count = std::min<size_t>(pageRows, m_indices.size() - m_next);
            Result<QList<cache::EventRow>> page = m_reader.rows(std::span(m_indices).subspan(m_next, count));
            if (!page) return page.error();
            m_page = std::move(*page);
            m_next += count;
            m_at = 0;
        }
        const cache::EventRow &row = m_page[m_at++];
        out.time = QDateTime::fromMSecsSinceEpoch(row.timeMs, Qt::UTC);
        out.person = row.person;
        out.event = eventWords(row.kind);
        out.outcome = outcomeWords(row.outcome);
        out.address = row.address;
        out.service = row.service;
        out.agent = row.agent;
        out.detail = detailText(row);
        out.index = row.index;
        return true;
    }

  private:
    static constexpr size_t pageRows = 2000;
    EventReader m_reader;
    std::vector<quint32> m_indices;
    size_t m_next = 0;
    QList<cache::EventRow> m_page;
    qsizetype m_at = 0;
};

Result<quint64> writeActivityPdf(Connection &connection, const ReportRequest &request, const Basis &basis,
                                 QIODevice &device, const report::Progress &progress, const CancelToken &cancel)
{
    const Result<Totals> totals = readTotals(connection, request.filter, basis.size, cancel);
    if (!totals) return totals.error();
    Result<std::vector<quint32>> indices =
        EventReader(connection).indices(request.filter, oldestFirst.key, oldestFirst.order, cancel);
    if (!indices) return indices.error();
    std::erase_if(*indices, [&](quint32 index) { return index >= basis.size; });
    const auto rows = std::make_shared<ActivityRows>(connection, std::move(*indices));
    const report::ReportContent content = report::loginActivity(
        basis.scope, totals->figures, totals->days, [rows](report::LoginActivityRow &row) { return rows->next(row); },
        {outcomeWords(Outcome::Failure)});
    const Result<int> pages = report::writePdf(content, device, {}, progress);
    if (!pages) return pages.error();
    return content.rowCount;
}

/// The cached people, or the one that the filter names.
Result<QList<User>> readPeople(Connection &connection, const QString &person)
{
    Result<QList<User>> people = cache::PersonTable(connection).all();
    if (people && !person.isEmpty())
        people->removeIf([&](const User &user) {
            return user.id != person && user.login.compare(person, Qt::CaseInsensitive) != 0;
        });
    return people;
}

bool isAboutPeople(ReportKind kind)
{
    return kind != ReportKind::CallSpend && kind != ReportKind::Retention;
}

/// The content of a report but login activity, which fits in memory.
Result<report::ReportContent> stateContent(Connection &connection, const ReportRequest &request, const Basis &basis)
{
    const QString &person = request.filter.person;
    report::ReportScope scope = basis.scope;
    // A state is that of one instant, whatever period the filter names.
    if (!hasPeriod(request.kind)) scope.from = scope.to = QDateTime();
    if (isAboutPeople(request.kind)) {
        EventFilter onlyPerson;
        onlyPerson.person = person;
        scope.filter = filterText(onlyPerson);
    } else {
        scope.filter.clear();
    }
    if (request.kind == ReportKind::CallSpend) return callSpendContent(connection, scope, basis.customer);
    if (request.kind == ReportKind::Retention) return retentionContent(connection, scope);
    if (request.kind == ReportKind::Revocation) {
        const auto kept =
            keptAnswer<QList<Departure>>(connection, cache::snapshotname::departures, protocol::departuresFromJson);
        if (!kept) return kept.error();
        QList<Departure> cases = kept->value_or(QList<Departure>());
        if (!person.isEmpty())
            cases.removeIf([&](const Departure &departure) {
                return departure.userId != person && departure.login.compare(person, Qt::CaseInsensitive) != 0;
            });
        return report::revocation(scope, cases);
    }
    const Result<QList<User>> people = readPeople(connection, person);
    if (!people) return people.error();
    if (request.kind == ReportKind::PasswordRotation)
        return report::passwordRotation(scope, *people, basis.customer.passwordPolicy);
    const auto kept = keptAnswer<QList<Role>>(connection, cache::snapshotname::roles, protocol::rolesFromJson);
    if (!kept) return kept.error();
    QList<Role> roles = kept->value_or(QList<Role>());
    roles.removeIf([](const Role &role) { return role.shipped; });
    return report::accessReview(scope, *people, basis.customer, roles);
}

Result<quint64> writeState(Connection &connection, const ReportRequest &request, const Basis &basis, QIODevice &device,
                           const report::Progress &progress)
{
    const Result<report::ReportContent> content = stateContent(connection, request, basis);
    if (!content) return content.error();
    if (request.format == ReportFormat::Csv) return report::writeCsv(*content, device, progress);
    const Result<int> pages = report::writePdf(*content, device, {}, progress);
    if (!pages) return pages.error();
    return content->rowCount;
}

}  // namespace

Result<ReportFacts> writeReport(Connection &connection, const ReportRequest &request, QIODevice &device,
                                const report::Progress &progress, const CancelToken &cancel)
{
    const Result<Basis> basis = readBasis(connection, request);
    if (!basis) return basis.error();
    const auto write = [&]() -> Result<quint64> {
        if (request.kind != ReportKind::LoginActivity) return writeState(connection, request, *basis, device, progress);
        if (request.format == ReportFormat::Csv)
            return writeActivityCsv(connection, request, *basis, device, progress, cancel);
        return writeActivityPdf(connection, request, *basis, device, progress, cancel);
    };
    const Result<quint64> rows = write();
    if (!rows) return rows.error();
    return ReportFacts{*rows, basis->size};
}

}  // namespace lw::loginlog

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/exportservice.h"

#include "core/cache/outboxtable.h"
#include "core/cache/statetable.h"
#include "core/loginlog/exportright.h"
#include "core/loginlog/filterlanguage.h"
#include "core/loginlog/hashingdevice.h"
#include "core/loginlog/reportcontents.h"
#include "core/protocol/export.h"
#include "core/protocol/limits.h"
#include "core/report/atomicfile.h"

#include <QElapsedTimer>
#include <QUuid>

namespace lw::loginlog {

namespace {

constexpr qint64 progressEveryMs = 100;

QString formatName(ReportFormat format)
{
    return format == ReportFormat::Pdf ? QStringLiteral("pdf") : QStringLiteral("csv");
}

/// What is written, and what there is to say about it.
using Content = std::function<Result<ReportFacts>(cache::Connection &, QIODevice &)>;

/// Runs in the worker: file and notice, both or none.
Result<WrittenReport> writeFile(cache::Vault &vault, const QString &path, protocol::ExportNotice notice,
                                const Content &content, const cache::CancelToken &cancel)
{
    Result<std::unique_ptr<cache::Connection>> reading = vault.connect(cache::Purpose::Read);
    if (!reading) return reading.error();
    WrittenReport written;
    written.key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    written.notice = std::move(notice);
    const Result<void> file = report::writeAtomically(path, [&](QIODevice &device) -> Result<void> {
        HashingDevice hashed(device);
        const Result<ReportFacts> facts = content(**reading, hashed);
        if (!facts) return facts.error();
        if (cancel.cancelled())
            return makeError(Errc::Cancelled, QStringLiteral("The export was cancelled. No file was written."));
        written.notice.filter.truncate(protocol::limits::filterLength);
        written.notice.rows = static_cast<qint64>(facts->rows);
        written.notice.sha256 = hashed.sha256();
        written.notice.checkpointSize = facts->checkpointSize;
        written.result.path = path;
        written.result.rows = facts->rows;
        written.result.bytes = hashed.written();
        written.result.sha256 = written.notice.sha256;
        // The notice is kept before the file appears: nothing leaves the cache without a trace.
        Result<std::unique_ptr<cache::Connection>> writing = vault.connect(cache::Purpose::Write);
        if (!writing) return writing.error();
        return cache::OutboxTable(**writing).add(written.key, protocol::toJson(written.notice),
                                                 QDateTime::currentDateTimeUtc());
    });
    if (!file) return file.error();
    return written;
}

Result<WrittenReport> writeReportFile(cache::Vault &vault, const ReportRequest &request,
                                      const report::Progress &progress, const cache::CancelToken &cancel)
{
    protocol::ExportNotice notice;
    notice.report = reportName(request.kind);
    notice.format = formatName(request.format);
    notice.filter = filterText(request.filter);
    notice.exportedAt = request.exportedAt;
    return writeFile(
        vault, request.path, std::move(notice),
        [&](cache::Connection &connection, QIODevice &device) {
            return writeReport(connection, request, device, progress, cancel);
        },
        cancel);
}

Result<WrittenReport> writePeopleFile(cache::Vault &vault, const PeopleRequest &request,
                                      const cache::CancelToken &cancel)
{
    protocol::ExportNotice notice;
    notice.report = QStringLiteral("people");
    notice.format = QStringLiteral("csv");
    notice.filter = request.filter;
    notice.exportedAt = QDateTime::currentDateTimeUtc();
    return writeFile(
        vault, request.path, std::move(notice),
        [&](cache::Connection &connection, QIODevice &device) -> Result<ReportFacts> {
            const auto head = cache::StateTable(connection).checkpoint();
            if (!head) return head.error();
            const Result<quint64> rows = writePeopleCsv(request.rows, request.columns, device);
            if (!rows) return rows.error();
            return ReportFacts{*rows, *head ? (*head)->size : 0};
        },
        cancel);
}

/// Runs in the worker: the notice arrived.
void forget(cache::Vault &vault, const QByteArray &key)
{
    const Result<std::unique_ptr<cache::Connection>> connection = vault.connect(cache::Purpose::Write);
    if (!connection) return;
    cache::OutboxTable outbox(**connection);
    const Result<QList<cache::OutboxEntry>> pending = outbox.pending(10'000);
    if (!pending) return;
    // Should this fail, the next sync sends it again; the same key counts once.
    for (const cache::OutboxEntry &entry : *pending)
        if (entry.idempotencyKey == key) (void)outbox.remove(entry.id);
}

}  // namespace

QLatin1String reportName(ReportKind kind)
{
    switch (kind) {
        case ReportKind::LoginActivity: return QLatin1String("login-activity");
        case ReportKind::PasswordRotation: return QLatin1String("password-rotation");
        case ReportKind::AccessReview: return QLatin1String("access-review");
        case ReportKind::Revocation: return QLatin1String("revocation");
        case ReportKind::CallSpend: return QLatin1String("call-guard-spend");
        case ReportKind::Retention: return QLatin1String("retention");
    }
    return {};
}

std::optional<ReportKind> reportFromName(QStringView name)
{
    for (const ReportKind kind : {ReportKind::LoginActivity, ReportKind::PasswordRotation, ReportKind::AccessReview,
                                  ReportKind::Revocation, ReportKind::CallSpend, ReportKind::Retention})
        if (name == reportName(kind)) return kind;
    return std::nullopt;
}

bool hasPeriod(ReportKind kind)
{
    return kind == ReportKind::LoginActivity || kind == ReportKind::Revocation;
}

ExportService::ExportService(std::shared_ptr<cache::Vault> vault, net::BackendClient *client, QObject *parent)
    : QObject(parent), m_vault(std::move(vault)), m_client(client), m_worker(std::make_unique<Worker>())
{
}

ExportService::~ExportService()
{
    cancel();
    m_worker->drain();
}

void ExportService::setClient(net::BackendClient *client)
{
    m_client = client;
    // The former client answers nobody any more.
    if (m_undelivered) conclude(NoticeState::Queued);
}

void ExportService::start(ReportRequest request, QObject *context, Callback<ReportResult> done)
{
    if (!request.exportedAt.isValid()) request.exportedAt = QDateTime::currentDateTimeUtc();
    if (request.backEnd.isEmpty()) request.backEnd = m_backEnd;
    run(
        [this, request = std::move(request)](cache::Vault &vault, const cache::CancelToken &cancel) {
            QElapsedTimer clock;
            clock.start();
            const report::Progress tell = [&](quint64 rows, quint64 total) {
                if (clock.elapsed() >= progressEveryMs) {
                    clock.restart();
                    QMetaObject::invokeMethod(
                        this,
                        [this, rows, total] {
                            Q_EMIT progress({rows, total});
                        },
                        Qt::QueuedConnection);
                }
                return !cancel.cancelled();
            };
            return writeReportFile(vault, request, tell, cancel);
        },
        Answer<ReportResult>(context, std::move(done)));
}

void ExportService::exportPeople(PeopleRequest request, QObject *context, Callback<ReportResult> done)
{
    run([request = std::move(request)](
            cache::Vault &vault, const cache::CancelToken &cancel) { return writePeopleFile(vault, request, cancel); },
        Answer<ReportResult>(context, std::move(done)));
}

void ExportService::run(Job job, Answer<ReportResult> answer)
{
    if (m_running)
        return answer.give(
            makeError(Errc::Conflict, QStringLiteral("An export is running already. Wait for it or cancel it.")));
    m_running = true;
    m_cancel = cache::CancelToken();
    m_worker->ask<WrittenReport>(
        this,
        [this, answer](Result<WrittenReport> written) {
            if (!written) {
                m_running = false;
                return answer.give(written.error());
            }
            deliver(std::move(*written), answer);
        },
        [vault = m_vault, job = std::move(job), cancel = m_cancel]() -> Result<WrittenReport> {
            {
                const Result<std::unique_ptr<cache::Connection>> connection = vault->connect();
                if (!connection) return connection.error();
                if (const Result<void> may = mayExport(**connection); !may) return may.error();
            }
            return job(*vault, cancel);
        });
}

void ExportService::deliver(WrittenReport written, Answer<ReportResult> answer)
{
    m_undelivered.emplace(Undelivered{std::move(written), std::move(answer)});
    if (!m_client || !m_client->hasSession()) return conclude(NoticeState::Queued);
    const QByteArray key = m_undelivered->written.key;
    m_client->reportExport(m_undelivered->written.notice, key, this, [this, key](const Result<void> &sent) {
        if (!m_undelivered || m_undelivered->written.key != key) return;
        if (sent) m_worker->post([vault = m_vault, key] { forget(*vault, key); });
        conclude(sent ? NoticeState::Delivered : NoticeState::Queued);
    });
}

void ExportService::conclude(NoticeState state)
{
    const Undelivered done = std::move(*m_undelivered);
    m_undelivered.reset();
    m_running = false;
    ReportResult result = done.written.result;
    result.notice = state;
    done.answer.give(result);
}

void ExportService::cancel()
{
    m_cancel.cancel();
}

QString suggestedFileName(const ReportRequest &request, const QString &customerSlug)
{
    QStringList parts{reportName(request.kind)};
    if (!customerSlug.isEmpty()) parts.append(customerSlug);
    const auto day = [&](const QDateTime &instant) {
        return instant.toTimeZone(request.zone).date().toString(Qt::ISODate);
    };
    if (hasPeriod(request.kind) && request.filter.from.isValid()) {
        parts.append(day(request.filter.from));
        // The end is exclusive; the last day that is in the report names the file.
        if (request.filter.to.isValid()) parts.append(day(request.filter.to.addMSecs(-1)));
    } else if (request.exportedAt.isValid()) {
        parts.append(day(request.exportedAt));
    }
    return parts.join(QLatin1Char('_')) + QLatin1Char('.') + formatName(request.format);
}

}  // namespace lw::loginlog

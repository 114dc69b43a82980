// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loginlog/exportservice.h"

#include "core/cache/outboxtable.h"
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

/// Runs in the worker: file and notice, both or none.
Result<WrittenReport> writeFile(cache::Vault &vault, const ReportRequest &request, const report::Progress &progress,
                                const cache::CancelToken &cancel)
{
    Result<std::unique_ptr<cache::Connection>> reading = vault.connect(cache::Purpose::Read);
    if (!reading) return reading.error();
    WrittenReport written;
    written.key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const Result<void> file = report::writeAtomically(request.path, [&](QIODevice &device) -> Result<void> {
        HashingDevice hashed(device);
        const Result<ReportFacts> facts = writeReport(**reading, request, hashed, progress, cancel);
        if (!facts) return facts.error();
        if (cancel.cancelled())
            return makeError(Errc::Cancelled, QStringLiteral("The export was cancelled. No file was written."));
        protocol::ExportNotice &notice = written.notice;
        notice.report = reportName(request.kind);
        notice.format = formatName(request.format);
        notice.filter = filterText(request.filter).left(protocol::limits::filterLength);
        notice.rows = static_cast<qint64>(facts->rows);
        notice.sha256 = hashed.sha256();
        notice.exportedAt = request.exportedAt;
        notice.checkpointSize = facts->checkpointSize;
        written.result.path = request.path;
        written.result.rows = facts->rows;
        written.result.bytes = hashed.written();
        written.result.sha256 = notice.sha256;
        // The notice is kept before the file appears: nothing leaves the cache without a trace.
        Result<std::unique_ptr<cache::Connection>> writing = vault.connect(cache::Purpose::Write);
        if (!writing) return writing.error();
        return cache::OutboxTable(**writing).add(written.key, protocol::toJson(notice),
                                                 QDateTime::currentDateTimeUtc());
    });
    if (!file) return file.error();
    return written;
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
    }
    return {};
}

std::optional<ReportKind> reportFromName(QStringView name)
{
    for (const ReportKind kind :
         {ReportKind::LoginActivity, ReportKind::PasswordRotation, ReportKind::AccessReview, ReportKind::Revocation})
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
    const Answer<ReportResult> answer(context, std::move(done));
    if (m_running)
        return answer.give(
            makeError(Errc::Conflict, QStringLiteral("An export is running already. Wait for it or cancel it.")));
    if (!request.exportedAt.isValid()) request.exportedAt = QDateTime::currentDateTimeUtc();
    if (request.backEnd.isEmpty()) request.backEnd = m_backEnd;
    m_running = true;
    m_cancel = cache::CancelToken();
    const auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    const report::Progress tell = [this, clock, cancel = m_cancel](quint64 rows, quint64 total) {
        if (clock->elapsed() >= progressEveryMs) {
            clock->restart();
            QMetaObject::invokeMethod(
                this,
                [this, rows, total] {
                    Q_EMIT progress({rows, total});
                },
                Qt::QueuedConnection);
        }
        return !cancel.cancelled();
    };
    m_worker->ask<WrittenReport>(
        this,
        [this, answer](Result<WrittenReport> written) {
            if (!written) {
                m_running = false;
                return answer.give(written.error());
            }
            deliver(std::move(*written), answer);
        },
        [vault = m_vault, request = std::move(request), tell, cancel = m_cancel] {
            return writeFile(*vault, request, tell, cancel);
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

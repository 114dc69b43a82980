// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/export.h"
#include "core/util/time.h"
#include "server/auth/authevents.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/store/identifier.h"

namespace lw::server {

namespace {

constexpr int clockDriftSeconds = 300;

AuditEvent eventOf(const protocol::ExportNotice &notice, const Request &request, const QDateTime &now)
{
    AuditEvent event = authEvent(EventKind::ReportExported, Outcome::Success, actorOf(*request.principal),
                                 originOf(request), ObjectRef{QStringLiteral("report"), {}, notice.report});
    event.id = makeIdentifier("evt", now);
    event.time = now;
    event.detail = QStringLiteral("%1 rows as %2, exported %3, resting on checkpoint %4, SHA-256 %5, filter: %6")
                       .arg(QString::number(notice.rows), notice.format, toRfc3339(notice.exportedAt),
                            QString::number(notice.checkpointSize), QString::fromLatin1(notice.sha256.toHex()),
                            notice.filter.isEmpty() ? QStringLiteral("none") : notice.filter);
    return event;
}

Result<void> check(const protocol::ExportNotice &notice, quint64 logSize, const QDateTime &now)
{
    if (notice.exportedAt > now.addSecs(clockDriftSeconds))
        return makeError(Errc::InvalidInput, QStringLiteral("\"exportedAt\" lies in the future."),
                         QStringLiteral("exportedAt"));
    if (notice.checkpointSize > logSize)
        return makeError(Errc::InvalidInput, QStringLiteral("\"checkpointSize\" is larger than the log."),
                         QStringLiteral("checkpointSize"));
    return {};
}

Response report(Services &services, const Request &request)
{
    const Result<protocol::ExportNotice> notice = protocol::exportNoticeFromJson(request.body);
    if (!notice) return problem(notice.error());
    const Result<OnceOnly> once = OnceOnly::of(request, protocol::toJson(*notice));
    if (!once) return problem(once.error());
    const Result<AuditLog::Head> head = services.audit.head(request.principal->customerId);
    if (!head) return problem(head.error());
    const QDateTime now = services.clock.nowUtc();
    if (Result<void> fine = check(*notice, head->size, now); !fine) return problem(fine.error());

    Result<Transaction> transaction = Transaction::begin(*services.database);
    if (!transaction) return problem(transaction.error());
    Result<std::optional<Response>> before = once->before(transaction->connection());
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);
    AuditEvent event = eventOf(*notice, request, now);
    Response response = json(protocol::toJson(protocol::ExportReceipt{event.id}), 201);
    const Result<quint64> written =
        services.audit.append(*transaction, request.principal->customerId, std::move(event));
    if (!written) return problem(written.error());
    if (Result<void> kept = once->keep(*transaction, response, now); !kept) return problem(kept.error());
    if (Result<void> saved = transaction->commit(); !saved) return problem(saved.error());
    return response;
}

}  // namespace

void addExportRoutes(Router &router, Services &services)
{
    Route notice;
    notice.method = "POST";
    notice.pathTemplate = protocol::paths::auditExports;
    notice.operationId = QStringLiteral("reportExport");
    notice.permission = Permission::LogExport;
    notice.handle = [&services](const Request &request) { return report(services, request); };
    router.add(std::move(notice));
}

}  // namespace lw::server

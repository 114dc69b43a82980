// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "core/protocol/proof.h"
#include "server/routes/allroutes.h"
#include "server/routes/parameters.h"

namespace lw::server {

namespace {

constexpr quint64 largestSize = static_cast<quint64>(protocol::limits::jsonIntegerMost);

Response events(Services &services, const Request &request)
{
    if (Result<void> known = onlyParameters(request, {"from", "to"}); !known) return problem(known.error());
    const Result<AuditLog::Head> head = services.audit.head(request.principal->customerId);
    if (!head) return problem(head.error());
    const Result<quint64> from = numberParameter(request, "from", largestSize, quint64(0));
    if (!from) return problem(from.error());
    const Result<quint64> to = numberParameter(request, "to", largestSize, head->size);
    if (!to) return problem(to.error());
    if (*to >= *from && *to - *from > protocol::limits::eventsPerRequest)
        return problem(makeError(
            Errc::InvalidInput,
            QStringLiteral("One request may ask for at most %1 events.").arg(protocol::limits::eventsPerRequest),
            QStringLiteral("to")));
    // The log must not flow on to somebody whose session has ended meanwhile.
    const Result<std::shared_ptr<Lifeline>> lifeline = services.sessions.lifeline(request.principal->sessionId);
    if (!lifeline) return problem(lifeline.error());
    Result<LeafSource> source = services.audit.stream(request.principal->customerId, *from, *to);
    if (!source) return problem(source.error());
    if (*to > *from)
        if (Result<void> noted = services.views.looked(
                request, QStringLiteral("Entries %1 to %2 of the audit log").arg(*from).arg(*to - 1));
            !noted)
            return problem(noted.error());
    Response response;
    response.headers.set("Content-Type", QByteArray(protocol::media::ndjson.data(), protocol::media::ndjson.size()));
    response.stream = std::move(*source);
    response.lifeline = *lifeline;
    response.compress = true;
    return response;
}

Response checkpoint(Services &services, const Request &request)
{
    const Result<QByteArray> note = services.audit.checkpoint(request.principal->customerId);
    if (!note) return problem(note.error());
    const QByteArray etag = etagOf(*note);
    if (matchesIfNoneMatch(request, etag)) return notModified(etag);
    Response response = text(*note, QByteArray(protocol::media::note.data(), protocol::media::note.size()));
    response.headers.set("ETag", etag);
    return response;
}

Response consistency(Services &services, const Request &request)
{
    if (Result<void> known = onlyParameters(request, {"from", "to"}); !known) return problem(known.error());
    const Result<quint64> from = numberParameter(request, "from", largestSize);
    if (!from) return problem(from.error());
    const Result<quint64> to = numberParameter(request, "to", largestSize);
    if (!to) return problem(to.error());
    const Result<ConsistencyProof> proof = services.audit.consistency(request.principal->customerId, *from, *to);
    if (!proof) return problem(proof.error());
    return json(protocol::toJson(*proof));
}

Response inclusion(Services &services, const Request &request)
{
    if (Result<void> known = onlyParameters(request, {"index", "size"}); !known) return problem(known.error());
    const Result<quint64> index = numberParameter(request, "index", largestSize);
    if (!index) return problem(index.error());
    const Result<quint64> size = numberParameter(request, "size", largestSize);
    if (!size) return problem(size.error());
    const Result<InclusionProof> proof = services.audit.inclusion(request.principal->customerId, *index, *size);
    if (!proof) return problem(proof.error());
    return json(protocol::toJson(*proof));
}

void add(Router &router, Services &services, QLatin1String path, const char *operation,
         Response (*handle)(Services &, const Request &))
{
    Route route;
    route.method = "GET";
    route.pathTemplate = path;
    route.operationId = QLatin1String(operation);
    route.permission = Permission::LogRead;
    route.handle = [&services, handle](const Request &request) { return handle(services, request); };
    router.add(std::move(route));
}

}  // namespace

void addAuditRoutes(Router &router, Services &services)
{
    add(router, services, protocol::paths::auditEvents, "listAuditEvents", events);
    add(router, services, protocol::paths::auditCheckpoint, "getCheckpoint", checkpoint);
    add(router, services, protocol::paths::consistencyProof, "getConsistencyProof", consistency);
    add(router, services, protocol::paths::inclusionProof, "getInclusionProof", inclusion);
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "core/protocol/proof.h"
#include "server/routes/allroutes.h"
#include "server/routes/parameters.h"
#include "server/routes/routeoffer.h"

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

}  // namespace

void addAuditRoutes(Router &router, Services &services)
{
    using namespace protocol::paths;
    const RouteOffer offer(router, services);
    offer("GET", auditEvents, "listAuditEvents", Permission::LogRead, events);
    offer("GET", auditCheckpoint, "getCheckpoint", Permission::LogRead, checkpoint);
    offer("GET", consistencyProof, "getConsistencyProof", Permission::LogRead, consistency);
    offer("GET", inclusionProof, "getInclusionProof", Permission::LogRead, inclusion);
}

}  // namespace lw::server

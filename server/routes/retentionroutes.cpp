// SPDX-License-Identifier: GPL-3.0-or-later
// How long data is kept, legal holds, purges, and which entries of the log lost their content.
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "core/protocol/retention.h"
#include "server/http/precondition.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/routes/parameters.h"
#include "server/routes/routeoffer.h"

namespace lw::server {

namespace {

/// When purges run is no part of what is edited.
QByteArray tagOf(const protocol::RetentionState &state)
{
    return editTag(protocol::toJson(state.rules), protocol::toJson(state));
}

Response tagged(const protocol::RetentionState &state)
{
    Response response = json(protocol::toJson(state));
    response.headers.set("ETag", tagOf(state));
    return response;
}

Response state(Services &services, const Request &request)
{
    const Result<protocol::RetentionState> state = services.retention.state(request.principal->customerId);
    if (!state) return problem(state.error());
    return matchesIfNoneMatch(request, tagOf(*state)) ? notModified(tagOf(*state)) : tagged(*state);
}

Response changeRules(Services &services, const Request &request)
{
    const Result<RetentionRules> wish = protocol::retentionRulesFromJson(request.body);
    if (!wish) return problem(wish.error());
    const Result<protocol::RetentionState> changed =
        services.retention.setRules(authorOf(request), *wish, [&request](const RetentionRules &present) {
            return requireMatch(request, editTag(protocol::toJson(present), {}));
        });
    return changed ? tagged(*changed) : problem(changed.error());
}

/// Changes nothing: a repetition needs no key.
Response preview(Services &services, const Request &request)
{
    const Result<RetentionRules> wish = protocol::retentionRulesFromJson(request.body);
    if (!wish) return problem(wish.error());
    const Result<QList<PurgeCount>> counts = services.retention.preview(
        request.principal->customerId, *wish, [&services] { return services.stopping.load(); });
    return counts ? json(protocol::toJson(*counts)) : problem(counts.error());
}

Response listHolds(Services &services, const Request &request)
{
    const Result<QList<LegalHold>> holds = services.retention.holds(request.principal->customerId);
    return holds ? json(protocol::toJson(*holds)) : problem(holds.error());
}

Response placeHold(Services &services, const Request &request)
{
    const Result<LegalHold> wish = protocol::holdFromJson(request.body);
    if (!wish) return problem(wish.error());
    return answeredOnce<LegalHold>(
        services, request, protocol::toJson(*wish), 201, &protocol::toJson,
        [&](const auto &keep) { return services.retention.placeHold(authorOf(request), *wish, keep); });
}

Response releaseHold(Services &services, const Request &request)
{
    const Result<void> released =
        services.retention.releaseHold(authorOf(request), request.pathParams.value(QStringLiteral("holdId")));
    return released ? noContent() : problem(released.error());
}

Response listRuns(Services &services, const Request &request)
{
    const Result<QList<PurgeRun>> runs = services.retention.runs(request.principal->customerId);
    return runs ? json(protocol::toJson(*runs)) : problem(runs.error());
}

Response startPurge(Services &services, const Request &request)
{
    return answeredOnce<PurgeRun>(services, request, "purge", 202, &protocol::toJson, [&](const auto &keep) {
        return services.retention.purgeNow(authorOf(request), keep);
    });
}

Response listPurged(Services &services, const Request &request)
{
    if (Result<void> known = onlyParameters(request, {"after"}); !known) return problem(known.error());
    const Result<quint64> after =
        numberParameter(request, "after", static_cast<quint64>(protocol::limits::jsonIntegerMost), quint64(0));
    if (!after) return problem(after.error());
    const Result<QList<PurgedRange>> ranges =
        services.retention.purgedAfter(request.principal->customerId, static_cast<qint64>(*after));
    if (!ranges) return problem(ranges.error());
    Response response = json(protocol::toJson(*ranges));
    response.compress = true;
    return response;
}

}  // namespace

void addRetentionRoutes(Router &router, Services &services)
{
    using namespace protocol::paths;
    const RouteOffer offer(router, services);
    offer("GET", retention, "getRetention", Permission::RetentionRead, state);
    offer("PUT", retention, "changeRetention", Permission::RetentionWrite, changeRules);
    offer("POST", retentionPreview, "previewRetention", Permission::RetentionRead, preview);
    offer("GET", retentionHolds, "listHolds", Permission::RetentionRead, listHolds);
    offer("POST", retentionHolds, "placeHold", Permission::RetentionWrite, placeHold);
    offer("DELETE", retentionHold, "releaseHold", Permission::RetentionWrite, releaseHold);
    offer("GET", retentionRuns, "listPurgeRuns", Permission::RetentionRead, listRuns);
    offer("POST", retentionRuns, "startPurge", Permission::RetentionWrite, startPurge);
    offer("GET", auditPurges, "listPurgedRanges", Permission::LogRead, listPurged);
}

}  // namespace lw::server

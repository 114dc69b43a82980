// SPDX-License-Identifier: GPL-3.0-or-later
// The list of finished calls.
#include "core/policy/numberclass.h"
#include "core/protocol/callrecords.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "server/routes/allroutes.h"
#include "server/routes/parameters.h"
#include "server/routes/routeoffer.h"
#include "server/store/calltable.h"

namespace lw::server {

namespace {

using Place = CallTable::Place;

/// Callers get a text that says nothing to them; it is the last call of the page before.
QString cursorAfter(const CallRecord &call)
{
    const QByteArray place = QByteArray::number(call.startedAt.toMSecsSinceEpoch()) + ' ' + call.callId.toUtf8();
    return QString::fromLatin1(place.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<std::optional<Place>> placeOf(const QString &cursor)
{
    if (cursor.isEmpty()) return std::optional<Place>();
    const auto decoded = QByteArray::fromBase64Encoding(
        cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray text = decoded ? *decoded : QByteArray();
    const qsizetype space = text.indexOf(' ');
    bool number = false;
    const qint64 ms = text.left(space).toLongLong(&number);
    const QString callId = QString::fromUtf8(text.mid(space + 1));
    if (space < 0 || !number || callId.isEmpty() || callId.contains(QChar(QChar::ReplacementCharacter)))
        return makeError(Errc::InvalidInput, QStringLiteral("\"cursor\" is not one that this list gave."),
                         QStringLiteral("cursor"));
    return std::optional(Place{QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), callId});
}

Result<CallFilter> filterOf(const Request &request)
{
    const auto wrong = [](const char *field, const QString &sentence) {
        return makeError(Errc::InvalidInput, QStringLiteral("\"%1\": %2").arg(QLatin1String(field), sentence),
                         QLatin1String(field));
    };
    CallFilter filter;
    const Result<QString> number = textParameter(request, "number", protocol::limits::numberLength);
    if (!number) return number.error();
    if (!number->isEmpty()) {
        const policy::Classification read = policy::classify(*number);
        if (read.canonical.isEmpty()) return wrong("number", read.problem);
        filter.number = read.canonical;
    }
    const Result<QDateTime> from = instantParameter(request, "from");
    if (!from) return from.error();
    const Result<QDateTime> until = instantParameter(request, "until");
    if (!until) return until.error();
    if (from->isValid() && until->isValid() && *until <= *from)
        return wrong("until", QStringLiteral("It must lie after \"from\"."));
    filter.from = *from;
    filter.until = *until;
    const Result<QString> name = textParameter(request, "class", protocol::limits::numberLength);
    if (!name) return name.error();
    if (!name->isEmpty()) {
        filter.callClass = callClassFromName(*name);
        if (!filter.callClass)
            return wrong("class", QStringLiteral(
                                      "There is no such class of calls. Write one such as premium or international."));
    }
    return filter;
}

Response list(Services &services, const Request &request)
{
    if (Result<void> known = onlyParameters(request, {"limit", "cursor", "number", "from", "until", "class"}); !known)
        return problem(known.error());
    const Result<quint64> limit =
        numberParameter(request, "limit", protocol::limits::callsPageMost, protocol::limits::callsPage);
    if (!limit) return problem(limit.error());
    if (*limit == 0)
        return problem(
            makeError(Errc::InvalidInput, QStringLiteral("\"limit\" must be at least 1."), QStringLiteral("limit")));
    const Result<QString> cursor = textParameter(request, "cursor", protocol::limits::callCursorLength);
    if (!cursor) return problem(cursor.error());
    const Result<std::optional<Place>> after = placeOf(*cursor);
    if (!after) return problem(after.error());
    const Result<CallFilter> filter = filterOf(request);
    if (!filter) return problem(filter.error());

    const QString &customerId = request.principal->customerId;
    const Result<std::shared_ptr<const SpendFacts>> facts = services.spendFacts.of(customerId);
    if (!facts) return problem(facts.error());
    // Who called whom is as confidential as who signed in.
    if (Result<void> noted = services.views.looked(request, QStringLiteral("Call records"), QStringLiteral("calls"));
        !noted)
        return problem(noted.error());
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    const Result<CallTable::Page> found =
        CallTable(*connection).page(customerId, *filter, *after, static_cast<int>(*limit));
    if (!found) return problem(found.error());
    protocol::CallPage page{(*facts)->settings.currency, found->calls, {}};
    if (found->more) page.nextCursor = cursorAfter(found->calls.constLast());
    Response response = json(protocol::toJson(page));
    response.compress = true;
    return response;
}

}  // namespace

void addCallRecordRoutes(Router &router, Services &services)
{
    const RouteOffer offer(router, services);
    offer("GET", protocol::paths::callsRecords, "listCalls", Permission::SpendRead, list);
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"

#include "core/policy/access.h"
#include "core/protocol/problem.h"

#include <algorithm>

namespace lw::server {

namespace {

bool isParameter(const QString &segment)
{
    return segment.size() > 2 && segment.startsWith(u'{') && segment.endsWith(u'}');
}

bool answers(const Route &route, const QByteArray &method)
{
    return route.method == method || (route.method == "GET" && method == "HEAD");
}

Response unauthorised(const QString &detail)
{
    Response response = problem(makeError(Errc::Unauthorized, detail));
    response.headers.set("WWW-Authenticate", "Bearer realm=\"linewarden\"");
    return response;
}

}  // namespace

void Router::add(Route route)
{
    for (const Entry &entry : m_entries)
        if (entry.route.method == route.method && entry.route.pathTemplate == route.pathTemplate)
            qFatal("two routes answer %s %s", route.method.constData(), qPrintable(route.pathTemplate));
    QStringList segments = route.pathTemplate.split(u'/');
    m_entries.append(Entry{std::move(route), std::move(segments)});
}

QList<Route> Router::routes() const
{
    QList<Route> all;
    for (const Entry &entry : m_entries)
        all.append(entry.route);
    return all;
}

bool Router::matches(const Entry &entry, const QStringList &path, QHash<QString, QString> &params)
{
    if (entry.segments.size() != path.size()) return false;
    QHash<QString, QString> found;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QString &wanted = entry.segments[i];
        if (isParameter(wanted) && !path[i].isEmpty())
            found.insert(wanted.mid(1, wanted.size() - 2), path[i]);
        else if (wanted != path[i])
            return false;
    }
    params = std::move(found);
    return true;
}

Response Router::refusal(const QByteArray &allow) const
{
    if (allow.isEmpty())
        return problem(makeError(Errc::NotFound, QStringLiteral("There is nothing under this address.")));
    Response response = problemWithStatus(
        makeError(
            Errc::Unsupported,
            QStringLiteral("This address does not know that method; it knows %1.").arg(QString::fromLatin1(allow))),
        405);
    response.headers.set("Allow", allow);
    return response;
}

const Router::Entry *Router::find(const Request &request, QHash<QString, QString> &params,
                                  QByteArrayList &allowed) const
{
    const QStringList path = request.path.split(u'/');
    const Entry *found = nullptr;
    // A literal segment wins over a parameter: "/v1/users/search" would be found before "/v1/users/{userId}".
    qsizetype fewest = 0;
    for (const Entry &entry : m_entries) {
        QHash<QString, QString> candidate;
        if (!matches(entry, path, candidate)) continue;
        if (!answers(entry.route, request.method)) {
            allowed.append(entry.route.method);
            if (entry.route.method == "GET") allowed.append("HEAD");
            continue;
        }
        if (found && candidate.size() >= fewest) continue;
        found = &entry;
        fewest = candidate.size();
        params = std::move(candidate);
    }
    return found;
}

qint64 Router::bodyBytes(const Request &request) const
{
    QHash<QString, QString> params;
    QByteArrayList allowed;
    const Entry *entry = find(request, params, allowed);
    return entry ? entry->route.bodyBytes : 0;
}

std::optional<Response> Router::refuse(Request &request, const Secret &token, Authenticator &authenticator) const
{
    QByteArrayList allowed;
    const Entry *entry = find(request, request.pathParams, allowed);
    return admit(entry, request, token, authenticator, std::move(allowed));
}

Response Router::dispatch(Request &request, const Secret &token, Authenticator &authenticator) const
{
    QByteArrayList allowed;
    const Entry *entry = find(request, request.pathParams, allowed);
    if (std::optional<Response> refused = admit(entry, request, token, authenticator, std::move(allowed)))
        return *std::move(refused);
    return entry->route.handle(request);
}

std::optional<Response> Router::admit(const Entry *entry, Request &request, const Secret &token,
                                      Authenticator &authenticator, QByteArrayList allowed) const
{
    if (!entry) {
        std::sort(allowed.begin(), allowed.end());
        return refusal(allowed.join(", "));
    }
    const Route &route = entry->route;
    request.operationId = route.operationId;
    if (route.anonymous) return std::nullopt;

    if (token.isEmpty()) return unauthorised(QStringLiteral("Sign in first: this request carried no session token."));
    Result<Principal> principal = authenticator.authenticate(token, request);
    if (!principal) {
        if (principal.error().code != Errc::Unauthorized) return problem(principal.error());
        return unauthorised(principal.error().message);
    }
    request.principal = std::move(principal).value();
    switch (policy::mayCall(request.principal->permissions, route.permission,
                            {request.principal->mustChangePassword, request.principal->mustEnrolMfa},
                            {route.allowedWhilePasswordExpired, route.allowedWhileMfaMissing})) {
        case policy::Decision::Allow: return std::nullopt;
        case policy::Decision::PasswordChangeRequired:
            return problem(makeError(Errc::Forbidden,
                                     QStringLiteral("Change your password first; until then nothing else can be done."),
                                     protocol::fieldMustChangePassword));
        case policy::Decision::MfaEnrolmentRequired:
            return problem(makeError(
                Errc::Forbidden,
                QStringLiteral("Your role needs a second factor. Set one up first; until then nothing else can be "
                               "done."),
                protocol::fieldMustEnrolMfa));
        case policy::Decision::Forbidden: break;
    }
    authenticator.denied(*request.principal, request, *route.permission);
    return problem(makeError(
        Errc::Forbidden, QStringLiteral("Your roles do not include the permission %1. Ask an owner of your customer.")
                             .arg(permissionName(*route.permission))));
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
// Which handler answers which method and path, and who may call it. The rules are the same for every route, so they are
// decided here once: unknown path 404, other method 405 with Allow, no session 401, password or second factor first, or
// permission missing 403 (core/policy/access.h).
#pragma once

#include "core/domain/role.h"
#include "server/http/authenticator.h"
#include "server/http/message.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace lw::server {

struct Route {
    QByteArray method;                         ///< "GET" answers HEAD too
    QString pathTemplate;                      ///< "/v1/users/{userId}"
    QString operationId;                       ///< as in the OpenAPI document
    std::optional<Permission> permission;      ///< nullopt: any valid session will do
    bool anonymous = false;                    ///< no session is asked for
    bool allowedWhilePasswordExpired = false;  ///< callable when the password must be changed first
    bool allowedWhileMfaMissing = false;       ///< callable when a second factor must be set up first
    /// The largest body; 0: HttpLimits::bodyBytes. A larger one than that is taken only from callers who may call the
    /// route, which is asked before its first byte is read.
    qint64 bodyBytes = 0;
    std::function<Response(const Request &)> handle;  ///< may block; called on a worker thread, several at a time
};

class Router {
  public:
    /// Routes are added before the server starts. Two routes of the same method and template are a defect (qFatal).
    void add(Route route);
    QList<Route> routes() const;

    /// Answers the request; `token` is the bearer token it carried, empty when there was none. Sets principal,
    /// operationId and pathParams of `request`.
    Response dispatch(Request &request, const Secret &token, Authenticator &authenticator) const;

    /// Route::bodyBytes of the route that dispatch() would take; 0 also when there is none.
    qint64 bodyBytes(const Request &request) const;
    /// What dispatch() would answer without ever calling the handler: unknown, unauthorised, forbidden. nullopt: it
    /// would call it.
    std::optional<Response> refuse(Request &request, const Secret &token, Authenticator &authenticator) const;

  private:
    struct Entry {
        Route route;
        QStringList segments;
    };
    static bool matches(const Entry &entry, const QStringList &path, QHash<QString, QString> &params);
    /// Null: none answers; `allowed` are the methods that would be answered under this path.
    const Entry *find(const Request &request, QHash<QString, QString> &params, QByteArrayList &allowed) const;
    std::optional<Response> admit(const Entry *entry, Request &request, const Secret &token,
                                  Authenticator &authenticator, QByteArrayList allowed) const;
    Response refusal(const QByteArray &allow) const;
    QList<Entry> m_entries;
};

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "core/protocol/user.h"
#include "server/people/personview.h"
#include "server/routes/allroutes.h"
#include "server/routes/parameters.h"
#include "server/store/customertable.h"
#include "server/store/usertable.h"

namespace lw::server {

namespace {

/// Callers get a text that says nothing to them; it is the last login name of the page before.
QString cursorAfter(const User &user)
{
    return QString::fromLatin1(
        user.login.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<QString> loginOfCursor(const QString &cursor)
{
    if (cursor.isEmpty()) return QString();
    const auto decoded = QByteArray::fromBase64Encoding(
        cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QString login = decoded ? QString::fromUtf8(*decoded) : QString();
    if (login.isEmpty() || login.contains(QChar(QChar::ReplacementCharacter)))
        return makeError(Errc::InvalidInput, QStringLiteral("\"cursor\" is not one that this list gave."),
                         QStringLiteral("cursor"));
    return login;
}

/// One tag for the whole list, whichever page is asked for: a client that holds all pages asks once whether any
/// changed.
Result<QByteArray> listTag(const UserTable &table, const Customer &customer, const Request &request,
                           const QDateTime &now)
{
    const Result<QList<User>> all = table.all(customer.id);
    if (!all) return all.error();
    QByteArray text = request.query.toString(QUrl::FullyEncoded).toLatin1();
    for (const User &user : *all)
        text += '\n' + protocol::toJson(entryOf(user, customer.passwordPolicy, now));
    return etagOf(text);
}

Response list(Services &services, const Request &request)
{
    if (Result<void> known = onlyParameters(request, {"limit", "cursor", "search"}); !known)
        return problem(known.error());
    const Result<quint64> limit =
        numberParameter(request, "limit", protocol::limits::usersPageMost, protocol::limits::usersPage);
    if (!limit) return problem(limit.error());
    if (*limit == 0)
        return problem(
            makeError(Errc::InvalidInput, QStringLiteral("\"limit\" must be at least 1."), QStringLiteral("limit")));
    const Result<QString> search = textParameter(request, "search", protocol::limits::searchLength);
    if (!search) return problem(search.error());
    const Result<QString> cursor = textParameter(request, "cursor", protocol::limits::cursorLength);
    if (!cursor) return problem(cursor.error());
    const Result<QString> after = loginOfCursor(*cursor);
    if (!after) return problem(after.error());

    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    const Result<Customer> customer = CustomerTable(*connection).byId(request.principal->customerId);
    if (!customer) return problem(customer.error());
    const UserTable table(*connection);
    const QDateTime now = services.clock.nowUtc();
    const Result<QByteArray> etag = listTag(table, *customer, request, now);
    if (!etag) return problem(etag.error());
    if (matchesIfNoneMatch(request, *etag)) return notModified(*etag);
    const Result<UserTable::Page> found = table.page(customer->id, *search, *after, static_cast<int>(*limit));
    if (!found) return problem(found.error());
    const Result<qint64> total = table.count(customer->id, *search);
    if (!total) return problem(total.error());

    protocol::UserPage page;
    for (const User &user : found->users)
        page.users.append(entryOf(user, customer->passwordPolicy, now));
    if (found->more) page.nextCursor = cursorAfter(found->users.last());
    page.total = *total;
    Response response = json(protocol::toJson(page));
    response.headers.set("ETag", *etag);
    response.compress = true;
    return response;
}

Response show(Services &services, const Request &request)
{
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    const Result<Customer> customer = CustomerTable(*connection).byId(request.principal->customerId);
    if (!customer) return problem(customer.error());
    const Result<User> user =
        UserTable(*connection).byId(customer->id, request.pathParams.value(QStringLiteral("userId")));
    if (!user) return problem(user.error());
    const protocol::UserEntry entry = entryOf(*user, customer->passwordPolicy, services.clock.nowUtc());
    const QByteArray etag = tagOf(entry);
    if (matchesIfNoneMatch(request, etag)) return notModified(etag);
    Response response = json(protocol::toJson(entry));
    response.headers.set("ETag", etag);
    return response;
}

}  // namespace

void addUserRoutes(Router &router, Services &services)
{
    Route all;
    all.method = "GET";
    all.pathTemplate = protocol::paths::users;
    all.operationId = QStringLiteral("listUsers");
    all.permission = Permission::UsersRead;
    all.handle = [&services](const Request &request) { return list(services, request); };
    router.add(std::move(all));

    Route one;
    one.method = "GET";
    one.pathTemplate = protocol::paths::user;
    one.operationId = QStringLiteral("getUser");
    one.permission = Permission::UsersRead;
    one.handle = [&services](const Request &request) { return show(services, request); };
    router.add(std::move(one));
}

}  // namespace lw::server

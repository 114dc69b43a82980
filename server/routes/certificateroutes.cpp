// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/rolerules.h"
#include "core/protocol/certificate.h"
#include "core/protocol/endpoints.h"
#include "core/protocol/limits.h"
#include "server/auth/authevents.h"
#include "server/http/peercertificate.h"
#include "server/routes/allroutes.h"
#include "server/routes/idempotency.h"
#include "server/store/certificatetable.h"
#include "server/store/customertable.h"
#include "server/store/roletable.h"
#include "server/store/usertable.h"

#include <QJsonObject>

namespace lw::server {

namespace {

constexpr int leastSecurityBits = 112;  // RSA 2048, P-224: what the TLS listener takes of its own side

protocol::RegisteredCertificate shownOf(const ClientCertificate &certificate, const Request &request)
{
    return {QString::fromLatin1(certificate.fingerprint.toHex()), certificate.subject, certificate.addedAt,
            certificate.fingerprint == request.clientFingerprint};
}

QJsonObject recordOf(const ClientCertificate &certificate)
{
    return {{QStringLiteral("fingerprint"), QString::fromLatin1(certificate.fingerprint.toHex())},
            {QStringLiteral("subject"), certificate.subject}};
}

Response list(Services &services, const Request &request)
{
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    const Result<User> user =
        UserTable(*connection).byId(request.principal->customerId, request.pathParams.value(QStringLiteral("userId")));
    if (!user) return problem(user.error());
    const Result<QList<ClientCertificate>> found = CertificateTable(*connection).ofUser(user->id);
    if (!found) return problem(found.error());
    QList<protocol::RegisteredCertificate> certificates;
    for (const ClientCertificate &certificate : *found)
        certificates.append(shownOf(certificate, request));
    Response response = json(protocol::toJson(certificates));
    const QByteArray etag = etagOf(response.body);
    if (matchesIfNoneMatch(request, etag)) return notModified(etag);
    response.headers.set("ETag", etag);
    return response;
}

Result<ClientCertificate> certificateOf(const protocol::NewCertificate &wish, const QDateTime &now)
{
    ClientCertificate certificate;
    certificate.addedAt = now;
    if (wish.certificatePem.isEmpty()) {
        certificate.fingerprint = QByteArray::fromHex(wish.fingerprint.toLatin1());
        return certificate;
    }
    const QString field = QStringLiteral("certificatePem");
    const Result<PeerCertificate> facts = certificateFromPem(wish.certificatePem);
    if (!facts) return makeError(facts.error().code, facts.error().message, field);
    if (facts->securityBits < leastSecurityBits)
        return makeError(Errc::InvalidInput,
                         QStringLiteral("The certificate's key is too short. Use RSA with 2048 bits or more, P-256 or "
                                        "Ed25519."),
                         field);
    if (!facts->notAfter.isValid() || facts->notAfter <= now)
        return makeError(Errc::InvalidInput, QStringLiteral("The certificate has expired. Make a new one."), field);
    certificate.fingerprint = facts->fingerprint;
    certificate.subject = facts->subject.left(protocol::limits::nameLength);
    return certificate;
}

/// The person whose certificates the caller may change, or why not.
Result<User> managed(Services &services, const Transaction &transaction, const Request &request)
{
    const Principal &principal = *request.principal;
    const QSqlDatabase &connection = transaction.connection();
    Result<User> user =
        UserTable(connection).byId(principal.customerId, request.pathParams.value(QStringLiteral("userId")));
    if (!user) return user;
    const Result<QList<Role>> custom = RoleTable(connection).behind(principal.customerId, user->roles);
    if (!custom) return custom.error();
    if (policy::mayManage(principal.permissions, user->roles, *custom)) return user;
    const Result<quint64> written =
        services.audit.append(transaction, principal.customerId,
                              authEvent(EventKind::AccessDenied, Outcome::Failure, actorOf(principal),
                                        originOf(request), accountOf(*user), QStringLiteral("beyond_own_permissions")));
    if (!written) return written.error();
    return makeError(Errc::Forbidden,
                     QStringLiteral("%1 holds permissions that you do not have. Ask somebody who has them, such as an "
                                    "owner.")
                         .arg(user->login));
}

/// A certificate is part of how a person gets in: it stands in the person's own story.
Result<void> record(Services &services, const Transaction &transaction, const Request &request, const User &user,
                    const std::optional<ClientCertificate> &before, const std::optional<ClientCertificate> &after)
{
    AuditEvent event = authEvent(EventKind::UserChanged, Outcome::Success, actorOf(*request.principal),
                                 originOf(request), accountOf(user),
                                 before ? QStringLiteral("certificate_removed") : QStringLiteral("certificate_added"));
    event.before = before ? recordOf(*before) : QJsonObject();
    event.after = after ? recordOf(*after) : QJsonObject();
    const Result<quint64> written = services.audit.append(transaction, request.principal->customerId, std::move(event));
    if (!written) return written.error();
    return {};
}

Response addOne(Services &services, const Request &request)
{
    const Result<protocol::NewCertificate> wish = protocol::newCertificateFromJson(request.body);
    if (!wish) return problem(wish.error());
    const QByteArray asked =
        request.pathParams.value(QStringLiteral("userId")).toUtf8() + '\n' + protocol::toJson(*wish);
    const Result<OnceOnly> once = OnceOnly::of(request, asked);
    if (!once) return problem(once.error());
    const Result<ClientCertificate> certificate = certificateOf(*wish, services.clock.nowUtc());
    if (!certificate) return problem(certificate.error());

    Result<Transaction> transaction = Transaction::begin(*services.database);
    if (!transaction) return problem(transaction.error());
    Result<std::optional<Response>> before = once->before(transaction->connection());
    if (!before) return problem(before.error());
    if (*before) return std::move(**before);
    const Result<User> user = managed(services, *transaction, request);
    if (!user) {
        if (user.error().code == Errc::Forbidden)
            if (Result<void> saved = transaction->commit(); !saved) return problem(saved.error());
        return problem(user.error());
    }
    CertificateTable table(transaction->connection());
    const Result<QList<ClientCertificate>> present = table.ofUser(user->id);
    if (!present) return problem(present.error());
    if (present->size() >= protocol::limits::certificatesPerUser)
        return problem(makeError(Errc::Conflict,
                                 QStringLiteral("%1 certificates are registered for %2, more are not possible. Remove "
                                                "one first.")
                                     .arg(present->size())
                                     .arg(user->login)));
    const Result<bool> there = table.has(user->id, certificate->fingerprint);
    if (!there) return problem(there.error());
    if (*there)
        return problem(makeError(Errc::Conflict,
                                 QStringLiteral("This certificate is registered for %1 already.").arg(user->login)));
    if (Result<void> stored = table.insert(user->id, *certificate); !stored) return problem(stored.error());
    if (Result<void> told = record(services, *transaction, request, *user, std::nullopt, *certificate); !told)
        return problem(told.error());
    const Response response = json(protocol::toJson(shownOf(*certificate, request)), 201);
    if (Result<void> kept = once->keep(*transaction, response, services.clock.nowUtc()); !kept)
        return problem(kept.error());
    if (Result<void> saved = transaction->commit(); !saved) return problem(saved.error());
    return response;
}

/// Whoever needs a certificate keeps the one that the present connection shows: without it he could not come back.
Result<void> keepsTheOwn(const QSqlDatabase &connection, const Request &request, const User &user,
                         const QByteArray &fingerprint)
{
    if (user.id != request.principal->userId || fingerprint != request.clientFingerprint) return {};
    const Result<Customer> customer = CustomerTable(connection).byId(request.principal->customerId);
    if (!customer) return customer.error();
    if (!policy::certificateRequired(user.roles, *customer)) return {};
    return makeError(Errc::Conflict,
                     QStringLiteral("You are connected with this certificate and need one. Connect with another one "
                                    "before you remove it."));
}

Response remove(Services &services, const Request &request)
{
    const QString text = protocol::canonicalFingerprint(request.pathParams.value(QStringLiteral("fingerprint")));
    if (text.isEmpty())
        return problem(makeError(Errc::NotFound, QStringLiteral("There is no such certificate of this person.")));
    const QByteArray fingerprint = QByteArray::fromHex(text.toLatin1());
    Result<Transaction> transaction = Transaction::begin(*services.database);
    if (!transaction) return problem(transaction.error());
    const Result<User> user = managed(services, *transaction, request);
    if (!user) {
        if (user.error().code == Errc::Forbidden)
            if (Result<void> saved = transaction->commit(); !saved) return problem(saved.error());
        return problem(user.error());
    }
    CertificateTable table(transaction->connection());
    const Result<QList<ClientCertificate>> present = table.ofUser(user->id);
    if (!present) return problem(present.error());
    const auto found = std::find_if(present->begin(), present->end(), [&](const ClientCertificate &certificate) {
        return certificate.fingerprint == fingerprint;
    });
    if (found == present->end())
        return problem(makeError(Errc::NotFound, QStringLiteral("There is no such certificate of this person.")));
    if (Result<void> keeps = keepsTheOwn(transaction->connection(), request, *user, fingerprint); !keeps)
        return problem(keeps.error());
    if (const Result<bool> removed = table.remove(user->id, fingerprint); !removed) return problem(removed.error());
    if (Result<void> told = record(services, *transaction, request, *user, *found, std::nullopt); !told)
        return problem(told.error());
    if (Result<void> saved = transaction->commit(); !saved) return problem(saved.error());
    return noContent();
}

}  // namespace

void addCertificateRoutes(Router &router, Services &services)
{
    const auto add = [&](const char *method, QLatin1String path, const char *operation, Permission permission,
                         Response (*handle)(Services &, const Request &)) {
        Route route;
        route.method = method;
        route.pathTemplate = path;
        route.operationId = QString::fromLatin1(operation);
        route.permission = permission;
        route.handle = [&services, handle](const Request &request) { return handle(services, request); };
        router.add(std::move(route));
    };
    add("GET", protocol::paths::userCertificates, "listCertificates", Permission::UsersRead, list);
    add("POST", protocol::paths::userCertificates, "addCertificate", Permission::UsersWrite, addOne);
    add("DELETE", protocol::paths::userCertificate, "removeCertificate", Permission::UsersWrite, remove);
}

}  // namespace lw::server

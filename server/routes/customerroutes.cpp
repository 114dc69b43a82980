// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/rolerules.h"
#include "core/policy/standards.h"
#include "core/protocol/customer.h"
#include "core/protocol/endpoints.h"
#include "server/auth/authevents.h"
#include "server/auth/clientcertificates.h"
#include "server/http/precondition.h"
#include "server/routes/allroutes.h"
#include "server/store/customertable.h"
#include "server/store/roletable.h"

#include <QJsonDocument>

namespace lw::server {

namespace {

protocol::CustomerRules rulesOf(const Customer &customer)
{
    return {customer.passwordPolicy, customer.mfaRequiredRoles, customer.certificateRequiredRoles};
}

QByteArray tagOf(const Customer &customer)
{
    return editTag(protocol::toJson(rulesOf(customer)), protocol::toJson(customer));
}

Response answer(const Customer &customer)
{
    Response response = json(protocol::toJson(customer));
    response.headers.set("ETag", tagOf(customer));
    return response;
}

Response show(Services &services, const Request &request)
{
    const Result<QSqlDatabase> connection = services.database->connection();
    if (!connection) return problem(connection.error());
    const Result<Customer> customer = CustomerTable(*connection).byId(request.principal->customerId);
    if (!customer) return problem(customer.error());
    const QByteArray etag = tagOf(*customer);
    if (matchesIfNoneMatch(request, etag)) return notModified(etag);
    return answer(*customer);
}

Error bad(const QString &field, const QString &what)
{
    return makeError(Errc::InvalidInput, what, field);
}

Result<void> checkRoles(const char *field, const QStringList &names, const QList<Role> &custom)
{
    for (const QString &name : names) {
        if (!policy::roleExists(name, custom))
            return bad(QLatin1String(field), QStringLiteral("There is no role \"%1\".").arg(name));
        if (names.count(name) > 1)
            return bad(QLatin1String(field), QStringLiteral("The role \"%1\" is named twice.").arg(name));
    }
    return {};
}

/// Nothing is bent in silence to what is allowed: what breaks the floor is refused and named.
Result<void> check(const QSqlDatabase &connection, const Request &request, const protocol::CustomerRules &rules)
{
    const Principal &principal = *request.principal;
    if (const std::optional<policy::PolicyFault> fault = policy::policyFault(rules.passwordPolicy))
        return bad(QStringLiteral("passwordPolicy.") + fault->field, fault->message);
    const Result<QList<Role>> custom = RoleTable(connection).all(principal.customerId);
    if (!custom) return custom.error();
    if (Result<void> known = checkRoles("mfaRequiredRoles", rules.mfaRequiredRoles, *custom); !known) return known;
    if (Result<void> known = checkRoles("certificateRequiredRoles", rules.certificateRequiredRoles, *custom); !known)
        return known;
    // A second factor can be set up after it is required; a certificate cannot be registered without getting in.
    return mayRequireCertificates(connection, principal.userId, principal.roles, rules.certificateRequiredRoles,
                                  request.clientFingerprint);
}

QJsonObject recordOf(const protocol::CustomerRules &rules)
{
    return QJsonDocument::fromJson(protocol::toJson(rules)).object();
}

Response change(Services &services, const Request &request)
{
    const Result<protocol::CustomerRules> rules = protocol::customerRulesFromJson(request.body);
    if (!rules) return problem(rules.error());
    const Principal &principal = *request.principal;
    Result<Transaction> transaction = Transaction::begin(*services.database);
    if (!transaction) return problem(transaction.error());
    CustomerTable table(transaction->connection());
    Result<Customer> customer = table.byId(principal.customerId);
    if (!customer) return problem(customer.error());
    if (Result<void> seen = requireMatch(request, tagOf(*customer)); !seen) return problem(seen.error());
    if (Result<void> fine = check(transaction->connection(), request, *rules); !fine) return problem(fine.error());
    const protocol::CustomerRules before = rulesOf(*customer);
    if (before == *rules) return answer(*customer);

    AuditEvent event = authEvent(EventKind::PolicyChanged, Outcome::Success, actorOf(principal), originOf(request),
                                 ObjectRef{QStringLiteral("customer"), customer->id, customer->slug});
    event.before = recordOf(before);
    event.after = recordOf(*rules);
    if (Result<void> stored = table.setPasswordPolicy(customer->id, rules->passwordPolicy); !stored)
        return problem(stored.error());
    if (Result<void> stored =
            table.setRequirements(customer->id, rules->mfaRequiredRoles, rules->certificateRequiredRoles);
        !stored)
        return problem(stored.error());
    const Result<quint64> written = services.audit.append(*transaction, customer->id, std::move(event));
    if (!written) return problem(written.error());
    if (Result<void> saved = transaction->commit(); !saved) return problem(saved.error());
    customer->passwordPolicy = rules->passwordPolicy;
    customer->mfaRequiredRoles = rules->mfaRequiredRoles;
    customer->certificateRequiredRoles = rules->certificateRequiredRoles;
    return answer(*customer);
}

}  // namespace

void addCustomerRoutes(Router &router, Services &services)
{
    Route one;
    one.method = "GET";
    one.pathTemplate = protocol::paths::customer;
    one.operationId = QStringLiteral("getCustomer");
    one.permission = Permission::CustomerRead;
    one.handle = [&services](const Request &request) { return show(services, request); };
    router.add(std::move(one));

    Route rules;
    rules.method = "PUT";
    rules.pathTemplate = protocol::paths::customerPolicy;
    rules.operationId = QStringLiteral("changeRules");
    rules.permission = Permission::PolicyWrite;
    rules.handle = [&services](const Request &request) { return change(services, request); };
    router.add(std::move(rules));
}

}  // namespace lw::server

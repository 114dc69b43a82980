// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/clientcertificates.h"

#include "core/policy/rolerules.h"
#include "core/protocol/problem.h"

namespace lw::server {

Result<bool> certificateFits(const QSqlDatabase &connection, const User &user, const Customer &customer,
                             const QByteArray &shown)
{
    if (!policy::certificateRequired(user.roles, customer)) return true;
    return CertificateTable(connection).has(user.id, shown);
}

Error certificateMissing()
{
    return makeError(Errc::Forbidden,
                     QStringLiteral("Your role needs a client certificate, and this connection shows none that is "
                                    "registered for you and valid. Choose yours, or ask an administrator to register "
                                    "it."),
                     protocol::fieldClientCertificate);
}

Result<void> mayRequireCertificates(const QSqlDatabase &connection, const QString &authorId,
                                    const QStringList &authorRoles, const QStringList &requiredRoles,
                                    const QByteArray &shown)
{
    Customer wanted;
    wanted.certificateRequiredRoles = requiredRoles;
    if (!policy::certificateRequired(authorRoles, wanted)) return {};
    const Result<bool> registered = CertificateTable(connection).has(authorId, shown);
    if (!registered) return registered.error();
    if (*registered) return {};
    return makeError(
        Errc::Conflict,
        QStringLiteral("You would lock yourself out: one of your roles would need a client certificate, and "
                       "this connection shows none that is registered for you. Register yours, connect with "
                       "it, and repeat the change."),
        QStringLiteral("certificateRequiredRoles"));
}

}  // namespace lw::server

// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/customertable.h"

#include "server/store/statement.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lw::server {

namespace {

QString policyText(const PasswordPolicy &policy)
{
    QJsonArray warnings;
    for (int day : policy.warningDays)
        warnings.append(day);
    const QJsonObject object{{QLatin1String("minLength"), policy.minLength},
                             {QLatin1String("minStrength"), policy.minStrength},
                             {QLatin1String("history"), policy.history},
                             {QLatin1String("maxAgeDays"), policy.maxAgeDays},
                             {QLatin1String("warningDays"), warnings},
                             {QLatin1String("lockAfterFailures"), policy.lockAfterFailures},
                             {QLatin1String("spreadDays"), policy.spreadDays},
                             {QLatin1String("deviceMaxAgeDays"), policy.deviceMaxAgeDays}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

PasswordPolicy policyOf(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    PasswordPolicy policy;
    policy.minLength = object.value(QLatin1String("minLength")).toInt(policy.minLength);
    policy.minStrength = object.value(QLatin1String("minStrength")).toInt(policy.minStrength);
    policy.history = object.value(QLatin1String("history")).toInt(policy.history);
    policy.maxAgeDays = object.value(QLatin1String("maxAgeDays")).toInt(policy.maxAgeDays);
    policy.lockAfterFailures = object.value(QLatin1String("lockAfterFailures")).toInt(policy.lockAfterFailures);
    policy.spreadDays = object.value(QLatin1String("spreadDays")).toInt(policy.spreadDays);
    policy.deviceMaxAgeDays = object.value(QLatin1String("deviceMaxAgeDays")).toInt(policy.deviceMaxAgeDays);
    if (object.value(QLatin1String("warningDays")).isArray()) {
        policy.warningDays.clear();
        for (const QJsonValue &day : object.value(QLatin1String("warningDays")).toArray())
            policy.warningDays.append(day.toInt());
    }
    return policy;
}

QString namesText(const QStringList &names)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(names)).toJson(QJsonDocument::Compact));
}

QStringList namesOf(const QString &text)
{
    QStringList names;
    for (const QJsonValue &name : QJsonDocument::fromJson(text.toUtf8()).array())
        names.append(name.toString());
    return names;
}

}  // namespace

Result<void> CustomerTable::insert(const Customer &customer)
{
    Statement insert(
        m_connection,
        QStringLiteral("INSERT INTO customers (id, slug, name, time_zone, password_policy, mfa_required_roles,"
                       " certificate_required_roles) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        QStringLiteral("make the customer %1").arg(customer.slug));
    return insert.run(customer.id, customer.slug, customer.name, customer.timeZone, policyText(customer.passwordPolicy),
                      namesText(customer.mfaRequiredRoles), namesText(customer.certificateRequiredRoles));
}

Result<Customer> CustomerTable::byId(const QString &id) const
{
    const Result<QList<Customer>> found = select(QStringLiteral("WHERE id = ?"), {id});
    if (!found) return found.error();
    if (found->isEmpty()) return makeError(Errc::NotFound, QStringLiteral("There is no such customer."));
    return found->first();
}

Result<Customer> CustomerTable::bySlug(const QString &slug) const
{
    const Result<QList<Customer>> found = select(QStringLiteral("WHERE slug = ?"), {slug});
    if (!found) return found.error();
    if (found->isEmpty())
        return makeError(Errc::NotFound, QStringLiteral("There is no customer \"%1\".").arg(slug),
                         QStringLiteral("customer"));
    return found->first();
}

Result<QList<Customer>> CustomerTable::all() const
{
    return select(QStringLiteral("ORDER BY slug"), {});
}

Result<QList<Customer>> CustomerTable::select(const QString &where, const QVariantList &values) const
{
    Statement query(m_connection,
                    QStringLiteral("SELECT id, slug, name, time_zone, password_policy, mfa_required_roles,"
                                   " certificate_required_roles FROM customers ") +
                        where,
                    QStringLiteral("read the customers"));
    if (Result<void> ran = query.runList(values); !ran) return ran.error();
    QList<Customer> found;
    for (;;) {
        const Result<bool> row = query.next();
        if (!row) return row.error();
        if (!*row) return found;
        found.append(Customer{query.value(0).toString(), query.value(1).toString(), query.value(2).toString(),
                              query.value(3).toString(), policyOf(query.value(4).toString()),
                              namesOf(query.value(5).toString()), namesOf(query.value(6).toString())});
    }
}

Result<void> CustomerTable::setPasswordPolicy(const QString &id, const PasswordPolicy &policy)
{
    Statement update(m_connection, QStringLiteral("UPDATE customers SET password_policy = ? WHERE id = ?"),
                     QStringLiteral("change the password policy"));
    return update.run(policyText(policy), id);
}

Result<void> CustomerTable::setRequirements(const QString &id, const QStringList &mfaRoles,
                                            const QStringList &certificateRoles)
{
    Statement update(m_connection,
                     QStringLiteral("UPDATE customers SET mfa_required_roles = ?, certificate_required_roles = ?"
                                    " WHERE id = ?"),
                     QStringLiteral("change what the customer requires"));
    return update.run(namesText(mfaRoles), namesText(certificateRoles), id);
}

}  // namespace lw::server

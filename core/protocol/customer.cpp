// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/customer.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lw::protocol {

namespace {

constexpr QLatin1String fieldId("id");
constexpr QLatin1String fieldSlug("slug");
constexpr QLatin1String fieldName("name");
constexpr QLatin1String fieldTimeZone("timeZone");
constexpr QLatin1String fieldPolicy("passwordPolicy");
constexpr QLatin1String fieldMinLength("minLength");
constexpr QLatin1String fieldMinStrength("minStrength");
constexpr QLatin1String fieldHistory("history");
constexpr QLatin1String fieldMaxAge("maxAgeDays");
constexpr QLatin1String fieldWarnings("warningDays");
constexpr QLatin1String fieldFailures("lockAfterFailures");
constexpr QLatin1String fieldSpread("spreadDays");
constexpr QLatin1String fieldDeviceAge("deviceMaxAgeDays");
constexpr QLatin1String fieldMfaRoles("mfaRequiredRoles");
constexpr QLatin1String fieldCertificateRoles("certificateRequiredRoles");
constexpr int idLength = 64;
constexpr int daysMost = 36'500;

QJsonObject policyJson(const PasswordPolicy &policy)
{
    QJsonArray warnings;
    for (int days : policy.warningDays)
        warnings.append(days);
    return {{fieldMinLength, policy.minLength}, {fieldMinStrength, policy.minStrength},
            {fieldHistory, policy.history},     {fieldMaxAge, policy.maxAgeDays},
            {fieldWarnings, warnings},          {fieldFailures, policy.lockAfterFailures},
            {fieldSpread, policy.spreadDays},   {fieldDeviceAge, policy.deviceMaxAgeDays}};
}

PasswordPolicy readPolicy(JsonReader reader)
{
    const auto number = [&](QLatin1String name, int least, int most) {
        return static_cast<int>(reader.integer(name, least, most));
    };
    PasswordPolicy policy;
    policy.minLength = number(fieldMinLength, passwordLengthFloor, limits::passwordBytes);
    policy.minStrength = number(fieldMinStrength, 0, 4);
    policy.history = number(fieldHistory, 0, 1000);
    policy.maxAgeDays = number(fieldMaxAge, 0, daysMost);
    policy.warningDays.clear();
    for (qint64 days : reader.integers(fieldWarnings, 32, 0, daysMost)) {
        if (!policy.warningDays.isEmpty() && policy.warningDays.last() <= days)
            reader.refuse(fieldWarnings, QStringLiteral("must be in descending order"));
        policy.warningDays.append(static_cast<int>(days));
    }
    policy.lockAfterFailures = number(fieldFailures, 1, 1000);
    policy.spreadDays =
        static_cast<int>(reader.integer(fieldSpread, 0, limits::spreadDaysMost, JsonReader::Need::Optional));
    policy.deviceMaxAgeDays = static_cast<int>(reader.integer(fieldDeviceAge, 0, daysMost, JsonReader::Need::Optional));
    return policy;
}

}  // namespace

QJsonObject toJsonObject(const Customer &customer)
{
    return {{fieldId, customer.id},
            {fieldSlug, customer.slug},
            {fieldName, customer.name},
            {fieldTimeZone, customer.timeZone},
            {fieldPolicy, policyJson(customer.passwordPolicy)},
            {fieldMfaRoles, QJsonArray::fromStringList(customer.mfaRequiredRoles)},
            {fieldCertificateRoles, QJsonArray::fromStringList(customer.certificateRequiredRoles)}};
}

QByteArray toJson(const Customer &customer)
{
    return QJsonDocument(toJsonObject(customer)).toJson(QJsonDocument::Compact);
}

Customer readCustomer(JsonReader reader)
{
    Customer customer;
    customer.id = reader.text(fieldId, idLength);
    customer.slug = reader.text(fieldSlug, limits::slugLength);
    customer.name = reader.text(fieldName, limits::nameLength);
    customer.timeZone = reader.text(fieldTimeZone, limits::nameLength);
    customer.passwordPolicy = readPolicy(reader.object(fieldPolicy));
    if (reader.has(fieldMfaRoles))
        customer.mfaRequiredRoles = reader.texts(fieldMfaRoles, limits::rolesPerCustomer, limits::roleNameLength);
    if (reader.has(fieldCertificateRoles))
        customer.certificateRequiredRoles =
            reader.texts(fieldCertificateRoles, limits::rolesPerCustomer, limits::roleNameLength);
    return customer;
}

Result<Customer> customerFromJson(QByteArrayView body)
{
    const JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    return reader.finish(readCustomer(reader));
}

QByteArray toJson(const CustomerRules &rules)
{
    return QJsonDocument(
               QJsonObject{{fieldPolicy, policyJson(rules.passwordPolicy)},
                           {fieldMfaRoles, QJsonArray::fromStringList(rules.mfaRequiredRoles)},
                           {fieldCertificateRoles, QJsonArray::fromStringList(rules.certificateRequiredRoles)}})
        .toJson(QJsonDocument::Compact);
}

Result<CustomerRules> customerRulesFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::requestBodyBytes, Errc::InvalidInput);
    CustomerRules rules;
    rules.passwordPolicy = readPolicy(reader.object(fieldPolicy));
    rules.mfaRequiredRoles = reader.texts(fieldMfaRoles, limits::rolesPerCustomer, limits::roleNameLength);
    rules.certificateRequiredRoles =
        reader.texts(fieldCertificateRoles, limits::rolesPerCustomer, limits::roleNameLength);
    return reader.finish(std::move(rules));
}

}  // namespace lw::protocol

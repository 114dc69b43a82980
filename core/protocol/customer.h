// SPDX-License-Identifier: GPL-3.0-or-later
// GET /v1/customer; the same object stands inside /v1/me and in the console's cache.
#pragma once

#include "core/domain/customer.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

namespace lw::protocol {

class JsonReader;

QJsonObject toJsonObject(const Customer &customer);
QByteArray toJson(const Customer &customer);
/// Errc::Protocol names the field.
Result<Customer> customerFromJson(QByteArrayView body);
Customer readCustomer(JsonReader reader);

/// PUT /v1/customer/policy with If-Match (the ETag of /v1/customer): the rules only; other members are not read.
struct CustomerRules {
    PasswordPolicy passwordPolicy;
    QStringList mfaRequiredRoles;
    QStringList certificateRequiredRoles;
    bool operator==(const CustomerRules &) const = default;
};
QByteArray toJson(const CustomerRules &rules);
/// Errc::InvalidInput names the field.
Result<CustomerRules> customerRulesFromJson(QByteArrayView body);

}  // namespace lw::protocol

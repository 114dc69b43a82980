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

}  // namespace lw::protocol

// SPDX-License-Identifier: GPL-3.0-or-later
// Roles of a customer: GET and POST /v1/roles, PUT and DELETE /v1/roles/{roleName}. The list's ETag is what If-Match of
// a change names. Shipped roles are listed and can not be changed.
#pragma once

#include "core/domain/role.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QList>

namespace lw::protocol {

class JsonReader;

QJsonObject toJsonObject(const Role &role);
QByteArray toJson(const Role &role);
/// Unknown permissions are refused (InvalidInput) in a request; `code` as JsonReader::parse().
Result<Role> roleFromJson(QByteArrayView body);
Role readRole(JsonReader reader);
QByteArray toJson(const QList<Role> &roles);  ///< {"roles": […]}
Result<QList<Role>> rolesFromJson(QByteArrayView body);

}  // namespace lw::protocol

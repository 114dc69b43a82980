// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials of devices: made by chance, never chosen. A secret is told once and stored as its SHA-256 only
// (server/store/devicetable.h says why that is enough).
#pragma once

#include "core/util/secret.h"

#include <QByteArray>
#include <QString>

namespace lw::server {

/// 28 letters and digits that cannot be mistaken for each other, to be typed into a telephone: nearly 139 bits.
Secret newDeviceSecret();

/// 32 bytes.
QByteArray deviceSecretHash(const Secret &secret);

/// True when the secret has this hash; takes the same time wherever the first difference lies. An empty hash matches
/// nothing and costs the same.
bool deviceSecretMatches(const Secret &secret, const QByteArray &hash);

/// "<customer's short name>-" and 8 letters or digits: unique in the back end, because SIP realms are not compartments.
QString newSipUser(const QString &customerSlug);

/// The short name that a SIP user name claims; empty when it has not that form. Whether there is such a customer is
/// another question.
QString slugOfSipUser(const QString &sipUser);

}  // namespace lw::server

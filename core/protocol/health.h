// SPDX-License-Identifier: GPL-3.0-or-later
// GET /v1/health: the only answer that needs no session besides the contract itself.
#pragma once

#include "core/util/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

namespace lw::protocol {

struct Health {
    QString status;  ///< "ok", or "stopping" while requests in flight are finished
    QString version;
    QDateTime time;  ///< UTC, the back end's clock
    bool operator==(const Health &) const = default;
};

QByteArray toJson(const Health &health);
/// Errc::Protocol names the field.
Result<Health> healthFromJson(QByteArrayView body);

}  // namespace lw::protocol

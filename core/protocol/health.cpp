// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/health.h"

#include "core/protocol/jsonreader.h"
#include "core/protocol/limits.h"
#include "core/util/time.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lw::protocol {

namespace {

constexpr QLatin1String fieldStatus("status");
constexpr QLatin1String fieldVersion("version");
constexpr QLatin1String fieldTime("time");

}  // namespace

QByteArray toJson(const Health &health)
{
    return QJsonDocument(QJsonObject{{fieldStatus, health.status},
                                     {fieldVersion, health.version},
                                     {fieldTime, toRfc3339(health.time)}})
        .toJson(QJsonDocument::Compact);
}

Result<Health> healthFromJson(QByteArrayView body)
{
    JsonReader reader = JsonReader::parse(body, limits::replyBodyBytes, Errc::Protocol);
    Health health;
    health.status = reader.text(fieldStatus, 64);
    health.version = reader.text(fieldVersion, 64);
    health.time = reader.instant(fieldTime);
    return reader.finish(std::move(health));
}

}  // namespace lw::protocol

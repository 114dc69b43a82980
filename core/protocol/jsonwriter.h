// SPDX-License-Identifier: GPL-3.0-or-later
// What the codecs do alike when they write; the counterpart of jsonreader.h.
#pragma once

#include "core/util/time.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace lw::protocol {

inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// RFC 3339; an invalid instant leaves the member out.
inline void insertInstant(QJsonObject &object, QLatin1String name, const QDateTime &instant)
{
    if (instant.isValid()) object.insert(name, toRfc3339(instant));
}

}  // namespace lw::protocol

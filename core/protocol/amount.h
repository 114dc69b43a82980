// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts in JSON: texts, because a JSON number is a binary fraction in most readers. Internal to core/protocol.
#pragma once

#include "core/domain/money.h"
#include "core/protocol/jsonreader.h"

#include <optional>

namespace lw::protocol {

constexpr int amountLength = 24;

inline Decimal amount(JsonReader &reader, QLatin1String field)
{
    const QString text = reader.text(field, amountLength);
    if (!reader.ok()) return {};
    const Result<Decimal> read = decimalFromText(text);
    if (!read) reader.refuse(field, read.error().message);
    return read ? *read : Decimal();
}

inline std::optional<Decimal> optionalAmount(JsonReader &reader, QLatin1String field)
{
    if (!reader.has(field)) return std::nullopt;
    return amount(reader, field);
}

inline void insertAmount(QJsonObject &object, QLatin1String field, const std::optional<Decimal> &value)
{
    if (value) object.insert(field, toText(*value));
}

}  // namespace lw::protocol

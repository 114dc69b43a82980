// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a text that names one of a closed set.
#pragma once

#include "core/protocol/jsonreader.h"

namespace lw::protocol {

/// Refuses the field when `fromName` knows no such name; gives `fallback` then.
template <typename E>
E named(JsonReader &reader, QLatin1String field, std::optional<E> (*fromName)(QStringView), E fallback)
{
    constexpr int longest = 64;
    const QString name = reader.text(field, longest);
    const std::optional<E> value = fromName(name);
    if (!value && reader.ok()) reader.refuse(field, QStringLiteral("has an unknown value"));
    return value.value_or(fallback);
}

}  // namespace lw::protocol

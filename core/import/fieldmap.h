// SPDX-License-Identifier: GPL-3.0-or-later
// Events from named fields, as CSV columns and NDJSON members carry them. Names (case does not matter in CSV headers):
//
//   time         needed. RFC 3339 with an offset, "2026-03-01 12:30:00[.123]" in the import's zone, or seconds since
//   1970 kind         "login.succeeded", "login.failed" … (kinds of the login log only); may be missing when outcome is
//   there:
//                then login.succeeded or login.failed
//   outcome      "success" or "failure"; may be missing when kind is there; must not contradict it
//   user         login name; may be empty
//   actor_type   "user", "device", "system", "unknown"; default user, or unknown when the reason is no_such_user
//   address port service agent     the origin; "192.0.2.1:5060" in address is taken apart
//   object object_type reason detail host
//
// Unknown names are ignored. An NDJSON line may also be a leaf of the audit log: actor.name, actor.type, origin.address
// …
#pragma once

#include "core/import/logparser.h"
#include "core/import/logtime.h"

#include <QJsonObject>

#include <array>

namespace lw::import {

enum class Field : quint8 {
    Time,
    Kind,
    Outcome,
    User,
    ActorType,
    Address,
    Port,
    Service,
    Agent,
    Object,
    ObjectType,
    Reason,
    Detail,
    Host
};
inline constexpr size_t fieldCount = 14;

/// Stable name of the column or member.
QLatin1String fieldName(Field field);
std::optional<Field> fieldFromName(QStringView name);

using FieldValues = std::array<QString, fieldCount>;

inline QString &at(FieldValues &values, Field field)
{
    return values[static_cast<size_t>(field)];
}
inline const QString &at(const FieldValues &values, Field field)
{
    return values[static_cast<size_t>(field)];
}

/// Refuses with a reason that names the field.
LineVerdict eventFromFields(const FieldValues &values, Format format, LogTime &time);

/// One JSON object a line.
class NdJsonParser final : public LogParser {
  public:
    explicit NdJsonParser(const ImportOptions &options);
    LineVerdict feed(std::string_view line) override;

  private:
    LogTime m_time;
};

}  // namespace lw::import

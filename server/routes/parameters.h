// SPDX-License-Identifier: GPL-3.0-or-later
// Query parameters, judged and named in errors.
#pragma once

#include "server/http/message.h"

namespace lw::server {

/// A whole number without sign, at most `most`. Absent: `fallback`, or Errc::InvalidInput when there is none. Every
/// error names the parameter in Error::field.
Result<quint64> numberParameter(const Request &request, const char *name, quint64 most,
                                std::optional<quint64> fallback = std::nullopt);

/// Absent: empty. Errc::InvalidInput when longer than `longest` or not printable text.
Result<QString> textParameter(const Request &request, const char *name, int longest);

/// RFC 3339, as UTC; absent: invalid.
Result<QDateTime> instantParameter(const Request &request, const char *name);

/// "true" or "false"; absent: false.
Result<bool> flagParameter(const Request &request, const char *name);

/// Errc::InvalidInput when the query has a parameter that is not in `known`, or one twice: a misspelt filter must not
/// quietly give the unfiltered list.
Result<void> onlyParameters(const Request &request, std::initializer_list<const char *> known);

/// Errc::Unsupported (to be answered with 415): the body is declared as something else, or in another charset than
/// UTF-8.
Result<void> requireMediaType(const Request &request, QLatin1String type);

}  // namespace lw::server

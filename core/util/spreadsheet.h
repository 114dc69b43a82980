// SPDX-License-Identifier: GPL-3.0-or-later
// What a spreadsheet would run when it opens a CSV file. Source: domain.md (Exports); OWASP "CSV Injection".
#pragma once

#include <string_view>

namespace lw {

/// Whether a cell of this text (UTF-8) is taken for a formula: it begins with = + - @, their full-width forms, a tab or
/// a line break. A telephone number ("+" and 7 to 15 digits) and a plain negative number are none.
bool runsAsFormula(std::string_view utf8);

}  // namespace lw

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/spreadsheet.h"

#include <algorithm>

namespace lw {

namespace {

/// "+" and 7 to 15 digits (E.164): no formula, and worthless with an apostrophe.
bool isTelephoneNumber(std::string_view text)
{
    return text.size() >= 8 && text.size() <= 16 && text.front() == '+' &&
           std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A plain negative number ("-50" days) computes nothing; with an apostrophe it would be text and no longer add up.
bool isNegativeNumber(std::string_view text)
{
    return text.size() >= 2 && text.size() <= 16 && text.front() == '-' &&
           std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool runsAsFormula(std::string_view utf8)
{
    if (utf8.empty()) return false;
    switch (utf8.front()) {
        case '=':
        case '@':
        case '\t':
        case '\r':
        case '\n': return true;
        case '-': return !isNegativeNumber(utf8);
        case '+': return !isTelephoneNumber(utf8);
        case '\xef':
            for (const std::string_view wide : {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d", "\xef\xbc\xa0"})
                if (utf8.starts_with(wide)) return true;
            return false;
        default: return false;
    }
}

}  // namespace lw

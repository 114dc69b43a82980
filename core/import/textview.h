// SPDX-License-Identifier: GPL-3.0-or-later
// Small steps for reading a line from left to right without copies.
#pragma once

#include <QtGlobal>

#include <charconv>
#include <optional>
#include <string_view>

namespace lw::import {

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Removes the prefix if it is there.
inline bool eat(std::string_view &text, std::string_view prefix)
{
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

inline bool eatEnd(std::string_view &text, std::string_view suffix)
{
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

inline std::string_view trimmed(std::string_view text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Takes what stands before the first space (and the space); all when there is none.
inline std::string_view takeToken(std::string_view &text)
{
    const size_t space = text.find(' ');
    const std::string_view token = text.substr(0, space);
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    return token;
}

/// Takes a run of digits as a number up to `limit`; nullopt (and nothing taken) when there is none or it is larger.
inline std::optional<quint64> takeNumber(std::string_view &text, quint64 limit)
{
    quint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || !isDigit(text.front()) || error != std::errc() || value > limit) return std::nullopt;
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    return value;
}

}  // namespace lw::import

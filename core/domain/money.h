// SPDX-License-Identifier: GPL-3.0-or-later
// Exact amounts. A Decimal counts millionths, so that sums of money never drift; there is no way to and from floating
// point. Source: domain.md (Spend: amounts are exact decimals with a currency, never floating point).
#pragma once

#include "core/util/result.h"

#include <QString>

#include <compare>

namespace lw {

/// A decimal with six places, under 1,000,000,000,000 either way.
struct Decimal {
    qint64 millionths = 0;
    constexpr bool operator==(const Decimal &) const = default;
    constexpr std::strong_ordering operator<=>(const Decimal &other) const { return millionths <=> other.millionths; }
    friend constexpr Decimal operator+(Decimal a, Decimal b) { return {a.millionths + b.millionths}; }
    friend constexpr Decimal operator-(Decimal a, Decimal b) { return {a.millionths - b.millionths}; }
    constexpr Decimal &operator+=(Decimal other)
    {
        millionths += other.millionths;
        return *this;
    }
    constexpr Decimal &operator-=(Decimal other)
    {
        millionths -= other.millionths;
        return *this;
    }
};

/// "12.5", "0.0123", "-3": digits, one point, at most six places; no exponent, sign "+", blanks or grouping.
/// Errc::InvalidInput says what is wrong ("1e30" and what is too large included); the caller names the field.
Result<Decimal> decimalFromText(QStringView text);
/// The shortest text that decimalFromText() reads back: "12.5", "0". With `places` at least so many: "12.50".
QString toText(Decimal value, int places = 0);

/// An ISO 4217 code: three capital letters. Nothing is converted from one currency to another anywhere.
bool isCurrency(QStringView code);

}  // namespace lw

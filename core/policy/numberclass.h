// SPDX-License-Identifier: GPL-3.0-or-later
// What a person or a switch dialled, as a canonical number with its class. Source: domain.md (Call Guard: normalise
// first, then classify by our own table: libphonenumber merges 084, 087 and 09 and does not know 118 as such). The
// tests hold table and reader to libphonenumber's own metadata.
#pragma once

#include "core/policy/numbertable.h"

namespace lw::policy {

inline constexpr int dialledLengthMost = 64;  ///< code units of what was dialled; longer is Invalid

struct Classification {
    QString canonical;  ///< "+442071234567", "999", "118118", "201"; empty when it cannot be read
    CallClass callClass = CallClass::Invalid;
    QString rule;       ///< prefix of the row that decided: "+4490"; empty: none did
    QString name;       ///< of that row
    QString extension;  ///< of "020 7123 4567 ext. 9"
    QString problem;    ///< of an Invalid one: a sentence for people; empty otherwise
    bool operator==(const Classification &) const = default;
};

/// Any notation in: blanks, brackets, dots, dashes, "+44 (0)", "0044", "tel:", extensions; also without "+" or trunk
/// zero where only one reading exists. Letters, digits of other scripts, bidirectional marks and more than 15 digits
/// are Invalid with their reason. A number that begins like an emergency number and is none ("9991") is none.
Classification classify(QStringView dialled, const NumberTable &table = NumberTable::shipped());

/// The hot path: only canonical number and class, without a heap allocation. At least 1,000,000 a second on one core.
struct QuickClass {
    CallClass callClass = CallClass::Invalid;
    quint8 length = 0;  ///< of `canonical`
    std::array<char16_t, 17> canonical{};
    const NumberRange *range = nullptr;  ///< lives as long as the table
    QStringView view() const { return {canonical.data(), length}; }
};
QuickClass classifyQuickly(QStringView dialled, const NumberTable &table = NumberTable::shipped());

/// An E.164 number of the inventory as somebody types it: canonical, or Errc::InvalidInput with a sentence. Short
/// codes, emergency numbers and extensions are none; neither are numbers that are only called (premium, 118).
Result<QString> inventoryNumber(QStringView text, const NumberTable &table = NumberTable::shipped());

}  // namespace lw::policy

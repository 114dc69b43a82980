// SPDX-License-Identifier: GPL-3.0-or-later
// What a person or a switch dialled, as a canonical number with its class. Common notations are read here in one pass;
// whatever else there is goes through libphonenumber. The table of classes is data (resources/numbers), so that another
// country's provider ships its own. Source: domain.md (Call Guard: normalise first, then classify by our own table:
// libphonenumber merges 084, 087 and 09 and does not know 118 as such).
#pragma once

#include "core/domain/callguard.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <memory>
#include <vector>

namespace lw::policy {

inline constexpr int dialledLengthMost = 64;  ///< code units of what was dialled; longer is Invalid

/// One row of the table: CSV "prefix,lengths,class,name", the longest prefix wins. Its file says whence it comes.
struct NumberRange {
    QString prefix;   ///< "+4490", or "118" for numbers that are dialled without a country
    quint64 lengths;  ///< bit n: numbers of n digits in all ("+" not counted) exist; others are Invalid
    CallClass callClass;
    QString name;  ///< "Premium rate, adult"
};

class NumberTable {
  public:
    /// Errc::InvalidInput names row and field. At most 100,000 rows.
    static Result<NumberTable> fromCsv(QByteArrayView csv);
    /// The one that is shipped (United Kingdom), read once.
    static const NumberTable &shipped();

    const NumberRange *find(QStringView canonical) const;  ///< the longest prefix; null: none
    QString country() const;                               ///< calling code of the home country without "+": "44"
    qsizetype size() const;

  private:
    struct Data;
    std::shared_ptr<const Data> m_data;
};

struct Classification {
    QString canonical;  ///< "+442071234567", "999", "118118", "201"; empty when Invalid and unreadable
    CallClass callClass = CallClass::Invalid;
    QString rule;       ///< prefix of the row that decided: "+4490"; empty: none did
    QString name;       ///< of that row
    QString extension;  ///< of "020 7123 4567 ext. 9"
    QString problem;    ///< of an Invalid one: a sentence for people; empty otherwise
    bool operator==(const Classification &) const = default;
};

/// Any notation in: blanks, brackets, dots, dashes, "+44 (0)", "0044", "tel:", extensions. Digits of other scripts,
/// letters, bidirectional marks within, and more than 15 digits are Invalid with their reason. Never throws.
Classification classify(QStringView dialled, const NumberTable &table = NumberTable::shipped());

/// The hot path: only canonical number and class, without a heap allocation for what is already canonical or plainly
/// dialled. At least 1,000,000 a second on one core.
struct QuickClass {
    CallClass callClass = CallClass::Invalid;
    quint8 length = 0;  ///< of `canonical`
    char16_t canonical[17] = {};
    QStringView view() const { return {canonical, length}; }
};
QuickClass classifyQuickly(QStringView dialled, const NumberTable &table = NumberTable::shipped());

/// An E.164 number of the inventory as somebody types it: canonical, or Errc::InvalidInput with a sentence. Short
/// codes, emergency numbers and extensions are none.
Result<QString> inventoryNumber(QStringView text, const NumberTable &table = NumberTable::shipped());

}  // namespace lw::policy

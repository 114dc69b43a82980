// SPDX-License-Identifier: GPL-3.0-or-later
// Which numbers exist and what class of call each is: data (resources/numbers), so that another country's provider
// ships its own.
#pragma once

#include "core/domain/callguard.h"
#include "core/policy/digittrie.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <memory>
#include <span>
#include <vector>

namespace lw::policy {

/// One row: "prefix,lengths,class,name"; the longest prefix decides.
struct NumberRange {
    QString prefix;       ///< "+4490", or "118" for numbers that are dialled without a country
    quint64 lengths = 0;  ///< bit n: numbers of n digits in all ("+" not counted) exist; others are Invalid
    CallClass callClass = CallClass::Invalid;
    QString name;  ///< "Premium rate"
    bool has(qsizetype length) const { return length < 64 && (lengths >> length & 1) != 0; }
};

class NumberTable {
  public:
    /// A head of comments ("#", one of them "# country: 44"), a line with the names of the columns, rows. At most
    /// 100,000. Errc::InvalidInput names line and field.
    static Result<NumberTable> fromCsv(QByteArrayView csv);
    /// The one that is shipped (United Kingdom), read once.
    static const NumberTable &shipped();

    /// The longest prefix; null: none.
    const NumberRange *find(QStringView canonical) const;
    const NumberRange *find(std::span<const char> digits, bool international) const;
    QString country() const;  ///< calling code of the home country without "+": "44"
    QByteArrayView countryDigits() const;
    qsizetype size() const;

  private:
    struct Data {
        std::vector<NumberRange> ranges;
        DigitTrie international;
        DigitTrie plain;
        QString country;
        QByteArray countryDigits;
    };
    std::shared_ptr<const Data> m_data;
};

}  // namespace lw::policy

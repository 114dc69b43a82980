// SPDX-License-Identifier: GPL-3.0-or-later
// A rate deck: what a minute costs, by the longest prefix. Exact decimals.
#pragma once

#include "core/domain/spend.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <memory>
#include <vector>

namespace lw::policy {

inline constexpr qsizetype ratesMost = 100'000;

/// What is wrong with a row of a deck's file.
struct DeckProblem {
    int line = 0;   ///< 1-based, of the file
    QString field;  ///< "prefix", "price_per_minute" …; empty: the row
    QString sentence;
    bool operator==(const DeckProblem &) const = default;
};

struct DeckVerdict {
    QString currency;
    std::vector<Rate> rates;            ///< by prefix, then by validFrom; empty when there is a problem
    std::vector<DeckProblem> problems;  ///< at most 100; the rest is counted
    int problemsInAll = 0;
    bool accepted() const { return problemsInAll == 0; }
};

/// CSV with a header: prefix,name,price_per_minute,connection_fee,first_increment,next_increment,currency,valid_from
/// (columns in any order; connection_fee, increments and valid_from may be absent: 0, 1, 1, always). Overlapping rows
/// (same prefix and valid_from), two currencies, negative or absurd amounts, unreadable dates: refused with line,
/// field.
DeckVerdict readDeck(QByteArrayView csv);

class RateDeck {
  public:
    RateDeck() = default;  ///< prices nothing
    RateDeck(QString currency, std::vector<Rate> rates);

    /// The longest prefix that is valid at `atUtc`, of it the latest validFrom. Null: none.
    const Rate *find(QStringView canonical, const QDateTime &atUtc) const;
    const Rate *find(QStringView canonical, qint64 atMs) const;
    const QString &currency() const { return m_currency; }
    qsizetype size() const { return static_cast<qsizetype>(m_rates.size()); }

  private:
    QString m_currency;
    std::vector<Rate> m_rates;
    struct Index;
    std::shared_ptr<const Index> m_index;
};

/// Connection fee and billed seconds: 0 for a call of no seconds. Rounded half up to a millionth once, at the end.
Decimal costOf(const Rate &rate, int seconds);
/// The longest whole seconds that `budget` pays, at most `mostSeconds`; 0: not even the connection.
int secondsFor(const Rate &rate, Decimal budget, int mostSeconds);

}  // namespace lw::policy

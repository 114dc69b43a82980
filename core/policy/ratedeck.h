// SPDX-License-Identifier: GPL-3.0-or-later
// A rate deck: what a minute costs, by the longest prefix. Exact decimals.
// Source: domain.md (Spend: amounts are exact decimals with a currency, never floating point).
#pragma once

#include "core/domain/spend.h"

#include <QDateTime>

#include <memory>
#include <vector>

namespace lw::policy {

inline constexpr qsizetype ratesMost = 100'000;
inline constexpr Decimal rateMost{1'000'000'000'000};  ///< 1,000,000 a minute or a call
inline constexpr int incrementMost = 3'600;
inline constexpr int callSecondsMost = 7 * 24 * 3'600;  ///< of one call

/// Immutable: threads may share it.
class RateDeck {
  public:
    RateDeck() = default;  ///< prices nothing
    /// Prefix and validFrom of two rates are never the same.
    RateDeck(QString currency, std::vector<Rate> rates);

    /// The longest prefix that is valid at `atUtc`, of it the latest validFrom. Null: none.
    const Rate *find(QStringView canonical, const QDateTime &atUtc) const;
    const QString &currency() const { return m_currency; }
    /// By prefix, then by validFrom.
    const std::vector<Rate> &rates() const;
    qsizetype size() const { return static_cast<qsizetype>(rates().size()); }

  private:
    struct Index;
    QString m_currency;
    std::shared_ptr<const Index> m_index;
};

/// The seconds that are billed for a call of `seconds`: 0 for one that was not answered.
int billedSeconds(const Rate &rate, int seconds);
/// Connection fee and billed seconds; rounded half up to a millionth once, at the end.
Decimal costOf(const Rate &rate, int seconds);
/// The longest whole seconds that `budget` pays, at most `mostSeconds`; 0: not even the first increment.
int secondsFor(const Rate &rate, Decimal budget, int mostSeconds);

}  // namespace lw::policy

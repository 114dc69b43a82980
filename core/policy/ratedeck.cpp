// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/ratedeck.h"

#include "core/policy/digittrie.h"

#include <algorithm>
#include <array>
#include <limits>

namespace lw::policy {

namespace {

constexpr qint64 minute = 60;
constexpr std::size_t digitsMost = 24;
constexpr qint64 always = std::numeric_limits<qint64>::min();

struct Digits {
    std::array<char, digitsMost> text{};
    std::size_t size = 0;
    bool international = false;
    std::span<const char> view() const { return {text.data(), size}; }
};

/// What is no digit ends it: no prefix goes further.
Digits digitsOf(QStringView canonical)
{
    Digits digits;
    if (canonical.startsWith(u'+')) {
        digits.international = true;
        canonical = canonical.mid(1);
    }
    for (const QChar c : canonical) {
        if (c < u'0' || c > u'9' || digits.size == digitsMost) break;
        digits.text.at(digits.size++) = static_cast<char>(c.unicode());
    }
    return digits;
}

qint64 msOf(const QDateTime &instant)
{
    return instant.isValid() ? instant.toMSecsSinceEpoch() : always;
}

}  // namespace

struct RateDeck::Index {
    std::vector<Rate> rates;
    std::vector<qint64> from;  ///< of each rate
    struct Group {
        std::size_t first = 0;
        std::size_t end = 0;
    };
    std::vector<Group> groups;  ///< of the rates of one prefix
    DigitTrie international;
    DigitTrie others;

    /// The rate of a group that is valid; end: none yet.
    std::size_t validOf(const Group &group, qint64 at) const
    {
        const auto begin = from.begin() + static_cast<std::ptrdiff_t>(group.first);
        const auto end = from.begin() + static_cast<std::ptrdiff_t>(group.end);
        const auto after = std::upper_bound(begin, end, at);
        return after == begin ? group.end : static_cast<std::size_t>(after - from.begin()) - 1;
    }
};

RateDeck::RateDeck(QString currency, std::vector<Rate> rates) : m_currency(std::move(currency))
{
    auto index = std::make_shared<Index>();
    std::sort(rates.begin(), rates.end(), [](const Rate &a, const Rate &b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : msOf(a.validFrom) < msOf(b.validFrom);
    });
    index->rates = std::move(rates);
    for (std::size_t i = 0; i < index->rates.size(); ++i) {
        const QString &prefix = index->rates[i].prefix;
        index->from.push_back(msOf(index->rates[i].validFrom));
        if (i > 0 && index->rates[i - 1].prefix == prefix) {
            index->groups.back().end = i + 1;
            continue;
        }
        const Digits digits = digitsOf(prefix);
        DigitTrie &trie = digits.international ? index->international : index->others;
        trie.insert(digits.view(), static_cast<std::int32_t>(index->groups.size()));
        index->groups.push_back({i, i + 1});
    }
    m_index = std::move(index);
}

const std::vector<Rate> &RateDeck::rates() const
{
    static const std::vector<Rate> none;
    return m_index ? m_index->rates : none;
}

const Rate *RateDeck::find(QStringView canonical, const QDateTime &atUtc) const
{
    if (!m_index) return nullptr;
    const Digits digits = digitsOf(canonical);
    if (digits.size == 0) return nullptr;
    const qint64 at = msOf(atUtc);
    const DigitTrie &trie = digits.international ? m_index->international : m_index->others;
    const std::int32_t found = trie.longestThat(digits.view(), [&](std::int32_t group) {
        const Index::Group &rows = m_index->groups[static_cast<std::size_t>(group)];
        return m_index->validOf(rows, at) != rows.end;
    });
    if (found == DigitTrie::none) return nullptr;
    return &m_index->rates[m_index->validOf(m_index->groups[static_cast<std::size_t>(found)], at)];
}

int billedSeconds(const Rate &rate, int seconds)
{
    if (seconds <= 0) return 0;
    if (seconds <= rate.firstIncrement) return rate.firstIncrement;
    const int rest = seconds - rate.firstIncrement;
    const int steps = (rest + rate.nextIncrement - 1) / rate.nextIncrement;
    return rate.firstIncrement + steps * rate.nextIncrement;
}

Decimal costOf(const Rate &rate, int seconds)
{
    const int billed = billedSeconds(rate, seconds);
    if (billed == 0) return {};
    // At most 1e12 millionths a minute and some days: under 1e18.
    return rate.connectionFee + Decimal{(rate.pricePerMinute.millionths * billed + minute / 2) / minute};
}

int secondsFor(const Rate &rate, Decimal budget, int mostSeconds)
{
    if (mostSeconds <= 0 || costOf(rate, 1) > budget) return 0;
    if (costOf(rate, mostSeconds) <= budget) return mostSeconds;
    // The most seconds that may be billed, by the rounding of costOf().
    const qint64 left = (budget - rate.connectionFee).millionths;
    const qint64 billed = (left * minute + minute - 1 - minute / 2) / rate.pricePerMinute.millionths;
    const qint64 steps = (billed - rate.firstIncrement) / rate.nextIncrement;
    return static_cast<int>(std::min<qint64>(rate.firstIncrement + steps * rate.nextIncrement, mostSeconds));
}

}  // namespace lw::policy

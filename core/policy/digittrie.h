// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the longest of many prefixes of a string of digits: one step a digit, however many prefixes there are.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace lw::policy {

class DigitTrie {
  public:
    static constexpr std::int32_t none = -1;

    /// False: the prefix has a value already, which stays. `digits` are '0' to '9'.
    bool insert(std::span<const char> digits, std::int32_t value)
    {
        std::size_t at = 0;
        for (const char digit : digits) {
            const auto place = static_cast<std::size_t>(digit - '0');
            if (m_nodes[at].next[place] == 0) {
                m_nodes[at].next[place] = static_cast<std::uint32_t>(m_nodes.size());
                m_nodes.emplace_back();
            }
            at = m_nodes[at].next[place];
        }
        if (m_nodes[at].value != none) return false;
        m_nodes[at].value = value;
        return true;
    }

    /// The value of the longest prefix of `digits`; none: no prefix of it is known.
    std::int32_t longest(std::span<const char> digits) const
    {
        std::int32_t best = m_nodes.front().value;
        std::size_t at = 0;
        for (const char digit : digits) {
            at = m_nodes[at].next[static_cast<std::size_t>(digit - '0')];
            if (at == 0) break;
            if (m_nodes[at].value != none) best = m_nodes[at].value;
        }
        return best;
    }

    /// The longest prefix whose value `fits`: a deck holds prices that are not valid yet.
    template <typename Fits>
    std::int32_t longestThat(std::span<const char> digits, Fits fits) const
    {
        std::int32_t best = none;
        std::size_t at = 0;
        for (std::size_t i = 0;; ++i) {
            const std::int32_t value = m_nodes[at].value;
            if (value != none && fits(value)) best = value;
            if (i == digits.size()) return best;
            at = m_nodes[at].next[static_cast<std::size_t>(digits[i] - '0')];
            if (at == 0) return best;
        }
    }

  private:
    struct Node {
        std::array<std::uint32_t, 10> next{};  ///< 0: nothing follows; the root follows nobody
        std::int32_t value = none;
    };
    std::vector<Node> m_nodes = std::vector<Node>(1);
};

}  // namespace lw::policy

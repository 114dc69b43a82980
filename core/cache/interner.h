// SPDX-License-Identifier: GPL-3.0-or-later
// Strings to small numbers during a sync: a million events name the same few people, addresses and agents. Internal.
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace lw::cache {

class Interner {
  public:
    /// Beyond this many different strings new ones are no longer remembered: they get an id each time they occur, which
    /// costs room in the file but bounds the memory. Readers work on sets of ids and never mind.
    static constexpr size_t maxRemembered = 500'000;

    Interner();

    /// A string that the cache holds already.
    void know(std::string_view value, qint64 id);
    /// Id of the string, 0 for the empty one; `fresh` says whether the caller has to store it.
    qint64 intern(std::string_view value, bool &fresh);
    void setNextId(qint64 id) { m_nextId = id; }
    qint64 nextId() const { return m_nextId; }

  private:
    struct Slot {
        std::uint64_t hash = 0;
        qint64 id = 0;  ///< 0: free
        std::string_view value;
    };
    std::uint64_t hashOf(std::string_view value) const;
    Slot &find(std::string_view value, std::uint64_t hash);
    void fill(Slot &slot, std::string_view value, std::uint64_t hash, qint64 id);
    void grow();

    std::vector<Slot> m_slots;
    std::deque<std::string> m_values;
    std::uint64_t m_seed;
    qint64 m_nextId = 1;
};

}  // namespace lw::cache

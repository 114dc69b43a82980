// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/interner.h"

#include <QRandomGenerator>

#include <cstring>

namespace lw::cache {

// The seed keeps whoever chooses the strings (attackers do: they are what was typed at a login) from aiming at one
// slot.
Interner::Interner() : m_slots(4096), m_seed(QRandomGenerator::system()->generate64()) {}

std::uint64_t Interner::hashOf(std::string_view value) const
{
    constexpr std::uint64_t prime = 0x9E3779B97F4A7C15ULL;
    std::uint64_t hash = m_seed ^ (value.size() * prime);
    const char *at = value.data();
    size_t left = value.size();
    const auto mix = [&](std::uint64_t word) {
        hash = (hash ^ word) * prime;
        hash ^= hash >> 29;
    };
    for (; left >= 8; left -= 8, at += 8) {
        std::uint64_t word;
        std::memcpy(&word, at, 8);
        mix(word);
    }
    std::uint64_t last = 0;
    std::memcpy(&last, at, left);
    mix(last);
    return hash ^ (hash >> 32);
}

Interner::Slot &Interner::find(std::string_view value, std::uint64_t hash)
{
    const size_t mask = m_slots.size() - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        Slot &slot = m_slots[i];
        if (slot.id == 0 || (slot.hash == hash && slot.value == value)) return slot;
    }
}

void Interner::fill(Slot &slot, std::string_view value, std::uint64_t hash, qint64 id)
{
    slot = Slot{hash, id, m_values.emplace_back(value)};
    if (m_values.size() * 2 > m_slots.size()) grow();
}

void Interner::grow()
{
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const Slot &slot : old)
        if (slot.id != 0) find(slot.value, slot.hash) = slot;
}

void Interner::know(std::string_view value, qint64 id)
{
    m_nextId = qMax(m_nextId, id + 1);
    if (value.empty() || m_values.size() >= maxRemembered) return;
    const std::uint64_t hash = hashOf(value);
    Slot &slot = find(value, hash);
    if (slot.id == 0) fill(slot, value, hash, id);
}

qint64 Interner::intern(std::string_view value, bool &fresh)
{
    fresh = false;
    if (value.empty()) return 0;
    const std::uint64_t hash = hashOf(value);
    Slot &slot = find(value, hash);
    if (slot.id != 0) return slot.id;
    fresh = true;
    const qint64 id = m_nextId++;
    if (m_values.size() < maxRemembered) fill(slot, value, hash, id);
    return id;
}

}  // namespace lw::cache

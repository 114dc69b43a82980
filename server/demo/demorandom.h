// SPDX-License-Identifier: GPL-3.0-or-later
// Chance that is the same everywhere: the engine is fixed by the standard, the distributions of the library are not.
#pragma once

#include <QByteArray>

#include <random>
#include <vector>

namespace lw::server {

class DemoRandom {
  public:
    explicit DemoRandom(quint64 seed) : m_engine(seed) {}

    /// 0 to n - 1.
    int below(int n) { return static_cast<int>(m_engine() % static_cast<quint64>(n)); }
    /// Both ends included.
    int between(int least, int most) { return least + below(most - least + 1); }
    bool percent(int chance) { return below(100) < chance; }
    /// Around 0, seldom beyond ±spread: the sum of three dice.
    int around(int spread)
    {
        return (between(-spread, spread) + between(-spread, spread) + between(-spread, spread)) / 2;
    }
    template <typename T>
    const T &oneOf(const std::vector<T> &list)
    {
        return list[static_cast<size_t>(below(static_cast<int>(list.size())))];
    }
    /// 16 bytes for an identifier.
    QByteArray seedBytes()
    {
        QByteArray bytes;
        for (int half = 0; half < 2; ++half)
            for (quint64 value = m_engine(), i = 0; i < 8; ++i, value >>= 8)
                bytes.append(static_cast<char>(value & 0xff));
        return bytes;
    }

  private:
    std::mt19937_64 m_engine;
};

}  // namespace lw::server

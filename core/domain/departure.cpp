// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/departure.h"

#include <array>

namespace lw {

namespace {

constexpr std::array<QLatin1String, 2> kinds{QLatin1String("departure"), QLatin1String("reassignment")};
constexpr std::array<QLatin1String, 5> states{QLatin1String("scheduled"), QLatin1String("executed"),
                                              QLatin1String("proved"), QLatin1String("proof_failed"),
                                              QLatin1String("cancelled")};

template <typename E, size_t N>
QLatin1String nameIn(const std::array<QLatin1String, N> &names, E value)
{
    const auto index = static_cast<size_t>(value) - 1;
    return index < N ? names[index] : QLatin1String();
}

template <typename E, size_t N>
std::optional<E> valueIn(const std::array<QLatin1String, N> &names, QStringView name)
{
    for (size_t i = 0; i < N; ++i)
        if (name == names[i]) return static_cast<E>(i + 1);
    return std::nullopt;
}

}  // namespace

QLatin1String departureKindName(DepartureKind kind)
{
    return nameIn(kinds, kind);
}

std::optional<DepartureKind> departureKindFromName(QStringView name)
{
    return valueIn<DepartureKind>(kinds, name);
}

QLatin1String departureStateName(DepartureState state)
{
    return nameIn(states, state);
}

std::optional<DepartureState> departureStateFromName(QStringView name)
{
    return valueIn<DepartureState>(states, name);
}

}  // namespace lw

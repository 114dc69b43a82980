// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/callguard.h"

namespace lw {

namespace {

struct ClassRow {
    CallClass value;
    QLatin1String name;
};

constexpr std::array<ClassRow, 16> classes{{
    {CallClass::Invalid, QLatin1String("invalid")},
    {CallClass::Emergency, QLatin1String("emergency")},
    {CallClass::Geographic, QLatin1String("geographic")},
    {CallClass::UkWide, QLatin1String("uk_wide")},
    {CallClass::Freephone, QLatin1String("freephone")},
    {CallClass::Mobile, QLatin1String("mobile")},
    {CallClass::Personal, QLatin1String("personal")},
    {CallClass::Pager, QLatin1String("pager")},
    {CallClass::Special084, QLatin1String("special_084")},
    {CallClass::Special087, QLatin1String("special_087")},
    {CallClass::Premium, QLatin1String("premium")},
    {CallClass::DirectoryEnquiries, QLatin1String("directory_enquiries")},
    {CallClass::CrownDependencies, QLatin1String("crown_dependencies")},
    {CallClass::International, QLatin1String("international")},
    {CallClass::ShortCode, QLatin1String("short_code")},
    {CallClass::Extension, QLatin1String("extension")},
}};

template <typename E>
struct NameRow {
    E value;
    QLatin1String name;
};

constexpr std::array<NameRow<BarringReason>, 12> reasons{{
    {BarringReason::Passes, QLatin1String("passes")},
    {BarringReason::Emergency, QLatin1String("emergency")},
    {BarringReason::GuardOff, QLatin1String("guard_off")},
    {BarringReason::PrefixAllowed, QLatin1String("prefix_allowed")},
    {BarringReason::InvalidNumber, QLatin1String("invalid_number")},
    {BarringReason::PrefixBarred, QLatin1String("prefix_barred")},
    {BarringReason::ClassBarred, QLatin1String("class_barred")},
    {BarringReason::OutsideHours, QLatin1String("outside_hours")},
    {BarringReason::UnknownCaller, QLatin1String("unknown_caller")},
    {BarringReason::PriceTooHigh, QLatin1String("price_too_high")},
    {BarringReason::NoRate, QLatin1String("no_rate")},
    {BarringReason::LimitReached, QLatin1String("limit_reached")},
}};

constexpr std::array<NameRow<RuleOrigin>, 3> origins{{
    {RuleOrigin::None, QLatin1String("none")},
    {RuleOrigin::Number, QLatin1String("number")},
    {RuleOrigin::Customer, QLatin1String("customer")},
}};

template <typename E, typename Rows>
QLatin1String nameOf(const Rows &rows, E value)
{
    for (const auto &row : rows)
        if (row.value == value) return row.name;
    return QLatin1String();
}

template <typename E, typename Rows>
std::optional<E> valueOf(const Rows &rows, QStringView name)
{
    for (const auto &row : rows)
        if (name == row.name) return row.value;
    return std::nullopt;
}

}  // namespace

QLatin1String callClassName(CallClass callClass)
{
    for (const ClassRow &row : classes)
        if (row.value == callClass) return row.name;
    return QLatin1String();
}

std::optional<CallClass> callClassFromName(QStringView name)
{
    for (const ClassRow &row : classes)
        if (name == row.name) return row.value;
    return std::nullopt;
}

const std::array<CallClass, 8> &barrableClasses()
{
    using C = CallClass;
    static constexpr std::array<CallClass, 8> barrable{
        C::Premium,  C::International,     C::Special084, C::Special087, C::DirectoryEnquiries,
        C::Personal, C::CrownDependencies, C::Pager};
    return barrable;
}

QLatin1String guardStateName(GuardState state)
{
    switch (state) {
        case GuardState::Inherit: return QLatin1String("inherit");
        case GuardState::On: return QLatin1String("on");
        case GuardState::Off: return QLatin1String("off");
    }
    return QLatin1String();
}

std::optional<GuardState> guardStateFromName(QStringView name)
{
    for (const GuardState state : {GuardState::Inherit, GuardState::On, GuardState::Off})
        if (name == guardStateName(state)) return state;
    return std::nullopt;
}

QLatin1String barringReasonName(BarringReason reason)
{
    return nameOf(reasons, reason);
}

std::optional<BarringReason> barringReasonFromName(QStringView name)
{
    return valueOf<BarringReason>(reasons, name);
}

QLatin1String ruleOriginName(RuleOrigin origin)
{
    return nameOf(origins, origin);
}

std::optional<RuleOrigin> ruleOriginFromName(QStringView name)
{
    return valueOf<RuleOrigin>(origins, name);
}

}  // namespace lw

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/event.h"

namespace lw {

namespace {

struct KindRow {
    EventKind kind;
    QLatin1String name;
    bool login;
};

constexpr std::array<KindRow, 60> kinds{{
    {EventKind::LoginSucceeded, QLatin1String("login.succeeded"), true},
    {EventKind::LoginFailed, QLatin1String("login.failed"), true},
    {EventKind::LoginRefused, QLatin1String("login.refused"), true},
    {EventKind::Logout, QLatin1String("logout"), true},
    {EventKind::SessionExpired, QLatin1String("session.expired"), true},
    {EventKind::AccountLocked, QLatin1String("account.locked"), true},
    {EventKind::AccountUnlocked, QLatin1String("account.unlocked"), true},
    {EventKind::MfaSucceeded, QLatin1String("mfa.succeeded"), true},
    {EventKind::MfaFailed, QLatin1String("mfa.failed"), true},
    {EventKind::PasswordChanged, QLatin1String("password.changed"), true},
    {EventKind::PasswordChangeFailed, QLatin1String("password.change_failed"), true},
    {EventKind::AccessRevoked, QLatin1String("access.revoked"), true},
    {EventKind::CallRejected, QLatin1String("call.rejected"), true},
    {EventKind::ConnectionProbe, QLatin1String("connection.probe"), true},
    {EventKind::LogViewed, QLatin1String("log.viewed"), false},
    {EventKind::ReportExported, QLatin1String("report.exported"), false},
    {EventKind::LogImported, QLatin1String("log.imported"), false},
    {EventKind::UserCreated, QLatin1String("user.created"), false},
    {EventKind::UserChanged, QLatin1String("user.changed"), false},
    {EventKind::CustomerCreated, QLatin1String("customer.created"), false},
    {EventKind::AccessDenied, QLatin1String("access.denied"), false},
    {EventKind::MfaEnrolled, QLatin1String("mfa.enrolled"), false},
    {EventKind::MfaRemoved, QLatin1String("mfa.removed"), true},
    {EventKind::RecoveryCodeUsed, QLatin1String("mfa.recovery_code_used"), true},
    {EventKind::SessionRevoked, QLatin1String("session.revoked"), true},
    {EventKind::PasswordReset, QLatin1String("password.reset"), true},
    {EventKind::PasswordExpired, QLatin1String("password.expired"), true},
    {EventKind::RoleCreated, QLatin1String("role.created"), false},
    {EventKind::RoleChanged, QLatin1String("role.changed"), false},
    {EventKind::RoleRemoved, QLatin1String("role.removed"), false},
    {EventKind::PolicyChanged, QLatin1String("policy.changed"), false},
    {EventKind::PeopleImported, QLatin1String("people.imported"), false},
    {EventKind::DeviceCreated, QLatin1String("device.created"), false},
    {EventKind::DeviceChanged, QLatin1String("device.changed"), false},
    {EventKind::DeviceRevoked, QLatin1String("device.revoked"), false},
    {EventKind::DeviceRegistered, QLatin1String("device.registered"), true},
    {EventKind::DeviceRefused, QLatin1String("device.refused"), true},
    {EventKind::DepartureOpened, QLatin1String("departure.opened"), false},
    {EventKind::DepartureWithdrawn, QLatin1String("departure.withdrawn"), false},
    {EventKind::RevocationProved, QLatin1String("revocation.proved"), false},
    {EventKind::NetworkChanged, QLatin1String("network.changed"), false},
    {EventKind::NetworkConfirmed, QLatin1String("network.confirmed"), false},
    {EventKind::NetworkReverted, QLatin1String("network.reverted"), false},
    {EventKind::AddressBlocked, QLatin1String("address.blocked"), true},
    {EventKind::AddressUnblocked, QLatin1String("address.unblocked"), true},
    {EventKind::NoticeSent, QLatin1String("notice.sent"), false},
    {EventKind::CallRefused, QLatin1String("call.refused"), false},
    {EventKind::NumbersChanged, QLatin1String("numbers.changed"), false},
    {EventKind::GuardChanged, QLatin1String("guard.changed"), false},
    {EventKind::RatesChanged, QLatin1String("rates.changed"), false},
    {EventKind::SpendChanged, QLatin1String("spend.changed"), false},
    {EventKind::SpendRaised, QLatin1String("spend.raised"), false},
    {EventKind::SpendLevelReached, QLatin1String("spend.level_reached"), false},
    {EventKind::SpendReset, QLatin1String("spend.reset"), false},
    {EventKind::RetentionChanged, QLatin1String("retention.changed"), false},
    {EventKind::HoldPlaced, QLatin1String("hold.placed"), false},
    {EventKind::HoldReleased, QLatin1String("hold.released"), false},
    {EventKind::DataPurged, QLatin1String("data.purged"), false},
    {EventKind::DataExported, QLatin1String("data.exported"), false},
    {EventKind::PersonErased, QLatin1String("person.erased"), false},
}};

template <typename E>
struct NameRow {
    E value;
    QLatin1String name;
};

constexpr std::array<NameRow<Outcome>, 2> outcomes{
    {{Outcome::Success, QLatin1String("success")}, {Outcome::Failure, QLatin1String("failure")}}};

constexpr std::array<NameRow<ActorType>, 4> actorTypes{{{ActorType::User, QLatin1String("user")},
                                                        {ActorType::Device, QLatin1String("device")},
                                                        {ActorType::System, QLatin1String("system")},
                                                        {ActorType::Unknown, QLatin1String("unknown")}}};

template <typename Rows, typename E>
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

QLatin1String kindName(EventKind kind)
{
    for (const KindRow &row : kinds)
        if (row.kind == kind) return row.name;
    return QLatin1String();
}

std::optional<EventKind> kindFromName(QStringView name)
{
    for (const KindRow &row : kinds)
        if (name == row.name) return row.kind;
    return std::nullopt;
}

const std::array<EventKind, 60> &allEventKinds()
{
    static const std::array<EventKind, 60> all = [] {
        std::array<EventKind, 60> list{};
        for (size_t i = 0; i < kinds.size(); ++i)
            list[i] = kinds[i].kind;
        return list;
    }();
    return all;
}

bool isLoginKind(EventKind kind)
{
    for (const KindRow &row : kinds)
        if (row.kind == kind) return row.login;
    return false;
}

QLatin1String outcomeName(Outcome outcome)
{
    return nameOf(outcomes, outcome);
}

std::optional<Outcome> outcomeFromName(QStringView name)
{
    return valueOf<Outcome>(outcomes, name);
}

QLatin1String actorTypeName(ActorType type)
{
    return nameOf(actorTypes, type);
}

std::optional<ActorType> actorTypeFromName(QStringView name)
{
    return valueOf<ActorType>(actorTypes, name);
}

}  // namespace lw

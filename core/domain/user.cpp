// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/user.h"

namespace lw {

QLatin1String userStatusName(UserStatus status)
{
    switch (status) {
        case UserStatus::Active: return QLatin1String("active");
        case UserStatus::Disabled: return QLatin1String("disabled");
        case UserStatus::Locked: return QLatin1String("locked");
    }
    return QLatin1String();
}

std::optional<UserStatus> userStatusFromName(QStringView name)
{
    for (UserStatus status : {UserStatus::Active, UserStatus::Disabled, UserStatus::Locked})
        if (name == userStatusName(status)) return status;
    return std::nullopt;
}

QLatin1String mfaKindName(MfaKind kind)
{
    return kind == MfaKind::Totp ? QLatin1String("totp") : QLatin1String("none");
}

std::optional<MfaKind> mfaKindFromName(QStringView name)
{
    for (MfaKind kind : {MfaKind::None, MfaKind::Totp})
        if (name == mfaKindName(kind)) return kind;
    return std::nullopt;
}

}  // namespace lw

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/device.h"

namespace lw {

QLatin1String deviceKindName(DeviceKind kind)
{
    return kind == DeviceKind::Pbx ? QLatin1String("pbx") : QLatin1String("phone");
}

std::optional<DeviceKind> deviceKindFromName(QStringView name)
{
    for (const DeviceKind kind : {DeviceKind::Phone, DeviceKind::Pbx})
        if (name == deviceKindName(kind)) return kind;
    return std::nullopt;
}

}  // namespace lw

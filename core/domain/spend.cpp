// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/spend.h"

namespace lw {

QLatin1String spendPeriodName(SpendPeriod period)
{
    return period == SpendPeriod::Day ? QLatin1String("day") : QLatin1String("week");
}

std::optional<SpendPeriod> spendPeriodFromName(QStringView name)
{
    for (const SpendPeriod period : {SpendPeriod::Day, SpendPeriod::Week})
        if (name == spendPeriodName(period)) return period;
    return std::nullopt;
}

QList<int> usualWarningLevels()
{
    return {80, 95, 100};
}

}  // namespace lw

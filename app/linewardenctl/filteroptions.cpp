// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/filteroptions.h"

namespace lw::ctl {

void filterOptions(Arguments &arguments)
{
    arguments.option(QStringLiteral("zone"),
                     QStringLiteral("The time zone that dates without one are in (default: UTC)."),
                     QStringLiteral("Area/City"));
}

Result<QTimeZone> chosenZone(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("zone"))) return QTimeZone::utc();
    const QTimeZone zone(arguments.value(QStringLiteral("zone")).toLatin1());
    if (!zone.isValid())
        return makeError(Errc::InvalidInput,
                         QStringLiteral("\"%1\" is no time zone. Use a name such as Europe/London.")
                             .arg(arguments.value(QStringLiteral("zone"))),
                         QStringLiteral("zone"));
    return zone;
}

Result<EventFilter> filterOf(const QString &text, const QTimeZone &zone)
{
    return loginlog::filterFromText(text, {QDateTime::currentDateTimeUtc(), zone});
}

}  // namespace lw::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportcontent.h"

#include <QCoreApplication>
#include <QLocale>

namespace lw::report {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

QString minuteText(const QDateTime &utc)
{
    return QLocale::c().toString(utc.toUTC(), QStringLiteral("d MMM yyyy HH:mm"));
}

}  // namespace

QString instantText(const QDateTime &utc)
{
    return utc.isValid() ? QLocale::c().toString(utc.toUTC(), QStringLiteral("d MMM yyyy, HH:mm:ss 'UTC'")) : QString();
}

QString periodText(const ReportScope &scope)
{
    if (!scope.from.isValid() && !scope.to.isValid()) return tr("Everything the log holds");
    if (!scope.from.isValid()) return tr("Up to %1 (UTC, exclusive)").arg(minuteText(scope.to));
    if (!scope.to.isValid()) return tr("From %1 (UTC)").arg(minuteText(scope.from));
    return tr("%1 to %2 (UTC, end exclusive)").arg(minuteText(scope.from), minuteText(scope.to));
}

QString countText(quint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(number);
}

}  // namespace lw::report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/apicall.h"

#include <QUrl>

namespace lw::net {

QString pathWith(QLatin1String pathTemplate, const QString &parameter)
{
    QString path = pathTemplate;
    const qsizetype open = path.indexOf(QLatin1Char('{'));
    const qsizetype close = path.indexOf(QLatin1Char('}'), open);
    if (open < 0 || close < 0) return path;
    return path.replace(open, close - open + 1, QString::fromLatin1(QUrl::toPercentEncoding(parameter)));
}

}  // namespace lw::net

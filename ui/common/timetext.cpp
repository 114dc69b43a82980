// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace lw::ui {

namespace {

QString words(const char *text, int n = -1)
{
    return QCoreApplication::translate("lw::ui::TimeText", text, nullptr, n);
}

QLocale locale()
{
    return QLocale();
}

}  // namespace

QString fullTime(const QDateTime &instant, bool withMs)
{
    if (!instant.isValid()) return words(QT_TRANSLATE_NOOP("lw::ui::TimeText", "never"));
    const QString format = withMs ? QStringLiteral("d MMM yyyy, HH:mm:ss.zzz") : QStringLiteral("d MMM yyyy, HH:mm:ss");
    return locale().toString(instant.toUTC(), format) + QStringLiteral(" UTC");
}

QString columnTime(const QDateTime &instant, const QDateTime &now)
{
    if (!instant.isValid()) return words("never");
    const QDateTime utc = instant.toUTC();
    const bool thisYear = utc.date().year() == now.toUTC().date().year();
    return locale().toString(utc,
                             thisYear ? QStringLiteral("dd MMM HH:mm:ss") : QStringLiteral("dd MMM yyyy HH:mm:ss"));
}

QString dayText(const QDate &day)
{
    return locale().toString(day, QStringLiteral("d MMM yyyy"));
}

QString shortDay(const QDate &day)
{
    return locale().toString(day, QStringLiteral("d MMM"));
}

QString clockTime(const QDateTime &instant)
{
    return instant.toUTC().toString(QStringLiteral("HH:mm")) + QStringLiteral(" UTC");
}

QString spanText(const QDateTime &from, const QDateTime &to)
{
    if (!from.isValid() || !to.isValid()) return {};
    const QDateTime a = from.toUTC(), b = to.toUTC();
    const QString utc = QStringLiteral(", UTC");
    if (a.secsTo(b) < 2 * 86400) {
        const QString clock = QStringLiteral("HH:mm");
        if (a.date() == b.date())
            return dayText(a.date()) + QStringLiteral(", %1 – %2 UTC").arg(a.toString(clock), b.toString(clock));
        return QStringLiteral("%1 %2 – %3 %4 UTC")
            .arg(shortDay(a.date()), a.toString(clock), dayText(b.date()), b.toString(clock));
    }
    const QDate first = a.date(), last = b.addMSecs(-1).date();
    if (first.year() == last.year() && first.month() == last.month())
        return QStringLiteral("%1 – %2").arg(first.day()).arg(dayText(last)) + utc;
    if (first.year() == last.year()) return QStringLiteral("%1 – %2").arg(shortDay(first), dayText(last)) + utc;
    return QStringLiteral("%1 – %2").arg(dayText(first), dayText(last)) + utc;
}

QString ageText(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = qMax<qint64>(0, then.secsTo(now));
    if (seconds < 5) return words(QT_TRANSLATE_NOOP("lw::ui::TimeText", "just now"));
    if (seconds < 60) return words(QT_TRANSLATE_NOOP("lw::ui::TimeText", "%1 s")).arg(seconds);
    if (seconds < 3600) return words(QT_TRANSLATE_NOOP("lw::ui::TimeText", "%1 min")).arg(seconds / 60);
    if (seconds < 48 * 3600) return words(QT_TRANSLATE_NOOP("lw::ui::TimeText", "%1 h")).arg(seconds / 3600);
    return words(QT_TRANSLATE_NOOP("lw::ui::TimeText", "%1 d")).arg(seconds / 86400);
}

QString agoText(const QDateTime &then, const QDateTime &now)
{
    if (!then.isValid()) return words("never");
    if (then.secsTo(now) < 5) return words("just now");
    return words(QT_TRANSLATE_NOOP("lw::ui::TimeText", "%1 ago")).arg(ageText(then, now));
}

QString recentText(const QDateTime &instant, const QDateTime &now)
{
    if (!instant.isValid()) return words("never");
    const QDateTime utc = instant.toUTC();
    const QDate today = now.toUTC().date();
    if (utc.date() == today) return utc.toString(QStringLiteral("HH:mm"));
    return utc.date().year() == today.year() ? shortDay(utc.date()) : dayText(utc.date());
}

QString countText(qint64 count)
{
    return locale().toString(count);
}

QString sizeText(qint64 bytes)
{
    return locale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString shortHash(const QString &hash)
{
    if (hash.size() <= 16) return hash;
    return hash.left(8) + QChar(0x2026) + hash.right(5);
}

}  // namespace lw::ui

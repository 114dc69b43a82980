// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/momentedit.h"

#include "ui/common/styling.h"
#include "ui/common/timetext.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QLocale>

namespace lw::ui {

namespace {

QString zoneName(const QTimeZone &zone)
{
    return QString::fromLatin1(zone.id());
}

}  // namespace

MomentEdit::MomentEdit(const QString &objectName, const QString &label, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_zone(zone), m_edit(new QDateTimeEdit), m_utc(new QLabel)
{
    m_edit->setObjectName(objectName);
    m_edit->setAccessibleName(label);
    m_edit->setDisplayFormat(QStringLiteral("d MMM yyyy, HH:mm"));
    m_edit->setCalendarPopup(true);
    // Wall-clock figures only: which moment they mean is decided by the zone, below.
    m_edit->setTimeSpec(Qt::UTC);
    m_edit->setMinimumWidth(176);
    m_utc->setObjectName(objectName + QStringLiteral("Utc"));
    setRole(m_utc, LabelRole::Secondary);
    m_utc->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit);
    row->addWidget(m_utc, 1);
    setFocusProxy(m_edit);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this] {
        echo();
        Q_EMIT changed();
    });
    echo();
}

void MomentEdit::setMoment(const QDateTime &moment)
{
    const QDateTime local = moment.toTimeZone(m_zone);
    const QTime minute(local.time().hour(), local.time().minute());
    m_edit->setDateTime(QDateTime(local.date(), minute, Qt::UTC));
    echo();
}

QDateTime MomentEdit::moment() const
{
    const QDateTime wall = m_edit->dateTime();
    const QDateTime local(wall.date(), wall.time(), m_zone);
    // Qt moves a time that was skipped; what comes back then differs from what was typed.
    const QDateTime back = local.toUTC().toTimeZone(m_zone);
    if (back.date() != wall.date() || back.time() != wall.time()) return {};
    return local.toUTC();
}

QString MomentEdit::problem() const
{
    if (moment().isValid()) return {};
    return tr("There is no %1 on that day in %2: the clock goes forward. Choose another time.")
        .arg(m_edit->dateTime().toString(QStringLiteral("HH:mm")), zoneName(m_zone));
}

void MomentEdit::echo()
{
    const QDateTime utc = moment();
    setRole(m_utc, utc.isValid() ? LabelRole::Secondary : LabelRole::Error);
    if (!utc.isValid())
        m_utc->setText(problem());
    else if (m_zone == QTimeZone::utc())
        m_utc->setText(tr("UTC"));
    else
        m_utc->setText(
            tr("%1, which is %2 %3")
                .arg(zoneName(m_zone), utc.date() == m_edit->date() ? QString() : shortDay(utc.date()), clockTime(utc))
                .simplified());
    m_edit->setAccessibleDescription(m_utc->text());
}

QString zonedTime(const QDateTime &moment, const QTimeZone &zone)
{
    if (!moment.isValid()) return fullTime(moment);
    const QDateTime local = moment.toTimeZone(zone);
    const QString wall = QLocale().toString(local, QStringLiteral("d MMM yyyy, HH:mm"));
    if (local.offsetFromUtc() == 0) return wall + QStringLiteral(" UTC");
    return QCoreApplication::translate("lw::ui::MomentEdit", "%1 %2 (%3)").arg(wall, zoneName(zone), clockTime(moment));
}

QTimeZone zoneNamed(const QString &ianaName)
{
    const QTimeZone zone(ianaName.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

}  // namespace lw::ui

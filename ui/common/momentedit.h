// SPDX-License-Identifier: GPL-3.0-or-later
// A moment, entered as date and time on the customer's clock; the same moment in UTC stands beside it. A time that the
// clock skips when summer time begins is refused, not moved.
#pragma once

#include <QDateTime>
#include <QTimeZone>
#include <QWidget>

class QDateTimeEdit;
class QLabel;

namespace lw::ui {

class MomentEdit final : public QWidget {
    Q_OBJECT
  public:
    /// The field is found by objectName; label is what a screen reader says.
    MomentEdit(const QString &objectName, const QString &label, const QTimeZone &zone, QWidget *parent = nullptr);

    void setMoment(const QDateTime &moment);
    /// UTC, whole minutes; invalid when there is no such time on that day.
    QDateTime moment() const;
    /// A sentence when moment() is invalid.
    QString problem() const;
    QDateTimeEdit *edit() const { return m_edit; }

  Q_SIGNALS:
    void changed();

  private:
    void echo();

    QTimeZone m_zone;
    QDateTimeEdit *m_edit;
    QLabel *m_utc;
};

/// "1 Jul 2026, 17:00 Europe/London (16:00 UTC)": a moment on the customer's clock; "22 Nov 2026, 14:02 UTC" while that
/// clock shows UTC.
QString zonedTime(const QDateTime &moment, const QTimeZone &zone);

/// The customer's zone; UTC when this computer does not know the name.
QTimeZone zoneNamed(const QString &ianaName);

}  // namespace lw::ui

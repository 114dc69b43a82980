// SPDX-License-Identifier: GPL-3.0-or-later
// One departure in full: the clock, what was ended, and the proof. Fills a DetailPanel.
#pragma once

#include "core/domain/departure.h"

#include <QLabel>
#include <QTimeZone>

namespace lw::ui {

class DetailPanel;

/// Link of the panel that leads to the person's events; see DetailPanel::linkActivated().
inline constexpr char departureEventsLink[] = "events";

/// The clock of a case in large; tick() moves it on without touching anything else of the panel.
class DepartureClock final : public QWidget {
    Q_OBJECT
  public:
    DepartureClock(Departure departure, const QDateTime &now, QWidget *parent = nullptr);
    void tick(const QDateTime &now);

  private:
    void say(const QDateTime &now);

    Departure m_departure;
    QDateTime m_now;
    QLabel *m_clock;
    QLabel *m_sentence;
};

/// The clock belongs to the panel and ends with its next clear().
DepartureClock *fillDeparturePanel(DetailPanel &panel, const Departure &departure, const QTimeZone &zone,
                                   const QDateTime &now);

}  // namespace lw::ui

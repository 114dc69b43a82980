// SPDX-License-Identifier: GPL-3.0-or-later
// Which report, over which period, of which events, in which form: the choices of the reports page as one widget.
#pragma once

#include "core/loginlog/exportservice.h"
#include "core/util/clock.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QDateEdit;
class QLabel;
class QRadioButton;

namespace lw::ui {

class FilterBar;

/// The periods offered; days are whole days of UTC.
enum class Period : quint8 { Last7Days, Last30Days, Last90Days, ThisMonth, LastMonth, Everything, Custom };

struct PeriodSpan {
    QDateTime from;  ///< UTC, inclusive; invalid: from the beginning
    QDateTime to;    ///< UTC, exclusive; invalid: to the end
};

/// Pure; `today` is the UTC day. Custom and Everything give an unbounded span.
PeriodSpan periodSpan(Period period, const QDate &today);

class ReportScope final : public QWidget {
    Q_OBJECT
  public:
    explicit ReportScope(const Clock &clock, QWidget *parent = nullptr);

    loginlog::ReportKind kind() const;
    loginlog::ReportFormat format() const;
    /// The filter line and the period together; the first thing that is wrong as a sentence.
    Result<EventFilter> filter() const;
    void setKind(loginlog::ReportKind kind);
    void setFormat(loginlog::ReportFormat format);
    void setPeriod(Period period);
    /// A filter in the language of the login log; its times become the period.
    void setFilterText(const QString &text);
    FilterBar *filterBar() const { return m_filter; }

  Q_SIGNALS:
    void changed();

  private:
    QWidget *buildKinds();
    QWidget *buildPeriod();
    QWidget *buildFormats();
    void applyPeriod();
    void review();

    const Clock &m_clock;
    QButtonGroup *m_kinds;  ///< by the number of the kind
    QRadioButton *m_pdf;
    QRadioButton *m_csv;
    QComboBox *m_period;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QWidget *m_periodRow;
    FilterBar *m_filter;
};

}  // namespace lw::ui

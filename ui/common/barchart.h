// SPDX-License-Identifier: GPL-3.0-or-later
// Stacked bars over time: ordinary below, failures on top. Click or drag chooses a span; the arrow keys walk the bars
// and Return chooses; the tool tip and the accessible description say in words what a bar says.
#pragma once

#include <QDateTime>
#include <QList>
#include <QWidget>

#include <functional>

namespace lw::ui {

class BarChart final : public QWidget {
    Q_OBJECT
  public:
    struct Bar {
        QDateTime from;  ///< UTC, inclusive
        QDateTime to;    ///< UTC, exclusive
        quint32 ordinary = 0;
        quint32 failures = 0;
    };
    explicit BarChart(const QString &objectName, QWidget *parent = nullptr);

    /// axis: dates below the bars. Words for the two parts, as they stand in tool tips ("logins", "failures").
    void setBars(QList<Bar> bars, const QString &ordinaryWord, const QString &failureWord);
    void setAxisVisible(bool visible);
    /// How a value is told in tool tips and to screen readers; a plain count unless set.
    void setNumberWords(std::function<QString(qint64)> words);
    /// A marked span; invalid times clear it.
    void setSelection(const QDateTime &from, const QDateTime &to);
    int currentBar() const { return m_current; }
    QRect barRect(int index) const;  ///< in widget coordinates, full height

    QSize sizeHint() const override { return {400, 120}; }
    QSize minimumSizeHint() const override { return {120, 60}; }

  Q_SIGNALS:
    /// UTC; from inclusive, to exclusive: whole bars.
    void rangeSelected(const QDateTime &from, const QDateTime &to);

  protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

  private:
    int barAt(int x) const;
    QRect plotArea() const;
    QString barWords(int index) const;
    QString numberText(qint64 value) const;
    void choose(int first, int last);
    void describe();

    QList<Bar> m_bars;
    QString m_ordinaryWord, m_failureWord;
    std::function<QString(qint64)> m_numberWords;
    bool m_axis = true;
    QDateTime m_from, m_to;
    int m_current = -1;
    int m_dragFrom = -1, m_dragTo = -1;
};

}  // namespace lw::ui

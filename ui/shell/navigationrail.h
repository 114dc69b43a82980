// SPDX-License-Identifier: GPL-3.0-or-later
// The rail at the left: pages in groups, with a count where something needs action.
#pragma once

#include <QAbstractButton>
#include <QFrame>
#include <QList>

class QLabel;
class QVBoxLayout;

namespace lw::ui {

class RailItem final : public QAbstractButton {
    Q_OBJECT
  public:
    RailItem(const QString &id, const QString &title, QWidget *parent = nullptr);
    void setBadge(int count);
    int badge() const { return m_badge; }
    QSize sizeHint() const override { return {184, 32}; }

  protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

  private:
    int m_badge = 0;
};

class NavigationRail final : public QFrame {
    Q_OBJECT
  public:
    explicit NavigationRail(QWidget *parent = nullptr);

    void addPage(const QString &id, const QString &title, const QString &group);
    void setCurrent(const QString &id);
    void setBadge(const QString &id, int count);
    /// Who is signed in where, below the pages.
    void setFooter(const QString &line, const QString &secondLine);
    RailItem *item(const QString &id) const;
    QAbstractButton *menuButton() const { return m_menu; }

    static constexpr int railWidth = 200;

  Q_SIGNALS:
    void chosen(const QString &id);

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    QVBoxLayout *m_column;
    QLabel *m_footer;
    QLabel *m_footerSecond;
    RailItem *m_menu;
    QString m_lastGroup;
};

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The panel at the right of a page (290 px) that shows one row in full, instead of a window on top. Refilled for each
// row: clear(), then add what there is, top to bottom.
#pragma once

#include "ui/common/tokens.h"

#include <QFrame>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace lw::ui {

class FlowLayout;

class DetailPanel final : public QFrame {
    Q_OBJECT
  public:
    explicit DetailPanel(QWidget *parent = nullptr);

    void clear();
    void setTitle(const QString &title, const QString &subtitle = {});
    /// A row of pills, in the order of the calls.
    void addPill(const QString &text, Tone tone);
    void addField(const QString &label, const QString &value, Tone tone = Tone::Neutral);
    void addMonoField(const QString &label, const QString &value);  ///< selectable, wraps anywhere
    /// value is a link; linkActivated(link) tells of a click or Return.
    void addLinkField(const QString &label, const QString &value, const QString &link);
    /// A pill with words behind it: "Proof valid" "leaf of checkpoint 14:02".
    void addPillLine(const QString &pill, Tone tone, const QString &text);
    /// A soft box: title, text; a link below when linkText is not empty.
    void addNote(const QString &title, const QString &text, const QString &linkText = {}, const QString &link = {});
    void addSection(const QString &title);
    void addText(const QString &text, bool mono = false, bool strong = false);
    void addWidget(QWidget *widget);
    /// At the bottom, outside the scrolled part. The panel keeps it until clear().
    QPushButton *addAction(const QString &objectName, const QString &text, bool primary = false);
    /// Shown while no row is chosen.
    void showPlaceholder(const QString &text);

    static constexpr int panelWidth = 290;

  Q_SIGNALS:
    void linkActivated(const QString &link);

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    void restyle();
    QGridLayout *fields();
    QLabel *makeValue(const QString &value);

    QScrollArea *m_scroll;
    QWidget *m_content;
    QVBoxLayout *m_column;
    QLabel *m_title;
    QLabel *m_subtitle;
    QWidget *m_footer;
    FlowLayout *m_footerRow;
    QHBoxLayout *m_pills = nullptr;
    QGridLayout *m_fields = nullptr;
};

}  // namespace lw::ui

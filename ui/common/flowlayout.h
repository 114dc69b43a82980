// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets side by side, as many as the width holds; the rest goes on below. Nothing is cut in a longer language.
#pragma once

#include <QLayout>

namespace lw::ui {

class FlowLayout final : public QLayout {
  public:
    using QLayout::QLayout;
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    void setGeometry(const QRect &rect) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;

  private:
    int arrange(const QRect &rect, bool place) const;  ///< the height that is needed
    QList<QLayoutItem *> m_items;
};

}  // namespace lw::ui

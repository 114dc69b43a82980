// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code of something secret: dark on white in every scheme, with the quiet zone that cameras need (ISO/IEC 18004).
#pragma once

#include "core/util/secret.h"

#include <QWidget>

namespace lw::ui {

class QrCode final : public QWidget {
    Q_OBJECT
  public:
    explicit QrCode(const QString &objectName, QWidget *parent = nullptr);

    /// False when it is too long for a code (over about 2,300 bytes); then nothing is shown. Empty: nothing.
    bool setContent(const Secret &content);
    /// Modules a side, without the quiet zone; 0: nothing is shown.
    int modules() const { return m_side; }
    bool isDark(int x, int y) const;
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    Secret m_bits;  ///< one byte a module, row by row
    int m_side = 0;
};

}  // namespace lw::ui

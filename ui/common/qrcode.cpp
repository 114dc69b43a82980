// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/qrcode.h"

#include "ui/common/theme.h"

#include <QPainter>
#include <qrencode.h>

namespace lw::ui {

namespace {

constexpr int quietZone = 4;    ///< modules on each side
constexpr int leastModule = 4;  ///< pixels: smaller ones blur in a camera

/// libqrencode frees its modules without wiping them.
void freeWiped(QRcode *code)
{
    volatile unsigned char *modules = code->data;
    for (int i = 0; i < code->width * code->width; ++i)
        modules[i] = 0;
    QRcode_free(code);
}

}  // namespace

QrCode::QrCode(const QString &objectName, QWidget *parent) : QWidget(parent)
{
    setObjectName(objectName);
    setAccessibleName(tr("QR code"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

bool QrCode::setContent(const Secret &content)
{
    m_bits = Secret();
    m_side = 0;
    bool made = true;
    if (!content.isEmpty()) {
        QRcode *code = QRcode_encodeData(content.size(), reinterpret_cast<const unsigned char *>(content.constData()),
                                         0, QR_ECLEVEL_M);
        made = code != nullptr;
        if (code) {
            m_side = code->width;
            m_bits.resize(m_side * m_side);
            for (int i = 0; i < m_bits.size(); ++i)
                m_bits[i] = char(code->data[i] & 1);
            freeWiped(code);
        }
    }
    updateGeometry();
    update();
    return made;
}

bool QrCode::isDark(int x, int y) const
{
    return x >= 0 && y >= 0 && x < m_side && y < m_side && m_bits.at(y * m_side + x) != 0;
}

QSize QrCode::sizeHint() const
{
    const int side = m_side > 0 ? (m_side + 2 * quietZone) * leastModule : 0;
    return {side, side};
}

void QrCode::paintEvent(QPaintEvent *)
{
    if (m_side == 0) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::current().tokens().line);
    // Not the theme's colours: a camera wants dark on white.
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::cardRadius, Theme::cardRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int module = qMin(width(), height()) / (m_side + 2 * quietZone);
    const QPoint corner((width() - m_side * module) / 2, (height() - m_side * module) / 2);
    for (int y = 0; y < m_side; ++y)
        for (int x = 0; x < m_side; ++x)
            if (isDark(x, y)) painter.fillRect(QRect(corner + QPoint(x, y) * module, QSize(module, module)), Qt::black);
}

}  // namespace lw::ui

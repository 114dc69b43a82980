// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/progressstrip.h"

#include "ui/common/styling.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace lw::ui {

ProgressStrip::ProgressStrip(const QString &objectName, QWidget *parent)
    : QWidget(parent), m_text(new QLabel), m_bar(new QProgressBar), m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(objectName);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    setRole(m_text, LabelRole::Secondary);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setMinimumWidth(120);
    m_cancel->setObjectName(objectName + QStringLiteral("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the running work"));
    row->addWidget(m_text);
    row->addWidget(m_bar, 1, Qt::AlignVCenter);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressStrip::cancelled);
}

void ProgressStrip::showProgress(const QString &text, qint64 done, qint64 total)
{
    m_text->setText(text);
    // The bar counts in thousandths: row counts may exceed an int.
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0) m_bar->setValue(static_cast<int>(qBound(qint64(0), done * 1000 / total, qint64(1000))));
    setAccessibleDescription(text);
}

void ProgressStrip::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

}  // namespace lw::ui

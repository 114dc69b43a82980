// SPDX-License-Identifier: GPL-3.0-or-later
// What every page and dialog must keep, whatever it is about; page tests call these.
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace lw::test {

inline bool isInput(const QWidget *widget)
{
    return qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractButton *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
           qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QTextEdit *>(widget) ||
           qobject_cast<const QPlainTextEdit *>(widget);
}

/// Parts that Qt builds into its own controls are the control's business.
inline bool isInner(const QWidget *widget)
{
    if (widget->objectName().startsWith(QLatin1String("qt_"))) return true;
    const QString type = QString::fromLatin1(widget->metaObject()->className());
    if (type == QLatin1String("QLineEditIconButton") || type == QLatin1String("QTableCornerButton") ||
        type == QLatin1String("QHeaderView") || type == QLatin1String("QComboBoxListView") ||
        type == QLatin1String("QComboBoxPrivateContainer") || type == QLatin1String("QTableView"))
        return type != QLatin1String("QTableView");
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget())
        if (qobject_cast<const QComboBox *>(above) || qobject_cast<const QAbstractSpinBox *>(above)) return true;
    return false;
}

/// Inputs that a screen reader cannot name; empty is what a test wants.
inline QStringList inputsWithoutName(QWidget *root)
{
    QStringList found;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!isInput(widget) || isInner(widget)) continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (!named)
            found.append(QStringLiteral("%1 \"%2\"")
                             .arg(QLatin1String(widget->metaObject()->className()), widget->objectName()));
    }
    return found;
}

/// Inputs that a test could not find; empty is what a test wants.
inline QStringList inputsWithoutObjectName(QWidget *root)
{
    QStringList found;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all)
        if (isInput(widget) && !isInner(widget) && widget->objectName().isEmpty())
            found.append(QStringLiteral("%1 \"%2\"")
                             .arg(QLatin1String(widget->metaObject()->className()), widget->accessibleName()));
    return found;
}

/// Visible, enabled inputs that the Tab key never reaches; link buttons inside labels are not counted.
inline QStringList inputsOutOfReach(QWidget *root)
{
    QStringList found;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all)
        if (isInput(widget) && !isInner(widget) && widget->isVisible() && widget->isEnabled() &&
            !(widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            found.append(QStringLiteral("%1 \"%2\"")
                             .arg(QLatin1String(widget->metaObject()->className()), widget->objectName()));
    return found;
}

/// Children that stick out of their parent: something is cut at this size.
inline QStringList cutWidgets(QWidget *root)
{
    QStringList found;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (!widget->isVisible() || widget->isWindow() || !widget->parentWidget()) continue;
        if (!isInput(widget) || isInner(widget)) continue;
        const QRect inWindow(widget->mapTo(root, QPoint(0, 0)), widget->size());
        bool scrolled = false;
        for (const QWidget *above = widget->parentWidget(); above && above != root; above = above->parentWidget())
            scrolled = scrolled || above->inherits("QAbstractScrollArea");
        if (!scrolled && !root->rect().contains(inWindow))
            found.append(QStringLiteral("%1 \"%2\"")
                             .arg(QLatin1String(widget->metaObject()->className()), widget->objectName()));
    }
    return found;
}

}  // namespace lw::test

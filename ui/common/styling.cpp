// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/styling.h"

#include <QStyle>

namespace lw::ui {

namespace {

void put(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value) return;
    widget->setProperty(property, value);
    // A style sheet looks at properties when it polishes; a widget that was shown already must be polished anew.
    if (widget->testAttribute(Qt::WA_WState_Polished)) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

}  // namespace

void setRole(QLabel *label, LabelRole role)
{
    static constexpr const char *names[] = {"",          "dim",   "secondary", "label", "title",
                                            "cardTitle", "error", "warning",   "good"};
    put(label, "role", QString::fromLatin1(names[static_cast<size_t>(role)]));
}

void setRole(QPushButton *button, ButtonRole role)
{
    put(button, "primary", role == ButtonRole::Primary);
    put(button, "destructive", role == ButtonRole::Destructive);
    put(button, "link", role == ButtonRole::Link);
    put(button, "round", role == ButtonRole::Round);
    if (role == ButtonRole::Link) button->setCursor(Qt::PointingHandCursor);
}

void setInvalid(QWidget *field, bool invalid)
{
    put(field, "invalid", invalid);
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// How a plain label, button or field gets one of the looks of the application style sheet.
#pragma once

#include <QLabel>
#include <QPushButton>

namespace lw::ui {

enum class LabelRole : quint8 { Plain, Dim, Secondary, Label, Title, CardTitle, Error, Warning, Good };
void setRole(QLabel *label, LabelRole role);

/// Primary: one a page. Destructive: only in a confirmation. Link: inside text and lists. Round: the top bar.
enum class ButtonRole : quint8 { Plain, Primary, Destructive, Link, Round };
void setRole(QPushButton *button, ButtonRole role);

/// A red line around a field whose content is refused; the sentence stands beside it.
void setInvalid(QWidget *field, bool invalid);

}  // namespace lw::ui

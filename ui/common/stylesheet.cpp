// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stylesheet.h"

namespace lw::ui {

namespace {

// @name@ stands for a token. Only plain controls are styled here; cards, pills, tables and charts paint themselves.
constexpr char sheet[] = R"(
QWidget { color: @text@; }
QLabel { background: transparent; }
QFrame[role="rule"] { background: @line@; border: none; }
QLabel[role="dim"] { color: @dim@; }
QLabel[role="secondary"] { color: @dim@; font-size: 12px; }
QLabel[role="label"] { color: @dim@; font-size: 11px; }
QLabel[role="title"] { font-size: 17px; font-weight: 600; }
QLabel[role="cardTitle"] { font-weight: 600; }
QLabel[role="error"] { color: @bad@; font-size: 12px; }
QLabel[role="warning"] { color: @warning@; font-size: 12px; }
QLabel[role="good"] { color: @good@; font-size: 12px; }

QPushButton { background: @panel@; border: 1px solid @control@; border-radius: 6px; padding: 0 12px;
  min-height: 30px; font-weight: 500; }
QPushButton:hover { background: @window@; }
QPushButton:pressed { background: @line@; }
QPushButton:focus { border: 1px solid @accent@; }
QPushButton:disabled { color: @faint@; background: @panel@; border-color: @line@; }
QPushButton[primary="true"] { background: @accent@; border-color: @accent@; color: @onAccent@; }
QPushButton[primary="true"]:hover { background: @accentHover@; }
QPushButton[primary="true"]:focus { border: 2px solid @text@; padding: 0 11px; min-height: 28px; }
QPushButton[primary="true"]:disabled { background: @line@; border-color: @line@; color: @faint@; }
QPushButton[destructive="true"] { background: @bad@; border-color: @bad@; color: @onBad@; }
QPushButton[destructive="true"]:focus { border: 2px solid @text@; padding: 0 11px; min-height: 28px; }
QPushButton[link="true"] { background: transparent; border: none; color: @accentText@; padding: 0 2px;
  min-height: 20px; text-align: left; }
QPushButton[link="true"]:hover, QPushButton[link="true"]:focus { text-decoration: underline; }
QPushButton[round="true"] { border-radius: 13px; min-height: 24px; color: @dim@; font-size: 12px; font-weight: 400; }
QPushButton[round="true"]:focus { border: 1px solid @accent@; }

QLineEdit, QComboBox, QDateTimeEdit, QDateEdit, QSpinBox { background: @panel@; border: 1px solid @control@;
  border-radius: 6px; padding: 0 8px; min-height: 30px; selection-background-color: @accent@;
  selection-color: @onAccent@; }
QLineEdit:focus, QComboBox:focus, QDateTimeEdit:focus, QDateEdit:focus, QSpinBox:focus { border: 1px solid @accent@; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QSpinBox[invalid="true"], QDateEdit[invalid="true"] { border: 1px solid @bad@; }
QLineEdit:read-only { background: @window@; }
QLineEdit:disabled, QComboBox:disabled { color: @faint@; }
QComboBox::drop-down, QDateTimeEdit::drop-down, QDateEdit::drop-down { border: none; width: 22px;
  subcontrol-origin: border; subcontrol-position: center right; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow, QDateEdit::down-arrow { image: url(:/icons/down@variant@.svg);
  width: 14px; height: 14px; }
QDateEdit { min-width: 100px; }
QSpinBox::up-button, QSpinBox::down-button { background: transparent; border: none; width: 22px;
  subcontrol-origin: border; }
QSpinBox::up-button { subcontrol-position: top right; height: 15px; margin-top: 1px; }
QSpinBox::down-button { subcontrol-position: bottom right; height: 15px; margin-bottom: 1px; }
QSpinBox::up-arrow { image: url(:/icons/up@variant@.svg); width: 11px; height: 11px; }
QSpinBox::down-arrow { image: url(:/icons/down@variant@.svg); width: 11px; height: 11px; }
QSpinBox::up-arrow:disabled, QSpinBox::up-arrow:off, QSpinBox::down-arrow:disabled,
QSpinBox::down-arrow:off { image: none; }
QSpinBox:disabled, QDateEdit:disabled { color: @faint@; background: @window@; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QComboBox QAbstractItemView, QListView[popup="true"] { background: @panel@; border: 1px solid @control@; outline: none;
  selection-background-color: @accentSoft@; selection-color: @text@; }
QPlainTextEdit, QTextEdit { background: @panel@; border: 1px solid @control@; border-radius: 6px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 1px solid @accent@; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: @accentText@; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @outline@;
  background: @panel@; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent@; }
QCheckBox::indicator:checked { background: @accent@; border-color: @accent@; image: url(:/icons/check@variant@.svg); }
QRadioButton::indicator:checked { border-color: @accent@; background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
  fx: 0.5, fy: 0.5, stop: 0 @accent@, stop: 0.5 @accent@, stop: 0.6 @panel@, stop: 1 @panel@); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line@; }

QScrollArea, QScrollArea > QWidget > QWidget[transparent="true"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @scroll@; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @dim@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTableView { background: @panel@; border: none; border-radius: 8px; outline: none; gridline-color: transparent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: @panel@; color: @dim@; border: none; border-bottom: 1px solid @line@;
  padding: 0 12px; font-size: 12px; font-weight: 500; height: 34px; }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: 9px; height: 9px; subcontrol-position: center right; right: 4px; }
QTableCornerButton::section { background: @panel@; border: none; }

QProgressBar { background: @line@; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent@; border-radius: 3px; }
QToolTip { background: @panel@; color: @text@; border: 1px solid @control@; padding: 4px 6px; }
QMenu { background: @panel@; border: 1px solid @control@; padding: 4px; }
QMenu::item { padding: 6px 20px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accentSoft@; color: @text@; }
QMenu::separator { height: 1px; background: @line@; margin: 4px 8px; }
)";

}  // namespace

QString styleSheetFor(const Tokens &t)
{
    QString text = QString::fromLatin1(sheet);
    const auto put = [&text](const char *name, const QColor &colour) {
        text.replace(QLatin1Char('@') + QLatin1String(name) + QLatin1Char('@'), colour.name());
    };
    text.replace(QLatin1String("@variant@"), t.dark ? QLatin1String("-dark") : QLatin1String(""));
    put("outline", mix(t.dim, t.panel, 0.75));
    put("window", t.window);
    put("panel", t.panel);
    put("line", t.line);
    put("text", t.text);
    put("dim", t.dim);
    put("faint", mix(t.dim, t.panel, 0.65));
    put("accent", t.accent);
    put("accentHover", mix(t.accent, t.text, 0.9));
    put("accentSoft", t.accentSoft);
    put("accentText", t.accentText);
    put("onAccent", t.onAccent);
    put("onBad", t.onBad);
    put("good", t.goodText);
    put("warning", t.warningText);
    put("bad", t.bad);
    put("control", t.control);
    put("scroll", mix(t.dim, t.panel, 0.4));
    return text;
}

}  // namespace lw::ui

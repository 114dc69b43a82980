// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/secretedit.h"

#include <QAction>

namespace lw::ui {

SecretEdit::SecretEdit(const QString &objectName, const QString &label, QWidget *parent)
    : QLineEdit(parent), m_reveal(new QAction(this))
{
    setObjectName(objectName);
    setAccessibleName(label);
    setEchoMode(Password);
    setMaxLength(1024);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    setContextMenuPolicy(Qt::NoContextMenu);
    m_reveal->setText(tr("Show what is typed"));
    m_reveal->setCheckable(true);
    m_reveal->setShortcut(QKeySequence(Qt::ALT | Qt::Key_R));
    m_reveal->setShortcutContext(Qt::WidgetShortcut);
    addAction(m_reveal);
    setToolTip(tr("Alt+R shows or hides what is typed"));
    connect(m_reveal, &QAction::toggled, this, [this](bool shown) { setEchoMode(shown ? Normal : Password); });
}

SecretEdit::~SecretEdit()
{
    // Nobody may hear of it: what listens is being destroyed as well.
    blockSignals(true);
    m_reveal->blockSignals(true);
    wipeContent();
}

Secret SecretEdit::peek() const
{
    QString copy = text();
    copy.detach();
    return takeSecret(copy);
}

Secret SecretEdit::take()
{
    Secret secret = peek();
    wipeContent();
    return secret;
}

void SecretEdit::wipeContent()
{
    if (text().isEmpty()) return;
    // QLineEdit hands out a shared copy of its own buffer: overwriting through it reaches the characters themselves. A
    // literal that a program put there is read-only and no secret.
    QString held = text();
    if (held.data_ptr().isMutable()) {
        auto *characters = const_cast<QChar *>(held.constData());
        for (qsizetype i = 0; i < held.size(); ++i)
            characters[i] = QLatin1Char(' ');
    }
    m_reveal->setChecked(false);
    clear();
    // Drops the undo history, which holds single typed characters.
    setText(QString());
}

}  // namespace lw::ui

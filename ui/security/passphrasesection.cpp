// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/passphrasesection.h"

#include "ui/common/formfield.h"
#include "ui/common/newsecretfields.h"
#include "ui/common/secretedit.h"
#include "ui/common/styling.h"

#include <QBoxLayout>

namespace lw::ui {

PassphraseSection::PassphraseSection(session::ConsoleSession &session, QWidget *parent)
    : Card(tr("Passphrase"), parent),
      m_session(session),
      m_fields(new QWidget),
      m_current(new SecretEdit(QStringLiteral("passphraseCurrent"), tr("Current passphrase"))),
      m_currentField(new FormField(tr("C&urrent passphrase"), m_current)),
      m_next(new NewSecretFields(QStringLiteral("passphraseNew"), tr("&New passphrase"), tr("New passphrase &again"))),
      m_change(new QPushButton(tr("&Change the passphrase"))),
      m_said(new QLabel)
{
    setObjectName(QStringLiteral("passphraseSection"));
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_currentField);
    column->addWidget(m_next);
    body()->addWidget(m_fields);
    m_said->setObjectName(QStringLiteral("passphraseSaid"));
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_said->hide();
    body()->addWidget(m_said);
    m_change->setObjectName(QStringLiteral("passphraseChange"));
    m_change->setAutoDefault(false);
    body()->addWidget(m_change, 0, Qt::AlignLeft);
    const auto edited = [this] {
        if (!m_busy && !(m_current->isBlank() && !m_next->areFilled())) m_said->hide();
        updateButton();
    };
    connect(m_current, &QLineEdit::textChanged, this, edited);
    connect(m_next, &NewSecretFields::edited, this, edited);
    const auto edits = m_fields->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits)
        connect(edit, &QLineEdit::returnPressed, m_change, &QPushButton::click);
    connect(m_change, &QPushButton::clicked, this, &PassphraseSection::submit);
    updateButton();
}

void PassphraseSection::wipeAll()
{
    m_current->wipeContent();
    m_next->wipeBoth();
}

void PassphraseSection::updateButton()
{
    m_change->setEnabled(!m_busy && !m_current->isBlank() && m_next->areFilled());
}

void PassphraseSection::setBusy(bool busy)
{
    m_busy = busy;
    m_fields->setEnabled(!busy);
    updateButton();
}

void PassphraseSection::tell(const QString &sentence, bool good)
{
    setRole(m_said, good ? LabelRole::Good : LabelRole::Error);
    m_said->setText(sentence);
    m_said->setAccessibleName(sentence);
    m_said->show();
}

void PassphraseSection::submit()
{
    if (m_busy) return;
    m_currentField->setError({});
    if (!m_next->checked()) return;
    if (sameSecret(m_next->typed(), m_current->peek())) {
        m_next->refuse(tr("This is the current passphrase. Choose another one."));
        return;
    }
    setBusy(true);
    setRole(m_said, LabelRole::Secondary);
    m_said->setText(tr("Changing the passphrase… deriving its key takes a moment on purpose."));
    m_said->show();
    m_session.changePassphrase(m_current->peek(), m_next->typed(), this,
                               [this](const Result<void> &result) { answered(result); });
}

void PassphraseSection::answered(const Result<void> &result)
{
    setBusy(false);
    m_said->hide();
    if (!result && result.error().code == Errc::WrongKey) {
        m_current->wipeContent();
        m_currentField->setError(tr("This is not the current passphrase. Type it again; nothing was changed."));
        m_current->setFocus();
        return;
    }
    if (!result) return tell(result.error().message, false);
    wipeAll();
    m_next->clearErrors();
    tell(tr("The passphrase is changed. The former one no longer opens the cache."), true);
    m_current->setFocus();
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/newsecretfields.h"

#include "ui/common/formfield.h"
#include "ui/common/secretedit.h"
#include "ui/common/strengthmeter.h"

#include <QBoxLayout>

namespace lw::ui {

NewSecretFields::NewSecretFields(const QString &prefix, const QString &label, const QString &repeatLabel,
                                 QWidget *parent)
    : QWidget(parent),
      m_first(new SecretEdit(prefix + QStringLiteral("First"), label)),
      m_second(new SecretEdit(prefix + QStringLiteral("Second"), repeatLabel)),
      m_firstField(new FormField(label, m_first)),
      m_secondField(new FormField(repeatLabel, m_second)),
      m_meter(new StrengthMeter(PasswordPolicy(), {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_firstField);
    column->addWidget(m_meter);
    column->addWidget(m_secondField);
    connect(m_first, &QLineEdit::textChanged, this, [this] {
        const Secret typed = m_first->peek();
        m_meter->judge(QByteArrayView(typed.constData(), typed.size()));
        Q_EMIT edited();
    });
    connect(m_second, &QLineEdit::textChanged, this, &NewSecretFields::edited);
}

void NewSecretFields::setPolicy(const PasswordPolicy &policy)
{
    m_meter->setPolicy(policy);
}

void NewSecretFields::setUserInputs(QStringList inputs)
{
    m_meter->setUserInputs(std::move(inputs));
}

void NewSecretFields::focusFirst()
{
    m_first->setFocus();
}

bool NewSecretFields::areFilled() const
{
    return !m_first->isBlank() && !m_second->isBlank();
}

void NewSecretFields::clearErrors()
{
    m_firstField->setError({});
    m_secondField->setError({});
}

bool NewSecretFields::checked()
{
    clearErrors();
    if (!m_meter->verdict().accepted()) {
        refuse(m_meter->remedy());
        return false;
    }
    if (sameSecret(m_first->peek(), m_second->peek())) return true;
    m_second->wipeContent();
    m_secondField->setError(tr("This is not the same as above. Type it again."));
    m_second->setFocus();
    return false;
}

void NewSecretFields::refuse(const QString &sentence)
{
    m_firstField->setError(sentence);
    m_first->setFocus();
}

Secret NewSecretFields::typed() const
{
    return m_first->peek();
}

void NewSecretFields::wipeBoth()
{
    m_first->wipeContent();
    m_second->wipeContent();
}

}  // namespace lw::ui

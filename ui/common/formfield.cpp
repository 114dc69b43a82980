// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formfield.h"

#include "ui/common/styling.h"

#include <QBoxLayout>

namespace lw::ui {

FormField::FormField(const QString &label, QWidget *input, QWidget *parent)
    : QWidget(parent), m_input(input), m_hint(new QLabel), m_error(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *name = new QLabel(label);
    name->setBuddy(input);
    QString plain = label;
    input->setAccessibleName(plain.remove(QLatin1Char('&')));
    setRole(m_hint, LabelRole::Secondary);
    setRole(m_error, LabelRole::Error);
    m_error->setObjectName(input->objectName() + QStringLiteral("Error"));
    for (QLabel *line : {m_hint, m_error}) {
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        line->hide();
    }
    column->addWidget(name);
    column->addWidget(input);
    column->addWidget(m_error);
    column->addWidget(m_hint);
    if (auto *edit = qobject_cast<QLineEdit *>(input))
        connect(edit, &QLineEdit::textEdited, this, [this] { setError({}); });
}

void FormField::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void FormField::setError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_input->setAccessibleDescription(sentence);
    setInvalid(m_input, !sentence.isEmpty());
}

QString FormField::error() const
{
    return m_error->text();
}

QLineEdit *makeEdit(const QString &objectName, const QString &placeholder)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setPlaceholderText(placeholder);
    edit->setMaxLength(512);
    return edit;
}

}  // namespace lw::ui

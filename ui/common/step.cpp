// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/step.h"

#include "ui/common/styling.h"

#include <QBoxLayout>

namespace lw::ui {

Step::Step(const QString &objectName, const QString &title, const QString &intro, QWidget *parent)
    : QWidget(parent), m_title(title), m_fields(new QWidget), m_problem(new QLabel), m_working(new QLabel)
{
    setObjectName(objectName);
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    if (!intro.isEmpty()) {
        auto *text = new QLabel(intro);
        setRole(text, LabelRole::Dim);
        text->setWordWrap(true);
        column->addWidget(text);
    }
    m_body = new QVBoxLayout(m_fields);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(14);
    column->addWidget(m_fields);
    m_problem->setObjectName(objectName + QStringLiteral("Problem"));
    setRole(m_problem, LabelRole::Error);
    setRole(m_working, LabelRole::Secondary);
    for (QLabel *line : {m_problem, m_working}) {
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        line->hide();
        column->addWidget(line);
    }
    column->addStretch(1);
}

QString Step::problem() const
{
    return m_problem->text();
}

void Step::setBusy(const QString &busyText)
{
    m_busy = !busyText.isEmpty();
    m_working->setText(busyText);
    m_working->setVisible(m_busy);
    m_fields->setEnabled(!m_busy);
    Q_EMIT stateChanged();
}

void Step::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_problem->setAccessibleName(sentence);
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/strengthmeter.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace lw::ui {

StrengthMeter::StrengthMeter(PasswordPolicy policy, QStringList userInputs, QWidget *parent)
    : QWidget(parent), m_policy(std::move(policy)), m_userInputs(std::move(userInputs)), m_words(new QLabel)
{
    setObjectName(QStringLiteral("strengthMeter"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    m_words->setObjectName(QStringLiteral("strengthWords"));
    m_words->setWordWrap(true);
    setRole(m_words, LabelRole::Secondary);
    column->addWidget(m_words);
    judge({});
}

void StrengthMeter::setPolicy(const PasswordPolicy &policy)
{
    m_policy = policy;
    if (m_blank) judge({});
}

const policy::StrengthVerdict &StrengthMeter::judge(QByteArrayView utf8)
{
    m_blank = utf8.isEmpty();
    m_verdict = policy::judgePassword(utf8, m_policy, m_userInputs);
    if (m_blank)
        m_words->setText(tr("At least %1 characters; several unrelated words make a good one.")
                             .arg(qMax(m_policy.minLength, passwordLengthFloor)));
    else if (m_verdict.accepted())
        m_words->setText(
            tr("Strength: %1, %n character(s).", nullptr, m_verdict.length).arg(strengthWords(m_verdict.score)));
    else
        m_words->setText(tr("Strength: %1. %2").arg(strengthWords(m_verdict.score), remedy()));
    setAccessibleDescription(m_words->text());
    update();
    return m_verdict;
}

QString StrengthMeter::remedy() const
{
    return m_verdict.accepted() ? QString() : passwordRuleWords(m_verdict.failed.front(), m_policy);
}

void StrengthMeter::paintEvent(QPaintEvent *)
{
    const Tokens &t = Theme::current().tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    constexpr int parts = 5, gap = 4;
    const int width = (this->width() - gap * (parts - 1)) / parts;
    const int filled = m_blank ? 0 : m_verdict.score + 1;
    for (int i = 0; i < parts; ++i) {
        painter.setBrush(i < filled ? t.mark(strengthTone(m_verdict.score)) : t.line);
        painter.drawRoundedRect(QRectF(i * (width + gap), 4, width, 6), 3, 3);
    }
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/findingscard.h"

#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/network/networkmodel.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace lw::ui {

namespace {

constexpr int shownMost = 5;

Tone toneOf(policy::AllowlistProblem problem)
{
    switch (policy::weightOf(problem)) {
        case policy::FindingWeight::Refused: return Tone::Bad;
        case policy::FindingWeight::Warning: return Tone::Warning;
        case policy::FindingWeight::Note: return Tone::Neutral;
    }
    return Tone::Neutral;
}

}  // namespace

FindingsCard::FindingsCard(QWidget *parent) : Card(tr("About this list"), parent), m_list(new QWidget)
{
    setObjectName(QStringLiteral("findingsCard"));
    body()->addWidget(m_list);
    hide();
}

void FindingsCard::setFindings(const std::vector<policy::AllowlistFinding> &findings)
{
    body()->removeWidget(m_list);
    m_list->hide();
    m_list->deleteLater();
    m_list = new QWidget;
    auto *grid = new QGridLayout(m_list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    m_sentences.clear();
    int row = 0;
    for (const policy::AllowlistFinding &finding : findings) {
        m_sentences << policy::findingSentence(finding);
        if (row == shownMost) continue;
        auto *words = new QLabel(m_sentences.constLast());
        words->setWordWrap(true);
        words->setTextFormat(Qt::PlainText);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(new Pill(problemWords(finding.problem), toneOf(finding.problem)), row, 0, Qt::AlignTop);
        grid->addWidget(words, row++, 1);
    }
    if (const int more = static_cast<int>(findings.size()) - row; more > 0) {
        auto *rest = new QLabel(tr("%n more: the column State names them.", nullptr, more));
        setRole(rest, LabelRole::Secondary);
        grid->addWidget(rest, row, 1);
    }
    body()->addWidget(m_list);
    m_list->show();
    setVisible(!findings.empty());
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retention/rulescard.h"

#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/retention/retentionwords.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>

namespace lw::ui {

RulesCard::RulesCard(QWidget *parent) : Card(tr("How long data is kept"), parent)
{
    setObjectName(QStringLiteral("retentionRules"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const DataClass dataClass : allDataClasses()) {
        Row &row = m_rows[static_cast<size_t>(line)];
        auto *name = new QLabel(dataClassWords(dataClass));
        auto *hint = new QLabel(dataClassHint(dataClass));
        setRole(hint, LabelRole::Secondary);
        row.kept = new QLabel;
        row.kept->setObjectName(QStringLiteral("kept_") + QString(dataClassName(dataClass)));
        setRole(row.kept, LabelRole::CardTitle);
        auto *pills = new QWidget;
        row.pills = new QHBoxLayout(pills);
        row.pills->setContentsMargins(0, 0, 0, 0);
        row.pills->setSpacing(6);
        grid->addWidget(name, line, 0);
        grid->addWidget(hint, line, 1);
        grid->addWidget(row.kept, line, 2, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(pills, line, 3);
        ++line;
    }
    body()->addLayout(grid);
}

void RulesCard::clearPills(Row &row)
{
    while (QLayoutItem *item = row.pills->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
}

void RulesCard::setRules(const RetentionRules &rules)
{
    size_t line = 0;
    for (const DataClass dataClass : allDataClasses()) {
        Row &row = m_rows[line++];
        const std::optional<int> days = rules.days(dataClass);
        row.kept->setText(keptWords(days));
        clearPills(row);
        QStringList sentences;
        for (const policy::RetentionFinding &finding : policy::standardsOf(dataClass, days)) {
            auto *pill = new Pill(findingPill(finding), findingTone(finding));
            pill->setToolTip(findingSentence(finding));
            pill->setAccessibleName(findingSentence(finding));
            row.pills->addWidget(pill);
            sentences << findingSentence(finding);
        }
        row.pills->addStretch(1);
        row.kept->setAccessibleName(
            tr("%1 is kept %2. %3").arg(dataClassWords(dataClass), keptWords(days), sentences.join(u' ')));
    }
}

void RulesCard::setUnknown()
{
    for (Row &row : m_rows) {
        row.kept->setText(tr("not known"));
        clearPills(row);
    }
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retention/retentiondialogs.h"

#include "core/policy/retention.h"
#include "ui/common/dialogs.h"
#include "ui/common/formfield.h"
#include "ui/common/styling.h"
#include "ui/common/timetext.h"
#include "ui/retention/retentionwords.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>

namespace lw::ui {

namespace {

/// One less than the least that is allowed: what the box shows as "permanently".
int permanentValue(DataClass dataClass)
{
    return (dataClass == DataClass::CallRecords ? policy::callRecordDaysLeast : policy::retentionDaysLeast) - 1;
}

QLabel *effectLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

}  // namespace

RetentionRulesDialog::RetentionRulesDialog(retention::RetentionService &service, Dialogs &dialogs,
                                           access::Seen<protocol::RetentionState> seen, QWidget *parent)
    : FormDialog(QStringLiteral("retentionDialog"), tr("How long data is kept"),
                 tr("Older entries lose their content and keep their hash: the log still verifies. Nothing goes that a "
                    "legal hold keeps. The next scheduled purge comes an hour after a change at the earliest."),
                 parent),
      m_service(service),
      m_dialogs(dialogs),
      m_seen(std::move(seen)),
      m_effect(effectLabel(QStringLiteral("retentionEffect")))
{
    size_t at = 0;
    const std::array labels{tr("&Login log"), tr("&Audit log"), tr("&Call records"), tr("&Exports")};
    for (const DataClass dataClass : allDataClasses()) {
        Line &line = m_lines[at];
        line.dataClass = dataClass;
        line.days = new QSpinBox;
        line.days->setObjectName(QStringLiteral("days_") + QString(dataClassName(dataClass)));
        line.days->setRange(permanentValue(dataClass), policy::retentionDaysMost);
        line.days->setSpecialValueText(tr("permanently"));
        line.days->setSuffix(tr(" days"));
        line.days->setGroupSeparatorShown(true);
        line.days->setValue(m_seen.value.rules.days(dataClass).value_or(permanentValue(dataClass)));
        line.field = new FormField(labels[at], line.days);
        body()->addWidget(line.field);
        connect(line.days, &QSpinBox::valueChanged, this, [this] { judge(); });
        ++at;
    }
    body()->addWidget(m_effect);
    watchLines();
    judge();
    m_lines[0].days->setFocus();
}

RetentionRules RetentionRulesDialog::typed() const
{
    RetentionRules rules;
    for (const Line &line : m_lines)
        if (line.days->value() != permanentValue(line.dataClass)) rules.setDays(line.dataClass, line.days->value());
    return rules;
}

void RetentionRulesDialog::judge()
{
    setProblem({});
    for (const Line &line : m_lines) {
        const int value = line.days->value();
        const std::optional<int> days = value == permanentValue(line.dataClass) ? std::nullopt : std::optional(value);
        QStringList sentences;
        for (const policy::RetentionFinding &finding : policy::standardsOf(line.dataClass, days))
            sentences << findingSentence(finding);
        line.field->setHint(sentences.join(u' '));
    }
    const bool seen = m_previewed == typed();
    if (!seen) m_effect->setText(tr("Preview shows what the next purge would remove."));
    setSubmitText(seen ? tr("&Save") : tr("&Preview"), seen && removedIn(m_counts) > 0);
    updateSubmit();
}

bool RetentionRulesDialog::canSubmit() const
{
    return typed() != m_seen.value.rules;
}

void RetentionRulesDialog::submit()
{
    if (m_previewed == typed())
        save();
    else
        preview();
}

void RetentionRulesDialog::preview()
{
    const RetentionRules rules = typed();
    setProblem({});
    setBusy(tr("Counting what is older…"));
    m_service.preview(rules, this, [this, rules](const Result<QList<PurgeCount>> &counts) {
        setBusy({});
        if (!counts) return showRefusal(counts.error());
        m_previewed = rules;
        m_counts = *counts;
        m_effect->setText(tr("The next purge would remove:") + u'\n' + previewWords(*counts));
        m_effect->setAccessibleName(m_effect->text());
        judge();
    });
}

void RetentionRulesDialog::save()
{
    if (const qint64 gone = removedIn(m_counts); gone > 0) {
        const QPointer<RetentionRulesDialog> self(this);
        const bool sure = m_dialogs.confirm(
            this,
            {tr("Keep data for less long?"), tr("The next purge removes %n record(s) for good.", nullptr, int(gone)),
             tr("Until then the rules can be changed back. What was purged cannot be had again."), tr("Save the rules"),
             true});
        if (!self || !sure) return;
    }
    setBusy(tr("Saving…"));
    m_service.changeRules(typed(), m_seen.etag, this,
                          [this](const Result<access::Seen<protocol::RetentionState>> &changed) {
                              setBusy({});
                              if (changed) return accept();
                              showRefusal(changed.error());
                          });
}

void RetentionRulesDialog::showRefusal(const Error &error)
{
    if (error.code == Errc::Stale)
        return setProblem(tr("Somebody else changed the rules meanwhile. Close this, look at theirs, and try again."));
    setProblem(error.message);
}

PurgeDialog::PurgeDialog(retention::RetentionService &service, const RetentionRules &rules, QWidget *parent)
    : FormDialog(QStringLiteral("purgeDialog"), tr("Purge now"),
                 tr("By the rules in force, without waiting for the schedule. It cannot be undone; what a legal hold "
                    "keeps stays."),
                 parent),
      m_service(service),
      m_effect(effectLabel(QStringLiteral("purgeEffect")))
{
    body()->addWidget(m_effect);
    setSubmitText(tr("&Purge"), true);
    watchLines();
    updateSubmit();
    setBusy(tr("Counting what is older…"));
    m_service.preview(rules, this, [this](const Result<QList<PurgeCount>> &counts) {
        setBusy({});
        if (!counts) return setProblem(counts.error().message);
        m_effect->setText(tr("It would remove:") + u'\n' + previewWords(*counts));
        m_effect->setAccessibleName(m_effect->text());
        m_seen = true;
        updateSubmit();
    });
}

void PurgeDialog::submit()
{
    setProblem({});
    setBusy(tr("Asking…"));
    m_service.purgeNow(this, [this](const Result<PurgeRun> &run) {
        setBusy({});
        if (run)
            accept();
        else
            setProblem(run.error().message);
    });
}

}  // namespace lw::ui

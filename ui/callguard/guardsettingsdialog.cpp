// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callguard/guardsettingsdialog.h"

#include "ui/callguard/guardwords.h"
#include "ui/callguard/rulesfields.h"

#include <QCheckBox>
#include <QLabel>

namespace lw::ui {

GuardSettingsDialog::GuardSettingsDialog(callguard::CallGuardService &service, access::Seen<GuardSettings> seen,
                                         int inheriting, QWidget *parent)
    : FormDialog(QStringLiteral("guardSettingsDialog"), tr("Call Guard for the company"),
                 tr("Every number follows this where it has no setting of its own. Emergency calls always pass."),
                 parent),
      m_service(service),
      m_seen(std::move(seen)),
      m_inheriting(inheriting),
      m_guarded(new QCheckBox(tr("&Guard numbers that are neither opted in nor out"))),
      m_rules(new RulesFields(m_seen.value.barring, nullptr)),
      m_effect(new QLabel)
{
    m_guarded->setObjectName(QStringLiteral("guardDefault"));
    m_guarded->setAccessibleName(tr("Guard numbers that are neither opted in nor out"));
    m_guarded->setChecked(m_seen.value.guarded);
    m_effect->setObjectName(QStringLiteral("guardEffect"));
    m_effect->setWordWrap(true);
    body()->addWidget(m_guarded);
    body()->addWidget(m_rules);
    body()->addWidget(m_effect);
    setSubmitText(tr("&Save"));
    connect(m_guarded, &QCheckBox::toggled, this, &GuardSettingsDialog::showEffect);
    connect(m_rules, &RulesFields::changed, this, &GuardSettingsDialog::showEffect);
    watchLines();
    showEffect();
    m_guarded->setFocus();
}

GuardSettings GuardSettingsDialog::typed() const
{
    return {m_guarded->isChecked(), m_rules->rules()};
}

void GuardSettingsDialog::showEffect()
{
    const GuardSettings now = typed();
    QStringList sentences;
    if (now.guarded != m_seen.value.guarded)
        sentences << (now.guarded ? tr("%n number(s) become guarded at once.", nullptr, m_inheriting)
                                  : tr("%n number(s) are no longer guarded at once.", nullptr, m_inheriting));
    QStringList more;
    QStringList fewer;
    for (const CallClass callClass : barrableClasses()) {
        const bool before = m_seen.value.barring.classes.value(callClass);
        const bool after = now.barring.classes.value(callClass);
        if (after && !before) more << classWords(callClass);
        if (before && !after) fewer << classWords(callClass);
    }
    if (!more.isEmpty())
        sentences << tr("Barred from now on, for every guarded number that does not let it through: %1.")
                         .arg(more.join(QStringLiteral(", ")));
    if (!fewer.isEmpty()) sentences << tr("No longer barred: %1.").arg(fewer.join(QStringLiteral(", ")));
    m_effect->setText(sentences.isEmpty() ? tr("Nothing changes yet.") : sentences.join(u' '));
    m_effect->setAccessibleName(m_effect->text());
}

void GuardSettingsDialog::submit()
{
    m_rules->clearProblems();
    const GuardSettings wish = typed();
    const auto refused = [this](const Error &error) {
        if (!m_rules->showProblem(error.field, error.message)) setProblem(error.message);
    };
    if (const Result<BarringRules> rules = policy::judgeRules(wish.barring, true); !rules)
        return refused(rules.error());
    setBusy(tr("Saving…"));
    m_service.changeSettings(wish, m_seen.etag, this,
                             [this, refused](const Result<access::Seen<GuardSettings>> &changed) {
                                 setBusy({});
                                 if (changed) return accept();
                                 if (changed.error().code == Errc::Stale)
                                     meetOthers();
                                 else
                                     refused(changed.error());
                             });
}

void GuardSettingsDialog::meetOthers()
{
    setBusy(tr("Reading what the others made of it…"));
    m_service.settings(this, [this](const Result<access::Seen<GuardSettings>> &now) {
        setBusy({});
        if (!now) return setProblem(now.error().message);
        m_seen = *now;
        showEffect();
        setProblem(tr("Somebody else changed these settings meanwhile. Theirs: %1, %2. What you chose still stands "
                      "above: save again to put it in the place of theirs, or cancel to keep theirs.")
                       .arg(m_seen.value.guarded ? tr("numbers are guarded") : tr("numbers are not guarded"),
                            rulesWords(m_seen.value.barring)));
    });
}

}  // namespace lw::ui

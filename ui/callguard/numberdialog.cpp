// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callguard/numberdialog.h"

#include "ui/callguard/guardwords.h"
#include "ui/callguard/rulesfields.h"
#include "ui/common/formfield.h"

#include <QComboBox>
#include <QLabel>

namespace lw::ui {

NumberDialog::NumberDialog(callguard::CallGuardService &service, const GuardSettings &company,
                           access::Seen<GuardedNumber> seen, QWidget *parent)
    : FormDialog(QStringLiteral("numberDialog"),
                 seen.value.number.isEmpty() ? tr("Add a number") : tr("Number %1").arg(seen.value.number),
                 tr("What is not set here follows the company. Emergency calls always pass."), parent),
      m_service(service),
      m_seen(std::move(seen)),
      m_new(m_seen.value.number.isEmpty()),
      m_number(makeEdit(QStringLiteral("numberNumber"), tr("such as 020 7946 0001 or +44 20 7946 0001"))),
      m_label(makeEdit(QStringLiteral("numberLabel"), tr("such as Reception"))),
      m_department(makeEdit(QStringLiteral("numberDepartment"))),
      m_guard(new QComboBox),
      m_numberField(new FormField(tr("&Number"), m_number)),
      m_rules(new RulesFields(m_seen.value.barring, &company))
{
    m_number->setText(m_seen.value.number);
    m_number->setReadOnly(!m_new);
    m_label->setText(m_seen.value.label);
    m_department->setText(m_seen.value.department);
    m_guard->setObjectName(QStringLiteral("numberGuard"));
    for (const GuardState state : {GuardState::Inherit, GuardState::On, GuardState::Off})
        m_guard->addItem(guardWords(state), static_cast<int>(state));
    m_guard->setCurrentIndex(m_guard->findData(static_cast<int>(m_seen.value.guard)));
    body()->addWidget(m_numberField);
    body()->addWidget(new FormField(tr("L&abel"), m_label));
    body()->addWidget(new FormField(tr("&Department"), m_department));
    body()->addWidget(new FormField(tr("Call &Guard"), m_guard));
    body()->addWidget(m_rules);
    setSubmitText(m_new ? tr("Add the &number") : tr("&Save"));
    connect(m_number, &QLineEdit::textChanged, this, [this] {
        m_numberField->setError({});
        updateSubmit();
    });
    watchLines();
    (m_new ? m_number : m_label)->setFocus();
}

bool NumberDialog::canSubmit() const
{
    return !m_number->text().trimmed().isEmpty();
}

GuardedNumber NumberDialog::typed() const
{
    GuardedNumber number = m_seen.value;
    if (m_new) number.number = m_number->text().trimmed();
    number.label = m_label->text().trimmed();
    number.department = m_department->text().trimmed();
    number.guard = static_cast<GuardState>(m_guard->currentData().toInt());
    number.barring = m_rules->rules();
    return number;
}

void NumberDialog::submit()
{
    m_numberField->setError({});
    m_rules->clearProblems();
    GuardedNumber number = typed();
    // The back end judges the same by the same code; here it costs no way.
    const Result<QString> canonical = policy::inventoryNumber(number.number);
    if (!canonical) return refused(canonical.error());
    number.number = *canonical;
    if (const Result<BarringRules> rules = policy::judgeRules(number.barring, false); !rules)
        return refused(rules.error());
    setBusy(tr("Saving…"));
    if (m_new) {
        m_service.add({number}, this, [this](const Result<QList<GuardedNumber>> &added) {
            setBusy({});
            if (!added) return refused(added.error());
            m_seen.value = added->constFirst();
            accept();
        });
        return;
    }
    m_service.change(number, m_seen.etag, this, [this](const Result<access::Seen<GuardedNumber>> &changed) {
        setBusy({});
        if (changed) return accept();
        if (changed.error().code == Errc::Stale)
            meetOthers();
        else
            refused(changed.error());
    });
}

void NumberDialog::refused(const Error &error)
{
    QString field = error.field;
    field.remove(QStringLiteral("numbers[0]."));
    if (m_rules->showProblem(field, error.message)) return;
    if (field == QLatin1String("number")) {
        m_numberField->setError(error.message);
        m_number->setFocus();
    } else {
        setProblem(error.message);
    }
}

void NumberDialog::meetOthers()
{
    setBusy(tr("Reading what the others made of it…"));
    m_service.number(m_seen.value.number, this, [this](const Result<access::Seen<GuardedNumber>> &now) {
        setBusy({});
        if (!now) return setProblem(now.error().message);
        // Yours stands in the fields; this is theirs. Saving again puts yours in its place.
        QStringList theirs;
        const GuardedNumber &other = now->value;
        const GuardedNumber &before = m_seen.value;
        if (other.label != before.label) theirs << tr("label “%1”").arg(other.label);
        if (other.department != before.department) theirs << tr("department “%1”").arg(other.department);
        if (other.guard != before.guard) theirs << guardWords(other.guard);
        if (other.barring != before.barring)
            theirs << (rulesWords(other.barring).isEmpty() ? tr("no rules of its own") : rulesWords(other.barring));
        m_seen = *now;
        setProblem(tr("Somebody else changed this number meanwhile. Theirs is: %1. What you typed still stands above: "
                      "save again to put it in the place of theirs, or cancel to keep theirs.")
                       .arg(theirs.join(QStringLiteral("; "))));
    });
}

}  // namespace lw::ui

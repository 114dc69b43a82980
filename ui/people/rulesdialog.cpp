// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/rulesdialog.h"

#include "core/policy/rolerules.h"
#include "ui/common/conflictview.h"
#include "ui/common/formfield.h"
#include "ui/common/words.h"
#include "ui/people/rulestext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QSpinBox>

namespace lw::ui {

namespace {

constexpr int inputWidth = 150;
constexpr int lengthMost = 128;
constexpr int historyMost = 24;
constexpr int ageMost = 3650;
constexpr int failuresMost = 100;
constexpr int spreadMost = 90;

/// One rule as the two sides of a conflict show it.
struct RuleText {
    QString key, label, words;
};

QString daysOrNever(int days)
{
    return days == 0 ? RulesDialog::tr("never") : RulesDialog::tr("%n days", nullptr, days);
}

QList<RuleText> rulesInWords(const Customer &customer)
{
    const PasswordPolicy &policy = customer.passwordPolicy;
    return {
        {QStringLiteral("minLength"), RulesDialog::tr("Least length"), QString::number(policy.minLength)},
        {QStringLiteral("minStrength"), RulesDialog::tr("Least strength"), strengthWords(policy.minStrength)},
        {QStringLiteral("history"), RulesDialog::tr("Former passwords"), QString::number(policy.history)},
        {QStringLiteral("maxAgeDays"), RulesDialog::tr("Change every"), daysOrNever(policy.maxAgeDays)},
        {QStringLiteral("warningDays"), RulesDialog::tr("Warn before"), warningDaysText(policy.warningDays)},
        {QStringLiteral("spreadDays"), RulesDialog::tr("Spread due dates"), daysOrNever(policy.spreadDays)},
        {QStringLiteral("lockAfterFailures"), RulesDialog::tr("Lock after"), QString::number(policy.lockAfterFailures)},
        {QStringLiteral("deviceMaxAgeDays"), RulesDialog::tr("Device secrets every"),
         daysOrNever(policy.deviceMaxAgeDays)},
        {QStringLiteral("mfaRequiredRoles"), RulesDialog::tr("Second factor required"),
         rolesWords(customer.mfaRequiredRoles)},
        {QStringLiteral("certificateRequiredRoles"), RulesDialog::tr("Certificate required"),
         rolesWords(customer.certificateRequiredRoles)}};
}

void takeRule(const QString &key, const Customer &from, Customer &to)
{
    const PasswordPolicy &source = from.passwordPolicy;
    PasswordPolicy &target = to.passwordPolicy;
    if (key == QLatin1String("minLength")) target.minLength = source.minLength;
    if (key == QLatin1String("minStrength")) target.minStrength = source.minStrength;
    if (key == QLatin1String("history")) target.history = source.history;
    if (key == QLatin1String("maxAgeDays")) target.maxAgeDays = source.maxAgeDays;
    if (key == QLatin1String("warningDays")) target.warningDays = source.warningDays;
    if (key == QLatin1String("spreadDays")) target.spreadDays = source.spreadDays;
    if (key == QLatin1String("lockAfterFailures")) target.lockAfterFailures = source.lockAfterFailures;
    if (key == QLatin1String("deviceMaxAgeDays")) target.deviceMaxAgeDays = source.deviceMaxAgeDays;
    if (key == QLatin1String("mfaRequiredRoles")) to.mfaRequiredRoles = from.mfaRequiredRoles;
    if (key == QLatin1String("certificateRequiredRoles")) to.certificateRequiredRoles = from.certificateRequiredRoles;
}

}  // namespace

RulesDialog::RulesDialog(people::PeopleAdmin &admin, access::Seen<Customer> seen, PeopleFacts facts, bool mayChange,
                         const QDateTime &now, QWidget *parent)
    : FormDialog(
          QStringLiteral("rulesDialog"), tr("Password and MFA rules"),
          tr("They hold for everybody of %1. Beside each setting stands which standard it fails.").arg(seen.value.name),
          parent),
      m_admin(admin),
      m_seen(std::move(seen)),
      m_facts(std::move(facts)),
      m_mayChange(mayChange),
      m_now(now),
      m_strength(new QComboBox),
      m_warnings(makeEdit(QStringLiteral("ruleWarnings"), QStringLiteral("14, 7, 3, 1"))),
      m_conflict(new QLabel),
      m_effect(new QLabel)
{
    setMinimumWidth(760);
    const PasswordPolicy &policy = m_seen.value.passwordPolicy;
    const QString days = tr(" days");
    m_length = addNumber("ruleLength", passwordLengthFloor, lengthMost, policy.minLength, tr(" characters"));
    m_strength->setObjectName(QStringLiteral("ruleStrength"));
    for (int score = 0; score <= 4; ++score)
        m_strength->addItem(strengthWords(score), score);
    m_strength->setCurrentIndex(policy.minStrength);
    m_history = addNumber("ruleHistory", 0, historyMost, policy.history, tr(" passwords"), tr("none"));
    m_age = addNumber("ruleAge", 0, ageMost, policy.maxAgeDays, days, tr("never"));
    m_warnings->setText(warningDaysText(policy.warningDays));
    m_spread = addNumber("ruleSpread", 0, spreadMost, policy.spreadDays, days, tr("not at all"));
    m_lock = addNumber("ruleLock", 0, failuresMost, policy.lockAfterFailures, tr(" failures"), tr("never"));
    m_deviceAge = addNumber("ruleDeviceAge", 0, ageMost, policy.deviceMaxAgeDays, days, tr("never"));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    m_lengthSays = addRule(*grid, tr("Least &length"), m_length);
    m_strengthSays = addRule(*grid, tr("Least &strength"), m_strength);
    m_historySays = addRule(*grid, tr("Cannot &come back"), m_history);
    m_ageSays = addRule(*grid, tr("Change &every"), m_age);
    m_warningsSays = addRule(*grid, tr("&Warn days before"), m_warnings);
    addRule(*grid, tr("S&pread due dates over"), m_spread)
        ->setText(tr("Due dates move up to so many days earlier, so that not everybody is due on one day."));
    m_lockSays = addRule(*grid, tr("Loc&k after"), m_lock);
    addRule(*grid, tr("&Device secrets every"), m_deviceAge)
        ->setText(tr("Secrets of phones and trunks; overdue ones are shown, calls go on."));
    body()->addLayout(grid);

    auto *head = new QLabel(tr("What the standards say about periodic changes"));
    setRole(head, LabelRole::CardTitle);
    body()->addWidget(head);
    m_conflict->setObjectName(QStringLiteral("rulesConflict"));
    m_conflict->setWordWrap(true);
    setRole(m_conflict, LabelRole::Secondary);
    body()->addWidget(m_conflict);
    addRoles();
    m_effect->setObjectName(QStringLiteral("rulesEffect"));
    m_effect->setWordWrap(true);
    body()->addWidget(m_effect);

    for (QSpinBox *number : {m_length, m_history, m_age, m_spread, m_lock, m_deviceAge})
        connect(number, &QSpinBox::valueChanged, this, &RulesDialog::judge);
    connect(m_strength, &QComboBox::currentIndexChanged, this, &RulesDialog::judge);
    connect(m_warnings, &QLineEdit::textChanged, this, &RulesDialog::judge);
    if (m_mayChange) setSubmitText(tr("Sa&ve the rules"));
    for (QWidget *input :
         {static_cast<QWidget *>(m_length), static_cast<QWidget *>(m_strength), static_cast<QWidget *>(m_history),
          static_cast<QWidget *>(m_age), static_cast<QWidget *>(m_warnings), static_cast<QWidget *>(m_spread),
          static_cast<QWidget *>(m_lock), static_cast<QWidget *>(m_deviceAge)})
        input->setEnabled(m_mayChange);
    judge();
    watchLines();
    m_length->setFocus();
}

QSpinBox *RulesDialog::addNumber(const char *objectName, int from, int to, int value, const QString &suffix,
                                 const QString &special)
{
    auto *number = new QSpinBox;
    number->setObjectName(QLatin1String(objectName));
    number->setRange(from, to);
    number->setSuffix(suffix);
    if (!special.isEmpty()) number->setSpecialValueText(special);
    number->setValue(value);
    return number;
}

QLabel *RulesDialog::addRule(QGridLayout &grid, const QString &label, QWidget *input)
{
    const int row = grid.rowCount();
    auto *name = new QLabel(label);
    name->setBuddy(input);
    QString plain = label;
    input->setAccessibleName(plain.remove(QLatin1Char('&')));
    input->setFixedWidth(inputWidth);
    auto *says = new QLabel;
    says->setObjectName(input->objectName() + QStringLiteral("Says"));
    says->setWordWrap(true);
    setRole(says, LabelRole::Secondary);
    grid.addWidget(name, row, 0);
    grid.addWidget(input, row, 1);
    grid.addWidget(says, row, 2);
    return says;
}

void RulesDialog::addRoles()
{
    auto *head = new QLabel(tr("What roles require"));
    setRole(head, LabelRole::CardTitle);
    body()->addWidget(head);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(3, 1);
    int row = 0;
    for (const Role &role : std::as_const(m_facts.roles)) {
        auto *name = new QLabel(roleWords(role.name));
        auto *mfa = new QCheckBox(tr("second factor"));
        mfa->setObjectName(QStringLiteral("ruleMfa_") + role.name);
        mfa->setAccessibleName(tr("%1 requires a second factor").arg(roleWords(role.name)));
        mfa->setChecked(m_seen.value.mfaRequiredRoles.contains(role.name));
        grid->addWidget(name, row, 0);
        grid->addWidget(mfa, row, 1);
        auto *certificate = new QCheckBox(tr("client certificate"));
        certificate->setObjectName(QStringLiteral("ruleCertificate_") + role.name);
        certificate->setAccessibleName(tr("%1 requires a client certificate").arg(roleWords(role.name)));
        certificate->setChecked(m_seen.value.certificateRequiredRoles.contains(role.name));
        grid->addWidget(certificate, row, 2);
        ++row;
        for (QCheckBox *box : {mfa, certificate}) {
            box->setEnabled(m_mayChange);
            connect(box, &QCheckBox::toggled, this, &RulesDialog::judge);
        }
        m_roles.append({role.name, mfa, certificate});
    }
    body()->addLayout(grid);
}

Customer RulesDialog::typed() const
{
    Customer customer = m_seen.value;
    PasswordPolicy &policy = customer.passwordPolicy;
    policy.minLength = m_length->value();
    policy.minStrength = m_strength->currentData().toInt();
    policy.history = m_history->value();
    policy.maxAgeDays = m_age->value();
    if (const auto days = warningDaysFrom(m_warnings->text())) policy.warningDays = *days;
    policy.spreadDays = m_spread->value();
    policy.lockAfterFailures = m_lock->value();
    policy.deviceMaxAgeDays = m_deviceAge->value();
    const auto gather = [this](QStringList &names, QCheckBox *RoleRow::*box) {
        for (const RoleRow &row : m_roles) {
            if ((row.*box)->isChecked() == names.contains(row.role)) continue;
            if ((row.*box)->isChecked())
                names.append(row.role);
            else
                names.removeAll(row.role);
        }
    };
    gather(customer.mfaRequiredRoles, &RoleRow::mfa);
    gather(customer.certificateRequiredRoles, &RoleRow::certificate);
    return customer;
}

void RulesDialog::judge()
{
    using policy::Gap;
    const Customer customer = typed();
    const PasswordPolicy &policy = customer.passwordPolicy;
    const auto say = [&](QLabel *label, const QList<Gap> &gaps, const QString &otherwise) {
        const QString failed = gapsText(policy, gaps);
        setRole(label, failed.isEmpty() ? LabelRole::Secondary : LabelRole::Warning);
        label->setText(failed.isEmpty() ? otherwise : failed);
    };
    say(m_lengthSays, {Gap::LengthTooShort}, tr("Meets all three standards."));
    say(m_strengthSays, {Gap::NoDenyList}, tr("Well-known passwords are refused."));
    say(m_historySays, {Gap::HistoryTooShort}, tr("Meets PCI DSS 8.3.7."));
    say(m_ageSays, {Gap::RotationTooSlow}, tr("Meets PCI DSS 8.3.9; see below."));
    say(m_lockSays, {Gap::LockoutTooLate}, tr("Meets all three standards."));
    const bool daysFit = warningDaysFrom(m_warnings->text()).has_value();
    setInvalid(m_warnings, !daysFit);
    setRole(m_warningsSays, daysFit ? LabelRole::Secondary : LabelRole::Error);
    m_warningsSays->setText(daysFit ? tr("By e-mail, once each; empty: no warnings.")
                                    : tr("At most eight numbers of days, 1 to 90, separated by commas: 14, 7, 3, 1."));
    const people::PeopleSummary &sum = m_facts.people.summary;
    m_conflict->setText(rotationConflictText(policy, sum.noSecondFactor, sum.active + sum.locked));
    const bool changed = !(customer == m_seen.value);
    const QStringList effect = rulesEffect(m_seen.value, customer, m_facts, m_now);
    m_effect->setVisible(changed);
    m_effect->setText(effect.isEmpty() ? tr("Nobody notices at once: the new rules hold from the next password on.")
                                       : effect.join(QLatin1Char('\n')));
    setRole(m_effect, effect.isEmpty() ? LabelRole::Secondary : LabelRole::Warning);
    updateSubmit();
}

bool RulesDialog::canSubmit() const
{
    return m_mayChange && warningDaysFrom(m_warnings->text()) && !(typed() == m_seen.value);
}

void RulesDialog::submit()
{
    save(typed(), m_seen.etag);
}

void RulesDialog::save(const Customer &wanted, const QByteArray &etag)
{
    setBusy(tr("Saving the rules…"));
    m_admin.changeRules(wanted, etag, this, [this, wanted](const Result<access::Seen<Customer>> &saved) {
        if (!saved && saved.error().code == Errc::Stale) return merge(wanted);
        setBusy({});
        if (saved) return accept();
        setProblem(saved.error().message);
    });
}

void RulesDialog::merge(const Customer &mine)
{
    m_admin.customer(this, [this, mine](Result<access::Seen<Customer>> now) {
        setBusy({});
        if (!now) return setProblem(now.error().message);
        const QList<RuleText> before = rulesInWords(m_seen.value), own = rulesInWords(mine),
                              theirs = rulesInWords(now->value);
        QList<ConflictField> fields;
        for (qsizetype i = 0; i < own.size(); ++i)
            fields.append({own[i].key, own[i].label, before[i].words, own[i].words, theirs[i].words});
        auto *dialog = new ConflictDialog(tr("Password and MFA rules"), fields, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog, mine, seen = *now] {
            Customer merged = seen.value;
            const auto rules = rulesInWords(mine);
            for (const RuleText &rule : rules)
                if (dialog->view().keepsMine(rule.key)) takeRule(rule.key, mine, merged);
            m_seen = seen;
            save(merged, seen.etag);
        });
        dialog->open();
    });
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callguard/rulesfields.h"

#include "ui/callguard/guardwords.h"
#include "ui/common/formfield.h"
#include "ui/common/styling.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>

namespace lw::ui {

namespace {

enum Choice { Inherited, Barred, Passes };

QString listed(const QList<PrefixRule> &rules, bool barred)
{
    QStringList prefixes;
    for (const PrefixRule &rule : rules)
        if (rule.barred == barred) prefixes << rule.prefix;
    return prefixes.join(QStringLiteral(", "));
}

}  // namespace

RulesFields::RulesFields(const BarringRules &rules, const GuardSettings *company, QWidget *parent)
    : QWidget(parent),
      m_before(rules),
      m_ofCompany(company == nullptr),
      m_barred(makeEdit(QStringLiteral("rulesBarred"), tr("such as 0905, +371, 118"))),
      m_passing(makeEdit(QStringLiteral("rulesPassing"), tr("such as +353 1"))),
      m_price(makeEdit(QStringLiteral("rulesPrice"), company ? tr("as the company") : tr("any price"))),
      m_barredField(new FormField(tr("&Bar these prefixes as well"), m_barred)),
      m_passingField(new FormField(tr("&Let these prefixes through"), m_passing)),
      m_priceField(new FormField(tr("&Highest price a minute"), m_price))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const CallClass callClass : barrableClasses()) {
        auto *box = new QComboBox;
        box->setObjectName(QStringLiteral("ruleClass_") + callClassName(callClass));
        box->setAccessibleName(classWords(callClass));
        if (company)
            box->addItem(
                company->barring.classes.value(callClass) ? tr("as the company: barred") : tr("as the company: passes"),
                Inherited);
        box->addItem(tr("barred"), Barred);
        box->addItem(tr("passes"), Passes);
        const Choice now = rules.classes.contains(callClass) ? (rules.classes.value(callClass) ? Barred : Passes)
                           : company                         ? Inherited
                                                             : Passes;
        box->setCurrentIndex(box->findData(now));
        auto *name = new QLabel(classWords(callClass));
        name->setBuddy(box);
        grid->addWidget(name, row, 0);
        grid->addWidget(box, row++, 1);
        m_classes.insert(callClass, box);
        connect(box, &QComboBox::currentIndexChanged, this, &RulesFields::changed);
    }
    column->addLayout(grid);
    m_barred->setText(listed(rules.prefixes, true));
    m_passing->setText(listed(rules.prefixes, false));
    m_barredField->setHint(tr("With commas between them, in any notation. The longest prefix wins over the class."));
    m_priceField->setHint(tr("By the rate deck, in its currency. Calls that cost more are barred."));
    if (rules.highestPricePerMinute) m_price->setText(toText(*rules.highestPricePerMinute, 2));
    for (FormField *field : {m_barredField, m_passingField, m_priceField})
        column->addWidget(field);
    for (QLineEdit *line : {m_barred, m_passing, m_price})
        connect(line, &QLineEdit::textChanged, this, &RulesFields::changed);
    if (rules.hours) {
        auto *hours = new QLabel(tr("Calls pass only within these hours: %1").arg(hoursWords(*rules.hours)));
        hours->setObjectName(QStringLiteral("rulesHours"));
        hours->setWordWrap(true);
        setRole(hours, LabelRole::Secondary);
        column->addWidget(hours);
    }
}

QList<PrefixRule> RulesFields::typed(const QLineEdit &line, bool barred) const
{
    static const QRegularExpression separator(QStringLiteral("[,;\\n]"));
    QList<PrefixRule> rules;
    const QStringList parts = line.text().split(separator, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (part.trimmed().isEmpty()) continue;
        const Result<QString> canonical = policy::canonicalPrefix(part);
        PrefixRule rule{canonical ? *canonical : part.trimmed(), barred, {}};
        for (const PrefixRule &before : m_before.prefixes)
            if (before.prefix == rule.prefix) rule.note = before.note;
        rules.append(rule);
    }
    return rules;
}

BarringRules RulesFields::rules() const
{
    BarringRules rules = m_before;
    rules.classes.clear();
    for (auto it = m_classes.cbegin(); it != m_classes.cend(); ++it) {
        const int choice = it.value()->currentData().toInt();
        // Of the company "passes" is what nothing said means.
        if (choice == Inherited || (m_ofCompany && choice == Passes)) continue;
        rules.classes.insert(it.key(), choice == Barred);
    }
    rules.prefixes = typed(*m_barred, true) + typed(*m_passing, false);
    // What is no amount becomes one that the policy refuses.
    const QString price = m_price->text().trimmed();
    const Result<Decimal> read = decimalFromText(price);
    rules.highestPricePerMinute.reset();
    if (!price.isEmpty()) rules.highestPricePerMinute = read ? *read : Decimal{-1};
    return rules;
}

void RulesFields::clearProblems()
{
    m_barredField->setError({});
    m_passingField->setError({});
    m_priceField->setError({});
}

bool RulesFields::showProblem(const QString &field, const QString &sentence)
{
    static const QRegularExpression place(QStringLiteral("barring\\.prefixes\\[(\\d+)\\]"));
    if (field == QLatin1String("barring.highestPricePerMinute")) {
        m_priceField->setError(tr("Type an amount like 0.50, or leave it empty."));
        m_price->setFocus();
        return true;
    }
    const auto match = place.match(field);
    if (!match.hasMatch()) return false;
    const bool first = match.captured(1).toLongLong() < typed(*m_barred, true).size();
    (first ? m_barredField : m_passingField)->setError(sentence);
    (first ? m_barred : m_passing)->setFocus();
    return true;
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/networkdialog.h"

#include "core/policy/allowlist.h"
#include "ui/common/formfield.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QCompleter>
#include <QDateEdit>

namespace lw::ui {

namespace {

constexpr int suggestedDays = 90;

QString sentenceOf(policy::AllowlistProblem problem, const QString &text, const QString &read)
{
    policy::AllowlistFinding finding;
    finding.problem = problem;
    finding.text = text;
    finding.read = read;
    return policy::findingSentence(finding);
}

}  // namespace

NetworkDialog::NetworkDialog(NetworkDialogFacts facts, QWidget *parent)
    : FormDialog(QStringLiteral("networkDialog"),
                 facts.entry ? tr("Change a listed network") : tr("Add a network to the list"),
                 tr("Nothing is saved yet: the page first shows what the change would have done."), parent),
      m_facts(std::move(facts)),
      m_network(
          makeEdit(QStringLiteral("networkText"), QStringLiteral("198.51.100.0/24, 2001:db8:7::/48, 192.0.2.40"))),
      m_networkField(new FormField(tr("&Network"), m_network)),
      m_label(makeEdit(QStringLiteral("networkLabel"), tr("Head office London"))),
      m_owner(makeEdit(QStringLiteral("networkOwner"), tr("who answers for it"))),
      m_ends(new QCheckBox(tr("&Ends after"))),
      m_until(new QDateEdit)
{
    m_network->setFont(Theme::current().font(FontRole::Mono));
    m_networkField->setHint(tr("An address, or a network with its length."));
    body()->addWidget(m_networkField);
    if (!m_facts.entry && !m_facts.yourAddress.isEmpty()) {
        auto *mine = new QPushButton(tr("Use the &address you are connected from, %1").arg(m_facts.yourAddress));
        mine->setObjectName(QStringLiteral("networkMine"));
        setRole(mine, ButtonRole::Link);
        mine->setAutoDefault(false);
        connect(mine, &QPushButton::clicked, this, [this] {
            m_network->setText(m_facts.yourAddress);
            m_label->setFocus();
        });
        body()->addWidget(mine, 0, Qt::AlignLeft);
    }
    body()->addWidget(new FormField(tr("&Label"), m_label));
    auto *owner = new FormField(tr("&Owner"), m_owner);
    body()->addWidget(owner);
    auto *completer = new QCompleter(m_facts.people, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_owner->setCompleter(completer);

    m_ends->setObjectName(QStringLiteral("networkEnds"));
    m_until->setObjectName(QStringLiteral("networkUntil"));
    m_until->setAccessibleName(tr("Last day"));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    auto *zone = new QLabel(tr("the whole day, %1").arg(QString::fromLatin1(m_facts.zone.id())));
    setRole(zone, LabelRole::Secondary);
    auto *end = new QHBoxLayout;
    end->setSpacing(8);
    end->addWidget(m_ends);
    end->addWidget(m_until);
    end->addWidget(zone, 1);
    body()->addLayout(end);
    body()->addStretch(1);

    const QDate today = m_facts.now.toTimeZone(m_facts.zone).date();
    m_until->setMinimumDate(today.addYears(-1));
    m_until->setDate(today.addDays(suggestedDays));
    if (m_facts.entry) {
        m_network->setText(m_facts.entry->network);
        m_label->setText(m_facts.entry->label);
        m_owner->setText(m_facts.entry->owner);
        m_ends->setChecked(m_facts.entry->until.isValid());
        if (m_facts.entry->until.isValid()) {
            const QDate last = m_facts.entry->until.addMSecs(-1).toTimeZone(m_facts.zone).date();
            if (last < m_until->minimumDate()) m_until->setMinimumDate(last);
            m_until->setDate(last);
        }
    }
    m_until->setEnabled(m_ends->isChecked());
    connect(m_ends, &QCheckBox::toggled, m_until, &QWidget::setEnabled);
    connect(m_until, &QDateEdit::dateChanged, this, [this] { m_untilTouched = true; });
    connect(m_network, &QLineEdit::textChanged, this, &NetworkDialog::judge);
    setSubmitText(m_facts.entry ? tr("&Take over") : tr("&Add to the list"));
    watchLines();
    if (m_facts.entry) judge();
    m_network->setFocus();
}

QString NetworkDialog::refusal() const
{
    const QString text = m_network->text().trimmed();
    const policy::NetworkVerdict verdict = policy::judgeNetworkText(text);
    if (verdict.refusal) return sentenceOf(*verdict.refusal, text, verdict.canonical);
    const QString other = m_facts.taken ? m_facts.taken(verdict.canonical) : QString();
    return other.isEmpty() ? QString() : tr("%1 is listed already, as %2.").arg(verdict.canonical, other);
}

void NetworkDialog::judge()
{
    const QString text = m_network->text().trimmed();
    m_networkField->setError(text.isEmpty() ? QString() : refusal());
    const policy::NetworkVerdict verdict = policy::judgeNetworkText(text);
    QStringList notes;
    if (!verdict.refusal)
        for (const policy::AllowlistProblem note : verdict.notes)
            notes << sentenceOf(note, text, verdict.canonical);
    m_networkField->setHint(notes.isEmpty() ? tr("An address, or a network with its length.")
                                            : notes.join(QLatin1Char(' ')));
    updateSubmit();
}

bool NetworkDialog::canSubmit() const
{
    return !m_network->text().trimmed().isEmpty() && refusal().isEmpty();
}

void NetworkDialog::submit()
{
    accept();
}

AllowedNetwork NetworkDialog::entry() const
{
    AllowedNetwork entry;
    entry.network = policy::judgeNetworkText(m_network->text().trimmed()).canonical;
    entry.label = m_label->text().simplified();
    entry.owner = m_owner->text().simplified();
    if (!m_ends->isChecked()) return entry;
    // An end within a day stays as it is unless another day was chosen.
    if (!m_untilTouched && m_facts.entry && m_facts.entry->until.isValid())
        entry.until = m_facts.entry->until;
    else
        entry.until = m_until->date().addDays(1).startOfDay(m_facts.zone).toUTC();
    return entry;
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/blockdialog.h"

#include "core/policy/blocking.h"
#include "core/policy/network.h"
#include "ui/common/formfield.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QComboBox>

namespace lw::ui {

namespace {

constexpr int historyDays = 30;

bool covers(const QString &key, const QString &address)
{
    const auto network = policy::parseNetwork(key);
    return network && network->contains(address);
}

}  // namespace

BlockDialog::BlockDialog(const BlockDialogFacts &facts, QWidget *parent)
    : FormDialog(
          QStringLiteral("blockDialog"),
          facts.pinned.isEmpty() ? tr("Block an address") : tr("Keep %1 blocked").arg(facts.pinned),
          tr("Sign-ins and registrations from it are refused before any password is looked at. The way back: Lift, "
             "on this page."),
          parent),
      m_facts(facts),
      m_address(makeEdit(QStringLiteral("blockAddress"), QStringLiteral("203.0.113.77"))),
      m_addressField(new FormField(tr("&Address"), m_address)),
      m_length(new QComboBox),
      m_reason(makeEdit(QStringLiteral("blockReason"), tr("why, for whoever finds it later"))),
      m_logins(new QLabel)
{
    m_address->setFont(Theme::current().font(FontRole::Mono));
    body()->addWidget(m_addressField);
    m_logins->setObjectName(QStringLiteral("blockLogins"));
    m_logins->setWordWrap(true);
    setRole(m_logins, LabelRole::Secondary);
    body()->addWidget(m_logins);
    m_length->setObjectName(QStringLiteral("blockLength"));
    m_length->addItem(tr("until somebody lifts it"), 0);
    if (m_facts.pinned.isEmpty()) {
        m_length->addItem(tr("1 hour"), 1);
        m_length->addItem(tr("24 hours"), 24);
        m_length->addItem(tr("7 days"), 7 * 24);
        m_length->addItem(tr("30 days"), 30 * 24);
    }
    body()->addWidget(new FormField(tr("&For how long"), m_length));
    body()->addWidget(new FormField(tr("&Reason"), m_reason));
    body()->addStretch(1);
    setSubmitText(m_facts.pinned.isEmpty() ? tr("&Block") : tr("&Keep blocked"), true);
    connect(m_address, &QLineEdit::textChanged, this, &BlockDialog::judge);
    connect(m_reason, &QLineEdit::textChanged, this, [this] { updateSubmit(); });
    watchLines();
    m_address->setText(m_facts.pinned);
    m_address->setReadOnly(!m_facts.pinned.isEmpty());
    (m_facts.pinned.isEmpty() ? m_address : m_reason)->setFocus();
}

void BlockDialog::judge()
{
    const QString text = m_address->text().trimmed();
    const auto key = policy::blockingKeyOfEntry(text);
    QString wrong;
    if (!text.isEmpty() && !key)
        wrong = tr("This is no address. Write one IPv4 address, or one IPv6 address or its /64 network.");
    else if (key && covers(*key, m_facts.yourAddress))
        wrong = tr("You are connected from this address yourself.");
    m_addressField->setError(wrong);
    m_addressField->setHint(key && *key != text && wrong.isEmpty()
                                ? tr("Blocks %1: whoever holds one address of it takes the next.").arg(*key)
                                : QString());
    const QString next = wrong.isEmpty() && key ? *key : QString();
    if (next != m_key) countLogins(next);
    m_key = next;
    updateSubmit();
}

void BlockDialog::countLogins(const QString &key)
{
    m_logins->clear();
    if (key.isEmpty() || !m_facts.events) return;
    EventFilter filter;
    filter.kinds = {EventKind::LoginSucceeded};
    filter.address = key;
    filter.from = m_facts.now.addDays(-historyDays);
    m_facts.events->count(filter, this, [this, key](Result<quint64> count) {
        if (key != m_key || !count) return;
        m_logins->setText(*count == 0
                              ? tr("Nobody signed in from it in the last 30 days.")
                              : tr("%n login(s) of the last 30 days came from it.", nullptr, static_cast<int>(*count)));
    });
}

bool BlockDialog::canSubmit() const
{
    return !m_key.isEmpty() && !m_reason->text().trimmed().isEmpty();
}

void BlockDialog::submit()
{
    protocol::NewBlock block;
    block.address = m_key;
    block.reason = m_reason->text().simplified();
    if (const int hours = m_length->currentData().toInt(); hours > 0)
        block.until = m_facts.now.addSecs(qint64(hours) * 3600);
    setBusy(tr("Blocking…"));
    m_facts.service.block(block, this, [this](Result<access::Seen<protocol::BlockList>> blocks) {
        setBusy({});
        if (!blocks) return setProblem(blocks.error().message);
        Q_EMIT changed(*blocks);
        accept();
    });
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/pendingbanner.h"

#include "ui/common/styling.h"
#include "ui/common/timetext.h"
#include "ui/network/networkwords.h"

#include <QBoxLayout>

namespace lw::ui {

PendingBanner::PendingBanner(QWidget *parent)
    : QWidget(parent),
      m_banner(new Banner(QStringLiteral("pendingBanner"))),
      m_confirm(m_banner->addAction(QStringLiteral("pendingConfirm"), tr("&Confirm"))),
      m_revert(m_banner->addAction(QStringLiteral("pendingRevert"), tr("Revert &now…")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    setRole(m_confirm, ButtonRole::Primary);
    setFocusProxy(m_confirm);
    connect(m_confirm, &QPushButton::clicked, this, &PendingBanner::confirmRequested);
    connect(m_revert, &QPushButton::clicked, this, &PendingBanner::revertRequested);
    hide();
}

void PendingBanner::show(const std::optional<PendingAllowlist> &pending, const Allowlist &inForce, bool mayChange,
                         const QDateTime &now)
{
    if (!m_pending || !pending || m_pending->id != pending->id) m_upTold = false;
    m_pending = pending;
    m_mayChange = mayChange;
    setVisible(pending.has_value());
    if (!pending) return;
    m_changes = changesWords(countChanges(pending->before, inForce), inForce.enforced);
    m_said.clear();
    setBusy(false);
    say(now);
}

void PendingBanner::say(const QDateTime &now)
{
    const bool up = now >= m_pending->revertsAt;
    const QString title =
        up ? tr("The time to confirm is up")
           : tr("In force, and reverts in %1 unless you confirm").arg(countdownWords(m_pending->revertsAt, now));
    if (title == m_said) return;
    m_said = title;
    m_banner->setMessage(Tone::Warning, title,
                         up ? tr("The back end takes the change back: %1.").arg(m_changes)
                            : tr("%1, by %2 at %3. Check that everybody who must still gets in.")
                                  .arg(m_changes, m_pending->author, clockTime(m_pending->appliedAt)));
}

bool PendingBanner::tick(const QDateTime &now)
{
    if (!m_pending) return false;
    say(now);
    if (now < m_pending->revertsAt || m_upTold) return false;
    m_upTold = true;
    setBusy(false);
    return true;
}

void PendingBanner::setBusy(bool busy)
{
    for (QPushButton *button : {m_confirm, m_revert})
        button->setEnabled(!busy && m_mayChange && !m_upTold);
}

}  // namespace lw::ui

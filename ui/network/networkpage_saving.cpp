// SPDX-License-Identifier: GPL-3.0-or-later
// NetworkPage: putting a proposal into force, confirming or reverting it, and blocks by hand.
#include "core/session/consolesession.h"
#include "ui/common/conflictview.h"
#include "ui/common/dialogs.h"
#include "ui/network/blockdialog.h"
#include "ui/network/blockingdialog.h"
#include "ui/network/networkpage.h"
#include "ui/network/networkwords.h"
#include "ui/network/pendingbanner.h"
#include "ui/network/reviewcard.h"
#include "ui/network/strandingdialog.h"

#include <QPointer>

#include <algorithm>

namespace lw::ui {

void NetworkPage::save()
{
    const Allowlist proposed = m_draft.proposed();
    const QString own = m_network.value.yourAddress;
    if (proposed.enforced && !own.isEmpty() && !listsOwnAddress(proposed))
        return askStranding(tr("You are connected from %1, which would not be listed any more: your own session ends "
                               "with the next request.")
                                .arg(own));
    send({});
}

void NetworkPage::send(const QString &typedLogin)
{
    access::AccessService *service = m_context.session.access();
    if (!service) return;
    protocol::AllowlistChange change;
    const Allowlist proposed = m_draft.proposed();
    change.enforced = proposed.enforced;
    change.networks = proposed.networks;
    change.confirmMinutes = m_review->confirmMinutes();
    change.strandingConfirmed = typedLogin;
    m_busy = true;
    updateControls();
    service->changeAllowlist(change, m_draftTag, this, [this](Result<NetworkSeen> result) { sent(result); });
}

void NetworkPage::sent(const Result<NetworkSeen> &result)
{
    m_busy = false;
    if (result) {
        m_draft = AllowlistDraft(result->value.allowlist);
        takeNetwork(*result);
        m_pending->setFocus();
        Q_EMIT notice(result->value.pending ? tr("In force. It reverts by itself unless you confirm it in time.")
                                            : tr("Saved."));
        return;
    }
    updateControls();
    const Error &error = result.error();
    if (error.code == Errc::Stale) return meetOthers();
    if (error.code == Errc::Conflict && error.field == QLatin1String("stranding")) return askStranding(error.message);
    m_review->setRefusal(error.message);
}

void NetworkPage::askStranding(const QString &sentence)
{
    auto *dialog = new StrandingDialog(sentence, ownLogin(), m_review->confirmMinutes(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] { send(ownLogin()); });
    dialog->open();
}

void NetworkPage::meetOthers()
{
    access::AccessService *service = m_context.session.access();
    if (!service) return;
    ++m_reads;
    service->network(this, [this](Result<NetworkSeen> seen) {
        if (seen && seen->live)
            resolve(*seen);
        else
            m_review->setRefusal(seen ? tr("The list was changed by somebody else. Connect again to compare.")
                                      : seen.error().message);
        ended();
    });
}

void NetworkPage::resolve(const NetworkSeen &theirs)
{
    auto *dialog = new ConflictDialog(tr("Network access"), m_draft.conflict(theirs.value.allowlist, m_zone), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, dialog, theirs](int result) {
        if (result == QDialog::Accepted) {
            m_draft = m_draft.rebased(theirs.value.allowlist,
                                      [dialog](const QString &key) { return dialog->view().keepsMine(key); });
            m_draftTag = theirs.etag;
        }
        takeNetwork(theirs);
        if (result != QDialog::Accepted) return;
        if (!m_draft.isDirty()) return Q_EMIT notice(tr("The list stays as it was saved meanwhile."));
        if (theirs.value.pending)
            m_review->setRefusal(tr("%1 changed the list and has yet to confirm it. Save when that is settled.")
                                     .arg(theirs.value.pending->author));
        else
            save();
    });
    dialog->open();
}

void NetworkPage::confirmPending()
{
    access::AccessService *service = m_context.session.access();
    if (!service) return;
    m_pending->setBusy(true);
    service->confirmAllowlist(
        this, [this](Result<NetworkSeen> result) { pendingAnswered(result, tr("Confirmed: the list stays.")); });
}

void NetworkPage::revertPending()
{
    access::AccessService *service = m_context.session.access();
    if (!service || !m_network.value.pending) return;
    const PendingAllowlist &pending = *m_network.value.pending;
    const QPointer<NetworkPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this, {tr("Take the change back now?"),
               tr("The list becomes what it was before: %1.")
                   .arg(changesWords(countChanges(m_network.value.allowlist, pending.before), pending.before.enforced)),
               tr("It can be proposed and saved again."), tr("Revert now"), true});
    if (!self || !sure || !m_context.session.access()) return;
    m_pending->setBusy(true);
    m_context.session.access()->revertAllowlist(
        this, [this](Result<NetworkSeen> result) { pendingAnswered(result, tr("Reverted: the list is as before.")); });
}

void NetworkPage::pendingAnswered(const Result<NetworkSeen> &result, const QString &sentence)
{
    m_pending->setBusy(false);
    if (result) {
        takeNetwork(*result);
        Q_EMIT notice(sentence);
        return;
    }
    m_context.dialogs.inform(this, tr("Nothing was changed"), result.error().message);
    refresh();
}

void NetworkPage::openBlock(const QString &pinned)
{
    access::AccessService *service = m_context.session.access();
    if (!service) return;
    auto *dialog =
        new BlockDialog({*service, m_context.session.events(), pinned, m_network.value.yourAddress, now()}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BlockDialog::changed, this, &NetworkPage::takeBlocks);
    dialog->open();
}

void NetworkPage::openRules()
{
    access::AccessService *service = m_context.session.access();
    if (!service) return;
    auto *dialog = new BlockingDialog(*service, m_blocks, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BlockingDialog::changed, this, &NetworkPage::takeBlocks);
    dialog->open();
}

void NetworkPage::lift(const QString &address)
{
    const QList<BlockedAddress> &blocked = m_blocks.value.blocked;
    const auto block = std::find_if(blocked.cbegin(), blocked.cend(),
                                    [&](const BlockedAddress &one) { return one.address == address; });
    if (block == blocked.cend()) return;
    const QPointer<NetworkPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this,
        {tr("Lift the block?"), tr("%1 may try to sign in again at once: %2.").arg(address, blockWords(*block, now())),
         m_blocks.value.policy.enabled ? tr("It is blocked again by itself after %n more failure(s), or by hand.",
                                            nullptr, m_blocks.value.policy.failures)
                                       : tr("It can be blocked again by hand."),
         tr("Lift"), false});
    if (!self || !sure || !m_context.session.access()) return;
    m_context.session.access()->liftBlock(address, this, [this, address](Result<BlocksSeen> blocks) {
        if (!blocks) return m_context.dialogs.inform(this, tr("Not lifted"), blocks.error().message);
        takeBlocks(*blocks);
        Q_EMIT notice(tr("%1 may try again.").arg(address));
    });
}

}  // namespace lw::ui

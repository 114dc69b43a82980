// SPDX-License-Identifier: GPL-3.0-or-later
// NetworkPage: what is proposed, what the policy says about it, and what it would have done.
#include "core/access/allowlistreplay.h"
#include "core/session/consolesession.h"
#include "ui/common/dialogs.h"
#include "ui/common/styling.h"
#include "ui/common/tableview.h"
#include "ui/common/timetext.h"
#include "ui/network/findingscard.h"
#include "ui/network/networkdialog.h"
#include "ui/network/networkpage.h"
#include "ui/network/networktablecard.h"
#include "ui/network/networkwords.h"
#include "ui/network/pendingbanner.h"
#include "ui/network/reviewcard.h"

#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>
#include <QScrollArea>

namespace lw::ui {

namespace {

constexpr qint64 importBytes = 16 * 1024 * 1024;  ///< of the contract: a whole list

}  // namespace

bool NetworkPage::listsOwnAddress(const Allowlist &list) const
{
    return policy::AllowlistMatcher(list.networks).allows(m_network.value.yourAddress, now());
}

void NetworkPage::showHead()
{
    const Allowlist &saved = m_draft.saved();
    if (!m_known) {
        m_headline->setText(tr("Network access"));
        m_subline->setText(tr("PBX servers are always allowlisted"));
        return;
    }
    m_headline->setText(saved.enforced ? tr("Only listed networks may connect") : tr("Any network may connect"));
    QStringList parts;
    if (saved.enforced && saved.enforcedSince.isValid())
        parts << tr("On since %1").arg(dayText(saved.enforcedSince.toTimeZone(m_zone).date()));
    if (!saved.enforced) parts << tr("The list is not enforced for people");
    parts << tr("PBX servers are always allowlisted");
    if (const QString own = m_network.value.yourAddress; m_network.live && !own.isEmpty())
        parts << (listsOwnAddress(saved) ? tr("you come from %1, which is listed").arg(own)
                                         : tr("you come from %1, which is not listed").arg(own));
    if (!m_network.live) parts << tr("as seen %1").arg(fullTime(m_network.asOf));
    m_subline->setText(parts.join(QStringLiteral(" · ")));
}

void NetworkPage::updateControls()
{
    // A second change on top of one that may still revert would leave nobody a list to come back to.
    const bool may = m_known && mayChange() && !m_busy && !m_network.value.pending;
    for (QPushButton *button : {m_switch, m_import, m_add})
        button->setEnabled(may);
    m_export->setEnabled(m_known && !m_draft.saved().networks.isEmpty());
    m_switch->setText(m_draft.enforced() ? tr("&Turn off…") : tr("&Turn on…"));
    m_switch->setVisible(m_known && m_draft.enforced() == m_draft.saved().enforced);
    m_table->setEditable(may);
    const bool dirty = m_draft.isDirty();
    m_review->setVisible(dirty);
    setRole(m_add, dirty || m_network.value.pending ? ButtonRole::Plain : ButtonRole::Primary);
    m_review->setBusy(m_busy);
}

void NetworkPage::showDraft()
{
    ++m_generation;
    m_table->setRows(m_draft.rows(), now(), m_zone);
    showHead();
    if (m_draft.isDirty()) {
        m_review->showDraft(m_draft);
        m_review->setRefusal({});
        m_review->showOwnAddress(m_network.value.yourAddress, listsOwnAddress(m_draft.proposed()));
    }
    updateControls();
    m_table->setEmpty(m_known ? tr("No network is listed") : tr("Reading the list…"),
                      tr("List the networks from which your people work: offices, VPN exits, home lines. Phones and "
                         "consoles elsewhere are refused once the list is turned on; PBX servers always are."),
                      m_add->isEnabled() ? tr("Add the first network…") : QString());
    judge();
    replay();
    Q_EMIT readyChanged();
}

void NetworkPage::judge()
{
    m_judging = true;
    m_worker.ask<policy::AllowlistVerdict>(
        this,
        [this, generation = m_generation](Result<policy::AllowlistVerdict> verdict) {
            if (generation != m_generation) return;
            m_judging = false;
            if (verdict) takeVerdict(*verdict);
            Q_EMIT readyChanged();
        },
        [list = m_draft.proposed(), instant = now()]() -> Result<policy::AllowlistVerdict> {
            return policy::judgeAllowlist(list, instant);
        });
}

void NetworkPage::takeVerdict(const policy::AllowlistVerdict &verdict)
{
    QHash<int, policy::AllowlistProblem> byRow;
    QList<int> rows;
    for (int row = 0; row < m_draft.rows().size(); ++row)
        if (m_draft.rows()[row].change != RowChange::Removed) rows.append(row);
    QString refusal;
    for (const policy::AllowlistFinding &finding : verdict.findings) {
        const int row = rows.value(finding.entry, -1);
        if (row >= 0 && !byRow.contains(row)) byRow.insert(row, finding.problem);
        if (refusal.isEmpty() && policy::weightOf(finding.problem) == policy::FindingWeight::Refused)
            refusal = policy::findingSentence(finding);
    }
    m_table->setFindings(byRow);
    m_findings->setFindings(verdict.findings);
    if (m_draft.isDirty()) m_review->setRefusal(refusal);
}

void NetworkPage::replay()
{
    access::AllowlistReplay *service = m_context.session.allowlistReplay();
    if (!service || !m_known) {
        m_replaying = false;
        return;
    }
    m_replaying = true;
    if (m_draft.isDirty()) m_review->showReplaying();
    service->replay(m_draft.proposed(), now(), ReviewCard::replayDays, this,
                    [this, generation = m_generation](Result<access::ReplayResult> result) {
                        if (generation != m_generation) return;
                        m_replaying = false;
                        takeReplay(result);
                        Q_EMIT readyChanged();
                    });
}

void NetworkPage::takeReplay(const Result<access::ReplayResult> &result)
{
    if (!result) {
        m_replay.reset();
        if (m_draft.isDirty()) m_review->showReplayProblem(result.error().message);
        return;
    }
    m_replay = *result;
    // A network that is to go keeps the count it had.
    for (const access::NetworkUse &use : result->networks)
        m_use.insert(use.network, use.logins);
    m_table->setUse(m_use);
    if (m_draft.isDirty()) {
        m_review->showReplay(*result);
    } else if (!m_draft.saved().enforced && result->refusedLogins > 0) {
        m_subline->setText(m_subline->text() + QStringLiteral(" · ") + tr("were it on: %1").arg(refusedWords(*result)));
    }
}

void NetworkPage::editRow(int row)
{
    NetworkDialogFacts facts;
    if (row >= 0 && row < m_draft.rows().size()) facts.entry = m_draft.rows()[row].network;
    facts.yourAddress = listsOwnAddress(m_draft.proposed()) ? QString() : m_network.value.yourAddress;
    facts.people = m_people;
    facts.zone = m_zone;
    facts.now = now();
    const QString own = facts.entry ? facts.entry->network : QString();
    facts.taken = [this, own](const QString &canonical) {
        const int other = canonical == own ? -1 : m_draft.rowOf(canonical);
        return other < 0 ? QString() : entryName(m_draft.rows()[other].network);
    };
    auto *dialog = new NetworkDialog(std::move(facts), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, own] {
        const AllowedNetwork entry = dialog->entry();
        // A sync may have changed the rows meanwhile: the entry is found by its network again.
        const int place = own.isEmpty() ? -1 : m_draft.rowOf(own);
        if (place < 0)
            m_draft.add(entry);
        else
            m_draft.change(place, entry);
        showDraft();
        m_table->choose(entry.network);
    });
    dialog->open();
}

void NetworkPage::discard()
{
    const int changes = m_draft.counts().total();
    if (changes > 1) {
        const QPointer<NetworkPage> self(this);
        const bool sure = m_context.dialogs.confirm(
            this, {tr("Discard all changes?"),
                   tr("%1. None of it was saved.").arg(changesWords(m_draft.counts(), m_draft.enforced())),
                   tr("What you typed is gone then; the list stays as it is."), tr("Discard"), true});
        if (!self || !sure) return;
    }
    m_draft = AllowlistDraft(m_network.value.allowlist);
    m_draftTag = m_network.etag;
    showDraft();
    m_table->table()->setFocus();
}

void NetworkPage::importFile()
{
    const QPointer<NetworkPage> self(this);
    const QString path = m_context.dialogs.openFile(this, tr("Import networks"), tr("CSV or text (*.csv *.txt)"));
    if (!self || path.isEmpty()) return;
    m_worker.ask<NetworkImport>(
        this,
        [this, name = QFileInfo(path).fileName()](Result<NetworkImport> import) {
            showImport(name, std::move(import));
        },
        [path, draft = m_draft, zone = m_zone, instant = now()]() -> Result<NetworkImport> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return makeError(Errc::Io, tr("%1 could not be opened: %2").arg(path, file.errorString()));
            if (file.size() > importBytes)
                return makeError(Errc::TooLarge, tr("%1 is larger than %2.").arg(path, sizeText(importBytes)));
            const Result<import::NetworksFile> read = import::readNetworksFile(file, zone);
            if (!read) return read.error();
            return judgeImport(*read, draft, instant);
        });
}

void NetworkPage::showImport(const QString &name, Result<NetworkImport> import)
{
    if (!import) return m_context.dialogs.inform(this, tr("Not imported"), import.error().message);
    auto *dialog = new NetworkImportDialog(name, std::move(*import), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QList<AllowedNetwork> &networks = dialog->read().networks;
        if (dialog->replaces()) {
            m_draft.replaceAll(networks);
        } else {
            for (const AllowedNetwork &network : networks) {
                const int row = m_draft.rowOf(network.network);
                if (row < 0)
                    m_draft.add(network);
                else
                    m_draft.change(row, network);
            }
        }
        showDraft();
        m_scroll->ensureWidgetVisible(m_review);
    });
    dialog->open();
}

void NetworkPage::exportFile()
{
    const QPointer<NetworkPage> self(this);
    const QString path =
        m_context.dialogs.saveFile(this, tr("Export networks"), QStringLiteral("allowlist.csv"), tr("CSV (*.csv)"));
    if (!self || path.isEmpty()) return;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return m_context.dialogs.inform(this, tr("Not exported"),
                                        tr("%1 could not be written: %2").arg(path, file.errorString()));
    const QList<AllowedNetwork> &networks = m_draft.saved().networks;
    const Result<void> written = writeNetworks(networks, file);
    if (!written || !file.commit())
        return m_context.dialogs.inform(
            this, tr("Not exported"),
            written ? tr("%1 could not be written: %2").arg(path, file.errorString()) : written.error().message);
    Q_EMIT notice(tr("Saved %n network(s) to %1", nullptr, static_cast<int>(networks.size())).arg(path));
}

}  // namespace lw::ui

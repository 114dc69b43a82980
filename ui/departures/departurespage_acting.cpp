// SPDX-License-Identifier: GPL-3.0-or-later
// DeparturesPage: opening, importing, withdrawing and proving cases, and disabling accounts that nobody uses.
#include "core/import/leaversfile.h"
#include "core/protocol/limits.h"
#include "core/session/consolesession.h"
#include "ui/common/dialogs.h"
#include "ui/common/momentedit.h"
#include "ui/common/timetext.h"
#include "ui/departures/departurespage.h"
#include "ui/departures/idlecard.h"
#include "ui/departures/leaversdialog.h"
#include "ui/departures/opendeparturedialog.h"

#include <QFile>
#include <QFileInfo>

namespace lw::ui {

namespace {

constexpr int namesShown = 5;

}  // namespace

void DeparturesPage::openDialog(const QString &login)
{
    if (!m_open->isEnabled()) return;
    auto *dialog = new OpenDepartureDialog(m_context, m_people, m_model->cases(), login, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OpenDepartureDialog::opened, this, &DeparturesPage::opened);
    dialog->open();
}

void DeparturesPage::opened(const QList<Departure> &cases)
{
    if (!cases.isEmpty()) m_chosen = cases.constFirst().id;
    Q_EMIT notice(tr("Opened %n departure(s).", nullptr, static_cast<int>(cases.size())));
    refresh();
}

void DeparturesPage::importFile()
{
    const QPointer<DeparturesPage> self(this);
    const QString path = m_context.dialogs.openFile(this, tr("Import leavers"), tr("CSV (*.csv)"));
    if (!self || path.isEmpty()) return;
    m_worker.ask<import::LeaversFile>(
        this,
        [this, name = QFileInfo(path).fileName()](const Result<import::LeaversFile> &file) { showImport(name, file); },
        [path]() -> Result<import::LeaversFile> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return makeError(Errc::Io, tr("%1 could not be opened: %2").arg(path, file.errorString()));
            if (file.size() > protocol::limits::importBytes)
                return makeError(Errc::TooLarge,
                                 tr("%1 is larger than %2.").arg(path, sizeText(protocol::limits::importBytes)));
            return import::readLeaversFile(file);
        });
}

void DeparturesPage::showImport(const QString &name, const Result<import::LeaversFile> &file)
{
    departures::DepartureService *service = m_context.session.departures();
    if (!service) return;
    if (!file) return m_context.dialogs.inform(this, tr("Not imported"), file.error().message);
    if (file->lines.isEmpty() && file->refusals.isEmpty())
        return m_context.dialogs.inform(this, tr("Not imported"), tr("%1 names nobody.").arg(name));
    auto *dialog = new LeaversDialog(
        *service, name, std::make_unique<LeaversModel>(*file, m_people, m_model->cases(), now()), m_zone, now(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LeaversDialog::opened, this, &DeparturesPage::opened);
    dialog->open();
}

void DeparturesPage::withdraw()
{
    const Departure *departure = current();
    if (!departure) return;
    const Departure chosen = *departure;
    const QPointer<DeparturesPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this, {tr("Withdraw the departure?"),
               tr("%1 keeps everything: access does not end %2.")
                   .arg(departureName(chosen), zonedTime(chosen.effectiveAt, m_zone)),
               tr("It can be opened again as long as you like; the clock then runs from the moment that you give."),
               tr("Withdraw"), true});
    departures::DepartureService *service = m_context.session.departures();
    if (!self || !sure || !service) return;
    m_busy = true;
    updateControls();
    service->withdraw(chosen.id, this, [this, chosen](const Result<void> &result) {
        m_busy = false;
        if (result)
            Q_EMIT notice(tr("Withdrawn: %1 keeps access.").arg(departureName(chosen)));
        else
            m_context.dialogs.inform(this, tr("Not withdrawn"), result.error().message);
        refresh();
    });
}

void DeparturesPage::probe()
{
    const Departure *departure = current();
    departures::DepartureService *service = m_context.session.departures();
    if (!departure || !service) return;
    m_busy = true;
    updateControls();
    service->probe(departure->id, this, [this](const Result<Departure> &result) {
        m_busy = false;
        if (result) {
            m_model->replace(*result);
            Q_EMIT badgeChanged(m_model->needingAction());
            Q_EMIT notice(result->state == DepartureState::Proved ? tr("Proved once more: nothing is left.")
                                                                  : tr("Something still works: see the proof."));
            showCurrent();
        } else {
            m_context.dialogs.inform(this, tr("Not probed"), result.error().message);
        }
        updateControls();
        updateSummary();
        Q_EMIT readyChanged();
    });
}

void DeparturesPage::disableIdle(const QList<people::PersonRow> &people)
{
    if (people.isEmpty()) return;
    if (people.size() > protocol::limits::selectionMost)
        return m_context.dialogs.inform(this, tr("Too many at once"),
                                        tr("At most %1 accounts can be disabled at once. Choose some of them.")
                                            .arg(protocol::limits::selectionMost));
    const int count = static_cast<int>(people.size());
    const QPointer<DeparturesPage> self(this);
    const bool sure = m_context.dialogs.confirm(
        this, {tr("Disable %n account(s)?", nullptr, count),
               tr("%n account(s) can no longer sign in, and their live sessions end: %1.", nullptr, count)
                   .arg(idleNames(people, now(), namesShown)),
               tr("Each can be enabled again on the page People."), tr("Disable"), true});
    people::PeopleAdmin *admin = m_context.session.peopleAdmin();
    if (!self || !sure || !admin) return;
    protocol::UserSelection selection;
    for (const people::PersonRow &row : people)
        selection.userIds << row.user.id;
    m_busy = true;
    updateControls();
    admin->disable(selection, this, [this, count](const Result<void> &result) {
        m_busy = false;
        if (result)
            Q_EMIT notice(tr("Disabled %n account(s).", nullptr, count));
        else
            m_context.dialogs.inform(this, tr("Nobody was disabled"), result.error().message);
        refresh();
    });
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about a person: handed out, or erased.
#include "core/session/consolesession.h"
#include "ui/common/dialogs.h"
#include "ui/common/timetext.h"
#include "ui/people/erasedialog.h"
#include "ui/people/peopleacts.h"

#include <QFileInfo>

namespace lw::ui {

QString PeopleActs::whyNoData() const
{
    if (m_context.session.state() != session::State::Online)
        return tr("Sign in to the back end to hand out or erase people's data.");
    return m_context.session.mayDo(Permission::PersonalData) ? QString()
                                                             : tr("Your roles do not hand out or erase people's data.");
}

void PeopleActs::handOut(const User &user)
{
    if (!whyNoData().isEmpty()) return;
    const QPointer<PeopleActs> self(this);
    const QString path = m_context.dialogs.saveFile(m_window, tr("Personal data of %1").arg(personName(user)),
                                                    user.login + QStringLiteral(".json"), tr("JSON (*.json)"));
    if (!self || path.isEmpty() || !m_context.session.retention()) return;
    start();
    m_context.session.retention()->savePersonData(
        user.id, QFileInfo(path).absoluteFilePath(), this, [this, path](const Result<qint64> &written) {
            end();
            tell(tr("Not handed out"), written ? Result<void>() : Result<void>(written.error()),
                 written ? tr("%1 written to %2").arg(sizeText(*written), path) : QString());
        });
}

void PeopleActs::erase(const User &user)
{
    if (!whyNoData().isEmpty() || !m_context.session.retention()) return;
    auto *dialog = new EraseDialog(*m_context.session.retention(), user, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, name = personName(user)] { Q_EMIT notice(tr("%1 is being erased.").arg(name)); });
    dialog->open();
}

}  // namespace lw::ui

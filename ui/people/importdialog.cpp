// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/importdialog.h"

#include "core/protocol/limits.h"
#include "core/report/atomicfile.h"
#include "ui/common/card.h"
#include "ui/common/dialogs.h"
#include "ui/common/emptystate.h"
#include "ui/common/pill.h"
#include "ui/common/tableview.h"
#include "ui/common/timetext.h"
#include "ui/people/importmodel.h"

#include <QCloseEvent>
#include <QFile>
#include <QFileInfo>
#include <QPointer>

namespace lw::ui {

using protocol::ImportLine;
using protocol::ImportPlan;

namespace {

bool hasPasswords(const ImportPlan &plan)
{
    for (const ImportLine &line : plan.lines)
        if (!line.oneTimePassword.isEmpty()) return true;
    return false;
}

}  // namespace

ImportDialog::ImportDialog(people::PeopleAdmin &admin, Dialogs &dialogs, QWidget *parent)
    : FormDialog(
          QStringLiteral("importDialog"), tr("Import people"),
          tr("A CSV file whose first line names its columns: login, name, department, email, roles (separated by "
             "semicolons), status (active or disabled). Only login must be there; a column that is missing "
             "changes nothing. Nothing is changed before you saw what would happen."),
          parent),
      m_admin(admin),
      m_dialogs(dialogs),
      m_model(new ImportModel(this)),
      m_table(new TableView),
      m_summary(new QLabel),
      m_choose(new QPushButton(tr("Choose a &file…"))),
      m_undo(new QPushButton(tr("&Undo the import…"))),
      m_save(new QPushButton(tr("Save the one-time &passwords…")))
{
    resize(860, 640);
    m_table->setObjectName(QStringLiteral("importTable"));
    m_table->setAccessibleName(tr("Lines of the file"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ImportModel::Action, new PillDelegate(m_table));
    m_table->setColumn(ImportModel::Line, 72, 0);
    m_table->setColumn(ImportModel::Action, 96, 0);
    m_table->setColumn(ImportModel::Login, 160, 0);
    m_table->setColumn(ImportModel::Detail, 300, 1);
    m_table->setMinimumHeight(360);
    m_table->emptyState()->setContent(tr("No file yet"), tr("Choose a file to see, line by line, what it would do."));
    m_summary->setObjectName(QStringLiteral("importSummary"));
    m_summary->setWordWrap(true);
    setRole(m_summary, LabelRole::Secondary);
    auto *card = new Card;
    card->noMargins();
    card->body()->addWidget(m_table);
    body()->addWidget(card, 1);
    body()->addWidget(m_summary);
    m_choose->setObjectName(QStringLiteral("importChoose"));
    m_undo->setObjectName(QStringLiteral("importUndo"));
    m_save->setObjectName(QStringLiteral("importSavePasswords"));
    for (QPushButton *button : {m_choose, m_undo, m_save})
        addLeftButton(button);
    m_undo->hide();
    m_save->hide();
    setSubmitText(tr("&Apply"));
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_undo, &QPushButton::clicked, this, &ImportDialog::undo);
    connect(m_save, &QPushButton::clicked, this, &ImportDialog::savePasswords);
    m_choose->setFocus();
}

void ImportDialog::chooseFile()
{
    const QPointer<ImportDialog> self(this);
    const QString path = m_dialogs.openFile(this, tr("Choose a people file"), tr("CSV (*.csv);;All files (*)"));
    if (self && !path.isEmpty()) openFile(path);
}

void ImportDialog::openFile(const QString &path)
{
    setProblem({});
    m_plan = {};
    m_model->setPlan(m_plan);
    updateSubmit();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return setProblem(tr("%1 could not be read: %2").arg(path, file.errorString()));
    if (file.size() > protocol::limits::importBytes)
        return setProblem(tr("%1 is larger than %2. Split it.")
                              .arg(QFileInfo(path).fileName(), sizeText(protocol::limits::importBytes)));
    m_file = QFileInfo(path).fileName();
    setBusy(tr("Judging each line of %1; nothing is changed…").arg(m_file));
    m_admin.planImport(file.readAll(), this, [this](Result<ImportPlan> plan) { take(std::move(plan)); });
}

void ImportDialog::take(Result<ImportPlan> plan)
{
    setBusy({});
    if (!plan) return setProblem(plan.error().message);
    m_plan = std::move(*plan);
    show();
}

void ImportDialog::show()
{
    m_model->setPlan(m_plan);
    const bool applied = m_plan.state == ImportPlan::State::Applied;
    const bool happened = applied || m_plan.state == ImportPlan::State::Undone;
    QStringList parts;
    if (m_plan.creates > 0)
        parts << (happened ? tr("%n people added", nullptr, m_plan.creates)
                           : tr("%n people would be added", nullptr, m_plan.creates));
    if (m_plan.changes > 0)
        parts << (happened ? tr("%n changed", nullptr, m_plan.changes)
                           : tr("%n would be changed", nullptr, m_plan.changes));
    if (m_plan.refused > 0) parts << tr("%n lines are refused", nullptr, m_plan.refused);
    if (m_plan.unchanged > 0 || parts.isEmpty()) parts << tr("%n as they are", nullptr, m_plan.unchanged);
    QString text = tr("%1: %2.").arg(m_file, parts.join(QStringLiteral(", ")));
    if (m_plan.refused > 0)
        text += QLatin1Char(' ') + tr("All or nothing: correct these lines in the file and choose it again.");
    if (m_plan.state == ImportPlan::State::Undone)
        text += QLatin1Char(' ') +
                tr("Undone: changed people are as before, added ones are disabled, as an ID is never used again.");
    m_summary->setText(text);
    setRole(m_summary, m_plan.refused > 0 ? LabelRole::Error : LabelRole::Secondary);
    m_choose->setVisible(!applied);
    m_undo->setVisible(applied);
    m_save->setVisible(applied && hasPasswords(m_plan));
    setSubmitText(m_plan.state == ImportPlan::State::Planned || m_plan.state == ImportPlan::State::Refused
                      ? tr("&Apply")
                      : QString());
}

bool ImportDialog::canSubmit() const
{
    return m_plan.state == ImportPlan::State::Planned && !m_plan.id.isEmpty() && m_plan.refused == 0 &&
           m_plan.creates + m_plan.changes > 0;
}

void ImportDialog::submit()
{
    setBusy(tr("Changing %n people, all or nothing…", nullptr, m_plan.creates + m_plan.changes));
    m_admin.applyImport(m_plan.id, this, [this](Result<ImportPlan> plan) {
        const bool ok = plan.ok();
        take(std::move(plan));
        if (ok)
            Q_EMIT changed(tr("Imported: %n people added", nullptr, m_plan.creates) +
                           tr(", %n changed.", nullptr, m_plan.changes));
    });
}

void ImportDialog::undo()
{
    const QPointer<ImportDialog> self(this);
    const bool sure =
        m_dialogs.confirm(this, {tr("Undo the import?"),
                                 tr("%n changed people get back what they had", nullptr, m_plan.changes) +
                                     tr("; %n added ones are disabled.", nullptr, m_plan.creates),
                                 tr("The file can be imported again afterwards."), tr("Undo the import"), true});
    if (!self || !sure) return;
    setBusy(tr("Undoing…"));
    m_admin.undoImport(m_plan.id, this, [this](Result<ImportPlan> plan) {
        const bool ok = plan.ok();
        take(std::move(plan));
        if (ok) Q_EMIT changed(tr("The import is undone."));
    });
}

void ImportDialog::savePasswords()
{
    const QPointer<ImportDialog> self(this);
    const QString path = m_dialogs.saveFile(this, tr("Save the one-time passwords"),
                                            QStringLiteral("one-time-passwords.csv"), tr("CSV (*.csv)"));
    if (!self || path.isEmpty()) return;
    const auto written = report::writeAtomically(path, [this](QIODevice &device) -> Result<void> {
        if (auto *file = qobject_cast<QFileDevice *>(&device))
            file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        device.write("login,oneTimePassword\r\n");
        for (const ImportLine &line : m_plan.lines) {
            if (line.oneTimePassword.isEmpty()) continue;
            // Login names and one-time passwords hold nothing that CSV would have to quote.
            device.write(line.login.toUtf8() + ',');
            device.write(line.oneTimePassword.constData(), line.oneTimePassword.size());
            device.write("\r\n");
        }
        return {};
    });
    if (!written) return setProblem(written.error().message);
    m_passwordsSaved = true;
    setProblem({});
    m_summary->setText(tr("Saved to %1. Hand each person their own password, then delete the file.").arg(path));
    setRole(m_summary, LabelRole::Good);
}

void ImportDialog::closeEvent(QCloseEvent *event)
{
    // A lock waits for no answer.
    m_ending = !event->spontaneous();
    FormDialog::closeEvent(event);
}

void ImportDialog::done(int result)
{
    if (!m_ending && m_plan.state == ImportPlan::State::Applied && hasPasswords(m_plan) && !m_passwordsSaved) {
        const QPointer<ImportDialog> self(this);
        const bool sure =
            m_dialogs.confirm(this, {tr("Close without the one-time passwords?"),
                                     tr("%n new people cannot sign in without theirs.", nullptr, m_plan.creates),
                                     tr("You can reset the password of each of them later."), tr("Close"), true});
        if (!self || !sure) return;
    }
    for (ImportLine &line : m_plan.lines)
        line.oneTimePassword = Secret();
    QDialog::done(result);
}

}  // namespace lw::ui

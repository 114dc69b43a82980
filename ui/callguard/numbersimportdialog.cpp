// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/callguard/numbersimportdialog.h"

#include "core/protocol/limits.h"
#include "ui/common/dialogs.h"
#include "ui/common/timetext.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace lw::ui {

NumbersImportDialog::NumbersImportDialog(callguard::CallGuardService &service, Dialogs &dialogs, QWidget *parent)
    : FormDialog(QStringLiteral("numbersImport"), tr("Import numbers"),
                 tr("A CSV file with a column number and perhaps label, owner (a login name), department and guard "
                    "(inherit, on, off). Numbers that are not there are added; of others what the file says is "
                    "changed, and their own rules stay."),
                 parent),
      m_service(service),
      m_dialogs(dialogs),
      m_summary(new QLabel),
      m_lines(new QPlainTextEdit)
{
    m_summary->setObjectName(QStringLiteral("numbersImportSummary"));
    m_summary->setWordWrap(true);
    m_summary->setText(tr("Choose a file to see what it would do. Nothing is changed yet."));
    m_lines->setObjectName(QStringLiteral("numbersImportLines"));
    m_lines->setAccessibleName(tr("What each line would do"));
    m_lines->setReadOnly(true);
    m_lines->setMinimumHeight(180);
    m_lines->hide();
    auto *file = new QPushButton(tr("&Choose a file…"));
    file->setObjectName(QStringLiteral("numbersImportFile"));
    connect(file, &QPushButton::clicked, this, &NumbersImportDialog::choose);
    body()->addWidget(m_summary);
    body()->addWidget(m_lines);
    addLeftButton(file);
    setSubmitText(tr("&Import"));
    watchLines();
    updateSubmit();
}

void NumbersImportDialog::choose()
{
    const QString path = m_dialogs.openFile(this, tr("Import numbers"), tr("CSV (*.csv);;All files (*)"));
    if (path.isEmpty()) return;
    QFile file(path);
    if (QFileInfo(path).size() > protocol::limits::numbersBodyBytes)
        return setProblem(tr("The file is larger than %1.").arg(sizeText(protocol::limits::numbersBodyBytes)));
    if (!file.open(QIODevice::ReadOnly)) return setProblem(tr("The file cannot be read: %1").arg(file.errorString()));
    const QByteArray csv = file.readAll();
    setProblem({});
    m_csv.clear();
    setBusy(tr("Judging the file…"));
    m_service.importNumbers(csv, true, this, [this, csv](const Result<protocol::NumbersImport> &report) {
        setBusy({});
        if (!report) {
            updateSubmit();
            return setProblem(report.error().message);
        }
        m_report = *report;
        if (m_report.refused == 0 && m_report.added + m_report.changed > 0) m_csv = csv;
        showReport();
        updateSubmit();
    });
}

void NumbersImportDialog::showReport()
{
    const QString counts = tr("%1 to add, %2 to change, %3 as they are, %4 refused.")
                               .arg(countText(m_report.added), countText(m_report.changed),
                                    countText(m_report.unchanged), countText(m_report.refused));
    m_summary->setText(m_report.refused > 0 ? counts + u' ' +
                                                  tr("Nothing of the file can be imported until these lines are "
                                                     "mended.")
                                            : counts);
    QStringList lines;
    for (const protocol::NumbersImport::Line &line : m_report.lines) {
        if (line.outcome == QLatin1String("add"))
            lines << tr("Line %1: add %2").arg(line.line).arg(line.number);
        else if (line.outcome == QLatin1String("change"))
            lines << tr("Line %1: change %2 (%3)").arg(line.line).arg(line.number, line.reason);
        else
            lines << tr("Line %1: refused. %2").arg(line.line).arg(line.reason);
    }
    m_lines->setPlainText(lines.join(u'\n'));
    m_lines->setVisible(!lines.isEmpty());
}

void NumbersImportDialog::submit()
{
    setBusy(tr("Importing…"));
    m_service.importNumbers(m_csv, false, this, [this](const Result<protocol::NumbersImport> &report) {
        setBusy({});
        if (!report) return setProblem(report.error().message);
        m_report = *report;
        accept();
    });
}

}  // namespace lw::ui

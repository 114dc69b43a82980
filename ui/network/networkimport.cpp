// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/networkimport.h"

#include "core/report/csvwriter.h"
#include "core/util/time.h"
#include "ui/common/styling.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QRadioButton>

#include <algorithm>

namespace lw::ui {

namespace {

constexpr qsizetype linesShown = 200;

QString lineText(quint64 line, const QString &sentence)
{
    return NetworkImportDialog::tr("line %1: %2").arg(line).arg(sentence);
}

QPlainTextEdit *report(const char *objectName, const QString &name, const QStringList &lines)
{
    QStringList shown = lines.mid(0, linesShown);
    if (lines.size() > linesShown)
        shown << NetworkImportDialog::tr("… and %n more", nullptr, static_cast<int>(lines.size() - linesShown));
    auto *text = new QPlainTextEdit(shown.join(QLatin1Char('\n')));
    text->setObjectName(QLatin1String(objectName));
    text->setAccessibleName(name);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    constexpr qsizetype most = 6;
    constexpr int frame = 14;
    text->setFixedHeight(
        static_cast<int>(qBound<qsizetype>(2, shown.size(), most)) * text->fontMetrics().lineSpacing() + frame);
    return text;
}

}  // namespace

NetworkImport judgeImport(const import::NetworksFile &file, const AllowlistDraft &draft, const QDateTime &now)
{
    NetworkImport result;
    for (const import::Refusal &refusal : file.refusals)
        result.refused << lineText(refusal.line, refusal.reason);
    Allowlist read;
    read.networks = file.networks;
    const policy::AllowlistVerdict verdict = policy::judgeAllowlist(read, now);
    for (const policy::AllowlistFinding &finding : verdict.findings) {
        const bool refused = policy::weightOf(finding.problem) == policy::FindingWeight::Refused;
        const QString sentence = policy::findingSentence(finding);
        (refused ? result.refused : result.notes)
            << (finding.entry < 0 ? sentence : lineText(file.lines.value(finding.entry), sentence));
    }
    result.networks = verdict.networks;
    for (const AllowedNetwork &network : std::as_const(result.networks)) {
        const int row = draft.rowOf(network.network);
        if (row < 0)
            ++result.fresh;
        else if (draft.rows()[row].network == network)
            ++result.same;
        else
            ++result.changed;
    }
    const QList<AllowedNetwork> listed = draft.proposed().networks;
    QSet<QString> names;
    for (const AllowedNetwork &network : std::as_const(result.networks))
        names.insert(network.network);
    result.missing = static_cast<int>(std::count_if(listed.cbegin(), listed.cend(), [&](const AllowedNetwork &network) {
        return !names.contains(network.network);
    }));
    return result;
}

Result<void> writeNetworks(const QList<AllowedNetwork> &networks, QIODevice &device)
{
    report::CsvWriter writer(device);
    writer.row({QStringLiteral("network"), QStringLiteral("label"), QStringLiteral("owner"), QStringLiteral("until")});
    for (const AllowedNetwork &network : networks) {
        writer.text(QStringView(network.network));
        writer.text(QStringView(network.label));
        writer.text(QStringView(network.owner));
        writer.verbatim(toRfc3339(network.until).toStdString());
        writer.endRow();
    }
    return writer.finish();
}

NetworkImportDialog::NetworkImportDialog(const QString &fileName, NetworkImport import, QWidget *parent)
    : FormDialog(QStringLiteral("networkImport"), tr("Import networks from %1").arg(fileName),
                 tr("Nothing is saved yet: what you take over is proposed on the page, and replayed there."), parent),
      m_import(std::move(import)),
      m_add(new QRadioButton(tr("&Add them to the list"))),
      m_replace(new QRadioButton(tr("&Make the list exactly this file")))
{
    auto *counts = new QLabel(tr("%1 read: %2 new, %3 with other details, %4 listed already.")
                                  .arg(tr("%n network(s)", nullptr, static_cast<int>(m_import.networks.size())))
                                  .arg(m_import.fresh)
                                  .arg(m_import.changed)
                                  .arg(m_import.same));
    counts->setObjectName(QStringLiteral("networkImportCounts"));
    counts->setWordWrap(true);
    body()->addWidget(counts);
    m_add->setObjectName(QStringLiteral("networkImportAdd"));
    m_replace->setObjectName(QStringLiteral("networkImportReplace"));
    m_add->setChecked(true);
    body()->addWidget(m_add);
    body()->addWidget(m_replace);
    auto *missing =
        new QLabel(tr("%n network(s) that the file does not name would be removed.", nullptr, m_import.missing));
    setRole(missing, LabelRole::Secondary);
    missing->setContentsMargins(22, 0, 0, 0);
    missing->setVisible(m_import.missing > 0);
    body()->addWidget(missing);
    if (!m_import.refused.isEmpty()) {
        auto *head = new QLabel(tr("%n line(s) cannot be used; correct the file and import it again:", nullptr,
                                   static_cast<int>(m_import.refused.size())));
        setRole(head, LabelRole::Error);
        head->setWordWrap(true);
        body()->addWidget(head);
        body()->addWidget(report("networkImportRefused", head->text(), m_import.refused));
    }
    if (!m_import.notes.isEmpty()) {
        auto *head = new QLabel(tr("To be noted:"));
        setRole(head, LabelRole::Secondary);
        body()->addWidget(head);
        body()->addWidget(report("networkImportNotes", tr("To be noted"), m_import.notes));
    }
    body()->addStretch(1);
    setSubmitText(tr("&Take over"));
    (m_import.refused.isEmpty() ? static_cast<QWidget *>(m_add) : cancelButton())->setFocus();
}

bool NetworkImportDialog::replaces() const
{
    return m_replace->isChecked();
}

bool NetworkImportDialog::canSubmit() const
{
    // All or nothing: half a list is worse than none.
    return m_import.refused.isEmpty() && !m_import.networks.isEmpty();
}

void NetworkImportDialog::submit()
{
    accept();
}

}  // namespace lw::ui

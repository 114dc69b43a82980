// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spend/ratedeckdialog.h"

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

RateDeckDialog::RateDeckDialog(spend::SpendService &service, Dialogs &dialogs, int rates, const QString &currency,
                               QWidget *parent)
    : FormDialog(QStringLiteral("rateDeckDialog"), tr("Rate deck"),
                 tr("A CSV file with the columns prefix, name, price_per_minute, connection_fee, first_increment, "
                    "next_increment, currency and valid_from, in any order. The longest prefix prices a call; calls "
                    "that were made keep their price."),
                 parent),
      m_service(service),
      m_dialogs(dialogs),
      m_state(new QLabel),
      m_report(new QPlainTextEdit)
{
    m_state->setObjectName(QStringLiteral("deckState"));
    m_state->setWordWrap(true);
    m_state->setText(rates > 0 ? tr("%n rate(s) in %1 are loaded.", nullptr, rates).arg(currency)
                               : tr("No rate deck is loaded: calls cost nothing here, and no limit can hold."));
    m_report->setObjectName(QStringLiteral("deckReport"));
    m_report->setAccessibleName(tr("What is wrong with the file"));
    m_report->setReadOnly(true);
    m_report->setMinimumHeight(140);
    m_report->hide();
    auto *file = new QPushButton(tr("&Choose a file…"));
    file->setObjectName(QStringLiteral("deckFile"));
    connect(file, &QPushButton::clicked, this, &RateDeckDialog::choose);
    body()->addWidget(m_state);
    body()->addWidget(m_report);
    addLeftButton(file);
    setSubmitText(tr("&Load it"));
    watchLines();
    updateSubmit();
}

void RateDeckDialog::choose()
{
    const QString path = m_dialogs.openFile(this, tr("Choose a rate deck"), tr("CSV (*.csv);;All files (*)"));
    if (path.isEmpty()) return;
    QFile file(path);
    if (QFileInfo(path).size() > protocol::limits::ratesBodyBytes)
        return setProblem(tr("The file is larger than %1.").arg(sizeText(protocol::limits::ratesBodyBytes)));
    if (!file.open(QIODevice::ReadOnly)) return setProblem(tr("The file cannot be read: %1").arg(file.errorString()));
    const QByteArray csv = file.readAll();
    setProblem({});
    m_csv.clear();
    setBusy(tr("Judging the file…"));
    m_service.judgeRates(csv, this, [this, csv](const Result<protocol::DeckAnswer> &answer) {
        setBusy({});
        if (!answer) {
            updateSubmit();
            return setProblem(answer.error().message);
        }
        if (answer->refused == 0) m_csv = csv;
        showAnswer(*answer);
        updateSubmit();
    });
}

void RateDeckDialog::showAnswer(const protocol::DeckAnswer &answer)
{
    m_state->setText(
        answer.refused == 0
            ? tr("%n rate(s) in %1, all good. Loading them replaces the present deck.", nullptr, answer.rows)
                  .arg(answer.currency)
            : tr("%n row(s) are refused; nothing of the file can be loaded until they are mended.", nullptr,
                 answer.refused));
    QStringList lines;
    for (const protocol::DeckAnswer::Refusal &refusal : answer.refusals)
        lines << (refusal.field.isEmpty() ? tr("Line %1: %2").arg(refusal.line).arg(refusal.reason)
                                          : tr("Line %1, %2: %3").arg(refusal.line).arg(refusal.field, refusal.reason));
    m_report->setPlainText(lines.join(u'\n'));
    m_report->setVisible(!lines.isEmpty());
}

void RateDeckDialog::submit()
{
    setBusy(tr("Loading…"));
    m_service.rates(this, [this](const Result<access::Seen<QByteArray>> &before) {
        if (!before) {
            setBusy({});
            return setProblem(before.error().message);
        }
        m_service.loadRates(m_csv, before->etag, this, [this](const Result<protocol::DeckAnswer> &stored) {
            setBusy({});
            if (stored)
                accept();
            else
                setProblem(stored.error().message);
        });
    });
}

}  // namespace lw::ui

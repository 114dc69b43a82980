// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/certificatestep.h"

#include "core/net/endpoint.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QGridLayout>

namespace lw::ui {

CertificateStep::CertificateStep(ConnectService &service, QWidget *parent)
    : Step(QStringLiteral("certificateStep"), tr("Certificate"), {}, parent),
      m_service(service),
      m_verdict(new Pill),
      m_explanation(new QLabel),
      m_compared(new QCheckBox(tr("I &compared the fingerprint with the operator's")))
{
    m_verdict->setObjectName(QStringLiteral("certificateVerdict"));
    m_explanation->setObjectName(QStringLiteral("certificateExplanation"));
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_compared->setObjectName(QStringLiteral("fingerprintCompared"));
    m_compared->setAccessibleName(tr("I compared the fingerprint with the operator's"));
    body()->addWidget(m_verdict);
    body()->addWidget(m_explanation);
    body()->addWidget(m_compared);
    connect(m_compared, &QCheckBox::toggled, this, &Step::stateChanged);
}

void CertificateStep::addRow(const QString &label, const QString &value, bool mono)
{
    if (value.isEmpty()) return;
    auto *name = new QLabel(label);
    setRole(name, LabelRole::Dim);
    auto *text = new QLabel;
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(value.size() > 60);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setAccessibleName(label + QLatin1Char(' ') + value);
    QString shown = value;
    if (mono) {
        text->setFont(Theme::current().font(FontRole::Mono));
        // Sixteen pairs a line: easy to compare, and no line is left to chance.
        shown.replace(47, 1, QLatin1Char('\n'));
        text->setWordWrap(false);
        text->setObjectName(QStringLiteral("certificateFingerprint"));
    }
    text->setText(shown);
    const int row = m_grid->rowCount();
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(text, row, 1);
}

void CertificateStep::setReport(const net::CertificateReport &report)
{
    m_report = report;
    delete m_facts;
    m_facts = new QWidget;
    m_grid = new QGridLayout(m_facts);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    const net::CertificateFacts leaf = report.chain.isEmpty() ? net::CertificateFacts() : report.chain.first();
    addRow(tr("Back end"), QStringLiteral("%1:%2").arg(report.host).arg(report.port));
    addRow(tr("Issued to"), leaf.subject);
    addRow(tr("For"), leaf.names.join(QStringLiteral(", ")));
    addRow(tr("Issued by"), leaf.selfSigned ? tr("itself (self-signed)") : leaf.issuer);
    addRow(tr("Valid"), tr("%1 to %2").arg(fullTime(leaf.validFrom), fullTime(leaf.validUntil)));
    addRow(tr("Key"), leaf.key);
    addRow(tr("Connection"), QStringLiteral("%1 · %2").arg(report.protocol, report.cipher));
    addRow(tr("SHA-256"), net::fingerprintText(leaf.sha256), true);
    body()->insertWidget(2, m_facts);

    m_compared->setChecked(false);
    m_compared->setVisible(!report.trusted && report.acceptable);
    if (report.trusted) {
        m_verdict->setPill(tr("Verified"), Tone::Good);
        m_explanation->setText(tr("Chain, host name and dates verify with an authority that is trusted here."));
    } else if (report.acceptable) {
        m_verdict->setPill(tr("Not known yet"), Tone::Warning);
        m_explanation->setText(tr(
            "This certificate comes from an authority that this machine does not know, as is usual for a back end of "
            "your own. Ask its operator for the SHA-256 fingerprint and compare every pair; from then on the console "
            "accepts exactly this certificate."));
    } else {
        m_verdict->setPill(tr("Refused"), Tone::Bad);
        m_explanation->setText(
            tr("This certificate cannot be accepted: %1 Go back and check the address, or ask the operator to put the "
               "certificate right.")
                .arg(report.problems.join(QLatin1Char(' '))));
    }
    Q_EMIT stateChanged();
}

QString CertificateStep::nextText() const
{
    return m_report.trusted ? tr("&Next") : tr("&Trust this certificate");
}

bool CertificateStep::canSubmit() const
{
    return Step::canSubmit() && (m_report.trusted || (m_report.acceptable && m_compared->isChecked()));
}

void CertificateStep::begin()
{
    if (m_compared->isVisibleTo(this)) m_compared->setFocus();
}

void CertificateStep::submit()
{
    setProblem({});
    const auto trusted = m_service.trust(m_report);
    if (trusted)
        Q_EMIT done();
    else
        setProblem(trusted.error().message);
}

}  // namespace lw::ui

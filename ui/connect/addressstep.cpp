// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/addressstep.h"

#include "ui/common/formfield.h"

#include <QBoxLayout>

namespace lw::ui {

AddressStep::AddressStep(ConnectService &service, QWidget *parent)
    : Step(QStringLiteral("addressStep"), tr("Back end"),
           tr("The console talks to your telephony back end over TLS only. Its operator gives you the address."),
           parent),
      m_service(service),
      m_address(makeEdit(QStringLiteral("address"), tr("pbx.example.com or pbx.example.com:8443")))
{
    m_field = new FormField(tr("&Address of the back end"), m_address);
    body()->addWidget(m_field);
    connect(m_address, &QLineEdit::textChanged, this, &Step::stateChanged);
}

void AddressStep::begin()
{
    m_address->setFocus();
}

bool AddressStep::canSubmit() const
{
    return Step::canSubmit() && !m_address->text().trimmed().isEmpty();
}

void AddressStep::submit()
{
    setProblem({});
    m_field->setError({});
    setBusy(tr("Looking at the back end's certificate…"));
    m_service.probe(m_address->text().trimmed(), this, [this](Result<net::CertificateReport> report) {
        setBusy({});
        if (report) {
            m_report = *report;
            Q_EMIT done();
            return;
        }
        m_field->setError(report.error().message);
        m_address->setFocus();
    });
}

}  // namespace lw::ui

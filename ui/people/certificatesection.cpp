// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/certificatesection.h"

#include "core/net/endpoint.h"
#include "ui/common/dialogs.h"
#include "ui/common/pill.h"
#include "ui/common/styling.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"
#include "ui/people/certificatedialog.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>

namespace lw::ui {

namespace {

constexpr int shortDigits = 23;  ///< eight pairs: enough to tell two apart; the rest is in the tool tip

QString nameOf(const protocol::RegisteredCertificate &certificate)
{
    return certificate.subject.isEmpty() ? CertificateSection::tr("Registered by its fingerprint")
                                         : certificate.subject;
}

}  // namespace

CertificateSection::CertificateSection(people::PeopleAdmin *admin, Dialogs &dialogs, Person person, QWidget *host)
    : m_admin(admin),
      m_dialogs(dialogs),
      m_person(std::move(person)),
      m_host(host),
      m_entries(new QVBoxLayout),
      m_note(new QLabel(tr("Reading the certificates…")))
{
    setObjectName(QStringLiteral("certificateSection"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_entries->setSpacing(10);
    column->addLayout(m_entries);
    m_note->setObjectName(QStringLiteral("certificateNote"));
    setRole(m_note, LabelRole::Secondary);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    if (!m_person.mayChange) return;
    auto *button = new QPushButton(tr("Register a certificate…"));
    button->setObjectName(QStringLiteral("certificateAdd"));
    setRole(button, ButtonRole::Link);
    column->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, &CertificateSection::add);
}

void CertificateSection::refresh()
{
    if (!m_admin || m_loading) return;
    m_loading = true;
    m_admin->certificates(m_person.userId, this,
                          [this](const Result<QList<protocol::RegisteredCertificate>> &list) { display(list); });
}

void CertificateSection::display(const Result<QList<protocol::RegisteredCertificate>> &certificates)
{
    m_loading = false;
    while (QLayoutItem *item = m_entries->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_count = certificates ? certificates->size() : 0;
    if (!certificates) {
        m_note->setText(certificates.error().code == Errc::Network ? tr("Not known offline.")
                                                                   : certificates.error().message);
    } else {
        for (const protocol::RegisteredCertificate &certificate : *certificates)
            addEntry(certificate);
        m_note->setText(certificates->isEmpty()
                            ? (m_person.required ? tr("None, and a role requires one: this person cannot sign in.")
                                                 : tr("None. Where a role requires one, a person gets in only with a "
                                                      "certificate that is registered here."))
                            : QString());
        setRole(m_note, certificates->isEmpty() && m_person.required ? LabelRole::Error : LabelRole::Secondary);
    }
    m_note->setVisible(!m_note->text().isEmpty());
    Q_EMIT readyChanged();
}

void CertificateSection::addEntry(const protocol::RegisteredCertificate &certificate)
{
    auto *entry = new QWidget;
    auto *column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    auto *subject = new QLabel(nameOf(certificate));
    subject->setTextFormat(Qt::PlainText);
    subject->setWordWrap(true);
    head->addWidget(subject, 1);
    if (certificate.shown) head->addWidget(new Pill(tr("in use now"), Tone::Good), 0, Qt::AlignTop);
    column->addLayout(head);
    const QString whole = net::fingerprintText(QByteArray::fromHex(certificate.fingerprint.toLatin1()));
    auto *digits = new QLabel(whole.left(shortDigits) + QStringLiteral("…"));
    digits->setFont(Theme::current().font(FontRole::Mono));
    digits->setToolTip(whole);
    digits->setAccessibleName(tr("SHA-256 %1").arg(whole));
    column->addWidget(digits);
    auto *since = new QLabel(tr("registered %1").arg(fullTime(certificate.addedAt)));
    setRole(since, LabelRole::Secondary);
    column->addWidget(since);
    if (m_person.mayChange) {
        auto *end = new QPushButton(tr("Remove…"));
        end->setObjectName(QStringLiteral("certificateRemove_") + certificate.fingerprint.left(8));
        end->setAccessibleName(tr("Remove the certificate %1").arg(nameOf(certificate)));
        setRole(end, ButtonRole::Link);
        column->addWidget(end, 0, Qt::AlignLeft);
        connect(end, &QPushButton::clicked, this, [this, certificate] { remove(certificate); });
    }
    m_entries->addWidget(entry);
}

void CertificateSection::add()
{
    if (!m_admin) return;
    auto *dialog = new CertificateDialog(*m_admin, m_dialogs, m_person.userId, m_person.name, m_host);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, m_host, [self = QPointer<CertificateSection>(this)] {
        if (!self) return;
        Q_EMIT self->notice(tr("The certificate is registered for %1.").arg(self->m_person.name));
        self->refresh();
    });
    dialog->open();
}

void CertificateSection::remove(const protocol::RegisteredCertificate &certificate)
{
    const QPointer<CertificateSection> self(this);
    const QPointer<QWidget> host(m_host);
    Dialogs &dialogs = m_dialogs;
    people::PeopleAdmin *admin = m_admin;
    const QString userId = m_person.userId;
    const qsizetype left = m_count - 1;
    QString effect = tr("%n certificate(s) stay registered for %1.", nullptr, int(left)).arg(m_person.name);
    if (left == 0 && m_person.required)
        effect = tr("It is the last one and a role requires one: %1 cannot sign in any more, and open sessions end at "
                    "their next request.")
                     .arg(m_person.name);
    const bool sure = dialogs.confirm(host, {tr("Remove the certificate “%1”?").arg(nameOf(certificate)), effect,
                                             tr("It can be registered again at any time."), tr("Remove it"), true});
    if (!host || !sure || !admin) return;
    admin->removeCertificate(userId, certificate.fingerprint, host, [self, host, &dialogs](const Result<void> &done) {
        if (!done) return dialogs.inform(host, tr("Not removed"), done.error().message);
        if (!self) return;
        Q_EMIT self->notice(tr("The certificate is removed."));
        self->refresh();
    });
}

}  // namespace lw::ui

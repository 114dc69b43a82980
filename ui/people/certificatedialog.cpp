// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/certificatedialog.h"

#include "core/net/endpoint.h"
#include "ui/common/dialogs.h"
#include "ui/common/formfield.h"
#include "ui/common/timetext.h"

#include <QFile>
#include <QLabel>
#include <QSslCertificate>

namespace lw::ui {

namespace {

constexpr qint64 fileBytes = 64 * 1024;  ///< a certificate without its chain is far smaller

}  // namespace

CertificateDialog::CertificateDialog(people::PeopleAdmin &admin, Dialogs &dialogs, const QString &userId,
                                     const QString &personName, QWidget *parent)
    : FormDialog(
          QStringLiteral("certificateDialog"), tr("Register a certificate of %1").arg(personName),
          tr("Choose the certificate's file, or paste its SHA-256 fingerprint as the person reads it to you. The "
             "private key stays with the person: never ask for it."),
          parent),
      m_admin(admin),
      m_dialogs(dialogs),
      m_userId(userId),
      m_fingerprint(makeEdit(QStringLiteral("certificateFingerprintEdit"), tr("64 hexadecimal digits"))),
      m_fingerprintField(new FormField(tr("SHA-256 &fingerprint"), m_fingerprint)),
      m_facts(new QLabel)
{
    auto *browse = new QPushButton(tr("&Choose a file…"));
    browse->setObjectName(QStringLiteral("certificateBrowse"));
    browse->setAutoDefault(false);
    body()->addWidget(browse, 0, Qt::AlignLeft);
    m_facts->setObjectName(QStringLiteral("certificateFacts"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->hide();
    body()->addWidget(m_facts);
    body()->addWidget(m_fingerprintField);
    connect(browse, &QPushButton::clicked, this, &CertificateDialog::browse);
    connect(m_fingerprint, &QLineEdit::textEdited, this, [this] {
        // What is typed counts from now on, not the file.
        m_pem.clear();
        m_facts->hide();
        m_fingerprintField->setError({});
        updateSubmit();
    });
    setSubmitText(tr("&Register"));
    watchLines();
}

bool CertificateDialog::canSubmit() const
{
    return !m_pem.isEmpty() || !m_fingerprint->text().trimmed().isEmpty();
}

void CertificateDialog::browse()
{
    const QString path = m_dialogs.openFile(this, tr("Choose a certificate"),
                                            tr("Certificates (*.pem *.crt *.cer *.der);;All files (*)"));
    if (!path.isEmpty()) readFile(path);
}

void CertificateDialog::readFile(const QString &path)
{
    m_pem.clear();
    m_facts->hide();
    setProblem({});
    updateSubmit();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return setProblem(tr("The file cannot be read: %1.").arg(file.errorString()));
    const QByteArray bytes = file.read(fileBytes + 1);
    if (bytes.size() > fileBytes)
        return setProblem(tr("The file is larger than %1 KiB. Choose a certificate alone.").arg(fileBytes / 1024));
    QList<QSslCertificate> found = QSslCertificate::fromData(bytes, QSsl::Pem);
    if (found.isEmpty()) found = QSslCertificate::fromData(bytes, QSsl::Der);
    if (found.isEmpty())
        return setProblem(
            tr("There is no certificate in the file. Choose a .pem, .crt or .cer file; of a .p12 file "
               "export the certificate without its key."));
    const net::CertificateFacts facts = net::factsOf(found.constFirst());
    if (facts.validUntil <= QDateTime::currentDateTimeUtc())
        return setProblem(tr("The certificate ended on %1. Ask for a new one.").arg(fullTime(facts.validUntil)));
    m_pem = facts.pem;
    m_fingerprint->setText(net::fingerprintText(facts.sha256));
    m_fingerprint->setCursorPosition(0);
    m_facts->setText(tr("Issued to %1 by %2\nValid %3 to %4")
                         .arg(facts.subject, facts.selfSigned ? tr("itself (self-signed)") : facts.issuer,
                              fullTime(facts.validFrom), fullTime(facts.validUntil)));
    m_facts->setAccessibleName(m_facts->text());
    m_facts->show();
    updateSubmit();
    submitButton()->setFocus();
}

void CertificateDialog::submit()
{
    protocol::NewCertificate certificate;
    if (!m_pem.isEmpty()) {
        certificate.certificatePem = m_pem;
    } else {
        certificate.fingerprint = protocol::canonicalFingerprint(m_fingerprint->text().trimmed());
        if (certificate.fingerprint.isEmpty())
            return m_fingerprintField->setError(
                tr("A SHA-256 fingerprint has 64 hexadecimal digits, colons between them are fine. Copy it whole."));
    }
    setBusy(tr("Registering…"));
    m_admin.addCertificate(m_userId, certificate, this,
                           [this](const Result<protocol::RegisteredCertificate> &registered) {
                               setBusy({});
                               if (registered)
                                   accept();
                               else
                                   setProblem(registered.error().message);
                           });
}

}  // namespace lw::ui

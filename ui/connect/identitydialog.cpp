// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/identitydialog.h"

#include "core/net/endpoint.h"
#include "ui/common/dialogs.h"
#include "ui/common/formfield.h"
#include "ui/common/secretedit.h"
#include "ui/common/timetext.h"

#include <QFile>
#include <QLabel>

namespace lw::ui {

QString identityText(const net::CertificateFacts &facts)
{
    QString fingerprint = net::fingerprintText(facts.sha256);
    fingerprint.replace(47, 1, QLatin1Char('\n'));
    return IdentityDialog::tr("Issued to %1 by %2\nValid %3 to %4\nSHA-256 %5")
        .arg(facts.subject, facts.selfSigned ? IdentityDialog::tr("itself (self-signed)") : facts.issuer,
             fullTime(facts.validFrom), fullTime(facts.validUntil), fingerprint);
}

IdentityDialog::IdentityDialog(Dialogs &dialogs, Use use, QWidget *parent)
    : FormDialog(QStringLiteral("identityDialog"), tr("Client certificate"),
                 tr("Some companies let an account in only with a certificate that was registered for it. Choose the "
                    ".p12 or .pfx file that you were given. It is kept in the encrypted cache of this machine only."),
                 parent),
      m_dialogs(dialogs),
      m_use(std::move(use)),
      m_file(makeEdit(QStringLiteral("identityFile"), tr("file with certificate and private key"))),
      m_passphrase(new SecretEdit(QStringLiteral("identityPassphrase"), tr("Passphrase of the file"))),
      m_facts(new QLabel)
{
    m_fileField = new FormField(tr("&File"), m_file);
    m_passphraseField = new FormField(tr("&Passphrase of the file"), m_passphrase);
    auto *browse = new QPushButton(tr("&Browse…"));
    browse->setObjectName(QStringLiteral("identityBrowse"));
    browse->setAutoDefault(false);
    body()->addWidget(m_fileField);
    body()->addWidget(browse, 0, Qt::AlignLeft);
    body()->addWidget(m_passphraseField);
    m_facts->setObjectName(QStringLiteral("identityFacts"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->hide();
    body()->addWidget(m_facts);
    connect(browse, &QPushButton::clicked, this, &IdentityDialog::browse);
    for (QLineEdit *line : {m_file, static_cast<QLineEdit *>(m_passphrase)})
        connect(line, &QLineEdit::textEdited, this, &IdentityDialog::forget);
    setSubmitText(tr("&Open"));
    watchLines();
}

IdentityDialog::~IdentityDialog() = default;

void IdentityDialog::browse()
{
    const QString path = m_dialogs.openFile(this, tr("Choose a client certificate"),
                                            tr("Certificates with their key (*.p12 *.pfx);;All files (*)"));
    if (path.isEmpty()) return;
    m_file->setText(path);
    forget();
    m_passphrase->setFocus();
}

void IdentityDialog::forget()
{
    m_identity = net::ClientIdentity();
    m_facts->hide();
    m_fileField->setError({});
    m_passphraseField->setError({});
    setSubmitText(tr("&Open"));
}

bool IdentityDialog::canSubmit() const
{
    return !m_file->text().trimmed().isEmpty();
}

void IdentityDialog::submit()
{
    if (m_identity.isNull()) return read();
    setBusy(tr("Keeping the certificate…"));
    m_use(m_identity, this, [this](const Result<void> &kept) {
        setBusy({});
        if (kept)
            accept();
        else
            setProblem(kept.error().message);
    });
}

void IdentityDialog::read()
{
    m_fileField->setError({});
    m_passphraseField->setError({});
    setBusy(tr("Opening the file…"));
    m_worker.ask<net::ClientIdentity>(
        this, [this](const Result<net::ClientIdentity> &identity) { opened(identity); },
        [path = m_file->text().trimmed(), passphrase = m_passphrase->peek()]() -> Result<net::ClientIdentity> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return makeError(Errc::InvalidInput,
                                 IdentityDialog::tr("The file cannot be read: %1.").arg(file.errorString()),
                                 QStringLiteral("file"));
            QByteArray bytes = file.read(net::identityFileBytes + 1);
            return net::identityFromPkcs12(bytes, passphrase, QDateTime::currentDateTimeUtc());
        });
}

void IdentityDialog::opened(const Result<net::ClientIdentity> &identity)
{
    setBusy({});
    if (!identity) {
        const bool secret = identity.error().field == QLatin1String("passphrase");
        (secret ? m_passphraseField : m_fileField)->setError(identity.error().message);
        (secret ? static_cast<QLineEdit *>(m_passphrase) : m_file)->setFocus();
        return;
    }
    m_passphrase->wipeContent();
    m_identity = *identity;
    m_facts->setText(identityText(m_identity.facts()));
    m_facts->setAccessibleName(m_facts->text());
    m_facts->show();
    setSubmitText(tr("&Use this certificate"));
    submitButton()->setFocus();
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the certificate that this person shows to the back end: a PKCS#12 file and its passphrase, then what is in
// it, and only then it is used.
#pragma once

#include "core/net/clientidentity.h"
#include "core/util/async.h"
#include "ui/common/formdialog.h"

#include <functional>

class QLineEdit;

namespace lw::ui {

class Dialogs;
class FormField;
class SecretEdit;

class IdentityDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// `use` is asked with the certificate that was agreed to; the dialog closes when it succeeded.
    using Use = std::function<void(net::ClientIdentity, QObject *context, Callback<void> done)>;
    IdentityDialog(Dialogs &dialogs, Use use, QWidget *parent = nullptr);
    ~IdentityDialog() override;

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    void browse();
    void read();
    void opened(const Result<net::ClientIdentity> &identity);
    void forget();

    Dialogs &m_dialogs;
    Use m_use;
    QLineEdit *m_file;
    SecretEdit *m_passphrase;
    FormField *m_fileField;
    FormField *m_passphraseField;
    QLabel *m_facts;
    net::ClientIdentity m_identity;
    Worker m_worker;  ///< what guards the file may take a while to compute
};

/// "CN … · issued by … · valid until …" and the fingerprint below; plain text.
QString identityText(const net::CertificateFacts &facts);

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Registers a client certificate of a person: from its file (PEM or DER, without a key), or by its fingerprint.
#pragma once

#include "core/net/tlsfacts.h"
#include "core/people/peopleadmin.h"
#include "ui/common/formdialog.h"

class QLineEdit;

namespace lw::ui {

class Dialogs;
class FormField;

class CertificateDialog final : public FormDialog {
    Q_OBJECT
  public:
    CertificateDialog(people::PeopleAdmin &admin, Dialogs &dialogs, const QString &userId, const QString &personName,
                      QWidget *parent = nullptr);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    void browse();
    void readFile(const QString &path);

    people::PeopleAdmin &m_admin;
    Dialogs &m_dialogs;
    QString m_userId;
    QLineEdit *m_fingerprint;
    FormField *m_fingerprintField;
    QLabel *m_facts;
    QByteArray m_pem;  ///< of the chosen file; empty: the fingerprint counts
};

}  // namespace lw::ui

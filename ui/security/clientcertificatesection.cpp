// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/clientcertificatesection.h"

#include "ui/common/styling.h"
#include "ui/connect/identitybox.h"

#include <QBoxLayout>

namespace lw::ui {

ClientCertificateSection::ClientCertificateSection(session::ConsoleSession &session, Dialogs &dialogs, QWidget *parent)
    : Card(tr("Client certificate"), parent)
{
    setObjectName(QStringLiteral("clientCertificateSection"));
    auto *hint =
        new QLabel(tr("Shown to a back end that lets your account in only with a registered certificate. It is "
                      "kept here, under the same encryption as the log, and nowhere else."));
    setRole(hint, LabelRole::Secondary);
    hint->setWordWrap(true);
    body()->addWidget(hint);
    auto *box =
        new IdentityBox(dialogs, {[&session] { return session.clientCertificate(); },
                                  [&session](net::ClientIdentity identity, QObject *context, Callback<void> done) {
                                      session.useClientIdentity(identity, context, std::move(done));
                                  },
                                  [&session](QObject *context, Callback<void> done) {
                                      session.removeClientIdentity(context, std::move(done));
                                  }});
    body()->addWidget(box);
}

}  // namespace lw::ui

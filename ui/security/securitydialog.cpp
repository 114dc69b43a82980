// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/securitydialog.h"

#include "core/session/consolesession.h"
#include "ui/common/dialogs.h"
#include "ui/common/styling.h"
#include "ui/security/autolocksection.h"
#include "ui/security/clientcertificatesection.h"
#include "ui/security/evidencesection.h"
#include "ui/security/keystoresection.h"
#include "ui/security/passphrasesection.h"
#include "ui/security/recoverysection.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPointer>
#include <QScrollArea>

namespace lw::ui {

namespace {

/// Across windows, which QWidget::isAncestorOf() does not look.
bool standsOn(const QWidget *widget, const QWidget *below)
{
    while (widget && widget != below)
        widget = widget->parentWidget();
    return widget != nullptr;
}

}  // namespace

SecurityDialog::SecurityDialog(const PageContext &context, LockMemory memory, QWidget *parent)
    : QDialog(parent),
      m_dialogs(context.dialogs),
      m_evidence(new EvidenceSection(context.session, context.dialogs)),
      m_autoLock(new AutoLockSection(context.session, std::move(memory))),
      m_passphrase(new PassphraseSection(context.session)),
      m_recovery(new RecoverySection(context.session, context.dialogs))
{
    setObjectName(QStringLiteral("securityDialog"));
    setWindowTitle(tr("Cache and locking"));
    resize(680, 720);
    setMinimumSize(600, 400);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    auto *title = new QLabel(tr("Cache and locking"));
    setRole(title, LabelRole::Title);
    auto *intro = new QLabel(tr("The log of %1 is kept encrypted on this machine. This is what opens and closes it.")
                                 .arg(context.session.profile().name));
    setRole(intro, LabelRole::Dim);
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(intro);

    auto *area = new QScrollArea;
    area->setObjectName(QStringLiteral("securityScroll"));
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Focus by Tab lands in the fields; the area itself needs none, it follows them.
    area->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setProperty("transparent", true);
    auto *sections = new QVBoxLayout(content);
    sections->setContentsMargins(0, 0, 12, 0);
    sections->setSpacing(14);
    for (QWidget *section :
         {static_cast<QWidget *>(m_evidence), static_cast<QWidget *>(m_autoLock), static_cast<QWidget *>(m_passphrase),
          static_cast<QWidget *>(new KeyStoreSection(context.session)), static_cast<QWidget *>(m_recovery),
          static_cast<QWidget *>(new ClientCertificateSection(context.session, context.dialogs))})
        sections->addWidget(section);
    sections->addStretch(1);
    area->setWidget(content);
    column->addWidget(area, 1);

    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("securityClose"));
    close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    // Tab beyond the edge of the area brings the field into view.
    connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) {
        if (now && area->widget()->isAncestorOf(now)) area->ensureWidgetVisible(now);
    });
    connect(&context.session, &session::ConsoleSession::aboutToLock, this, &SecurityDialog::endNow);
    m_evidence->refresh();
    m_autoLock->focusFirst();
}

bool SecurityDialog::mayClose()
{
    if (m_ending || !m_recovery->isKeyPending()) return true;
    const QPointer<SecurityDialog> self(this);
    const bool sure = m_dialogs.confirm(
        this, {tr("Close without storing the recovery key?"),
               tr("The new recovery key is shown this once, and the former one no longer opens the cache."),
               tr("You can make another one here as long as the cache can be opened."), tr("Close"), true});
    return self && sure;
}

void SecurityDialog::done(int result)
{
    const QPointer<SecurityDialog> self(this);
    if (!mayClose() || !self) return;
    m_passphrase->wipeAll();
    m_recovery->wipeKey();
    QDialog::done(result);
}

void SecurityDialog::endNow()
{
    m_ending = true;
    // A question of this dialog stands in its own event loop: that one returns first.
    QWidget *modal = QApplication::activeModalWidget();
    while (modal && modal != this && standsOn(modal, this)) {
        modal->close();
        QWidget *next = QApplication::activeModalWidget();
        if (next == modal) break;
        modal = next;
    }
    reject();
}

}  // namespace lw::ui

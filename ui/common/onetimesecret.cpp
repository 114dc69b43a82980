// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/onetimesecret.h"

#include "ui/common/styling.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

namespace lw::ui {

namespace {

/// Ours, and still what the clipboard holds.
constexpr char copiedMark[] = "application/x-linewarden-secret";

}  // namespace

void copySecret(const Secret &secret, int seconds)
{
    auto *data = new QMimeData;
    QString text = QString::fromUtf8(secret.constData(), secret.size());
    data->setText(text);
    wipe(text);
    // KDE's and others' clipboard histories honour it.
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    data->setData(QLatin1String(copiedMark), QByteArrayLiteral("1"));
    QGuiApplication::clipboard()->setMimeData(data);
    QTimer::singleShot(seconds * 1000, qApp, &forgetCopied);
}

void forgetCopied()
{
    if (!qApp) return;
    const QMimeData *held = QGuiApplication::clipboard()->mimeData();
    if (held && held->hasFormat(QLatin1String(copiedMark))) QGuiApplication::clipboard()->clear();
}

OneTimeSecretDialog::OneTimeSecretDialog(OneTimeSecret shown, QWidget *parent)
    : FormDialog(QStringLiteral("oneTimeSecret"), shown.title, shown.advice, parent),
      m_secret(std::move(shown.secret)),
      m_shown(new QLabel),
      m_copied(new QLabel)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString &label, QLabel *value) {
        auto *name = new QLabel(label);
        setRole(name, LabelRole::Dim);
        value->setTextFormat(Qt::PlainText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setWordWrap(true);
        grid->addWidget(name, row, 0);
        grid->addWidget(value, row++, 1);
    };
    for (const auto &[label, value] : std::as_const(shown.besides))
        add(label, new QLabel(value));
    QFont mono = Theme::current().font(FontRole::MonoStrong);
    mono.setPixelSize(16);
    m_shown->setObjectName(QStringLiteral("oneTimeSecretText"));
    m_shown->setFont(mono);
    m_shown->setText(QString::fromUtf8(m_secret.constData(), m_secret.size()));
    m_shown->setAccessibleName(shown.label);
    add(shown.label, m_shown);
    body()->addLayout(grid);
    auto *copyButton = new QPushButton(tr("&Copy"));
    copyButton->setObjectName(QStringLiteral("oneTimeSecretCopy"));
    copyButton->setAutoDefault(false);
    m_copied->setObjectName(QStringLiteral("oneTimeSecretCopied"));
    setRole(m_copied, LabelRole::Good);
    m_copied->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->addWidget(copyButton);
    line->addWidget(m_copied, 1);
    body()->addLayout(line);
    body()->addStretch(1);
    cancelButton()->setText(tr("&Done, hide it"));
    connect(copyButton, &QPushButton::clicked, this, &OneTimeSecretDialog::copy);
    copyButton->setFocus();
}

OneTimeSecretDialog::~OneTimeSecretDialog()
{
    wipeShown();
    forgetCopied();
}

void OneTimeSecretDialog::copy()
{
    copySecret(m_secret);
    m_copied->setText(tr("Copied. It leaves the clipboard after a minute, or when this closes."));
}

void OneTimeSecretDialog::wipeShown()
{
    QString shown = m_shown->text();
    m_shown->clear();
    wipe(shown);
    m_secret = Secret();
}

void OneTimeSecretDialog::done(int result)
{
    wipeShown();
    forgetCopied();
    QDialog::done(result);
}

}  // namespace lw::ui

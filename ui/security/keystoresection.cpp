// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/keystoresection.h"

#include "ui/common/styling.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace lw::ui {

KeyStoreSection::KeyStoreSection(session::ConsoleSession &session, QWidget *parent)
    : Card(tr("Key store of this computer"), parent),
      m_session(session),
      m_open(new QCheckBox(tr("&Open without a passphrase on this machine"))),
      m_said(new QLabel)
{
    setObjectName(QStringLiteral("keyStoreSection"));
    m_open->setObjectName(QStringLiteral("keyStoreOpen"));
    m_open->setAccessibleName(tr("Open without a passphrase on this machine"));
    m_open->setChecked(isOn());
    auto *hint =
        new QLabel(tr("A key is kept in the operating system's key store: whoever is signed in to this "
                      "computer as you can then open the cache."));
    setRole(hint, LabelRole::Secondary);
    m_said->setObjectName(QStringLiteral("keyStoreSaid"));
    m_said->setTextFormat(Qt::PlainText);
    m_said->hide();
    body()->addWidget(m_open);
    for (QLabel *line : {hint, m_said}) {
        line->setWordWrap(true);
        body()->addWidget(line);
    }
    connect(m_open, &QCheckBox::clicked, this, &KeyStoreSection::change);
}

bool KeyStoreSection::isOn() const
{
    const Result<bool> slot = cache::Vault::hasKeyStoreSlot(m_session.profile().cacheDir);
    return slot && *slot;
}

void KeyStoreSection::change(bool on)
{
    m_open->setEnabled(false);
    setRole(m_said, LabelRole::Secondary);
    m_said->setText(tr("Asking the key store…"));
    m_said->show();
    const auto done = [this, on](const Result<void> &result) { answered(on, result); };
    if (on)
        m_session.rememberInKeyStore(this, done);
    else
        m_session.forgetKeyStore(this, done);
}

void KeyStoreSection::answered(bool on, const Result<void> &result)
{
    m_open->setEnabled(true);
    // What the cache says, not what was clicked: a store that failed half-way must not look as if it had worked.
    m_open->setChecked(isOn());
    setRole(m_said, result ? LabelRole::Good : LabelRole::Error);
    if (result)
        m_said->setText(on ? tr("The cache opens by itself on this computer from now on.")
                           : tr("The cache asks for its passphrase from now on."));
    else if (result.error().code == Errc::Unsupported)
        m_said->setText(tr("This computer has no key store that answers, so the passphrase stays the way in. Start a "
                           "key ring (for example GNOME Keyring or KWallet) and try again. (%1)")
                            .arg(result.error().message));
    else
        m_said->setText(result.error().message);
    m_said->setAccessibleName(m_said->text());
    m_open->setFocus();
}

}  // namespace lw::ui

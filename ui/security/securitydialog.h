// SPDX-License-Identifier: GPL-3.0-or-later
// "Cache and locking": everything that protects the local cache, in one place. Ends by itself when the cache locks.
#pragma once

#include "ui/security/lockmemory.h"
#include "ui/shell/pagecontext.h"

#include <QDialog>

namespace lw::ui {

class AutoLockSection;
class EvidenceSection;
class PassphraseSection;
class RecoverySection;

class SecurityDialog final : public QDialog {
    Q_OBJECT
  public:
    /// For a session with an open cache, which outlives the dialog or locks before it ends.
    SecurityDialog(const PageContext &context, LockMemory memory, QWidget *parent = nullptr);
    void done(int result) override;
    /// Closes without a question: the cache is about to lock.
    void endNow();

  private:
    bool mayClose();

    Dialogs &m_dialogs;
    EvidenceSection *m_evidence;
    AutoLockSection *m_autoLock;
    PassphraseSection *m_passphrase;
    RecoverySection *m_recovery;
    bool m_ending = false;
};

}  // namespace lw::ui

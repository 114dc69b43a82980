// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which an address is blocked by itself. What was changed by somebody else meanwhile is shown beside it.
#pragma once

#include "core/access/accessservice.h"
#include "ui/common/conflictview.h"

class QCheckBox;
class QSpinBox;

namespace lw::ui {

class BlockingDialog final : public FormDialog {
    Q_OBJECT
  public:
    BlockingDialog(access::AccessService &service, access::Seen<protocol::BlockList> blocks, QWidget *parent = nullptr);

  Q_SIGNALS:
    void changed(const lw::access::Seen<lw::protocol::BlockList> &blocks);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    BlockingPolicy entered() const;
    void show(const BlockingPolicy &policy);
    void preview();
    void save();
    void readAgain();
    void resolve(const access::Seen<protocol::BlockList> &theirs);

    access::AccessService &m_service;
    access::Seen<protocol::BlockList> m_blocks;
    QCheckBox *m_enabled;
    QSpinBox *m_failures;
    QSpinBox *m_window;
    QSpinBox *m_first;
    QSpinBox *m_most;
    QCheckBox *m_exempt;
    QLabel *m_preview;
};

}  // namespace lw::ui

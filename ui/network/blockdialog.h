// SPDX-License-Identifier: GPL-3.0-or-later
// Turning an address away by hand: a new block, or a pin of one that is there. Says how many logins of the last 30 days
// came from it.
#pragma once

#include "core/access/accessservice.h"
#include "core/loginlog/eventqueries.h"
#include "ui/common/formdialog.h"

class QComboBox;
class QLineEdit;

namespace lw::ui {

class FormField;

struct BlockDialogFacts {
    access::AccessService &service;
    loginlog::EventQueries *events = nullptr;
    QString pinned;       ///< a block that is to hold until somebody lifts it; empty: a new one
    QString yourAddress;  ///< never blocked; empty: not known
    QDateTime now;        ///< UTC
};

class BlockDialog final : public FormDialog {
    Q_OBJECT
  public:
    explicit BlockDialog(const BlockDialogFacts &facts, QWidget *parent = nullptr);

  Q_SIGNALS:
    void changed(const lw::access::Seen<lw::protocol::BlockList> &blocks);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    void judge();
    void countLogins(const QString &key);

    BlockDialogFacts m_facts;
    QLineEdit *m_address;
    FormField *m_addressField;
    QComboBox *m_length;
    QLineEdit *m_reason;
    QLabel *m_logins;
    QString m_key;  ///< what would be blocked; empty: nothing
};

}  // namespace lw::ui

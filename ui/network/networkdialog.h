// SPDX-License-Identifier: GPL-3.0-or-later
// One network of the allowlist: entered or changed. What was typed is judged while it is typed, by the same policy that
// the back end asks.
#pragma once

#include "core/domain/networkaccess.h"
#include "ui/common/formdialog.h"

#include <QTimeZone>

#include <functional>

class QCheckBox;
class QDateEdit;
class QLineEdit;

namespace lw::ui {

class FormField;

struct NetworkDialogFacts {
    std::optional<AllowedNetwork> entry;  ///< none: a new one
    QString yourAddress;                  ///< offered for a new one; empty: not known
    QStringList people;                   ///< completions of the owner
    QTimeZone zone = QTimeZone::utc();
    QDateTime now;  ///< UTC
    /// The name of another entry with that canonical network; empty: none.
    std::function<QString(const QString &canonical)> taken;
};

class NetworkDialog final : public FormDialog {
    Q_OBJECT
  public:
    explicit NetworkDialog(NetworkDialogFacts facts, QWidget *parent = nullptr);
    /// What was entered, canonical; after accepted().
    AllowedNetwork entry() const;

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    void judge();
    QString refusal() const;

    NetworkDialogFacts m_facts;
    QLineEdit *m_network;
    FormField *m_networkField;
    QLineEdit *m_label;
    QLineEdit *m_owner;
    QCheckBox *m_ends;
    QDateEdit *m_until;
    bool m_untilTouched = false;
};

}  // namespace lw::ui

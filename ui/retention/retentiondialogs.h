// SPDX-License-Identifier: GPL-3.0-or-later
// How long data is kept, changed, and a purge asked for: neither before it was seen what goes.
#pragma once

#include "core/retention/retentionservice.h"
#include "ui/common/formdialog.h"

#include <array>

class QSpinBox;

namespace lw::ui {

class Dialogs;
class FormField;

/// Previews first, then saves: the button says which.
class RetentionRulesDialog final : public FormDialog {
    Q_OBJECT
  public:
    RetentionRulesDialog(retention::RetentionService &service, Dialogs &dialogs,
                         access::Seen<protocol::RetentionState> seen, QWidget *parent);

  protected:
    bool canSubmit() const override;
    void submit() override;

  private:
    RetentionRules typed() const;
    void judge();
    void preview();
    void save();
    void showRefusal(const Error &error);

    struct Line {
        DataClass dataClass;
        QSpinBox *days;
        FormField *field;
    };
    retention::RetentionService &m_service;
    Dialogs &m_dialogs;
    access::Seen<protocol::RetentionState> m_seen;
    std::array<Line, 4> m_lines;
    QLabel *m_effect;
    std::optional<RetentionRules> m_previewed;
    QList<PurgeCount> m_counts;
};

/// Asks for a purge by the rules in force, once it has shown what goes.
class PurgeDialog final : public FormDialog {
    Q_OBJECT
  public:
    PurgeDialog(retention::RetentionService &service, const RetentionRules &rules, QWidget *parent);

  protected:
    bool canSubmit() const override { return m_seen; }
    void submit() override;

  private:
    retention::RetentionService &m_service;
    QLabel *m_effect;
    bool m_seen = false;
};

}  // namespace lw::ui

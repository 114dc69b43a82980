// SPDX-License-Identifier: GPL-3.0-or-later
// A legal hold: on a person, a number or a period, with the reason.
#pragma once

#include "core/domain/user.h"
#include "core/retention/retentionservice.h"
#include "ui/common/formdialog.h"

#include <QTimeZone>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace lw::ui {

class FormField;
class MomentEdit;

class HoldDialog final : public FormDialog {
    Q_OBJECT
  public:
    HoldDialog(retention::RetentionService &service, const QList<User> &people, const QDateTime &now,
               const QTimeZone &zone, QWidget *parent);

  protected:
    void submit() override;

  private:
    HoldSubject subject() const;
    void showParts();

    retention::RetentionService &m_service;
    QComboBox *m_subject;
    QComboBox *m_person;
    FormField *m_personField;
    QLineEdit *m_number;
    FormField *m_numberField;
    QCheckBox *m_hasFrom;
    MomentEdit *m_from;
    QCheckBox *m_hasUntil;
    MomentEdit *m_until;
    QLineEdit *m_reason;
    FormField *m_reasonField;
};

}  // namespace lw::ui

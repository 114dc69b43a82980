// SPDX-License-Identifier: GPL-3.0-or-later
// Two people changed the same thing: what each of them made of it, field by field, and a choice between the two. Where
// only one side changed a field that side is chosen already; where both did, nothing is chosen for the person.
#pragma once

#include "ui/common/formdialog.h"

#include <QHash>
#include <QList>

class QGridLayout;
class QLabel;
class QRadioButton;

namespace lw::ui {

struct ConflictField {
    QString key;     ///< how the asker knows it; part of object names
    QString label;   ///< "Department"
    QString before;  ///< what this person started from, in words
    QString mine;    ///< what he or she made of it
    QString theirs;  ///< what stands there now
};

enum class ConflictSide : quint8 { Undecided, Mine, Theirs };

class ConflictView final : public QWidget {
    Q_OBJECT
  public:
    explicit ConflictView(QWidget *parent = nullptr);

    /// Fields on which both sides agree are not shown.
    void setFields(const QList<ConflictField> &fields);
    /// Theirs for a field that is not shown.
    ConflictSide side(const QString &key) const;
    bool keepsMine(const QString &key) const { return side(key) == ConflictSide::Mine; }
    int shown() const { return static_cast<int>(m_rows.size()); }
    int undecided() const;
    void chooseAll(ConflictSide side);

  Q_SIGNALS:
    void changed();

  private:
    struct Row {
        QRadioButton *mine = nullptr;
        QRadioButton *theirs = nullptr;
    };
    void addRow(const ConflictField &field);

    QGridLayout *m_grid;
    QHash<QString, Row> m_rows;
};

/// The view as a dialog. accepted(): save again what was chosen, against the version that is there now.
class ConflictDialog final : public FormDialog {
    Q_OBJECT
  public:
    /// what: "Ann Lee"; who else and when, where that is known, stands in the intro.
    ConflictDialog(const QString &what, const QList<ConflictField> &fields, QWidget *parent = nullptr);
    const ConflictView &view() const { return *m_view; }

  protected:
    bool canSubmit() const override;

  private:
    ConflictView *m_view;
    QLabel *m_left;
};

}  // namespace lw::ui

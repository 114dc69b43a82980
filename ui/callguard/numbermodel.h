// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's numbers as rows: data only.
#pragma once

#include "core/domain/callguard.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace lw::ui {

class NumberModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Number, Label, Department, Guard, Own, NUM_COLUMNS };
    using QAbstractTableModel::QAbstractTableModel;

    void setContent(QList<GuardedNumber> numbers, GuardSettings settings);
    const GuardedNumber *number(int row) const;
    const QList<GuardedNumber> &numbers() const { return m_numbers; }
    const GuardSettings &settings() const { return m_settings; }
    int rowOf(const QString &number) const;
    bool isGuarded(const GuardedNumber &number) const;
    int guarded() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const GuardedNumber &number, int column) const;
    QList<GuardedNumber> m_numbers;
    GuardSettings m_settings;
};

/// Every word of the filter occurs in number (its digits, in any notation), label, department or guard.
class NumberProxy final : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    explicit NumberProxy(QObject *parent = nullptr);
    void setWords(const QString &text);

  protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

  private:
    QStringList m_words;
};

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The networks of the list as rows, with what is proposed and what the policy says of each: data only.
#pragma once

#include "core/access/allowlistreplay.h"
#include "core/policy/allowlist.h"
#include "ui/common/tokens.h"
#include "ui/network/allowlistdraft.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSortFilterProxyModel>

namespace lw::ui {

class NetworkModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Network, Label, Owner, Until, Logins, State, NUM_COLUMNS };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(QList<DraftRow> rows, const QDateTime &now, const QTimeZone &zone);
    /// Logins of the last 30 days by network; a network that is not in it shows nothing.
    void setUse(QHash<QString, quint64> use);
    /// The most important finding of each row, by row.
    void setFindings(QHash<int, policy::AllowlistProblem> findings);

    const DraftRow *row(int number) const;
    /// Whether any row has something to say in the column State.
    bool hasStates() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(int number, int column) const;
    QString state(int number, Tone *tone) const;
    QVariant sortValue(int number, int column) const;
    QVariant tone(int number, int column) const;

    QList<DraftRow> m_rows;
    QHash<QString, quint64> m_use;
    QHash<int, policy::AllowlistProblem> m_findings;
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
};

/// Narrowed by words in network, label and owner, or by an address: then the networks that contain it.
class NetworkProxy final : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    explicit NetworkProxy(QObject *parent = nullptr);
    void setFilter(const QString &text);

  protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

  private:
    QString m_text;
    bool m_isAddress = false;
};

/// "overlaps", "shadowed" …: a word or two for a pill.
QString problemWords(policy::AllowlistProblem problem);

}  // namespace lw::ui

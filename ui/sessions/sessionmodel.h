// SPDX-License-Identifier: GPL-3.0-or-later
// Live sessions as rows: data only.
#pragma once

#include "core/protocol/livesession.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace lw::ui {

class SessionModel final : public QAbstractTableModel {
    Q_OBJECT
  public:
    enum Columns { Person, Own, Since, LastSeen, Address, Agent, Ends, NUM_COLUMNS };

    using QAbstractTableModel::QAbstractTableModel;

    /// asOf: the instant for which ages are told.
    void setSessions(QList<protocol::LiveSession> sessions, const QDateTime &asOf);
    const protocol::LiveSession *session(int row) const;
    const QList<protocol::LiveSession> &sessions() const { return m_sessions; }
    int rowOf(const QString &sessionId) const;
    /// Sessions of this person, the asking one too.
    int countOf(const QString &userId) const;
    int people() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

  private:
    QString text(const protocol::LiveSession &session, int column) const;
    QVariant sortValue(const protocol::LiveSession &session, int column) const;

    QList<protocol::LiveSession> m_sessions;
    QDateTime m_asOf;
};

/// Every word of the filter occurs in person, login name, address or agent; "own" alone shows one's own.
class SessionProxy final : public QSortFilterProxyModel {
    Q_OBJECT
  public:
    explicit SessionProxy(QObject *parent = nullptr);
    void setWords(const QString &text);

  protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

  private:
    QStringList m_words;
};

/// "Ann Lee", or the login name where there is no other.
QString sessionPerson(const protocol::LiveSession &session);

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sessions/sessionmodel.h"

#include "ui/common/roles.h"
#include "ui/common/timetext.h"
#include "ui/common/tokens.h"

#include <QSet>

namespace lw::ui {

QString sessionPerson(const protocol::LiveSession &session)
{
    return session.displayName.isEmpty() ? session.login : session.displayName;
}

void SessionModel::setSessions(QList<protocol::LiveSession> sessions, const QDateTime &asOf)
{
    beginResetModel();
    m_sessions = std::move(sessions);
    m_asOf = asOf;
    endResetModel();
}

const protocol::LiveSession *SessionModel::session(int row) const
{
    return row >= 0 && row < m_sessions.size() ? &m_sessions[row] : nullptr;
}

int SessionModel::rowOf(const QString &sessionId) const
{
    for (qsizetype row = 0; row < m_sessions.size(); ++row)
        if (m_sessions[row].id == sessionId) return static_cast<int>(row);
    return -1;
}

int SessionModel::countOf(const QString &userId) const
{
    int count = 0;
    for (const protocol::LiveSession &session : m_sessions)
        count += session.userId == userId ? 1 : 0;
    return count;
}

int SessionModel::people() const
{
    QSet<QString> ids;
    for (const protocol::LiveSession &session : m_sessions)
        ids.insert(session.userId);
    return static_cast<int>(ids.size());
}

int SessionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sessions.size());
}

int SessionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant SessionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Person: return tr("Person");
        case Own: return tr("Yours");
        case Since: return tr("Since (UTC)");
        case LastSeen: return tr("Last seen");
        case Address: return tr("Address");
        case Agent: return tr("Program");
        case Ends: return tr("Ends (UTC)");
        default: return {};
    }
}

QString SessionModel::text(const protocol::LiveSession &session, int column) const
{
    switch (column) {
        case Person: return sessionPerson(session);
        case Own: return session.own ? tr("this one") : QString();
        case Since: return columnTime(session.createdAt, m_asOf);
        case LastSeen: return agoText(session.lastSeenAt, m_asOf);
        case Address: return session.address;
        case Agent: return session.agent;
        case Ends: return columnTime(session.expiresAt, m_asOf);
        default: return {};
    }
}

QVariant SessionModel::sortValue(const protocol::LiveSession &session, int column) const
{
    switch (column) {
        case Since: return session.createdAt.toMSecsSinceEpoch();
        case LastSeen: return session.lastSeenAt.toMSecsSinceEpoch();
        case Ends: return session.expiresAt.toMSecsSinceEpoch();
        default: return text(session, column);
    }
}

QVariant SessionModel::data(const QModelIndex &index, int role) const
{
    const protocol::LiveSession *row = index.isValid() ? session(index.row()) : nullptr;
    if (!row) return {};
    switch (role) {
        case Qt::DisplayRole: return text(*row, index.column());
        case Qt::ToolTipRole:
            if (index.column() == LastSeen) return fullTime(row->lastSeenAt);
            return index.column() == Agent ? row->agent : QVariant();
        case SortRole: return sortValue(*row, index.column());
        case ToneRole: return index.column() == Own ? QVariant(static_cast<int>(Tone::Accent)) : QVariant();
        case DimRole: return index.column() == Agent;
        case MonoRole: return index.column() == Address;
        case StrongRole: return index.column() == Person;
        case TabularRole: return index.column() == Since || index.column() == LastSeen || index.column() == Ends;
        default: return {};
    }
}

SessionProxy::SessionProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void SessionProxy::setWords(const QString &text)
{
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool SessionProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const auto *model = qobject_cast<const SessionModel *>(sourceModel());
    const protocol::LiveSession *row = model ? model->session(sourceRow) : nullptr;
    if (!row) return false;
    for (QString word : m_words) {
        if (word.startsWith(QLatin1String("person:"), Qt::CaseInsensitive)) word.remove(0, 7);
        const bool found =
            row->displayName.contains(word, Qt::CaseInsensitive) || row->login.contains(word, Qt::CaseInsensitive) ||
            row->address.contains(word, Qt::CaseInsensitive) || row->agent.contains(word, Qt::CaseInsensitive);
        if (!found && !(row->own && word.compare(QLatin1String("own"), Qt::CaseInsensitive) == 0)) return false;
    }
    return true;
}

}  // namespace lw::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/networkmodel.h"

#include "ui/common/momentedit.h"
#include "ui/common/roles.h"
#include "ui/common/timetext.h"
#include "ui/network/networkwords.h"

#include <limits>

namespace lw::ui {

void NetworkModel::setRows(QList<DraftRow> rows, const QDateTime &now, const QTimeZone &zone)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_findings.clear();
    m_now = now;
    m_zone = zone;
    endResetModel();
}

void NetworkModel::setUse(QHash<QString, quint64> use)
{
    m_use = std::move(use);
    if (!m_rows.isEmpty()) Q_EMIT dataChanged(index(0, Logins), index(rowCount() - 1, Logins));
}

void NetworkModel::setFindings(QHash<int, policy::AllowlistProblem> findings)
{
    m_findings = std::move(findings);
    if (!m_rows.isEmpty()) Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
}

const DraftRow *NetworkModel::row(int number) const
{
    return number >= 0 && number < m_rows.size() ? &m_rows[number] : nullptr;
}

bool NetworkModel::hasStates() const
{
    for (int number = 0; number < m_rows.size(); ++number)
        if (!state(number, nullptr).isEmpty()) return true;
    return false;
}

int NetworkModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NetworkModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : NUM_COLUMNS;
}

QVariant NetworkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
        case Network: return tr("Network");
        case Label: return tr("Label");
        case Owner: return tr("Owner");
        case Until: return tr("Until");
        case Logins: return tr("Logins, 30 d");
        case State: return tr("State");
        default: return {};
    }
}

QString NetworkModel::state(int number, Tone *tone) const
{
    const DraftRow &row = m_rows[number];
    Tone said = rowChangeTone(row.change);
    QString words = rowChangeWords(row.change);
    const auto finding = m_findings.constFind(number);
    if (words.isEmpty() && finding != m_findings.cend()) {
        words = problemWords(*finding);
        said = policy::weightOf(*finding) == policy::FindingWeight::Refused   ? Tone::Bad
               : policy::weightOf(*finding) == policy::FindingWeight::Warning ? Tone::Warning
                                                                              : Tone::Neutral;
    }
    if (tone) *tone = said;
    return words;
}

QString NetworkModel::text(int number, int column) const
{
    const AllowedNetwork &network = m_rows[number].network;
    switch (column) {
        case Network: return network.network;
        case Label: return network.label;
        case Owner: return network.owner;
        case Until: return untilWords(network.until, m_zone, m_now);
        case Logins: {
            const auto use = m_use.constFind(network.network);
            return use == m_use.cend() ? QStringLiteral("—") : countText(static_cast<qint64>(*use));
        }
        case State: return state(number, nullptr);
        default: return {};
    }
}

QVariant NetworkModel::sortValue(int number, int column) const
{
    const AllowedNetwork &network = m_rows[number].network;
    switch (column) {
        case Network: {
            // By address, IPv4 first; the text of it does not sort.
            const auto parsed = policy::parseNetwork(network.network);
            if (!parsed) return QByteArray("\xff") + network.network.toUtf8();
            const QByteArray bytes(reinterpret_cast<const char *>(parsed->bytes.data()), 16);
            return QString::fromLatin1((parsed->isIpv4() ? "4" : "6") + bytes.toHex() +
                                       QByteArray::number(parsed->prefix).rightJustified(3, '0'));
        }
        case Until:
            return network.until.isValid() ? network.until.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
        case Logins: return static_cast<qint64>(m_use.value(network.network, 0));
        default: return text(number, column);
    }
}

QVariant NetworkModel::tone(int number, int column) const
{
    if (column == State) {
        Tone tone = Tone::Neutral;
        (void)state(number, &tone);
        return static_cast<int>(tone);
    }
    if (column == Until) return static_cast<int>(untilTone(m_rows[number].network.until, m_now));
    return {};
}

QVariant NetworkModel::data(const QModelIndex &index, int role) const
{
    const DraftRow *found = index.isValid() ? row(index.row()) : nullptr;
    if (!found) return {};
    switch (role) {
        case Qt::DisplayRole: return text(index.row(), index.column());
        case Qt::ToolTipRole:
            return index.column() == Until && found->network.until.isValid()
                       ? QVariant(zonedTime(found->network.until, m_zone))
                       : QVariant();
        case SortRole: return sortValue(index.row(), index.column());
        case ToneRole: return tone(index.row(), index.column());
        case DimRole: return index.column() == Owner || found->change == RowChange::Removed;
        case MonoRole: return index.column() == Network;
        case TabularRole: return index.column() == Until || index.column() == Logins;
        default: return {};
    }
}

NetworkProxy::NetworkProxy(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void NetworkProxy::setFilter(const QString &text)
{
    m_text = text.trimmed();
    const auto address = policy::canonicalAddress(m_text);
    m_isAddress = address.has_value();
    if (address) m_text = *address;
    invalidateFilter();
}

bool NetworkProxy::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const auto *model = qobject_cast<const NetworkModel *>(sourceModel());
    const DraftRow *row = model ? model->row(sourceRow) : nullptr;
    if (!row || m_text.isEmpty()) return row != nullptr;
    const AllowedNetwork &network = row->network;
    if (m_isAddress) {
        const auto parsed = policy::parseNetwork(network.network);
        return parsed && parsed->contains(m_text);
    }
    const auto has = [this](const QString &text) { return text.contains(m_text, Qt::CaseInsensitive); };
    return has(network.network) || has(network.label) || has(network.owner);
}

QString problemWords(policy::AllowlistProblem problem)
{
    using policy::AllowlistProblem;
    switch (problem) {
        case AllowlistProblem::Malformed: return NetworkModel::tr("no network");
        case AllowlistProblem::LeadingZeros: return NetworkModel::tr("leading zeros");
        case AllowlistProblem::Zone: return NetworkModel::tr("has a zone");
        case AllowlistProblem::PrefixOutOfRange: return NetworkModel::tr("no such length");
        case AllowlistProblem::Netmask: return NetworkModel::tr("netmask");
        case AllowlistProblem::HostName: return NetworkModel::tr("host name");
        case AllowlistProblem::Everything: return NetworkModel::tr("everything");
        case AllowlistProblem::EmptyWhileEnforced:
        case AllowlistProblem::ExpiredWhileEnforced: return NetworkModel::tr("nobody could connect");
        case AllowlistProblem::TooMany: return NetworkModel::tr("too many");
        case AllowlistProblem::Duplicate: return NetworkModel::tr("twice");
        case AllowlistProblem::Shadowed: return NetworkModel::tr("shadowed");
        case AllowlistProblem::Overlap: return NetworkModel::tr("overlaps");
        case AllowlistProblem::Mergeable: return NetworkModel::tr("could be joined");
        case AllowlistProblem::Expired: return NetworkModel::tr("ended");
        case AllowlistProblem::VeryWide: return NetworkModel::tr("very wide");
        case AllowlistProblem::HostBitsCleared: return NetworkModel::tr("host bits cleared");
        case AllowlistProblem::MappedToIpv4: return NetworkModel::tr("read as IPv4");
    }
    return {};
}

}  // namespace lw::ui

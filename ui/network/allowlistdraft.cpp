// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/network/allowlistdraft.h"

#include "ui/network/networkwords.h"

#include <QHash>

#include <algorithm>

namespace lw::ui {

namespace {

const QString enforcedKey = QStringLiteral("enforced");

using ByNetwork = QHash<QString, AllowedNetwork>;

ByNetwork byNetwork(const Allowlist &list)
{
    ByNetwork map;
    map.reserve(list.networks.size());
    for (const AllowedNetwork &network : list.networks)
        map.insert(network.network, network);
    return map;
}

std::optional<AllowedNetwork> find(const ByNetwork &map, const QString &network)
{
    const auto found = map.constFind(network);
    return found == map.cend() ? std::nullopt : std::optional(*found);
}

/// Every network of the lists once, in the order in which they name them.
QStringList everyNetwork(std::initializer_list<const Allowlist *> lists)
{
    QStringList names;
    QSet<QString> seen;
    for (const Allowlist *list : lists)
        for (const AllowedNetwork &network : list->networks)
            if (!seen.contains(network.network)) {
                seen.insert(network.network);
                names.append(network.network);
            }
    return names;
}

}  // namespace

AllowlistDraft::AllowlistDraft(Allowlist saved) : m_saved(std::move(saved)), m_enforced(m_saved.enforced)
{
    m_rows.reserve(m_saved.networks.size());
    for (const AllowedNetwork &network : std::as_const(m_saved.networks))
        m_rows.append({network, network, RowChange::None});
}

DraftCounts AllowlistDraft::counts() const
{
    DraftCounts counts;
    for (const DraftRow &row : m_rows) {
        counts.added += row.change == RowChange::Added ? 1 : 0;
        counts.changed += row.change == RowChange::Changed ? 1 : 0;
        counts.removed += row.change == RowChange::Removed ? 1 : 0;
    }
    counts.switched = m_enforced != m_saved.enforced;
    return counts;
}

Allowlist AllowlistDraft::proposed() const
{
    Allowlist list;
    list.enforced = m_enforced;
    if (m_enforced == m_saved.enforced) list.enforcedSince = m_saved.enforcedSince;
    for (const DraftRow &row : m_rows)
        if (row.change != RowChange::Removed) list.networks.append(row.network);
    return list;
}

int AllowlistDraft::proposedIndex(int row) const
{
    if (row < 0 || row >= m_rows.size() || m_rows[row].change == RowChange::Removed) return -1;
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cbegin() + row,
                                          [](const DraftRow &r) { return r.change != RowChange::Removed; }));
}

int AllowlistDraft::rowOfProposed(qsizetype index) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].change != RowChange::Removed && index-- == 0) return static_cast<int>(row);
    return -1;
}

int AllowlistDraft::rowOf(const QString &network) const
{
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].network.network == network && m_rows[row].change != RowChange::Removed)
            return static_cast<int>(row);
    return -1;
}

void AllowlistDraft::add(const AllowedNetwork &network)
{
    // What was removed and is added again is a change of what was there.
    for (qsizetype row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].change == RowChange::Removed && m_rows[row].network.network == network.network)
            return change(static_cast<int>(row), network);
    m_rows.append({network, std::nullopt, RowChange::Added});
}

void AllowlistDraft::change(int row, const AllowedNetwork &network)
{
    if (row < 0 || row >= m_rows.size()) return;
    DraftRow &changed = m_rows[row];
    changed.network = network;
    if (changed.before) changed.change = *changed.before == network ? RowChange::None : RowChange::Changed;
}

void AllowlistDraft::remove(int row)
{
    if (row < 0 || row >= m_rows.size()) return;
    if (!m_rows[row].before) {
        m_rows.removeAt(row);
        return;
    }
    m_rows[row].network = *m_rows[row].before;
    m_rows[row].change = RowChange::Removed;
}

void AllowlistDraft::restore(int row)
{
    if (row < 0 || row >= m_rows.size()) return;
    if (!m_rows[row].before)
        m_rows.removeAt(row);
    else
        m_rows[row] = {*m_rows[row].before, m_rows[row].before, RowChange::None};
}

void AllowlistDraft::replaceAll(const QList<AllowedNetwork> &networks)
{
    const bool enforced = m_enforced;
    *this = AllowlistDraft(m_saved);
    m_enforced = enforced;
    Allowlist wanted;
    wanted.networks = networks;
    const ByNetwork keep = byNetwork(wanted);
    const ByNetwork saved = byNetwork(m_saved);
    for (int row = 0; row < m_rows.size(); ++row) {
        const auto kept = find(keep, m_rows[row].network.network);
        if (kept)
            change(row, *kept);
        else
            remove(row);
    }
    for (const AllowedNetwork &network : networks)
        if (!saved.contains(network.network)) add(network);
}

QList<ConflictField> AllowlistDraft::conflict(const Allowlist &theirs, const QTimeZone &zone) const
{
    const Allowlist mine = proposed();
    QList<ConflictField> fields;
    if (m_enforced != theirs.enforced)
        fields.append({enforcedKey, AllowlistWords::tr("Who may connect"), enforcedWords(m_saved.enforced),
                       enforcedWords(mine.enforced), enforcedWords(theirs.enforced)});
    const ByNetwork before = byNetwork(m_saved), ours = byNetwork(mine), others = byNetwork(theirs);
    const QStringList names = everyNetwork({&m_saved, &mine, &theirs});
    for (const QString &name : names) {
        const auto mineNow = find(ours, name), theirsNow = find(others, name);
        if (mineNow == theirsNow) continue;
        fields.append(
            {name, name, entryWords(find(before, name), zone), entryWords(mineNow, zone), entryWords(theirsNow, zone)});
    }
    return fields;
}

AllowlistDraft AllowlistDraft::rebased(const Allowlist &theirs,
                                       const std::function<bool(const QString &)> &keepMine) const
{
    const Allowlist mine = proposed();
    AllowlistDraft draft(theirs);
    if (mine.enforced != theirs.enforced && keepMine(enforcedKey)) draft.setEnforced(mine.enforced);
    const ByNetwork ours = byNetwork(mine), others = byNetwork(theirs);
    const QStringList names = everyNetwork({&mine, &theirs});
    for (const QString &name : names) {
        const auto mineNow = find(ours, name);
        if (mineNow == find(others, name) || !keepMine(name)) continue;
        const int row = draft.rowOf(name);
        if (!mineNow)
            draft.remove(row);
        else if (row < 0)
            draft.add(*mineNow);
        else
            draft.change(row, *mineNow);
    }
    return draft;
}

DraftCounts countChanges(const Allowlist &from, const Allowlist &to)
{
    const ByNetwork before = byNetwork(from), after = byNetwork(to);
    DraftCounts counts;
    counts.switched = from.enforced != to.enforced;
    for (const AllowedNetwork &network : to.networks) {
        const auto was = find(before, network.network);
        counts.added += was ? 0 : 1;
        counts.changed += was && *was != network ? 1 : 0;
    }
    for (const AllowedNetwork &network : from.networks)
        counts.removed += after.contains(network.network) ? 0 : 1;
    return counts;
}

}  // namespace lw::ui

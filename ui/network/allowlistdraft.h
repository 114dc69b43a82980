// SPDX-License-Identifier: GPL-3.0-or-later
// An allowlist while somebody works on it: what is saved, what was changed of it, and how both meet a version that
// somebody else saved meanwhile. A value, no widget.
#pragma once

#include "core/domain/networkaccess.h"
#include "ui/common/conflictview.h"

#include <QTimeZone>

#include <functional>

namespace lw::ui {

enum class RowChange : quint8 { None, Added, Changed, Removed };

struct DraftRow {
    AllowedNetwork network;                ///< as proposed; of a removed one as it was
    std::optional<AllowedNetwork> before;  ///< as saved; none: added
    RowChange change = RowChange::None;
    bool operator==(const DraftRow &) const = default;
};

struct DraftCounts {
    int added = 0;
    int changed = 0;
    int removed = 0;
    bool switched = false;  ///< enforcing was turned on or off
    int total() const { return added + changed + removed + (switched ? 1 : 0); }
    bool operator==(const DraftCounts &) const = default;
};

class AllowlistDraft {
  public:
    AllowlistDraft() = default;
    explicit AllowlistDraft(Allowlist saved);

    const Allowlist &saved() const { return m_saved; }
    const QList<DraftRow> &rows() const { return m_rows; }
    bool enforced() const { return m_enforced; }
    DraftCounts counts() const;
    bool isDirty() const { return counts().total() > 0; }
    /// What would be saved.
    Allowlist proposed() const;
    /// Index into proposed().networks of a row; -1: it is removed.
    int proposedIndex(int row) const;
    int rowOfProposed(qsizetype index) const;
    int rowOf(const QString &network) const;  ///< not removed; -1: none

    void setEnforced(bool enforced) { m_enforced = enforced; }
    void add(const AllowedNetwork &network);
    void change(int row, const AllowedNetwork &network);
    /// An added row vanishes, another is marked.
    void remove(int row);
    /// The row as it is saved.
    void restore(int row);
    /// Makes the list exactly these networks.
    void replaceAll(const QList<AllowedNetwork> &networks);

    /// What both sides made of each network and of the switch since `saved()`; keys are networks and "enforced".
    QList<ConflictField> conflict(const Allowlist &theirs, const QTimeZone &zone) const;
    /// `theirs` becomes what is saved, with mine on top wherever keepMine(key) says so.
    AllowlistDraft rebased(const Allowlist &theirs, const std::function<bool(const QString &key)> &keepMine) const;

  private:
    Allowlist m_saved;
    QList<DraftRow> m_rows;
    bool m_enforced = false;
};

/// What turns one list into the other.
DraftCounts countChanges(const Allowlist &from, const Allowlist &to);

}  // namespace lw::ui

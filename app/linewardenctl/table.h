// SPDX-License-Identifier: GPL-3.0-or-later
// Rows under a heading, aligned, for people to read at a terminal.
#pragma once

#include <QDateTime>
#include <QStringList>

#include <vector>

namespace lw::ctl {

class Table {
  public:
    explicit Table(QStringList heading);
    /// One cell a column; control characters are made visible, an empty cell becomes "-".
    void row(const QStringList &cells);
    /// Without rows: `empty`.
    QString text(const QString &empty) const;

  private:
    std::vector<QStringList> m_rows;  ///< the heading first
};

/// "2026-11-22 14:00 UTC"; "-" for an invalid instant.
QString momentText(const QDateTime &instant);

}  // namespace lw::ctl

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linewardenctl/table.h"

#include "app/linewardenctl/output.h"

namespace lw::ctl {

Table::Table(QStringList heading) : m_rows{std::move(heading)} {}

void Table::row(const QStringList &cells)
{
    QStringList clean;
    for (const QString &cell : cells)
        clean.append(cell.isEmpty() ? QStringLiteral("-") : printable(cell));
    m_rows.push_back(clean);
}

QString Table::text(const QString &empty) const
{
    if (m_rows.size() == 1) return empty;
    QList<qsizetype> widths;
    for (const QStringList &row : m_rows)
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size()) widths.append(0);
            widths[i] = qMax(widths[i], row[i].size());
        }
    QStringList lines;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 == row.size() ? row[i] : row[i].leftJustified(widths[i] + 2);
        lines.append(line);
    }
    return lines.join(QLatin1Char('\n'));
}

QString momentText(const QDateTime &instant)
{
    return instant.isValid() ? instant.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm")) + QStringLiteral(" UTC")
                             : QStringLiteral("-");
}

}  // namespace lw::ctl

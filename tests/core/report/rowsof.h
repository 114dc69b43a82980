// SPDX-License-Identifier: GPL-3.0-or-later
// The rows and figures of a report's content, for tests to look at.
#pragma once

#include "core/report/reportcontent.h"

namespace lw::report::testing {

inline QList<QStringList> rowsOf(const ReportContent &content)
{
    QList<QStringList> rows;
    QStringList row;
    for (auto more = content.rows(row); more && *more; more = content.rows(row))
        rows << row;
    return rows;
}

inline QStringList figuresOf(const ReportContent &content)
{
    QStringList figures;
    for (const KeyFigure &figure : content.figures)
        figures << figure.value;
    return figures;
}

}  // namespace lw::report::testing

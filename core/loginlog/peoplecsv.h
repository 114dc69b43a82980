// SPDX-License-Identifier: GPL-3.0-or-later
// The filtered and sorted list of people as CSV (core/report/csvwriter.h).
#pragma once

#include "core/people/peoplelist.h"
#include "core/util/result.h"

#include <QIODevice>

namespace lw::loginlog {

enum class PeopleColumns : quint8 {
    Everything,  ///< with states and times in UTC
    Importable   ///< login, name, department, email, roles, status: what an import reads
};

/// The number of people written.
Result<quint64> writePeopleCsv(const QList<people::PersonRow> &rows, PeopleColumns columns, QIODevice &device);

}  // namespace lw::loginlog

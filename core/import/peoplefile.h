// SPDX-License-Identifier: GPL-3.0-or-later
// A people file: CSV (RFC 4180, UTF-8 with or without a byte order mark) whose header names its columns, in any order:
// login, name, department, email, roles (separated by spaces or semicolons), status (active, disabled). Only login must
// be there; a column that is missing says nothing about anybody. Blank lines are skipped.
//
// Whether the people may be so is not decided here: the back end plans with core/policy/accountrules.h.
#pragma once

#include "core/domain/user.h"
#include "core/util/result.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace lw::import {

/// One line that could be read. nullopt: the file has no such column.
struct PeopleRow {
    int line = 0;  ///< it begins on, from 1
    QString login;
    std::optional<QString> displayName;
    std::optional<QString> department;
    std::optional<QString> email;
    std::optional<QStringList> roles;  ///< each once
    std::optional<UserStatus> status;  ///< Active or Disabled; an empty cell is as no column
    bool operator==(const PeopleRow &) const = default;
};

/// A line that could not be read.
struct PeopleLineError {
    int line = 0;
    QString login;    ///< where it could be read
    QString column;   ///< where one cell is to blame
    QString message;  ///< what is wrong, and the remedy
    bool operator==(const PeopleLineError &) const = default;
};

struct PeopleFile {
    QList<PeopleRow> rows;
    QList<PeopleLineError> errors;  ///< by line
};

/// Errc::InvalidInput (field "header" or "file"): nothing of it can be understood: empty, not UTF-8 in its header, a
/// column that is unknown, named twice or missing. Errc::TooLarge: over limits::importBytes or limits::importLines.
/// A login name that stands twice is an error of its second line.
Result<PeopleFile> readPeopleFile(QByteArrayView csv);

}  // namespace lw::import

// SPDX-License-Identifier: GPL-3.0-or-later
// The schema, step by step. A step is never edited once released: a change is a new step (docs/schema-server.md).
#pragma once

#include "core/util/result.h"

#include <QList>
#include <QSqlDatabase>
#include <QStringList>

namespace lw::server {

/// The version this program reads and writes; stored under "schema_version" in the table meta.
int schemaVersion();

/// The statements that lead from version `step - 1` to `step`, 1 to schemaVersion().
QStringList migrationStep(int step);

/// Brings the store to schemaVersion(), each step in a transaction of its own. Errc::NewerSchema: left untouched.
Result<void> migrate(const QSqlDatabase &connection);

}  // namespace lw::server

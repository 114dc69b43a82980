// SPDX-License-Identifier: GPL-3.0-or-later
// Everything in which SQLite and PostgreSQL differ, and nothing else: the rest of the store writes SQL that both speak.
// SQLite is what ships; the PostgreSQL column says what a second driver has to answer.
//
//   what                       SQLite                          PostgreSQL
//   {blob}                     BLOB                            BYTEA
//   {position} (64-bit key)    INTEGER PRIMARY KEY (rowid)     BIGINT PRIMARY KEY
//   {clustered} (by its key)   WITHOUT ROWID                   nothing
//   begin of a writer          BEGIN IMMEDIATE                 BEGIN
//   {for_update}               nothing: one writer at a time   FOR UPDATE
//   what a journal still holds  wal_checkpoint(TRUNCATE)     nothing (VACUUM is its own)
//   durability                 WAL, synchronous=FULL           synchronous_commit=on (its default)
#pragma once

#include "core/util/result.h"

#include <QSqlDatabase>
#include <QSqlError>

namespace lw::server {

/// Replaces the placeholders of the table above.
QString expandSql(const QString &sql);

/// The statement that starts a transaction which is going to write.
QString beginWriteSql();

/// Sets a fresh connection up: durability, foreign keys, waiting for a lock, nothing spilled outside the file.
Result<void> prepareConnection(QSqlDatabase &connection);

/// Shortens the journal, where removed content would stay readable until it is written over. Does what it can while
/// others read.
Result<void> forgetJournal(const QSqlDatabase &connection);

/// Driver name and options for QSqlDatabase::addDatabase(); `busyMs`: how long a statement waits for a lock.
QString driverName();
QString connectOptions(int busyMs);

/// True when the store has a table of this name.
Result<bool> hasTable(const QSqlDatabase &connection, const QString &table);

/// The store's error in our words: full disk, read-only, damaged, busy, already there. `doing` completes "Could not …".
Error storeError(const QSqlError &error, const QString &doing);

}  // namespace lw::server

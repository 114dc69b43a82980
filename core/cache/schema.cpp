// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/schema.h"

#include "core/cache/sqlite.h"

#include <array>
#include <string>

namespace lw::cache {

namespace {

// Id 0 stands for "none" in every *_id column. Events are visible below state.visible_size only. The tables event_* are
// indexes that are filled in sorted order at the end of a sync, which takes half the time of CREATE INDEX.
constexpr const char *versionOne = R"sql(
CREATE TABLE state(
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE text(
    id INTEGER PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE address(
    text_id INTEGER PRIMARY KEY,
    packed BLOB NOT NULL
);
CREATE INDEX address_packed ON address(packed);
CREATE TABLE event(
    idx INTEGER PRIMARY KEY,
    time_ms INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    actor_type INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    actor_uid_id INTEGER NOT NULL,
    address_id INTEGER NOT NULL,
    port INTEGER NOT NULL,
    service_id INTEGER NOT NULL,
    agent_id INTEGER NOT NULL,
    reason_id INTEGER NOT NULL,
    detail_id INTEGER NOT NULL,
    host_id INTEGER NOT NULL,
    object_type_id INTEGER NOT NULL,
    object_name_id INTEGER NOT NULL
);
CREATE TABLE event_time(
    time_ms INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    PRIMARY KEY(time_ms, idx)
) WITHOUT ROWID;
CREATE TABLE event_person(
    key INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY(key, idx)
) WITHOUT ROWID;
CREATE TABLE event_address(
    key INTEGER NOT NULL,
    idx INTEGER NOT NULL,
    PRIMARY KEY(key, idx)
) WITHOUT ROWID;
CREATE TABLE leaf_chunk(
    chunk INTEGER PRIMARY KEY,
    count INTEGER NOT NULL,
    root BLOB,
    bytes BLOB NOT NULL
);
CREATE TABLE evidence(
    id INTEGER PRIMARY KEY,
    found_at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    message TEXT NOT NULL,
    trusted_note BLOB NOT NULL,
    offending_note BLOB NOT NULL
);
CREATE TABLE person(
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL,
    display_name TEXT NOT NULL,
    department TEXT NOT NULL,
    roles TEXT NOT NULL,
    status INTEGER NOT NULL,
    locked_until_ms INTEGER,
    mfa INTEGER NOT NULL,
    created_at_ms INTEGER,
    password_changed_at_ms INTEGER,
    must_change_password INTEGER NOT NULL,
    exemption_reason TEXT,
    exemption_until_ms INTEGER,
    last_login_at_ms INTEGER
) WITHOUT ROWID;
CREATE TABLE outbox(
    id INTEGER PRIMARY KEY,
    idempotency_key BLOB NOT NULL UNIQUE,
    body BLOB NOT NULL,
    queued_at_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_attempt_ms INTEGER,
    last_error TEXT NOT NULL DEFAULT ''
);
)sql";

// What administrators change of people, and the last answers of the back end about the rest. The people have to be
// fetched anew to fill the columns: without a tag the back end gives them whole.
constexpr const char *versionTwo = R"sql(
ALTER TABLE person ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN password_due_at_ms INTEGER;
ALTER TABLE person ADD COLUMN disabled_at_ms INTEGER;
DELETE FROM state WHERE name = 'people_etag';
CREATE TABLE snapshot(
    name TEXT PRIMARY KEY,
    body BLOB NOT NULL,
    etag TEXT NOT NULL,
    as_of_ms INTEGER NOT NULL
);
)sql";

constexpr std::array<SchemaStep, 2> steps{{{0, versionOne}, {1, versionTwo}}};

Result<int> versionOf(sqlite3 *db)
{
    const QString what = QStringLiteral("Reading the version of the cache");
    auto query = Statement::prepare(db, "PRAGMA user_version", what);
    if (!query) return query.error();
    const int code = query->step();
    if (code != SQLITE_ROW) return sqliteError(db, code, what);
    return static_cast<int>(query->integer(0));
}

}  // namespace

std::span<const SchemaStep> schemaSteps()
{
    return steps;
}

Result<void> migrate(sqlite3 *db, std::span<const SchemaStep> list)
{
    const int newest = list.empty() ? 0 : list.back().from + 1;
    const QString what = QStringLiteral("Bringing the cache to the present version");
    for (;;) {
        auto present = versionOf(db);
        if (!present) return present.error();
        if (*present > newest)
            return makeError(
                Errc::NewerSchema,
                QStringLiteral("The cache was written by a newer Linewarden (its version %1, this program's "
                               "%2). Update this program.")
                    .arg(*present)
                    .arg(newest));
        if (*present == newest) return {};
        const SchemaStep *step = nullptr;
        for (const SchemaStep &candidate : list)
            if (candidate.from == *present) step = &candidate;
        if (!step)
            return makeError(Errc::Corrupt,
                             QStringLiteral("The cache says that its version is %1, which never was. Put it "
                                            "aside and sync anew.")
                                 .arg(*present));
        auto transaction = Transaction::write(db, what);
        if (!transaction) return transaction.error();
        // Another program may have taken the step while this one waited for the lock.
        auto again = versionOf(db);
        if (!again) return again.error();
        if (*again != step->from) continue;
        if (auto done = execute(db, step->sql, what); !done) return done;
        const std::string stamp = "PRAGMA user_version = " + std::to_string(step->from + 1);
        if (auto done = execute(db, stamp.c_str(), what); !done) return done;
        if (auto done = transaction->commit(); !done) return done;
    }
}

}  // namespace lw::cache

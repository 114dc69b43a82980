// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/migrations.h"

#include "server/store/dialect.h"
#include "server/store/metatable.h"

#include <QSqlQuery>

namespace lw::server {

namespace {

const auto versionKey = QStringLiteral("schema_version");

// Step 1: customers, their people, their sessions and their logs.
// A leaf's position is log_id * 2^42 + index, a node's is log_id * 2^42 + its in-order number (logtable.h): one integer
// key that grows with the log, so that appending touches the end of one tree only.
const QStringList step1{
    QStringLiteral("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE customers (id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
                   " time_zone TEXT NOT NULL, password_policy TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE users (id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " login TEXT NOT NULL, login_key TEXT NOT NULL, search_text TEXT NOT NULL,"
                   " display_name TEXT NOT NULL, department TEXT NOT NULL, roles TEXT NOT NULL,"
                   " status TEXT NOT NULL, locked_until BIGINT, mfa TEXT NOT NULL, created_at BIGINT NOT NULL,"
                   " password_changed_at BIGINT, must_change_password INTEGER NOT NULL,"
                   " exemption_reason TEXT, exemption_until BIGINT, last_login_at BIGINT,"
                   " UNIQUE (customer_id, login_key))"),
    QStringLiteral("CREATE TABLE credentials (user_id TEXT PRIMARY KEY REFERENCES users(id),"
                   " password_hash TEXT NOT NULL, totp_secret {blob}, totp_last_step BIGINT,"
                   " failures INTEGER NOT NULL, last_failure_at BIGINT)"),
    QStringLiteral("CREATE TABLE password_history (user_id TEXT NOT NULL REFERENCES users(id),"
                   " retired_at BIGINT NOT NULL, number INTEGER NOT NULL, password_hash TEXT NOT NULL,"
                   " PRIMARY KEY (user_id, number))"),
    QStringLiteral("CREATE TABLE sessions (id TEXT PRIMARY KEY, token_hash {blob} NOT NULL UNIQUE,"
                   " user_id TEXT NOT NULL REFERENCES users(id), customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " created_at BIGINT NOT NULL, last_seen_at BIGINT NOT NULL,"
                   " address TEXT NOT NULL, agent TEXT NOT NULL)"),
    QStringLiteral("CREATE INDEX sessions_user ON sessions (user_id)"),
    QStringLiteral("CREATE TABLE logs (id INTEGER PRIMARY KEY, customer_id TEXT NOT NULL UNIQUE"
                   " REFERENCES customers(id), origin TEXT NOT NULL UNIQUE, size BIGINT NOT NULL,"
                   " frontier {blob} NOT NULL)"),
    QStringLiteral("CREATE TABLE leaves (position {position}, leaf {blob} NOT NULL, hash {blob} NOT NULL)"),
    QStringLiteral("CREATE TABLE nodes (position {position}, hash {blob} NOT NULL)"),
};

// Step 2: what was imported already, and what was answered already.
const QStringList step2{
    QStringLiteral("CREATE TABLE fingerprints (log_id INTEGER NOT NULL REFERENCES logs(id),"
                   " fingerprint {blob} NOT NULL, PRIMARY KEY (log_id, fingerprint)) {clustered}"),
    QStringLiteral(
        "CREATE TABLE idempotency (user_id TEXT NOT NULL REFERENCES users(id), idempotency_key TEXT NOT NULL,"
        " request_hash {blob} NOT NULL, status INTEGER NOT NULL, content_type TEXT NOT NULL,"
        " body {blob} NOT NULL, created_at BIGINT NOT NULL, PRIMARY KEY (user_id, idempotency_key))"),
    QStringLiteral("CREATE INDEX idempotency_age ON idempotency (created_at)"),
};

// Step 3: who may do what and from where: roles, devices, second factors, departures, allowlists, blocks, imports,
// notices.
const QStringList step3{
    QStringLiteral("ALTER TABLE users ADD COLUMN email TEXT NOT NULL DEFAULT ''"),
    QStringLiteral("ALTER TABLE users ADD COLUMN password_due_at BIGINT"),
    QStringLiteral("ALTER TABLE users ADD COLUMN disabled_at BIGINT"),
    QStringLiteral("ALTER TABLE customers ADD COLUMN mfa_required_roles TEXT NOT NULL DEFAULT '[]'"),
    QStringLiteral("ALTER TABLE customers ADD COLUMN certificate_required_roles TEXT NOT NULL DEFAULT '[]'"),
    QStringLiteral("CREATE TABLE roles (customer_id TEXT NOT NULL REFERENCES customers(id), name TEXT NOT NULL,"
                   " permissions TEXT NOT NULL, PRIMARY KEY (customer_id, name))"),
    QStringLiteral("CREATE TABLE devices (id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " user_id TEXT NOT NULL REFERENCES users(id), kind TEXT NOT NULL, label TEXT NOT NULL,"
                   " sip_user TEXT NOT NULL UNIQUE, secret_hash {blob} NOT NULL, created_at BIGINT NOT NULL,"
                   " secret_changed_at BIGINT NOT NULL, revoked_at BIGINT, last_registered_at BIGINT)"),
    QStringLiteral("CREATE INDEX devices_user ON devices (user_id)"),
    QStringLiteral("CREATE TABLE registrations (device_id TEXT NOT NULL REFERENCES devices(id), contact TEXT NOT NULL,"
                   " address TEXT NOT NULL, registered_at BIGINT NOT NULL, expires_at BIGINT NOT NULL,"
                   " PRIMARY KEY (device_id, contact))"),
    QStringLiteral("CREATE INDEX registrations_end ON registrations (expires_at)"),
    QStringLiteral("CREATE TABLE pending_mfa (user_id TEXT PRIMARY KEY REFERENCES users(id),"
                   " totp_secret {blob} NOT NULL, created_at BIGINT NOT NULL)"),
    QStringLiteral("CREATE TABLE recovery_codes (user_id TEXT NOT NULL REFERENCES users(id), number INTEGER NOT NULL,"
                   " code_hash {blob} NOT NULL, used_at BIGINT, PRIMARY KEY (user_id, number))"),
    QStringLiteral("CREATE TABLE client_certificates (user_id TEXT NOT NULL REFERENCES users(id),"
                   " fingerprint {blob} NOT NULL, subject TEXT NOT NULL, added_at BIGINT NOT NULL,"
                   " PRIMARY KEY (user_id, fingerprint))"),
    QStringLiteral("CREATE TABLE departures (id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " user_id TEXT NOT NULL REFERENCES users(id), login TEXT NOT NULL, display_name TEXT NOT NULL,"
                   " kind TEXT NOT NULL, state TEXT NOT NULL, departed_at BIGINT NOT NULL,"
                   " effective_at BIGINT NOT NULL, new_roles TEXT NOT NULL, reason TEXT NOT NULL,"
                   " created_at BIGINT NOT NULL, created_by TEXT NOT NULL, executed_at BIGINT,"
                   " sessions_ended INTEGER NOT NULL, devices_revoked INTEGER NOT NULL, probes TEXT NOT NULL,"
                   " proved_at BIGINT, probe_tokens {blob} NOT NULL)"),
    QStringLiteral("CREATE INDEX departures_customer ON departures (customer_id, departed_at)"),
    QStringLiteral("CREATE INDEX departures_due ON departures (state, effective_at)"),
    QStringLiteral("CREATE INDEX departures_user ON departures (user_id, state)"),
    QStringLiteral("CREATE TABLE allowlists (customer_id TEXT PRIMARY KEY REFERENCES customers(id),"
                   " enforced INTEGER NOT NULL, enforced_since BIGINT, blocking TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE allowed_networks (customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " network TEXT NOT NULL, label TEXT NOT NULL, owner TEXT NOT NULL, until_at BIGINT,"
                   " PRIMARY KEY (customer_id, network))"),
    QStringLiteral("CREATE TABLE pending_allowlists (customer_id TEXT PRIMARY KEY REFERENCES customers(id),"
                   " id TEXT NOT NULL, author_id TEXT NOT NULL, author TEXT NOT NULL, applied_at BIGINT NOT NULL,"
                   " reverts_at BIGINT NOT NULL, before_json TEXT NOT NULL)"),
    QStringLiteral("CREATE INDEX pending_allowlists_end ON pending_allowlists (reverts_at)"),
    QStringLiteral("CREATE TABLE offences (customer_id TEXT NOT NULL REFERENCES customers(id), address TEXT NOT NULL,"
                   " at BIGINT NOT NULL, login_key TEXT NOT NULL)"),
    QStringLiteral("CREATE INDEX offences_address ON offences (customer_id, address, at)"),
    QStringLiteral("CREATE INDEX offences_age ON offences (at)"),
    QStringLiteral("CREATE TABLE blocked_addresses (customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " address TEXT NOT NULL, since BIGINT NOT NULL, until_at BIGINT, nth INTEGER NOT NULL,"
                   " failures INTEGER NOT NULL, accounts INTEGER NOT NULL, pinned INTEGER NOT NULL,"
                   " lifted INTEGER NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (customer_id, address))"),
    QStringLiteral("CREATE INDEX blocked_addresses_end ON blocked_addresses (lifted, until_at)"),
    QStringLiteral("CREATE TABLE import_plans (id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " state TEXT NOT NULL, created_at BIGINT NOT NULL, created_by TEXT NOT NULL, plan TEXT NOT NULL,"
                   " before_json TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE notices (customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " user_id TEXT NOT NULL REFERENCES users(id), kind TEXT NOT NULL, about TEXT NOT NULL,"
                   " queued_at BIGINT NOT NULL, attempts INTEGER NOT NULL, next_at BIGINT, ended_at BIGINT,"
                   " outcome TEXT NOT NULL, PRIMARY KEY (user_id, kind, about))"),
    QStringLiteral("CREATE INDEX notices_next ON notices (next_at)"),
};

// Step 4: the customer's telephone numbers, and which calls are barred. The rules are JSON of the contract.
const QStringList step4{
    QStringLiteral(
        "CREATE TABLE numbers (customer_id TEXT NOT NULL REFERENCES customers(id),"
        " number TEXT NOT NULL UNIQUE, label TEXT NOT NULL, owner_id TEXT NOT NULL, department TEXT NOT NULL,"
        " guard TEXT NOT NULL, barring TEXT NOT NULL, added_at BIGINT NOT NULL,"
        " PRIMARY KEY (customer_id, number))"),
    QStringLiteral("CREATE TABLE guard_settings (customer_id TEXT PRIMARY KEY REFERENCES customers(id),"
                   " settings TEXT NOT NULL)"),
    // Amounts are millionths of the customer's currency.
    QStringLiteral("CREATE TABLE spend_settings (customer_id TEXT PRIMARY KEY REFERENCES customers(id),"
                   " settings TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE spend_raises (id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " number TEXT NOT NULL, period TEXT NOT NULL, amount BIGINT NOT NULL, from_at BIGINT NOT NULL,"
                   " until_at BIGINT NOT NULL, reason TEXT NOT NULL, created_by TEXT NOT NULL)"),
    QStringLiteral("CREATE INDEX spend_raises_end ON spend_raises (customer_id, until_at)"),
    QStringLiteral("CREATE TABLE rate_decks (customer_id TEXT PRIMARY KEY REFERENCES customers(id),"
                   " currency TEXT NOT NULL, uploaded_at BIGINT NOT NULL, uploaded_by TEXT NOT NULL)"),
    QStringLiteral("CREATE TABLE rates (customer_id TEXT NOT NULL REFERENCES customers(id), prefix TEXT NOT NULL,"
                   " valid_from BIGINT NOT NULL, name TEXT NOT NULL, price BIGINT NOT NULL, fee BIGINT NOT NULL,"
                   " first_seconds INTEGER NOT NULL, next_seconds INTEGER NOT NULL,"
                   " PRIMARY KEY (customer_id, prefix, valid_from))"),
    QStringLiteral("CREATE TABLE calls (customer_id TEXT NOT NULL REFERENCES customers(id), call_id TEXT NOT NULL,"
                   " caller TEXT NOT NULL, destination TEXT NOT NULL, class INTEGER NOT NULL,"
                   " started_at BIGINT NOT NULL, seconds INTEGER NOT NULL, cost BIGINT NOT NULL,"
                   " rate_prefix TEXT NOT NULL, PRIMARY KEY (customer_id, call_id))"),
    QStringLiteral("CREATE INDEX calls_time ON calls (customer_id, started_at)"),
    QStringLiteral("CREATE TABLE spend_usage (customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " number TEXT NOT NULL, period TEXT NOT NULL, starts_at BIGINT NOT NULL, spent BIGINT NOT NULL,"
                   " forgiven BIGINT NOT NULL, calls INTEGER NOT NULL,"
                   " PRIMARY KEY (customer_id, number, period, starts_at))"),
    QStringLiteral("CREATE INDEX spend_usage_period ON spend_usage (customer_id, period, starts_at)"),
    QStringLiteral("CREATE TABLE reservations (customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " call_id TEXT NOT NULL, caller TEXT NOT NULL, amount BIGINT NOT NULL, made_at BIGINT NOT NULL,"
                   " expires_at BIGINT NOT NULL, PRIMARY KEY (customer_id, call_id))"),
    QStringLiteral("CREATE INDEX reservations_end ON reservations (expires_at)"),
    QStringLiteral("CREATE TABLE spend_levels (customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " number TEXT NOT NULL, period TEXT NOT NULL, starts_at BIGINT NOT NULL, level INTEGER NOT NULL,"
                   " ends_at BIGINT NOT NULL, spent BIGINT NOT NULL, amount BIGINT NOT NULL, currency TEXT NOT NULL,"
                   " told_at BIGINT NOT NULL, PRIMARY KEY (customer_id, number, period, starts_at, level))"),
};

// Step 5: how long data is kept, what keeps it longer, and what was purged. NULL days: permanently.
const QStringList step5{
    QStringLiteral("CREATE TABLE retention_rules (customer_id TEXT PRIMARY KEY REFERENCES customers(id),"
                   " login_log INTEGER, audit_log INTEGER, call_records INTEGER, reports INTEGER,"
                   " changed_at BIGINT NOT NULL)"),
    QStringLiteral(
        "CREATE TABLE legal_holds (id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers(id),"
        " subject TEXT NOT NULL, value TEXT NOT NULL, from_at BIGINT, until_at BIGINT, reason TEXT NOT NULL,"
        " created_at BIGINT NOT NULL, created_by TEXT NOT NULL, released_at BIGINT, released_by TEXT NOT NULL)"),
    QStringLiteral("CREATE INDEX legal_holds_customer ON legal_holds (customer_id, created_at)"),
    // The run is JSON of the contract; progress is what it needs to go on.
    QStringLiteral("CREATE TABLE purge_runs (id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers(id),"
                   " cause TEXT NOT NULL, started_at BIGINT NOT NULL, finished_at BIGINT, run TEXT NOT NULL,"
                   " progress TEXT NOT NULL)"),
    QStringLiteral("CREATE INDEX purge_runs_customer ON purge_runs (customer_id, started_at)"),
    QStringLiteral("CREATE INDEX purge_runs_open ON purge_runs (finished_at)"),
    // Leaves without content, as ranges in the order in which they went: what caches ask for.
    QStringLiteral("CREATE TABLE purged_leaves (log_id INTEGER NOT NULL REFERENCES logs(id), number BIGINT NOT NULL,"
                   " first_index BIGINT NOT NULL, last_index BIGINT NOT NULL, PRIMARY KEY (log_id, number))"
                   " {clustered}"),
};

const QList<QStringList> &steps()
{
    static const QList<QStringList> all{step1, step2, step3, step4, step5};
    return all;
}

Result<void> runAll(const QSqlDatabase &connection, const QStringList &statements)
{
    QSqlQuery query(connection);
    for (const QString &sql : statements)
        if (!query.exec(expandSql(sql))) return storeError(query.lastError(), QStringLiteral("update the store"));
    return {};
}

Result<int> storedVersion(const QSqlDatabase &connection)
{
    Result<bool> any = hasTable(connection, QStringLiteral("meta"));
    if (!any) return any.error();
    if (!*any) return 0;
    Result<QString> text = MetaTable(connection).value(versionKey);
    if (!text) return text.error();
    bool isNumber = false;
    const int version = text->toInt(&isNumber);
    if (!isNumber || version < 1)
        return makeError(Errc::Corrupt, QStringLiteral("The store does not say which version it has. Restore it from a "
                                                       "backup; keep the damaged file."));
    return version;
}

}  // namespace

int schemaVersion()
{
    return static_cast<int>(steps().size());
}

QStringList migrationStep(int step)
{
    return steps().value(step - 1);
}

Result<void> migrate(const QSqlDatabase &connection)
{
    for (;;) {
        QSqlQuery query(connection);
        if (!query.exec(beginWriteSql())) return storeError(query.lastError(), QStringLiteral("update the store"));
        // Asked inside the transaction: two processes may start at once, and only one of them may run a step.
        const Result<int> version = storedVersion(connection);
        Result<void> done;
        if (!version)
            done = version.error();
        else if (*version > schemaVersion())
            done = makeError(Errc::NewerSchema,
                             QStringLiteral("The store has schema version %1, this linewardend knows %2. It was left "
                                            "untouched; start the newer version that wrote it.")
                                 .arg(*version)
                                 .arg(schemaVersion()));
        else if (*version < schemaVersion()) {
            done = runAll(connection, migrationStep(*version + 1));
            if (done) done = MetaTable(connection).setValue(versionKey, QString::number(*version + 1));
        }
        const bool finished = !done || *version == schemaVersion();
        if (!query.exec(done ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK")) && done)
            return storeError(query.lastError(), QStringLiteral("update the store"));
        if (finished) return done;
    }
}

}  // namespace lw::server

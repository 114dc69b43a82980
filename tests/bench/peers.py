# SPDX-License-Identifier: GPL-3.0-or-later
"""What others need for the same work, on the same machine, in the same run."""
import os
import sqlite3
import csv as csvmodule

from benchlib import peer, timed

COLUMNS = ["time", "kind", "outcome", "user", "address", "port", "service", "agent", "reason", "detail"]
INDEXES = {"by_time": "time", "by_account": "user", "by_address": "address"}
KEY = "a passphrase of the peer"


def schema():
    columns = ", ".join(f"{name} TEXT" for name in COLUMNS)
    indexes = "".join(f"CREATE INDEX {name} ON event({column});\n" for name, column in INDEXES.items())
    return f"CREATE TABLE event({columns});\n{indexes}"


def sqlcipher_import(csv, database):
    """Seconds of `.import` into an encrypted table with indexes on time, account and address."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        if os.path.exists(database + suffix):
            os.unlink(database + suffix)
    script = f"PRAGMA key='{KEY}';\n{schema()}.mode csv\n.import --skip 1 {csv} event\n"
    seconds, _ = timed([peer("sqlcipher"), database], input=script)
    return seconds


def sqlcipher_export(database, path):
    """Seconds of `sqlcipher -csv` writing every event in the order of time."""
    script = f"PRAGMA key='{KEY}';\n.headers on\n.output {path}\nSELECT {', '.join(COLUMNS)} FROM event ORDER BY time;\n"
    seconds, _ = timed([peer("sqlcipher"), "-csv", database], input=script)
    return seconds


def plain_copy(csv, database):
    """The same table without encryption, for a program that browses SQLite files."""
    if os.path.exists(database):
        return
    connection = sqlite3.connect(database)
    connection.executescript(schema())
    with open(csv, encoding="utf-8", newline="") as file:
        rows = csvmodule.reader(file)
        next(rows)
        connection.executemany(f"INSERT INTO event VALUES({', '.join('?' * len(COLUMNS))})", rows)
    connection.commit()
    connection.close()

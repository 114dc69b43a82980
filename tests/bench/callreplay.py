# SPDX-License-Identifier: GPL-3.0-or-later
"""Judging past calls again: a million of them, beside SQLite adding up what each number spent on each day."""
import json
import random
import sqlite3
import time

from benchlib import alternate, program, report, say, timed

CALLS = 1_000_000
SEED = 20261126


def ours():
    _, out = timed([program("bench_replay"), str(CALLS), "3"])
    return json.loads(out)["cpu_s"]


def table():
    source = random.Random(SEED)
    store = sqlite3.connect(":memory:")
    store.execute("CREATE TABLE calls (caller TEXT, started_at INTEGER, cost INTEGER)")
    step = 90 * 86_400_000 // CALLS
    store.executemany("INSERT INTO calls VALUES (?, ?, ?)",
                      ((f"+44207946{source.randrange(200):04}", i * step, source.randrange(1_000_000))
                       for i in range(CALLS)))
    return store


def sums(store):
    began = time.process_time()
    store.execute("SELECT caller, started_at / 86400000, SUM(cost) FROM calls GROUP BY 1, 2").fetchall()
    return time.process_time() - began


def measure(rounds):
    store = table()
    mine, theirs = alternate(rounds, ours, lambda: sums(store))
    report("Replaying a million calls, CPU", mine, theirs, "s", "SQLite GROUP BY", 2.0)
    say(f"{mine:.2f} s of CPU (goal: under 2)")

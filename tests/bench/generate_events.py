#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a deterministic login log as CSV: the same file is ingested by the back end and imported by the peer.

usage: generate_events.py COUNT FILE
"""
import random
import sys
from datetime import datetime, timedelta, timezone

HEADER = "time,kind,outcome,user,address,port,service,agent,reason,detail\r\n"
AGENTS = ["Yealink SIP-T46S 66.86.0.15", "Snom D785 10.1.175.16", "PolyVVX-VVX_450 6.4.6", "Firefox 131 on Windows",
          "Chrome 130 on macOS", "Linewarden 0.1.0", "Grandstream GXP2170 1.0.11.84", "Zoiper rv2.10.20"]
REASONS = ["wrong_password", "no_such_user", "not_allowed", "expired_password"]


def rows(count):
    """One event every 7.5 s on average, ending at the first instant of November 2026."""
    rng = random.Random(20261101)
    end = datetime(2026, 11, 1, tzinfo=timezone.utc)
    at = end - timedelta(milliseconds=7500 * count)
    users = [f"{a}.{b}" for a in "ann bruno carla daniel eva femi george hana ivan jide kei lena".split()
             for b in "lee moreau costa varga okafor tanaka novak lind patel haddad byrne silva wolf".split()]
    for number in range(count):
        at += timedelta(milliseconds=rng.randrange(1, 15000))
        user = rng.choice(users)
        kind_draw = rng.random()
        address = (f"198.51.100.{rng.randrange(1, 255)}" if rng.random() < 0.9
                   else f"2001:db8:{rng.randrange(1, 64):x}::{rng.randrange(1, 200):x}")
        agent = rng.choice(AGENTS)
        port = rng.randrange(1024, 65535)
        service = "SIP/TLS" if agent[0] in "YSPGZ" else "console"
        stamp = at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"
        if kind_draw < 0.62:
            kind, outcome, reason, detail = "login.succeeded", "success", "", ""
        elif kind_draw < 0.80:
            kind, outcome, reason, detail = "logout", "success", "", f"after {rng.randrange(1, 600)} min"
        elif kind_draw < 0.99:
            kind, outcome, reason = "login.failed", "failure", rng.choice(REASONS)
            detail = f"attempt {rng.randrange(1, 11)} of 10"
            if rng.random() < 0.5:
                address = f"203.0.113.{rng.randrange(1, 255)}"
        else:
            kind, outcome, reason, detail = "account.locked", "failure", "too_many_failures", "10 failures in 15 min"
        yield f"{stamp},{kind},{outcome},{user},{address},{port},{service},{agent},{reason},{detail}\r\n"


def main():
    count, path = int(sys.argv[1]), sys.argv[2]
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write(HEADER)
        out.writelines(rows(count))


if __name__ == "__main__":
    main()

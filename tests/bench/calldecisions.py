# SPDX-License-Identifier: GPL-3.0-or-later
"""Decisions on calls over TLS keep-alive, beside FreeRADIUS that answers an authorize from its files module.

What each does for one request:
- ours: a TLS record, HTTP, JSON, the session by its token's hash, address, account and permissions, both numbers
  classified, rules and rates, what is spent and reserved against four limits, and a reservation that is on the disk
  before the answer goes. Each call is a new one, so that reservations add up as they do in a busy hour.
- FreeRADIUS: a datagram, the password hidden with a shared secret, a look-up in a file read at the start, PAP. It
  stores nothing.

Both know as many numbers. What counts is requests for each second of CPU that the server used: the machine has other
work, and the one who asks runs on it too. Wall-clock figures are told beside it. wrk and radclient ask.
"""
import http.client
import json
import os
import random
import re
import secrets
import shutil
import socket
import ssl
import statistics
import subprocess
import time

from backend import CUSTOMER, LOGIN, BackEnd
from benchlib import Failed, peer, say

NUMBERS, RATES = 1000, 2000
SESSIONS, CONNECTIONS, THREADS, SECONDS = 8, 32, 2, 6  # a session has a pace of its own
REPEATS = 20  # of each number, in one round of FreeRADIUS
FIRST = 441134960000
SECRET = "bench-secret"
DICTIONARY = "/usr/share/freeradius"
TICKS = os.sysconf("SC_CLK_TCK")

LUA = """
local tokens = {%(tokens)s}
local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("id", threads)
end
local sent = 0
local answered, refused = 0, 0
function request()
  sent = sent + 1
  local headers = {["Authorization"] = "Bearer " .. tokens[sent %% #tokens + 1], ["Content-Type"] = "application/json"}
  return wrk.format("POST", "/v1/calls/authorize", headers, string.format(
    '{"callId":"%(round)s-%%d-%%d","caller":"+%%d","destination":"+37120%%06d"}', id, sent,
    %(first)d + sent %% %(numbers)d, sent %% 1000000))
end
function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('RESULT {"requests":%%d,"us":%%d,"errors":%%d,"p50":%%f,"p99":%%f}\\n', summary.requests,
    summary.duration, e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000))
end
"""

RADIUS = """
prefix = /usr
name = bench
confdir = {folder}
raddbdir = {folder}
run_dir = {folder}
logdir = {folder}
libdir = /usr/lib/freeradius
pidfile = {folder}/pid
max_requests = 65536
cleanup_delay = 0
hostname_lookups = no
proxy_requests = no
log {{
    destination = files
    file = {folder}/log
    auth = no
}}
security {{
    reject_delay = 0
    status_server = no
}}
thread pool {{
    start_servers = 2
    max_servers = 8
    min_spare_servers = 1
    max_spare_servers = 8
    max_requests_per_server = 0
}}
client bench {{
    ipaddr = 127.0.0.1
    secret = {secret}
}}
modules {{
    files {{
        filename = {folder}/users
        key = "%{{User-Name}}"
    }}
    pap {{
    }}
}}
server bench {{
    listen {{
        type = auth
        ipaddr = 127.0.0.1
        port = {port}
    }}
    authorize {{
        files
        pap
    }}
    authenticate {{
        Auth-Type PAP {{
            pap
        }}
    }}
}}
"""


def write(path, text):
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def cpu_seconds(pid):
    """User and system time of a process with all its threads."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class Ours:
    """A back end with numbers, a deck and limits that are not reached, and some sessions of a switch."""

    def __init__(self, work):
        self.back_end = BackEnd(work)
        self.back_end.data = work.file("calls-backend")
        self.back_end.start()
        self.url = self.back_end.ready["url"]
        self.trust = ssl.create_default_context(cafile=self.back_end.ready["caFile"])
        self.wrk = peer("wrk")
        self.work = work
        self.round = 0
        owner = self.first_sign_in(LOGIN, self.back_end.password)
        self.fill(owner)
        made = self.call("POST", "/v1/users", owner, {"login": "exchange", "displayName": "Exchange", "department": "",
                                                       "roles": ["switch"]})
        self.password = None
        self.first_sign_in("exchange", made["oneTimePassword"])
        self.tokens = [self.sign_in("exchange", self.password) for _ in range(SESSIONS)]

    def call(self, method, path, token, body=None, kind="application/json", tag=None):
        host = re.match(r"https://([^/]+)", self.url).group(1)
        connection = http.client.HTTPSConnection(host, context=self.trust)
        headers = {"Content-Type": kind}
        if method == "POST":
            headers["Idempotency-Key"] = secrets.token_hex(16)
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if tag:
            headers["If-Match"] = tag
        data = None if body is None else body if isinstance(body, str) else json.dumps(body)
        connection.request(method, path, data, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        if answer.status >= 300:
            raise Failed(f"{method} {path} was answered with {answer.status}: {text[:400]}")
        return json.loads(text) if text.startswith(("{", "[")) else {}

    def sign_in(self, login, password):
        return self.call("POST", "/v1/session", None, {"customer": CUSTOMER, "login": login, "password": password})["token"]

    def first_sign_in(self, login, password):
        token = self.sign_in(login, password)
        self.password = "Bench-" + secrets.token_urlsafe(18)
        self.call("POST", "/v1/me/password", token, {"current": password, "next": self.password})
        return token

    def fill(self, owner):
        self.call("POST", "/v1/numbers", owner, {"numbers": [{"number": f"+{FIRST + i}"} for i in range(NUMBERS)]})
        source = random.Random(20261127)
        prefixes = {"371"}
        while len(prefixes) < RATES:
            prefixes.add(str(source.randrange(10, 99_999)))
        self.call("PUT", "/v1/rates", owner, "prefix,name,price_per_minute,currency\n" + "".join(
            f"+{prefix},Range,0.05,GBP\n" for prefix in sorted(prefixes)), "text/csv", "*")
        settings = self.call("GET", "/v1/spend", owner)
        settings["customer"] = {"daily": "100000000", "weekly": "100000000"}
        settings["numberDefault"] = {"daily": "1000000", "weekly": "1000000"}
        self.call("PUT", "/v1/spend", owner, settings, tag="*")

    def measure(self):
        self.round += 1
        script = write(self.work.file("calls.lua"), LUA % {
            "tokens": ", ".join(f'"{token}"' for token in self.tokens), "round": f"r{self.round}", "first": FIRST,
            "numbers": NUMBERS})
        pid = self.back_end.process.pid
        before = cpu_seconds(pid)
        done = subprocess.run([self.wrk, "-t", str(THREADS), "-c", str(CONNECTIONS), "-d", f"{SECONDS}s", "-s", script,
                               self.url], capture_output=True, text=True)
        used = cpu_seconds(pid) - before
        found = re.search(r"^RESULT (.*)$", done.stdout, re.MULTILINE)
        if done.returncode != 0 or not found:
            raise Failed(f"wrk ended with {done.returncode}: {(done.stderr or done.stdout)[-400:]}")
        result = json.loads(found.group(1))
        if result["errors"] or not result["requests"]:
            raise Failed(f"the back end refused or lost requests: {found.group(1)}")
        return {"a core": result["requests"] / used, "wall": result["requests"] / result["us"] * 1e6,
                "p50": result["p50"], "p99": result["p99"]}

    def stop(self):
        self.back_end.stop()


class FreeRadius:
    """A server with nothing but files and PAP; in the foreground, on loopback."""

    def __init__(self, work):
        self.folder = work.file("freeradius")
        os.makedirs(self.folder, mode=0o700)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        write(os.path.join(self.folder, "dictionary"), f"$INCLUDE {DICTIONARY}/dictionary\n")
        write(os.path.join(self.folder, "radiusd.conf"),
              RADIUS.format(folder=self.folder, secret=SECRET, port=self.port))
        write(os.path.join(self.folder, "users"), "".join(
            f'{FIRST + i} Cleartext-Password := "pass"\n\tSession-Timeout := 3600\n\n' for i in range(NUMBERS)))
        self.requests = write(os.path.join(self.folder, "requests"), "\n".join(
            f'User-Name = "{FIRST + i}"\nUser-Password = "pass"\nCalled-Station-Id = "+37120{i:06}"\n'
            for i in range(NUMBERS)))
        program = shutil.which("freeradius", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") or peer("freeradius")
        self.client = peer("radclient")
        self.work = work
        output = open(os.path.join(self.folder, "out"), "w", encoding="utf-8")
        self.process = work.start([program, "-f", "-d", self.folder], stdout=output, stderr=output)
        time.sleep(1)
        if self.process.poll() is not None:
            raise Failed(f"FreeRADIUS did not start; its log is in {self.folder}")

    def ask(self, repeats):
        """radclient sends 16 at once, so that none is lost and sent again."""
        done = subprocess.run([self.client, "-q", "-s", "-D", DICTIONARY, "-f", self.requests, "-c", str(repeats), "-p", "16",
                               "-n", "1000000", f"127.0.0.1:{self.port}", "auth", SECRET], capture_output=True, text=True)
        found = re.search(r"Accepted\s*:\s*(\d+)", done.stdout)
        if not found or int(found.group(1)) != NUMBERS * repeats:
            raise Failed(f"FreeRADIUS did not accept all: {(done.stdout + done.stderr)[-400:].strip()}")
        return NUMBERS * repeats

    def latencies(self, count=2000):
        """Milliseconds of requests that come one after another: radclient does not tell of each."""
        import hashlib
        times = []
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as wire:
            wire.settimeout(2)
            wire.connect(("127.0.0.1", self.port))
            for index in range(count):
                authenticator = secrets.token_bytes(16)
                digest = hashlib.md5(SECRET.encode() + authenticator).digest()
                hidden = bytes(a ^ b for a, b in zip(b"pass".ljust(16, b"\0"), digest))
                name = str(FIRST + index % NUMBERS).encode()
                attributes = bytes([1, len(name) + 2]) + name + bytes([2, 18]) + hidden
                packet = bytes([1, index % 256]) + (20 + len(attributes)).to_bytes(2, "big") + authenticator + attributes
                began = time.perf_counter()
                wire.send(packet)
                if wire.recv(4096)[0] != 2:
                    raise Failed("FreeRADIUS refused a request")
                times.append((time.perf_counter() - began) * 1000)
        times.sort()
        return times[count // 2], times[count * 99 // 100]

    def measure(self):
        before = cpu_seconds(self.process.pid)
        began = time.monotonic()
        count = self.ask(REPEATS)
        wall = time.monotonic() - began
        used = cpu_seconds(self.process.pid) - before
        p50, p99 = self.latencies()
        return {"a core": count / used, "wall": count / wall, "p50": p50, "p99": p99}

    def stop(self):
        self.work.stop(self.process)


def measure(work, rounds):
    ours = Ours(work)
    theirs = FreeRadius(work)
    mine, other = [], []
    try:
        for _ in range(max(rounds, 3)):
            other.append(theirs.measure())
            mine.append(ours.measure())
    finally:
        theirs.stop()
        ours.stop()
    median = lambda runs, what: statistics.median(run[what] for run in runs)
    for name, runs in (("ours", mine), ("FreeRADIUS", other)):
        say(f"{name}: {median(runs, 'a core'):,.0f} decisions for a second of CPU, {median(runs, 'wall'):,.0f} a second;"
            f" p50 {median(runs, 'p50'):.2f} ms, p99 {median(runs, 'p99'):.2f} ms")
    say(f"ours with {CONNECTIONS} connections at once; FreeRADIUS's latencies one request after another")
    a, b = median(mine, "a core"), median(other, "a core")
    ratio = a / b
    print(f"Decisions on calls, throughput a core: {a:,.0f}, FreeRADIUS files {b:,.0f}, ratio {ratio:.2f} "
          f"({'meets' if ratio >= 1 else 'MISSES'} the goal of at least 1.0)", flush=True)


if __name__ == "__main__":
    import sys

    from benchlib import Workspace

    workspace = Workspace()
    try:
        measure(workspace, int(sys.argv[1]) if len(sys.argv) > 1 else 3)
    except Failed as problem:
        sys.exit(f"bench: {problem}")
    finally:
        workspace.close()

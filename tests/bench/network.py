# SPDX-License-Identifier: GPL-3.0-or-later
"""Matching an address against an allowlist: 100,000 entries beside 10, and beside what others do for the same."""
import ipaddress
import json
import os
import pwd
import random
import shutil
import subprocess
import sys
import time

from benchlib import Failed, alternate, peer, program, report, say, timed

ENTRIES, FEW = 100_000, 10
PROBES, SLOW_PROBES = 50_000, 20  # a loop over all entries is too slow for more
SEED = 20261122


def random_network(random_source):
    if random_source.random() < 0.1:
        return f"2001:db8:{random_source.randrange(65536):x}:{random_source.randrange(65536):x}::/64"
    length = random_source.choice([24, 26, 28, 29, 30, 32, 32, 32])
    address = random_source.randrange(1 << 24, 224 << 24) >> (32 - length) << (32 - length)
    return f"{ipaddress.IPv4Address(address)}/{length}"


def probes_of(networks, count, random_source):
    """Every other one inside of the list."""
    probes = []
    for index in range(count):
        if index % 2:
            network = ipaddress.ip_network(random_source.choice(networks))
            probes.append(str(network[random_source.randrange(min(network.num_addresses, 1 << 20))]))
        else:
            probes.append(str(ipaddress.IPv4Address(random_source.randrange(1 << 24, 224 << 24))))
    return probes


def write_lines(path, lines):
    with open(path, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")
    return path


def ours(networks_file, probes_file):
    _, out = timed([program("bench_allowlist"), networks_file, probes_file, "7"])
    return json.loads(out)["match_ns"]


def python_loop(networks, probes):
    """Nanoseconds an address of `any(address in network for network in networks)`, the networks read before."""
    read = [ipaddress.ip_network(text) for text in networks]
    began = time.perf_counter()
    for text in probes:
        address = ipaddress.ip_address(text)
        any(address in network for network in read)
    return (time.perf_counter() - began) / len(probes) * 1e9


class Cluster:
    """A PostgreSQL of our own: a folder, a socket in it, no port; ended and removed with the benchmark."""

    def __init__(self, work):
        self.work = work
        self.folder = work.file("postgres")
        os.makedirs(self.folder, mode=0o700)
        self.user = None
        if os.geteuid() == 0:  # PostgreSQL does not run as root
            self.user = "postgres" if any(entry.pw_name == "postgres" for entry in pwd.getpwall()) else "nobody"
            shutil.chown(self.folder, self.user)
            for place in (work.path, os.path.dirname(work.path)):
                os.chmod(place, os.stat(place).st_mode | 0o011)  # to reach it, not to read it
        self.data = os.path.join(self.folder, "data")
        self.options = {"user": self.user, "extra_groups": []} if self.user else {}
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "HOME": self.folder, "PGHOST": self.folder,
                            "PGUSER": "bench", "PGDATABASE": "postgres"}
        self.run(self.tool("initdb"), "-D", self.data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--no-sync")
        log = open(work.file("postgres.log"), "w", encoding="utf-8")
        self.server = work.start([self.tool("postgres"), "-D", self.data, "-k", self.folder, "-h", "",
                                  "-c", "max_parallel_workers_per_gather=0"], stdout=log, stderr=log, cwd=self.folder,
                                 env=self.environment, **self.options)
        for _ in range(200):
            if os.path.exists(os.path.join(self.folder, ".s.PGSQL.5432")) and self.try_sql("SELECT 1"):
                return
            if self.server.poll() is not None:
                break
            time.sleep(0.1)
        raise Failed(f"PostgreSQL did not start; its log is {log.name}")

    @staticmethod
    def tool(name):
        found = shutil.which(name)
        if found:
            return found
        versions = sorted(os.listdir("/usr/lib/postgresql")) if os.path.isdir("/usr/lib/postgresql") else []
        for version in reversed(versions):
            path = f"/usr/lib/postgresql/{version}/bin/{name}"
            if os.access(path, os.X_OK):
                return path
        return peer(name)

    def run(self, *command):
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.folder, env=self.environment,
                              **self.options)
        if done.returncode != 0:
            raise Failed(f"{os.path.basename(command[0])} ended with {done.returncode}: {done.stderr[-800:]}")
        return done.stdout

    def try_sql(self, text):
        return subprocess.run([self.tool("psql"), "-Atqc", text], capture_output=True, cwd=self.folder,
                              env=self.environment, **self.options).returncode == 0

    def sql(self, text):
        done = subprocess.run([self.tool("psql"), "-AtqX", "-v", "ON_ERROR_STOP=1"], input=text, capture_output=True,
                              text=True, cwd=self.folder, env=self.environment, **self.options)
        if done.returncode != 0:
            raise Failed(f"psql: {done.stderr[-800:]}")
        return done.stdout

    def load(self, networks, probes):
        self.sql("CREATE TABLE network(net inet); CREATE TABLE probe(address inet);\nCOPY network FROM STDIN;\n" +
                 "\n".join(networks) + "\n\\.\nCOPY probe FROM STDIN;\n" + "\n".join(probes) + "\n\\.\n" +
                 "CREATE INDEX ON network USING gist (net inet_ops); VACUUM ANALYZE;")

    def match(self):
        """Nanoseconds an address of `address <<= net`, over the index made for it."""
        out = self.sql("\\timing on\nSELECT count(*) FROM probe p WHERE EXISTS"
                       " (SELECT 1 FROM network n WHERE p.address <<= n.net);")
        milliseconds = float(out.split("Time: ")[1].split(" ms")[0])
        return milliseconds * 1e6 / PROBES

    def stop(self):
        self.work.stop(self.server)


def measure(work, rounds):
    source = random.Random(SEED)
    networks = set()
    while len(networks) < ENTRIES:
        networks.add(random_network(source))
    networks = sorted(networks)
    source.shuffle(networks)
    few = networks[:FEW]
    probes = probes_of(networks, PROBES, source)
    many_file = write_lines(work.file("networks"), networks)
    few_file = write_lines(work.file("few"), few)
    probes_file = write_lines(work.file("probes"), probes)
    few_probes = write_lines(work.file("few-probes"), probes_of(few, PROBES, source))

    mine, theirs = alternate(max(rounds, 5), lambda: ours(many_file, probes_file), lambda: ours(few_file, few_probes))
    report(f"Match against {ENTRIES:,} networks", mine, theirs, "ns", f"{FEW} networks", 1.5)
    mine, theirs = alternate(rounds, lambda: ours(many_file, probes_file),
                             lambda: python_loop(networks, probes[:SLOW_PROBES]))
    report(f"Match against {ENTRIES:,} networks", mine, theirs, "ns", "Python's ipaddress loop", 0.01)
    cluster = Cluster(work)
    try:
        cluster.load(networks, probes)
        mine, theirs = alternate(rounds, lambda: ours(many_file, probes_file), cluster.match)
        report(f"Match against {ENTRIES:,} networks", mine, theirs, "ns", "PostgreSQL inet with GiST", 0.5)
    finally:
        cluster.stop()


if __name__ == "__main__":
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from benchlib import Workspace

    workspace = Workspace()
    try:
        say("matching addresses against allowlists")
        measure(workspace, 3)
    finally:
        workspace.close()

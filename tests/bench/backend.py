# SPDX-License-Identifier: GPL-3.0-or-later
"""A real back end with a generated log, and a console profile that syncs from it."""
import json
import os
import secrets
import subprocess
import time

from benchlib import Failed, program, say, secret_fds, timed

CUSTOMER, LOGIN, PROFILE = "main", "owner", "bench"


class BackEnd:
    def __init__(self, work):
        self.work = work
        self.data = work.file("backend")
        self.process = None
        self.ready = None
        self.password = None
        self.password_changed = False
        self.cache_secret = "bench " + secrets.token_hex(12)
        self.home = work.file("home")
        os.makedirs(self.home, mode=0o700, exist_ok=True)
        self.environment = dict(os.environ, LINEWARDEN_HOME=self.home, HOME=self.home)

    def start(self):
        ready_file = self.work.file("ready.json")
        if os.path.exists(ready_file):
            os.unlink(ready_file)
        output = open(self.work.file("serve.out"), "w+", encoding="utf-8")
        self.process = self.work.start([program("linewardend"), "serve", "--data", self.data, "--listen", "127.0.0.1:0",
                                        "--log-level", "warning", "--ready-file", ready_file],
                                       stdout=output, stderr=subprocess.DEVNULL)
        for _ in range(600):
            if os.path.exists(ready_file):
                break
            if self.process.poll() is not None:
                raise Failed("the back end ended before it was ready")
            time.sleep(0.05)
        with open(ready_file, encoding="utf-8") as file:
            self.ready = json.load(file)
        output.flush()
        output.seek(0)
        lines = [line.strip() for line in output]
        for number, line in enumerate(lines):
            if line.startswith("One-time password"):
                self.password = lines[number + 1]

    def stop(self):
        self.work.stop(self.process)

    def ingest(self, csv):
        seconds, summary = timed([program("linewardend"), "ingest", "--data", self.data, "--customer", CUSTOMER,
                                  "--format", "csv", csv])
        say(f"ingested in {seconds:.1f} s: {summary.strip().splitlines()[0]}")

    def ctl(self, *arguments, descriptors=()):
        return timed([program("linewardenctl"), *arguments], env=self.environment, pass_fds=descriptors)

    def connect(self):
        """Signs in and makes the cache; the first time that also changes the one-time password."""
        old, cache = secret_fds(self.password, self.cache_secret)
        descriptors = [old, cache]
        command = ["connect", self.ready["url"], "--name", PROFILE, "--customer", CUSTOMER, "--login", LOGIN,
                   "--ca", self.ready["caFile"], "--password-fd", str(old), "--passphrase-fd", str(cache)]
        changed = None
        if not self.password_changed:
            changed = "Bench-" + secrets.token_urlsafe(18)
            descriptors += secret_fds(changed)
            command += ["--new-password-fd", str(descriptors[-1])]
        self.ctl(*command, descriptors=descriptors)
        if changed:
            self.password, self.password_changed = changed, True

    def sync(self):
        """Seconds that one sync took, signing in and unlocking included."""
        password, cache = secret_fds(self.password, self.cache_secret)
        seconds, _ = self.ctl("sync", "--profile", PROFILE, "--password-fd", str(password), "--passphrase-fd", str(cache),
                              descriptors=(password, cache))
        return seconds

    def report(self, path):
        (cache,) = secret_fds(self.cache_secret)
        seconds, _ = self.ctl("report", "login-activity", "--format", "csv", "--output", path, "--profile", PROFILE,
                              "--passphrase-fd", str(cache), descriptors=(cache,))
        return seconds

# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks share: folders, timing by medians, and how a ratio against a peer is printed."""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
BIN = os.path.join(ROOT, "build", "release", "bin")


class Failed(Exception):
    """A benchmark that cannot be run; the text says why and what to do."""


class Workspace:
    """A private folder on the disk that the project is on; gone when the benchmarks end."""

    def __init__(self):
        parent = os.path.join(ROOT, "build", "bench")
        os.makedirs(parent, exist_ok=True)
        self.path = tempfile.mkdtemp(prefix="run-", dir=parent)
        self.started = []

    def file(self, *names):
        return os.path.join(self.path, *names)

    def start(self, command, **options):
        process = subprocess.Popen(command, **options)
        self.started.append(process)
        return process

    def stop(self, process):
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def close(self):
        for process in self.started:
            self.stop(process)
        shutil.rmtree(self.path, ignore_errors=True)


def program(name):
    path = os.path.join(BIN, name)
    if not os.access(path, os.X_OK):
        raise Failed(f"{name} is not built; run './dev build release'")
    return path


def peer(name):
    path = shutil.which(name)
    if not path:
        raise Failed(f"the peer {name} is not installed; './dev bench' installs it on Debian and Ubuntu")
    return path


def say(text):
    print(f"  {text}", flush=True)


def timed(command, **options):
    """Seconds of wall-clock time that a command took; a failure shows what it said."""
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, **options)
    seconds = time.monotonic() - began
    if done.returncode != 0:
        raise Failed(f"{os.path.basename(command[0])} ended with {done.returncode}: {(done.stderr or done.stdout)[-800:]}")
    return seconds, done.stdout


def secret_fds(*secrets):
    """File descriptors from which each of the secrets can be read once."""
    descriptors = []
    for secret in secrets:
        reader, writer = os.pipe()
        os.write(writer, secret.encode() + b"\n")
        os.close(writer)
        os.set_inheritable(reader, True)
        descriptors.append(reader)
    return descriptors


def alternate(rounds, ours, theirs):
    """Runs both in turn, so that noise of the machine meets both alike; gives the two medians."""
    mine, other = [], []
    for _ in range(rounds):
        other.append(theirs())
        mine.append(ours())
    return statistics.median(mine), statistics.median(other)


def report(what, ours, theirs, unit, peer_name, goal):
    ratio = ours / theirs if theirs else float("inf")
    verdict = "meets" if ratio <= goal else "MISSES"
    print(f"{what}: {ours:.2f} {unit}, {peer_name} {theirs:.2f} {unit}, ratio {ratio:.2f} ({verdict} the goal of {goal})",
          flush=True)
    return ratio


def warn(text):
    print(text, file=sys.stderr, flush=True)

# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start of a program to its first page at rest on the screen, and the memory it then holds."""
import os
import statistics
import subprocess
import time

from backend import PROFILE
from benchlib import peer, program, secret_fds
from screenwatch import Screen, resident_mib


def drop_file_cache():
    """Makes the next start a cold one where the machine allows it."""
    os.sync()
    try:
        with open("/proc/sys/vm/drop_caches", "w", encoding="ascii") as control:
            control.write("3")
        return True
    except OSError:
        return False


def one_start(work, screen, command, environment, descriptors=()):
    cold = drop_file_cache()
    began = time.monotonic()
    process = work.start(command, env=environment, pass_fds=descriptors, stdout=subprocess.DEVNULL,
                         stderr=subprocess.DEVNULL)
    try:
        return screen.settled(process, began), resident_mib(process.pid), cold
    finally:
        work.stop(process)
        time.sleep(0.3)


def measure(work, back_end, plain, rounds):
    """((seconds, MiB) of the console, (seconds, MiB) of the peer, whether the starts were cold)"""
    screen = Screen(work)
    ours = dict(back_end.environment, DISPLAY=screen.display, QT_QPA_PLATFORM="xcb")
    theirs = dict(ours, HOME=work.file("peerhome"))
    settings = work.file("peerhome", ".config", "sqlitebrowser")
    os.makedirs(settings, exist_ok=True)
    with open(os.path.join(settings, "sqlitebrowser.conf"), "w", encoding="utf-8") as file:
        file.write("[checkversion]\nenabled=false\n")  # it would ask about updates instead of showing the table
    mine, other, cold = [], [], False
    for _ in range(rounds):
        seconds, mib, cold = one_start(work, screen, [peer("sqlitebrowser"), "-R", "-t", "event", plain], theirs)
        other.append((seconds, mib))
        (cache,) = secret_fds(back_end.cache_secret)
        command = [program("linewarden"), "--profile", PROFILE, "--passphrase-fd", str(cache)]
        seconds, mib, cold = one_start(work, screen, command, ours, (cache,))
        mine.append((seconds, mib))
    median = lambda runs: tuple(statistics.median(run[part] for run in runs) for part in (0, 1))
    return median(mine), median(other), cold

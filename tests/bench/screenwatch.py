# SPDX-License-Identifier: GPL-3.0-or-later
"""Watches a virtual screen from outside, the same way for every program: when was its window last repainted in a way
that a person would notice, before it stood still?"""
import mmap
import os
import struct
import subprocess
import time
import zlib

WIDTH, HEIGHT, DEPTH = 1280, 800, 24
STILL = 1.5        # seconds without a change: the page is there
NOTICEABLE = 0.04  # share of the screen's lines that must differ; a blinking cursor is less


class Screen:
    def __init__(self, work):
        folder = work.file("screen")
        os.makedirs(folder, exist_ok=True)
        reader, writer = os.pipe()
        self.server = work.start(["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{WIDTH}x{HEIGHT}x{DEPTH}",
                                  "-fbdir", folder, "-nolisten", "tcp", "-noreset"],
                                 pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as number:
            self.display = ":" + number.readline().strip()
        with open(os.path.join(folder, "Xvfb_screen0"), "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self.memory[:100])
        self.start = header[0] + header[19] * 12
        self.stride = header[12]

    def lines(self):
        picture = self.memory[self.start:self.start + self.stride * HEIGHT]
        return [zlib.crc32(picture[at:at + self.stride]) for at in range(0, len(picture), self.stride)]

    def settled(self, process, began, limit=60):
        """Seconds from `began` to the last noticeable change of the picture."""
        blank = self.lines()
        seen, changed = blank, None
        while time.monotonic() - began < limit:
            now = time.monotonic()
            lines = self.lines()
            if sum(a != b for a, b in zip(lines, seen)) > NOTICEABLE * HEIGHT:
                seen, changed = lines, now
            if changed and now - changed > STILL:
                return changed - began
            if process.poll() is not None:
                raise RuntimeError(f"{process.args[0]} ended with {process.returncode} before it painted")
            time.sleep(0.004)
        raise RuntimeError(f"{process.args[0]} did not come to rest within {limit} s")


def resident_mib(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        for line in status:
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")

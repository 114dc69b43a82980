# SPDX-License-Identifier: GPL-3.0-or-later
"""Classifying numbers: beside the Python port of libphonenumber, and a table of 50,000 prefixes beside one of 50."""
import json
import random
import sys
import time

from benchlib import Failed, alternate, program, report, say, timed

NUMBERS, SLOW_NUMBERS = 200_000, 5_000
SEED = 20261126
SHAPES = ["+44{}", "0{}", "0044{}", "+44 (0){}", "44{}"]


def numbers_of(count, source):
    """UK numbers of all sorts in mixed notations, and a tenth from abroad."""
    made = []
    for _ in range(count):
        if source.random() < 0.1:
            made.append(f"+{source.choice(['1', '33', '49', '353', '371', '91'])}{source.randrange(10**8, 10**9)}")
            continue
        start = source.choice(["20", "1", "7", "80", "84", "87", "90", "33"])
        national = (start + str(source.randrange(10**9)).zfill(9))[:10]
        text = source.choice(SHAPES).format(national[:3] + " " + national[3:6] + " " + national[6:]
                                            if source.random() < 0.3 else national)
        made.append(text)
    return made


def table_of(rows, source):
    """Prefixes of E.164 numbers, as many as wanted, each once."""
    prefixes = {"44"}
    while len(prefixes) < rows:
        prefixes.add(str(source.randrange(1, 10**source.randrange(1, 8))))
    lines = [f"+{prefix},7 8 9 10 11 12 13 14 15,international,Range" for prefix in sorted(prefixes)]
    return "# country: 44\nprefix,lengths,class,name\n" + "\n".join(lines) + "\n"


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def ours(numbers, table="-"):
    _, out = timed([program("bench_numbers"), numbers, table, "7"])
    return json.loads(out)["classify_ns"]


def port(numbers):
    sys.path.append("/usr/lib/python3/dist-packages")  # a Python of one's own does not look there
    try:
        import phonenumbers
    except ImportError as problem:
        raise Failed("python3-phonenumbers is not installed; ./dev bench installs it") from problem
    began = time.perf_counter()
    for text in numbers:
        try:
            phonenumbers.number_type(phonenumbers.parse(text, "GB"))
        except phonenumbers.NumberParseException:
            pass
    return (time.perf_counter() - began) / len(numbers) * 1e9


def measure(work, rounds):
    source = random.Random(SEED)
    made = numbers_of(NUMBERS, source)
    file = write(work.file("numbers.txt"), "\n".join(made) + "\n")
    mine, theirs = alternate(rounds, lambda: ours(file), lambda: port(made[:SLOW_NUMBERS]))
    report("Classifying a number", mine, theirs, "ns", "phonenumbers (Python)", 1.0)
    say(f"that is {1e9 / mine:,.0f} numbers a second on one core (goal: 1,000,000)")
    many = write(work.file("many.csv"), table_of(50_000, source))
    few = write(work.file("few.csv"), table_of(50, source))
    mine, theirs = alternate(rounds, lambda: ours(file, many), lambda: ours(file, few))
    report("A table of 50,000 prefixes", mine, theirs, "ns", "ourselves with 50", 1.5)

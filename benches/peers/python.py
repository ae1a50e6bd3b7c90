"""proselint in one process, on the texts in a folder. Usage: python python.py TEXTS

Never: looks at a text twice.
"""

import sys
from importlib.metadata import version
from pathlib import Path
from time import perf_counter_ns

from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

ROUNDS = 3


def best_median(texts):
    """Every text once: the median of the best round in nanoseconds, and all notes."""
    per_round = len(texts) // ROUNDS
    best, n_notes = None, 0
    for start in range(0, len(texts), per_round):
        times = []
        for text in texts[start : start + per_round]:
            before = perf_counter_ns()
            n_notes += len(LintFile(source="post", content=text).lint())
            times.append(perf_counter_ns() - before)
        times.sort()
        median = times[len(times) // 2]
        best = median if best is None else min(best, median)
    return best, n_notes


CheckRegistry().register_many(__register__)
for folder in sorted(Path(sys.argv[1]).iterdir()):
    texts = [file.read_text(encoding="utf-8") for file in sorted(folder.iterdir())]
    time, n_notes = best_median(texts)
    notes = f"{n_notes / len(texts):.2f}"
    print("proselint", version("proselint"), folder.name, time, notes, sep="\t", flush=True)

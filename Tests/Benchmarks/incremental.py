#!/usr/bin/env python3
"""Measures what a run costs when little or nothing has changed, against the run from scratch.

    incremental.py SAYSO [ARTICLES…]        1000 and 100000 unless said; what `make bench-runs` runs

Writes that many articles, a file each, runs the recipe from nothing, then again with nothing changed (five times; the
median counts), then with 50 new, 50 edited and 50 deleted articles. Costs are user seconds of the process, so that the
load of the machine matters little; the wall clock and the peak of memory stand beside them. At the end the output is
compared, byte for byte, with that of a run from nothing. Ends with 1 when a bound is broken or a byte differs.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2] / "Pipelines" / "korea-summit"
CHANGED = 50


def bodies() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("*.txt")) if "1252" not in path.name]


class Corpus:
    def __init__(self, root: Path, articles: int):
        self.root = root
        self.bodies = bodies()
        root.mkdir(parents=True, exist_ok=True)
        # Two generations of 100,000 articles are 15 GB.
        (root / "news.yaml").write_text(
            "version: 1\nname: news\ninputs: ['in/**/*.txt']\noutput: Output\nkeep_generations: 1\n")
        for index in range(articles):
            self.write(index)

    def path(self, index: int) -> Path:
        return self.root / "in" / f"{index // 1000:04}" / f"{index:07}.txt"

    def write(self, index: int, edition: int = 0) -> None:
        path = self.path(index)
        path.parent.mkdir(parents=True, exist_ok=True)
        body = self.bodies[index % len(self.bodies)]
        # Distinct to a reader and to a hash, of the same length and make.
        path.write_text(f"Report {index} in edition {edition}\n\n{body}", encoding="utf-8")


def run(sayso: str, root: Path, *arguments: str) -> tuple[float, float, int]:
    """User seconds, wall seconds, peak bytes."""
    start = time.monotonic()
    child = subprocess.Popen([sayso, "run", str(root / "news.yaml"), "--workers", "1", *arguments])
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"incremental.py: sayso ended with {status}")
    child.returncode = 0
    return usage.ru_utime, time.monotonic() - start, usage.ru_maxrss * 1024


def same(left: Path, right: Path) -> bool:
    names = sorted(path.name for path in left.iterdir())
    if names != sorted(path.name for path in right.iterdir()):
        return False
    return all(
        subprocess.run(["cmp", "-s", left / name, right / name]).returncode == 0 for name in names if name != "run.json"
    )


def report(what: str, cost: tuple[float, float, int], scratch: float) -> None:
    user, wall, peak = cost
    print(
        f"  {what:22} {user:9.2f} s user {wall:9.2f} s wall {peak / 1e6:7.0f} MB {100 * user / scratch:7.2f} %",
        flush=True)


def measure(sayso: str, articles: int) -> bool:
    with tempfile.TemporaryDirectory(prefix="sayso-runs-") as name:
        root = Path(name)
        corpus = Corpus(root, articles)
        print(f"{articles} articles, 1 worker; percent of the user seconds from scratch", flush=True)
        first = run(sayso, root)
        scratch = first[0]
        report("from scratch", first, scratch)
        again = [run(sayso, root) for _ in range(5)]
        unchanged = sorted(again)[len(again) // 2]
        report("nothing changed", unchanged, scratch)
        for index in range(CHANGED):
            corpus.write(articles + index)
        report(f"{CHANGED} new", run(sayso, root), scratch)
        step = max(1, articles // CHANGED)
        for index in range(0, step * CHANGED, step):
            corpus.write(index, edition=1)
        report(f"{CHANGED} edited", run(sayso, root), scratch)
        for index in range(1, step * CHANGED, step):
            corpus.path(index).unlink()
        report(f"{CHANGED} deleted", run(sayso, root), scratch)
        alone = root / "alone"
        Corpus(alone, CHANGED)
        report(f"{CHANGED} alone, from scratch", run(sayso, alone), scratch)
        shutil.rmtree(alone)
        published = Path(os.path.realpath(root / "Output" / "news"))
        run(sayso, root, "--output", str(root / "Fresh"))
        equal = same(published, root / "Fresh" / "news")
        print("  every byte as from scratch" if equal else "  DIFFERS FROM A RUN FROM SCRATCH")
        bound = 0.01 if articles >= 100_000 else 0.05
        cheap = unchanged[0] <= bound * scratch
        print(f"  nothing changed costs {'at most' if cheap else 'MORE THAN'} {bound:.0%} of a run from scratch")
        return equal and cheap


if __name__ == "__main__":
    program = os.path.abspath(sys.argv[1])
    counts = [int(count) for count in sys.argv[2:]] or [1_000, 100_000]
    sys.exit(0 if all([measure(program, count) for count in counts]) else 1)

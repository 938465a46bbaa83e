#!/usr/bin/env python3
"""Runs `sayso run` for a long time while its inputs change and its processes are killed; checks every output.

    soak.py SAYSO [SECONDS [SEED]]          what `make soak` runs: an hour unless SECONDS says otherwise

A recipe reads a folder of text files and JSON Lines. In each round some articles are added, edited, moved, copied,
touched or deleted, or options of the recipe change. Then runs are started, and most are killed at a random moment, by
SIGKILL, SIGTERM or SIGINT; meanwhile a reader opens the published folder again and again and checks it against its
descriptor. In the end of a round one run is left alone: it must succeed, and its files must be those of a run from
nothing, byte for byte. Prints a line when it is done; ends with 1 at the first difference, and leaves the folder.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

NAMES = ["Jane Smith", "Paul Weber", "Émile Durand", "Ana Ruiz", "Tom Baker", "Li Wei", "Omar Haddad"]
PLACES = ["the bridge", "the school", "the harbour", "the old mill", "the station", "the reservoir"]


def article(number: int) -> str:
    name, place = NAMES[number % len(NAMES)], PLACES[number // 3 % len(PLACES)]
    surname = name.split()[-1]
    return (
        f"Report {number} on {place}\n\n"
        f"{name}, a spokesman for the council, said that {place} was safe. “We checked it {number + 2} times — and it’s "
        f"fine,” {surname} said on Monday.\n\n"
        f"According to police, at least {number * 7 + 3} people were there and between {number} and {number + 5} cars "
        f"were parked. The repairs cost ${number + 1}.5 million, {surname} told reporters.\n"
    )


class Soak:
    def __init__(self, sayso: str, seconds: float, seed: int):
        self.sayso = sayso
        self.end = time.monotonic() + seconds
        self.random = random.Random(seed)
        self.root = Path(tempfile.mkdtemp(prefix="sayso-soak-"))
        self.inputs = self.root / "in"
        self.inputs.mkdir()
        self.options = {"bom": "true", "minimum_confidence": "0.25", "keep_generations": "3", "duplicates": "keep"}
        self.number = 0
        self.counts = dict.fromkeys(("rounds", "changes", "runs", "killed", "readings"), 0)
        self.fault = ""
        self.write_recipe()
        for _ in range(80):
            self.add()

    # Changes

    def write_recipe(self) -> None:
        (self.root / "news.yaml").write_text(
            "version: 1\nname: news\ninputs: [in]\noutput: Output\nlimits: {rejects_percent: 100}\n"
            f"csv: {{bom: {self.options['bom']}}}\nminimum_confidence: {self.options['minimum_confidence']}\n"
            f"keep_generations: {self.options['keep_generations']}\nduplicates: {self.options['duplicates']}\n")

    def next(self) -> int:
        self.number += 1
        return self.number

    def files(self) -> list[Path]:
        return sorted(self.inputs.iterdir())

    def add(self) -> None:
        (self.inputs / f"{self.random.randrange(10**6)}.txt").write_text(article(self.next()))

    def add_lines(self) -> None:
        path = self.inputs / f"{self.random.randrange(4)}.jsonl"
        lines = path.read_text().splitlines() if path.exists() else []
        lines += [json.dumps({"id": f"a{self.next()}", "text": article(self.number)}) for _ in range(5)]
        if self.random.random() < 0.4:
            del lines[self.random.randrange(len(lines))]
        if self.random.random() < 0.1:
            lines.insert(self.random.randrange(len(lines)), "{ broken")
        path.write_text("\n".join(lines) + "\n")

    def broken(self) -> None:
        (self.inputs / f"broken-{self.random.randrange(5)}.txt").write_bytes(self.random.choice([b"", b"\0\1\2", b" \n"]))

    def change(self) -> None:
        self.counts["changes"] += 1
        kind = self.random.randrange(12)
        path = self.random.choice(self.files())
        elsewhere = self.inputs / f"{self.random.randrange(10**6)}{path.suffix}"
        if kind in (0, 1, 2):
            self.add()
        elif kind in (3, 4):
            self.add_lines()
        elif kind == 5 and path.suffix == ".txt":
            path.write_text(article(self.next()))
        elif kind == 6 and len(self.files()) > 40:
            path.unlink()
        elif kind == 7:
            path.rename(elsewhere)
        elif kind == 8:
            shutil.copy(path, elsewhere)
        elif kind == 9:
            path.touch()
        elif kind == 10:
            self.broken()
        elif kind == 11:
            option = self.random.choice(list(self.options))
            values = {
                "bom": ["true", "false"], "minimum_confidence": ["0.25", "0.5"], "keep_generations": ["1", "3"],
                "duplicates": ["keep", "skip"]}
            self.options[option] = self.random.choice(values[option])
            self.write_recipe()

    # Runs

    def start(self, *arguments: str) -> subprocess.Popen:
        self.counts["runs"] += 1
        return subprocess.Popen(
            [self.sayso, "run", str(self.root / "news.yaml"), *arguments],
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def killed_run(self) -> None:
        child = self.start()
        time.sleep(self.random.random() ** 2 * 1.5)
        child.send_signal(self.random.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
        _, errors = child.communicate()
        if child.returncode < 0:
            self.counts["killed"] += 1
        elif child.returncode != 0:
            self.fail(f"a run ended with {child.returncode}: {errors.decode()}")

    def whole_run(self, *arguments: str) -> None:
        child = self.start(*arguments)
        _, errors = child.communicate()
        if child.returncode != 0 or errors:
            self.fail(f"a run ended with {child.returncode}: {errors.decode()}")

    # Checks

    def fail(self, what: str) -> None:
        self.fault = self.fault or what

    def read(self) -> None:
        """One reading of all files of what is published, from one opening of the folder."""
        try:
            folder = os.open(self.root / "Output" / "news", os.O_RDONLY | os.O_DIRECTORY)
        except FileNotFoundError:
            return
        try:
            def content(name: str) -> bytes:
                with os.fdopen(os.open(name, os.O_RDONLY, dir_fd=folder), "rb") as file:
                    return file.read()

            for resource in json.loads(content("datapackage.json"))["resources"]:
                if "sha256:" + hashlib.sha256(content(resource["path"])).hexdigest() != resource["hash"]:
                    self.fail(f"a reader found another {resource['path']} than the descriptor says")
            json.loads(content("run.json"))
            self.counts["readings"] += 1
        except (OSError, ValueError, KeyError) as error:
            self.fail(f"a reader found no whole generation: {error!r}")
        finally:
            os.close(folder)

    def reader(self) -> None:
        while time.monotonic() < self.end and not self.fault:
            self.read()
            time.sleep(0.05)

    def compare(self) -> None:
        fresh = self.root / "Fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        self.whole_run("--output", str(fresh))
        for path in sorted((fresh / "news").iterdir()):
            if path.name == "run.json":
                continue
            if path.read_bytes() != (self.root / "Output" / "news" / path.name).read_bytes():
                self.fail(f"{path.name} is not that of a run from nothing")
        names = {path.name for path in (fresh / "news").iterdir()}
        if names != {path.name for path in (self.root / "Output" / "news").iterdir()}:
            self.fail("there are other files than those of a run from nothing")
        left = [path.name for path in (self.root / "Output" / ".news").iterdir() if path.name.endswith(".tmp")]
        if left:
            self.fail(f"a run left {left}")

    def run(self) -> int:
        watcher = threading.Thread(target=self.reader)
        watcher.start()
        while time.monotonic() < self.end and not self.fault:
            for _ in range(self.random.randrange(6)):
                self.change()
            for _ in range(self.random.randrange(4)):
                self.killed_run()
                if self.random.random() < 0.3:
                    self.change()
            self.whole_run()
            self.compare()
            self.counts["rounds"] += 1
        watcher.join()
        said = ", ".join(f"{count} {what}" for what, count in self.counts.items())
        if self.fault:
            print(f"soak: FAILED: {self.fault}\nsoak: {said}; the folder is {self.root}", file=sys.stderr)
            return 1
        print(f"soak: every output as from nothing: {said}")
        shutil.rmtree(self.root)
        return 0


if __name__ == "__main__":
    duration = float(sys.argv[2]) if len(sys.argv) > 2 else 3600
    sys.exit(Soak(os.path.abspath(sys.argv[1]), duration, int(sys.argv[3]) if len(sys.argv) > 3 else 1).run())

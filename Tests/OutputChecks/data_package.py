"""Puts datapackage.json before frictionless: it must pass, and must fail once a byte of a CSV is changed."""

import importlib.util
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from outcome import Outcome
from tables import Output

PASSES = "frictionless finds the data package valid"
FAILS = "frictionless notices one changed byte"


def check(output: Output, outcome: Outcome) -> None:
    command = frictionless()
    if command is None:
        for name in (PASSES, FAILS):
            outcome.skip(f"{output.name}: {name}", "there is no frictionless (pip install frictionless)")
        return
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "copy"
        shutil.copytree(output.path, copy)
        status, words = validate(command, copy)
        outcome.report(f"{output.name}: {PASSES}", [] if status == 0 else words)
        for table in output.tables:
            changed = copy / table.csv_path.name
            original = changed.read_bytes()
            changed.write_bytes(with_one_byte_changed(original))
            status, _ = validate(command, copy)
            changed.write_bytes(original)
            outcome.report(
                f"{output.name}: {FAILS} of {changed.name}",
                ["it found the package valid all the same"] if status == 0 else [],
            )


def frictionless() -> list[str] | None:
    if importlib.util.find_spec("frictionless"):
        return [sys.executable, "-m", "frictionless"]
    on_path = shutil.which("frictionless")
    return [on_path] if on_path else None


def validate(command: list[str], folder: Path) -> tuple[int, list[str]]:
    """The exit status, and what was said."""
    run = subprocess.run(
        [*command, "validate", "datapackage.json"], cwd=folder, capture_output=True, text=True, check=False
    )
    return run.returncode, (run.stdout + run.stderr).strip().splitlines() or [f"exit status {run.returncode}"]


def with_one_byte_changed(content: bytes) -> bytes:
    """The last letter becomes another, so that the file stays a table of the same shape and only its hash tells."""
    for index in range(len(content) - 1, -1, -1):
        if chr(content[index]).isascii() and chr(content[index]).isalpha():
            other = b"b" if content[index : index + 1] == b"a" else b"a"
            return content[:index] + other + content[index + 1 :]
    raise ValueError("a CSV without a letter has no header")

"""Opens each CSV in LibreOffice Calc as a double-click would, and compares the cells that it shows.

The import has "Quoted field as text" off and "Detect special numbers" on: the way that turns most cells into
something else, and so the nearest that LibreOffice has to Excel. Each locale has its own idea of a date and of a
thousands separator.
"""

import csv
import re
import shutil
import subprocess
import tempfile
from decimal import Decimal, InvalidOperation
from pathlib import Path

from outcome import Outcome
from tables import Output, Table

LOCALES = {"en-US": 1033, "en-GB": 2057, "de-DE": 1031}
# Comma, double quote, UTF-8, from line 1; then a language, quoted as text: no, detect special numbers: yes.
IMPORT = "CSV:44,34,76,1,,{language},false,true"
# Comma, double quote, UTF-8; quote all text: no, as shown: yes, formulas: no, first sheet.
EXPORT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0"
TRUTH = {"TRUE": {"TRUE", "WAHR"}, "FALSE": {"FALSE", "FALSCH"}}


def check(output: Output, outcome: Outcome) -> None:
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    for locale, language in LOCALES.items():
        name = f"{output.name}: LibreOffice ({locale}) shows the same cells"
        if soffice is None:
            outcome.skip(name, "there is no soffice (Debian: libreoffice-calc-nogui)")
        else:
            outcome.report(name, problems_in(output, soffice, language))


def problems_in(output: Output, soffice: str, language: int) -> list[str]:
    with tempfile.TemporaryDirectory() as scratch:
        shown = Path(scratch) / "shown"
        command = [
            soffice,
            f"-env:UserInstallation=file://{scratch}/profile",
            "--headless",
            "--convert-to",
            EXPORT,
            "--infilter=" + IMPORT.format(language=language),
            "--outdir",
            str(shown),
            *(str(table.csv_path) for table in output.tables),
        ]
        try:
            run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        except subprocess.TimeoutExpired:
            return ["soffice did not end within 300 s"]
        problems = []
        for table in output.tables:
            path = shown / table.csv_path.name
            if not path.exists():
                problems.append(f"{table.name}: soffice wrote nothing (status {run.returncode}): {run.stderr[-300:]}")
            else:
                problems += changed_cells(table, path)
        return problems


def changed_cells(table: Table, path: Path) -> list[str]:
    """What LibreOffice shows otherwise than the CSV has it."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    expected = [table.header, *table.cells]
    if len(rows) != len(expected):
        return [f"{table.name}: {len(rows)} rows instead of {len(expected)}"]
    problems = []
    for number, (cells, shown) in enumerate(zip(expected, rows)):
        shown += [""] * (len(cells) - len(shown))  # LibreOffice leaves out empty cells at the end of every row
        for column, cell, seen in zip(table.header, cells, shown, strict=True):
            kind = "string" if number == 0 else table.types[column]
            if not shows(seen, cell, kind):
                problems.append(f"{table.name} row {number}, {column}: {cell[:60]!r} is shown as {seen[:60]!r}")
    return problems


def shows(seen: str, cell: str, kind: str) -> bool:
    """Whether the cell that is seen is the one that was written; a number may be rounded at the 12th digit."""
    if seen == cell:
        return True
    if kind == "boolean":
        return seen in TRUTH.get(cell, ())
    if kind in ("number", "integer"):
        if not re.fullmatch(r"-?[0-9]+([.,][0-9]+)?(E[+-][0-9]+)?", seen):
            return False
        try:
            written, read = Decimal(cell), Decimal(seen.replace(",", "."))
        except InvalidOperation:
            return False
        return abs(written - read) <= abs(written) * Decimal("1e-12")
    return False

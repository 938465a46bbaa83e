#!/usr/bin/env python3
"""Checks finished output folders with tools that are not ours.

    check_output.py Output/korea-summit [FOLDER…]

Each table's CSV is compared with its JSON Lines, each span with its article, each CSV with what LibreOffice makes of
it under three import locales, and the data package is put before frictionless, whole and with one byte changed.
Needs Python alone; checks whose tool is not there (soffice, frictionless) are named and counted as skipped.

Exit status: 0 when every check that ran passed, 1 otherwise, 64 when no folder is named.
Last line: "N passed, N failed, N skipped".
"""

import sys

import data_package
import spreadsheet
import tables
from outcome import Outcome


def check_folder(folder: str, outcome: Outcome) -> None:
    """Runs every check on one folder; a folder that cannot be read is one failed check."""
    try:
        output = tables.Output(folder)
    except tables.Unreadable as problem:
        outcome.report(f"{folder}: is an output folder", [str(problem)])
        return
    for table in output.tables:
        outcome.report(f"{folder}: {table.name}.csv has the cells of {table.name}.jsonl", tables.differences(table))
    outcome.report(f"{folder}: every span gives its surface", tables.wrong_spans(output))
    spreadsheet.check(output, outcome)
    data_package.check(output, outcome)


def main(folders: list[str]) -> int:
    if not folders:
        print("usage: check_output.py FOLDER...", file=sys.stderr)
        return 64
    outcome = Outcome()
    for folder in folders:
        check_folder(folder.rstrip("/"), outcome)
    print(outcome.closing_line())
    return 1 if outcome.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

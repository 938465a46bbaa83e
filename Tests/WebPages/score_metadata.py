#!/usr/bin/env python3
"""Scores title, author, date and site that `sayso load` finds for web pages against a table made by hand.

    Tests/WebPages/score_metadata.py .build/release/sayso [../shared/web] [--verbose]

`metadata.tsv` in the folder has for each page what it states, empty where it states nothing; " / " parts what is as right. Only
pages that state a thing count for it. Titles, names and sites count without regard to case and typography, dates to the day.
What is found where nothing is stated is counted beside it. The exit status is 1 below 90 % of any of the four.
"""
import argparse
import json
import os
import re
import subprocess
import sys

FIELDS = ["title", "byline", "published", "site"]
LEAST = 0.9


def plain(field, text):
    """As it is compared."""
    if field == "published":
        return (text or "")[:10]
    text = (text or "").lower().replace(" and ", ", ")
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"[’‘']", "", text)).split())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    default = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared/web")
    parser.add_argument("folder", nargs="?", default=default)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    table = os.path.join(arguments.folder, "metadata.tsv")
    if not os.path.exists(table):
        print(f"left out: there is no {table}")
        return 0
    with open(table, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    gold = {name: dict(zip(FIELDS, values)) for name, *values in rows}
    paths = [os.path.join(arguments.folder, name) for name in gold]
    run = subprocess.run([arguments.program, "load", "--format", "html", *paths], capture_output=True, check=True)
    found = {os.path.basename(row["file"]): row for row in map(json.loads, run.stdout.splitlines())}
    status = 0
    for field in FIELDS:
        right = stated = extra = 0
        for name, values in gold.items():
            answer = found[name].get(field)
            if not values[field]:
                extra += bool(answer)
                continue
            stated += 1
            accepted = {plain(field, text) for text in values[field].split(" / ")} | {plain(field, values[field])}
            if plain(field, answer) in accepted:
                right += 1
            elif arguments.verbose:
                print(f"  {name} {field}: {answer!r}, stated is {values[field]!r}")
        status |= right < LEAST * stated
        print(f"{field:10} {right:3} of {stated} right, {100 * right / stated:.1f} %; {extra} found where none is stated")
    return status


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Scores the main text that `sayso load` finds in web pages, beside trafilatura where that is installed.

    Tests/WebPages/score_pages.py .build/release/sayso [../shared/web] [--runs 5] [--verbose]

The folder holds pages and `pages.json`, which gives for each page pieces of text that must be found and pieces that must
not be. F1 is that of trafilatura's own evaluation: found pieces are true positives, missing ones false negatives, found
ones that must not be false positives. Speed is bytes of HTML by the processor's time, the median of runs that take turns;
each side's start (measured on no page at all) is taken off. The exit status is 1 below F1 0.945.

trafilatura: python3 -m venv venv && venv/bin/pip install trafilatura lxml_html_clean, then run this with venv/bin/python.
"""
import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time

FLOOR = 0.945


def score(pages, texts, verbose=False):
    found = missing = wrong = 0
    for page in pages:
        text = texts.get(page["file"], "")
        lost = [piece for piece in page["with"] if piece not in text]
        extra = [piece for piece in page["without"] if piece in text]
        found += len(page["with"]) - len(lost)
        missing += len(lost)
        wrong += len(extra)
        if verbose and (lost or extra):
            print(f"  {page['file']}: missing {lost}, not to be there {extra}")
    return 2 * found / (2 * found + missing + wrong), found, missing, wrong


def sayso(program, paths):
    """Texts by file name, and the processor time that the child took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([program, "load", "--format", "html", *paths], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    texts = {}
    for line in run.stdout.splitlines():
        article = json.loads(line)
        texts[os.path.basename(article["file"])] = article.get("text", "")
    return texts, seconds


def trafilatura_texts(extract, contents):
    start = time.process_time()
    texts = {name: extract(html, fast=True, include_comments=False) or "" for name, html in contents.items()}
    return texts, time.process_time() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    default = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared/web")
    parser.add_argument("folder", nargs="?", default=default)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    list_path = os.path.join(arguments.folder, "pages.json")
    if not os.path.exists(list_path):
        print(f"left out: there is no {list_path}")
        return 0
    with open(list_path, encoding="utf-8") as file:
        pages = json.load(file)
    paths = [os.path.join(arguments.folder, page["file"]) for page in pages]
    contents = {}
    for path in paths:
        with open(path, "rb") as file:
            contents[os.path.basename(path)] = file.read()
    size = sum(len(html) for html in contents.values())
    try:
        from trafilatura import __version__, extract
    except ImportError as error:
        extract = None
        print(f"trafilatura is left out: {error}")

    ours, theirs, start = [], [], []
    empty = os.devnull
    for _ in range(arguments.runs):
        texts, seconds = sayso(arguments.program, paths)
        ours.append(seconds)
        start.append(sayso(arguments.program, [empty])[1])
        if extract:
            other_texts, seconds = trafilatura_texts(extract, contents)
            theirs.append(seconds)
    f1, found, missing, wrong = score(pages, texts, arguments.verbose)
    speed = size / 1e6 / max(statistics.median(ours) - statistics.median(start), 1e-6)
    print(f"sayso load              F1 {f1:.3f}   {found} found, {missing} missing, {wrong} not to be there   {speed:.1f} MB/s")
    if extract:
        other, found, missing, wrong = score(pages, other_texts)
        other_speed = size / 1e6 / statistics.median(theirs)
        print(
            f"trafilatura {__version__} fast  F1 {other:.3f}   {found} found, {missing} missing, {wrong} not to be there"
            f"   {other_speed:.1f} MB/s"
        )
        print(f"{speed / other_speed:.1f} times trafilatura's speed")
    return 0 if f1 >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())

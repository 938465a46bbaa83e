#!/usr/bin/env python3
"""Counts how much more often English has three letters in a row than other languages: writes the list `letter-trigrams`.

    Tests/Languages/count_trigrams.py >Sources/CWordLists/Lists/letter-trigrams.tsv

English is the training part of PolNeAR in ../shared, the others are the messages of `score_languages.py`, the half that it does
not score ("tune"), each language with the same weight. The 2,000 that tell most are written, as 100 times the logarithm of the
ratio. "_" is the edge of a word, "*" a Latin letter beyond ASCII.
"""
import collections
import json
import math
import os

from score_languages import SHARED, others

WRITTEN = 2000
LEAST = 2e-6


def trigrams(text):
    """As `LanguageRecognition` reads them."""
    row = "_"
    for letter in text.lower():
        if "a" <= letter <= "z":
            row += letter
        elif "\u00c0" <= letter <= "\u024f" or "\u1000" <= letter <= "\u1fff":
            row += "*"
        elif row[-1] != "_":
            row += "_"
    row += "" if row[-1] == "_" else "_"
    return (row[i:i + 3] for i in range(len(row) - 2))


def shares(counts):
    total = sum(counts.values())
    return collections.Counter({key: value / total for key, value in counts.items()})


def main():
    english = collections.Counter()
    with open(os.path.join(SHARED, "gold/polnear-train.jsonl"), encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            english.update(trigrams(record.get("text") or record["story"]))
    languages, letters = collections.defaultdict(collections.Counter), collections.Counter()
    for language, text in others(400, 200, "tune"):
        languages[language].update(trigrams(text))
        letters[language] += sum("a" <= letter <= "z" for letter in text.lower()) - len(text) / 2
    latin = {language: counts for language, counts in languages.items() if letters[language] > 0}
    other = collections.Counter()
    for counts in latin.values():
        other.update(shares(counts))
    english, other = shares(english), shares(other)
    ratios = {
        key: math.log((english[key] + LEAST) / (other[key] + LEAST)) for key in english.keys() | other.keys()}
    telling = sorted(ratios, key=lambda key: (-abs(ratios[key]) * max(english[key], other[key]), key))[:WRITTEN]
    print("# How much more often English has these letters in a row than other languages in Latin script.")
    print("# Columns: three letters, _ for the edge of a word and * for a Latin letter beyond ASCII; 100 times the natural logarithm of")
    print("# the ratio of their shares.")
    print(f"# Source: PolNeAR 1.0 train against messages of Debian's programs in {len(latin)} locales, by")
    print("# Tests/Languages/count_trigrams.py; never edit it by hand. Licence: ratios of counts only, Apache-2.0.")
    for key in sorted(telling):
        print(f"{key}\t{round(100 * ratios[key])}")


main()

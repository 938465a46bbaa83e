#!/usr/bin/env python3
"""Scores `duplicate_of` on copies that are made of real articles, as newsrooms make them of an agency's.

    Tests/Duplicates/score_duplicates.py .build/release/sayso [CORPUS.jsonl …] [--seed 1]

Each article of the corpora (fields "text" or "story") is an original. A third of them also give copies of each kind, and
reports that share some of their paragraphs and are no copies. Originals that have half of their runs of four words in common
with an earlier one are left out: whether two of them are the same is for a person to say. A copy that is marked as one of its
original's counts as found; any other mark is a wrong one. The exit status is 1 below 95 % of copies found or 99 % of marks right.
"""
import argparse
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile

FOUND, RIGHT = 0.95, 0.99
HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(HERE, "../../../shared")
CORPORA = [os.path.join(SHARED, name) for name in ("gold/polnear-train.jsonl", "gold/polnear-dev.jsonl", "raw/re3d-gov.jsonl")]
WORD = re.compile(r"[a-z0-9\u0080-\u1fff]+")


def paragraphs(text):
    return [line.strip() for line in re.split(r"\n\s*\n|\n", text) if line.strip()]


def runs(text):
    words = WORD.findall(text.lower())
    return {tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3))}


def originals(paths):
    """Texts of some length that are no copies of one another."""
    texts, sets, places = [], [], collections.defaultdict(list)
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                text = record.get("text") or record["story"]
                own = runs(text)
                shared = collections.Counter(other for run in own for other in places[run])
                if any(2 * count >= len(own | sets[other]) for other, count in shared.items()):
                    continue
                if len(own) < 100 or len(paragraphs(text)) < 6:
                    continue
                for run in own:
                    places[run].append(len(texts))
                texts.append(text)
                sets.append(own)
    return texts


def syndicated(text, other, chance):
    """Under another headline and byline, with marks of another house and two paragraphs of its own at the end."""
    text = text.replace("“", '"').replace("”", '"').replace("’", "'").replace(" — ", " - ")
    return "\n\n".join(["What we know so far", "From wire services"] + paragraphs(text)[1:] + paragraphs(other)[-2:])


def cut(text, other, chance):
    """Only the first half."""
    lines = paragraphs(text)
    return "\n\n".join(lines[: (len(lines) + 1) // 2])


def rewritten_top(text, other, chance):
    """A beginning of the house's own."""
    return "\n\n".join(paragraphs(other)[:2] + paragraphs(text)[2:])


def edited(text, other, chance):
    """Every 25th word is another one."""
    words = text.split(" ")
    for index in range(0, len(words), 25):
        words[index + chance.randrange(min(25, len(words) - index))] = "rather"
    return " ".join(words)


def same_event(text, other, chance):
    """No copy: a report of its own that takes over a fifth of the paragraphs."""
    lines, own = paragraphs(text), paragraphs(other)
    taken = chance.sample(lines, max(1, len(lines) // 5))
    return "\n\n".join(own[: len(own) // 2] + taken + own[len(own) // 2:])


COPIES = [syndicated, cut, rewritten_top, edited]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("corpora", nargs="*", default=CORPORA)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    if not all(map(os.path.exists, arguments.corpora)):
        print("left out: there are no corpora in " + SHARED)
        return 0
    chance = random.Random(arguments.seed)
    texts = originals(arguments.corpora)
    chance.shuffle(texts)
    # The second half only lends paragraphs, so that no report stands beside the one that it was made of.
    half = len(texts) // 2
    articles = [(f"{n} original", text) for n, text in enumerate(texts[:half])]
    for place, number in enumerate(range(0, half, 3)):
        for make in COPIES:
            other = texts[half + chance.randrange(len(texts) - half)]
            articles.append((f"{number} {make.__name__}", make(texts[number], other, chance)))
        # Each on an article of its own, or two reports would be copies of that.
        articles.append((f"{number} same_event", same_event(texts[number], texts[half + place], chance)))
    with tempfile.TemporaryDirectory() as scratch:
        with open(os.path.join(scratch, "in.jsonl"), "w", encoding="utf-8") as file:
            for name, text in articles:
                file.write(json.dumps({"id": name, "text": text}) + "\n")
        recipe = os.path.join(scratch, "d.yaml")
        with open(recipe, "w", encoding="utf-8") as file:
            json.dump({"version": 1, "name": "d", "output": scratch, "inputs": ["in.jsonl"], "minimum_confidence": 1}, file)
        subprocess.run([arguments.program, "run", recipe], check=True)
        with open(os.path.join(scratch, "d/articles.jsonl"), encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
    names = {row["article_id"]: row["given_id"] for row in rows}
    found, made, wrong, marks = collections.Counter(), collections.Counter(), collections.Counter(), 0
    for row in rows:
        number, kind = row["given_id"].split()
        made[kind] += 1
        if not row["duplicate_of"]:
            continue
        marks += 1
        if kind not in ("original", "same_event") and names[row["duplicate_of"]].split()[0] == number:
            found[kind] += 1
        else:
            wrong[kind] += 1
            if arguments.verbose:
                print("  wrong:", row["given_id"], "of", names[row["duplicate_of"]])
    for kind in made:
        if kind in ("original", "same_event"):
            print(f"{kind:14} {wrong[kind]:4} of {made[kind]} marked, wrongly")
        else:
            print(f"{kind:14} {found[kind]:4} of {made[kind]} found")
    copies = sum(made[make.__name__] for make in COPIES)
    recall, precision = sum(found.values()) / copies, sum(found.values()) / max(marks, 1)
    print(f"found {100 * recall:.1f} % of {copies} copies; {100 * precision:.1f} % of {marks} marks are right")
    return 0 if recall >= FOUND and precision >= RIGHT else 1


if __name__ == "__main__":
    sys.exit(main())

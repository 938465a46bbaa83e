#!/usr/bin/env python3
"""Scores how well Sayso tells English from other languages on texts of 200 characters.

    Tests/Languages/score_languages.py .build/release/sayso [--count 50] [--length 200] [--half test|tune|all] [--verbose]

English: pieces of articles of three corpora in ../shared, each from the beginning of a sentence. Other languages: the
translations of programs' messages that Debian installs (/usr/share/locale/*/LC_MESSAGES/*.mo), sentences of 40 characters and
more one after the other, without what is not to be translated. A catalogue is in one half by its name, and so is an article;
"tune" is what rules were made on, "test" is only scored. A text is right when English is kept and anything else is
`other_language`. Exit status 1 below 99 % of either. Left out, with a word, where there are no catalogues.
"""
import argparse
import collections
import glob
import gzip
import hashlib
import json
import os
import random
import re
import struct
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(HERE, "../../../shared")
ENGLISH = ["gold/polnear-dev.jsonl", "gold/newsdiscourse-train.sentences.jsonl.gz", "raw/re3d-gov.jsonl"]
# Spellings of English, languages that are English for a reader, and ones with too few sentences to be themselves.
NOT_OTHER = re.compile(r"^(en|sco|ang|C$|io$)")
CODE = re.compile(r"[%{}<>$\\=/_|@#^~*`]|--|\b[A-Z]{2,}\b|\.[a-z]+\b|\d")


def half_of(name):
    return "tune" if hashlib.sha256(name.encode()).digest()[0] % 2 else "test"


def messages(path):
    """(English, translation) of a compiled catalogue."""
    with open(path, "rb") as file:
        data = file.read()
    order = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}.get(data[:4])
    if not order:
        return
    count, source, target = struct.unpack(order + "3I", data[8:20])
    charset = "utf-8"
    for index in range(count):
        texts = []
        for table in (source, target):
            length, offset = struct.unpack(order + "2I", data[table + 8 * index:table + 8 * index + 8])
            texts.append(data[offset:offset + length].split(b"\0")[0])
        if not texts[0]:
            found = re.search(rb"charset=([\w-]+)", texts[1])
            charset = found.group(1).decode() if found else charset
            continue
        try:
            yield texts[0].decode("ascii"), texts[1].decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue


def others(count, length, half):
    """(language, text), as many for each language."""
    for folder in sorted(glob.glob("/usr/share/locale/*/LC_MESSAGES")):
        language = folder.split("/")[4]
        if NOT_OTHER.match(language):
            continue
        sentences = []
        for path in sorted(glob.glob(folder + "/*.mo")):
            if half != "all" and half_of(os.path.basename(path)) != half:
                continue
            for english, text in messages(path):
                text = " ".join(text.replace("_", "").split())
                if len(text) >= 40 and text != english and not CODE.search(text):
                    sentences.append(text)
        random.Random(language).shuffle(sentences)
        made, text = 0, ""
        for sentence in sentences:
            text += (" " if text else "") + sentence
            if len(text) >= length:
                yield language, text[:length]
                made, text = made + 1, ""
                if made == count:
                    break


def english(count, length, half):
    for name in ENGLISH:
        opened = gzip.open if name.endswith(".gz") else open
        made = 0
        with opened(os.path.join(SHARED, name), "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                text = " ".join((record.get("text") or record["story"]).split())
                if half != "all" and half_of(text[:200]) != half:
                    continue
                starts = [0] + [found.end() for found in re.finditer(r"[.!?]” |[.!?] (?=[A-Z“])", text)]
                chance = random.Random(text[:200])
                for start in chance.sample(starts, min(len(starts), 10)):
                    if start + length <= len(text):
                        yield os.path.basename(name).split("-")[0], text[start:start + length]
                        made += 1
                if made >= 40 * count:
                    break


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=50, help="texts a language")
    parser.add_argument("--length", type=int, default=200)
    parser.add_argument("--half", choices=["tune", "test", "all"], default="test")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    options = (arguments.count, arguments.length, arguments.half)
    foreign = list(others(*options))
    if not foreign or not os.path.isdir(SHARED):
        print("left out: there are no catalogues in /usr/share/locale, or no " + SHARED)
        return 0
    texts = [("en " + name, text) for name, text in english(*options)] + foreign
    with tempfile.TemporaryDirectory() as scratch:
        with open(os.path.join(scratch, "in.jsonl"), "w", encoding="utf-8") as file:
            for number, (_, text) in enumerate(texts):
                file.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
        recipe = os.path.join(scratch, "l.yaml")
        with open(recipe, "w", encoding="utf-8") as file:
            json.dump({"version": 1, "name": "l", "output": scratch, "inputs": ["in.jsonl"], "minimum_confidence": 1}, file)
        subprocess.run([arguments.program, "run", recipe], check=True)
        with open(os.path.join(scratch, "l/rejects.jsonl"), encoding="utf-8") as file:
            rejected = {int(row["id"]) for row in map(json.loads, file) if row["code"] == "other_language"}
    right, all_texts = collections.Counter(), collections.Counter()
    for number, (language, text) in enumerate(texts):
        group = "English" if language.startswith("en ") else "other languages"
        is_right = (number in rejected) != (group == "English")
        for name in (group, language):
            all_texts[name] += 1
            right[name] += is_right
        if arguments.verbose and not is_right:
            print(f"  {language}: {text}")
    if arguments.verbose:
        for name in sorted(all_texts):
            if right[name] < all_texts[name]:
                print(f"  {name}: {right[name]} of {all_texts[name]}")
    languages = len({language for language, _ in foreign})
    status = 0
    for group in ("English", "other languages"):
        share = right[group] / all_texts[group]
        status |= share < 0.99
        more = f", {languages} locales" if group != "English" else ""
        print(f"{group}: {100 * share:.2f} % of {all_texts[group]} texts of {arguments.length} characters right{more}")
    return status


if __name__ == "__main__":
    sys.exit(main())

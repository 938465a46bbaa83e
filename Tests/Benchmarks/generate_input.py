#!/usr/bin/env python3
"""Writes OUT.jsonl and OUT.txt with MB of article text: the given articles over and over, each with its own id.

    generate_input.py MB OUT SOURCE…

A source is a JSON Lines file (fields "text" or "story") or a folder with .txt and .jsonl files. OUT.txt holds the
same texts, one after the other, for programs that know no JSON. One round of the articles should be longer than
gzip's window of 32 KiB, or gzip finds each in the one before. Prints "BYTES ARTICLES WORDS".
"""

import itertools
import json
import sys
from pathlib import Path


def decoded(path: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("windows-1252")


def articles(source: Path) -> list[dict]:
    """As many fields as `sayso extract` reads; in the order of the paths."""
    if source.is_dir():
        paths = sorted(path for path in source.rglob("*") if path.suffix in (".txt", ".jsonl"))
        return [article for path in paths for article in articles(path)]
    if source.suffix == ".txt":
        return [{"text": decoded(source)}]
    records = [json.loads(line) for line in decoded(source).split("\n") if line.strip()]
    fields = ("title", "url", "published", "language")
    return [
        {**{name: record[name] for name in fields if record.get(name)}, "text": record.get("text") or record["story"]}
        for record in records
    ]


def main(megabytes: str, out: str, *sources: str) -> None:
    round_of_articles = [article for source in sources for article in articles(Path(source))]
    if not round_of_articles:
        sys.exit("generate_input.py: there is no article in " + ", ".join(sources))
    prepared = [
        (
            ", " + json.dumps(article, ensure_ascii=False)[1:] + "\n",
            article["text"] + "\n",
            len(article["text"].encode()),
            len(article["text"].split()),
        )
        for article in round_of_articles
    ]
    wanted = float(megabytes) * 1_000_000
    size = count = words = 0
    with open(out + ".jsonl", "w", encoding="utf-8") as lines, open(out + ".txt", "w", encoding="utf-8") as texts:
        for line, text, text_bytes, text_words in itertools.cycle(prepared):
            if size >= wanted:
                break
            count += 1
            size += text_bytes
            words += text_words
            lines.write(f'{{"id": "a{count:07}"{line}')
            texts.write(text)
    print(size, count, words)


if __name__ == "__main__":
    main(*sys.argv[1:])

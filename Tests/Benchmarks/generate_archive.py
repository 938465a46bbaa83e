#!/usr/bin/env python3
"""Writes web archives for the benchmark of loading: generate_archive.py MB FOLDER SOURCE...

pages.warc.gz holds about MB megabytes of HTML, made of the texts of the sources (as `generate_input.py` has them); other.warc.gz the
same bytes as records that are no pages, so that reading them measures the reader alone. One gzip member a record, as crawlers
write them. Prints the bytes of each, unpacked.
"""
import gzip
import html
import os
import sys
from pathlib import Path

from generate_input import articles

NAVIGATION = "".join(f'<li class="nav-entry"><a href="/section/{n}">Section {n}</a></li>' for n in range(60))


def page(title, text):
    paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    title = html.escape(title)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<nav><ul>{NAVIGATION}</ul></nav><article><h1>{title}</h1><div class='article-body'>{paragraphs}</div></article>"
        f"<footer><ul>{NAVIGATION}</ul></footer></body></html>"
    ).encode()


def record(kind, body):
    header = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://daily.example/\r\n" \
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    return header.encode() + body + b"\r\n\r\n"


def main():
    wanted, folder, sources = int(sys.argv[1]) * 1_000_000, sys.argv[2], sys.argv[3:]
    found = [article for source in sources for article in articles(Path(source))]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    pages = [head + page(article.get("title") or "Untitled", article["text"]) for article in found]
    if not pages:
        sys.exit("no texts in " + " ".join(sources))
    for name, kind in (("pages", "response"), ("other", "metadata")):
        members = [record(kind, body) for body in pages]
        packed = [gzip.compress(member, mtime=0) for member in members]
        written = index = 0
        with open(os.path.join(folder, name + ".warc.gz"), "wb") as file:
            while written < wanted:
                file.write(packed[index % len(packed)])
                written += len(members[index % len(members)])
                index += 1
        print(written)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures the most memory that `sayso load` holds for a very large input of each format.

    Tests/Benchmarks/loading_memory.py .build/release/sayso [--mb 5000] [--only warc,zip] [SOURCE …]

Inputs are the articles in Pipelines/ (or of the sources, as generate_input.py has them) over and over, so many MB when they are
unpacked. They go to standard input through a pipe, so that no disk is filled; the folder of pages is made of links to one file.
One page, feed or text of that size is a reject. Prints MB of memory, seconds and what came out; the exit status is 1 when a
format takes more than 300 MB, or when an article is missing.
"""
import argparse
import gzip
import json
import os
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

from generate_archive import page, record
from generate_input import articles

MOST = 300
HERE = Path(__file__).resolve().parent


class Repeated:
    """A head, a block with some articles over and over, and a tail."""

    def __init__(self, block, count, head=b"", tail=b"", unpacked=None):
        self.block, self.count, self.head, self.tail = block, count, head, tail
        self.unpacked = unpacked or len(block)

    def write(self, pipe, size):
        """How many articles it wrote."""
        written = articles_written = 0
        pipe.write(self.head)
        while written < size:
            pipe.write(self.block)
            written += self.unpacked
            articles_written += self.count
        pipe.write(self.tail)
        return articles_written


def tar_entry(name, content):
    header = bytearray(512)
    header[:len(name)] = name.encode()
    header[100:108] = b"0000644\0"
    header[124:136] = b"%011o\0" % len(content)
    header[148:156] = b" " * 8
    header[156] = ord("0")
    header[257:265] = b"ustar\x0000"
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header) + content + bytes(-len(content) % 512)


def zip_entry(name, content):
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return struct.pack(
        "<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0x21, zlib.crc32(content), len(packed), len(content), len(name), 0
    ) + name.encode() + packed


def cell(text):
    return b'"' + text.replace('"', '""').encode() + b'"'


def zstd(content):
    return subprocess.run(["zstd", "-q", "-c"], input=content, stdout=subprocess.PIPE, check=True).stdout


def inputs(sources):
    """By name: the format that `sayso load` is told, and what is written."""
    found = [article for source in sources for article in articles(source)]
    # A block of a megabyte or so.
    found *= max(1, 1_000_000 // sum(len(article["text"].encode()) for article in found))
    count = len(found)
    pages = [page(article.get("title") or "Untitled", article["text"]) for article in found]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    lines = b"".join(json.dumps(article, ensure_ascii=False).encode() + b"\n" for article in found)
    rows = b"".join(
        b",".join([cell(article.get("title") or ""), cell(article["text"])]) + b"\r\n" for article in found)
    records = [record("response", head + html) for html in pages]
    end_of_zip = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0, 0, 0, 0, 0)
    packed_lines = gzip.compress(lines, mtime=0)
    return {
        "jsonl": ("jsonl", Repeated(lines, count)),
        "json": ("json", Repeated(lines.replace(b"}\n", b"},\n"), count, b"[", b"{\"text\": \"The end.\"}]")),
        "csv": ("csv", Repeated(rows, count, b"title,text\r\n")),
        "jsonl.gz": ("jsonl", Repeated(packed_lines, count, unpacked=len(lines))),
        "jsonl.zst": ("jsonl", Repeated(zstd(lines), count, unpacked=len(lines))),
        "warc": ("auto", Repeated(b"".join(records), count)),
        "warc.gz": ("auto", Repeated(
            b"".join(gzip.compress(one, mtime=0) for one in records), count, unpacked=sum(map(len, records)))),
        "tar": ("auto", Repeated(
            b"".join(tar_entry(f"{n}.html", html) for n, html in enumerate(pages)), count, tail=bytes(1024))),
        "tar.gz": ("auto", Repeated(
            gzip.compress(b"".join(tar_entry(f"{n}.html", html) for n, html in enumerate(pages)), mtime=0), count,
            unpacked=sum(map(len, pages)))),
        "zip": ("auto", Repeated(
            b"".join(zip_entry(f"{n}.html", html) for n, html in enumerate(pages)), count, tail=end_of_zip,
            unpacked=sum(map(len, pages)))),
        "one page": ("html", Repeated(b"<p>The bridge reopened on Wednesday.</p>\n" * 20_000, 0)),
        "one feed": ("xml", Repeated(b"<item><title>x</title><description>It reopened.</description></item>\n" * 15_000, 0, b"<rss><channel>")),
        "one text": ("text", Repeated(b"The bridge reopened on Wednesday. " * 30_000, 0)),
        "one line": ("jsonl", Repeated(b"The bridge reopened on Wednesday. " * 30_000, 0, b'{"text": "', b'"}\n')),
    }


COUNT = r"""/^{"id":[^,]*,"error":/ { rejects++; last = $0; next } { articles++ } END { print articles + 0, rejects + 0, last }"""


def run(command, write):
    """(bytes of memory, seconds, articles, rejects, code of the last reject, articles expected, exit status)"""
    start = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    counter = subprocess.Popen(["awk", COUNT], stdin=process.stdout, stdout=subprocess.PIPE, text=True)
    process.stdout.close()
    expected = 0
    try:
        expected = write(process.stdin)
        process.stdin.close()
    except BrokenPipeError:
        pass  # What is too large is not read to its end.
    counts = counter.communicate()[0].split(" ", 2)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    code = json.loads(counts[2])["error"]["code"] if int(counts[1]) else ""
    return usage.ru_maxrss * 1024, time.monotonic() - start, int(counts[0]), int(counts[1]), code, expected, process.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("sources", nargs="*", type=Path, default=[HERE / "../../Pipelines"])
    parser.add_argument("--mb", type=int, default=5000)
    parser.add_argument("--only", default="", help="names, parted by commas")
    arguments = parser.parse_args()
    size, only, failed = arguments.mb * 1_000_000, set(filter(None, arguments.only.split(","))), False

    def measure(name, command, write):
        memory, seconds, found, rejects, code, expected, status = run(command, write)
        whole = found >= expected and (expected > 0 or rejects > 0) and status == 0
        print(f"{name:10} {memory / 1e6:6.0f} MB   {seconds:6.0f} s   {found} articles, {rejects} rejects"
              f"{' (' + code + ')' if rejects else ''}{'' if whole else f'  NOT WHOLE, {expected} written'}", flush=True)
        return memory <= MOST * 1e6 and whole

    for name, (form, content) in inputs(arguments.sources).items():
        if only and name not in only:
            continue
        command = [arguments.program, "load", "--format", form, "-"]
        failed |= not measure(name, command, lambda pipe: content.write(pipe, size))
    if not only or "folder" in only:
        with tempfile.TemporaryDirectory() as folder:
            found = [article for source in arguments.sources for article in articles(source)]
            html = page("Bridge", "\n".join(article["text"] for article in found) * 8)
            first = os.path.join(folder, "0.html")
            Path(first).write_bytes(html)
            count = max(size // len(html), 1)
            for number in range(1, count):
                os.link(first, os.path.join(folder, f"{number}.html"))
            failed |= not measure("folder", [arguments.program, "load", folder], lambda pipe: count)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

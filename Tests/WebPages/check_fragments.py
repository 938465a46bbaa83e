#!/usr/bin/env python3
"""Opens `text_fragment_url`s of quotes from web pages in a real headless Chromium and counts how many find their words.

    Tests/WebPages/check_fragments.py .build/release/sayso [../shared/web] [--limit 1000] [--verbose]

Runs a recipe over the pages, serves each page from this machine without its scripts and styles (which hide parts that a
script shows, or keep the page from scrolling) and under 5,000 pixels of nothing, and opens it with the fragment of a quote. A browser that finds the words scrolls down to
them. Exit status 1 when fewer than 95 % do. Left out, with a word, where there is no Chromium or no pages.
"""
import argparse
import csv
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

SPACER = 5000
NOTE = b"<div style='height:%dpx'></div>" % SPACER
# So many times 50 ms the browser may take.
PATIENCE = 40


def served(html):
    """The page without what runs or loads, with the spacer at the beginning of its body."""
    html = re.sub(rb"(?is)<(script|style|iframe)\b.*?</\1\s*>|<link\b[^>]*>|<base\b[^>]*>|</?noscript\b[^>]*>", b"", html)
    html = re.sub(rb"(?is)(<[^>]*?)\s(hidden|style\s*=\s*(\"[^\"]*\"|'[^']*'))(?=[\s>])", rb"\1", html)
    html = re.sub(rb"(?is)<meta\b[^>]*(refresh|content-security-policy)[^>]*>", b"", html)
    html = re.sub(rb"(?i)\s(src|srcset|poster)=", rb" data-\1=", html)
    body = re.search(rb"(?i)<body\b[^>]*>", html)
    place = body.end() if body else 0
    return html[:place] + NOTE + html[place:]


def serve(pages):
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            html = pages.get(self.path.lstrip("/"))
            self.send_response(200 if html else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8" if html and is_utf8(html) else "text/html")
            self.end_headers()
            self.wfile.write(html or b"")

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def is_utf8(html):
    try:
        html.decode()
        return True
    except UnicodeDecodeError:
        return False


def quotes(program, folder, scratch):
    """(file, quote, fragment) of every quote, in the order of the table."""
    recipe = os.path.join(scratch, "pages.yaml")
    with open(recipe, "w", encoding="utf-8") as file:
        json.dump({
            "version": 1, "name": "pages", "output": scratch, "limits": {"rejects_percent": 100},
            "inputs": [{"files": os.path.join(os.path.abspath(folder), "*.html"), "format": "html", "site": "x"}],
        }, file)
    subprocess.run([program, "run", recipe], check=True)
    output = os.path.join(scratch, "pages")
    with open(os.path.join(output, "articles.jsonl"), encoding="utf-8") as file:
        files = {row["article_id"]: os.path.basename(row["file"]) for row in map(json.loads, file)}
    with open(os.path.join(output, "quotes.csv"), encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["text_fragment_url"]:
                yield files[row["article_id"]], row["quote_text"], row["text_fragment_url"].split("#", 1)[1]


class Browser:
    """A headless browser, driven by the DevTools protocol over a pipe: JSON messages that end with NUL."""

    def __init__(self, program, profile):
        ours_in, self.to = os.pipe()
        self.source, ours_out = os.pipe()
        # The browser reads from descriptor 3 and writes to 4.
        command = f"exec 3<&{ours_in} 4>&{ours_out}; exec \"$@\""
        self.process = subprocess.Popen(
            ["/bin/bash", "-c", command, "-", program, "--headless", "--no-sandbox", "--disable-gpu",
             "--disable-dev-shm-usage", f"--user-data-dir={profile}", "--window-size=1000,800", "--remote-debugging-pipe"],
            pass_fds=(ours_in, ours_out), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(ours_in)
        os.close(ours_out)
        self.rest = b""
        self.number = 0

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.rest:
                more = os.read(self.source, 1 << 16)
                if not more:
                    sys.exit("the browser went away")
                self.rest += more
            line, self.rest = self.rest.split(b"\0", 1)
            answer = json.loads(line)
            if answer.get("id") == self.number:
                return answer.get("result", {})

    def scrolls(self, url):
        """Whether the browser scrolls down when it opens the address."""
        target = self.call("Target.createTarget", url=url)["targetId"]
        try:
            session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            for _ in range(PATIENCE):
                found = self.call("Runtime.evaluate", session, expression="scrollY")
                value = found.get("result", {}).get("value", 0)
                if value > SPACER // 2:
                    return True
                time.sleep(0.05)
            return False
        finally:
            self.call("Target.closeTarget", targetId=target)

    def close(self):
        self.process.terminate()
        self.process.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("folder", nargs="?", default=os.path.join(here, "../../../shared/web"))
    parser.add_argument("--limit", type=int, default=1000, help="the most quotes to open, spread over the pages")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not browser or not os.path.isdir(arguments.folder):
        print("left out: there is no " + ("Chromium" if not browser else arguments.folder))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        rows = list(quotes(arguments.program, arguments.folder, scratch))
        step = max(-(-len(rows) // arguments.limit), 1)
        pages = {}
        for name in {row[0] for row in rows}:
            with open(os.path.join(arguments.folder, name), "rb") as file:
                pages[name] = served(file.read())
        server = serve(pages)
        chosen = rows[::step]
        right = 0
        window = Browser(browser, os.path.join(scratch, "profile"))
        for name, quote, fragment in chosen:
            if window.scrolls(f"http://127.0.0.1:{server.server_port}/{name}#{fragment}"):
                right += 1
            elif arguments.verbose:
                print(f"  not found: {name}: {quote[:80]} … {fragment}", flush=True)
        window.close()
        server.shutdown()
    if not chosen:
        print("left out: no quotes")
        return 0
    print(f"{right} of {len(chosen)} quotes found by {os.path.basename(browser)}, {100 * right / len(chosen):.1f} %")
    return 0 if right >= 0.95 * len(chosen) else 1


if __name__ == "__main__":
    sys.exit(main())

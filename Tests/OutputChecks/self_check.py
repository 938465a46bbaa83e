#!/usr/bin/env python3
"""Proves that the checks can fail: a small right folder passes, and each way of spoiling it is noticed.

Run it with `python3 Tests/OutputChecks/self_check.py`. Needs neither LibreOffice nor frictionless.
"""

import json
import shutil
import tempfile
import unittest
from pathlib import Path

import spreadsheet
import tables

TEXT = "The mayor said: “It is 5-8 miles,\nor so.” =1+1 is a formula 🚢. She left."
QUOTE = TEXT[TEXT.index("“") : TEXT.index("”") + 1]
SPAN = [TEXT.index("“"), TEXT.index("”") + 1]

FIELDS = {
    "articles": [("article_id", "string"), ("title", "string"), ("words", "integer")],
    "quotes": [
        ("quote_id", "string"),
        ("article_id", "string"),
        ("quote_text", "string"),
        ("quote_spans", "array"),
        ("confidence", "number"),
        ("negated", "boolean"),
    ],
}
JSON_ROWS = {
    "articles": [{"article_id": "art_a", "title": "=1+1", "words": 9, "text": TEXT}],
    "quotes": [
        {
            "quote_id": "quo_a",
            "article_id": "art_a",
            "quote_text": QUOTE,
            "quote_spans": [SPAN],
            "confidence": 0.9,
            "negated": False,
        }
    ],
}
CSV_ROWS = {
    "articles": "\"art_a\",\"'=1+1\",9\r\n",
    "quotes": f'"quo_a","art_a","“It is 5-8 miles, or so.”","{json.dumps([SPAN])}",0.9,FALSE\r\n',
}


def write_folder(folder: Path) -> None:
    """A right output folder of two tables."""
    resources = []
    for name, fields in FIELDS.items():
        header = ",".join(f'"{column}"' for column, _ in fields) + "\r\n"
        (folder / f"{name}.csv").write_bytes(("\ufeff" + header + CSV_ROWS[name]).encode())
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in JSON_ROWS[name])
        (folder / f"{name}.jsonl").write_bytes(lines.encode())
        schema = {"fields": [{"name": column, "type": kind} for column, kind in fields]}
        resources.append({"name": name, "path": f"{name}.csv", "schema": schema})
    (folder / "datapackage.json").write_text(json.dumps({"resources": resources}), encoding="utf-8")


class FolderChecks(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        write_folder(self.folder)

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        content = path.read_bytes().decode()
        self.assertIn(old, content)
        path.write_bytes(content.replace(old, new, 1).encode())

    def problems(self) -> list[str]:
        output = tables.Output(str(self.folder))
        return [problem for table in output.tables for problem in tables.differences(table)] + tables.wrong_spans(
            output
        )

    def test_a_right_folder_passes(self) -> None:
        self.assertEqual(self.problems(), [])

    def test_each_spoiled_cell_is_noticed(self) -> None:
        spoilers = [
            ("quotes.csv", "miles", "mile"),
            ("quotes.csv", "0.9", "0.91"),
            ("quotes.csv", "0.9", "9E-1"),
            ("quotes.csv", "FALSE", "TRUE"),
            ("quotes.csv", "quo_a", ""),
            ("quotes.csv", '"quo_a"', '"\'quo_a"'),
            ("quotes.csv", f"{SPAN[0]}, ", f"{SPAN[0] + 1}, "),
            ("quotes.csv", "“It", "''It"),
            ("articles.csv", "'=1+1", "2"),
            ("articles.csv", ",9\r\n", ",9\r\n\"art_b\",,1\r\n"),
            ("articles.csv", '"words"', '"word"'),
        ]
        for spoiler in spoilers:
            with self.subTest(spoiler=spoiler):
                write_folder(self.folder)
                self.replace(*spoiler)
                self.assertNotEqual(self.problems(), [])

    def test_each_wrong_span_is_noticed(self) -> None:
        right = f'"quote_spans": [[{SPAN[0]}, {SPAN[1]}]]'
        for wrong in ([[SPAN[0] + 1, SPAN[1]]], [[SPAN[0], SPAN[1] + 1000]], [[5, 5]], [], None, [[0, 9], [4, 12]]):
            with self.subTest(spans=wrong):
                write_folder(self.folder)
                self.replace("quotes.jsonl", right, f'"quote_spans": {json.dumps(wrong)}')
                self.assertNotEqual(tables.wrong_spans(tables.Output(str(self.folder))), [])

    def test_what_is_no_output_folder_is_said_to_be_none(self) -> None:
        for file, old, new in [
            ("datapackage.json", "resources", "resource"),
            ("quotes.jsonl", '"art_a"', "NaN"),
            ("quotes.jsonl", "}\n", "}\r\n"),
            ("quotes.jsonl", "or so", "or\u2028so"),
        ]:
            with self.subTest(file=file, new=new):
                write_folder(self.folder)
                self.replace(file, old, new)
                with self.assertRaises(tables.Unreadable):
                    tables.Output(str(self.folder))


class CellChecks(unittest.TestCase):
    def test_what_a_spreadsheet_may_show(self) -> None:
        for seen, cell, kind in [
            ("0.85", "0.85", "number"),
            ("0,85", "0.85", "number"),
            ("1.23456789012346E+017", "123456789012345678", "number"),
            ("FALSCH", "FALSE", "boolean"),
            ("2018-06-12", "2018-06-12", "date"),
            ("'5-8", "'5-8", "string"),
        ]:
            self.assertTrue(spreadsheet.shows(seen, cell, kind), (seen, cell, kind))

    def test_what_it_must_not(self) -> None:
        for seen, cell, kind in [
            ("1125", "1.125", "number"),
            ("08/05/2026", "5-8", "string"),
            ("06/01/2018", "June 2018", "string"),
            ("1204", "1,204", "string"),
            ("2", "=1+1", "string"),
            ("TRUE", "FALSE", "boolean"),
            ("â€œIt", "“It", "string"),
            ("", "x", "string"),
        ]:
            self.assertFalse(spreadsheet.shows(seen, cell, kind), (seen, cell, kind))

    def test_long_cells_are_cut_visibly(self) -> None:
        long = "word " * 10_000
        self.assertTrue(tables.same_text(long[:32_000] + "…", long))
        self.assertFalse(tables.same_text(long[:32_000], long))
        self.assertFalse(tables.same_text("word…", "word word"))


if __name__ == "__main__":
    unittest.main()

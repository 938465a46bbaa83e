"""Reads an output folder with Python's own csv and json, and compares the two faces of each table."""

import csv
import json
import re
from decimal import Decimal, InvalidOperation
from pathlib import Path

csv.field_size_limit(1 << 30)

# What Excel holds in a cell, in UTF-16 units.
CELL_LIMIT = 32_767
LINE_BREAK = re.compile("[\t\r\n\v\f\x85\u2028\u2029]")
BLANKS = re.compile("[ \t\r\n\v\f\x85\u2028\u2029]+")
# Line ends that Python's str.splitlines and other readers see inside a JSON line unless they are escaped.
RAW_LINE_ENDS = ("\x85", "\u2028", "\u2029")


class Unreadable(Exception):
    """The folder is no finished output."""


class Table:
    """One table: its columns as datapackage.json has them, and its rows from both files."""

    def __init__(self, folder: Path, resource: dict):
        self.name: str = resource["name"]
        self.csv_path = folder / resource["path"]
        self.types: dict[str, str] = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        self.has_bom = self.csv_path.read_bytes().startswith(b"\xef\xbb\xbf")
        with open(self.csv_path, encoding="utf-8-sig", newline="") as file:
            header, *self.cells = csv.reader(file, strict=True)
        self.header: list[str] = header
        self.rows: list[dict] = list(json_lines(folder / f"{self.name}.jsonl"))


class Output:
    """All tables of a finished folder, and the articles' texts."""

    def __init__(self, folder: str):
        self.name = folder
        self.path = Path(folder).resolve()
        try:
            package = json.loads((self.path / "datapackage.json").read_text(encoding="utf-8"))
            self.tables = [
                Table(self.path, resource) for resource in package["resources"] if resource["path"].endswith(".csv")
            ]
        except (OSError, ValueError, KeyError, csv.Error) as problem:
            raise Unreadable(f"{type(problem).__name__}: {problem}") from problem
        if not self.tables:
            raise Unreadable("datapackage.json names no CSV")
        self.texts: dict[str, str] = {
            row["article_id"]: row["text"] for table in self.tables for row in table.rows if "text" in row
        }


def json_lines(path: Path):
    """One dict a line. Numbers stay the text that the file has, so that 0.10 and 0.1 are told apart."""
    with open(path, encoding="utf-8", newline="") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith("\n") or line.endswith("\r\n"):
                raise ValueError(f"{path.name}:{number}: the line does not end in one line feed")
            if any(mark in line for mark in RAW_LINE_ENDS):
                raise ValueError(f"{path.name}:{number}: an unescaped line separator")
            yield json.loads(line, parse_int=Decimal, parse_float=Decimal, parse_constant=_no_constant)


def _no_constant(word: str):
    raise ValueError(f"{word} is not JSON")


def differences(table: Table) -> list[str]:
    """Where the CSV says something else than the JSON Lines; empty when they agree cell for cell."""
    problems = []
    if table.header != list(table.types):
        problems.append(f"the header is {table.header}, the schema has {list(table.types)}")
        return problems
    if len(table.cells) != len(table.rows):
        problems.append(f"{len(table.cells)} rows in the CSV, {len(table.rows)} in the JSON Lines")
    key_order = list(table.rows[0]) if table.rows else []
    for number, (cells, row) in enumerate(zip(table.cells, table.rows), 1):
        if list(row) != key_order:
            problems.append(f"row {number}: the keys are not in the order of the first row")
        if len(cells) != len(table.header):
            problems.append(f"row {number}: {len(cells)} cells")
            continue
        for column, cell in zip(table.header, cells):
            if column not in row:
                problems.append(f"row {number}: the JSON line has no {column}")
            elif not same(cell, row[column]):
                problems.append(f"row {number}, {column}: {cell[:80]!r} is not {str(row[column])[:80]!r}")
    return problems


def same(cell: str, value) -> bool:
    """Whether a cell is the right way to write a JSON value."""
    if value is None:
        return cell == ""
    if isinstance(value, bool):
        return cell == ("TRUE" if value else "FALSE")
    if isinstance(value, Decimal):
        return same_number(cell, value)
    if isinstance(value, list):
        if not value and cell == "":
            return True
        try:
            return json.loads(cell, parse_int=Decimal, parse_float=Decimal) == value
        except ValueError:
            return False
    return same_text(cell, value)


def same_number(cell: str, value: Decimal) -> bool:
    """Plain digits with a point, never an exponent."""
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell):
        return False
    try:
        return Decimal(cell) == value
    except InvalidOperation:
        return False


def same_text(cell: str, text: str) -> bool:
    """Alike but for line breaks, the spreadsheet guard and the limit of a spreadsheet's cell."""
    if LINE_BREAK.search(text):
        cell, text = BLANKS.sub(" ", cell).strip(), BLANKS.sub(" ", text).strip()
    if cell == text:
        return True
    if cell == "'" + text:
        return may_be_guarded(text)
    if len(text.encode("utf-16-le")) // 2 > CELL_LIMIT and cell.endswith("…"):
        return len(cell.encode("utf-16-le")) // 2 <= CELL_LIMIT and text.startswith(cell.removesuffix("…"))
    return False


def may_be_guarded(text: str) -> bool:
    """Whether a spreadsheet could take the text for something else: a formula, a number, a date, a truth value.

    Kept wide: what must be guarded is for the spreadsheet check to find; this only catches a guard on plain words.
    """
    visible = text.lstrip(" \t\r\n\xa0\u200b\u200c\u200d\u200e\u200f\ufeff")
    return bool(re.match(r"[=+\-@'＝＋－＠]", visible) or re.search(r"\d", text)) or text.strip().lower() in TRUTH_VALUES


TRUTH_VALUES = ("true", "false", "wahr", "falsch", "vrai", "faux", "verdadero", "falso", "vero", "waar", "onwaar")

# The column with the words for each column of spans.
SURFACES = {
    "content_spans": "content_text",
    "cue_spans": "cue_text",
    "source_spans": "source_text",
    "quote_spans": "quote_text",
    "claim_spans": "surface",
}


def wrong_spans(output: Output) -> list[str]:
    """Rows whose `text[start:end]` is not what the row says; empty when every span is right."""
    problems = []
    checked = 0
    for table in output.tables:
        for number, row in enumerate(table.rows, 1):
            place = f"{table.name} row {number}"
            for column in (name for name in row if name.endswith("_spans")):
                if column not in SURFACES:
                    problems.append(f"{place}: no surface is known for {column}")
                    continue
                checked += 1
                problem = span_problem(output.texts.get(row["article_id"]), row[column], row[SURFACES[column]])
                if problem:
                    problems.append(f"{place}, {column}: {problem}")
            sentence, text = row.get("sentence_text"), output.texts.get(row.get("article_id"), "")
            if sentence is not None and sentence not in text:
                problems.append(f"{place}: its sentence is not in the article: {sentence[:80]!r}")
    if checked == 0 and not problems:
        problems.append("there is no row with spans")
    return problems


def span_problem(text: str | None, spans: list | None, surface: str | None) -> str | None:
    if text is None:
        return "its article is not in articles.jsonl"
    if not spans:
        return None if not surface else f"no span for {surface[:80]!r}"
    try:
        pairs = [(int(start), int(end)) for start, end in spans]
    except (TypeError, ValueError):
        return f"not pairs of integers: {spans}"
    if any(not 0 <= start < end <= len(text) for start, end in pairs):
        return f"empty or outside the text of {len(text)} scalars: {spans}"
    if any(before[1] > after[0] for before, after in zip(pairs, pairs[1:])):
        return f"out of order or overlapping: {spans}"
    words = " ".join(text[start:end] for start, end in pairs)
    return None if words == (surface or "") else f"{words[:80]!r} is not {(surface or '')[:80]!r}"

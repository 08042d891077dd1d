"""Names out of a list that another program wrote: a CSV file with or without a heading.

Taken are a column of names, or first and last names in two columns. Other columns (numbers, addresses, birthdays)
are neither kept nor looked at further than it needs to tell that they hold no names.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass

MOST_LINES = 2_000
WHOLE = frozenset(
    {"name", "names", "student", "students", "student name", "full name", "display name", "learner", "pupil"}
)
FIRST = frozenset(
    {"first", "first name", "firstname", "given name", "forename", "preferred name", "first names"}
)
LAST = frozenset({"last", "last name", "lastname", "surname", "family name", "second name"})
HEADINGS = WHOLE | FIRST | LAST
NO_NAME = re.compile(r"[@\d]|https?:")
"""An address, a number, a date: no cell with one of these is a name."""


class RosterUnreadable(Exception):
    """No names were found in the file; the text says why, and what to do, to a teacher."""


@dataclass(frozen=True)
class Row:
    """A name as it stands on one line of the file, not cleaned."""

    line: int
    name: str


def read_roster(data: bytes) -> list[Row]:
    """The names of a CSV file, line by line, without lines that hold none. Raises RosterUnreadable."""
    rows = _rows(_text(data))
    if not rows:
        raise RosterUnreadable("The file is empty.")
    heading = [_folded(cell) for cell in rows[0][1]]
    has_heading = bool(HEADINGS & set(heading))
    body = rows[1:] if has_heading else rows
    columns = _named_columns(heading) if has_heading else _likely_columns(body)
    names = [Row(line, " ".join(filter(None, (_cell(cells, c) for c in columns)))) for line, cells in body]
    found = [row for row in names if row.name]
    if not found:
        raise RosterUnreadable("The file has a heading and no name below it.")
    return found


def _text(data: bytes) -> str:
    if data.startswith(b"PK"):
        raise RosterUnreadable(
            "This is a spreadsheet, not a CSV file: open it and save it as CSV, then try again."
        )
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")  # what a spreadsheet saves on an older Windows
    if "\0" in text:
        raise RosterUnreadable("This is no text file: save the list as CSV, then try again.")
    return text


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Each line that is not empty, with its number and its cells."""
    head = text[:4_000]
    delimiter = max(",;\t", key=head.count) if any(d in head for d in ",;\t") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, cells))
            if len(rows) > MOST_LINES:
                raise RosterUnreadable(
                    f"The file has more than {MOST_LINES} lines: is it the list of one class?"
                )
    except csv.Error as error:
        raise RosterUnreadable(
            "This is no CSV file that can be read: save the list as CSV, then try again."
        ) from error
    return rows


def _named_columns(heading: list[str]) -> list[int]:
    """First and last name where both are there, else the column of whole names, else the one that is there."""
    at = {name: heading.index(name) for name in heading}
    first = [at[name] for name in heading if name in FIRST]
    last = [at[name] for name in heading if name in LAST]
    whole = [at[name] for name in heading if name in WHOLE]
    if first and last:
        return [first[0], last[0]]
    return (whole or first or last)[:1]


def _likely_columns(rows: list[tuple[int, list[str]]]) -> list[int]:
    """The columns of a file without a heading in which every cell may be a name: one, or two for first and last."""
    width = max(len(cells) for _, cells in rows)
    likely = [c for c in range(width) if _holds_names([_cell(cells, c) for _, cells in rows])]
    if not 1 <= len(likely) <= 2:
        raise RosterUnreadable(
            "It cannot be told which column holds the names. Write “name” (or “first name” and “last name”) above it."
        )
    return likely


def _holds_names(cells: list[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(
        any(c.isalpha() for c in cell) and not NO_NAME.search(cell) for cell in filled
    )


def _cell(cells: list[str], column: int) -> str:
    """The cell's words; "Okafor, Amara" in one cell is Amara Okafor."""
    words = " ".join(cells[column].split()) if column < len(cells) else ""
    last, comma, first = words.partition(",")
    return f"{first.strip()} {last.strip()}".strip() if comma else words


def _folded(cell: str) -> str:
    return " ".join(cell.replace("_", " ").replace("-", " ").casefold().split())

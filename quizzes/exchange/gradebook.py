"""The gradebook as CSV for spreadsheets and school systems."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BYTE_ORDER_MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8; without it names with accents come out broken."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Beginnings that a spreadsheet takes for a formula (OWASP, "CSV Injection")."""


@dataclass(frozen=True)
class GradeRow:
    """One student's line: points by column (None: not answered, not graded), percent from 0 to 100."""

    student: str
    points: Sequence[float | None]
    total: float | None
    percent: float | None
    status: str


def gradebook_csv(rows: Iterable[GradeRow], columns: Sequence[str]) -> str:
    """The CSV text with byte order mark: student, a column for each item, total, percent, status.

    Every line has a cell for each column or ValueError is raised: a shifted grade is worse than none.
    """
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write([_text(title) for title in ("Student", *columns, "Total", "Percent", "Status")])
    for row in rows:
        if len(row.points) != len(columns):
            raise ValueError(f"{len(row.points)} points for {len(columns)} columns")
        numbers = [_number(number) for number in (*row.points, row.total, row.percent)]
        write([_text(row.student), *numbers, _text(row.status)])
    return BYTE_ORDER_MARK + out.getvalue()


def _text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:.2f}".rstrip("0").rstrip(".")

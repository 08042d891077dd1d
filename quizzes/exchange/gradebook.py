"""Grades as tables for spreadsheets and school systems: CSV and XLSX. No cell of either is ever a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BYTE_ORDER_MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8; without it names with accents come out broken."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Beginnings that a spreadsheet takes for a formula (OWASP, "CSV Injection"), wide forms too."""

LONGEST_SHEET_NAME = 31
NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
WIDEST = 40
"""Characters of a column's width."""

Value = str | float | None


@dataclass(frozen=True)
class GradeRow:
    """One student's line: points by column (None: not answered, not graded), percent from 0 to 100."""

    student: str
    points: Sequence[float | None]
    total: float | None
    percent: float | None
    status: str


@dataclass(frozen=True)
class Table:
    """A sheet: text or numbers under a head; None is an empty cell."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Value]]

    def __post_init__(self) -> None:
        """Raises ValueError where a line has not a cell for each column: a shifted grade is worse than none."""
        for row in self.rows:
            if len(row) != len(self.head):
                raise ValueError(f"{len(row)} cells for {len(self.head)} columns")


def grade_table(rows: Iterable[GradeRow], columns: Sequence[str], title: str = "Grades") -> Table:
    """Student, a column for each item, total, percent, status. Raises ValueError as Table does."""
    lines = [[row.student, *row.points, row.total, row.percent, row.status] for row in rows]
    return Table(title, ["Student", *columns, "Total", "Percent", "Status"], lines)


def table_csv(table: Table) -> str:
    """The CSV text with byte order mark."""
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    for row in (table.head, *table.rows):
        write([_text(cell) if isinstance(cell, str) else _number(cell) for cell in row])
    return BYTE_ORDER_MARK + out.getvalue()


def workbook(tables: Sequence[Table]) -> bytes:
    """An XLSX file with a sheet for each table; head and first column stay in sight."""
    import xlsxwriter  # here alone: it is asked for rarely

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        figure = book.add_format({"num_format": "0.##"})
        for table, name in zip(tables, sheet_names([t.title for t in tables]), strict=True):
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 1)
            for column, head in enumerate(table.head):
                sheet.write_string(0, column, head, bold)
                cells = [
                    len(cell) if isinstance(cell, str) else 6 for row in table.rows for cell in (row[column],)
                ]
                sheet.set_column(column, column, min(WIDEST, max([8, min(len(head), 16), *cells]) + 1))
            for place, row in enumerate(table.rows, 1):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(place, column, cell)  # as text, whatever it begins with
                    elif cell is not None:
                        sheet.write_number(place, column, round(cell, 4), figure)
    return out.getvalue()


def sheet_names(titles: Sequence[str]) -> list[str]:
    """Names that Excel takes, one for each title and none twice (case aside): "8B", "8B (2)"."""
    names: list[str] = []
    for title in titles:
        plain = NOT_IN_SHEET_NAMES.sub(" ", title).strip().strip("'").strip()[:LONGEST_SHEET_NAME] or "Class"
        name, n = plain, 1
        while name.casefold() in {known.casefold() for known in names} or name.casefold() == "history":
            n += 1
            mark = f" ({n})"
            name = plain[: LONGEST_SHEET_NAME - len(mark)] + mark
        names.append(name)
    return names


def _text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _number(number: float | None) -> str:
    return "" if number is None else f"{number:.2f}".rstrip("0").rstrip(".")

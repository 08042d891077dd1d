from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from quizzes.exchange.gradebook import (
    BYTE_ORDER_MARK,
    GradeRow,
    Table,
    grade_table,
    sheet_names,
    table_csv,
    workbook,
)


def _csv(rows: list[GradeRow], columns: list[str]) -> str:
    return table_csv(grade_table(rows, columns))


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK))))


def test_a_line_for_each_student_and_a_column_for_each_item() -> None:
    rows = [
        GradeRow("Amara", (1.0, 2.5), 3.5, 87.5, "graded"),
        GradeRow("Zoë", (0.0, None), 0.0, 0.0, "handed in"),
    ]
    assert cells(_csv(rows, ["1. Tickets", "2. Source"])) == [
        ["Student", "1. Tickets", "2. Source", "Total", "Percent", "Status"],
        ["Amara", "1", "2.5", "3.5", "87.5", "graded"],
        ["Zoë", "0", "", "0", "0", "handed in"],
    ]


def test_a_spreadsheet_is_told_that_it_is_utf8() -> None:
    assert _csv([], []).encode().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "name", ["=1+1", "+49", "-x", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")']
)
def test_no_cell_begins_a_formula(name: str) -> None:
    row = cells(_csv([GradeRow(name, (1.0,), 1.0, 100.0, name)], [name]))
    assert row[0][1] == row[1][0] == row[1][4] == f"'{name}"


def test_commas_quotes_and_line_breaks_stay_in_their_cell() -> None:
    row = GradeRow('Ann "Nan", Lee\nSmith', (), None, None, "")
    assert cells(_csv([row], []))[1] == ['Ann "Nan", Lee\nSmith', "", "", ""]


@pytest.mark.parametrize(
    ("points", "shown"), [(1 / 3, "0.33"), (1234567.5, "1234567.5"), (100, "100"), (0, "0")]
)
def test_numbers_are_plain(points: float, shown: str) -> None:
    assert cells(_csv([GradeRow("Ann", (points,), points, None, "")], ["1"]))[1][1] == shown


def test_a_line_with_a_missing_cell_is_refused() -> None:
    with pytest.raises(ValueError, match="5 cells for 6 columns"):
        _csv([GradeRow("Ann", (1.0,), 1.0, 50.0, "")], ["1", "2"])


def test_sheets_have_names_that_excel_takes_and_none_twice() -> None:
    titles = ["8B", "8b", "7C/1: [a]*?", "", "History", "x" * 40, "x" * 40, "'quoted'"]
    names = sheet_names(titles)
    assert names[:5] == ["8B", "8b (2)", "7C 1   a", "Class", "History (2)"]
    assert len({name.casefold() for name in names}) == len(titles)
    assert all(0 < len(name) <= 31 and not name.startswith("'") for name in names)


@pytest.mark.parametrize("name", ["=1+1", "{=1}", "http://x.example", "+49", "\x07bell", "@x"])
def test_a_workbook_holds_names_as_text_whatever_they_begin_with(name: str) -> None:
    book = load_workbook(io.BytesIO(workbook([Table(name, [name, "Points"], [[name, 1 / 3], [name, None]])])))
    sheet = book.worksheets[0]
    kinds = [[cell.data_type for cell in row] for row in sheet.iter_rows()]
    assert kinds == [["s", "s"], ["s", "n"], ["s", "n"]]
    assert sheet.cell(2, 1).hyperlink is None
    assert (sheet.cell(2, 2).value, sheet.cell(3, 2).value) == (0.3333, None)

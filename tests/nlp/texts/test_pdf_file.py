"""PDF files: paragraphs as a reader joins them, and one plain refusal for each file that gives none."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzes.nlp.texts import pdf_file as pdf
from quizzes.nlp.texts.intake import read_file
from quizzes.nlp.texts.unreadable import ArticleUnreadable
from tests.nlp.texts.made_files import Drawn, column, pdf_file

HEADLINE = ("Ferry runs aground off Penwick", 60.0, 740.0, 24.0)
LEFT = [
    "A ferry with forty people on board ran",
    "aground near the old lighthouse, and its",
    "captain blamed the channel.",
    "",
    "“Nobody was hurt,” said the harbour mas-",
    "ter, who had sent two boats. It was an ex-",
    "traordinary night for a well-known town.",
]
RIGHT = [
    "Pilots have called the channel too shallow",
    "for years, and the harbour board has said",
    "that it would be dug out when there is mon-",
    "ey. Nothing was done in spring or summer.",
]
JOINED = [
    "A ferry with forty people on board ran aground near the old lighthouse, and its captain blamed the channel.",
    "“Nobody was hurt,” said the harbour master, who had sent two boats. It was an extraordinary night for a "
    "well-known town.",
    "Pilots have called the channel too shallow for years, and the harbour board has said that it would be dug "
    "out when there is money. Nothing was done in spring or summer.",
]


def lines(*pages: list[Drawn]) -> list[str]:
    return read_file("a.pdf", pdf_file(*pages)).text.split("\n")


def refusal(data: bytes) -> str:
    with pytest.raises(ArticleUnreadable) as refused:
        read_file("a.pdf", data)
    return refused.value.reason


def test_lines_become_paragraphs_and_parted_words_whole() -> None:
    assert lines([HEADLINE, *column(LEFT)]) == [HEADLINE[0], *JOINED[:2]]


def test_columns_are_read_one_after_the_other() -> None:
    assert lines([HEADLINE, *column(LEFT), *column(RIGHT, x=320)]) == [HEADLINE[0], *JOINED]


def test_columns_drawn_line_by_line_across_the_page_are_too() -> None:
    drawn = sorted([*column(LEFT), *column(RIGHT, x=320)], key=lambda d: -d[2])
    assert lines([HEADLINE, *drawn]) == [HEADLINE[0], *JOINED]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first, second = column(LEFT[:2]), column(LEFT[2:])
    assert lines([HEADLINE, *first], second) == [HEADLINE[0], *JOINED[:2]]


def test_an_indent_begins_a_paragraph() -> None:
    drawn = [*column(LEFT[:3]), *column(LEFT[4:], top=664)]
    set_in = [(t, x + 12 if t in (LEFT[0], LEFT[4]) else x, y, size) for t, x, y, size in drawn]
    assert lines(set_in) == JOINED[:2]


def test_a_line_that_had_room_for_the_next_word_ends_a_paragraph() -> None:
    assert lines(column(["By Anna Reyes", "May 6, 2024", *LEFT[:3]])) == [
        "By Anna Reyes",
        "May 6, 2024",
        JOINED[0],
    ]


def test_pieces_of_a_line_stay_one() -> None:
    drawn = [("It was ", 60.0, 700.0, 10.0), ("not", 92.0, 700.0, 10.0), (" the storm.", 106.0, 700.0, 10.0)]
    assert lines(drawn) == ["It was not the storm."]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [("The Harrow Ledger", 60.0, 780.0, 8.0), *column(part), (f"Page {n} of 2", 280.0, 20.0, 8.0)]
        for n, part in enumerate((LEFT[:3], LEFT[4:]), 1)
    ]
    assert lines(*pages) == JOINED[:2]


def test_a_browser_s_print_marks_are_left_out() -> None:
    marks = [
        ("11/21/24, 11:50 AM Ferry | The Harrow Ledger", 24.0, 780.0, 8.0),
        ("https://ledger.example/ferry 1/1", 24.0, 16.0, 8.0),
    ]
    assert lines([*column(LEFT[:3]), *marks]) == JOINED[:1]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (["Soldiers of a non-", "aligned state"], "Soldiers of a non-aligned state"),
        (["Some 40-", "60 people"], "Some 40-60 people"),
        (["It rained -", "and it blew"], "It rained - and it blew"),
        (["An old-", "fashioned boat"], "An old-fashioned boat"),
    ],
)
def test_hyphens_of_words_stay(broken: list[str], whole: str) -> None:
    assert lines(column(broken)) == [whole]


def test_a_file_without_a_word_is_said_to_be_a_scan() -> None:
    assert "pictures" in refusal(pdf_file([]))


def test_a_password_is_asked_for_by_no_one() -> None:
    assert "password" in refusal(pdf_file(column(LEFT), password="quay"))


@pytest.mark.parametrize("data", [b"words", b"%PDF-1.7\n", pdf_file(column(LEFT))[:300]])
def test_a_damaged_file_is_said_to_be_one(data: bytes) -> None:
    assert "damaged" in refusal(data)


def test_a_book_is_refused() -> None:
    assert f"more than {pdf.MOST_PAGES} pages" in refusal(pdf_file(*[column(LEFT)] * (pdf.MOST_PAGES + 1)))


def test_a_page_that_unpacks_to_far_more_is_refused() -> None:
    data = pdf_file(column(LEFT))
    start, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    assert "too long" in refusal(data[:start] + zlib.compress(b" " * 50_000_000) + data[end:])


def test_reading_stops_at_its_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_SECONDS", -1.0)
    assert "too long" in refusal(pdf_file(column(LEFT)))


MADE = pdf_file([HEADLINE, *column(LEFT)], column(RIGHT))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(MADE) - 1), st.binary(max_size=8))
def test_a_file_with_a_fault_is_read_or_refused(at: int, fault: bytes) -> None:
    try:
        assert read_file("a.pdf", MADE[:at] + fault + MADE[at + len(fault) :]).text
    except ArticleUnreadable as refused:
        assert refused.reason.endswith(".")

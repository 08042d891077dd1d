"""Names out of lists that other programs wrote."""

from __future__ import annotations

import pytest

from quizzes.exchange import rosters
from quizzes.exchange.rosters import RosterUnreadable, read_roster


def names(text: str | bytes) -> list[str]:
    return [row.name for row in read_roster(text.encode() if isinstance(text, str) else text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana\nBo\n", ["Ana", "Bo"]),
        ("Name\nAna\nBo", ["Ana", "Bo"]),
        ("Ana\r\n\r\n  Bo  M \r\n", ["Ana", "Bo M"]),
        ("First name,Last name\nAna,Diaz\nBo,", ["Ana Diaz", "Bo"]),
        ("Surname;Given_name\nDiaz;Ana\n", ["Ana Diaz"]),
        ("last,first\nDiaz,Ana\n", ["Ana Diaz"]),
        ("Ana,Diaz\nBo,Chen\n", ["Ana Diaz", "Bo Chen"]),
        ('"Diaz, Ana"\n"Chen, Bo"\n', ["Ana Diaz", "Bo Chen"]),
        ("id,Student Name,e-mail\n7,Ana,ana@school.example\n", ["Ana"]),
        ("7;Ana;ana@school.example\n8;Bo;bo@school.example\n", ["Ana", "Bo"]),
        ("12 Mar 2012\tAna\n1 May 2012\tBo\n", ["Ana", "Bo"]),
        ("Full name,First name,Last name\nAna X Diaz,Ana,Diaz\n", ["Ana Diaz"]),
        ("Zoë\nTomás\n", ["Zoë", "Tomás"]),
    ],
)
def test_names_are_found(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_whatever_a_spreadsheet_saves_is_read(encoding: str) -> None:
    assert names("Name;Mark\nZoë;5\n".encode(encoding)) == ["Zoë"]


def test_a_name_says_on_which_line_it_stands() -> None:
    assert [row.line for row in read_roster(b"Name\n\nAna\nBo\n")] == [3, 4]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "empty"),
        (b"\n ,\n", "empty"),
        (b"Name\n", "no name below it"),
        (b"PK\x03\x04...", "save it as CSV"),
        (b"\x00\x01\x02", "no text file"),
        (b"1,2\n3,4\n", "which column"),
        (b"Ana,Diaz,Dublin\nBo,Chen,Cork\n", "which column"),
    ],
)
def test_what_holds_no_names_says_why(data: bytes, told: str) -> None:
    with pytest.raises(RosterUnreadable, match=told):
        read_roster(data)


def test_a_list_of_a_whole_town_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rosters, "MOST_LINES", 3)
    with pytest.raises(RosterUnreadable, match="more than 3 lines"):
        read_roster(b"Ana\n" * 4)

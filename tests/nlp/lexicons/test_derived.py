"""The tables derived from WordNet: what is in and out, and that the recipe makes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizzes.nlp.lexicon_recipe.__main__ import tables
from quizzes.nlp.lexicons.derived import FOLDER, rows_of, words_of

WORDNET = Path("/usr/share/wordnet")
"""Where Debian's and Ubuntu's package wordnet-base puts it."""


@pytest.mark.parametrize(
    ("table", "inside", "outside"),
    [
        ("people", "judge contractor nurse driver gunman bystander", "cat rock computer scanner bridge week"),
        ("people_judged", "thug hero bully", "farmer nurse"),
        ("groups", "company militia committee", "company-car table"),
        ("weapons", "rifle grenade missile dagger", "table car"),
        ("vehicles", "car helicopter ferry", "road"),
        ("crimes", "robbery embezzlement", "walk"),
        ("deaths", "killing homicide assassination", "birth"),
        ("injuries", "bruise whiplash", "smile"),
        ("killing", "kill murder execute assassinate behead", "say hit die"),
        ("injuring", "injure wound stab", "heal kill"),
        ("destroying", "destroy demolish raze", "build damage"),
        ("attacking", "attack bomb invade retaliate", "defend"),
        ("arresting", "arrest nab apprehend", "free jail"),
        ("imprisoning", "jail imprison detain", "arrest free"),
        ("displacing", "evacuate expel evict uproot", "invite"),
        ("fleeing", "flee escape", "arrive"),
        ("moving", "travel march creep", "stay"),
        ("saying", "say warn deny allege testify", "run kill believe"),
        ("thinking", "think believe suppose", "say run"),
        ("telling", "shout whisper apologize telephone", "walk"),
        ("judging", "criticize praise condemn lambaste", "walk"),
        ("criticizing", "criticize condemn infuriate excoriate", "praise walk"),
    ],
)
def test_a_table_holds_what_its_name_says(table: str, inside: str, outside: str) -> None:
    found = words_of(table)
    assert {word for word in inside.split() if word not in found} == set()
    assert {word for word in outside.split() if word in found} == set()


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("events", ("earthquake", "event")),
        ("classes", ("altercation", "dispute", "sure")),
        ("classes", ("brawl", "violence", "loose")),
        ("events", ("murder", "act")),
        ("judgement", ("deplorable", "bad")),
        ("antonyms", ("a", "cheap", "expensive")),
        ("irregular_verbs", ("slain", "slay")),
        ("irregular_nouns", ("wives", "wife")),
        ("contrasts", ("lobby", "premises", "antechamber|anteroom|foyer|hall|room|vestibule")),
        ("places", ("Osaka", "city", "Japan")),
        ("places", ("Yuma", "town", "Arizona")),
    ],
)
def test_a_table_of_columns_has_the_row(table: str, row: tuple[str, ...]) -> None:
    assert row in rows_of(table)


def test_a_nation_has_its_names_its_people_and_its_capital() -> None:
    country, names, people, capitals, adjectives = next(
        row for row in rows_of("nations") if row[0] == "Norway"
    )
    assert country == "Norway"
    assert "Kingdom of Norway" in names.split("|")
    assert "Norwegian" in people.split("|")
    assert "Oslo" in capitals.split("|")
    assert "Norwegian" in adjectives.split("|")


def test_a_table_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        words_of("unheard_of")


def test_the_licence_lies_beside_the_tables() -> None:
    assert "WordNet 3.0 Copyright 2006 by Princeton University" in (FOLDER / "LICENCE").read_text("utf-8")


def test_tables_are_small() -> None:
    """In bytes, all together."""
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 560_000


@pytest.mark.skipif(
    not (WORDNET / "data.noun").exists(), reason=f"WordNet (package wordnet-base) is not in {WORDNET}"
)
def test_the_recipe_makes_the_committed_tables() -> None:
    made = tables(WORDNET)
    committed = {path.stem: path.read_text("utf-8").splitlines() for path in FOLDER.glob("*.txt")}
    assert made.keys() == committed.keys()
    assert [name for name, lines in made.items() if lines != committed[name]] == []

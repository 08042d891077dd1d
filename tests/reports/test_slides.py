"""What a slide of the debrief shows: the question as asked, two positions, the words of the articles cut to size."""

from __future__ import annotations

from typing import Any

import pytest

from quizzes.models import FrozenArticle, FrozenItem
from quizzes.reports.slides import LONGEST, Side, asked, clip, sides

TEXTS = {
    "A": "One person was killed. The rest ran away.",
    "B": "Officials spoke late. At least 22 fighters died, the monitor said.",
    "C": "Several died in the raid.",
}
SENTENCES = {"A": [(0, 22), (23, 41)], "B": [(0, 21), (22, 66)], "C": [(0, 25)]}
ARTICLES = [
    FrozenArticle(
        letter=letter,
        outlet=f"The {letter} Post",
        text=text,
        sentences=[{"start": s, "end": e} for s, e in SENTENCES[letter]],
    )
    for letter, text in TEXTS.items()
]


def entry(letter: str, value: str, start: int, end: int) -> dict[str, Any]:
    return {"letter": letter, "value": value, "source": None, "evidence": [{"start": start, "end": end}]}


ROW = [entry("A", "One", 0, 22), entry("B", "At least 22", 22, 66), entry("C", "Several", 0, 25)]
CITED_B = [{"article": "B", "start": 22, "end": 66}]


def item(**fields: Any) -> FrozenItem:
    given = {"finding_kind": "discrepancy", "row": ROW, "evidence": CITED_B, "kind": "choice", "stem": "?"}
    return FrozenItem(**given | fields)


def shown(found: tuple[Side, ...]) -> list[tuple[str, str]]:
    return [(side.letter, side.marked) for side in found]


def test_what_proves_the_key_stands_beside_the_figure_farthest_off() -> None:
    found = sides(item(), ARTICLES)
    assert shown(found) == [("A", "One"), ("B", "At least 22")]
    assert (found[0].before, found[0].after) == ("", " person was killed.")


def test_or_beside_the_article_of_the_wrong_answer_chosen_most() -> None:
    assert shown(sides(item(), ARTICLES, wrong="C")) == [("B", "At least 22"), ("C", "Several")]


def test_a_phrase_is_shown_in_its_sentence() -> None:
    phrase = [entry("B", "fighters", 34, 42)]
    (side,) = sides(item(row=phrase, finding_kind="label_choice", evidence=[]), ARTICLES)
    assert (side.before, side.marked, side.after) == ("At least 22 ", "fighters", " died, the monitor said.")


def test_a_value_in_other_words_than_the_evidence_marks_all_of_it() -> None:
    (side,) = sides(item(row=[entry("C", "many dead", 0, 25)], evidence=[]), ARTICLES)
    assert (side.before, side.marked) == ("", "Several died in the raid.")


def test_beside_what_one_article_tells_stands_one_that_leaves_it_out() -> None:
    found = sides(item(row=ROW[1:2], finding_kind="omission"), ARTICLES)
    assert [(s.letter, s.silence) for s in found] == [("A", "says nothing of it"), ("B", "")]


def test_an_item_of_the_teachers_own_shows_what_it_cites() -> None:
    own = [{"article": "A", "start": 23, "end": 41}, *CITED_B]
    found = sides(item(row=[], finding_kind="", evidence=own), ARTICLES)
    assert shown(found) == [
        ("A", "The rest ran away."),
        ("B", "At least 22 fighters died, the monitor said."),
    ]
    assert sides(item(row=[], finding_kind="", evidence=[]), ARTICLES) == ()


@pytest.mark.parametrize(
    "room", [("so " * 60, "22", " died" * 60), ("", "22", " died" * 60), ("so " * 60, "22", "")]
)
def test_a_long_sentence_is_cut_between_words_on_both_sides(room: tuple[str, str, str]) -> None:
    before, marked, after = clip(*room)
    assert marked == "22"
    assert len(before + marked + after) <= LONGEST + 6
    words = (before + marked + after).replace("…", " ").split()
    assert set(words) <= {"so", "22", "died"}


def test_a_long_mark_is_cut_at_its_end() -> None:
    assert clip("He said ", "word " * 50, "end")[1].endswith(" …")


def test_the_proof_is_not_asked_for_on_the_wall() -> None:
    stem = "Who reported the most? Then tick the proof: one sentence."
    assert asked(item(kind="claim_evidence", stem=stem)) == "Who reported the most?"
    assert asked(item(stem=stem)) == stem

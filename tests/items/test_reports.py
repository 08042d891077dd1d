"""Items on how many reports stand behind several articles."""

from __future__ import annotations

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.building import Ask
from quizzes.items.matrix import Matrix
from quizzes.items.proof import prove
from quizzes.items.questions import QUESTIONS
from quizzes.items.report_counts import how_many, whose_own
from quizzes.items.reports import reports_in_all
from quizzes.items.types import ItemDraft, Skill
from quizzes.nlp.types import FindingKind, Reading
from tests.items.readings import article, of_kind, position, shown, story

TEXT = (
    "The old lighthouse on the outer rock was closed for good after a winter of heavy storms.",
    "Two keepers were taken off by helicopter before the last lamp was put out at noon.",
)
OWN = (
    "Nobody lives on the outer rock any more since its tower has been shut by the council.",
    "Gales had damaged the stairs so badly that an inspection found them past repair.",
)
PHRASE = ("A winter of heavy storms on the outer rock was closed for good, as one sailor put it in a song.",)


def told(*texts: tuple[str, ...]) -> tuple[Reading, ...]:
    return tuple(article(f"a{n}", f"Outlet {n}", *text) for n, text in enumerate(texts, 1))


def ask(*texts: tuple[str, ...]) -> Ask:
    readings = told(*texts)
    finding = of_kind(FindingKind.TEXT_REUSE, *(position(r, r.text[:40]) for r in readings))
    evidence = tuple(e for p in finding.positions for e in p.evidence)
    return Ask(Matrix(story(*readings)), finding, 0, Skill.INDEPENDENCE, "", "Why.", evidence, 0.5)


def key(item: ItemDraft | None, asked: Ask) -> str:
    assert item is not None
    assert prove(item, asked.matrix.comparison)
    return shown(item)[item.key]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((TEXT, TEXT, TEXT), "One"),
        ((TEXT, TEXT, TEXT, OWN), "Two"),
        ((TEXT, OWN, OWN, TEXT), "Two"),
    ],
)
def test_articles_that_share_sentences_are_one_report(
    texts: tuple[tuple[str, ...], ...], expected: str
) -> None:
    asked = ask(*texts)
    assert key(how_many(asked), asked) == expected


def test_as_many_numbers_are_offered_as_there_are_articles() -> None:
    item = how_many(ask(TEXT, TEXT, TEXT))
    assert item is not None
    assert sorted(shown(item).values()) == ["One", "Three", "Two"]


@pytest.mark.parametrize("number", [2, 5])
def test_two_outlets_are_too_few_and_five_too_many(number: int) -> None:
    assert how_many(ask(*[TEXT] * number)) is None


def test_where_only_a_phrase_is_shared_nobody_can_count() -> None:
    asked = ask(TEXT, TEXT, PHRASE)
    assert how_many(asked) is None
    with pytest.raises(Undecided):
        reports_in_all(asked.matrix)


def test_the_outlet_with_a_text_of_its_own_is_told_from_those_that_share_one() -> None:
    asked = ask(TEXT, OWN, TEXT, TEXT)
    assert key(whose_own(asked), asked) == "Outlet 2"


def test_an_outlet_that_shares_a_phrase_is_not_offered() -> None:
    asked = ask(TEXT, OWN, TEXT, PHRASE)
    item = whose_own(asked)
    assert item is not None
    assert "Outlet 4" not in shown(item).values()
    with pytest.raises(Undecided):
        QUESTIONS["own-text"].holds(asked.matrix, (), ("a4",))


def test_without_an_outlet_of_its_own_nothing_is_asked() -> None:
    assert whose_own(ask(TEXT, TEXT, TEXT)) is None

"""Items on the news agency behind a sentence that two outlets print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.agencies import agency_mark, common_mark, taken_over, wrote_first
from quizzes.items.asking import Undecided
from quizzes.items.drafting import draft_items
from quizzes.items.matrix import Matrix
from quizzes.items.proof import prove
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.comparing import compare
from quizzes.nlp.types import Comparison, Reading
from tests.items.readings import article, shown

FIRST = "A freight barge with forty tons of salt sank off the Penwick lighthouse early on Sunday morning."
SECOND = "Divers from the Saltmarsh harbour office looked for the pilot of the barge until the evening."
THIRD = "Harbour master Ann Roe closed the Penwick channel to all ships with a deep keel until Tuesday noon."
OTHER = "Fishermen near the lighthouse of Penwick heard a bang and saw a barge go down with its salt."


def told(name: str, outlet: str, *sentences: str, mark: str = "") -> Reading:
    first, *rest = sentences
    return article(name, outlet, f"{mark}{first}", *rest)


LEDGER = told("a", "The Quay Ledger", FIRST, SECOND, THIRD)
MARKED = told("b", "Saltmarsh Wire", FIRST, SECOND, THIRD, mark="PENWICK (AP) - ")
HERALD = told("c", "The Herald", OTHER)


def writers(*readings: Reading) -> list[ItemDraft]:
    comparison = compare(list(readings))
    return [d for d in draft_items(comparison) if d.proof.startswith("wrote-first")]


def test_who_wrote_a_shared_sentence_first_is_asked_where_an_agency_is_marked() -> None:
    [item] = writers(LEDGER, MARKED, HERALD)
    assert item.kind is ItemKind.CHOICE
    assert shown(item)[item.key] == "The Associated Press, a news agency"
    assert "Associated Press" not in item.stem and "(AP)" not in item.stem
    assert "PENWICK (AP)" in item.rationale
    assert set(shown(item).values()) == {
        "The Associated Press, a news agency",
        "Reuters, a news agency",
        "The Quay Ledger, a news outlet",
        "Saltmarsh Wire, a news outlet",
    }


def test_an_agency_that_any_article_names_is_no_distractor() -> None:
    told_by = told("c", "The Herald", OTHER, "The owner spoke to Reuters on Monday.")
    [item] = writers(LEDGER, MARKED, told_by)
    assert "Reuters, a news agency" not in shown(item).values()
    assert "Agence France-Presse, a news agency" in shown(item).values()


@pytest.mark.parametrize(
    "credit", ["Information from: Saltmarsh Mail.", "It was first reported by the Saltmarsh Mail."]
)
def test_what_the_agency_has_from_another_outlet_has_no_sure_writer(credit: str) -> None:
    taken = told("b", "Saltmarsh Wire", FIRST, SECOND, f"{THIRD}\n\n{credit}", mark="PENWICK (AP) - ")
    assert writers(LEDGER, taken, HERALD) == []


@pytest.mark.parametrize(
    "readings",
    [
        pytest.param((LEDGER, replace(LEDGER, article="b", outlet="Saltmarsh Wire"), HERALD), id="no mark"),
        pytest.param((told("a", "The Quay Ledger", OTHER), MARKED, HERALD), id="nothing shared"),
        pytest.param((replace(LEDGER, outlet="Reuters"), MARKED, HERALD), id="an agency among the outlets"),
        pytest.param(
            (told("a", "The Quay Ledger", FIRST, SECOND, THIRD, mark="(Reuters) - "), MARKED, HERALD),
            id="two agencies",
        ),
    ],
)
def test_nobody_is_asked_for_a_writer_whom_no_mark_names(readings: tuple[Reading, ...]) -> None:
    assert writers(*readings) == []


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PENWICK, Vale (AP) - A barge sank.", "The Associated Press"),
        ("(Reuters) - A barge sank.", "Reuters"),
        ("A barge sank. Copyright 2031 The Associated Press. All rights reserved.", "The Associated Press"),
        ("A barge sank, the mayor told the Associated Press.", None),
        ("A barge sank. (AP Photo/Ann Roe)", None),
        ("A barge (AP) sank.", None),
    ],
)
def test_a_mark_is_a_dateline_or_a_line_of_rights(text: str, agency: str | None) -> None:
    mark = agency_mark(article("a", "The Quay Ledger", text))
    assert (mark.agency if mark else None) == agency
    assert mark is None or mark.line.of(text) in text


def matrix() -> Matrix:
    return Matrix(compare([LEDGER, MARKED, HERALD]))


def test_what_the_question_holds() -> None:
    assert wrote_first(matrix(), ("a", "b"), ("The Associated Press",))
    assert not wrote_first(matrix(), ("a", "b"), ("c",))
    assert not wrote_first(matrix(), ("a", "b"), ("Reuters",))
    with pytest.raises(Undecided):
        wrote_first(matrix(), ("a", "b"), ("UPI",))
    with pytest.raises(Undecided):
        common_mark(matrix(), "a", "c")


def test_the_item_falls_with_the_mark() -> None:
    [item] = writers(LEDGER, MARKED, HERALD)
    bare: Comparison = compare([LEDGER, replace(LEDGER, article="b", outlet="Saltmarsh Wire"), HERALD])
    assert not prove(item, bare)


def test_findings_on_the_same_articles_ask_different_things() -> None:
    comparison = compare([LEDGER, MARKED, HERALD])
    about = [d for d in draft_items(comparison) if d.skill == "independence"]
    assert len({d.proof.split("(")[0] for d in about}) == len(about) == 3


def test_the_question_on_independence_does_not_show_the_mark() -> None:
    comparison = compare([MARKED, LEDGER, HERALD])
    [item] = [d for d in draft_items(comparison) if d.skill == "independence" and d.kind is ItemKind.OPEN]
    assert "(AP)" not in item.stem
    assert "The Associated Press" in item.key["model"]


def test_the_model_names_the_mark_and_the_credit_behind_it() -> None:
    credit = "Information from: Saltmarsh Mail."
    taken = told("b", "Saltmarsh Wire", FIRST, SECOND, f"{THIRD}\n\n{credit}", mark="PENWICK (AP) - ")
    comparison = compare([LEDGER, taken, HERALD])
    [item] = [d for d in draft_items(comparison) if d.skill == "independence" and d.kind is ItemKind.OPEN]
    assert "Saltmarsh Wire bears the mark of a news agency, The Associated Press." in item.key["model"]
    assert f"The line “{credit}” tells of another outlet behind it." in item.key["model"]


def test_a_credit_is_a_line_of_its_own() -> None:
    assert taken_over(article("a", "The Quay Ledger", FIRST)) is None
    assert (
        taken_over(article("a", "The Quay Ledger", f"{FIRST}\n\nInformation from: The Mail"))
        == "Information from: The Mail"
    )
    assert (
        taken_over(article("a", "The Quay Ledger", f"It was first reported by the Mail. {SECOND} {THIRD}"))
        is None
    )

"""Items on how numbers stand to each other, and which of them lead."""

from __future__ import annotations

from dataclasses import replace

from quizzes.items.drafting import draft_items, ranked
from quizzes.items.types import ItemKind
from quizzes.nlp.types import (
    Comparison,
    FindingKind,
    Happening,
    Occurrence,
    Relation,
    SourceKind,
    Span,
)
from tests.items.readings import asked, shown
from tests.items.stories import (
    COAST_GUARD,
    FIRE,
    STORM,
    Telling,
    compared,
    ferry,
    ferry_tellings,
    finding,
    source,
)


def test_a_vague_number_and_a_figure_that_fits_it_can_both_be_right() -> None:
    [item] = asked(ferry(relation=Relation.PRECISION), "stands(")
    assert shown(item)[item.key] == "Both can be right: one is vaguer than the other"


def test_where_an_article_gives_two_numbers_the_stem_says_which_is_meant() -> None:
    [item] = [d for d in draft_items(ferry()) if d.kind is ItemKind.OPEN and "trust" in d.stem]
    assert "The Quay Ledger writes “at least 22”." in item.stem


def guides(*counted: tuple[str, str]) -> Comparison:
    tellings = []
    for n, (kind, outlet) in enumerate(counted):
        telling = Telling(f"a{n}", outlet, (f"One {kind} guide was killed in the storm.",))
        tellings.append(
            telling.says("One", 1, 1, occurrence=STORM, counted=(kind, "guide"), unit=f"{kind} guide")
        )
    claims = [t.claims[0] for t in tellings]
    found = finding(FindingKind.DISCREPANCY, *claims, relation=Relation.CONFLICT, aspect="attribute")
    return compared(*tellings, findings=(found,))


def test_the_outlet_that_says_otherwise_who_was_hurt_is_asked_for() -> None:
    told = (("local", "The Quay Ledger"), ("non-local", "Saltmarsh Wire"), ("non-local", "The Herald"))
    [item] = asked(guides(*told), "says-so(")
    assert "Which outlet writes “One local guide”?" in item.stem
    assert shown(item)[item.key] == "The Quay Ledger"


# --- Rank ---


def test_the_toll_of_the_storys_own_occurrence_leads() -> None:
    ledger, wire, herald = ferry_tellings()
    killed = finding(FindingKind.DISCREPANCY, ledger.claims[1], herald.claims[0], relation=Relation.CONFLICT)
    storm = replace(
        finding(FindingKind.DISCREPANCY, ledger.claims[1], wire.claims[0], relation=Relation.CONFLICT),
        id="a-first-by-id",
        occurrence=STORM,
    )
    plain = finding(FindingKind.DISCREPANCY, ledger.claims[2], wire.claims[1], relation=Relation.CONFLICT)
    comparison = compared(ledger, wire, herald, findings=(storm, plain, killed))
    mentions = (Span(0, 1),)
    readings = tuple(
        replace(
            r, happenings=(Happening(f"h-{r.article}", r.article, "fire", "ferry fire", mentions=mentions),)
        )
        for r in comparison.readings
    )
    fire = Occurrence(FIRE, "ferry fire", tuple(f"h-{r.article}" for r in readings))
    comparison = replace(
        comparison, readings=readings, occurrences=(fire, Occurrence(STORM, "storm of 3 May"))
    )
    assert ranked(comparison)[0] == killed


def test_a_second_source_of_the_highest_figure_proves_it_and_is_no_distractor() -> None:
    watch = source("harbour watcher", SourceKind.ANONYMOUS)
    _, wire, herald = ferry_tellings()
    told = Telling(
        "a1",
        "The Quay Ledger",
        (
            "A harbour watcher spoke of at least 22 dead.",
            "The Northern Coast Guard put the dead at at least 22.",
            "A clerk said that two had died.",
        ),
    )
    told.says("at least 22", 22, None, watch).says("at least 22", 22, None, COAST_GUARD, nth=2)
    told.says("two", 2, 2, source("clerk", SourceKind.ANONYMOUS))
    killed = (*told.claims, wire.claims[0], herald.claims[0])
    comparison = compared(
        told, wire, herald, findings=(finding(FindingKind.DISCREPANCY, *killed, relation=Relation.CONFLICT),)
    )
    [item] = asked(comparison, "reporter-and-source(")
    texts = shown(item)
    assert texts[item.key["choice"]] == "The Quay Ledger: the Northern Coast Guard"
    assert not any("watcher" in t for t in texts.values())
    [group] = [g for g in item.key["groups"] if g[0]["article"] == "a1"]
    assert {told.text[s["start"] : s["end"]] for s in group} >= set(told.sentences[:2])

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.drafting import MOST_OF_ONE_FINDING, draft_items
from quizzes.items.linter import is_sound
from quizzes.items.misconceptions import MISCONCEPTIONS
from quizzes.items.types import ItemDraft, ItemKind, Pairing
from quizzes.nlp.types import Bound, Comparison, FindingKind, Relation
from quizzes.scoring.points import score
from tests.items.stories import COAST_GUARD, FIRE, OWNER, Telling, compared, ferry, finding, with_claim


def asked(comparison: Comparison, start: str = "") -> list[ItemDraft]:
    return [d for d in draft_items(comparison) if d.proof.startswith(start)]


def texts(draft: ItemDraft) -> dict[str, str]:
    assert isinstance(draft.options, tuple)
    return {o.id: o.text for o in draft.options}


def test_who_reported_the_highest_death_toll_and_who_was_its_source() -> None:
    [item] = asked(ferry(), "reporter-and-source(max(killed")
    assert item.kind is ItemKind.CLAIM_EVIDENCE
    assert (
        "the ferry fire. Which outlet reported the highest death toll, and who was its source?" in item.stem
    )
    assert texts(item)[item.key["choice"]] == "The Quay Ledger: the Northern Coast Guard"


def test_its_distractors_come_from_the_same_row_with_what_choosing_them_shows() -> None:
    offered = set()
    for seed in range(12):
        for item in draft_items(ferry(), seed=seed):
            if item.proof.startswith("reporter-and-source"):
                assert isinstance(item.options, tuple)
                offered |= {(o.text, o.misconception) for o in item.options}
    assert {
        ("Saltmarsh Wire: a port official who is not named", "vague-taken-for-high"),
        ("Article C: no source is given", "bare-figure-believed"),
        ("The Quay Ledger: workers on deck who are not named", "sources-run-together"),
    } <= offered
    assert not any("40" in text or "storm" in text for text, _ in offered)


def test_its_sentences_prove_it_in_each_article_that_gives_a_number() -> None:
    [item] = asked(ferry(), "reporter-and-source")
    comparison = ferry()
    by_article = {r.article: r for r in comparison.readings}
    told = [
        [by_article[s["article"]].text[s["start"] : s["end"]] for s in group] for group in item.key["groups"]
    ]
    assert told == [
        ["The Northern Coast Guard later put the dead at at least 22."],
        ["A port official believed that up to a handful of people were killed."],
        ["The fire on the Marigold left two people dead."],
    ]


def test_a_value_that_lies_in_no_sentence_gives_a_choice_without_sentences() -> None:
    comparison = ferry()
    readings = tuple(replace(r, sentences=r.sentences[:1]) for r in comparison.readings)
    [item] = asked(replace(comparison, readings=readings), "reporter-and-source")
    assert item.kind is ItemKind.CHOICE
    assert "tick" not in item.stem


def test_bounds_that_overlap_are_asked_for_their_figure_only() -> None:
    comparison = with_claim(ferry(), "claim-a3-1", low=17.0, high=None, bound=Bound.AT_LEAST, source=OWNER)
    [item] = asked(comparison, "reporter-and-source")
    assert "the highest figure for the death toll" in item.stem
    assert item.proof.startswith("reporter-and-source(max-figure(")


def test_a_tie_is_not_asked() -> None:
    comparison = with_claim(ferry(), "claim-a3-1", low=22.0, high=22.0)
    assert asked(comparison, "reporter-and-source") == []


def test_no_source_is_offered_where_a_sentence_may_name_one() -> None:
    comparison = ferry()
    sentence = "The fire on the Marigold left two people dead."
    doubtful = "Fire on the Marigold, police said: two people dead"[: len(sentence)]
    readings = tuple(replace(r, text=r.text.replace(sentence, doubtful)) for r in comparison.readings)
    for seed in range(8):
        for item in draft_items(replace(comparison, readings=readings), seed=seed):
            if isinstance(item.options, tuple):
                assert not any("Article C: no source" in o.text for o in item.options)


@pytest.mark.parametrize(
    ("relation", "kinds"),
    [
        (Relation.CONFLICT, {ItemKind.CLAIM_EVIDENCE, ItemKind.MATCH}),
        (Relation.PRECISION, {ItemKind.CHOICE, ItemKind.EVIDENCE}),
        (Relation.SCOPE, set()),
    ],
)
def test_what_is_asked_follows_the_relation(relation: Relation, kinds: set[ItemKind]) -> None:
    comparison = ferry(relation=relation)
    found = {d.kind for d in draft_items(comparison) if d.finding == comparison.findings[0].id}
    assert found - {ItemKind.OPEN} == kinds


def test_a_match_pairs_each_outlet_with_its_number_and_source() -> None:
    [item] = asked(ferry(), "tells(")
    assert isinstance(item.options, Pairing)
    shown = {o.id: o.text for o in (*item.options.left, *item.options.right)}
    assert {(shown[a], shown[b]) for a, b in item.key} == {
        ("The Quay Ledger", "at least 22: the Northern Coast Guard"),
        ("Saltmarsh Wire", "up to a handful of people: a port official who is not named"),
        ("Article C", "two people: no source is given"),
    }
    assert item.points == 3


def toll(wire_says: str = "Rescuers counted 14 dead by noon on the quay.") -> Comparison:
    """A ferry fire whose dead two articles count alike."""
    ledger = Telling("a1", "The Quay Ledger", ("The ferry fire killed 14 people.",))
    wire = Telling("a2", "Saltmarsh Wire", (wire_says,))
    ledger.says("14", 14, 14, COAST_GUARD)
    wire.says("14", 14, 14)
    return compared(
        ledger, wire, findings=(finding(FindingKind.AGREEMENT, ledger.claims[0], wire.claims[0]),)
    )


def test_an_agreement_asks_for_the_toll_that_two_articles_share() -> None:
    [item] = asked(toll(), "agreed(")
    assert (
        item.stem
        == "The death toll in the ferry fire is the same in The Quay Ledger and Saltmarsh Wire. What number do they give?"
    )
    assert item.key == {"low": 14, "high": 14, "unit": "people killed", "tolerance": 0}
    assert score(item.kind, item.key, "14 people killed", 1) == 1


@pytest.mark.parametrize(
    "copied",
    ["The ferry fire killed 14 people.", "The ferry fire killed 14 people on Monday night."],
)
def test_two_articles_with_one_sentence_do_not_agree_but_copy(copied: str) -> None:
    assert asked(toll(copied)) == []


def test_a_number_whose_owner_the_sentence_alone_tells_is_asked_for_with_it() -> None:
    assert asked(ferry(), "agreed(") == []


def test_a_copy_is_no_second_voice_for_an_agreement() -> None:
    comparison = replace(ferry(), copies={"a2": "a1"})
    assert asked(comparison, "agreed(") == []


def test_a_figure_without_a_source_is_asked_for_its_source() -> None:
    [item] = asked(ferry(), "source-of(")
    assert (
        item.stem
        == "Article C gives “two people” for the death toll in the ferry fire. On whose word does it give this number?"
    )
    assert texts(item)[item.key] == "Nobody: no source is given"


def test_the_more_exact_number_is_asked_for_where_figures_fit_each_other() -> None:
    exact = Telling("a1", "The Quay Ledger", ("The harbour master counted 36 wrecks.",)).says(
        "36", 36, 36, OWNER, measure="wrecks", counted=("wreck",), unit="wrecks"
    )
    vague = Telling("a2", "Saltmarsh Wire", ("There were dozens of wrecks.",)).says(
        "dozens",
        None,
        None,
        measure="wrecks",
        bound=Bound.VAGUE,
        about=(24, 120),
        counted=("wreck",),
        unit="wrecks",
    )
    fenced = Telling("a3", "The Herald", ("More than 30 wrecks lay on the beach.",)).says(
        "More than 30", 30, None, measure="wrecks", bound=Bound.MORE_THAN, counted=("wreck",), unit="wrecks"
    )
    found = finding(
        FindingKind.DISCREPANCY, *exact.claims, *vague.claims, *fenced.claims, relation=Relation.PRECISION
    )
    [item] = asked(compared(exact, vague, fenced, findings=(found,)), "exact(")
    assert texts(item)[item.key] == "The Quay Ledger"


def test_the_weighing_names_both_numbers_and_sources_in_rubric_and_model() -> None:
    comparison = ferry()
    conflict = comparison.findings[0]
    comparison = replace(
        comparison,
        findings=(replace(conflict, positions=tuple(p for p in conflict.positions if p.article != "a3")),),
    )
    weighed = [d for d in draft_items(comparison) if d.kind is ItemKind.OPEN]
    for item in weighed:
        assert len(item.key["levels"]) == 3
        for told in (
            "The Quay Ledger: “at least 22”, the Northern Coast Guard",
            "a port official who is not named",
        ):
            assert any(told in name for name in item.key["names"])
        assert "22" in item.key["model"]
        assert "Saltmarsh Wire" in item.key["model"]
    assert weighed


def test_a_finding_below_the_bar_is_not_asked() -> None:
    comparison = ferry()
    doubtful = tuple(replace(f, confidence=0.5) for f in comparison.findings)
    assert draft_items(replace(comparison, findings=doubtful)) == ()


def test_nothing_is_asked_of_nothing() -> None:
    assert draft_items(Comparison((), (), (), ())) == ()


def test_no_item_mixes_two_events() -> None:
    for item in draft_items(ferry()):
        assert "storm" not in item.stem
        assert all("40" not in e.text for e in item.evidence)


def test_drafts_are_sound_tagged_and_few_of_one_finding() -> None:
    comparison = ferry()
    drafts = draft_items(comparison)
    for draft in drafts:
        assert is_sound(draft)
        assert draft.rationale
        assert draft.points >= 1
        if isinstance(draft.options, tuple):
            keys = [o for o in draft.options if o.misconception is None]
            assert bool(keys) == bool(draft.options)
            assert len(keys) < 2 or draft.kind in (ItemKind.MULTI, ItemKind.ORDER)
            assert all(o.misconception in MISCONCEPTIONS for o in draft.options if o not in keys)
        assert all(name in MISCONCEPTIONS for _, name in draft.misconceptions)
    counts = [sum(d.finding == f.id for d in drafts) for f in comparison.findings]
    assert max(counts) <= MOST_OF_ONE_FINDING


def test_the_rationale_quotes_the_evidence_and_names_both_sources() -> None:
    [item] = asked(ferry(), "reporter-and-source")
    assert (
        "The Quay Ledger: “The Northern Coast Guard later put the dead at at least 22.” (source: the Northern Coast Guard)"
        in item.rationale
    )
    assert "Saltmarsh Wire: “A port official believed" in item.rationale
    assert "cannot all be right" in item.rationale


def test_the_same_seed_gives_the_same_form() -> None:
    assert draft_items(ferry(), seed=3) == draft_items(ferry(), seed=3)


def test_another_seed_orders_the_options_otherwise() -> None:
    orders = {
        tuple(texts(asked_one).values())
        for s in range(6)
        for asked_one in draft_items(ferry(), seed=s)
        if asked_one.kind is ItemKind.CLAIM_EVIDENCE
    }
    assert len(orders) > 1


def test_ids_are_unique_short_and_outlive_a_renamed_outlet() -> None:
    comparison = ferry()
    drafts = draft_items(comparison)
    assert len({d.id for d in drafts}) == len(drafts)
    assert max(len(d.id) for d in drafts) <= 40
    renamed = replace(
        comparison, readings=tuple(replace(r, outlet=f"New {r.article}") for r in comparison.readings)
    )
    assert {d.id for d in draft_items(renamed)} == {d.id for d in drafts}


def test_the_first_items_are_of_different_findings() -> None:
    drafts = draft_items(ferry())
    assert len({d.finding for d in drafts[:2]}) == 2


def test_parts_of_a_number_are_not_asked_for_as_the_number() -> None:
    parts = Telling("a1", "The Quay Ledger", ("Five guests and two cooks were hurt, the coast guard said.",))
    parts.says("Five", 5, 5, COAST_GUARD, measure="injured", counted=("guest",))
    parts.says("two", 2, 2, COAST_GUARD, measure="injured", counted=("cook",))
    few = Telling("a2", "Saltmarsh Wire", ("One guest was hurt, Ingrid Vale said.",)).says(
        "One", 1, 1, OWNER, measure="injured", counted=("guest",)
    )
    found = finding(FindingKind.DISCREPANCY, parts.claims[0], few.claims[0], relation=Relation.CONFLICT)
    assert asked(compared(parts, few, findings=(found,)), "reporter") == []
    assert found.occurrence == FIRE

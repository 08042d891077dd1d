"""Items of days, altered quotations, spellings and strays."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from quizzes.items.drafting import draft_items
from quizzes.items.types import ItemKind
from quizzes.nlp.types import (
    Comparison,
    FindingKind,
    Happening,
    Occurrence,
    Passage,
    Reading,
    Relation,
    Role,
    Span,
)
from tests.items.readings import article, asked, of_kind, position, quoting, shown, story
from tests.items.stories import (
    FIRE,
    spans,
)

# --- Days ---

MONDAY = article("a1", "The Quay Ledger", "The ferry burned on Monday.", "It was towed in.")
ALSO_MONDAY = article("a2", "Saltmarsh Wire", "Monday’s fire was seen for miles.")
SUNDAY = article("a3", "The Herald", "The fire broke out on Sunday, the owner said.")


def days(*told: tuple[Reading, str]) -> Comparison:
    found = of_kind(
        FindingKind.DISCREPANCY,
        *(
            position(r, day, next(s.of(r.text) for s in r.sentences if day in s.of(r.text)))
            for r, day in told
        ),
        relation=Relation.CONFLICT,
        aspect="date",
        measure="day",
        occurrence=FIRE,
    )
    occurrence = Occurrence(FIRE, "ferry fire in Norrport, 4 May 2031")
    return story(*(r for r, _ in told), findings=(found,), occurrences=(occurrence,))


def test_the_outlet_with_another_day_is_asked_for() -> None:
    [item] = asked(days((MONDAY, "Monday"), (ALSO_MONDAY, "Monday"), (SUNDAY, "Sunday")), "other-day(")
    assert shown(item)[item.key] == "The Herald"
    assert "the ferry fire in Norrport on the same day" in item.stem
    assert "2031" not in item.stem


def test_outlets_with_one_day_are_named_together() -> None:
    comparison = days((MONDAY, "Monday"), (ALSO_MONDAY, "Monday"), (SUNDAY, "Sunday"))
    [item] = [d for d in draft_items(comparison) if d.kind is ItemKind.OPEN]
    assert "The Quay Ledger and Saltmarsh Wire say Monday and The Herald says Sunday" in item.stem


def test_two_days_of_two_articles_leave_none_alone() -> None:
    comparison = days((MONDAY, "Monday"), (SUNDAY, "Sunday"))
    assert asked(comparison, "other-day(") == []
    assert ItemKind.CHOICE not in {d.kind for d in draft_items(comparison)}


def test_a_sentence_with_two_days_proves_none() -> None:
    both = article("a3", "The Herald", "On Tuesday the owner spoke of the fire on Sunday.")
    assert draft_items(days((MONDAY, "Monday"), (ALSO_MONDAY, "Monday"), (both, "Sunday"))) == ()


# --- Quotations ---

SAID = "nobody on this boat will be left behind tonight"


def marks() -> Comparison:
    bare = article("a1", "The Quay Ledger", f"The crew stayed; {SAID}.", "It grew dark.")
    quoted = [
        quoting(
            article(a, outlet, f"“{SAID.capitalize()},” Ingrid Vale said."),
            Ingrid_Vale=f"{SAID.capitalize()},",
        )
        for a, outlet in (("a2", "Saltmarsh Wire"), ("a3", "The Herald"))
    ]
    found = of_kind(
        FindingKind.QUOTATION_ALTERED,
        position(bare, f"The crew stayed; {SAID}."),
        *(position(r, f"{SAID.capitalize()},") for r in quoted),
        relation=Relation.CONFLICT,
        aspect="marks",
    )
    return story(bare, *quoted, findings=(found,))


def test_the_outlet_that_leaves_out_the_marks_is_asked_for() -> None:
    [item] = asked(marks(), "unmarked(")
    assert f"“{SAID}”" in item.stem
    assert shown(item)[item.key] == "The Quay Ledger"


@pytest.mark.parametrize(
    "line",
    [
        f"The crew stayed; {SAID}.”",
        f"#fire The crew stayed; {SAID}. pic.twitter.example",
        f"“The crew stayed. “{SAID.capitalize()}.",
    ],
)
def test_words_inside_a_longer_speech_or_a_post_are_not_the_outlets_own(line: str) -> None:
    comparison = marks()
    bare = article("a1", "The Quay Ledger", line, "It grew dark.")
    changed = replace(comparison, readings=(bare, *comparison.readings[1:]))
    found = replace(changed.findings[0], positions=(position(bare, line), *changed.findings[0].positions[1:]))
    assert draft_items(replace(changed, findings=(found,))) == ()


def wordings(one: str, other: str) -> Comparison:
    readings = (
        quoting(article("a1", "The Quay Ledger", f"“{one}” Ingrid Vale said."), Ingrid_Vale=one),
        quoting(article("a2", "Saltmarsh Wire", f"“{other}” Ingrid Vale said."), Ingrid_Vale=other),
    )
    found = of_kind(
        FindingKind.QUOTATION_ALTERED,
        position(readings[0], one),
        position(readings[1], other),
        relation=Relation.CONFLICT,
        aspect="words",
    )
    return story(*readings, findings=(found,))


@pytest.mark.parametrize(
    "other",
    [
        "We will never scrap the old boat.",
        "We will never sell that old boat.",
        "We will never … sell the old boat.",
        "We will never [again] sell the old boat.",
    ],
)
def test_a_word_that_another_outlet_heard_otherwise_is_no_cut(other: str) -> None:
    assert draft_items(wordings("We will never sell the old boat,", other)) == ()


# --- Spellings ---


def spelt(*words: str) -> Comparison:
    readings = tuple(
        article(f"a{n}", f"Outlet {n}", f"The harbour of {word} burned.") for n, word in enumerate(words)
    )
    found = of_kind(FindingKind.NAME_VARIANT, *(position(r, w) for r, w in zip(readings, words, strict=True)))
    return story(*readings, findings=(found,))


def test_spellings_of_one_name_are_told_from_names_of_several_places() -> None:
    [item] = [d for d in asked(spelt("Karfan", "Korfan", "Kerfan"), "one-name(") if d.kind is ItemKind.CHOICE]
    assert item.stem.startswith("The articles write “Karfan” in Outlet 0, “Korfan” in Outlet 1")
    assert shown(item)[item.key] == "One name in different spellings"


def test_names_with_other_consonants_are_not_called_one() -> None:
    assert asked(spelt("Karfan", "Kardan"), "one-name(") == []


def test_a_short_first_name_is_asked_about_once() -> None:
    [item] = asked(spelt("William Okoro", "Bill Okoro"), "")
    assert item.kind is ItemKind.CHOICE
    assert shown(item)[item.key] == "One person, whose first name has a short form"
    # each answers "Who is meant?"
    assert all(text.startswith(("One person", "Two people")) for text in shown(item).values())


@pytest.mark.parametrize(
    ("full", "short"),
    [("Michael Okoro", "Mike Okoro"), ("Zachary Okoro", "Zack Okoro"), ("Elizabeth Okoro", "Beth Okoro")],
)
def test_a_short_name_that_sounds_like_the_full_one_is_not_asked_about(full: str, short: str) -> None:
    assert asked(spelt(full, short), "") == []


def test_a_name_in_a_headline_or_in_both_forms_is_doubted_by_nobody() -> None:
    comparison = spelt("William Okoro", "Bill Okoro")
    one, other = comparison.readings
    in_headline = replace(one, headline="Okoro to leave the harbour")
    both = article("a1", "Outlet 1", "The harbour of Bill Okoro burned.", "William B. Okoro wept.")
    assert asked(replace(comparison, readings=(in_headline, other)), "") == []
    assert asked(replace(comparison, readings=(one, both)), "") == []


# --- Strays ---


def strayed(*, told_by_others: bool = True) -> Comparison:
    lines = (
        "The ferry fire began in the kitchen at noon.",
        "Twenty boats came to the fire within the hour.",
        "A new comet may be seen in the northern sky.",
        "The fire was out when the evening came at last.",
    )
    text = " ".join(lines)
    where = spans(lines)
    stray = where[2]
    reading = replace(
        article("a1", "The Quay Ledger", *lines),
        passages=(
            Passage(Role.BODY, 0, where[1].end),
            Passage(Role.OTHER_STORY, stray.start, stray.end),
            Passage(Role.BODY, where[3].start, len(text)),
        ),
        happenings=(
            Happening(
                "h1",
                "a1",
                "fire",
                "ferry fire",
                mentions=tuple(Span(*m.span()) for m in re.finditer("fire", text)),
            ),
        ),
    )
    other = replace(
        article("a2", "Saltmarsh Wire", "The fire took the ferry."),
        happenings=(Happening("h2", "a2", "fire", "ferry fire", mentions=(Span(4, 8),)),),
    )
    found = of_kind(FindingKind.INTRUDER, position(reading, lines[2]))
    joined = ("h1", "h2") if told_by_others else ("h1",)
    return story(reading, other, findings=(found,), occurrences=(Occurrence(FIRE, "ferry fire", joined),))


def test_the_sentence_of_another_story_is_told_from_the_articles_own() -> None:
    item, found = asked(strayed(), "other-story(")
    assert found.kind is ItemKind.EVIDENCE
    assert shown(item)[item.key] == "“A new comet may be seen in the northern sky.”"
    assert len(shown(item)) == 4


def test_sentences_on_what_no_other_article_tells_are_no_distractors() -> None:
    kinds = [d.kind for d in asked(strayed(told_by_others=False), "other-story(")]
    assert kinds == [ItemKind.EVIDENCE]

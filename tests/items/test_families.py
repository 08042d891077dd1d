"""Items of findings that rest on the articles' words: labels, sources, headlines, shared sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.drafting import draft_items
from quizzes.items.proof import prove
from quizzes.items.sharing import telling
from quizzes.items.types import ItemDraft, ItemKind, Pairing
from quizzes.nlp.types import (
    Comparison,
    FindingKind,
    HeadlineFrame,
    Manner,
    Passage,
    Quotation,
    Role,
    Source,
    SourceKind,
)
from tests.items.stories import COAST_GUARD, Telling, compared, phrases, source

CREW = Telling(
    "a1", "The Quay Ledger", ("The striking deckhands blocked the pier on Monday.", "Nobody was hurt.")
)
MOB = Telling("a2", "Saltmarsh Wire", ("An angry mob of sailors stood on the pier.", "Police watched."))
STAFF = Telling("a3", "The Herald", ("Unpaid ferry staff closed the pier for a day.", "The talks go on."))


def asked(comparison: Comparison, start: str) -> list[ItemDraft]:
    return [d for d in draft_items(comparison) if d.proof.startswith(start)]


def shown(draft: ItemDraft) -> dict[str, str]:
    options = draft.options
    listed = (*options.left, *options.right) if isinstance(options, Pairing) else options
    return {o.id: o.text for o in listed}


@pytest.mark.parametrize("aspect", ["actor", "person", "thing", None])
def test_two_labels_that_do_not_judge_are_not_asked_about(aspect: str | None) -> None:
    found = phrases(FindingKind.LABEL_CHOICE, (CREW, "striking deckhands"), (MOB, "angry mob"))
    assert draft_items(compared(CREW, MOB, STAFF, findings=(replace(found, aspect=aspect),))) == ()


@pytest.mark.parametrize(
    "sentence",
    ["A striking deckhand waved.", "The deckhands, striking, sang.", "The STRIKING deckhands sang."],
)
def test_a_label_that_another_article_nearly_uses_is_not_asked(sentence: str) -> None:
    mob = replace(MOB, sentences=(*MOB.sentences, sentence), claims=[])
    told = ((CREW, "striking deckhands"), (mob, "angry mob"), (STAFF, "Unpaid ferry staff"))
    found = phrases(FindingKind.LABEL_CHOICE, *told)
    assert draft_items(compared(CREW, mob, STAFF, findings=(replace(found, aspect="actor"),))) == ()


def test_a_label_on_a_speakers_lips_is_not_the_outlets() -> None:
    found = phrases(
        FindingKind.LABEL_CHOICE, (CREW, "striking deckhands"), (MOB, "angry mob"), said_by=COAST_GUARD
    )
    assert draft_items(compared(CREW, MOB, STAFF, findings=(found,))) == ()


SAID_UNNAMED = "the crane had been broken for many weeks"


def quoted_by(telling: Telling, *speakers: Source, unnamed: Source, cue: str = "said") -> Comparison:
    quotations = tuple(
        Quotation(f"q{i}", telling.article, 0, 4, "", Manner.DIRECT, "said", s)
        for i, s in enumerate(speakers)
    )
    found = phrases(FindingKind.ANONYMOUS_SOURCE, (telling, unnamed.text), said_by=unnamed)
    start, end = telling.text.index(SAID_UNNAMED), telling.text.index(SAID_UNNAMED) + len(SAID_UNNAMED)
    own_words = Quotation("q-own", telling.article, start, end, SAID_UNNAMED, Manner.INDIRECT, cue, unnamed)
    quotations = (*quotations, own_words)
    comparison = compared(replace(telling, unnamed=(unnamed,), claims=[]), MOB, findings=(found,))
    first, *others = comparison.readings
    return replace(comparison, readings=(replace(first, quotations=quotations), *others))


VALE = source("Ingrid Vale", SourceKind.PERSON)
OKORO = source("Daniel Okoro", SourceKind.PERSON)
TALK = Telling(
    "a1",
    "The Quay Ledger",
    (
        "Ingrid Vale and Daniel Okoro spoke.",
        f"A port official said that {SAID_UNNAMED}.",
        "The harbour master was silent.",
    ),
)


def test_unnamed_sources_are_not_asked_for_among_names() -> None:
    unnamed = Source("A port official", 36, 51, "port official", SourceKind.ANONYMOUS)
    assert asked(quoted_by(TALK, VALE, OKORO, unnamed=unnamed), "unnamed(") == []


@pytest.mark.parametrize("name", ["port critics", "Greens and some Liberals", "legal scholars", "people"])
def test_a_group_with_an_opinion_is_no_hidden_source(name: str) -> None:
    unnamed = Source("A port official", 36, 51, name, SourceKind.ANONYMOUS)
    assert asked(quoted_by(TALK, VALE, OKORO, unnamed=unnamed), "from(") == []


@pytest.mark.parametrize(
    ("cue", "count"), [("said", 1), ("according", 1), ("believe", 0), ("noting", 0), ("disclose", 0)]
)
def test_an_unnamed_source_speaks_by_a_word_of_saying(cue: str, count: int) -> None:
    unnamed = Source("A port official", 36, 51, "port official", SourceKind.ANONYMOUS)
    assert len(asked(quoted_by(TALK, VALE, OKORO, unnamed=unnamed, cue=cue), "from(")) == count


@pytest.mark.parametrize(
    "unnamed",
    [
        Source("The harbour master", 63, 81, "harbour master", SourceKind.ANONYMOUS),
        Source("Ingrid Vale", 0, 11, "Vale's lawyer", SourceKind.ANONYMOUS),
        Source("spoke", 29, 34, "some", SourceKind.ANONYMOUS),
    ],
)
def test_one_certain_person_is_not_asked_for_as_unnamed(unnamed: Source) -> None:
    assert asked(quoted_by(TALK, VALE, OKORO, unnamed=unnamed), "from(") == []


def test_a_number_on_an_unnamed_word_is_asked_what_can_be_checked() -> None:
    unnamed = Source("A port official", 0, 15, "port official", SourceKind.ANONYMOUS)
    telling = Telling(
        "a1", "The Quay Ledger", ("A port official said nine people had died.",), unnamed=(unnamed,)
    )
    telling.says("nine", 9, 9, unnamed)
    found = phrases(FindingKind.ANONYMOUS_SOURCE, (telling, "A port official"), said_by=unnamed)
    [item] = draft_items(compared(telling, MOB, findings=(found,)))
    assert item.kind is ItemKind.OPEN
    assert item.stem.startswith(
        "The Quay Ledger takes one figure for the death toll, “nine”, from a port official."
    )
    assert len(item.key["levels"]) == 3


def headlines(*frames: HeadlineFrame | None) -> Comparison:
    tellings = tuple(replace(t, frame=f, claims=[]) for t, f in zip((CREW, MOB, STAFF), frames, strict=True))
    told = tuple((t, t.sentences[0]) for t in tellings if t.frame)
    return compared(*tellings, findings=(phrases(FindingKind.HEADLINE_ANGLE, *told, aspect="subject"),))


CREW_ACTS = HeadlineFrame("Deckhands", "block", "pier")
OWNER_ACTS = HeadlineFrame("Ferry owner", "closes", "pier")
POLICE_ACT = HeadlineFrame("Police", "clear", "pier")


PIER_ACTS = HeadlineFrame("The pier", "costs", "millions")


def test_whose_headline_makes_somebody_act() -> None:
    [item] = asked(
        headlines(PIER_ACTS, OWNER_ACTS, HeadlineFrame("Mayor", "calls", "owner")), "headline-actor("
    )
    assert item.stem == "Whose headline makes “The pier” the one who acts?"
    assert shown(item)[item.key] == "The Quay Ledger"


def test_an_actor_whom_no_other_headline_speaks_of_is_not_asked_about() -> None:
    mayor = HeadlineFrame("Mayor", "calls", "owner")
    assert asked(headlines(CREW_ACTS, OWNER_ACTS, mayor), "headline-actor(") == []


@pytest.mark.parametrize(
    "frame",
    [
        HeadlineFrame("Deckhand", "arrested", "pier"),
        HeadlineFrame("Deckhands", "held", "pier"),
        HeadlineFrame("Court questions", "claims", "pier"),
        HeadlineFrame("Deckhands", "block", "pier", is_passive=True),
        HeadlineFrame("Owners", "block", "pier"),
        HeadlineFrame("Ferry Dems", "block", "pier"),
    ],
)
def test_a_headline_that_may_be_read_otherwise_is_not_the_key(frame: HeadlineFrame) -> None:
    owner = HeadlineFrame("Ferry owner", "closes", "pier")
    democrats = HeadlineFrame("Democrats", "call", "owner")
    comparison = headlines(frame, owner, democrats)
    for item in asked(comparison, "headline-actor("):
        assert shown(item)[item.key] != "The Quay Ledger"


SENTENCE = "The harbour board met behind closed doors until late in the evening and then sent everybody home."
COPIED = Telling("a4", "The Evening Post", ("Trade was slow.", SENTENCE))
COPYING = Telling("a5", "Gull Point News", (SENTENCE, "The board is silent."))


def shared(*tellings: Telling) -> Comparison:
    found = phrases(FindingKind.TEXT_REUSE, (COPIED, SENTENCE), (COPYING, SENTENCE), aspect="narrative")
    return compared(COPIED, COPYING, *tellings, findings=(found,))


def test_which_two_share_a_sentence_and_where_it_stands() -> None:
    [item] = asked(shared(CREW, MOB), "shares-text()")
    assert item.kind is ItemKind.CLAIM_EVIDENCE
    assert shown(item)[item.key["choice"]] == "The Evening Post and Gull Point News"
    start = COPIED.text.index(SENTENCE)
    assert item.key["groups"] == [
        [{"article": "a4", "start": start, "end": start + len(SENTENCE)}],
        [{"article": "a5", "start": 0, "end": len(SENTENCE)}],
    ]


def test_where_nearly_all_is_shared_no_sentence_is_to_be_ticked() -> None:
    whole = Telling("a5", "Gull Point News", (SENTENCE,))
    found = phrases(FindingKind.TEXT_REUSE, (COPIED, SENTENCE), (whole, SENTENCE), aspect="narrative")
    other = replace(
        MOB, sentences=(SENTENCE, "Nobody came."), claims=[]
    )  # so that "which two" has several answers
    assert asked(compared(COPIED, whole, CREW, other, findings=(found,)), "shares-text()") == []
    assert asked(compared(COPIED, COPYING, CREW, other, findings=(found,)), "shares-text()") != []


def test_a_headline_that_is_shared_too_is_not_to_be_ticked() -> None:
    reading, end = COPIED.reading(), len(COPIED.sentences[0])
    passages = (Passage(Role.HEADLINE, 0, end), Passage(Role.BODY, end, len(reading.text)))
    assert telling(replace(reading, passages=passages), reading.sentences) == reading.sentences[1:]


@pytest.mark.parametrize(
    ("line", "counts"),
    [
        ("Copyright 2031 The Saltmarsh Press.", False),
        ("All rights reserved.", False),
        ("Information from: Saltmarsh Mail.", False),
        ("The mayor sold the copyright of the song to a bank.", True),
    ],
)
def test_lines_of_rights_tell_nothing(line: str, counts: bool) -> None:
    reading = Telling("a1", "The Quay Ledger", ("Trade was slow.", line)).reading()
    assert bool(telling(reading, reading.sentences[1:])) is counts


def test_a_pair_that_shares_something_is_no_distractor() -> None:
    speech = Telling("a6", "The Herald", (SENTENCE.replace("harbour", "school"), "Rain fell."))
    for item in asked(shared(CREW, speech), "shares-text()"):
        assert not any("The Herald" in text and "Quay" not in text for text in shown(item).values())


def test_a_shared_sentence_asks_for_independence() -> None:
    [item] = [d for d in draft_items(shared(CREW)) if d.kind is ItemKind.OPEN]
    assert item.stem.startswith(
        f"The same sentence, or nearly so, stands in The Evening Post and Gull Point News: “{SENTENCE}”"
    )


def test_a_quotation_in_two_articles_is_not_asked_for_as_copying() -> None:
    comparison = shared(CREW, MOB)
    quotation = replace(comparison.findings[0], aspect="quotation")
    assert draft_items(replace(comparison, findings=(quotation,))) == ()


@pytest.mark.parametrize(
    "comparison",
    [shared(CREW, MOB), headlines(PIER_ACTS, OWNER_ACTS, HeadlineFrame("Mayor", "calls", "owner"))],
)
def test_every_draft_is_proved_and_falls_with_its_text(comparison: Comparison) -> None:
    drafts = draft_items(comparison)
    changed = replace(
        comparison, readings=tuple(replace(r, text=r.text.upper()) for r in comparison.readings)
    )
    assert drafts
    assert all(prove(d, comparison) for d in drafts)
    assert not any(prove(d, changed) for d in drafts)

"""Items on who says what: speakers, unnamed sources, words of nobody, and quotations cut to different lengths."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.clauses import clauses
from quizzes.items.drafting import draft_items
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.proof import prove, proving_groups, verdict
from quizzes.items.questions import QUESTIONS
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.nlp.types import (
    Comparison,
    Evidence,
    Finding,
    FindingKind,
    Manner,
    Passage,
    Position,
    Quotation,
    Reading,
    Relation,
    Role,
    Source,
    SourceKind,
)
from tests.items.readings import article, of_kind, position, quotation, shown, story

DREDGE = "The dredger should have been repaired before the winter storms."
SHUT = "The lower quay closed because the timber gave way."
HOLD = "Nobody warned the market traders that the gates would stay shut."
PRICE = "the repair would cost more than the town had saved"


def said(reading: Reading, name: str, words: str, kind: SourceKind = SourceKind.PERSON) -> Quotation:
    """Words between marks, with the speaker's mention that stands nearest behind them."""
    found = quotation(reading, name, words)
    at = reading.text.index(name, found.end)
    speaker = Source(name, at, at + len(name), name.removeprefix("a "), kind)
    return replace(found, speaker=speaker)


def ledger() -> Reading:
    first = article(
        "a1",
        "The Quay Ledger",
        f"“{DREDGE}” said Ingrid Vale.",
        f"“{SHUT}” said Daniel Okoro.",
        f"It is feared that {PRICE}, said a port official.",
    )
    retold = said(first, "a port official", PRICE, SourceKind.ANONYMOUS)
    retold = replace(retold, manner=Manner.INDIRECT)
    spoken = (said(first, "Ingrid Vale", DREDGE), said(first, "Daniel Okoro", SHUT), retold)
    return replace(first, quotations=spoken, unnamed=(retold.speaker,) if retold.speaker else ())


def wire(*more: str) -> Reading:
    other = article("a2", "Saltmarsh Wire", f"“{HOLD}” said Mona Reyes.", "The quay is old.", *more)
    return replace(other, quotations=(said(other, "Mona Reyes", HOLD),))


def told(*findings: Finding, first: Reading | None = None, other: Reading | None = None) -> Comparison:
    return story(first or ledger(), other or wire(), findings=findings)


def starts(words: str, reading: Reading | None = None) -> str:
    return str((reading or ledger()).text.index(words))


def holds(comparison: Comparison, call: Call, *answer: str) -> bool:
    return QUESTIONS[call.name].holds(Matrix(comparison), call.arguments, answer)


# --- Whose words ---


@pytest.mark.parametrize(
    ("name", "is_right"),
    [("Ingrid Vale", True), ("Daniel Okoro", False), ("Mona Reyes", False), ("nobody", False)],
)
def test_words_are_their_speakers(name: str, is_right: bool) -> None:
    assert holds(told(), Call("says", ("a1", starts(DREDGE))), name) is is_right


@pytest.mark.parametrize(
    "changes",
    [
        {"cue": "with"},
        {"cue": None},
        {"speaker": Source("she", 10, 13, "Ingrid Vale", SourceKind.PERSON)},
        {"speaker": Source("The captain", 64, 75, "captain", SourceKind.ANONYMOUS)},
    ],
)
def test_a_speaker_who_is_not_named_beside_the_words_is_not_sure(changes: dict[str, object]) -> None:
    first = ledger()
    changed = replace(first, quotations=(replace(first.quotations[0], **changes), *first.quotations[1:]))  # type: ignore[arg-type]
    with pytest.raises(Undecided):
        holds(told(first=changed), Call("says", ("a1", starts(DREDGE))), "Daniel Okoro")


def test_words_that_another_article_has_without_their_speaker_are_left_open() -> None:
    with pytest.raises(Undecided):
        holds(told(other=wire(DREDGE)), Call("says", ("a1", starts(DREDGE))), "Ingrid Vale")


def test_two_persons_of_one_surname_are_not_told_apart_by_it() -> None:
    other = wire("Marion Vale kept the gates.")
    with pytest.raises(Undecided):
        holds(told(other=other), Call("says", ("a1", starts(DREDGE))), "Ingrid Vale")


def test_the_sentence_that_shows_the_speaker_is_the_proof() -> None:
    [group] = proving_groups(Matrix(told()), Call("says", ("a1", starts(DREDGE))), ("Ingrid Vale",))
    assert [(s["article"], s["start"]) for s in group] == [("a1", 0)]


# --- Going by one article ---


@pytest.mark.parametrize(
    ("asked", "name", "expected"),
    [("a1", "Ingrid Vale", True), ("a1", "Daniel Okoro", False), ("a2", "Ingrid Vale", "unknown")],
)
def test_silence_is_neither_yes_nor_no(asked: str, name: str, expected: bool | str) -> None:
    answer = ("a1", starts(DREDGE), name)
    assert verdict(Matrix(told()), Call("as-said", (asked,)), answer) == expected


@pytest.mark.parametrize("more", ["Vale was not to be found.", "The dredger should have been repaired."])
def test_an_article_that_may_say_so_is_not_silent(more: str) -> None:
    with pytest.raises(Undecided):
        verdict(
            Matrix(told(other=wire(more))), Call("as-said", ("a2",)), ("a1", starts(DREDGE), "Ingrid Vale")
        )


# --- Unnamed sources ---


def unnamed() -> Finding:
    first = ledger()
    source = first.unnamed[0]
    at = Evidence("a1", source.start, source.end, source.text)
    return Finding(
        "f-unnamed",
        FindingKind.ANONYMOUS_SOURCE,
        "A finding.",
        0.8,
        (Position("a1", (), source.text, source, (at,)),),
    )


def of(comparison: Comparison, start: str) -> list[ItemDraft]:
    return [d for d in draft_items(comparison) if d.proof.startswith(start) and prove(d, comparison)]


def test_the_statement_on_an_unnamed_word_is_told_from_named_ones() -> None:
    [item] = of(told(unnamed()), "on-nameless-word(")
    assert shown(item)[item.key] == f"“T{PRICE[1:]}”"
    assert len(shown(item)) == 3


def test_how_much_is_told_of_a_source_is_proved_with_its_sentence() -> None:
    [item] = of(told(unnamed()), "told-of-source(")
    assert item.kind is ItemKind.CLAIM_EVIDENCE
    assert shown(item)[item.key["choice"]] == "What kind of source it is, but no name"


def test_what_can_be_checked_of_an_unnamed_word_is_open() -> None:
    [item] = [d for d in draft_items(told(unnamed())) if d.kind is ItemKind.OPEN]
    assert "The article gives no reason" in item.key["model"]
    assert "a port official" in item.key["levels"][1]


# --- Words of nobody ---


def orphan(before: str = "The market was quiet.", behind: str = "Rain fell at night.") -> Comparison:
    lines = (
        f"“{SHUT}” said Daniel Okoro.",
        f"“{HOLD}” said Mona Reyes.",
        before,
        f"“{DREDGE}”",
        behind,
    )
    first = article("a1", "The Quay Ledger", *lines)
    nobodys = replace(quotation(first, "Rain", DREDGE), speaker=None, cue=None)
    spoken = (said(first, "Daniel Okoro", SHUT), said(first, "Mona Reyes", HOLD), nobodys)
    passages = tuple(Passage(Role.BODY, s.start, s.end) for s in first.sentences)
    first = replace(first, quotations=spoken, passages=passages)
    finding = of_kind(FindingKind.QUOTATION_UNATTRIBUTED, position(first, DREDGE))
    return story(first, article("a2", "Saltmarsh Wire", "The quay is old."), findings=(finding,))


def test_words_of_nobody_are_asked_for() -> None:
    comparison = orphan()
    [item] = of(comparison, "says(")
    assert shown(item)[item.key] == "Nobody is named"
    assert {d.kind for d in draft_items(comparison)} == {ItemKind.CHOICE, ItemKind.OPEN}


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Ann Roe said this.", "Rain fell at night."),
        ("The clerk was clear:", "Rain fell at night."),
        ("The market was quiet.", "She added that rain fell."),
    ],
)
def test_words_that_may_be_somebodys_after_all_are_left_in_peace(before: str, behind: str) -> None:
    assert draft_items(orphan(before, behind)) == ()


# --- Cut quotations ---

FULL = "The harbour needs new pumps before the autumn, but the council counts its silver without hurry."
SHORT = "The harbour needs new pumps before the autumn"
MORE = "Every fisherman here remembers the last flood."


def versions(full: str = FULL, short: str = SHORT, *more: str, speaker: str = "Ingrid Vale") -> Comparison:
    one = article("a1", "The Quay Ledger", f"“{full}” said Ingrid Vale.")
    lines = (
        f"“{short},” said {speaker}.",
        "The tide came in.",
        "The gate was shut.",
        f"“{MORE}” said {speaker}.",
    )
    other = article("a2", "Saltmarsh Wire", *lines, *more)
    one = replace(one, quotations=(said(one, "Ingrid Vale", full),))
    other = replace(other, quotations=(said(other, speaker, short), said(other, speaker, MORE)))
    finding = of_kind(
        FindingKind.QUOTATION_ALTERED,
        position(one, full),
        position(other, short),
        relation=Relation.PRECISION,
        aspect="length",
    )
    return story(one, other, findings=(finding,))


def test_the_clause_that_a_shorter_version_leaves_out() -> None:
    [item] = of(versions(), "left-out(")
    assert item.stem.endswith("does Saltmarsh Wire leave out?")
    assert shown(item)[item.key] == "“but the council counts its silver without hurry”"
    wrong = {text.strip("“”") for o, text in shown(item).items() if o != item.key}
    assert wrong == {SHORT, MORE.rstrip(".")}


def test_what_the_cut_does_is_asked_where_a_word_shows_it() -> None:
    [item] = [d for d in draft_items(versions()) if d.kind is ItemKind.OPEN]
    assert "the missing words set something against it" in item.key["model"]


@pytest.mark.parametrize(
    ("full", "more"),
    [
        ("Truth be told, the harbour needs new pumps before the autumn", ()),
        (
            FULL.replace(
                "but the council counts its silver without hurry", "as every other harbour does here"
            ),
            (),
        ),
        (FULL, ("The council counts its silver and is in no hurry, Vale went on.",)),
        (FULL, ("But the council counts its silver without hurry, Vale went on.",)),
    ],
)
def test_filler_and_what_is_told_elsewhere_are_not_asked_about(full: str, more: tuple[str, ...]) -> None:
    assert draft_items(versions(full, SHORT, *more)) == ()


@pytest.mark.parametrize(
    "short",
    [
        "The harbour needs new pumps …",
        "needs new pumps",
        "The harbour needs many pumps before the autumn",
        "The harbour needs new pumps before the autumn and I thank you all for coming",
    ],
)
def test_a_shown_cut_and_what_may_be_another_utterance_are_left_in_peace(short: str) -> None:
    assert draft_items(versions(FULL, short)) == ()


def test_a_quotation_that_goes_on_in_another_way_is_another_utterance() -> None:
    comparison = versions(FULL, f"{SHORT}. Thank you so much")
    [finding] = comparison.findings
    other = comparison.readings[1]
    cut = replace(finding, positions=(finding.positions[0], position(other, SHORT)))
    assert draft_items(replace(comparison, findings=(cut,))) == ()


def test_another_speaker_of_the_shorter_words_leaves_it_open() -> None:
    assert draft_items(versions(speaker="Daniel Okoro")) == ()


def test_words_put_in_with_brackets_are_no_option() -> None:
    full = FULL.replace("its silver", "[its] silver")
    assert of(versions(full), "left-out(") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We can wait, but the tide cannot.", ["We can wait", "but the tide cannot."]),
        ("Mr. Vale came late.", ["Mr. Vale came late."]),
        (
            "The harbour master kept every single key of the old gates and never told anybody where they were.",
            [
                "The harbour master kept every single key of the old gates",
                "and never told anybody where they were.",
            ],
        ),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in clauses(text)] == expected


def test_a_statement_that_points_back_is_not_set_out_of_its_place() -> None:
    first = ledger()
    text = first.text.replace(f"It is feared that {PRICE}", "That would cost more than the town had saved")
    words = "That would cost more than the town had saved"
    moved = replace(first, text=text, sentences=article("x", "x", *_lines(text)).sentences)
    retold = replace(said(moved, "a port official", words, SourceKind.ANONYMOUS), manner=Manner.INDIRECT)
    speaker = retold.speaker
    assert speaker is not None
    moved = replace(moved, quotations=(*first.quotations[:2], retold), unnamed=(speaker,))
    at = Evidence("a1", speaker.start, speaker.end, speaker.text)
    found = replace(unnamed(), positions=(Position("a1", (), speaker.text, speaker, (at,)),))
    assert draft_items(told(found, first=moved)) == ()


def _lines(text: str) -> list[str]:
    return [f"{line}." for line in text.removesuffix(".").split(". ")]

"""Items on who stands behind a statement: a named person, a source without a name, or the outlet alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.behind import behind_items, is_brief, is_plain, which_is_its_own
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.own_voice import SENTENCE, own_sentences
from quizzes.items.proof import prove
from quizzes.items.questions import QUESTIONS
from quizzes.items.types import ItemDraft, ItemKind, Pairing
from quizzes.nlp.types import Finding, FindingKind, Manner, Quotation, Reading, SourceKind, Span
from tests.items.readings import article, of_kind, position, quotation, shown, story
from tests.items.test_described_sources import nameless

WEIR = "the weir gates had been left open all night"
LAMPS = "the lamps on the pier had no oil in them"
NETS = "the fishing nets would be mended by summer"
DRAIN = "Workers dug a second drain behind the market hall that evening."
FERRY = "A ferry brought sandbags across the estuary before sunset."


def paragraphs(reading: Reading) -> Reading:
    """Each sentence in a paragraph of its own, as in most news."""
    passages = tuple(replace(reading.passages[0], start=s.start, end=s.end) for s in reading.sentences)
    return replace(reading, passages=passages)


def told(*own: str, named: tuple[tuple[str, str], ...] = (("Ada Marsh", LAMPS),)) -> Reading:
    """A harbour official's statement, those of named persons, and what the outlet tells itself, behind its first sentence."""
    lines = [f"On Monday {who} said {words}." for who, words in (("a port official", WEIR), *named)]
    reading = paragraphs(article("a1", "The Quay Ledger", "Water rose in Penwick.", *lines, *own))
    first = quotation(reading, "a port official", WEIR)
    at = reading.text.index("a port official")
    said = [replace(first, speaker=nameless("a port official", at))]
    said += [quotation(reading, who, words) for who, words in named]
    return replace(reading, quotations=tuple(replace(q, manner=Manner.INDIRECT) for q in said))


def finding_in(reading: Reading) -> Finding:
    return of_kind(FindingKind.ANONYMOUS_SOURCE, position(reading, WEIR))


def behind(reading: Reading, *, is_first: bool = True) -> list[ItemDraft]:
    matrix = Matrix(story(reading))
    drafts = behind_items(matrix, finding_in(reading), 0, reading.quotations[0], is_first=is_first)
    found = [d for d in drafts if d]
    assert all(prove(d, matrix.comparison) for d in found)
    return found


def its_own(reading: Reading) -> ItemDraft | None:
    matrix = Matrix(story(reading))
    draft = which_is_its_own(matrix, finding_in(reading), 0, "a1")
    assert draft is None or prove(draft, matrix.comparison)
    return draft


def test_three_statements_are_matched_with_who_is_behind_them() -> None:
    [item] = behind(told(DRAIN))
    assert item.kind is ItemKind.MATCH
    assert isinstance(item.options, Pairing)
    texts = shown(item)
    assert {texts[a].strip("“”").lower(): texts[b] for a, b in item.key} == {
        LAMPS: "A person whose name is given",
        WEIR: "Somebody whose name is not given",
        DRAIN[:-1].lower(): "Nobody: no source is given",
    }


def test_a_further_statement_is_set_beside_named_ones_and_the_outlets_own() -> None:
    [item] = behind(told(DRAIN), is_first=False)
    assert shown(item)[item.key].lower() == f"“{WEIR}”"
    assert len(shown(item)) == 3


def test_without_anything_to_set_it_beside_nothing_is_asked() -> None:
    assert behind(told()) == []


def test_the_statement_without_a_source_is_told_from_those_with_one() -> None:
    item = its_own(told(DRAIN))
    assert item is not None
    assert shown(item)[item.key] == f"“{DRAIN[:-1]}”"
    assert {t.lower() for t in shown(item).values()} >= {f"“{WEIR}”", f"“{LAMPS}”"}


def test_one_statement_with_a_source_is_too_few_to_choose_from() -> None:
    assert its_own(told(DRAIN, named=())) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Workers reportedly dug a second drain behind the market hall.",
        "The mayor praised the workers behind the market hall that evening.",
        "They dug a second drain behind the market hall that evening.",
        "Workers dug a second drain “for the fair” behind the market hall.",
        "Workers probably dug a second drain behind the market hall.",
        "All night long the weir gates had been left open by the harbour.",
    ],
)
def test_what_may_have_a_source_or_is_told_again_is_not_the_outlets_own(sentence: str) -> None:
    assert list(own_sentences(told(sentence))) == []


def test_the_first_sentence_sums_up_what_others_have_said() -> None:
    reading = paragraphs(article("a1", "The Quay Ledger", DRAIN, FERRY))
    assert [s.of(reading.text) for s in own_sentences(reading)] == [FERRY]


def test_a_source_in_the_same_paragraph_may_hold_for_all_of_it() -> None:
    reading = article("a1", "The Quay Ledger", "Water rose.", DRAIN, "Ada Marsh said so.")
    assert list(own_sentences(reading)) == []


@pytest.mark.parametrize(
    ("words", "is_it"),
    [
        (WEIR, True),
        ("we had left the weir gates open all night", False),
        ("the warden told her that the weir gates were open", False),
        ("the 'so-called gates' had been left open all night", False),
        ("the gates were open", False),
    ],
)
def test_a_brief_statement_leans_on_nothing(words: str, is_it: bool) -> None:
    said = Quotation("q1", "a1", 0, len(words), words, Manner.INDIRECT, "said", None)
    assert is_brief(said) is is_it


@pytest.mark.parametrize(
    ("words", "is_it"),
    [
        (WEIR, True),
        ("somebody had taken his boat out of the harbour", False),
        ("the gates of our weir had been left open all night", False),
    ],
)
def test_a_plain_statement_could_be_the_outlets_too(words: str, is_it: bool) -> None:
    said = Quotation("q1", "a1", 0, len(words), words, Manner.INDIRECT, "said", None)
    assert is_plain(said) is is_it


def test_a_body_is_neither_a_person_nor_nameless() -> None:
    reading = told(DRAIN)
    speaker = replace(reading.quotations[1].speaker, kind=SourceKind.ORGANISATION)  # type: ignore[type-var]
    said = (reading.quotations[0], replace(reading.quotations[1], speaker=speaker))
    matrix = Matrix(story(replace(reading, quotations=said)))
    with pytest.raises(Undecided):
        QUESTIONS["on-nameless-word"].holds(matrix, (), ("a1", str(said[1].start)))


def test_a_sentence_with_a_source_is_no_answer() -> None:
    reading = told(DRAIN)
    sentence: Span = reading.sentences[1]
    with pytest.raises(Undecided):
        QUESTIONS["own-voice"].holds(
            Matrix(story(reading)), Call("own-voice").arguments, ("a1", str(sentence.start), SENTENCE)
        )

"""Items from persons whom one article alone lets speak."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.drafting import draft_items
from quizzes.items.matrix import Matrix
from quizzes.items.nearby import why_picked
from quizzes.items.proof import prove
from quizzes.items.questions import QUESTIONS
from quizzes.items.said import has_title, opening_of
from quizzes.items.types import ItemDraft, ItemKind
from quizzes.items.voices import voice_items
from quizzes.nlp.types import (
    Comparison,
    FindingKind,
    Manner,
    Reading,
    Source,
    SourceKind,
)
from tests.items.readings import article, asked, of_kind, position, quotation, quoting, shown, story

LONG_WORDS = "We asked for new pumps three years ago and nobody ever wrote back to us."
LEDGER = quoting(
    article("a1", "The Quay Ledger", f"“{LONG_WORDS}” Ingrid Vale said.", "The pier is shut."),
    Ingrid_Vale=LONG_WORDS,
)
WIRE = quoting(
    article("a2", "Saltmarsh Wire", "Smoke hung over the town.", "“It was the wind,” said Daniel Okoro."),
    Daniel_Okoro="It was the wind,",
)
HERALD = quoting(
    article("a3", "The Herald", "Nobody slept.", "“I ran at once,” said Mona de Wit, a cook."),
    Mona_de_Wit="I ran at once,",
)


def voices(*readings: Reading) -> Comparison:
    found = tuple(
        of_kind(FindingKind.VOICE_UNIQUE, position(r, q.speaker.name), nth=n)
        for n, r in enumerate(readings)
        for q in r.quotations
        if q.speaker
    )
    return story(*readings, findings=found)


def test_voices_are_matched_with_the_outlets_that_quote_them() -> None:
    [item] = asked(voices(LEDGER, WIRE, HERALD), "heard()")
    text = shown(item)
    assert {(text[a], text[b]) for a, b in item.key} == {
        ("The Quay Ledger", "Ingrid Vale"),
        ("Saltmarsh Wire", "Daniel Okoro"),
        ("The Herald", "Mona de Wit"),
    }


def is_offered(name: str, comparison: Comparison) -> bool:
    return any(name in d.stem or name in shown(d).values() for d in draft_items(comparison))


def test_a_voice_is_asked_for_by_words_and_by_outlets() -> None:
    kinds = {d.kind for seed in range(4) for d in voice_drafts(voices(PAIR, WIRE, HERALD), seed)}
    assert {ItemKind.MATCH, ItemKind.CLAIM_EVIDENCE} <= kinds


def voice_drafts(comparison: Comparison, seed: int = 0) -> list[ItemDraft]:
    matrix = Matrix(comparison)
    drafts = [d for f in comparison.findings for d in voice_items(matrix, f, seed) if d is not None]
    assert all(prove(d, comparison) for d in drafts)
    return drafts


LATER = "They have promised us another engine for every single winter."
PAIR = quoting(
    article("a1", "The Quay Ledger", f"“{LONG_WORDS}” Ingrid Vale said.", f"“{LATER}” Otto Brandt said."),
    Ingrid_Vale=LONG_WORDS,
    Otto_Brandt=LATER,
)


def test_words_are_given_to_their_speaker_or_to_another_of_the_same_article() -> None:
    found = [
        d
        for seed in range(6)
        for d in voice_drafts(voices(PAIR, WIRE, HERALD), seed)
        if d.kind is ItemKind.TF3
    ]
    assert {d.key for d in found} == {True, False}
    assert all(d.stem.startswith("Is this true? The Quay Ledger reports that ") for d in found)


@pytest.mark.parametrize(
    "words",
    [
        "And this whole idea about pumps and engines and rotten timber",
        "willingness to repair the pumps before another terrible winter",
        "As the old harbour master told me, nobody repairs pumps before winter.",
    ],
)
def test_fragments_and_words_handed_on_are_not_asked_for(words: str) -> None:
    reading = quoting(article("a1", "The Quay Ledger", f"“{words}” Ingrid Vale said."), Ingrid_Vale=words)
    drafts = [d for seed in range(3) for d in voice_drafts(voices(reading, WIRE, HERALD), seed)]
    assert not any(words in d.stem for d in drafts)


@pytest.mark.parametrize(
    "sentence",
    ["Vale was not to be reached.", "Her neighbour, Mr Vale, slept."],
)
def test_of_a_voice_of_whom_another_article_speaks_the_words_alone_are_asked_for(sentence: str) -> None:
    other = article("a3", "The Herald", sentence)
    drafts = [d for d in draft_items(voices(PAIR, WIRE, other)) if "Ingrid Vale" in shown(d).values()]
    assert not any(d.proof.startswith("heard()") for d in drafts)


def test_the_words_of_a_person_of_whom_others_speak_are_asked_for() -> None:
    other = article("a3", "The Herald", "Otto Brandt was not to be reached.")
    drafts = voice_drafts(voices(PAIR, WIRE, other))
    assert any(LATER in d.stem for d in drafts)


@pytest.mark.parametrize(
    "name",
    ["Ingrid Vale and Ann Roe", "Vale", "Friends of Ferries", "the Ingrid Vale", "North Harbour Police"],
)
def test_what_is_no_persons_name_is_no_voice(name: str) -> None:
    reading = article("a1", "The Quay Ledger", f"“It was us,” {name} said.")
    said = replace(reading, quotations=(quotation(reading, name, "It was us,"),))
    assert not is_offered(name, voices(said, WIRE, HERALD))


def test_a_body_that_looks_like_a_name_is_no_voice() -> None:
    reading = article("a1", "The Quay Ledger", "“It was us,” said the opposition party Green Shore.")
    said = replace(reading, quotations=(quotation(reading, "Green Shore", "It was us,"),))
    assert not is_offered("Green Shore", voices(said, WIRE, HERALD))


def test_a_body_that_the_article_explains_is_no_voice() -> None:
    reading = article("a1", "The Quay Ledger", "“It was us,” said Green Shore, a young campaign group.")
    said = replace(reading, quotations=(quotation(reading, "Green Shore", "It was us,"),))
    assert not is_offered("Green Shore", voices(said, WIRE, HERALD))


def test_who_is_perhaps_quoted_by_the_office_alone_is_no_wrong_answer() -> None:
    titled = replace(LEDGER.quotations[0].speaker, title="harbour inspector")  # type: ignore[type-var]
    ledger = replace(LEDGER, quotations=(replace(LEDGER.quotations[0], speaker=titled),))
    office = article(
        "a2", "Saltmarsh Wire", "The harbour inspector wrote of “rotten timber and old engines”."
    )
    with pytest.raises(Undecided):
        QUESTIONS["heard-in"].holds(Matrix(voices(ledger, HERALD, office)), ("a2",), ("Ingrid Vale",))


def test_words_whose_sentence_was_cut_in_two_are_not_asked_for() -> None:
    cut = article(
        "a1", "The Quay Ledger", "Behind the scenes, the captain", f"“{LONG_WORDS}” Ingrid Vale said."
    )
    cut = quoting(cut, Ingrid_Vale=LONG_WORDS)
    drafts = [d for seed in range(3) for d in voice_drafts(voices(cut, WIRE, HERALD), seed)]
    assert not any(LONG_WORDS in d.stem for d in drafts)


FIRST = "We asked the town for new pumps three winters ago."
REST = f"Nobody wrote back, and when the old ones broke we carried {'water and more ' * 12}water until the summer."


def long_speech() -> Reading:
    reading = article("a1", "The Quay Ledger", f"“{FIRST}", f"{REST}” said Ingrid Vale.")
    spoken = quotation(reading, "Ingrid Vale", FIRST)
    end = reading.text.index("”")
    return replace(reading, quotations=(replace(spoken, end=end, text=reading.text[spoken.start : end]),))


def test_of_a_long_speech_the_first_whole_sentences_are_shown() -> None:
    reading = long_speech()
    opening = opening_of(reading, reading.quotations[0], 220)
    assert opening is not None
    assert opening.text == FIRST


@pytest.mark.parametrize(
    ("words", "most"),
    [(LONG_WORDS, 220), ("We asked Capt. Vale for new pumps and engines three winters ago and waited.", 30)],
)
def test_what_fits_or_has_no_whole_sentence_that_fits_is_not_cut(words: str, most: int) -> None:
    reading = quoting(article("a1", "The Quay Ledger", f"“{words}” Ingrid Vale said."), Ingrid_Vale=words)
    assert opening_of(reading, reading.quotations[0], most) is None


SPOKEN = {
    "Ada Pike": "The lower quay closed because the timber gave way.",
    "Jonas Reed": "There is nobody left who can repair these engines.",
    "Lena Frost": "We never heard the second whistle from the harbour.",
}


def test_persons_heard_in_several_articles_are_matched_with_their_words() -> None:
    lines = [f"“{words}” {name} said." for name, words in SPOKEN.items()]
    first = article("a1", "The Quay Ledger", *lines, f"“{LONG_WORDS}” Ingrid Vale said.")
    spoken = {n.replace(" ", "_"): w for n, w in SPOKEN.items()} | {"Ingrid_Vale": LONG_WORDS}
    ledger = quoting(first, **spoken)
    only = of_kind(FindingKind.VOICE_UNIQUE, position(ledger, "Ingrid Vale"))
    found = [d for d in voice_drafts(story(ledger, WIRE, findings=(only,))) if d.kind is ItemKind.MATCH]
    text = shown(found[0])
    assert {text[b] for _, b in found[0].key} == set(SPOKEN)
    assert found[0].stem == "Who says what in The Quay Ledger? Match each quotation with its speaker."


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Fleet Commodore Ingrid Vale", True),
        ("Senator Ingrid Vale", True),
        ("Ingrid Vale", False),
        ("Ingrid R. Vale Jr.", False),
        ("Mona van der Berg", False),
    ],
)
def test_an_office_before_a_name_stands_out(name: str, expected: bool) -> None:
    assert has_title(name) is expected


def test_a_voice_is_asked_for_again_by_what_is_retold_of_it_in_another_sentence() -> None:
    oil = "the lamps on the outer pier had no oil left"
    reading = article(
        "a1",
        "The Quay Ledger",
        f"“{LONG_WORDS}” Ingrid Vale said.",
        f"Mayor Ingrid Vale said {oil}.",
        "Council clerk Otto Brandt slept.",
    )
    at = reading.text.index("Mayor") + len("Mayor ")
    retold = replace(quotation(reading, "Ingrid Vale", oil), manner=Manner.INDIRECT)
    speaker = Source("Ingrid Vale", at, at + len("Ingrid Vale"), "Ingrid Vale", SourceKind.PERSON)
    spoken = quotation(reading, "Ingrid Vale", LONG_WORDS)
    both = replace(reading, quotations=(spoken, replace(retold, speaker=speaker)))
    only = of_kind(FindingKind.VOICE_UNIQUE, position(both, "Ingrid Vale"))
    stems = [d.stem for d in voice_drafts(story(both, WIRE, HERALD, findings=(only,)))]
    assert any(stem.startswith("The Quay Ledger reports this: “The lamps") for stem in stems)


# --- Whom two articles quote ---

SHARED = "The water came over the wall before anybody could close it."


def both_quote(headline: str = "A quay is flooded", *more: str) -> Comparison:
    first = quoting(
        article(
            "a1",
            "The Quay Ledger",
            *(f"“{words}” {name} said." for name, words in SPOKEN.items()),
            f"“{SHARED}” Otto Brandt said.",
            *more,
        ),
        **{name.replace(" ", "_"): words for name, words in SPOKEN.items()},
        Otto_Brandt=SHARED,
    )
    other = quoting(
        article("a2", "Saltmarsh Wire", f"“{LATER}” Otto Brandt said.", "It grew dark."), Otto_Brandt=LATER
    )
    comparison = voices(replace(first, headline=headline), other)
    alone = [f for f in comparison.findings if f.positions[0].value in SPOKEN]
    return replace(comparison, findings=tuple(replace(f, id=f"f-{n}") for n, f in enumerate(alone)))


def shared_items(comparison: Comparison) -> list[ItemDraft]:
    return [d for d in voice_drafts(comparison) if "quoted by both" in d.stem]


def test_whom_two_articles_quote_is_asked_among_four() -> None:
    [item] = shared_items(both_quote())
    assert shown(item)[item.key] == "Otto Brandt"
    assert len(shown(item)) == 4


def test_whom_a_headline_names_everybody_would_guess() -> None:
    assert shared_items(both_quote("Brandt blames the wall")) == []


def test_with_three_names_alone_it_is_not_asked() -> None:
    comparison = both_quote()
    assert shared_items(replace(comparison, findings=comparison.findings[:2])) == []


def test_a_rationale_speaks_of_the_persons_shown_alone() -> None:
    for seed in range(4):
        for item in voice_drafts(voices(PAIR, WIRE, HERALD), seed):
            if item.kind is ItemKind.MULTI:
                quoted = {name for name in ("Ingrid Vale", "Otto Brandt") if name in item.rationale}
                assert quoted == {name for name in quoted if name in shown(item).values()}


def with_bystanders(*names: str) -> Reading:
    sentences = [f"Harbour pilot {name} slept at noon." for name in names]
    text = (f"“{LONG_WORDS}” Ingrid Vale said.", f"“{LATER}” Otto Brandt said.", *sentences)
    return quoting(article("a1", "The Quay Ledger", *text), Ingrid_Vale=LONG_WORDS, Otto_Brandt=LATER)


@pytest.mark.parametrize(
    ("names", "is_asked"), [(("Mona Reyes",), False), (("Mona Reyes", "Daniel Frost"), True)]
)
def test_whom_an_outlet_quotes_is_asked_beside_two_of_whom_it_only_writes(
    names: tuple[str, ...], is_asked: bool
) -> None:
    comparison = voices(with_bystanders(*names), WIRE)
    drafts = [d for seed in range(4) for d in voice_drafts(comparison, seed)]
    found = [d for d in drafts if d.stem.startswith("Which of these people does The Quay Ledger quote")]
    assert bool(found) is is_asked
    assert all(len(d.options) - len(d.key) > 1 for d in found)


@pytest.mark.parametrize(("headline", "is_shown"), [("A quay is flooded", True), ("Pike blames all", False)])
def test_whom_an_outlet_quotes_is_asked_of_those_whom_no_headline_names(
    headline: str, is_shown: bool
) -> None:
    comparison = both_quote(headline, "Harbour pilot Mona Reyes slept.", "Council clerk Daniel Frost slept.")
    found = [
        d
        for seed in range(4)
        for d in voice_drafts(comparison, seed)
        if d.stem.startswith("Which of these people does The Quay Ledger quote")
    ]
    assert {"Ada Pike" in shown(d).values() for d in found} <= {is_shown}


# --- What a wrong name shows ---


@pytest.mark.parametrize(
    ("name", "misconception"),
    [
        ("Otto Brandt", "nearest-name-taken"),
        ("Ada Pike", "attribution-overlooked"),
        ("Mona de Wit", "source-from-elsewhere"),
    ],
)
def test_a_wrong_name_shows_what_the_text_bears_out(name: str, misconception: str) -> None:
    words = SPOKEN["Ada Pike"]
    lines = (f"“{LONG_WORDS}” Ingrid Vale said.", f"“{LATER}” Otto Brandt said.", f"“{words}” Ada Pike said.")
    reading = quoting(
        article("a1", "The Quay Ledger", *lines), Ingrid_Vale=LONG_WORDS, Otto_Brandt=LATER, Ada_Pike=words
    )
    matrix = Matrix(voices(reading, HERALD))
    assert why_picked(matrix, reading.quotations[0], "Ingrid Vale", name) == misconception

"""Loaded words, verbs of saying and harms without a doer, as findings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizzes.nlp.findings.agentless import find_agentless
from quizzes.nlp.findings.loaded_language import MOST, MOST_QUOTED, find_loaded_language
from quizzes.nlp.findings.report_verbs import find_report_verbs
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Happening, Occurrence, Reading, SourceKind, Tone, ToneKind
from tests.nlp.hand_made import claim, figure, quotation, reading, side, source


def tone(article: str, text: str, words: str, **facts: Any) -> Tone:
    """A loaded Tone of a phrase of a text, by its last word, unless `facts` say otherwise."""
    start = text.index(words)
    given: dict[str, Any] = {
        "kind": ToneKind.LOADED,
        "category": "judgement",
        "strength": 0.6,
        "word": words.split()[0],
    }
    given |= facts
    return Tone(article, start, start + len(words), words, **given)


def telling(article: str, text: str, *words: str, **facts: Any) -> Reading:
    return reading(article, text, tones=tuple(tone(article, text, w, **facts) for w in words))


def test_a_word_that_judges_is_a_finding_above_the_bar() -> None:
    findings = list(find_loaded_language(side(telling("a", "It was a draconian bill.", "draconian bill"))))
    assert [[p.value for p in f.positions] for f in findings] == [["draconian bill"]]
    assert findings[0].confidence >= SHOWN
    assert findings[0].positions[0].source is None
    assert "“draconian bill” in its own voice" in findings[0].summary


def test_others_who_speak_of_the_same_thing_without_such_a_word_are_the_contrast() -> None:
    loaded = telling("a", "It was a draconian bill. The bill passed.", "draconian bill", about="bill")
    plain = reading("b", "The bill passed. The bill is long.")
    (finding,) = find_loaded_language(side(loaded, plain))
    (alone,) = find_loaded_language(side(loaded, reading("b", "The harbour was closed.")))
    assert finding.silent == ("b",)
    assert alone.silent == ()
    assert finding.confidence > alone.confidence


def test_a_word_that_all_articles_use_is_no_difference() -> None:
    articles = [telling(a, "It was a draconian bill.", "draconian bill") for a in "ab"]
    findings = list(find_loaded_language(side(*articles)))
    assert [len(f.positions) for f in findings] == [2]
    assert findings[0].confidence < SHOWN


def test_a_quoted_word_lies_below_the_bar_and_says_whose_it_is() -> None:
    findings = list(
        find_loaded_language(side(telling("a", "She called it a farce.", "farce", voice="Ann Roe")))
    )
    assert [f.confidence < SHOWN for f in findings] == [True]
    source = findings[0].positions[0].source
    assert source is not None
    assert source.name == "Ann Roe"


def test_an_article_shows_its_strongest_words_alone() -> None:
    words = [f"word{n}." for n in range(MOST + 5)]
    words += [f"said{n}." for n in range(MOST_QUOTED + 5)]
    text = " ".join(words)
    tones = (tone("a", text, w, strength=0.4 + n / 100) for n, w in enumerate(words))
    own = tuple(replace(t, voice="Ann Roe" if t.word.startswith("said") else None) for t in tones)
    findings = list(find_loaded_language(side(reading("a", text, tones=own))))
    assert len(findings) == MOST + MOST_QUOTED
    shown = {f.positions[0].value for f in findings if f.positions[0].source is None}
    assert "word0." not in shown


def test_a_mild_word_lies_below_the_bar_even_in_a_headline() -> None:
    text = "Flurry of letters"
    mild = tone("a", text, "Flurry", kind=ToneKind.LOADED, strength=0.4)
    (finding,) = find_loaded_language(side(reading("a", text, tones=(mild,), headline=text)))
    assert finding.confidence < SHOWN


def test_each_outlet_is_given_its_own_form() -> None:
    one = reading(
        "a", "The mayor slammed it.", tones=(tone("a", "The mayor slammed it.", "slammed", word="slam"),)
    )
    two = reading("b", "The mayor slams it.", tones=(tone("b", "The mayor slams it.", "slams", word="slam"),))
    summaries = [f.summary for f in find_loaded_language(side(one, two))]
    assert summaries == [
        "Article A writes “slammed” and Article B writes “slams” in their own voice, a word that judges."
    ]


def test_a_weak_word_makes_no_finding() -> None:
    assert list(find_loaded_language(side(telling("a", "It was clearly so.", "clearly", strength=0.3)))) == []


def said(article: str, text: str, words: str, strength: float) -> Reading:
    facts = {"kind": ToneKind.REPORT_VERB, "strength": strength, "about": "roe", "category": "doubt"}
    return reading(article, text, tones=(tone(article, text, words, **facts),))


def test_a_judging_verb_is_set_against_a_plain_one_for_the_same_speaker() -> None:
    judging = said("a", "Roe claimed that the harbour bridge needed urgent repairs.", "Roe claimed", 0.7)
    plain = said("b", "Roe said the harbour bridge needed urgent repairs.", "Roe said", 0.0)
    (finding,) = find_report_verbs(side(judging, plain))
    assert [p.value for p in finding.positions] == ["Roe claimed", "Roe said"]
    other = said("b", "Roe said nothing was lost.", "Roe said", 0.0)
    (weaker,) = find_report_verbs(side(judging, other))
    assert finding.confidence > weaker.confidence >= SHOWN


@pytest.mark.parametrize(
    "more", ["Later Roe insisted on it.", "He also acknowledged a slip.", "Roe has denounced the mayor."]
)
def test_an_article_that_judges_elsewhere_lets_nobody_speak_plainly(more: str) -> None:
    judging = said("a", "Roe claimed that the bridge was safe.", "Roe claimed", 0.7)
    plain = said("b", f"Roe said the bridge was old. {more}", "Roe said", 0.0)
    (finding,) = find_report_verbs(side(judging, plain))
    assert {p.article for p in finding.positions} == {"a"}
    assert finding.confidence < SHOWN


def test_a_judging_verb_alone_lies_below_the_bar() -> None:
    (finding,) = find_report_verbs(side(said("a", "Roe claimed that it was so.", "Roe claimed", 0.7)))
    assert finding.confidence < SHOWN


def test_plain_verbs_make_no_finding() -> None:
    readings = [said(a, "Roe said that it was so.", "Roe said", 0.0) for a in "ab"]
    assert list(find_report_verbs(side(*readings))) == []


def harm(article: str, text: str, words: str, kind: ToneKind, about: str) -> Reading:
    happening = Happening(f"h{article}", article, "shooting", "shooting")
    facts = {"kind": kind, "word": "kill", "about": about, "category": "passive", "happening": happening.id}
    return replace(
        reading(article, text, tones=(tone(article, text, words, **facts),)), happenings=(happening,)
    )


def test_a_harm_without_its_doer_is_set_against_one_with() -> None:
    without = harm("a", "A farmer was shot dead.", "farmer was shot", ToneKind.AGENTLESS, "farmer")
    with_doer = harm("b", "Police shot a farmer.", "Police shot a farmer", ToneKind.AGENT, "farmer by police")
    together = replace(side(without, with_doer), occurrences=(Occurrence("o1", "shooting", ("ha", "hb")),))
    apart = replace(
        together, occurrences=(Occurrence("o1", "one", ("ha",)), Occurrence("o2", "other", ("hb",)))
    )
    (finding,) = find_agentless(together)
    assert [p.value for p in finding.positions] == ["farmer was shot", "Police shot a farmer"]
    assert finding.confidence >= SHOWN
    assert list(find_agentless(apart)) == []


def test_the_clerk_is_whom_another_article_names_as_clerk() -> None:
    facts = {"kind": ToneKind.REPORT_VERB, "category": "defence"}
    one = telling(
        "a", "The clerk insisted it was so.", "clerk insisted", strength=0.6, about="clerk", **facts
    )
    text = "City clerk Ann Roe said it was so."
    roe = source("Ann Roe", kind=SourceKind.PERSON, title="City clerk")
    plain = reading(
        "b",
        text,
        tones=(tone("b", text, "Ann Roe said", strength=0.0, about="roe", **facts),),
        quotations=(quotation("b", text, "it was so", speaker=roe),),
    )
    (finding,) = find_report_verbs(side(one, plain))
    assert [p.value for p in finding.positions] == ["clerk insisted", "Ann Roe said"]
    nobody = replace(plain, quotations=())
    assert list(find_report_verbs(side(one, nobody))) == []


def test_as_many_of_the_same_are_the_same_without_a_common_occurrence() -> None:
    one, other = "Fourteen guards were laid off.", "The museum dismissed 14 guards."
    bare = telling("a", one, "guards were laid", kind=ToneKind.AGENTLESS, about="guard", word="dismiss")
    full = telling(
        "b", other, "museum dismissed 14 guards", kind=ToneKind.AGENT, about="guard by museum", word="dismiss"
    )

    def counted(article: str, text: str, figure_text: str, number: float) -> Any:
        return claim(article, figure(figure_text, number), text=text, counted=("guard",), measure="dismissed")

    same = [counted("a", one, "Fourteen", 14), counted("b", other, "14", 14)]
    (finding,) = find_agentless(side(bare, full, claims=same))
    assert [p.article for p in finding.positions] == ["a", "b"]
    assert finding.occurrence is None
    others = [counted("a", one, "Fourteen", 14), counted("b", other, "14", 40)]
    assert list(find_agentless(side(bare, full, claims=others))) == []

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizzes.nlp.findings.discrepancies import find_agreements, find_discrepancies, whose
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Bound, Claim, Finding, Quantity, Relation, Role, ValueType
from tests.nlp.hand_made import claim, figure, reading, side, source, vague

HARBOUR = source("Harbour Watch")
CLINIC = source("The clinic")


def found(*claims: Claim, **published: str) -> list[Finding]:
    articles = sorted({c.article for c in claims})
    readings = [reading(a, outlet=f"The {a.upper()}", published=published.get(a)) for a in articles]
    return list(find_discrepancies(side(*readings, claims=claims)))


def test_two_figures_of_one_toll_are_in_conflict() -> None:
    finding = found(claim("a", figure("22", 22), source=HARBOUR), claim("b", figure("one", 1)))[0]
    assert finding.relation is Relation.CONFLICT
    assert finding.aspect == "number"
    assert finding.confidence >= SHOWN
    assert [(p.article, p.value, p.source) for p in finding.positions] == [
        ("a", "22", HARBOUR),
        ("b", "one", None),
    ]
    assert "The A says 22 (Harbour Watch), The B says one" in finding.summary
    assert all(p.evidence[0].text == "22 people were killed." for p in finding.positions if p.article == "a")


PAIRS: list[tuple[str, Quantity, Quantity, dict[str, Any], dict[str, Any], Relation | None]] = [
    ("equal", figure("22", 22), figure("twenty-two", 22), {}, {}, None),
    ("at least one below the other", figure("at least 22", 22, Bound.AT_LEAST), figure("one", 1), {}, {}, Relation.CONFLICT),
    ("a bound that leaves room", figure("at least 17", 17, Bound.AT_LEAST), figure("22", 22), {}, {}, Relation.PRECISION),
    ("one figure, fenced and not", figure("at least 22", 22, Bound.AT_LEAST), figure("22", 22), {}, {}, None),
    ("two bounds", figure("at least 17", 17, Bound.AT_LEAST), figure("at least 22", 22, Bound.AT_LEAST), {}, {}, Relation.CONFLICT),
    ("a vague word near the figure", vague("several", 3, 20), figure("five", 5), {}, {}, Relation.PRECISION),
    ("a vague word far from it", vague("dozens", 24, 100), figure("two", 2), {}, {}, Relation.CONFLICT),
    ("a vague limit", vague("up to a handful", 2, 9, Bound.AT_MOST), figure("17", 17), {}, {}, Relation.CONFLICT),
    ("two vague words", vague("several", 3, 20), vague("a number", 2, 100), {}, {}, None),
    ("none and some", figure("no one", 0), figure("two", 2), {}, {}, Relation.CONFLICT),
    ("one source twice", figure("17", 17), figure("22", 22), {"source": HARBOUR}, {"source": HARBOUR}, Relation.UPDATE),
    ("fewer people than sailors", figure("one", 1), figure("22", 22), {}, {"counted": ("sailor",)}, Relation.CONFLICT),
    ("more people than sailors", figure("22", 22), figure("three", 3), {}, {"counted": ("sailor",)}, Relation.SCOPE),
    ("sailors and divers", figure("22", 22), figure("three", 3), {"counted": ("diver",)}, {"counted": ("sailor",)}, None),
    ("two groups of one kind", figure("two", 2), figure("three", 3), {"counted": ("local", "guide")}, {"counted": ("foreign", "guide")}, None),
    ("lorries and huts", figure("three", 3), figure("nine", 9), {"measure": "destroyed", "counted": ("lorry",)}, {"measure": "destroyed", "counted": ("hut",)}, Relation.SCOPE),
    ("lorries and trucks", figure("three", 3), figure("nine", 9), {"measure": "destroyed", "counted": ("lorry",)}, {"measure": "destroyed", "counted": ("truck",)}, Relation.CONFLICT),
    ("another happening", figure("22", 22), figure("one", 1), {}, {"occurrence": "o2"}, None),
    ("another measure", figure("22", 22), figure("one", 1), {}, {"measure": "injured"}, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "facts", "others", "relation"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS]
)
def test_how_two_figures_stand_to_each_other(
    one: Quantity, other: Quantity, facts: dict[str, Any], others: dict[str, Any], relation: Relation | None
) -> None:
    relations = [f.relation for f in found(claim("a", one, **facts), claim("b", other, **others))]
    assert relations == ([relation] if relation else [])


def test_a_higher_count_of_a_later_day_is_an_update() -> None:
    claims = [claim("a", figure("two", 2)), claim("b", figure("six", 6))]
    assert found(*claims, a="2021-05-01", b="2021-05-02")[0].relation is Relation.UPDATE
    assert found(*claims, a="2021-05-02", b="2021-05-01")[0].relation is Relation.CONFLICT


def test_a_source_that_takes_its_figure_back_is_in_conflict_with_itself() -> None:
    claims = [claim(a, f, source=HARBOUR) for a, f in (("a", figure("six", 6)), ("b", figure("two", 2)))]
    assert found(*claims, a="2021-05-01", b="2021-05-02")[0].relation is Relation.CONFLICT
    assert found(*claims, a="2021-05-02", b="2021-05-01")[0].relation is Relation.UPDATE


def test_two_sources_of_undated_articles_are_in_conflict() -> None:
    claims = [claim("a", figure("six", 6), source=HARBOUR), claim("b", figure("nine", 9), source=CLINIC)]
    assert found(*claims)[0].relation is Relation.CONFLICT
    assert found(*claims, a="2021-05-01")[0].relation is Relation.CONFLICT


def test_two_relations_make_two_findings() -> None:
    findings = found(
        claim("a", figure("one", 1), source=CLINIC),
        claim("b", figure("17", 17), source=HARBOUR),
        claim("b", figure("22", 22), start=100, source=HARBOUR),
    )
    assert [(f.relation, len(f.positions)) for f in findings] == [
        (Relation.CONFLICT, 3),
        (Relation.UPDATE, 2),
    ]


def test_an_article_contradicts_itself_by_its_sources_alone() -> None:
    named = [
        claim("a", figure("one", 1), source=CLINIC),
        claim("a", figure("22", 22), start=90, source=HARBOUR),
    ]
    own_voice = [claim("a", figure("one", 1)), claim("a", figure("22", 22), start=90)]
    in_headline = [claim("a", figure("one", 1), role=Role.HEADLINE), claim("a", figure("22", 22), start=90)]
    assert [f.relation for f in found(*named)] == [Relation.CONFLICT]
    assert found(*own_voice) == []
    assert [f.relation for f in found(*in_headline)] == [Relation.CONFLICT]


def test_a_list_in_one_sentence_is_no_contradiction() -> None:
    text = "A guard and five drivers were hurt."
    guard = claim("a", figure("A", 1), text=text, counted=("guard",))
    drivers = claim("a", figure("five", 5), text=text, counted=("driver",))
    assert found(guard, drivers) == []


def test_an_indefinite_article_counts_in_a_list_alone() -> None:
    lone = claim("a", figure("A", 1), text="A guard who was hurt came back.", counted=("guard",))
    text = "A guard and five drivers were hurt."
    listed = [
        claim("a", figure("A", 1), text=text, counted=("guard",)),
        claim("a", figure("five", 5), text=text, counted=("driver",)),
    ]
    three = claim("b", figure("three", 3), counted=("guard",))
    assert found(lone, three) == []
    assert [[p.value for p in f.positions] for f in found(*listed, three)] == [["A", "three"]]


def test_two_more_on_top_of_one_are_no_contradiction_of_three() -> None:
    first = "Three rocket raids on the harbour came before the answer of the navy."
    second = "After two more rocket raids on the harbour the navy gave its answer."
    raids = {"measure": "raids", "counted": ("rocket", "raid")}
    findings = found(
        claim("a", figure("Three", 3), text=first, **raids),
        claim("b", figure("two", 2), text=second, **(raids | {"occurrence": "o2"})),
    )
    assert [f.relation for f in findings] == [Relation.SCOPE]
    assert findings[0].occurrence is None


def test_opposite_words_for_the_victim_are_a_discrepancy_of_attribute() -> None:
    findings = found(
        claim("a", figure("one", 1), counted=("local", "guide")),
        claim("b", figure("one", 1), counted=("non-local", "guide")),
    )
    assert [(f.aspect, f.relation) for f in findings] == [("attribute", Relation.CONFLICT)]


def test_a_plain_count_needs_a_sentence_on_the_same_thing() -> None:
    photos = {"measure": "photos", "counted": ("photo",), "occurrence": None}
    same = "The singer posted {} photos with her late cousin on Tuesday evening."
    other = "The court saw {} photos of the warehouse roof before the fire."
    one = claim("a", figure("three", 3), text=same.format("three"), **photos)
    assert [
        f.relation for f in found(one, claim("b", figure("four", 4), text=same.format("four"), **photos))
    ] == [Relation.CONFLICT]
    assert found(one, claim("b", figure("four", 4), text=other.format("four"), **photos)) == []


@pytest.mark.parametrize(
    ("coarse", "fine", "relation"),
    [(43_000, 43_350, Relation.PRECISION), (5_587, 5_687, Relation.CONFLICT), (20, 22, Relation.CONFLICT)],
)
def test_a_rounded_figure_is_less_precise_not_wrong(coarse: int, fine: int, relation: Relation) -> None:
    findings = found(claim("a", figure(str(coarse), coarse)), claim("b", figure(str(fine), fine)))
    assert [f.relation for f in findings] == [relation]


def test_ids_come_from_what_is_said_and_not_from_the_order() -> None:
    one, other = claim("a", figure("22", 22)), claim("b", figure("one", 1))
    assert found(one, other) == found(other, one)


def agreed(*claims: Claim, copies: dict[str, str] | None = None) -> list[Finding]:
    readings = [reading(a) for a in sorted({c.article for c in claims})]
    return list(find_agreements(side(*readings, claims=claims, copies=copies or {})))


def test_articles_agree_on_a_figure_however_it_is_written() -> None:
    finding = agreed(claim("a", figure("47", 47)), claim("b", figure("forty-seven", 47)))[0]
    assert [p.article for p in finding.positions] == ["a", "b"]
    assert finding.relation is None
    assert finding.confidence >= SHOWN


def test_a_copy_is_no_second_witness() -> None:
    assert agreed(claim("a", figure("47", 47)), claim("b", figure("47", 47)), copies={"b": "a"}) == []


DEAR = "The harbour guild will pay $1.375 million for the new pier at Saltmarsh this year."
DEAR_TOO = "Saltmarsh gets its pier for $1.375 million, says the guild."


def priced(article: str, text: str) -> Claim:
    return claim(article, figure("$1.375 million", 1.375e6), text=text, measure="cost", counted=("pier",))


def told_price(*texts: str) -> list[Finding]:
    readings = [reading(article, text) for article, text in zip("abc", texts, strict=False)]
    claims = [priced(article, text) for article, text in zip("ab", texts, strict=False)]
    return [f for f in find_agreements(side(*readings, claims=claims)) if f.confidence >= SHOWN]


def test_two_copies_of_one_sentence_agree_on_nothing() -> None:
    assert len(told_price(DEAR, DEAR_TOO)) == 1
    assert told_price(DEAR, DEAR) == []


def test_articles_that_agree_are_all_named() -> None:
    assert told_price(DEAR, DEAR_TOO, "The pier will cost $1.375 million.") == []
    assert len(told_price(DEAR, DEAR_TOO, "The pier will cost $1.3751 million.")) == 1


def test_an_agreement_that_a_third_article_contradicts_lies_below_the_bar() -> None:
    findings = agreed(claim("a", figure("47", 47)), claim("b", figure("47", 47)), claim("c", figure("3", 3)))
    assert [f.confidence < SHOWN for f in findings] == [True]


def clock(text: str, norm: str, bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(text, 0, len(text), ValueType.TIME, norm=norm, bound=bound)


def at_time(article: str, value: Quantity) -> Claim:
    text = f"The trams collided near the northern depot {value.text}."
    return claim(article, value, text=text, measure="time", counted=())


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (clock("about 5 a.m.", "05:00", Bound.ABOUT), clock("5:10 a.m.", "05:10"), Relation.PRECISION),
        (clock("at 5 a.m.", "05:00"), clock("5:10 a.m.", "05:10"), None),
        (clock("about 5 a.m.", "05:00", Bound.ABOUT), clock("5:40 a.m.", "05:40"), None),
        (clock("about 5 a.m.", "05:00", Bound.ABOUT), clock("6 a.m.", "06:00"), None),
        (clock("about 5:10 a.m.", "05:10", Bound.ABOUT), clock("5:20 a.m.", "05:20"), None),
    ],
)
def test_times_of_day_differ_in_precision_alone(
    one: Quantity, other: Quantity, relation: Relation | None
) -> None:
    findings = found(at_time("a", one), at_time("b", other))
    assert [f.relation for f in findings] == ([relation] if relation else [])
    assert all(f.aspect == "time" for f in findings)


def test_a_part_that_the_whole_names_too_is_no_difference() -> None:
    six = claim(
        "b", figure("Six", 6), measure="injured", text="Six people, two officers among them, were injured."
    )
    two = claim("b", figure("two", 2), measure="injured", counted=("officer",), text=six.text)
    alone = claim("a", figure("two", 2), measure="injured", counted=("officer",))
    assert found(alone, six, two) == []
    assert [f.relation for f in found(alone, six)] == [Relation.SCOPE]


FARMS = "The long dispute over water covers {} farmers."


def farmers(article: str, text: str, number: float, sentence: str = FARMS) -> Claim:
    said = sentence.format(text)
    return claim(article, figure(text, number), text=said, measure="farmers", counted=("farmer",))


def test_large_counts_of_one_thing_meet_in_unlike_sentences() -> None:
    other = "Judges in the capital heard a dispute about rivers and water on behalf of {} farmers and their heirs on Monday."
    (finding,) = found(farmers("a", "15,300", 15300), farmers("b", "16,200", 16200, other))
    assert finding.relation is Relation.CONFLICT
    assert found(farmers("a", "15,300", 15300), farmers("b", "46,200", 46200, other)) == []


@pytest.mark.parametrize(
    ("text", "number", "is_shown"), [("544", 544, True), ("500", 500, False), ("three", 3, False)]
)
def test_a_figure_of_three_digits_is_proof_of_one_thing(text: str, number: float, is_shown: bool) -> None:
    claims = [replace(farmers(a, text, number), occurrence=None) for a in "ab"]
    (finding,) = find_agreements(side(reading("a"), reading("b"), claims=claims))
    assert (finding.confidence >= SHOWN) is is_shown


def test_a_small_figure_of_one_occurrence_may_be_two_persons() -> None:
    (finding,) = agreed(*(farmers(a, "three", 3) for a in "ab"))
    assert finding.confidence < SHOWN


def test_an_age_is_somebodys() -> None:
    text = "The ferry hit 31-year-old Ann Roe of Penwick."
    told = claim("a", figure("31", 31), text=text, measure="age", counted=("ann", "roe"))
    assert whose((told,)) == "Age of Ann Roe"
    assert whose((replace(told, counted=("sailor",)),)) is None
    assert whose((replace(told, measure="length"),)) is None


def votes(article: str, value: Quantity, text: str, **facts: Any) -> Claim:
    given: dict[str, Any] = {"measure": "votes", "occurrence": None, "counted": ("vote",)}
    return claim(article, value, text=text, **(given | facts))


@pytest.mark.parametrize(
    ("number", "written", "relation"),
    [(1240, "1,240", Relation.CONFLICT), (1900, "1,900", None), (1204, "1,204", None)],
)
def test_counts_of_hundreds_that_all_but_meet_are_of_one_thing(
    number: float, written: str, relation: Relation | None
) -> None:
    one = votes("a", figure("1,204", 1204), "The margin is 1,204 votes.")
    other = votes("b", figure(written, number), f"She led by {written} votes at midnight.")
    assert [f.relation for f in found(one, other)] == ([relation] if relation else [])


def share(article: str, value: Quantity, text: str) -> Claim:
    percent = replace(value, unit="percent")
    return claim(article, percent, text=text, measure="turnout", occurrence=None, counted=())


def test_an_earlier_figure_is_set_beside_none_of_today() -> None:
    text = "Turnout in the harbour town was 48 percent, up from 41 percent four years ago."
    now, before = share("a", figure("48 percent", 48), text), share("a", figure("41 percent", 41), text)
    other = share("b", figure("58 percent", 58), "Turnout in the harbour town was 58 percent.")
    [finding] = found(now, before, other)
    assert [p.value for p in finding.positions] == ["48 percent", "58 percent"]


def test_a_whole_percentage_rounds_one_with_decimals() -> None:
    one = share("a", figure("48 percent", 48), "Turnout in the harbour town was 48 percent.")
    other = share("b", figure("48.2 percent", 48.2), "Turnout in the harbour town was 48.2 percent.")
    assert [f.relation for f in found(one, other)] == [Relation.PRECISION]


def test_a_count_of_votes_that_goes_on_is_overtaken() -> None:
    texts = (
        "With 83 percent of the precincts reporting the captain had 52.1 percent of the vote.",
        "With all precincts counted the captain had 51.4 percent of the vote.",
    )
    one, other = (
        share("a", figure("52.1 percent", 52.1), texts[0]),
        share("b", figure("51.4 percent", 51.4), texts[1]),
    )
    assert [f.relation for f in found(one, other, a="2024-05-06", b="2024-05-07")] == [Relation.UPDATE]
    assert [f.relation for f in found(one, other)] == [Relation.CONFLICT]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The captain has scored 24 goals for the harbour club in all competitions.", Relation.SCOPE),
        ("The captain has scored 24 goals for the harbour club.", Relation.CONFLICT),
    ],
)
def test_a_figure_that_takes_in_all_is_of_another_scope(text: str, relation: Relation) -> None:
    facts: dict[str, Any] = {"measure": "goals", "occurrence": None, "counted": ("goal",)}
    one = claim("a", figure("19", 19), text="The captain has scored 19 goals for the harbour club.", **facts)
    assert [f.relation for f in found(one, claim("b", figure("24", 24), text=text, **facts))] == [relation]


def test_one_source_may_round_its_own_figure() -> None:
    texts = [f"Turnout in the harbour town was {n} percent, the clinic said." for n in ("48", "48.2")]
    one, other = (
        share("a", figure("48 percent", 48), texts[0]),
        share("b", figure("48.2 percent", 48.2), texts[1]),
    )
    claims = replace(one, source=CLINIC), replace(other, source=CLINIC)
    assert [f.relation for f in found(*claims)] == [Relation.PRECISION]

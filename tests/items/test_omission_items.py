"""Items from facts that some articles leave out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.items.asking import Undecided
from quizzes.items.drafting import draft_items
from quizzes.items.lead_ins import without_lead_in
from quizzes.items.matrix import Matrix, NotInMatrix
from quizzes.items.omissions import omission_items
from quizzes.items.proof import prove
from quizzes.items.questions import QUESTIONS
from quizzes.items.types import ItemDraft
from quizzes.items.whole_sentences import stands_alone
from quizzes.nlp.comparing import compare
from quizzes.nlp.types import Comparison, FindingKind, Span
from tests.items.readings import article, shown

OPENING = "The ferry Marigold left the harbour of Penwick in the storm with its crew."
OWN = "The ferry Marigold carried 240 passengers and 90 lorries with frozen lemons for a market behind Penwick harbour."
FURTHER = "A bank in Saltmarsh paid $3.5 million of insurance to the owners of the ferry Marigold and its Penwick harbour berth."
ROPE = "A rope of 70 metres tore in Penwick as the ferry Marigold met the storm at the harbour."
LEDGER = article("a", "The Quay Ledger", OPENING, OWN, FURTHER, ROPE)
WIRE = article(
    "b",
    "Saltmarsh Wire",
    OPENING,
    "The mayor Ann Roe of Penwick wept on the harbour wall for the ferry Marigold at noon.",
    "A choir from the Penwick school sang for the ferry Marigold on the harbour wall.",
    ROPE,
)
HERALD = article(
    "c",
    "The Herald",
    "The storm sank the ferry Marigold of Penwick near the harbour and its crew swam home.",
)


def omissions(comparison: Comparison, seed: int = 0) -> list[ItemDraft]:
    matrix = Matrix(comparison)
    found = [f for f in comparison.findings if f.kind is FindingKind.OMISSION]
    drafts = [d for f in found for d in omission_items(matrix, f, seed) if d is not None]
    assert all(prove(d, comparison) for d in drafts)
    return drafts


def test_a_fact_left_out_is_asked_about_with_its_whole_sentence() -> None:
    drafts = omissions(compare([LEDGER, WIRE, HERALD]))
    assert drafts
    for draft in drafts:
        assert all(e.text in draft.stem + str(shown(draft)) for e in draft.evidence)
        assert draft.evidence and "Who says nothing of a fact does not deny it" in draft.rationale


def test_one_sentence_is_asked_about_once() -> None:
    drafts = omissions(compare([LEDGER, WIRE, HERALD]))
    assert len({d.finding for d in drafts}) == len(drafts)


def test_what_a_reader_of_one_article_misses_is_weighed_against_facts_that_it_tells() -> None:
    items = [d for d in omissions(compare([LEDGER, WIRE])) if "read only Saltmarsh Wire" in d.stem]
    assert items
    for item in items:
        wrong = [text.strip("“”") for o, text in shown(item).items() if o != item.key]
        assert all(text in WIRE.text for text in wrong)
        assert shown(item)[item.key].strip("“”") not in WIRE.text


def test_the_items_are_proposed_with_the_others() -> None:
    comparison = compare([LEDGER, WIRE, HERALD])
    kinds = {f.id: f.kind for f in comparison.findings}
    assert FindingKind.OMISSION in {kinds[d.finding] for d in draft_items(comparison)}


def question(name: str, arguments: tuple[str, ...], answer: tuple[str, ...]) -> bool | str:
    matrix = Matrix(compare([LEDGER, WIRE, HERALD]))
    try:
        return QUESTIONS[name].holds(matrix, arguments, answer)
    except (Undecided, NotInMatrix) as doubt:
        return type(doubt).__name__


PASSENGERS = ("a", str(LEDGER.text.index(OWN)))
TORN = ("a", str(LEDGER.text.index(ROPE)))


@pytest.mark.parametrize(
    ("name", "arguments", "answer", "expected"),
    [
        ("leaves-untold", ("b",), PASSENGERS, True),
        ("leaves-untold", ("a",), PASSENGERS, False),
        ("leaves-untold", ("b",), TORN, False),
        ("leaves-untold", ("z",), PASSENGERS, "Undecided"),
        ("leaves-untold", ("b",), ("a", "7"), "NotInMatrix"),
        ("untold-in", PASSENGERS, ("c",), True),
        ("untold-in", PASSENGERS, ("a",), False),
        ("stance", ("b", *PASSENGERS), ("silent",), True),
        ("stance", ("b", *PASSENGERS), ("reports",), False),
        ("stance", ("b", *PASSENGERS), ("denies",), False),
        ("stance", ("b", *TORN), ("reports",), True),
    ],
)
def test_what_the_questions_hold(
    name: str, arguments: tuple[str, ...], answer: tuple[str, ...], expected: bool | str
) -> None:
    assert question(name, arguments, answer) == expected


@pytest.mark.parametrize(
    "late",
    [OWN, "Its cargo was lemons on lorries.", "Some 200 passengers were on the lorries."],
)
def test_an_item_falls_where_an_article_tells_a_part_after_all(late: str) -> None:
    comparison = compare([LEDGER, WIRE, HERALD])
    told = [
        replace(r, text=again.text, sentences=again.sentences, passages=again.passages)
        for r in (WIRE, HERALD)
        for again in [article(r.article, r.outlet or "", *(s.of(r.text) for s in r.sentences), late)]
    ]
    drafts = [d for d in omissions(comparison) if OWN in [e.text for e in d.evidence]]
    assert drafts
    assert not any(prove(d, replace(comparison, readings=(LEDGER, *told))) for d in drafts)


@pytest.mark.parametrize(
    ("sentence", "is_whole"),
    [
        (OWN, True),
        ("Ann Roe opened the new quay of Penwick on Friday.", True),
        ("The pictures from the harbour were posted on a website.", False),
        ("The ferry from the harbour was posted on a website.", True),
        ("She opened the new quay of Penwick on Friday at noon.", False),
        ("13-10 ahead against Penwick, the team of Saltmarsh scored again.", False),
        ("Ann Roe “wept” on the harbour wall of Penwick at noon.", True),
        ("Ann Roe wept on the wall of Penwick and said: “I was late.", False),
        ("“The harbour is lost,” Ann Roe of Penwick said on Friday.", False),
        ("Ann Roe said that “we” lost the harbour of Penwick on Friday.", False),
        ("Roe signed the charter of the U.S. Navy and the F.B.I. on Friday.", True),
        ("Penwick seemed a lost town on that wet and windy morning.", False),
        ("Ann Roe opened the quay of Penwick but the ferry never came.", True),
        ("Some sailors of Penwick opened the quay to the ferry on Friday.", True),
        ("Some opened the quay of Penwick to the ferry Marigold.", False),
        ("Since 1990, ferries of Penwick have landed at the new quay.", True),
        ("Since then, ferries of Penwick have landed at the new quay.", False),
        ("In her speech, Roe opened the new quay of Penwick on Friday.", True),
        ("With her at the helm, the crew opened the quay of Penwick.", False),
        ("Who opened the new quay of Penwick on Friday at noon?", False),
        ("But Ann Roe opened the new quay of Penwick on Friday.", False),
        ("There were 40 lorries with lemons in Penwick on Friday.", True),
        ("There Ann Roe opened the new quay of Penwick on Friday.", False),
        ("The ferry brought most of those fleeing to Penwick.", True),
        ("The ferry brought most of those to the quay of Penwick.", False),
        ("On Friday, though, the ferry Marigold came to Penwick.", False),
        ("In light of the talks in Penwick, it may well sail on.", False),
        ("Ann Roe told the Penwick port crews would strike on Friday.", True),
        ("Ann Roe told Penwick port crews would strike on Friday at noon.", False),
        ("Ann Roe told Penwick Radio that crews would strike on Friday.", True),
        ("Ann Roe asked for “as much as may be possible” in Penwick.", True),
        ("PENWICK — Ann Roe opened the new quay of the town on Friday.", False),
    ],
)
def test_only_whole_statements_stand_alone(sentence: str, is_whole: bool) -> None:
    reading = article("a", "The Quay Ledger", sentence, "It was warm, so the Roe boats lay idle.")
    assert stands_alone(reading, Span(0, len(sentence)), frozenset({"fer"})) is is_whole


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("The crew of the Marigold swam home in the storm.", True),
        ("Insurance for the ferry Marigold comes to $3.5 million.", "Undecided"),
        ("A Saltmarsh bank paid for the berth of the ferry Marigold.", "Undecided"),
    ],
)
def test_a_figure_or_a_rare_name_elsewhere_leaves_it_open(asked: str, expected: bool | str) -> None:
    matrix = Matrix(compare([LEDGER, WIRE, article("d", "The Globe", asked, "The storm sank the boat.")]))
    answer = ("a", str(LEDGER.text.index(FURTHER)))
    try:
        found: bool | str = QUESTIONS["leaves-untold"].holds(matrix, ("d",), answer)
    except Undecided:
        found = "Undecided"
    assert found == expected


def test_a_clause_that_another_article_tells_leaves_it_open() -> None:
    both = "The owners of the ferry Marigold sold frozen lemons, and a rope of 70 metres tore in the storm at Penwick."
    own = replace(article("e", "The Globe", OPENING, both), article="e")
    matrix = Matrix(compare([own, LEDGER, WIRE, HERALD]))
    with pytest.raises(Undecided):
        QUESTIONS["leaves-untold"].holds(matrix, ("b",), ("e", str(own.text.index(both))))


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("The builder of the ferry Marigold came from Oslo to look at frozen doors and wet engines.", True),
        (
            "The builder of the ferry Marigold came by train to look at frozen doors and wet engines.",
            "Undecided",
        ),
        (
            "The ferry Marigold sank because rats from Oslo ate the frozen doors and the wet engines.",
            "Undecided",
        ),
    ],
)
def test_a_statement_without_a_name_or_figure_of_its_own_may_be_told_in_other_words(
    fact: str, expected: bool | str
) -> None:
    own = article("e", "The Globe", OPENING, fact)
    matrix = Matrix(compare([own, LEDGER, WIRE, HERALD]))
    try:
        found: bool | str = QUESTIONS["leaves-untold"].holds(matrix, ("c",), ("e", str(own.text.index(fact))))
    except Undecided:
        found = "Undecided"
    assert found == expected


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (
            "Frozen lemons from Oslo fed rats, hens, mules, goats and 70 parrots of the ferry Marigold in its cages.",
            (),
            True,
        ),
        (
            "Frozen lemons from Oslo fed rats, hens, mules, goats and 70 parrots of the ferry Marigold in its cages.",
            ("The hens and mules of the ferry Marigold drowned.", "A goat was saved."),
            "Undecided",
        ),
        (
            "Frozen lemons from Oslo fed rats, hens, mules, goats and 70 parrots of the ferry Marigold in its cages.",
            ("The hens of the ferry Marigold drowned.", "Its goats swam home."),
            True,
        ),
        (
            "Frozen lemons from Oslo fed rats, hens, mules, goats and 70 parrots of the ferry Marigold in its cages.",
            (
                "The hens of the ferry Marigold drowned.",
                "Its goats swam home.",
                "The storm fed mules.",
                "Parrots and rats too.",
            ),
            "Undecided",
        ),
        (
            "The ferry Marigold sold frozen lemons to hens and goats, while rats and 70 parrots from Oslo slept in cages.",
            (),
            "Undecided",
        ),
    ],
)
def test_few_words_of_a_fact_may_stand_elsewhere_by_chance(
    own: str, other: tuple[str, ...], expected: bool | str
) -> None:
    fact, asked = article("e", "The Globe", OPENING, own), article("f", "The Star", OPENING, *other)
    matrix = Matrix(compare([fact, LEDGER, HERALD, asked]))
    try:
        found: bool | str = QUESTIONS["leaves-untold"].holds(matrix, ("f",), ("e", str(fact.text.index(own))))
    except Undecided:
        found = "Undecided"
    assert found == expected


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("But Ann Roe swam home.", "Ann Roe swam home."),
        ("However, the ferry sank.", "The ferry sank."),
        ("PENWICK, Saltm. — The ferry sank.", "The ferry sank."),
        ("Still waters run deep.", "Still waters run deep."),
        ("Andrew Roe swam home.", "Andrew Roe swam home."),
        ("Roe — the mayor — swam home.", "Roe — the mayor — swam home."),
    ],
)
def test_a_fact_is_shown_without_what_leads_on_to_it(written: str, shown: str) -> None:
    assert without_lead_in(written) == shown


def test_a_sentence_without_a_name_needs_three_words_of_the_story() -> None:
    reading = article("a", "The Quay Ledger", "In the storm, 90 lorries slid across the deck of a ferry.")
    assert stands_alone(reading, reading.sentences[0], frozenset({"storm", "lor", "fer"}))
    assert not stands_alone(reading, reading.sentences[0], frozenset({"storm", "fer"}))


@pytest.mark.parametrize(("who", "is_asked"), [("Jo Bell", True), ("Mr. Bell", False)])
def test_no_outlets_way_to_call_people_tells_its_fact_from_the_others(who: str, is_asked: bool) -> None:
    fact = f"A bank of {who} paid $3.5 million of insurance to the owners of the ferry Marigold and its Penwick harbour berth."
    drafts = omissions(compare([article("a", "The Quay Ledger", OPENING, fact, ROPE), WIRE]))
    assert any("read only Saltmarsh Wire" in d.stem for d in drafts) is is_asked


def test_with_an_article_that_is_set_aside_the_others_are_not_two() -> None:
    star = article("d", "The Star", "The ferry Marigold sank.", "The harbour of Penwick mourned.")
    comparison = compare([LEDGER, HERALD, star, article("z", "The Crier", "A goat won a cup in Oslo.")])
    assert comparison.set_aside == ("z",)
    assert not any("Which of the other two articles" in d.stem for d in omissions(comparison))


def test_which_of_two_others_tell_a_fact_is_asked_once_a_story() -> None:
    star = article("d", "The Star", "The ferry Marigold sank.", "The harbour of Penwick mourned.")
    drafts = omissions(compare([LEDGER, HERALD, star]))
    asked = [d for d in drafts if "Which of the other two articles" in d.stem]
    assert len(asked) == 1
    assert shown(asked[0])[str(asked[0].key)] == "No other article"
    assert "The Herald and The Star" in shown(asked[0]).values()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(("nobody",), True), (("b",), False), (("b", "c"), False)],
)
def test_which_others_tell_a_fact(answer: tuple[str, ...], expected: bool) -> None:
    assert question("telling", PASSENGERS, answer) == expected


def test_a_sentence_that_begins_in_the_middle_does_not_stand_alone() -> None:
    reading = article(
        "a",
        "The Quay Ledger",
        "Behind the scenes, the mayor",
        "Ann Roe opened the quay of Penwick on Friday.",
    )
    assert not stands_alone(reading, reading.sentences[-1])


def test_the_same_seed_gives_the_same_items() -> None:
    comparison = compare([LEDGER, WIRE, HERALD])
    assert omissions(comparison, 3) == omissions(comparison, 3)

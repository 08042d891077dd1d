from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quizzes.nlp.comparing import compare
from quizzes.nlp.types import Comparison, FindingKind, Happening, Reading, Relation
from tests.nlp.hand_made import claim, figure, reading, source

Read = Callable[..., Reading]

HERALD = """Rocket attack on harbour kills 22

A rocket attack on the harbour of Port Roe killed at least 22 sailors on Monday, the Coast Observatory said.

Ruritania-backed militias fired the rockets from the hills above the town, according to the navy.
"""
POST = """Ruritanian fighters shell harbour

One sailor was killed in a rocket attack on the harbour of Port Roe on Monday, officials said.

Ruritanian fighters had threatened the harbour of Port Roe for weeks before the attack.
"""
BAKERY = """Village bakery wins prize for its rye bread

The oldest bakery of Lower Wood has won a prize for its rye bread, which the owners bake at night.

Customers queue from six in the morning, and the owners plan a second shop near the station.
"""


def story(read: Read) -> list[Reading]:
    return [
        read(HERALD, "herald", outlet="The Herald", published="2021-05-03"),
        read(POST, "post", outlet="The Post", published="2021-05-03"),
    ]


def kinds(comparison: Comparison) -> list[FindingKind]:
    return [f.kind for f in comparison.findings]


def test_two_articles_on_one_happening_are_compared(read: Read) -> None:
    comparison = compare(story(read))
    toll = [f for f in comparison.findings if f.kind is FindingKind.DISCREPANCY and f.measure == "killed"]
    assert [(f.relation, [p.article for p in f.positions]) for f in toll] == [
        (Relation.CONFLICT, ["herald", "post"])
    ]
    assert FindingKind.LABEL_CHOICE in kinds(comparison)
    assert FindingKind.ANONYMOUS_SOURCE in kinds(comparison)


def test_every_claim_of_a_finding_is_there_and_every_evidence_is_a_slice(read: Read) -> None:
    comparison = compare(story(read))
    texts = {r.article: r.text for r in comparison.readings}
    claims = {c.id for c in comparison.claims}
    for position in (p for f in comparison.findings for p in f.positions):
        assert set(position.claims) <= claims
        assert position.evidence
        assert all(texts[e.article][e.start : e.end] == e.text for e in position.evidence)


def test_the_order_of_the_articles_changes_nothing_but_letters(read: Read) -> None:
    readings = [replace(r, outlet=None) for r in story(read)]
    one, other = compare(readings), compare(readings[::-1])
    assert one.claims == other.claims
    assert one.occurrences == other.occurrences
    assert [replace(f, summary="") for f in one.findings] == [replace(f, summary="") for f in other.findings]
    assert [f.summary for f in one.findings] != [f.summary for f in other.findings]


def test_a_copy_adds_text_reuse_and_nothing_else(read: Read) -> None:
    readings = story(read)
    copy = replace(
        read(HERALD, "copy", published="2021-05-04"),
        outlet="The Copy",
    )
    alone, joined = compare(readings), compare([*readings, copy])
    assert joined.copies == {"copy": "herald"}
    added = [k for k in set(kinds(joined)) if kinds(joined).count(k) > kinds(alone).count(k)]
    assert added == [FindingKind.TEXT_REUSE]


def test_an_article_about_something_else_is_set_aside(read: Read) -> None:
    comparison = compare([*story(read), read(BAKERY, "bakery")])
    assert comparison.set_aside == ("bakery",)
    assert not any(p.article == "bakery" for f in comparison.findings for p in f.positions)


def test_of_two_articles_none_is_set_aside(read: Read) -> None:
    assert compare([read(HERALD, "herald"), read(BAKERY, "bakery")]).set_aside == ()


def test_the_dead_of_two_happenings_are_never_set_against_each_other() -> None:
    def told(article: str, dead: int, day: str) -> Reading:
        happening = Happening(f"{article}-h", article, "attack", f"attack of {day}", (day,), ("port roe",))
        toll = claim(
            article,
            figure(str(dead), dead),
            source=source("The clinic"),
            happening=happening.id,
            occurrence=None,
        )
        return reading(article, toll.text, claims=(toll,), happenings=(happening,))

    comparison = compare([told("a", 22, "2021-05-03"), told("b", 3, "2021-06-11")])
    assert len({c.occurrence for c in comparison.claims}) == 2
    assert FindingKind.DISCREPANCY not in kinds(comparison)


def test_one_article_alone_is_compared_with_itself(read: Read) -> None:
    comparison = compare(story(read)[:1])
    assert FindingKind.DISCREPANCY not in kinds(comparison)
    assert comparison.copies == {}

"""What a teacher says of happenings, laid over what comparing has found."""

from __future__ import annotations

from dataclasses import replace

from quizzes.nlp.comparing import compare
from quizzes.nlp.settled import Apart, Named, Same, settle
from quizzes.nlp.types import Claim, FindingKind, Happening, Occurrence, Reading, Relation, Role, Span
from tests.nlp.hand_made import claim, figure, reading

ONE = Occurrence("o1", "fire in Port Vell", ("h1", "h2"))
TWO = Occurrence("o2", "blaze", ("h3",))
A = claim("A", figure("nine", 9))
B = claim("B", figure("four", 4))
C = claim("C", figure("two", 2), occurrence="o2")
D = claim("D", figure("five", 5), occurrence=None)


def ids(*claims: Claim) -> frozenset[str]:
    return frozenset(c.id for c in claims)


def homes(claims: tuple[Claim, ...]) -> list[str | None]:
    return [c.occurrence for c in claims]


def test_nothing_said_changes_nothing() -> None:
    assert settle((A, B), (ONE,), ()) == ((A, B), (ONE,))


def test_claims_of_two_rows_are_of_one_happening() -> None:
    claims, occurrences = settle((A, B, C), (ONE, TWO), [Same(ids(A), ids(C))])
    assert homes(claims) == ["o1", "o1", "o1"]
    assert [o.id for o in occurrences] == ["o1", "o2"], "what else is told of the other stays"


def test_two_happenings_are_one_as_a_whole() -> None:
    e = claim("E", figure("six", 6), occurrence="o2")
    claims, occurrences = settle((A, C, e), (ONE, TWO), [Same(ids(A), ids(C), is_whole=True)])
    assert homes(claims) == ["o1", "o1", "o1"]
    assert occurrences == (replace(ONE, happenings=("h1", "h2", "h3")),)


def test_standing_facts_that_are_one_need_no_happening() -> None:
    other = claim("E", figure("six", 6), occurrence=None)
    assert settle((D, other), (), [Same(ids(D), ids(other))]) == ((D, other), ())


def test_one_row_is_two() -> None:
    claims, occurrences = settle((A, B), (ONE,), [Apart(ids(B), ids(A))])
    assert claims[0].occurrence == "o1"
    assert claims[1].occurrence == occurrences[1].id != "o1"
    assert occurrences[1].label == "other fire in Port Vell"


def test_standing_facts_told_apart_can_meet_no_more() -> None:
    other = claim("E", figure("six", 6), occurrence=None)
    (d, e), _ = settle((D, other), (), [Apart(ids(D), ids(other))])
    assert None not in (d.occurrence, e.occurrence)
    assert d.occurrence != e.occurrence


def test_happenings_go_with_the_articles_that_tell_them() -> None:
    _, occurrences = settle((A, B), (ONE,), [Apart(ids(B) | {"h2"}, ids(A) | {"h1"})])
    assert [o.happenings for o in occurrences] == [("h1",), ("h2",)]


def test_what_is_said_later_holds() -> None:
    claims, _ = settle((A, B), (ONE,), [Apart(ids(B), ids(A)), Same(ids(A), ids(B))])
    assert homes(claims) == ["o1", "o1"]


def test_a_name() -> None:
    _, occurrences = settle((A,), (ONE,), [Named(ids(A), "the great fire")])
    assert occurrences[0].label == "the great fire"


def test_what_names_nothing_of_theirs_changes_nothing() -> None:
    gone = frozenset({"x1"})
    said = [Apart(gone, ids(A)), Named(gone, "nothing")]
    assert settle((A,), (ONE,), said) == ((A,), (ONE,))


# --- In a comparison ---


DAYS = {"A": "2021-03-02", "B": "2021-05-20"}


WHOM = {"A": ("docker", "were burnt in March"), "B": ("tourist", "fell from a roof")}


def told(letter: str, words: str, number: float) -> Reading:
    whom, deed = WHOM[letter]
    text = f"{words} {whom}s {deed}."
    made = claim(letter, figure(words, number), text=text, measure="injured", counted=(whom,))
    place = Happening(f"{letter}-h", letter, "fire", "fire", dates=(DAYS[letter],), mentions=(Span(0, 4),))
    made = replace(made, happening=place.id, occurrence=None, role=Role.BODY)
    return replace(reading(letter, text), claims=(made,), happenings=(place,))


def relations(readings: tuple[Reading, ...], *settled: Same | Apart) -> list[Relation | None]:
    found = compare(readings, settled).findings
    return [f.relation for f in found if f.kind is FindingKind.DISCREPANCY]


def test_rows_told_to_be_one_are_set_against_each_other() -> None:
    readings = told("A", "nine", 9), told("B", "four", 4)
    a, b = (r.claims[0] for r in readings)
    assert relations(readings) == []
    assert relations(readings, Same(ids(a), ids(b))) == [Relation.CONFLICT]


def test_rows_told_apart_are_not() -> None:
    readings = told("A", "nine", 9), told("B", "four", 4)
    a, b = (r.claims[0] for r in readings)
    assert relations(readings, Same(ids(a), ids(b)), Apart(ids(a), ids(b))) == []


def test_equal_figures_of_one_row_agree() -> None:
    readings = told("A", "nine", 9), told("B", "nine", 9)
    a, b = (r.claims[0] for r in readings)
    found = compare(readings, [Same(ids(a), ids(b))]).findings
    assert FindingKind.AGREEMENT in {f.kind for f in found}

from __future__ import annotations

from quizzes.nlp.findings.days import find_day_discrepancies
from quizzes.nlp.types import Finding, Happening, Occurrence, Span
from tests.nlp.hand_made import reading, side


def found(**told: tuple[str, str]) -> list[Finding]:
    """The findings over articles a, b …, each a sentence and the date read in it."""
    readings = []
    for article, (text, day) in told.items():
        happening = Happening(f"h{article}", article, "raid", "raid", (day,), mentions=(Span(4, 8),))
        readings.append(reading(article, text, happenings=(happening,)))
    occurrence = Occurrence("o1", "raid on the harbour", tuple(f"h{a}" for a in told))
    return list(find_day_discrepancies(side(*readings, occurrences=(occurrence,))))


def test_two_weekdays_of_one_happening_differ() -> None:
    findings = found(
        a=("The raid came on Thursday night.", "2021-05-06"), b=("The raid was on Friday.", "weekday:friday")
    )
    assert [[(p.article, p.value) for p in f.positions] for f in findings] == [
        [("a", "Thursday"), ("b", "Friday")]
    ]
    assert findings[0].aspect == "date"
    assert findings[0].occurrence == "o1"


def test_a_date_and_its_weekday_agree() -> None:
    assert (
        found(
            a=("The raid came on Thursday.", "weekday:thursday"), b=("The raid was Thursday.", "2021-05-06")
        )
        == []
    )


def test_a_day_that_no_sentence_names_proves_nothing() -> None:
    assert (
        found(a=("The raid came at night.", "2021-05-06"), b=("The raid was on Friday.", "weekday:friday"))
        == []
    )

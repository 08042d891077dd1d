from __future__ import annotations

from dataclasses import replace

import pytest

from quizzes.nlp.findings.headline_angles import find_headline_angles
from quizzes.nlp.types import Finding, HeadlineFrame, Reading, Span
from tests.nlp.hand_made import quotation, reading, side, source


def headed(article: str, headline: str, subject: str | None = None, act: str | None = None) -> Reading:
    frame = HeadlineFrame(subject, act, None)
    return reading(
        article,
        f"{headline}\nThe bridge fell.",
        headline=headline,
        headline_frame=frame,
        headline_span=Span(0, len(headline)),
    )


def found(*readings: Reading) -> list[Finding]:
    return list(find_headline_angles(side(*readings)))


TOLD = headed("a", "Bridge falls into river", "Bridge", "falls")


@pytest.mark.parametrize(
    ("other", "aspect"),
    [
        (headed("b", "Town loses its bridge", "Town", "loses"), "subject"),
        (headed("b", "Bridge collapses into river", "Bridge", "collapses"), "act"),
        (headed("b", "Who let the bridge fall?"), "manner"),
        (headed("b", "Shame! The bridge is gone"), "manner"),
        (headed("b", "NOBODY CARED ABOUT BRIDGE"), "manner"),
        (headed("b", "Bridge falls", "The bridge", "falls"), None),
        (headed("b", "What we know"), None),
        (headed("b", "The old Bridge falls", "The old Bridge", "falls"), None),
        (headed("b", "NATO and EU on the bridge"), None),
    ],
)
def test_in_what_headlines_differ(other: Reading, aspect: str | None) -> None:
    assert [f.aspect for f in found(TOLD, other)] == ([aspect] if aspect else [])


def test_one_manner_alone_is_no_difference() -> None:
    assert found(headed("a", "Who let it fall?"), headed("b", "Why did it fall?")) == []


def test_the_summary_says_how_each_headline_speaks() -> None:
    (finding,) = found(TOLD, headed("b", "Who let the bridge fall?"))
    assert "leads with “Bridge” (“falls”)" in finding.summary
    assert "asks “Who let the bridge fall?”" in finding.summary


def test_headlines_of_other_days_are_not_compared() -> None:
    other = replace(headed("b", "Bridge collapses into river", "Bridge", "collapses"), published="2020-03-20")
    assert found(replace(TOLD, published="2020-03-01"), other) == []
    assert len(found(replace(TOLD, published="2020-03-18"), other)) == 1
    third = replace(headed("c", "Town loses its bridge", "Town", "loses"), published="2020-03-21")
    (finding,) = found(replace(TOLD, published="2020-03-01"), other, third)
    assert [p.article for p in finding.positions] == ["b", "c"]


def test_a_speaker_before_the_colon_is_not_the_subject() -> None:
    words = "Roe: Bridge was unsafe for years"
    text = f"{words}\nThe bridge was unsafe, Roe said."
    spoken = replace(
        headed("b", words, "Bridge", "was unsafe"),
        text=text,
        quotations=(quotation("b", text, "The bridge was unsafe", speaker=source("Ann Roe")),),
    )
    assert found(TOLD, spoken) == []
    assert len(found(TOLD, headed("b", "Town loses its bridge", "Town", "loses"), spoken)) == 1


def test_one_name_under_two_titles_is_one_subject() -> None:
    one = headed("a", "Mayor Ann Roe resigns", "Mayor Ann Roe", "resigns")
    assert found(one, headed("b", "Lawyer Ann Roe resigns", "Lawyer Ann Roe", "resigns")) == []

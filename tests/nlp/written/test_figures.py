from __future__ import annotations

import pytest

from quizzes.nlp.written.figures import read_figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("22", (22, 22)),
        ("2,500", (2500, 2500)),
        ("2500", (2500, 2500)),
        ("2 500", (2500, 2500)),
        ("2\u00a0500 people", (2500, 2500)),
        ("twenty-two", (22, 22)),
        ("Twenty two.", (22, 22)),
        ("about 22", (22, 22)),
        ("at least 22", (22, 22)),
        ("a dozen", (12, 12)),
        ("three dozen", (36, 36)),
        ("half a dozen", (6, 6)),
        ("half a million", (5e5, 5e5)),
        ("two and a half million", (2.5e6, 2.5e6)),
        ("one hundred and five", (105, 105)),
        ("a hundred people", (100, 100)),
        ("one-hundred", (100, 100)),
        ("two hundred thousand", (2e5, 2e5)),
        ("1.5 million", (1.5e6, 1.5e6)),
        ("$5m", (5e6, 5e6)),
        ("9.2million", (9.2e6, 9.2e6)),
        ("10 to 12", (10, 12)),
        ("46-57", (46, 57)),
        ("46–57", (46, 57)),
        ("30 or 40", (30, 40)),
        ("5-6,000", (5000, 6000)),
        ("10 to 12 million", (1e7, 1.2e7)),
        ("no one", (0, 0)),
        ("none", (0, 0)),
    ],
)
def test_a_figure_is_read(text: str, figure: tuple[float, float]) -> None:
    assert read_figure(text) == figure


@pytest.mark.parametrize(
    "text", ["", "  ", "several", "a handful", "people", "half of them", "-", "½x", "some"]
)
def test_what_gives_no_figure_is_none(text: str) -> None:
    assert read_figure(text) is None

"""The attempt page is light enough for a school's network: what is added up is what a browser is sent."""

from __future__ import annotations

import pytest

from tests.bench.weights import MOST, ask, heavy_attempt, total, weights_of


@pytest.mark.django_db
def test_the_attempt_page_with_all_its_files_weighs_no_more_than_promised() -> None:
    answer = ask(heavy_attempt())
    assert answer["Content-Encoding"] == "gzip"
    weights = weights_of(answer)
    names = {weight.name for weight in weights}
    assert {
        "the page",
        "bootstrap/css/bootstrap.min.css",
        "quizzes/attempt.css",
        "quizzes/saving.js",
    } <= names
    assert total(weights).gzip <= MOST, "\n".join(weight.line() for weight in weights)

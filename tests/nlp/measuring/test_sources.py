from __future__ import annotations

from collections.abc import Callable

import pytest

from quizzes.nlp.types import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Police said 14 cooks had died.", {"Police"}),
        ("The act would require banks to list the names of donors that gave more than $10,000.", {None}),
        ("Some 40 guards stood by; one warned them.", {None}),
        ("Fourteen cooks were hurt.", {None}),
        ("The union dismissed Mr. Rook, who had hired 40 guards, as a fool.", {None}),
    ],
)
def test_who_says_a_figure(read: Read, text: str, sources: set[str | None]) -> None:
    found = read(f"Quiet day in town\n\nThe park opened.\n\n{text}").claims
    assert {c.source.name if c.source else None for c in found} == sources

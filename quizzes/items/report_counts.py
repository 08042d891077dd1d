"""Items on how many reports stand behind several articles, where more than two of them print one text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from quizzes.items import building
from quizzes.items.asking import Undecided
from quizzes.items.building import DISTRACTORS_LEAST, OPTIONS, Ask
from quizzes.items.expressions import Call, Term
from quizzes.items.reports import reports_in_all
from quizzes.items.types import ItemDraft


def whose_own(ask: Ask) -> ItemDraft | None:
    """Which outlet has written its own text, where others print one and the same."""
    stem = "Some of the articles are one and the same text, word for word or nearly so. Which of these outlets has a text of its own?"
    articles: list[Term] = [(article,) for article in ask.matrix.readings]
    return _the_one(replace(ask, stem=stem), Call("own-text"), articles)


def how_many(ask: Ask) -> ItemDraft | None:
    """How many reports are left when articles that share their text count as one."""
    outlets = [ask.matrix.name(a) for a in ask.matrix.readings]
    if not DISTRACTORS_LEAST < len(outlets) <= OPTIONS:
        return None
    try:
        left = reports_in_all(ask.matrix)
    except Undecided:
        return None
    stem = (
        f"{', '.join(outlets[:-1])} and {outlets[-1]} all report the same event. How many separate reports are these? "
        "Count articles that have whole sentences in common as one report."
    )
    why = f"{ask.rationale} Outlets that print one text do not confirm each other, however many they are."
    numbers: list[Term] = [(str(n),) for n in range(1, len(outlets) + 1)]
    numbers.sort(key=lambda n: n != (str(left),))
    return _the_one(replace(ask, stem=stem, rationale=why), Call("reports-in-all"), numbers)


def _the_one(ask: Ask, call: Call, terms: Iterable[Term]) -> ItemDraft | None:
    """A choice of the terms, keyed to the one that is right."""
    every = list(terms)
    drafts = (
        building.choice(ask, call, key, [(t, "printing-read-as-writing") for t in every if t != key])
        for key in every
    )
    return next((d for d in drafts if d is not None), None)

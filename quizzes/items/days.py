"""Items from one happening that the articles put on different days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.word_questions import days_named
from quizzes.items.wording import about_occurrence, capitalised, listed, quoted, undated
from quizzes.nlp.findings.days import DAY_OF, WEEKDAYS
from quizzes.nlp.types import Finding, Position

DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def day_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Which outlet stands alone with its day, and how a reader could find out which day is right."""
    occurrence = matrix.occurrences.get(finding.occurrence or "")
    if occurrence is None or finding.measure != DAY_OF or not all(map(_names_one_day, finding.positions)):
        return
    # the label may carry one of the days in dispute
    place = about_occurrence(undated(occurrence.label))
    days = days_named(matrix, occurrence.id)
    alone = [a for a, day in days.items() if list(days.values()).count(day) == 1]
    if len(alone) == 1:
        stem = f"The articles do not all put {place} on the same day of the week. Which outlet gives another day than the others?"
        yield building.choice(
            _ask(matrix, finding, seed, stem, 0.5),
            Call("other-day", (occurrence.id,)),
            (alone[0],),
            [((a,), "figures-agree-unread") for a in days if a not in alone],
        )
    yield _find_out(matrix, finding, seed, place, days)


def _names_one_day(position: Position) -> bool:
    """True where the proving sentence names no second day, which could be the happening's as well."""
    found = {d.casefold() for e in position.evidence for d in DAY.findall(e.text)}
    return found == {(position.value or "").casefold()}


def _find_out(
    matrix: Matrix, finding: Finding, seed: int, place: str, days: dict[str, str]
) -> ItemDraft | None:
    told = [f"{matrix.name(a)}: {day.capitalize()}" for a, day in days.items()]
    given = listed(
        [_say(matrix, day, [a for a in days if days[a] == day]) for day in dict.fromkeys(days.values())]
    )
    stem = (
        f"Of {place}, {given}. Can all of them be right? How could the difference have come about, and how would you"
        " find out which day it was?"
    )
    return building.open_answer(
        _ask(matrix, finding, seed, stem, 0.7),
        levels=(
            "Says only that the days differ, or picks one without a reason.",
            f"Says that one happening cannot be on both days ({'; '.join(told)}), but not how to find out.",
            "Says that one happening cannot be on both days, gives a way in which the difference may have come about, and"
            " names where a reader could look it up.",
        ),
        names=[*told, "a way to find out"],
        model=(
            f"{capitalised(given)}. It happened once, so not all of them can be right. A night joins two days, and it can"
            " already be the next day in another part of the world, so an outlet may easily be one day off. I would look"
            " for the hour and the local date in a first report or in a statement by those who took part."
        ),
    )


def _say(matrix: Matrix, day: str, articles: Sequence[str]) -> str:
    """ "The Ledger and the Wire say Monday"."""
    return f"{listed([matrix.name(a) for a in articles])} {'say' if len(articles) > 1 else 'says'} {day.capitalize()}"


def _ask(matrix: Matrix, finding: Finding, seed: int, stem: str, difficulty: float) -> Ask:
    evidence = tuple(e for p in finding.positions for e in p.evidence[:1])
    quotes = " ".join(f"{matrix.name(e.article)}: {quoted(e.text)}" for e in evidence)
    why = f"{quotes} One happening has one day, so they cannot all be right."
    return Ask(matrix, finding, seed, Skill.CORROBORATE, stem, why, evidence, difficulty)

"""A student's result after release: answers, keys, reasons, and the matrix row with the sentences that prove it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch

from quizzes.dealing import dealt_items
from quizzes.items.types import ItemKind
from quizzes.models import Attempt, FrozenArticle, FrozenItem, Response, RubricMark, Score, StudentQuestion
from quizzes.nlp.types import FindingKind
from quizzes.reports.attempt_sheet import picks_of
from quizzes.reports.next_time import next_time
from quizzes.reports.wording import Line, answer_lines, key_lines

Place = tuple[str, int, int]
LONG_VALUE = 80
"""Characters: past this a value is a sentence (of a copy, a headline), and the quotation says it."""
WITH_SOURCE = frozenset(
    {
        FindingKind.DISCREPANCY,
        FindingKind.AGREEMENT,
        FindingKind.UNATTRIBUTED_FIGURE,
        FindingKind.ANONYMOUS_SOURCE,
    }
)
"""Findings of which it matters that no source is given; a label or a headline is the outlet's own."""
OF_FIGURES = frozenset({FindingKind.DISCREPANCY, FindingKind.AGREEMENT})
"""Findings about what is reported; the others are about how it is told."""


@dataclass(frozen=True)
class Quote:
    """An article's own words. `mark`: "ok" ticked and it proves, "miss" proves but not ticked, "no" ticked in vain, or ""."""

    text: str
    letter: str
    mark: str = ""


@dataclass(frozen=True)
class Cell:
    """One value in one article, by one source."""

    value: str
    source: Mapping[str, Any] | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Column:
    """What one article says in the matrix row; no cells where it says nothing."""

    letter: str
    outlet: str
    published: dt.date | None
    is_key: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class ItemFeedback:
    """`points` is None while an open answer waits to be graded; `level` is its rubric level, 0 to 2."""

    pk: int
    number: int
    kind: str
    stem: str
    points: float | None
    maximum: int
    answer: tuple[Line, ...]
    key: tuple[Line, ...]
    rationale: str
    next_time: tuple[str, ...]
    row_title: str
    finding_kind: str
    relation: str
    row: tuple[Column, ...]
    proof: tuple[Quote, ...]
    stray: tuple[Quote, ...]
    level: int | None
    comments: tuple[Any, ...]
    questions: tuple[StudentQuestion, ...] = ()

    @property
    def is_right(self) -> bool:
        return self.points is not None and self.points >= self.maximum

    @property
    def names_sources(self) -> bool:
        return self.finding_kind in WITH_SOURCE

    @property
    def silence(self) -> str:
        """What is said of an article without a cell in the row, as the matrix of the teacher says it."""
        return "not reported" if self.finding_kind in OF_FIGURES else "none found"

    @property
    def is_unfolded(self) -> bool:
        """True where points were lost or somebody has written a comment or asked: that is what there is to look at."""
        return bool(self.comments or self.questions) or (self.points is not None and not self.is_right)

    @property
    def is_open(self) -> bool:
        return self.kind == ItemKind.OPEN

    @property
    def levels(self) -> tuple[tuple[str, bool], ...]:
        """The rubric's levels by name, and which was given."""
        return tuple((str(level.label), level.value == self.level) for level in RubricMark.Level)


@dataclass(frozen=True)
class Given:
    """An answer with what it earned: no points while it waits, rubric levels the newest first."""

    answer: Any
    points: float | None
    levels: tuple[int, ...] = ()
    comments: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Feedback:
    """A result; without `items` where the points are all that is shown."""

    points: float
    maximum: int
    pending: int
    items: tuple[ItemFeedback, ...] = ()


def attempt_points(attempt: Attempt) -> Feedback:
    """The points of a submitted attempt and nothing of keys or reasons, in one query."""
    scores = list(attempt.scores.values_list("points", "maximum"))
    return Feedback(
        points=float(sum(points or 0 for points, _ in scores)),
        maximum=sum(maximum for _, maximum in scores),
        pending=sum(points is None for points, _ in scores),
    )


def attempt_feedback(attempt: Attempt) -> Feedback:
    """The whole result of a submitted attempt, in seven queries. Call it after release only."""
    articles = list(attempt.assignment.version.articles.all())
    marks = Prefetch("marks", RubricMark.objects.counting())
    responses = {r.item_id: r for r in attempt.responses.prefetch_related(marks, "comments__author")}
    scores = {s.item_id: s for s in attempt.scores.all()}
    asked = StudentQuestion.objects.filter(membership=attempt.membership_id, assignment=attempt.assignment_id)
    questions = list(asked.select_related("answered_by").order_by("asked_at", "pk"))
    items = [
        replace(
            _item(number, item, articles, _given(responses.get(item.pk), scores.get(item.pk))),
            questions=tuple(q for q in questions if q.item_id == item.pk),
        )
        for number, item in enumerate(dealt_items(attempt), 1)
    ]
    return _total(items)


def feedback_on(
    items: Sequence[FrozenItem], articles: Sequence[FrozenArticle], given: Sequence[Given]
) -> Feedback:
    """The result of answers that nobody has handed in, an entry of `given` for each item; no query."""
    together = enumerate(zip(items, given, strict=True), 1)
    return _total([_item(number, item, articles, answered) for number, (item, answered) in together])


def _given(response: Response | None, score: Score | None) -> Given:
    points = None if score is None or score.points is None else float(score.points)
    if response is None:
        return Given(None, points)
    return Given(
        response.answer,
        points,
        tuple(mark.level for mark in response.marks.all()),
        tuple(response.comments.all()),
    )


def _total(items: Sequence[ItemFeedback]) -> Feedback:
    return Feedback(
        points=sum(item.points or 0 for item in items),
        maximum=sum(item.maximum for item in items),
        pending=sum(item.points is None for item in items),
        items=tuple(items),
    )


def _item(number: int, item: FrozenItem, articles: Sequence[FrozenArticle], given: Given) -> ItemFeedback:
    answer = given.answer
    ticked, proving = _ticked(item, answer), _proving(item)
    texts = {article.letter: article.text for article in articles}
    row = tuple(_column(item, article, ticked, proving) for article in articles) if item.row else ()
    cited = [q for p in item.evidence if (q := _quote((p["article"], p["start"], p["end"]), texts))]
    return ItemFeedback(
        pk=item.pk,
        number=number,
        kind=item.kind,
        stem=item.stem,
        points=given.points,
        maximum=item.points,
        answer=answer_lines(item, answer),
        key=key_lines(item),
        rationale=item.rationale,
        next_time=next_time(item, answer),
        row_title=item.row_title,
        finding_kind=item.finding_kind,
        relation=item.relation,
        row=row,
        proof=() if row else tuple(cited),
        stray=_stray(item, ticked, proving, texts),
        level=given.levels[0] if given.levels else None,
        comments=given.comments,
    )


def _ticked(item: FrozenItem, answer: Any) -> frozenset[Place]:
    return frozenset(_place(pick) for pick in picks_of(ItemKind(item.kind), answer))


def _proving(item: FrozenItem) -> frozenset[Place]:
    """The sentences that the key takes as proof; none for an item that asks for no sentences."""
    match ItemKind(item.kind):
        case ItemKind.EVIDENCE:
            groups = item.key
        case ItemKind.CLAIM_EVIDENCE:
            groups = item.key["groups"]
        case _:
            groups = []
    return frozenset(_place(sentence) for group in groups for sentence in group)


def _place(span: Mapping[str, Any]) -> Place:
    return span["article"], span["start"], span["end"]


def _overlaps(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _quote(place: Place, texts: Mapping[str, str]) -> Quote | None:
    letter, start, end = place
    return Quote(texts[letter][start:end], letter) if letter in texts else None


def _column(
    item: FrozenItem, article: FrozenArticle, ticked: frozenset[Place], proving: frozenset[Place]
) -> Column:
    one_right = item.kind in (ItemKind.CHOICE, ItemKind.CLAIM_EVIDENCE)
    key_letters = {line.letter for line in key_lines(item)} if one_right else set()
    return Column(
        letter=article.letter,
        outlet=article.outlet,
        published=article.published,
        is_key=article.letter in key_letters,
        cells=tuple(
            _cell(entry, article, ticked, proving) for entry in item.row if entry["letter"] == article.letter
        ),
    )


def _cell(
    entry: Mapping[str, Any], article: FrozenArticle, ticked: frozenset[Place], proving: frozenset[Place]
) -> Cell:
    quotes = []
    for piece in entry["evidence"]:
        place = (article.letter, piece["start"], piece["end"])
        quote = Quote(article.text[piece["start"] : piece["end"]], article.letter)
        quotes.append(replace(quote, mark=_mark(place, ticked, proving)))
    return Cell(_value(entry["value"], quotes), entry.get("source"), tuple(quotes))


def _value(words: str, quotes: Sequence[Quote]) -> str:
    """The value, unless it is a whole sentence that the quotation below repeats."""
    is_repeated = len(words) > LONG_VALUE or any(words == quote.text for quote in quotes)
    return "" if quotes and is_repeated else words


def _mark(place: Place, ticked: frozenset[Place], proving: frozenset[Place]) -> str:
    is_ticked = any(_overlaps(place, pick) for pick in ticked)
    if any(_overlaps(place, sentence) for sentence in proving):
        return "ok" if is_ticked else "miss"
    return "no" if is_ticked else ""


def _stray(
    item: FrozenItem, ticked: frozenset[Place], proving: frozenset[Place], texts: Mapping[str, str]
) -> tuple[Quote, ...]:
    """Ticked sentences that the row does not show: right ones too, where a group holds several."""
    shown = [(e["letter"], p["start"], p["end"]) for e in item.row for p in e["evidence"]]
    return tuple(
        replace(quote, mark="ok" if pick in proving else "no")
        for pick in sorted(ticked)
        if not any(_overlaps(pick, place) for place in shown) and (quote := _quote(pick, texts))
    )

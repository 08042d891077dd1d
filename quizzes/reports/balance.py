"""What a quiz holds, counted: kinds of findings, skills, open and closed items, points, minutes; and the gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizzes.flows.building import bank, candidate, minutes_of
from quizzes.items.minutes import reading_minutes
from quizzes.items.proposing import ASK_FOR_PROOF, CONTROLS, KINDS, PROVING, SPREAD_FROM, clash
from quizzes.items.skills import SKILLS
from quizzes.items.types import ItemKind, Skill
from quizzes.models import Article, Item, QuizItem, Story
from quizzes.nlp.types import FindingKind, Role
from quizzes.reports.row_titles import TOLD

FINDING_WORDS = {
    FindingKind.DISCREPANCY: "Reports that differ",
    FindingKind.AGREEMENT: "What they agree on",
    **TOLD,
}
OWN = "Your own"
"""What stands for the kind of finding of an item that a teacher wrote without one."""
WARNED_FROM = 4
"""Items from which one skill with most of the points is a gap and no start."""


@dataclass(frozen=True)
class Share:
    """One line of the balance; `share` is of the highest, for a bar."""

    name: str
    points: int
    share: float


@dataclass(frozen=True)
class Balance:
    items: int
    points: int
    minutes: int
    """To answer; reading the articles comes on top."""
    reading: int
    skills: tuple[Share, ...]
    findings: tuple[tuple[str, int], ...]
    """Kind of finding and items on it, the most first."""
    to_prove: int
    """Items that are open or ask for evidence."""
    open: int
    """Items that are graded by hand."""
    warnings: tuple[str, ...]

    @property
    def closed(self) -> int:
        return self.items - self.to_prove


def balance(story: Story, entries: Sequence[QuizItem]) -> Balance:
    """Of entries with item, finding and options at hand; two queries."""
    items = [entry.item for entry in entries]
    points = Counter[str]()
    for entry in entries:
        points[entry.item.skill] += entry.points
    most = max(points.values(), default=0)
    here = {item.pk for item in items}
    others = [other for other in bank(story).prefetch_related(None) if other.pk not in here]
    return Balance(
        items=len(items),
        points=sum(points.values()),
        minutes=round(sum(map(minutes_of, items))),
        reading=article_minutes(story),
        skills=tuple(
            Share(info.name, points[skill.value], points[skill.value] / most if most else 0.0)
            for skill, info in SKILLS.items()
        ),
        findings=tuple(Counter(map(finding_words, items)).most_common()),
        to_prove=sum(item.kind in ASK_FOR_PROOF for item in items),
        open=sum(item.kind == ItemKind.OPEN for item in items),
        warnings=(*_alike(items), *_gaps(items, others), *_lopsided(items, points)),
    )


def article_minutes(story: Story) -> int:
    """Minutes to read the articles that students are shown, once."""
    articles = story.articles.filter(state=Article.State.READ).prefetch_related("passages")
    shown = (
        article.text[passage.start : passage.end]
        for article in articles
        if article.letter not in story.set_aside
        for passage in article.passages.all()
        if (passage.role_set or passage.role) != Role.FURNITURE
    )
    return round(reading_minutes(shown))


def finding_words(item: Item) -> str:
    """The kind of finding that an item rests on, as pages call it."""
    return FINDING_WORDS[FindingKind(item.finding.kind)] if item.finding else OWN


def _alike(items: Sequence[Item]) -> Iterable[str]:
    """Pairs of which one may give the other away."""
    asked = [candidate(item) for item in items]
    for n, one in enumerate(asked):
        for m in range(n):
            if clash(one, asked[m]):
                yield (
                    f"Items {m + 1} and {n + 1} ask nearly the same, or rest on the same words: "
                    "one may give the other away. Take one out."
                )


def _gaps(items: Sequence[Item], others: Sequence[Item]) -> Iterable[str]:
    """What a quiz of some length should hold and this one does not; `others` are the items it could take."""
    if len(items) < SPREAD_FROM:
        return
    kinds = {item.finding.kind for item in items if item.finding}
    more = _named(finding_words(i) for i in others if i.finding and i.finding.kind not in kinds)
    if len(kinds) < KINDS:
        yield (
            f"{len(kinds)} kind{'' if len(kinds) == 1 else 's'} of findings; {KINDS} make a quiz varied. "
            + (f"There are items on: {more}." if more else "The story has items on no other.")
        )
    if sum(item.kind in ASK_FOR_PROOF for item in items) < PROVING:
        yield "Fewer than two items ask for proof. " + _to_add(i.kind in ASK_FOR_PROOF for i in others)
    if FindingKind.AGREEMENT not in kinds and CONTROLS:
        yield (
            "No item on what the articles agree on: students may think that reports always differ. "
            + _to_add(i.finding is not None and i.finding.kind == FindingKind.AGREEMENT for i in others)
        )
    asked = {item.skill for item in items}
    skills = _named(SKILLS[Skill(i.skill)].name for i in others if i.skill not in asked)
    if skills:
        yield f"Nothing yet on: {skills}. There are items for it."


def _lopsided(items: Sequence[Item], points: Counter[str]) -> Iterable[str]:
    total = sum(points.values())
    for skill, share in points.items():
        if len(items) >= WARNED_FROM and share > total / 2:
            yield f"More than half of the points ask one thing: “{SKILLS[Skill(skill)].name}”."


def _to_add(fits: Iterable[bool]) -> str:
    count = sum(fits)
    if not count:
        return "The story gives none to add: you can write one."
    return f"There {'is one' if count == 1 else f'are {count}'} to add."


def _named(names: Iterable[str]) -> str:
    """The names, the commonest first, three at the most: "left out by some, words that judge"."""
    return ", ".join(name[0].lower() + name[1:] for name, _ in Counter(names).most_common(3))

"""The bank: all items of a teacher, over her stories, searched and filtered."""

from __future__ import annotations

import operator
from collections.abc import Container, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import reduce
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet

from quizzes.items.difficulty import BANDS, difficulty_word
from quizzes.items.skills import SKILLS, SkillInfo
from quizzes.items.types import ItemKind, Skill
from quizzes.models import Item, Option, Quiz, Story, User
from quizzes.reports.items import KIND_WORDS, key_line

ON_A_PAGE = 25
MOST_WORDS = 8
STATES = {
    "kept": "kept",
    "draft": "to decide",
    "stale": "to look at again",
    "dropped": "dropped",
}


@dataclass(frozen=True)
class Search:
    """What is looked for; an empty one is every item that is not dropped."""

    q: str = ""
    skill: str = ""
    kind: str = ""
    story: str = ""
    difficulty: str = ""
    state: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Search:
        """From what an address says; what it does not know is left out."""
        known: dict[str, Container[str]] = {
            "skill": set(Skill),
            "kind": set(ItemKind),
            "difficulty": set(BANDS),
            "state": set(STATES),
        }
        given = {name: query[name] for name, values in known.items() if query.get(name) in values}
        story = query.get("story", "")
        words = " ".join(query.get("q", "").replace("\0", "").split())[:200]
        return cls(q=words, story=story if story.isdecimal() and len(story) < 10 else "", **given)

    @property
    def query(self) -> str:
        """The address's part that says so, without page."""
        return urlencode({name: value for name, value in asdict(self).items() if value})


@dataclass(frozen=True)
class BankLine:
    item: Item
    kind: str
    skill: SkillInfo
    difficulty: str
    key: str


@dataclass(frozen=True)
class Bank:
    lines: tuple[BankLine, ...]
    page: Page[Item]
    stories: tuple[Story, ...]
    quizzes: tuple[tuple[Story, tuple[Quiz, ...]], ...]
    """The quizzes that items of this page can be put into, by story."""


def item_bank(user: User, search: Search, page: str | None) -> Bank:
    """A page of the teacher's items that are looked for, the newest change first; five queries."""
    items = _found(user, search).select_related("story").prefetch_related("options")
    shown = Paginator(items.order_by("-changed_at", "-pk"), ON_A_PAGE).get_page(page)
    stories = tuple(Story.objects.of(user).order_by("title"))
    return Bank(
        lines=tuple(_line(item) for item in shown),
        page=shown,
        stories=stories,
        quizzes=_quizzes(user, [item.story for item in shown]),
    )


def _found(user: User, search: Search) -> QuerySet[Item]:
    items = Item.objects.filter(story__in=Story.objects.of(user)).exclude(
        finding__is_dismissed=True, state=Item.State.DRAFT
    )
    exact = {name: getattr(search, name) for name in ("skill", "kind", "story")}
    items = items.filter(**{name: value for name, value in exact.items() if value})
    if search.difficulty:
        low, high = BANDS[search.difficulty]
        items = items.filter(difficulty__gte=low, difficulty__lt=high)
    if search.q:
        items = items.filter(reduce(operator.and_, (_has(w) for w in search.q.split()[:MOST_WORDS])))
    match search.state:
        case "":
            return items.exclude(state=Item.State.DROPPED)
        case "stale":
            return items.filter(is_stale=True).exclude(state=Item.State.DROPPED)
        case state:
            return items.filter(state=state)


def _has(word: str) -> Q:
    """A word in the stem, the rationale or an option."""
    in_option = Exists(Option.objects.filter(item=OuterRef("pk"), text__icontains=word))
    return Q(stem__icontains=word) | Q(rationale__icontains=word) | Q(in_option)


def _line(item: Item) -> BankLine:
    kind = ItemKind(item.kind)
    return BankLine(
        item,
        KIND_WORDS[kind],
        SKILLS[Skill(item.skill)],
        difficulty_word(item.difficulty),
        key_line(item),
    )


def _quizzes(user: User, stories: Sequence[Story]) -> tuple[tuple[Story, tuple[Quiz, ...]], ...]:
    """Every story on the page, with its quizzes."""
    wanted = {story.pk: story for story in stories}
    of: dict[int, list[Quiz]] = {pk: [] for pk in wanted}
    for quiz in Quiz.objects.of(user).filter(story__in=wanted).order_by("title"):
        of[quiz.story_id].append(quiz)
    return tuple((wanted[pk], tuple(quizzes)) for pk, quizzes in of.items())

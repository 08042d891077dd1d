"""The items of a story on the desk: those to look at first, then by finding or by kind, with the counts of decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from urllib.parse import urlencode

from quizzes.items.types import ItemKind
from quizzes.models import Finding, Item, Quiz, QuizItem, Story
from quizzes.reports.items import KIND_WORDS, ItemSheet, articles_of, sheet

SHOWS = {"draft": "To decide", "kept": "Kept", "dropped": "Dropped"}
ENOUGH = 12
"""Items from which a teacher can choose a quiz."""
ARTICLES_ENOUGH = 3
"""Articles of different text from which a story usually gives as many."""
BY_FINDING, BY_KIND = "", "kind"


@dataclass(frozen=True)
class Choice:
    """What of the desk is shown: decisions (a name of SHOWS), a kind of item, and what the groups are."""

    show: str = ""
    kind: str = ""
    by: str = BY_FINDING

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Choice:
        """From what an address says; what it does not know is left out."""
        show, kind, by = (query.get(name, "") for name in ("show", "kind", "by"))
        return cls(
            show if show in SHOWS else "",
            kind if kind in set(ItemKind) else "",
            BY_KIND if by == BY_KIND else BY_FINDING,
        )

    @property
    def query(self) -> str:
        """The address's part that says so, with its question mark; "" where all is shown."""
        said = {name: value for name, value in asdict(self).items() if value}
        return f"?{urlencode(said)}" if said else ""


@dataclass(frozen=True)
class Group:
    """Items under one heading: of one finding, of one kind, the teacher's own, or those to look at first."""

    title: str
    sheets: tuple[ItemSheet, ...]
    finding: Finding | None = None
    why: str = ""


@dataclass(frozen=True)
class Desk:
    groups: tuple[Group, ...]
    counts: dict[str, int]
    kept_points: int
    kinds: tuple[tuple[str, str, int], ...]
    """The kinds of items there are: name, words, how many."""
    in_quizzes: dict[int, tuple[Quiz, ...]]
    """The quizzes in which an item to look at first stands."""
    why_few: tuple[str, ...] = ()
    """Sentences on why the story gives few items; empty where it gives enough."""

    @property
    def filters(self) -> list[tuple[str, str, int]]:
        return [(name, label, self.counts.get(name, 0)) for name, label in SHOWS.items()]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def sheets(self) -> list[ItemSheet]:
        return [sheet for group in self.groups for sheet in group.sheets]

    @property
    def opens(self) -> int | None:
        """The first item that waits for a decision: it is shown in full."""
        return next((s.item.pk for s in self.sheets if s.item.state == Item.State.DRAFT), None)

    def after(self, item: Item) -> Item | None:
        """The next item in the list that waits for a decision, beginning again at the top; None where none does."""
        items = [sheet.item for sheet in self.sheets]
        at = next((n for n, other in enumerate(items) if other.pk == item.pk), -1)
        waiting = (i for i in (*items[at + 1 :], *items[: max(at, 0)]) if i.state == Item.State.DRAFT)
        return next(waiting, None)


def item_desk(story: Story, choice: Choice = Choice()) -> Desk:
    """The items of a story, the most worth asking first, as `choice` shows them; five queries."""
    items = [
        item
        for item in story.items.select_related("finding__occurrence").prefetch_related("options")
        if not (item.state == Item.State.DRAFT and item.finding and item.finding.is_dismissed)
    ]
    articles = articles_of(story)
    shown = [
        sheet(item, articles)
        for item in items
        if choice.show in ("", item.state) and choice.kind in ("", item.kind)
    ]
    kinds = Counter(item.kind for item in items)
    return Desk(
        tuple(_groups(shown, choice.by)),
        dict(Counter(item.state for item in items)),
        sum(item.points for item in items if item.state == Item.State.KEPT),
        tuple((kind.value, words, kinds[kind]) for kind, words in KIND_WORDS.items() if kinds[kind]),
        _in_quizzes([item.pk for item in items if item.is_stale]),
        why_few(story, articles, len(items)) if story.state == Story.State.READY else (),
    )


def _groups(sheets: Iterable[ItemSheet], by: str) -> Iterator[Group]:
    """What is to be looked at, then the teacher's own without a finding, then the rest in the order of its best item."""
    stale: list[ItemSheet] = []
    own: list[ItemSheet] = []
    rest: dict[object, list[ItemSheet]] = {}
    for one in sheets:
        item = one.item
        if needs_a_look(one):
            stale.append(one)
        elif by == BY_KIND:
            rest.setdefault(item.kind, []).append(one)
        elif item.is_own and item.finding is None:
            own.append(one)
        else:
            rest.setdefault(item.finding_id, []).append(one)
    if stale:
        yield Group(
            "Look at these first", tuple(stale), why="The articles no longer bear them out as they stand."
        )
    if own:
        yield Group("Written by you", tuple(own))
    for of_one in rest.values():
        first = of_one[0]
        if by == BY_KIND:
            yield Group(first.kind.capitalize(), tuple(of_one))
        else:
            ordered = sorted(of_one, key=lambda s: KIND_ORDER[s.item.kind])
            yield Group(
                first.topic or "On no finding of the newest comparison", tuple(ordered), first.item.finding
            )


KIND_ORDER = {kind.value: place for place, kind in enumerate(KIND_WORDS)}


def needs_a_look(one: ItemSheet) -> bool:
    """True where the newest reading no longer proves it, or an article that it cites is gone."""
    is_in_use = one.item.state != Item.State.DROPPED
    return is_in_use and (one.item.is_stale or bool(one.missing))


def _in_quizzes(items: Collection[int]) -> dict[int, tuple[Quiz, ...]]:
    if not items:
        return {}
    found: dict[int, list[Quiz]] = {}
    entries = QuizItem.objects.filter(item__in=items, quiz__deleted_at__isnull=True).select_related("quiz")
    for entry in entries:
        found.setdefault(entry.item_id, []).append(entry.quiz)
    return {pk: tuple(quizzes) for pk, quizzes in found.items()}


def why_few(story: Story, letters: Collection[str], items: int) -> tuple[str, ...]:
    """Why a story gives fewer items than a quiz can choose from, and what would give more, a sentence each."""
    if items >= ENOUGH:
        return ()
    copies = [f"Article {copy} is the text of article {of}" for copy, of in sorted(story.copies.items())]
    aside = [f"Article {letter} tells of another event" for letter in story.set_aside]
    said = [f"{'; '.join(copies)}: one witness, not two."] if copies else []
    said += [f"{'; '.join(aside)} and is not compared."] if aside else []
    left = len(letters) - len(copies) - len(aside)
    if left < ARTICLES_ENOUGH:
        some = {0: "No article is", 1: "Only one article is"}.get(left, "Only two articles are")
        said.append(f"{some} left to compare: add {'one' if left == 2 else 'some'} of another outlet.")
    elif not said:
        said.append("These articles say much the same in much the same words, or too little of one event.")
    return (*said, "An item is offered only where the articles' own words prove its key.")

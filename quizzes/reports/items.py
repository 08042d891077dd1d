"""Items as a teacher decides on them: options with what choosing them shows, proof, checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from quizzes.flows.item_records import draft_of
from quizzes.items.linter import lint
from quizzes.items.misconceptions import MISCONCEPTIONS
from quizzes.items.skills import SKILLS, SkillInfo
from quizzes.items.types import ItemKind, Skill
from quizzes.models import Article, Item, Option, Story
from quizzes.reports.findings import finding_title
from quizzes.reports.wording import TF3, sentences

SHOWS = {"draft": "To decide", "kept": "Kept", "dropped": "Dropped"}

KIND_WORDS = {
    ItemKind.CHOICE: "choice",
    ItemKind.MULTI: "several right",
    ItemKind.NUMBER: "number",
    ItemKind.MATCH: "match",
    ItemKind.ORDER: "order",
    ItemKind.EVIDENCE: "evidence",
    ItemKind.CLAIM_EVIDENCE: "claim and evidence",
    ItemKind.TF3: "true, false, cannot tell",
    ItemKind.OPEN: "open answer",
}
ENOUGH = 12
"""Items from which a teacher can choose a quiz."""
ARTICLES_ENOUGH = 3
"""Articles of different text from which a story usually gives as many."""


@dataclass(frozen=True)
class OptionLine:
    text: str
    is_key: bool
    shows: str
    letter: str = ""
    goes_with: str = ""


@dataclass(frozen=True)
class Proof:
    letter: str
    article_pk: int | None
    text: str
    start: int


@dataclass(frozen=True)
class ItemSheet:
    """All that a teacher sees of an item."""

    item: Item
    kind: str
    topic: str
    skill: SkillInfo
    options: tuple[OptionLine, ...]
    key: str
    levels: tuple[str, ...]
    proofs: tuple[Proof, ...]
    hints: tuple[str, ...]
    good: tuple[str, ...]

    @property
    def relation(self) -> tuple[str, str]:
        finding = self.item.finding
        return (finding.kind, finding.relation) if finding else ("", "")


@dataclass(frozen=True)
class Desk:
    sheets: tuple[ItemSheet, ...]
    counts: dict[str, int]
    kept_points: int
    why_few: tuple[str, ...] = ()
    """Sentences on why the story gives few items; empty where it gives enough."""

    @property
    def filters(self) -> list[tuple[str, str, int]]:
        return [(name, label, self.counts.get(name, 0)) for name, label in SHOWS.items()]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def item_desk(story: Story, show: str = "") -> Desk:
    """The items of a story in rank order; `show` (a name of SHOWS) leaves those in that state."""
    items = [
        item
        for item in story.items.select_related("finding__occurrence").prefetch_related("options")
        if not (item.state == Item.State.DRAFT and item.finding and item.finding.is_dismissed)
    ]
    articles = _articles(story)
    return Desk(
        tuple(_sheet(item, articles) for item in items if not show or item.state == show),
        dict(Counter(item.state for item in items)),
        sum(item.points for item in items if item.state == Item.State.KEPT),
        why_few(story, articles, len(items)) if story.state == Story.State.READY else (),
    )


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


def item_sheet(item: Item) -> ItemSheet:
    return _sheet(item, _articles(item.story))


def _articles(story: Story) -> dict[str, int]:
    return dict(Article.objects.filter(story=story).values_list("letter", "pk"))


def _sheet(item: Item, articles: dict[str, int]) -> ItemSheet:
    kind = ItemKind(item.kind)
    options = list(item.options.all())
    hints = tuple(hint.text for hint in lint(draft_of(item)))
    return ItemSheet(
        item=item,
        kind=KIND_WORDS[kind],
        topic=finding_title(item.finding) if item.finding else "",
        skill=SKILLS[Skill(item.skill)],
        options=tuple(_lines(item, kind, options)),
        key=_key(item, kind),
        levels=tuple(item.key["levels"]) if kind is ItemKind.OPEN else (),
        proofs=tuple(
            Proof(e["article"], articles.get(e["article"]), e["text"], e["start"]) for e in item.evidence
        ),
        hints=hints,
        good=tuple(_good(item, kind, bool(hints))),
    )


def _lines(item: Item, kind: ItemKind, options: list[Option]) -> list[OptionLine]:
    if kind is ItemKind.MATCH:
        texts = {o.code: o.text for o in options}
        partners = {left: texts.get(right, "") for left, right in item.key}
        lines = [
            OptionLine(o.text, True, "", o.article, partners.get(o.code, ""))
            for o in options
            if o.side == "left"
        ]
        spare = [o for o in options if o.side == "right" and o.code not in {right for _, right in item.key}]
        return lines + [OptionLine(o.text, False, shows(o.misconception), o.article) for o in spare]
    keys = _key_codes(item, kind)
    return [OptionLine(o.text, o.code in keys, shows(o.misconception), o.article) for o in options]


def _key_codes(item: Item, kind: ItemKind) -> set[str]:
    match kind:
        case ItemKind.CHOICE:
            return {item.key}
        case ItemKind.CLAIM_EVIDENCE:
            return {item.key["choice"]}
        case ItemKind.MULTI:
            return set(item.key)
    return set()


def _key(item: Item, kind: ItemKind) -> str:
    """The key in words, for kinds without options."""
    match kind:
        case ItemKind.NUMBER:
            low, high = item.key["low"], item.key["high"]
            figure = f"{low:,g}" if low == high else f"{low:,g} to {high:,g}"
            return f"{figure} {item.key.get('unit') or ''}".strip()
        case ItemKind.OPEN:
            return str(item.key["model"])
        case ItemKind.TF3:
            return TF3[item.key]
        case ItemKind.ORDER:
            texts = {o.code: o.text for o in item.options.all()}
            return "; ".join(f"{place}. {texts[code]}" for place, code in enumerate(item.key, 1))
        case ItemKind.EVIDENCE:
            return "; ".join(
                f"{sentences(len(group))} of article {group[0]['article']}" for group in item.key
            )
    return ""


def shows(misconception: str) -> str:
    """What choosing a distractor shows, in words for the teacher."""
    known = MISCONCEPTIONS.get(misconception)
    return known.shows if known else misconception.replace("-", " ").replace("_", " ")


def _good(item: Item, kind: ItemKind, has_hints: bool) -> list[str]:
    letters = sorted({e["article"] for e in item.evidence})
    good = [f"proved in {_listed(letters)}"] if letters and not item.is_stale else []
    if not has_hints and kind in (ItemKind.CHOICE, ItemKind.CLAIM_EVIDENCE):
        good.append("no hint by length or wording")
    return good


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

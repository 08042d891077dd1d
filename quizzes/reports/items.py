"""Items as a teacher decides on them: options with what choosing them shows, proof, checks."""

from __future__ import annotations

from dataclasses import dataclass

from quizzes.flows.item_records import draft_of
from quizzes.items.difficulty import difficulty_word
from quizzes.items.linter import lint
from quizzes.items.misconceptions import MISCONCEPTIONS
from quizzes.items.skills import SKILLS, SkillInfo
from quizzes.items.types import ItemKind, Skill
from quizzes.models import Article, Item, Option, Story
from quizzes.reports.findings import finding_title
from quizzes.reports.wording import TF3, sentences

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
KIND_TELLS = {
    ItemKind.CHOICE: "One right option among wrong ones.",
    ItemKind.MULTI: "Several right options to tick, and at least one wrong one.",
    ItemKind.NUMBER: "A figure to type: 22, 2,500 and “twenty-two” are read.",
    ItemKind.MATCH: "Entries on the left, each with its partner on the right.",
    ItemKind.ORDER: "Lines to put in the right order.",
    ItemKind.EVIDENCE: "Sentences of the articles to tick that prove something.",
    ItemKind.CLAIM_EVIDENCE: "One right option, then the sentences that prove it.",
    ItemKind.TF3: "A statement: true, false, or not to be told from these articles.",
    ItemKind.OPEN: "A written answer, graded by three levels.",
}
"""What each kind asks of a student, in a line."""


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
    difficulty: str = "middling"
    missing: tuple[str, ...] = ()
    """Letters of articles that it cites and the story no longer has."""

    @property
    def key_line(self) -> str:
        return key_line(self.item)

    @property
    def relation(self) -> tuple[str, str]:
        finding = self.item.finding
        return (finding.kind, finding.relation) if finding else ("", "")


def item_sheet(item: Item) -> ItemSheet:
    return sheet(item, articles_of(item.story))


def key_line(item: Item) -> str:
    """The key in one line, also of an item with options."""
    kind = ItemKind(item.kind)
    lines = [line for line in _lines(item, kind, list(item.options.all())) if line.is_key]
    said = (f"{line.text} → {line.goes_with}" if line.goes_with else line.text for line in lines)
    return _key(item, kind) or "; ".join(said)


def articles_of(story: Story) -> dict[str, int]:
    return dict(Article.objects.filter(story=story).values_list("letter", "pk"))


def sheet(item: Item, articles: dict[str, int]) -> ItemSheet:
    """The item with what a decision needs; `articles` are the ids of the story's articles by letter."""
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
        difficulty=difficulty_word(item.difficulty),
        missing=tuple(sorted({e["article"] for e in item.evidence} - articles.keys())),
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
    proved = "your evidence is in" if item.is_own else "proved in"
    good = [f"{proved} {_listed(letters)}"] if letters and not item.is_stale else []
    if not has_hints and kind in (ItemKind.CHOICE, ItemKind.CLAIM_EVIDENCE):
        good.append("no hint by length or wording")
    return good


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

"""The versions of a quiz: when each was given to whom, and in words what differs from the one before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizzes.flows.freezing import NotPublishable, freeze
from quizzes.items.types import ItemKind
from quizzes.models import Assignment, FrozenArticle, FrozenItem, Quiz, QuizVersion
from quizzes.reports.wording import key_text, options_of

STEM_SHOWN = 60
"""Characters of a stem by which an item is named."""


@dataclass(frozen=True)
class VersionLine:
    """One version; `differences` from the one before, empty for the first."""

    version: QuizVersion
    given: tuple[Assignment, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True)
class Versions:
    """All versions, the newest first; `coming`: what the next would change, empty where nothing or no version is."""

    lines: tuple[VersionLine, ...]
    coming: tuple[str, ...]

    @property
    def given(self) -> tuple[Assignment, ...]:
        return tuple(assignment for line in self.lines for assignment in line.given)


@dataclass(frozen=True)
class Edition:
    """A version with its parts, frozen or as the quiz stands now."""

    version: QuizVersion
    articles: Sequence[FrozenArticle]
    items: Sequence[FrozenItem]


def versions(quiz: Quiz) -> Versions:
    """In four queries, and nine more where there is a version to compare the quiz with."""
    given: dict[int, list[Assignment]] = {}
    for assignment in Assignment.objects.filter(version__quiz=quiz).select_related("classroom", "version"):
        given.setdefault(assignment.version_id, []).append(assignment)
    frozen = [
        Edition(version, list(version.articles.all()), list(version.items.all()))
        for version in quiz.versions.prefetch_related("articles", "items").order_by("number")
    ]
    lines = [
        VersionLine(
            new.version,
            tuple(given.get(new.version.pk, ())),
            tuple(differences(old, new)) if old else (),
        )
        for old, new in zip([None, *frozen], frozen, strict=False)
    ]
    return Versions(tuple(reversed(lines)), _coming(quiz, frozen[-1]) if frozen else ())


def _coming(quiz: Quiz, newest: Edition) -> tuple[str, ...]:
    try:
        now = freeze(quiz)
    except NotPublishable as error:
        return (str(error),)
    return tuple(differences(newest, Edition(now.version, now.articles, now.items)))


def differences(old: Edition, new: Edition) -> Iterator[str]:
    """A sentence on each thing that differs; nothing where the two say the same."""
    if old.version.title != new.version.title:
        yield f"Title: “{new.version.title}”, was “{old.version.title}”."
    if old.version.instructions != new.version.instructions:
        yield _set_anew("Instructions", old.version.instructions, new.version.instructions)
    before, after = _by_item(old.items), _by_item(new.items)
    yield from (f"Added: {_named(item)}." for key, item in after.items() if key not in before)
    yield from (f"Taken out: {_named(item)}." for key, item in before.items() if key not in after)
    yield from _moves(before, after)
    for key, item in after.items():
        if key in before:
            yield from _item_differences(before[key], item)
    yield from _article_differences({a.letter: a for a in old.articles}, {a.letter: a for a in new.articles})


def _by_item(items: Iterable[FrozenItem]) -> dict[object, FrozenItem]:
    """By the item they are of; one whose item is gone by its own words."""
    return {item.item_id or item.stem: item for item in items}


def _named(item: FrozenItem) -> str:
    stem = item.stem if len(item.stem) <= STEM_SHOWN else f"{item.stem[:STEM_SHOWN].rsplit(' ', 1)[0]} …"
    return f"item {item.order}, “{stem}”"


def _moves(before: Mapping[object, FrozenItem], after: Mapping[object, FrozenItem]) -> Iterator[str]:
    """The fewest items whose moving explains the new order; those in between only shift."""
    stayed = [key for key in after if key in before]
    was = {key: place for place, key in enumerate(key for key in before if key in after)}
    still = _longest_rising([was[key] for key in stayed])
    for key in stayed:
        if was[key] not in still:
            yield f"Moved: {_named(after[key])}, was item {before[key].order}."


def _longest_rising(places: Sequence[int]) -> set[int]:
    """The members of a longest rising run of the places, others left out between."""
    ends: list[int] = []
    parents: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        parents[place] = ends[at - 1] if at else None
        ends[at:] = [place, *ends[at + 1 :]]
    rising, last = set(), ends[-1] if ends else None
    while last is not None:
        rising.add(last)
        last = parents[last]
    return rising


def _item_differences(old: FrozenItem, new: FrozenItem) -> Iterator[str]:
    here = f"Item {new.order}: "
    if old.stem != new.stem:
        yield f"{here}asked anew: “{new.stem}”, was “{old.stem}”."
    yield from (here + said for said in _option_differences(old, new))
    if _key(old) != _key(new):
        if key_text(old) != key_text(new):
            yield f"{here}another key: “{key_text(new)}”, was “{key_text(old)}”."
        else:
            yield f"{here}other sentences or levels count as right."
    if old.points != new.points:
        yield f"{here}{new.points} point{'' if new.points == 1 else 's'}, was {old.points}."
    if old.rationale != new.rationale:
        yield f"{here}another reason is given after release."
    if (old.row, old.evidence) != (new.row, new.evidence):
        yield f"{here}other evidence is shown after release."


def _key(item: FrozenItem) -> Any:
    """What counts as right; the words of an option are not part of it."""
    return sorted(item.key) if item.kind == ItemKind.MULTI else item.key


def _option_differences(old: FrozenItem, new: FrozenItem) -> Iterator[str]:
    before, after = (
        {code: option["text"] for code, option in options_of(item).items()} for item in (old, new)
    )
    for code, text in after.items():
        if code not in before:
            yield f"option added, “{text}”."
        elif text != before[code]:
            yield f"option reworded, “{text}”, was “{before[code]}”."
    yield from (f"option taken out, “{text}”." for code, text in before.items() if code not in after)
    if before == after and list(before) != list(after):
        yield "options in another order."


def _article_differences(
    before: Mapping[str, FrozenArticle], after: Mapping[str, FrozenArticle]
) -> Iterator[str]:
    yield from (f"Article {letter} added: {a.name}." for letter, a in after.items() if letter not in before)
    yield from (
        f"Article {letter} taken out: {a.name}." for letter, a in before.items() if letter not in after
    )
    for letter, article in after.items():
        if letter in before:
            yield from (f"Article {letter}: {said}" for said in _changed(before[letter], article))


def _changed(old: FrozenArticle, new: FrozenArticle) -> Iterator[str]:
    for name in ("outlet", "headline", "byline", "published"):
        was, now = getattr(old, name) or "", getattr(new, name) or ""
        if was != now:
            yield _set_anew({"published": "date"}.get(name, name), str(was), str(now))
    if old.text != new.text:
        yield "another text."
    elif old.passages != new.passages:
        yield "other parts of the text count as the article, its captions or what is not shown."


def _set_anew(name: str, old: str, new: str) -> str:
    return (
        f"{name} now “{new}”, was {f'“{old}”' if old else 'empty'}." if new else f"{name} taken out: “{old}”."
    )

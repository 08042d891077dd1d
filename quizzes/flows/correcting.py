"""A teacher corrects what was read and compared; the story is compared again at once, which needs no spaCy.

What she corrects is kept as `Correction` rows (quizzes.flows.corrections says how) and laid over every new reading,
so nothing overwrites it, and taking it back is deleting the row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from quizzes.flows import records
from quizzes.flows.corrections import Json, happening_place, place_of
from quizzes.flows.drafting import compare_story
from quizzes.models import Correction, Item, Occurrence, Story, User
from quizzes.nlp.types import Claim, Reading, ValueType

Kind = Correction.Kind
SINGLE = frozenset({Kind.VALUE, Kind.SOURCE, Kind.NO_CLAIM, Kind.LABEL})
"""Kinds of which a newer one about the same thing takes the place of an older one."""


class CorrectionRefused(Exception):
    """The correction says nothing that could hold; the text says why, to a teacher."""


@dataclass(frozen=True)
class Outcome:
    """What a correction has changed: decided items that no longer follow from the articles, drafts that came and went.

    `is_compared` is False where the story is being read: the correction is laid over when that is done.
    """

    stale: tuple[Item, ...] = ()
    drafts_gone: int = 0
    drafts_new: int = 0
    is_compared: bool = True


def correct_value(*, story: Story, claim: Claim, value: Json, by: User) -> Outcome:
    """Another value of a claim (`value` as `typed_values.typed_value` makes it); `claim` is the claim as read."""
    return _correct(story, Kind.VALUE, _subject(claim), value, by)


def correct_source(*, story: Story, claim: Claim, source: Json | None, by: User) -> Outcome:
    """Another source of a claim; None says that the article gives none."""
    return _correct(story, Kind.SOURCE, _subject(claim), source, by)


def deny_claim(*, story: Story, claim: Claim, by: User) -> Outcome:
    """The words make no claim about this."""
    return _correct(story, Kind.NO_CLAIM, _subject(claim), None, by)


def _subject(claim: Claim) -> Json:
    return place_of(claim) | {"was": claim.value.text}


def strike_label(*, story: Story, letter: str, start: int, end: int, by: User) -> Outcome:
    """The words do not call what they were read to call. Raises CorrectionRefused where no label stands there."""
    reading = next((r for r in records.readings_as_read(story) if r.article == letter), None)
    label = next((x for x in reading.labels if (x.start, x.end) == (start, end)), None) if reading else None
    if label is None:
        raise CorrectionRefused("No such words were read there any more.")
    subject = {"article": letter, "start": start, "end": end, "was": label.text}
    return _correct(story, Kind.LABEL, subject, None, by)


def join_rows(
    *, story: Story, one: Sequence[Claim], other: Sequence[Claim], titles: tuple[str, str], by: User
) -> Outcome:
    """The claims of two rows are of one thing: the second row's stand in the first from now on."""
    ids = {c.id for c in one}
    if not one or not other or ids & {c.id for c in other}:
        raise CorrectionRefused("Choose another row than this one.")
    counted = next((c.counted for c in one if c.value.type is ValueType.NUMBER), one[0].counted)
    subject = {"one": [place_of(c) for c in one], "other": [place_of(c) for c in other], "titles": titles}
    value = {"measure": one[0].measure, "counted": list(counted)}
    return _correct(story, Kind.SAME, subject, value, by)


def part_row(
    *, story: Story, these: Sequence[Claim], those: Sequence[Claim], title: str, by: User
) -> Outcome:
    """`these` claims of a row are about another happening than `those`."""
    if not these or not those:
        raise CorrectionRefused("Tick some of the claims, not none and not all: the others stay.")
    subject = {
        "these": [place_of(c) for c in these],
        "those": [place_of(c) for c in those],
        "titles": [title],
        "articles": sorted({c.article for c in these}),
    }
    return _correct(story, Kind.APART, subject, None, by)


def join_occurrences(*, story: Story, one: Occurrence, other: Occurrence, by: User) -> Outcome:
    """All that is told of the two is about one happening."""
    if one == other:
        raise CorrectionRefused("Choose another happening than this one.")
    readings = records.readings_as_read(story)
    subject = {
        "one": _told(one, readings),
        "other": _told(other, readings),
        "is_whole": True,
        "titles": [one.name, other.name],
    }
    return _correct(story, Kind.SAME, subject, None, by)


def part_occurrence(*, story: Story, occurrence: Occurrence, letters: Sequence[str], by: User) -> Outcome:
    """What the articles with these letters tell is another happening than what the others tell."""
    told = _told(occurrence, records.readings_as_read(story))
    these = [place for place in told if place["article"] in letters]
    those = [place for place in told if place["article"] not in letters]
    if not these or not those:
        raise CorrectionRefused("Tick some of the articles, not none and not all: the others stay.")
    subject = {
        "these": these,
        "those": those,
        "titles": [occurrence.name],
        "articles": sorted({p["article"] for p in these}),
    }
    return _correct(story, Kind.APART, subject, None, by)


def _told(occurrence: Occurrence, readings: Sequence[Reading]) -> list[Json]:
    """The places of the claims and happenings of an occurrence."""
    claims, happenings = set(occurrence.claims.values_list("uid", flat=True)), set(occurrence.happenings)
    places = [place_of(c) for r in readings for c in r.claims if c.id in claims]
    return places + [happening_place(h) for r in readings for h in r.happenings if h.id in happenings]


def name_occurrence(*, story: Story, occurrence: Occurrence, label: str) -> Outcome:
    """What the teacher calls it; "" takes her name back. It goes into new summaries and stems too."""
    return _compared(story, lambda: _rename(occurrence, label))


def _rename(occurrence: Occurrence, label: str) -> None:
    Occurrence.objects.filter(pk=occurrence.pk).update(label_set=label)


def take_back(*, correction: Correction) -> Outcome:
    """As if she had not corrected it."""
    return _compared(correction.story, correction.delete)


def _correct(story: Story, kind: Kind, subject: Json, value: Json | None, by: User) -> Outcome:
    return _compared(story, lambda: _store(story, kind, subject, value, by))


def _store(story: Story, kind: Kind, subject: Json, value: Json | None, by: User) -> None:
    Story.objects.select_for_update().get(pk=story.pk)
    if kind in SINGLE:
        older = [c.pk for c in story.corrections.filter(kind=kind) if _is_one(c.subject, subject)]
        story.corrections.filter(pk__in=older).delete()
    Correction.objects.create(story=story, kind=kind, subject=subject, value=value, made_by=by)


def _is_one(a: Json, b: Json) -> bool:
    return all(a.get(name) == b.get(name) for name in ("article", "start", "end", "measure"))


def _compared(story: Story, act: Callable[[], Any]) -> Outcome:
    """What has become of the items after `act` and a new comparison."""
    with transaction.atomic():
        act()
    before = _items(story)
    story.refresh_from_db()
    if story.state != Story.State.READY:
        return Outcome(is_compared=False)
    if not compare_story(story_id=story.pk, token=story.reading_token, corrected=True):
        return Outcome(is_compared=False)
    after = _items(story)
    draft = Item.State.DRAFT
    return Outcome(
        stale=tuple(
            i for pk, i in after.items() if i.is_stale and not (pk in before and before[pk].is_stale)
        ),
        drafts_gone=sum(i.state == draft and pk not in after for pk, i in before.items()),
        drafts_new=sum(pk not in before for pk in after),
    )


def _items(story: Story) -> dict[int, Item]:
    return {i.pk: i for i in story.items.exclude(state=Item.State.DROPPED)}

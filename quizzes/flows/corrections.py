"""What a teacher has corrected, laid over readings and comparisons: a mapping of its own, so that nothing overwrites it.

A `Correction.subject` says what is corrected in terms that outlive a reading, since texts never change:

| kind | subject | value |
|---|---|---|
| value | a place | start, end of the words, low, high, about, norm, bound |
| source | a place | a source as `records.source_json` writes it; None: no source is given |
| no_claim | a place | None |
| label | article, start, end, text | None |
| same | one, other: lists of places; is_whole | measure and counted that hold for `other` from now on; None where is_whole |
| apart | these, those: lists of places | None |

A place is {article, start, end, measure} of a claim's value as read, or {article, mention} of a happening. `was` and
`titles` say in words what was corrected, for the list of changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from quizzes.models import Correction, Occurrence, Story
from quizzes.nlp.settled import Apart, Named, Same, Settled
from quizzes.nlp.types import Bound, Claim, Happening, Reading, Source, SourceKind, ValueType

Json = dict[str, Any]
Kind = Correction.Kind


def corrections_of(story: Story) -> list[Correction]:
    """What the teacher has corrected in a story, in the order in which she did."""
    return list(Correction.objects.filter(story=story).order_by("pk"))


def place_of(claim: Claim) -> Json:
    return {
        "article": claim.article,
        "start": claim.value.start,
        "end": claim.value.end,
        "measure": claim.measure,
    }


def happening_place(happening: Happening) -> Json:
    return {"article": happening.article, "mention": happening.mentions[0].start}


@dataclass(frozen=True)
class Overlay:
    """Corrections beside the claims and happenings as they were read: what fits what."""

    corrections: Sequence[Correction]
    claims: Sequence[Claim]
    happenings: Sequence[Happening] = field(default=())

    @cached_property
    def _claims_of(self) -> dict[str, list[Claim]]:
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.article].append(claim)
        return found

    def ids(self, places: Iterable[Json]) -> frozenset[str]:
        """The ids of the claims and happenings that stand at the places now."""
        return frozenset(i for place in places if (i := self.id_at(place)))

    def id_at(self, place: Json) -> str | None:
        if "mention" in place:
            return self._happening_at(place)
        start, end = place["start"], place["end"]
        near = [
            c
            for c in self._claims_of.get(place["article"], ())
            if c.measure == place["measure"] and c.value.start < end and start < c.value.end
        ]
        # A later reader may take in a word more ("at least 22" for "22"): the same figure stands there.
        near.sort(key=lambda c: (abs(c.value.start - start) + abs(c.value.end - end), c.id))
        return near[0].id if near else None

    def _happening_at(self, place: Json) -> str | None:
        return next(
            (
                h.id
                for h in self.happenings
                if h.article == place["article"]
                and any(m.start <= place["mention"] < m.end for m in h.mentions)
            ),
            None,
        )

    @cached_property
    def of_claim(self) -> dict[str, list[Correction]]:
        """The corrections of single claims, by the claim's id, in the order in which they were made."""
        found: defaultdict[str, list[Correction]] = defaultdict(list)
        for correction in self.corrections:
            if correction.kind in (Kind.VALUE, Kind.SOURCE, Kind.NO_CLAIM):
                if claim := self.id_at(correction.subject):
                    found[claim].append(correction)
            elif correction.kind == Kind.SAME and correction.value:
                for claim in self.ids(correction.subject["other"]):
                    found[claim].append(correction)
        return found

    @cached_property
    def struck(self) -> frozenset[tuple[str, int, int]]:
        """Where labels stand that the teacher has struck."""
        return frozenset(
            (c.subject["article"], c.subject["start"], c.subject["end"])
            for c in self.corrections
            if c.kind == Kind.LABEL
        )

    def corrected(self, claim: Claim) -> Claim | None:
        """The claim as the teacher has it; None where she says that it is none."""
        for correction in self.of_claim.get(claim.id, ()):
            match correction.kind:
                case Kind.NO_CLAIM:
                    return None
                case Kind.VALUE:
                    claim = with_value(claim, correction.value or {})
                case Kind.SOURCE:
                    claim = replace(claim, source=_source(correction.value))
                case Kind.SAME:
                    claim = _as_measured(claim, correction.value or {})
        return claim

    def settled(self, occurrences: Iterable[Occurrence] = ()) -> tuple[Settled, ...]:
        """What she says of happenings, in order, and what she calls them, with the ids of now."""
        said = [s for s in map(self._settled, self.corrections) if s]
        return (*said, *_names(occurrences))

    def _settled(self, correction: Correction) -> Settled | None:
        subject = correction.subject
        if correction.kind == Kind.SAME:
            one, other = self.ids(subject["one"]), self.ids(subject["other"])
            return Same(one, other, subject.get("is_whole", False)) if one and other else None
        if correction.kind == Kind.APART:
            these, those = self.ids(subject["these"]), self.ids(subject["those"])
            return Apart(these, those) if these and those else None
        return None

    def fits(self, correction: Correction, labels: Iterable[tuple[str, int, int]] = ()) -> bool:
        """True where what is corrected is still there."""
        match correction.kind:
            case Kind.LABEL:
                subject = correction.subject
                return (subject["article"], subject["start"], subject["end"]) in set(labels)
            case Kind.SAME | Kind.APART:
                return self._settled(correction) is not None
        return self.id_at(correction.subject) is not None


def overlay_of(readings: Sequence[Reading], corrections: Sequence[Correction]) -> Overlay:
    return Overlay(
        corrections, [c for r in readings for c in r.claims], [h for r in readings for h in r.happenings]
    )


def laid_over(readings: Sequence[Reading], overlay: Overlay) -> tuple[Reading, ...]:
    """The readings as the teacher has them."""
    if not overlay.corrections:
        return tuple(readings)
    return tuple(
        replace(
            reading,
            claims=tuple(c for claim in reading.claims if (c := overlay.corrected(claim))),
            labels=tuple(
                x for x in reading.labels if (reading.article, x.start, x.end) not in overlay.struck
            ),
        )
        for reading in readings
    )


def with_value(claim: Claim, value: Json) -> Claim:
    """The claim with another value; its words are the article's, wherever in the sentence they stand."""
    start, end = value["start"], value["end"]
    about = value.get("about")
    text = claim.text[start - claim.start : end - claim.start]
    quantity = replace(
        claim.value,
        text=text,
        start=start,
        end=end,
        low=value["low"],
        high=value["high"],
        about=(about[0], about[1]) if about else None,
        norm=value["norm"],
        bound=Bound(value["bound"]),
    )
    return replace(claim, value=quantity)


def _as_measured(claim: Claim, value: Json) -> Claim:
    counted = tuple(value["counted"]) if claim.value.type is ValueType.NUMBER else claim.counted
    return replace(claim, measure=value["measure"], counted=counted)


def _source(stored: Json | None) -> Source | None:
    return Source(**stored | {"kind": SourceKind(stored["kind"])}) if stored else None


def _names(occurrences: Iterable[Occurrence]) -> Iterable[Named]:
    for row in occurrences:
        if row.label_set:
            told = frozenset(row.happenings) | {c.uid for c in row.claims.all()}
            yield Named(told, row.label_set)

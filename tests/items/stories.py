"""Comparisons made by hand: an invented story told by a few invented outlets, with just what a test is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from quizzes.nlp.types import (
    Bound,
    Claim,
    Comparison,
    Evidence,
    Finding,
    FindingKind,
    HeadlineFrame,
    Occurrence,
    Passage,
    Position,
    Quantity,
    Reading,
    Relation,
    Role,
    Source,
    SourceKind,
    Span,
    ValueType,
)

FIRE = "occ-fire"
STORM = "occ-storm"


@dataclass
class Telling:
    """One article as a test writes it: sentences, and the claims that stand in them."""

    article: str
    outlet: str | None
    sentences: tuple[str, ...]
    published: str | None = None
    frame: HeadlineFrame | None = None
    unnamed: tuple[Source, ...] = ()
    claims: list[Claim] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    def says(
        self,
        value: str,
        low: float | None,
        high: float | None,
        source: Source | None = None,
        *,
        measure: str = "killed",
        occurrence: str | None = FIRE,
        bound: Bound = Bound.EXACT,
        about: tuple[float, float] | None = None,
        counted: tuple[str, ...] = ("person",),
        unit: str | None = "people",
        nth: int = 1,
    ) -> Telling:
        """Adds the claim whose value stands in the text as `value`, there for the `nth` time."""
        places = [m.start() for m in re.finditer(rf"\b{re.escape(value)}\b", self.text)]
        at = places[nth - 1]
        span = next(s for s in spans(self.sentences) if s.start <= at < s.end)
        quantity = Quantity(value, at, at + len(value), ValueType.NUMBER, low, high, about, None, bound, unit)
        self.claims.append(
            Claim(
                id=f"claim-{self.article}-{len(self.claims) + 1}",
                article=self.article,
                start=span.start,
                end=span.end,
                text=span.of(self.text),
                measure=measure,
                value=quantity,
                source=source,
                occurrence=occurrence,
                counted=counted,
            )
        )
        return self

    def reading(self) -> Reading:
        return Reading(
            article=self.article,
            text=self.text,
            outlet=self.outlet,
            headline=self.sentences[0] if self.frame else None,
            byline=None,
            published=self.published,
            passages=(Passage(Role.BODY, 0, len(self.text)),),
            sentences=spans(self.sentences),
            claims=tuple(self.claims),
            unnamed=self.unnamed,
            headline_frame=self.frame,
        )


def spans(sentences: tuple[str, ...]) -> tuple[Span, ...]:
    found, at = [], 0
    for sentence in sentences:
        found.append(Span(at, at + len(sentence)))
        at += len(sentence) + 1
    return tuple(found)


def source(name: str, kind: SourceKind = SourceKind.ORGANISATION) -> Source:
    return Source(text=name, start=0, end=len(name), name=name.removeprefix("the "), kind=kind)


COAST_GUARD = source("the Northern Coast Guard")
OWNER = source("Ingrid Vale", SourceKind.PERSON)
DECKHANDS = source("Workers on deck", SourceKind.ANONYMOUS)
OFFICIAL = source("port official", SourceKind.ANONYMOUS)


def compared(*tellings: Telling, findings: tuple[Finding, ...] = ()) -> Comparison:
    return Comparison(
        readings=tuple(t.reading() for t in tellings),
        claims=tuple(c for t in tellings for c in t.claims),
        occurrences=(Occurrence(FIRE, "ferry fire"), Occurrence(STORM, "storm of 3 May")),
        findings=findings,
    )


def finding(
    kind: FindingKind,
    *claims: Claim,
    relation: Relation | None = None,
    aspect: str | None = "number",
    confidence: float = 0.85,
) -> Finding:
    """A finding that rests on the claims, a position each."""
    positions = tuple(
        Position(c.article, (c.id,), c.value.text, c.source, (Evidence(c.article, c.start, c.end, c.text),))
        for c in claims
    )
    first = claims[0]
    return Finding(
        f"f-{kind}-{relation or 'none'}-{first.measure}",
        kind,
        "A finding.",
        confidence,
        positions,
        relation,
        aspect,
        first.measure,
        first.occurrence,
    )


def phrases(
    kind: FindingKind, *told: tuple[Telling, str], aspect: str | None = None, said_by: Source | None = None
) -> Finding:
    """A finding that rests on phrases of the articles."""
    positions = []
    for telling, phrase in told:
        at = telling.text.index(phrase)
        evidence = Evidence(telling.article, at, at + len(phrase), phrase)
        positions.append(Position(telling.article, (), phrase, said_by, (evidence,)))
    return Finding(f"f-{kind}", kind, "A finding.", 0.85, tuple(positions), aspect=aspect)


def ferry_tellings() -> tuple[Telling, Telling, Telling]:
    """Three articles on a ferry fire: at least 22 by a named body (and one by deckhands), up to a handful, and a bare two."""
    ledger = (
        Telling(
            "a1",
            "The Quay Ledger",
            (
                "A fire broke out on the ferry Marigold at dawn.",
                "Workers on deck said one passenger had died.",
                "The Northern Coast Guard later put the dead at at least 22.",
                "The boat had left the harbour with 180 passengers.",
            ),
            published="2031-05-04",
        )
        .says("one", 1, 1, DECKHANDS, counted=("passenger",))
        .says("at least 22", 22, None, COAST_GUARD, bound=Bound.AT_LEAST, counted=())
        .says("180", 180, 180, measure="passengers", counted=("passenger",), unit="passengers")
    )
    wire = Telling(
        "a2",
        "Saltmarsh Wire",
        (
            "Smoke rose over the strait for hours.",
            "A port official believed that up to a handful of people were killed.",
            "The ferry carried 180 passengers when it left.",
        ),
        published="2031-05-03",
    )
    wire.says("up to a handful", None, None, OFFICIAL, bound=Bound.AT_MOST, about=(2, 9))
    wire.says("180", 180, 180, measure="passengers", counted=("passenger",), unit="passengers")
    herald = Telling(
        "a3",
        None,
        (
            "The fire on the Marigold left two people dead.",
            "A storm had killed 40 people on the same coast in the spring.",
        ),
        published="2031-05-05",
    )
    herald.says("two", 2, 2)
    herald.says("40", 40, 40, occurrence=STORM)
    return ledger, wire, herald


def ferry(*, relation: Relation = Relation.CONFLICT) -> Comparison:
    """The ferry fire with its conflict on the dead and its agreement on the passengers."""
    tellings = ferry_tellings()
    ledger, wire, herald = tellings
    killed = [*ledger.claims[:2], wire.claims[0], herald.claims[0]]
    return compared(
        *tellings,
        findings=(
            finding(FindingKind.DISCREPANCY, *killed, relation=relation),
            finding(FindingKind.AGREEMENT, ledger.claims[2], wire.claims[1]),
            finding(FindingKind.UNATTRIBUTED_FIGURE, herald.claims[0]),
        ),
    )


def with_claim(comparison: Comparison, claim_id: str, **changes: object) -> Comparison:
    """The comparison with one claim told otherwise; `low`, `high`, `bound`, `text` change its value."""
    value = {k: changes.pop(k) for k in ("low", "high", "bound", "text") if k in changes}

    def told(claim: Claim) -> Claim:
        if claim.id != claim_id:
            return claim
        return replace(claim, value=replace(claim.value, **value), **changes)  # type: ignore[arg-type]

    return replace(comparison, claims=tuple(map(told, comparison.claims)))


TICKETS = Telling("a9", "The Herald", ("A ticket costs 12 dollars.",)).says(
    "12", 12, 12, measure="ticket price", counted=("dollar",), unit="dollars"
)

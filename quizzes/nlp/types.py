"""The plain values that reading and comparing pass on: frozen, free of spaCy, ready for JSON.

Offsets count characters of the article's text as read; `end` is exclusive. The names are those of
the JSON that `manage.py analyze` prints.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a passage is in its article."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    BODY = "body"
    LINK = "link"
    OTHER_STORY = "other_story"
    FURNITURE = "furniture"


TOLD = frozenset({Role.HEADLINE, Role.CAPTION, Role.BODY})
"""Roles whose words belong to the story: only these carry quotations, claims and labels."""


class Manner(StrEnum):
    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SourceKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OUTLET = "outlet"


class ValueType(StrEnum):
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    TEXT = "text"


class Bound(StrEnum):
    """How a figure is fenced in."""

    EXACT = "exact"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    RANGE = "range"
    VAGUE = "vague"


class ToneKind(StrEnum):
    """How words judge what they tell."""

    LOADED = "loaded"
    REPORT_VERB = "report_verb"
    HEDGE = "hedge"
    AGENTLESS = "agentless"
    AGENT = "agent"
    """A harm told with who did it: what agentless ones are set against."""


class FindingKind(StrEnum):
    DISCREPANCY = "discrepancy"
    AGREEMENT = "agreement"
    QUOTATION_ALTERED = "quotation_altered"
    QUOTATION_UNATTRIBUTED = "quotation_unattributed"
    ANONYMOUS_SOURCE = "anonymous_source"
    UNATTRIBUTED_FIGURE = "unattributed_figure"
    VOICE_UNIQUE = "voice_unique"
    OMISSION = "omission"
    LABEL_CHOICE = "label_choice"
    LOADED_LANGUAGE = "loaded_language"
    REPORT_VERB = "report_verb"
    HEADLINE_ANGLE = "headline_angle"
    AGENTLESS = "agentless"
    TEXT_REUSE = "text_reuse"
    LOST_ATTRIBUTION = "lost_attribution"
    NAME_VARIANT = "name_variant"
    INTRUDER = "intruder"


class Relation(StrEnum):
    """How the positions of a discrepancy stand to each other."""

    CONFLICT = "conflict"
    PRECISION = "precision"
    SCOPE = "scope"
    UPDATE = "update"


@dataclass(frozen=True, order=True)
class Span:
    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, start: int, end: int) -> bool:
        return self.start <= start and end <= self.end


@dataclass(frozen=True)
class Passage:
    """A stretch of an article (usually a paragraph or line) and what it is there."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """Who says something: the mention as written, and the fullest name it stands for in the article.

    `via` is the outlet that passed the words on ("told the Associated Press"), `title` what the source is called
    ("press secretary") and `affiliation` whom it speaks for ("Foreign Ministry"), each as the article writes it; `reason`
    is why an unnamed source is unnamed ("because the inquiry is not over").
    """

    text: str
    start: int
    end: int
    name: str
    kind: SourceKind
    via: str | None = None
    title: str | None = None
    affiliation: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class Attribution:
    """Source, cue and content of one act of saying: the words in `content` are the source's, not the outlet's.

    `content` may have several spans (a clause cut in two by its cue); `source` is None where the
    text marks words as somebody's and names nobody ("it is believed that …", an orphan quotation).
    """

    source: Source | None
    cue: Span | None
    content: tuple[Span, ...]


@dataclass(frozen=True)
class Quotation:
    """Words given as somebody's. Direct and mixed: the words between the marks; indirect: the reported clause."""

    id: str
    article: str
    start: int
    end: int
    text: str
    manner: Manner
    cue: str | None
    speaker: Source | None
    continues: str | None = None


@dataclass(frozen=True)
class Quantity:
    """A value as written and as compared.

    low = high for an exact figure, high None after "at least", low None after "at most"; both None
    for a vague word, which carries `about` (low, high) from the documented table in lexicons.
    `norm` is the comparable form of what is no number (ISO date, HH:MM, folded words). `unit` is
    what is counted, as written without the figure ("American contractors"), or the unit ("dollars").
    """

    text: str
    start: int
    end: int
    type: ValueType
    low: float | None = None
    high: float | None = None
    about: tuple[float, float] | None = None
    norm: str | None = None
    bound: Bound = Bound.EXACT
    unit: str | None = None


@dataclass(frozen=True)
class Happening:
    """One article's telling of one thing that happened; comparison groups happenings into occurrences.

    `act` is a lemma of the act's class ("attack", "strike", "vote"), `dates` are ISO dates resolved
    against the article's date (or "--MM-DD" / "weekday:thursday" where the year or week is not
    known), `places`, `agents` and `targets` folded names or heads, `names` whose it is as
    written (who resigned, the storm's own name). `noun` is the article's own noun for the act ("blaze"), "" where
    it has none. `mentions` are the spans that speak of it; `label` is how a reader would call it ("rocket attack on Erbil, 15 February").
    """

    id: str
    article: str
    act: str
    label: str
    dates: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()
    noun: str = ""


@dataclass(frozen=True)
class Claim:
    """A checkable statement: a measure, its value and who says so; `start`, `end`, `text` are its sentence.

    `happening` is the id of the article's Happening it is about (None for a standing fact);
    `occurrence` is set by comparison. `counted` are the folded lemmas of what is counted, head last
    ("american", "contractor"), so that like is compared with like; of an attribute (a value of type `text`, such
    as a status or a cause) they are whom or what it is said of, of a date whose deed it is of and the deed. `source`
    None: the outlet's own voice.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    measure: str
    value: Quantity
    source: Source | None
    happening: str | None = None
    occurrence: str | None = None
    counted: tuple[str, ...] = ()
    role: Role = Role.BODY


@dataclass(frozen=True)
class Label:
    """The words by which the article's text calls an actor; `actor` is the folded key that joins labels for one actor.

    Where they call an act, `happening` is the id of the article's Happening they call. `voice` is None where the
    outlet itself speaks, else the source whose words they are. `is_lead`: they stand in the headline or the lead.
    """

    article: str
    start: int
    end: int
    text: str
    actor: str
    voice: str | None = None
    happening: str | None = None
    is_lead: bool = False


@dataclass(frozen=True)
class Tone:
    """Words that judge: loaded ones, a verb of saying, a hedge, a harm told without who did it.

    `category` is the lexicon's ("violence", "doubt"), `strength` in 0…1 how sure and strong the judgement is. `about`
    is the folded lemma of what the words describe, by which comparison asks what other articles call the same thing
    ("" where there is none); `happening` the id of the article's Happening they tell of. `voice` is None where the
    outlet itself speaks, else the source whose words they are ("" where the article names nobody). `word` is the
    lexicon's form of the judging word in `text`.
    """

    article: str
    start: int
    end: int
    text: str
    kind: ToneKind
    category: str
    strength: float
    about: str = ""
    voice: str | None = None
    happening: str | None = None
    word: str = ""


@dataclass(frozen=True)
class HeadlineFrame:
    """What a headline makes the subject, the act and the object (each as written, None where it has none)."""

    subject: str | None
    act: str | None
    object: str | None
    is_passive: bool = False


@dataclass(frozen=True)
class Reading:
    """All that was read in one article, ordered by offset; what the text does not say is None."""

    article: str
    text: str
    outlet: str | None
    headline: str | None
    byline: str | None
    published: str | None
    passages: tuple[Passage, ...] = ()
    sentences: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
    happenings: tuple[Happening, ...] = ()
    labels: tuple[Label, ...] = ()
    tones: tuple[Tone, ...] = ()
    unnamed: tuple[Source, ...] = ()
    headline_frame: HeadlineFrame | None = None
    headline_span: Span | None = None

    def __hash__(self) -> int:
        # of all fields it would take longer than many an answer that is kept by it
        return hash((self.article, self.text))


@dataclass(frozen=True)
class Occurrence:
    """One happening as several articles tell it; `happenings` are the ids of what was joined."""

    id: str
    label: str
    happenings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """A stretch of an article that proves something, a sentence at most."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Position:
    """What one article says in a finding: one value by one source (an article may hold several)."""

    article: str
    claims: tuple[str, ...]
    value: str | None
    source: Source | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Finding:
    """What the comparison shows. `measure` and `occurrence` say of what; `silent` are the articles that leave it out."""

    id: str
    kind: FindingKind
    summary: str
    confidence: float
    positions: tuple[Position, ...]
    relation: Relation | None = None
    aspect: str | None = None
    measure: str | None = None
    occurrence: str | None = None
    silent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """The articles of a story set side by side: claims carry their occurrence, findings rest on them.

    `set_aside` are articles that share no occurrence with the others; `copies` maps an article to
    the earlier one whose text it repeats.
    """

    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    occurrences: tuple[Occurrence, ...]
    findings: tuple[Finding, ...]
    set_aside: tuple[str, ...] = ()
    copies: dict[str, str] = field(default_factory=dict)

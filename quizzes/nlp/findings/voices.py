"""Who is heard: quotations whose speaker nobody names, and voices that one article alone lets speak."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from quizzes.nlp.findings.heard_elsewhere import Heard, is_second_hand
from quizzes.nlp.findings.one_story import told_with
from quizzes.nlp.findings.side_by_side import SideBySide, make_finding
from quizzes.nlp.findings.spelt_persons import spelt_twice
from quizzes.nlp.lexicons.names import first_names, place_names
from quizzes.nlp.lexicons.nations import COUNTRIES, NATION_OF
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import (
    Evidence,
    Finding,
    FindingKind,
    Manner,
    Position,
    Quotation,
    Reading,
    Source,
    SourceKind,
    Span,
)

FEWEST_WORDS = 4
"""Fewer words between marks are a term or a title as often as somebody's speech."""

NOBODY, MAY_GO_ON, HEARD, REPORTED, MAY_BE_HEARD = 0.75, 0.5, 0.7, 0.55, 0.5
"""Words between marks are surely said by the person; reported speech is read wrongly more often."""

BODIES = frozenset(
    """house hospital university college office department ministry agency association council committee court company
    group school police service commission union institute bank church chairman chair director spokesman
    spokeswoman spokesperson officials authorities""".split()
)
"""Words that show a name to be a body's or an office's, whatever kind reading took it for."""

CROWDS = frozenset("republicans democrats conservatives liberals americans democrat republican".split())
ANYWHERE = frozenset(
    "congress senate house government administration parliament police state city gop".split()
)
"""Words of names that are a crowd, and names that are a branch of government: heard everywhere under other names."""

SMALL_WORDS = frozenset("of for the and on in".split())

LED_IN = re.compile(r"^(?:such as|including|like|unlike)\s+", re.IGNORECASE)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
COUNTIES = frozenset("county counties".split())
TWO = re.compile(r"\s+(?:and|&)\s+|,\s+")
"""What stands between the names of two who are heard together."""

BEHIND_DOCUMENT = re.compile(
    r"(?:\s+(?:conducted|published|released|issued|commissioned|compiled|written|done))?\s+by\s+(?:the\s+)?"
    r"(?P<body>[A-Z][\w’'&.-]*(?:\s+(?:(?:of|for|on)\s+)?(?:the\s+)?[A-Z][\w’'&-]*)*)"
)
"""Whose a document is: "a study by the Institute of Tides"."""

WIRES = frozenset("associatedpress ap reuters afp agencefrancepresse upi dpa efe ansa xinhua tass".split())

HEARD_KINDS = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET})

WORD = re.compile(r"[^\W\d_]{2,}")
AFTER_NAME = frozenset({"jr", "sr", "ii", "iii"})


def find_unattributed_quotations(side: SideBySide) -> Iterator[Finding]:
    """A finding for each direct quotation that fills its sentences and has no speaker.

    Where the paragraph or the one before quotes a named speaker, or the sentence before in the paragraph is about somebody,
    the words may be his: below the bar.
    """
    for reading in side.originals:
        for quotation in reading.quotations:
            if quotation.manner is not Manner.DIRECT or quotation.speaker or quotation.continues:
                continue
            if len(quotation.text.split()) < FEWEST_WORDS or not stands_alone(reading, quotation):
                continue
            yield make_finding(
                FindingKind.QUOTATION_UNATTRIBUTED,
                [said(side, quotation)],
                f"{side.name(reading.article)} quotes these words but does not say whose they are.",
                MAY_GO_ON if has_speaker_near(reading, quotation) else NOBODY,
            )


def stands_alone(reading: Reading, quotation: Quotation) -> bool:
    """True where the sentences of a quotation hold no word outside its marks."""
    around = [s for s in reading.sentences if s.start < quotation.end and quotation.start < s.end]
    if not around:
        return False
    outside = (
        reading.text[around[0].start : quotation.start]
        + reading.text[quotation.end : max(s.end for s in around)]
    )
    return not any(c.isalnum() for c in outside)


def has_speaker_near(reading: Reading, quotation: Quotation) -> bool:
    """True where somebody is quoted by name in the same paragraph or the one before, or named right before."""
    at = next((n for n, p in enumerate(reading.passages) if p.start <= quotation.start < p.end), None)
    if at is None:
        return False
    start, end = reading.passages[max(at - 1, 0)].start, reading.passages[at].end
    if any(q.speaker and start <= q.start < end for q in reading.quotations):
        return True
    before = [s for s in reading.sentences if reading.passages[at].start <= s.start < quotation.start]
    return any(names_somebody(reading, s) for s in before[-2:])


def names_somebody(reading: Reading, sentence: Span) -> bool:
    """True for a sentence that speaks of a person: one who is quoted elsewhere, a name in two words, he or she."""
    text = sentence.of(reading.text)
    words = set(re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", fold(text)))
    persons = {
        surname(q.speaker.name)
        for q in reading.quotations
        if q.speaker and q.speaker.kind is SourceKind.PERSON
    }
    return bool(words & (persons | {"he", "she"})) or any(
        w in first_names() for w in re.findall(r"\b([A-Z][^\W\d_]+) [A-Z]", text)
    )


def find_unique_voices(side: SideBySide) -> Iterator[Finding]:
    """A finding for each person or named body that one article alone quotes or cites; `silent` are the others of its story
    and days."""
    if len(side.originals) < 2:
        return
    heard = {r.article: voices(side, r) for r in side.originals}
    known = {article: set(found) | cited(side, article) for article, found in heard.items()}
    for spelt in spelt_twice(side):
        for article in {s.article for s in spelt}:
            known[article] |= {surname(s.name) for s in spelt}
    elsewhere, heard_of = Heard(side), Known(known)
    for article, found in heard.items():
        silent, named = told_with(side, article), set[str]()
        for key, voice in found.items() if silent else ():
            if not is_voice(voice.speaker) or heard_of.is_known(key, voice.speaker, article):
                continue
            if voice.speaker.name in named:
                continue
            named.add(voice.speaker.name)
            said_here = [q for q in side.reading(article).quotations if q.speaker == voice.speaker]
            is_doubtful = is_second_hand(voice.evidence.text) or elsewhere.may_be(
                voice.speaker, said_here, article
            )
            yield make_finding(
                FindingKind.VOICE_UNIQUE,
                [Position(article, (), voice.speaker.name, voice.speaker, (voice.evidence,))],
                f"Only {side.name(article)} lets {called(voice.speaker.name)} speak.",
                min(voice.confidence, MAY_BE_HEARD) if is_doubtful else voice.confidence,
                silent=silent,
            )


@dataclass(frozen=True)
class Voice:
    """Who is heard in an article, the sentence that best shows it, and how sure it is."""

    speaker: Source
    evidence: Evidence
    confidence: float


def voices(side: SideBySide, reading: Reading) -> dict[str, Voice]:
    """Each person and body that an article lets speak, by surname or name: first by quotations, then by its claims."""
    found: dict[str, Voice] = {}
    for quotation in sorted(reading.quotations, key=lambda q: (q.manner is Manner.INDIRECT, q.start)):
        if speaker := heard_in(side, reading, quotation.speaker):
            confidence = REPORTED if quotation.manner is Manner.INDIRECT else HEARD
            evidence = said(side, quotation).evidence[0]
            found.setdefault(key_of(speaker), Voice(speaker, evidence, confidence))
    for claim in side.claims_of[reading.article]:
        if speaker := heard_in(side, reading, claim.source):
            evidence = side.slice(claim.article, claim.start, claim.end)
            found.setdefault(key_of(speaker), Voice(speaker, evidence, REPORTED))
    return found


def heard_in(side: SideBySide, reading: Reading, source: Source | None) -> Source | None:
    """The person or body whose voice a source is: itself, or whose document it is; None for the story's own outlets."""
    if source is None:
        return None
    if source.kind is SourceKind.DOCUMENT:
        return author(reading, source)
    if source.kind not in HEARD_KINDS or (source.kind is SourceKind.OUTLET and is_own_outlet(side, source)):
        return None
    return source


def author(reading: Reading, document: Source) -> Source | None:
    """The body by which a document is, where its name stands right behind ("a study by the Institute of Tides")."""
    found = BEHIND_DOCUMENT.search(reading.text, document.start, document.end + 90)
    if found is None or (found.start() != document.end and found.end() > document.end):
        return None
    name = re.sub(r"['’]s$", "", found["body"].rstrip("."))
    is_person = any(w in first_names() for w in name.split()[:-1])
    start = found.start("body")
    body = replace(document, text=name, start=start, end=start + len(name), name=name)
    return None if is_person else replace(body, kind=SourceKind.ORGANISATION, title=None, affiliation=None)


def is_own_outlet(side: SideBySide, source: Source) -> bool:
    """True for an outlet of the story, by its name or a part of it ("the Times"), and for the wires that serve all."""
    name = body_name(source.name).replace(" ", "")
    return name in WIRES or any(name in fold(side.name(r.article)).replace(" ", "") for r in side.readings)


def key_of(source: Source) -> str:
    """What a voice is known by: a person by the surname, a body by its folded name."""
    return surname(source.name) if source.kind is SourceKind.PERSON else body_name(source.name)


def body_name(name: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", " ".join(fold(name).replace("-", " ").split()))


@dataclass(frozen=True, eq=False)
class Known:
    """The names by which articles know voices, to be found by any part of a name or by its initials."""

    of_articles: Mapping[str, set[str]]

    @cached_property
    def articles(self) -> dict[str, set[str]]:
        """The articles that know a name."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for article, names in self.of_articles.items():
            for name in names:
                found[name].add(article)
        return found

    @cached_property
    def by_part(self) -> dict[str, set[str]]:
        """The names that have a word, and those that have initials or are initials themselves."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for name in self.articles:
            for part in (name, *name.split(), name.replace(".", ""), initials(name)):
                found[part].add(name)
        return found

    def is_known(self, key: str, speaker: Source, by: str) -> bool:
        """True for a voice that an article besides `by` hears too, be it under a part of its name or by its initials."""
        if speaker.kind is SourceKind.PERSON:
            return bool(self.articles.get(key, {by}) - {by})
        parts = (key, *key.split(), key.replace(".", ""), initials(key))
        names = {name for part in parts for name in self.by_part.get(part, ())}
        return any(is_one_body(key, name) and self.articles[name] - {by} for name in names)


def initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w not in SMALL_WORDS)


def is_one_body(key: str, name: str) -> bool:
    """True for one name, a part of it, or its initials."""
    own, other = set(key.split()), set(name.split())
    return (
        name == key
        or name.replace(".", "") == initials(key)
        or key.replace(".", "") == initials(name)
        or bool(other - BODIES and (other <= own or own <= other))
    )


def is_voice(speaker: Source) -> bool:
    """True for a person named in full, or by the one name an article gives, and for a body with a name of its own."""
    if speaker.kind is SourceKind.PERSON:
        # "T.J." and "independent Senator Ann Roe" are no names that a reader could look up.
        is_one = (
            not TWO.search(speaker.name) and speaker.name[:1].isupper() and bool(WORD.search(speaker.name))
        )
        return is_one and (
            is_full_name(speaker.name) or bool(speaker.affiliation and speaker.name[:1].isupper())
        )
    return is_named_body(speaker.name)


def is_named_body(name: str) -> bool:
    """False for crowds, peoples, places without an office, times, and a kind of body before or without its name."""
    words = name.split()
    folded = [w.casefold() for w in words]
    if not words or not words[-1][:1].isupper() or LED_IN.match(name):
        return False
    if set(folded) & (CROWDS | DAYS) or set(folded) <= ANYWHERE or folded[-1] in COUNTIES:
        return False
    if len(words) > 1 and words[1].islower() and folded[1] not in SMALL_WORDS and not words[0].islower():
        return False  # "Parent company Acme", "Mayors elect of Penwick"
    if all(is_place(part) for part in TWO.split(name)) and body_name(name) not in COUNTRIES:
        return False
    return body_name(name) in COUNTRIES or body_name(name) not in NATION_OF


def is_place(name: str) -> bool:
    return name in place_names()


def called(name: str) -> str:
    """A name as a sentence calls it: a body of several words with its article."""
    is_body = len(name.split()) > 1 and name.split()[-1].casefold() in BODIES | {"house"}
    return f"the {name}" if is_body else name


def said(side: SideBySide, quotation: Quotation) -> Position:
    """The position of a quotation: its words are the value, the sentence they start in the evidence."""
    words = side.slice(quotation.article, quotation.start, quotation.end)
    sentence = side.sentence(quotation.article, quotation.start) or words
    return Position(quotation.article, (), words.text, quotation.speaker, (sentence,))


def cited(side: SideBySide, article: str) -> set[str]:
    """What the sources of an article's claims and quotations, named or not, and the bodies they speak for are known by."""
    sources = [c.source for c in side.claims_of[article]]
    sources += [q.speaker for q in side.reading(article).quotations]
    told = [s for s in sources if s]
    bodies = {body_name(name) for s in told for name in (s.name, s.text, s.affiliation, s.via) if name}
    return {surname(part) for s in told for part in (s.name, *TWO.split(s.name))} | bodies


def is_full_name(name: str) -> bool:
    """True for two words or more with capitals ("Ann Roe", not "the chairman"), none of them a body's."""
    words = name.split()
    capitals = [w for w in words if w[0].isupper()]
    bodies = {w.casefold() for w in words} & BODIES
    return len(capitals) >= 2 and words[-1] in capitals and not bodies


@lru_cache(maxsize=4096)
def surname(name: str) -> str:
    words = [w for w in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", fold(name)) if w not in AFTER_NAME]
    return words[-1] if words else ""

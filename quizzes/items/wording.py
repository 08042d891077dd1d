"""How items name things: measures, figures, sources and occurrences, in words a fourteen-year-old reads with ease."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizzes.nlp.types import Claim, Evidence, Source, SourceKind

NO_SOURCE = "no source is given"


@dataclass(frozen=True)
class MeasureWords:
    """`topic` follows "the highest", `counted` is who or what is counted ("people killed"); `is_one_kind` is false where
    two numbers may well count different things (lorries and buildings destroyed)."""

    topic: str
    counted: str
    is_one_kind: bool = True


MEASURES = {
    "killed": MeasureWords("death toll", "people killed"),
    "injured": MeasureWords("number of injured", "people injured"),
    "missing": MeasureWords("number of missing", "people missing"),
    "arrested": MeasureWords("number of arrests", "people arrested"),
    "displaced": MeasureWords("number of people driven from home", "people driven from home"),
    "evacuated": MeasureWords("number of people taken to safety", "people taken to safety"),
    "destroyed": MeasureWords("number of things destroyed", "things destroyed", is_one_kind=False),
    "damaged": MeasureWords("number of things damaged", "things damaged", is_one_kind=False),
}
"""Readable names for the measures that the reading knows by one name; others go by what they count."""

MONEY = frozenset({"dollars", "euros", "pounds", "yen", "rupees", "$", "€", "£", "¥", "₹"})
PERCENT = frozenset({"percent", "per cent", "%", "percentage points"})

DETERMINERS = frozenset(
    {
        "a",
        "an",
        "the",
        "one",
        "two",
        "three",
        "some",
        "several",
        "many",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "another",
        "other",
        "no",
        "any",
    }
)
PROPER_ORGANISATION_ENDS = frozenset(
    {
        "Ministry",
        "Department",
        "Government",
        "Agency",
        "Authority",
        "Council",
        "Committee",
        "Commission",
        "Court",
        "Office",
        "Observatory",
        "Service",
        "Bureau",
        "Union",
        "Institute",
        "Association",
        "Police",
    }
)
"""Last words of names of bodies (own list of general English)."""
SOUNDS_LIKE_A_VOWEL = re.compile(
    r"[AEFHILMNORSX][A-Z]+\b|(?i:[aeio]|hour|honest)|u(?!ni|se|s\b)|U(?!ni|se|[A-Z]|[.])"
)
"""Beginnings that take "an": vowels, and letters that are spelled out with one ("an FBI agent", but "a US official")."""

COMMON = frozenset(
    """activist activists administration agents aide aides analysts army authorities campaign city civil company congressional
    county critics defence defense detectives diplomat diplomats doctor doctors economists emergency employees experts
    eyewitness eyewitnesses federal fire firefighters government health hospital insiders intelligence investigators
    lawmakers lawyers law local medical medics members military militia militias neighbors neighbours observers officers
    official officials organisers organizers parents party passengers people police port prosecutors rebel rebels
    reporters representatives rescue rescuers researchers residents scientists security senior sources spokesman
    spokeswoman staff state students supporters survivors teachers top union users victims villagers war witness witnesses
    workers""".split()
)
"""Words that begin what an unnamed source is called and are no names (own list): small inside a sentence."""


def measure_words(measure: str, claims: Iterable[Claim]) -> MeasureWords | None:
    """What the measure is called; None where its claims give no one name for what they count."""
    if measure in MEASURES:
        return MEASURES[measure]
    units = {" ".join(c.counted) for c in claims}
    if len(units) != 1:
        return None
    unit = next((c.value.unit for c in claims if c.value.unit), None)
    if unit is None or unit.lower() in MONEY | PERCENT or len(unit.split()) > 6:
        return None
    return MeasureWords(f"number of {unit}", unit)


DATED = re.compile(r", (?=(?:\d{1,2} )?[A-Z][a-z]+(?: \d{4})?$)")
"""Where a label's day begins ("…, 15 February 2031", "…, Thursday")."""

AT = re.compile(
    r"\bin (?=(?:[\w'’.-]+ )*(?:Airport|Airfield|Base|Station|Stadium|School|University|Hospital|Embassy)\b)"
)
"""What happens in a town happens at an airport."""


def undated(label: str) -> str:
    """The label of an occurrence without its day."""
    return DATED.split(label)[0]


def about_occurrence(label: str) -> str:
    """The occurrence with its article, to follow a preposition: "the air strike in Syria on 3 May 2031"."""
    label = AT.sub("at ", DATED.sub(" on ", label))
    first = label.split(" ", 1)[0]
    if first.lower() in DETERMINERS:
        return label[0].lower() + label[1:]
    return f"the {label}"


NAMELESS = re.compile(r"\b(?:unnamed|anonymous|unidentified)\b", re.IGNORECASE)


def source_phrase(source: Source | None) -> str:
    """Who says it, as an option shows it: "the Harbour Trust", "a port official who is not named", "no source is given"."""
    if source is None:
        return NO_SOURCE
    if source.kind is SourceKind.ANONYMOUS:
        verb = "are" if is_plural(source.name) else "is"
        is_said = NAMELESS.search(source.name) is not None
        return with_article(source) if is_said else f"{with_article(source)} who {verb} not named"
    return with_article(source)


def with_article(source: Source) -> str:
    """The source's fullest name with the article its mention has, or that a common noun needs."""
    name = _plain(source.name)
    first = name.split(" ", 1)[0]
    if first.lower() in DETERMINERS:
        return first.lower() + name[len(first) :]
    if source.kind is SourceKind.ANONYMOUS and first.lower() in COMMON:
        name = name[:1].lower() + name[1:]
    if source.kind is SourceKind.PERSON and name[:1].isupper():
        return name
    if _plain(source.text).lower().startswith("the ") or _needs_the(source, name):
        return f"the {name}"
    if source.kind is SourceKind.ORGANISATION or is_plural(name) or _is_written_as_name(name):
        return name
    return f"{'an' if SOUNDS_LIKE_A_VOWEL.match(name) else 'a'} {name}"


def capitalised(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _with_paired_marks(words: str) -> str:
    """The words with the mark that their neighbours have: of a speech over several sentences, one holds but one mark."""
    if words.count('"') % 2:
        is_end = re.search(r'"(?=\W|$)(?![^"]*")', words) is not None
        return f'"{words}' if is_end else f'{words}"'
    first, last = words.find("”"), words.rfind("“")
    opened = f"“{words}" if first > -1 and "“" not in words[:first] else words
    return f"{opened}”" if last > -1 and "”" not in words[last:] else opened


STRAIGHT = re.compile(r'"([^"]*)"')
"""A pair of straight marks."""


def quoted(words: str) -> str:
    """Words in quotation marks, marks inside them turned single."""
    inner = STRAIGHT.sub(r"‘\1’", _with_paired_marks(one_line(words)))
    return f"“{inner.translate(_INNER)}”"


def speech(words: str) -> str:
    """Spoken words to stand in a sentence: in marks, without the comma that led on to "she said"."""
    return quoted(words.strip().rstrip(",;: "))


def stop(words: str) -> str:
    """The full stop that a sentence ending in these quoted words still needs."""
    return "" if one_line(words).rstrip("”’\"')").endswith((".", "!", "?")) else "."


def one_line(text: str) -> str:
    return " ".join(text.split())


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def is_telling(claim: Claim) -> bool:
    """False for a number that is only an article ("a guard was hurt") or says nothing: nobody would call it a figure."""
    return shown_value(claim).lower() not in ("a", "an") and shown_count(claim).lower() not in (
        "a number",
        "some",
    )


def shown_value(claim: Claim) -> str:
    """The value as written: "at least 22"."""
    return one_line(claim.value.text)


def shown_count(claim: Claim) -> str:
    """The value with what it counts where that follows it in the sentence: "nine buildings"."""
    if claim.value.unit:
        for join in (" ", " of "):
            counted = one_line(f"{claim.value.text}{join}{claim.value.unit}")
            if counted in one_line(claim.text):
                return counted
    return shown_value(claim)


def same_source(one: Source | None, other: Source | None) -> bool:
    """True where both are nobody, or their names are the same when folded."""
    if one is None or other is None:
        return one is other
    return folded(one.name) == folded(other.name)


def alike_sources(one: Source | None, other: Source | None) -> bool:
    """True where two names share a telling word, so that a reader could take them for one source."""
    if one is None or other is None:
        return False
    return bool(_telling(one.name) & _telling(other.name))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower case, dots of abbreviations and articles dropped, marks and dashes made plain: to compare words with words."""
    plain = text.translate(_PLAIN).lower().replace(".", "")
    return " ".join(w for w in re.findall(r"[\w'-]+", plain) if w not in ("the", "a", "an"))


def rationale_quote(name: str, evidence: Evidence, source: Source | None) -> str:
    """ "The Ledger: “…” (source: the port authority)."."""
    return f"{name}: {quoted(evidence.text)} ({source_label(source)})."


def source_label(source: Source | None) -> str:
    return NO_SOURCE if source is None else f"source: {source_phrase(source)}"


_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "})
_UNTELLING = frozenset(
    "a an the of in for and to on at by with one two some several senior former top local chief official officials"
    " officer officers spokesman spokeswoman spokesperson source sources person people who said human rights".split()
)
"""Words that many sources share: having them in common makes no two sources one."""


def _telling(name: str) -> set[str]:
    return {w for w in folded(name).split() if w not in _UNTELLING}


def _plain(name: str) -> str:
    return one_line(name).strip(" ,;:")


def is_plural(name: str) -> bool:
    """True for a head noun with a plural ending ("two officials with knowledge of it"), or a counted one."""
    head = re.split(
        r"\s(?:who|that|with|of|from|in|at|on|close|familiar|speaking|briefed)\b|,", name, maxsplit=1
    )[0]
    last = head.split()[-1].lower() if head.split() else ""
    return last in ("people", "police", "witnesses", "media") or (
        last.endswith("s") and not last.endswith(("ss", "us", "is"))
    )


def _is_written_as_name(name: str) -> bool:
    """True for words that all have a capital ("Harbour Wire"), though the reading knows of no body of that name."""
    words = name.split()
    return words[0].lower() not in COMMON and all(w[:1].isupper() for w in words)


def _needs_the(source: Source, name: str) -> bool:
    words = name.split()
    return (
        source.kind in (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
        and len(words) > 1
        and any(w in PROPER_ORGANISATION_ENDS for w in words)
        and not words[0].endswith(("'s", "’s"))
    )

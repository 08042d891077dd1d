"""Whose words a quotation holds, where the article surely says it, or surely does not."""

from __future__ import annotations

import re
from functools import lru_cache

from quizzes.items.asking import Undecided
from quizzes.items.matrix import Matrix, NotInMatrix, once
from quizzes.items.pronouns import is_clear_pronoun, naming_sentence
from quizzes.items.texts import SAYING
from quizzes.items.unmarked import places_of
from quizzes.items.wording import folded, one_line, rationale_quote
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.findings.voices import has_speaker_near, is_named_body, stands_alone, surname
from quizzes.nlp.lexicons.names import first_names
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Evidence, Manner, Quotation, Reading, Role, Source, SourceKind, Span

FEWEST, LONGEST = 7, 230
"""Words that say something by themselves, and characters that a stem or option can hold."""

LONG_WORD, LONG_WORDS = 5, 3
"""Letters of a word that tells something, and how many such words a quotation needs ("it is plain to me" has one)."""

POINTING = re.compile(
    r"\b(?:the|this|that|these|those|he|she|they|it|his|her|their|its|who)\b", re.IGNORECASE
)
"""Words of a mention that point back: whoever it is may be named there."""

PLAIN_CUES = re.compile(
    r"(?:said|says?|saying|told|tells?|according|added|adds|wrote|writes|argued|explained|noted|stated|tweeted|asked|declared"
    r"|insisted|warned|suggested|testified|replied|joked|argues|claims?|claimed|confirmed|announced|acknowledged|admitted"
    r"|contended|asserted|responded|predicted|recalled|complained)",
    re.IGNORECASE,
)
"""Verbs by which somebody speaks in their own words, and no others' (own list)."""


JOINED = re.compile(r"(?:[^,]|\b[A-Z][\w’'-]*,) (?:and|or)$")
"""Another speaker before the mention ("Roe and", "Dunn, Roe, and"); behind a clause and its comma stands none ("The quay was shut, and")."""

SENTENCE_ENDS = tuple(stop + mark for stop in ".!?" for mark in ("", "”", '"', "’", "'", ")"))
"""What stands at the end of a sentence."""


def quotation_at(matrix: Matrix, article: str, start: str) -> Quotation:
    """The quotation that starts at the offset; NotInMatrix where none does."""
    found = next((q for q in matrix.reading(article).quotations if str(q.start) == start), None)
    if found is None:
        raise NotInMatrix(f"{article}@{start}")
    return found


def is_between_marks(quotation: Quotation) -> bool:
    return quotation.manner is not Manner.INDIRECT


def is_sayable(quotation: Quotation) -> bool:
    """True for words between marks that say something by themselves and are brief enough to be read in one go."""
    words = one_line(quotation.text)
    return (
        is_between_marks(quotation)
        and quotation.continues is None
        and len(words.split()) >= FEWEST
        and len(words) <= LONGEST
        and not re.search(r"[\"“”‘]|(?:^| )'", words)
        and sum(len(w) >= LONG_WORD for w in re.findall(r"[^\W\d_]+", words)) >= LONG_WORDS
    )


def sure_speaker(reading: Reading, quotation: Quotation) -> Source | None:
    """Who says the words, by a name, a clear pronoun or an unnamed source's phrase beside a verb of saying; else None."""
    speaker = quotation.speaker
    if speaker is None or not quotation.cue or not PLAIN_CUES.fullmatch(quotation.cue.split()[0]):
        return None
    if role_at(reading, quotation.start) is not Role.BODY:
        return None
    around = sentences_around(reading, quotation)
    if not around or not around[0].start <= speaker.start < around[-1].end:
        return None
    before, behind = reading.text[: speaker.start].rstrip(), reading.text[speaker.end :].lstrip()
    is_one_of_several = JOINED.search(before) is not None or behind.startswith(("and ", "or "))
    is_called = is_called_so(speaker) or is_clear_pronoun(reading, quotation)
    return speaker if is_called and not is_one_of_several else None


def is_called_so(speaker: Source) -> bool:
    """True where the mention itself has the person's surname, the body's name, or an unnamed source's whole phrase."""
    match speaker.kind:
        case SourceKind.PERSON:
            return bool(surname(speaker.name)) and surname(speaker.name) in words_of(speaker.text)
        case SourceKind.ANONYMOUS:
            return not POINTING.match(speaker.text)
        case SourceKind.ORGANISATION:
            return is_named_body(speaker.name) and folded(speaker.name) == folded(speaker.text)
        case _:
            return False


def sentences_around(reading: Reading, quotation: Quotation) -> list[Span]:
    """The sentences that a quotation stands in."""
    return [s for s in reading.sentences if s.start < quotation.end and quotation.start < s.end]


def is_nobodys(reading: Reading, quotation: Quotation) -> bool:
    """True for words between marks that fill their sentences, while nobody is quoted in the paragraphs around them."""
    if quotation.speaker or quotation.continues or quotation.manner is not Manner.DIRECT:
        return False
    if role_at(reading, quotation.start) is not Role.BODY or not stands_alone(reading, quotation):
        return False
    return not has_speaker_near(reading, quotation) and not has_saying_near(reading, quotation)


GOES_ON = re.compile(rf"\b(?:he|she|they|who)\s+{PLAIN_CUES.pattern}\b", re.IGNORECASE)
"""How the next paragraph may still say whose words it were ("… , she added.")."""


def has_saying_near(reading: Reading, quotation: Quotation) -> bool:
    """True where the paragraph before has a word of saying or a colon, or the one behind goes on with a pronoun's."""
    at = next((n for n, p in enumerate(reading.passages) if p.start <= quotation.start < p.end), None)
    if at is None:
        return True
    start, end = (
        reading.passages[max(0, at - 1)].start,
        reading.passages[min(at + 1, len(reading.passages) - 1)].end,
    )
    before, behind = reading.text[start : quotation.start], reading.text[quotation.end : end]
    return bool(SAYING.search(before) or GOES_ON.search(behind)) or before.rstrip(" \n\"“‘'").endswith(":")


def sentence_of(matrix: Matrix, quotation: Quotation) -> Evidence | None:
    """The sentence in which the words begin."""
    span = matrix.sentence(quotation.article, quotation.start, quotation.start)
    text = matrix.reading(quotation.article).text
    return Evidence(quotation.article, span.start, span.end, span.of(text)) if span else None


def sentences_of(matrix: Matrix, quotation: Quotation) -> tuple[Evidence, ...]:
    """All the sentences that a quotation stands in, with the one that names its speaker."""
    reading = matrix.reading(quotation.article)
    naming, around = naming_sentence(reading, quotation), sentences_around(reading, quotation)
    spans = [naming, *around] if naming is not None and naming not in around else around
    return tuple(Evidence(reading.article, s.start, s.end, s.of(reading.text)) for s in spans)


def rationale_of(matrix: Matrix, quotation: Quotation) -> str:
    """The whole of these sentences as a rationale quotes them, with their outlet and source; "" where none is found."""
    every = sentences_of(matrix, quotation)
    if not every:
        return ""
    text = matrix.reading(quotation.article).text[every[0].start : every[-1].end]
    whole = Evidence(quotation.article, every[0].start, every[-1].end, text)
    return rationale_quote(matrix.name(quotation.article), whole, quotation.speaker)


def begins_in_the_middle(reading: Reading, quotation: Quotation) -> bool:
    """True where the text before the quotation's first sentence does not end as a sentence does: it was cut in two."""
    around = sentences_around(reading, quotation)
    before = reading.text[: around[0].start].rstrip(" ") if around else ""
    return bool(before) and not before.endswith(("\n", *SENTENCE_ENDS))


@once
def said_elsewhere(matrix: Matrix, quotation: Quotation) -> list[tuple[Reading, Span]]:
    """Where other articles have the very words."""
    return [
        (reading, span)
        for article, reading in matrix.readings.items()
        if article != quotation.article
        for span in places_of(reading, quotation.text)
    ]


def surely_says(matrix: Matrix, quotation: Quotation) -> Source:
    """The speaker on whom every article that has the words agrees; Undecided where one leaves it open."""
    speaker = sure_speaker(matrix.reading(quotation.article), quotation)
    if speaker is None or (speaker.kind is SourceKind.PERSON and shares_surname(matrix, speaker.name)):
        raise Undecided("not surely anybody's words")
    for reading, span in said_elsewhere(matrix, quotation):
        if not any(
            q.start < span.end
            and span.start < q.end
            and q.speaker is not None
            and surname(q.speaker.name) == surname(speaker.name)
            for q in reading.quotations
        ):
            raise Undecided("the same words, perhaps by somebody else")
    return speaker


def shares_surname(matrix: Matrix, name: str) -> bool:
    """True where the story's articles put two first names before the person's surname: "Mr Vale" may be either."""
    last = surname(name)
    first = {one for r in matrix.readings.values() for one in first_names_before(r.text, last)}
    own = [w.strip(".") for w in fold(name).split()[:-1]]
    return any(not any(one.startswith(w) or w.startswith(one) for w in own) for one in first)


def first_names_before(text: str, last: str) -> frozenset[str]:
    """The first names that stand before a surname in the text, one middle name or initial between them at most."""
    return _first_names(text).get(last, frozenset())


@lru_cache(maxsize=256)
def _first_names(text: str) -> dict[str, frozenset[str]]:
    """The first names before each word with a capital: every article is asked for every name."""
    words = re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?|[^\w\s]", text)
    found: dict[str, frozenset[str]] = {}
    for at, word in enumerate(words):
        before = [w for w in words[max(0, at - 2) : at] if w[0].isupper()] if word[0].isupper() else []
        first = {fold(w) for w in before if w.casefold() in first_names() or w in first_names()}
        if first:
            last = fold(word).rstrip(".")
            found[last] = found.get(last, frozenset()) | first
    return found


def is_named_in(source: str, text: str) -> bool:
    """True where the last word of a name stands in the text."""
    return surname(source) in words_of(text)


@lru_cache(maxsize=2048)
def words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", fold(text)))

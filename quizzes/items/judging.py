"""Which words of an article judge, and which surely only tell: what items on tone rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizzes.items.matrix import Matrix, once
from quizzes.items.wording import one_line
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.lexicons.derived import rows_of, words_of
from quizzes.nlp.lexicons.loaded import loaded_words
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.plain_words import GRAVE, PLAIN_WORDS
from quizzes.nlp.types import Reading, Role, Span, Tone, ToneKind

SURE, SURE_OF_MANNER, SURE_OF_DEGREE = 0.6, 0.65, 0.5
"""Strength from which nobody would call a word of the tables a plain one; one word for how something is done needs more, a word
for how big or sharp a thing is ("massive") less."""

OFTEN_LITERAL = frozenset({"manner", "disaster", "force", "violence", "wave", "idiom", "alarm"})
"""Categories whose words may also tell what happened ("explode", "storm"): they are asked about only where the story's other
articles have no word of that stem, as they would if it were the happening itself."""
STEM, TELLING = 5, 4

MOVING = frozenset(
    "trot trudge limp shuffle stroll amble march hobble plod stumble dash race rush sprint".split()
)
"""Ways of walking and running (own list) beside WordNet's verbs of motion."""

UNEXPLAINED = frozenset({"idiom", "wave", "position", "certainty"})
"""Categories for which no one sentence says what such words do."""

MARKS = re.compile(r"[\"“”«»]|(?<!\w)['‘]|['’](?!\w)")
SPOKEN = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our|[Uu]s|[Mm]e)\b")
"""Pronouns of somebody who speaks: in a report they hint at words of another whose marks are missing."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LONGEST = 2
"""Words of a judging word or phrase at most, to stand among single words."""
NEAR = 2
"""Sentences before and after that are looked at for signs of a speaker."""
SHOWN = 260
"""Characters of a sentence that a stem quotes at most."""
SMALL = frozenset("the a an of in on at for to and or by with from his her its their who that".split())


@dataclass(frozen=True)
class Judging:
    """A word of an article that judges: its Tone, where the word itself stands, and the sentence around it."""

    tone: Tone
    word: Span
    sentence: Span

    def shown(self, reading: Reading) -> str:
        return one_line(self.word.of(reading.text))


@once
def judging_words(matrix: Matrix, article: str) -> tuple[Judging, ...]:
    """The words of an article that surely judge, in a plain sentence of the story."""
    reading = matrix.reading(article)
    found = (
        _judging(matrix, t) for t in reading.tones if t.kind is ToneKind.LOADED and t.strength >= _bar(t)
    )
    return tuple(j for j in found if j is not None and is_figurative(matrix, j.tone))


def judging_at(matrix: Matrix, article: str, start: int, end: int) -> Judging | None:
    """The judging word whose phrase or self lies there."""
    return next(
        (
            j
            for j in judging_words(matrix, article)
            if (start, end) in ((j.tone.start, j.tone.end), (j.word.start, j.word.end))
        ),
        None,
    )


def _judging(matrix: Matrix, tone: Tone) -> Judging | None:
    word, sentence = word_of(tone), matrix.sentence(tone.article, tone.start, tone.end)
    if word is None or sentence is None or tone.category in UNEXPLAINED or _may_be_plain(tone):
        return None
    if tone.word.casefold() in DEFENSIBLE or _is_somebodys(matrix.reading(tone.article), sentence, word):
        return None
    if role_at(matrix.reading(tone.article), tone.start) not in {Role.BODY, Role.HEADLINE}:
        return None
    return Judging(tone, word, sentence)


DEFENSIBLE = frozenset(
    """so-called sack sacked axe axed denounce denounced precarious controversial contentious embattled disputed criticize criticise
    condemn condemned oppose resign leak alleged meddle meddling
    provoke spark prompt trigger stir refuse reject unwavering divisive landmark unfounded baseless stringent culprit endemic
    touchstone""".split()
) | {"lay … blame"}
"""Words that a careful reporter may use as the plain name of an act, an attitude, a cause or a state, or to introduce a term
(own list)."""

TOLD_BEFORE = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|argu(?:ed?|es|ing)|believ(?:ed?|es|ing)|th(?:inks?|ought)|warn(?:s|ed|ing)?|told|call(?:s|ed|ing)"
    r"|describ(?:ed?|es|ing)|according to|consider(?:s|ed|ing)?|f(?:eels?|elt)|accus(?:ed?|es|ing)|claim(?:s|ed|ing)?"
    r"|insist(?:s|ed|ing)?|alleg(?:ed?|es|ing)|as an?|not|never|hardly|no)\b|n[’']t\b",
    re.IGNORECASE,
)
TOLD_BEHIND = re.compile(
    r",[\"”’']*\s+(?:(?:he|she|they|[A-Z][\w.’'-]*|the|a|an|[a-z]+)\s+){0,4}(?:said|says|told|argued|warned|added|wrote)\b|\baccording to\b"
)


def _is_somebodys(reading: Reading, sentence: Span, word: Span) -> bool:
    """True where the sentence gives the judgement as somebody's, behind a word of saying or before ", he said", or denies it."""
    text = reading.text
    return bool(
        TOLD_BEFORE.search(text[sentence.start : word.start])
        or TOLD_BEHIND.search(text[word.end : sentence.end])
    )


def _bar(tone: Tone) -> float:
    return SURE_OF_DEGREE if tone.category == "extremity" else SURE


def _may_be_plain(tone: Tone) -> bool:
    """True for verbs that only say how somebody moves or does a thing ("trudge", "spark")."""
    if tone.category != "manner" or " " in tone.word:
        return False
    return tone.strength < SURE_OF_MANNER or tone.word in words_of("moving") | MOVING


def word_of(tone: Tone) -> Span | None:
    """The judging word itself within its phrase ("massive" in "massive lawsuit"), None where it is not surely found."""
    for found in WORD.finditer(tone.text):
        rows = loaded_words().single.get(found[0].casefold().replace("’", "'"), ())
        if any(row.words == tone.word for row in rows):
            return Span(tone.start + found.start(), tone.start + found.end())
    whole = re.search(rf"\b{re.escape(tone.word)}\w*", tone.text, re.IGNORECASE)
    if whole and len(tone.word.split()) <= LONGEST:
        return Span(tone.start + whole.start(), tone.start + whole.end())
    return Span(tone.start, tone.end) if len(tone.text.split()) <= LONGEST else None


def is_figurative(matrix: Matrix, tone: Tone) -> bool:
    """False where the word may name what happened, as other articles have it too."""
    if tone.category not in OFTEN_LITERAL:
        return True
    stems = "|".join(re.escape(w[:STEM]) for w in WORD.findall(tone.word) if len(w) >= TELLING)
    others = (r.text for a, r in matrix.readings.items() if a != tone.article)
    return not stems or not any(re.search(rf"\b(?:{stems})", text, re.IGNORECASE) for text in others)


def is_plain_sentence(reading: Reading, sentence: Span) -> bool:
    """True where neither marks nor pronouns of a speaker stand in it, nor such pronouns without marks beside it."""
    text = sentence.of(reading.text)
    if MARKS.search(text) or SPOKEN.search(text):
        return False
    at = reading.sentences.index(sentence)
    near = [*reading.sentences[max(0, at - NEAR) : at], *reading.sentences[at + 1 : at + 1 + NEAR]]
    return not any(_speaks_unmarked(reading, s) for s in near)


def _speaks_unmarked(reading: Reading, sentence: Span) -> bool:
    """True where a speaker's pronoun stands outside all quotations: perhaps a letter that is printed without marks."""
    for found in SPOKEN.finditer(reading.text, sentence.start, sentence.end):
        if not any(q.start <= found.start() < q.end for q in reading.quotations):
            return True
    return False


def is_plain_word(reading: Reading, word: Span) -> bool:
    """True for a word that surely only tells, however grave it is, and is no part of a phrase that judges."""
    if word.of(reading.text).casefold() not in PLAIN_WORDS | GRAVE:
        return False
    cores = (word_of(t) or Span(t.start, t.end) for t in reading.tones if t.kind is ToneKind.LOADED)
    return not any(c.start < word.end and word.start < c.end for c in cores)


def plain_words(reading: Reading, within: Span) -> Iterator[Span]:
    """The words between two characters that surely only tell; no names, which nobody would take for judging."""
    for found in WORD.finditer(reading.text, within.start, within.end):
        span = Span(found.start(), found.end())
        if found[0].islower() and is_plain_word(reading, span):
            yield span


def grave_words(reading: Reading) -> Iterator[Span]:
    """The first of each of the article's words for what is grave in itself, outside headline and captions."""
    seen = set()
    for found in WORD.finditer(reading.text):
        span = Span(found.start(), found.end())
        if found[0] not in GRAVE or found[0] in seen or role_at(reading, span.start) is not Role.BODY:
            continue
        if is_plain_word(reading, span):
            seen.add(found[0])
            yield span


def is_plain_phrase(reading: Reading, phrase: Span) -> bool:
    """True where every word of a phrase is a name, a plain word or a plain noun for people."""
    return _is_untouched(reading, phrase) and all(_is_plain(w) for w in WORD.findall(phrase.of(reading.text)))


def is_milder_phrase(reading: Reading, phrase: Span) -> bool:
    """True where no word of a phrase is known to judge, or looks like one: it says less than one that surely judges."""
    words = WORD.findall(phrase.of(reading.text))
    return _is_untouched(reading, phrase) and not any(is_listed(w) or OPINION.search(w) for w in words)


OPINION = re.compile(r"(?:ous|ful|ive|ish|less|ble|ing|est|ic)$")
"""Endings of many adjectives that judge, and of few nouns."""


def _is_untouched(reading: Reading, phrase: Span) -> bool:
    tones = [t for t in reading.tones if t.kind is ToneKind.LOADED]
    text = phrase.of(reading.text)
    free = not any(t.start < phrase.end and phrase.start < t.end for t in tones)
    return free and not MARKS.search(text) and bool(WORD.search(text))


def _forms(word: str) -> set[str]:
    folded = word.casefold().replace("’", "'").removesuffix("'s")
    return {folded, folded.removesuffix("s"), folded.removesuffix("es")}


@lru_cache(maxsize=4096)
def is_listed(word: str) -> bool:
    """True for a word that the tables have in any form of a noun, however weakly it judges."""
    judged = {adjective for adjective, _ in rows_of("judgement")}
    return bool(_forms(word) & (loaded_words().single.keys() | words_of("people_judged") | judged))


def _is_plain(word: str) -> bool:
    if is_listed(word):
        return False
    return bool(_forms(word) & (PLAIN_WORDS | PEOPLE | SMALL)) or (word[0].isupper() and not word.isupper())


def excerpt(reading: Reading, sentence: Span, word: Span) -> Span:
    """The sentence, or its beginning up to a break behind the word: no longer than SHOWN, and without what stands between
    quotation marks. Where no such part holds the word, it is the word alone, which nobody takes for readable."""
    text = reading.text
    marks = [m.start() for m in MARKS.finditer(text, sentence.start, sentence.end)]
    if any(at < word.start for at in marks):
        return word
    end = min([sentence.end, *marks])
    if end == sentence.end and end - sentence.start <= SHOWN:
        return sentence
    breaks = [m.start() for m in BREAK.finditer(text, word.end, min(end, sentence.start + SHOWN))]
    return Span(sentence.start, breaks[-1]) if breaks else word


BREAK = re.compile(r"[,;:](?=\s)|\s[–—-]+\s")
"""Where a sentence can be cut without tearing what belongs together."""


def is_plain_part(reading: Reading, sentence: Span, part: Span) -> bool:
    """True where a stretch of a sentence is long enough to be read, stands outside its quotation marks, and holds no pronoun of
    a speaker."""
    text, before = part.of(reading.text), reading.text[sentence.start : part.start]
    is_inside = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return (
        not is_inside and len(text.split()) >= READABLE and not MARKS.search(text) and not SPOKEN.search(text)
    )


READABLE = 6
"""Words of a stretch at least; a headline may have so few."""


def shown_excerpt(reading: Reading, sentence: Span, part: Span) -> str:
    """The stretch as a stem quotes it, with dots where the sentence goes on."""
    words = one_line(part.of(reading.text))
    before = "… " if part.start > sentence.start else ""
    after = " …" if part.end < sentence.end else ""
    return f"{before}{words.rstrip(' ,;:') if after else words}{after}"


AROUND = 2
"""Words before and behind a word by which it can be judged in its place."""


def words_around(reading: Reading, sentence: Span | None, word: Span) -> Span | None:
    """The word with a few words of its sentence around it, up to the next quotation mark; None outside a sentence."""
    if sentence is None:
        return None
    text = reading.text
    before = [m.span() for m in re.finditer(r"\S+", text[sentence.start : word.start])][-AROUND:]
    behind = [m.span() for m in re.finditer(r"\S+", text[word.end : sentence.end])]
    start = sentence.start + before[0][0] if before else word.start
    stuck = bool(behind) and behind[0][0] == 0  # what is written on to the word, as a comma is
    behind = behind[: AROUND + stuck]
    end = word.end + behind[-1][1] if behind else word.end
    marks = [m.start() for m in MARKS.finditer(text, start, end)]
    start = max([start, *(at + 1 for at in marks if at < word.start)])
    return Span(start, min([end, *(at for at in marks if at >= word.end)]))

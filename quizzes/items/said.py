"""Quotations to ask about, and the question "Who says this?" with or without its proof."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.indefinite import is_indefinite
from quizzes.items.introductions import introduction_of
from quizzes.items.matrix import Matrix
from quizzes.items.nearby import why_picked
from quizzes.items.pronouns import is_pronoun
from quizzes.items.speakers import PARTICLES, is_persons_name, named_in
from quizzes.items.speech_questions import NOBODY
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whose_words import (
    begins_in_the_middle,
    is_between_marks,
    is_named_in,
    is_sayable,
    quotation_at,
    rationale_of,
    sentences_of,
    sure_speaker,
)
from quizzes.items.wording import folded, one_line, quoted, speech, stop
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.types import Finding, Quotation, Reading, Source, SourceKind


def heard_by_name(matrix: Matrix, article: str) -> list[str]:
    """The persons whose words the article surely gives between marks, by full name, in the order of the text."""
    reading = matrix.reading(article)
    speakers = [sure_speaker(reading, q) for q in reading.quotations if is_sayable(q)]
    names = [s.name for s in speakers if s and s.kind is SourceKind.PERSON and is_persons_name(s.name)]
    return list(dict.fromkeys(n for n in names if not has_title(n)))


def sayable(matrix: Matrix, article: str, name: str, most: int) -> Quotation | None:
    """The longest words of the person that fit into `most` characters and do not give the name away; None without such."""
    reading = matrix.reading(article)
    fit = [
        q
        for q in reading.quotations
        if is_sayable(q)
        and len(one_line(q.text)) <= most
        and (s := sure_speaker(reading, q))
        and surname(s.name) == surname(name)
        and not is_given_away(name, q.text)
        and not begins_in_the_middle(reading, q)
    ]
    return max(fit, key=lambda q: (is_clause(q), len(one_line(q.text)), -q.start), default=None)


def sayable_or_opening(matrix: Matrix, article: str, name: str, most: int) -> Quotation | None:
    """What `sayable` finds; else the whole sentences with which the person's first longer quotation begins."""
    found = sayable(matrix, article, name, most)
    reading = matrix.reading(article)
    openings = (
        opening
        for q in reading.quotations
        if (opening := opening_of(reading, q, most))
        and is_clause(opening)
        and (s := sure_speaker(reading, q))
        and surname(s.name) == surname(name)
        and not is_given_away(name, opening.text)
        and not begins_in_the_middle(reading, q)
    )
    return found if found is not None and is_clause(found) else next(openings, found)


ENDS_A_SENTENCE = re.compile(r"[a-z]{3,}[.!?]$")
"""How a sentence ends whose stop is no abbreviation's."""


def opening_of(reading: Reading, quotation: Quotation, most: int) -> Quotation | None:
    """The quotation cut behind the last of its whole sentences that fit; None where it needs no cut or has no such."""
    if len(one_line(quotation.text)) <= most:
        return None
    ends = [s.end for s in reading.sentences if quotation.start < s.end <= quotation.start + most]
    for end in reversed(ends):
        text = reading.text[quotation.start : end].rstrip()
        cut = replace(quotation, end=quotation.start + len(text), text=text)
        if cut.end < quotation.end and ENDS_A_SENTENCE.search(text) and is_sayable(cut):
            return cut
    return None


def is_given_away(name: str, words: str) -> bool:
    """True where the words name the person, be it inside a handle ("@annroe")."""
    return is_named_in(name, words) or surname(name) in folded(words)


WHOLE = re.compile(
    r"(?!(?:And|But|Or|So|Which|Because)\b)[A-Z]"
    r"|(?:there (?:is|are|was|were)|(?:it|that|this) (?:is|was)|it[’']s|(?:we|they|he|she|you|i)(?:[’'](?:re|ve|ll|d|s|m))? )"
)
"""How words begin that are a sentence of their own, not "willingness to help" and not "And this idea …"."""

HANDED_ON = re.compile(
    r"\b(?:told me|told us|said to me|in the words of|as .{3,60} (?:put it|once said))\b", re.IGNORECASE
)
"""Inside a quotation: the words of a third person, so that two answers to "Who says this?" could be right."""


def is_clause(quotation: Quotation) -> bool:
    """True for words that make a sentence of their own and are the speaker's own."""
    words = quotation.text.lstrip("‘'@")
    return bool(WHOLE.match(words)) and HANDED_ON.search(words) is None


def can_be_offered(source: Source) -> bool:
    """True for a source that an option can name: by a full name, as a body, or as anyone of a kind ("port officials")."""
    match source.kind:
        case SourceKind.PERSON:
            return is_persons_name(source.name)
        case SourceKind.ANONYMOUS:
            return is_indefinite(source)
        case _:
            return True


def who_says(
    matrix: Matrix, finding: Finding, seed: int, quotation: Quotation, skill: Skill
) -> ItemDraft | None:
    """ "Whose words are these?", by turns with the sentence that proves it; None where a second speaker is possible.

    `quotation` may be the opening of a longer one, which then holds the speaker.
    """
    whole = quotation_at(matrix, quotation.article, str(quotation.start))
    speaker = sure_speaker(matrix.reading(quotation.article), whole)
    evidence = sentences_of(matrix, whole)
    if speaker is None or not evidence:
        return None
    outlet = matrix.name(quotation.article)
    stem = f"{outlet} has these words: {words_shown(quotation)} Who says them?"
    call = Call("says", (quotation.article, str(quotation.start)))
    why = f"{rationale_of(matrix, whole)} The verb of saying shows whose words they are."
    ask = Ask(matrix, finding, seed, skill, stem, why, evidence, 0.4)
    distractors = [*beside(matrix, quotation, speaker), ((NOBODY,), "attribution-overlooked")]
    if is_pronoun(speaker) or (seed + sum(map(ord, finding.id))) % 2:
        return building.choice(ask, call, (speaker.name,), distractors)
    proving = Ask(
        matrix, finding, seed, skill, f"{stem} Then tick the sentence that shows it.", why, evidence, 0.5
    )
    return building.claim_evidence(proving, call, (speaker.name,), distractors)


def words_shown(quotation: Quotation) -> str:
    """The words in marks with the stop that they need inside a stem."""
    said = speech(quotation.text) if quotation.cue else quoted(quotation.text)
    return f"{said}{stop(said)}"


MOST_NAMES = 3


def has_title(name: str) -> bool:
    """True for an office left in front of a name ("Fleet Captain Ann Roe"): among bare names it would stand out."""
    words = name.split()
    plain = [w for w in words if len(w.strip(".")) > 1 and w.strip(".").casefold() not in PARTICLES]
    return len(plain) > MOST_NAMES or any(w.casefold() in PEOPLE for w in words[:-2])


def beside(matrix: Matrix, quotation: Quotation, speaker: Source) -> list[Distractor]:
    """Other persons whom the story lets speak, by bare names like the speaker's: bodies and crowds would stand out."""
    return [
        (term, misconception)
        for term, misconception in other_speakers(matrix, quotation, speaker)
        if is_persons_name(str(term[0])) and not has_title(str(term[0]))
    ]


def other_speakers(matrix: Matrix, quotation: Quotation, speaker: Source | None) -> Iterator[Distractor]:
    """Whom the same article lets speak, the nearest first, then whom it names: one who is nowhere in it nobody would take."""
    own = matrix.reading(quotation.article)
    near = sorted(own.quotations, key=lambda q: abs(q.start - quotation.start))
    heard = (s.name for q in near if (s := sure_speaker(own, q)) and can_be_offered(s))
    asked = None if speaker is None else speaker.name
    taken = [] if asked is None else [asked]
    for name in (*heard, *(n for n in named_in(own) if takes_part(own, n))):
        is_new = not any(folded(t) == folded(name) or surname(t) == surname(name) for t in taken)
        if is_new and not is_given_away(name, quotation.text):
            taken.append(name)
            yield (name,), why_picked(matrix, quotation, asked, name)


def takes_part(reading: Reading, name: str) -> bool:
    """True for a person of whom the article itself tells more than the name: introduced, or named again outside quotations."""
    if introduction_of(reading, name):
        return True
    places = [m.start() for m in re.finditer(rf"\b{re.escape(name.split()[-1])}\b", reading.text)]
    held = [q for q in reading.quotations if is_between_marks(q)]
    return sum(not any(q.start <= at < q.end for q in held) for at in places) > 1

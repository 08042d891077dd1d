"""What one of two headlines on one event tells and the other does not, as far as it has a name: the act, who did it, a person,
a judging word, a number, a reason, whose word it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items.headline_pairs import SMALL, Angle, do_the_same, stems_of
from quizzes.items.headline_questions import (
    BEING,
    HEADLINE_MARKS,
    NAMED_AFTER,
    deeds,
    done_in,
    headline_quotation,
)
from quizzes.items.judging import word_of
from quizzes.items.matrix import Matrix
from quizzes.items.speakers import named_in
from quizzes.items.texts import says_who_acts, share_words
from quizzes.items.wording import folded, listed, one_line, quoted
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.lexicons.headline_acts import act_tells, stance_tells
from quizzes.nlp.lexicons.names import first_names
from quizzes.nlp.types import Role, ToneKind

STRONG = 0.5
"""Strength from which a word of a headline is called judging, the same for both headlines."""
NUMBER = re.compile(
    r"[$€£]?\d[\d,.]*(?:[-–]\d+)?%?(?:\s+(?:hundred|thousand|million|billion|trillion|percent)\b|\s+[a-z]+)?",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
CAUSE = re.compile(r"\b(?:after|because)\b[^,;:]*", re.IGNORECASE)
PASSIVE_CAUSE = re.compile(r"\bover\b[^,;:]*", re.IGNORECASE)
"""What is done to somebody "over" a thing is done because of it; somebody wins or quarrels over it too."""
ANY_CAUSE = re.compile(r"\b(?:after|because|over|for(?!\s+\d)|amid)\b", re.IGNORECASE)
"""What may tell a reason in the other headline; not how long ("for 3 days")."""
PART = re.compile(r"\b(?:some|few)\b", re.IGNORECASE)
PARTY = re.compile(
    r"\b(?:GOP|G\.O\.P\.|Republicans?|Democrats?|Democratic|Dems?|Tea Party|Labour|Tory|Tories)(?!\w)"
)
WORD = re.compile(r"[$€£]?[^\W_]+(?:['’.-][^\W_]+)*")
COUNTING = frozenset("some few many most all first only".split())
"""Small words that tell how many: "Some" of a party are not the party."""
PARTICLES = frozenset("up out off back down".split())
NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|half|twice)\b",
    re.IGNORECASE,
)
TIME = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?|minutes?)\b", re.IGNORECASE)
SCORE = re.compile(r"\d+[-–]\d+\b")
TELLS_LITTLE = "tells only"
"""How the table says of a verb that it tells less than others: nothing that readers of another headline miss."""
CAPITALS = re.compile(r"\b[A-Z]{5,}\b")
"""A word in capitals that is too long for an abbreviation."""


def told_alone(matrix: Matrix, full: Angle, bare: Angle) -> list[str]:
    """What the first headline tells a reader and the second does not, a sentence each; none where all of it is small."""
    pair = (full, bare)
    weighty = [*_acts(matrix, pair), *_stances(matrix, pair), *_doers(matrix, pair), *_judging(matrix, pair)]
    weighty += [
        *_reasons(matrix, pair),
        *_names(matrix, pair),
        *_quoted(matrix, full),
        *_numbers(matrix, pair),
    ]
    return [*weighty, *_parties(matrix, pair), *_some(matrix, pair)] if weighty else []


Pair = tuple[Angle, Angle]
"""The headline that tells, and the one that does not."""


def _acts(matrix: Matrix, pair: Pair) -> Iterator[str]:
    told = [_act(a) for a in pair]
    if told[0] is None or told[1] is None or told[0][1].startswith(TELLS_LITTLE):
        return
    if told[0][1] != told[1][1]:
        yield _set_apart(matrix, pair, [told[0], told[1]])


def _act(angle: Angle) -> tuple[str, str] | None:
    """The verb of a headline as written, with what it tells."""
    frame = angle.reading.headline_frame
    words = [w for w in (frame.act or "").split() if w.casefold() not in BEING] if frame else []
    tells = act_tells(words[0]) if words else None
    return (words[0], tells) if tells else None


def _stances(matrix: Matrix, pair: Pair) -> Iterator[str]:
    told = [next(((w, t) for w in WORD.findall(a.said) if (t := stance_tells(w))), None) for a in pair]
    if told[0] is not None and told[1] is not None and told[0][1] != told[1][1]:
        yield _set_apart(matrix, pair, [told[0], told[1]])


def _set_apart(matrix: Matrix, pair: Pair, told: list[tuple[str, str]]) -> str:
    (word, tells), (other, others_tell) = told
    return f"{quoted(word)} {_to_a_reader(tells)}; {quoted(other)} in {_of(matrix, pair[1])} {_to_a_reader(others_tell)}."


def _to_a_reader(tells: str) -> str:
    return re.sub(r"^(?:tells|says)\b", "tells a reader", tells)


def _of(matrix: Matrix, angle: Angle) -> str:
    return f"the headline of {matrix.name(angle.reading.article)}"


def _doers(matrix: Matrix, pair: Pair) -> Iterator[str]:
    """Who did it, where the other headline only says to whom it was done."""
    full, bare = pair
    frame, acting = bare.reading.headline_frame, full.reading.headline_frame
    if frame is None or acting is None or not frame.is_passive or NAMED_AFTER.search(bare.headline):
        return
    told = done_in(frame)
    if len(told) == 1 and told[0] in deeds() and says_who_acts(acting) and do_the_same(bare, full):
        doer = quoted(one_line(acting.subject or ""))
        yield f"{doer} tells a reader who did it; {_of(matrix, bare)} does not say by whom somebody was {told[0]}."


def _judging(matrix: Matrix, pair: Pair) -> Iterator[str]:
    """The words that judge in one headline, where the other only informs; two that both judge are no difference."""
    full, bare = pair
    words = _judging_words(full)
    if words and not _judging_words(bare):
        told, are_several = listed([quoted(w) for w in words]), len(words) > 1
        yield (
            f"{told} {'give' if are_several else 'gives'} a reader a feeling or a judgement along with the fact;"
            f" {_of(matrix, bare)} has no such word."
        )


def _judging_words(angle: Angle) -> list[str]:
    reading = angle.reading
    tones = [
        t
        for t in reading.tones
        if t.kind is ToneKind.LOADED
        and t.voice is None
        and t.strength >= STRONG
        and role_at(reading, t.start) is Role.HEADLINE
    ]
    spans = [word_of(t) for t in tones]
    return list(dict.fromkeys(one_line(s.of(reading.text)) for s in spans if s is not None))


def _reasons(matrix: Matrix, pair: Pair) -> Iterator[str]:
    """What lies behind it, where one headline alone tells that, in words of which the other has none."""
    full, bare = pair
    found = CAUSE.search(full.headline) or (
        PASSIVE_CAUSE.search(full.headline) if _is_passive(full) else None
    )
    words = found[0].strip() if found else ""
    if (
        len(words.split()) > 1
        and not ANY_CAUSE.search(bare.headline)
        and not stems_of(words) & stems_of(bare.headline)
    ):
        yield f"{quoted(words)} tells a reader what lies behind it; {_of(matrix, bare)} does not."


def _is_passive(angle: Angle) -> bool:
    return angle.reading.headline_frame is not None and angle.reading.headline_frame.is_passive


def _names(matrix: Matrix, pair: Pair) -> Iterator[str]:
    """The persons whom one headline names and the other does not, as far as the articles' bodies name them too."""
    full, bare = pair
    known = {n for r in matrix.readings.values() for n in named_in(r)}
    written = [n for n in sorted(known) if re.search(rf"\b{re.escape(n)}(?!\w)", full.headline)]
    unnamed = [n for n in written if not re.search(rf"\b{re.escape(surname(n))}\b", folded(bare.headline))]
    if unnamed:
        told = listed([quoted(n) for n in unnamed])
        yield f"{told} tells a reader by name whom it is about; {_of(matrix, bare)} does not give the name."


def _numbers(matrix: Matrix, pair: Pair) -> Iterator[str]:
    """A number with its unit, where the other headline has none; one in capitals is stressed besides."""
    full, bare = pair
    number = _number(full)
    if number and not _number(bare) and not NUMBER_WORD.search(bare.headline):
        kind = "how long" if TIME.search(number) else "how much or how many"
        kind = "the score" if SCORE.match(number) else kind
        yield f"{quoted(number)} tells a reader {kind}; {_of(matrix, bare)} gives no number."
        if CAPITALS.search(number) and not full.headline.isupper():
            yield f"With {quoted(CAPITALS.findall(number)[0])} in capital letters, the number is stressed."


def _number(angle: Angle) -> str | None:
    numbers = (m for m in NUMBER.finditer(angle.headline) if not YEAR.match(m[0]))
    return next((m[0].rstrip(".,") for m in numbers), None)


def _parties(matrix: Matrix, pair: Pair) -> Iterator[str]:
    full, bare = pair
    found = PARTY.search(full.headline)
    if found and not PARTY.search(bare.headline):
        yield f"{quoted(found[0])} tells a reader which party it is about; {_of(matrix, bare)} names no party."


def _some(matrix: Matrix, pair: Pair) -> Iterator[str]:
    """A "some" that the other headline lacks."""
    full, bare = pair
    found = PART.search(full.headline)
    if found and not PART.search(bare.headline):
        yield f"{quoted(found[0])} tells a reader that it is not all of them."


def _quoted(matrix: Matrix, angle: Angle) -> Iterator[str]:
    for found in HEADLINE_MARKS.finditer(angle.headline):
        words = found[1].strip(" ,.;")
        said = headline_quotation(angle.reading, words)
        if said is None or said.speaker is None:
            yield f"The quotation marks tell a reader that {quoted(words)} is somebody’s word and not the outlet’s own."
        else:
            yield (
                f"The quotation marks tell a reader that {quoted(words)} is not the outlet’s own word: according to the"
                f" article, {said.speaker.name} said it."
            )


def only_words(one: Angle, other: Angle) -> list[str]:
    """Every telling word of the first headline that the second does not have, as written; those that stand together in a run,
    with a verb apart."""
    every = list(WORD.finditer(one.headline))
    new = [_is_telling(m[0]) and not _has(other, m[0]) for m in every]
    begins = one.headline.find(one.said)
    verb = next((at for at, m in enumerate(every) if m.start() == begins), None)
    runs: list[list[str]] = [[]]
    end = last = 0
    for at, found in enumerate(every):
        is_particle = found[0].casefold() in PARTICLES
        is_new = new[at] and not _is_given(every, new, at)
        is_apart = at == verb or (verb is not None and at > verb >= last and not is_particle)
        if is_apart or one.headline[end : found.start()].strip() or not (is_new or is_particle):
            runs.append([])
        if is_new or (is_particle and runs[-1]):
            runs[-1].append(found[0])
        if not is_particle:
            last = at
        end = found.end()
    return list(dict.fromkeys(" ".join(r) for r in runs if r))


def _is_given(every: list[re.Match[str]], new: list[bool], at: int) -> bool:
    """True for a first name before a surname that both headlines have: "Ann Roe" is no more than "Roe"."""
    following = every[at + 1][0] if at + 1 < len(every) else ""
    return every[at][0] in first_names() and following[:1].isupper() and not new[at + 1]


def _is_telling(word: str) -> bool:
    small = word.casefold()
    if small in COUNTING or word[:1] in "$€£" or word[:1].isdigit():
        return True
    return len(word) > 2 and small not in SMALL.split() and small not in BEING


def _has(angle: Angle, word: str) -> bool:
    """True where a headline has the word in any form, shortened or within another ("suit", "lawsuit")."""
    known = WORD.findall(angle.headline)
    if stems_of(word) & stems_of(angle.headline) or (
        word.isupper() and any(share_words(word, w) for w in known)
    ):
        return True
    ours = _plain(word)
    return any(
        ours == w or (len(min(ours, w, key=len)) >= WITHIN and (ours.endswith(w) or w.endswith(ours)))
        for w in map(_plain, known)
    )


WITHIN = 4
SHORT = {"dem": "democrat", "gop": "republican", "prof": "professor", "vs": "against"}


def _plain(word: str) -> str:
    bare = folded(word).replace("'s", "").replace(".", "").removesuffix("s")
    return SHORT.get(bare, bare)

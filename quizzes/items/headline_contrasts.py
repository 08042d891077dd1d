"""In what two headlines on one event differ, each difference with a name: the act, a judging word, a number, a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizzes.items.headline_pairs import SMALL, Angle, do_the_same, same_first, stems_of
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
from quizzes.items.texts import says_who_acts, share_words
from quizzes.items.wording import folded, listed, one_line, quoted
from quizzes.nlp.findings.side_by_side import role_at
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


def contrasts(matrix: Matrix, one: Angle, other: Angle) -> list[str]:
    """A sentence for each named difference, the verbs before all; none where no act, judgement or reason sets them apart."""
    pair = (one, other)
    weighty = [*_acts(matrix, pair), *_stances(matrix, pair), *_doers(matrix, pair)]
    weighty += [*_judging(matrix, pair), *_reasons(matrix, pair)]
    if not weighty:
        return []
    small = [
        *_only_one(matrix, pair, _number, "gives a number"),
        *_only_one(matrix, pair, _party, "names a party"),
    ]
    return [*weighty, *small, *(r for a in pair for r in _quoted(matrix, a)), *_some(matrix, pair)]


Pair = tuple[Angle, Angle]


def _acts(matrix: Matrix, pair: Pair) -> Iterator[str]:
    told = [_act(a) for a in pair]
    if told[0] is not None and told[1] is not None and told[0][1] != told[1][1]:
        yield _set_apart(matrix, pair, [told[0], told[1]], "The verbs differ:")


def _act(angle: Angle) -> tuple[str, str] | None:
    """The verb of a headline as written, with what it tells."""
    frame = angle.reading.headline_frame
    words = [w for w in (frame.act or "").split() if w.casefold() not in BEING] if frame else []
    tells = act_tells(words[0]) if words else None
    return (words[0], tells) if tells else None


def _stances(matrix: Matrix, pair: Pair) -> Iterator[str]:
    told = [next(((w, t) for w in WORD.findall(a.said) if (t := stance_tells(w))), None) for a in pair]
    if told[0] is not None and told[1] is not None and told[0][1] != told[1][1]:
        yield _set_apart(matrix, pair, [told[0], told[1]], "The same is told from two sides:")


def _set_apart(matrix: Matrix, pair: Pair, told: list[tuple[str, str]], opening: str) -> str:
    sides = [
        f"{quoted(word)} in {matrix.name(a.reading.article)} {tells}"
        for a, (word, tells) in zip(pair, told, strict=True)
    ]
    return f"{opening} {sides[0]}; {sides[1]}."


def _doers(matrix: Matrix, pair: Pair) -> Iterator[str]:
    """Which of two headlines says who did it, where the other only says to whom it was done."""
    for bare, full in (pair, pair[::-1]):
        frame, acting = bare.reading.headline_frame, full.reading.headline_frame
        if frame is None or acting is None or not frame.is_passive or NAMED_AFTER.search(bare.headline):
            continue
        told = done_in(frame)
        if len(told) == 1 and told[0] in deeds() and says_who_acts(acting) and do_the_same(bare, full):
            name = matrix.name(bare.reading.article)
            yield f"The headline of {name} does not say by whom somebody was {told[0]}."


def _judging(matrix: Matrix, pair: Pair) -> Iterator[str]:
    """The words that judge in one headline, where the other only informs; two that both judge are no difference."""
    judging = [_judging_words(a) for a in pair]
    for angle, words, theirs in zip(pair, judging, judging[::-1], strict=True):
        if words and not theirs:
            verb = "adds" if len(words) == 1 else "add"
            name, other = matrix.name(angle.reading.article), matrix.name(_else(pair, angle).reading.article)
            told = listed([quoted(w) for w in words])
            yield f"In {name}, {told} {verb} a feeling or a judgement; the headline of {other} has no such word."


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


def _else(pair: Pair, angle: Angle) -> Angle:
    return pair[1] if angle is pair[0] else pair[0]


def _only_one(matrix: Matrix, pair: Pair, part: Callable[[Angle], str | None], tells: str) -> Iterator[str]:
    """What one headline has and the other has nothing of the kind."""
    found = [part(a) for a in pair]
    for angle, words, theirs in zip(pair, found, found[::-1], strict=True):
        if words and not theirs:
            yield f"Only {matrix.name(angle.reading.article)} {tells}: {quoted(words)}."


def _reasons(matrix: Matrix, pair: Pair) -> Iterator[str]:
    """What lies behind it, where one headline alone tells that, in words of which the other has none."""
    for angle in pair:
        other = _else(pair, angle)
        found = CAUSE.search(angle.headline) or (
            PASSIVE_CAUSE.search(angle.headline) if _is_passive(angle) else None
        )
        words = found[0].strip() if found else ""
        if (
            len(words.split()) > 1
            and not ANY_CAUSE.search(other.headline)
            and not stems_of(words) & stems_of(other.headline)
        ):
            yield f"Only {matrix.name(angle.reading.article)} tells what lies behind it: {quoted(words)}."


def _is_passive(angle: Angle) -> bool:
    return angle.reading.headline_frame is not None and angle.reading.headline_frame.is_passive


def _some(matrix: Matrix, pair: Pair) -> Iterator[str]:
    """A "some" that the other headline lacks."""
    for angle in pair:
        found = PART.search(angle.headline)
        if found and not PART.search(_else(pair, angle).headline):
            yield f"With {quoted(found[0])}, {matrix.name(angle.reading.article)} tells that it is not all of them."


def _number(angle: Angle) -> str | None:
    numbers = (m for m in NUMBER.finditer(angle.headline) if not YEAR.match(m[0]))
    return next((m[0].rstrip(".,") for m in numbers), None)


def _party(angle: Angle) -> str | None:
    found = PARTY.search(angle.headline)
    return found[0] if found else None


def _quoted(matrix: Matrix, angle: Angle) -> Iterator[str]:
    for found in HEADLINE_MARKS.finditer(angle.headline):
        words = found[1].strip(" ,.;")
        said = headline_quotation(angle.reading, words)
        name = matrix.name(angle.reading.article)
        if said is None or said.speaker is None:
            yield f"{name} sets {quoted(words)} in quotation marks, as words that are not its own."
        else:
            yield f"The words {quoted(words)} are not {name}’s own: according to the article, {said.speaker.name} said them."


def what_comes_first(matrix: Matrix, one: Angle, other: Angle) -> str | None:
    """What each headline puts first, where that is not the same; None where a word of it is in both."""
    if same_first(one, other) is not None or share_words(one.first, other.first):
        return None
    sides = [f"{matrix.name(a.reading.article)} puts {quoted(a.first)} first" for a in (one, other)]
    return f"{sides[0]}, {sides[1]}."


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

"""Items from facts that one article tells, or some, and the others leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.fact_questions import says_nothing, told_in
from quizzes.items.matrix import Matrix
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import listed, one_line, quoted, stop
from quizzes.nlp.findings.facts import figures_told, names_told
from quizzes.nlp.types import Evidence, Finding, FindingKind, Position, Role

LONG = 230
"""Characters of a sentence that a stem can quote and still be read in one go."""

MOST_WAYS = 2
"""Ways in which one omission is asked about, beside what a reader misses."""

LONGEST_NAME = 5
"""Words of a name that an option can show."""

MOST_TRIED = 12
"""Further figures or names of the article that are looked at for distractors."""

LEANING = re.compile(
    r"^[\"“‘']?(?:he|she|it|they|we|i|you|this|that|these|those|but|and|so|or|however|also|his|her|their|its|our|my|earlier|later"
    r"|meanwhile|instead|there|such|another|other|both|then|still|yet|one|some|many|most)\b|[\"“”]",
    re.IGNORECASE,
)
"""Sentences that lean on the one before them, or hold somebody's words: they say little by themselves."""

Told = tuple[Position, str, str]
"""The position that tells a fact first, the start of its sentence as a proof names it, and the fact's words."""


def omission_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Who tells it and who leaves it out, what silence means, where it stands, and what a reader misses.

    Which comes first turns with the finding, so that a quiz asks of several omissions in several ways.
    """
    told = _told(matrix, finding)
    if told is None:
        return
    ways = (_only_here, _going_by, _who if seed % 2 == 0 else _where)
    turn = sum(map(ord, finding.id)) % len(ways)
    if _is_weightiest(matrix, finding):
        yield _missed(matrix, finding, seed, told)
    drafts = (way(matrix, finding, seed, told) for way in (*ways[turn:], *ways[:turn]))
    yield from islice((d for d in drafts if d is not None), MOST_WAYS)


def _told(matrix: Matrix, finding: Finding) -> Told | None:
    position = next((p for p in finding.positions if p.article in matrix.readings), None)
    if position is None or not position.value:
        return None
    return position, str(position.evidence[0].start), one_line(position.value)


def _is_weightiest(matrix: Matrix, finding: Finding) -> bool:
    """True for the surest omission of the story whose sentence stands by itself: about one alone it is asked what others miss."""
    every = [
        f
        for f in matrix.comparison.findings
        if f.kind is FindingKind.OMISSION and _stands_alone(f) and _is_unheard_of(matrix, f)
    ]
    return max(every, key=lambda f: (f.confidence, f.id), default=None) is finding


def _is_unheard_of(matrix: Matrix, finding: Finding) -> bool:
    """True where the silent articles say nothing of the whole sentence, not only of the name or figure in it."""
    told = _told(matrix, finding)
    silent = [a for a in finding.silent if a in matrix.readings]
    return told is not None and all(says_nothing(matrix, (a,), (told[0].article, told[1])) for a in silent)


def _stands_alone(finding: Finding) -> bool:
    """True where the sentence says what it says without the ones around it, and briefly enough to be quoted."""
    sentence = one_line(finding.positions[0].evidence[0].text)
    return len(sentence) <= LONG and not LEANING.search(sentence)


def _who(matrix: Matrix, finding: Finding, seed: int, told: Told) -> ItemDraft | None:
    """Which outlet tells it, or, where all but one tell it, which leaves it out."""
    position, start, words = told
    arguments = (position.article, start, words)
    telling = {p.article for p in finding.positions}
    if len(finding.silent) == 1 and len(telling) > 1 and _is_short(finding, words):
        stem = (
            f"Most of these articles {_told_by(finding, words, is_plural=True)}. Which outlet leaves it out?"
        )
        others = [((a,), "silence-overlooked") for a in matrix.readings if a not in finding.silent]
        return building.choice(
            _ask(matrix, finding, seed, stem, 0.5),
            Call("leaves-out", arguments),
            (finding.silent[0],),
            others,
        )
    if len(telling) > 1 or not _is_short(finding, words):
        return None
    stem = f"Which outlet {_told_by(finding, words, is_plural=False)}?"
    others = [((a,), "words-of-another-outlet") for a in matrix.readings if a not in telling]
    return building.choice(
        _ask(matrix, finding, seed, stem, 0.3), Call("gives", arguments), (position.article,), others
    )


def says_what(words: str) -> bool:
    """True for a name, or a figure with what it counts or its sign: a bare "39" or "50-minute" tells nothing."""
    return bool(re.search(r"[^\W\d_]|[$£€%]", words)) and not re.search(
        r"\d[-–][a-z]+$|^[a-z]+-[a-z]+$", words
    )


def _is_short(finding: Finding, words: str) -> bool:
    """True for a figure or name that a stem or an option can show by itself."""
    return finding.aspect in _VERBS and says_what(words) and len(words.split()) <= LONGEST_NAME


_VERBS = {"figure": "give", "person": "name", "place": "name", "name": "name"}


def _told_by(finding: Finding, words: str, *, is_plural: bool) -> str:
    verb = _VERBS.get(finding.aspect or "", "give")
    what = f"the figure {quoted(words)}" if finding.aspect == "figure" else quoted(words)
    return f"{verb if is_plural else verb + 's'} {what}"


def _only_here(matrix: Matrix, finding: Finding, seed: int, told: Told) -> ItemDraft | None:
    """Which of an article's figures or names no other article has."""
    position, start, words = told
    if len(finding.positions) > 1 or not _is_short(finding, words):
        return None
    kind = "figures" if finding.aspect == "figure" else "names"
    stem = (
        f"All of these {kind} stand in {matrix.name(position.article)}. Which one stands in no other article?"
    )
    call = Call("only-in", (position.article,))
    return building.choice(
        _ask(matrix, finding, seed, stem, 0.6), call, (start, words), list(_others(matrix, finding, position))
    )


def _others(matrix: Matrix, finding: Finding, position: Position) -> Iterator[Distractor]:
    """Other figures or names of the article; the builder keeps those that another article surely has too."""
    reading = matrix.reading(position.article)
    facts_of = figures_told if finding.aspect == "figure" else names_told
    sentences = (s for s in told_in(matrix).by_article.get(position.article, []) if s.role is Role.BODY)
    facts = (f for s in sentences for f in facts_of(reading, s))
    shown: set[str] = set()
    fresh = []
    for fact in facts:
        words = one_line(fact.words.of(reading.text))
        same = words.casefold() if fact.figure is None else str(fact.figure)
        held = told_in(matrix).holders(fact)
        is_shown = same in shown or not says_what(words) or len(words.split()) > LONGEST_NAME
        if not is_shown and len(held) > 1:
            shown.add(same)
            fresh.append((str(fact.sentence.span.start), words))
    yield from ((term, "shared-read-as-exclusive") for term in islice(fresh, MOST_TRIED))


def _going_by(matrix: Matrix, finding: Finding, seed: int, told: Told) -> ItemDraft | None:
    """Whether a silent article bears the statement out: it says neither yes nor no."""
    position, start, _ = told
    sentence = one_line(position.evidence[0].text)
    asked = [a for a in finding.silent if a in matrix.readings]
    if not asked or not _stands_alone(finding):
        return None
    if _is_disputed(matrix, position.evidence[0]):
        return None
    article = asked[seed % len(asked)]
    stem = f"Go by {matrix.name(article)} alone. Is this true: {quoted(sentence)}"
    return building.tf3(
        _ask(matrix, finding, seed, stem, 0.5, asked=article),
        Call("going-by", (article,)),
        (position.article, start),
        misconceptions=[("true", "words-of-another-outlet"), ("false", "silence-read-as-denial")],
    )


def _is_disputed(matrix: Matrix, sentence: Evidence) -> bool:
    """True where the sentence has a part in a discrepancy: another article may well say otherwise."""
    return any(
        e.article == sentence.article and e.start < sentence.end and sentence.start < e.end
        for f in matrix.comparison.findings
        if f.kind in (FindingKind.DISCREPANCY, FindingKind.AGREEMENT)
        for p in f.positions
        for e in p.evidence
    )


def _where(matrix: Matrix, finding: Finding, seed: int, told: Told) -> ItemDraft | None:
    """Pick the sentence that gives it."""
    position, start, words = told
    if len(finding.positions) > 1 or not _is_short(finding, words):
        return None
    what = "gives the figure" if finding.aspect == "figure" else "names"
    stem = f"Only one of the articles {what} {quoted(words)}. Find it and pick a sentence that proves it."
    return building.evidence(
        _ask(matrix, finding, seed, stem, 0.4),
        Call("gives", (position.article, start, words)),
        (position.article,),
    )


def _missed(matrix: Matrix, finding: Finding, seed: int, told: Told) -> ItemDraft | None:
    position, _, _ = told
    asked = [a for a in finding.silent if a in matrix.readings]
    sentence = one_line(position.evidence[0].text)
    outlet = matrix.name(position.article)
    silent = [matrix.name(a) for a in asked]
    others, leave = listed(silent), "leave" if len(silent) > 1 else "leaves"
    stem = (
        f"{outlet} writes: {quoted(sentence)}{stop(sentence)} {others} {leave} this out. "
        "What do their readers miss? Give a reason why it may have been left out."
    )
    return building.open_answer(
        _ask(matrix, finding, seed, stem, 0.7),
        levels=(
            "Repeats the sentence, or says only that it is missing.",
            "Says in own words what the sentence tells and that readers of the others do not learn it.",
            "Says in own words what the sentence tells, how the story looks with it and without it, and gives a fair reason why"
            " a report may leave it out (length, deadline, other sources, another angle).",
        ),
        names=[
            f"what {outlet} tells in this sentence",
            "how the story looks without it",
            "a reason to leave it out that does not blame the outlet without proof",
        ],
        model=(
            f"{outlet} alone writes: {quoted(sentence)}{stop(sentence)} Readers of {others} do not learn this, so they see one"
            " side of the story less. That does not mean that it is untrue or that anybody hides it: a report is short, a"
            " reporter talks to some people and not to others, and each outlet chooses an angle. Whoever wants to know what"
            " matters here has to read more than one article."
        ),
    )


def _ask(
    matrix: Matrix, finding: Finding, seed: int, stem: str, difficulty: float, *, asked: str | None = None
) -> Ask:
    evidence = tuple(p.evidence[0] for p in finding.positions if p.article in matrix.readings)
    quotes = " ".join(f"{matrix.name(e.article)}: {quoted(e.text)}" for e in evidence)
    silent = [matrix.name(a) for a in matrix.readings if a in finding.silent]
    why = f"{quotes} Nothing of this is found in {listed(silent)}."
    if asked is not None:
        why += f" Who says nothing denies nothing: by {matrix.name(asked)} alone a reader cannot tell."
    return Ask(matrix, finding, seed, Skill.OMISSION, stem, why, evidence, difficulty)

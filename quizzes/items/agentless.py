"""Items from harms that one article tells without who did them, where another names the doer."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.asking import Undecided
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.judging import excerpt, shown_excerpt
from quizzes.items.matrix import Matrix
from quizzes.items.tone_questions import names_doer
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import about_occurrence, listed, one_line, quoted, stop, undated
from quizzes.nlp.types import Evidence, Finding, Span, Tone, ToneKind


def agentless_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Which outlet says who did it, in which sentence, and what a reader of the other does not learn."""
    told = [t for p in finding.positions if (t := _tone(matrix, finding, p.article, p.evidence[0]))]
    named = [t for t in told if t.kind is ToneKind.AGENT]
    if finding.occurrence not in matrix.occurrences:
        return
    bare = [t for t in told if t.kind is ToneKind.AGENTLESS and _leaves_out(matrix, finding, t)]
    if not named or not bare:
        return
    yield _who_names(matrix, finding, seed, named, bare)
    yield _where(matrix, finding, seed, named, bare)
    yield _what_is_missing(matrix, finding, seed, named[0], bare[0])


def _tone(matrix: Matrix, finding: Finding, article: str, evidence: Evidence) -> Tone | None:
    if article not in matrix.readings:
        return None
    kinds = {ToneKind.AGENT, ToneKind.AGENTLESS}
    return next(
        (
            t
            for t in matrix.reading(article).tones
            if t.kind in kinds and (t.start, t.end) == (evidence.start, evidence.end)
        ),
        None,
    )


def _leaves_out(matrix: Matrix, finding: Finding, tone: Tone) -> bool:
    """True where the article surely does not say who did it."""
    try:
        return not names_doer(matrix, (finding.occurrence or "", tone.word), (tone.article,))
    except Undecided:
        return False


def _shown(matrix: Matrix, tone: Tone) -> str:
    """The sentence of a harm as stems quote it, cut around the harm where it is long."""
    sentence = matrix.sentence(tone.article, tone.start, tone.end) or Span(tone.start, tone.end)
    reading = matrix.reading(tone.article)
    harm = Span(tone.start, tone.end)
    part = excerpt(reading, sentence, harm)
    return quoted(shown_excerpt(reading, sentence, sentence if part == harm else part))


def _call(finding: Finding, tone: Tone) -> Call:
    return Call("names-doer", (finding.occurrence or "", tone.word))


def _topic(matrix: Matrix, finding: Finding) -> str:
    return about_occurrence(undated(matrix.occurrences[finding.occurrence or ""].label))


def _who_names(
    matrix: Matrix, finding: Finding, seed: int, named: list[Tone], bare: list[Tone]
) -> ItemDraft | None:
    """The one outlet that names the doer, or the one that does not."""
    stem = f"Several outlets tell of {_topic(matrix, finding)}. Whose own words say who did it?"
    others = [((a,), "agent-left-out-overlooked") for a in matrix.readings if a != named[0].article]
    return building.choice(
        _ask(matrix, finding, seed, stem, [*named, *bare], 0.5),
        _call(finding, named[0]),
        (named[0].article,),
        others,
    )


def _where(
    matrix: Matrix, finding: Finding, seed: int, named: list[Tone], bare: list[Tone]
) -> ItemDraft | None:
    """The sentence that names the doer."""
    one, other, told = matrix.name(bare[0].article), matrix.name(named[0].article), _shown(matrix, bare[0])
    stem = (
        f"{one} writes {told}{stop(told)} It leaves out who did it. "
        f"Tick the sentence of {other} that tells the same and says who did it."
    )
    return building.evidence(
        _ask(matrix, finding, seed, stem, [named[0], bare[0]], 0.6),
        _call(finding, named[0]),
        (named[0].article,),
    )


def _what_is_missing(
    matrix: Matrix, finding: Finding, seed: int, named: Tone, bare: Tone
) -> ItemDraft | None:
    """What a reader of the article without the doer does not learn."""
    full, short = _shown(matrix, named), _shown(matrix, bare)
    one, other = matrix.name(bare.article), matrix.name(named.article)
    stem = (
        f"{one}: {short}{stop(short)} {other}: {full}{stop(full)} "
        f"What does a reader of {one} alone not learn? How does its sentence manage to leave this out?"
    )
    return building.open_answer(
        _ask(matrix, finding, seed, stem, [named, bare], 0.8),
        levels=(
            "Says only that the sentences differ, or that one is shorter.",
            f"Says that {one} does not tell who did it, and who it was by {other}.",
            f"Says that {one} does not tell who did it, who it was by {other}, and how the words do it: a verb or noun that"
            " needs nobody who acts.",
        ),
        names=[
            f"{one} names nobody who did it: {short}",
            f"{other} names somebody: {full}",
            "what happened seems to have come about by itself",
        ],
        model=(
            f"{other} says who did it: {full}{stop(full)} {one} writes {short}{stop(short)} These words need nobody who acts, so"
            f" what happened seems to have come about by itself, and a reader of {one} alone does not learn whose deed it was."
        ),
    )


def _sentence(matrix: Matrix, tone: Tone) -> Evidence | None:
    span = matrix.sentence(tone.article, tone.start, tone.end)
    if span is None:
        return None
    return Evidence(tone.article, span.start, span.end, span.of(matrix.reading(tone.article).text))


def _ask(matrix: Matrix, finding: Finding, seed: int, stem: str, tones: list[Tone], difficulty: float) -> Ask:
    evidence = tuple(e for t in tones if (e := _sentence(matrix, t)) is not None)
    quotes = [f"{matrix.name(e.article)}: {quoted(one_line(e.text))}{stop(e.text)}" for e in evidence]
    bare = [matrix.name(t.article) for t in tones if t.kind is ToneKind.AGENTLESS]
    verb = "names" if len(bare) == 1 else "name"
    why = f"{listed(bare)} {verb} nobody who did it, so that it seems to have come about by itself."
    return Ask(matrix, finding, seed, Skill.FRAMING, stem, " ".join([*quotes, why]), evidence, difficulty)

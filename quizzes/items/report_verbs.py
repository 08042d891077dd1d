"""Items from verbs of saying that judge: what they do to the words they hand on, and who uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.tone_questions import place_term
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.verbs import (
    CLAUSES,
    EFFECTS,
    EXCLUDED,
    NEUTRAL,
    PLAIN,
    SHOWS,
    hands_on,
    is_judging_verb,
    named_speaker,
    surface,
)
from quizzes.items.wording import one_line, quoted, stop, with_article
from quizzes.nlp.findings.comparable import STOP
from quizzes.nlp.types import Evidence, Finding, Span, Tone, ToneKind

SAID = frozenset({"say", "tell", "add", "write", "state"})
"""Verbs that add nothing: what the judging one is set beside."""
LONG = 260
"""Characters of a sentence that a stem can quote."""

MISREAD = {
    PLAIN: "report-verb-overlooked",
    "doubt": "distance-read-into-verb",
    "guilt": "distance-read-into-verb",
    "attack": "feeling-read-into-verb",
    "pride": "feeling-read-into-verb",
    "complaint": "feeling-read-into-verb",
}


def report_verb_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """What the verb does, which outlet uses it, where it stands, and what a plainer one would change."""
    tones = [t for p in finding.positions if (t := _tone(matrix, p.article, p.evidence[0]))]
    judging = next((t for t in tones if is_judging_verb(t) and surface(t) and hands_on(matrix, t)), None)
    if judging is None:
        return
    plain = [
        t
        for t in tones
        if t.word in SAID
        and t.article != judging.article
        and surface(t)
        and _say_one_thing(matrix, t, judging)
    ]
    speaker = _speaker(matrix, [judging, *plain])
    if speaker is None:
        return
    yield _effect(matrix, finding, seed, judging)
    if plain:
        yield _outlet(matrix, finding, seed, judging, plain, speaker)
    yield _where(matrix, finding, seed, judging, plain, speaker)
    yield _compare(matrix, finding, seed, judging, plain, speaker)
    yield _among(matrix, finding, seed, judging)


def _tone(matrix: Matrix, article: str, evidence: Evidence) -> Tone | None:
    if article not in matrix.readings:
        return None
    return next(
        (
            t
            for t in matrix.reading(article).tones
            if (t.kind, t.start, t.end) == (ToneKind.REPORT_VERB, evidence.start, evidence.end)
        ),
        None,
    )


def _say_one_thing(matrix: Matrix, one: Tone, other: Tone) -> bool:
    """True where the sentences of two verbs share so many telling words that they hand on one statement."""
    said = [_telling_words(matrix, tone) for tone in (one, other)]
    return 2 * len(said[0] & said[1]) >= min(map(len, said)) and len(said[0] & said[1]) >= SHARED


def _telling_words(matrix: Matrix, tone: Tone) -> frozenset[str]:
    """The stems of the telling words that the verb of a Tone hands on."""
    span = matrix.sentence(tone.article, tone.start, tone.end)
    told = [
        q.text
        for q in matrix.reading(tone.article).quotations
        if span is not None and q.start < span.end and span.start < q.end
    ]
    found = re.findall(r"[^\W\d_]{4,}", " ".join(told).casefold())
    return frozenset(w[:STEM] for w in found if w not in STOP) - {tone.about[:STEM]}


STEM = 6
SHARED = 2
"""Telling words that two reports of one statement have in common."""


def _speaker(matrix: Matrix, tones: list[Tone]) -> str | None:
    """The speaker as stems name him: by the fullest name of these articles."""
    found = [s for t in tones if (s := named_speaker(matrix, t.article, t.about)) is not None]
    found = [s for s in found if " and " not in s.name]
    best = max(found, key=lambda s: (len(s.name.split()), s.name), default=None)
    return with_article(best) if best is not None else None


def _effect(matrix: Matrix, finding: Finding, seed: int, judging: Tone) -> ItemDraft | None:
    sentence = _sentence(matrix, judging)
    if sentence is None or len(told := one_line(sentence.text)) > LONG:
        return None
    stem = (
        f"{matrix.name(judging.article)} writes: {quoted(told)}{stop(told)} "
        f"What does the verb {quoted(surface(judging) or '')} add to a plain “said”?"
    )
    return building.choice(
        _ask(matrix, finding, seed, stem, [judging], 0.5),
        Call("verb-tells", (judging.article, str(judging.start), str(judging.end))),
        (judging.category,),
        [((c,), MISREAD[c]) for c in EFFECTS if c in EXCLUDED[judging.category]],
    )


def _outlet(
    matrix: Matrix, finding: Finding, seed: int, judging: Tone, plain: list[Tone], speaker: str
) -> ItemDraft | None:
    stem = (
        f"Several outlets report what {speaker} said. Whose verb of saying {CLAUSES[judging.category]}?"
        " Then tick a sentence with such a verb."
    )
    others = [((a,), "report-verb-overlooked") for a in matrix.readings if a != judging.article]
    return building.claim_evidence(
        _ask(matrix, finding, seed, stem, [judging, *plain], 0.6),
        Call("verb-of", (judging.about, judging.category)),
        (judging.article,),
        others,
    )


def _where(
    matrix: Matrix, finding: Finding, seed: int, judging: Tone, plain: list[Tone], speaker: str
) -> ItemDraft | None:
    stem = (
        f"{matrix.name(judging.article)} reports what {speaker} said with a verb that {CLAUSES[judging.category]}. "
        "Tick a sentence with such a verb."
    )
    return building.evidence(
        _ask(matrix, finding, seed, stem, [judging, *plain], 0.5),
        Call("verb-of", (judging.about, judging.category)),
        (judging.article,),
    )


def _among(matrix: Matrix, finding: Finding, seed: int, judging: Tone) -> ItemDraft | None:
    """The judging verb among the neutral ones of its article."""
    article = judging.article
    tense = _tense(judging)
    others = {
        t.word: t
        for t in matrix.reading(article).tones
        if t.kind is ToneKind.REPORT_VERB and t.word in NEUTRAL and tense is not None and _tense(t) == tense
    }
    stem = (
        f"All of these verbs of saying stand in {matrix.name(article)}. Which one {SHOWS[judging.category]}, while the others only"
        " say that somebody spoke or wrote?"
    )
    return building.choice(
        _ask(matrix, finding, seed, stem, [judging], 0.4),
        Call("verb-among", (article, judging.category)),
        place_term(article, Span(judging.start, judging.end)),
        [(place_term(article, Span(t.start, t.end)), "distance-read-into-verb") for t in others.values()],
    )


PAST = frozenset({"said", "told"})


def _tense(tone: Tone) -> str | None:
    """Past or present, by the verb's ending; None for other forms, which would stand out."""
    verb = (surface(tone) or "").strip(",.").casefold()
    if verb.endswith("ed") or verb in PAST:
        return "past"
    return "present" if verb.endswith("s") else None


def _compare(
    matrix: Matrix, finding: Finding, seed: int, judging: Tone, plain: list[Tone], speaker: str
) -> ItemDraft | None:
    if not plain:
        return None
    sentences = [_sentence(matrix, t) for t in (judging, plain[0])]
    told = [one_line(s.text) for s in sentences if s is not None]
    if len(told) < 2 or sum(map(len, told)) > 2 * LONG:
        return None
    shown = [quoted(t) for t in told]
    one, other = matrix.name(judging.article), matrix.name(plain[0].article)
    strong, weak = (quoted(surface(t) or "") for t in (judging, plain[0]))
    effect = EFFECTS[judging.category]
    stem = (
        f"Two outlets report the same statement of {speaker}. {one} writes: {shown[0]}{stop(told[0])} {other} writes:"
        f" {shown[1]}{stop(told[1])} One verb is {strong}, the other {weak}. What does each verb make a reader think of the words? Which one fits a plain report, and why?"
    )
    return building.open_answer(
        _ask(matrix, finding, seed, stem, [judging, plain[0]], 0.7),
        levels=(
            "Says only that the verbs differ, or that one is stronger.",
            f"Says what {strong} adds ({effect}), but not what {weak} does.",
            f"Says what {strong} adds ({effect}), that {weak} leaves this open, and gives a reason for one of them in a"
            " plain report.",
        ),
        names=[
            f"{strong} adds {effect}",
            f"{weak} says only that the words were said",
            f"a plain report takes {weak}, or shows why {strong} is earned",
        ],
        model=(
            f"{one} writes {strong}. This verb adds {effect}. So a reader judges the words of {speaker} before weighing them."
            f" {other} writes {weak}, which says only that {speaker} said so. A plain report takes {weak} and leaves the judging to the reader. The verb {strong} is fair only"
            " where the report shows why it was chosen."
        ),
    )


def _sentence(matrix: Matrix, tone: Tone) -> Evidence | None:
    span: Span | None = matrix.sentence(tone.article, tone.start, tone.end)
    if span is None:
        return None
    return Evidence(tone.article, span.start, span.end, span.of(matrix.reading(tone.article).text))


def _ask(matrix: Matrix, finding: Finding, seed: int, stem: str, tones: list[Tone], difficulty: float) -> Ask:
    evidence = tuple(e for t in tones if (e := _sentence(matrix, t)) is not None)
    quotes = [f"{matrix.name(e.article)}: {quoted(e.text)}{stop(e.text)}" for e in evidence]
    strong = tones[0]
    why = f"The verb {quoted(surface(strong) or '')} adds {EFFECTS[strong.category]}."
    if len(tones) > 1:
        why += f" A verb like {quoted(surface(tones[1]) or '')} says only that the words were said."
    return Ask(matrix, finding, seed, Skill.WORDING, stem, " ".join([*quotes, why]), evidence, difficulty)

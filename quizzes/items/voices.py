"""Items from persons whom one article alone lets speak."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.matrix import Matrix
from quizzes.items.speakers import is_called_a_body, is_persons_name, quotes_by_name, speaks_of
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import listed, rationale_quote, speech, stop
from quizzes.nlp.types import Evidence, Finding, FindingKind, Quotation

LONG, SHORT = 220, 9
"""Characters of a quotation that a stem can hold, and words that say something by themselves."""

Voice = tuple[str, str]
"""An article, and the person whom it alone quotes."""


def voice_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Who is heard in which article: to match, to choose, and to say what the other articles lose."""
    voice = _voice(matrix, finding)
    if voice is None:
        return
    yield _match(matrix, finding, seed)
    yield _choice(matrix, finding, seed, voice)
    yield _missed(matrix, finding, seed, voice)


def _voice(matrix: Matrix, finding: Finding) -> Voice | None:
    """None unless the article quotes the person by name and all others are surely silent about them."""
    position = finding.positions[0]
    name = position.value or ""
    if position.article not in matrix.readings or not is_persons_name(name):
        return None
    reading = matrix.reading(position.article)
    if not quotes_by_name(reading, name) or is_called_a_body(reading, name):
        return None
    others = (r for a, r in matrix.readings.items() if a != position.article)
    return None if any(speaks_of(r, name) for r in others) else (position.article, name)


def _match(matrix: Matrix, finding: Finding, seed: int) -> ItemDraft | None:
    found = (_voice(matrix, f) for f in matrix.comparison.findings if f.kind is FindingKind.VOICE_UNIQUE)
    of_article: dict[str, str] = {}
    for voice in found:
        if voice is not None:
            of_article.setdefault(*voice)
    own = [(a, of_article[a]) for a in matrix.readings if a in of_article]
    ask = _ask(matrix, finding, seed, own, "Match each outlet with the person whom it alone quotes.", 0.4)
    return building.match(ask, Call("heard"), [((a,), (name,)) for a, name in own])


def _choice(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    ask = _ask(matrix, finding, seed, [voice], f"Which of these outlets quotes {voice[1]}?", 0.3)
    others = [((a,), "words-of-another-outlet") for a in matrix.readings if a != voice[0]]
    return building.choice(ask, Call("heard", (voice[1],)), (voice[0],), others)


def _fullest(matrix: Matrix) -> Voice | None:
    """The voice that says most: about one of a story's voices alone it is asked what others miss."""
    found = (_voice(matrix, f) for f in matrix.comparison.findings if f.kind is FindingKind.VOICE_UNIQUE)
    said = [
        (v, q)
        for v in found
        if v and (q := quotes_by_name(matrix.reading(v[0]), v[1])) and len(q.text) <= LONG
    ]
    return max(said, key=lambda pair: (len(pair[1].text), pair[0]))[0] if said else None


def _missed(matrix: Matrix, finding: Finding, seed: int, voice: Voice) -> ItemDraft | None:
    article, name = voice
    quotation = quotes_by_name(matrix.reading(article), name)
    if (
        quotation is None
        or voice != _fullest(matrix)
        or len(quotation.text) > LONG
        or len(quotation.text.split()) < SHORT
    ):
        return None
    outlet, said = matrix.name(article), speech(quotation.text)
    others = listed([matrix.name(a) for a in matrix.readings if a != article])
    stem = (
        f"{outlet} quotes {name}: {said}{stop(said)} No other article speaks of this person. "
        "What do readers of the other articles miss? Does it change how the story looks?"
    )
    names = [
        f"{name} is heard in {outlet} alone",
        f"what the words say: {said}",
        "what this adds to the story",
    ]
    return building.open_answer(
        _ask(matrix, finding, seed, [voice], stem, 0.7),
        levels=(
            f"Says only that {name} is quoted, or repeats the words.",
            "Says in own words what the person says, but not what the other articles lose without it.",
            "Says in own words what the person says, what a reader of the other articles does not learn, and whether that"
            " changes the picture, with a reason.",
        ),
        names=names,
        model=(
            f"Only {outlet} lets {name} speak, with the words {said}{stop(said)} Readers of {others} do not hear this voice, so they"
            f" cannot ask how {name} sees it or why. The happening is the same, but with this voice the story has one side"
            " more. Leaving somebody out is not a lie, yet a reader of several articles sees more than a reader of one."
        ),
    )


def _ask(
    matrix: Matrix, finding: Finding, seed: int, voices: list[Voice], stem: str, difficulty: float
) -> Ask:
    said = [
        (evidence, q.speaker)
        for article, name in voices
        if (q := quotes_by_name(matrix.reading(article), name)) and (evidence := _sentence(matrix, q))
    ]
    quotes = " ".join(rationale_quote(matrix.name(e.article), e, speaker) for e, speaker in said)
    why = f"{quotes} No other article of the story speaks of {'them' if len(voices) > 1 else 'this person'}."
    return Ask(matrix, finding, seed, Skill.OMISSION, stem, why, tuple(e for e, _ in said), difficulty)


def _sentence(matrix: Matrix, quotation: Quotation) -> Evidence | None:
    span = matrix.sentence(quotation.article, quotation.start, quotation.start)
    text = matrix.reading(quotation.article).text
    return Evidence(quotation.article, span.start, span.end, span.of(text)) if span else None

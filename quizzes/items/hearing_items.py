"""Items on whether an article lets a person speak whom it writes about: quoted, retold, or only spoken of."""

from __future__ import annotations

from quizzes.items import building
from quizzes.items.asking import Undecided
from quizzes.items.building import Ask
from quizzes.items.expressions import Call
from quizzes.items.hearings import ABSENT, NAMED, QUOTED, RETOLD, WAYS, own_words, sentences_near, way_heard
from quizzes.items.matrix import Matrix, once
from quizzes.items.said import has_title
from quizzes.items.speakers import is_called_a_body, is_persons_name
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whose_words import rationale_of, sentence_of, sure_speaker
from quizzes.items.wording import listed, quoted, stop
from quizzes.nlp.findings.side_by_side import role_at
from quizzes.nlp.findings.voices import surname
from quizzes.nlp.types import Evidence, Finding, Role, SourceKind

MOST = 3
"""Persons of a story of whom it is asked: more of one form are a drill."""


def hearing_item(matrix: Matrix, finding: Finding, seed: int, name: str) -> ItemDraft | None:
    """Which outlets let the person speak of whom others only write; else how one of these others has them."""
    ways = _ways(matrix, name)
    quoting = [a for a, way in ways.items() if way == QUOTED]
    telling = [a for a, way in ways.items() if way in (RETOLD, NAMED)]
    if not quoting or not telling:
        return None
    return _which(matrix, finding, seed, name, ways) or _how(matrix, finding, seed, name, telling[0])


@once
def spoken_of(matrix: Matrix) -> list[str]:
    """The persons whom one article quotes and another only writes about, those who are quoted least first."""
    names: dict[str, str] = {}
    for reading in matrix.readings.values():
        for quotation in reading.quotations:
            speaker = quotation.speaker
            if speaker is None or speaker.kind is not SourceKind.PERSON or not is_persons_name(speaker.name):
                continue
            if not has_title(speaker.name) and not is_called_a_body(reading, speaker.name):
                names.setdefault(surname(speaker.name), speaker.name)
    found = {name: tuple(_ways(matrix, name).values()) for name in names.values()}
    fit = [n for n, ways in found.items() if QUOTED in ways and {RETOLD, NAMED} & set(ways)]
    return sorted(fit, key=lambda n: found[n].count(QUOTED))[:MOST]


def _ways(matrix: Matrix, name: str) -> dict[str, str]:
    """The way of each article that surely has one; a copy has no way of its own."""
    found = {}
    for article in matrix.readings:
        if article in matrix.comparison.copies:
            continue
        try:
            found[article] = way_heard(matrix, article, name)
        except Undecided:
            continue
    return found


def _which(matrix: Matrix, finding: Finding, seed: int, name: str, ways: dict[str, str]) -> ItemDraft | None:
    """None where an article leaves it open how it has the person: then another answer may be right."""
    if set(ways) != set(matrix.readings) - set(matrix.comparison.copies):
        return None
    keys = [(a,) for a, way in ways.items() if way == QUOTED]
    wrong = [
        ((a,), "silence-overlooked" if way == ABSENT else "spoken-of-read-as-heard")
        for a, way in ways.items()
        if way != QUOTED
    ]
    asked = "Which outlet lets" if len(keys) == 1 else "Which outlets let"
    stem = f"More than one outlet writes about {name}. {asked} {name} speak, with words in quotation marks?"
    call = Call("lets-speak", (name,))
    if len(keys) == 1:
        return building.choice(_ask(matrix, finding, seed, name, ways, stem), call, keys[0], wrong)
    stem = f"{stem} Choose each one."
    return building.multi(_ask(matrix, finding, seed, name, ways, stem), call, keys, wrong)


def _how(matrix: Matrix, finding: Finding, seed: int, name: str, article: str) -> ItemDraft | None:
    stem = f"Look for {name} in {matrix.name(article)}. How does the article let its readers hear {name}?"
    key = way_heard(matrix, article, name)
    ways = {a: w for a, w in _ways(matrix, name).items() if a == article or w == QUOTED}
    misread = {RETOLD: "spoken-of-read-as-heard", QUOTED: "spoken-of-read-as-heard"}
    return building.choice(
        _ask(matrix, finding, seed, name, ways, stem),
        Call("heard-how", (name,)),
        (article, key),
        [((article, way), misread.get(way, "telling-overlooked")) for way in WAYS if way != key],
    )


def _ask(matrix: Matrix, finding: Finding, seed: int, name: str, ways: dict[str, str], stem: str) -> Ask:
    told: list[str] = []
    evidence: list[Evidence] = []
    for article, way in ways.items():
        shown = _shown(matrix, article, name, way)
        if shown is not None:
            told.append(shown[0])
            evidence.append(shown[1])
    silent = listed([matrix.name(a) for a, way in ways.items() if way == ABSENT])
    if silent:
        told.append(f"{silent} {'do' if ' and ' in silent else 'does'} not mention {name}.")
    return Ask(matrix, finding, seed, Skill.SOURCING, stem, " ".join(told), tuple(evidence), 0.5)


def _shown(matrix: Matrix, article: str, name: str, way: str) -> tuple[str, Evidence] | None:
    """A sentence in which the article has the person so, as a rationale tells it."""
    reading, outlet = matrix.reading(article), matrix.name(article)
    if way == QUOTED:
        words = own_words(reading, name)
        sentence = sentence_of(matrix, words) if words else None
        return (rationale_of(matrix, words), sentence) if words and sentence else None
    if way == RETOLD:
        said = next(
            q
            for q in reading.quotations
            if (s := sure_speaker(reading, q)) and surname(s.name) == surname(name)
        )
        sentence = sentence_of(matrix, said)
        why = f"{outlet} tells in its own words what {name} said"
        return (f"{why}: {quoted(sentence.text)}{stop(sentence.text)}", sentence) if sentence else None
    if way == NAMED:
        near = (s for s in sentences_near(reading, name) if role_at(reading, s.start) is Role.BODY)
        span = next(near, None)
        if span is None:
            return None
        text = span.of(reading.text)
        why = f"{outlet} only writes about {name} and gives nothing that {name} said"
        return f"{why}: {quoted(text)}{stop(text)}", Evidence(article, span.start, span.end, text)
    return None

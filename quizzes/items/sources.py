"""Items on figures without a source: who says so, which outlet leaves it out, and what a reader would have to ask."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Distractor
from quizzes.items.expressions import Call
from quizzes.items.figures import Table
from quizzes.items.indefinite import is_full_name
from quizzes.items.matrix import Matrix
from quizzes.items.questions import NOBODY
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import one_line, quoted, rationale_quote, shown_count, source_phrase, stop
from quizzes.nlp.findings.side_by_side import SHOWN
from quizzes.nlp.types import Claim, Finding

LONG = 240
"""Characters of a sentence that a stem can quote and still be read in one go."""


def unattributed_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Items of one figure in an outlet's own voice: who says so, which outlet leaves it out, and what to ask next."""
    table = Table.of(matrix, finding, seed)
    bare = [c for c in matrix.of_finding(finding) if c.source is None]
    if table is None or not bare or not table.words.is_one_kind or _is_asked_already(matrix, finding):
        return
    yield _who_says_so(table, bare[0])
    yield _which_outlet(table, bare[0]) or _who_gives_it(table, bare[0])
    yield _what_to_ask(table, bare[0])


def _is_asked_already(matrix: Matrix, finding: Finding) -> bool:
    """True for a further bare figure of one row, in another sentence or article: what is asked of it reads alike."""
    before = [f for f in matrix.comparison.findings if f.kind is finding.kind and f.confidence >= SHOWN]
    earlier = before[: before.index(finding)] if finding in before else []
    return any((f.measure, f.occurrence) == (finding.measure, finding.occurrence) for f in earlier)


def _who_says_so(table: Table, claim: Claim) -> ItemDraft | None:
    outlet = table.matrix.name(claim.article)
    figure = quoted(shown_count(claim))
    stem = f"{outlet} gives {figure} for the {table.words.topic} in {table.place}. On whose word does it give this number?"
    sourced = [
        ((c.id,), "source-from-elsewhere") for c in table.claims if c.source and c.article != claim.article
    ]
    return building.choice(
        table.ask(Skill.SOURCING, stem, _why_bare(table, claim), [claim, *_sourced(table)], 0.5),
        Call("source-of", (claim.id,)),
        (NOBODY,),
        [*sourced, *_other_voices(table, claim)],
    )


def _other_voices(table: Table, claim: Claim) -> Iterator[Distractor]:
    """Sources of other claims in the same article: a student may take one of them for this figure's."""
    for other in table.matrix.claims.values():
        if other.article == claim.article and other.source is not None and is_full_name(other.source):
            yield (other.id,), "source-assumed"


def _which_outlet(table: Table, claim: Claim) -> ItemDraft | None:
    """Proved with the sentence that gives the bare figure."""
    stem = (
        f"Which outlet gives a {table.words.topic} for {table.place}, but no source for it? "
        "Then tick its sentence with the number."
    )
    articles = dict.fromkeys(c.article for c in table.claims if c.article != claim.article)
    return building.claim_evidence(
        table.ask(Skill.SOURCING, stem, _why_bare(table, claim), [claim, *_sourced(table)], 0.5),
        Call("without-source", (table.cell,)),
        (claim.article,),
        [((a,), "attribution-overlooked") for a in articles],
    )


def _who_gives_it(table: Table, claim: Claim) -> ItemDraft | None:
    """The one outlet that names a source, where several do not; proved with its sentence."""
    sourced = _sourced(table)
    if len({c.article for c in sourced}) != 1:
        return None
    key = sourced[0].article
    stem = (
        f"Several articles give a {table.words.topic} for {table.place}. Which outlet says who its number is from? "
        "Then tick a sentence there that shows it."
    )
    others = dict.fromkeys(c.article for c in table.claims if c.article != key)
    return building.claim_evidence(
        table.ask(Skill.SOURCING, stem, _why_bare(table, claim), [claim, *sourced], 0.5),
        Call("with-source", (table.cell,)),
        (key,),
        [((a,), "source-assumed") for a in others],
    )


def _what_to_ask(table: Table, claim: Claim) -> ItemDraft | None:
    """Two reports of one number, with a source and without: what the reader of the bare one cannot know."""
    name = table.matrix.name
    sourced = next((c for c in _sourced(table) if c.article != claim.article), None)
    if sourced is None:
        return None
    bare, full = (one_line(table.matrix.evidence(c).text) for c in (claim, sourced))
    if len(bare) + len(full) > 2 * LONG:
        return None
    one, other = name(claim.article), name(sourced.article)
    stem = (
        f"{one}: {quoted(bare)}{stop(bare)} {other}: {quoted(full)}{stop(full)} Which of the two reports says who counted? "
        f"What would you ask {one} before you pass its number on?"
    )
    who = source_phrase(sourced.source)
    return building.open_answer(
        table.ask(Skill.SOURCING, stem, _why_bare(table, claim), [claim, sourced], 0.6),
        levels=(
            "Says only that one number is better, or names the outlet without a reason.",
            f"Says that {other} gives its source ({who}) and that {one} does not.",
            f"Says that {other} gives its source ({who}) and that {one} does not, and asks a question that could be answered:"
            " who counted, when, or how they know.",
        ),
        names=[
            f"{other} takes its number from {who}",
            f"{one} gives {quoted(shown_count(claim))} in its own voice",
            "a question on who counted, when, or how",
        ],
        model=(
            f"{other} says who its number is from: {who}. {one} gives {quoted(shown_count(claim))} in its own voice. It may be right,"
            " but a reader cannot tell who counted, and when. I would ask where the number comes from, at what time it was"
            " counted, and whether somebody else confirms it."
        ),
        claims=[claim, sourced],
    )


def _sourced(table: Table) -> list[Claim]:
    """The first sourced claim of each article in the row."""
    return list({c.article: c for c in reversed(table.claims) if c.source is not None}.values())[::-1]


def _why_bare(table: Table, claim: Claim) -> str:
    name = table.matrix.name
    quotes = " ".join(
        rationale_quote(name(c.article), table.matrix.evidence(c), c.source)
        for c in [claim, *_sourced(table)]
    )
    return f"{quotes} {name(claim.article)} states the figure in its own voice, so a reader cannot tell who counted."

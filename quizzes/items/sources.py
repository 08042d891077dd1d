"""Items on who says so: figures without a source, and sources without a name."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.figures import Table, source_rank
from quizzes.items.matrix import Matrix
from quizzes.items.questions import NOBODY
from quizzes.items.speakers import is_persons_name
from quizzes.items.texts import SAYING, sources_of
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.wording import (
    DETERMINERS,
    MEASURES,
    capitalised,
    folded,
    is_plural,
    is_telling,
    quoted,
    rationale_quote,
    same_source,
    shown_count,
    shown_value,
    source_phrase,
    with_article,
)
from quizzes.nlp.types import Claim, Finding, Source, SourceKind

DEFINITE = frozenset(
    {"the", "this", "that", "his", "her", "their", "its", "our", "my", "of", "him", "she", "he", "they"}
)
INDEFINITE = frozenset(
    {
        "a",
        "an",
        "one",
        "two",
        "three",
        "four",
        "five",
        "several",
        "some",
        "many",
        "multiple",
        "numerous",
        "another",
    }
)
POINTING = frozenset({"this", "these", "that", "those", "last", "next", "earlier", "later"})
VAGUE_WHO = frozenset(
    {"all", "both", "each", "every", "few", "most", "other", "others", "everyone", "someone", "people"}
)
"""Words that point into the text: a source called so outside it would puzzle a reader."""


def unattributed_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Items of one figure in an outlet's own voice: who says so, and which outlet leaves it out."""
    table = Table.of(matrix, finding, seed)
    bare = [c for c in matrix.of_finding(finding) if c.source is None]
    if table is None or not bare or not table.words.is_one_kind:
        return
    yield _who_says_so(table, bare[0])
    yield _which_outlet(table, bare[0])


def anonymous_items(matrix: Matrix, finding: Finding, seed: int) -> Iterator[ItemDraft | None]:
    """Items of one unnamed source: to tell it from the named ones, and to say what its namelessness means."""
    source = next((p.source for p in finding.positions if p.source and p.article in matrix.readings), None)
    if source is None or not _is_indefinite(source):
        return
    article = finding.positions[0].article
    claim = _said_by(matrix, article, source)
    if claim is not None and _is_named_elsewhere(matrix, claim):
        return
    if _speaks(matrix, article, source):
        yield _which_is_unnamed(matrix, finding, seed, article, source)
    if claim is not None:
        yield _can_it_be_checked(matrix, finding, seed, claim, source)


def _speaks(matrix: Matrix, article: str, source: Source) -> bool:
    """True where a word of saying gives them words, or a figure is theirs; "to disclose" and "noting" are often others'."""
    quotations = matrix.reading(article).quotations
    speakers = [
        q.speaker for q in quotations if q.cue and SAYING.fullmatch(q.cue) and not q.cue.endswith("ing")
    ]
    speakers += [q.speaker for q in quotations if q.cue == "according"]
    behind = [c.source for c in matrix.claims.values() if c.article == article and c.measure in MEASURES]
    return any(s is not None and same_source(s, source) for s in (*speakers, *behind))


def _who_says_so(table: Table, claim: Claim) -> ItemDraft | None:
    outlet = table.matrix.name(claim.article)
    figure = quoted(shown_count(claim))
    stem = f"{outlet} gives {figure} for the {table.words.topic} in {table.place}. Who is the source of this number?"
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
        if other.article == claim.article and other.source is not None and _is_full_name(other.source):
            yield (other.id,), "source-assumed"


def _which_outlet(table: Table, claim: Claim) -> ItemDraft | None:
    stem = f"Which outlet gives a {table.words.topic} for {table.place}, but no source for it?"
    articles = dict.fromkeys(c.article for c in table.claims if c.article != claim.article)
    return building.choice(
        table.ask(Skill.SOURCING, stem, _why_bare(table, claim), [claim, *_sourced(table)], 0.5),
        Call("without-source", (table.cell,)),
        (claim.article,),
        [((a,), "attribution-overlooked") for a in articles],
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


def _which_is_unnamed(
    matrix: Matrix, finding: Finding, seed: int, article: str, source: Source
) -> ItemDraft | None:
    outlet = matrix.name(article)
    stem = f"{outlet} lets several people speak. Which of these sources is left without a name?"
    named = {folded(s.name): s for s in sources_of(matrix, article) if _is_full_name(s)}
    why = (
        f"{outlet} writes {quoted(source.text)}: a reader cannot find out who that is. The others are named."
    )
    return building.choice(
        _ask(matrix, finding, seed, stem, why, 0.3),
        Call("unnamed", (article,)),
        (source.name,),
        [((s.name,), "named-read-as-unnamed") for s in named.values()],
    )


def _can_it_be_checked(
    matrix: Matrix, finding: Finding, seed: int, claim: Claim, source: Source
) -> ItemDraft | None:
    outlet = matrix.name(claim.article)
    said, topic = quoted(matrix.evidence(claim).text), MEASURES[claim.measure].topic
    stem = (
        f"{outlet} takes one figure for the {topic}, {quoted(shown_value(claim))}, from {with_article(source)}. "
        "What can a reader check, and what not? Say why a source may stay unnamed, and where you would look next."
    )
    names = [
        f"{outlet} takes it from {source_phrase(source)}",
        "a reason why a source may stay unnamed",
        "another report or a document that could confirm it",
    ]
    return building.open_answer(
        _ask(matrix, finding, seed, stem, f"{outlet}: {said} The source is not named.", 0.7),
        levels=(
            "Says only that the source is good or bad, or takes the statement for a fact.",
            f"Says that the source is not named ({source_phrase(source)}) and that this makes it hard to check.",
            "Says what the article tells about the source and what it hides, gives a reason why a source may stay unnamed,"
            " and names a next step that would confirm or refute the statement.",
        ),
        names=names,
        model=(
            f"{outlet} writes: {said} It does not name the source: it speaks of {with_article(source)}. "
            "So a reader knows what kind of source it is, but cannot look the person up or ask how they know. People stay unnamed"
            " when they may not speak in public or fear for their job or safety; some use it to say what nobody can hold them to."
            " The next step is a second report with a named source, or a document that gives the same."
        ),
        claims=[claim],
    )


def _is_indefinite(source: Source) -> bool:
    """True for somebody who may be anyone of a kind: "a port official", "two aides", "port officials".

    "The inspector" or "his lawyer" is one certain person, whom the article may name elsewhere.
    """
    words = source.name.split()
    mention = source.text.split()[0].lower() if source.text else ""
    if (
        mention in DEFINITE
        or words[0].lower() in DEFINITE | POINTING | VAGUE_WHO
        or "’s" in source.name
        or "'s" in source.name
    ):
        return False
    if not any(w.lower() not in DETERMINERS | VAGUE_WHO for w in words):
        return False
    return mention in INDEFINITE or is_plural(source.name)


def _is_full_name(source: Source) -> bool:
    """True for a person by first and last name."""
    words = source.name.split()
    return (
        source.kind is SourceKind.PERSON
        and is_persons_name(source.name)
        and 2 <= len(words) <= 4
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
    )


def _said_by(matrix: Matrix, article: str, source: Source) -> Claim | None:
    """A number that matters on the word of the source."""
    own = (
        c for c in matrix.claims.values() if c.article == article and c.measure in MEASURES and is_telling(c)
    )
    return next((c for c in own if same_source(c.source, source)), None)


def _is_named_elsewhere(matrix: Matrix, claim: Claim) -> bool:
    """True where the article gives the same number on a named source's word: the two may be one source."""
    return any(
        c.article == claim.article
        and c.measure == claim.measure
        and c.value.low == claim.value.low
        and source_rank(c.source) > 1
        for c in matrix.claims.values()
    )


def _ask(matrix: Matrix, finding: Finding, seed: int, stem: str, why: str, difficulty: float) -> Ask:
    evidence = tuple(e for p in finding.positions for e in p.evidence[:1])
    return Ask(matrix, finding, seed, Skill.SOURCING, stem, capitalised(why), evidence, difficulty)

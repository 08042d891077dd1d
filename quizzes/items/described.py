"""Items on how an article describes a source that it does not name, and how much that tells a reader."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.items import building
from quizzes.items.asking import Undecided
from quizzes.items.building import Ask, Distractor
from quizzes.items.expressions import Call
from quizzes.items.indefinite import insider_role, is_indefinite
from quizzes.items.matrix import Matrix
from quizzes.items.retold import LONGEST, is_clear_by_itself, shown_words
from quizzes.items.source_questions import is_broader, may_be_one, rests_on, told_of
from quizzes.items.texts import sources_of
from quizzes.items.types import ItemDraft, Skill
from quizzes.items.whose_words import sentence_of, sure_speaker
from quizzes.items.wording import capitalised, folded, quoted, rationale_quote, stop
from quizzes.nlp.types import Evidence, Finding, Quotation, Source, SourceKind

FEWEST = 6
"""Words that a statement needs to say something."""


def described_items(
    matrix: Matrix, finding: Finding, seed: int, statement: Quotation, *, may_repeat: bool = True
) -> Iterator[ItemDraft | None]:
    """Which of several nameless sources an article gives; where it has no others, how much is told of the one.

    The second question reads alike of all of them: with `may_repeat` false it is not asked.
    """
    speaker = sure_speaker(matrix.reading(statement.article), statement)
    evidence = sentence_of(matrix, statement)
    words = shown_words(statement)
    if speaker is None or evidence is None or folded(speaker.name) in folded(words):
        return
    if not is_clear_by_itself(words) or len(words) > LONGEST or len(words.split()) < FEWEST:
        return
    ways = (_how_described, _how_much_is_told) if may_repeat else (_how_described,)
    yield next((d for way in ways if (d := way(matrix, finding, seed, statement, speaker, evidence))), None)


def _how_described(
    matrix: Matrix, finding: Finding, seed: int, statement: Quotation, speaker: Source, evidence: Evidence
) -> ItemDraft | None:
    """By what words the source goes, beside those for other nameless sources of the story."""
    outlet = matrix.name(statement.article)
    stem = (
        f"{_reports(outlet, statement)} With which words does it describe its source? "
        "Then tick the sentence that shows it."
    )
    why = f"{rationale_quote(outlet, evidence, speaker)} No name is given: these words are all that a reader learns of the source."
    return building.claim_evidence(
        Ask(matrix, finding, seed, Skill.SOURCING, stem, why, (evidence,), 0.5),
        Call("says", (statement.article, str(statement.start))),
        (speaker.name,),
        list(_other_nameless(matrix, statement, speaker)),
    )


def _other_nameless(matrix: Matrix, statement: Quotation, speaker: Source) -> Iterator[Distractor]:
    """The other sources without a name, those of the same article first; none whose broader name is true of the speaker too."""
    taken, own = [speaker], sources_of(matrix, statement.article)
    gaps = [(abs(s.start - statement.start), s.name) for s in own if not may_be_one(s, speaker)]
    nearest = min(gaps, default=(0, ""))[1]
    for article in sorted(matrix.readings, key=lambda a: a != statement.article):
        for source in sources_of(matrix, article):
            if not is_plain_insider(source) or any(may_be_one(source, t) for t in taken):
                continue
            taken.append(source)
            if is_broader(source, speaker):
                continue
            is_here = any(may_be_one(source, s) for s in own)
            is_nearest = folded(source.name) == folded(nearest)
            heard = "nearest-name-taken" if is_nearest else "attribution-overlooked"
            yield (source.name,), heard if is_here else "source-from-elsewhere"


def is_plain_insider(source: Source) -> bool:
    """True for a source that speaks of what it knows and may be anyone of its kind: no critics, no body."""
    is_nameless = source.kind is SourceKind.ANONYMOUS and is_indefinite(source)
    return is_nameless and insider_role(source) is not None and "so-called" not in source.name.lower()


WHAT_IS_TOLD = {
    "kind": "Readers learn what kind of source it is, and can judge whether such a source may know. They do not learn whom to"
    " ask about it.",
    "knows": "Readers learn that the source knows of the matter, and must take the outlet's word for it: they do not learn who it is.",
    "bare": "Readers learn only that there is a source: not what kind of person it is, nor how the source knows.",
}


def _how_much_is_told(
    matrix: Matrix, finding: Finding, seed: int, statement: Quotation, speaker: Source, evidence: Evidence
) -> ItemDraft | None:
    """What the article lets a reader know of the source: a name, the kind of person, or nothing."""
    told = told_of(speaker)
    if told not in WHAT_IS_TOLD:
        return None
    outlet = matrix.name(statement.article)
    stem = (
        f"{_reports(outlet, statement)} What does it tell its readers about the source? "
        "Then tick the sentence that shows it."
    )
    why = f"{rationale_quote(outlet, evidence, speaker)} {WHAT_IS_TOLD[told]}"
    wrong = {
        "name": "source-assumed",
        "kind": "source-assumed",
        "bare": "attribution-overlooked",
        "nothing": "attribution-overlooked",
    }
    return building.claim_evidence(
        Ask(matrix, finding, seed, Skill.SOURCING, stem, why, (evidence,), 0.6),
        Call("told-of-source", (statement.article, str(statement.start))),
        (told,),
        [((answer,), misconception) for answer, misconception in wrong.items() if answer != told],
    )


def _reports(outlet: str, statement: Quotation) -> str:
    words = shown_words(statement)
    return f"{outlet} reports this: {quoted(capitalised(words))}{stop(words)}"


def outlets_and_sources(matrix: Matrix, finding: Finding, seed: int) -> ItemDraft | None:
    """Each outlet with a source without a name that it alone has: who rests on whose word."""
    chosen = {a: s for a in matrix.readings if (s := _own_source(matrix, a))}
    evidence = [e for a, s in chosen.items() if (e := _mention(matrix, a, s))]
    stem = "Each of these outlets has a source that it does not name. Match each outlet with how it describes the source."
    quotes = " ".join(
        rationale_quote(matrix.name(e.article), e, s) for e, s in zip(evidence, chosen.values(), strict=False)
    )
    why = f"{quotes} Readers of each outlet have to trust somebody else, whose name they do not learn."
    if len(evidence) < len(chosen):
        return None
    return building.match(
        Ask(matrix, finding, seed, Skill.SOURCING, stem, why, tuple(evidence), 0.5),
        Call("rests-on"),
        [((a,), (s.name,)) for a, s in chosen.items()],
    )


def _own_source(matrix: Matrix, article: str) -> Source | None:
    """The first nameless insider of the article whom no other article may have; None without such, and for a copy."""
    if article in matrix.comparison.copies:
        return None
    call, others = Call("rests-on"), [a for a in matrix.readings if a != article]
    for source in sources_of(matrix, article):
        if is_plain_insider(source) and told_of(source) in ("kind", "knows"):
            try:
                if not any(rests_on(matrix, call.arguments, (a, source.name)) for a in others):
                    return source
            except Undecided:
                continue
    return None


def _mention(matrix: Matrix, article: str, source: Source) -> Evidence | None:
    """The sentence that speaks of the source."""
    span, text = matrix.sentence(article, source.start, source.start), matrix.reading(article).text
    return Evidence(article, span.start, span.end, span.of(text)) if span else None

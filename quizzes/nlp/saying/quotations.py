"""Quotations: the words given as somebody's, between marks or as a reported clause, with manner, cue and speaker."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.speech import BARING, SAYING, THINKING, VERB_FORMS
from quizzes.nlp.saying.attributions import TITLE_CASE
from quizzes.nlp.saying.clipping import clipped
from quizzes.nlp.saying.marks import Marked, MarkIndex, find_marked
from quizzes.nlp.saying.reported import reported_clause
from quizzes.nlp.saying.standing import stands_alone
from quizzes.nlp.saying.terms import is_term_of_writer
from quizzes.nlp.saying.works import is_work
from quizzes.nlp.types import TOLD, Attribution, Manner, Quotation, Role, SourceKind, Span

JUDGING = frozenset(
    """blame call describe denounce condemn criticize criticise praise dismiss accuse characterize characterise deplore decry
    label brand dub hail mock ridicule deride slam blast lambaste welcome compare liken term refer rebuke tout defend
    laud cite point identify thank""".split()
)
"""Verbs that give what somebody thinks of a thing: their words are between marks or nowhere."""
FINDING = frozenset({"find", "show", "indicate", "detail"})
"""What a study does: no words of anybody's."""


LONGEST_BOOK = 12
CLAUSE_ON = re.compile(r",?\s(?:which|who|whose)\b")
GOES_ON = re.compile(r"\s[a-z]+(?:ed|s)\s[a-z]")


def find_quotations(article: ArticleDoc) -> tuple[Quotation, ...]:
    """Every direct, mixed and indirect quotation of the story's words, in order."""
    marks = MarkIndex(find_marked(article.text, (p for p in article.passages if p.role in TOLD)))
    found = [q for a in article.attributions for q in quotations_of(article, a, marks)]
    unique: dict[tuple[int, int], Quotation] = {}
    for quotation in sorted(found, key=lambda q: (q.start, q.end)):
        unique.setdefault((quotation.start, quotation.end), quotation)
    return tuple(unique.values())


def quotations_of(article: ArticleDoc, attribution: Attribution, marks: MarkIndex) -> Iterator[Quotation]:
    """The quotations of one act of saying: its marked stretches, and the unmarked clauses between them."""
    outer = outermost(attribution.content)
    touched = {m.opened: m for s in outer for m in marks.touching(s.start, s.end)}
    owned = [(m, by) for _, m in sorted(touched.items()) if (by := owner(article, m))]
    inside = [m for m, by in owned if by is attribution]
    own = [m for m, by in owned if by is attribution or is_same_voice(by, attribution)]
    reported = [
        r
        for s in outer
        if (r := reported_clause(article.text, s, attribution.cue, [m for m, _ in owned], own, marks))
    ]
    manner = Manner.MIXED if reported else Manner.DIRECT
    first: Quotation | None = None
    for m in inside:
        if is_title(article.text, m, attribution) or is_named(article, m, attribution):
            continue
        continues = (
            first.id if first and attribution.cue and first.end < attribution.cue.start < m.start else None
        )
        quotation = made(article, Span(m.start, m.end), manner, attribution, continues)
        first = first or quotation
        yield quotation
    if attribution.cue is None:
        return
    verb = VERB_FORMS.get(attribution.cue.of(article.text).casefold(), "")
    if verb in THINKING - SAYING or verb in JUDGING or verb in FINDING:
        # What somebody thinks, or thinks of a thing, or a study shows, is nobody's words until marks give them.
        return
    if verb in BARING and attribution.source and attribution.source.kind is SourceKind.DOCUMENT:
        return
    for stretch in reported:
        span = clipped(article, stretch, attribution, marks)
        if span is not None and stands_alone(article, span, attribution, span.end < stretch.end):
            yield made(article, span, Manner.INDIRECT, attribution, None)


def is_same_voice(other: Attribution, attribution: Attribution) -> bool:
    """True for marks that a colon alone gives to the same speaker ("Lee: “Old pier” remark was a joke")."""
    sources = other.source, attribution.source
    return (
        other.cue is None
        and sources[0] is not None
        and sources[1] is not None
        and sources[0].name == sources[1].name
    )


def outermost(spans: Iterable[Span]) -> list[Span]:
    """The spans that no other covers, in order; one look at each, for a page may hold thousands of marks."""
    kept: list[Span] = []
    furthest = -1
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.end > furthest or span == kept[-1]:
            kept.append(span)
            furthest = max(furthest, span.end)
    return kept


def owner(article: ArticleDoc, marked: Marked) -> Attribution | None:
    return article.attribution_at(marked.start, marked.end)


def is_named(article: ArticleDoc, marked: Marked, attribution: Attribution) -> bool:
    """True for a work's name, which stands out only where not all words have capitals, or a term of the writer's."""
    is_headline = article.role_at(marked.opened) is Role.HEADLINE
    is_name = not is_headline and is_work(article.text, marked.opened, marked.start, marked.end)
    return is_name or is_term_of_writer(article, marked, attribution)


def is_title(text: str, marked: Marked, attribution: Attribution) -> bool:
    """True for a marked name of a work, law or nickname: every word of weight has a capital, and nobody says it."""
    words = text[marked.start : marked.end]
    cue = attribution.cue
    if cue is None and len(words.split()) > 2 and CLAUSE_ON.match(text, marked.closed):
        words = words.rstrip(",")  # "had one tip: “The Harbour Book,” which …"
        return len(words.split()) <= LONGEST_BOOK and TITLE_CASE.fullmatch(words) is not None
    if len(words.split()) > 8 or words[-1:] in ",." or not TITLE_CASE.fullmatch(words):
        return False
    if attribution.source is None or (
        len(attribution.content) > 0 and attribution.content[0].start < marked.opened
    ):
        return True
    # "said “Harbour Days” made him cry": what the clause is about.
    is_subject = cue is not None and cue.end < marked.opened and GOES_ON.match(text, marked.closed)
    return bool(is_subject) and len(words.split()) > 1 and words.split()[1][:1].isupper()


def made(
    article: ArticleDoc, span: Span, manner: Manner, attribution: Attribution, continues: str | None
) -> Quotation:
    text = article.text
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n,;:—–-":
        start += 1
    while end > start and text[end - 1] in " \t\n,;:—–-":
        end -= 1
    if manner is not Manner.INDIRECT:
        start, end = span.start, span.end
    digest = hashlib.sha256(f"{article.article}|{start}|{end}|{text[start:end]}".encode()).hexdigest()[:12]
    cue = attribution.cue.of(text) if attribution.cue else None
    return Quotation(
        f"q-{digest}",
        article.article,
        start,
        end,
        text[start:end],
        manner,
        cue,
        attribution.source,
        continues,
    )

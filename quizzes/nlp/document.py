"""One article while it is being read: its text, passages and parse, with the questions every extractor asks of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from quizzes.nlp.types import TOLD, Attribution, Passage, Role, Span

STOPS = frozenset(".!?")
WHOLE = frozenset({Role.HEADLINE, Role.LINK, Role.BYLINE, Role.DATELINE})
"""Roles whose passages are one sentence each, whatever colons and capitals they hold."""
# No writer's sentence is so long; a text without full stops is cut, since every rule looks through its sentence.
MOST_UNSTOPPED = 300
MOST_RUN = 1000
# The pipeline has learnt from plain text: a hard space would be a word of its own to it, a bar a name. Quotation marks
# are straightened, so that the same words are read alike whatever their marks' shape. One for one: every offset holds.
PLAIN = str.maketrans(
    {"\xa0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\u2011": "-", "\u2015": "—"}
    | dict.fromkeys("“”„‟", '"')
    | dict.fromkeys("‘’‚‛ʼ", "'")
)


def parse_targets(nlp: Language, text: str, passages: tuple[Passage, ...]) -> Doc:
    """An unparsed Doc of `text` whose sentences may not run across a passage's edge; feed it to `nlp.pipe`."""
    # The tokenizer alone: `make_doc` would refuse texts a little longer than a million characters.
    doc = nlp.tokenizer(text.translate(PLAIN))
    edges = sorted({p.start for p in passages} | {p.end for p in passages})
    whole = sorted((p.start, p.end) for p in passages if p.role in WHOLE)
    # Tokens since the last edge, and since the last full stop or edge.
    run = unstopped = 0
    # Where the last token began that is no white space: edges lie between words.
    last = doc[0].idx if len(doc) else 0
    for token in doc[1:]:
        before = token.nbor(-1)
        is_stopped = before.text in STOPS
        run, unstopped = run + 1, 1 if is_stopped else unstopped + 1
        at = bisect_right(edges, token.idx)
        is_edge = bool(at) and edges[at - 1] > last
        is_long = unstopped > MOST_UNSTOPPED or (run > MOST_RUN and is_stopped)
        if (is_edge or is_long) and not token.is_space:
            token.is_sent_start = True
            run = unstopped = 0
        elif lies_within(token.idx, whole):
            token.is_sent_start = False
        last = last if token.is_space else token.idx
    return doc


def lies_within(offset: int, spans: list[tuple[int, int]]) -> bool:
    """True where one of the sorted, disjoint spans covers a character."""
    at = bisect_right(spans, offset, key=lambda s: s[0]) - 1
    return at >= 0 and offset < spans[at][1]


@dataclass(frozen=True)
class ArticleDoc:
    """An article's text, its passages and its parse; `published` (ISO date or None) anchors "Thursday"."""

    article: str
    text: str
    published: str | None
    passages: tuple[Passage, ...]
    doc: Doc = field(repr=False)
    attributions: tuple[Attribution, ...] = ()

    @cached_property
    def sentences(self) -> tuple[DocSpan, ...]:
        """The parsed sentences of every passage but furniture, in order."""
        return tuple(
            s
            for s in self.doc.sents
            if s.text.strip() and self.role_at(first_character(s)) is not Role.FURNITURE
        )

    @cached_property
    def told(self) -> tuple[DocSpan, ...]:
        """The sentences that belong to the story: of headline, captions and body."""
        return tuple(s for s in self.sentences if self.role_at(first_character(s)) in TOLD)

    def role_at(self, offset: int) -> Role:
        """The role of the passage at a character; text between passages counts as furniture."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.passages[at].end:
            return self.passages[at].role
        return Role.FURNITURE

    @cached_property
    def _starts(self) -> list[int]:
        return [p.start for p in self.passages]

    def attribution_at(self, start: int, end: int) -> Attribution | None:
        """The innermost attribution whose content covers the characters: whose words they are (None: the outlet's own)."""
        spans, furthest = self._contents
        at = bisect_right(spans, start, key=lambda s: s[0]) - 1
        covering = []
        while at >= 0 and furthest[at] >= end:
            if spans[at][1] >= end:
                covering.append((spans[at][1] - spans[at][0], spans[at][2]))
            at -= 1
        return self.attributions[min(covering)[1]] if covering else None

    @cached_property
    def _contents(self) -> tuple[list[tuple[int, int, int]], list[int]]:
        """The attributions' spans (start, end, attribution) by start, and up to each the furthest end: so a look
        backwards can stop early."""
        spans = sorted((s.start, s.end, n) for n, a in enumerate(self.attributions) for s in a.content)
        return spans, list(accumulate((end for _, end, _ in spans), max))


def first_character(sentence: DocSpan) -> int:
    """The offset of the first character of a sentence that is no white space."""
    return next((t.idx for t in sentence if not t.is_space), sentence.start_char)


def names_in(sentence: DocSpan) -> Iterator[DocSpan]:
    """The recognised names that lie wholly in a sentence, as `Span.ents` has them; that looks through the whole article
    each time, so that an article would cost its length squared."""
    doc, end = sentence.doc, sentence.end
    start: int | None = None
    label = 0
    for token in sentence:
        iob = token.ent_iob
        if start is not None and iob != INSIDE:
            yield DocSpan(doc, start, token.i, label=label)
            start = None
        if iob == BEGINS and token.ent_type:
            start, label = token.i, token.ent_type
    if start is not None and (end == len(doc) or doc[end].ent_iob != INSIDE):
        yield DocSpan(doc, start, end, label=label)


INSIDE, BEGINS = 1, 3
"""spaCy's `ent_iob`: the token goes on with a name, or begins one."""


def trimmed(sentence: DocSpan) -> Span:
    """The sentence's offsets without white space at either end."""
    text = sentence.text
    left, right = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return Span(sentence.start_char + left, sentence.end_char - right)

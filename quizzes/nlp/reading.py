"""Reading: from an article's text to a Reading. One article at a time; batched over `nlp.pipe`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.language import Language
from spacy.tokens import Doc

from quizzes.nlp.document import ArticleDoc, parse_targets, trimmed
from quizzes.nlp.framing.headline_parse import parse_headline
from quizzes.nlp.framing.headlines import frame_headline
from quizzes.nlp.framing.labels import find_labels
from quizzes.nlp.framing.tones import find_tones
from quizzes.nlp.measuring.claims import find_claims
from quizzes.nlp.saying.attributions import find_attributions
from quizzes.nlp.saying.quotations import find_quotations
from quizzes.nlp.saying.unnamed import find_unnamed
from quizzes.nlp.settled_names import settle_names
from quizzes.nlp.telling.happenings import find_happenings
from quizzes.nlp.texts.metadata import Metadata, read_metadata
from quizzes.nlp.texts.passages import split_passages
from quizzes.nlp.texts.whole_sentences import whole_sentences
from quizzes.nlp.types import Passage, Reading, Role, Span


@dataclass(frozen=True)
class ArticleText:
    """What reading starts from. `known` fields (front matter, or what a teacher has set) win over what the text says;
    `roles` are a teacher's corrections, a role for each passage start."""

    article: str
    text: str
    known: dict[str, str | None] = field(default_factory=dict)
    roles: dict[int, Role] = field(default_factory=dict)


BATCH = 8
"""Articles parsed together: enough to keep the network busy, few enough that their parses fit in a small memory."""


def read_articles(articles: Iterable[ArticleText], nlp: Language) -> Iterator[Reading]:
    """A Reading for each article, in order; memory holds the parses of one batch at a time."""
    pairs = ((prepared(article), article) for article in articles)
    targets = ((parse_targets(nlp, a.text, p), (a, p, m)) for (p, m), a in pairs)
    for doc, (article, passages, metadata) in nlp.pipe(targets, as_tuples=True, batch_size=BATCH):
        yield read_doc(article, passages, metadata, doc)


def prepared(article: ArticleText) -> tuple[tuple[Passage, ...], Metadata]:
    """Passages and metadata of an article, by its text alone (no spaCy), with what is known put over them."""
    passages = tuple(
        replace(p, role=article.roles.get(p.start, p.role)) for p in split_passages(article.text)
    )
    return passages, replace(read_metadata(article.text, passages), **article.known)


def read_doc(article: ArticleText, passages: tuple[Passage, ...], metadata: Metadata, doc: Doc) -> Reading:
    """The Reading of one parsed article."""
    settle_names(doc, passages)
    told = ArticleDoc(article.article, article.text, metadata.published, passages, doc)
    told = replace(told, attributions=find_attributions(told))
    happenings = find_happenings(told)
    clauses = parse_headline(told)
    headline = next((p for p in passages if p.role is Role.HEADLINE), None)
    return Reading(
        article=article.article,
        text=article.text,
        outlet=metadata.outlet,
        headline=metadata.headline,
        byline=metadata.byline,
        published=metadata.published,
        passages=passages,
        sentences=whole_sentences(article.text, map(trimmed, told.sentences), passages),
        quotations=find_quotations(told),
        claims=find_claims(told, happenings),
        happenings=happenings,
        labels=find_labels(told, happenings, clauses),
        tones=find_tones(told, happenings),
        unnamed=find_unnamed(told),
        headline_frame=frame_headline(clauses),
        headline_span=Span(headline.start, headline.end) if headline else None,
    )

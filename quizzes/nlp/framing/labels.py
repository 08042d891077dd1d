"""The words by which an article calls whom and what it is about: persons, groups, things and acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc, first_character
from quizzes.nlp.framing.acts_told import find_acts
from quizzes.nlp.framing.descriptions import descriptions
from quizzes.nlp.framing.groups import group_at, name_stem
from quizzes.nlp.framing.headline_parse import Clause
from quizzes.nlp.framing.noun_phrases import LEAD, Sentence, tail_of
from quizzes.nlp.framing.references import references
from quizzes.nlp.framing.topics import find_topics
from quizzes.nlp.saying.roster import Roster
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Happening, Label, Role, SourceKind

PERSON, BODY = "person", "body"


def find_labels(
    article: ArticleDoc, happenings: tuple[Happening, ...] = (), clauses: tuple[Clause, ...] = ()
) -> tuple[Label, ...]:
    """The labels of headline, captions and body in order; the same words for the same thing are told once.

    `clauses` are the headline's: its own sentences are read in their parse.
    """
    told = sentences(article, clauses)
    found = [*groups(article, told), *topics(article, told, happenings), *persons(article, told)]
    first: dict[tuple[str, str, str | None, str | None], Label] = {}
    for label in sorted(found, key=lambda x: (x.start, -x.end, x.actor)):
        first.setdefault((label.actor, label.text.casefold(), label.voice, label.happening), label)
    return tuple(first.values())


def sentences(article: ArticleDoc, clauses: tuple[Clause, ...]) -> tuple[Sentence, ...]:
    """The sentences of the story, the headline's in the parse that reads headlines best."""
    headline = [Sentence(c.doc[:], c.start, 0, Role.HEADLINE) for c in clauses]
    body = [
        Sentence(span, 0, number, role)
        for number, span in enumerate(article.told)
        if (role := article.role_at(first_character(span))) is not Role.HEADLINE or not clauses
    ]
    return (*headline, *body)


def groups(article: ArticleDoc, told: tuple[Sentence, ...]) -> Iterator[Label]:
    """The labels of groups and of persons without a name."""
    for sentence in told:
        for token in sentence.span:
            if found := group_at(token, sentence):
                key, tokens = found
                yield label_of(article, sentence, tokens, key)


def topics(
    article: ArticleDoc, told: tuple[Sentence, ...], happenings: tuple[Happening, ...]
) -> Iterator[Label]:
    """The labels of the things and acts that the article is about."""
    happening_at = {m.start: h.id for h in happenings for m in h.mentions}
    for topic in find_topics(told):
        for mention in topic.mentions:
            stems = sorted({stem for w in mention.owners if (stem := name_stem(w))})
            key = f"{topic.kind}:{'+'.join(stems)}" if stems else topic.kind
            tokens = [*mention.words, mention.noun, *tail_of(mention.noun)]
            happening = happening_at.get(mention.noun.idx)
            label = label_of(article, mention.sentence, tokens, key, happening)
            yield replace(label, is_lead=label.is_lead or topic.is_told)
    for act in find_acts(told):
        yield label_of(article, act.sentence, list(act.words), act.kind, happening_at.get(act.verb.idx))


def persons(article: ArticleDoc, told: tuple[Sentence, ...]) -> Iterator[Label]:
    """The labels of persons and bodies that the article names, each under the fullest name that it gives them."""
    roster = Roster(article.doc, article.text, article.role_at)
    body = [s for s in told if s.span.doc is article.doc]
    found = [(s, described) for s in body for described in descriptions(s.span, roster)]
    found += references(told, roster, [described for _, described in found])
    for sentence, described in found:
        kind = PERSON if described.kind is SourceKind.PERSON else BODY
        yield label_of(article, sentence, list(described.tokens), f"{kind}:{fold(described.name)}")


def label_of(
    article: ArticleDoc, sentence: Sentence, tokens: list[Token], key: str, happening: str | None = None
) -> Label:
    start, end = sentence.edges(tokens)
    voice = article.attribution_at(start, end)
    return Label(
        article=article.article,
        start=start,
        end=end,
        text=article.text[start:end],
        actor=key,
        voice=voice.source.name if voice and voice.source else None,
        happening=happening,
        is_lead=sentence.role is Role.HEADLINE or sentence.number <= LEAD,
    )

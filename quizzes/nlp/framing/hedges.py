"""Words by which a writer does not vouch for what is told."""

from __future__ import annotations

from collections.abc import Iterator

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.framing.tone_voices import Voices
from quizzes.nlp.lexicons.report_verbs import HEDGES, SEEMING
from quizzes.nlp.types import Tone, ToneKind

STRENGTH = 0.3


def find_hedges(article: ArticleDoc, voices: Voices) -> Iterator[Tone]:
    """A Tone for each "reportedly", "apparently", "seems to"."""
    for sentence in article.told:
        for token in sentence:
            is_seeming = token.lemma_.lower() in SEEMING and any(c.dep_ == "xcomp" for c in token.children)
            if token.lower_ not in HEDGES and not is_seeming:
                continue
            start, end = token.idx, token.idx + len(token)
            yield Tone(
                article=article.article,
                start=start,
                end=end,
                text=token.text,
                kind=ToneKind.HEDGE,
                category="seeming" if is_seeming else "hedge",
                strength=STRENGTH,
                voice=voices.at(start, end),
                word=token.lemma_.lower() if is_seeming else token.lower_,
            )

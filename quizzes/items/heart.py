"""Whether a sentence tells of what the story is about, and can be shown without what was told before it."""

from __future__ import annotations

import re

from quizzes.items.lead_ins import without_lead_in
from quizzes.items.untold import SMALL
from quizzes.items.wording import one_line
from quizzes.nlp.findings.told_words import ToldSentence, irregular, stem
from quizzes.nlp.findings.who_tells import WhoTells
from quizzes.nlp.lexicons.names import OF_BODIES
from quizzes.nlp.lexicons.numbers import DISTANCES
from quizzes.nlp.lexicons.plain_words import ACTS, BODIES, OFFICES, PEOPLE, TIMES
from quizzes.nlp.telling.spellings import fold
from quizzes.nlp.types import Role

OPENING = 2
"""Sentences of its text with which an article says what it is about."""

IDLE = frozenset(
    stem(word)
    for word in OFFICES
    | PEOPLE
    | TIMES
    | BODIES
    | ACTS
    | frozenset(
        "city town country state place street room last first former new next party confirmed tell says many more most".split()
    )
)
"""Stems of words that say who, when and where, or that somebody spoke: what was done they do not say."""

TRADES = frozenset(
    stem(word)
    for word in (
        *"law enforcement statement press report news media official state national local federal public left".split(),
        *DISTANCES,
    )
)
"""Stems of words that stand in any report, and of units: they make no topic."""

DEFINITE = re.compile(r"^(?:The|Both|All|[A-Z][a-z]+ly,) ")
COMMON = re.compile(
    r"^The ((?:[a-z][\w’'-]* ){1,4}?)(?=(?:of|in|on|at|for|from|by|with|to|against|as|is|was|were|are|has|had|have|will|would)\b|\w+ed\b)"
)
"""A definite subject of common words, up to what it is or does."""
APPOSED = re.compile(r"^The [a-z]+ (?:[A-Z][\w’'-]* )+([a-z]+)")
"""A common noun with its name ("The ferry Marigold")."""
NAME = re.compile(r"^The ((?:[A-Z][\w.’'-]*,? (?:(?:of|for|and)(?= [A-Z]) )?)+)([a-z]+)")
LONG_NAME = 3
"""Words of a name that can hardly be a definite phrase with an adjective of a name ("The Ohio plan")."""
SAYS_WHICH = re.compile(r"^The [a-z]+ (?:that|who)\b")
"""A definite subject that is told by its clause ("The states that …")."""

ODD_MARKS = re.compile(r"\w[\"“]\w|[\"”][\"“”]|[\"“”]{2}|\(\s|\s\)")
"""Marks that a careless copy leaves."""


def is_of_the_heart(index: WhoTells, sentence: ToldSentence) -> bool:
    """True where most headlines and openings have somebody or something that the sentence names, and one of them what is done
    in it or a figure of it; or where most have one thing that it speaks of, named or not ("bill")."""
    text = index.texts[sentence.article]
    named = {one for one, span in sentence.words if span.of(text)[:1].isupper()}
    done = {one for one, span in sentence.words if span.of(text)[:1].islower()} - named - IDLE
    figures = {n for n, _ in sentence.figures if n > SMALL}
    openings = [opening_of(index, article) for article in index.articles]
    naming = [o for o in openings if any(named & s.stems for s in o)]
    is_done = any((done & s.stems) or figures & {n for n, _ in s.figures} for o in openings for s in o)
    stems = [frozenset().union(*(s.stems for s in o)) for o in openings]
    is_topic = any(2 * sum(one in s for s in stems) > len(stems) for one in done - TRADES)
    return is_topic or (is_done and 2 * len(naming) > len(openings))


def opening_of(index: WhoTells, article: str) -> list[ToldSentence]:
    """An article's headline and the first sentences of its text."""
    sentences = index.by_article[article]
    body = [s for s in sentences if s.role is Role.BODY]
    return [*(s for s in sentences if s.role is Role.HEADLINE), *body[:OPENING]]


def is_clear_alone(index: WhoTells, sentence: ToldSentence) -> bool:
    """True where the sentence opens with a name or with what is new: what "The senator" is, only a headline may have said."""
    text = without_lead_in(one_line(sentence.span.of(index.texts[sentence.article])))
    if ODD_MARKS.search(text):
        return False
    if not DEFINITE.match(text) or SAYS_WHICH.match(text):
        return True
    if name := NAME.match(text):
        words = [w.strip(",") for w in name[1].split()]
        is_body = len(words) > 1 and fold(words[-1]) in OF_BODIES
        return words[-1] not in SIDES and (is_body or len(words) >= LONG_NAME or _is_act(name[2]))
    if apposed := APPOSED.match(text):
        return _is_act(apposed[1])
    common = COMMON.match(text)
    if common is None:
        return False
    headlines = [s.stems for a in index.articles for s in opening_of(index, a) if s.role is Role.HEADLINE]
    return any(all(stem(w) in stems for w in common[1].split()) for stems in headlines)


def _is_act(word: str) -> bool:
    return bool(DOES.fullmatch(word)) or word in irregular()


DOES = re.compile(r"of|in|on|at|from|is|was|are|were|has|had|have|will|would|said|says|wrote|[a-z]+ed")
"""What may stand behind a whole name: what its bearer does, or where it is from."""

SIDES = frozenset(
    "Republican Democrat Republicans Democrats Senator Congressman Congresswoman President Mayor".split()
)
"""Last words of a definite phrase that names nobody ("The Ohio Republican")."""

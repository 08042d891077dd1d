"""When something was: the dates of a sentence that are of what a verb or noun names ("was signed on 3 February", "the 1967 war")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.lexicons.acts import HAPPEN, LIGHT
from quizzes.nlp.measuring.counted import Counted, Kind, counted_of
from quizzes.nlp.measuring.date_owners import (
    is_counted_from,
    is_negated,
    is_of_words,
    named,
    noun_behind,
    owner_of,
)
from quizzes.nlp.measuring.deeds import DATED_BY_YEAR, WORDS_OF
from quizzes.nlp.measuring.measures import Framed
from quizzes.nlp.measuring.noun_phrases import lemma_of, noun_after
from quizzes.nlp.measuring.parties import parties_of
from quizzes.nlp.measuring.tenses import placed
from quizzes.nlp.types import Bound, Happening, ValueType
from quizzes.nlp.written.dates import MONTHS, Dated, find_dates

LEADING = re.compile(
    r"(?:(?:in|since|by|during|of|to|the|before|after|until|till|on|from|between|and|about|more|less|than|almost|nearly)\s+)+",
    re.IGNORECASE,
)
"""Words that a date is written with and that are no part of it."""
UNCLEAR = re.compile(
    r"^this (?:week|year)|(?:earlier|later) (?:this|in the) week|(?:earlier|later) in|(?:next|last|previous) week|earlier$",
    re.IGNORECASE,
)
"""Periods too wide to be checked, and days told from another than the article's ("two years earlier")."""
PARTS = frozenset({"morning", "afternoon", "evening", "night"})
TODAY = frozenset({"today", "tonight", "tomorrow"})
"""Days that move with who speaks: in quoted words they may be any."""
YEAR = re.compile(r"(?:19|20)\d\d")
DECADE = re.compile(r"(?:19|20)\d0s")

REACH = 7
"""Words that "between" and a first date take before the second."""
LIMITS = {
    "by": Bound.AT_MOST,
    "between": Bound.AT_LEAST,
    "until": Bound.AT_MOST,
    "till": Bound.AT_MOST,
    "before": Bound.LESS_THAN,
    "after": Bound.MORE_THAN,
    "through": Bound.AT_MOST,
    "around": Bound.ABOUT,
    "about": Bound.ABOUT,
}
"""How the word before a date fences it in; "since" and "from" name the day itself."""
NEARBY = frozenset({"early", "late", "mid", "the", "-"})
"""Words that may stand between that word and its date."""


def find_moments(
    article: ArticleDoc, sentence: DocSpan, told: dict[int, Happening]
) -> Iterator[tuple[Counted, Framed, Happening | None]]:
    """The dates of a sentence with what they are of, and the happening where that is one."""
    for dated in dates_in(article, sentence):
        at = tokens_of(sentence, dated)
        if not at or dated.norm is None or is_unclear(article, at):
            continue
        outer = next((t for t in at if t.head not in at), at[0])
        named_by = noun_behind(at[-1])
        owner = named_by or owner_of(outer, at)
        if owner is None or is_of_words(owner, at[0]):
            continue
        if named_by is None and is_counted_from(at[0]):
            continue
        happening = happening_dated(owner, told)
        is_before_noun = named_by is not None or (
            owner.i > outer.i and outer.head == owner and owner.pos_ in {"NOUN", "PROPN"}
        )
        counted = counted_of(
            sentence,
            Kind.DATE,
            at[0].i - sentence.start,
            at[-1].i + 1 - sentence.start,
            None,
            bound=Bound.EXACT if is_before_noun else limit_before(at[0], owner),
            norm=placed(dated.norm, at, owner, article, is_told=happening is not None),
            type=ValueType.DATE,
            anchor=outer,
            of=(*(w for w in parties_of(owner) if w != named(owner)), named(owner)),
        )
        yield counted, Framed(measure_of(owner, happening), owner, True), happening


def tokens_of(sentence: DocSpan, dated: Dated) -> list[Token]:
    """The tokens of a date, with the part of the day behind it ("Thursday night")."""
    at = [t for t in sentence if dated.start <= t.idx - sentence.start_char < dated.end and not t.is_space]
    if at and at[-1].idx + len(at[-1]) > sentence.start_char + dated.end + 1:
        # glued to markup: 'date="May 4, 2016">Ann'
        return []
    behind = at[-1].i + 1 if at else sentence.end
    if behind < sentence.end and sentence.doc[behind].lower_ in PARTS:
        at.append(sentence.doc[behind])
    return at


def dates_in(article: ArticleDoc, sentence: DocSpan) -> Iterator[Dated]:
    """The dates of a sentence without the words that lead up to them, years before nouns and decades too."""
    text = sentence.text
    found = find_dates(text, article.published)
    for dated in found:
        lead = LEADING.match(text, dated.start, dated.end)
        start = lead.end() if lead and lead.end() < dated.end else dated.start
        yield Dated(start, dated.end, dated.norm, dated.is_calendar)
    for at, token in enumerate(sentence):
        if token.lower_ not in MONTHS and not token.text.startswith(("19", "20")):
            continue
        start = token.idx - sentence.start_char
        if any(d.start <= start < d.end for d in found):
            continue
        if DECADE.fullmatch(token.lower_) or (
            YEAR.fullmatch(token.text) and (names_by_year(sentence, at) or ends_period(sentence, at))
        ):
            yield Dated(start, start + len(token), token.lower_, True)
        elif token.lower_ in MONTHS and token.is_title and names_by_month(sentence, at):
            norm = next((d.norm for d in find_dates(f"in {token.text}", article.published)), None)
            yield Dated(start, start + len(token), norm, True)


def names_by_year(sentence: DocSpan, at: int) -> bool:
    """True for the year of "the 2008 crisis", "a 2015 study"."""
    noun = noun_after(sentence, at + 1)
    return noun is not None and lemma_of(noun) in DATED_BY_YEAR


def names_by_month(sentence: DocSpan, at: int) -> bool:
    """True for the month of "a February interview", "its March launch"; "March launches" come every year."""
    noun = sentence[at + 1] if at + 1 < len(sentence) else None
    return noun is not None and noun.tag_ == "NN" and lemma_of(noun) in DATED_BY_YEAR | WORDS_OF


def ends_period(sentence: DocSpan, at: int) -> bool:
    """True for the second year of "between 2005 and 2008", "from 2009 to 2013"."""
    return (
        at > 1
        and sentence[at - 1].lower_ in {"and", "to", "-", "–"}
        and bool(YEAR.fullmatch(sentence[at - 2].text))
    )


def is_unclear(article: ArticleDoc, at: list[Token]) -> bool:
    """True for a date that cannot be told for sure: of a moving day in quoted words, of a tweet, of "in the last year"."""
    first, last = at[0], at[-1]
    text = first.doc[first.i : last.i + 1].text
    before = first.nbor(-1).lower_ if first.i > first.sent.start else ""
    if UNCLEAR.search(text) or (before == "the" and first.lower_ in {"last", "next"}):
        return True
    if (
        first.lower_ in TODAY
        and first.is_title
        and first.i > first.sent.start
        and first.nbor(-1).text[:1].isupper()
    ):
        # a newspaper's name
        return True
    if before in {")", "—"} and last.i + 1 >= last.sent.end:
        return True
    if first.lower_ == "this" and first.sent.text.rstrip().endswith("?"):
        return True
    is_moving = first.lower_ in TODAY or first.lower_ == "this"
    return is_moving and article.attribution_at(first.idx, last.idx + len(last)) is not None


def measure_of(owner: Token, happening: Happening | None) -> str:
    """ "date" of a happening; else "date: sign", "date: law", since an article gives many dates."""
    if happening is not None:
        return "date"
    # A lemmatizer's slip ("conven") must not reach a teacher's eye.
    return f"date: {owner.lower_ if owner.pos_ in {'VERB', 'ADJ'} else named(owner)}"


def happening_dated(owner: Token, told: dict[int, Happening]) -> Happening | None:
    """The happening whose date it is: the word itself, or the subject of "took place", the object of "carried out"."""
    if owner.i in told:
        return told[owner.i]
    lemma = owner.lemma_.lower()
    wanted = {"nsubj"} if lemma in HAPPEN else {"obj", "nsubj:pass"} if lemma in LIGHT else set()
    return next((told[c.i] for c in owner.children if c.dep_ in wanted and c.i in told), None)


def limit_before(first: Token, owner: Token) -> Bound:
    """The bound that the word before a date sets ("by 2019"); what did "not begin until 2019" began then or later."""
    token = first
    while token.i > token.sent.start and token.nbor(-1).lower_ in NEARBY:
        token = token.nbor(-1)
    before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
    if before == "and" and is_end_of_stretch(first):
        return Bound.AT_MOST
    if before in {"until", "till"} and is_negated(owner):
        return Bound.AT_LEAST
    return LIMITS.get(before, Bound.EXACT)


def is_end_of_stretch(first: Token) -> bool:
    """True for the second date of "between May 2016 and July 2017"."""
    near = first.doc[max(first.sent.start, first.i - REACH) : first.i - 1]
    return any(t.lower_ == "between" and (t.nbor(1).ent_type_ == "DATE" or t.nbor(1).is_digit) for t in near)

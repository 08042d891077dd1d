"""The names of an article, put right: one name, one kind, wherever the article writes it.

The recognizer looks at a sentence at a time, so that one article has a politician as a person here and a place there, a
title swallowed into a name, a headline in capitals as the name of a body. What a careful reader knows from the
whole article decides instead: a full name decides for its surname, titles and verbs of saying make a person, "in"
and a gazetteer make a place, and a word that the article also writes small is no name. Dates, figures and
nationalities stay as they were found. Works on the parse; changes `doc.ents` and nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from quizzes.nlp.lexicons.names import (
    HONORIFICS,
    OF_BODIES,
    OF_PLACES,
    PARTICLES,
    PARTIES,
    TITLES,
    first_names,
    place_names,
)
from quizzes.nlp.types import Passage, Role

STOPS = frozenset(".!?")
KINDS = ("PERSON", "ORG", "LOC")
"""What is put right, in the order that settles a tie."""

HEADINGS = frozenset({Role.HEADLINE, Role.LINK})
UNHEADED = frozenset({Role.BYLINE, Role.DATELINE})
MOSTLY, LONG_WORD, FEWEST_WORDS, MOST_TOKENS = 0.7, 4, 4, 16
"""A line in which seven in ten longer words have a capital is written in title case."""

IN_PLACES = frozenset({"in", "at", "near", "outside", "across", "inside", "around"})
AFTER_A_PERSON = frozenset({"who", "whom", "whose"})

# How much a sign weighs beside one finding of the recognizer.
TITLE, FIRST_NAME, STANDS_IN, GAZETTEER = 4, 2, 2, 2
SURE = 3
"""Votes by which a full name is a person's although its first name is unknown."""
LONGEST_PERSON = 4


@dataclass(frozen=True)
class Name:
    """A stretch of tokens taken for a name, `end` exclusive."""

    start: int
    end: int
    kind: str


def settle_names(doc: Doc, passages: Iterable[Passage]) -> None:
    """Set `doc.ents` anew: the names of persons, bodies and places settled over the whole article."""
    if not len(doc):
        return
    shouted = {t.i for p in passages for t in title_cased(doc, p)}
    small = {t.text for t in doc if t.text.islower()}
    others = [e for e in doc.ents if e.label_ not in KINDS]
    found = [n for e in doc.ents if e.label_ in KINDS for n in cut(doc, e)]
    calm = [
        n for n in found if not shouted & set(range(n.start, n.end)) and not is_common_word(doc, n, small)
    ]
    kinds = kinds_of_names(doc, calm)
    settled = [Name(n.start, n.end, kinds[words_in(doc, n)]) for n in calm]
    taken = {i for n in settled for i in range(n.start, n.end)} | {
        i for e in others for i in range(e.start, e.end)
    }
    settled += missed(doc, kinds, taken, shouted)
    taken |= {i for n in settled for i in range(n.start, n.end)}
    settled += [
        n
        for n in found
        if stands_in_heading(doc, n, shouted, small) and not taken & set(range(n.start, n.end))
    ]
    doc.ents = [*others, *(DocSpan(doc, n.start, n.end, label=n.kind) for n in settled)]


def title_cased(doc: Doc, passage: Passage) -> list[Token]:
    """The tokens of a heading in title case, wherever it stands; none of a sentence, a list or a byline."""
    span = doc.char_span(passage.start, passage.end, alignment_mode="contract")
    if span is None or passage.role in UNHEADED or span[-1].text in STOPS:
        return []
    long = [t for t in span if t.is_alpha and len(t) >= LONG_WORD]
    is_heading = passage.role in HEADINGS or (
        len(long) >= FEWEST_WORDS and len(span) <= MOST_TOKENS and not any(t.text in {",", ";"} for t in span)
    )
    return list(span) if is_heading and sum(t.text[0].isupper() for t in long) >= MOSTLY * len(long) else []


# --- What is the name -------------------------------------------------------------------------


def cut(doc: Doc, ent: DocSpan) -> Iterator[Name]:
    """The names in what the recognizer took for one: without small words at its ends, its titles apart."""
    tokens = [t for t in ent if not t.is_space]
    while tokens and not opens_name(tokens[0]):
        tokens.pop(0)
    while tokens and not closes_name(tokens[-1]):
        tokens.pop()
    if not tokens:
        return
    start, end = tokens[0].i, tokens[-1].i + 1
    is_rest_of_phrase = end - start == 1 < len(ent) and (tokens[0].is_sent_start or tokens[0].like_num)
    is_title = tokens[-1].lower_ in TITLES and not any(t.lower_ == "of" for t in tokens)
    if is_rest_of_phrase or is_title:
        return
    split = person_after_title(doc, start, end)
    if split is None:
        yield Name(start, end, ent.label_)
        return
    yield Name(split, end, "PERSON")
    body = leading_body(doc, start, split)
    if body is not None:
        yield body


def opens_name(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit() or token.lower_ in PARTICLES


def closes_name(token: Token) -> bool:
    is_tail = token.i > 0 and token.nbor(-1).text in {"-", "’", "'"} and not token.nbor(-1).whitespace_
    return token.text[0].isupper() or token.text[0].isdigit() or is_tail


def person_after_title(doc: Doc, start: int, end: int) -> int | None:
    """Where the person's name begins behind a title that was taken into it ("Attorney General Ann Roe"), or None."""
    titles = [i for i in range(start, end - 1) if doc[i].lower_ in TITLES]
    if not titles:
        return None
    first = titles[-1] + 1
    name = doc[first:end]
    is_person = (
        len(name) <= LONGEST_PERSON
        and all(t.text[0].isupper() or t.lower_ in PARTICLES or t.is_punct for t in name)
        and name[0].text[0].isupper()
        and not any(t.lower_ in OF_BODIES | OF_PLACES | TITLES for t in name)
    )
    return first if is_person else None


def leading_body(doc: Doc, start: int, end: int) -> Name | None:
    """The body before a title: "White House" of "White House Counsel Ann Roe"; None where it is not a capitalised run
    of two words or more (one word is as often a part of the title)."""
    stop = start
    while stop < end and doc[stop].lower_ not in TITLES and doc[stop].text[0].isupper():
        stop += 1
    return Name(start, stop, "ORG") if stop - start >= 2 and doc[stop - 1].lower_ in OF_BODIES else None


def is_common_word(doc: Doc, name: Name, small: set[str]) -> bool:
    """True for one word that is large only because a sentence begins with it ("Snow fell")."""
    if name.end - name.start != 1:
        return False
    token = doc[name.start]
    is_known = token.text in first_names() or token.text in place_names()
    return opens_sentence(token) and token.lower_ in small and not is_known


def opens_sentence(token: Token) -> bool:
    return token.is_sent_start or token.i == 0 or token.nbor(-1).is_quote or token.nbor(-1).is_space


# --- What kind of name ------------------------------------------------------------------------


def words_in(doc: Doc, name: Name) -> tuple[str, ...]:
    return tuple(t.text for t in doc[name.start : name.end])


def kinds_of_names(doc: Doc, names: list[Name]) -> dict[tuple[str, ...], str]:
    """The kind of each name, by everything that the article shows of it."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for name in names:
        votes[words_in(doc, name)].update(signs(doc, name))
    kinds = {words: winner(vote + known_place(words)) for words, vote in votes.items()}
    people = {words for words, kind in kinds.items() if kind == "PERSON" and is_full_name(words)}
    for words in kinds:
        if (
            len(words) == 1
            and belongs_to_person(words[0], people)
            and not is_mostly_place(votes[words], words)
        ):
            kinds[words] = "PERSON"
    return kinds


def known_place(words: tuple[str, ...]) -> Counter[str]:
    """What a gazetteer says; nothing of names that children are given too ("Georgia")."""
    is_known = " ".join(words) in place_names() and words[0] not in first_names()
    return Counter({"LOC": GAZETTEER}) if is_known else Counter()


def is_full_name(words: tuple[str, ...]) -> bool:
    """True for two to four words with capitals, none of them a word of bodies and places or a nationality."""
    lowered = {w.lower() for w in words}
    return (
        1 < len(words) <= LONGEST_PERSON
        and words[-1].isalpha()
        and not lowered & (OF_BODIES | OF_PLACES | PARTIES)
    )


def signs(doc: Doc, name: Name) -> Counter[str]:
    """What speaks for each kind where the name stands here."""
    found = Counter({name.kind: 1})
    span = doc[name.start : name.end]
    texts = [t.text for t in span]
    lowered = {t.lower_ for t in span}
    is_body_or_place = bool(lowered & (OF_BODIES | OF_PLACES | PARTIES))
    if name.start and doc[name.start - 1].lower_ in HONORIFICS:
        found["PERSON"] += TITLE
    elif name.start and doc[name.start - 1].lower_ in TITLES and not is_body_or_place:
        found["PERSON"] += FIRST_NAME
    if 1 < len(texts) <= LONGEST_PERSON and texts[0] in first_names() and not is_body_or_place:
        found["PERSON"] += FIRST_NAME if texts[0] not in place_names() else 0
    if follows_who(doc, name) and not is_body_or_place:
        found["PERSON"] += FIRST_NAME
    if is_in(span) and name.kind != "PERSON":
        found["LOC"] += STANDS_IN if name.kind == "LOC" else 0
    return found


def follows_who(doc: Doc, name: Name) -> bool:
    """True for "Ann Roe, who" and "Ann Roe, 45,"."""
    after = [t for t in doc[name.end : name.end + 3] if not t.is_space]
    if len(after) < 2 or after[0].text != ",":
        return bool(after) and after[0].lower_ in AFTER_A_PERSON
    is_age = len(after) == 3 and after[1].is_digit and len(after[1]) == 2 and after[2].text in {",", "."}
    return after[1].lower_ in AFTER_A_PERSON or is_age


def is_in(span: DocSpan) -> bool:
    return any(c.dep_ == "case" and c.lower_ in IN_PLACES for c in span.root.children)


def winner(votes: Counter[str]) -> str:
    return max(KINDS, key=lambda kind: (votes[kind], -KINDS.index(kind)))


def belongs_to_person(word: str, people: set[tuple[str, ...]]) -> bool:
    """True for a surname, or a first name that one person alone has."""
    if any(words[-1] == word for words in people):
        return True
    return word in first_names() and sum(words[0] == word for words in people) == 1


def is_mostly_place(votes: Counter[str], words: tuple[str, ...]) -> bool:
    """True for a place whose name a person bears too ("Washington"), as the article uses it."""
    return words[0] in place_names() and votes["LOC"] > votes["PERSON"]


# --- Where else it stands ---------------------------------------------------------------------


def missed(doc: Doc, kinds: dict[tuple[str, ...], str], taken: set[int], shouted: set[int]) -> list[Name]:
    """The other places where the article writes a settled name; never a part of a longer run of proper nouns, but for
    headings in title case, where capitals say nothing."""
    by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for words in kinds:
        by_first[words[0]].append(words)
    for longer_first in by_first.values():
        longer_first.sort(key=len, reverse=True)
    found: list[Name] = []
    at = 0
    while at < len(doc):
        match = next((w for w in by_first.get(doc[at].text, ()) if fits(doc, at, w, taken, shouted)), None)
        if match is None:
            at += 1
            continue
        found.append(Name(at, at + len(match), kinds[match]))
        at += len(match)
    return found


def fits(doc: Doc, at: int, words: tuple[str, ...], taken: set[int], shouted: set[int]) -> bool:
    end = at + len(words)
    if end > len(doc) or any(doc[at + n].text != word or at + n in taken for n, word in enumerate(words)):
        return False
    if len(words) == 1 and not (doc[at].text[0].isupper() and doc[at].pos_ == "PROPN"):
        return False
    return not (goes_on(doc, at - 1, taken | shouted) or goes_on(doc, end, taken | shouted))


def goes_on(doc: Doc, i: int, taken: set[int]) -> bool:
    """True where a neighbour is a proper noun too and no title: the run is another, longer name."""
    if not 0 <= i < len(doc) or i in taken:
        return False
    token = doc[i]
    return token.pos_ == "PROPN" and token.text[0].isupper() and token.lower_ not in TITLES


def stands_in_heading(doc: Doc, name: Name, shouted: set[int], small: set[str]) -> bool:
    """True for a name that only a title-cased heading has, where its words can be no ordinary ones."""
    tokens = doc[name.start : name.end]
    if not all(t.i in shouted for t in tokens) or any(t.lower_ in small for t in tokens):
        return False
    texts = [t.text for t in tokens]
    is_acronym = len(texts) == 1 and texts[0].isupper() and len(texts[0]) > 1
    return (
        is_acronym
        or " ".join(texts) in place_names()
        or (name.kind == "PERSON" and 1 < len(texts) <= LONGEST_PERSON and texts[0] in first_names())
    )

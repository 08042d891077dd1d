"""Titles: what a source is called beside its name ("press secretary") and whom it speaks for ("Harbour Office"), as written.

By position around the name: before it ("Harbour Office press secretary Ann Lee"), in the apposition behind or before it
("Ann Lee, a professor of law at Penwick University"), or behind a preposition ("Ann Lee of the Coast Trust").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from quizzes.nlp.lexicons.names import TITLE_WORDS
from quizzes.nlp.lexicons.people import PEOPLE
from quizzes.nlp.lexicons.speech import ROLES, UNNAMED
from quizzes.nlp.saying.roster import Roster

# Forms of address say nothing of what somebody is.
ADDRESS = frozenset("mr mrs ms miss sir dame lord lady".split())
NO_POSTS = ADDRESS | frozenset(
    """other body person people man woman child boy girl baby son daughter brother sister father mother parent wife husband
    cousin uncle aunt nephew niece sibling family relative couple human individual adult friend neighbour neighbor colleague critic supporter opponent
    rival victim survivor suspect defendant fan member group organisation organization report rumour rumor agency medium
    media outlet septuagenarian voter person former anti pro local""".split()
)
# What somebody is called in office or trade, not by kin, age or side.
POSTS = (
    ROLES
    | PEOPLE
    | UNNAMED
    | TITLE_WORDS
    | frozenset("pollster columnist host moderator counsel correspondent".split())
) - NO_POSTS
BEFORE_NAME = frozenset({"NN", "NNP", "NNPS", "JJ", "VBN", "HYPH", "POS", "AFX"})
BEHIND_POST = frozenset("of for at with from in to on".split())
SMALL_WORDS = frozenset("of for and the & on de la".split())
MOST_TITLE_TOKENS = 14

Titled = tuple[str | None, str | None]
"""Title and affiliation, each None where the text gives none."""


@dataclass
class TitleIndex:
    """Title and affiliation of every person whom an article names, whichever mention gives them."""

    doc: Doc
    roster: Roster

    def of(self, name: str) -> Titled:
        """Title and affiliation of the bearer of a full name."""
        return self.by_name.get(name.casefold(), (None, None))

    @cached_property
    def by_name(self) -> dict[str, Titled]:
        best: dict[str, Titled] = {}
        for ent in self.doc.ents:
            if ent.label_ != "PERSON":
                continue
            name = self.roster.full_name(ent[-1]).casefold()
            for found in around(ent):
                known = best.get(name, (None, None))
                if sum(map(bool, found)) > sum(map(bool, known)) and (found[0] or not known[0]):
                    best[name] = found
        return best


def around(name: Span) -> Iterator[Titled]:
    """What the words before and behind a person's name call him."""
    first = name.start
    while first < name.end - 1 and is_post(name.doc[first]):
        first += 1
    yield before(name.doc, first)
    yield behind(name.doc, name.end)


def before(doc: Doc, name: int) -> Titled:
    """From the noun phrase that runs into the name, or the apposition before its comma ("the Trust's head, Ann Lee")."""
    if name > 1 and doc[name - 1].text == "," and is_post(doc[name - 2]):
        return split(phrase_before(doc, name - 1))
    return split(phrase_before(doc, name))


def phrase_before(doc: Doc, end: int) -> list[Token]:
    start, sentence = end, doc[end - 1].sent.start if end else 0
    while start > sentence and end - start < MOST_TITLE_TOKENS and runs_on(doc[start - 1], start == end):
        start -= 1
    return [t for t in doc[start:end] if not t.is_space]


def runs_on(token: Token, is_last: bool) -> bool:
    """True for what can stand in the noun phrase before a name; "of" only amid it ("Secretary of State")."""
    if token.ent_type_ in {"DATE", "TIME", "PERSON"} and token.tag_ != "POS":
        return False
    if token.lower_ == "of":
        return not is_last and token.i > 0 and is_post(token.nbor(-1))
    return token.tag_ in BEFORE_NAME or token.text in {"-", "/"}


def behind(doc: Doc, end: int) -> Titled:
    """From what follows a name: an apposition, or the body that it is of."""
    if end >= len(doc):
        return None, None
    sentence = doc[end - 1].sent.end
    if doc[end].lower_ in {"of", "from", "with"} and (body := body_at(doc, end + 1, sentence)):
        return None, body
    if doc[end].text != ",":
        return None, None
    start = end + 1
    if start + 1 < sentence and doc[start].text.isdigit() and doc[start + 1].text == ",":
        start += 2
    words = [t for t in apposition(doc, start, sentence) if not t.is_space]
    return split(words) if words else (None, None)


def apposition(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The tokens of an apposition, up to its comma, a verb or a relative pronoun."""
    for token in doc[start : min(end, start + MOST_TITLE_TOKENS)]:
        is_stop = token.is_punct and token.text not in {"-", "&", "/", "’", "'"} and token.tag_ != "POS"
        if is_stop or token.tag_ in {"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB", "PRP", "CD"}:
            return
        yield token


def split(words: list[Token]) -> Titled:
    """The title and affiliation in a noun phrase with or without article, whose head is somebody's post."""
    while words and words[0].tag_ in {"DT", "PRP$", "RB", "IN", "CC"}:
        words = words[1:]
    at = head_of(words)
    if at is None:
        return None, None
    possessive = next((n for n, t in enumerate(words[:at]) if t.tag_ == "POS"), None)
    if possessive is not None:
        title, _ = with_complements(words[possessive + 1 : at + 1], words[at + 1 :])
        return title, text_of(words[:possessive])
    lead = leading_body(words[: at + 1])
    title, body = with_complements(words[lead : at + 1], words[at + 1 :])
    return title, (text_of(words[:lead]) if lead else body)


def head_of(words: list[Token]) -> int | None:
    """The place of the last post in the nouns that open a phrase ("deputy press | secretary | of …")."""
    found = None
    for place, token in enumerate(words):
        if token.tag_ not in BEFORE_NAME | {"NNS"} and token.lower_ != "of":
            break
        if token.lower_ == "of" and found is not None and not is_state(words, place):
            break
        found = place if is_post(token) else found
    return found


def is_state(words: list[Token], of: int) -> bool:
    """True for the "of" of "Secretary of State John Roe": capitals go on behind it."""
    return (
        of + 1 < len(words)
        and words[of + 1].tag_ == "NNP"
        and words[of + 1].ent_type_ != "ORG"
        and words[of - 1].tag_ == "NNP"
        and is_post(words[-1])
    )


def leading_body(words: list[Token]) -> int:
    """How many words at the front name a body or place ("Harbour Office", "Foreign Ministry"), not the post."""
    count = 0
    while count < len(words) - 1 and words[count].ent_type_ in {"ORG", "LOC"} and not is_post(words[count]):
        count += 1
    return (
        count if count and words[0].tag_ in {"NNP", "NNPS", "JJ", "NN"} and words[0].text[0].isupper() else 0
    )


def with_complements(title: list[Token], rest: list[Token]) -> Titled:
    """The title with what belongs to it ("of economics"), and the body behind a preposition ("at Penwick University")."""
    rest = rest[: next((n for n, t in enumerate(rest) if t.lower_ in {"and", "or"} and n > 3), len(rest))]
    while rest and rest[0].lower_ in BEHIND_POST:
        doc, at = rest[0].doc, rest[0].i + 1
        body = body_at(doc, at, rest[-1].i + 1)
        if body is not None:
            return text_of(title), (None if rest[0].lower_ in {"in", "from"} and is_place(doc, at) else body)
        next_preposition = next((n for n, t in enumerate(rest[1:], 1) if t.lower_ in BEHIND_POST), len(rest))
        if rest[0].lower_ not in {"of", "for", "to"}:
            break
        title, rest = title + rest[:next_preposition], rest[next_preposition:]
    return text_of(title), None


def body_at(doc: Doc, start: int, end: int) -> str | None:
    """The name of a body that begins at a token, without its article, or None where no capital stands."""
    if start < end and doc[start].lower_ in {"the", "a", "an"}:
        start += 1
    at = start
    while at < end and (is_capital(doc[at]) or joins(doc, at, end)):
        at += 1
    words = list(doc[start:at])
    is_name = bool(words) and not any(
        t.ent_type_ in {"PERSON", "DATE", "TIME"} or t.lower_.strip(".") in ADDRESS for t in words
    )
    return text_of(words) if is_name else None


def joins(doc: Doc, at: int, end: int) -> bool:
    """True for a small word or hyphen between two capitals of one name ("Center for Coast Research")."""
    is_small = doc[at].lower_ in SMALL_WORDS or doc[at].text in {"-", "’s", "'s", "&"}
    ahead = doc[at + 1 : min(at + 3, end)]
    return (
        is_small
        and any(is_capital(t) for t in ahead)
        and all(is_capital(t) or t.lower_ in SMALL_WORDS for t in ahead[:1])
    )


def is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.tag_ in {"NNP", "NNPS", "NN", "NNS", "JJ"}


def is_place(doc: Doc, at: int) -> bool:
    return doc[at].ent_type_ == "LOC"


def is_post(token: Token) -> bool:
    """True for a word for what somebody is ("secretary", "Gov.")."""
    word = token.lower_.strip(".")
    is_word = word in POSTS or (token.lemma_.casefold() in POSTS and word not in NO_POSTS)
    return is_word and token.ent_type_ != "NORP"


def text_of(words: list[Token]) -> str | None:
    if not words:
        return None
    text = " ".join(words[0].doc[words[0].i : words[-1].i + 1].text.split())
    return text.strip(" ,-") or None

"""The names in a sentence, each with whose it is; also a name behind its title that the recognizer has missed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.document import names_in
from quizzes.nlp.lexicons.names import TITLE_WORDS, TITLES, first_names
from quizzes.nlp.saying.roster import Roster
from quizzes.nlp.types import SourceKind

LONGEST_INITIAL = 2
"""Characters of "D." between a first name and a surname."""


@dataclass(frozen=True)
class Bearer:
    """A name as it stands, the entity around it (which may hold a title too), and the fullest name of whose it is."""

    name: DocSpan
    entity: DocSpan
    full: str
    kind: SourceKind


def bearers(sentence: DocSpan, roster: Roster) -> Iterator[Bearer]:
    """The named persons and bodies of a sentence: those of the roster, then those that only their title shows."""
    named = {n.start: n for n in roster.names}
    known: set[int] = set()
    for ent in names_in(sentence):
        # The name may begin behind the title ("Justice Ann Roe").
        found = next((named[token.idx] for token in ent if token.idx in named), None)
        if found is None or "\n" in ent.text:
            continue
        # The recognizer may take a title into the name.
        name = ent[max(len(ent) - len(found.name.split()), 0) :]
        known |= set(range(name.start, name.end)) if len(name) > 1 else set()
        yield Bearer(name, ent, roster.fullest(found), found.kind)
    for token in sentence:
        if token.i not in known and (missed := titled(token, sentence)) is not None:
            surname = missed[-1].text.casefold()
            yield Bearer(missed, missed, roster.people.get(surname, missed.text), SourceKind.PERSON)


def titled(first: Token, sentence: DocSpan) -> DocSpan | None:
    """The name that begins at a first name right behind a title ("Majority Leader Ann Roe"), or None."""
    before = title_before(first, sentence)
    if before is None or not before.text[0].isupper() or before.lower_.strip(".") not in TITLES | TITLE_WORDS:
        return None
    if first.text not in first_names():
        return None
    last = first.i + 1
    if last < sentence.end and is_initial(first.doc[last]):
        last += 1
    if last < sentence.end and first.doc[last].text == ".":
        last += 1
    if last >= sentence.end or not first.doc[last].text[:1].isupper() or not first.doc[last].is_alpha:
        return None
    return first.doc[first.i : last + 1]


def title_before(token: Token, sentence: DocSpan) -> Token | None:
    """The word right before a token, over the point of an abbreviation ("Rep.")."""
    at = token.i - 1
    if at > sentence.start and token.doc[at].text == ".":
        at -= 1
    return token.doc[at] if at >= sentence.start else None


def is_initial(token: Token) -> bool:
    return token.text[0].isupper() and len(token.text.rstrip(".")) == 1 and len(token.text) <= LONGEST_INITIAL

"""Phrases that point back at a person named before: "the four-term senator", "the singer"; and a headline's "woman"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from quizzes.nlp.framing.descriptions import Description, is_person_noun
from quizzes.nlp.framing.noun_phrases import (
    Sentence,
    determiner,
    is_before_noun,
    is_plural,
    tail_of,
    words_before,
)
from quizzes.nlp.saying.names import name_words
from quizzes.nlp.saying.roster import Roster
from quizzes.nlp.types import Role, SourceKind

CENTRAL, OFTEN = 0.3, 2
"""Share of an article's names of persons, and how many at least, that make somebody its central person."""
OPENING = 2
"""Sentences below the headline in which the person of its "woman" is named."""

OTHERS = frozenset(
    """president spokesman spokeswoman spokesperson lawyer attorney judge reporter journalist host anchor prosecutor
    official officer source interviewer moderator voter writer author suspect victim witness king queen pope man
    clerk sheriff coroner doctor nurse paramedic firefighter engineer priest pastor rabbi imam teacher neighbor neighbour
    researcher scientist analyst expert historian economist pollster moderator employee worker guard cashier translator
    porter cook waiter waitress maid manager owner tenant landlord caller passenger customer student pilot conductor
    person individual patient reader viewer minister secretary aide inspector general pundit resident driver player coach""".split()
)
"""Nouns that most often stand for somebody beside the article's central person."""


ANYBODY = frozenset(
    "woman man girl boy teen teenager mother father resident native student worker person".split()
)
"""Nouns by which a headline may call anybody whom the text names by an office."""


@dataclass(frozen=True)
class Naming:
    """A name in a sentence: the surname by which mentions are one person's."""

    sentence: int
    offset: int
    surname: str
    name: str
    is_subject: bool = False


def references(
    sentences: Sequence[Sentence], roster: Roster, described: Sequence[Description]
) -> Iterator[tuple[Sentence, Description]]:
    """The phrases that call a person without the name, each with whom it calls."""
    namings = list(names_in(sentences, roster))
    central = central_person(namings)
    bearers = heads_of(described)
    for sentence in sentences:
        for noun in sentence.span:
            if tokens := introducing(noun, sentence):
                name = opened_by(central, namings, sentence)
                name = name if fits(noun, name, bearers) else None
            elif sentence.role is not Role.HEADLINE and (tokens := definite(noun)):
                name = antecedent(noun, sentence, namings, central, bearers)
            elif sentence.role is not Role.HEADLINE and (tokens := said_of_pronoun(noun)):
                name = only_person(noun, sentence, namings)
            else:
                continue
            if name is not None:
                yield sentence, Description(tuple(tokens), name, SourceKind.PERSON)


def fits(noun: Token, name: str | None, bearers: dict[str, set[str]]) -> bool:
    """False for a headline's "manager" where the article calls the person by other nouns alone ("fire chief")."""
    lemma = noun.lemma_.lower()
    known = {n for n, names in bearers.items() if name in names}
    return not known or lemma in ANYBODY or bool(alike(lemma) & known)


def names_in(sentences: Sequence[Sentence], roster: Roster) -> Iterator[Naming]:
    numbers = [
        (s.span.start_char, s.span.end_char, s.number) for s in sentences if s.role is not Role.HEADLINE
    ]
    for named in roster.names:
        if named.kind is not SourceKind.PERSON or not (words := name_words(named.name)):
            continue
        number = next((n for start, end, n in numbers if start <= named.start < end), None)
        if number is not None:
            yield Naming(number, named.start, words[-1].casefold(), roster.fullest(named), named.is_subject)


def central_person(namings: list[Naming]) -> str | None:
    """The name of the person whom the article names most, where it names nobody else nearly as often."""
    counts = Counter(n.surname for n in namings)
    if not counts:
        return None
    surname, times = counts.most_common(1)[0]
    if times < OFTEN or times < CENTRAL * counts.total():
        return None
    return max((n.name for n in namings if n.surname == surname), key=len)


def heads_of(described: Sequence[Description]) -> dict[str, set[str]]:
    """Noun → the names of the persons whom the article describes by it."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for description in described:
        if description.kind is SourceKind.PERSON:
            bearers[head_of(description)].add(description.name)
    return bearers


def head_of(description: Description) -> str:
    """The noun that says what the person is: the last before a preposition or a clause."""
    head = ""
    for token in description.tokens:
        if head and (token.pos_ in {"ADP", "PRON"} or token.text == ","):
            break
        if is_person_noun(token):
            head = token.lemma_.lower()
    return head


def definite(noun: Token) -> list[Token]:
    """The words of "the four-term senator", [] for other phrases, and where a name or more about whom is meant follows."""
    if noun.pos_ != "NOUN" or is_plural(noun) or is_before_noun(noun) or not is_person_noun(noun):
        return []
    if determiner(noun) != "the" or noun.ent_type_:
        return []
    following = noun.nbor(1) if noun.i + 1 < noun.sent.end else None
    if following is not None and (
        following.text[:1].isupper()
        or following.lower_ in {"who", "that", "whose", "for", "in", "from", "at"}
    ):
        return []
    before = words_before(noun)
    the = noun.doc[before[0].i - 1] if before else noun.nbor(-1)
    # ", the party leader," says who the name before it is.
    if the.i > noun.sent.start and the.nbor(-1).text == "," and following is not None and following.is_punct:
        return []
    return [the, *before, noun, *tail_of(noun)] if the.lower_ == "the" else [*before, noun, *tail_of(noun)]


def antecedent(
    noun: Token, sentence: Sentence, namings: list[Naming], central: str | None, bearers: dict[str, set[str]]
) -> str | None:
    """The person whom "the senator" is for: the only one described by such a noun, or of several the only one named just
    before; else the central person, where the sentence before names him and nobody else, or whom the sentence before was
    about; None where that is not sure."""
    known = frozenset().union(*(bearers.get(word, set()) for word in alike(noun.lemma_.lower())))
    if len(known) == 1:
        name = next(iter(known))
        return name if any(n.name == name for n in named_within(NEAR, noun, sentence, namings)) else None
    before = named_within(1, noun, sentence, namings)
    if known:
        recent = {n.name for n in before} & known
        return next(iter(recent)) if len(recent) == 1 else None
    if noun.lemma_.lower() in OTHERS:
        return None
    subject = last_subject(sentence, namings) if opens_sentence(noun) else None
    if central is None or not any(is_of(central, n) for n in before):
        return subject
    if opens_sentence(noun):
        return central if subject in {central, None} else None
    is_alone = all(is_of(central, n) for n in before)
    return central if is_alone and not has_name_before(noun) else None


def is_of(name: str, naming: Naming) -> bool:
    return naming.surname == name_words(name)[-1].casefold()


def alike(noun: str) -> frozenset[str]:
    """The nouns that may stand for the same office: papers write "Rep. Roe" and then "the congressman"."""
    return next((nouns for nouns in SAME_OFFICE if noun in nouns), frozenset({noun}))


SAME_OFFICE = (
    frozenset("rep representative congressman congresswoman lawmaker".split()),
    frozenset("sen senator lawmaker".split()),
    frozenset("gov governor".split()),
    frozenset("chairman chairwoman chair leader head chief".split()),
    frozenset("lawyer attorney".split()),
    frozenset("ceo chief-executive boss".split()),
    frozenset("spokesman spokeswoman spokesperson".split()),
)


def named_within(most: int, noun: Token, sentence: Sentence, namings: list[Naming]) -> list[Naming]:
    """The names before a noun in its sentence and in so many sentences before it."""
    return [n for n in namings if n.offset < noun.idx and 0 <= sentence.number - n.sentence <= most]


def last_subject(sentence: Sentence, namings: list[Naming]) -> str | None:
    """The one person who is a subject of the sentence before; None where there are more."""
    subjects = {n.name for n in namings if n.sentence == sentence.number - 1 and n.is_subject}
    return next(iter(subjects)) if len(subjects) == 1 else None


def opens_sentence(noun: Token) -> bool:
    """True for the described subject that a sentence begins with ("The four-term senator voted …"): a writer's other name
    for whom the text is about."""
    first = noun.left_edge.i
    opening = [t for t in noun.doc[noun.sent.start : first] if not (t.is_punct or t.is_space)]
    is_first = not opening or [t.lower_ for t in opening] in (["but"], ["and"], ["yet"], ["still"])
    return is_first and noun.dep_.startswith("nsubj") and noun.i - first > 1


def said_of_pronoun(noun: Token) -> list[Token]:
    """The words of "a retired teacher" in "She is a retired teacher", [] for what is doubted or denied."""
    if noun.pos_ != "NOUN" or not is_person_noun(noun) or not any(c.dep_ == "cop" for c in noun.children):
        return []
    subject = next((c for c in noun.children if c.dep_ == "nsubj"), None)
    doubted = any(c.dep_ in {"aux", "advmod", "cc"} and c.lower_ in DOUBTS for c in noun.children)
    if (
        subject is None
        or subject.lower_ not in {"he", "she"}
        or doubted
        or determiner(noun) not in {"a", "an", "the"}
    ):
        return []
    return [*words_before(noun), noun, *tail_of(noun)]


DOUBTS = frozenset("not n't n’t never nor neither may might could would will should".split())


def only_person(noun: Token, sentence: Sentence, namings: list[Naming]) -> str | None:
    """The one person whom this sentence and the one before name, or None."""
    near = {n.surname: n.name for n in named_within(1, noun, sentence, namings)}
    return next(iter(near.values())) if len(near) == 1 else None


NEAR = 8
"""Sentences within which a person is named before a phrase that points back."""


def has_name_before(noun: Token) -> bool:
    """True where the sentence names the person before the phrase in the same clause: "Roe met the singer" is of two."""
    return any(t.ent_type_ == "PERSON" for t in noun.sent if t.i < noun.i and t.head == noun.head)


def introducing(noun: Token, sentence: Sentence) -> list[Token]:
    """The words of a headline's "Springfield woman" and a lead's "a Springfield woman", the subject; [] beside a name."""
    if (
        sentence.number > 1
        or not noun.dep_.startswith(("nsubj", "ROOT"))
        or noun.pos_ not in {"NOUN", "PROPN"}
    ):
        return []
    if not is_person_noun(noun) or is_plural(noun) or is_before_noun(noun):
        return []
    if any(t.ent_type_ == "PERSON" for t in sentence.span):
        return []
    if determiner(noun) not in ({""} if sentence.role is Role.HEADLINE else {"a", "an"}):
        return []
    return [*words_before(noun), noun]


def opened_by(central: str | None, namings: list[Naming], sentence: Sentence) -> str | None:
    """The central person, if the sentences right behind name nobody before."""
    first = next((n for n in namings if sentence.number < n.sentence <= sentence.number + OPENING + 1), None)
    if central is None or first is None:
        return None
    surname = name_words(central)[-1]
    is_named = any(t.text == surname for t in sentence.span)
    return central if name_words(first.name)[-1] == surname and not is_named else None

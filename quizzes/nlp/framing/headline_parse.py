"""The parse of a headline: with the capitals of a sentence, and with a verb that the parser cannot take for a noun.

A headline drops articles and forms of "be" and stands in the present; a parser trained on sentences takes "Steel firm
files suit" for four nouns. So each word that may be the verb is parsed once more as a past tense nobody can mistake
("took", "went"), and of these parses and the plain one the most sentence-like is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from quizzes.nlp.document import ArticleDoc
from quizzes.nlp.framing.headline_states import is_with_noun
from quizzes.nlp.framing.headline_verbs import ABLE, SURE, base, is_same_in_past, past, third_person
from quizzes.nlp.lexicons.headline_words import MOVES
from quizzes.nlp.pipeline import load_pipeline
from quizzes.nlp.types import Role

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LONG_WORD, MOSTLY = 4, 0.7
"""A headline of which seven in ten longer words have a capital is written in title case."""
MOST_TRIES = 6
"""Words that are tried as the verb at most."""

WITH_OBJECT, WITHOUT_OBJECT = "took", "went"
"""Pasts that are no participles."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DEPENDENT = frozenset(
    {"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "conj", "csubj", "parataxis", "aux", "aux:pass", "cop"}
)
PLAIN = 0.5
"""What the plain parse is ahead by: a headline that reads as a sentence is one."""


@dataclass(frozen=True)
class Clause:
    """One clause of a headline: `text` as written, `start` where it begins in the article, its best parse, and the verb
    that the parse rests on (None: it has none)."""

    text: str
    start: int
    doc: Doc
    verb: Token | None
    is_question: bool = False


def parse_headline(article: ArticleDoc) -> tuple[Clause, ...]:
    """The clauses of the headline, parted at colons, semicolons and full stops; () without a headline."""
    passage = next((p for p in article.passages if p.role is Role.HEADLINE), None)
    if passage is None:
        return ()
    written = article.text[passage.start : passage.end]
    cased = sentence_case(article, written)
    return tuple(
        parsed(written[start:end], cased[start:end], passage.start + start)
        for start, end in parts_of(written)
    )


PARTING = re.compile(r"[:;|]\s|(?<=[a-z]{4})[.]\s|[?!]\s|\s[–—-]{1,2}\s|\n")
"""What parts clauses; behind a short word a full stop marks an abbreviation."""
QUESTION = re.compile(
    r"(?:why|who|what|how|when|where|which|is|are|was|were|did|does|do|can|could|will|would|should)\b.*\?$",
    re.I,
)


def parts_of(written: str) -> Iterator[tuple[int, int]]:
    """Where the clauses stand, white space and final marks left out."""
    edges = [
        0,
        *(n for m in PARTING.finditer(written) for n in (m.start() + (m.group()[0] in "?!"), m.end())),
        len(written),
    ]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        words = written[start:end]
        stripped = words.strip().rstrip(".;,")
        if stripped:
            first = start + len(words) - len(words.lstrip())
            yield first, first + len(stripped)


def sentence_case(article: ArticleDoc, headline: str) -> str:
    """The headline with small letters where it writes every word large, names excepted; as long as before."""
    words = [m.group() for m in WORD.finditer(headline) if len(m.group()) >= LONG_WORD]
    if sum(w[0].isupper() for w in words) < MOSTLY * len(words):
        return headline
    told = [t for s in article.told if article.role_at(s.start_char) is not Role.HEADLINE for t in s]
    small = {t.text for t in told}
    names = {t.text for t in told if t.text[:1].isupper() and not t.is_sent_start}

    shouts = headline.isupper()
    title = {n.upper(): n for n in names if n.istitle()}

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        if shouts:
            return title[word] if word in title and word.lower() not in small else word.lower()
        bare = re.sub(r"['’]s?$", "", word)
        is_initial = len(word) == 1 and headline[match.end() : match.end() + 1] == "."
        is_name = (
            is_initial or (word.isupper() and len(word) > 1) or (bare.lower() not in small and bare in names)
        )
        return word if is_name else word.lower()

    return WORD.sub(lowered, headline)


def parsed(written: str, cased: str, start: int) -> Clause:
    """The clause with the best of its parses; a question has no verb, since it says nothing of its subject."""
    nlp = load_pipeline()
    plain = nlp(one_sentence(f"{cased}."))
    tries = [(word.i, text) for word in plain if (text := with_stand_in(word))][:MOST_TRIES]
    tries += [(word.i + 1, text) for word in plain if (text := with_will(word))][:1]
    docs = nlp.pipe((one_sentence(text) for _, text in tries), disable=["ner", "entity_ruler"])
    verb = verb_of(plain)
    best, at = plain, verb.i if verb is not None else None
    least = (faults(plain, verb, plain) - PLAIN * is_clear(verb), at or 0)
    for (n, _), doc in zip(tries, docs, strict=True):
        if len(doc) == len(plain) and (cost := (faults(doc, doc[n], plain), n)) < least:
            best, at, least = doc, n, cost
    doc = best if best is plain else with_words_of(plain, best)
    is_question = QUESTION.match(written) is not None
    return Clause(written, start, doc, None if is_question or at is None else doc[at], is_question)


def is_clear(verb: Token | None) -> bool:
    """True for a verb that is no noun in other headlines ("said", "looms"; not "claims")."""
    if verb is None:
        return False
    seen = third_person(verb.text) or base(verb.text)
    return (
        verb.tag_ in {"VBD", "VBN"}
        or seen is None
        or seen.tenths >= SURE
        or any(c.dep_.startswith(("aux", "cop")) for c in verb.children)
    )


def one_sentence(text: str) -> Doc:
    """An unparsed Doc that the parser may not part."""
    doc = load_pipeline().make_doc(text)
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def with_words_of(plain: Doc, parse: Doc) -> Doc:
    """The parse put on the words as they are, the names found in them kept."""
    doc = Doc(
        plain.vocab,
        words=[t.text for t in plain],
        spaces=[bool(t.whitespace_) for t in plain],
        tags=[t.tag_ for t in parse],
        pos=[t.pos_ for t in parse],
        lemmas=[p.lemma_ if t.text == p.text else t.lower_ for t, p in zip(plain, parse, strict=True)],
        heads=[t.head.i for t in parse],
        deps=[t.dep_ for t in parse],
    )
    names = [Span(doc, e.start, e.end, label=e.label_) for e in plain.ents]
    doc.set_ents(names, default="outside")
    return doc


NO_SUBJECT = frozenset(
    """the a an this that these those his her their its my your our to of in on at for from by with as and or no not
    than into over under amid after before between against without during says said is are was were be been will would
    can could should may might must has have had do does did""".split()
)
"""Words right behind which no verb of the sentence stands, since no subject ends there."""
PLURALS = frozenset(
    "people men women children police dems cops fans crew staff thousands hundreds dozens".split()
)
LEADS_ON = frozenset(
    """in on at for from by with to of as over under amid after before between against without during into through up
    out off down back away ahead about around across near toward towards upon despite until where when while if because
    . , ; : ? !""".split()
)
"""Words and marks before which a verb has no object."""


def with_stand_in(word: Token) -> str | None:
    """The clause with "took" or "went" for a word that may be its verb, None for another word."""
    if word.i == 0 or not word.is_alpha or word.nbor(-1).lower_ in NO_SUBJECT or word.nbor(-1).tag_ == "POS":
        return None
    verb = third_person(word.text)
    if verb is None and word.text.islower() and (is_plural_before(word) or is_same_in_past(word.text)):
        verb = base(word.text)
    if verb is None and word.dep_ == "acl":
        verb = past(word.text)
    if verb is None or verb.tenths < ABLE or word.i + 1 >= len(word.doc):
        return None
    has_object = word.nbor(1).lower_ not in LEADS_ON and verb.takes_object != "i"
    text = word.doc.text
    return f"{text[: word.idx]}{WITH_OBJECT if has_object else WITHOUT_OBJECT}{text[word.idx + len(word) :]}"


def with_will(word: Token) -> str | None:
    """The clause with "will" for the "to" of "Council to close school", None for another word."""
    if word.lower_ != "to" or word.i == 0 or word.i + 2 > len(word.doc) or base(word.nbor(1).lower_) is None:
        return None
    before = word.doc[: word.i]
    is_subject = before[-1].pos_ in {"NOUN", "PROPN"} and not is_with_noun(
        before[-1].nbor(-1) if word.i > 1 else word
    )
    if not is_subject or any(t.lower_ in MOVES or t.pos_ == "VERB" for t in before):
        return None
    text = word.doc.text
    return f"{text[: word.idx]}will{text[word.idx + len(word) :]}"


def is_plural_before(word: Token) -> bool:
    """True where the words before may be a plural subject ("trains", "the mayor and his wife")."""
    before = word.nbor(-1).lower_
    if before in PLURALS or (before.endswith("s") and not before.endswith(("ss", "'s", "’s"))):
        return True
    return any(t.lower_ in {"and", ","} for t in word.doc[max(word.i - 4, 1) : word.i])


def verb_of(doc: Doc) -> Token | None:
    """The verb that a plain parse rests on, or None."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None:
        return None
    if any(c.dep_ == "cop" for c in root.children):
        return root
    known = base(root.lower_)
    is_noun = known is not None and known.tenths < ABLE
    return root if root.tag_.startswith("VB") and root.i and not is_noun else None


def faults(doc: Doc, verb: Token | None, plain: Doc) -> float:
    """How far a parse is from a sentence whose verb is `verb`: 0 where subject, verb and the rest are in place.

    `plain` has the words as they are.
    """
    if verb is None:
        return 4.0
    count = 0.0 if verb.dep_ == "ROOT" else 5.0
    subject = next((c for c in verb.children if c.dep_.startswith(("nsubj", "csubj")) and c.i < verb.i), None)
    first = subject.left_edge.i if subject is not None else 0
    if subject is not None:
        count += 0.0 if first == 0 or doc[first - 1].text == "," else 1.0
        count += 1.0 * any(c.dep_ == "case" and c.i < subject.i for c in subject.children)
    else:
        is_run = all(t.pos_ in {"NOUN", "PROPN", "ADJ", "PART", "NUM"} for t in doc[: verb.i])
        count += 0.5 if is_run else 2.5
    count += sum(weight(t) for t in plain[first : verb.i] if doc[t.i].pos_ in {"NOUN", "PROPN"})
    count += sum(1.0 for t in doc if t != verb and t.tag_ in FINITE and not is_dependent(t))
    count += 1.5 * has_later_verb(plain[verb.i])
    count += 2.0 * any(t.lower_ in SUBORDINATING for t in doc[1 : verb.i] if not has_comma(doc, t.i, verb.i))
    return count + sum(1.0 for t in doc if t.dep_ == "dep")


def weight(token: Token) -> float:
    """What it costs to take a word for a noun of the subject: most where it is hardly ever one ("defends")."""
    verb = third_person(token.text)
    if verb is None or verb.tenths < SURE:
        return 0.0
    return 3.0 if verb.tenths > SURE else 1.0


SUBORDINATING = frozenset("as while when if because after before although though since until".split())
OPENING = (
    frozenset("that who which as while when if because after before and or but what how why where".split())
    | SUBORDINATING
)


def has_comma(doc: Doc, start: int, end: int) -> bool:
    return any(t.text == "," for t in doc[start:end])


def has_later_verb(verb: Token) -> bool:
    """True where a third person that is no noun follows with nothing to open a clause of its own."""
    for token in verb.doc[verb.i + 1 :]:
        if token.lower_ in OPENING or token.text in {",", "‘", "'", "“"}:
            return False
        later = third_person(token.text) or (base(token.text) if is_plural_before(token) else None)
        if later is not None and later.tenths > SURE:
            return verb.lemma_.lower() not in {
                "say",
                "claim",
                "suggest",
                "show",
                "think",
                "believe",
                "fear",
                "hope",
                "warn",
            }
    return False


def is_dependent(token: Token) -> bool:
    return token.dep_ in DEPENDENT

"""What a bare figure counts that answers one told just before: "the company put the number at 640", "police spoke of 600"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from quizzes.nlp.lexicons.matters import RECKON
from quizzes.nlp.lexicons.typed import ATTENDED, CROWDS, HELD
from quizzes.nlp.lexicons.wordlists import words
from quizzes.nlp.measuring.counted import Counted, Kind
from quizzes.nlp.measuring.measures import Framed, plural
from quizzes.nlp.measuring.noun_phrases import noun_after

NUMBERS = words("number figure total count toll tally estimate size it") | CROWDS
"""What is put at a figure that answers another."""
SPEAKING = words("speak talk")
TELLING = words("say count estimate report give claim")
"""Verbs right before a bare figure that answers another ("police said about 600")."""


@dataclass
class Carrier:
    """The last thing counted in an article, which a bare figure in the same sentence or the next one may count too."""

    counted: Counted | None = None
    measure: str = ""
    sentence: int = -1

    def note(self, counted: Counted, measure: str, sentence: DocSpan) -> None:
        """Remember a plain count of things or people."""
        if counted.kind is Kind.COUNT and (counted.counted or measure == ATTENDED):
            self.counted, self.measure, self.sentence = counted, measure, sentence.start

    def ask(self, sentence: DocSpan) -> Framed | None:
        """The measure that a question asks for ("How many people came to the rally?")."""
        tokens = [t.lower_ for t in sentence]
        at = next((i for i in range(len(tokens) - 2) if tokens[i : i + 2] == ["how", "many"]), None)
        if at is None or tokens[-1:] != ["?"]:
            return None
        noun = noun_after(sentence, at + 2)
        if noun is None:
            return None
        is_crowd = any(t.lemma_.lower() in HELD for t in sentence)
        return Framed(ATTENDED if is_crowd else plural(noun), None, True)

    def answered(self, counted: Counted, sentence: DocSpan) -> tuple[Counted, Framed] | None:
        """A bare figure with what it counts by the one before it; None where it answers none."""
        if counted.kind is not Kind.COUNT or counted.noun is not None or not is_answer(counted):
            return None
        before = sentence.doc[sentence.start - 1].sent if sentence.start else None
        if self.counted is not None and self.sentence in {sentence.start, before.start if before else -1}:
            framed = Framed(self.measure, None, True)
            unit = counted.quantity.unit or self.counted.quantity.unit
            quantity = replace(counted.quantity, unit=unit)
            return replace(counted, counted=self.counted.counted, quantity=quantity), framed
        asked = self.ask(before) if before is not None else None
        return (counted, asked) if asked is not None else None


def is_answer(counted: Counted) -> bool:
    """True for the figure of "put the number at 640", "spoke of 640", "said about 640"."""
    doc, first = counted.anchor.doc, counted.anchor.sent.start
    if counted.start - first < 2 or not is_closed(counted):
        return False
    before: Token = doc[counted.start - 1]
    if before.lower_ == "at":
        verb = counted.anchor.head
        held = next((c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}), None)
        return verb.lemma_.lower() in RECKON and held is not None and held.lower_ in NUMBERS
    if before.lower_ == "of":
        return doc[counted.start - 2].lemma_.lower() in SPEAKING
    return before.lemma_.lower() in TELLING and before.tag_ in {"VBD", "VBZ", "VBP"}


def is_closed(counted: Counted) -> bool:
    """True where the clause ends behind the figure, so that no noun is left for it to count."""
    sentence = counted.anchor.sent
    if counted.end >= sentence.end:
        return True
    behind = sentence.doc[counted.end]
    return behind.is_punct or behind.is_space or behind.lower_ in {"and", "but", "while"}

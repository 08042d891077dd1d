"""The noun that the words before a date or verb belong to, read from the line where the parse has gone astray."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

LONGEST = 12
THROUGH = frozenset({"ADP", "DET", "PROPN", "NUM", "ADJ", "NOUN", "PART", "AUX"})
"""What may stand between: phrases that hang on the noun. A verb, a conjunction or a comma ends the phrase."""


def noun_before(token: Token, wanted: Collection[int]) -> Token | None:
    """The nearest wanted noun to the left with only its own phrases between ("the attack near the town on Monday"), or None.

    `wanted` are places in the doc.
    """
    has_phrase = False
    for left in reversed(token.doc[max(token.sent.start, token.i - LONGEST) : token.i]):
        if left.i in wanted:
            return left if has_phrase or left.i == token.i - 1 or token.pos_ in {"VERB", "AUX"} else None
        if left.pos_ not in THROUGH and left.text not in {"-", "–"}:
            return None
        has_phrase = has_phrase or left.pos_ == "ADP"
    return None

"""How long a class takes, estimated from the kind of item and the words to read.

    an item       the minutes of its kind + words of its stem and options / WORDS_A_MINUTE
    the articles  their words / WORDS_A_MINUTE, once

The minutes of a kind are for looking the answer up in articles that have been read, deciding and answering: from
the rules of thumb of item-writing guides (half a minute to a minute for a true or false or a choice, two for a
short answer, more for a paragraph), with what it takes to find a sentence in several articles on top. It is rough, and
pages say "about".
"""

from __future__ import annotations

from collections.abc import Iterable

from quizzes.items.types import ItemKind

WORDS_A_MINUTE = 150
"""What readers of thirteen manage in a text that they are to judge: half of a grade 8 reads 151 words a minute aloud or
more (Hasbrouck and Tindal, 2006); adults read such texts silently at 238 (Brysbaert, 2019)."""
KIND_MINUTES = {
    ItemKind.TF3: 0.75,
    ItemKind.CHOICE: 0.75,
    ItemKind.NUMBER: 1.0,
    ItemKind.MULTI: 1.25,
    ItemKind.MATCH: 1.5,
    ItemKind.ORDER: 1.5,
    ItemKind.EVIDENCE: 2.0,
    ItemKind.CLAIM_EVIDENCE: 2.5,
    ItemKind.OPEN: 4.0,
}


def item_minutes(kind: ItemKind, texts: Iterable[str]) -> float:
    """Minutes for one item; `texts` are its stem and options."""
    return KIND_MINUTES[kind] + reading_minutes(texts)


def reading_minutes(texts: Iterable[str]) -> float:
    return sum(len(text.split()) for text in texts) / WORDS_A_MINUTE

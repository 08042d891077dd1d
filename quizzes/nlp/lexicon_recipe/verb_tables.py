"""The table of verbs: how far each word is used as a verb and not as a noun, and whether it takes an object."""

from __future__ import annotations

from quizzes.nlp.lexicon_recipe.database import Database
from quizzes.nlp.lexicon_recipe.word_tables import is_plain

WITHOUT_OBJECT = frozenset({1, 2, 3, 4, 6, 7, 12, 13, 22, 23, 27})
"""Sentence frames of wndb(5WN) that have no object ("Something ----s", "Somebody ----s to INFINITIVE" …)."""


def verbs(wordnet: Database) -> list[str]:
    """Rows "verb, tenths, object": of ten uses as verb or noun those as verb; "t" where nine uses in ten take an object, "i" where one in ten does, else "b"."""
    rows = []
    for verb in sorted(lemma for lemma in wordnet.lemmas("v") if is_plain(lemma)):
        senses, nouns = wordnet.senses(verb, "v"), wordnet.senses(verb, "n")
        used = sum(sense.count + 1 for sense in senses)
        tenths = round(10 * used / (used + sum(sense.count + 1 for sense in nouns)))
        objects = sum(
            (sense.count + 1) * any(frame not in WITHOUT_OBJECT for frame, _ in sense.synset.frames)
            for sense in senses
        )
        kind = "t" if objects >= 0.9 * used else "i" if objects <= 0.1 * used else "b"
        rows.append(f"{verb}\t{tenths}\t{kind}")
    return rows

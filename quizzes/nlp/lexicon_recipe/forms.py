"""The irregular forms of verbs and nouns, from WordNet's lists of exceptions (verb.exc, noun.exc)."""

from __future__ import annotations

from pathlib import Path

from quizzes.nlp.lexicon_recipe.database import Database, lines_of
from quizzes.nlp.lexicon_recipe.word_tables import is_plain


def irregular_forms(wordnet: Database, folder: Path, part: str, name: str) -> list[str]:
    """Rows "form, word", where the form belongs to one word alone. A form that is itself a word ("found") stands here
    where it is the rarer of the two."""
    rows = []
    for line in lines_of(folder / f"{name}.exc"):
        form, *words = line.split()
        if len(words) == 1 and is_plain(form) and is_form(wordnet, form, words[0], part):
            rows.append(f"{form}\t{words[0]}")
    return sorted(set(rows))


def is_form(wordnet: Database, form: str, word: str, part: str) -> bool:
    """True for an entry whose word WordNet has, and whose form is no commoner word of its own."""
    if not is_plain(word) or not wordnet.senses(word, part):
        return False
    return not wordnet.senses(form, part) or wordnet.count(word, part) > wordnet.count(form, part)

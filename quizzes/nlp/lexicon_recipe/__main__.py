"""Write the tables: python -m quizzes.nlp.lexicon_recipe /usr/share/wordnet"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from quizzes.nlp.lexicon_recipe import (
    class_tables,
    contrast_tables,
    forms,
    place_tables,
    verb_tables,
    word_tables,
    wording_tables,
)
from quizzes.nlp.lexicon_recipe.database import Database

OUT = Path(__file__).parent.parent / "lexicons" / "wordnet"

ROWS: dict[str, Callable[[Database], list[str]]] = {
    "people_of_name": word_tables.people_of_name,
    "saying": word_tables.verbs_of_saying,
    "thinking": word_tables.verbs_of_thinking,
    "telling": word_tables.verbs_of_telling,
    "events": word_tables.event_nouns,
    "verbs": verb_tables.verbs,
    "classes": class_tables.nouns_of_classes,
    "contrasts": contrast_tables.nouns_of_one_kind,
    "judgement": wording_tables.adjectives_of_judgement,
    "synonyms": wording_tables.synonyms,
    "antonyms": wording_tables.antonyms,
    "nations": place_tables.nations,
    "places": place_tables.places,
}
"""Tables with a rule of their own; the others are of words below a synset."""


def tables(folder: Path) -> dict[str, list[str]]:
    """Every table by its name: its lines, sorted."""
    wordnet = Database(folder)
    below = {name: word_tables.words_below(wordnet, rule) for name, rule in word_tables.TABLES.items()}
    own = {name: rows(wordnet) for name, rows in ROWS.items()}
    irregular = {
        f"irregular_{name}s": forms.irregular_forms(wordnet, folder, part, name)
        for part, name in (("v", "verb"), ("n", "noun"))
    }
    return below | own | irregular


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where WordNet's data.noun lies")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    for name, lines in tables(options.folder).items():
        path = options.out / f"{name}.txt"
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        print(f"{path.name}: {len(lines)} lines, {path.stat().st_size // 1024 + 1} KB")


if __name__ == "__main__":
    main()

from __future__ import annotations

import pytest

from quizzes.nlp.lexicons.loaded import FOLDER, TABLES, forms_of, loaded_words, plurals, read_table, rows
from quizzes.nlp.lexicons.subjects import FEWEST, SUBJECTS

POSITIONS = {"verb", "noun", "adjective", "adverb", "phrase"}
WHERE = {"", "who", "by", "of", "half"}


@pytest.mark.parametrize("table", TABLES)
def test_every_row_keeps_to_its_columns(table: str) -> None:
    found = read_table(FOLDER / f"{table}.tsv")
    assert found == sorted(found, key=lambda r: (r.words, r.pos))
    assert len({(r.words, r.pos) for r in found}) == len(found)
    for row in found:
        assert row.words == row.words.casefold().strip()
        assert row.parts
        assert row.pos in POSITIONS
        assert row.where in WHERE
        assert 0 < row.strength < 1
        assert row.literal <= set(SUBJECTS)


def test_the_tables_are_large_enough_for_news_nobody_here_has_seen() -> None:
    assert len(rows()) > 5000


def test_every_category_is_told_in_the_readme() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert {r.category for r in rows() if f"`{r.category}`" not in readme} == set()


def test_every_subject_says_how_many_of_its_words_make_it_one() -> None:
    assert FEWEST.keys() == SUBJECTS.keys()


@pytest.mark.parametrize(
    ("word", "pos", "form"),
    [
        ("slam", "verb", "slammed"),
        ("tear", "phrase", "tore"),
        ("fiasco", "noun", "fiascos"),
        ("crony", "noun", "cronies"),
        ("strongman", "noun", "strongmen"),
    ],
)
def test_words_are_looked_up_by_their_forms(word: str, pos: str, form: str) -> None:
    assert form in forms_of(word, pos)


def test_an_adjective_has_one_form() -> None:
    assert forms_of("sweeping", "adjective") == {"sweeping"}


def test_plurals_by_the_rules_of_spelling() -> None:
    assert [plurals(w) for w in ("box", "day", "ally")] == [{"boxes"}, {"days"}, {"allies"}]


def test_a_row_of_several_words_is_found_by_its_longest() -> None:
    assert "treasure trove" in {a.word.words for a in loaded_words().several["treasure"]}

"""First names from the Faker package (MIT): `python -m quizzes.nlp.lexicon_recipe.first_names` writes the table.

Faker's lists rest on the name statistics of each country. Names in Latin letters, of one word, of the locales below.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

LOCALES = """en_US en_GB en_IN en_PK en_NG en_KE fr_FR de_DE es_ES es_MX it_IT nl_NL pl_PL tr_TR id_ID pt_BR sv_SE
fi_FI no_NO da_DK hu_HU cs_CZ ro_RO hr_HR zu_ZA vi_VN""".split()
KINDS = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary")
NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?")
TABLE = Path(__file__).parents[1] / "lexicons" / "first_names.txt"


def names_of(locale: str) -> Iterator[str]:
    """The first names that Faker knows for a country and language."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for kind in KINDS:
        yield from getattr(provider, kind, None) or ()


def first_names() -> list[str]:
    return sorted({name for locale in LOCALES for name in names_of(locale) if NAME.fullmatch(name)})


if __name__ == "__main__":
    TABLE.write_text("\n".join(first_names()) + "\n", encoding="utf-8")

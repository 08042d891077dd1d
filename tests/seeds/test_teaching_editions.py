"""The stories in seeds/ state what their front matter says; the teaching editions share no words with their sources."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
EDITIONS = sorted((SEEDS / "air_strike").glob("*.txt"))
INVENTED = [path for path in sorted(SEEDS.glob("*/*.txt")) if path not in EDITIONS]
KEYS = {"outlet", "headline", "byline", "published"}
FEWEST_WORDS = 350
LONGEST_SHARED_RUN = 6

MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
# To the closing mark, or to the end of the line where it is missing; an apostrophe inside a word is no mark.
QUOTED = re.compile(r'"[^"\n]*(?:"|$)|(?<!\w)\'(?=\S)[^\n]*?\'(?!\w)', re.M)
WORD = re.compile(r"[^\W_]+(?:[-'.,][^\W_]+)*")
NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million billion"
)

each_edition = pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.stem)
each_article = pytest.mark.parametrize("path", [*EDITIONS, *INVENTED], ids=lambda path: path.stem)


@dataclass(frozen=True)
class Edition:
    """A teaching edition: what its front matter states, and its text."""

    stated: dict[str, Any]
    text: str


def read_edition(path: Path) -> Edition:
    _, front_matter, text = path.read_text(encoding="utf-8").split("---\n", 2)
    return Edition(yaml.safe_load(front_matter), text)


def folded(text: str) -> str:
    """The text with one shape of quotation mark, apostrophe, dash and space."""
    return unicodedata.normalize("NFKC", text).translate(MARKS)


def words_of(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(folded(text))]


def runs_of(text: str) -> Iterator[list[str]]:
    """Stretches of words that no quotation, name or figure interrupts.

    A name is a capitalised word that does not open a sentence: what opens one counts as a plain word.
    """
    for stretch in QUOTED.sub("\0", folded(text)).split("\0"):
        run: list[str] = []
        end = 0
        for word in WORD.finditer(stretch):
            opens_sentence = end == 0 or re.search(r"[.!?:\n]", stretch[end : word.start()]) is not None
            is_name = word[0][0].isupper() and not opens_sentence
            if is_name or word[0][0].isdigit() or word[0].casefold() in NUMBER_WORDS.split():
                yield run
                run = []
            else:
                run.append(word[0].casefold())
            end = word.end()
        yield run


def windows(words: list[str], size: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def shared_runs(text: str, source: str, size: int = LONGEST_SHARED_RUN + 1) -> list[str]:
    """Every run of `size` words of the text, outside quotations, names and figures, that the source has too."""
    of_source = set(windows(words_of(source), size))
    return [" ".join(w) for run in runs_of(text) for w in windows(run, size) if w in of_source]


def quotations_of(text: str) -> list[str]:
    """What stands between quotation marks, as folded words with one space before, between and after."""
    return [f" {' '.join(words_of(quoted))} " for quoted in QUOTED.findall(folded(text))]


def is_stated(field: str, value: Any, lines: list[str]) -> bool:
    """True where a line of the text states the value; a date as 2021-03-03, 03/03/2021, 3 March 2021 or March 3, 2021."""
    if field == "headline":
        return value in lines
    if isinstance(value, datetime.date):
        month_first = f"{value:%B} {value.day}, {value.year}"
        shortened = f"{value:%b}. {value.day}, {value.year}"
        day_first = f"{value.day} {value:%B} {value.year}"
        spelled = (value.isoformat(), f"{value:%d/%m/%Y}", day_first, month_first, shortened)
        return any(day in line for line in lines for day in spelled)
    return any(value in line for line in lines)


def test_there_are_five_editions_of_five_sources() -> None:
    assert len(EDITIONS) == 5
    based_on = [read_edition(path).stated["based_on"] for path in EDITIONS]
    assert based_on == sorted(set(based_on))


@each_article
def test_front_matter_has_its_keys(path: Path) -> None:
    assert set(read_edition(path).stated) == (KEYS | {"based_on"} if path in EDITIONS else KEYS)


@each_article
def test_text_itself_states_what_the_front_matter_says(path: Path) -> None:
    edition = read_edition(path)
    lines = [line.strip() for line in edition.text.splitlines()]
    stated = {k: v for k, v in edition.stated.items() if k != "based_on" and v is not None}
    assert [k for k, v in stated.items() if not is_stated(k, v, lines)] == []


@each_edition
def test_edition_is_long_enough_to_be_worth_reading(path: Path) -> None:
    assert len(words_of(read_edition(path).text)) >= FEWEST_WORDS


@pytest.mark.source_articles
@each_edition
def test_edition_shares_no_run_of_seven_words_with_a_source(path: Path, source_articles: Path) -> None:
    edition = read_edition(path)
    sources = {source.name: source.read_text(encoding="utf-8") for source in source_articles.glob("*.txt")}
    assert edition.stated["based_on"] in sources
    assert {
        name: shared for name, text in sources.items() if (shared := shared_runs(edition.text, text))
    } == {}


@pytest.mark.source_articles
@each_edition
def test_quotations_are_quotations_in_the_source(path: Path, source_articles: Path) -> None:
    edition = read_edition(path)
    source = (source_articles / edition.stated["based_on"]).read_text(encoding="utf-8")
    in_source = quotations_of(source)
    assert [q for q in quotations_of(edition.text) if not any(q in quoted for quoted in in_source)] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The ferry left the old harbour late again.",
            "On Monday the ferry left the old harbour late again.",
        ),
        ("Late again, the ferry left\nthe old harbour.", "late again the ferry left the old harbour"),
        ("Brown said the ferry’s crew had not slept.", "“Brown said the ferry's crew had not slept.”"),
        ("It was late: the ferry left the old town.", "Was late the ferry left the old town?"),
    ],
)
def test_copied_words_are_noticed(text: str, source: str) -> None:
    assert shared_runs(text, source)


@pytest.mark.parametrize(
    "text",
    [
        'Brown said: "The ferry left the old harbour late again."',
        "The ferry left Brown's old harbour late again.",
        "The ferry left two old harbours late again.",
        "The ferry left the old harbour.",
        '"The ferry left the old harbour late again',
    ],
)
def test_quotations_names_figures_and_short_runs_are_left_alone(text: str) -> None:
    assert shared_runs(text, text) == []


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"We sail", she said.', [" we sail "]),
        ("“We sail,” she said. “Let's go.”", [" we sail ", " let's go "]),
        ("'Let's sail when the crew's back'.", [" let's sail when the crew's back "]),
        ("She wrote: \"We sail.\nThe crews' ferry left.", [" we sail "]),
    ],
)
def test_quotations_are_cut_out_by_their_marks(text: str, quoted: list[str]) -> None:
    assert quotations_of(text) == quoted

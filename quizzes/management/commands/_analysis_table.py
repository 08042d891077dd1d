"""An analysis as plain text for a terminal: the matrix of claims × articles, then the findings, then the items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from textwrap import wrap
from typing import Any

Json = dict[str, Any]

FIRST, CELL = 14, 22
"""Widths of the column of measures and of an article's, in characters."""


def lines_of(analysis: Json) -> Iterator[str]:
    """The lines to print."""
    yield from articles(analysis)
    yield from matrix(analysis)
    yield from findings(analysis)
    yield from items(analysis)


def heading(text: str) -> Iterator[str]:
    yield from ("", text, "-" * len(text))


def letter(at: int) -> str:
    return (letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def articles(analysis: Json) -> Iterator[str]:
    yield from heading("Articles")
    for at, article in enumerate(analysis["articles"]):
        told = [article["outlet"] or "outlet not said", article["published"] or "date not said"]
        if article["id"] in analysis["set_aside"]:
            told.append("set aside: about something else")
        if original := analysis["copies"].get(article["id"]):
            told.append(f"a copy of {original}")
        yield f"{letter(at)}  {article['id']}: {article['headline'] or 'headline not said'} ({', '.join(told)})"


def matrix(analysis: Json) -> Iterator[str]:
    """A block for each occurrence, a row for each measure, a cell for each article: value and source."""
    ids = [a["id"] for a in analysis["articles"]]
    labels = {o["id"]: o["label"] for o in analysis["occurrences"]}
    blocks: defaultdict[str | None, defaultdict[str, defaultdict[str, list[str]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for claim in analysis["claims"]:
        cell = blocks[claim["occurrence"]][claim["measure"]][claim["article"]]
        if (said := value_and_source(claim)) not in cell:
            cell.append(said)
    order = [*labels, *sorted((o for o in blocks if o not in labels), key=lambda o: o or "")]
    for occurrence in (o for o in order if o in blocks):
        yield from heading(labels.get(occurrence or "", "Standing facts"))
        yield from row("", [letter(at) for at in range(len(ids))])
        for measure, cells in sorted(blocks[occurrence].items()):
            yield from row(measure, ["; ".join(cells[article]) or "–" for article in ids])


def value_and_source(claim: Json) -> str:
    source = claim["source"]
    value, unit = claim["value"]["text"], claim["value"]["unit"]
    said = f"{value} {unit}" if unit and unit.casefold() not in value.casefold() else value
    return f"{said} ({source['name']})" if source else said


def row(name: str, cells: list[str]) -> Iterator[str]:
    columns = [wrap(name, FIRST - 1), *(wrap(cell, CELL - 2) for cell in cells)]
    for parts in zip_longest(*columns, fillvalue=""):
        yield (parts[0].ljust(FIRST) + "".join(p.ljust(CELL) for p in parts[1:])).rstrip()


def findings(analysis: Json) -> Iterator[str]:
    if not analysis["findings"]:
        return
    yield from heading("Findings")
    for finding in analysis["findings"]:
        kind = " ".join(filter(None, (finding["kind"], finding["relation"], finding["aspect"])))
        yield from indented(f"{finding['confidence']:.2f}  {kind}: ", finding["summary"])


def items(analysis: Json) -> Iterator[str]:
    if not analysis["items"]:
        return
    yield from heading("Items")
    for item in analysis["items"]:
        yield from indented(f"{item['kind']}, {item['points']} p.: ", item["stem"])
        yield from indented("      key: ", str(key_of(item)))


def key_of(item: Json) -> Any:
    """The key as text where it is one option, else as it is."""
    texts = {o["id"]: o["text"] for o in item["options"]} if isinstance(item["options"], list) else {}
    key = item["key"]
    chosen = key.get("choice") if isinstance(key, dict) else key
    if isinstance(chosen, str):
        return texts.get(chosen, chosen)
    return key.get("model", key) if isinstance(key, dict) else key


def indented(start: str, text: str) -> Iterable[str]:
    return wrap(start + text, 110, subsequent_indent="      ")

"""Web pages: the article in a page's HTML, its paragraphs as lines, and what the page states of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

import trafilatura
from lxml import etree, html
from trafilatura.settings import Document

from quizzes.nlp.texts.stated_dates import iso_date

CAPTION_MARK = "Picture: "
"""Put before a caption, which stands in the text without its picture."""
PUBLISHED = re.compile(
    r"datepublished|(?:article|og)?[:.]?publish(?:ed)?[-_:.]?(?:time|date)|(?:^|[-_.:])pub(?:lish)?-?date|^date$|dc(?:terms)?\.(?:date|issued|created)|parsely-pub-date|sailthru\.date",
    re.I,
)
MODIFIED = re.compile(r"datemodified|modified|updated?_?time|lastmod|last-modified", re.I)
IN_SCRIPT = re.compile(r'"(date(?:Published|Modified))"\s*:\s*"([^"]{4,40})"')


@dataclass(frozen=True)
class Page:
    """The extracted text ("" where the page holds no article) and what the page's own markup states."""

    text: str
    known: dict[str, str | None] = field(default_factory=dict)


def read_page(source: str) -> Page:
    """The article of a page: headline line, then its paragraphs as lines. Never fetches anything."""
    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    except etree.ParserError:  # a page without any element
        return Page("")
    headline, dates = first_heading(tree), dates_stated(tree, source)
    keep_captions(tree)
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        # A date is taken where the page states it, not searched for in its words or address.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Document) or not found.text:
        return Page("")
    lines = [line.removeprefix("- ") for line in found.text.split("\n") if line.strip()]
    headline = headline or found.title
    if headline and not lines[0].startswith(headline):
        lines.insert(0, headline)
    return Page("\n".join(lines), {k: v for k, v in stated(found, source, headline, dates).items() if v})


def keep_captions(tree: html.HtmlElement) -> None:
    """Puts a paragraph with its caption in place of each figure: extraction leaves figures out."""
    for figure in tree.xpath("//figure[.//figcaption]"):
        caption = " ".join(" ".join("".join(c.itertext()).split()) for c in figure.iter("figcaption"))
        kept = html.Element("p")
        kept.text, kept.tail = CAPTION_MARK + caption, figure.tail
        if caption.strip() and figure.getparent() is not None and not figure.xpath(".//p | .//table"):
            figure.getparent().replace(figure, kept)


def stated(
    found: Document, source: str, headline: str | None, dates: tuple[list[str], list[str]]
) -> dict[str, str | None]:
    """Outlet, byline and date, each only where its words stand in the page."""
    words = unescape(source)
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip() in words]
    known = {"outlet": found.sitename, "byline": listed(authors), "headline": headline}
    kept = {k: " ".join(v.split()) for k, v in known.items() if v and (k == "byline" or v in words)}
    if kept.get("outlet", "").startswith("@"):
        del kept["outlet"]
    return {**kept, "published": publication_date(found.date, dates)}


def listed(names: list[str]) -> str:
    """ "Ada Quill, Ned Rook and Tom Quay"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def publication_date(found: str | None, dates: tuple[list[str], list[str]]) -> str | None:
    """The first date that the markup gives as the publication's, or what extraction found, if that is no later change."""
    published, modified = dates
    if published:
        return published[0]
    day = iso_date(found) if found else None
    return None if day in modified else day


def dates_stated(tree: html.HtmlElement, source: str) -> tuple[list[str], list[str]]:
    """The dates that a page's markup gives as those of publication and of later changes."""
    published: list[str] = []
    modified: list[str] = []
    for name, value in dated_marks(tree, source):
        day = iso_date(value)
        if day and PUBLISHED.search(name):
            published.append(day)
        elif day and MODIFIED.search(name):
            modified.append(day)
    return published, modified


def dated_marks(tree: html.HtmlElement, source: str) -> Iterator[tuple[str, str]]:
    """Name and value of each mark of the page, and of its linked data, that may hold a date."""
    for mark in tree.xpath("//meta[@content] | //*[@itemprop][@datetime or @content]"):
        name = mark.get("property") or mark.get("itemprop") or mark.get("name") or ""
        yield name, mark.get("datetime") or mark.get("content") or ""
    yield from IN_SCRIPT.findall(source)


def first_heading(tree: html.HtmlElement) -> str | None:
    """The words of the page's only h1, or None."""
    headings = tree.xpath("//h1")
    if len(headings) != 1:
        return None
    return " ".join("".join(headings[0].itertext()).split()) or None

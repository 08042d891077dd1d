"""Web pages: the article in a page's HTML, its paragraphs as lines, and what the page states of it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from quizzes.nlp.texts.stated_dates import iso_date


@dataclass(frozen=True)
class Page:
    """The extracted text ("" where the page holds no article) and what the page's own markup states."""

    text: str
    known: dict[str, str | None] = field(default_factory=dict)


def read_page(source: str) -> Page:
    """The article of a page: headline line, then its paragraphs as lines. Never fetches anything."""
    found = trafilatura.bare_extraction(
        source,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        # A date is taken where the page states it, not searched for in its words or address.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Document) or not found.text:
        return Page("")
    body = "\n".join(line for line in found.text.split("\n") if line.strip())
    headline = first_heading(source) or found.title
    if headline and not body.startswith(headline):
        body = f"{headline}\n{body}"
    return Page(body, {k: v for k, v in stated(found, source, headline).items() if v})


def stated(found: Document, source: str, headline: str | None) -> dict[str, str | None]:
    """Outlet, byline and date, each only where its words stand in the page."""
    words = html.unescape(source)
    known = {"outlet": found.sitename, "byline": found.author, "headline": headline}
    kept = {k: " ".join(v.split()) for k, v in known.items() if v and v in words}
    date = iso_date(found.date) if found.date else None
    return {**kept, "published": date}


def first_heading(source: str) -> str | None:
    """The words of the page's only h1, or None."""
    tree = etree.HTML(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    headings = [] if tree is None else tree.xpath("//h1")
    if len(headings) != 1:
        return None
    return " ".join("".join(headings[0].itertext()).split()) or None

"""Texts that nobody should send: each is read in reasonable time, or refused with a sentence that says why."""

from __future__ import annotations

import re

import pytest
from spacy.language import Language

from quizzes.nlp.comparing import compare
from quizzes.nlp.reading import ArticleText, read_articles
from quizzes.nlp.texts.intake import read_file, read_pasted
from quizzes.nlp.texts.unreadable import ArticleUnreadable
from quizzes.nlp.types import Comparison

TOLD = "The mayor of Port Roe said on Monday that the bridge was closed after 12 people were hurt. "
UNSTOPPED = "the ship sailed north with twelve men and the crew told the port that nothing was wrong "
STANZA = "The moon is on the harbour,\nThe boats are in the bay,\nAnd nobody has told us\nWhat happened here today.\n\n"
TABLE = "\n".join(" ".join(str(row * column) for column in range(1, 10)) for row in range(1, 120))
PAGE = """<html><head><title>Storm</title><script>alert("12 dead")</script></head><body><article><h1>Storm closes bridge
</h1><p>The <b>mayor <i>of Port Roe</b> said</i> on Monday that the old bridge would stay closed for a week.</p>
<iframe src="https://example.org/x">He said "no"</iframe><div><div><div><p>“We lost four boats,” said Ann Lee, who has
fished from this harbour for thirty years and does not want to leave it.<p>Police said that nobody was hurt.</article>
<style>p { color: red }</style></body>"""

READ = {
    "empty paragraphs": "\n\n \n\t\n" * 2000 + TOLD + "\n\n \n" * 2000,
    "control characters": TOLD * 3 + "\x07" + TOLD * 3,
    "right-to-left marks": ("\u202e" + TOLD + "\u202c\u200f“Stay at home,” he said.\u200e ") * 5,
    "emoji": ("The 😀 mayor said 👩‍👩‍👧‍👦 that “12 👍🏽 people” were hurt. " * 5),
    "10,000 quotation marks": TOLD * 8 + '"' * 10_000,
    "1,000 curly marks": TOLD * 8 + "“" * 500 + "”" * 500,
    "300 marks that open and never close": "He said “no to the plan. " * 300,
    "a poem": STANZA * 6,
    "a table of numbers": TABLE,
    "only a headline": "Bridge closed after storm",
    "only quotations": "“We sail at dawn.” “Then we sail without you.” “Good.” " * 10,
    "1,000 lines of one word": "Harbour\n" * 1000,
    "one long word": "a" * 100_000,
    "a line without a full stop": UNSTOPPED * 50,
    "a line of prose": TOLD * 50,
    "blanks": TOLD + " " * 100_000 + TOLD + "\n" * 100_000 + TOLD,
    "commas": TOLD * 4 + "," * 2000,
    "names without a verb": TOLD + "Ann Lee, " * 300,
}

REFUSED = {
    "nothing but marks": ('"' * 10_000, "There is no text in it"),
    "nothing": ("", "There is no text in it"),
    "blanks alone": (" \n\t" * 100, "There is no text in it"),
    "a program": ("\x00\x01\x02 the of and" * 50, "not text"),
    "many control characters": ((TOLD + "\x07\x1c\x1d") * 9, "not text"),
    "French": (
        "Le maire a déclaré que le pont restera fermé après la tempête qui a frappé la ville hier. " * 5,
        "English",
    ),
    "Russian": (
        "мэр города заявил что мост закрыт после шторма и никто не пострадал в порту вчера " * 5,
        "English",
    ),
    "more than 1 MB on one line": (UNSTOPPED * 12_500, "larger than 1 MB"),
    "nearly 1 MB on one line": (UNSTOPPED * 9_000, "a book rather than an article"),
}


def analysed(text: str, nlp: Language) -> Comparison:
    return compare(read_articles([ArticleText("a", text)], nlp))


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_a_nasty_text_is_read_and_its_quotations_are_its_own_words(text: str, nlp: Language) -> None:
    accepted = read_pasted(text).text
    comparison = analysed(accepted, nlp)
    quoted = [q for r in comparison.readings for q in r.quotations]
    assert [q for q in quoted if accepted[q.start : q.end] != q.text] == []


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_article_is_refused_and_told_why(text: str, why: str) -> None:
    with pytest.raises(ArticleUnreadable, match=re.escape(why)):
        read_pasted(text)


def test_a_page_of_scripts_frames_and_broken_tags_gives_its_words_alone(nlp: Language) -> None:
    page = read_file("page.html", PAGE.encode())
    assert "Ann Lee" in page.text
    assert [w for w in ("<", "alert", "color:", "iframe") if w in page.text] == []
    comparison = analysed(page.text, nlp)
    assert "We lost four boats" in " ".join(q.text for r in comparison.readings for q in r.quotations)


def test_a_poem_and_a_table_tell_no_deaths_and_quote_nobody(nlp: Language) -> None:
    for text in (STANZA * 3, TABLE):
        comparison = analysed(text, nlp)
        assert [q.text for r in comparison.readings for q in r.quotations] == []
        assert [c.text for c in comparison.claims if c.measure in {"killed", "injured"}] == []

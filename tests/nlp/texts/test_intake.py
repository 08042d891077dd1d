"""Intake: the characters of a file as they are read, and a plain sentence for each file that is not."""

from __future__ import annotations

import pytest

from quizzes.nlp.texts.intake import MOST_BYTES, fingerprint, read_file, read_pasted
from quizzes.nlp.texts.passages import split_passages
from quizzes.nlp.texts.unreadable import ArticleUnreadable
from quizzes.nlp.types import Role

ENGLISH = "The ferry left the harbour at noon with forty people on board, and it was back before the storm."
PAGE = """<!doctype html><html><head><title>Ferry runs aground | The Harbour Herald</title>
<meta property="og:site_name" content="The Harbour Herald"><meta name="author" content="Ada Quill">
<meta property="article:published_time" content="2024-05-06T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><script>var secret = 1;</script><article><h1>Ferry runs aground off Penwick</h1>
<p>A ferry with forty people on board ran aground near the old lighthouse on Monday, the coastguard said.</p>
<p>“Nobody was <b>hurt</b>,” said its captain. The passengers were taken to the harbour by two fishing boats.</p>
<p>It was the second accident of the year in the narrow channel, which pilots have called too shallow.</p>
</article><footer>All rights reserved</footer></body></html>"""


def reason_of(name: str, data: bytes) -> str:
    with pytest.raises(ArticleUnreadable) as refused:
        read_file(name, data)
    return refused.value.reason


def test_text_is_taken_as_it_is() -> None:
    assert read_file("a.txt", ENGLISH.encode()).text == ENGLISH


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_lines_end_in_one_way(line_end: str) -> None:
    assert read_file("a.md", f"One{line_end}two".encode()).text == "One\ntwo"


def test_blanks_stay_as_they_are() -> None:
    text = "One" + " " * 5000 + "two   three"
    assert read_pasted(text).text == text


@pytest.mark.parametrize(
    "data",
    [("“Café”, he said – " + ENGLISH).encode(code) for code in ("utf-8", "utf-8-sig", "utf-16", "cp1252")],
    ids=["utf-8", "with byte order mark", "utf-16", "windows-1252"],
)
def test_encodings(data: bytes) -> None:
    assert read_file("a.txt", data).text == "“Café”, he said – " + ENGLISH


def test_front_matter_is_known_and_not_text() -> None:
    front = '---\noutlet: "The Harbour Herald"\nbyline: null\npublished: 2024-05-06\nbased_on: x.txt\n---\n'
    read = read_file("a.txt", (front + ENGLISH).encode())
    assert read.text == ENGLISH
    assert read.known == {"outlet": "The Harbour Herald", "byline": None, "published": "2024-05-06"}


@pytest.mark.parametrize("top", ["---\njust words\n---\n", "---\n[1, 2\n---\n", "---\nno end\n"])
def test_a_line_of_dashes_alone_is_no_front_matter(top: str) -> None:
    read = read_pasted(top + ENGLISH)
    assert (read.text, read.known) == (top + ENGLISH, {})


def test_only_broken_encoding_is_repaired() -> None:
    broken = "â€œIt was quiet,â€\x9d she said. The cafÃ© was open for the people of the town."
    assert (
        read_pasted(broken).text == "“It was quiet,” she said. The café was open for the people of the town."
    )
    mixed = "“It was whole,” he said.\nIt wasnâ€™t, she said, at the cafÃ© by the harbour of the town."
    assert (
        read_pasted(mixed).text
        == "“It was whole,” he said.\nIt wasn’t, she said, at the café by the harbour of the town."
    )
    whole = "“Quiet” & 'loud'; naïve ﬁsh &amp; chips, ＦＵＬＬ width …"
    assert read_pasted(whole).text == whole


def test_page_gives_headline_paragraphs_and_what_it_states() -> None:
    read = read_file("page.html", PAGE.encode())
    lines = read.text.split("\n")
    assert lines[0] == "Ferry runs aground off Penwick"
    assert lines[2].startswith("“Nobody was hurt,” said")
    assert "secret" not in read.text and "Home" not in read.text
    assert read.known["outlet"] == "The Harbour Herald"
    assert (read.known["byline"], read.known["published"]) == ("Ada Quill", "2024-05-06")


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.txt", b"", "no text"),
        ("a.txt", b" \n\t --- \n", "no text"),
        ("a.html", b"<html><body></body></html>", "no text"),
        ("a.doc", b"words", "kind of file"),
        ("a", b"words", "kind of file"),
        ("a.txt", b"\x89PNG\r\n\0\0", "not text"),
        ("a.txt", b"abc \x81\x8d \xff", "neither"),
        ("a.txt", bytes(range(1, 32)) + b"abc", "not text"),
        ("a.txt", b"a" * (MOST_BYTES + 1), "1 MB"),
    ],
)
def test_refusals_say_why(name: str, data: bytes, word: str) -> None:
    assert word in reason_of(name, data)


@pytest.mark.parametrize(
    "text",
    [
        "Die Fähre verließ den Hafen am Mittag mit vierzig Menschen an Bord, und sie war vor dem Sturm wieder zurück, "
        "wie der Kapitän am Abend in einem Gespräch mit dem Radio sagte, nachdem alle sicher an Land gegangen waren.",
        "El transbordador salió del puerto al mediodía con cuarenta personas a bordo y volvió antes de la tormenta, "
        "según dijo el capitán por la noche a la radio, cuando todos habían llegado a tierra sin ningún problema.",
        "Le bateau a quitté le port à midi avec quarante personnes à bord et il est revenu avant la tempête, a dit le "
        "capitaine dans la soirée à la radio, quand tous les passagers étaient descendus à terre sans problème.",
        "Vapur öğle saatlerinde kırk kişiyle birlikte limandan ayrıldı ve fırtınadan önce geri döndü, kaptan akşam "
        "radyoya yaptığı açıklamada herkesin sağ salim karaya çıktığını ve bir sorun yaşanmadığını söyledi.",
    ],
    ids=["German", "Spanish", "French", "Turkish"],
)
def test_other_languages_are_refused(text: str) -> None:
    assert "English" in reason_of("a.txt", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour tout le monde",
        "12 13 14\n15 16 17\n" * 40,
        "Penwick 3 Tarn 1\nHollow Bay 2 Ness 2\n" * 20,
        "The sea is grey,\nthe sky is low,\nand who will say\nwhere sailors go?\n" * 3,
        ENGLISH.upper(),
    ],
    ids=["short", "numbers", "names", "poem", "capitals"],
)
def test_what_is_no_other_language_passes(text: str) -> None:
    assert read_pasted(text).text == text


def test_fingerprint_folds_marks_case_and_space() -> None:
    assert fingerprint("“It’s  over”,\nhe said") == fingerprint('"It\'s over", He said.')
    assert fingerprint("Two died") != fingerprint("Ten died")


ARTICLE = PAGE[PAGE.index("<article>") : PAGE.index("</article>")] + "</article>"


def page(head: str, article: str = ARTICLE) -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{article}</body></html>".encode()


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ("", {"headline": "Ferry runs aground off Penwick"}),
        ('<meta name="date" content="2024-05-06">', {"published": "2024-05-06"}),
        ('<meta property="article:modified_time" content="2024-05-09T10:00:00Z">', {"published": None}),
        (
            '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry aground", "datePublished": '
            '"2024-05-06T10:00Z", "dateModified": "2024-05-09", "author": [{"@type": "Person", "name": "Ada Quill"}, '
            '{"@type": "Person", "name": "Ned Rook"}], "publisher": {"@type": "Organization", "name": "The Herald"}}</script>',
            {"outlet": "The Herald", "byline": "Ada Quill and Ned Rook", "published": "2024-05-06"},
        ),
    ],
    ids=["nothing", "meta", "changed alone", "linked data"],
)
def test_a_page_s_markup_states_what_it_states(head: str, known: dict[str, str | None]) -> None:
    read = read_file("page.html", page(head)).known
    assert {key: read.get(key) for key in known} == known
    assert set(read) <= {"headline", *known}


def test_a_caption_is_kept_and_marked() -> None:
    figure = (
        '<figure><img src="a.jpg"><figcaption>The ferry at its berth. <i>Ned Rook</i></figcaption></figure>'
    )
    text = read_file("page.html", page("", ARTICLE.replace("<p>It was", figure + "<p>It was"))).text
    assert "\nPicture: The ferry at its berth. Ned Rook\n" in text
    roles = {text[p.start : p.end]: p.role for p in split_passages(text)}
    assert roles["Picture: The ferry at its berth. Ned Rook"] is Role.CAPTION


def test_entries_of_a_list_are_lines_without_marks() -> None:
    listed = "<ul><li>Forty people were on board the ferry when it ran aground.</li><li>Two boats came to help.</li></ul>"
    text = read_file("page.html", page("", ARTICLE.replace("<p>It was", listed + "<p>It was"))).text
    assert "\nForty people were on board" in text


@pytest.mark.parametrize(
    "body",
    [
        "".join(
            f'<div><h2><a href="/{n}">Story {n} of the harbour</a></h2><p>Read it.</p></div>'
            for n in range(20)
        ),
        "<form><input name=a><button>Sign in</button></form><p>Please sign in to read on.</p>",
    ],
    ids=["front page", "sign-in page"],
)
def test_a_page_that_is_no_article_is_refused(body: str) -> None:
    assert "No article" in reason_of("page.html", page("<title>The Harbour Herald</title>", body))

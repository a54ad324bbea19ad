"""Saved web pages: the article, its title and its day, by trafilatura and by paragraphs alone."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from routes.errors import ArticleError
from routes.model import Article, DateSource, PageReader
from routes.pipeline import analyze
from routes.reading import read_article
from routes.reading.saved_page import extraction, page
from routes.reading.saved_page.charset import is_page

PAGES = Path(__file__).parent / "pages"
BODY = "<p>A ship with grain left Odesa for Izmir on Monday.</p>"

# For each page its title, its day, words of its first and last paragraph, and what stands beside the article.
EXPECTED = {
    "news.html": (
        "Wheat convoy reaches Constanta",
        date(2024, 5, 7),
        ("A convoy of twelve lorries", "a state buyer has ordered 26,000 tonnes of it."),
        ("cookies", "Ports", "Ten ships wait", "Nobody believes", "All rights reserved", "NewsArticle"),
    ),
    "blog.html": (
        "A coal train to Gdansk",
        date(2024, 6, 11),
        ("This morning a train", "across the sea to Lulea in Sweden."),
        ("the sun shines", "Older notes", "Subscribe"),
    ),
    "plain-divs.html": (
        "Tanker seized off Fujairah",
        date(2023, 11, 22),
        ("A tanker with a load", "12 nautical miles from the coast."),
        ("Markets", "Share this story", "Gulf Wire"),
    ),
    "broken.html": (
        "Fertiliser barge runs aground",
        None,
        ("A barge with fertiliser", "1,400 tonnes aboard & a crew", "nothing ran into the river"),
        ("captain", "script", "</", "<p"),
    ),
    "arabic.html": (
        "سفينة قمح تصل إلى الإسكندرية",
        date(2024, 2, 18),
        ("وصلت سفينة محملة بالقمح", "بالقطار إلى القاهرة."),
        ("الرئيسية",),
    ),
    "cyrillic.html": (
        "Зерно из Одессы прибыло в Измир",
        date(2023, 8, 30),
        ("Судно с зерном из Одессы", "если позволит погода на море."),
        ("Главная",),
    ),
    "times.html": (
        "Rail ferry back in service",
        date(2024, 3, 5),
        ("The rail ferry between Varna", "aboard in Varna, last Friday, and brought back manganese ore."),
        ("1 January 2020", "not json"),
    ),
}


@pytest.fixture(params=[reader.value for reader in PageReader])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> PageReader:
    """Read with trafilatura, then as if it were not installed."""
    chosen = PageReader(request.param)
    if chosen is PageReader.PARAGRAPHS:
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    return chosen


READERS = pytest.mark.usefixtures("reader")


def read(data: bytes | str, source: str = "page.html") -> Article:
    return read_article(data.encode() if isinstance(data, str) else data, source=source)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_becomes_its_article(reader: PageReader, name: str) -> None:
    title, published, wanted, unwanted = EXPECTED[name]
    article = read((PAGES / name).read_bytes(), name)
    assert article.page_reader is reader
    assert (article.title, article.published_on) == (title, published)
    assert article.text.startswith(f"{title}\n\n")
    assert article.text.count(title) == 1
    assert [words for words in wanted if words not in article.text] == []
    assert [words for words in unwanted if words in article.text] == []


def test_all_pages_of_the_folder_are_tested() -> None:
    assert {path.name for path in PAGES.glob("*.html")} == set(EXPECTED)


@READERS
def test_the_day_of_a_page_is_that_of_its_publication_and_says_so() -> None:
    published = read((PAGES / "news.html").read_bytes()).published
    assert published is not None
    assert (published.source, published.span) == (DateSource.PAGE, None)
    given = read_article((PAGES / "news.html").read_bytes(), source="news.html", published=date(2020, 1, 2)).published
    assert given is not None
    assert (given.on, given.source) == (date(2020, 1, 2), DateSource.OPTION)


@READERS
def test_a_page_without_a_marked_day_has_the_one_that_its_text_states() -> None:
    article = read(
        f"<html><body><article><h1>Grain</h1><p>Published: 15 Oct. 2023</p>{BODY * 4}</article></body></html>"
    )
    assert article.published is not None
    assert (article.published.on, article.published.source) == (date(2023, 10, 15), DateSource.TEXT)


def test_the_plain_reader_says_so_and_the_other_does_not(reader: PageReader) -> None:
    codes = {notice.code for notice in analyze(read((PAGES / "news.html").read_bytes())).notices}
    assert ("plain-page" in codes) is (reader is PageReader.PARAGRAPHS)


@READERS
def test_a_way_is_read_from_a_saved_page() -> None:
    [way, *_] = analyze(read((PAGES / "blog.html").read_bytes())).itineraries
    assert [stop.name for stop in way.stops][:2] == ["Katowice", "Gdansk"]


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:published_time" content="2024-03-05T23:30:00-08:00">',
        '<meta name="DC.date.issued" content="2024-03-05">',
        '<meta content="20240305" name="publishdate">',
        '<meta itemprop="datePublished" content="2024-03-05">',
        '<script type="application/ld+json">[{"@type":["Thing","Report"],"datePublished":"2024-03-05"}]</script>',
        '<script type="application/ld+json">{"a":[{"b":{"datePublished":"2024-03-05T01:02Z"}}]}</script>',
        '<time pubdate datetime="2024-03-05">Tuesday</time>',
        '<nav><time datetime="2020-01-01">x</time></nav><time datetime="2024-03-05">Tuesday</time>',
    ],
)
def test_a_day_is_found_wherever_pages_put_it(meta: str) -> None:
    assert read(f"<html><head>{meta}</head><body>{BODY}</body></html>").published_on == date(2024, 3, 5)


@pytest.mark.parametrize("told", ["yesterday", "2024-13-45", "05.03.2024", "2024", "", "0000-00-00", "20240305123"])
def test_what_is_no_day_is_none(told: str) -> None:
    page_text = f'<html><meta name="date" content="{told}"><body>{BODY}</body></html>'
    assert read(page_text).published is None


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("cp1251", '<meta charset="windows-1251">'),
        ("koi8-r", "<meta charset=koi8-r>"),
        ("cp1251", '<?xml version="1.0" encoding="windows-1251"?>'),
        ("utf-8", '<meta charset="no-such-charset">'),
        ("utf-8", '<meta charset="unicode_escape">'),
    ],
)
def test_letters_are_read_by_mark_by_declaration_or_as_utf_8(encoding: str, declared: str) -> None:
    text = "Судно с зерном вышло из Одессы в понедельник"
    html = f"{declared}<html><body><p>{text}</p></body></html>"
    assert text in read(html.encode(encoding)).text


def test_latin_1_is_read_as_browsers_read_it() -> None:
    data = '<html><meta charset="iso-8859-1"><p>Two “quoted” words – and a café</p></html>'.encode("cp1252")
    assert "“quoted” words – and a café" in read(data).text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><body><div>No paragraph</div></body></html>", "has no paragraph"),
        (b"<html>\0\0" + BODY.encode(), "is NUL; a saved page must be an HTML file"),
        (b"<!doctype html>" + bytes(range(128, 256)) * 50, "characters are not UTF-8"),
        (b"<html>" + b"<p>a</p>" * 700_000, "at most 5,000,000"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n<html>", "web archive"),
        (b"<!DOCTYPE html>", "no text was found"),
    ],
    ids=["no paragraph", "nul", "binary", "huge", "archive", "empty"],
)
def test_what_is_no_readable_page_is_refused_with_its_name(
    data: bytes, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ArticleError, match=message) as caught:
        read(data, "story.html")
    assert str(caught.value).startswith("story.html: ")


@pytest.mark.parametrize(
    ("data", "source", "is_one"),
    [
        (b"<!DOCTYPE html><p>x", "a.txt", True),
        (b"\xef\xbb\xbf  <html>", None, True),
        ("<html>".encode("utf-16"), None, True),
        (b"<!-- saved from url=(0019)https://a.example/ --><!-- x -->\n<html>", "-", True),
        (b'<?xml version="1.0"?><html>', None, True),
        (b"<div><p>x</p></div>", "a.HTM", True),
        (b"<div><p>x</p></div>", "a.txt", False),
        (b"A ship left Odesa, where 3 < 4.", "a.html", False),
        (b"The tag <html> begins a page.", "a.txt", False),
        (b"", "a.html", False),
    ],
)
def test_a_page_is_known_by_how_it_begins_or_by_its_name(data: bytes, source: str | None, *, is_one: bool) -> None:
    assert is_page(data, source) is is_one


_MANY = 100_000
HOSTILE = {
    "open tags": "<",
    "comments": "<!--",
    "comment ends": "<!-- -->",
    "names": "<a ",
    "references": "&a;",
    "marked sections": "<![CDATA[",
    "declarations": "<!",
    "nested boxes": "<div>",
    "nested articles": "<article>",
    "ends": "</div>",
    "quotes": '<p class="',
    "scripts": '<script type="application/ld+json">',
    "lists": '<script type="application/ld+json">[',
    "cells": "<table><tr><td>",
    "titles": "<title>",
    "times": "<time ",
    "spaces": "<title> ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
@READERS
def test_a_page_made_to_take_long_does_not(piece: str) -> None:
    begun = time.process_time()
    with suppress(ArticleError):
        read(f"<!doctype html><html><body>{piece * (_MANY // len(piece))}{BODY}")
    # It takes a tenth of a second; what grows with the square of the length takes minutes.
    assert time.process_time() - begun < 10


def test_nested_linked_data_is_no_harm() -> None:
    nested = f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert read(f"<html>{nested}<body>{BODY}</body></html>").published is None


@READERS
def test_no_script_and_no_style_of_a_page_reaches_its_article() -> None:
    html = (
        f"<html><body><article>{BODY}<p>It <script>window.pwned=1</script>sailed <style>p{{}}</style>on.</p></article>"
    )
    text = read(html).text
    assert "pwned" not in text
    assert "{}" not in text


@READERS
def test_the_same_page_gives_the_same_article() -> None:
    for path in sorted(PAGES.glob("*.html")):
        assert read(path.read_bytes()) == read(path.read_bytes())


def test_the_extra_is_used_where_it_is_installed() -> None:
    assert extraction.extracted((PAGES / "news.html").read_text(encoding="utf-8")) is not None
    assert page.read_page((PAGES / "news.html").read_bytes(), "news.html", 10_000).reader is PageReader.TRAFILATURA

"""`routes map` by extension: what is made, what is refused, and that nobody's words get out of hand on the way."""

from __future__ import annotations

import csv
import io
import json
import re
import struct
import sys
import xml.etree.ElementTree as ElementTree
import zlib
from html import escape
from pathlib import Path

import pytest

from routes.page.raster import png
from tests.cli.command import STORY, Command
from tests.page.hostile import PAYLOADS
from tests.page.reader import Reader

ENDINGS = (".html", ".htm", ".svg", ".png", ".geojson", ".kml", ".json")
WORDS = ("--title", "Own title", "--standfirst", "Own standfirst.", "--credit", "Graphic: own desk")


def size_of(data: bytes) -> tuple[int, int]:
    """Return width and height from the header of a PNG (W3C, Portable Network Graphics, 11.2.2)."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_an_unknown_ending_names_the_known(routes: Command) -> None:
    complaint = routes("map", "article.txt", "-o", "map.pdf").complaint
    assert complaint == f"-o map.pdf: the ending .pdf is not known; use one of {', '.join(ENDINGS)}"


def test_the_help_says_what_each_ending_makes(routes: Command) -> None:
    text = routes("map", "--help").out
    for ending in ENDINGS:
        assert ending in text
    for option in ("--title", "--standfirst", "--credit", "--embed"):
        assert option in text


@pytest.mark.parametrize("articles", [("article.txt",), ("article.txt", "second.txt")])
def test_a_png_is_a_picture_that_looks_like_the_svg(routes: Command, articles: tuple[str, ...]) -> None:
    (routes.folder / "second.txt").write_text(STORY, encoding="utf-8")
    assert routes("map", *articles, "-o", "map.png", *WORDS).code == 0
    data = Path("map.png").read_bytes()
    routes("map", *articles, "-o", "map.svg", *WORDS)
    svg = Path("map.svg").read_text(encoding="utf-8")
    assert data == png(svg)
    root = ElementTree.fromstring(svg)  # noqa: S314  our own picture
    width, height = (float(root.attrib[side]) for side in ("width", "height"))
    found = size_of(data)
    assert found[0] == round(1.5 * width)
    assert abs(found[1] - 1.5 * height) <= 1
    assert "Own title" in svg
    assert "Graphic: own desk" in svg


@pytest.mark.parametrize("ending", [".svg", ".kml", ".html"])
def test_the_words_of_the_editor_are_in_every_form(routes: Command, ending: str) -> None:
    assert routes("map", "article.txt", "-o", f"map{ending}", *WORDS).code == 0
    text = Path(f"map{ending}").read_text(encoding="utf-8")
    for words in WORDS[1::2]:
        assert words in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_article_gives_the_same_bytes(routes: Command, ending: str) -> None:
    found = []
    for _ in range(2):
        routes("map", "article.txt", "-o", f"map{ending}")
        found.append(Path(f"map{ending}").read_bytes())
    assert found[0] == found[1]


def test_a_frame_has_no_other_form(routes: Command) -> None:
    answer = routes("map", "article.txt", "-o", "map.svg", "--embed")
    assert answer.code == 2
    assert answer.complaint == "--embed makes a page for an iframe, not .svg; name a file such as -o map.html"
    assert routes.files() == {"article.txt"}


def test_a_frame_holds_the_map_and_its_sources_but_not_the_article(routes: Command) -> None:
    routes("map", "article.txt", "-o", "map.html", "--embed", *WORDS)
    page = Path("map.html").read_text(encoding="utf-8")
    reader = Reader(page)
    for words in ("Own title", "Graphic: own desk", "Natural Earth", "GeoNames", "Read from: article.txt"):
        assert words in reader.text
    assert "Later the boxes went" not in page
    assert "default-src 'none'" in page
    assert {a["target"] for t, a in reader.elements if t == "a" and a["href"].startswith("http")} == {"_blank"}


def test_without_the_extra_a_png_is_refused_before_the_work(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    answer = routes("map", "missing.txt", "-o", "map.png")
    assert answer.code == 3
    assert "the extra png" in answer.complaint
    assert ".svg" in answer.complaint


def test_without_any_font_a_png_is_refused_because_its_words_would_be_missing(
    routes: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resvg_py

    draw = resvg_py.svg_to_bytes
    monkeypatch.setattr(resvg_py, "svg_to_bytes", lambda **options: draw(**options, skip_system_fonts=True))
    answer = routes("map", "article.txt", "-o", "map.png")
    assert answer.code == 3
    assert "a font" in answer.complaint


@pytest.mark.parametrize("word", ["Najin", "Тихорецк"])
def test_words_of_two_scripts_are_seen_in_a_png(word: str) -> None:
    assert _ink(word) > 40
    assert not _is_in_boxes(word)


@pytest.mark.parametrize("word", ["Тихорецк", "나진항", "港", "ميناء", "ნავსადგური"])
def test_letters_that_no_font_has_are_told(routes: Command, word: str) -> None:
    """Which these are depends on the machine: they are told where boxes are drawn, and there alone."""
    answer = routes("map", "article.txt", "-o", "map.png", "--title", f"From {word} & on")
    assert answer.code == 0
    assert (f"the letters of “{word}”" in answer.err) == _is_in_boxes(word)


def _is_in_boxes(word: str) -> bool:
    """Return whether signs that no font has, and never will, look the same."""
    return _picture(word) == _picture("\U0010fffd" * len(word))


def _picture(words: str) -> bytes:
    return png(
        '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="24">'
        f'<text x="2" y="17" font-size="15" font-family="system-ui, sans-serif">{words}</text></svg>'
    )


def _ink(words: str) -> int:
    """Return how many bytes of the picture's pixels are not zero: the ground is transparent."""
    data = _picture(words)
    chunks, at = b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            chunks += data[at + 8 : at + 8 + length]
        at += 12 + length
    return sum(byte != 0 for byte in zlib.decompress(chunks))


@pytest.mark.parametrize("number", range(0, len(PAYLOADS), 6))
def test_files_full_of_hostile_words_make_maps_that_hold_none_of_them(routes: Command, number: int) -> None:
    """Gazetteer rows, lines, the article, a saved page, their names and every option: through to each form."""
    payloads = [" ".join(payload.split()).replace("\x00", "") for payload in PAYLOADS[number : number + 6]]
    arguments = _hostile_files(routes.folder, payloads)
    for ending in (".html", ".svg", ".kml", ".geojson", ".json"):
        answer = routes("map", *arguments, "-o", f"out{ending}")
        assert answer.code == 0, answer.err
    answer = routes("map", *arguments, "-o", "frame.html", "--embed")
    assert answer.code == 0
    for name in ("out.html", "frame.html"):
        _holds_only_its_own(Path(name).read_text(encoding="utf-8"))
    for name in ("out.svg", "out.kml"):
        root = ElementTree.parse(name).getroot()  # noqa: S314  our own document
        tags = {element.tag.rpartition("}")[2] for element in root.iter()}
        assert not tags & {"script", "image", "a", "foreignObject", "href", "Link", "NetworkLink", "iframe"}
        names = {name for element in root.iter() for name in element.attrib}
        assert not [name for name in names if name.startswith("on") or "href" in name]
    for name in ("out.geojson", "out.json"):
        json.loads(Path(name).read_text(encoding="utf-8"))


def _hostile_files(folder: Path, payloads: list[str]) -> list[str]:
    rows = io.StringIO()
    table = csv.writer(rows)
    table.writerow(
        ["id", "name", "kind", "country", "lat", "lon", "extent_km", "aliases", "population", "source", "note"]
    )
    # A gazetteer with signs that are not seen is refused as it is read; the others pass.
    seen = [re.sub(r"[^\w!-~＜＞ ]", "", payload) or "Seen" for payload in payloads]
    table.writerow(["own-n", "Newport", "port", "RU", 43.1, 132.2, 2, seen[0].replace("|", ""), "", *seen[1:3]])
    for number, payload in enumerate(seen):
        table.writerow([f"own-{number}", payload, "port", "RU", 44 + number, 140, 2, "", "", payload, payload])
    (folder / "places.csv").write_text(rows.getvalue(), encoding="utf-8")
    lines = [
        {
            "type": "Feature",
            "properties": {"name": f"{payload} line", "note": payload, "source": payload},
            "geometry": {"type": "LineString", "coordinates": [[138, 44], [139, 47]]},
        }
        for payload in payloads
    ]
    lines[0]["properties"] = {"name": "front line of contact", "source": payloads[0], "note": payloads[1]}
    collection = {"type": "FeatureCollection", "features": lines}
    (folder / "own.geojson").write_text(json.dumps(collection), encoding="utf-8")
    story = "\n".join(
        f"Cargo was shipped by sea from Newport to {p} on the ship {p}, {p} said. It lies 90 km from the {p} line. "
        f"{p} lies 90 km from the front line in Ukraine."
        for p in payloads
    )
    article = f"{payloads[0]}\nPublished: 15 Oct. 2023\n\n{STORY}\n{story}\n"
    names = [f"{payloads[1]}.txt".replace("/", "∕")[:80], "saved.html"]
    (folder / names[0]).write_text(article, encoding="utf-8")
    (folder / names[1]).write_text(
        f"<!DOCTYPE html><title>{payloads[2]}</title><meta property='og:title' content='{escape(payloads[3])}'>"
        f"<article><h1>{escape(payloads[4])}</h1><p>{STORY}</p><p>{escape(payloads[5])}</p></article>",
        encoding="utf-8",
    )
    said = [f"--{option}={' '.join(payloads)}" for option in ("title", "standfirst", "credit")]
    return [*names, "--gazetteer", "places.csv", "--line", "front=own.geojson", *said]


def _holds_only_its_own(page: str) -> None:
    reader = Reader(page)
    assert sum(tag == "script" for tag, _ in reader.elements) == 4
    assert sum(tag == "style" for tag, _ in reader.elements) == 1
    assert sum(tag == "meta" for tag, _ in reader.elements) == 5
    assert not {tag for tag, _ in reader.elements} & {
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "math",
        "link",
        "base",
    }
    names = {name for _, attributes in reader.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("style", "src", "srcdoc")]
    assert all(re.match("#|https://(www.naturalearthdata|www.geonames|creativecommons|leafletjs|python-)", href)
               for href in reader.with_attribute("href"))  # fmt: skip
    assert reader.comments == []
    [data] = re.findall(r'<script type="application/json" id="route-data">(.*?)</script>', page, re.DOTALL)
    json.loads(data)

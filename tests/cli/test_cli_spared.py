"""No verb writes over a file that it reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Command

LINES = '{"id": "a", "text": "Grain was shipped from Odesa to Istanbul."}\n'
FRONT = '{"type": "LineString", "coordinates": [[30, 46], [31, 47]]}'
PLACES = "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note\n"
FILES = {"in.jsonl": LINES, "front.geojson": FRONT, "own.csv": PLACES, "own.json": PLACES, "dump.txt": "x\n"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("batch", "in.jsonl", "-o", "in.jsonl"), "the article itself"),
        (("batch", "in.jsonl", "-o", "./link.jsonl"), "the article itself"),
        (("verify", "in.jsonl", "-o", "in.jsonl"), "the article itself"),
        (("verify", "in.jsonl", "-o", "link.jsonl"), "the article itself"),
        (("batch", "in.jsonl", "--gazetteer", "own.csv", "-o", "own.csv"), "the file of places itself"),
        (("analyze", "article.txt", "--line", "front.geojson", "-o", "front.geojson"), "the file of lines itself"),
        (("map", "article.txt", "--line", "front=front.geojson", "-o", "front.geojson"), "the file of lines itself"),
        (("map", "article.txt", "--gazetteer", "own.json", "-o", "own.json"), "the file of places itself"),
        (("verify", "--text", "Nothing.", "--gazetteer", "own.json", "-o", "own.json"), "the file of places itself"),
        (("gazetteer", "build", "--geonames", "dump.txt", "-o", "dump.txt"), "the dump itself"),
    ],
)
def test_a_file_that_is_read_is_not_written_over(routes: Command, arguments: tuple[str, ...], words: str) -> None:
    for name, text in FILES.items():
        Path(name).write_text(text, encoding="utf-8")
    Path("link.jsonl").symlink_to("in.jsonl")
    answer = routes(*arguments)
    assert answer.code == 2
    assert words in answer.complaint
    assert {name: Path(name).read_text(encoding="utf-8") for name in FILES} == FILES


def test_another_name_in_the_same_folder_is_written(routes: Command) -> None:
    Path("in.jsonl").write_text(LINES, encoding="utf-8")
    assert routes("batch", "in.jsonl", "-o", "out.jsonl").code == 0
    assert Path("in.jsonl").read_text(encoding="utf-8") == LINES

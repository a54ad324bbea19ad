"""Where results go: whole or not at all."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from routes.cli import output
from tests.cli.command import Command


@pytest.mark.parametrize(
    ("arguments", "start"),
    [
        (("map", "article.txt", "-o", "out.html"), "<!DOCTYPE html>"),
        (("map", "article.txt", "-o", "out.HTM"), "<!DOCTYPE html>"),
        (("map", "article.txt", "-o", "out.svg"), "<"),
        (("map", "article.txt", "-o", "out.geojson"), "{"),
        (("map", "article.txt", "-o", "out.kml"), "<?xml version='1.0'"),
        (("map", "article.txt", "article.txt", "-o", "out.kml"), "<?xml version='1.0'"),
        (("map", "article.txt", "-o", "out.html", "--embed"), "<!DOCTYPE html>"),
        (("map", "article.txt", "-o", "out.json"), "{"),
        (("analyze", "article.txt", "-o", "out.json"), "{"),
        (("analyze", "article.txt", "-o", "out.geojson"), "{"),
        (("analyze", "article.txt", "-o", "out.txt"), "Shells"),
        (("analyze", "article.txt", "-o", "out.any", "--format", "text"), "Shells"),
    ],
    ids=" ".join,
)
def test_the_ending_chooses_the_format(routes: Command, arguments: tuple[str, ...], start: str) -> None:
    answer = routes(*arguments)
    assert (answer.code, answer.out) == (0, "")
    name = arguments[arguments.index("-o") + 1]
    assert f"routes: wrote {name}" in answer.err
    assert Path(name).read_text(encoding="utf-8").lower().startswith(start.lower())
    assert routes.files() == {"article.txt", name}


def test_a_file_holds_what_standard_output_would_have(routes: Command) -> None:
    routes("analyze", "article.txt", "-o", "report.json")
    assert Path("report.json").read_text(encoding="utf-8") == routes("analyze", "article.txt").out
    assert routes("analyze", "article.txt", "-o", "-").out == routes("analyze", "article.txt").out


@pytest.mark.parametrize("verb", ["map", "analyze"])
@pytest.mark.parametrize(
    ("target", "words"),
    [
        (".", "this is a folder"),
        ("nowhere/map.html", "there is no folder nowhere"),
        ("article.txt/map.html", "there is no folder article.txt"),
        ("map.docx", "the ending .docx is not known"),
        ("map", "the ending (none) is not known"),
        (".html", "the ending (none) is not known"),
    ],
)
def test_a_target_that_cannot_be_is_refused_before_the_work(
    routes: Command, verb: str, target: str, words: str
) -> None:
    answer = routes(verb, "missing.txt", "-o", target)
    assert answer.code == 2
    assert answer.complaint.startswith(f"-o {target}: {words}")
    assert routes.files() == {"article.txt"}


def test_a_write_that_fails_leaves_the_old_file_and_no_rest(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("out.json").write_text("old", encoding="utf-8")

    def fail(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fail)
    answer = routes("analyze", "article.txt", "-o", "out.json")
    assert answer.code == 2
    assert "out.json: cannot be written: No space left on device" in answer.complaint
    assert Path("out.json").read_text(encoding="utf-8") == "old"
    assert routes.files() == {"article.txt", "out.json"}


def test_a_folder_that_forbids_writing_is_told(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write anywhere, so the refusal of the system is played.
    def refuse(path: Path, data: bytes) -> int:
        raise PermissionError(13, "Permission denied", str(path), len(data))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert "Permission denied" in routes("map", "article.txt", "-o", "map.svg").complaint
    assert routes.files() == {"article.txt"}


def test_a_link_is_followed_and_a_device_stays_a_device(routes: Command) -> None:
    Path("real.json").write_text("old", encoding="utf-8")
    Path("link.json").symlink_to("real.json")
    assert routes("analyze", "article.txt", "-o", "link.json").code == 0
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text(encoding="utf-8"))["schema"] == "routes-report/1"
    assert routes("analyze", "article.txt", "-o", "/dev/null", "--format", "json").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_long_name_still_gets_its_file(routes: Command) -> None:
    name = f"{'n' * 240}.json"
    assert routes("analyze", "article.txt", "-o", name).code == 0
    assert routes.files() == {"article.txt", name}


def test_a_page_is_not_poured_into_a_terminal(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("routes.cli.console.Console.is_terminal", True)
    assert "-o map.html" in routes("map", "article.txt").complaint


def test_the_draft_lies_beside_the_file(routes: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []
    replace = Path.replace

    def watch(path: Path, target: Path) -> Path:
        seen.append(path)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", watch)
    target = output.read_target("out.txt", {".txt": "text"}, "text")
    assert target.path is not None
    routes("analyze", "article.txt", "-o", "out.txt")
    assert [path.parent for path in seen] == [routes.folder.resolve()]


def test_a_map_never_takes_the_place_of_its_article(routes: Command) -> None:
    (routes.folder / "story.html").write_text("Grain was shipped from Odesa to Istanbul.", encoding="utf-8")
    assert "this is the article itself" in routes("map", "story.html", "-o", "story.html").complaint
    assert "Odesa" in (routes.folder / "story.html").read_text(encoding="utf-8")


def test_a_link_that_leads_to_itself_is_refused(routes: Command) -> None:
    (routes.folder / "loop.html").symlink_to("loop.html")
    assert "-o loop.html" in routes("map", "article.txt", "-o", "loop.html").complaint

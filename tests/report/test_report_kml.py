"""KML that the schema of OGC takes, that other programs read, and that no text can turn into something else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import fastkml
import pytest
from lxml import etree

from routes import dossier
from routes.model import Dossier, Report
from routes.report import KmlWords, render_dossier_kml, render_kml
from tests.dossier.retold import retellings
from tests.page import sample_report
from tests.page.hostile import PAYLOADS, hostile
from tests.report.report_samples import make_empty_report, make_report

KML = "{http://www.opengis.net/kml/2.2}"
STORIES = (
    sample_report.report(),
    sample_report.pacific(),
    sample_report.many(20),
    sample_report.without_route(),
    sample_report.empty(),
    make_report(),
    make_empty_report(),
)


@cache
def schema() -> etree.XMLSchema:
    """Return the schema of OGC KML 2.2 (ogckml22.xsd, 2008-01-23), as the package fastkml brings it."""
    return etree.XMLSchema(etree.parse(Path(fastkml.__file__).parent / "schema" / "ogckml22.xsd"))


def checked(kml: str) -> ElementTree.Element:
    assert schema().validate(etree.fromstring(kml.encode("utf-8"))), schema().error_log
    return ElementTree.fromstring(kml)  # noqa: S314  our own document


def words(root: ElementTree.Element, tag: str) -> list[str]:
    return [element.text or "" for element in root.iter(f"{KML}{tag}")]


def lines(root: ElementTree.Element) -> list[list[tuple[float, float]]]:
    found = []
    for line in root.iter(f"{KML}LineString"):
        text = line.findtext(f"{KML}coordinates") or ""
        pairs = [position.split(",") for position in text.split()]
        found.append([(float(lon), float(lat)) for lon, lat in pairs])
    return found


@pytest.mark.parametrize("report", STORIES, ids=range(len(STORIES)))
def test_every_story_is_valid_by_the_schema(report: Report) -> None:
    checked(render_kml(report, KmlWords("Title", "Standfirst", "Credit")))


def test_a_schema_that_is_broken_is_seen() -> None:
    kml = render_kml(sample_report.report()).replace("<tessellate>1</tessellate>", "<tessellate>often</tessellate>")
    assert not schema().validate(etree.fromstring(kml.encode()))


def test_stops_legs_and_claims_are_placemarks_with_styles_that_exist() -> None:
    root = checked(render_kml(sample_report.report()))
    names = [mark.findtext(f"{KML}name") for mark in root.iter(f"{KML}Placemark")]
    assert names == [
        "1. Najin",
        "2. Dunay",
        "3. Tikhoretsk",
        "Najin to Dunay by sea (way inferred)",
        "Dunay to Tikhoretsk by rail (way inferred)",
        "Claim 1: 290 km (180 miles) from the Ukraine front line (supported)",
    ]
    styles = {style.attrib["id"] for style in root.iter(f"{KML}Style")}
    used = words(root, "styleUrl")
    assert used == [
        "#stop-sure",
        "#stop-unsure",
        "#stop-sure",
        "#leg-sea-inferred",
        "#leg-rail-inferred",
        "#claim-supported",
    ]
    assert {url[1:] for url in used} <= styles


def test_what_is_given_is_drawn_wider_and_fuller_than_what_is_inferred() -> None:
    root = checked(render_kml(sample_report.pacific()))
    style = {
        s.attrib["id"]: (s.findtext(f".//{KML}color"), s.findtext(f".//{KML}width")) for s in root.iter(f"{KML}Style")
    }
    given, inferred = style["leg-rail-given"], style["leg-rail-inferred"]
    assert given[0] is not None
    assert inferred[0] is not None
    assert int(given[0][:2], 16) > int(inferred[0][:2], 16)
    assert float(given[1] or 0) > float(inferred[1] or 0)
    assert {"#leg-sea-inferred", "#leg-rail-given", "#leg-unknown-inferred"} <= set(words(root, "styleUrl"))


def test_dates_are_stamps_spans_and_open_spans() -> None:
    report = sample_report.report()
    root = checked(render_kml(report))
    assert words(root, "begin") == ["2023-09-07"] * 2
    assert words(root, "end") == ["2023-10-01"] * 2
    assert words(root, "when") == ["2023-10-15"]
    first, *legs = report.itineraries[0].legs
    assert report.itineraries[0].window
    window = replace(report.itineraries[0].window, end=None)
    way = replace(report.itineraries[0], legs=(replace(first, on=date(2023, 9, 8)), *legs), window=window)
    root = checked(render_kml(replace(report, itineraries=(way,))))
    assert words(root, "when") == ["2023-09-08", "2023-10-15"]
    assert (words(root, "begin"), words(root, "end")) == (["2023-09-07"], [])


@pytest.mark.parametrize("report", STORIES, ids=range(len(STORIES)))
def test_no_line_crosses_the_antimeridian_or_leaves_the_map(report: Report) -> None:
    for line in lines(checked(render_kml(report))):
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in line)
        assert all(abs(b - a) <= 180 for (a, _), (b, _) in pairwise(line))


def test_a_way_across_the_pacific_is_in_two_parts_that_meet() -> None:
    root = checked(render_kml(sample_report.pacific()))
    [together] = list(root.iter(f"{KML}MultiGeometry"))
    west, east = lines(together)
    assert (west[-1][0], east[0][0]) == (180, -180)
    assert west[-1][1] == east[0][1]


def test_another_program_reads_it() -> None:
    declaration, kml = render_kml(make_report()).split("\n", 1)
    assert declaration == "<?xml version='1.0' encoding='UTF-8'?>"
    document = fastkml.KML.from_string(kml)
    [inner] = document.features
    assert isinstance(inner, fastkml.Document)
    folder = inner.features[0]
    assert isinstance(folder, fastkml.Folder)
    assert [mark.name for mark in folder.features if isinstance(mark, fastkml.Placemark)][:2] == ["1. Suva", "2. Apia"]


def test_the_words_of_the_editor_stand_on_top() -> None:
    root = checked(render_kml(sample_report.report(), KmlWords("Own title", "Own standfirst.", "Graphic: own desk")))
    document = root[0]
    assert document.findtext(f"{KML}name") == "Own title"
    assert (document.findtext(f"{KML}description") or "").startswith(
        "Own standfirst. Graphic: own desk Places: GeoNames"
    )


def test_a_dossier_has_a_folder_for_each_article() -> None:
    root = checked(render_dossier_kml(retellings()))
    folders = [folder.findtext(f"{KML}name") or "" for folder in root[0].findall(f"{KML}Folder")]
    assert [name[:2] for name in folders] == ["A:", "B:", "C:"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_becomes_an_element_or_a_tag_in_a_description(payload: str) -> None:
    said = KmlWords(payload, payload, payload)
    plain = checked(render_kml(sample_report.report(), KmlWords("x", "x", "x")))
    for kml in (render_kml(hostile(payload), said), render_dossier_kml(_pair(payload), said)):
        root = checked(kml)
        assert {e.tag for e in root.iter()} <= {e.tag for e in plain.iter()}
        assert {n for e in root.iter() for n in e.attrib} <= {n for e in plain.iter() for n in e.attrib}
        assert not re.search(r"<!|<\?(?!xml version='1.0' encoding='UTF-8'\?>)", kml)
        # Programs show these as HTML: no tag may stand in them once XML has been read.
        for element in root.iter():
            assert not re.search("[<>\u202a-\u202e\u2066-\u2069\u200b]", element.text or "")


def _pair(payload: str) -> Dossier:
    return dossier([hostile(payload), sample_report.report()])


def test_the_same_report_gives_the_same_kml() -> None:
    assert render_kml(make_report()) == render_kml(make_report())

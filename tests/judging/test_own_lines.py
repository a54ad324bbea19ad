"""Lines of the user's own, by the names that the text and the file have in common."""

from __future__ import annotations

from datetime import date

import pytest

from routes.geo import Polyline, ReferenceLine
from routes.model import Claim, LineVersion, Outcome, Position
from routes.pipeline import Options, analyze

# Along the meridian 23.5 E; Augustów (53.84 N, 22.98 E) lies 34 km west of it (cosine of the latitude).
MERIDIAN = Polyline.of([Position(lat=53.0, lon=23.5), Position(lat=54.5, lon=23.5)])
# A square about Athienou, half a degree wide.
SQUARE = Polyline.of(
    [Position(lat=lat, lon=lon) for lat, lon in ((34.8, 33.2), (34.8, 33.8), (35.3, 33.8), (35.3, 33.2), (34.8, 33.2))]
)


def line(name: str, *parts: Polyline, start: date | None = None, end: date | None = None) -> ReferenceLine:
    return ReferenceLine(LineVersion("own.geojson#0", name, start, end, 0.5, "a survey"), parts)


def claim_of(text: str, *lines: ReferenceLine, on: date | None = None) -> Claim:
    (claim,) = analyze(text, Options(on=on, named_lines=lines)).claims
    return claim


@pytest.mark.parametrize("name", ["Suwalki line", "the Suwałki Line", "SUWALKI LINE"])
@pytest.mark.parametrize("words", ["the Suwalki line", "the Suwałki line", "the Suwalki Line"])
def test_a_name_is_known_in_any_case_and_without_its_accents(name: str, words: str) -> None:
    claim = claim_of(f"Augustow lies 34 km from {words}.", line(name, MERIDIAN))
    assert claim.outcome is Outcome.SUPPORTED, claim.sentence
    assert claim.reference is not None
    assert (claim.reference.name, claim.reference.place) == (name, None)


def test_a_line_wins_over_a_place_of_its_name_and_the_longer_name_over_the_shorter() -> None:
    lines = (line("Suwalki", SQUARE), line("Suwalki line", MERIDIAN))
    assert claim_of("Augustow lies 34 km from the Suwalki line.", *lines).outcome is Outcome.SUPPORTED


def test_a_line_that_the_text_does_not_name_is_not_measured_to() -> None:
    claim = claim_of("Augustow lies 30 km from Suwalki.", line("Suwalki line", MERIDIAN))
    assert claim.reference is not None
    assert claim.reference.place is not None


def test_a_zone_that_the_reader_knows_by_a_noun_alone_is_measured_to() -> None:
    # Larnaca (34.92 N, 33.63 E) lies in the square; Paphos (32.42 E) 71 km west of it.
    zone = line("Buffer zone", SQUARE)
    assert claim_of("Paphos lies 70 km from the edge of the buffer zone.", zone).outcome is Outcome.SUPPORTED
    inside = claim_of("Larnaca lies 50 km from the buffer zone.", zone)
    assert inside.outcome is Outcome.REFUTED
    assert inside.sentence.startswith("Larnaca lies in Buffer zone")


def test_of_several_versions_that_of_the_day_is_measured_to() -> None:
    old = line("Suwalki line", SQUARE, end=date(2021, 12, 31))
    new = line("Suwalki line", MERIDIAN, start=date(2022, 1, 1))
    text = "Augustow lies 34 km from the Suwalki line."
    claim = claim_of(text, old, new, on=date(2022, 5, 1))
    assert claim.outcome is Outcome.SUPPORTED
    assert claim.measured is not None
    assert claim.measured.on == date(2022, 5, 1)
    before = claim_of(text, old, new, on=date(2021, 5, 1)).measured
    assert before is not None
    assert before.m > 2_000_000  # on Cyprus


def test_without_a_version_for_the_day_the_claim_is_left_open() -> None:
    dated = line("Suwalki line", MERIDIAN, start=date(2022, 1, 1))
    text = "Augustow lies 34 km from the Suwalki line."
    assert claim_of(text, dated).reason == "Suwalki line: no date is known, and it has dates"
    assert (
        claim_of(text, dated, on=date(2020, 1, 1)).reason == "Suwalki line: the given file has none for 1 January 2020"
    )

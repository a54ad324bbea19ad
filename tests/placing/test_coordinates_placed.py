import pytest

from routes.model import How, Outcome, Place, PlaceKind, Resolution
from routes.pipeline import analyze


def _resolved(text: str) -> dict[str, Resolution]:
    return {resolution.mention.text: resolution for resolution in analyze(text).toponyms}


def _place(text: str, name: str) -> Place:
    place = _resolved(text)[name].place
    assert place is not None
    return place


def test_a_position_in_figures_is_a_sure_place() -> None:
    found = _resolved("The depot (45.8884, 40.0424) burned.")["45.8884, 40.0424"]
    assert (found.how, found.confidence) == (How.COORDINATES, 1.0)
    place = found.place
    assert place is not None
    assert (place.id, place.kind) == ("coordinates:45.8884,40.0424", PlaceKind.FACILITY)
    # Half of 0.0001 degrees of latitude, 111.1 km long at 45 N.
    assert place.extent_km == pytest.approx(0.00556, rel=0.01)


def test_one_position_has_one_id_however_it_is_written() -> None:
    text = "It sank at 44°03′00″N 131°30′00″E, or 44.0500 N, 131.5000 E."
    assert {r.place.id for r in analyze(text).toponyms if r.place} == {"coordinates:44.05,131.5"}


def test_goods_leave_and_reach_positions_in_figures() -> None:
    report = analyze("Grain was shipped from 44.05 N, 131.27 E to Singapore.")
    stops = report.itineraries[0].stops
    assert [stop.name for stop in stops] == ["44.05 N, 131.27 E", "Singapore"]
    assert stops[0].place is not None


def test_figures_behind_a_name_are_no_stop_of_their_own() -> None:
    report = analyze("Cargo left Odesa (46.48 N, 30.73 E) for Istanbul (41.01° N, 28.98° E).")
    assert [stop.name for stop in report.itineraries[0].stops] == ["Odesa", "Istanbul"]


# Tikhoretsk to Moscow: 45.8884 N 40.0424 E, 55.7558 N 37.6173 E; 1110 km on the ellipsoid (GeographicLib).
@pytest.mark.parametrize(("stated", "outcome"), [(1110, Outcome.SUPPORTED), (290, Outcome.REFUTED)])
def test_a_claim_is_measured_from_a_position_in_figures(stated: int, outcome: Outcome) -> None:
    (claim,) = analyze(f"The depot (45.8884, 40.0424) is {stated:,} km from Moscow.").claims
    assert claim.outcome is outcome
    assert claim.subject is not None
    assert claim.subject.place is not None
    assert claim.subject.place.id == "coordinates:45.8884,40.0424"


def test_letters_of_a_position_are_no_names() -> None:
    assert list(_resolved("A strike hit grid 37TEL8087782176 near Moscow.")) == ["37TEL8087782176", "Moscow"]


def test_a_position_has_no_name_to_correct() -> None:
    assert all(
        notice.code not in ("spelling", "unsure-place") for notice in analyze("It sank at 44.05 N, 131.27 E.").notices
    )

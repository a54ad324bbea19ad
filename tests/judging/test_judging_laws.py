"""What holds for every figure and every pair of places."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from routes.judging.pair import Figure
from routes.judging.rules import judge_length
from routes.model import LineKind, Measurement, Modifier, Outcome, Position, Unit
from tests.judging.bench import Line, Told, length, place
from tests.judging.places import TIKHORETSK

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)
VALUES = st.floats(0.001, 20_000)
SOMEWHERE = Position(lat=0, lon=0)


@settings(max_examples=200, deadline=None)
@given(VALUES, LATS, LONS, LATS, LONS, st.sampled_from([None, *Modifier]), st.sampled_from(Unit))
def test_any_figure_between_any_places_gets_an_outcome_and_a_sentence(
    value: float, lat: float, lon: float, other_lat: float, other_lon: float, modifier: Modifier | None, unit: Unit
) -> None:
    told = Told(
        place("Here", lat, lon),
        length(value, unit, modifier=modifier),
        place("There", other_lat, other_lon),
        bearing="east",
    )
    claim = told.judged()
    assert claim.outcome in Outcome
    assert claim.reason
    assert claim.sentence.endswith(".")
    assert "nan" not in claim.sentence + claim.reason + "".join(claim.arithmetic)
    assert not {"false", "lie", "lies,"} & set(claim.sentence.lower().split())


@settings(max_examples=100, deadline=None)
@given(VALUES, LATS, LONS, LATS, LONS)
def test_a_distance_is_the_same_from_either_end(
    value: float, lat: float, lon: float, other_lat: float, other_lon: float
) -> None:
    here, there = place("Here", lat, lon), place("There", other_lat, other_lon)
    one, other = (Told(a, length(value), b).judged() for a, b in ((here, there), (there, here)))
    assert one.outcome is other.outcome
    if one.measured and other.measured:
        assert abs(one.measured.m - other.measured.m) < 0.001  # a geodesic is the same both ways


@given(st.floats(1_000, 5_000_000), st.floats(0.01, 100), st.floats(0, 0.2), st.floats(0.2, 5))
def test_a_wider_interval_never_loses_support(measured_m: float, widen: float, slack: float, share: float) -> None:
    narrow = _measurement(measured_m, measured_m * slack)
    wide = _measurement(measured_m, measured_m * slack * (1 + widen))
    stated_m = measured_m * share
    figure = Figure("figure", stated_m, stated_m * 0.99, stated_m * 1.01)
    if judge_length(figure, narrow, may_wind=False).outcome is Outcome.SUPPORTED:
        assert judge_length(figure, wide, may_wind=False).outcome is Outcome.SUPPORTED


@given(measured_m=st.floats(40_000, 5_000_000), share=st.floats(0.2, 5), scale=st.floats(1, 10), may_wind=st.booleans())
def test_scaling_everything_leaves_the_outcome(
    measured_m: float, share: float, scale: float, *, may_wind: bool
) -> None:
    # Above 30 km a tenth of the figure is more than the fixed 3 km, so nothing but ratios decides.
    stated_m = max(measured_m * share, 31_000)
    figure = Figure("figure", stated_m, stated_m * 0.98, stated_m * 1.02)
    scaled = Figure("figure", stated_m * scale, stated_m * 0.98 * scale, stated_m * 1.02 * scale)
    one = judge_length(figure, _measurement(measured_m, measured_m * 0.05), may_wind=may_wind)
    other = judge_length(scaled, _measurement(measured_m * scale, measured_m * 0.05 * scale), may_wind=may_wind)
    assert one.outcome is other.outcome


@settings(max_examples=60, deadline=None)
@given(VALUES, st.sampled_from(LineKind), st.dates(date(2014, 1, 1), date(2035, 1, 1)))
def test_any_figure_against_any_line_gets_an_outcome(value: float, kind: LineKind, on: date) -> None:
    claim = Told(TIKHORETSK, length(value), Line(kind, "Ukraine", detail="38"), on=on).judged()
    assert claim.outcome in Outcome
    assert claim.sentence.endswith(".")


@given(VALUES)
def test_only_a_road_between_places_explains_a_longer_figure(value: float) -> None:
    figure = Figure("figure", value * 1000, value * 990, value * 1010)
    measured = _measurement(50_000, 1_000)
    straight = judge_length(figure, measured, may_wind=False).outcome
    road = judge_length(figure, measured, may_wind=True).outcome
    assert straight is road or (straight, road) == (Outcome.REFUTED, Outcome.BORDERLINE)


def _measurement(m: float, slack_m: float) -> Measurement:
    return Measurement(m, max(0.0, m - slack_m), m + slack_m, (SOMEWHERE, SOMEWHERE))

"""Outlines of first-level divisions: known neighbours, known towns inside and outside, coasts apart from borders."""

from __future__ import annotations

import io

import numpy as np
import pytest

from routes.geo import (
    border,
    closest,
    contains,
    country_polygons,
    distance_to_area,
    division_area,
    division_border,
    division_coast,
    nearest_on_line,
)
from routes.model import BorderView, Position
from routes.resources import read_bytes

KHARKIV, BELGOROD = Position(lat=49.9808, lon=36.2527), Position(lat=50.5997, lon=36.5983)


@pytest.mark.parametrize(
    ("code", "inside", "outside"),
    [
        ("RU.09", BELGOROD, KHARKIV),
        ("UA.07", KHARKIV, BELGOROD),
        ("US.TX", Position(lat=30.2672, lon=-97.7431), Position(lat=35.0844, lon=-106.6504)),  # Austin, Albuquerque
        ("IT.15", Position(lat=37.5, lon=15.05), Position(lat=38.11, lon=15.65)),  # by Catania, Reggio Calabria
        ("FR.11", Position(lat=48.8566, lon=2.3522), Position(lat=49.8942, lon=2.2957)),  # Paris, Amiens
        ("GB.SCT", Position(lat=55.9533, lon=-3.1883), Position(lat=54.9783, lon=-1.6178)),  # Edinburgh, Newcastle
        ("RU.15", Position(lat=66.5, lon=-173.0), Position(lat=64.5, lon=-165.4)),  # past the 180th meridian; Nome
    ],
)
def test_towns_lie_in_their_own_division(code: str, inside: Position, outside: Position) -> None:
    area = division_area(code)
    assert area is not None
    assert contains(inside, area)
    assert not contains(outside, area)


def test_the_border_of_a_division_on_the_state_border_is_as_far_as_the_state_border() -> None:
    # Two editions of Natural Earth, each thinned: they agree within the uncertainty that both state.
    here, state = division_border("RU.09"), border("RU", BorderView.UN)
    assert here is not None and state is not None  # noqa: PT018 - for mypy
    assert nearest_on_line(KHARKIV, here.parts).m == pytest.approx(nearest_on_line(KHARKIV, state.parts).m, abs=2_000)


def test_neighbours_share_their_border() -> None:
    # Kansas and Oklahoma meet on the 37th parallel: an edge of both is stored once, so there is no gap.
    kansas, oklahoma = division_area("US.KS"), division_area("US.OK")
    assert kansas is not None and oklahoma is not None  # noqa: PT018 - for mypy
    assert closest(kansas, oklahoma).m == 0
    assert distance_to_area(Position(lat=37.9, lon=-97.5), oklahoma).m == pytest.approx(99_900, abs=1_000)


def test_the_coast_is_no_border_and_an_inland_division_has_none() -> None:
    border_line, coast_line = division_border("US.CA"), division_coast("US.CA")
    assert border_line is not None and coast_line is not None  # noqa: PT018 - for mypy
    monterey, yuma = Position(lat=36.6, lon=-121.9), Position(lat=32.69, lon=-114.63)
    assert nearest_on_line(monterey, coast_line.parts).m < 3_000
    assert nearest_on_line(monterey, border_line.parts).m > 200_000
    assert nearest_on_line(yuma, border_line.parts).m < 7_000
    assert division_coast("US.KS") is None


def test_a_code_that_is_not_known_has_no_outline() -> None:
    assert division_area("XX.99") is None
    assert division_border("XX.99") is None
    # What belongs to no known division goes by its country's code in the file; that is no division.
    assert division_area("KE") is None
    assert division_border("KE") is None


def test_florida_and_cuba_lie_ninety_miles_apart() -> None:
    # From Key West: 90 statute miles as they are always told, 94 by the gazetteers of the islets.
    florida, cuba = division_area("US.FL"), country_polygons("CU", BorderView.UN)
    assert florida is not None and cuba is not None  # noqa: PT018 - for mypy
    assert closest(florida, cuba).m == pytest.approx(94 * 1609.344, abs=6_000)


def test_three_thousand_divisions_are_packed() -> None:
    with np.load(io.BytesIO(read_bytes("divisions.npz")), allow_pickle=False) as packed:
        codes = packed["codes"].tolist()
    assert sum("." in code for code in codes) == 3_035

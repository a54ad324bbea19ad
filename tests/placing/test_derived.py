from itertools import pairwise

import pytest

from routes.gazetteer import Gazetteer
from routes.geo import Area, Polyline, azimuth_deg, contains, distance_m
from routes.model import How, Outcome, PlaceKind, Position, Resolution
from routes.pipeline import Options, analyze
from routes.report.document import report_object

# From general knowledge, to a hundredth of a degree.
NANJING = Position(lat=32.06, lon=118.80)
FUJAIRAH = Position(lat=25.12, lon=56.34)
KHARKIV = Position(lat=49.99, lon=36.23)
ODESA = Position(lat=46.48, lon=30.73)
MYKOLAIV = Position(lat=46.97, lon=32.00)
ADEN = Position(lat=12.79, lon=45.03)
BERBERA = Position(lat=10.44, lon=45.01)
MUKALLA = Position(lat=14.54, lon=49.13)
# A gazetteer may put a city's point elsewhere in it.
CITY_M = 8_000.0


def _derived(text: str) -> list[Resolution]:
    return [found for found in analyze(text).toponyms if found.how is How.DERIVED]


def _one(text: str) -> Resolution:
    (found,) = _derived(text)
    assert found.place is not None
    assert found.area is not None
    return found


def _center(found: Resolution) -> Position:
    assert found.place is not None
    return found.place.position


def _holds(found: Resolution, point: Position) -> bool:
    assert found.area is not None
    return contains(point, Area((Polyline.of(found.area),)))


def test_a_figure_and_a_bearing_give_a_point_and_a_sector() -> None:
    found = _one("He was born in a village 20 km east of Nanjing.")
    assert found.mention.text == "a village 20 km east of Nanjing"
    assert distance_m(NANJING, _center(found)) == pytest.approx(20_000, abs=CITY_M)
    assert azimuth_deg(NANJING, _center(found)) == pytest.approx(90, abs=25)  # 8 km across on a way of 20
    assert found.place is not None
    assert (found.place.kind, found.place.id) == (PlaceKind.FACILITY, "derived:cn-nanjing:18.0-22.0km:90")
    # 20 km due east lies inside; 20 km to the west, and 60 km to the east, do not.
    assert _holds(found, Position(lat=32.06, lon=119.01))
    assert not _holds(found, Position(lat=32.06, lon=118.55))
    assert not _holds(found, Position(lat=32.06, lon=119.44))


@pytest.mark.parametrize("words", ["east of", "from"])
def test_a_distance_that_reaches_round_the_earth_gives_no_place(words: str) -> None:
    # Half the equator is 20,038 km, and Finland stretches over some 1,000.
    assert not _derived(f"He was born in a village 19,950 km {words} Finland.")


@pytest.mark.parametrize(
    "text",
    [
        # The sector of 1,000 km and more is wider than a country; a figure alone of 300 km is a ring of 600.
        "Supplies were flown from Nanjing to Xyz Station, about 2,500 km south of Nanjing.",
        "He was born in a village 1,000 km north of Nanjing.",
        "He was born in a village 300 km from Nanjing.",
    ],
)
def test_a_figure_that_leaves_hundreds_of_kilometres_open_gives_no_pin_ashore(text: str) -> None:
    assert not _derived(text)


def test_a_spot_in_mid_ocean_has_a_pin_however_wide() -> None:
    [spot] = _derived("The freighter turned back to Callao from 1,900 nautical miles southwest of the port of Callao.")
    assert spot.place is not None
    assert spot.place.kind is PlaceKind.OFFSHORE


@pytest.mark.parametrize(
    "text",
    [
        "Poltava, the home of Ukraine's gas trade, lies about 130 km west of Kharkiv.",
        "Mykolaiv, the hub of Ukraine's grain trade, lies 110 km east of Odesa.",
    ],
)
def test_what_lies_somewhere_is_the_subject_whatever_explains_it_and_no_place_of_its_own(text: str) -> None:
    report = analyze(text)
    assert not [found for found in report.toponyms if found.how is How.DERIVED]
    assert [claim.outcome for claim in report.claims] == [Outcome.SUPPORTED]
    assert all("km" not in stop.name for itinerary in report.itineraries for stop in itinerary.stops)


def test_a_predicate_about_a_copper_belt_moves_no_goods() -> None:
    copper = "Copper was shipped from Lobito to Baltimore."
    report = analyze(f"{copper} Kolwezi, a hub of Congo's copper belt, sits 1,300 km east of Lobito.")
    assert [stop.name for stop in report.itineraries[0].stops] == ["Lobito", "Baltimore"]
    (claim,) = report.claims
    assert claim.subject is not None
    assert (claim.subject.name, claim.outcome) == ("Kolwezi", Outcome.SUPPORTED)


@pytest.mark.parametrize(
    ("bearing", "inside", "outside"),
    [
        # Half the sector is 45 degrees for a cardinal point, 22.5 for one between, 11.25 for a finer one.
        ("north", (0, 40, -40), (50, -50)),
        ("northeast", (45, 25, 65), (15, 75)),
        ("north-northeast", (22.5, 13, 32), (8, 37)),
    ],
)
def test_a_bearing_is_as_wide_as_people_mean_it(
    bearing: str, inside: tuple[float, ...], outside: tuple[float, ...]
) -> None:
    from routes.geo import destination

    found = _one(f"A farm 200 km {bearing} of Kharkiv burned.")
    assert all(_holds(found, destination(KHARKIV, azimuth, 200_000)) for azimuth in inside)
    assert not any(_holds(found, destination(KHARKIV, azimuth, 200_000)) for azimuth in outside)


def test_a_figure_alone_gives_a_disc() -> None:
    found = _one("It was seized about 50 miles off Fujairah.")
    assert distance_m(FUJAIRAH, _center(found)) < CITY_M
    assert found.place is not None
    # 50 miles are 80 km; "about" and the town's own extent widen that.
    assert 80 < found.place.extent_km < 110


def test_the_waters_off_a_coast_lie_at_the_stated_distance() -> None:
    found = _one("The tanker was seized 80 nautical miles off the coast of Oman.")
    # 80 nautical miles are 148 km. South of Salalah the shore runs from 16.73 N 53.4 E to 16.93 N 54.0 E, 151 and
    # 153 km from the point.
    assert _holds(found, Position(lat=15.55, lon=54.1))
    assert not _holds(found, Position(lat=16.8, lon=54.1))  # 13 km off
    assert not _holds(found, Position(lat=14.0, lon=54.1))  # 310 km off
    assert not _holds(found, Position(lat=18.3, lon=54.1))  # the interior, as far from the shore


def test_a_long_coast_says_too_little() -> None:
    assert _derived("The tanker was seized 80 nautical miles off the coast of Russia.") == []


def test_a_direction_without_a_figure_is_a_sector_with_a_stated_assumption() -> None:
    found = _one("Shells fell north of Kharkiv.")
    assert _center(found).lat > KHARKIV.lat
    assert "50 km" in found.candidates[0].why
    assert _holds(found, Position(lat=50.3, lon=36.23))
    assert not _holds(found, Position(lat=49.7, lon=36.23))


def test_near_a_place_is_round_it() -> None:
    found = _one("A village near Kharkiv burned.")
    assert found.mention.text == "A village near Kharkiv"
    assert _holds(found, Position(lat=49.99, lon=36.45))  # 16 km
    assert not _holds(found, Position(lat=49.99, lon=36.9))  # 48 km


def test_between_two_places_is_a_strip() -> None:
    found = _one("The train derailed between Odesa and Mykolaiv.")
    middle = Position(lat=(ODESA.lat + MYKOLAIV.lat) / 2, lon=(ODESA.lon + MYKOLAIV.lon) / 2)
    assert distance_m(_center(found), middle) < CITY_M
    assert all(_holds(found, point) for point in (ODESA, middle, MYKOLAIV))
    assert not _holds(found, Position(lat=47.2, lon=30.9))


def test_halfway_is_round_the_middle() -> None:
    found = _one("It sank halfway between Aden and Berbera.")
    assert distance_m(_center(found), Position(lat=11.62, lon=45.02)) < CITY_M
    assert not _holds(found, ADEN)
    assert not _holds(found, BERBERA)


def test_a_water_that_bears_it_out_leaves_the_confidence() -> None:
    borne = _one("It was boarded in the Gulf of Aden, 60 nautical miles south of Mukalla.")
    assert distance_m(MUKALLA, _center(borne)) == pytest.approx(60 * 1852, abs=CITY_M)
    odd = _one("It was boarded in the Baltic Sea, 60 nautical miles south of Mukalla.")
    assert odd.confidence < borne.confidence


@pytest.mark.parametrize(
    "text",
    [
        "Dunay, a port near Vladivostok, is closed.",
        "Dunay, 50 km from Vladivostok, is closed.",
        "Bakhmut, north of Donetsk, fell.",
        "He lives near Ukraine.",
        "Shells fell north of Xyzville.",
        "A farm 5 km north of Russia burned.",
    ],
)
def test_nothing_is_derived_where_the_place_has_its_own_name_or_the_reference_says_too_little(text: str) -> None:
    assert _derived(text) == []


def test_a_name_that_no_gazetteer_has_gets_the_place_of_its_phrase() -> None:
    found = _one("Grain was shipped from Xyzville, 20 km east of Nanjing, to Istanbul.")
    assert found.mention.text == "Xyzville"
    assert distance_m(NANJING, _center(found)) == pytest.approx(20_000, abs=CITY_M)


def test_a_city_is_meant_where_a_country_shares_its_name() -> None:
    found = _one("It sank halfway between Aden and Djibouti.")
    # Aden 12.79 N 45.03 E, Djibouti city 11.59 N 43.15 E.
    assert distance_m(_center(found), Position(lat=12.19, lon=44.09)) < CITY_M


@pytest.mark.parametrize(
    "text",
    [
        "He was born in a village 20 km east of Nanjing.",
        "The tanker was seized 80 nautical miles off the coast of Oman.",
        "The tanker was seized 50 miles off Fujairah.",
        "Xyzville, 20 km east of Nanjing, burned.",
        "Grain was shipped from Xyzville, 20 km east of Nanjing, to Istanbul.",
        "Crude was loaded at a terminal 30 km north of Basra and shipped to Mundra.",
        "Xyzville is 20 km east of Nanjing. Later Xyzville, 20 km east of Nanjing, burned.",
        "A village near Kharkiv burned. It is 20 km from Kharkiv.",
    ],
)
def test_a_claim_is_never_judged_by_the_place_that_it_has_given(text: str) -> None:
    claims = analyze(text).claims
    assert claims
    for claim in claims:
        assert claim.outcome is Outcome.UNVERIFIABLE
        assert claim.measured is None


def test_a_derived_place_is_less_sure_than_its_reference() -> None:
    report = analyze("A train derailed between Odesa and Mykolaiv. A village 20 km east of Nanjing burned.")
    sure = {
        found.place.id: found.confidence for found in report.toponyms if found.place and found.how is not How.DERIVED
    }
    for found in report.toponyms:
        if found.how is How.DERIVED:
            assert found.confidence < min(sure.values())


def test_goods_can_be_where_only_a_distance_tells() -> None:
    report = analyze("Crude was loaded at Basra, transferred 60 nautical miles south of Mukalla and shipped to Mundra.")
    stops = report.itineraries[0].stops
    assert [stop.name for stop in stops] == ["Basra", "60 nautical miles south of Mukalla", "Mundra"]
    assert stops[1].place is not None
    assert distance_m(MUKALLA, stops[1].place.position) == pytest.approx(60 * 1852, abs=CITY_M)


def test_given_mentions_are_the_only_ones() -> None:
    text = "He was born in a village 20 km east of Nanjing."
    whole = analyze(text)
    nanjing = next(found.mention.span for found in whole.toponyms if found.mention.text == "Nanjing")
    assert len(analyze(text, Options(mentions=(nanjing,))).toponyms) == 1


ISLAND = (
    "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note\n"
    "fj-dateline,Dateline,city,FJ,-17.0,179.9,2,,1000,test,\n"
)


def test_the_report_has_the_area_as_geojson_cut_at_the_antimeridian() -> None:
    gazetteer = Gazetteer.curated().with_layer(ISLAND, "island.csv")
    report = report_object(analyze("A village near Dateline burned.", Options(gazetteer=gazetteer)))
    toponyms = report["toponyms"]
    assert isinstance(toponyms, list)
    areas = [found["area"] for found in toponyms if found["area"]]
    assert len(areas) == 1
    assert areas[0]["type"] == "MultiPolygon"
    for polygon in areas[0]["coordinates"]:
        (ring,) = polygon
        assert ring[0] == ring[-1]
        assert all(abs(after[0] - before[0]) < 1 for before, after in pairwise(ring))
        assert {lon > 0 for lon, _ in ring} in ({True}, {False})


def test_the_report_has_a_polygon_that_runs_counter_clockwise() -> None:
    report = report_object(analyze("A farm 20 km east of Nanjing burned."))
    toponyms = report["toponyms"]
    assert isinstance(toponyms, list)
    (area,) = [found["area"] for found in toponyms if found["area"]]
    assert area["type"] == "Polygon"
    (ring,) = area["coordinates"]
    # The signed area of the shoelace formula, positive for counter-clockwise (RFC 7946, 3.1.6).
    assert sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) > 0

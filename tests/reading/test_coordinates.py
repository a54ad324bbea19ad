import pytest
from hypothesis import given
from hypothesis import strategies as st

from routes.geo import distance_m, from_mgrs
from routes.model import Position
from routes.reading.coordinates import Coordinates, Notation, read_coordinates


def _read(text: str) -> list[tuple[str, float, float]]:
    return [
        (text[found.span.start : found.span.end], found.position.lat, found.position.lon)
        for found in read_coordinates(text)
    ]


def _only(text: str) -> Coordinates:
    (found,) = read_coordinates(text)
    return found


# 44 + 3/60 = 44.05; 131 + 16/60 = 131.26667; 44 + 3/60 + 12/3600 = 44.05333; 131 + 16/60 + 30/3600 = 131.275.
@pytest.mark.parametrize(
    ("written", "lat", "lon"),
    [
        ("44.05 N, 131.27 E", 44.05, 131.27),
        ("48.3794° N, 31.1656° E", 48.3794, 31.1656),
        ("44,05° N, 131,27° E", 44.05, 131.27),
        ("N44.05 E131.27", 44.05, 131.27),
        ("12.05S 77.15W", -12.05, -77.15),
        ("lat 45.88 lon 40.04", 45.88, 40.04),
        ("Latitude: 45.88, Longitude: -40.04", 45.88, -40.04),
        ("lat. 45.88, long. 40.04", 45.88, 40.04),
        ("latitude 44.05 north, longitude 131.27 east", 44.05, 131.27),
        ("44.05 degrees north latitude and 131.27 degrees east longitude", 44.05, 131.27),
        ("44°03′N 131°16′E", 44.05, 131.266667),
        ("44°03'N, 131°16'E", 44.05, 131.266667),
        ("44°03’N 131°16’E", 44.05, 131.266667),
        ("44º03´N 131º16´E", 44.05, 131.266667),
        ("44˚ 03ʹ N / 131˚ 16ʹ E", 44.05, 131.266667),
        ("44 degrees 3 minutes north, 131 degrees 16 minutes east", 44.05, 131.266667),
        ("44°03′12″N 131°16′30″E", 44.053333, 131.275),
        ("44°03'12\"N 131°16'30\"E", 44.053333, 131.275),
        ("44°03'12''N 131°16'30''E", 44.053333, 131.275),
        ("44°03’12” S; 131°16’30” W", -44.053333, -131.275),
        ("44 03 12 N 131 16 30 E", 44.053333, 131.275),
        ("N 44 03 12 E 131 16 30", 44.053333, 131.275),
        ("44-03.2N 131-16.5E", 44.053333, 131.275),
        ("44 03.2 N 131 16.5 E", 44.053333, 131.275),
        ("44:03:12N 131:16:30E", 44.053333, 131.275),
        ("4403N 13116E", 44.05, 131.266667),
        ("440312N 1311630E", 44.053333, 131.275),
        ("131.27 E, 44.05 N", 44.05, 131.27),
        ("12° N 45° E", 12.0, 45.0),
    ],
)
def test_two_angles_are_a_position(written: str, lat: float, lon: float) -> None:
    text = f"The ship was last seen at {written}. She did not answer."
    found = _only(text)
    assert text[found.span.start : found.span.end] == written
    assert found.position.latlon == pytest.approx((lat, lon), abs=1e-6)


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("The depot (45.8884, 40.0424) was hit.", 45.8884, 40.0424),
        ("The depot (45.88, 40.04) was hit.", 45.88, 40.04),
        ("The wreck [-12.0500, -77.1500] was found.", -12.05, -77.15),
        ("The coordinates were 45.8884, 40.0424.", 45.8884, 40.0424),
        ("GPS: 45.8884 40.0424", 45.8884, 40.0424),
        ("The depot at 45.8884, 40.0424 burned.", 45.8884, 40.0424),
        ("at position 12.05 and −77.15", 12.05, -77.15),
        ("The video was geolocated to 48.59, 38.00 by analysts.", 48.59, 38.0),
    ],
)
def test_bare_decimals_are_a_position_where_the_text_says_so(text: str, lat: float, lon: float) -> None:
    found = _only(text)
    assert (found.position.lat, found.position.lon) == (lat, lon)
    assert found.notation in (Notation.DECIMALS, Notation.ANGLES)


@pytest.mark.parametrize(
    "text",
    [
        "They won 3-2, 5-10.",
        "At 5, 10 and 15 minutes.",
        "The shares fell from 45.88, 40.04 to 39.",
        "It costs $45.88, $40.04.",
        "The prices (45.88, 40.04) fell.",
        "The price ($45.88, 40.04) fell.",
        "An odds ratio of 1.31 (95% CI 1.25, 3.40) was found.",
        "It was higher (1.25, 3.40).",
        "Trains leave twice (10.30, 11.45).",
        "Version 2.10, 3.40 and 3.41.",
        "See v2.10.1, 3.40.2 for this.",
        "On 12.05.2023, 13.05.2023.",
        "Call 44 03 12 131 16 30.",
        "Call (045.8884, 540.0424) now.",
        "Meet at 50 N 100 W, Provo.",
        "It is 400 N 200 W.",
        "It opened at 45.88, 40.04 and closed lower.",
        "Results: 45.88/40.04.",
        "44.05 N only.",
        "91.05 N, 31.27 E",
        "44.05 N, 181.27 E",
        "(95.1234, 30.1234)",
        "(30.1234, 195.1234)",
        "44 63 12 N 131 16 30 E",
        "44.5 03 12 N 131 16 30 E",
        "44.05 N and 45.05 N",
        "61T 503500 5081000",
        "37T 503500 8081000",
        "37ZEM0350081000",
        "37TAM0350081000",
        "37TEM035008100",
        "Flight 37T EM12 left.",
        "",
    ],
)
def test_what_only_looks_like_a_position_is_left_alone(text: str) -> None:
    assert _read(text) == []


# CN Tower, Toronto: 43°38′33.24″N 79°23′13.7″W is UTM 17N 630084 4833438, a textbook pair.
@pytest.mark.parametrize(
    "written",
    ["17T 630084 4833438", "17N 630084 4833438", "UTM zone 17T, 630084 mE, 4833438 mN", "17T 630084E 4833438N"],
)
def test_a_utm_reference_is_a_position(written: str) -> None:
    found = _only(f"The tower stands at {written}, it says.")
    tower = Position(lat=43 + 38 / 60 + 33.24 / 3600, lon=-(79 + 23 / 60 + 13.7 / 3600))
    assert found.notation is Notation.UTM
    assert found.half_m == 0.5
    assert distance_m(found.position, tower) < 2  # the angles are rounded to a tenth of a second, 2 m


def test_the_letter_s_may_be_a_band_of_the_north_or_the_southern_hemisphere() -> None:
    assert _only("37S 503500 4000000").position.lat == pytest.approx(36.14, abs=0.01)
    assert _only("37S 503500 9000000").position.lat == pytest.approx(-9.05, abs=0.01)


# Made by NGA's GEOTRANS, as the package mgrs 1.6.0 wraps it; zones of Norway and Svalbard, both sides of the
# equator and of the antimeridian, even and odd zones, each of the three sets of columns.
GEOTRANS = [
    (45.8884, 40.0424, "37TEL8087782176"),
    (42.2271, 130.2826, "52TFM0584475787"),
    (48.8582, 2.2945, "31UDQ4825111932"),
    (38.8895, -77.0353, "18SUJ2347806483"),
    (-33.8568, 151.2153, "56HLH3490052288"),
    (-54.8, -68.3, "19FEV4500027239"),
    (60.39, 5.32, "32VKN9723000510"),
    (78.22, 15.65, "33XWG1481383004"),
    (78.9, 33.5, "37XCH8196064377"),
    (0.01, -0.01, "30NZF3286401106"),
    (-0.5, 36.5, "37MBV2173444681"),
    (21.31, -157.9, "04QFJ1408956854"),
    (-79.9, 100, "47CNM1957629407"),
    (83.9, -30, "26XMU6442417856"),
    (64.1, -21.9, "27WVM5613708467"),
    (1.3, 103.8, "48NUG6649443721"),
    (-36.8, 174.8, "60HUE0372725056"),
    (51.9, 179.5, "60UXC7199552869"),
    (52.0, -176.6, "01UET2746061113"),
    (7.99, 5.0, "31NGJ2044783727"),
    (32.05, 70.1, "42SXA0384746506"),
    (42.0, -93.0, "15TWG0000049776"),
]


@pytest.mark.parametrize(("lat", "lon", "written"), GEOTRANS)
def test_an_mgrs_reference_names_the_square_that_geotrans_gives(lat: float, lon: float, written: str) -> None:
    found = _only(f"Grid {written} was shelled.")
    # Half the diagonal of a square of one metre.
    assert distance_m(found.position, Position(lat=lat, lon=lon)) < 0.71 + 0.01
    assert (found.notation, found.half_m) == (Notation.MGRS, 0.5)


@pytest.mark.parametrize(
    ("written", "half_m"),
    [
        ("37TEL8087782176", 0.5),
        ("37T EL 80877 82176", 0.5),
        ("37TEL80878217", 5),
        ("37T EL 808 821", 50),
        ("37TEL8082", 500),
    ],
)
def test_fewer_digits_name_a_larger_square(written: str, half_m: float) -> None:
    found = _only(f"Grid reference {written} was shelled.")
    assert found.half_m == half_m
    # Half the diagonal of the square, from its middle to the town's point.
    assert distance_m(found.position, Position(lat=45.8884, lon=40.0424)) < 1.42 * half_m + 1


def test_a_short_grid_reference_needs_a_word_that_announces_it() -> None:
    assert _read("The part 37TEL8082 was sold.") == []


def test_squares_of_wrong_letters_do_not_exist() -> None:
    assert from_mgrs(37, "T", "AL", "8082") is None
    assert from_mgrs(0, "T", "SL", "8082") is None
    assert from_mgrs(37, "T", "EL", "808") is None


@pytest.mark.parametrize(
    ("written", "half_m"),
    [
        # A degree of latitude has 110.6 to 111.7 km; half the last digit's place of it.
        ("12° N 45° E", 55_600),
        ("44.1 N, 131.3 E", 5_560),
        ("44.05 N, 131.27 E", 556),
        ("44.0512 N, 131.2712 E", 5.6),
        ("44°03′N 131°16′E", 926),  # half a sea mile
        ("44°03′12″N 131°16′30″E", 15.4),
        ("44-03.2N 131-16.4E", 92.6),
    ],
)
def test_the_digits_written_say_how_sure_a_position_is(written: str, half_m: float) -> None:
    assert _only(written).half_m == pytest.approx(half_m, rel=0.01)


def test_several_positions_of_a_text_come_in_order() -> None:
    text = "From (45.8884, 40.0424) to 44°03′N 131°16′E and on to 37TEL8087782176."
    assert [found.notation for found in read_coordinates(text)] == [Notation.DECIMALS, Notation.ANGLES, Notation.MGRS]


_PIECES = st.sampled_from(
    [*"0123456789.,-−°′″'\"NSEW()/: \n", "lat ", "lon ", "37T", "EM", "coordinates ", "é", "\u0660", "\x00"]
)


@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_no_text_breaks_it_and_every_span_lies_in_the_text(text: str) -> None:
    end = 0
    for found in read_coordinates(text):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end


@pytest.mark.parametrize("junk", ["4 ", "44 03 ", "37T ", "lat ", "(-1.1", "44°", " "])
def test_bait_costs_no_more_than_its_length(junk: str) -> None:
    read_coordinates("44° " + junk * (200_000 // len(junk)))

"""The gazetteer as a geopy geocoder."""

import asyncio
import inspect
import socket

import pytest
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.extra.rate_limiter import AsyncRateLimiter, RateLimiter
from geopy.geocoders import Nominatim
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from routes.gazetteer import Gazetteer
from routes.gazetteer.geocoder import LocalGazetteer, OfflineAsyncAdapter

# Seen as those see it who know geopy alone.
GEOCODER: Geocoder = LocalGazetteer()


def ids(query: str, **options: object) -> list[str]:
    return [location.raw["id"] for location in GEOCODER.geocode(query, exactly_one=False, **options) or []]


def test_it_is_a_geopy_geocoder() -> None:
    assert isinstance(GEOCODER, Geocoder)


def test_an_answer_is_a_location_with_its_row() -> None:
    location = GEOCODER.geocode("Rajin")
    assert isinstance(location, Location)
    assert location.address == "Najin, Rason, North Korea"
    assert location.point == Point(42.2271, 130.2826)
    assert location.raw["id"] == "kp-najin"
    assert location.raw["how"] == "alias"
    assert location.raw["score"] == 0.9
    assert "GeoNames" in location.raw["source"]


def test_nothing_found_is_none() -> None:
    assert GEOCODER.geocode("Xyzzyville") is None
    assert GEOCODER.geocode("Xyzzyville", exactly_one=False) is None


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Dunay, Russia", "ru-dunay"),
        ("Dunay, Primorsky Krai", "ru-dunay"),
        ("Dunay, Primorsky Krai, Russia", "ru-dunay"),
        ("Дунай, Россия", "ru-dunay"),
        ("Paris, France", "fr-paris"),
        ("Georgia, USA", "us-georgia-state"),
        ("Georgia, us", "us-georgia-state"),
        ("Tripoli, Lebanon", "lb-tripoli"),
        ("Tripoli, Libya", "ly-tripoli"),
        ("Tripoli, LB", "lb-tripoli"),
        ("Brest, France", "fr-brest"),
        ("Vostochny, Primorye", "ru-vostochny-port"),
        ("Vostochny, Amur region", "ru-vostochny-cosmodrome"),
        ("Portland, Oregon", "us-portland"),
        ("Odesa, Europe", "ua-odesa"),
        ("uk", "gb"),
        ("Tikhorestk, Russia", "ru-tikhoretsk"),
        ("Najin", "kp-najin"),
        ("Київ", "ua-kyiv"),
        ("Washington, D.C.", "us-washington"),
        ("Brooklyn, NY", "gn:5110302"),
    ],
)
def test_a_query_finds_the_place_that_it_means(query: str, first: str) -> None:
    assert ids(query)[0] == first


# The points are those of GeoNames; a town's own point may move by some hundred metres.
@pytest.mark.parametrize(
    ("query", "address", "lat", "lon"),
    [
        ("Paris, Texas", "Paris, Texas, United States", 33.66, -95.56),
        ("Paris, TX", "Paris, Texas, United States", 33.66, -95.56),
        ("Paris, TX, USA", "Paris, Texas, United States", 33.66, -95.56),
        ("Springfield, Illinois", "Springfield, Illinois, United States", 39.80, -89.64),
        ("Portland, ME", "Portland, Maine, United States", 43.66, -70.26),
        ("Cambridge, UK", "Cambridge, England, United Kingdom", 52.20, 0.12),
        ("Cambridge", "Cambridge, England, United Kingdom", 52.20, 0.12),
        ("London, ON", "London, Ontario, Canada", 42.98, -81.23),
        ("Moscow, Idaho", "Moscow, Idaho, United States", 46.73, -117.00),
        ("Perth, Scotland", "Perth, Scotland, United Kingdom", 56.40, -3.43),
        ("Reading, UK", "Reading, England, United Kingdom", 51.46, -0.97),
    ],
)
def test_the_world_is_asked_and_a_part_after_a_comma_narrows(query: str, address: str, lat: float, lon: float) -> None:
    location = GEOCODER.geocode(query)
    assert location.address == address
    assert (location.latitude, location.longitude) == (pytest.approx(lat, abs=0.05), pytest.approx(lon, abs=0.05))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ({"city": "Paris", "state": "Texas", "country": "USA"}, "gn:4717560"),
        ({"country": "France", "city": "Paris"}, "fr-paris"),
        ({"state": "Georgia", "country": "us"}, "us-georgia-state"),
        ({"country": "Georgia", "city": None}, "ge"),
    ],
)
def test_a_structured_query_is_read_from_the_finest_part_up(query: dict[str, str | None], first: str) -> None:
    assert GEOCODER.geocode(query).raw["id"] == first


@pytest.mark.parametrize("query", [{"street": "Main Street", "city": "Paris"}, {"postalcode": "75001"}])
def test_streets_and_post_codes_are_refused(query: dict[str, str]) -> None:
    with pytest.raises(GeocoderQueryError, match="a structured query has city, county, state, country"):
        GEOCODER.geocode(query)


def test_address_details_are_in_the_words_of_nominatim() -> None:
    assert "address" not in GEOCODER.geocode("Portland, OR").raw
    assert GEOCODER.geocode("Portland, OR", addressdetails=True).raw["address"] == {
        "city": "Portland",
        "state": "Oregon",
        "country": "United States",
        "country_code": "us",
    }
    assert GEOCODER.geocode("Texas", addressdetails=True).raw["address"]["state"] == "Texas"
    assert GEOCODER.geocode("France", addressdetails=True).raw["address"] == {
        "country": "France",
        "country_code": "fr",
    }
    assert "address" not in GEOCODER.reverse((43.115, 131.885), addressdetails=False).raw
    assert GEOCODER.reverse((43.115, 131.885)).raw["address"]["country"] == "Russia"


def test_a_feature_type_narrows() -> None:
    assert ids("Georgia", featuretype="country") == ["ge"]
    assert ids("Georgia", featuretype="state")[0] == "us-georgia-state"
    assert ids("New York", featuretype="city")[0] == "us-new-york"
    with pytest.raises(GeocoderQueryError, match="featuretype must be one of country, state, city, settlement"):
        GEOCODER.geocode("Georgia", featuretype="river")


def test_only_english_addresses_can_be_had() -> None:
    assert GEOCODER.geocode("München", language="en").raw["name"] == "Munich"
    assert GEOCODER.reverse((48.137, 11.575), language="en-GB").raw["country"] == "DE"
    with pytest.raises(GeocoderQueryError, match="language must be 'en'"):
        GEOCODER.geocode("Munich", language="de")
    with pytest.raises(GeocoderQueryError, match="language must be 'en'"):
        GEOCODER.reverse((48.137, 11.575), language="de")


def test_what_only_a_server_can_give_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="geometry"):
        GEOCODER.geocode("Paris", geometry="wkt")
    with pytest.raises(TypeError, match="zoom"):
        GEOCODER.reverse((48.137, 11.575), zoom=10)


def test_what_it_takes_nominatim_takes_too() -> None:
    for name in ("geocode", "reverse"):
        ours = set(inspect.signature(getattr(LocalGazetteer, name)).parameters)
        assert ours - {"limit"} <= set(inspect.signature(getattr(Nominatim, name)).parameters)


@pytest.mark.parametrize("query", ["Antwerp, Russia", "Dunay, Ukraine", "London, Xyzzyland", "Najin, Africa"])
def test_a_place_that_does_not_lie_there_is_not_found(query: str) -> None:
    assert GEOCODER.geocode(query) is None


def test_a_close_spelling_is_marked_as_such() -> None:
    location = GEOCODER.geocode("Tikhorestk")
    assert isinstance(location, Location)
    assert (location.raw["id"], location.raw["how"]) == ("ru-tikhoretsk", "fuzzy")
    assert location.raw["score"] < 0.9


def test_a_close_spelling_is_not_tried_where_the_name_is_known() -> None:
    found = GEOCODER.geocode("Vostochny", exactly_one=False)
    assert {location.raw["how"] for location in found} <= {"exact", "alias"}


def test_countries_and_a_box_narrow_the_answer() -> None:
    assert ids("Georgia", country_codes="us") == ["us-georgia-state"]
    assert ids("Georgia", country_codes=["GE", "US"]) == ["ge", "us-georgia-state"]
    america = [Point(25, -130), Point(50, -60)]
    assert ids("Georgia", viewbox=america) == ["us-georgia-state", "ge"]
    assert ids("Georgia", viewbox=america, bounded=True) == ["us-georgia-state"]


def test_the_limit_is_kept() -> None:
    assert len(ids("Vostochny", limit=1)) == 1
    with pytest.raises(GeocoderQueryError, match="limit must be at least 1"):
        GEOCODER.geocode("Vostochny", limit=0)


@pytest.mark.parametrize("query", ["", "  ", None, 42, b"Najin", ["Najin"]])
def test_what_is_no_query_is_refused(query: object) -> None:
    with pytest.raises(GeocoderQueryError, match="a query must be a name"):
        GEOCODER.geocode(query)


def test_hostile_text_finds_nothing() -> None:
    for query in ("<script>alert(1)</script>", "\x00", "A" * 100_000, "'; DROP TABLE places; --", ",,,", "Najin,"):
        location = GEOCODER.geocode(query)
        assert location is None or location.raw["id"] == "kp-najin"


def test_reverse_finds_the_nearest_place_that_is_no_area() -> None:
    assert GEOCODER.reverse((43.115, 131.885)).raw["id"] == "ru-vladivostok"
    assert GEOCODER.reverse("42.88, 132.33").raw["id"] == "ru-dunay"
    assert GEOCODER.reverse(Point(0, -30)) is None
    near = GEOCODER.reverse(Point(45.87, 40.08), exactly_one=False)
    assert {"ru-tikhoretsk", "ru-tikhoretsk-depot"} <= {location.raw["id"] for location in near}
    distances = [location.raw["distance_km"] for location in near]
    assert distances == sorted(distances)


@pytest.mark.parametrize(
    ("point", "address"),
    [
        ((33.66, -95.55), "Paris, Texas, United States"),
        ((52.205, 0.12), "Cambridge, England, United Kingdom"),
        ((-9.19, -75.0), "Puerto Inca, Huánuco Department, Peru"),
        ((-18.1416, 178.4415), "Suva, Central, Fiji"),
    ],
)
def test_reverse_knows_the_world(point: tuple[float, float], address: str) -> None:
    assert GEOCODER.reverse(point).address == address


@pytest.mark.parametrize("point", ["north", None, (float("nan"), 1.0), "1, 2, 3, 4, 5, x"])
def test_what_is_no_point_is_refused(point: object) -> None:
    with pytest.raises(GeocoderQueryError, match="a point must be"):
        GEOCODER.reverse(point)


def test_it_works_behind_a_rate_limiter() -> None:
    limited = RateLimiter(GEOCODER.geocode, min_delay_seconds=0)
    assert [limited(name).raw["id"] for name in ("Najin", "Dunai", "Tikhoretsk")] == [
        "kp-najin",
        "ru-dunay",
        "ru-tikhoretsk",
    ]


def test_it_may_be_used_in_a_with_block() -> None:
    with LocalGazetteer() as geocoder:
        assert geocoder.geocode("Najin") is not None


def test_with_the_asynchronous_adapter_answers_are_awaited() -> None:
    async def ask() -> list[str]:
        offline: Geocoder = LocalGazetteer(adapter_factory=OfflineAsyncAdapter)
        async with offline as geocoder:
            limited = AsyncRateLimiter(geocoder.geocode, min_delay_seconds=0)
            nearest = await geocoder.reverse((43.115, 131.885))
            return [(await limited("Najin")).raw["id"], nearest.raw["id"]]

    assert asyncio.run(ask()) == ["kp-najin", "ru-vladivostok"]


def test_no_socket_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    geocoder: Geocoder = LocalGazetteer()
    assert geocoder.geocode("Tikhorestk, Russia") is not None
    assert geocoder.reverse((43.1, 131.9)) is not None
    for ask in (geocoder.adapter.get_json, geocoder.adapter.get_text):
        with pytest.raises(GeocoderServiceError, match="local"):
            ask("https://example.org", timeout=1, headers={})


def test_the_user_own_rows_can_be_asked() -> None:
    text = "id,name,kind,country,lat,lon,extent_km,aliases,population,source,note\nxx-q,Quill,city,GB,51,-1,1,,,own,\n"
    geocoder: Geocoder = LocalGazetteer(Gazetteer.curated().with_layer(text, "own.csv"))
    assert geocoder.geocode("Quill").raw["source"] == "own"

"""The gazetteer as a geopy geocoder."""

import asyncio
import socket

import pytest
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.extra.rate_limiter import AsyncRateLimiter, RateLimiter
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
    assert location.address == "Najin, North Korea"
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
    ],
)
def test_a_query_finds_the_place_that_it_means(query: str, first: str) -> None:
    assert ids(query)[0] == first


@pytest.mark.parametrize("query", ["Paris, Russia", "Dunay, Ukraine", "London, Xyzzyland", "Najin, Africa"])
def test_a_place_that_does_not_lie_there_is_not_found(query: str) -> None:
    assert GEOCODER.geocode(query) is None


def test_a_close_spelling_is_marked_as_such() -> None:
    location = GEOCODER.geocode("Tikhorestk")
    assert isinstance(location, Location)
    assert (location.raw["id"], location.raw["how"]) == ("ru-tikhoretsk", "fuzzy")
    assert location.raw["score"] < 0.9


def test_a_close_spelling_is_not_tried_where_the_name_is_known() -> None:
    assert {location.raw["how"] for location in GEOCODER.geocode("Vostochny", exactly_one=False)} == {"alias"}


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

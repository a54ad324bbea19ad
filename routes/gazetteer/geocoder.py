"""The gazetteer as a geopy geocoder, for people who have geopy in their code. It never goes to the network."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable, Mapping, Sequence
from typing import NoReturn, TypeAlias

from geopy.adapters import BaseAdapter, BaseAsyncAdapter, BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from routes.gazetteer.lookup import Gazetteer
from routes.gazetteer.query import answer
from routes.gazetteer.raw import Raw, raw_of
from routes.model import Place, PlaceKind, Position

_MOST = 10
# Fifteen hundred places lie within 100 km of London; the nearest ten lie within 10.
_REVERSE_RADII_M = (5_000.0, 20_000.0, 100_000.0)
# The parts of a structured query, the finest first: what is there first is looked for, the others narrow.
_PARTS = ("city", "county", "state", "country")
_SETTLEMENTS = frozenset(kind for kind in PlaceKind if kind.is_settlement)
_FEATURE_TYPES = {
    "country": frozenset({PlaceKind.COUNTRY, PlaceKind.TERRITORY}),
    "state": frozenset({PlaceKind.DIVISION}),
    "city": _SETTLEMENTS,
    "settlement": _SETTLEMENTS,
}

_Described: TypeAlias = "tuple[Place, dict[str, str | float]]"

Found: TypeAlias = "Location | list[Location] | None"


class _NoNetwork(BaseAdapter):  # type: ignore[misc]  # geopy ships no types
    """An adapter that refuses: with it a request can only be a mistake."""

    def get_json(self, url: str, **_options: object) -> NoReturn:
        raise GeocoderServiceError(f"the gazetteer is local and asks no server, got a request for {url}")

    def get_text(self, url: str, **_options: object) -> NoReturn:
        self.get_json(url)


class OfflineAdapter(_NoNetwork, BaseSyncAdapter):  # type: ignore[misc]  # geopy ships no types
    """The adapter of a LocalGazetteer that answers at once."""


class OfflineAsyncAdapter(_NoNetwork, BaseAsyncAdapter):  # type: ignore[misc]  # geopy ships no types
    """The adapter of a LocalGazetteer whose answers are awaited: `adapter_factory=OfflineAsyncAdapter`."""


class LocalGazetteer(Geocoder):  # type: ignore[misc]  # geopy ships no types
    """A geopy geocoder over a gazetteer: the curated rows over the world's 288,000 places if none is given.

    >>> LocalGazetteer().geocode("Paris, TX").address
    'Paris, Texas, United States'

    To swap `Nominatim(user_agent=...)` for it, change the line that makes the geocoder. The same: `geocode` and
    `reverse`, one `Location`, a list, or None; `exactly_one`, `limit`, `country_codes`, `viewbox`, `bounded`,
    `featuretype`, `addressdetails`, `timeout`; a name, "name, region, country" or a dict of these; geopy's errors,
    `RateLimiter` (which needs no delay here), and awaited answers by `adapter_factory`.

    What differs:

    ===================  =====================================  ================================================
    .                    Nominatim                              LocalGazetteer
    ===================  =====================================  ================================================
    network              a server; at most one request a second  none; some milliseconds a query
    knows                streets, houses, post codes, all        settlements of 500 people and more, divisions,
                                                                 waters, islands, ports, airports, bases
    misspelt name        None                                    close spellings, `raw["how"] == "fuzzy"`
    `reverse`            the address at the point                the nearest place within 100 km, no area or water
    `raw`                place_id, osm_id, importance, ...       see `geocode`; lat and lon are numbers
    `language`           any                                     English; the aliases in `raw` have other scripts
    `geometry`, `zoom`,  more in `raw`                           TypeError
    `extratags`,
    `namedetails`
    ===================  =====================================  ================================================
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        *,
        timeout: object = DEFAULT_SENTINEL,
        adapter_factory: type[BaseAdapter] = OfflineAdapter,
    ) -> None:
        super().__init__(timeout=timeout, adapter_factory=adapter_factory)
        self._gazetteer = gazetteer or Gazetteer.world()

    def geocode(  # noqa: PLR0913  # the parameters that geopy's geocoders share
        self,
        query: object,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        country_codes: str | Iterable[str] | None = None,
        viewbox: Sequence[Point] | None = None,
        bounded: bool = False,
        featuretype: str | None = None,
        addressdetails: bool = False,
        language: str | bool = False,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002  # geopy's callers may pass it; nothing is waited for
    ) -> Found | Coroutine[None, None, Found]:
        """Return the place that a query means, or the best ten with `exactly_one=False`; None where there is none.

        A part after a comma narrows, by name or code: "Paris, France", "Paris, TX", "Springfield, Illinois, USA".
        `viewbox` is two opposite corners; places in it come first, with `bounded` they alone count.

        `raw` is a dict: `id`, `name`, `display_name` (the address), `kind`, `country` (ISO 3166), `admin1` and
        `admin2` (the codes of GeoNames), `lat`, `lon`, `extent_km` (the radius), `aliases`, `population`, `source`,
        `note`; and how the name matched: `matched` (the name), `how` ("exact", "alias", "fuzzy"), `score` in 0..1.
        `addressdetails` adds `address`: the name by its kind, `state`, `country`, `country_code`.

        >>> place = LocalGazetteer().geocode({"city": "Київ"}, addressdetails=True)
        >>> place.raw["kind"], place.raw["how"], place.raw["address"]["country_code"]
        ('capital', 'alias', 'ua')
        """
        _check_language(language=language)
        kinds = _kinds(featuretype)
        found = [each for each in answer(self._gazetteer, _line(query)) if _fits(each.place, kinds)]
        if country_codes is not None:
            codes = {code.upper() for code in ([country_codes] if isinstance(country_codes, str) else country_codes)}
            found = [each for each in found if each.place.country in codes]
        if viewbox is not None:
            box = _box(viewbox)
            inside = [each for each in found if _is_inside(each.place, box)]
            found = [*inside, *(each for each in found if each not in inside and not bounded)]
        described: list[_Described] = [
            (each.place, {"matched": each.name, "how": each.how.value, "score": each.score}) for each in found
        ]
        return self._reply(described, exactly_one=exactly_one, limit=limit, has_address=addressdetails)

    def reverse(  # noqa: PLR0913  # as above
        self,
        query: object,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        addressdetails: bool = True,
        language: str | bool = False,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002  # geopy's callers may pass it; nothing is waited for
    ) -> Found | Coroutine[None, None, Found]:
        """Return the nearest place within 100 km that is no area or water, or the nearest ten with `exactly_one=False`.

        `query` is a Point, a pair (lat, lon) or "lat, lon". `raw` is that of `geocode`, with `distance_km` in place
        of how a name matched.
        """
        _check_language(language=language)
        point = _point(query)
        near = _nearest(self._gazetteer, Position(lat=point.latitude, lon=point.longitude), limit or _MOST)
        described: list[_Described] = [(place, {"distance_km": round(distance / 1000, 1)}) for place, distance in near]
        return self._reply(described, exactly_one=exactly_one, limit=limit, has_address=addressdetails)

    def _reply(
        self, found: Sequence[_Described], *, exactly_one: bool, limit: int | None, has_address: bool
    ) -> Found | Coroutine[None, None, Found]:
        if limit is not None and limit < 1:
            raise GeocoderQueryError(f"limit must be at least 1, got {limit}")
        kept = [
            _location(raw_of(self._gazetteer, place, how, has_address=has_address))
            for place, how in found[: 1 if exactly_one else limit or _MOST]
        ]
        reply = (kept[0] if exactly_one else kept) if kept else None
        return _awaited(reply) if isinstance(self.adapter, BaseAsyncAdapter) else reply


def _line(query: object) -> str:
    """Return a query as one line; a dict has its parts by Nominatim's keys."""
    if isinstance(query, Mapping):
        if unknown := [str(key) for key in query if key not in _PARTS]:
            raise GeocoderQueryError(f"a structured query has {', '.join(_PARTS)}, got {', '.join(unknown):.60}")
        query = ", ".join(str(query[part]) for part in _PARTS if query.get(part))
    if not isinstance(query, str) or not query.strip():
        raise GeocoderQueryError(f"a query must be a name, such as 'Dunay, Russia', got {query!r:.60}")
    return query


async def _awaited(reply: Found) -> Found:
    return reply


def _location(raw: Raw) -> Location:
    return Location(raw["display_name"], Point(raw["lat"], raw["lon"]), raw)


def _nearest(gazetteer: Gazetteer, position: Position, least: int) -> list[tuple[Place, float]]:
    """Return the nearest places that have a point, from the smallest circle that holds enough of them."""
    found: list[tuple[Place, float]] = []
    for radius_m in _REVERSE_RADII_M:
        near = gazetteer.near(position, radius_m)
        found = [(place, distance) for place, distance in near if not (place.kind.is_area or place.kind.is_water)]
        if len(found) >= least:
            break
    # The circle shows rows as they are written; by its id a place has its divisions too.
    return [(gazetteer.by_id(place.id) or place, distance) for place, distance in found[:least]]


def _check_language(*, language: str | bool) -> None:
    if language and not (isinstance(language, str) and language.lower().startswith("en")):
        raise GeocoderQueryError(f"language must be 'en': addresses are in English here, got {language!r:.60}")


def _kinds(featuretype: str | None) -> frozenset[PlaceKind] | None:
    if featuretype is None:
        return None
    if featuretype not in _FEATURE_TYPES:
        raise GeocoderQueryError(f"featuretype must be one of {', '.join(_FEATURE_TYPES)}, got {featuretype!r:.60}")
    return _FEATURE_TYPES[featuretype]


def _fits(place: Place, kinds: frozenset[PlaceKind] | None) -> bool:
    return kinds is None or place.kind in kinds


def _point(query: object) -> Point:
    try:
        if query is None:  # which geopy reads as 0, 0
            raise TypeError
        return Point(query)
    except (TypeError, ValueError) as error:
        raise GeocoderQueryError(f"a point must be (lat, lon) in degrees, got {query!r:.60}") from error


def _box(viewbox: Sequence[Point]) -> tuple[Point, Point]:
    if len(viewbox) != 2:
        raise GeocoderQueryError(f"viewbox must be two opposite corners, got {len(viewbox)}")
    return _point(viewbox[0]), _point(viewbox[1])


def _is_inside(place: Place, box: tuple[Point, Point]) -> bool:
    south, north = sorted(float(corner.latitude) for corner in box)
    west, east = sorted(float(corner.longitude) for corner in box)
    return south <= place.position.lat <= north and west <= place.position.lon <= east

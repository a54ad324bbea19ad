"""The gazetteer as a geopy geocoder, for people who have geopy in their code. It never goes to the network."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable, Sequence
from typing import NoReturn, TypeAlias

from geopy.adapters import BaseAdapter, BaseAsyncAdapter, BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from routes.gazetteer.lookup import Gazetteer
from routes.gazetteer.query import Answer, answer
from routes.model import Place, Position

_MOST = 10
_FARTHEST_REVERSE_M = 100_000.0

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
    """A geopy geocoder over a gazetteer, the curated one if none is given.

    >>> LocalGazetteer().geocode("Dunay, Russia").raw["id"]
    'ru-dunay'
    """

    def __init__(
        self,
        gazetteer: Gazetteer | None = None,
        *,
        timeout: object = DEFAULT_SENTINEL,
        adapter_factory: type[BaseAdapter] = OfflineAdapter,
    ) -> None:
        super().__init__(timeout=timeout, adapter_factory=adapter_factory)
        self._gazetteer = gazetteer or Gazetteer.curated()

    def geocode(  # noqa: PLR0913  # the parameters that geopy's geocoders share
        self,
        query: object,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        country_codes: str | Iterable[str] | None = None,
        viewbox: Sequence[Point] | None = None,
        bounded: bool = False,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002  # geopy's callers may pass it; nothing is waited for
    ) -> Found | Coroutine[None, None, Found]:
        """Return the place that a query means, or all with `exactly_one=False`; None where there is none.

        A part after a comma narrows: "Paris, France". `viewbox` is two opposite corners; places in it come first,
        with `bounded` they alone count. `raw` holds the row, how the name matched, and a score in 0..1;
        `raw["how"]` is "fuzzy" where the spelling is only close.
        """
        if not isinstance(query, str) or not query.strip():
            raise GeocoderQueryError(f"a query must be a name, such as 'Dunay, Russia', got {query!r:.60}")
        found = answer(self._gazetteer, query)
        if country_codes is not None:
            codes = {code.upper() for code in ([country_codes] if isinstance(country_codes, str) else country_codes)}
            found = tuple(each for each in found if each.place.country in codes)
        if viewbox is not None:
            box = _box(viewbox)
            inside = [each for each in found if _is_inside(each.place, box)]
            found = (*inside, *(each for each in found if each not in inside and not bounded))
        return self._reply([_location(self._gazetteer, each) for each in found], exactly_one=exactly_one, limit=limit)

    def reverse(
        self,
        query: object,
        *,
        exactly_one: bool = True,
        limit: int | None = None,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002  # geopy's callers may pass it; nothing is waited for
    ) -> Found | Coroutine[None, None, Found]:
        """Return the nearest place within 100 km that is no area, or the nearest ten with `exactly_one=False`.

        `query` is a Point, a pair (lat, lon) or "lat, lon".
        """
        point = _point(query)
        near = self._gazetteer.near(Position(lat=point.latitude, lon=point.longitude), _FARTHEST_REVERSE_M)
        found = [(place, distance) for place, distance in near if not (place.kind.is_area or place.kind.is_water)]
        locations = [
            _described(self._gazetteer, place, {"distance_km": round(distance / 1000, 1)}) for place, distance in found
        ]
        return self._reply(locations, exactly_one=exactly_one, limit=limit)

    def _reply(
        self, locations: list[Location], *, exactly_one: bool, limit: int | None
    ) -> Found | Coroutine[None, None, Found]:
        if limit is not None and limit < 1:
            raise GeocoderQueryError(f"limit must be at least 1, got {limit}")
        kept = locations[: limit or _MOST]
        reply = (kept[0] if exactly_one else kept) if kept else None
        return _awaited(reply) if isinstance(self.adapter, BaseAsyncAdapter) else reply


async def _awaited(reply: Found) -> Found:
    return reply


def _location(gazetteer: Gazetteer, found: Answer) -> Location:
    return _described(gazetteer, found.place, {"matched": found.name, "how": found.how.value, "score": found.score})


def _described(gazetteer: Gazetteer, place: Place, how: dict[str, str | float]) -> Location:
    country = gazetteer.country(place.country) if place.country else None
    address = place.name if country is None or country.id == place.id else f"{place.name}, {country.name}"
    raw = {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "country": place.country,
        "lat": place.position.lat,
        "lon": place.position.lon,
        "extent_km": place.extent_km,
        "aliases": list(place.aliases),
        "population": place.population,
        "source": place.source,
        "note": place.note,
        **how,
    }
    return Location(address, Point(place.position.lat, place.position.lon), raw)


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

"""Names that help to find one's way on the map: countries and large cities, from the curated gazetteer."""

from __future__ import annotations

from routes.model import Place, PlaceKind
from routes.page.layout import Label
from routes.page.markup import label
from routes.page.projection import Box, Frame, near_lon
from routes.page.scene import Scene

_CITIES = frozenset({PlaceKind.CAPITAL, PlaceKind.CITY, PlaceKind.PORT})
_SEAS = frozenset({PlaceKind.SEA, PlaceKind.GULF, PlaceKind.OCEAN})
# Cities for each thousand pixels of width: more would be noise.
_CITIES_PER_KILOPIXEL = 22
# Radii below which the name of a country or a sea has no room in its own outline, in pixels.
_LEAST_COUNTRY_PX = 34.0
_LEAST_SEA_PX = 40.0
_LEAST_CITY_POPULATION = 100_000


# Names in full are too long for a map.
_SHORT_NAMES = {
    "Democratic Republic of the Congo": "DR Congo",
    "Republic of the Congo": "Congo",
    "Central African Republic": "Central African Rep.",
    "Bosnia and Herzegovina": "Bosnia & Herz.",
    "Saint Vincent and the Grenadines": "St Vincent",
}


def map_name(place: Place) -> str:
    """Return a place's name as it stands on the map."""
    return label(_SHORT_NAMES.get(place.name, place.name), 30)


def named_places() -> tuple[Place, ...]:
    """Return the places of the curated gazetteer."""
    from routes.gazetteer import Gazetteer

    return tuple(Gazetteer.curated().places)


def context_places(scene: Scene, box: Box) -> tuple[tuple[Place, tuple[float, float]], ...]:
    """Return countries, seas and cities in a box with their points, the weightiest first."""
    found = []
    for place in scene.context:
        if weight(place) > 0:
            point = (near_lon(place.position.lon, to=box.centre_lon), place.position.lat)
            if box.contains(point):
                found.append((place, point))
    return tuple(sorted(found, key=lambda item: (-weight(item[0]), item[0].id)))


def weight(place: Place) -> float:
    """Return how much a place helps to find one's way; 0 for places that stay off the map."""
    if place.kind is PlaceKind.COUNTRY:
        return 1e9 + place.extent_km
    if place.kind in _SEAS:
        return 1e8 + place.extent_km
    if place.kind in _CITIES and (place.population or 0) >= _LEAST_CITY_POPULATION:
        # A capital is known even where it is small.
        return (place.population or 0) * (3 if place.kind is PlaceKind.CAPITAL else 1)
    return 0


def context_labels(scene: Scene, frame: Frame, hidden: frozenset[str]) -> list[Label]:
    """Return labels for a frame, without the places that are marked on it already."""
    km_per_pixel = frame.metres_per_pixel / 1000
    marked = {other.place.name for other in scene.others if other.place.id in hidden}
    marked |= {stop.stop.place.name for stop in scene.stops if stop.stop.place and stop.stop.place.id in hidden}
    labels = []
    for place, point in context_places(scene, frame.box):
        if place.id in hidden or (place.kind in _CITIES and place.name in marked):
            continue
        at, name = frame.xy(point), map_name(place)
        if place.kind is PlaceKind.COUNTRY:
            if place.extent_km / km_per_pixel >= _LEAST_COUNTRY_PX:
                labels.append(Label(name.upper(), at, "label country", 11.5, 0, is_bold=True, is_centred=True))
        elif place.kind in _SEAS:
            if place.extent_km / km_per_pixel >= _LEAST_SEA_PX:
                labels.append(Label(name, at, "label water", 12, 0, is_centred=True))
        else:
            labels.append(Label(name, at, "label city", 11.5, 5, dot=3))
    return _thinned(labels, frame)


def _thinned(labels: list[Label], frame: Frame) -> list[Label]:
    """Keep all countries and seas, and as many cities as the frame is wide."""
    most = max(5, round(_CITIES_PER_KILOPIXEL * frame.width / 1000))
    cities = [item for item in labels if item.css_class == "label city"][:most]
    return [item for item in labels if item.css_class != "label city"] + cities

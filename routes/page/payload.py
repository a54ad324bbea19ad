"""What the page's script needs of the scene, as one inert block of JSON."""

from __future__ import annotations

from routes.model import PlaceKind
from routes.page.atlas import context_places, map_name
from routes.page.basemap import BorderStyle, Layer, borders, graded_detail, lines, rings
from routes.page.encode import Json, inert_json, pack_lines
from routes.page.markup import label
from routes.page.projection import Box, Frame, LonLat, near_lon
from routes.page.scene import Scene
from routes.page.strokes import claim_label, front_label, leg_class, leg_strokes, ring_class
from routes.page.words import OUTCOMES, confidence_badge, coordinates

# Antarctica is left out unless the story goes there.
_WORLD_SOUTH, _FAR_SOUTH, _WORLD_NORTH = -60.0, -85.0, 84.0
_ROUTE_MARGIN_DEG = 5.0
# Half sides of the boxes round stops and claims where the coast is drawn in full.
_NEAR_DEG, _CLOSE_DEG = 4.0, 1.5
_MOST_CONTEXT = 120
_LARGE_LAKE_DEG, _LAKE_DEG = 1.6, 0.5
# Islands far from the route that are smaller than this stay off the map.
_ISLAND_DEG = 0.8
# A route this short is drawn in full all over.
_SHORT_ROUTE_DEG = 12.0
# Up to here a window that is wider or taller than the route is drawn as fine as the route.
_FRAMED_ROUTE_DEG = 60.0
_WINDOWS = ((960.0, 480.0), (360.0, 480.0))
_FRAME_PADDING = 40.0
# Beyond this the surroundings are half the world: coarse, too.
_LONG_ROUTE_DEG = 115.0


def payload(scene: Scene) -> str:
    """Return the JSON that the script draws from."""
    value: Json = {
        "base": _base(scene),
        "box": [[scene.box.south, scene.box.west], [scene.box.north, scene.box.east]],
        "stops": [_stop(scene, number) for number, stop in enumerate(scene.stops) if stop.point],
        "legs": [
            {"ref": mark.ref, "line": _lines(mark.line), "strokes": list(leg_strokes(mark)), "arrow": leg_class(mark)}
            for mark in scene.legs
            if mark.line
        ],
        "claims": [
            {
                "ref": mark.ref,
                "line": _lines(mark.line),
                "ring": _lines(mark.ring),
                "css": OUTCOMES[mark.claim.outcome].css_class,
                "round": ring_class(scene, mark),
                "label": claim_label(mark),
            }
            for mark in scene.claims
            if mark.is_drawn
        ],
        "fronts": [{"label": front_label(front), "parts": _lines(*front.parts)} for front in scene.fronts],
        "others": [
            {"ref": other.ref, "name": label(other.place.name, 40), "at": _at(other.point)}
            for other in scene.others
            if other.point
        ],
        "insets": [
            {"box": [[inset.box.south, inset.box.west], [inset.box.north, inset.box.east]]} for inset in scene.insets
        ],
        "context": _context(scene),
    }
    return inert_json(value)


def _stop(scene: Scene, number: int) -> Json:
    stop = scene.stops[number]
    assert stop.point is not None
    assert stop.stop.place is not None
    return {
        "ref": stop.ref,
        "number": stop.number,
        "name": label(stop.words, 40),
        "at": _at(stop.point),
        "css": confidence_badge(stop.stop.confidence).css_class,
        "note": ", ".join(filter(None, (scene.country(stop.stop.place), coordinates(stop.stop.place.position)))),
    }


def _at(point: LonLat) -> list[Json]:
    return [round(point[1], 4), round(point[0], 4)]


def _lines(*found: tuple[LonLat, ...]) -> str:
    import numpy as np

    return pack_lines(np.array(line) for line in found if line)


def _base(scene: Scene) -> dict[str, Json]:
    """Return the base map: the world coarse, the route's surroundings finer, its ends and claims in full."""
    world = _world(scene.box)
    route = _surroundings(scene.box)
    is_short = max(scene.box.east - scene.box.west, scene.box.north - scene.box.south) < _SHORT_ROUTE_DEG
    spots = [stop.point for stop in scene.stops if stop.point]
    spots += [point for mark in scene.claims for point in (mark.line[:1] + mark.line[-1:])]
    near = tuple((Box.around([spot], _NEAR_DEG), 3) for spot in spots)
    close = tuple((Box.around([spot], _CLOSE_DEG), 4) for spot in spots)
    detail = graded_detail(0, ((route, _level(scene.box)), *near, *close))
    fine = Box.around(spots, _NEAR_DEG) if spots and is_short else route
    view = scene.report.border_view
    return {
        "land": pack_lines(rings(Layer.LAND, world, detail, smallest_deg=_ISLAND_DEG, whole_in=route)),
        "lakes": pack_lines(rings(Layer.LAKES, world, detail, smallest_deg=_LAKE_DEG if is_short else _LARGE_LAKE_DEG)),
        "rivers": pack_lines(lines(Layer.RIVERS, fine, detail, smallest_deg=1.0 if is_short else 4.0)),
        "borders": pack_lines(borders(world, detail, view, BorderStyle.SOLID)),
        "disputed": pack_lines(borders(world, detail, view, BorderStyle.DASHED)),
        "world": [[world.south, world.west], [world.north, world.east]],
    }


def _surroundings(box: Box) -> Box:
    """Return what a window shows about the route, be it wide or tall, and a margin: coarse coasts would be seen."""
    corners = [(box.west, box.south), (box.east, box.north)]
    if max(box.east - box.west, box.north - box.south) < _FRAMED_ROUTE_DEG:
        frames = (Frame.fit(box, width, height, _FRAME_PADDING) for width, height in _WINDOWS)
        corners += [(x, y) for f in frames for x, y in ((f.box.west, f.box.south), (f.box.east, f.box.north))]
        return Box.around(corners)
    return Box.around(corners, _ROUTE_MARGIN_DEG)


def _world(box: Box) -> Box:
    """Return the world as it is unrolled for a story: its middle is the story's."""
    south = _WORLD_SOUTH if box.south > _WORLD_SOUTH + 10 else _FAR_SOUTH
    return Box(box.centre_lon - 180, south, box.centre_lon + 180, _WORLD_NORTH)


def _level(box: Box) -> int:
    """Return the level of detail round the route: the longer the route, the coarser."""
    span = max(box.east - box.west, box.north - box.south)
    return 2 if span < _SHORT_ROUTE_DEG else 1 if span < _LONG_ROUTE_DEG else 0


def _context(scene: Scene) -> dict[str, Json]:
    """Return the names of countries and waters with their size, and the largest cities, the weightiest first."""
    world = _world(scene.box)
    hidden = {other.place.id for other in scene.others if other.point}
    hidden |= {stop.stop.place.id for stop in scene.stops if stop.stop.place}
    names = {stop.stop.place.name for stop in scene.stops if stop.stop.place}
    found: dict[str, list[Json]] = {"country": [], "water": [], "city": []}
    for place, point in context_places(scene, world):
        if place.id in hidden or (place.kind is not PlaceKind.COUNTRY and place.name in names):
            continue
        kind = "country" if place.kind is PlaceKind.COUNTRY else "water" if place.kind.is_water else "city"
        lon = near_lon(point[0], to=world.centre_lon)
        at: list[Json] = [map_name(place), round(point[1], 2), round(lon, 2)]
        found[kind].append(at if kind == "city" else [*at, round(place.extent_km)])
    return {**found, "city": found["city"][:_MOST_CONTEXT]}

"""From the report to the scene: numbers for the stops, lines without a jump at 180 degrees, rings, insets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from routes.geo import front_countries, front_line, geodesic_line, ring
from routes.model import (
    Claim,
    How,
    Itinerary,
    Leg,
    LineKind,
    Place,
    PlaceKind,
    Position,
    Report,
    Resolution,
    Span,
    Stop,
)
from routes.page.insets import insets
from routes.page.projection import Box, LonLat, near_lon, unwrap
from routes.page.scene import ClaimMark, FrontMark, LegMark, Line, OtherPlace, Scene, Shipment, StopMark

_WHOLE_WORLD = Box(-170.0, -58.0, 190.0, 78.0)
# A story in one place still needs surroundings to be recognised.
_LEAST_SPAN_DEG = 2.0
# A ring wider than this would shrink everything else on the map to a dot.
_LARGEST_RING_M = 3_000_000.0
# The chord's middle lies 0.06 % of the radius inside the circle.
_RING_VERTICES = 90


def stage(report: Report, places: Iterable[Place]) -> Scene:
    """Return the scene of a report; `places` are the gazetteer's, for country names and context."""
    known = tuple(places)
    shipments = _shipments(report)
    start = _first_lon(report, shipments)
    claims = tuple(_claim_mark(number, claim, start) for number, claim in enumerate(report.claims))
    others = _others(report, shipments, start)
    fronts = _fronts(report, start)
    box = _extent(shipments, claims, others)
    return Scene(
        report=report,
        shipments=shipments,
        claims=claims,
        fronts=fronts,
        others=others,
        insets=insets(shipments, claims, box),
        box=box,
        country_names=_country_names(known),
        context=known,
    )


def _shipments(report: Report) -> tuple[Shipment, ...]:
    shipments: list[Shipment] = []
    first_stop = first_leg = 0
    lon: float | None = None
    for itinerary in report.itineraries:
        stops, legs = _marks(report, itinerary, (first_stop, first_leg), lon)
        shipments.append(Shipment(itinerary, stops, legs))
        lon = next((stop.point[0] for stop in stops if stop.point), lon)
        first_stop += len(stops)
        first_leg += len(legs)
    return tuple(shipments)


def _marks(
    report: Report, itinerary: Itinerary, first: tuple[int, int], lon: float | None
) -> tuple[tuple[StopMark, ...], tuple[LegMark, ...]]:
    """Follow the legs from stop to stop, so that each line begins where the one before it ended."""
    points: dict[int, LonLat] = {}
    lines: list[Line] = []
    for leg in itinerary.legs:
        _place_point(itinerary, leg.origin, points, lon)
        line = _leg_line(itinerary, leg, points)
        if line:
            lon = line[-1][0]
        _place_point(itinerary, leg.destination, points, lon)
        lines.append(line)
    read = {resolution.mention.span: resolution for resolution in report.toponyms}
    stops = []
    for index, stop in enumerate(itinerary.stops):
        _place_point(itinerary, index, points, lon)
        number = first[0] + index
        found = read.get(stop.span)
        rivals = found.candidates if found else ()
        derived = found is not None and found.how is How.DERIVED
        name = _name(stop, found)
        stops.append(StopMark(f"stop-{number}", number + 1, stop, name, rivals, points.get(index), is_derived=derived))
    legs = tuple(
        LegMark(f"leg-{n}", n + 1, leg, stops[leg.origin], stops[leg.destination], line)
        for n, (leg, line) in enumerate(zip(itinerary.legs, lines, strict=True), start=first[1])
    )
    return tuple(stops), legs


def _name(stop: Stop, found: Resolution | None) -> str:
    """Return the name as the text has it, but never a misspelling: a map would spread it."""
    if stop.place is not None and found is not None and found.how is How.FUZZY:
        return stop.place.name
    return stop.name


def _place_point(itinerary: Itinerary, index: int, points: dict[int, LonLat], lon: float | None) -> None:
    place = itinerary.stops[index].place
    if place is not None and index not in points:
        points[index] = _point(place.position, lon)


def _leg_line(itinerary: Itinerary, leg: Leg, points: dict[int, LonLat]) -> Line:
    """Return the line of a leg: its path, else the geodesic between its ends where both are known."""
    start = points[leg.origin][0] if leg.origin in points else None
    if leg.path is not None and len(leg.path.line) >= 2:
        return unwrap(leg.path.line, start)
    origin, destination = itinerary.stops[leg.origin].place, itinerary.stops[leg.destination].place
    if origin is None or destination is None:
        return ()
    return unwrap(geodesic_line(origin.position, destination.position), start)


def _point(position: Position, lon: float | None) -> LonLat:
    return (position.lon if lon is None else near_lon(position.lon, to=lon), position.lat)


def _first_lon(report: Report, shipments: tuple[Shipment, ...]) -> float:
    """Return a longitude in the middle of the route, near which all else is drawn."""
    points = [point for shipment in shipments for point in _route_points(shipment)]
    if points:
        return Box.around(points).centre_lon
    places = [resolution.place for resolution in report.toponyms if resolution.place]
    return places[0].position.lon if places else 10.0


def _route_points(shipment: Shipment) -> list[LonLat]:
    points = [stop.point for stop in shipment.stops if stop.point]
    return points + [point for leg in shipment.legs for point in leg.line]


def _claim_mark(number: int, claim: Claim, lon: float) -> ClaimMark:
    line: Line = ()
    if claim.measured:
        a, b = claim.measured.nearest
        line = unwrap(geodesic_line(a, b), near_lon(a.lon, to=lon)) if a != b else ()
    centre = claim.ring_centre
    circle: Line = ()
    if centre and claim.statement.quantity.value_m < _LARGEST_RING_M:
        around = ring(centre.position, claim.statement.quantity.value_m, vertices=_RING_VERTICES)
        circle = unwrap(around, near_lon(around[0].lon, to=lon))
    return ClaimMark(f"claim-{number}", number + 1, claim, line, circle, centre.name if centre else None)


def _others(report: Report, shipments: tuple[Shipment, ...], lon: float) -> tuple[OtherPlace, ...]:
    on_route = {stop.stop.place.id for shipment in shipments for stop in shipment.stops if stop.stop.place}
    spans: dict[str, list[Span]] = {}
    found: dict[str, Place] = {}
    for resolution in report.toponyms:
        # What is known by others only ("500 km west of X") has no name to put on a map; a stop has its number.
        is_named = resolution.how is not How.DERIVED
        if resolution.place and is_named and resolution.place.id not in on_route:
            found.setdefault(resolution.place.id, resolution.place)
            spans.setdefault(resolution.place.id, []).append(resolution.mention.span)
    return tuple(
        OtherPlace(
            f"place-{number}",
            place,
            tuple(spans[place.id]),
            None if place.kind.is_area else _point(place.position, lon),
        )
        for number, place in enumerate(found.values())
    )


def _fronts(report: Report, lon: float) -> tuple[FrontMark, ...]:
    """Return the front lines that claims were measured to, each once a day."""
    wanted: dict[tuple[str, date], str] = {}
    for claim in report.claims:
        reference = claim.statement.reference
        measured = claim.measured
        about_front = reference is not None and reference.line is not None and reference.line.kind is LineKind.FRONT
        if about_front and measured and measured.line and measured.on:
            wanted[(measured.line.id, measured.on)] = measured.line.name
    marks = []
    for (line_id, on), _name in sorted(wanted.items()):
        for country in sorted(front_countries()):
            line = front_line(country, on)
            if line is not None and line.version.id == line_id:
                parts = tuple(unwrap(part, near_lon(part[0].lon, to=lon)) for part in line.parts)
                marks.append(FrontMark(line.version.name, on, line.version.source, parts))
    return tuple(marks)


def _extent(shipments: tuple[Shipment, ...], claims: tuple[ClaimMark, ...], others: tuple[OtherPlace, ...]) -> Box:
    points = [point for shipment in shipments for point in _route_points(shipment)]
    if not points:
        points = [place.point for place in others if place.point]
    points += [point for claim in claims for point in claim.line]
    points += [point for claim in claims if not points or _is_small(claim, points) for point in claim.ring]
    if not points:
        return _WHOLE_WORLD
    box = Box.around(points)
    lacking = max(0.0, _LEAST_SPAN_DEG - max(box.east - box.west, box.north - box.south)) / 2
    return Box.around(points, margin=lacking) if lacking else box


def _is_small(claim: ClaimMark, points: list[LonLat]) -> bool:
    """True where a ring does not outgrow the route that it belongs to."""
    if not claim.ring:
        return False
    ring_box, box = Box.around(claim.ring), Box.around(points)
    return ring_box.north - ring_box.south <= 1.5 * max(box.east - box.west, box.north - box.south)


def _country_names(places: tuple[Place, ...]) -> dict[str, str]:
    return {
        place.country: place.name
        for place in places
        if place.country and place.kind in (PlaceKind.TERRITORY, PlaceKind.COUNTRY)
    }

"""Lines that a distance may be stated from, each with its dates, its uncertainty and its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from routes.geo.nearest import Nearest, nearest_on_line
from routes.model import BorderView, LineVersion, Position

# A vertex every tenth of a degree: the geodesic between two leaves the parallel by under 10 m.
_STEPS_PER_DEGREE = 10


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of a line that is off by no more than so much."""

    uncertainty_km: float
    parts: tuple[Sequence[Position], ...]


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A line on the earth. `notes` are sentences that a reader of a measurement should see.

    The uncertainty of `version` is that of the least certain stretch; `zones` tell the stretches apart where they
    differ.
    """

    version: LineVersion
    parts: tuple[Sequence[Position], ...]
    border_view: BorderView | None = None
    notes: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """The nearest point of a line as drawn, and the interval in metres in which the true distance lies."""

    nearest: Nearest
    low_m: float
    high_m: float


def distance_band(point: Position, line: ReferenceLine) -> Band:
    """Return the distance to a line with the bounds that the uncertainty of its stretches sets.

    A stretch that is uncertain by 50 km may be the nearest one although it is not drawn so: it widens the interval
    only as far as it can reach.
    """
    from routes.geo.edges import edges_of
    from routes.geo.polyline import lonlat_of

    zones = line.zones or (Zone(line.version.uncertainty_km, line.parts),)
    here = lonlat_of((point,))
    ranked = sorted(((edges_of(zone.parts).least_m(here), zone) for zone in zones), key=lambda found: found[0])
    band = _band(point, ranked[0][1])
    for least_m, zone in ranked[1:]:
        # Most stretches lie too far away to change any of the three.
        slack_m = zone.uncertainty_km * 1000
        if least_m < band.nearest.m or least_m - slack_m < band.low_m or least_m + slack_m < band.high_m:
            other = _band(point, zone)
            nearest = min(band.nearest, other.nearest, key=lambda found: found.m)
            band = Band(nearest, min(band.low_m, other.low_m), min(band.high_m, other.high_m))
    return band


def _band(point: Position, zone: Zone) -> Band:
    nearest, slack_m = nearest_on_line(point, zone.parts), zone.uncertainty_km * 1000
    return Band(nearest, max(0.0, nearest.m - slack_m), nearest.m + slack_m)


@cache
def parallel(lat: float) -> ReferenceLine:
    """Return a parallel all round the earth. It is no geodesic, so its vertices are close together."""
    if not -90 < lat < 90:
        raise ValueError(f"lat must lie between -90 and 90 degrees, got {lat}")
    from routes.geo.polyline import Polyline

    steps = range(-180 * _STEPS_PER_DEGREE, 180 * _STEPS_PER_DEGREE + 1)
    line = Polyline.of([Position(lat=lat, lon=step / _STEPS_PER_DEGREE) for step in steps])
    side = "N" if lat >= 0 else "S"
    version = LineVersion(f"parallel-{abs(lat):g}{side}", f"{abs(lat):g}° {side}", None, None, 0.0, "definition")
    return ReferenceLine(version, (line,))


def demarcation_line() -> ReferenceLine:
    """Return the Korean demarcation line of 1953, as the edge that the two Koreas share."""
    from routes.geo.borders import border

    line = border("KP", BorderView.UN, neighbour="KR")
    if line is None:
        raise ValueError("the border data hold no edge between KP and KR")
    version = LineVersion(
        "korea-demarcation-line",
        "Military Demarcation Line (Korea)",
        None,
        None,
        line.version.uncertainty_km,
        line.version.source,
    )
    note = "The demilitarised zone reaches 2 km to each side of the line."
    return ReferenceLine(version, line.parts, None, (note,))

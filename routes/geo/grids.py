"""Grid references on WGS 84: UTM and MGRS, turned into positions.

Defense Mapping Agency, The Universal Grids (TM 8358.2, 1989) and Datums, Ellipsoids, Grids, and Grid Reference
Systems (TM 8358.1, 1990). The poles beyond 84 N and 80 S have a grid of their own, which is not read here.
"""

from __future__ import annotations

from routes.model import Position

BANDS = "CDEFGHJKLMNPQRSTUVWX"
_BAND_DEG = 8.0
_SOUTHERNMOST = -80.0
_SQUARE_M = 100_000
_ROWS = "ABCDEFGHJKLMNPQRSTUV"
_COLUMNS = ("STUVWXYZ", "ABCDEFGH", "JKLMNPQR")
# The letters of rows repeat every so many metres.
_CYCLE_M = len(_ROWS) * _SQUARE_M
# A reference may be written in the grid of the zone or band next to it by so much.
_OVERLAP_DEG = 1.0


def from_utm(zone: int, letter: str, easting_m: float, northing_m: float) -> Position | None:
    """Return the position of a UTM reference; None where the numbers fit no place in the zone.

    `letter` is the band of latitude; people also write N and S for the hemisphere, and S is a band in the north.

    >>> from_utm(37, "S", 500_000, 4_000_000).lat > 0 > from_utm(37, "S", 500_000, 9_000_000).lat
    True
    """
    if not (1 <= zone <= 60 and letter in BANDS and 100_000 <= easting_m < 1_000_000 and 0 <= northing_m < 1e7):
        return None
    position = _inverse(zone, easting_m, northing_m, is_north=letter >= "N")
    if position is not None and _fits(position, zone, letter):
        return position
    if letter in "NS":
        position = _inverse(zone, easting_m, northing_m, is_north=letter == "N")
        return position if position is not None and _fits_zone(position, zone) else None
    return None


def from_mgrs(zone: int, band: str, square: str, digits: str) -> Position | None:
    """Return the middle of the square that an MGRS reference names; None where there is no such square.

    `square` are the two letters of the 100 km square, `digits` the easting and the northing, equally long.
    """
    column = _COLUMNS[zone % 3].find(square[0])
    row = _ROWS.find(square[1])
    if column < 0 or row < 0 or not 1 <= zone <= 60 or band not in BANDS or len(digits) % 2:
        return None
    places = len(digits) // 2
    side_m = mgrs_side_m(digits)
    easting_m = (column + 1) * _SQUARE_M + int(digits[:places]) * side_m + side_m / 2
    # Zones of even number begin five letters later.
    first_row = 0 if zone % 2 else 5
    within_cycle_m = (row - first_row) % len(_ROWS) * _SQUARE_M + int(digits[places:]) * side_m + side_m / 2
    for cycle in range(5):
        northing_m = within_cycle_m + cycle * _CYCLE_M
        position = _inverse(zone, easting_m, northing_m, is_north=band >= "N")
        if position is not None and _fits(position, zone, band):
            return position
    return None


def mgrs_side_m(digits: str) -> float:
    """Return the side of the square that so many digits name, in metres."""
    return float(10 ** (5 - len(digits) // 2))


def _inverse(zone: int, easting_m: float, northing_m: float, *, is_north: bool) -> Position | None:
    from pyproj import Proj

    grid = Proj(proj="utm", zone=zone, ellps="WGS84", south=not is_north)
    lon, lat = grid(easting_m, northing_m, inverse=True)
    return Position(lat=lat, lon=lon) if -90 <= lat <= 90 and -180 <= lon <= 180 else None


def _fits(position: Position, zone: int, band: str) -> bool:
    south = _SOUTHERNMOST + _BAND_DEG * BANDS.index(band)
    north = south + (12.0 if band == "X" else _BAND_DEG)
    return south - _OVERLAP_DEG <= position.lat <= north + _OVERLAP_DEG and _fits_zone(position, zone)


def _fits_zone(position: Position, zone: int) -> bool:
    """Return whether a longitude may be written in a zone; those of Norway and Svalbard are up to 12 degrees wide."""
    off = (position.lon - (6 * zone - 183) + 180) % 360 - 180
    reach = 9.0 if position.lat >= 56 and 31 <= zone <= 37 else 3.0 + _OVERLAP_DEG
    return abs(off) <= reach

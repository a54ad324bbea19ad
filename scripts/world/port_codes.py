"""What the port index says by its codes and figures and does not mean: countries, and points in degrees and minutes."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from routes.model import Place, Position
from scripts.world.towns import Towns, apart_km

# The first two letters of a code are a country, but for codes that are cut names, misprints, or of a time before the
# territory had a code of its own.
_COUNTRY_OF = (
    {"ZAPOR": "UA", "CHERN": "UA", "ASPGO": "PA", "TKMRW": "TM", "IDCHN": "IE"}
    | {"CNHKG": "HK", "USGUA": "GU", "FIMHQ": "AX", "GPGUS": "BL", "KMDZA": "YT", "GBPTA": "IM"}
    | {"MAEUN": "EH", "MAVIL": "EH", "ANPHI": "SX", "ANEUX": "BQ", "ANKRA": "BQ"}
)
# The Netherlands Antilles and Serbia and Montenegro are no more; their other ports lie in these.
_SUCCESSORS = {"AN": "CW", "CS": "ME"}
# Reviewed by hand: ports more than 50 km from every place of their name in their country whose point is another port's,
# those whose point is somewhere else altogether, and hamlets in the United States that only share a port's name.
_LEFT_OUT_TABLE = Path(__file__).with_name("ports_left_out.csv")
# Ports with settlements of another country alone nearby; the code is right all the same.
_REVIEWED = frozenset(
    {
        "BNTSG",  # on Brunei's side of the bay, across from Sundar
        "USLAU",  # posts on the border of the United States, whose next settlement is the one beyond it
        "USLUD",
        "USSAS",
    }
)
_NEIGHBOURHOOD_KM = 12.0
_NAMESAKE_KM = 15.0
_HUNDREDTHS = 1e-6


@cache
def left_out() -> frozenset[str]:
    """Return the codes of the ports that lie elsewhere than their names say."""
    with _LEFT_OUT_TABLE.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["code"] for row in csv.DictReader(lines))


def country_of(code: str) -> str:
    """Return the ISO 3166 code of the country or territory that a port with a code lies in.

    >>> country_of("NLRTM"), country_of("ANWIL"), country_of("ZAPOR")
    ('NL', 'CW', 'UA')
    """
    return _COUNTRY_OF.get(code) or _SUCCESSORS.get(code[:2], code[:2])


def read_point(lat: float, lon: float, namesakes: Iterable[Place]) -> Position:
    """Return the point of a port; `namesakes` are the towns of its name in its country.

    Every sixth point is written as degrees and minutes with a dot between: 51.17, 3.50 is 51°17' N 3°50' E. Of 493 with
    a namesake within 60 km, 487 lie nearer to it by this reading, the median port 1 km from it instead of 32. A nearby
    town of the name decides; without one, figures that are whole twentieths are left as they are, for these may be
    three, six, nine minutes rightly divided.

    >>> read_point(51.17, 3.5, []).latlon
    (51.28333, 3.83333)
    """
    written = Position(lat=lat, lon=lon)
    if not all(_may_be_minutes(figure) for figure in (lat, lon)):
        return written
    read = Position(lat=_from_minutes(lat), lon=_from_minutes(lon))
    towns = tuple(namesakes)
    as_written, as_read = (
        min((apart_km(point, town.position) for town in towns), default=math.inf) for point in (written, read)
    )
    if min(as_written, as_read) <= _NAMESAKE_KM:
        return written if as_written <= as_read else read
    return written if all(round(abs(figure) * 100) % 5 == 0 for figure in (lat, lon)) else read


def misplaced(ports: Iterable[Place], towns: Towns) -> list[str]:
    """Return one line for each port whose settlements nearby all lie in another country, but for the reviewed ones."""
    wrong = []
    unused = set(_REVIEWED)
    for port in ports:
        near = sorted(towns.near(port.position, _NEIGHBOURHOOD_KM), key=lambda each: (each[1], each[0].id))
        if not near or any(town.country == port.country for town, _ in near):
            continue
        code = port.id.removeprefix("wpi:")
        if code not in _REVIEWED:
            town, distance_km = near[0]
            wrong.append(
                f"{port.id} {port.name}: {port.country}, but {town.name} {distance_km:.0f} km is {town.country}"
            )
        unused.discard(code)
    return wrong + [f"wpi:{code} is reviewed, but lies where its code says" for code in sorted(unused)]


def _may_be_minutes(figure: float) -> bool:
    hundredths = abs(figure) * 100
    return abs(hundredths - round(hundredths)) < _HUNDREDTHS and round(hundredths) % 100 < 60


def _from_minutes(figure: float) -> float:
    degrees, minutes = divmod(round(abs(figure) * 100), 100)
    return round(math.copysign(degrees + minutes / 60, figure), 5)

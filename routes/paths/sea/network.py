"""The network of capes, fairways and look-outs, as it is stored, and with passages closed."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

from routes.paths.sea.channels import Channel, closed_switches, switches
from routes.paths.sea.sphere import Floats, line_lengths_km, reduced_vectors, vectors
from routes.paths.sea.water import COLS, Water, middles_of, wall_cells
from routes.resources import read_bytes

FILE = "sea.npz"
# In the stored distances from landmarks.
UNREACHED = 65535

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Nodes in degrees and as unit vectors; the lines of sight of node n are those from pointer[n] to pointer[n + 1].

    `landmark_km` has a row for each landmark, nan for what it cannot reach; its distances hold with everything that is
    closed here, or are too short.
    """

    lat: Floats
    lon: Floats
    points: Floats
    pointer: Numbers
    end: npt.NDArray[np.int32]
    weight_km: npt.NDArray[np.float32]
    landmark_km: npt.NDArray[np.float32]
    water: Water


@dataclass(frozen=True, slots=True, eq=False)
class _Stored:
    water: Water
    lat: Floats
    lon: Floats
    points: Floats
    start: npt.NDArray[np.uint16]
    end: npt.NDArray[np.uint16]
    weight_km: npt.NDArray[np.float32]
    gated: dict[str, Numbers]
    landmark_km: dict[str, npt.NDArray[np.float32]]


@lru_cache(maxsize=4)
def network(closed: frozenset[str]) -> Network:
    """Return the network with some switches closed."""
    stored = _stored()
    shut = [stored.gated[name] for name in sorted(closed)]
    # A line of sight is stored once; here it is needed from both of its ends.
    start, end, weight = stored.start, stored.end, stored.weight_km
    if shut:
        kept = np.ones(len(start), bool)
        kept[np.concatenate(shut)] = False
        start, end, weight = start[kept], end[kept], weight[kept]
    start, end, weight = np.concatenate([start, end]), np.concatenate([end, start]), np.concatenate([weight, weight])
    # A stable sort of small integers is a radix sort.
    order = np.argsort(start, kind="stable")
    degrees = np.bincount(start, minlength=len(stored.lat))
    is_usual = closed >= closed_switches(frozenset(), frozenset())
    return Network(
        lat=stored.lat,
        lon=stored.lon,
        points=stored.points,
        pointer=np.concatenate([[0], np.cumsum(degrees)]),
        end=end[order].astype(np.int32),
        weight_km=weight[order],
        landmark_km=stored.landmark_km["usual" if is_usual else "open"],
        water=stored.water.with_walls(gate_cells(closed)),
    )


def gate_cells(names: frozenset[str]) -> Numbers:
    """Return the cells of the grid that closing these switches turns to land."""
    gates = [gate for channel in switches() if channel.id in names for gate in channel.gates]
    none = np.zeros(0, np.int64)
    return np.concatenate([none, *(wall_cells(np.array([p.latlon for p in gate])) for gate in gates)])


@cache
def _stored() -> _Stored:
    with np.load(io.BytesIO(read_bytes(FILE)), allow_pickle=False) as file:
        cells = np.cumsum(file["cell_steps"].astype(np.int64))
        lat, lon = middles_of(cells // COLS, cells % COLS)
        start = np.repeat(np.arange(len(cells), dtype=np.uint16), file["degrees"])
        end = np.cumsum(file["end_steps"], dtype=np.uint16)
        reduced = reduced_vectors(lat, lon).astype(np.float32)
        return _Stored(
            water=Water(file["land"], file["clearance_km"], file["offing"]),
            lat=lat,
            lon=lon,
            points=vectors(lat, lon),
            start=start,
            end=end,
            weight_km=line_lengths_km(reduced, start, end),
            gated={channel.id: _gated(file, channel) for channel in switches()},
            landmark_km={name: _kilometres(file[f"landmarks_{name}"]) for name in ("usual", "open")},
        )


def _gated(file: np.lib.npyio.NpzFile, channel: Channel) -> Numbers:
    return np.cumsum(file[f"gated_{channel.id}"].astype(np.int64))


def _kilometres(stored: npt.NDArray[np.uint16]) -> npt.NDArray[np.float32]:
    return np.where(stored == UNREACHED, np.float32("nan"), stored.astype(np.float32))

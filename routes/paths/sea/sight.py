"""Who is seen from a point on the water."""

from __future__ import annotations

import numpy as np

from routes.paths.sea.network import Numbers
from routes.paths.sea.sphere import Floats
from routes.paths.sea.water import EARTH_KM, Water

# A little over what the build gives capes, so that nothing is missed.
HORIZON_KM = 9000.0
_RAYS = 720
# Land that is narrower may be overlooked: a fan only tells where to look.
_FAN_STEP_KM = 8.0
_CLOSE_KM = 20.0


def seen_from(water: Water, point: Floats, others: Floats) -> Numbers:
    """Return the numbers of those points that are seen from one."""
    near = maybe_seen_from(water, point, others)
    seen: Numbers = near[water.are_clear(point[None], others[near])]
    return seen


def maybe_seen_from(water: Water, point: Floats, others: Floats) -> Numbers:
    """Return the numbers of points that are seen from one, and of some that are not.

    A fan of rays finds how far one sees in each direction; nearer points may be seen. A gap narrower than the fan's
    half degree may be missed; a way then bends at the gap's own cape, and is tightened later.
    """
    east = np.array([-point[1], point[0], 0.0]) / max(np.hypot(point[0], point[1]), 1e-9)
    north = np.cross(point, east)
    azimuth = (np.arange(_RAYS) + 0.5) * 2 * np.pi / _RAYS
    heading = np.cos(azimuth)[:, None] * north + np.sin(azimuth)[:, None] * east
    angle = HORIZON_KM / EARTH_KM
    free_km, _ = water.free_km(point[None], np.cos(angle) * point + np.sin(angle) * heading, step_km=_FAN_STEP_KM)
    seen_km = np.maximum(np.maximum(free_km, np.roll(free_km, 1)), np.roll(free_km, -1)) + _FAN_STEP_KM
    across = others @ np.stack([east, north, point], axis=1)
    km = np.arctan2(np.hypot(across[:, 0], across[:, 1]), across[:, 2]) * EARTH_KM
    bins = np.floor(np.arctan2(across[:, 0], across[:, 1]) * _RAYS / (2 * np.pi)).astype(np.int64) % _RAYS
    # Close by, the rays are nearer to each other than the cells are wide.
    near: Numbers = np.flatnonzero(((km <= seen_km[bins]) & (km <= HORIZON_KM)) | (km < _CLOSE_KM))
    return near

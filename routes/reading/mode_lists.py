"""Goals told in one list, each with a mode of its own: "by rail to A and by road to B"."""

from __future__ import annotations

import re
from dataclasses import replace

from routes.model import Mode, Movement, Span, Turn
from routes.reading.scene import Scene
from routes.reading.triggers import stated_mode

_AND_BY = re.compile(
    r"\s*,?\s*(?:and|or)\s+(?:(?:the\s+rest|the\s+remainder|others|some|then|onward|on)\s+){0,2}by\s+\w+\s+(?:on\s+)?to\s+(?:the\s+)?"
    r"(?:(?:port|city|town|capital)\s+of\s+)?",
    re.IGNORECASE,
)
_BY_LAND = frozenset({Mode.ROAD, Mode.RAIL})


def by_each_mode(scene: Scene, movement: Movement) -> list[Movement]:
    """Return a movement, or one for each mode that its list of goals names.

    Two ways over land part from one place; a way over water or by air and one over land follow each other, as
    "by rail to A and by ship to B" does.
    """
    for at in range(1, len(movement.destinations)):
        first, second = movement.destinations[at - 1], movement.destinations[at]
        between = Span(first.end, second.start)
        mode = stated_mode(scene.text, between) if _AND_BY.fullmatch(scene.text, between.start, between.end) else None
        if mode is not None:
            parts = {mode, movement.mode} <= _BY_LAND
            rest = replace(
                movement,
                origins=(),
                at=(),
                via=(),
                destinations=movement.destinations[at:],
                mode=mode,
                vessel=movement.vessel if mode in (Mode.SEA, Mode.RIVER) else None,
                turn=Turn.BRANCH if parts else Turn.THERE,
            )
            return [replace(movement, destinations=movement.destinations[:at]), *by_each_mode(scene, rest)]
    return [movement]

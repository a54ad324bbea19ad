"""Where names and lines are looked up, as the options of a command have it."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from routes.cli.options import read_border_view, read_gazetteer, read_picks
from routes.cli.own_lines import OwnLines, read_own_lines
from routes.model import BorderView

if TYPE_CHECKING:
    from routes.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Atlas:
    """The gazetteer, what was picked from it, the day, the borders and the user's own lines."""

    gazetteer: Gazetteer
    picks: tuple[tuple[str, str], ...] = ()
    on: date | None = None
    border_view: BorderView = BorderView.UN
    lines: OwnLines = field(default_factory=OwnLines)


def read_atlas(arguments: Namespace) -> Atlas:
    gazetteer = read_gazetteer(arguments)
    return Atlas(
        gazetteer,
        read_picks(arguments.pick, gazetteer),
        arguments.on,
        read_border_view(arguments),
        read_own_lines(arguments),
    )

"""A pick that settled nothing is told: most likely its name is spelt otherwise in the text."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from routes.cli.console import Console
from routes.model import How, Report


def tell_idle_picks(picks: Sequence[tuple[str, str]], reports: Sequence[Report], console: Console) -> None:
    """Put a warning on standard error for each pick whose name stands in none of the texts."""
    if not picks:
        return
    from routes.gazetteer import fold

    toponyms = [toponym for report in reports for toponym in report.toponyms]
    settled = {fold(toponym.mention.text) for toponym in toponyms if toponym.how is How.PICKED}
    names = list(dict.fromkeys(toponym.mention.text for toponym in toponyms))
    for name, place_id in picks:
        if fold(name) not in settled:
            near = get_close_matches(name, names, n=1)
            hint = f"did you mean {near[0]}?" if near else _known(names)
            console.say(f"warning: --pick {name}={place_id} was not used: no place is called {name!r} here; {hint}")


def _known(names: Sequence[str], most: int = 6) -> str:
    if not names:
        return "no place is named at all"
    more = ", ..." if len(names) > most else ""
    return f"the places named are {', '.join(names[:most])}{more}"

"""What a way may use: it keeps off what is avoided, and off what is closed unless it is allowed."""

from __future__ import annotations

from dataclasses import dataclass

from routes.errors import UsageError


@dataclass(frozen=True, slots=True)
class Ways:
    """Passages by sea, and countries and stations by rail, to avoid or to allow.

    Allowed is what is closed otherwise: an icebound passage, or another country for a way by rail inside one.
    """

    avoid: frozenset[str] = frozenset()
    allow: frozenset[str] = frozenset()

    @property
    def by_sea(self) -> Ways:
        """The part that names passages by sea."""
        from routes.paths.sea import switches

        passages = frozenset(channel.id for channel in switches())
        return Ways(self.avoid & passages, self.allow & passages)

    @property
    def by_rail(self) -> Ways:
        """The part that names countries and stations of the railways."""
        from routes.paths.rail_network import rail_network

        network = rail_network()
        return Ways(self.avoid & (network.countries | network.stations.keys()), self.allow & network.countries)


OPEN = Ways()


def check_passages(ways: Ways) -> None:
    """Raise UsageError for a name that is no passage, country or station, or that is both avoided and allowed."""
    if ways == OPEN:
        return
    from routes.paths.sea import switches

    unknown = (ways.avoid - ways.by_sea.avoid - ways.by_rail.avoid) | (
        ways.allow - ways.by_sea.allow - ways.by_rail.allow
    )
    if unknown:
        passages = ", ".join(sorted(channel.id for channel in switches()))
        raise UsageError(
            f"{', '.join(sorted(unknown))}: no such passage; there are {passages}, "
            "and by rail country codes (KZ) and, to avoid, border stations (Zabaikalsk)"
        )
    if both := ways.avoid & ways.allow:
        raise UsageError(f"{', '.join(sorted(both))} cannot be both avoided and allowed")

"""What a way may use: it keeps off what is avoided, and off what is closed unless it is allowed."""

from __future__ import annotations

from dataclasses import dataclass

from routes.errors import UsageError


@dataclass(frozen=True, slots=True)
class Ways:
    """Passages by sea, and countries and stations by rail, to avoid or to allow.

    Allowed is what is closed otherwise: an icebound passage, or another country for a way by rail inside one.
    `via` are passages by sea that the way goes through, though a shorter one may not, in order.
    """

    avoid: frozenset[str] = frozenset()
    allow: frozenset[str] = frozenset()
    via: tuple[str, ...] = ()

    @property
    def by_sea(self) -> Ways:
        """The part that names passages by sea."""
        from routes.paths.sea import switches

        passages = frozenset(channel.id for channel in switches())
        return Ways(self.avoid & passages, self.allow & passages, self.via)

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

    sea, rail = ways.by_sea, ways.by_rail
    unknown = (ways.avoid - sea.avoid - rail.avoid) | (ways.allow - sea.allow - rail.allow)
    if unknown:
        passages = ", ".join(sorted(channel.id for channel in switches()))
        raise UsageError(
            f"{', '.join(sorted(unknown))}: no such passage; there are {passages}, "
            "and by rail country codes (KZ) and, to avoid, border stations (Zabaikalsk)"
        )
    if both := ways.avoid & ways.allow:
        raise UsageError(f"{', '.join(sorted(both))} cannot be both avoided and allowed")

"""Which passages may be used: a way keeps off what is avoided, and off what is closed unless it is allowed."""

from __future__ import annotations

from dataclasses import dataclass

from routes.errors import UsageError


@dataclass(frozen=True, slots=True)
class Ways:
    """Passages to avoid although they are open, and to allow although they are closed, by their ids."""

    avoid: frozenset[str] = frozenset()
    allow: frozenset[str] = frozenset()


OPEN = Ways()


def check_passages(ways: Ways) -> None:
    """Raise UsageError where a passage is not known."""
    named = sorted(ways.avoid | ways.allow)
    if named:
        raise UsageError(f"no passage is known yet, got {', '.join(named)}")

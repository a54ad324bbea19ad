"""What the caller may say about a page beyond the report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageOptions:
    """Words that replace or add to the generated ones; None leaves the page's own.

    `embed` asks for the map alone, for an iframe.
    """

    title: str | None = None
    standfirst: str | None = None
    credit: str | None = None
    embed: bool = False

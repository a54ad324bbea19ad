"""The command line: one module a verb, loaded only when it is asked for."""

from __future__ import annotations

from routes.cli.entry import main

__all__ = ["main"]

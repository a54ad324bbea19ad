"""Measure what a text states about distances, and judge whether it can be true."""

from __future__ import annotations

from routes.judging.context import Context
from routes.judging.judge import judge

__all__ = ["Context", "judge"]

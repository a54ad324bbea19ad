"""Tracing: the way of the goods, from stop to stop."""

from routes.tracing.trace import Traced, trace

__all__ = ["Traced", "trace"]

"""Placing: which place on the earth each name stands for, how sure that is, and what else it could be."""

from routes.placing.coordinates import with_coordinates
from routes.placing.derived import with_derived
from routes.placing.oddities import find_oddities
from routes.placing.ranker import Ranker
from routes.placing.resolve import Resolved, resolve, resolve_mentions

__all__ = ["Ranker", "Resolved", "find_oddities", "resolve", "resolve_mentions", "with_coordinates", "with_derived"]

"""The way between two places by a mode of transport: along networks of our own, or a sketch that says so."""

from routes.paths.find import find_path
from routes.paths.services import Service, services, times
from routes.paths.sketch import Detour, detours, sketch_path
from routes.paths.ways import OPEN, Ways, check_passages

__all__ = [
    "OPEN",
    "Detour",
    "Service",
    "Ways",
    "check_passages",
    "detours",
    "find_path",
    "services",
    "sketch_path",
    "times",
]

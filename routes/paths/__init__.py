"""The way between two places by a mode of transport.

`find_path` is what the floors above call; what stands behind it may change from a straight line to a network.
"""

from routes.paths.sketch import find_path, sketch_path
from routes.paths.speeds import Speeds, speeds

__all__ = ["Speeds", "find_path", "sketch_path", "speeds"]

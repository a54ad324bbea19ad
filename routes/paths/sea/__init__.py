"""The way by sea: a network of our own from Natural Earth's coasts and a list of named channels."""

from routes.paths.sea.channels import Channel, channels, switches
from routes.paths.sea.passages import Passage
from routes.paths.sea.way import NoSeaRoute, SeaRoute, sea_route

__all__ = ["Channel", "NoSeaRoute", "Passage", "SeaRoute", "channels", "sea_route", "switches"]

"""The sources of the world layer, one module each; `scripts/build_world.py` brings them together."""

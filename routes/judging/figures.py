"""Numbers, dates and directions in words, with no more digits than the uncertainty supports."""

from __future__ import annotations

from routes.model import BorderView, Measurement, Modifier, Quantity

_WINDS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_BOUNDS = frozenset({Modifier.WITHIN, Modifier.LESS_THAN, Modifier.AT_LEAST, Modifier.MORE_THAN})
_VIEWS = {BorderView.UN: "UN", BorderView.DE_FACTO: "de facto"}
_WHOLE_FROM_KM = 20.0
_TENTHS_BELOW_KM = 2.0
_COARSE_FROM_KM = 50.0


def km_words(m: float, half_width_m: float = 0.0) -> str:
    """Return a length in kilometres, rounded by how far it may be off.

    Tenths below 20 km where they mean something, tens of kilometres where it may be off by 50 km and more.

    >>> km_words(296_123.0), km_words(7_449.0), km_words(296_123.0, 147_000.0)
    ('296 km', '7.4 km', '300 km')
    """
    return f"{_km(m, half_width_m)} km"


def range_words(low_m: float, high_m: float, half_width_m: float = 0.0) -> str:
    """Return "194 to 203 km", or one figure where both ends round to the same."""
    low, high = _km(low_m, half_width_m), _km(high_m, half_width_m)
    return f"{high} km" if low == high else f"{low} to {high} km"


def measured_words(measured: Measurement) -> str:
    """Return the figure and its interval: "296 km (285 to 307 km)"."""
    half = (measured.high_m - measured.low_m) / 2
    return f"{km_words(measured.m, half)} ({range_words(measured.low_m, measured.high_m, half)})"


def interval_words(low_m: float, high_m: float) -> str:
    """Return an interval with tenths, as the arithmetic shows it: "281.6–297.7 km"."""
    return f"{low_m / 1000:,.1f}–{high_m / 1000:,.1f} km"


def quantity_words(quantity: Quantity, *, with_modifier: bool = True) -> str:
    """Return a figure as stated: "290 km", "20 to 30 mi", "within 12 nmi"."""
    top = f" to {_plain(quantity.value_max)}" if quantity.value_max is not None else ""
    words = f"{_plain(quantity.value)}{top} {quantity.unit.value}"
    if with_modifier and quantity.modifier in _BOUNDS:
        return f"{quantity.modifier.value} {words}"
    return words


def wind_words(azimuth_deg: float) -> str:
    """Return the nearest of eight directions.

    >>> wind_words(133.0), wind_words(359.0), wind_words(-60.0)
    ('southeast', 'north', 'northwest')
    """
    return _WINDS[round(azimuth_deg % 360 / 45) % 8]


def view_words(view: BorderView) -> str:
    return f"border view: {_VIEWS[view]}"


def quoted(text: str, limit: int = 60) -> str:
    """Return words of the article in quotation marks, on one line and not too many of them."""
    line = " ".join(text.split())
    return f'"{line[: limit - 1]}…"' if len(line) > limit else f'"{line}"'


def _km(m: float, half_width_m: float) -> str:
    km = m / 1000
    if half_width_m / 1000 >= _COARSE_FROM_KM:
        return f"{round(km, -1):,.0f}"
    if km >= _WHOLE_FROM_KM or (half_width_m / 1000 >= _TENTHS_BELOW_KM and km >= 1):
        return f"{km:,.0f}"
    return f"{km:.1f}".removesuffix(".0")


def _plain(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".")

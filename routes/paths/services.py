"""How long goods take over a way, by the kind of service that carries them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from routes.model import Mode, ServiceTime
from routes.resources import read_text

_FILE = "services.csv"
_HOURS_A_DAY = 24.0


@dataclass(frozen=True, slots=True)
class Band:
    """Hours from a low to a high figure."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"hours need 0 <= low <= high, got {self.low}..{self.high}")


@dataclass(frozen=True, slots=True)
class Service:
    """A kind of service with its documented bounds: kilometres a day, hours at the ends and at each border.

    `gauge` are the hours that a break of gauge costs besides.
    """

    name: str
    slow_km_day: float
    fast_km_day: float
    ends: Band
    border: Band
    gauge: Band

    def __post_init__(self) -> None:
        if not 0 < self.slow_km_day <= self.fast_km_day:
            raise ValueError(f"{self.name} needs 0 < slow <= fast, got {self.slow_km_day}..{self.fast_km_day} km a day")


@cache
def services(mode: Mode) -> tuple[Service, ...]:
    """Return the kinds of service of a mode, as the data file has them."""
    lines = [line for line in read_text(_FILE).splitlines() if not line.startswith("#")]
    return tuple(_service(row) for row in csv.DictReader(lines) if row["mode"] == mode.value)


def times(
    mode: Mode, low_m: float, high_m: float, *, borders: int = 0, breaks_of_gauge: int = 0
) -> tuple[ServiceTime, ...]:
    """Return the hours that each kind of service takes over a way of a length between two bounds in metres."""
    return tuple(
        ServiceTime(
            service.name,
            low_m / 1000 / service.fast_km_day * _HOURS_A_DAY
            + service.ends.low
            + borders * service.border.low
            + breaks_of_gauge * service.gauge.low,
            high_m / 1000 / service.slow_km_day * _HOURS_A_DAY
            + service.ends.high
            + borders * service.border.high
            + breaks_of_gauge * service.gauge.high,
        )
        for service in services(mode)
    )


def _service(row: dict[str, str]) -> Service:
    def band(name: str) -> Band:
        return Band(float(row[f"{name}_low_h"]), float(row[f"{name}_high_h"]))

    return Service(
        row["service"],
        float(row["slow_km_day"]),
        float(row["fast_km_day"]),
        ends=band("ends"),
        border=band("border"),
        gauge=band("gauge"),
    )

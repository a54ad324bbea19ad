"""The script that compares the gazetteer with public ones."""

import pytest

from routes.model import Place, PlaceKind, Position
from scripts.compare_gazetteer import Source, report

PORTS = Source("Ports", frozenset({PlaceKind.PORT}), {("najin", None): [Position(lat=42.2333, lon=130.3)]})


def place(lat: float, *, extent_km: float = 3, note: str = "", kind: PlaceKind = PlaceKind.PORT) -> Place:
    return Place("kp-najin", "Najin", kind, "KP", Position(lat=lat, lon=130.3), extent_km, note=note)


@pytest.mark.parametrize(
    ("row", "title", "unexplained"),
    [
        (place(42.30), "agrees: 1", 0),
        (place(42.40), "differs: 1\n  kp-najin (port): Ports 19 km", 1),
        (place(42.40, extent_km=20), "agrees: 1", 0),
        (place(42.40, note="differs: the new pier"), "differs, with a reason: 1", 0),
        (place(42.30, kind=PlaceKind.STRAIT), "found nowhere: 1\n  kp-najin (strait)", 0),
    ],
)
def test_a_row_agrees_differs_or_is_unknown(
    row: Place, title: str, unexplained: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report([row], [PORTS]) == unexplained
    assert title in capsys.readouterr().out

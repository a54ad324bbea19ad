"""Which parts of the map need a picture of their own."""

from __future__ import annotations

from collections.abc import Iterator

from routes.page.markup import label
from routes.page.projection import Box, Frame, LonLat
from routes.page.scene import ClaimMark, Inset, Shipment
from routes.page.strokes import ends

# The overview as it is drawn without scripts; what is shorter there than this many pixels cannot be followed.
OVERVIEW_WIDTH = 960.0
OVERVIEW_HEIGHT = 480.0
OVERVIEW_PADDING = 58.0
_TOO_SHORT_PX = 90.0
_MOST = 3


def insets(shipments: tuple[Shipment, ...], claims: tuple[ClaimMark, ...], box: Box) -> tuple[Inset, ...]:
    """Return insets for the legs and claims that the overview shows too small; neighbours share one."""
    frame = Frame.fit(box, OVERVIEW_WIDTH, OVERVIEW_HEIGHT, OVERVIEW_PADDING)
    found: list[Inset] = []
    for title, points in _parts(shipments, claims):
        if not points or _size_px(points, frame) >= _TOO_SHORT_PX:
            continue
        inset = Inset((title,), _with_margin(Box.around(points)))
        near = next((n for n, other in enumerate(found) if other.box.meets(inset.box)), None)
        if near is None:
            found.append(inset)
        else:
            found[near] = _merge(found[near], inset)
    return tuple(found[:_MOST])


def _parts(shipments: tuple[Shipment, ...], claims: tuple[ClaimMark, ...]) -> Iterator[tuple[str, tuple[LonLat, ...]]]:
    for shipment in shipments:
        for leg in shipment.legs:
            yield (
                f"Leg {leg.number}: {ends(leg)}",
                leg.line,
            )
    for claim in claims:
        # A ring without a line shows no more than a circle; it needs no second picture.
        if claim.line:
            yield f"Claim {claim.number}: {_ends(claim)}", claim.line + claim.ring


def _ends(mark: ClaimMark) -> str:
    ends = (mark.claim.subject, mark.claim.reference)
    return " to ".join(label(end.name) for end in ends if end is not None) or "the stated distance"


def _size_px(points: tuple[LonLat, ...], frame: Frame) -> float:
    places = [frame.xy(point) for point in points]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _with_margin(box: Box) -> Box:
    margin = max(0.05, 0.12 * max(box.east - box.west, box.north - box.south))
    return Box.around(((box.west, box.south), (box.east, box.north)), margin)


def _merge(a: Inset, b: Inset) -> Inset:
    corners = [
        (a.box.west, a.box.south),
        (a.box.east, a.box.north),
        (b.box.west, b.box.south),
        (b.box.east, b.box.north),
    ]
    return Inset((*a.titles, *b.titles), Box.around(corners))

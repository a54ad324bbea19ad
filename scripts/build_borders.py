"""Pack the outlines of all countries with their shared edges, for distances to borders and coasts.

    python scripts/build_borders.py SOURCE_DIR routes/data/borders.npz

SOURCE_DIR holds `countries-10m.json` from npm world-atlas 2.0.2 (Natural Earth 4.1.0 at 1:10 million, public domain;
packaging ISC). `npm pack world-atlas@2.0.2` fetches it. The same source gives the same bytes.

The source is a topology: an edge of two countries is one arc that both use, a coast is an arc that one uses. Every
polygon gets two codes, for the view of the United Nations and for that of control on the ground, so that a view is
a matter of looking up codes: an arc between two polygons of one code is no border.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

# Arcs are thinned by Douglas and Peucker's method; together with the source's grid of 0.2 x 0.4 km the
# error stays under 0.5 km.
TOLERANCE_KM = 0.25
# The source draws straight lines on a flat map, we measure along geodesics: on edges of 50 km the two part
# by less than 0.1 km up to 60 degrees of latitude, as on the 49th parallel.
LONGEST_EDGE_KM = 50.0
KM_PER_DEGREE = 111.2

# ISO 3166-1, numeric and alpha-2.
ISO = """
004AF 008AL 010AQ 012DZ 016AS 020AD 024AO 028AG 031AZ 032AR 036AU 040AT 044BS 048BH 050BD 051AM 052BB 056BE
060BM 064BT 068BO 070BA 072BW 076BR 084BZ 086IO 090SB 092VG 096BN 100BG 104MM 108BI 112BY 116KH 120CM 124CA
132CV 136KY 140CF 144LK 148TD 152CL 156CN 158TW 170CO 174KM 178CG 180CD 184CK 188CR 191HR 192CU 196CY 203CZ
204BJ 208DK 212DM 214DO 218EC 222SV 226GQ 231ET 232ER 233EE 234FO 238FK 239GS 242FJ 246FI 248AX 250FR 258PF
260TF 262DJ 266GA 268GE 270GM 275PS 276DE 288GH 292GI 296KI 300GR 304GL 308GD 316GU 320GT 324GN 328GY 332HT
334HM 336VA 340HN 344HK 348HU 352IS 356IN 360ID 364IR 368IQ 372IE 376IL 380IT 384CI 388JM 392JP 398KZ 400JO
404KE 408KP 410KR 414KW 417KG 418LA 422LB 426LS 428LV 430LR 434LY 438LI 440LT 442LU 446MO 450MG 454MW 458MY
462MV 466ML 470MT 478MR 480MU 484MX 492MC 496MN 498MD 499ME 500MS 504MA 508MZ 512OM 516NA 520NR 524NP 528NL
531CW 533AW 534SX 540NC 548VU 554NZ 558NI 562NE 566NG 570NU 574NF 578NO 580MP 581UM 583FM 584MH 585PW 586PK
591PA 598PG 600PY 604PE 608PH 612PN 616PL 620PT 624GW 626TL 630PR 634QA 642RO 643RU 646RW 652BL 654SH 659KN
660AI 662LC 663MF 666PM 670VC 674SM 678ST 682SA 686SN 688RS 690SC 694SL 702SG 703SK 704VN 705SI 706SO 710ZA
716ZW 724ES 728SS 729SD 732EH 740SR 748SZ 752SE 756CH 760SY 762TJ 764TH 768TG 776TO 780TT 784AE 788TN 792TR
795TM 796TC 798TV 800UG 804UA 807MK 818EG 826GB 831GG 832JE 833IM 834TZ 840US 850VI 854BF 858UY 860UZ 862VE
876WF 882WS 887YE 894ZM
"""
ALPHA_2 = {entry[:3]: entry[3:] for entry in ISO.split()}

# What the source gives no ISO number: codes in the UN's view and on the ground. XA to XZ are ISO's for private use.
UNNUMBERED = {
    "Akrotiri": ("XA", "XA"),
    "Dhekelia": ("XD", "XD"),
    "Kosovo": ("XK", "XK"),  # Security Council resolution 1244: its line to Serbia is measured in both views
    "N. Cyprus": ("CY", "XN"),  # Security Council resolutions 541 and 550
    "Cyprus U.N. Buffer Zone": ("CY", "XB"),
    "Siachen Glacier": ("XG", "XG"),
    "Somaliland": ("SO", "XS"),
    "Spratly Is.": ("XP", "XP"),
    "Scarborough Reef": ("XR", "XR"),
    "Bajo Nuevo Bank": ("XJ", "XJ"),
    "Serranilla Bank": ("XL", "XL"),
    "Baikonur": ("KZ", "KZ"),  # leased ground
    "USNB Guantanamo Bay": ("CU", "CU"),  # leased ground
    "Coral Sea Is.": ("AU", "AU"),
    "Clipperton I.": ("FR", "FR"),
    "Indian Ocean Ter.": ("CC", "CC"),
}


class Part(NamedTuple):
    """Polygons of a source country inside a box (west, south, east, north) that have codes of their own."""

    country: str
    box: tuple[float, float, float, float]
    un: str
    de_facto: str


PARTS = (
    Part("Russia", (32.0, 44.2, 36.8, 46.3), "UA", "RU"),  # Crimea: General Assembly resolution 68/262
    Part("Morocco", (-17.5, 20.5, -8.0, 27.7), "EH", "MA"),  # Western Sahara west of the berm: cut off below
    Part("France", (-55.0, 2.0, -51.0, 6.0), "GF", "GF"),
    Part("France", (-62.0, 15.8, -60.9, 16.6), "GP", "GP"),
    Part("France", (-61.3, 14.3, -60.7, 15.0), "MQ", "MQ"),
    Part("France", (55.0, -21.6, 56.0, -20.7), "RE", "RE"),
    Part("France", (44.9, -13.2, 45.4, -12.5), "YT", "YT"),
    Part("Norway", (-10.0, 70.5, 35.0, 82.0), "SJ", "SJ"),
    Part("Netherlands", (-69.0, 11.9, -62.5, 17.8), "BQ", "BQ"),
    Part("New Zealand", (-173.0, -10.0, -171.0, -8.0), "TK", "TK"),
    Part("Indian Ocean Ter.", (105.0, -11.0, 106.0, -10.0), "CX", "CX"),
)

# The north of Western Sahara: 27°40' N, from the Franco-Spanish convention of 27 November 1912.
SAHARA_PARALLEL = 27 + 40 / 60


class Polygon(NamedTuple):
    country: str
    number: str | None
    rings: list[list[int]]


class Topology:
    """Arcs on the grid of the source, and polygons whose rings are signed arcs (~i is arc i backwards)."""

    def __init__(self, path: Path) -> None:
        source = json.loads(path.read_text("utf-8"))
        self.scale = np.array(source["transform"]["scale"])
        self.offset = np.array(source["transform"]["translate"])
        self.arcs: list[Ints] = [np.cumsum(np.array(arc, dtype=np.int64), axis=0) for arc in source["arcs"]]
        self.polygons = [
            Polygon(country["properties"]["name"], country.get("id"), rings)
            for country in source["objects"]["countries"]["geometries"]
            for rings in (country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]])
        ]

    def degrees(self, arc: Ints) -> Floats:
        return np.asarray(arc * self.scale + self.offset)

    def grid(self, lonlat: Floats) -> Ints:
        return np.asarray(np.rint((lonlat - self.offset) / self.scale), dtype=np.int64)

    def outline(self, ring: list[int]) -> Ints:
        return np.vstack([self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1] for arc in ring])

    def replace(self, arc: int, parts: list[Ints]) -> None:
        """Put several arcs in the place of one, in every ring that uses it."""
        numbers = [arc, *range(len(self.arcs), len(self.arcs) + len(parts) - 1)]
        self.arcs[arc] = parts[0]
        self.arcs.extend(parts[1:])
        forwards = {arc: numbers, ~arc: [~number for number in reversed(numbers)]}
        for polygon in self.polygons:
            for ring in polygon.rings:
                ring[:] = [part for one in ring for part in forwards.get(one, [one])]


def part_western_sahara(world: Topology) -> None:
    """Cut Morocco, which reaches to the berm in the source, along the parallel that parts it from Western Sahara.

    Where Morocco, Algeria and Western Sahara meet, arcs begin; on the Atlantic coast one has to be cut.
    """
    index, polygon = next(
        (index, polygon)
        for index, polygon in enumerate(world.polygons)
        if polygon.country == "Morocco" and world.degrees(world.outline(polygon.rings[0]))[:, 1].min() < 22
    )
    (ring,) = polygon.rings
    berm = next(arc for arc in ring if _is_shared(world, arc, "W. Sahara"))
    inland = _ends(world, berm)[0]
    coast = next(arc for arc in ring if np.array_equal(_ends(world, arc)[0], _ends(world, berm)[1]))
    shore = world.arcs[coast]
    cut = int(np.flatnonzero(world.degrees(shore)[:, 1] > SAHARA_PARALLEL)[0])
    world.replace(coast, [shore[: cut + 1], shore[cut:]])
    world.arcs.append(_along_parallel(world, shore[cut], inland))
    parallel = len(world.arcs) - 1
    south = ring.index(coast)
    others = ring[south + 1 :] + ring[:south]
    others.remove(berm)
    world.polygons[index] = polygon._replace(rings=[[~parallel, *others]])
    world.polygons.append(Polygon("Morocco", polygon.number, [[berm, coast, parallel]]))


def _is_shared(world: Topology, arc: int, country: str) -> bool:
    return any(~arc in ring for polygon in world.polygons if polygon.country == country for ring in polygon.rings)


def _ends(world: Topology, arc: int) -> tuple[Ints, Ints]:
    points = world.arcs[arc] if arc >= 0 else world.arcs[~arc][::-1]
    return points[0], points[-1]


def _along_parallel(world: Topology, start: Ints, end: Ints) -> Ints:
    """Return a line of constant latitude, with vertices close enough for geodesics between them."""
    (west, _), (east, _) = world.degrees(np.vstack([start, end]))
    lons = np.linspace(west, east, 46)[1:-1]
    between = world.grid(np.column_stack([lons, np.full(len(lons), SAHARA_PARALLEL)]))
    return np.vstack([start, between, end])


def part_at_antimeridian(world: Topology) -> Iterator[int]:
    """Cut arcs so that runs along the 180th meridian stand alone, and yield those: they are marks of a flat map."""
    edge = world.grid(np.array([[-180.0, 0.0], [180.0, 0.0]]))[:, 0]
    for number in range(len(world.arcs)):
        arc = world.arcs[number]
        is_there = np.isin(arc[:, 0], edge)
        is_cut = is_there[:-1] & is_there[1:]
        if not is_cut.any():
            continue
        changes = np.flatnonzero(np.diff(is_cut.astype(int))) + 1
        bounds = [0, *changes.tolist(), len(arc) - 1]
        first_new = len(world.arcs)
        world.replace(number, [arc[start : stop + 1] for start, stop in pairwise(bounds)])
        numbers = [number, *range(first_new, len(world.arcs))]
        yield from (new for new, start in zip(numbers, bounds, strict=False) if is_cut[start])


def thin(world: Topology, arc: Ints) -> Ints:
    """Return an arc with the vertices that matter at the tolerance.

    The vertex farthest off is always kept, and of a closed arc two, so that no polygon shrinks to a line.
    """
    return arc[vertices_that_matter(world.degrees(arc), TOLERANCE_KM)]


def vertices_that_matter(lonlat: Floats, tolerance_km: float) -> npt.NDArray[np.bool_]:
    """Return which vertices of an arc to keep; the ends always are."""
    lon = np.degrees(np.unwrap(np.radians(lonlat[:, 0])))
    flat = np.column_stack([lon * np.cos(np.radians(lonlat[:, 1].mean())), lonlat[:, 1]]) * KM_PER_DEGREE
    keep = np.zeros(len(lonlat), dtype=bool)
    keep[[0, -1]] = True
    forced = 2 if np.array_equal(lonlat[0], lonlat[-1]) else 1
    spans = [(0, len(lonlat) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        off = _distances(flat[first + 1 : last], flat[first], flat[last])
        is_long = np.linalg.norm(flat[last] - flat[first]) > LONGEST_EDGE_KM
        if forced or is_long or off.max() > tolerance_km:
            forced = max(0, forced - 1)
            far = first + 1 + int(off.argmax()) if forced or not is_long else (first + last) // 2
            keep[far] = True
            # The longer half goes first, as a forced vertex must find room in it.
            spans += sorted([(first, far), (far, last)], key=lambda span: span[1] - span[0])
    return keep


def _distances(points: Floats, start: Floats, end: Floats) -> Floats:
    along = end - start
    share = np.clip((points - start) @ along / max(float(along @ along), 1e-12), 0, 1)
    return np.asarray(np.linalg.norm(points - start - share[:, None] * along, axis=1))


def codes(world: Topology, polygon: Polygon) -> tuple[str, str]:
    """Return the codes of a polygon in the view of the UN and on the ground."""
    outline = world.degrees(world.outline(polygon.rings[0]))
    for part in PARTS:
        west, south, east, north = part.box
        is_inside = ((outline >= (west, south)) & (outline <= (east, north))).all()
        if part.country == polygon.country and is_inside:
            return part.un, part.de_facto
    if polygon.number is None:
        return UNNUMBERED[polygon.country]
    return ALPHA_2[polygon.number], ALPHA_2[polygon.number]


def split_bytes(values: Ints) -> npt.NDArray[np.uint8]:
    """Return differences as zigzag numbers in three planes of bytes, which deflate far better than numbers."""
    deltas = np.diff(values, prepend=0)
    zigzag = (deltas << 1) ^ (deltas >> 63)
    return np.stack([(zigzag >> shift) & 255 for shift in (0, 8, 16)]).astype(np.uint8)


def pack(world: Topology, cuts: list[int]) -> dict[str, npt.NDArray[np.generic]]:
    polygon_codes = [codes(world, polygon) for polygon in world.polygons]
    names = sorted({code for pair in polygon_codes for code in pair})
    arcs = [thin(world, arc) for arc in world.arcs]
    points = np.vstack(arcs)
    rings = [(number, ring) for number, polygon in enumerate(world.polygons) for ring in polygon.rings]
    return {
        "grid": np.concatenate([world.scale, world.offset]),
        "lon_deltas": split_bytes(points[:, 0]),
        "lat_deltas": split_bytes(points[:, 1]),
        "arc_lengths": np.array([len(arc) for arc in arcs], dtype=np.int32),
        "arc_is_cut": np.isin(np.arange(len(arcs)), cuts),
        "ring_arcs": np.array([arc for _, ring in rings for arc in ring], dtype=np.int32),
        "ring_lengths": np.array([len(ring) for _, ring in rings], dtype=np.int32),
        "ring_polygons": np.array([number for number, _ in rings], dtype=np.int32),
        "polygon_codes": np.array(
            [[names.index(un), names.index(de_facto)] for un, de_facto in polygon_codes], dtype=np.int32
        ),
        "codes": np.array(names),
    }


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print("usage: build_borders.py SOURCE_DIR OUT.npz", file=sys.stderr)
        return 2
    source, out = Path(arguments[0]), Path(arguments[1])
    world = Topology(source / "countries-10m.json")
    part_western_sahara(world)
    cuts = list(part_at_antimeridian(world))
    arrays = pack(world, cuts)
    np.savez_compressed(out, allow_pickle=False, **arrays)
    print(
        f"{out}: {len(arrays['codes'])} codes, {len(world.polygons)} polygons, {len(world.arcs)} arcs, "
        f"{arrays['lon_deltas'].shape[1]} vertices, {out.stat().st_size / 1000:.0f} kB"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

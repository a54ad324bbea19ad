"""Find every fault of a gazetteer file, with its line."""

from __future__ import annotations

import csv
import re

from routes.gazetteer.rows import COLUMNS, KINDS, numbered_rows

# ISO 3166-1 alpha-2, and XK, which GeoNames, the EU and the IMF use for Kosovo.
COUNTRY_CODES = frozenset(
    re.findall(
        r"[A-Z]{2}",
        """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT
    MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
    UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """,
    )
)

_LIMITS = {"id": 64, "name": 120, "aliases": 2000, "source": 300, "note": 600}
_LONGEST_ALIAS = 120
_FARTHEST_KM = 20_038.0  # half the equator: nothing on earth reaches farther
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,12}(?:\.[0-9]{1,12})?")
_LETTER = re.compile(r"[^\W_]")
_WHOLE = re.compile(r"[0-9]{1,11}")
# Control characters, line and paragraph separators, the marks that turn the direction of writing, lone surrogates.
_HOSTILE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def check_rows(text: str, label: str) -> tuple[str, ...]:
    """Return one `label:line: what` for each fault of a gazetteer file; empty when it is fine."""
    problems: list[str] = []
    seen: dict[str, int] = {}
    rows = numbered_rows(text)
    last = 0
    try:
        _, header = next(rows, (1, []))
        if faults := _header_faults(header):
            return tuple(f"{label}:1: {fault}" for fault in faults)
        for line, fields in rows:
            last = line
            faults = _faults(fields)
            if not faults and seen.setdefault(fields[0], line) != line:
                faults = [f"id {_shown(fields[0])} is taken by line {seen[fields[0]]}; ids must differ"]
            problems += [f"{label}:{line}: {fault}" for fault in faults]
    except csv.Error as error:
        problems.append(f"{label}: after line {last}: this is not comma-separated values: {error}")
    return tuple(problems)


def _header_faults(header: list[str]) -> list[str]:
    names = [name.strip() for name in header]
    if names == list(COLUMNS):
        return []
    missing = [name for name in COLUMNS if name not in names]
    extra = [_shown(name) for name in names if name not in COLUMNS]
    faults = [f"column {name} is missing" for name in missing] + [f"column {name} is not known" for name in extra]
    return faults or [f"the columns must be {','.join(COLUMNS)}, each once and in this order"]


def _faults(fields: list[str]) -> list[str]:
    if len(fields) != len(COLUMNS):
        return [f"a row has {len(COLUMNS)} fields, this one has {len(fields)}"]
    if _HOSTILE.search("".join(fields)):
        return [
            _hostile_fault(name, field) for name, field in zip(COLUMNS, fields, strict=True) if _HOSTILE.search(field)
        ]
    ident, name, kind, country, lat, lon, extent_km, aliases, population, source, note = fields
    faults = _length_faults(ident, name, aliases, source, note)
    if not _SLUG.fullmatch(ident):
        faults.append(f"id must be small letters, digits and single hyphens, such as kp-najin, got {_shown(ident)}")
    if not _LETTER.search(name) or "|" in name:
        faults.append(f"name must have a letter or digit and no |, got {_shown(name)}")
    if kind not in KINDS:
        faults.append(f"kind must be one of {', '.join(KINDS)}, got {_shown(kind)}")
    if country and country not in COUNTRY_CODES:
        faults.append(f"country must be an ISO 3166 code of two capitals, such as KP, or empty, got {_shown(country)}")
    faults += _number_faults("lat", lat, -90, 90, "degrees")
    faults += _number_faults("lon", lon, -180, 180, "degrees")
    faults += _number_faults("extent_km", extent_km, 0, _FARTHEST_KM, "kilometres")
    if aliases:
        faults += _alias_faults(aliases)
    if population and not _WHOLE.fullmatch(population):
        faults.append(f"population must be a whole number or empty, got {_shown(population)}")
    return faults


def _length_faults(*fields: str) -> list[str]:
    return [
        f"{name} must have at most {limit} characters, has {len(field)}"
        for (name, limit), field in zip(_LIMITS.items(), fields, strict=True)
        if len(field) > limit
    ]


def _number_faults(name: str, written: str, low: float, high: float, unit: str) -> list[str]:
    if _DECIMAL.fullmatch(written) and low <= float(written) <= high:
        return []
    return [f"{name} must be a number in [{low:g}, {high:g}] {unit}, got {_shown(written)}"]


def _alias_faults(aliases: str) -> list[str]:
    each = aliases.split("|")
    empty = [f"alias {alias!r} has no letter or digit" for alias in each if not _LETTER.search(alias)]
    return empty + [f"alias {_shown(alias)} is too long" for alias in each if len(alias) > _LONGEST_ALIAS]


def _hostile_fault(name: str, field: str) -> str:
    found = _HOSTILE.search(field)
    code = ord(found[0]) if found else 0
    return f"{name} holds the control character U+{code:04X}; names are plain text on one line"


def _shown(written: str) -> str:
    return ascii(written if len(written) <= 40 else written[:37] + "...")

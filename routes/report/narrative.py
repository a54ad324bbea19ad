"""The whole report as a short text for people."""

from __future__ import annotations

from collections.abc import Iterator

from routes.model import Cargo, DateSource, Itinerary, Leg, Notice, Path, Report, Stop, Unit, Vessel, Window
from routes.report.claims_table import render_claims
from routes.report.figures import hours_words, length_words, range_words
from routes.report.place_list import place_lines, place_words
from routes.report.plain import shorten, wrap
from routes.report.style import Ink, TextStyle

_HANG = "    "
_TITLE_LIMIT = 200
_FROM = {
    DateSource.OPTION: "given",
    DateSource.TEXT: "as the text says",
    DateSource.PAGE: "as the page says",
    DateSource.DATELINE: "from the dateline",
}


def render_text(report: Report, style: TextStyle) -> str:
    """Return title, way, goods, dates, places, claims and notices, one below the other."""
    sections = [tuple(_head(report, style))]
    many = len(report.itineraries) > 1
    for number, itinerary in enumerate(report.itineraries, start=1):
        heading = f"Shipment {number}" if many else "Shipment"
        sections.append((style.paint(heading, Ink.BOLD), *_itinerary(itinerary, style)))
    if not report.itineraries:
        sections.append(("No shipment was found in the text.",))
    if report.toponyms:
        places = (line for words in place_lines(report) for line in _hanging(words, style))
        sections.append((style.paint("Places", Ink.BOLD), *places))
    claims = render_claims(report, style).rstrip("\n")
    sections.append((style.paint("Stated distances", Ink.BOLD), claims))
    if report.notices:
        notices = (line for notice in report.notices for line in _hanging(_notice(notice), style))
        sections.append((style.paint("Notices", Ink.BOLD), *notices))
    return "\n\n".join("\n".join(section) for section in sections) + "\n"


def _head(report: Report, style: TextStyle) -> Iterator[str]:
    title = report.article.title
    for line in wrap(shorten(title, _TITLE_LIMIT) if title else "(no title)", style.width):
        yield style.paint(line, Ink.BOLD)
    yield _published(report)


def _published(report: Report) -> str:
    published = report.article.published
    if published is None:
        return "Published: unknown (give it with --published)"
    return f"Published: {published.on.isoformat()} ({_FROM[published.source]})"


def _itinerary(itinerary: Itinerary, style: TextStyle) -> Iterator[str]:
    for number, stop in enumerate(itinerary.stops, start=1):
        yield from _hanging(f"{number}. {_stop(stop)}", style)
        for leg in itinerary.legs:
            if leg.origin == number - 1:
                yield from _hanging(f"   ↓ {_leg(leg, style.unit)}", style)
    for cargo in itinerary.cargo:
        yield from _hanging(f"Cargo: {_cargo(cargo)}", style)
    for vessel in itinerary.vessels:
        yield from _hanging(f"Vessel: {_vessel(vessel)}", style)
    yield from _hanging(f"Dates: {_window(itinerary.window) or _days(itinerary)}", style)
    if itinerary.feasibility:
        feasibility = itinerary.feasibility
        yield from _hanging(f"In that time: {feasibility.outcome.value}; {feasibility.reason}", style)


def _stop(stop: Stop) -> str:
    parts = [stop.role.value, stop.status.value]
    if stop.on:
        parts.append(stop.on.isoformat())
    if stop.place is None:
        return f"{stop.name} (place unknown), {', '.join(parts)}"
    name = stop.name if stop.name == stop.place.name else f"{stop.name} = {stop.place.name}"
    return f"{name} ({place_words(stop.place)}), {', '.join(parts)}, confidence {stop.confidence:.2f}"


def _leg(leg: Leg, unit: Unit) -> str:
    mode = leg.mode.value if leg.mode else "mode not stated"
    parts = [f"{mode} (inferred)" if leg.mode and leg.mode_inferred else mode]
    if leg.destination != leg.origin + 1:
        parts.append(f"to stop {leg.destination + 1}")
    if leg.vessel:
        parts.append(f"ship {leg.vessel}")
    if leg.carrier:
        parts.append(f"carrier {leg.carrier}")
    parts.append(leg.status.value)
    if leg.attribution:
        parts.append(f"says {leg.attribution.name}")
    if leg.on:
        parts.append(leg.on.isoformat())
    if leg.path:
        parts.append(_path(leg.path, unit))
    if leg.no_path:
        parts.append(f"no way: {leg.no_path}")
    return ", ".join(parts)


def _path(path: Path, unit: Unit) -> str:
    drawn = f"about {length_words(path.m, unit)}, " if path.m is not None else ""
    words = f"{drawn}{range_words(path.low_m, path.high_m, unit)} ({path.method})"
    if path.low_hours is not None and path.high_hours is not None:
        words += f", {hours_words(path.low_hours, path.high_hours)}"
    if path.passages:
        words += f", by way of {', '.join(path.passages)}"
    return words


def _cargo(cargo: Cargo) -> str:
    is_told = cargo.hedge is None or cargo.hedge.casefold() in cargo.text.casefold()
    return cargo.text if is_told else f"{cargo.text} ({cargo.hedge})"


def _vessel(vessel: Vessel) -> str:
    facts = [f"flag {vessel.flag}" if vessel.flag else "", f"IMO {vessel.imo}" if vessel.imo else ""]
    known = ", ".join(fact for fact in facts if fact)
    return f"{vessel.name} ({known})" if known else vessel.name


def _days(itinerary: Itinerary) -> str:
    """Return the first and the last day that the stops have, where the text gives no window of its own."""
    days = sorted({stop.on for stop in itinerary.stops if stop.on} | {leg.on for leg in itinerary.legs if leg.on})
    if not days:
        return "not stated"
    first, last = days[0].isoformat(), days[-1].isoformat()
    return f"{first}, the only day told" if first == last else f"{first} to {last}, the first and last day told"


def _window(window: Window | None) -> str | None:
    if window is None or (window.start is None and window.end is None):
        return None
    start = window.start.isoformat() if window.start else "unknown"
    end = window.end.isoformat() if window.end else "unknown"
    source = f", says {window.attribution.name}" if window.attribution else ""
    return f"{start} to {end}{source}"


def _notice(notice: Notice) -> str:
    return f"{notice.level.value}: {notice.message} [{notice.code}]"


def _hanging(text: str, style: TextStyle) -> Iterator[str]:
    indent = text[: len(text) - len(text.lstrip(" "))]
    first, *rest = wrap(text, style.width - len(indent) - len(_HANG))
    yield f"{indent}{first}"
    for line in rest:
        yield f"{indent}{_HANG}{line}"

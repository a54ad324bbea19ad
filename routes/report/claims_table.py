"""The claims of a report as a table for people: the verdict, the words, the figures, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from routes.model import Claim, OtherMeasurement, Outcome, Reading, Report, Unit
from routes.report.explanation import explain as explained
from routes.report.figures import length_words, range_words
from routes.report.plain import pad, shorten, visible, wrap
from routes.report.style import OUTCOME_INKS, Ink, TextStyle, verdict_words

_GAP = "  "
_VERDICT, _MEASURED, _ON = 14, 19, 10
_LABEL = 10
_QUOTE_LIMIT = 240
_COLUMNS_FROM = 72  # in a narrower terminal the cells stand below each other
_NOTHING = "no distance is stated in the text, so there is nothing to verify"


def render_claims(report: Report, style: TextStyle, *, explain: bool = False) -> str:
    """Return the claims as a table, each with its sentence below it; with `explain` the arithmetic."""
    if not report.claims:
        return "".join(f"{line}\n" for line in wrap(_NOTHING, style.width))
    blocks = [_claim(report, claim, style, explain=explain) for claim in report.claims]
    lines = [*([] if _is_narrow(style) else [_header(style)]), *_separated(blocks)]
    if len(blocks) > 1:
        lines += ["", *wrap(_summary(report), style.width)]
    return "\n".join(lines) + "\n"


def render_claims_of_several(reports: Sequence[Report], style: TextStyle, *, explain: bool = False) -> str:
    """Return a table for each report, headed with the name of its article."""
    tables = [f"{_name(report, style)}\n{render_claims(report, style, explain=explain)}" for report in reports]
    return "\n".join(tables)


def _name(report: Report, style: TextStyle) -> str:
    return style.paint(visible(report.article.source or report.article.title or "(no name)"), Ink.BOLD)


def _summary(report: Report) -> str:
    """Return how many claims there are of each outcome: "3 claims: 2 supported, 1 unverifiable"."""
    counts = Counter(claim.outcome for claim in report.claims)
    parts = [f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome]]
    return f"{len(report.claims)} claims: {', '.join(parts)}"


def _is_narrow(style: TextStyle) -> bool:
    return style.width < _COLUMNS_FROM


def _indent(style: TextStyle) -> str:
    return " " * (2 if _is_narrow(style) else _VERDICT + len(_GAP))


def _separated(blocks: Sequence[Sequence[str]]) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield from block


def _header(style: TextStyle) -> str:
    cells = ("VERDICT", "CLAIM", "MEASURED", "ON")
    row = _GAP.join(pad(cell, width) for cell, width in zip(cells, _widths(style), strict=True))
    return style.paint(row.rstrip(), Ink.BOLD)


def _widths(style: TextStyle) -> tuple[int, int, int, int]:
    return _VERDICT, style.width - _VERDICT - _MEASURED - _ON - 3 * len(_GAP), _MEASURED, _ON


def _claim(report: Report, claim: Claim, style: TextStyle, *, explain: bool) -> tuple[str, ...]:
    lines = [*(_stack if _is_narrow(style) else _row)(report, claim, style)]
    if explain:
        return (*lines, *_indented(claim.sentence, style), *_steps(report, claim, style))
    for note in _notes(claim, style):
        lines.extend(_indented(note, style))
    return tuple(lines)


def _indented(text: str, style: TextStyle) -> tuple[str, ...]:
    indent = _indent(style)
    return tuple(f"{indent}{line}" for line in wrap(text, style.width - len(indent)))


def _row(report: Report, claim: Claim, style: TextStyle) -> Iterator[str]:
    widths = _widths(style)
    cells = (
        (verdict_words(claim.outcome),),
        wrap(_quote(report, claim), widths[1]),
        _measured(claim, style),
        _on(claim),
    )
    for number in range(max(len(cell) for cell in cells)):
        line = [cell[number] if number < len(cell) else "" for cell in cells]
        parts = [pad(text, width) for text, width in zip(line, widths, strict=True)]
        if number == 0:
            parts[0] = style.paint(parts[0], OUTCOME_INKS[claim.outcome])
        yield _GAP.join(parts).rstrip()


def _stack(report: Report, claim: Claim, style: TextStyle) -> Iterator[str]:
    """Yield what a row has, its cells below each other."""
    yield style.paint(verdict_words(claim.outcome), OUTCOME_INKS[claim.outcome])
    yield from _indented(_quote(report, claim), style)
    on = claim.measured.on if claim.measured else None
    yield from _indented(f"measured: {' '.join(_measured(claim, style))}{f' on {on}' if on else ''}", style)


def _quote(report: Report, claim: Claim) -> str:
    return f"“{shorten(report.article.quote(claim.statement.span), _QUOTE_LIMIT)}”"


def _measured(claim: Claim, style: TextStyle) -> tuple[str, ...]:
    measured = claim.measured
    if measured is None:
        return ("unknown",)
    lines = [length_words(measured.m, style.unit)]
    interval = range_words(measured.low_m, measured.high_m, style.unit)
    if interval != lines[0]:
        lines.append(f"({interval})")
    if measured.reading is Reading.ROUTE:
        lines.append("along the route")
    return tuple(lines)


def _on(claim: Claim) -> tuple[str, ...]:
    on = claim.measured.on if claim.measured else None
    return (on.isoformat() if on else "–",)


def _notes(claim: Claim, style: TextStyle) -> Iterator[str]:
    quantity, attribution = claim.statement.quantity, claim.statement.attribution
    yield claim.sentence
    if visible(claim.reason) not in visible(claim.sentence):
        yield f"why: {claim.reason}"
    time = "a travel time, which may stand for " if quantity.unit.is_time else ""
    if quantity.unit is not Unit.WAY:
        yield f"stated: {time}{range_words(quantity.low_m, quantity.high_m, style.unit)}{_pair(claim)}"
    if claim.bearing_outcome is not None and claim.bearing_measured_deg is not None:
        yield f"direction: {claim.bearing_outcome.value}, measured {claim.bearing_measured_deg:.0f}°"
    if attribution is not None:
        yield f"said by: {attribution.name}"
    if claim.place_chosen_by_claim:
        yield "this distance helped to choose which of several namesakes is meant"
    for label, others in (
        ("also", claim.also_measured),
        ("fits", claim.holds_for),
        ("does not fit", claim.does_not_hold_for),
    ):
        for other in others:
            yield f"{label}: {_other(other, style)}"


def _pair(claim: Claim) -> str:
    if claim.pair_agrees is None:
        return ""
    return "; the two units agree" if claim.pair_agrees else "; the two units do not agree"


def _other(other: OtherMeasurement, style: TextStyle) -> str:
    measured = other.measured
    figure = length_words(measured.m, style.unit)
    interval = range_words(measured.low_m, measured.high_m, style.unit)
    ends = f"{other.subject} to {other.reference}"
    return f"{ends}, {figure}" if interval == figure else f"{ends}, {figure} ({interval})"


def _steps(report: Report, claim: Claim, style: TextStyle) -> Iterator[str]:
    """Yield the explanation as two columns, the label only where it changes."""
    indent, before = _indent(style), None
    for step in explained(report, claim, style.unit):
        label = step.label if step.label != before else ""
        before = step.label
        for line in wrap(step.text, style.width - len(indent) - _LABEL):
            yield f"{indent}{style.paint(pad(label, _LABEL), Ink.FAINT)}{line}"
            label = ""

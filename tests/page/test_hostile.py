"""Text from outside is data: no string, wherever it stands, becomes an element, an attribute or a script."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from functools import cache

import pytest

from routes.model import Article, Attribution, Cargo, Level, Notice, Report, Span, Vessel
from routes.page import PageOptions, render_page, render_svg
from tests.page import sample_report
from tests.page.reader import Reader

PAYLOADS = (
    "</script><script>window.pwned=1</script>",
    '"><img src=x onerror="window.pwned=1">',
    "<svg/onload=window.pwned=1>",
    "${window.pwned=1}",
    "`+(window.pwned=1)+`",
    "\\`;window.pwned=1;//",
    "'-(window.pwned=1)-'",
    "{{ ''.__class__ }}{% raw %}",
    "</style><style>*{display:none}</style>",
    "</title><script>window.pwned=1</script>",
    "<!--<script>window.pwned=1",
    "]]><script>window.pwned=1</script>",
    "javascript:window.pwned=1//<a href=javascript:window.pwned=1>",
    "\u202egnp.nijaN\u202c\u2066\u200f",
    "\x01\x02\x1b[31m\x7f\x85",
    "\u2028window.pwned=1\u2029",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;",
    "@@SCRIPT@@@@DATA@@@@POLICY@@",
    'St. John\'s "Port" `x` \\ {y}',
    "<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>",
)
_FORBIDDEN = {"img", "iframe", "object", "embed", "form", "math", "link", "base"}


def hostile(payload: str) -> Report:
    """Return the story with a payload in every field that reaches a page."""
    report = sample_report.report()
    text = f"{payload} {report.article.text} {payload}"
    shift = len(payload) + 1

    def moved(span: Span) -> Span:
        return Span(span.start + shift, span.end + shift)

    place = replace(
        sample_report.NAJIN,
        id=f"x{payload}",
        name=payload,
        aliases=(payload,),
        note=payload,
        source=payload,
        country=payload,
    )
    itinerary = report.itineraries[0]
    first, second, third = itinerary.stops
    said = Attribution(payload, Span(0, len(payload)))
    stops = (
        replace(first, name=payload, place=place, span=Span(0, len(payload)), confidence=0.4),
        replace(second, span=moved(second.span)),
        replace(third, span=moved(third.span)),
    )
    legs = tuple(
        replace(
            leg,
            vessel=payload,
            carrier=payload,
            attribution=said,
            evidence=moved(leg.evidence),
            path=replace(leg.path, method=payload, passages=(payload,)) if leg.path else None,
        )
        for leg in itinerary.legs
    )
    way = replace(
        itinerary,
        stops=stops,
        legs=legs,
        vessels=(Vessel(payload, Span(0, 1), payload, payload),),
        cargo=(Cargo(payload, Span(0, 1), hedge=payload),),
    )
    claim = report.claims[0]
    assert claim.measured
    assert claim.measured.line
    assert claim.subject
    claim = replace(
        claim,
        statement=replace(claim.statement, span=Span(0, len(payload)), attribution=said),
        reason=payload,
        sentence=payload,
        arithmetic=(payload,),
        measured=replace(claim.measured, line=replace(claim.measured.line, name=payload, source=payload)),
        does_not_hold_for=tuple(replace(o, subject=payload, reference=payload) for o in claim.does_not_hold_for),
        subject=replace(claim.subject, name=payload, text=payload, place=place),
    )
    toponyms = tuple(
        replace(
            found,
            mention=replace(found.mention, span=Span(0, len(payload)), text=payload),
            candidates=tuple(replace(c, why=payload, place=place) for c in found.candidates),
        )
        for found in report.toponyms
    )
    return replace(
        report,
        article=Article(text, payload, report.article.published, payload),
        sentences=(Span(0, len(payload)), *(moved(span) for span in report.sentences)),
        itineraries=(way,),
        claims=(claim,),
        toponyms=toponyms,
        vetoed=tuple(replace(mention, text=payload, why=payload) for mention in report.vetoed),
        notices=(Notice(Level.WARNING, payload, payload),),
    )


@cache
def page_of(payload: str) -> str:
    return render_page(hostile(payload), PageOptions(payload, payload, payload))


@cache
def plain_page() -> str:
    return render_page(sample_report.report())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_becomes_an_element_or_an_attribute(payload: str) -> None:
    plain = Reader(plain_page())
    reader = Reader(page_of(payload))
    names = {name for name, _ in reader.elements}
    assert names <= {name for name, _ in plain.elements} | {"ul"}
    assert not names & _FORBIDDEN
    attributes = {name for _, found in reader.elements for name in found}
    assert attributes <= {name for _, found in plain.elements for name in found}
    assert sum(name == "script" for name, _ in reader.elements) == 4
    assert sum(name == "style" for name, _ in reader.elements) == 1


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_scripts_are_the_same_whatever_the_text_says(payload: str) -> None:
    code = re.compile(r"<script>(.*?)</script>", re.DOTALL)
    plain = code.findall(plain_page())
    assert code.findall(page_of(payload)) == plain


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_breaks_the_picture(payload: str) -> None:
    svg = render_svg(hostile(payload), PageOptions(payload, payload, payload))
    root = ElementTree.fromstring(svg)  # noqa: S314  our own picture
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "g", "path", "rect", "circle", "text", "title", "desc", "style"}


def test_names_on_the_map_cannot_turn_the_words_around_them() -> None:
    svg = render_svg(hostile("\u202egnp.nijaN\u202c"))
    assert "\u202e" not in svg

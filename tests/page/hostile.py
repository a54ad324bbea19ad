"""Strings that would run if any page or picture took them for more than words, and reports full of them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from routes.model import (
    Article,
    Attribution,
    Cargo,
    Feasibility,
    Feasible,
    Level,
    Notice,
    Report,
    ServiceFit,
    Span,
    Vessel,
)
from routes.page import PageOptions
from tests.page import sample_report

PAYLOADS = (
    # Elements and the ends of elements.
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<svg/onload=window.pwned=1>",
    "</style><style>*{display:none}</style>",
    "</title><script>window.pwned=1</script>",
    "</textarea></noscript></template><script>window.pwned=1</script>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=window.pwned=1>",
    "<details open ontoggle=window.pwned=1>",
    "<base href=//evil.invalid/><meta http-equiv=refresh content=0;url=//evil.invalid/>",
    "<link rel=stylesheet href=//evil.invalid/x.css>",
    "<a href=javascript:window.pwned=1 autofocus onfocus=window.pwned=1>x</a>",
    "<scr<script>ipt>window.pwned=1</scr</script>ipt>",
    "<SCRIPT\n>window.pwned=1</SCRIPT\t>",
    "＜script＞window.pwned=1＜/script＞",
    # The ends of attributes, and handlers.
    '"><img src=x onerror="window.pwned=1">',
    "'><script>window.pwned=1</script>",
    '" onmouseover="window.pwned=1" x="',
    "' onfocus='window.pwned=1' autofocus tabindex='1",
    "x onerror=window.pwned=1 /",
    '" style="background:url(//evil.invalid/x.png)',
    # Scripts: quotes, templates, breaks.
    "${window.pwned=1}",
    "`+(window.pwned=1)+`",
    "\\`;window.pwned=1;//",
    "'-(window.pwned=1)-'",
    '\\";window.pwned=1;//',
    "\u2028window.pwned=1\u2029",
    "\\u003cscript\\u003ewindow.pwned=1\\u003c/script\\u003e",
    "*/window.pwned=1/*",
    "];window.pwned=1;[",
    '__proto__","constructor":{"prototype":{"pwned":1}},"x":"',
    # Addresses.
    "javascript:window.pwned=1//",
    "data:text/html,<script>window.pwned=1</script>",
    "java\tscript:window.pwned=1",
    "//evil.invalid/x.png",
    "https://evil.invalid/?a=1&b=2#c",
    # Styles.
    "};*{background:url(//evil.invalid/x)}",
    "</style><!--@import '//evil.invalid/x.css';",
    "\\27\\3c script\\3e expression(window.pwned=1)",
    # Comments, sections and entities of HTML and XML.
    "<!--<script>window.pwned=1",
    "--><script>window.pwned=1</script><!--",
    "]]><script>window.pwned=1</script>",
    "<![CDATA[<script>window.pwned=1</script>]]>",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    "<?php window.pwned=1 ?><%= window.pwned=1 %>",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;",
    "&#60;script&#62;window.pwned=1&#x3c;/script&#x3e;",
    "&quot; onload=&quot;window.pwned=1 &bogus; &",
    # Templates: folium's own, the page's own, other people's.
    "{{ ''.__class__.__mro__ }}{% raw %}",
    "{{constructor.constructor('window.pwned=1')()}}",
    "@@SCRIPT@@@@DATA@@@@POLICY@@",
    "\\g<0>\\1$&$1%s%(x)s{0}",
    # Signs that are not seen, or turn the others around.
    "\u202egnp.nijaN\u202c\u2066\u200f",
    "Na\u200bjin\u200d\ufeff\u00ad\u2060",
    "\x01\x02\x1b[31m\x7f\x85\x9b2J",
    "e\u0301\u0301\u0301\u0301\u0301\u0301\U000e0041\U0001f3f4\ufffe",
    # What other programs read: KML, CSV, terminals.
    "</name><NetworkLink><Link><href>http://evil.invalid/</href></Link></NetworkLink>",
    "</coordinates></Placemark><ScreenOverlay/>$[name]$[description]",
    "=HYPERLINK('http://evil.invalid/')",
    # Harmless, and blank maps all the same where escaping is done by halves.
    'St. John\'s "Port" `x` \\ {y}',
)
# One page holds six payloads in every field, so that few pages hold them all.
CHUNKS = tuple(PAYLOADS[n : n + 6] for n in range(0, len(PAYLOADS), 6))
# By these the report finds its own parts again; everything else is words.
_KEYS = frozenset({"Article.text", "Place.id", "LineVersion.id"})


def hostile(payload: str) -> Report:
    """Return the story with a payload in every string of the report, whatever part of it holds the string."""
    report = sample_report.report()
    text = f"{payload} {report.article.text} {payload}"
    shift = len(payload) + 1
    full = _filled(replace(report, article=Article(report.article.text)), payload, shift)
    assert isinstance(full, Report)
    itinerary, claim = full.itineraries[0], full.claims[0]
    first, *others = itinerary.stops
    assert first.place
    own = Span(0, len(payload))
    said = Attribution(payload, own)
    # A place of its own for the first stop: its id, too, comes from a file.
    place = replace(first.place, id=f"x{payload}", aliases=(payload,), note=payload, source=payload)
    legs = tuple(
        replace(
            leg,
            vessel=payload,
            carrier=payload,
            attribution=said,
            no_path=payload,
            path=replace(leg.path, passages=(payload,), notes=(payload,)) if leg.path else None,
        )
        for leg in itinerary.legs
    )
    way = replace(
        itinerary,
        stops=(replace(first, place=place, span=own, confidence=0.4), *others),
        legs=legs,
        vessels=(Vessel(payload, own, payload, payload),),
        cargo=(Cargo(payload, own, 1, None, payload, payload),),
        feasibility=Feasibility(
            Feasible.TIGHT, payload, 17.0, services=(ServiceFit(payload, Feasible.FEASIBLE, 7.0, 19.0),)
        ),
    )
    claim = replace(claim, statement=replace(claim.statement, span=own, attribution=said))
    return replace(
        full,
        article=Article(text, payload, report.article.published, f"/home/{payload}"),
        sentences=(own, *full.sentences),
        itineraries=(way,),
        claims=(claim,),
        notices=(*full.notices, Notice(Level.WARNING, payload, payload)),
        id=payload,
    )


def crowded(payloads: tuple[str, ...]) -> Report:
    """Return one report in which each payload stands in every field: the stories one after the other."""
    whole = hostile(payloads[0])
    for payload in payloads[1:]:
        offset = len(whole.article.text) + 2
        more = _filled(hostile(payload), None, offset)
        assert isinstance(more, Report)
        whole = replace(
            whole,
            article=replace(whole.article, text=f"{whole.article.text}\n\n{more.article.text}"),
            sentences=(*whole.sentences, *more.sentences),
            toponyms=(*whole.toponyms, *more.toponyms),
            vetoed=(*whole.vetoed, *more.vetoed),
            itineraries=(*whole.itineraries, *more.itineraries),
            claims=(*whole.claims, *more.claims),
            notices=(*whole.notices, *more.notices),
        )
    return replace(whole, article=replace(whole.article, title=" ".join(payloads), source=" ".join(payloads)))


def first_words(payloads: tuple[str, ...]) -> PageOptions:
    """Return options with the first payloads for a title: it has room for some alone."""
    return PageOptions(" ".join(payloads[:3]), " ".join(payloads), " ".join(payloads))


def last_words(payloads: tuple[str, ...], *, embed: bool) -> PageOptions:
    return PageOptions(" ".join(payloads[3:]), " ".join(payloads[::-1]), " ".join(payloads[::-1]), embed=embed)


def _filled(value: Any, payload: str | None, shift: int, where: str = "") -> Any:  # noqa: ANN401  walks values of any kind
    """Return a value with its spans moved on and, if there is one, a payload for every string in it."""
    if isinstance(value, Span):
        return Span(value.start + shift, value.end + shift)
    if isinstance(value, Enum) or where in _KEYS:
        return value
    if isinstance(value, str):
        return value if payload is None else payload
    if isinstance(value, tuple):
        return tuple(_filled(item, payload, shift, where) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kind = type(value).__name__
        changed = {
            field.name: _filled(getattr(value, field.name), payload, shift, f"{kind}.{field.name}")
            for field in fields(value)
        }
        return replace(value, **changed)
    return value


def filled_fields(value: object, payload: str) -> frozenset[str]:
    """Return the fields of a report that hold a payload, as `Class.field`."""
    found: set[str] = set()
    if isinstance(value, tuple):
        for item in value:
            found |= filled_fields(item, payload)
    elif is_dataclass(value) and not isinstance(value, Enum):
        for field in fields(value):
            inner = getattr(value, field.name)
            strings = inner if isinstance(inner, tuple) else (inner,)
            if any(isinstance(item, str) and payload in item for item in strings):
                found.add(f"{type(value).__name__}.{field.name}")
            found |= filled_fields(inner, payload)
    return frozenset(found)

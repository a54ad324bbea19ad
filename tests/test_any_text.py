"""Laws of the whole analysis, on any text at all.

Each example mixes any letters of Unicode with what the readers look for, cut and glued as no editor would.
`make nightly` tries 10,000 examples of each law.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import NoReturn

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from routes.errors import RoutesError
from routes.model import Report, Span
from routes.pipeline import Options, analyze
from routes.reading import make_article
from routes.report import TextStyle, render_geojson, render_json, render_text, schema_text


def _cut(pieces: str) -> tuple[str, ...]:
    return tuple(pieces.split("|"))


_NAMES = _cut(
    "Odesa|Istanbul|NEW YORK|Paris, Texas|St. Petersburg|Najin|Washington|U.S.|the Black Sea|Finland|Georgia|"
    "Russian|Iranians|North Korean|MV Angara|the tanker Pablo|Mr. Lebanon|Dallas Cowboys|Mt. Fuji|Ft. Worth|"
    "São Tomé|Sa\u0303o Tome\u0301|İzmir|DİYARBAKIR|ﬁnland|STRAẞE|Straße|ŉdola|ǅakarta|Ǆ|𝐏𝐚𝐫𝐢𝐬|Ｐａｒｉｓ|Pa\u00adris|"
    "平壤|평양|北京市|القاهرة|תל אביב|Одесса|ΑΘΗΝΑ|กรุงเทพ"
)
_WORDS = _cut(
    " in | from | to | via | near | off the coast of | between | and | north of |east of | away | a village | of the |"
    " sailed | was shipped | loaded | unloaded at | bound for | transferred | by rail | grain | 2,000 tons of wheat |"
    " the front line | the border | the 38th parallel | said |By JOHN SMITH|(Reuters) - |Published: | halfway | about "
)
_FIGURES = _cut(
    " 5 km |60 miles|1,150 kilometers (715 miles)|3-4 nautical miles|½ mile|10½ km|100m|six km|a hundred miles|-5 km|"
    "1e9 km|0 km|٣٤ km|１２ km|²km|Ⅻ km|1.2.3,4 km|10 to 5 km|12.5°N, 45.1°E|48°51′24″N 2°21′03″E|91N 181E|"
    "-48.85, 2.35|90°60'60\"S|N48 51.4 E2 21|31U DQ 48251 11932|33TWN0000000000|18N 500000 4649776|60X 1 1|"
    "Oct. 15, 2023|15 October|2023-10-15|Feb. 30|29 February 2023|31/12/99999|last Tuesday|between Sept. 7 and Oct. 1|"
    "0000-00-00|in May|May 1-32"
)
_HUGE = ("9" * 400 + " km", "9" * 400 + " tons of grain", "9" * 30 + "°N 0°E", "in " + "9" * 5000)
_MARKS = _cut(
    ". |, |; |: |?!|…|\n|\n\n|\r\n|\r|\t|\v|\f|\x1c|\x85|\u2028|\u2029| |\u00a0|\u3000|“|”|‘|’s |'|\"|«|»|(|)|[|—|–|-|"
    "/|\\|\u0301|\u0327\u0301|\u0307|\u200d|\u200c|\u200b|\u200f|\u202e|\u2066|\u2069|\ufeff|\ufe0f|🇺🇳|👩🏽\u200d🚀|\0|\x01|"
    "\x1b[31m|\x7f|\x9b|\ufffd|\ufffe|\U0010ffff|\ue000|&amp;|</script>"
)
_PIECES = st.one_of(
    *(st.sampled_from(pieces) for pieces in (_NAMES, _WORDS, _FIGURES, _MARKS)),
    st.text(max_size=6),
    st.characters().map(lambda letter: letter * 3),
    st.from_regex(r"\d{1,60}(\.\d{1,9})?", fullmatch=True) | st.sampled_from(_HUGE),
)
_NAME = st.one_of(st.sampled_from(_NAMES), st.text(min_size=1, max_size=8))
_FIGURE = st.one_of(
    st.sampled_from(_FIGURES),
    st.integers(0, 50_000).map("{} km".format),
    st.integers().map("{} miles".format),
)
# Sentences whose shape the readers know, with anything at all in their gaps.
_STATED = st.tuples(
    _NAME,
    st.sampled_from((" lies ", ", a village ", " is about ", " (", " was hit ")),
    _FIGURE,
    st.sampled_from(
        (" from ", " east of ", "NNW of ", " of the border with ", " south-west of ", " off the coast of ")
    ),
    _NAME,
    st.sampled_from((". ", ", ", "\n", ") ", " ")),
).map("".join)
_MOVED = st.tuples(
    st.sampled_from(("Grain was shipped from ", "The tanker sailed from ", "500 containers left ", "Oil loaded at ")),
    _NAME,
    st.sampled_from((" to ", " via Odesa to ", " on Oct. 3 for ", " and unloaded in ", " by rail and sea to ")),
    _NAME,
    st.sampled_from((" between Sept. 7 and Oct. 1. ", ", the ministry said. ", " and turned back.\n", " ", ". ")),
).map("".join)
TEXTS = st.one_of(
    st.lists(st.one_of(_PIECES, _PIECES, _STATED, _MOVED), min_size=1, max_size=20).map("".join),
    st.text(max_size=60),
)


def _is_readable(text: str) -> bool:
    return bool(text.strip()) and "\0" not in text


def _inside(value: object) -> Iterator[object]:
    """Yield a value and all that lies in it."""
    yield value
    if isinstance(value, tuple | frozenset):
        for each in value:
            yield from _inside(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _inside(getattr(value, field.name))


def _analysed(text: str, options: Options | None = None) -> Report:
    assume(_is_readable(text))
    return analyze(text, options)


@cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_text()))


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


@given(TEXTS)
def test_a_text_is_analysed_or_refused_with_a_reason(text: str) -> None:
    if _is_readable(text):
        assert analyze(text).article.text == text
    else:
        with pytest.raises(RoutesError):
            analyze(text)


@given(TEXTS)
def test_every_span_of_a_report_lies_in_the_text_and_quotes_what_was_read(text: str) -> None:
    report = _analysed(text)
    for each in _inside(report):
        if isinstance(each, Span):
            assert each.start < each.end <= len(text)
        span, quoted = getattr(each, "span", None), getattr(each, "text", None)
        if isinstance(span, Span) and isinstance(quoted, str):
            assert report.article.quote(span) == quoted


@given(TEXTS)
def test_a_report_on_any_text_is_json_that_obeys_the_schema(text: str) -> None:
    document = render_json(_analysed(text))
    _schema().validate(json.loads(document.encode(), parse_constant=_no_number))


@given(TEXTS)
def test_the_same_text_gives_the_same_report_twice(text: str) -> None:
    once, again = _analysed(text), _analysed(text)
    assert once == again
    assert render_json(once) == render_json(again)


@given(TEXTS)
def test_a_report_on_any_text_can_be_told_and_put_on_a_map(text: str) -> None:
    report = _analysed(text)
    assert render_text(report, TextStyle(width=80)).strip()
    assert json.loads(render_geojson(report), parse_constant=_no_number)["type"] == "FeatureCollection"


@given(TEXTS, st.data())
def test_any_part_of_a_text_can_be_given_as_a_name(text: str, data: st.DataObject) -> None:
    assume(_is_readable(text))
    places = st.integers(0, len(text) - 1)
    ends = data.draw(st.lists(st.tuples(places, st.integers(1, 30)), max_size=6))
    spans = tuple(sorted({Span(start, min(start + length, len(text))) for start, length in ends}))
    report = analyze(make_article(text), Options(mentions=spans))
    assert [each.mention.span for each in report.toponyms if each.mention.span in spans] == list(spans)
    assert all(report.article.quote(each.mention.span) == each.mention.text for each in report.toponyms)

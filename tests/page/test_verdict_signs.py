"""The signs of the verdicts are drawn: set as letters they would change the face of the whole line."""

import re

from routes.page import PageOptions, render_svg
from routes.page.insets import OVERVIEW_WIDTH
from routes.page.layout import text_width
from routes.page.sheet import wrapped
from routes.page.words import OUTCOMES
from tests.page import sample_report

SVG = render_svg(sample_report.report(), PageOptions())
_TEXT = re.compile(r"<text [^>]*>([^<]*)</text>")
_CAPTION = re.compile(r'<text class="caption" x="([\d.]+)"[^>]*>([^<]*)</text>')


def test_no_words_of_the_picture_hold_a_sign() -> None:
    signs = {badge.sign for badge in OUTCOMES.values()} - {"?"}
    assert [words for words in _TEXT.findall(SVG) if signs & set(words)] == []
    assert 'class="sign ' in SVG


def test_no_caption_runs_into_the_next_column_or_off_the_sheet() -> None:
    found = [(float(x), words) for x, words in _CAPTION.findall(SVG)]
    assert found
    assert all(x + text_width(words, 12.0) <= OVERVIEW_WIDTH + 2 * 24 for x, words in found)


def test_lines_leave_room_for_a_face_that_is_a_little_wider() -> None:
    lines = wrapped("one way of the goods after another, and then home " * 6, 14.0, 400)
    assert max(text_width(line, 14.0) for line in lines) <= 400 / 1.05

"""The article's text by trafilatura, where that is installed (the extra `html`)."""

from __future__ import annotations

import re

# trafilatura leaves out the words of <time>, even where a sentence needs them: "it sailed <time>on Friday</time>".
_TIME = re.compile(r"</?time\b[^<>]{0,1000}>", re.IGNORECASE)


def extracted(html: str) -> str | None:
    """Return the main text of a page, a paragraph a line; None where trafilatura is missing or finds none.

    A. Barbaresi, Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and Extraction,
    ACL-IJCNLP 2021, 122-131. Its own reading of dates asks the clock for the latest day, so it is left out.
    """
    try:
        from lxml.etree import LxmlError
        from trafilatura import extract
    except ImportError:
        return None
    html = _TIME.sub("", html)
    try:
        return extract(html, include_comments=False, include_tables=False, with_metadata=False, output_format="txt")
    except (LxmlError, RecursionError, ValueError):
        # A page so broken or so deep that lxml gives up; the plain reader still finds its paragraphs.
        return None

"""The title of a page and the day it came out, from what it says of itself to machines."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from datetime import date

from routes.reading.saved_page.elements import Elements

# The day of publication, never that of a change; the names are those of Open Graph, schema.org, Dublin Core, Parse.ly.
_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dcterms.created", "dc.date", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date",
    "publication_date", "pubdate", "publish_date", "article.published", "date",
)  # fmt: skip
_DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", re.ASCII)
_SITE = re.compile(r"\s+[|–—•·:-]{1,2}\s+[^|–—•·]{1,40}$")
_MOST_TITLE = 200
_MOST_NODES = 5_000


def title_of(elements: Elements) -> str | None:
    """Return the heading, else what the page calls itself, without the name of the site."""
    if elements.headings:
        return elements.headings[0][:_MOST_TITLE]
    words = elements.meta.get("og:title") or _SITE.sub("", elements.title[:1000])
    return " ".join(words.split())[:_MOST_TITLE] or None


def published_of(elements: Elements) -> date | None:
    """Return the day of publication as the page writes it, in the page's own time zone."""
    return next((day for text in _told(elements) if (day := _day(text)) is not None), None)


def _told(elements: Elements) -> Iterator[str]:
    """Yield what may be the day of publication, the surest first."""
    yield from (elements.meta[name] for name in _META[:4] if name in elements.meta)
    yield from _linked(elements)
    yield from (text for text, is_told in elements.times if is_told)
    yield from (elements.meta[name] for name in _META[4:] if name in elements.meta)
    yield from (text for text, is_told in elements.times[:1] if not is_told)


def _day(text: str) -> date | None:
    found = _DAY.match(text)
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None


def _linked(elements: Elements) -> Iterator[str]:
    """Yield `datePublished` of the linked data (JSON-LD): of an article first, then of anything else."""
    others = []
    for text in elements.linked_data:
        for node in _nodes(text):
            told = node.get("datePublished")
            if isinstance(told, str):
                if re.search("article|posting|report", str(node.get("@type")), re.IGNORECASE):
                    yield told
                else:
                    others.append(told)
    yield from others


def _nodes(text: str) -> Iterator[dict[str, object]]:
    """Yield the objects of a JSON text, the outer ones first; none of a text that is no JSON."""
    try:
        waiting: deque[object] = deque([json.loads(text)])
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)

"""Read a sentence or two against the curated gazetteer."""

from __future__ import annotations

from datetime import date

from routes.gazetteer import Gazetteer
from routes.reading import Findings, make_article, read


def read_text(text: str, published: date | None = None) -> Findings:
    return read(make_article(text, published=published), Gazetteer.curated())


def places(text: str) -> list[str]:
    """Return the names that are taken for places, without adjectives of nationality."""
    return [mention.text for mention in read_text(text).mentions if mention.kind.value == "place"]

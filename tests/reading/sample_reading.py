"""Read a sentence or two against the curated gazetteer."""

from __future__ import annotations

from datetime import date

from routes.gazetteer import Gazetteer
from routes.model import Statement
from routes.reading import Findings, make_article, read


def read_text(text: str, published: date | None = None) -> Findings:
    return read(make_article(text, published=published), Gazetteer.curated())


def places(text: str) -> list[str]:
    """Return the names that are taken for places, without adjectives of nationality."""
    return [mention.text for mention in read_text(text).mentions if mention.kind.value == "place"]


def only_statement(text: str) -> Statement:
    """Return the statement of a text that has one."""
    (statement,) = read_text(text).statements
    return statement


def ends_of(text: str) -> tuple[str | None, str | None]:
    """Return the words for the subject and for the reference of the only statement of a text."""
    statement = only_statement(text)
    subject, reference = statement.subject, statement.reference
    quote = make_article(text).quote
    return (
        quote(subject.place_span or subject.span) if subject else None,
        quote(reference.place_span or reference.span) if reference else None,
    )

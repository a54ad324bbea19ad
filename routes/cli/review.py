"""The options of `--format claimreview`: what only the publisher of a review knows."""

from __future__ import annotations

import argparse
from argparse import Namespace
from typing import TYPE_CHECKING

from routes.cli.parser import Parser, day, plain_text
from routes.errors import UsageError

if TYPE_CHECKING:
    from routes.report import Review

_OPTIONS = ("reviewer", "reviewed", "url", "article_url")


def add_review_options(parser: Parser) -> None:
    group = parser.add_argument_group("options of --format claimreview")
    group.add_argument("--reviewer", type=plain_text, metavar="NAME", help="who reviews (default: routes)")
    group.add_argument("--reviewed", type=day, metavar="DATE", help="the day of the review; else that of the article")
    group.add_argument("--url", type=_url, help="the page on which the review is published")
    group.add_argument("--article-url", type=_url, metavar="URL", help="the page on which the article is published")


def read_review(arguments: Namespace) -> Review:
    from routes.report import Review

    return Review(arguments.reviewer, arguments.reviewed, arguments.url, arguments.article_url)


def refuse_review_options(arguments: Namespace) -> None:
    """Raise UsageError where an option was given that only `--format claimreview` obeys."""
    for name in _OPTIONS:
        if getattr(arguments, name) is not None:
            option = f"--{name.replace('_', '-')}"
            raise UsageError(f"{option} is for reviews; give it with --format claimreview")


def _url(text: str) -> str:
    from urllib.parse import urlsplit  # most commands need none of it

    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if (
        parts.scheme in ("http", "https")
        and parts.hostname
        and text.isascii()
        and text.isprintable()
        and " " not in text
    ):
        return text
    raise argparse.ArgumentTypeError(f"{text!r} is no web address; write it as https://example.org/review")

"""A word for whoever waits: long texts take seconds to read."""

from __future__ import annotations

from collections.abc import Iterable

from routes.cli.console import Console
from routes.model import Article

_LONG = 100_000
_LETTERS_A_SECOND = 20_000


def tell_long_texts(articles: Iterable[Article], console: Console) -> None:
    """Say how long it may take to read the texts, if that is long; the time grows with their length."""
    letters = sum(len(article.text) for article in articles)
    if letters >= _LONG:
        console.say(f"info: {letters:,} characters to read; this may take {letters // _LETTERS_A_SECOND} seconds")

"""The three retellings of one story, and small texts that disagree in one thing."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from routes import analyze, dossier
from routes.model import Article, Contradiction, DateSource, Dossier, Published, Report, Topic
from routes.reading import read_article

FOLDER = Path(__file__).parents[2] / "maps" / "tikhoretsk-retold"
NAMES = ("front.txt", "border.txt", "near.txt")
_ON = Published(date(2023, 10, 15), DateSource.OPTION)


@cache
def report_of(name: str) -> Report:
    return analyze(read_article((FOLDER / name).read_bytes(), source=name))


def retellings(*names: str) -> Dossier:
    """Return the dossier of the three retellings, or of some of them."""
    return dossier([report_of(name) for name in names or NAMES])


def compared(*texts: str) -> Dossier:
    """Return the dossier of texts that came out on one day."""
    return dossier([analyze(Article(text, None, _ON)) for text in texts])


def one(found: Dossier, topic: Topic) -> Contradiction:
    [contradiction] = [each for each in found.contradictions if each.topic is topic]
    return contradiction


def topics(found: Dossier) -> list[str]:
    return [each.topic.value for each in found.contradictions]

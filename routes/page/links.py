"""Which sentence speaks of which stop, leg and claim."""

from __future__ import annotations

from dataclasses import dataclass

from routes.model import Span
from routes.page.scene import Scene


@dataclass(frozen=True, slots=True)
class Links:
    """For each sentence the things it speaks of, and for each thing its sentence."""

    refs: tuple[tuple[str, ...], ...]
    sentences: dict[str, int]
    spans: tuple[tuple[Span, str], ...]

    def sentence_of(self, ref: str) -> int | None:
        return self.sentences.get(ref)


def link(scene: Scene) -> Links:
    """Return the links between the article's sentences and what was read from them."""
    spans = [(stop.stop.span, stop.ref) for stop in scene.stops]
    spans += [(leg.leg.evidence, leg.ref) for leg in scene.legs]
    spans += [(claim.claim.statement.span, claim.ref) for claim in scene.claims]
    refs: list[list[str]] = [[] for _ in scene.report.sentences]
    sentences: dict[str, int] = {}
    for span, ref in spans:
        for number, sentence in enumerate(scene.report.sentences):
            if sentence.overlaps(span):
                refs[number].append(ref)
                sentences.setdefault(ref, number)
    for other in scene.others:
        for number, sentence in enumerate(scene.report.sentences):
            if any(sentence.contains(span) for span in other.spans):
                sentences.setdefault(other.ref, number)
    return Links(tuple(tuple(found) for found in refs), sentences, tuple(spans))

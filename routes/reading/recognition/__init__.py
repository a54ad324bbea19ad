"""Which spans of a text are names of places: candidates, and a filter that learned from annotated news."""

from routes.reading.recognition.recognise import ScoredSpan, choose, score_spans

__all__ = ["ScoredSpan", "choose", "score_spans"]

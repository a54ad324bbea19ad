import time

from hypothesis import given
from hypothesis import strategies as st

from routes.model import Span
from routes.pipeline import Options, analyze
from routes.reading.covering import Cover, Taken

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS), SPANS)
def test_a_cover_answers_as_a_walk_over_all_spans_would(spans: list[Span], asked: Span) -> None:
    cover = Cover(spans)
    assert cover.overlaps(asked) == any(span.overlaps(asked) for span in spans)
    assert cover.contains(asked) == any(span.contains(asked) for span in spans)


@given(st.lists(SPANS))
def test_what_is_taken_never_overlaps_and_nothing_free_is_refused(spans: list[Span]) -> None:
    taken, kept = Taken(), list[Span]()
    for span in spans:
        is_free = not any(span.overlaps(other) for other in kept)
        assert taken.take(span) is is_free
        kept += [span] if is_free else []


def test_a_text_eight_times_as_long_takes_no_more_than_twenty_times_as_long() -> None:
    def seconds(count: int) -> float:
        begin = time.perf_counter()
        analyze("Odesa " * count, Options(ways=None))
        return time.perf_counter() - begin

    seconds(10)
    # A walk over all names for each name would make it sixty-four times; what is measured is coarse.
    assert seconds(8_000) < 20 * max(seconds(1_000), 0.1)

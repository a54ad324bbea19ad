"""The work of a batch, here or in several processes: the answers are the same, in the order of the lines."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from argparse import Namespace
from collections import deque
from collections.abc import Generator, Hashable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import TypeAlias

from routes.cli.batch_request import RefusedError, Request, read_request
from routes.cli.options import read_options
from routes.cli.review import read_review
from routes.cli.streams import Line
from routes.errors import InputError
from routes.model import Outcome, Report
from routes.paths import OPEN
from routes.pipeline import Options, analyze
from routes.report import render_claim_review_line, render_claims_line, render_error_line, render_report_line

# The arguments of the command in a form that reaches another process and can be looked up in a cache there.
Setup: TypeAlias = tuple[tuple[str, Hashable], ...]

# Work is handed out in pieces of about a second, and so many pieces ahead that no process waits for another.
_PIECE_LINES, _PIECE_BYTES = 32, 200_000
_AHEAD = 3
_WARM_UP = Line(0, b'{"text": "Grain was shipped from Odesa to Istanbul."}')


class Form(Enum):
    """What comes out for a line."""

    REPORT = "report"
    CLAIMS = "claims"
    CLAIM_REVIEW = "claimreview"


@dataclass(frozen=True, slots=True)
class Answer:
    """The output for the line of that number; `problem` says what is wrong with the line, if anything."""

    number: int
    text: str
    problem: str | None = None
    is_refuted: bool = False


def setup_of(arguments: Namespace, form: Form = Form.REPORT) -> Setup:
    given = ((key, tuple(value) if isinstance(value, list) else value) for key, value in vars(arguments).items())
    return (("form", form), *given)


def answers(lines: Iterable[Line], setup: Setup, jobs: int) -> Generator[Answer, None, None]:
    """Yield the answer for each line, in order, with few of them in memory at a time."""
    if jobs == 1:
        return (answer(line, setup) for line in lines)
    return _by_several(_pieces(lines), setup, jobs)


def answer(line: Line, setup: Setup) -> Answer:
    try:
        request = read_request(line)
    except RefusedError as refused:
        return _refusal(line, refused.ident, refused.code, str(refused))
    try:
        report = analyze(request.article, replace(options_of(setup), mentions=request.mentions))
        is_refuted = any(claim.outcome is Outcome.REFUTED for claim in report.claims)
        return Answer(line.number, _rendered(report, request, setup), is_refuted=is_refuted)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        # A fault of ours in one text must not cost its owner the answers to all the others.
        message = f"the analysis failed ({type(error).__name__}: {error}); this is a fault in routes, please report it"
        return _refusal(line, request.ident, "failed", message)


@cache
def options_of(setup: Setup) -> Options:
    """Return what the arguments ask for, with the files that they name read once in each process."""
    arguments = Namespace(**dict(setup))
    return replace(
        read_options(arguments), keeps_demonyms=not arguments.no_demonyms, ways=OPEN if arguments.paths else None
    )


def _rendered(report: Report, request: Request, setup: Setup) -> str:
    arguments = Namespace(**dict(setup))
    if arguments.form is Form.CLAIM_REVIEW:
        return render_claim_review_line(report, request.ident, read_review(arguments))
    render = render_claims_line if arguments.form is Form.CLAIMS else render_report_line
    return render(report, request.ident)


def _refusal(line: Line, ident: str | int | None, code: str, message: str) -> Answer:
    return Answer(line.number, render_error_line(ident, code, message), f"{message} [{code}]")


def _pieces(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    piece: list[Line] = []
    size = 0
    for line in lines:
        piece.append(line)
        size += len(line.data)
        if len(piece) == _PIECE_LINES or size >= _PIECE_BYTES:
            yield tuple(piece)
            piece, size = [], 0
    if piece:
        yield tuple(piece)


def _by_several(pieces: Iterable[tuple[Line, ...]], setup: Setup, jobs: int) -> Generator[Answer, None, None]:
    waiting: deque[Future[tuple[Answer, ...]]] = deque()
    with _processes(jobs, setup) as pool:
        for piece in pieces:
            with _interrupts_held():
                waiting.append(pool.submit(_answer_all, piece, setup))
            if len(waiting) == jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _answer_all(lines: tuple[Line, ...], setup: Setup) -> tuple[Answer, ...]:
    return tuple(answer(line, setup) for line in lines)


@contextmanager
def _processes(jobs: int, setup: Setup) -> Iterator[ProcessPoolExecutor]:
    """Yield a pool of processes that end with the block, at once if it ends badly."""
    others = set(multiprocessing.active_children())
    # Spawned everywhere, since a forked process inherits threads and locks that are not its own.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(setup,))
    ends_well = False
    try:
        yield pool
        ends_well = True
    except BrokenProcessPool as error:
        message = "a process of --jobs was ended from outside, most likely for want of memory; ask for fewer --jobs"
        raise InputError(message) from error
    finally:
        if not ends_well:
            for child in set(multiprocessing.active_children()) - others:
                child.terminate()
        pool.shutdown(cancel_futures=True)


def _begin(setup: Setup) -> None:
    """Make a new process ready for work: Ctrl-C is for its parent, without which it ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    answer(_WARM_UP, setup)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # nobody is left to hear more


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let a Ctrl-C wait for the end of the block.

    A process that is started in it holds one back too, so that none prints a traceback before `_begin` is reached.
    """
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""`routes verify`: can the stated distances be true?"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from routes.cli.batch import add_jobs_option
from routes.cli.console import Console
from routes.cli.inputs import read_articles
from routes.cli.options import add_article_options, read_options, read_unit
from routes.cli.output import Target, read_target
from routes.cli.parser import Parser, plain_text
from routes.cli.picks import tell_idle_picks
from routes.cli.review import add_review_options, read_review, refuse_review_options
from routes.errors import UsageError
from routes.model import Article, Dossier, Outcome, Report
from routes.report import (
    TextStyle,
    render_claim_reviews,
    render_claims,
    render_claims_json,
    render_claims_of_several,
    render_dossier,
    render_dossier_claims_json,
)

EXAMPLES = (
    "routes verify article.txt",
    "routes verify article.txt second.txt --units mi",
    "routes verify article.txt saved-page.html --json",
    'routes verify --text "The depot at Tikhoretsk is 290 km from Ukraine\'s border." --on 2023-10-15 --explain',
    "routes verify article.txt --json --fail-on refuted",
    "routes verify article.txt --format claimreview --reviewer 'Our desk' --reviewed 2023-10-16",
    "routes verify articles.jsonl -o claims.jsonl",
)
_TEXT, _JSON, _REVIEW = "text", "json", "claimreview"
_FORMATS = {".txt": _TEXT, ".json": _JSON, ".jsonld": _REVIEW}
_LINE_FILES = frozenset({".jsonl", ".ndjson"})
# What a reader who asks for distances alone need not be told.
_NOT_OF_CLAIMS = frozenset({"no-route", "other-movement"})
_ABOUT = """
Several articles of one story are compared: below their tables stands who says what, and where they contradict each
other. With --json they become one object, routes-dossier/1.

A file of JSON lines has an object {"id", "text"}, if known with "published" and "title", on each line; for each, in
order, one line comes out: {"id", "claims", ...}, or {"id", "error": {"code", "message"}} where the line is bad. A bad
line does not stop the others.

Exit codes: 0 done, whatever the verdicts and however many lines are bad; 1 a claim is refuted and --fail-on asks
for it; 2 wrong usage, or input that cannot be read; 3 an extra is missing.
"""


def add_arguments(parser: Parser) -> None:
    parser.description = f"{parser.description}\n{_ABOUT.rstrip()}"
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="ARTICLE",
        help="texts or saved HTML pages, or one file of JSON lines; - is standard input",
    )
    parser.add_argument("--text", type=plain_text, help="the text itself, in place of a file")
    parser.add_argument("--jsonl", action="store_true", help="read JSON lines, whatever the file is called")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--format", choices=(_TEXT, _JSON, _REVIEW), help="what to print (default: text)")
    form.add_argument("--json", action="store_const", const=_JSON, dest="format", help="the same as --format json")
    parser.add_argument("-o", "--output", metavar="OUT", help=f"the file to write: {', '.join(_FORMATS)}, .jsonl")
    parser.add_argument("--explain", action="store_true", help="show the arithmetic behind each verdict")
    parser.add_argument(
        "--fail-on", choices=(Outcome.REFUTED.value,), help="leave with exit code 1 if a claim is refuted"
    )
    add_jobs_option(parser)
    add_article_options(parser)
    add_review_options(parser)
    parser.set_defaults(no_demonyms=False, paths=False)


def run(arguments: Namespace, console: Console) -> int:
    if arguments.jsonl or any(PurePath(name).suffix.lower() in _LINE_FILES for name in arguments.articles):
        is_refuted = _run_lines(arguments, console)
    else:
        is_refuted = _run_articles(arguments, console)
    return int(bool(arguments.fail_on) and is_refuted)


def _run_lines(arguments: Namespace, console: Console) -> bool:
    from routes.cli.batch_run import run_lines
    from routes.cli.batch_work import Form

    if arguments.text is not None or len(arguments.articles) != 1:
        raise UsageError("JSON lines are read from one file, alone; see `routes verify --help`")
    if arguments.format == _TEXT or arguments.explain:
        raise UsageError("for JSON lines there is no table; leave out --format text and --explain")
    if arguments.published is not None:
        raise UsageError('--published is for an article; in JSON lines each line may have its own "published"')
    if arguments.format != _REVIEW:
        refuse_review_options(arguments)
    return run_lines(
        arguments.articles[0], arguments, Form.CLAIM_REVIEW if arguments.format == _REVIEW else Form.CLAIMS, console
    )


def _run_articles(arguments: Namespace, console: Console) -> bool:
    from routes.pipeline import analyze

    target = _target(arguments)
    articles = _articles(arguments)
    options = replace(read_options(arguments), ways=None)  # the ways of goods are not asked for
    reports = [analyze(article, options) for article in articles]
    target.put(_render(reports, target, arguments, console), console)
    tell_idle_picks(options.picks, reports, console)
    if target.format == _TEXT:
        _tell_notices(reports, console)
    if target.format == _REVIEW:
        _tell_undated(reports, arguments, console)
    return any(claim.outcome is Outcome.REFUTED for report in reports for claim in report.claims)


def _target(arguments: Namespace) -> Target:
    if arguments.jobs != 1:
        raise UsageError("--jobs is for JSON lines; articles are read one after the other")
    target = read_target(arguments.output, _FORMATS, _TEXT, arguments.format)
    if arguments.explain and target.format != _TEXT:
        raise UsageError(f"--explain is for the table; --format {target.format} has no place for it")
    if target.format != _REVIEW:
        refuse_review_options(arguments)
    return target


def _articles(arguments: Namespace) -> tuple[Article, ...]:
    from routes.reading import make_article

    if bool(arguments.articles) == (arguments.text is not None):
        raise UsageError("verify needs either ARTICLE or --text, one of the two; see `routes verify --help`")
    if arguments.text is not None:
        return (make_article(arguments.text, published=arguments.published),)
    return read_articles(arguments.articles, arguments.published)


def _render(reports: Sequence[Report], target: Target, arguments: Namespace, console: Console) -> str:
    if target.format == _JSON:
        return render_claims_json(reports) if len(reports) == 1 else render_dossier_claims_json(_compared(reports))
    if target.format == _REVIEW:
        return render_claim_reviews(reports, read_review(arguments))
    # A file is no terminal, whatever standard output is.
    unit = read_unit(arguments)
    style = console.style(unit) if target.path is None else TextStyle(unit=unit)
    if len(reports) > 1:
        tables = render_claims_of_several(reports, style, explain=arguments.explain)
        return f"{tables}\n{render_dossier(_compared(reports), style)}"
    return render_claims(reports[0], style, explain=arguments.explain)


def _compared(reports: Sequence[Report]) -> Dossier:
    from routes.comparing import dossier

    return dossier(reports)


def _tell_notices(reports: Sequence[Report], console: Console) -> None:
    for report in reports:
        told = [notice for notice in report.notices if notice.code not in _NOT_OF_CLAIMS]
        console.notices(told, report.article.source if len(reports) > 1 else None)


def _tell_undated(reports: Sequence[Report], arguments: Namespace, console: Console) -> None:
    """Say where the day of the reviews comes from, if the user did not give it."""
    review = read_review(arguments)
    told = [report for report in reports if report.claims]
    if review.published_on is not None or not told:
        return
    if all(review.day_for(report) for report in told):
        console.say("info: datePublished is the day of the article; --reviewed DATE gives that of your review")
    else:
        console.say("warning: a review has no datePublished, since no day is known; give it by --reviewed DATE")

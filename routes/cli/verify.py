"""`routes verify`: can the stated distances be true?"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from routes.cli.console import Console
from routes.cli.inputs import read_articles
from routes.cli.options import add_article_options, read_options, read_unit
from routes.cli.parser import Parser, plain_text
from routes.errors import UsageError
from routes.model import Article, Outcome, Report
from routes.report import render_claims, render_claims_json, render_claims_of_several

EXAMPLES = (
    "routes verify article.txt",
    "routes verify article.txt second.txt --units mi",
    'routes verify --text "The depot at Tikhoretsk is 290 km from Ukraine\'s border." --on 2023-10-15 --explain',
    "routes verify article.txt --json --fail-on refuted",
)

# What a reader who asks for distances alone need not be told.
_NOT_OF_CLAIMS = frozenset({"no-route", "other-movement"})


def add_arguments(parser: Parser) -> None:
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help="text files; - is standard input")
    parser.add_argument("--text", type=plain_text, help="the text itself, in place of a file")
    parser.add_argument("--json", action="store_true", help="print the claims as JSON")
    parser.add_argument("--explain", action="store_true", help="show the arithmetic behind each verdict")
    parser.add_argument(
        "--fail-on", choices=(Outcome.REFUTED.value,), help="leave with exit code 1 if a claim is refuted"
    )
    add_article_options(parser)


def run(arguments: Namespace, console: Console) -> int:
    from routes.pipeline import analyze

    articles = _articles(arguments)
    options = read_options(arguments)
    reports = [analyze(article, options) for article in articles]
    console.write(_render(reports, arguments, console))
    if not arguments.json:
        for report in reports:
            told = [notice for notice in report.notices if notice.code not in _NOT_OF_CLAIMS]
            console.notices(told, report.article.source if len(reports) > 1 else None)
    return int(bool(arguments.fail_on) and any(_is_refuted(report) for report in reports))


def _articles(arguments: Namespace) -> tuple[Article, ...]:
    from routes.reading import make_article

    if bool(arguments.articles) == (arguments.text is not None):
        raise UsageError("verify needs either ARTICLE or --text, one of the two; see `routes verify --help`")
    if arguments.text is not None:
        return (make_article(arguments.text, published=arguments.published),)
    return read_articles(arguments.articles, arguments.published)


def _render(reports: Sequence[Report], arguments: Namespace, console: Console) -> str:
    if arguments.json:
        return render_claims_json(reports)
    style = console.style(read_unit(arguments))
    if len(reports) > 1:
        return render_claims_of_several(reports, style, explain=arguments.explain)
    return render_claims(reports[0], style, explain=arguments.explain)


def _is_refuted(report: Report) -> bool:
    return any(claim.outcome is Outcome.REFUTED for claim in report.claims)

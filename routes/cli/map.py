"""`routes map`: the way of the goods, drawn."""

from __future__ import annotations

from argparse import Namespace

from routes.cli.console import Console
from routes.cli.inputs import read_articles
from routes.cli.options import add_article_options, read_options
from routes.cli.output import read_target, spare_articles
from routes.cli.parser import Parser, plain_text
from routes.cli.picks import tell_idle_picks
from routes.errors import UsageError
from routes.model import Report
from routes.report import render_geojson, render_json

EXAMPLES = (
    "routes map article.txt -o map.html",
    "routes map article.txt -o map.svg --borders de-facto",
    'routes map - -o map.html --published 2023-10-15 --title "From Najin by sea and rail" < article.txt',
)
_FORMATS = {".html": "html", ".htm": "html", ".svg": "svg", ".geojson": "geojson", ".json": "json"}


def add_arguments(parser: Parser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="a text file, or - for standard input")
    parser.add_argument("-o", "--output", metavar="OUT", help=f"the file to write: {', '.join(_FORMATS)}")
    parser.add_argument("--title", type=plain_text, help="the page's title; else the article's")
    parser.add_argument("--standfirst", type=plain_text, help="a line below the title")
    parser.add_argument("--credit", type=plain_text, help="who made the map")
    add_article_options(parser)


def run(arguments: Namespace, console: Console) -> int:
    from routes.pipeline import analyze

    target = read_target(arguments.output, _FORMATS, "html")
    if target.path is None and console.is_terminal:
        raise UsageError("a page is nothing to read in a terminal; name a file, such as -o map.html")
    spare_articles(target, [arguments.article], "map.html")
    [article] = read_articles([arguments.article], arguments.published)
    options = read_options(arguments)
    report = analyze(article, options)
    target.put(_render(report, target.format, arguments), console)
    console.notices(report.notices)
    tell_idle_picks(options.picks, [report], console)
    return 0


def _render(report: Report, target_format: str, arguments: Namespace) -> str:
    if target_format == "json":
        return render_json(report)
    if target_format == "geojson":
        return render_geojson(report)
    from routes.page import PageOptions, render_page, render_svg

    options = PageOptions(title=arguments.title, standfirst=arguments.standfirst, credit=arguments.credit)
    return render_svg(report, options) if target_format == "svg" else render_page(report, options)

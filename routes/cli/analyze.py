"""`routes analyze`: all that was found, for machines or for people."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from routes.cli.console import Console
from routes.cli.inputs import read_articles
from routes.cli.options import add_article_options, read_options, read_unit
from routes.cli.output import read_target
from routes.cli.parser import Parser
from routes.cli.picks import tell_idle_picks
from routes.cli.ways import add_way_options, read_ways
from routes.model import Report
from routes.report import TextStyle, render_geojson, render_json, render_text

EXAMPLES = (
    "routes analyze article.txt",
    "routes analyze article.txt --format text --units mi",
    "routes analyze article.txt -o report.geojson",
    "routes analyze saved-page.html --published 2023-10-15",
    "routes analyze - --published 2023-10-15 < article.txt",
)
_FORMATS = {".json": "json", ".geojson": "geojson", ".txt": "text"}


def add_arguments(parser: Parser) -> None:
    parser.add_argument("article", metavar="ARTICLE", help="a text or saved HTML page, or - for standard input")
    parser.add_argument("--format", choices=tuple(_FORMATS.values()), help="what to print (default: json)")
    parser.add_argument("-o", "--output", metavar="OUT", help=f"the file to write: {', '.join(_FORMATS)}")
    add_article_options(parser)
    add_way_options(parser)


def run(arguments: Namespace, console: Console) -> int:
    from routes.pipeline import analyze

    target = read_target(arguments.output, _FORMATS, "json", arguments.format)
    [article] = read_articles([arguments.article], arguments.published)
    options = replace(read_options(arguments), ways=read_ways(arguments))
    report = analyze(article, options)
    # A file is no terminal, whatever standard output is.
    style = console.style(read_unit(arguments)) if target.path is None else TextStyle(unit=read_unit(arguments))
    target.put(_render(report, target.format, style), console)
    tell_idle_picks(options.picks, [report], console)
    return 0


def _render(report: Report, target_format: str, style: TextStyle) -> str:
    if target_format == "json":
        return render_json(report)
    return render_geojson(report) if target_format == "geojson" else render_text(report, style)

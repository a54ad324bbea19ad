"""`routes map`: the way of the goods, drawn."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from routes.cli.console import Console
from routes.cli.inputs import read_articles
from routes.cli.long_texts import tell_long_texts
from routes.cli.options import add_article_options, read_options
from routes.cli.output import Target, read_target
from routes.cli.parser import Parser, plain_text
from routes.cli.picks import tell_idle_picks
from routes.cli.ways import add_way_options, read_ways
from routes.errors import UsageError
from routes.model import Dossier, Report
from routes.report import (
    KmlWords,
    render_dossier_geojson,
    render_dossier_json,
    render_dossier_kml,
    render_geojson,
    render_json,
    render_kml,
)

if TYPE_CHECKING:
    from routes.page import PageOptions

EXAMPLES = (
    "routes map article.txt -o map.html",
    "routes map article.txt -o map.svg --borders de-facto",
    "routes map article.txt -o map.png --credit 'Graphic: our desk'",
    "routes map article.txt -o map.kml",
    "routes map article.txt -o frame.html --embed --credit 'Graphic: our desk'",
    "routes map article.txt second.txt saved-page.html -o dossier.html",
    'routes map - -o map.html --published 2023-10-15 --title "From Najin by sea and rail" < article.txt',
)
_ABOUT = """
The ending of OUT chooses what is made; all but .png need nothing that is not installed with routes:
  .html     one page, self-contained: map, article, verdicts; with --embed the map alone, for an iframe
  .svg      the map as a picture that stands alone, with title, legend and credit
  .png      the same picture, 1,512 pixels wide (needs the extra png)
  .geojson  stops, legs, measured lines and rings at stated distances (RFC 7946)
  .kml      the same for Google Earth and others (KML 2.2), with the dates that are known
  .json     the whole report

Several articles of one story become a dossier: one page with the merged map, who says what, and where they contradict
each other.
"""
_FORMATS = {
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".png": "png",
    ".geojson": "geojson",
    ".kml": "kml",
    ".json": "json",
}
_PAGES = frozenset({"html", "svg", "png"})


def add_arguments(parser: Parser) -> None:
    parser.description = f"{parser.description}\n{_ABOUT.rstrip()}"
    parser.add_argument(
        "articles", nargs="+", metavar="ARTICLE", help="a text or saved HTML page, or - for standard input"
    )
    parser.add_argument("-o", "--output", metavar="OUT", help=f"the file to write: {', '.join(_FORMATS)}")
    parser.add_argument("--title", type=plain_text, help="the title, in place of the article's (html, svg, png, kml)")
    parser.add_argument("--standfirst", type=plain_text, help="a line below the title (html, svg, png, kml)")
    parser.add_argument("--credit", type=plain_text, help="who made the map (html, svg, png, kml)")
    parser.add_argument(
        "--embed", action="store_true", help="the map alone, for an iframe: one self-contained .html with its sources"
    )
    add_article_options(parser)
    add_way_options(parser)


def run(arguments: Namespace, console: Console) -> int:
    from routes.pipeline import analyze

    target = read_target(arguments.output, _FORMATS, "html")
    if target.path is None and console.is_terminal:
        raise UsageError("a page is nothing to read in a terminal; name a file, such as -o map.html")
    _check(target, arguments)
    articles = read_articles(arguments.articles, arguments.published)
    tell_long_texts(articles, console)
    options = replace(read_options(arguments), ways=read_ways(arguments))
    reports = [analyze(article, options) for article in articles]
    made = _render(reports, target.format, arguments)
    target.put(_drawn(made, console) if target.format == "png" else made, console)
    for report in reports:
        console.notices(report.notices, report.article.source if len(reports) > 1 else None)
    tell_idle_picks(options.picks, reports, console)
    return 0


def _check(target: Target, arguments: Namespace) -> None:
    """Refuse what cannot be made before the work begins."""
    if arguments.embed and target.format != "html":
        raise UsageError(f"--embed makes a page for an iframe, not .{target.format}; name a file such as -o map.html")
    if target.format == "png":
        from routes.page import check_png

        check_png()


def _render(reports: Sequence[Report], target_format: str, arguments: Namespace) -> str:
    if len(reports) > 1:
        from routes.comparing import dossier

        return _render_dossier(dossier(reports), target_format, arguments)
    [report] = reports
    if target_format in _PAGES:
        from routes.page import render_page, render_svg

        options = _page_options(arguments)
        return render_page(report, options) if target_format == "html" else render_svg(report, options)
    if target_format == "kml":
        return render_kml(report, _kml_words(arguments))
    return render_geojson(report) if target_format == "geojson" else render_json(report)


def _render_dossier(dossier: Dossier, target_format: str, arguments: Namespace) -> str:
    if target_format in _PAGES:
        from routes.page import render_dossier_page, render_dossier_svg

        options = _page_options(arguments)
        if target_format == "html":
            return render_dossier_page(dossier, options)
        return render_dossier_svg(dossier, options)
    if target_format == "kml":
        return render_dossier_kml(dossier, _kml_words(arguments))
    return render_dossier_geojson(dossier) if target_format == "geojson" else render_dossier_json(dossier)


def _drawn(svg: str, console: Console) -> bytes:
    from routes.page import as_png, undrawn_words

    for word in undrawn_words(svg):
        console.say(
            f"warning: no font here has the letters of “{word}”: the picture has boxes for them; install one (Debian: "
            "fonts-noto-core, fonts-noto-cjk), or write .svg"
        )
    return as_png(svg)


def _kml_words(arguments: Namespace) -> KmlWords:
    return KmlWords(title=arguments.title, standfirst=arguments.standfirst, credit=arguments.credit)


def _page_options(arguments: Namespace) -> PageOptions:
    from routes.page import PageOptions

    return PageOptions(arguments.title, arguments.standfirst, arguments.credit, embed=arguments.embed)

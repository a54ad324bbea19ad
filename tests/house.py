"""The rules of the house as a checker: source text of one module in, problems out.

It reads the syntax tree and runs nothing, so imports inside functions and under TYPE_CHECKING count too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

FLOORS = (
    ("model", "errors", "resources"),
    ("geo",),
    ("gazetteer", "paths"),
    ("reading",),
    ("placing",),
    ("tracing",),
    ("judging",),
    ("pipeline", "comparing"),
    ("page", "report"),
    ("cli",),
    ("__main__",),
)
FLOOR_OF = {part: number for number, parts in enumerate(FLOORS) for part in parts}

# Where a third-party package may be imported; what is not named here has no home yet.
HOMES = {
    "pyproj": ("routes.geo", "routes.paths"),
    "shapely": ("routes.geo", "routes.paths"),
    "geopy": ("routes.gazetteer.geocoder",),
    "rapidfuzz": ("routes.gazetteer",),
    "folium": ("routes.page",),
    "branca": ("routes.page",),
    "trafilatura": ("routes.reading.saved_page.extraction",),
    "resvg_py": ("routes.page.raster",),
    "lxml": ("routes.reading.saved_page.extraction",),
    "numpy": tuple(
        f"routes.{part}" for part in ("geo", "gazetteer", "paths", "reading", "placing", "tracing", "judging", "page")
    ),
}

# The edge of the house: user files, the terminal and the clock are met here alone.
EDGE = ("routes.cli", "routes.__main__")
OPENERS = (*EDGE, "routes.resources")

_OUTSIDE_WORLD = (
    "http",
    "logging",
    "random",
    "requests",
    "secrets",
    "socket",
    "time",
    "urllib.request",
    "urllib3",
    "uuid",
)
_FILE_CALLS = {"open", "read_bytes", "read_text", "write_bytes", "write_text", "mkdir", "touch", "unlink", "save"}
_CLOCK_CALLS = {"today", "now", "utcnow"}
_STREAMS = {"sys.stdin", "sys.stdout", "sys.stderr"}
_BROAD = {"Exception", "BaseException"}


@dataclass(frozen=True, slots=True)
class Module:
    """A module by its dotted name ("routes.geo.rings") and its source text."""

    name: str
    source: str

    @property
    def part(self) -> str:
        """The first name below `routes`: a package or a top-level module of the house."""
        return self.name.split(".")[1]


def problems(module: Module) -> list[str]:
    """Return one line for each rule that the module breaks."""
    tree = ast.parse(module.source)
    found = [
        *_import_problems(module, tree),
        *_call_problems(module, tree),
        *(
            f"{handler.lineno}: catches more than it can name"
            for handler in ast.walk(tree)
            if isinstance(handler, ast.ExceptHandler) and _is_broad(handler)
        ),
    ]
    return [f"{module.name}:{problem}" for problem in found]


def imports(module: Module, tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) for every import; `from a import b` gives `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(module, node)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    # A package's __init__ and its modules count levels differently; the house knows absolute imports alone.
    return f"relative import in {module.name}"


def _import_problems(module: Module, tree: ast.AST) -> Iterator[str]:
    for line, name in imports(module, tree):
        if name.startswith("relative import"):
            yield f"{line}: relative import; write the full name"
        elif _is_in(name, ("routes",)):
            yield from (f"{line}: {problem}" for problem in _floor_problems(module, name))
        else:
            yield from (f"{line}: {problem}" for problem in _foreign_problems(module, name))


def _floor_problems(module: Module, name: str) -> Iterator[str]:
    part = name.split(".")[1] if "." in name else ""
    if part == module.part or part == "__version__":
        return
    if part not in FLOOR_OF:
        yield f"imports {name}, which stands on no floor"
    elif FLOOR_OF[part] >= FLOOR_OF[module.part] > 0 or (FLOOR_OF[module.part] == 0 < FLOOR_OF[part]):
        yield f"{module.part} (floor {FLOOR_OF[module.part]}) imports {name} (floor {FLOOR_OF[part]})"


def _foreign_problems(module: Module, name: str) -> Iterator[str]:
    home = HOMES.get(name.split(".")[0])
    if home is not None and not _is_in(module.name, home):
        yield f"imports {name}, whose home is {', '.join(home)}"
    if _is_in(name, _OUTSIDE_WORLD) and not _is_in(module.name, EDGE):
        yield f"imports {name}; stages know no clock, chance, log or network"


def _call_problems(module: Module, tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from (f"{node.lineno}: {problem}" for problem in _one_call(module, node))
        elif isinstance(node, ast.Attribute) and ast.unparse(node) in _STREAMS and not _is_in(module.name, EDGE):
            yield f"{node.lineno}: uses a standard stream, which belongs to cli"


def _one_call(module: Module, call: ast.Call) -> Iterator[str]:
    called = ast.unparse(call.func)
    last = called.rsplit(".", 1)[-1]
    is_method = isinstance(call.func, ast.Attribute)
    opens = called in ("open", "sqlite3.connect") or (is_method and last in _FILE_CALLS)
    if opens and not called.startswith("resources.") and not _is_in(module.name, OPENERS):
        yield f"opens or writes a file by {called}()"
    if called == "print" and not _is_in(module.name, EDGE):
        yield "prints"
    if is_method and last in _CLOCK_CALLS and not _is_in(module.name, EDGE):
        yield f"reads the clock by {called}()"


def _is_broad(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(ast.unparse(error).rsplit(".", 1)[-1] in _BROAD for error in caught)


def _is_in(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)

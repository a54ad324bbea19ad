"""A PostGIS server of one's own on a socket in a temporary folder, with one line and many points."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_TICKS = os.sysconf("SC_CLK_TCK")
# Fields 14 and 15 of /proc/PID/stat; the name in field 2 has no blanks for a backend asked by pid.
_SPENT = r"\! sed 's/.*) //' /proc/$BACKEND/stat | cut -d' ' -f12,13"


def _programs() -> Path | None:
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        control = Path("/usr/share/postgresql") / folder.parent.name / "extension" / "postgis.control"
        if (folder / "initdb").is_file() and control.is_file():
            return folder
    return None


class PostGis:
    """A running server; leaving the `with` stops it and deletes its files."""

    def __init__(self, line: Floats, points: Floats) -> None:
        self._line, self._points = line, points
        self.version = ""

    @staticmethod
    def is_installed() -> bool:
        return sys.platform == "linux" and _programs() is not None and shutil.which("psql") is not None

    def __enter__(self) -> PostGis:
        programs = _programs()
        if programs is None:
            raise FileNotFoundError("no folder of /usr/lib/postgresql has initdb, with postgis beside it")
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="postgis-"))
        if os.geteuid() == 0:
            shutil.chown(self._folder, "postgres")
        data = str(self._folder / "data")
        self._server("initdb", "-D", data, "-A", "trust", "-U", "postgres")
        options = f"-k {self._folder} -c listen_addresses= -c max_parallel_workers_per_gather=0 -c jit=off"
        log = str(self._folder / "log")
        self._server("pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start")
        self._fill()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder)

    def _server(self, program: str, *arguments: str) -> None:
        # PostgreSQL refuses to run as root.
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*as_user, str(self._programs / program), *arguments]
        subprocess.run(command, cwd=self._folder, check=True, stdout=subprocess.DEVNULL)

    def _psql(self, statements: Iterable[str]) -> list[str]:
        command = ["psql", "-h", str(self._folder), "-U", "postgres", "-qAtX", "-v", "ON_ERROR_STOP=1"]
        begin = r"SELECT pg_backend_pid() AS pid \gset"
        script = "\n".join([begin, r"\setenv BACKEND :pid", *statements])
        done = subprocess.run(command, input=script, text=True, capture_output=True, check=True)
        return done.stdout.splitlines()

    def _fill(self) -> None:
        wkt = "LINESTRING(" + ",".join(f"{lon!r} {lat!r}" for lon, lat in self._line.tolist()) + ")"
        rows = [
            f"{number}\tSRID=4326;POINT({lon!r} {lat!r})" for number, (lon, lat) in enumerate(self._points.tolist())
        ]
        self._psql(
            [
                "CREATE EXTENSION postgis;",
                "CREATE TABLE line AS SELECT " + f"'SRID=4326;{wkt}'::geography AS way;",
                "CREATE TABLE point (id int PRIMARY KEY, at geography);",
                "COPY point FROM STDIN;",
                *rows,
                r"\.",
                "ANALYZE;",
            ]
        )
        (self.version,) = self._psql(["SELECT 'PostGIS ' || postgis_lib_version();"])

    def one_by_one_s(self, count: int) -> float:
        """Return the CPU seconds of the backend for so many queries of one point each."""
        query = "SELECT ST_Distance(at, way) FROM point, line WHERE id = "
        queries = [query + f"{number};" for number in range(count)]
        lines = self._psql([queries[0], _SPENT, *queries, _SPENT])
        return _spent_s(lines[-1]) - _spent_s(lines[1])

    def all_at_once(self) -> tuple[list[float], float]:
        """Return the distances of all points from one query, and its CPU seconds."""
        query = "SELECT array_agg(ST_Distance(at, way) ORDER BY id) FROM point, line;"
        before, found, after = self._psql([_SPENT, query, _SPENT])
        return [float(value) for value in found.strip("{}").split(",")], _spent_s(after) - _spent_s(before)


def _spent_s(fields: str) -> float:
    return sum(map(int, fields.split())) / _TICKS

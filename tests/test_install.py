"""The wheel, the sdist and the editable install carry what they need, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "routes"
DISTRIBUTION = "cargo_routes"


def run(*arguments: str, cwd: Path, path: tuple[Path, ...] = ()) -> str:
    """Return what a fresh Python prints that sees `path` and the installed packages, but not the checkout.

    -S leaves out the .pth file by which an editable install would put the checkout back on the path.
    """
    flags = ["-P", "-S"] if path else ["-P"]
    site_packages = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([*map(str, path), *sorted(site_packages)] if path else []),
    }
    done = subprocess.run(
        [sys.executable, *flags, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sdist and with the wheel that was built from the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "build", "--no-isolation", "--outdir", str(folder), cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder outside the checkout into which the wheel alone was installed."""
    target = tmp_path_factory.mktemp("site")
    run(
        *("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"),
        *("--target", str(target), str(wheel)),
        cwd=target,
    )
    return target


def package_files() -> set[str]:
    """Return the package's files as git knows them, so that a stray file in the checkout does not count."""
    done = subprocess.run(["git", "ls-files", "-z", "routes"], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.strip("\0").split("\0"))


def test_the_wheel_holds_the_package_the_gazetteer_and_the_licences_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    info = {name for name in names if name.startswith(DISTRIBUTION) and ".dist-info/" in name}
    assert {Path(name).name for name in info} == {
        "METADATA",
        "RECORD",
        "WHEEL",
        "entry_points.txt",
        "LICENSE",
        "NOTICE.md",
    }
    assert names - info == package_files() | {"routes/data/gazetteer.csv"}


def test_the_sdist_builds_and_holds_tests_and_gazetteer(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    assert {"gazetteer.csv", "LICENSE", "NOTICE.md", "tests/conftest.py", "constraints.txt"} <= names


def test_the_installed_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    where = run("-c", "import routes; print(routes.__file__)", cwd=tmp_path, path=(installed,))
    assert Path(where.strip()) == installed / "routes" / "__init__.py"


def test_the_installed_wheel_says_its_version(installed: Path, tmp_path: Path) -> None:
    version = run("-c", "import routes; print(routes.__version__)", cwd=tmp_path, path=(installed,)).strip()
    assert version in run("-m", "routes", "--version", cwd=tmp_path, path=(installed,))


def test_the_installed_wheel_finds_its_gazetteer(installed: Path, tmp_path: Path) -> None:
    run("-m", "routes", "gazetteer", "check", cwd=tmp_path, path=(installed,))


def test_the_installed_wheel_finds_every_data_file(installed: Path, tmp_path: Path) -> None:
    data = sorted(name.removeprefix("routes/data/") for name in package_files() if name.startswith("routes/data/"))
    look = "import sys; from routes import resources; print(*(len(resources.read_bytes(n)) for n in sys.argv[1:]))"
    sizes = run("-c", look, *data, "gazetteer.csv", cwd=tmp_path, path=(installed,)).split()
    assert sizes == [str((PACKAGE / "data" / name).stat().st_size) for name in data] + [
        str((ROOT / "gazetteer.csv").stat().st_size)
    ]


def test_the_installed_wheel_judges_a_claim(installed: Path, tmp_path: Path) -> None:
    claim = "The depot at Tikhoretsk is 290 km from Ukraine's border."
    out = run("-m", "routes", "verify", "--text", claim, "--on", "2023-10-15", cwd=tmp_path, path=(installed,))
    assert "refuted" in out


def test_the_editable_install_reads_the_gazetteer_that_people_edit(tmp_path: Path) -> None:
    look = "from routes import resources; print(len(resources.read_bytes('gazetteer.csv')), resources.__file__)"
    size, where = run("-c", look, cwd=tmp_path).split()
    assert Path(where) == PACKAGE / "resources.py"
    assert int(size) == (ROOT / "gazetteer.csv").stat().st_size

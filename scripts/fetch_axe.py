"""Fetch axe-core, with which the browser tests look for barriers, as the lockfile pins it.

    python scripts/fetch_axe.py tests/browser/package-lock.json build/axe.min.js

For machines with Python alone: npm would read the same lockfile. The archive is checked against the lockfile's
SHA-512 before anything is taken from it; a file that is there already is kept.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import sys
import tarfile
import urllib.request
from pathlib import Path

NAME = "node_modules/axe-core"
MEMBER = "package/axe.min.js"
ADDRESS = "https://registry.npmjs.org/axe-core/-/axe-core-{version}.tgz"


def fetched(version: str) -> bytes:
    """Return the archive of a version from npm's registry."""
    address = ADDRESS.format(version=version)
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310  https, see ADDRESS
        content: bytes = answer.read()
    return content


def script(archive: bytes, integrity: str) -> bytes:
    """Return the script in an archive whose hash is the pinned one."""
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode("ascii")
    if found != integrity:
        raise SystemExit(f"axe-core: the lockfile pins {integrity}, got {found}")
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as files:
        member = files.extractfile(MEMBER)
        if member is None:
            raise SystemExit(f"axe-core: no {MEMBER} in the archive")
        return member.read()


def main() -> None:
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    pinned = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["packages"][NAME]
    out, stamp = Path(sys.argv[2]), f"/* {pinned['integrity']} */\n".encode()
    if out.is_file() and out.read_bytes().startswith(stamp):
        return
    content = stamp + script(fetched(pinned["version"]), pinned["integrity"])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(content)


if __name__ == "__main__":
    main()

"""Copy Leaflet 1.9.4 into the package data, with nothing left in it that a browser could ask a server for.

    npm pack leaflet@1.9.4 && tar xf leaflet-1.9.4.tgz
    python scripts/pack_leaflet.py package routes/data/leaflet

The source map's address is dropped, and every `url(...)` of the style sheet (icons that the page does not use);
the style sheet loses its comments and blanks.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path


def main() -> None:
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    package, out = Path(sys.argv[1]), Path(sys.argv[2])
    script = (package / "dist" / "leaflet.js").read_text(encoding="utf-8")
    style = (package / "dist" / "leaflet.css").read_text(encoding="utf-8")
    script = re.sub(r"\n//# sourceMappingURL=.*", "", script).strip() + "\n"
    style = re.sub(r"url\([^)]*\)", "none", style)
    style = re.sub(r"\s*([{};:,])\s*", r"\1", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)).strip() + "\n"
    (out / "leaflet.js").write_text(script, encoding="utf-8")
    (out / "leaflet.css").write_text(style, encoding="utf-8")
    (out / "LICENSE").write_bytes((package / "LICENSE").read_bytes())


if __name__ == "__main__":
    main()

"""`python -m routes` is `routes`."""

from __future__ import annotations

import sys

from routes.cli import main

if __name__ == "__main__":
    sys.exit(main())

"""Train the models that find place names and place them.

    pip install "cargo-routes[train]"
    python scripts/train_toponyms.py recognition CORPUS.jsonl... -o routes/data/recognition.npz [--cross]
    python scripts/train_toponyms.py resolution CORPUS.jsonl... -o routes/data/resolution.npz [--cross]
    python scripts/train_toponyms.py cross CORPUS.jsonl CORPUS.jsonl... --scorers FOLDER [--keep FOLDER]

A corpus has one text a line: {"id", "text", "toponyms": [{"start", "end", "lat", "lon", "geonameid", "demonym"?}]}.
The same corpora, gazetteer and scikit-learn give the same model. `cross` trains both models on each corpus alone,
scores the whole way from text to place on the others, and prints one table; the models of the package stay as they are.
"""

from __future__ import annotations

import argparse

from scripts.training import cross, recognition, resolution


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(required=True, metavar="PART")
    part = parts.add_parser("recognition", help="which spans of a text are names of places")
    recognition.add_arguments(part)
    part.set_defaults(run=recognition.run)
    part = parts.add_parser("resolution", help="which place a name stands for")
    resolution.add_arguments(part)
    part.set_defaults(run=resolution.run)
    part = parts.add_parser("cross", help="score both models on corpora that they have not seen")
    cross.add_arguments(part)
    part.set_defaults(run=cross.run)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()

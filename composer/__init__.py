"""The core of Incident Composer: everything the program can do, without Qt.

Arrows point one way: ``cli -> services -> planning, rendering, checks, publishing, record, postmortem,
connections -> domain -> standard library``. The folders below ``services`` never import each other.
``pyproject.toml`` holds these rules for import-linter and ruff.
"""

__version__ = "0.1.0"
